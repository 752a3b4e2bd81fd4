#include "feedback/pages.h"

#include "feedback/store_feedback.h"
#include "people/store_people.h"
#include "reception/visit.h"

namespace feedback {
using base::tr;
using reception::Acted;
using reception::Done;
using reception::Visit;
using visit::Action;

namespace {

http::Response give_page(Visit& v, base::Refusal const* refusal) {
    auto match = matching::ended_match_of(v.read(), v.me());
    return v.page(tr("Terugkijken"), [&](html::Page& page) {
        if (!match || !may_ask(Whom::parent, {.ended = true})) return void(page.empty(tr("Er is nu niets om op terug te kijken. Dat kan als het contact met uw buddy is gestopt.")));
        if (given(v.read(), *match)) return void(page.alert(html::Tone::good, tr("U keek al terug. Dank u wel.")));
        page.lead(tr("Drie vragen over wat uw buddy deed. Niet over wat u besprak. Overslaan mag."));
        auto form = page.form("/mijn/terugblik", tr("Versturen"), v.values(), refusal);
        for (std::size_t i = 0; i < 3; ++i) {
            auto const field = "a" + std::to_string(i + 1);
            form.area({.name = field, .label = questions()[i], .who_reads = reception::readers(Action::read_feedback, v.house(), v.language()), .most = 1000}, 3);
            form.box({.name = field + "_buddy", .label = tr("Mijn buddy mag dit antwoord lezen.")});
        }
    },
                  {.status = refusal ? 422 : 200, .quick_exit = true});
}
http::Response new_feedback(Visit& v) { return give_page(v, nullptr); }

http::Response create_feedback(Visit& v) {
    auto match = matching::ended_match_of(v.read(), v.me());
    if (!match) return v.see("/mijn/terugblik");
    Answers typed;
    for (std::size_t i = 0; i < 3; ++i) {
        auto const field = "a" + std::to_string(i + 1);
        typed.texts[i] = text::tidy_text(v.field(field));
        typed.for_buddy[i] = v.field(field + "_buddy") == "ja";
    }
    auto again = [&](base::Refusal const& refusal) { return give_page(v, &refusal); };
    auto good = give(typed);
    if (!good) return again(good.error());
    auto id = v.new_id<Feedback>();
    return v.act(id.value(), v.me().value(), [&](db::Write& tx) -> Acted {
        add(tx, v.keys(), id, *match, *good, v.now());
        return Done{"/mijn/terugblik", tr("Dank u wel. De coördinator leest het eerst.")}; }, again);
}

http::Response show_feedback(Visit& v) {
    auto entry = find(v.read(), v.id<Feedback>("feedback"));
    if (!entry || !v.grant<Action::read_feedback>(entry->id, entry->parent.value())) return v.not_found();
    auto answers = answers_of(v.keys(), *entry);
    return v.page(base::Sentence{tr("Terugblik op {name}"), {{"name", people::name_of(v.read(), v.keys(), entry->buddy)}}}, [&](html::Page& page) {
        for (std::size_t i = 0; i < 3; ++i) {
            if (answers.texts[i].empty()) continue;
            page.heading(questions()[i]);
            page.quote(answers.texts[i]);
            page.paragraph(answers.for_buddy[i] ? tr("De buddy mag dit lezen.") : tr("Alleen voor u."));
        }
        if (!entry->read_at) page.act("/terugblikken/" + entry->id.value(), tr("Ik las dit; de buddy mag het nu ook lezen"));
    });
}
http::Response create_reading(Visit& v) {
    auto entry = find(v.read(), v.id<Feedback>("feedback"));
    if (!entry) return v.not_found();
    return v.act(entry->id.value(), entry->parent.value(), [&](db::Write& tx) -> Acted {
        note_read(tx, entry->id, v.now());
        return Done{"/vandaag", tr("De buddy kan nu lezen wat voor de buddy bedoeld is.")}; }, [&](base::Refusal const&) { return v.not_found(); });
}

http::Response list_about_me(Visit& v) {
    auto all = read_about(v.read(), v.me());
    return v.page(tr("Wat ouders zeiden"), [&](html::Page& page) {
        bool any = false;
        for (auto const& entry : all) {
            auto answers = answers_of(v.keys(), entry);
            for (std::size_t i = 0; i < 3; ++i) {
                if (!answers.for_buddy[i] || answers.texts[i].empty()) continue;
                any = true;
                page.heading(questions()[i]);
                page.quote(answers.texts[i]);
            }
        }
        if (!any) page.empty(tr("Er is nog niets. Na het einde van een contact kan een ouder terugkijken."));
    });
}

} // namespace

std::vector<reception::Route> routes() {
    using reception::route;
    return {
        route<Action::give_feedback>("GET", "/mijn/terugblik", new_feedback),
        route<Action::give_feedback>("POST", "/mijn/terugblik", create_feedback),
        route<Action::read_feedback>("GET", "/terugblikken/{feedback}", show_feedback),
        route<Action::read_feedback>("POST", "/terugblikken/{feedback}", create_reading),
        route<Action::keep_own_offer>("GET", "/mijn/reacties", list_about_me),
    };
}

} // namespace feedback
