#include "trajectory/store_worklist.h"

#include "matching/store_couples.h"
#include "trajectory/store_closure.h"
#include "trajectory/store_contact.h"
#include "trajectory/store_meeting_answers.h"
#include "trajectory/store_rhythm.h"
#include "trajectory/store_trial.h"

namespace trajectory {
using base::tr;
using visit::Urgency;

std::vector<visit::Work> worklist(db::Door& door, visit::Granted<visit::Action::see_worklist, people::Partnership> const& granted, base::Moment now) {
    std::vector<visit::Work> work;
    auto const courses_of = courses(door);
    auto const contacts_of_all = tallies(door);
    for (auto const& match : matching::matches(door)) {
        // the rows name the buddy, and tell of the parent all the same
        if (match.ended_at || granted.viewer().closed_to(match.parent)) continue;
        auto const its_contacts = contacts_of_all.find(match.id);
        auto const contacts = its_contacts == contacts_of_all.end() ? Tally{match.id, 0, {}, {}} : its_contacts->second;
        auto const its_course = courses_of.find(match.id);
        auto const course = its_course == courses_of.end() ? Course{} : its_course->second;
        auto const& last = contacts.last;
        auto const how = pace(match.begun_at, last, course, now);
        auto const href = "/trajecten/" + match.id.value();
        auto const& names = match.buddy;
        switch (how) {
        case Pace::first_contact_overdue: work.push_back({"contact.first_overdue", Urgency::overdue, course.parent_begins ? tr("Nog geen eerste contact: de ouder zou beginnen") : tr("Nog geen eerste contact: bel de buddy"), names, match.begun_at, href, tr("Bekijk koppeling"), match.parent}); break;
        case Pace::very_quiet: work.push_back({"match.quiet", Urgency::today, tr("Al lang stil: vraag hoe het gaat"), names, base::moment_of({*last, {}}), href, tr("Bekijk koppeling"), match.parent}); break;
        case Pace::first_contact_awaited:
        case Pace::going:
        case Pace::quiet:
        case Pace::resting: break;
        }
        if (how != Pace::very_quiet && how != Pace::first_contact_overdue && too_few_contacts(course, base::local_date(match.begun_at), contacts.contacts, base::local_date(now))) work.push_back({"match.few", Urgency::soon, tr("Weinig contact in de eerste weken: vraag hoe het gaat"), names, match.begun_at, href, tr("Bekijk koppeling"), match.parent});
        auto meeting = meeting_of(door, match.id);
        if (meeting) {
            auto const next = follow_up_of(door, *meeting, now);
            auto const held = last && *last >= base::local_date(meeting->begins_at);
            if (next == FollowUp::help) work.push_back({"meeting.help", Urgency::today, tr("Wil hulp bij de eerste afspraak: bel"), names, meeting->begins_at, href, tr("Bekijk koppeling"), match.parent});
            if (next == FollowUp::ask_by_phone && !held) work.push_back({"meeting.happened", Urgency::today, tr("Is de afspraak doorgegaan? Vraag het de buddy"), names, meeting->begins_at, href, tr("Bekijk koppeling"), match.parent});
            auto const days = base::days_between(base::local_date(now), base::local_date(meeting->begins_at));
            if (meeting->introduced_by == Introducer::coordinator && !meeting->introduced_at && !meeting->waits() && !held) work.push_back({"meeting.introduce", days <= 0 ? Urgency::today : days <= 2 ? Urgency::soon
                                                                                                                                                                                                        : Urgency::waiting,
                                                                                                                                            tr("U stelt ouder en buddy aan elkaar voor"), names, meeting->begins_at, href, tr("Bekijk koppeling"), match.parent});
        }
        if (match.only_by_meeting() && !meeting && !last) work.push_back({"meeting.to_plan", Urgency::soon, tr("Zij bereiken elkaar alleen op een afspraak: help die te maken"), names, match.begun_at, href + "/afspraak", tr("Maak een afspraak"), match.parent});
        else if (!meeting && !last && how == Pace::first_contact_awaited) work.push_back({"meeting.to_plan", Urgency::waiting, tr("Nieuwe koppeling: eerste afspraak nog te maken"), names, match.begun_at, href + "/afspraak", tr("Maak een afspraak"), match.parent});
        if (auto const step = trial_step_of(door, match, base::local_date(now)); step != TrialStep::nothing) {
            auto const waits = base::days_between(*match.trial_until, base::local_date(now));
            work.push_back({"trial.ended", step == TrialStep::talk || waits >= 4 ? Urgency::today : Urgency::waiting, step == TrialStep::talk ? tr("Wil praten na de proefperiode: bel") : tr("Proefperiode voorbij: niet iedereen zei iets"), names, base::moment_of({*match.trial_until, {}}), href, tr("Bekijk koppeling"), match.parent});
        }
        if (contacts.wants_to_talk) work.push_back({"contact.wants_to_talk", Urgency::soon, tr("Wil hierover praten: bel de buddy"), names, base::moment_of({*contacts.wants_to_talk, {}}), href, tr("Bekijk koppeling"), match.parent});
    }
    for (auto const& closure : open_closures(door)) {
        auto const match = matching::find_match(door, closure.match);
        if (!match || !match->ended_at || granted.viewer().closed_to(match->parent)) continue;
        auto const href = "/trajecten/" + closure.match.value();
        auto const since = base::working_days_between(base::local_date(closure.closed_at), base::local_date(now));
        if (!closure.told_at) work.push_back({"closure.tell", since > 2 ? Urgency::overdue : Urgency::today, tr("Een contact stopte: bel de ander"), closure.closed_by == match->parent ? match->buddy : match->parent, closure.closed_at, href, tr("Bekijk koppeling"), match->parent});
        else if (closure.later_answer == base::word(Later::call) && !closure.called_at) work.push_back({"closure.call", Urgency::today, tr("Wil na drie maanden gebeld worden"), match->parent, *closure.later_answered_at, href, tr("Bekijk koppeling")});
        else if (closure.talk_parent == Talk::open || closure.talk_buddy == Talk::open) work.push_back({"closure.talk", since > 10 ? Urgency::today : Urgency::waiting, tr("Afsluitend gesprek nog te houden"), closure.talk_parent == Talk::open ? match->parent : match->buddy, closure.closed_at, href, tr("Bekijk koppeling"), match->parent});
    }
    for (auto const& left : matching::unanswered_departures(door)) {
        auto match = matching::find_match(door, left.match);
        auto const waits = base::days_between(base::local_date(left.left_at), base::local_date(now));
        work.push_back({"departure.asked", waits >= 4 ? Urgency::today : Urgency::waiting, tr("Eén van een buddypaar stopte: de ouder kiest nog"), match->parent, left.left_at, "/trajecten/" + left.match.value(), tr("Bekijk koppeling")});
    }
    return work;
}

} // namespace trajectory
