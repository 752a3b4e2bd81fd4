#include "support/dilemma.h"

#include "support/consult.h"

#include <algorithm>
#include <cstddef>

namespace support {
using base::tr;
namespace {

constexpr std::size_t words_in_a_row = 6;

/// The words of a text made alike, without signs.
std::vector<std::string> words_of(std::string const& text, Fold fold) {
    std::vector<std::string> words;
    std::string word;
    auto const close = [&] {
        if (!word.empty()) words.push_back(std::move(word));
        word.clear();
    };
    for (unsigned char c : fold(text)) {
        bool const letter = c >= 0x80U || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (letter) word.push_back(static_cast<char>(c));
        else close();
    }
    close();
    return words;
}

bool holds(std::vector<std::string> const& words, std::vector<std::string>::const_iterator from, std::vector<std::string>::const_iterator to) { return std::search(words.begin(), words.end(), from, to) != words.end(); }

} // namespace

base::Result<std::string, base::Refusal> rewritten(std::string const& typed, std::vector<std::string> const& of_buddy, std::vector<std::string> const& names, Fold fold) {
    auto good = said(typed);
    if (!good) return good;
    auto const words = words_of(typed, fold);
    for (auto const& name : names)
        for (auto const& part : words_of(name, fold))
            if (part.size() > 2 && std::find(words.begin(), words.end(), part) != words.end()) return base::Refusal::of("tekst", tr("Hier staat een naam in. Laat namen weg."));
    for (auto const& text : of_buddy) {
        auto const its = words_of(text, fold);
        for (std::size_t at = 0; at + words_in_a_row <= its.size(); ++at) {
            auto const from = its.begin() + static_cast<std::ptrdiff_t>(at);
            if (holds(words, from, from + static_cast<std::ptrdiff_t>(words_in_a_row))) return base::Refusal::of("tekst", tr("Hier staan woorden van de buddy in. Schrijf het in uw eigen woorden."));
        }
    }
    return good;
}

} // namespace support
