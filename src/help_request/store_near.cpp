#include "help_request/store_near.h"

namespace help_request {

std::optional<Near> near_of(db::Door& door, HelpRequestId const& id) { return door.find<Near>("select own_school, own_village, near_asked_at from help_requests where partnership = :partnership and id = :id", door.scope().partnership, id); }
void ask_near(db::Write& tx, HelpRequestId const& id, base::Moment now) { tx.run("update help_requests set near_asked_at = :now where partnership = :partnership and id = :id and ended_at is null", now, tx.scope().partnership, id); }
void say_near(db::Write& tx, HelpRequestId const& id, OwnSchool own_school, OwnSchool own_village) {
    tx.run("update help_requests set own_school = :own_school, own_village = :own_village, near_asked_at = null, version = version + 1 where partnership = :partnership and id = :id and ended_at is null", own_school, own_village, tx.scope().partnership, id);
}

} // namespace help_request
