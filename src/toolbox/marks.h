#pragma once
// Texts with light marks, as a coordinator types them: "# " a title, "## " a heading, "- " a bullet, "- [ ] " something to tick, "---" a new page; an empty line ends a paragraph.
// `{steunpunt}` and its like are filled in; a paragraph with `{school}` is left out where there is no school.
#include "platform/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace toolbox {

enum class Mark { title,
                  heading,
                  paragraph,
                  bullet,
                  box,
                  page };

struct Block {
    Mark mark;
    std::string words;  ///< line ends kept within a paragraph
    bool dutch = false; ///< "nl: " stood before it: the Dutch words beside a translation
    bool operator==(Block const&) const = default;
};

/// What is filled in; an empty school means none.
struct Filling {
    std::string support_point, partnership, phone, coordinator, coordinator_phone, site, school;
};

/// The blocks of a text; nothing in a text is an error.
std::vector<Block> blocks(std::string_view text);
/// The blocks with the places filled in; in a text that goes right to left each value is kept apart, so that numbers do not turn around.
std::vector<Block> filled(std::vector<Block> const& all, Filling const& filling, bool right_to_left);
/// The value kept apart from the direction of the words around it.
std::string apart(std::string const& value);
/// Checks a text that was typed: there is something, at most 10,000 characters and 300 blocks, a title first, and only known places between braces. Field: tekst.
base::Result<std::string, base::Refusal> check(std::string const& typed);

} // namespace toolbox
