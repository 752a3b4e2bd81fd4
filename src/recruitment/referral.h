#pragma once
// A referral (aandragen): a professional gives the name of a parent who said yes to that; the parent decides (R13). Report L541–569, 1137.
// What the professional writes is read by the parent first, and by the coordinator only when the parent allows it.
#include "people/person.h"
#include "platform/base/clock.h"
#include "platform/base/id.h"
#include "platform/base/words.h"

#include <array>
#include <optional>
#include <string>

namespace recruitment {

struct Referral;
using ReferralId = base::Id<Referral>;
struct Doubt;
using DoubtId = base::Id<Doubt>;

/// How the parent said yes to being named.
enum class Agreement { spoken,
                       phone,
                       mail };

/// A referral as typed.
struct ReferralDraft {
    people::Contact contact;
    std::optional<base::Date> agreed_on;
    std::optional<Agreement> how;
    std::string words; ///< for the parent to read; may be empty
    bool agrees = false;
};
struct Referred {
    people::Contact contact;
    base::Date agreed_on;
    Agreement how;
    std::string words;
};
/// Checks a referral: a contact, the parent's yes (how, and on a day within the last 60, not ahead), at most 500 characters for the parent, and those only with a mail address, since the parent reads them first. Fields: naam, mail, telefoon, dag, hoe, woorden, akkoord.
base::Result<Referred, base::Refusal> refer(ReferralDraft const& draft, base::Date today);

/// Until when a parent may answer: 14 days after the referral; then it is erased.
base::Moment answer_until(base::Moment referred_at);

/// How many days someone who wanted to be called is kept after the call.
inline constexpr int days_after_call = 28;

/// Someone who wants to be called about a parent, without a name.
struct DoubtDraft {
    people::Contact contact;
    std::string reachable; ///< when, in own words
};
/// Checks a doubt: a name and a phone number, at most 200 characters of when to call. Fields: naam, telefoon, wanneer.
base::Result<DoubtDraft, base::Refusal> doubt(DoubtDraft const& draft);

base::Text name(Agreement how);

} // namespace recruitment

template <>
struct base::Words<recruitment::Agreement> {
    using A = recruitment::Agreement;
    static constexpr std::array entries{Word<A>{A::spoken, "spoken"}, Word<A>{A::phone, "phone"}, Word<A>{A::mail, "mail"}};
};
