#pragma once
// The library (bibliotheek) of buddies: the role card of the program, and texts that a coordinator writes. Report L1440–1460.
#include "platform/base/id.h"
#include "platform/base/result.h"

#include <string>
#include <vector>

namespace support {

struct LibraryText;
using LibraryTextId = base::Id<LibraryText>;

struct Written {
    std::string title, words;
};
/// Checks a text: a title of at most 100 and words of at most 8000 characters. Fields: titel, tekst.
base::Result<Written, base::Refusal> write_text(std::string const& title, std::string const& words);
/// The paragraphs of a text, which a blank line parts.
std::vector<std::string> paragraphs(std::string const& words);
/// What a buddy does, and what a buddy does not do, in the words that a parent reads before becoming one.
std::vector<base::Text> does();
std::vector<base::Text> does_not();

} // namespace support
