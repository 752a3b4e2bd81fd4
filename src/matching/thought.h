#pragma once
// Thinking along (meedenken): a parent asks a professional whom they know, says what that person may read, and reads the answer first. R3, R13; report L1137.
#include "people/person.h"
#include "platform/base/clock.h"
#include "platform/base/id.h"
#include "platform/base/result.h"
#include "platform/base/words.h"

#include <array>
#include <set>
#include <string>

namespace matching {

struct Thought;
using ThoughtId = base::Id<Thought>;

/// What of a request can be released, one by one.
enum class Item { short_text,
                  situations,
                  wishes };
inline constexpr int thought_link_days = 14, thought_length = 600;

struct ThoughtDraft {
    people::Contact contact; ///< of the professional, the mail address tidy or empty
    std::set<Item> items;
    bool agrees = false;
};
struct AskedThought {
    people::Contact contact;
    std::set<Item> items;
};
/// Checks whom a parent asks and what is released. Refused: no name or no mail address, nothing chosen, no yes. Fields: naam, mail, wat, akkoord.
base::Result<AskedThought, base::Refusal> ask_thought(ThoughtDraft const& draft);
/// Checks what the professional wrote: something, at most 600 characters. Field: tekst.
base::Result<std::string, base::Refusal> thought_said(std::string const& typed);
/// Until when the link in the mail opens.
base::Moment thought_until(base::Moment asked_at);
base::Text name(Item item);

} // namespace matching

template <>
struct base::Words<matching::Item> {
    using I = matching::Item;
    static constexpr std::array entries{Word<I>{I::short_text, "tekst"}, Word<I>{I::situations, "situaties"}, Word<I>{I::wishes, "wensen"}};
};
