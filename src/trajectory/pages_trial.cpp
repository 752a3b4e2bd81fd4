#include "trajectory/pages_trial.h"

#include "platform/jobs/jobs.h"
#include "trajectory/store_ties.h"
#include "trajectory/store_trial.h"

namespace trajectory {
using base::tr;
using matching::MatchRow;
using reception::Acted;
using reception::Done;
using reception::Visit;
using visit::Action;

namespace {

std::string address_of(MatchRow const& match) { return "/trajecten/" + match.id.value() + "/proef"; }
std::vector<visit::PersonId> everyone(MatchRow const& match) {
    auto all = match.buddies();
    all.insert(all.begin(), match.parent);
    return all;
}

} // namespace

void trial_part(html::Page& page, Visit& v, MatchRow const& match) {
    if (!match.trial_until) return;
    bool const parent = match.parent == v.me();
    if (!trial_is_over(match.trial_until, v.today())) return void(page.paragraph(base::Sentence{tr("Proefperiode tot {day}."), {{"day", text::plain_day(*match.trial_until, v.language())}}}));
    auto const said = trial_answer_of(v.read(), match.id, v.me());
    if (said == TrialAnswer::goes_on) return;
    if (said == TrialAnswer::talk) return void(page.paragraph(parent ? tr("U wilde praten over de proefperiode. De coördinator belt u.") : tr("Je wilde praten over de proefperiode. De coördinator belt je.")));
    page.alert(html::Tone::info, parent ? tr("De proefperiode is voorbij. Wilt u samen verder?") : tr("De proefperiode is voorbij. Wil je samen verder?"));
    page.act(address_of(match), tr("Ja, ik ga verder"), {{"antwoord", "verder"}});
    page.act(address_of(match), tr("Ik wil er eerst over praten"), {{"antwoord", "praten"}}, false);
    page.button("/trajecten/" + match.id.value() + "/stoppen", tr("Nee, ik stop"), false);
}

void trial_desk_part(html::Page& page, Visit& v, MatchRow const& match) {
    if (!match.trial_until) return;
    page.heading(tr("Proefperiode"));
    page.paragraph(base::Sentence{tr("Proefperiode tot {day}."), {{"day", text::plain_day(*match.trial_until, v.language())}}});
    if (!trial_is_over(match.trial_until, v.today())) return;
    for (auto const& person : everyone(match)) {
        auto const name = people::first_name(people::name_of(v.read(), v.keys(), person));
        auto const said = trial_answer_of(v.read(), match.id, person);
        page.paragraph(base::Sentence{!said ? tr("{name} zei nog niets.") : *said == TrialAnswer::goes_on ? tr("{name} gaat verder.")
                                                                                                          : tr("{name} wil erover praten."),
                                      {{"name", name}}});
        if (said == TrialAnswer::goes_on) continue;
        page.act(address_of(match), base::Sentence{tr("{name} zei mij: ik ga verder"), {{"name", name}}}, {{"antwoord", "verder"}, {"wie", person.value()}}, false);
        if (!said) page.act(address_of(match), base::Sentence{tr("{name} wil erover praten"), {{"name", name}}}, {{"antwoord", "praten"}, {"wie", person.value()}}, false);
    }
}

namespace {

http::Response create_answer(Visit& v) {
    auto const match = matching::find_match(v.read(), v.id<matching::Match>("match"));
    if (!match || match->ended_at || !trial_is_over(match->trial_until, v.today())) return v.not_found();
    auto const granted = v.grant<Action::answer_trial>(match->id, match->parent.value(), ties(v.me(), *match));
    if (!granted) return v.not_found();
    bool const parent = match->parent == v.me(), desk = !parent && !match->has_buddy(v.me());
    auto const who = desk ? visit::PersonId{v.field("wie")} : v.me();
    if (who != match->parent && !match->has_buddy(who)) return v.not_found();
    return v.act(match->id.value(), match->parent.value(), [&](db::Write& tx) -> Acted {
        auto const answer = base::from_word<TrialAnswer>(v.field("antwoord"));
        if (!answer) return base::Refusal::of(tr("Kies een antwoord."));
        keep_trial_answer(tx, *granted, who, *answer, v.now());
        if (desk) return Done{"/trajecten/" + match->id.value(), tr("Bewaard.")};
        auto const back = parent ? std::string{"/mijn/traject"} : "/trajecten/" + match->id.value() + "/contacten";
        if (*answer == TrialAnswer::talk) return Done{back, parent ? tr("Goed dat u dit zegt. De coördinator belt u.") : tr("Goed dat je dit zegt. De coördinator belt je.")};
        return Done{back, tr("Fijn. Het gaat gewoon verder.")}; }, [&](base::Refusal const&) { return v.not_found(); });
}

} // namespace

std::vector<reception::Route> trial_routes() { return {reception::route<Action::answer_trial>("POST", "/trajecten/{match}/proef", create_answer)}; }

void ask_about_ended_trials(people::Post& post, std::string const& partnership) {
    auto& services = post.services;
    auto const now = services.clock.now();
    services.data.write(db::Scope::of(partnership), [&](db::Write& tx) {
        for (auto const& id : ask_about_trials(tx, now)) {
            auto const match = matching::find_match(tx, id);
            for (auto const& person : everyone(*match))
                if (!trial_answer_of(tx, id, person)) jobs::later(tx, services.random, "trial.asked", partnership, person.value(), "", now);
        }
    });
}

} // namespace trajectory
