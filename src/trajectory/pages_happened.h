#pragma once
// "Is het doorgegaan?": the day after a meeting each of the two says how it went, and the coordinator hears of it only when help is asked or nobody says anything. Never whose fault it was. Report L1402–1425.
#include "people/post.h"
#include "reception/visit.h"
#include "trajectory/store_meeting.h"

#include <map>
#include <vector>

namespace trajectory {

/// The question about a meeting whose day has passed, or what the viewer said; true as long as it is asked.
bool happened_part(html::Page& page, reception::Visit& v, matching::MatchRow const& match, MeetingRow const& meeting);
/// For the coordinator: who introduces, what each said of it, and what to note after a call.
void meeting_desk_part(html::Page& page, reception::Visit& v, matching::MatchRow const& match, MeetingRow const& meeting);
std::vector<reception::Route> happened_routes();
/// Writes to the two of every meeting that was yesterday; it tells nothing.
void ask_yesterdays(people::Post& post, std::string const& partnership);

} // namespace trajectory
