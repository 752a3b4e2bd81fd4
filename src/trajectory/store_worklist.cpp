#include "trajectory/store_worklist.h"

#include "matching/store_couples.h"
#include "trajectory/store_contact.h"
#include "trajectory/store_meeting_answers.h"
#include "trajectory/store_trial.h"

namespace trajectory {
using base::tr;
using visit::Urgency;

std::vector<visit::Work> worklist(db::Door& door, visit::Granted<visit::Action::see_worklist, people::Partnership> const& granted, base::Moment now) {
    std::vector<visit::Work> work;
    for (auto const& match : matching::matches(door)) {
        // the rows name the buddy, and tell of the parent all the same
        if (match.ended_at || granted.viewer().closed_to(match.parent)) continue;
        auto const last = last_contact(door, match.id);
        auto const href = "/trajecten/" + match.id.value();
        auto const& names = match.buddy;
        switch (pace(match.begun_at, last, now)) {
        case Pace::first_contact_overdue: work.push_back({"contact.first_overdue", Urgency::overdue, tr("Nog geen eerste contact: bel de buddy"), names, match.begun_at, href, tr("Bekijk koppeling")}); break;
        case Pace::very_quiet: work.push_back({"match.quiet", Urgency::today, tr("Al lang stil: vraag hoe het gaat"), names, base::moment_of({*last, {}}), href, tr("Bekijk koppeling")}); break;
        case Pace::first_contact_awaited:
        case Pace::going:
        case Pace::quiet: break;
        }
        auto meeting = meeting_of(door, match.id);
        if (meeting) {
            auto const next = follow_up_of(door, *meeting, now);
            auto const held = last && *last >= base::local_date(meeting->begins_at);
            if (next == FollowUp::help) work.push_back({"meeting.help", Urgency::today, tr("Wil hulp bij de eerste afspraak: bel"), names, meeting->begins_at, href, tr("Bekijk koppeling")});
            if (next == FollowUp::ask_by_phone && !held) work.push_back({"meeting.happened", Urgency::today, tr("Is de afspraak doorgegaan? Vraag het de buddy"), names, meeting->begins_at, href, tr("Bekijk koppeling")});
            auto const days = base::days_between(base::local_date(now), base::local_date(meeting->begins_at));
            if (meeting->introduced_by == Introducer::coordinator && !meeting->introduced_at && !meeting->waits() && !held) work.push_back({"meeting.introduce", days <= 0 ? Urgency::today : days <= 2 ? Urgency::soon
                                                                                                                                                                                                        : Urgency::waiting,
                                                                                                                                            tr("U stelt ouder en buddy aan elkaar voor"), names, meeting->begins_at, href, tr("Bekijk koppeling")});
        }
        if (match.only_by_meeting() && !meeting && !last) work.push_back({"meeting.to_plan", Urgency::soon, tr("Zij bereiken elkaar alleen op een afspraak: help die te maken"), names, match.begun_at, href + "/afspraak", tr("Maak een afspraak")});
        else if (!meeting && !last && pace(match.begun_at, last, now) == Pace::first_contact_awaited) work.push_back({"meeting.to_plan", Urgency::waiting, tr("Nieuwe koppeling: eerste afspraak nog te maken"), names, match.begun_at, href + "/afspraak", tr("Maak een afspraak")});
        if (auto const step = trial_step_of(door, match, base::local_date(now)); step != TrialStep::nothing) {
            auto const waits = base::days_between(*match.trial_until, base::local_date(now));
            work.push_back({"trial.ended", step == TrialStep::talk || waits >= 4 ? Urgency::today : Urgency::waiting, step == TrialStep::talk ? tr("Wil praten na de proefperiode: bel") : tr("Proefperiode voorbij: niet iedereen zei iets"), names, base::moment_of({*match.trial_until, {}}), href, tr("Bekijk koppeling")});
        }
        auto wish = door.one<base::Date>("select max(held_on) from contacts where partnership = :partnership and match = :match and wants_to_talk = 1", door.scope().partnership, match.id);
        if (wish && wish == last) work.push_back({"contact.wants_to_talk", Urgency::soon, tr("Wil hierover praten: bel de buddy"), names, base::moment_of({*wish, {}}), href, tr("Bekijk koppeling")});
    }
    for (auto const& left : matching::unanswered_departures(door)) {
        auto match = matching::find_match(door, left.match);
        auto const waits = base::days_between(base::local_date(left.left_at), base::local_date(now));
        work.push_back({"departure.asked", waits >= 4 ? Urgency::today : Urgency::waiting, tr("Eén van een buddypaar stopte: de ouder kiest nog"), match->parent, left.left_at, "/trajecten/" + left.match.value(), tr("Bekijk koppeling")});
    }
    return work;
}

} // namespace trajectory
