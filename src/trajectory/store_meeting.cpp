#include "trajectory/store_meeting.h"

#include "people/store_people.h"

#include <algorithm>

namespace trajectory {
namespace {
constexpr std::string_view columns = "select id, match, begins_at, place, introduced_by, home_agreed_at, cancelled_at, sequence, invited, introduced_at from meetings ";
}

std::optional<MeetingRow> meeting_of(db::Door& door, matching::MatchId const& match) { return door.find<MeetingRow>(std::string{columns} + "where partnership = :partnership and match = :match and cancelled_at is null", door.scope().partnership, match); }
std::optional<MeetingRow> find_meeting(db::Door& door, MeetingId const& id) { return door.find<MeetingRow>(std::string{columns} + "where partnership = :partnership and id = :id", door.scope().partnership, id); }

MeetingId plan(db::Write& tx, PlanGrant const& granted, MeetingId const& fresh, PlannedMeeting const& planned, base::Moment now) {
    auto const& partnership = tx.scope().partnership;
    if (auto standing = meeting_of(tx, granted.record())) {
        tx.run("update meetings set begins_at = :begins, place = :place, introduced_by = :introducer, planned_by = :by, planned_at = :now, home_agreed_at = null, sequence = sequence + 1 where partnership = :partnership and id = :id", planned.begins, planned.place, planned.introduced_by,
               *granted.viewer().person, now, partnership, standing->id);
        return standing->id;
    }
    tx.run("insert into meetings (id, partnership, match, begins_at, place, introduced_by, planned_by, planned_at, sequence) values (:id, :partnership, :match, :begins, :place, :introducer, :by, :now, 0)", fresh, partnership, granted.record(), planned.begins, planned.place, planned.introduced_by,
           *granted.viewer().person, now);
    return fresh;
}
void agree_home(db::Write& tx, PlanGrant const& granted, base::Moment now) {
    tx.run("update meetings set home_agreed_at = :now where partnership = :partnership and match = :match and cancelled_at is null and home_agreed_at is null", now, tx.scope().partnership, granted.record());
}
void note_introduced(db::Write& tx, PlanGrant const& granted, base::Moment now) { tx.run("update meetings set introduced_at = :now where partnership = :partnership and match = :match and cancelled_at is null and introduced_at is null", now, tx.scope().partnership, granted.record()); }
void note_invited(db::Write& tx, MeetingId const& id, std::optional<visit::PersonId> const& coordinator) { tx.run("update meetings set invited = :coordinator where partnership = :partnership and id = :id", coordinator, tx.scope().partnership, id); }
std::optional<visit::PersonId> introducing_coordinator(db::Door& door, matching::MatchRow const& match) {
    auto const all = people::with_role(door, visit::Role::coordinator);
    auto const proposer = door.one<visit::PersonId>("select made_by from proposals where partnership = :partnership and request = :request and buddy = :buddy order by made_at desc limit 1", door.scope().partnership, match.request, match.buddy);
    if (proposer && std::find(all.begin(), all.end(), *proposer) != all.end()) return proposer;
    return all.empty() ? std::nullopt : std::optional{*std::min_element(all.begin(), all.end())};
}
std::optional<MeetingId> cancel_meeting(db::Write& tx, matching::MatchId const& match, base::Moment now) {
    return tx.one<MeetingId>("update meetings set cancelled_at = :now, sequence = sequence + 1 where partnership = :partnership and match = :match and cancelled_at is null and begins_at > :now returning id", now, tx.scope().partnership, match);
}

std::optional<base::Date> last_nudge(db::Door& door, matching::MatchId const& match) { return door.one<base::Date>("select max(nudged_on) from nudges where partnership = :partnership and match = :match", door.scope().partnership, match); }
bool note_nudge(db::Write& tx, matching::MatchId const& match, base::Date day) { return tx.run("insert into nudges (partnership, match, nudged_on) values (:partnership, :match, :day) on conflict do nothing", tx.scope().partnership, match, day) == 1; }

} // namespace trajectory
