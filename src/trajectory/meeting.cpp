#include "trajectory/meeting.h"

#include "platform/base/require.h"

#include <algorithm>

namespace trajectory {
using base::tr;

base::Result<PlannedMeeting, base::Refusal> plan_meeting(MeetingDraft const& draft, Planner planner, Introducer standing, base::Moment now) {
    base::Refusal refusal;
    if (!draft.day) refusal.add("dag", tr("Vul een dag in, bijvoorbeeld 15 1 2027."));
    if (!draft.time) refusal.add("tijd", tr("Vul een tijd in, bijvoorbeeld 19.30."));
    if (draft.day && draft.time) {
        auto const begins = base::moment_of({*draft.day, *draft.time});
        if (begins <= now) refusal.add("dag", tr("Kies een moment dat nog moet komen."));
        else if (base::days_between(base::local_date(now), *draft.day) > 183) refusal.add("dag", tr("Kies een dag binnen een half jaar."));
    }
    if (!draft.place) refusal.add("plaats", tr("Kies waar jullie elkaar zien."));
    if (draft.place == MeetingPlace::home && planner != Planner::parent) refusal.add("plaats", tr("Thuis afspreken kan alleen als de ouder dat zelf voorstelt."));
    if (planner == Planner::parent && !draft.introduced_by) refusal.add("introductie", tr("Kies wie u aan elkaar voorstelt."));
    if (!refusal.empty()) return refusal;
    return PlannedMeeting{base::moment_of({*draft.day, *draft.time}), *draft.place, planner == Planner::parent ? *draft.introduced_by : standing};
}

bool waits_for_buddy(MeetingPlace place, bool buddy_agreed) { return place == MeetingPlace::home && !buddy_agreed; }

bool ask_whether_it_happened(base::Moment begins, base::Moment now) { return base::local_date(now) > base::local_date(begins); }

FollowUp follow_up(base::Moment begins, std::vector<Happened> const& said, bool noted, base::Moment now) {
    if (noted || !ask_whether_it_happened(begins, now)) return FollowUp::nothing;
    if (std::find(said.begin(), said.end(), Happened::help) != said.end()) return FollowUp::help;
    return said.empty() && base::days_between(base::local_date(begins), base::local_date(now)) >= 3 ? FollowUp::ask_by_phone : FollowUp::nothing;
}

base::Text name(MeetingPlace place) {
    switch (place) {
    case MeetingPlace::neutral: return tr("op een rustige plek, niet op school");
    case MeetingPlace::school: return tr("op school");
    case MeetingPlace::online: return tr("online");
    case MeetingPlace::home: return tr("bij de ouder thuis");
    }
    throw base::Impossible{"a place without a name"};
}

base::Text name(Introducer introducer) {
    switch (introducer) {
    case Introducer::nobody: return tr("niemand");
    case Introducer::coordinator: return tr("de coördinator");
    case Introducer::school_contact: return tr("de intern begeleider van school");
    }
    throw base::Impossible{"an introducer without a name"};
}

} // namespace trajectory
