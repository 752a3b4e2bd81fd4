#include "trajectory/pages_happened.h"

#include "platform/jobs/jobs.h"
#include "trajectory/store_meeting_answers.h"
#include "trajectory/store_ties.h"

namespace trajectory {
using base::tr;
using matching::MatchRow;
using reception::Acted;
using reception::Done;
using reception::Visit;
using visit::Action;

namespace {

std::string address_of(MatchRow const& match) { return "/trajecten/" + match.id.value() + "/afspraak/doorgegaan"; }

struct Opened {
    MatchRow match;
    PlanGrant granted;
    MeetingRow meeting;
    bool parent, buddy;
    bool desk() const { return !parent && !buddy; }
    std::string back() const { return parent ? std::string{"/mijn/traject"} : "/trajecten/" + match.id.value() + (buddy ? "/contacten" : ""); }
};
/// The live match behind the address with the meeting that stands, for who may say something of it.
std::optional<Opened> open(Visit& v) {
    auto match = matching::find_match(v.read(), v.id<matching::Match>("match"));
    auto meeting = match && !match->ended_at ? meeting_of(v.read(), match->id) : std::nullopt;
    if (!meeting) return {};
    auto granted = v.grant<Action::plan_meeting>(match->id, match->parent.value(), ties(v.me(), *match));
    if (!granted) return {};
    return Opened{*match, *granted, *meeting, match->parent == v.me(), match->has_buddy(v.me())};
}

base::Text said(Happened answer) {
    switch (answer) {
    case Happened::yes: return tr("het ging door");
    case Happened::again: return tr("het ging niet door");
    case Happened::help: return tr("wil hulp");
    }
    throw base::Impossible{"an answer without words"};
}

} // namespace

bool happened_part(html::Page& page, Visit& v, MatchRow const& match, MeetingRow const& meeting) {
    if (!ask_whether_it_happened(meeting.begins_at, v.now())) return false;
    bool const parent = match.parent == v.me();
    if (auto const mine = answer_of(v.read(), meeting, v.me())) {
        if (*mine == Happened::yes) page.paragraph(parent ? tr("U zei: het ging door.") : tr("Je zei: het ging door."));
        if (*mine == Happened::again) page.paragraph(parent ? tr("U zei: het ging niet door. Kies samen een nieuwe dag.") : tr("Je zei: het ging niet door. Kies samen een nieuwe dag."));
        if (*mine == Happened::help) page.paragraph(parent ? tr("U vroeg om hulp. De coördinator belt u.") : tr("Je vroeg om hulp. De coördinator belt je."));
        return false;
    }
    page.alert(html::Tone::info, tr("Is de afspraak doorgegaan? Wat het antwoord ook is: het is goed."));
    page.act(address_of(match), tr("Ja, het ging door"), {{"antwoord", "ja"}});
    page.act(address_of(match), tr("Nee, we maken een nieuwe afspraak"), {{"antwoord", "nieuw"}}, false);
    page.act(address_of(match), tr("Ik wil graag hulp"), {{"antwoord", "hulp"}}, false);
    return true;
}

void meeting_desk_part(html::Page& page, Visit& v, MatchRow const& match, MeetingRow const& meeting) {
    if (meeting.introduced_by == Introducer::coordinator && !meeting.introduced_at) {
        page.alert(html::Tone::info, tr("De ouder vraagt u om hen aan elkaar voor te stellen."));
        if (meeting.begins_at <= v.now()) page.act("/trajecten/" + match.id.value() + "/afspraak/voorgesteld", tr("Ik stelde hen voor"));
    }
    if (!ask_whether_it_happened(meeting.begins_at, v.now())) return;
    page.heading(tr("Is de afspraak doorgegaan?"));
    bool noted = false;
    auto const answers = answers_of(v.read(), meeting);
    auto facts = page.facts();
    for (auto const& each : answers) {
        noted = noted || each.by_coordinator;
        if (each.by_coordinator) facts.row(tr("U hoorde"), said(each.answer));
        else facts.row(people::first_name(people::name_of(v.read(), v.keys(), each.person)), said(each.answer));
    }
    if (answers.empty()) facts.row(tr("Antwoord"), tr("nog niemand"));
    if (noted) return;
    page.act(address_of(match), tr("Ik hoorde: het ging door"), {{"antwoord", "ja"}}, false);
    page.act(address_of(match), tr("Ik hoorde: het ging niet door, wij spraken erover"), {{"antwoord", "nieuw"}}, false);
}

namespace {

http::Response create_answer(Visit& v) {
    auto const opened = open(v);
    if (!opened || !ask_whether_it_happened(opened->meeting.begins_at, v.now())) return v.not_found();
    return v.act(opened->match.id.value(), opened->match.parent.value(), [&](db::Write& tx) -> Acted {
        auto const answer = base::from_word<Happened>(v.field("antwoord"));
        if (!answer || (opened->desk() && *answer == Happened::help)) return base::Refusal::of(tr("Kies een antwoord."));
        keep_answer(tx, opened->granted, opened->meeting, *answer, opened->desk(), v.now());
        if (opened->desk()) return Done{opened->back(), tr("Bewaard.")};
        if (*answer == Happened::again) return Done{"/trajecten/" + opened->match.id.value() + "/afspraak", tr("Dat kan gebeuren. Kies hier een nieuwe dag.")};
        if (*answer == Happened::help) return Done{opened->back(), opened->parent ? tr("Goed dat u dit zegt. De coördinator belt u.") : tr("Goed dat je dit zegt. De coördinator belt je.")};
        return Done{opened->back(), opened->parent ? tr("Fijn. Dank u wel.") : tr("Fijn. Dank je wel.")}; }, [&](base::Refusal const&) { return v.not_found(); });
}

http::Response create_introduction(Visit& v) {
    auto const opened = open(v);
    if (!opened || !opened->desk() || opened->meeting.introduced_by != Introducer::coordinator) return v.not_found();
    return v.act(opened->match.id.value(), opened->match.parent.value(), [&](db::Write& tx) -> Acted {
        note_introduced(tx, opened->granted, v.now());
        return Done{opened->back(), tr("Bewaard. U stelde hen aan elkaar voor.")}; }, [&](base::Refusal const&) { return v.not_found(); });
}

} // namespace

std::vector<reception::Route> happened_routes() {
    using reception::route;
    return {
        route<Action::plan_meeting>("POST", "/trajecten/{match}/afspraak/doorgegaan", create_answer),
        route<Action::plan_meeting>("POST", "/trajecten/{match}/afspraak/voorgesteld", create_introduction),
    };
}

void ask_yesterdays(people::Post& post, std::string const& partnership) {
    auto& services = post.services;
    auto const now = services.clock.now();
    services.data.write(db::Scope::of(partnership), [&](db::Write& tx) {
        for (auto const& meeting : ask_about_meetings(tx, now)) {
            auto const match = matching::find_match(tx, meeting.match);
            if (!match) continue;
            auto everyone = match->buddies();
            everyone.push_back(match->parent);
            for (auto const& person : everyone)
                if (!answer_of(tx, meeting, person)) jobs::later(tx, services.random, "meeting.asked", partnership, person.value(), "", now);
        }
    });
}

} // namespace trajectory
