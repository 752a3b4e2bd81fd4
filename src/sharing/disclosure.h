#pragma once
// What a parent shares (delen): one thing with one person, for one purpose, until a day; it can be taken back at any moment. R1, R3; report L1028–1038.
#include "platform/base/clock.h"
#include "platform/base/id.h"
#include "platform/base/result.h"
#include "platform/base/words.h"
#include "visit/role.h"

#include <array>
#include <optional>
#include <string>

namespace sharing {

struct Disclosure;
using DisclosureId = base::Id<Disclosure>;

/// What is shared: a text of now, that there is a buddy, or a day and a place.
enum class Kind { words,
                  buddy,
                  appointment };
/// As what someone gets it; when that ends, so does the sharing.
enum class As { buddy,
                coordinator,
                school,
                outreach };
inline constexpr int most_characters = 1000, usual_days = 14, most_days = 365;

/// A disclosure as typed.
struct Draft {
    std::optional<Kind> kind;
    std::string words, recipient, purpose;
    std::optional<base::Date> until;
};
/// A disclosure that may be made; `words` is empty for the kind that needs none.
struct Given {
    Kind kind;
    std::string words, recipient, purpose;
    base::Date until; ///< the last day
};
/// Checks what a parent wants to share. Refused: nothing or nobody chosen, no words where they are needed or too many, no purpose, a day before today or more than a year ahead. Fields: wat, tekst, ontvanger, waarom, tot.
base::Result<Given, base::Refusal> disclose(Draft const& draft, base::Date today);

/// What ties a recipient to the parent or the school now.
struct Bond {
    visit::RoleSet roles;    ///< that count today
    bool live_match = false; ///< still beside this parent, in the match of then
    bool at_school = false;  ///< still a contact of the school of then
};
/// Whether someone still is what a thing was given for.
bool stands(As as, Bond const& bond);

/// How a disclosure stands.
enum class State { runs,
                   over,
                   taken_back,
                   parted };
/// How a disclosure stands today.
State state(base::Date until, bool taken_back, bool bond_stands, base::Date today);
/// Whether what ended on a day goes today: eight weeks after it.
bool past_term(base::Date ended_on, base::Date today);

/// What a parent chooses, as the parent reads it.
base::Text name(Kind kind);
/// How it stands, with a {day} for what still runs.
base::Text name(State state);

} // namespace sharing

template <>
struct base::Words<sharing::Kind> {
    using K = sharing::Kind;
    static constexpr std::array entries{Word<K>{K::words, "tekst"}, Word<K>{K::buddy, "buddy"}, Word<K>{K::appointment, "afspraak"}};
};
template <>
struct base::Words<sharing::As> {
    using A = sharing::As;
    static constexpr std::array entries{Word<A>{A::buddy, "buddy"}, Word<A>{A::coordinator, "coordinator"}, Word<A>{A::school, "school"}, Word<A>{A::outreach, "outreach"}};
};
