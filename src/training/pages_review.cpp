#include "training/pages_review.h"

#include "people/store_people.h"
#include "platform/base/length.h"
#include "reception/visit_drafts.h"
#include "training/pages_edition.h"
#include "training/store_evening_key.h"

#include <algorithm>

namespace training {
using base::tr;
using reception::Acted;
using reception::Done;
using reception::Visit;
using visit::Action;

namespace {

std::string field(std::size_t i) { return "k" + std::to_string(i + 1); }
std::string href(EditionRow const& edition, EveningRow const& evening) { return "/trainingen/" + edition.id.value() + "/evaluatie/" + std::to_string(evening.number); }
bool can_write(Visit& v, EveningRow const& evening) { return evening.begins_at <= v.now() && !texts_past(base::local_date(evening.begins_at), v.today()); }
std::string href(LedEvening const& its) { return href(its.edition, its.evening); }

http::Response evaluation_page(Visit& v, base::Refusal const* refusal) {
    auto const its = led_evening(v);
    if (!its) return v.not_found();
    bool const open = can_write(v, its->evening);
    auto const own = review_of(v.read(), v.keys(), its->evening.id, v.me(), Guide::evaluation);
    auto const all = reviews_of(v.read(), v.keys(), its->evening.id, its->granted);
    return v.page(base::Sentence{tr("Evaluatie van avond {number}"), {{"number", std::to_string(its->evening.number)}}}, [&](html::Page& page) {
        page.lead(its->edition.name);
        if (!open) page.empty(its->evening.begins_at > v.now() ? tr("De avond is nog niet geweest.") : tr("Een jaar na de avond is gewist wat hier stond. Wat jullie anders wilden doen, is bewaard."));
        else {
            page.paragraph(tr("Kijk samen terug, liefst binnen een week. Alleen de trainers van deze groep lezen dit. Schrijf geen namen van deelnemers op. Een jaar na de avond is het gewist."));
            if (own && own->handed_in_at) page.alert(html::Tone::good, base::Sentence{tr("U deelde dit op {day}. U mag het nog veranderen."), {{"day", text::plain_day(base::local_date(*own->handed_in_at), v.language())}}});
            guide_form(page, Guide::evaluation, href(*its), own && own->handed_in_at, refusal ? v.values() : own ? review_values(own->answers)
                                                                                                                 : html::Values{},
                       refusal);
        }
        for (auto const& row : all) {
            if (row.guide == Guide::evaluation && row.person == v.me()) continue;
            base::Sentence const who{row.guide == Guide::observation ? tr("Wat {name} zag als waarnemer") : tr("Wat {name} schreef"), {{"name", people::name_of(v.read(), v.keys(), row.person)}}};
            page.heading(who);
            auto facts = page.facts();
            auto const& names = headings(row.guide);
            for (std::size_t i = 0; i < names.size(); ++i)
                if (!row.answers[i].empty()) facts.row(names[i].words, row.answers[i]);
        }
        page.link("/trainingen/" + its->edition.id.value() + "/tips/" + std::to_string(its->evening.number), tr("Schrijf op wat jullie de volgende keer anders doen"));
        page.link("/trainingen/" + its->edition.id.value(), tr("Terug naar de training"));
    },
                  {.status = refusal ? 422 : 200});
}
http::Response show_evaluation(Visit& v) { return evaluation_page(v, nullptr); }

http::Response create_evaluation(Visit& v) {
    auto const its = led_evening(v);
    if (!its || !can_write(v, its->evening)) return v.not_found();
    auto again = [&](base::Refusal const& refusal) { return evaluation_page(v, &refusal); };
    auto const good = review(review_typed(v));
    if (!good) return again(good.error());
    v.close_read();
    make_evening_key(v.keys(), its->evening.id);
    return v.act(its->evening.id.value(), "", [&](db::Write& tx) -> Acted {
        keep_review(tx, v.keys(), its->evening.id, v.me(), Guide::evaluation, *good, true, v.now());
        return Done{href(*its), tr("Gedeeld met de trainers van deze groep.")}; }, again);
}

http::Response keep_evaluation_now(Visit& v) {
    // nothing is read here: no row in the log at every pause in typing
    auto const edition = find_edition(v.read(), v.id<Edition>("edition"));
    auto const evening = edition && visit::allowed(v.viewer(), ties_to(v, edition->id), Action::improve_training) ? evening_asked(v, edition->id) : std::nullopt;
    if (!evening || !can_write(v, *evening)) return v.not_found();
    auto const own = review_of(v.read(), v.keys(), evening->id, v.me(), Guide::evaluation);
    // what was shared changes only when it is shared again
    if (own && own->handed_in_at) return v.see(href(*edition, *evening));
    return keep_review_now(v, evening->id, Guide::evaluation, href(*edition, *evening));
}

} // namespace

std::optional<LedEvening> led_evening(Visit& v) {
    auto edition = find_edition(v.read(), v.id<Edition>("edition"));
    auto evening = edition ? evening_asked(v, edition->id) : std::nullopt;
    if (!evening) return {};
    auto granted = v.grant<Action::improve_training>(evening->id, "", ties_to(v, edition->id));
    if (!granted) return {};
    return LedEvening{*edition, *evening, *granted};
}

void guide_form(html::Page& page, Guide guide, std::string const& action, bool handed_in, html::Values const& values, base::Refusal const* refusal) {
    auto form = page.form(action, guide == Guide::observation ? tr("Geef aan de trainers") : tr("Deel met de trainers"), values, refusal);
    if (!handed_in) form.keeps_drafts(action + "/concept");
    auto const& names = headings(guide);
    for (std::size_t i = 0; i < names.size(); ++i) form.area({.name = field(i), .label = names[i].words, .hint = names[i].hint, .most = static_cast<int>(longest_part)}, 3);
}
Review review_typed(Visit& v) {
    Review review;
    for (std::size_t i = 0; i < review.size(); ++i) review[i] = text::tidy_text(v.field(field(i)));
    return review;
}
html::Values review_values(Review const& review) {
    html::Values values;
    for (std::size_t i = 0; i < review.size(); ++i) values.emplace(field(i), review[i]);
    return values;
}
http::Response keep_review_now(Visit& v, EveningId const& evening, Guide guide, std::string const& href) {
    auto const review = review_typed(v);
    if (std::any_of(review.begin(), review.end(), [](auto const& words) { return base::characters(words) > longest_part; })) return reception::too_long_to_keep();
    v.close_read();
    make_evening_key(v.keys(), evening);
    v.services().data.write(v.scope(), [&](db::Write& tx) { keep_review(tx, v.keys(), evening, v.me(), guide, review, false, v.now()); });
    return reception::kept_while_typing(v, href);
}

std::vector<reception::Route> review_routes() {
    using reception::route;
    return {
        route<Action::improve_training>("GET", "/trainingen/{edition}/evaluatie/{number}", show_evaluation),
        route<Action::improve_training>("POST", "/trainingen/{edition}/evaluatie/{number}", create_evaluation),
        route<Action::improve_training>("POST", "/trainingen/{edition}/evaluatie/{number}/concept", keep_evaluation_now),
    };
}

} // namespace training
