#include "training/pages_evening.h"

#include "gen/training_views.h"
#include "people/store_schools.h"
#include "training/pages_edition.h"
#include "training/store_programme.h"

namespace training {
using base::tr;
using reception::Acted;
using reception::Done;
using reception::Visit;
using visit::Action;

namespace {

std::string href(EditionId const& edition, int number) { return "/trainingen/" + edition.value() + "/avond/" + std::to_string(number); }

struct Opened {
    EditionRow edition;
    EveningRow evening;
    std::vector<ProgrammePart> parts;
    std::vector<KeptPart> order;
};
std::optional<Opened> open(Visit& v) {
    auto edition = find_edition(v.read(), v.id<Edition>("edition"));
    if (!edition) return {};
    if (!v.grant<Action::run_evening>(edition->id, "", ties_to(v, edition->id))) return {};
    auto const programme = find_programme(v.read(), programme_version(v.read(), edition->id));
    for (auto const& evening : evenings_of(v.read(), edition->id)) {
        if (std::to_string(evening.number) != v.part("number") || evening.number < 1 || evening.number > 2 || !programme) continue;
        auto const& parts = (*programme)[static_cast<std::size_t>(evening.number) - 1].parts;
        return Opened{*edition, evening, parts, running_order(parts, kept_parts(v.read(), evening.id))};
    }
    return {};
}

std::string clock_time(Visit& v, base::Moment at) { return text::time(base::local(at).time, v.language()); }

void part_in_full(html::Page& page, Visit& v, TimedPart const& its, bool held, std::string const& address) {
    page.heading(held ? html::Said{base::Sentence{tr("Nu: {title}"), {{"title", its.part.title}}}} : html::Said{its.part.title});
    auto facts = page.facts();
    if (its.skipped) facts.row(tr("Tijd"), tr("overgeslagen"));
    else facts.row(tr("Tijd"), base::Sentence{tr("{begin} tot {end}, {count} minuten"), {{"begin", clock_time(v, its.begins_at)}, {"end", clock_time(v, its.ends_at)}, {"count", std::to_string(its.part.minutes)}}});
    if (!its.part.goal.empty()) facts.row(tr("Doel"), its.part.goal);
    if (!its.part.form_of_work.empty()) facts.row(tr("Werkvorm"), its.part.form_of_work);
    if (!its.part.material.empty()) facts.row(tr("Materiaal"), its.part.material);
    if (!its.part.attention.empty()) facts.row(tr("Let op"), its.part.attention);
    auto const act = [&](char const* what, base::Text label) { page.act(address, label, {{"deel", its.part.name}, {"wat", what}}, false); };
    if (its.skipped) return act("terug", tr("Toch doen"));
    act("overslaan", tr("Overslaan"));
    act("eerder", tr("Eerder doen"));
    act("later", tr("Later doen"));
}

http::Response show_evening(Visit& v) {
    using g = views::evening_;
    auto const opened = open(v);
    if (!opened) return v.not_found();
    auto const parts = timed(opened->parts, opened->order, opened->evening.begins_at);
    auto const* const held = held_at(parts, v.now());
    auto const asked = v.request().query.get("deel");
    auto shown = std::find_if(parts.begin(), parts.end(), [&](auto const& one) { return asked.empty() ? &one == held : one.part.name == asked; });
    if (shown == parts.end()) shown = std::find_if(parts.begin(), parts.end(), [](auto const& one) { return !one.skipped; });
    auto const address = href(opened->edition.id, opened->evening.number);
    return v.page(base::Sentence{tr("Draaiboek avond {number}"), {{"number", std::to_string(opened->evening.number)}}}, [&](html::Page& page) {
        page.lead(base::Sentence{tr("{name}, {moment}."), {{"name", opened->edition.name}, {"moment", text::moment(opened->evening.begins_at, v.language())}}});
        if (!parts.empty()) {
            auto const end = clock_time(v, parts.back().ends_at);
            bool const tonight = base::local_date(opened->evening.begins_at) == v.today();
            page.paragraph(tonight ? base::Sentence{tr("Het is nu {now}. De avond is klaar om {end}."), {{"now", clock_time(v, v.now())}, {"end", end}}} : base::Sentence{tr("De avond is klaar om {end}."), {{"end", end}}});
        }
        if (shown != parts.end()) part_in_full(page, v, *shown, held == &*shown, address);
        page.heading(tr("De hele avond"));
        auto list = page.own(g::view);
        for (auto const& one : parts) {
            auto row = list.add(g::PART);
            bool const now = &one == held;
            row.set(g::TONE, now ? "draaiboek__deel--nu" : one.skipped ? "draaiboek__deel--over"
                                                                       : "");
            row.set(g::TIME, one.skipped ? std::string{"–"} : clock_time(v, one.begins_at)).set(g::HREF, address + "?deel=" + one.part.name).set(g::TITLE, one.part.title);
            row.set(g::MINUTES, base::Sentence{tr("{count} min"), {{"count", std::to_string(one.part.minutes)}}});
            if (now) row.show(g::MARK, tr("nu"));
            else if (one.skipped) row.show(g::MARK, tr("overgeslagen"));
        }
        page.link("/trainingen/" + opened->edition.id.value(), tr("Terug naar de training"));
    });
}

http::Response update_evening(Visit& v) {
    auto const opened = open(v);
    if (!opened) return v.not_found();
    auto const part = v.field("deel");
    auto const what = v.field("wat");
    if (std::none_of(opened->parts.begin(), opened->parts.end(), [&](auto const& one) { return one.name == part; })) return v.not_found();
    if (what != "overslaan" && what != "terug" && what != "eerder" && what != "later") return v.not_found();
    return v.act(opened->evening.id.value(), "", [&](db::Write& tx) -> Acted {
        auto const order = running_order(opened->parts, kept_parts(tx, opened->evening.id));
        bool const skips = what == "overslaan" || what == "terug";
        keep_order(tx, opened->evening.id, skips ? with_skipped(order, part, what == "overslaan") : moved(order, part, what == "eerder" ? Direction::earlier : Direction::later), v.me(), v.now());
        return Done{href(opened->edition.id, opened->evening.number) + "?deel=" + part, what == "overslaan" ? tr("Overgeslagen. Wat daarna komt, begint eerder.") : what == "terug" ? tr("Dit onderdeel staat weer op de lijst.")
                                                                                                                                                                                   : tr("De volgorde is veranderd.")}; }, [&](base::Refusal const&) { return v.not_found(); });
}

} // namespace

void programme_part(html::Page& page, Visit& v, EditionRow const& edition, std::vector<EveningRow> const& evenings, std::size_t participants) {
    bool const coordinator = v.viewer().is(visit::Role::coordinator);
    auto const version = programme_version(v.read(), edition.id);
    auto const programme = find_programme(v.read(), version);
    if (!programme) return;
    bool const begun = !evenings.empty() && evenings.front().begins_at <= v.now();
    if (coordinator && !begun) {
        std::vector<std::string> names;
        for (auto const& school : people::schools(v.read())) names.push_back(text::folded(school.name));
        if (looks_like_school(text::folded(edition.place), names)) page.alert(html::Tone::warning, tr("Deze plaats lijkt een school. Ouders praten vrijer op een andere plek."));
        if (participants > 0 && participants < static_cast<std::size_t>(fewest_participants)) page.alert(html::Tone::warning, tr("Een groep heeft minstens drie deelnemers nodig."));
    }
    page.heading(tr("Programma"));
    page.link("/programma?versie=" + std::to_string(version), base::Sentence{tr("Versie {version} van het programma"), {{"version", std::to_string(version)}}});
    auto const needed = informal_minutes_needed(static_cast<int>(participants));
    auto const planned = std::min(informal_minutes((*programme)[0].parts), informal_minutes((*programme)[1].parts));
    if (!begun && planned < needed) page.alert(html::Tone::info, base::Sentence{tr("Met {people} deelnemers is {needed} minuten goed om elkaar te leren kennen. Het programma heeft er {planned}."), {{"people", std::to_string(participants)}, {"needed", std::to_string(needed)}, {"planned", std::to_string(planned)}}});
    if (coordinator && !begun && version != current_programme(v.read())) page.act("/trainingen/" + edition.id.value() + "/programma", tr("Volg de nieuwste versie"), {}, false);
    page.link("/trainingen/" + edition.id.value() + "/kaarten", tr("Kaarten op groot scherm"));
    for (auto const& evening : evenings) {
        auto const number = std::to_string(evening.number);
        if (evening.number < 1 || evening.number > 2) continue;
        std::string skipped;
        auto const& parts = (*programme)[static_cast<std::size_t>(evening.number) - 1].parts;
        for (auto const& each : timed(parts, running_order(parts, kept_parts(v.read(), evening.id)), evening.begins_at))
            if (each.skipped) skipped += (skipped.empty() ? "" : ", ") + each.part.title;
        if (!skipped.empty()) page.paragraph(base::Sentence{tr("Overgeslagen op avond {number}: {parts}."), {{"number", number}, {"parts", skipped}}});
    }
}

html::Said trainer_line(Visit& v, visit::PersonId const& person) {
    auto const name = people::name_of(v.read(), v.keys(), person);
    for (auto const& row : people::roles_of(v.read(), person))
        if (row.role == visit::Role::trainer) return base::Sentence{row.outside ? tr("{name}, van buiten het samenwerkingsverband") : tr("{name}, van het samenwerkingsverband"), {{"name", name}}};
    return name;
}

std::vector<reception::Route> evening_routes() {
    using reception::route;
    return {
        route<Action::run_evening>("GET", "/trainingen/{edition}/avond/{number}", show_evening),
        route<Action::run_evening>("POST", "/trainingen/{edition}/avond/{number}", update_evening),
    };
}

} // namespace training
