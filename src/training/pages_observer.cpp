#include "training/pages_observer.h"

#include "platform/jobs/jobs.h"
#include "training/pages_edition.h"
#include "training/pages_review.h"
#include "training/store_evening_key.h"
#include "training/store_review.h"

#include <algorithm>

namespace training {
using base::tr;
using reception::Acted;
using reception::Done;
using reception::Visit;
using visit::Action;

namespace {

std::string href(EditionId const& id) { return "/trainingen/" + id.value() + "/waarnemers"; }
std::string href(EveningId const& id) { return "/waarnemen/" + id.value(); }

void tell(db::Write& tx, Visit& v, visit::PersonId const& person) { jobs::later(tx, v.services().random, "training.notice", v.house().id.value(), person.value(), "", v.now()); }

/// Who may be asked to watch: whoever has a role that may, and does not lead or follow this group.
std::vector<visit::PersonId> possible(Visit& v, EditionId const& edition) {
    std::vector<visit::PersonId> all, part_of = people_of(v.read(), edition, "trainer");
    auto const group = people_of(v.read(), edition, "participant");
    part_of.insert(part_of.end(), group.begin(), group.end());
    for (auto role : visit::roles_of(Action::observe_evening))
        for (auto const& person : people::with_role(v.read(), role))
            if (std::find(all.begin(), all.end(), person) == all.end() && std::find(part_of.begin(), part_of.end(), person) == part_of.end()) all.push_back(person);
    return all;
}

http::Response observers_page(Visit& v, base::Refusal const* refusal) {
    auto const edition = find_edition(v.read(), v.id<Edition>("edition"));
    if (!edition) return v.not_found();
    auto const evenings = evenings_of(v.read(), edition->id);
    auto const rows = observers_of(v.read(), edition->id);
    return v.page(tr("Waarnemers"), [&](html::Page& page) {
        page.lead(tr("Een waarnemer kijkt één avond mee met een kijkwijzer, om de training beter te maken. Deelnemers weten dat minstens een dag vooraf."));
        for (auto const& evening : evenings) {
            page.heading(base::Sentence{tr("Avond {number}: {moment}"), {{"number", std::to_string(evening.number)}, {"moment", text::moment(evening.begins_at, v.language())}}});
            bool any = false;
            for (auto const& row : rows) {
                if (row.evening != evening.id) continue;
                any = true;
                page.paragraph(people::name_of(v.read(), v.keys(), row.person));
                if (evening.begins_at > v.now()) page.act(href(edition->id) + "/einde", tr("Kijkt toch niet mee"), {{"avond", std::to_string(evening.number)}, {"persoon", row.person.value()}}, false);
            }
            if (!any) page.paragraph(tr("Niemand kijkt mee."));
        }
        std::vector<html::Option> open, who;
        for (auto const& evening : evenings)
            if (may_be_announced(base::local_date(evening.begins_at), v.today())) open.push_back({std::to_string(evening.number), base::Sentence{tr("Avond {number}"), {{"number", std::to_string(evening.number)}}}});
        for (auto const& person : possible(v, edition->id)) who.push_back({person.value(), people::name_of(v.read(), v.keys(), person)});
        page.heading(tr("Iemand vragen"));
        if (open.empty()) page.paragraph(evenings.empty() ? tr("De dagen van deze groep zijn nog niet gekozen.") : tr("Er is geen avond meer die u een dag vooraf kunt aankondigen."));
        else if (who.empty()) page.paragraph(tr("Er is nog niemand met de taak trainer, onderzoeker of deskundige die niet bij deze groep hoort. De beheerder kan iemand die taak geven."));
        else {
            auto form = page.form(href(edition->id), tr("Vraag deze waarnemer en bericht de groep"), v.values(), refusal);
            form.select({.name = "avond", .label = tr("Welke avond?")}, open).select({.name = "persoon", .label = tr("Wie?")}, who);
        }
        page.link("/trainingen/" + edition->id.value(), tr("Terug naar de training"));
    },
                  {.status = refusal ? 422 : 200});
}
http::Response list_observers(Visit& v) { return observers_page(v, nullptr); }

std::optional<EveningRow> evening_posted(Visit& v, EditionId const& edition) {
    for (auto const& evening : evenings_of(v.read(), edition))
        if (std::to_string(evening.number) == v.field("avond")) return evening;
    return {};
}

http::Response create_observer(Visit& v) {
    auto const edition = find_edition(v.read(), v.id<Edition>("edition"));
    if (!edition) return v.not_found();
    auto again = [&](base::Refusal const& refusal) { return observers_page(v, &refusal); };
    auto const evening = evening_posted(v, edition->id);
    visit::PersonId const person{v.field("persoon")};
    auto const allowed = possible(v, edition->id);
    if (!evening || !may_be_announced(base::local_date(evening->begins_at), v.today())) return again(base::Refusal::of("avond", tr("Kies een avond die u een dag vooraf kunt aankondigen.")));
    if (std::find(allowed.begin(), allowed.end(), person) == allowed.end()) return again(base::Refusal::of("persoon", tr("Kies iemand uit de lijst.")));
    return v.act(evening->id.value(), person.value(), [&](db::Write& tx) -> Acted {
        if (appoint_observer(tx, evening->id, person, v.me(), v.now())) {
            tell(tx, v, person);
            for (auto const& one : people_of(tx, edition->id, "participant")) tell(tx, v, one);
        }
        return Done{href(edition->id), tr("Gevraagd. De groep en de waarnemer krijgen bericht.")}; }, again);
}

http::Response create_observer_end(Visit& v) {
    auto const edition = find_edition(v.read(), v.id<Edition>("edition"));
    auto const evening = edition ? evening_posted(v, edition->id) : std::nullopt;
    if (!evening) return v.not_found();
    visit::PersonId const person{v.field("persoon")};
    if (evening->begins_at <= v.now()) return v.see(Done{href(edition->id), tr("Deze avond is al begonnen. Wat de waarnemer schrijft, blijft.")});
    return v.act(evening->id.value(), person.value(), [&](db::Write& tx) -> Acted {
        if (end_observer(tx, evening->id, person, v.now())) {
            tell(tx, v, person);
            for (auto const& one : people_of(tx, edition->id, "participant")) tell(tx, v, one);
        }
        return Done{href(edition->id), tr("Vastgelegd. Deze persoon kijkt niet mee.")}; }, [&](base::Refusal const&) { return v.not_found(); });
}

http::Response list_watched(Visit& v) {
    auto const evenings = watched_by(v.read(), v.me());
    return v.page(tr("Waarnemen"), [&](html::Page& page) {
        if (evenings.empty()) return void(page.empty(tr("U bent nu bij geen avond waarnemer. De coördinator vraagt u daarvoor.")));
        auto table = page.table(tr("Avonden waarbij u meekijkt"), {{tr("Groep")}, {tr("Wanneer")}, {tr("Plaats")}});
        for (auto const& evening : evenings) {
            auto const edition = find_edition(v.read(), evening.edition);
            table.row({{edition->name, href(evening.id)}, {text::moment(evening.begins_at, v.language())}, {edition->place}});
        }
    });
}

/// An evening that the viewer watches.
std::optional<EveningRow> watched(Visit& v) {
    for (auto const& evening : watched_by(v.read(), v.me()))
        if (evening.id == v.id<Evening>("evening") && v.grant<Action::observe_evening>(evening.id, "", {visit::Tie::observing})) return evening;
    return {};
}
bool can_write(Visit& v, EveningRow const& evening) { return evening.begins_at <= v.now() && !texts_past(base::local_date(evening.begins_at), v.today()); }

http::Response observation_page(Visit& v, base::Refusal const* refusal) {
    auto const evening = watched(v);
    if (!evening) return v.not_found();
    auto const own = review_of(v.read(), v.keys(), evening->id, v.me(), Guide::observation);
    auto const edition = find_edition(v.read(), evening->edition);
    return v.page(tr("Kijkwijzer"), [&](html::Page& page) {
        page.lead(base::Sentence{tr("{name}, avond {number}: {moment}"), {{"name", edition->name}, {"number", std::to_string(evening->number)}, {"moment", text::moment(evening->begins_at, v.language())}}});
        page.paragraph(tr("De groep weet dat u komt. Kijk naar de training, niet naar één persoon. Schrijf geen namen op en niets over een kind. De trainers van deze groep lezen wat u geeft. Een jaar na de avond is het gewist."));
        if (!can_write(v, *evening)) {
            page.empty(evening->begins_at > v.now() ? tr("Zodra de avond begint, kunt u hier schrijven.") : tr("Deze avond is langer dan een jaar geleden. Wat u schreef, is gewist."));
            std::vector<html::Said> lines;
            for (auto const& heading : headings(Guide::observation)) lines.emplace_back(heading.words);
            if (evening->begins_at > v.now()) page.bullets(lines);
            return;
        }
        if (own && own->handed_in_at) page.alert(html::Tone::good, base::Sentence{tr("U gaf dit op {day} aan de trainers. U mag het nog veranderen."), {{"day", text::plain_day(base::local_date(*own->handed_in_at), v.language())}}});
        guide_form(page, Guide::observation, href(evening->id), own && own->handed_in_at, refusal ? v.values() : own ? review_values(own->answers)
                                                                                                                     : html::Values{},
                   refusal);
    },
                  {.status = refusal ? 422 : 200});
}
http::Response show_observation(Visit& v) { return observation_page(v, nullptr); }

http::Response create_observation(Visit& v) {
    auto const evening = watched(v);
    if (!evening || !can_write(v, *evening)) return v.not_found();
    auto again = [&](base::Refusal const& refusal) { return observation_page(v, &refusal); };
    auto const good = review(review_typed(v));
    if (!good) return again(good.error());
    v.close_read();
    make_evening_key(v.keys(), evening->id);
    return v.act(evening->id.value(), "", [&](db::Write& tx) -> Acted {
        keep_review(tx, v.keys(), evening->id, v.me(), Guide::observation, *good, true, v.now());
        return Done{href(evening->id), tr("Gegeven aan de trainers. Dank u wel.")}; }, again);
}

http::Response keep_observation_now(Visit& v) {
    auto const evening = watched(v);
    if (!evening || !can_write(v, *evening)) return v.not_found();
    auto const own = review_of(v.read(), v.keys(), evening->id, v.me(), Guide::observation);
    // what was given changes only when it is given again
    if (own && own->handed_in_at) return v.see(href(evening->id));
    return keep_review_now(v, evening->id, Guide::observation, href(evening->id));
}

} // namespace

void observers_part(html::Page& page, Visit& v, EditionId const& edition, std::vector<EveningRow> const& evenings) {
    for (auto const& row : observers_of(v.read(), edition))
        for (auto const& evening : evenings)
            if (evening.id == row.evening && evening.ends_at() > v.now()) page.alert(html::Tone::info, base::Sentence{tr("Op avond {number} kijkt {name} mee, om de training beter te maken. Die let op de avond, niet op één persoon, en schrijft geen namen op."), {{"number", std::to_string(evening.number)}, {"name", people::name_of(v.read(), v.keys(), row.person)}}});
}

std::vector<reception::Route> observer_routes() {
    using reception::route;
    return {
        route<Action::keep_observers>("GET", "/trainingen/{edition}/waarnemers", list_observers),
        route<Action::keep_observers>("POST", "/trainingen/{edition}/waarnemers", create_observer),
        route<Action::keep_observers>("POST", "/trainingen/{edition}/waarnemers/einde", create_observer_end),
        route<Action::observe_evening>("GET", "/waarnemen", list_watched),
        route<Action::observe_evening>("GET", "/waarnemen/{evening}", show_observation),
        route<Action::observe_evening>("POST", "/waarnemen/{evening}", create_observation),
        route<Action::observe_evening>("POST", "/waarnemen/{evening}/concept", keep_observation_now),
    };
}

} // namespace training
