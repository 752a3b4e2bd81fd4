#pragma once
// What buddy and parent say of a meeting whose day has passed, and what the coordinator noted by phone.
#include "trajectory/store_meeting.h"

#include <vector>

namespace trajectory {

struct MeetingAnswer {
    visit::PersonId person;
    Happened answer;
    bool by_coordinator;
    base::Moment answered_at;
};

/// What was said of a meeting as it stands; a meeting that was moved is asked about anew.
std::vector<MeetingAnswer> answers_of(db::Door& door, MeetingRow const& meeting);
/// What one person said of it.
std::optional<Happened> answer_of(db::Door& door, MeetingRow const& meeting, visit::PersonId const& person);
/// Keeps what the one who was granted says; it may be said again.
void keep_answer(db::Write& tx, PlanGrant const& granted, MeetingRow const& meeting, Happened answer, bool by_coordinator, base::Moment now);
/// What the coordinator has to do about a meeting.
FollowUp follow_up_of(db::Door& door, MeetingRow const& meeting, base::Moment now);
/// Meetings of live matches whose day passed within a week and about which nobody was written to yet; they count as written from now on.
std::vector<MeetingRow> ask_about_meetings(db::Write& tx, base::Moment now);

} // namespace trajectory
