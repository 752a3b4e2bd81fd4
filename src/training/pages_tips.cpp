#include "training/pages_tips.h"

#include "training/pages_edition.h"
#include "training/pages_review.h"
#include "training/store_evening_key.h"
#include "training/store_programme.h"
#include "training/store_tips.h"

#include <algorithm>

namespace training {
using base::tr;
using reception::Acted;
using reception::Done;
using reception::Visit;
using visit::Action;

namespace {

/// An evening of a group in which the viewer takes part, once it has begun and before its tips are past their term.
std::optional<EveningRow> own_evening(Visit& v) {
    auto evening = joined_evening(v.read(), v.id<Evening>("evening"), v.me());
    if (!evening || evening->begins_at > v.now() || texts_past(base::local_date(evening->begins_at), v.today())) return {};
    return evening;
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
    make_evening_key(v.keys(), evening->id);
    return v.act(evening->id.value(), "", [&](db::Write& tx) -> Acted {
        if (!give_tip(tx, v.keys(), v.new_id<TipRecord>(), evening->id, v.me(), *given)) return Done{"/mijn/training", tr("Je gaf al tips en tops voor deze avond. Dank je wel.")};
        return Done{"/mijn/training", tr("Dank je wel. Je naam staat er niet bij.")}; }, again);
}

/// The parts of the evening in the version that the group follows.
std::vector<ProgrammePart> parts_of(Visit& v, LedEvening const& its) {
    auto const programme = find_programme(v.read(), programme_version(v.read(), its.edition.id));
    if (!programme || its.evening.number < 1 || its.evening.number > 2) return {};
    return (*programme)[static_cast<std::size_t>(its.evening.number) - 1].parts;
}

http::Response tips_page(Visit& v, base::Refusal const* refusal) {
    auto its = led_evening(v);
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
            for (auto const& row : improvements) table.row({{row.taken_up_in ? html::Said{base::Sentence{tr("{part} (verwerkt in versie {version})"), {{"part", row.about.empty() ? text::say(tr("hele avond"), v.language()) : row.about}, {"version", std::to_string(*row.taken_up_in)}}}} : row.about.empty() ? html::Said{tr("hele avond")}
                                                                                                                                                                                                                                                                                                                 : html::Said{row.about}},
                                                            {row.words},
                                                            {people::name_of(v.read(), v.keys(), row.written_by)}});
        }
        auto form = page.form(v.request().path, tr("Schrijf op"), v.values(), refusal);
        std::vector<html::Option> parts{{"", tr("de hele avond")}};
        for (auto const& part : parts_of(v, *its)) parts.push_back({part.name, part.title});
        form.select({.name = "onderdeel", .label = tr("Bij welk onderdeel?")}, parts);
        form.area({.name = "woorden", .label = tr("Wat verandert er?"), .hint = tr("Schrijf geen namen van deelnemers op. Wie het programma aanpast, leest dit ook."), .most = 500}, 3);
        page.link("/trainingen/" + its->edition.id.value() + "/evaluatie/" + v.part("number"), base::Sentence{tr("Evaluatie van avond {number}"), {{"number", v.part("number")}}});
        page.link("/trainingen/" + its->edition.id.value(), tr("Terug naar de training"));
    },
                  {.status = refusal ? 422 : 200});
}
http::Response show_tips(Visit& v) { return tips_page(v, nullptr); }

http::Response create_improvement(Visit& v) {
    auto its = led_evening(v);
    if (!its) return v.not_found();
    auto again = [&](base::Refusal const& refusal) { return tips_page(v, &refusal); };
    Improvement typed{"", "", text::tidy_text(v.field("woorden"))};
    for (auto const& part : parts_of(v, *its))
        if (part.name == v.field("onderdeel")) typed.part = part.name, typed.about = part.title;
    auto const improvement = improve(typed);
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
