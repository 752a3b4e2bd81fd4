#include "platform/html/view.h"

#include "gen/views_all.h"
#include "platform/base/require.h"

#include <array>
#include <ctemplate/template.h>

namespace html {
namespace {

ctemplate::TemplateCache& cache(text::Language language) {
    static std::array<ctemplate::TemplateCache, text::all_languages.size()> all;
    return all[static_cast<std::size_t>(language)];
}

ctemplate::TemplateString word(std::string_view text) { return {text.data(), text.size()}; }

} // namespace

std::string escaped(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (char c : text) {
        switch (c) {
        case '&': out += "&amp;"; break;
        case '<': out += "&lt;"; break;
        case '>': out += "&gt;"; break;
        case '"': out += "&quot;"; break;
        case '\'': out += "&#39;"; break;
        default: out += c;
        }
    }
    return out;
}

std::string translated_source(std::string_view source, text::Language language) {
    std::string out;
    for (;;) {
        auto begin = source.find("[[");
        out += source.substr(0, begin);
        if (begin == std::string_view::npos) return out;
        auto end = source.find("]]", begin);
        base::require(end != std::string_view::npos, "a template opens [[ and does not close it");
        out += escaped(text::translate(source.substr(begin + 2, end - begin - 2), language));
        source.remove_prefix(end + 2);
    }
}

std::optional<std::string> Said::dutch_beside(text::Language language) const {
    if (!dutch_ || text::read_by_speaker(language)) return {};
    return text::say(*dutch_, text::Language::nl);
}
Said promised(base::Sentence sentence) { return promised(sentence, sentence); }
Said promised(base::Sentence said, base::Sentence dutch) {
    Said both{std::move(said)};
    both.dutch_ = std::make_shared<base::Sentence const>(std::move(dutch));
    return both;
}

Data& Data::say(Name name, Said const& said) {
    if (auto dutch = said.dutch_beside(language_)) show({"DUTCH"}, *dutch);
    return set(name, said);
}
Data& Data::set(Name name, Said const& said) { return set(name, std::string_view{said.in(language_)}); }
Data& Data::set(Name name, std::string_view value) {
    dictionary_->SetValue(word(name.text), word(value));
    return *this;
}
Data& Data::show(Name section) {
    dictionary_->ShowSection(word(section.text));
    return *this;
}
Data& Data::show(Name section, Said const& said) {
    auto text = said.in(language_);
    dictionary_->SetValueAndShowSection(word(section.text), word(text), word(section.text));
    return *this;
}
Data Data::add(Name section) { return {*dictionary_->AddSectionDictionary(word(section.text)), language_}; }
Data Data::include(Name place, View view) {
    auto* inner = dictionary_->AddIncludeDictionary(word(place.text));
    inner->SetFilename(word(view.name));
    return {*inner, language_};
}

void prepare() {
    static bool const done = [] {
        for (auto language : text::all_languages) {
            auto& its = cache(language);
            for (auto const& [name, source] : gen::all_views) {
                // without this line ctemplate escapes nothing
                auto text = "{{%AUTOESCAPE context=\"HTML\"}}" + translated_source(source, language);
                base::require(its.StringToTemplateCache(word(name), word(text), ctemplate::STRIP_WHITESPACE), "a template does not parse");
            }
            its.Freeze();
        }
        return true;
    }();
    (void)done;
}

std::string render(View view, text::Language language, std::function<void(Data&)> const& fill) {
    ctemplate::TemplateDictionary dictionary{"page"};
    Data data{dictionary, language};
    fill(data);
    std::string out;
    out.reserve(16 * 1024);
    base::require(cache(language).ExpandNoLoad(word(view.name), ctemplate::STRIP_WHITESPACE, &dictionary, nullptr, &out), "a template did not render");
    return out;
}

} // namespace html
