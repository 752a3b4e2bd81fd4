#pragma once
// Templates: HTML in files, escaped by where a value stands, one prepared set per language. Dutch sentences in a template stand in [[ ]].
#include "platform/base/text.h"
#include "platform/text/language.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace ctemplate {
class TemplateDictionary;
}

namespace html {

/// A template; the constants are made from the files in `views/`.
struct View {
    std::string_view name;
};
/// A hole, a section or an include in a template; the constants are made from the files in `views/`.
struct Name {
    std::string_view text;
};

/// What a page says: a sentence of ours (translated) or a text of someone (shown as it is).
class Said {
public:
    Said(base::Text text) : held_{base::Sentence{text}} {}
    Said(base::Sentence sentence) : held_{std::move(sentence)} {}
    Said(std::string text) : held_{std::move(text)} {}
    std::string in(text::Language language) const { return std::holds_alternative<std::string>(held_) ? std::get<std::string>(held_) : text::say(std::get<base::Sentence>(held_), language); }
    /// The Dutch to show beside the words: that of a text that is `promised`, as long as no speaker of the language has read its translation.
    std::optional<std::string> dutch_beside(text::Language language) const;
    bool empty() const { return std::holds_alternative<std::string>(held_) && std::get<std::string>(held_).empty(); }

private:
    friend Said promised(base::Sentence said, base::Sentence dutch);
    std::variant<base::Sentence, std::string> held_;
    std::shared_ptr<base::Sentence const> dutch_ = {};
};

/// A text that people must be able to hold us to: consent, who reads along, safety. In a translation that no speaker has read the Dutch stands under it; elsewhere this changes nothing.
Said promised(base::Sentence sentence);
/// The same where the values in the sentence are themselves translated: `dutch` holds them in Dutch.
Said promised(base::Sentence said, base::Sentence dutch);

/// The values of one template; lives as long as the rendering it was given for.
class Data {
public:
    Data(ctemplate::TemplateDictionary& dictionary, text::Language language) : dictionary_{&dictionary}, language_{language} {}
    text::Language language() const { return language_; }
    Data& set(Name name, Said const& said);
    Data& set(Name name, std::string_view value);
    Data& set(Name name, std::string const& value) { return set(name, std::string_view{value}); }
    Data& set(Name name, char const* value) { return set(name, std::string_view{value}); }
    /// Shows a section once.
    Data& show(Name section);
    /// Shows a section and sets the value of the same name in it.
    Data& show(Name section, Said const& said);
    /// Sets a value, and shows the section DUTCH beside it when the words are promised.
    Data& say(Name name, Said const& said);
    /// One more round of a section.
    Data add(Name section);
    /// One more inclusion of another template.
    Data include(Name place, View view);

private:
    ctemplate::TemplateDictionary* dictionary_;
    text::Language language_;
};

/// Prepares all templates in all languages; a template that does not parse stops the program at its start.
void prepare();
/// A template with its values as text.
std::string render(View view, text::Language language, std::function<void(Data&)> const& fill);
/// The sentences in [[ ]] of a template replaced by those of a language, escaped.
std::string translated_source(std::string_view source, text::Language language);
/// A text safe to stand in HTML.
std::string escaped(std::string_view text);

} // namespace html
