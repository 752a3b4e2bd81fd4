#include "trajectory/pages_departure.h"

#include "matching/store_couples.h"
#include "trajectory/pages_meeting.h"
#include "trajectory/store_closure.h"
#include "trajectory/store_meeting.h"
#include "trajectory/store_ties.h"
#include "trajectory/trajectory.h"

namespace trajectory {
using base::tr;
using reception::Acted;
using reception::Done;
using reception::Visit;
using visit::Action;

void departure_part(html::Page& page, Visit& v, matching::MatchRow const& match) {
    auto const left = matching::departure_from(v.read(), match.id);
    if (!left || left->goes_on) return;
    bool const parent = match.parent == v.me();
    auto const stays = people::first_names_of(v.read(), v.keys(), match.buddies(), v.language()), name = people::first_name(people::name_of(v.read(), v.keys(), left->person));
    auto const gone = name == "–" ? text::say(tr("Een van de twee"), v.language()) : name;
    page.alert(html::Tone::info, base::Sentence{parent ? tr("{gone} is gestopt. {stays} kan alleen met u verdergaan. U kiest of u dat wilt.") : tr("{gone} is gestopt. De ouder kiest nog of {stays} alleen verdergaat."), {{"gone", gone}, {"stays", stays}}});
    auto const address = "/trajecten/" + match.id.value() + "/verder";
    page.act(address, base::Sentence{parent ? tr("Ja, met {stays} verder") : tr("De ouder wil verder met {stays}"), {{"stays", stays}}}, {{"verder", "ja"}});
    page.act(address, parent ? tr("Nee, dan stop ik ook") : tr("De ouder stopt"), {{"verder", "nee"}}, false);
}

namespace {

http::Response create_departure_answer(Visit& v) {
    auto match = matching::find_match(v.read(), v.id<matching::Match>("match"));
    if (!match || match->ended_at || !v.grant<Action::answer_departure>(match->id, match->parent.value(), ties(v.me(), *match))) return v.not_found();
    auto const left = matching::departure_from(v.read(), match->id);
    if (!left) return v.not_found();
    auto const back = match->parent == v.me() ? std::string{"/mijn/traject"} : "/trajecten/" + match->id.value();
    return v.act(match->id.value(), match->parent.value(), [&](db::Write& tx) -> Acted {
        bool const goes_on = v.field("verder") == "ja";
        if (!goes_on && v.field("verder") != "nee") return base::Refusal::of(tr("Kies ja of nee."));
        if (!matching::answer_departure(tx, left->id, goes_on, v.now())) return Done{back, tr("Dit is al beantwoord.")};
        if (goes_on) return Done{back, tr("Bewaard. Het gaat verder met één buddy.")};
        if (close(tx, v.services().random, *match, v.me(), {EndReason::stopped_not_asked, Teller::coordinator, false}, v.language(), v.now())) call_off(tx, v, match->id);
        return Done{back, tr("Het contact is gestopt. De coördinator belt u binnen twee werkdagen.")}; }, [&](base::Refusal const&) { return v.not_found(); });
}

void tell_departure(people::Post& post, jobs::Job const& job) {
    std::optional<matching::MatchRow> match;
    std::optional<MeetingRow> meeting;
    {
        auto door = post.services.data.read(db::Scope::of(job.of_partnership));
        match = matching::find_match(*door, matching::MatchId{job.about});
        if (match) meeting = meeting_of(*door, match->id);
    }
    if (!match || match->ended_at) return;
    people::write_notice(post, job.of_partnership, match->parent);
    visit::PersonId const leaver{job.extra};
    if (meeting && !meeting->waits() && meeting->begins_at > post.services.clock.now())
        people::write_invitation(post, job.of_partnership, leaver, {meeting->id.value() + "-" + leaver.value(), meeting->sequence + 1, meeting->begins_at, meeting_minutes, "", true});
}

} // namespace

std::vector<reception::Route> departure_routes() {
    return {reception::route<Action::answer_departure>("POST", "/trajecten/{match}/verder", create_departure_answer)};
}
std::map<std::string, people::Worker> departure_workers() { return {{matching::departed, tell_departure}}; }

} // namespace trajectory
