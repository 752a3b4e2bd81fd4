#pragma once
// A sentence of the interface: Dutch in the code, compared with the catalogue by each build, translated at the last moment.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace base {

/// A Dutch sentence of locale/naast.pot; only `tr` makes one, so that a build finds every sentence by its words and refuses one that is not in the catalogue (`bin/texts --check`).
struct Text {
    std::string_view msgid;
    /// No sentence at all.
    static constexpr Text none() { return {}; }
    bool operator==(Text const&) const = default;

private:
    friend consteval Text tr(char const* sentence);
    friend Text known_text(std::string_view words);
    constexpr Text() = default;
};

/// Marks a sentence for the catalogue: `tr("Vul uw naam in.")`, its words written out there.
consteval Text tr(char const* sentence) {
    Text text;
    text.msgid = sentence;
    return text;
}

/// Finds a sentence of the catalogue by its words again (for a message that travelled in a cookie); unknown words give no sentence.
Text known_text(std::string_view words);

/// A text with values in it: `{"Vul maximaal {most} tekens in.", {{"most", "200"}}}`; the values are not translated.
struct Sentence {
    Text text;
    std::vector<std::pair<std::string, std::string>> with;
    Sentence(Text text) : text{text} {}
    Sentence(Text text, std::vector<std::pair<std::string, std::string>> with) : text{text}, with{std::move(with)} {}
    bool operator==(Sentence const&) const = default;
};

} // namespace base
