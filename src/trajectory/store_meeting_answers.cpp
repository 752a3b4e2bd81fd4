#include "trajectory/store_meeting_answers.h"

namespace trajectory {

std::vector<MeetingAnswer> answers_of(db::Door& door, MeetingRow const& meeting) {
    return door.list<MeetingAnswer>("select person, answer, by_coordinator, answered_at from meeting_answers where partnership = :partnership and meeting = :meeting and sequence = :sequence order by answered_at, person", door.scope().partnership, meeting.id, meeting.sequence);
}
std::optional<Happened> answer_of(db::Door& door, MeetingRow const& meeting, visit::PersonId const& person) {
    return door.one<Happened>("select answer from meeting_answers where partnership = :partnership and meeting = :meeting and sequence = :sequence and person = :person", door.scope().partnership, meeting.id, meeting.sequence, person);
}
void keep_answer(db::Write& tx, PlanGrant const& granted, MeetingRow const& meeting, Happened answer, bool by_coordinator, base::Moment now) {
    tx.run("insert into meeting_answers (partnership, meeting, sequence, person, answer, by_coordinator, answered_at) values (:partnership, :meeting, :sequence, :person, :answer, :by_coordinator, :now) on conflict (partnership, meeting, sequence, person) do update set answer = excluded.answer, answered_at = excluded.answered_at", tx.scope().partnership,
           meeting.id, meeting.sequence, *granted.viewer().person, answer, by_coordinator, now);
}
FollowUp follow_up_of(db::Door& door, MeetingRow const& meeting, base::Moment now) {
    std::vector<Happened> said;
    bool noted = false;
    for (auto const& each : answers_of(door, meeting)) {
        if (each.by_coordinator) noted = true;
        else said.push_back(each.answer);
    }
    return follow_up(meeting.begins_at, said, noted, now);
}
std::vector<MeetingRow> ask_about_meetings(db::Write& tx, base::Moment now) {
    std::vector<MeetingRow> all;
    for (auto const& id : tx.column<matching::MatchId>("select match from meetings where partnership = :partnership and cancelled_at is null and begins_at <= :now and begins_at > :since and (asked_sequence is null or asked_sequence < sequence) and exists (select 1 from matches m where m.partnership = meetings.partnership and m.id = meetings.match and m.ended_at is null "
                                                       "and not exists (select 1 from restrictions l where l.partnership = m.partnership and l.person in (m.parent, m.buddy, m.partner) and l.ended_at is null))",
                                                       tx.scope().partnership, now, now - std::chrono::hours{24 * 7})) {
        auto meeting = meeting_of(tx, id);
        if (!meeting || !ask_whether_it_happened(meeting->begins_at, now)) continue;
        if (tx.run("update meetings set asked_sequence = sequence where partnership = :partnership and id = :id and sequence = :sequence", tx.scope().partnership, meeting->id, meeting->sequence) == 1) all.push_back(*meeting);
    }
    return all;
}

} // namespace trajectory
