#include "intake/pages_learning_point.h"

#include "intake/store_learning_point.h"
#include "platform/jobs/jobs.h"

namespace intake {
using base::tr;
using reception::Acted;
using reception::Done;
using reception::Visit;
using visit::Action;

namespace {

constexpr int consent_version = 1;

std::string back_to(InterviewId const& id) { return "/gesprekken/" + id.value() + "/leerpunten"; }

/// Points are written after both talked about an outcome that leads to the training, so that nobody reads one before that talk.
bool may_have_points(Visit& v, visit::PersonId const& person) {
    auto outcome = outcome_of(v.read(), person);
    return outcome && outcome->discussed_on && goes_on(outcome->advice);
}

http::Response points_page(Visit& v, base::Refusal const* refusal) {
    auto interview = find(v.read(), v.id<Interview>("interview"));
    if (!interview || interview->cancelled_at) return v.not_found();
    auto person = people::find_person(v.read(), v.keys(), interview->person);
    if (!person) return v.not_found();
    bool const may = may_have_points(v, interview->person);
    return v.page(base::Sentence{tr("Leerpunten van {name}"), {{"name", person->name}}}, [&](html::Page& page) {
        page.lead(tr("Wat wil deze ouder leren in de training? De ouder leest dit en zegt per punt of de trainers het mogen zien."));
        auto points = points_of(v.read(), interview->person);
        if (points.empty()) page.empty(tr("Er staat nog geen leerpunt."));
        for (auto const& point : points) {
            auto granted = v.grant<Action::write_learning_point>(point.id, point.person.value());
            if (!granted) continue;
            page.quote(point.confidential<Action::write_learning_point>().open(*granted, v.keys()).value_or(""));
            page.paragraph(standing(point.answer));
            page.act("/leerpunten/" + point.id.value() + "/wissen", tr("Haal dit leerpunt weg"), {}, false);
        }
        if (may) {
            page.heading(tr("Een leerpunt schrijven"));
            auto form = page.form(back_to(interview->id), tr("Leg voor aan de ouder"), v.values(), refusal);
            form.area({.name = "leerpunt", .label = tr("Leerpunt"), .hint = tr("In gewone woorden, en niets uit het gesprek dat de trainers niet hoeven te weten."), .who_reads = reception::readers(Action::write_learning_point, v.house(), v.language()), .most = 300}, 3);
        } else page.paragraph(tr("Een leerpunt schrijft u na een uitkomst waarmee de ouder verder kan, en nadat u die samen besprak."));
        page.link("/gesprekken/" + interview->id.value(), tr("Terug naar het gesprek"));
    },
                  {.status = refusal ? 422 : 200});
}
http::Response show_points(Visit& v) { return points_page(v, nullptr); }

http::Response create_point(Visit& v) {
    auto interview = find(v.read(), v.id<Interview>("interview"));
    if (!interview || interview->cancelled_at || !may_have_points(v, interview->person)) return v.not_found();
    auto again = [&](base::Refusal const& refusal) { return points_page(v, &refusal); };
    auto words = learning_point(text::tidy_text(v.field("leerpunt")));
    if (!words) return again(words.error());
    auto id = v.new_id<LearningPoint>();
    return v.act(id.value(), interview->person.value(), [&](db::Write& tx) -> Acted {
        add_point(tx, v.keys(), id, *interview, *words, v.me(), v.now());
        jobs::later(tx, v.services().random, "learning_point.asked", v.house().id.value(), interview->person.value(), "", v.now());
        return Done{back_to(interview->id), tr("Het leerpunt ligt voor aan de ouder. De trainers zien het pas na een ja.")}; }, again);
}

http::Response create_taking_back(Visit& v) {
    auto point = find_point(v.read(), v.id<LearningPoint>("learning_point"));
    if (!point) return v.not_found();
    return v.act(point->id.value(), point->person.value(), [&](db::Write& tx) -> Acted {
        take_back(tx, point->id, v.now());
        return Done{back_to(point->interview), tr("Het leerpunt is weg, ook bij de ouder en de trainers.")}; }, [&](base::Refusal const&) { return v.not_found(); });
}

http::Response list_own_points(Visit& v) {
    auto points = points_of(v.read(), v.me());
    return v.page(tr("Mijn leerpunten"), [&](html::Page& page) {
        page.lead(tr("Dit schreef de coördinator op na uw gesprek: wat u wilt leren in de training."));
        if (points.empty()) return void(page.empty(tr("Er staan geen leerpunten voor u.")));
        page.paragraph(tr("Alleen met uw ja lezen de trainers van uw groep een punt. Wat u verder vertelde, zien zij nooit. U kunt altijd van gedachten veranderen."));
        for (auto const& point : points) {
            auto granted = v.grant<Action::release_learning_point>(point.id, v.me().value(), {visit::Tie::own});
            if (!granted) continue;
            page.quote(point.confidential<Action::release_learning_point>().open(*granted, v.keys()).value_or(""));
            auto const address = "/mijn/leerpunten/" + point.id.value();
            if (point.answer) page.paragraph(*point.answer == Release::yes ? tr("U zei ja: de trainers mogen dit lezen.") : tr("U zei nee: de trainers zien dit niet."));
            if (point.answer != Release::yes) page.act(address, tr("Ja, de trainers mogen dit lezen"), {{"antwoord", "yes"}});
            if (point.answer != Release::no) page.act(address, point.answer ? tr("Toch niet: verberg dit voor de trainers") : tr("Nee, dit blijft tussen ons"), {{"antwoord", "no"}}, false);
        }
    });
}

http::Response answer_own_point(Visit& v) {
    auto point = find_point(v.read(), v.id<LearningPoint>("learning_point"));
    auto said = base::from_word<Release>(v.field("antwoord"));
    if (!point || point->person != v.me()) return v.not_found();
    return v.act(point->id.value(), v.me().value(), [&](db::Write& tx) -> Acted {
        // a press without an answer is no yes
        auto const answer = said.value_or(Release::no);
        answer_point(tx, *point, answer, consent_version, v.language(), v.now());
        return Done{"/mijn/leerpunten", answer == Release::yes ? tr("De trainers van uw groep mogen dit punt nu lezen.") : tr("De trainers zien dit punt niet.")}; }, [&](base::Refusal const&) { return v.not_found(); });
}

} // namespace

void learning_points_part(html::Page& page, Visit& v, Entry const& interview) {
    auto points = points_of(v.read(), interview.person);
    if (points.empty() && !may_have_points(v, interview.person)) return;
    page.heading(tr("Leerpunten voor de training"));
    auto released = std::count_if(points.begin(), points.end(), [](auto const& point) { return point.answer == Release::yes; });
    page.paragraph(points.empty() ? base::Sentence{tr("Er staat nog geen leerpunt.")} : base::Sentence{tr("Aantal leerpunten: {all}. De trainers mogen er {released} lezen."), {{"all", std::to_string(points.size())}, {"released", std::to_string(released)}}});
    page.button(back_to(interview.id), tr("Leerpunten lezen en schrijven"), false);
}

std::vector<reception::Route> learning_point_routes() {
    using reception::Haste;
    using reception::route;
    return {
        route<Action::write_learning_point>("GET", "/gesprekken/{interview}/leerpunten", show_points),
        route<Action::write_learning_point>("POST", "/gesprekken/{interview}/leerpunten", create_point),
        route<Action::write_learning_point>("POST", "/leerpunten/{learning_point}/wissen", create_taking_back),
        route<Action::release_learning_point>("GET", "/mijn/leerpunten", list_own_points),
        route<Action::release_learning_point>("POST", "/mijn/leerpunten/{learning_point}", answer_own_point, Haste::urgent),
    };
}

} // namespace intake
