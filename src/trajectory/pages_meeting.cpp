#include "trajectory/pages_meeting.h"

#include "people/store_restriction.h"
#include "reception/visit.h"
#include "trajectory/pages_closure.h"
#include "trajectory/pages_first_talk.h"
#include "trajectory/pages_happened.h"
#include "trajectory/pages_trial.h"
#include "trajectory/store_contact.h"
#include "trajectory/store_meeting.h"
#include "trajectory/store_rhythm.h"
#include "trajectory/store_ties.h"

#include <algorithm>
#include <set>

namespace trajectory {
using base::tr;
using matching::Match;
using matching::MatchRow;
using reception::Acted;
using reception::Done;
using reception::Visit;
using visit::Action;

void meeting_part(html::Page& page, Visit& v, MatchRow const& match) {
    auto const address = "/trajecten/" + match.id.value() + "/afspraak";
    bool const for_buddy = match.has_buddy(v.me());
    auto const meeting = meeting_of(v.read(), match.id);
    page.heading(tr("Afspraak"));
    if (!meeting || meeting->begins_at <= v.now()) {
        if (meeting) {
            page.paragraph(base::Sentence{tr("De afspraak was op {moment}."), {{"moment", text::moment(meeting->begins_at, v.language())}}});
            if (happened_part(page, v, match, *meeting)) return first_talk_part(page, for_buddy);
        }
        page.button(address, tr("Maak een afspraak"), match.only_by_meeting());
        return first_talk_part(page, for_buddy);
    }
    page.facts().row(tr("Wanneer"), text::moment(meeting->begins_at, v.language())).row(tr("Waar"), name(meeting->place)).row(for_buddy ? tr("Wie stelt jullie voor?") : tr("Wie stelt u aan elkaar voor?"), name(meeting->introduced_by));
    if (meeting->introduced_by == Introducer::school_contact) page.paragraph(for_buddy ? tr("De ouder vraagt de intern begeleider zelf. Wij mailen school niet.") : tr("Vraagt u de intern begeleider zelf? Wij mailen school niet."));
    if (meeting->introduced_by == Introducer::coordinator) page.paragraph(for_buddy ? tr("De coördinator heeft het ook in de agenda.") : tr("De coördinator heeft het ook in de agenda en stelt u voor."));
    if (meeting->waits()) {
        if (for_buddy) page.paragraph(tr("De ouder stelt voor om thuis af te spreken. Dat hoeft niet. Kies anders samen een andere plek.")).act(address + "/akkoord", tr("Ja, thuis is goed"));
        else page.paragraph(tr("Uw buddy moet nog zeggen of thuis goed is."));
    }
    page.button(address, tr("Verander de afspraak"), false);
    page.act(address + "/afzegging", tr("Zeg de afspraak af"), {}, false);
    first_talk_part(page, for_buddy);
}

namespace {

Planner planner(Visit& v, MatchRow const& match) { return match.parent == v.me() ? Planner::parent : match.has_buddy(v.me()) ? Planner::buddy
                                                                                                                             : Planner::coordinator; }
std::string back(MatchRow const& match, Planner who) {
    if (who == Planner::parent) return "/mijn/traject";
    return "/trajecten/" + match.id.value() + (who == Planner::buddy ? "/contacten" : "");
}

struct Opened {
    MatchRow match;
    PlanGrant granted;
    Planner who;
};
/// The live match behind the address, for who may plan its meeting.
std::optional<Opened> open(Visit& v) {
    auto match = matching::find_match(v.read(), v.id<Match>("match"));
    if (!match || match->ended_at) return {};
    auto granted = v.grant<Action::plan_meeting>(match->id, match->parent.value(), ties(v.me(), *match));
    if (!granted) return {};
    return Opened{*match, *granted, planner(v, *match)};
}

http::Response meeting_form(Visit& v, base::Refusal const* refusal) {
    auto opened = open(v);
    if (!opened) return v.not_found();
    auto const& [match, granted, who] = *opened;
    auto standing = meeting_of(v.read(), match.id);
    auto values = v.values();
    if (!refusal && standing) {
        auto const local = base::local(standing->begins_at);
        reception::put_date(values, "dag", local.date);
        auto time = base::hours(local.time);
        time[2] = '.';
        values.emplace("tijd", time);
        values.emplace("plaats", std::string{base::word(standing->place)});
        values.emplace("introductie", std::string{base::word(standing->introduced_by)});
    }
    return v.page(standing ? tr("Afspraak veranderen") : tr("Afspraak maken"), [&, who = who, id = match.id](html::Page& page) {
        page.lead(who == Planner::parent ? tr("Waar en wanneer ziet u elkaar? U kiest wat voor u goed voelt.") : tr("Waar en wanneer zien jullie elkaar? De ouder bepaalt wat goed voelt."));
        auto form = page.form("/trajecten/" + id.value() + "/afspraak", tr("Zet in de agenda"), values, refusal);
        form.date({.name = "dag", .label = tr("Welke dag?")});
        form.text({.name = "tijd", .label = tr("Hoe laat?"), .hint = tr("Bijvoorbeeld 19.30"), .inputmode = "numeric", .most = 5});
        std::vector<html::Option> places, introducers;
        for (auto const& [place, word] : base::Words<MeetingPlace>::entries)
            if (place != MeetingPlace::home || who == Planner::parent) places.push_back({std::string{word}, place == MeetingPlace::home ? html::Said{tr("bij mij thuis, als mijn buddy dat ook goed vindt")} : html::Said{name(place)}});
        form.radios({.name = "plaats", .label = tr("Waar?"), .hint = tr("Een adres schrijven we nergens op. Spreek dat samen af.")}, places);
        if (who == Planner::parent) {
            for (auto const& [each, word] : base::Words<Introducer>::entries) introducers.push_back({std::string{word}, name(each)});
            form.radios({.name = "introductie", .label = tr("Wie stelt u aan elkaar voor?"), .hint = tr("U bepaalt dit. Niemand is ook goed.")}, introducers);
        }
        form.note(tr("U krijgt allebei een agendabericht. Daarin staat niet waar het over gaat."));
    },
                  {.status = refusal ? 422 : 200, .quick_exit = who == Planner::parent});
}
http::Response edit_meeting(Visit& v) { return meeting_form(v, nullptr); }

void invite(db::Write& tx, Visit& v, MeetingId const& id) { jobs::later(tx, v.services().random, "meeting.invite", v.house().id.value(), id.value(), "", v.now()); }

http::Response update_meeting(Visit& v) {
    auto opened = open(v);
    if (!opened) return v.not_found();
    auto again = [&](base::Refusal const& refusal) { return meeting_form(v, &refusal); };
    auto standing = meeting_of(v.read(), opened->match.id);
    auto planned = plan_meeting({v.date_field("dag"), base::time_from(v.field("tijd")), base::from_word<MeetingPlace>(v.field("plaats")), base::from_word<Introducer>(v.field("introductie"))}, opened->who, standing ? standing->introduced_by : Introducer::nobody, v.now());
    if (!planned) return again(planned.error());
    // an address is never stored here, and without a number nobody could tell it
    if (planned->place == MeetingPlace::home && opened->match.parent_gives == matching::Gives::appointment) return again(base::Refusal::of("plaats", tr("Thuis kan alleen als uw buddy u kan bellen of mailen. Kies een andere plek.")));
    return v.act(opened->match.id.value(), opened->match.parent.value(), [&](db::Write& tx) -> Acted {
        auto id = plan(tx, opened->granted, v.new_id<Meeting>(), *planned, v.now());
        if (planned->place != MeetingPlace::home) invite(tx, v, id);
        else
            for (auto const& buddy : opened->match.buddies()) jobs::later(tx, v.services().random, "meeting.ask_home", v.house().id.value(), buddy.value(), "", v.now());
        return Done{back(opened->match, opened->who), planned->place == MeetingPlace::home ? tr("Bewaard. Uw buddy zegt nog of thuis goed is. Daarna krijgt u een agendabericht.") : tr("Bewaard. U krijgt allebei een agendabericht.")}; }, again);
}

http::Response create_home_agreement(Visit& v) {
    auto opened = open(v);
    if (!opened || opened->who != Planner::buddy) return v.not_found();
    return v.act(opened->match.id.value(), opened->match.parent.value(), [&](db::Write& tx) -> Acted {
        agree_home(tx, opened->granted, v.now());
        if (auto meeting = meeting_of(tx, opened->match.id)) invite(tx, v, meeting->id);
        return Done{back(opened->match, opened->who), tr("Bewaard. U krijgt allebei een agendabericht.")}; }, [&](base::Refusal const&) { return v.not_found(); });
}

http::Response create_meeting_end(Visit& v) {
    auto opened = open(v);
    if (!opened) return v.not_found();
    return v.act(opened->match.id.value(), opened->match.parent.value(), [&](db::Write& tx) -> Acted {
        if (auto cancelled = cancel_meeting(tx, opened->match.id, v.now())) invite(tx, v, *cancelled);
        return Done{back(opened->match, opened->who), tr("De afspraak gaat niet door. U krijgt daar allebei bericht van.")}; }, [&](base::Refusal const&) { return v.not_found(); });
}

/// Whether someone of a match put the own data under lock, so that nothing is asked about it.
bool is_under_lock(MatchRow const& match, std::set<visit::PersonId> const& locked) {
    if (locked.empty()) return false;
    auto everyone = match.buddies();
    everyone.push_back(match.parent);
    return std::any_of(everyone.begin(), everyone.end(), [&](auto const& person) { return locked.contains(person); });
}

/// Nudges the buddy of every quiet match, once for each silence.
void nudge_quiet_ones(people::Post& post, std::string const& partnership) {
    auto& services = post.services;
    auto const now = services.clock.now();
    std::vector<MatchRow> quiet;
    {
        auto door = services.data.read(db::Scope::of(partnership));
        auto const courses_of = courses(*door);
        auto const contacts_of_all = tallies(*door);
        auto const locked = people::restricted(*door);
        for (auto const& match : matching::matches(*door)) {
            if (match.ended_at || is_under_lock(match, locked)) continue;
            auto const its_contacts = contacts_of_all.find(match.id);
            auto const last = its_contacts == contacts_of_all.end() ? std::nullopt : its_contacts->second.last;
            auto const nudged = last_nudge(*door, match.id);
            auto const its = courses_of.find(match.id);
            auto const course = its == courses_of.end() ? Course{} : its->second;
            auto const how = course.parent_begins ? Pace::going : pace(match.begun_at, last, course, now); // who need not begin is not told to
            if ((how == Pace::quiet || how == Pace::very_quiet) && (!nudged || *nudged < *last)) quiet.push_back(match);
        }
    }
    for (auto const& match : quiet)
        services.data.write(db::Scope::of(partnership), [&](db::Write& tx) {
            if (!note_nudge(tx, match.id, base::local_date(now))) return;
            for (auto const& buddy : match.buddies()) jobs::later(tx, services.random, "trajectory.nudge", partnership, buddy.value(), "", now);
        });
}

struct Coordinator {
    visit::PersonId person;
    bool cancelled;
};
/// Whose calendar follows a meeting as the one who introduces, and whether it goes out of it; the second time a job runs it says the same.
std::optional<Coordinator> keep_coordinator_invited(reception::Services& services, std::string const& partnership, MeetingRow const& meeting, MatchRow const& match) {
    std::optional<Coordinator> found;
    services.data.write(db::Scope::of(partnership), [&](db::Write& tx) {
        found.reset();
        auto const wanted = meeting.introduced_by == Introducer::coordinator && !meeting.cancelled_at;
        if (!wanted && meeting.invited) found = Coordinator{*meeting.invited, true};
        if (!wanted) return;
        auto const who = meeting.invited ? meeting.invited : introducing_coordinator(tx, match);
        if (!who) return;
        note_invited(tx, meeting.id, who);
        found = Coordinator{*who, false};
    });
    return found;
}

} // namespace

void call_off(db::Write& tx, Visit& v, matching::MatchId const& match) {
    if (auto cancelled = cancel_meeting(tx, match, v.now())) jobs::later(tx, v.services().random, "meeting.invite", v.house().id.value(), cancelled->value(), "", v.now());
}

std::vector<reception::Route> meeting_routes() {
    using reception::route;
    return {
        route<Action::plan_meeting>("GET", "/trajecten/{match}/afspraak", edit_meeting),
        route<Action::plan_meeting>("POST", "/trajecten/{match}/afspraak", update_meeting),
        route<Action::plan_meeting>("POST", "/trajecten/{match}/afspraak/akkoord", create_home_agreement),
        route<Action::plan_meeting>("POST", "/trajecten/{match}/afspraak/afzegging", create_meeting_end),
    };
}

std::map<std::string, people::Worker> workers() {
    auto notice = [](people::Post& post, jobs::Job const& job) { people::write_notice(post, job.of_partnership, visit::PersonId{job.about}); };
    return {
        {"meeting.ask_home", notice},
        {"meeting.asked", notice},
        {"trial.asked", notice},
        {"trajectory.nudge", notice},
        {"closure.told", notice},
        {"closure.later", notice},
        {"trajectory.round", [](people::Post& post, jobs::Job const& job) {
             nudge_quiet_ones(post, job.of_partnership);
             ask_yesterdays(post, job.of_partnership);
             ask_about_ended_trials(post, job.of_partnership);
             ask_later_ones(post, job.of_partnership);
         }},
        {"meeting.invite", [](people::Post& post, jobs::Job const& job) {
             std::optional<MeetingRow> meeting;
             std::optional<MatchRow> match;
             {
                 auto door = post.services.data.read(db::Scope::of(job.of_partnership));
                 meeting = find_meeting(*door, MeetingId{job.about});
                 if (meeting) match = matching::find_match(*door, meeting->match);
             }
             if (!meeting || !match || (meeting->waits() && !meeting->cancelled_at)) return;
             // one file each, with only its own receiver in it
             auto everyone = match->buddies();
             everyone.push_back(match->parent);
             if (auto const coordinator = keep_coordinator_invited(post.services, job.of_partnership, *meeting, *match)) people::write_invitation(post, job.of_partnership, coordinator->person, {meeting->id.value() + "-" + coordinator->person.value(), meeting->sequence, meeting->begins_at, meeting_minutes, "", coordinator->cancelled});
             for (auto const& person : everyone) people::write_invitation(post, job.of_partnership, person, {meeting->id.value() + "-" + person.value(), meeting->sequence, meeting->begins_at, meeting_minutes, "", meeting->cancelled_at.has_value()});
         }},
    };
}

} // namespace trajectory
