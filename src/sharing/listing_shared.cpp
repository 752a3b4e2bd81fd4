#include "sharing/listing_shared.h"

#include "people/store_schools.h"
#include "platform/base/require.h"

#include <algorithm>

namespace sharing {
using base::tr;

std::string words_of(Kind kind, std::string const& words, std::string const& parent, text::Language language) {
    if (kind != Kind::buddy) return words;
    return text::say({tr("{name} heeft een buddy: een ouder die meedenkt en kan meegaan naar een gesprek."), {{"name", parent}}}, language);
}
base::Text heading(Kind kind) {
    switch (kind) {
    case Kind::words: return tr("Een bericht");
    case Kind::buddy: return tr("Er is een buddy");
    case Kind::appointment: return tr("Een afspraak");
    }
    throw base::Impossible{"something shared without a heading"};
}
std::string who(reception::Visit& v, Recipient const& to) {
    auto const name = people::name_of(v.read(), v.keys(), to.person);
    if (to.as == As::buddy) return name + ", " + text::say(tr("uw buddy"), v.language());
    if (to.as == As::coordinator) return name + ", " + text::say(tr("coördinator"), v.language());
    if (to.as == As::outreach) return name + ", " + text::say(visit::name(visit::Role::outreach), v.language());
    auto const school = to.school ? people::find_school(v.read(), *to.school) : std::nullopt;
    return name + (to.position ? ", " + text::say(people::name(*to.position), v.language()) : "") + (school ? ", " + school->name : "");
}
Recipient recipient_of(db::Door& door, Row const& row) {
    Recipient to{row.recipient, row.as, row.match, row.school, {}};
    if (row.school)
        for (auto const& each : recipients_at(door, *row.school))
            if (each.person == row.recipient) to.position = each.position;
    return to;
}

} // namespace sharing
