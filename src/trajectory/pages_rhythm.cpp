#include "trajectory/pages_rhythm.h"

#include "trajectory/store_rhythm.h"
#include "trajectory/store_ties.h"

namespace trajectory {
using base::tr;
using matching::MatchRow;
using reception::Acted;
using reception::Done;
using reception::Visit;
using visit::Action;

void rhythm_part(html::Page& page, Visit& v, MatchRow const& match) {
    bool const parent = match.parent == v.me();
    auto const course = course_of(v.read(), match.id);
    auto const address = "/trajecten/" + match.id.value() + "/rust";
    if (course.rests()) {
        page.alert(html::Tone::info, base::Sentence{parent ? tr("Het contact rust sinds {day}. Niemand krijgt een herinnering. U kunt altijd weer beginnen.") : tr("Het contact rust sinds {day}. Je hoeft niets te doen. De ouder en jij kunnen altijd weer beginnen."), {{"day", text::plain_day(*course.rests_since, v.language())}}});
        page.act(address, tr("Weer beginnen"), {{"rust", "nee"}});
    }
    auto const words = text::say(name(course.rhythm), v.language());
    page.paragraph(base::Sentence{parent ? tr("Hoe vaak: {rhythm}.") : tr("Hoe vaak: {rhythm}. De ouder kiest dit."), {{"rhythm", words}}});
    page.paragraph(course.parent_begins ? (parent ? tr("U neemt zelf contact op als u dat wilt.") : tr("De ouder neemt zelf contact op.")) : parent ? tr("Uw buddy neemt contact op.")
                                                                                                                                                    : tr("Jij neemt contact op."));
    if (parent) page.link("/mijn/traject/ritme", tr("Kies zelf hoe vaak, en wie begint"));
    if (!course.rests()) page.act(address, tr("Laat het contact even rusten"), {{"rust", "ja"}}, false);
}

namespace {

http::Response rhythm_form(Visit& v, base::Refusal const* refusal) {
    auto const match = matching::live_match_of_parent(v.read(), v.me());
    if (!match || !v.grant<Action::keep_rhythm>(match->id, v.me().value(), ties(v.me(), *match))) return v.see("/mijn/traject");
    auto const course = course_of(v.read(), match->id);
    auto values = v.values();
    if (!refusal) {
        values.emplace("ritme", std::string{base::word(course.rhythm)});
        values.emplace("begint", course.parent_begins ? "ik" : "buddy");
    }
    return v.page(tr("Hoe vaak en wie begint"), [&](html::Page& page) {
        page.lead(tr("U kiest. Uw buddy ziet dit. U kunt het altijd veranderen."));
        auto form = page.form("/mijn/traject/ritme", tr("Bewaren"), values, refusal);
        std::vector<html::Option> options;
        for (auto const& [rhythm, word] : base::Words<Rhythm>::entries) options.push_back({std::string{word}, rhythm == Rhythm::when_asked ? tr("alleen als ik het vraag") : name(rhythm)});
        form.radios({.name = "ritme", .label = tr("Hoe vaak wilt u contact?")}, options);
        form.radios({.name = "begint", .label = tr("Wie neemt contact op?")}, {{"buddy", tr("Mijn buddy")}, {"ik", tr("Ik, als ik dat wil")}});
        form.or_go("/mijn/traject", tr("Terug"));
    },
                  {.status = refusal ? 422 : 200, .quick_exit = true});
}
http::Response edit_rhythm(Visit& v) { return rhythm_form(v, nullptr); }

http::Response update_rhythm(Visit& v) {
    auto const match = matching::live_match_of_parent(v.read(), v.me());
    auto const granted = match ? v.grant<Action::keep_rhythm>(match->id, v.me().value(), ties(v.me(), *match)) : std::nullopt;
    if (!granted) return v.see("/mijn/traject");
    return v.act(match->id.value(), v.me().value(), [&](db::Write& tx) -> Acted {
        auto const rhythm = base::from_word<Rhythm>(v.field("ritme"));
        if (!rhythm) return base::Refusal::of("ritme", tr("Kies hoe vaak u contact wilt."));
        if (v.field("begint") != "ik" && v.field("begint") != "buddy") return base::Refusal::of("begint", tr("Kies wie contact opneemt."));
        if (!keep_rhythm(tx, *granted, *rhythm, v.field("begint") == "ik")) return base::Refusal::of(tr("Dit contact is intussen gestopt."));
        return Done{"/mijn/traject", tr("Bewaard. Uw buddy ziet het.")}; }, [&](base::Refusal const& refusal) { return rhythm_form(v, &refusal); });
}

http::Response update_rest(Visit& v) {
    auto const match = matching::find_match(v.read(), v.id<matching::Match>("match"));
    if (!match || match->ended_at) return v.not_found();
    auto const granted = v.grant<Action::rest_match>(match->id, match->parent.value(), ties(v.me(), *match));
    if (!granted) return v.not_found();
    bool const parent = match->parent == v.me();
    auto const back = parent ? std::string{"/mijn/traject"} : "/trajecten/" + match->id.value() + "/contacten";
    return v.act(match->id.value(), match->parent.value(), [&](db::Write& tx) -> Acted {
        if (v.field("rust") != "ja" && v.field("rust") != "nee") return base::Refusal::of(tr("Kies of het contact rust."));
        bool const rests = v.field("rust") == "ja";
        // the second tap says the same as the first
        rests ? rest(tx, *granted, v.today()) : wake(tx, *granted, v.today());
        if (rests) return Done{back, parent ? tr("Het contact rust. Er komen geen herinneringen. Uw buddy blijft er voor u.") : tr("Het contact rust. Er komen geen herinneringen.")};
        return Done{back, tr("Het contact loopt weer.")}; }, [&](base::Refusal const&) { return v.not_found(); });
}

} // namespace

std::vector<reception::Route> rhythm_routes() {
    using reception::route;
    return {
        route<Action::keep_rhythm>("GET", "/mijn/traject/ritme", edit_rhythm),
        route<Action::keep_rhythm>("POST", "/mijn/traject/ritme", update_rhythm),
        route<Action::rest_match>("POST", "/trajecten/{match}/rust", update_rest),
    };
}

} // namespace trajectory
