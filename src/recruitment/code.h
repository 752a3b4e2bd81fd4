#pragma once
// Codes (codes) on what is printed or mailed: they fill in the channel and the campaign, as in `?via=poster.c7`. Not a secret: who changes one only tells another channel.
// A partnership's own channels (eigen kanalen) have a word of their own.
#include "platform/base/result.h"
#include "recruitment/channel.h"

#include <set>
#include <string>
#include <string_view>

namespace recruitment {

/// What a code says: the word of a channel (or none), and the number of a campaign (or 0).
struct Code {
    std::string channel;
    int campaign = 0;
    bool operator==(Code const&) const = default;
};
/// Reads `word`, `word.c7` or `c7`; nothing when it is no code.
std::optional<Code> read_code(std::string_view text);
/// Writes a code so that `read_code` gives it back; an empty code is an empty text.
std::string write_code(Code const& code);

/// Letters a to z, digits and single dashes out of any name, at most 20: "Buurthuis De Ster!" becomes "buurthuis-de-ster".
std::string code_from(std::string_view name);

struct OwnChannelDraft {
    std::string name, code;
};
/// Checks an own channel: a name of at most 60 characters and a code of 2 to 20 letters, digits and dashes that no other channel has and that is no campaign's. Without a code one is made of the name. Fields: naam, code.
base::Result<OwnChannelDraft, base::Refusal> own_channel(OwnChannelDraft const& typed, std::set<std::string> const& taken);

} // namespace recruitment
