#include "training/pages_tips.h"

#include "reception/visit.h"
#include "training/store_tips.h"

#include <algorithm>

namespace training {
using base::tr;
using reception::Acted;
using reception::Done;
using reception::Visit;
using visit::Action;

namespace {

std::optional<EveningRow> evening_in(Visit& v, EditionId const& edition) {
    for (auto const& evening : evenings_of(v.read(), edition))
        if (std::to_string(evening.number) == v.part("number")) return evening;
    return {};
}

/// An evening of a group in which the viewer takes part, once it has begun and before its tips are past their term.
std::optional<EveningRow> own_evening(Visit& v) {
    for (auto const& edition : joined_by(v.read(), v.me()))
        for (auto const& evening : evenings_of(v.read(), edition))
            if (evening.id == v.id<Evening>("evening") && evening.begins_at <= v.now() && !tips_past(base::local_date(evening.begins_at), v.today())) return evening;
    return {};
}

http::Response tip_form(Visit& v, base::Refusal const* refusal) {
    auto evening = own_evening(v);
    if (!evening) return v.not_found();
    bool const gave = gave_tip(v.read(), evening->id, v.me());
    return v.page(base::Sentence{tr("Tips en tops van avond {number}"), {{"number", std::to_string(evening->number)}}}, [&](html::Page& page) {
        if (gave) {
            page.empty(tr("Je gaf al tips en tops voor deze avond. Dank je wel."));
            return void(page.link("/mijn/training", tr("Terug naar mijn training")));
        }
        page.lead(tr("Wat ging goed? Wat kan beter? Hiermee maken de trainers de volgende avond beter."));
        page.alert(html::Tone::info, tr("Je naam staat er niet bij. Trainers lezen dit pas als drie mensen iets schreven, door elkaar. In een kleine groep kan iemand je toch herkennen aan wat je schrijft."));
        auto form = page.form(v.request().path, tr("Versturen"), v.values(), refusal);
        form.area({.name = "top", .label = tr("Een top: wat ging goed?"), .most = 500}, 3).area({.name = "tip", .label = tr("Een tip: wat kan beter?"), .most = 500}, 3);
        form.or_go("/mijn/training", tr("Terug"));
    },
                  {.status = refusal ? 422 : 200});
}
http::Response new_tip(Visit& v) { return tip_form(v, nullptr); }

http::Response create_tip(Visit& v) {
    auto evening = own_evening(v);
    if (!evening) return v.not_found();
    auto again = [&](base::Refusal const& refusal) { return tip_form(v, &refusal); };
    auto const given = give({text::tidy_text(v.field("top")), text::tidy_text(v.field("tip"))});
    if (!given) return again(given.error());
    v.close_read();
    make_tips_key(v.keys(), evening->id);
    return v.act(evening->id.value(), "", [&](db::Write& tx) -> Acted {
        if (!give_tip(tx, v.keys(), v.new_id<TipRecord>(), evening->id, v.me(), *given)) return Done{"/mijn/training", tr("Je gaf al tips en tops voor deze avond. Dank je wel.")};
        return Done{"/mijn/training", tr("Dank je wel. Je naam staat er niet bij.")}; }, again);
}

struct Led {
    EditionRow edition;
    EveningRow evening;
    TipsGrant granted;
};
std::optional<Led> led(Visit& v) {
    auto edition = find_edition(v.read(), v.id<Edition>("edition"));
    auto evening = edition ? evening_in(v, edition->id) : std::nullopt;
    if (!evening) return {};
    auto const trainers = people_of(v.read(), edition->id, "trainer");
    visit::Ties ties;
    if (std::find(trainers.begin(), trainers.end(), v.me()) != trainers.end()) ties.add(visit::Tie::leading);
    auto granted = v.grant<Action::improve_training>(evening->id, "", ties);
    if (!granted) return {};
    return Led{*edition, *evening, *granted};
}

http::Response tips_page(Visit& v, base::Refusal const* refusal) {
    auto its = led(v);
    if (!its) return v.not_found();
    auto const tips = tips_of(v.read(), v.keys(), its->evening.id, its->granted);
    auto const count = tips_count(v.read(), its->evening.id);
    auto const improvements = improvements_of(v.read(), its->evening.id);
    return v.page(base::Sentence{tr("Tips en tops van avond {number}"), {{"number", v.part("number")}}}, [&](html::Page& page) {
        page.lead(its->edition.name);
        if (count == 0) page.empty(tr("Er zijn nog geen tips en tops."));
        else if (tips.empty()) page.empty(tr("U leest ze als drie mensen iets schreven. Zo blijft onbekend wie wat schreef."));
        else {
            page.paragraph(tr("Zonder naam, door elkaar. De volgorde zegt niets."));
            auto part = [&](html::Said const& heading, std::string Tip::* which) {
                page.heading(heading);
                bool any = false;
                for (auto const& tip : tips)
                    if (!(tip.*which).empty()) page.quote(tip.*which), any = true;
                if (!any) page.paragraph(tr("Niemand schreef hier iets."));
            };
            part(tr("Tops"), &Tip::top);
            part(tr("Tips"), &Tip::tip);
        }
        page.heading(tr("Wat doen jullie de volgende keer anders?"));
        if (!improvements.empty()) {
            auto table = page.table(tr("Opgeschreven"), {{tr("Onderdeel")}, {tr("Wat verandert er?")}, {tr("Door")}});
            for (auto const& row : improvements) table.row({{row.about.empty() ? html::Said{tr("hele avond")} : html::Said{row.about}}, {row.words}, {people::name_of(v.read(), v.keys(), row.written_by)}});
        }
        auto form = page.form(v.request().path, tr("Schrijf op"), v.values(), refusal);
        form.text({.name = "onderdeel", .label = tr("Bij welk onderdeel? (leeg: de hele avond)"), .most = 100});
        form.area({.name = "woorden", .label = tr("Wat verandert er?"), .hint = tr("Schrijf geen namen van deelnemers op."), .most = 500}, 3);
        page.link("/trainingen/" + its->edition.id.value(), tr("Terug naar de training"));
    },
                  {.status = refusal ? 422 : 200});
}
http::Response show_tips(Visit& v) { return tips_page(v, nullptr); }

http::Response create_improvement(Visit& v) {
    auto its = led(v);
    if (!its) return v.not_found();
    auto again = [&](base::Refusal const& refusal) { return tips_page(v, &refusal); };
    auto const improvement = improve({text::tidy_line(v.field("onderdeel")), text::tidy_text(v.field("woorden"))});
    if (!improvement) return again(improvement.error());
    return v.act(its->evening.id.value(), "", [&](db::Write& tx) -> Acted {
        add_improvement(tx, v.new_id<ImprovementRecord>(), its->evening.id, *improvement, v.me(), v.now());
        return Done{v.request().path, tr("Opgeschreven voor de volgende keer.")}; }, again);
}

} // namespace

std::vector<reception::Route> tips_routes() {
    using reception::route;
    return {
        route<Action::give_tips>("GET", "/mijn/training/tips/{evening}", new_tip),
        route<Action::give_tips>("POST", "/mijn/training/tips/{evening}", create_tip),
        route<Action::improve_training>("GET", "/trainingen/{edition}/tips/{number}", show_tips),
        route<Action::improve_training>("POST", "/trainingen/{edition}/tips/{number}", create_improvement),
    };
}

} // namespace training
