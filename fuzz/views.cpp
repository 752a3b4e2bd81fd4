// What is filled into a template comes out as text: no element, attribute or script arises that the template does not have, and what was typed is read back.
#include "expect.h"
#include "gen/views_all.h"
#include "markup.h"
#include "platform/html/view.h"

#include <map>
#include <memory>
#include <vector>

namespace {

/// A template as its holes, sections and includes, in order.
struct Part {
    char kind; ///< = a hole, # a section, > an include
    std::string name;
    std::vector<Part> inside;
};

std::vector<Part> parts(std::string_view source, std::size_t& at) {
    std::vector<Part> all;
    while ((at = source.find("{{", at)) != std::string_view::npos) {
        auto const end = source.find("}}", at);
        auto word = source.substr(at + 2, end - at - 2);
        at = end + 2;
        if (word.starts_with('/')) return all;
        bool const marked = word.starts_with('#') || word.starts_with('>');
        Part part{marked ? word.front() : '=', std::string{word.substr(marked, word.find(':') - marked)}, {}};
        if (part.kind == '#') part.inside = parts(source, at);
        all.push_back(std::move(part));
    }
    return all;
}

struct Template {
    std::string_view name;
    std::vector<Part> parts;
};
std::vector<Template> const& templates() {
    static auto const all = [] {
        std::vector<Template> made;
        for (auto const& [name, source] : gen::all_views) {
            std::size_t at = 0;
            made.push_back({name, parts(source, at)});
        }
        return made;
    }();
    return all;
}

/// What one rendering fills in: the texts of the input, or a mark that says which of them stood there.
struct Filling {
    std::vector<std::string> const& texts;
    bool marks;
    std::string choices; ///< which sections are shown and what is included; the same in both
    std::size_t chosen = 0, filled = 0;

    unsigned choose() { return choices.empty() ? 0 : static_cast<unsigned char>(choices[chosen++ % choices.size()]); }
    std::string next() {
        auto const n = filled++ % texts.size();
        // an empty text leaves nothing between two elements, in both
        return marks && !texts[n].empty() ? "v" + std::to_string(n) + "v" : texts[n];
    }
    void fill(html::Data& data, std::vector<Part> const& its, int depth) {
        // a name is filled once, wherever it stands
        std::map<std::string, bool> done;
        for (auto const& part : its) {
            auto const how = choose();
            html::Name const name{part.name};
            if (part.kind == '=') {
                if (done.emplace(part.name, true).second) data.set(name, next());
            } else if (part.kind == '#') {
                if (how % 4 == 0) continue;
                auto one = data.add(name);
                fill(one, part.inside, depth);
            } else if (depth < 2) {
                auto const& other = templates()[how % templates().size()];
                auto one = data.include(name, html::View{other.name});
                fill(one, other.parts, depth + 1);
            }
        }
    }
};

std::string with_texts(std::string text, std::vector<std::string> const& texts) {
    std::string out;
    for (std::size_t at = 0;;) {
        // the marks stand one after another in a text of the template
        auto const begin = text.find('v', at);
        out += text.substr(at, begin - at);
        if (begin == std::string::npos) return out;
        auto const end = text.find_first_not_of("0123456789", begin + 1);
        bool const mark = end != std::string::npos && end > begin + 1 && text[end] == 'v';
        out += mark ? texts[std::stoul(text.substr(begin + 1))] : "v";
        at = mark ? end + 1 : begin + 1;
    }
}

/// White space may change its kind, and does not count here.
std::string without_space(std::string text) {
    std::erase_if(text, [](char c) { return std::string_view{" \t\r\n\v\f"}.find(c) != std::string_view::npos; });
    return text;
}

void compare(std::vector<markup::Piece> const& got, std::vector<markup::Piece> const& plain, std::vector<std::string> const& texts) {
    auto same = [&](std::string const& value, std::string const& mark) { return value == mark || without_space(value) == without_space(with_texts(mark, texts)); };
    expect(got.size() == plain.size(), "an element arose that the template does not have, or one is gone");
    for (std::size_t i = 0; i < got.size(); ++i) {
        expect(got[i].tag == plain[i].tag, "an element is another than that of the template");
        expect(same(got[i].text, plain[i].text), "a text is not what was filled in");
        expect(got[i].attributes.size() == plain[i].attributes.size(), "an attribute arose that the template does not have, or one is gone");
        for (std::size_t a = 0; a < got[i].attributes.size(); ++a) {
            auto const& [name, value] = got[i].attributes[a];
            auto const& [its, mark] = plain[i].attributes[a];
            expect(name == its, "an attribute is another than that of the template");
            if (markup::is_address(name)) expect(markup::leads_safely(value, mark), ("an address leads to a script: " + value).c_str());
            else expect(same(value, mark), "an attribute is not what was filled in");
        }
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(unsigned char const* data, std::size_t size) {
    static bool const ready = (html::prepare(), true);
    (void)ready;
    Given given{data, size};
    auto const& view = templates()[given.byte() % templates().size()];
    std::string const choices{given.part()};
    std::vector<std::string> texts;
    while (!given.rest().empty() && texts.size() < 8) texts.emplace_back(given.part());
    if (texts.empty()) texts.emplace_back("\"><b onclick='x'>");
    auto const rendered = [&](bool marks) {
        Filling filling{texts, marks, choices};
        return html::render(html::View{view.name}, text::Language::nl, [&](html::Data& its) { filling.fill(its, view.parts, 0); });
    };
    auto const plain = rendered(true);
    auto page = rendered(false);
    // a template that escapes nothing
    if (planted()) page = with_texts(plain, texts);
    compare(markup::pieces(page), markup::pieces(plain), texts);
    return 0;
}
