#pragma once
// A sentence of the interface: Dutch in the code, checked against the catalogue while compiling, translated at the last moment.
#include "gen/catalogue.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace base {

/// A Dutch sentence that stands in locale/naast.pot; any other does not compile (`bin/format` brings the catalogue up to date).
struct Text {
    std::string_view msgid;
    consteval Text(char const* sentence) : msgid{sentence} {
        if (!std::binary_search(gen::catalogue.begin(), gen::catalogue.end(), msgid)) throw "this sentence is not in locale/naast.pot: run bin/texts";
    }
    bool operator==(Text const&) const = default;

private:
    friend struct Known;
    constexpr Text() = default;
};

/// Marks a sentence for the catalogue: `tr("Vul uw naam in.")`.
consteval Text tr(char const* sentence) { return Text{sentence}; }

/// Finds a sentence of the catalogue by its words again (for a message that travelled in a cookie); an unknown one gives an empty text.
struct Known {
    static Text text(std::string_view words) {
        Text found;
        auto at = std::lower_bound(gen::catalogue.begin(), gen::catalogue.end(), words);
        if (at != gen::catalogue.end() && *at == words) found.msgid = *at;
        return found;
    }
};

/// A text with values in it: `{"Vul maximaal {most} tekens in.", {{"most", "200"}}}`; the values are not translated.
struct Sentence {
    Text text;
    std::vector<std::pair<std::string, std::string>> with;
    Sentence(Text text) : text{text} {}
    Sentence(Text text, std::vector<std::pair<std::string, std::string>> with) : text{text}, with{std::move(with)} {}
    bool operator==(Sentence const&) const = default;
};

} // namespace base
