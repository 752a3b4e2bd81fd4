#include "trajectory/store_contact.h"

namespace trajectory {

bool add(db::Write& tx, LogGrant const& granted, ContactId const& id, Logged const& contact, base::Moment now) {
    // the match is locked, so that it cannot end in between
    if (tx.run("update matches set ended_at = null where partnership = :partnership and id = :match and ended_at is null", tx.scope().partnership, granted.record()) == 0) return false;
    return tx.run("insert into contacts (id, partnership, match, held_on, way, minutes, wants_to_talk, logged_at) values (:id, :partnership, :match, :held_on, :way, :minutes, :talk, :now)", id, tx.scope().partnership, granted.record(), contact.held_on, contact.way, contact.minutes, contact.wants_to_talk,
                  now) == 1;
}
std::vector<ContactRow> contacts_of(db::Door& door, visit::Granted<visit::Action::see_own_trajectory, matching::Match> const& granted) {
    return door.list<ContactRow>("select id, held_on, way, minutes, wants_to_talk from contacts where partnership = :partnership and match = :match order by held_on desc, logged_at desc, id", door.scope().partnership, granted.record());
}
std::optional<base::Date> last_contact(db::Door& door, matching::MatchId const& match) { return door.one<base::Date>("select max(held_on) from contacts where partnership = :partnership and match = :match", door.scope().partnership, match); }

} // namespace trajectory
