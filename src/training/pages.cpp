#include "training/pages.h"

#include "intake/store_advice.h"
#include "reception/visit.h"
#include "training/pages_buddies.h"
#include "training/pages_card.h"
#include "training/pages_coming.h"
#include "training/pages_editions.h"
#include "training/pages_evening.h"
#include "training/pages_own.h"
#include "training/pages_programme.h"
#include "training/store_coming.h"
#include "training/store_edition.h"
#include "training/store_programme.h"

namespace training {
using base::tr;
using reception::Acted;
using reception::Done;
using reception::Visit;
using visit::Action;

namespace {

std::string href(EditionId const& id, char const* more = "") { return "/trainingen/" + id.value() + more; }

http::Response edition_form(Visit& v, base::Refusal const* refusal) {
    return v.page(tr("Nieuwe training"), [&](html::Page& page) {
        page.lead(tr("Twee avonden van tweeënhalf uur. Zeg de dagen vroeg, en kies liever geen school."));
        auto values = v.values();
        if (!refusal) values.emplace("tijd", "19.00");
        auto form = page.form("/trainingen", tr("Training maken"), values, refusal);
        form.text({.name = "naam", .label = tr("Naam van de groep"), .hint = tr("Bijvoorbeeld Voorjaar 2027"), .most = 100}).text({.name = "plaats", .label = tr("Plaats"), .most = 100});
        form.date({.name = "dag1", .label = tr("Eerste avond")}).date({.name = "dag2", .label = tr("Tweede avond")}).text({.name = "tijd", .label = tr("Begintijd"), .hint = tr("Begin met eten of koffie; reken daar drie kwartier voor."), .most = 5});
        form.or_go("/trainingen", tr("Terug"));
    },
                  {.status = refusal ? 422 : 200});
}
http::Response new_edition(Visit& v) { return edition_form(v, nullptr); }

http::Response create_edition(Visit& v) {
    auto again = [&](base::Refusal const& refusal) { return edition_form(v, &refusal); };
    auto planned = plan_edition({text::tidy_line(v.field("naam")), text::tidy_line(v.field("plaats")), {v.date_field("dag1"), v.date_field("dag2")}, base::time_from(text::tidy_line(v.field("tijd")))});
    if (!planned) return again(planned.error());
    auto id = v.new_id<Edition>();
    return v.act(id.value(), "", [&](db::Write& tx) -> Acted {
        add_edition(tx, v.services().random, id, *planned, v.me(), v.now());
        take_programme(tx, id, current_programme(tx));
        return Done{href(id), tr("De training staat er. Nodig nu mensen uit.")}; }, again);
}

http::Response show_edition(Visit& v) {
    auto edition = find_edition(v.read(), v.id<Edition>("edition"));
    if (!edition) return v.not_found();
    auto trainers = people_of(v.read(), edition->id, "trainer");
    visit::Ties ties;
    if (std::find(trainers.begin(), trainers.end(), v.me()) != trainers.end()) ties.add(visit::Tie::leading);
    if (!v.grant<Action::see_edition>(edition->id, "", ties)) return v.not_found();
    bool const coordinator = v.viewer().is(visit::Role::coordinator);
    auto evenings = evenings_of(v.read(), edition->id);
    auto participants = people_of(v.read(), edition->id, "participant");
    auto rows = attendances(v.read(), edition->id);
    auto const coming = coming_to(v.read(), edition->id);
    auto presence_of = [&](EveningId const& evening, visit::PersonId const& person) -> std::optional<Presence> {
        for (auto const& row : rows)
            if (row.evening == evening && row.person == person) return row.presence;
        return {};
    };
    return v.page(edition->name, [&](html::Page& page) {
        auto facts = page.facts();
        facts.row(tr("Plaats"), edition->place);
        for (auto const& evening : evenings) facts.row(base::Sentence{tr("Avond {number}"), {{"number", std::to_string(evening.number)}}}, text::moment(evening.begins_at, v.language()));
        programme_part(page, v, *edition, evenings, participants.size());
        page.heading(tr("Deelnemers"));
        if (participants.empty()) page.empty(tr("Er doet nog niemand mee."));
        else {
            auto table = page.table(tr("Wie er komt en was"), {{tr("Naam")}, {tr("Avond 1")}, {tr("Avond 2")}});
            for (auto const& person : participants) {
                std::vector<html::Cell> cells{{people::name_of(v.read(), v.keys(), person)}};
                for (auto const& evening : evenings) {
                    auto its = presence_of(evening.id, person);
                    auto const said = evening.begins_at > v.now() ? said_of(coming, evening.id, person) : std::nullopt;
                    cells.push_back({its ? html::Said{name(*its)} : said                      ? html::Said{*said ? tr("komt") : tr("kan niet")}
                                                                : evening.begins_at > v.now() ? html::Said{tr("nog geen antwoord")}
                                                                                              : html::Said{tr("nog niet ingevuld")}});
                }
                table.row(cells);
            }
            for (auto const& evening : evenings) page.button(href(edition->id, "/aanwezigheid/") + std::to_string(evening.number), base::Sentence{tr("Aanwezigheid avond {number}"), {{"number", std::to_string(evening.number)}}}, evening.begins_at <= v.now());
        }
        if (ties.has(visit::Tie::leading)) page.link(href(edition->id, "/leerpunten"), tr("Leerpunten van deelnemers")).link(href(edition->id, "/groei"), tr("Groei van de groep"));
        if (ties.has(visit::Tie::leading))
            for (auto const& evening : evenings) page.link(href(edition->id, "/tips/") + std::to_string(evening.number), base::Sentence{tr("Tips en tops van avond {number}"), {{"number", std::to_string(evening.number)}}});
        page.link(href(edition->id, "/opnamen"), tr("Opnamen"));
        if (!coordinator) return;
        page.heading(tr("Uitnodigen"));
        std::vector<html::Option> options;
        for (auto const& person : intake::may_go_on(v.read()))
            if (!edition_of(v.read(), person)) options.push_back({person.value(), people::name_of(v.read(), v.keys(), person)});
        if (options.empty()) page.paragraph(tr("Iedereen die door kan, doet al mee."));
        else page.form(href(edition->id, "/deelnemers"), tr("Uitnodigen en mail sturen")).checks({.name = "persoon", .label = tr("Wie doen er mee?"), .hint = tr("Dit zijn de mensen die na het gesprek door kunnen.")}, options);
        leaving_part(page, v, *edition, participants);
        page.heading(tr("Trainers"));
        for (auto const& person : trainers) page.paragraph(trainer_line(v, person));
        std::vector<html::Option> more;
        for (auto const& person : people::with_role(v.read(), visit::Role::trainer))
            if (std::find(trainers.begin(), trainers.end(), person) == trainers.end()) more.push_back({person.value(), people::name_of(v.read(), v.keys(), person)});
        if (!more.empty()) page.form(href(edition->id, "/trainers"), tr("Trainer toevoegen")).select({.name = "persoon", .label = tr("Trainer")}, more);
    });
}

http::Response add_people(Visit& v, std::string const& part) {
    auto edition = find_edition(v.read(), v.id<Edition>("edition"));
    if (!edition) return v.not_found();
    auto allowed = part == "participant" ? intake::may_go_on(v.read()) : people::with_role(v.read(), visit::Role::trainer);
    return v.act(edition->id.value(), "", [&](db::Write& tx) -> Acted {
        auto count = people_of(tx, edition->id, "participant").size();
        for (auto const& value : v.form().all("persoon")) {
            visit::PersonId person{value};
            if (std::find(allowed.begin(), allowed.end(), person) == allowed.end()) continue;
            if (part == "participant" && ++count > most_participants) return base::Refusal::of(tr("Een groep heeft hoogstens twaalf deelnemers."));
            add_to_edition(tx, edition->id, person, part, v.now());
            if (part == "participant")
                for (auto const& evening : evenings_of(tx, edition->id)) jobs::later(tx, v.services().random, "evening.invite", v.house().id.value(), evening.id.value(), person.value(), v.now());
        }
        return Done{href(edition->id), part == "participant" ? tr("Uitgenodigd. Zij krijgen een mail met beide avonden.") : tr("De trainer is toegevoegd.")}; }, [&](base::Refusal const& refusal) { return v.page(tr("Dat lukt niet"), [&](html::Page& page) {
                                                                                                                   page.alert(html::Tone::error, refusal.fields.front().why);
                                                                                                                   page.link(href(edition->id), tr("Terug naar de training"));
                                                                                                               },
                                                                                                                             {.status = 422}); });
}
http::Response create_participants(Visit& v) { return add_people(v, "participant"); }
http::Response create_trainer(Visit& v) { return add_people(v, "trainer"); }

struct Opened {
    EditionRow edition;
    EveningRow evening;
    std::vector<visit::PersonId> participants;
};
std::optional<Opened> open_evening(Visit& v) {
    auto edition = find_edition(v.read(), v.id<Edition>("edition"));
    if (!edition) return {};
    auto trainers = people_of(v.read(), edition->id, "trainer");
    visit::Ties ties;
    if (std::find(trainers.begin(), trainers.end(), v.me()) != trainers.end()) ties.add(visit::Tie::leading);
    if (!v.grant<Action::record_attendance>(edition->id, "", ties)) return {};
    for (auto const& evening : evenings_of(v.read(), edition->id))
        if (std::to_string(evening.number) == v.part("number")) return Opened{*edition, evening, people_of(v.read(), edition->id, "participant")};
    return {};
}

http::Response edit_attendance(Visit& v) {
    auto opened = open_evening(v);
    if (!opened) return v.not_found();
    html::Values values;
    for (auto const& row : attendances(v.read(), opened->edition.id))
        if (row.evening == opened->evening.id) values.emplace("p-" + row.person.value(), std::string{base::word(row.presence)});
    std::vector<html::Option> options;
    for (auto const& [presence, word] : base::Words<Presence>::entries) options.push_back({std::string{word}, name(presence)});
    return v.page(base::Sentence{tr("Aanwezigheid avond {number}"), {{"number", v.part("number")}}}, [&](html::Page& page) {
        page.lead(text::moment(opened->evening.begins_at, v.language()));
        auto form = page.form(v.request().path, tr("Opslaan"), values);
        for (auto const& person : opened->participants) form.radios({.name = "p-" + person.value(), .label = people::name_of(v.read(), v.keys(), person)}, options);
        form.or_go(href(opened->edition.id), tr("Terug"));
    });
}

http::Response update_attendance(Visit& v) {
    auto opened = open_evening(v);
    if (!opened) return v.not_found();
    return v.act(opened->evening.id.value(), "", [&](db::Write& tx) -> Acted {
        for (auto const& person : opened->participants)
            if (auto presence = base::from_word<Presence>(v.field("p-" + person.value()))) {
                record_attendance(tx, opened->evening.id, person, *presence, v.me(), v.now());
                auto const moment = "evening_" + std::to_string(opened->evening.number);
                if (followed(*presence)) jobs::later(tx, v.services().random, "assessment.ask", v.house().id.value(), person.value(), moment, v.now(), "assessment.ask|" + person.value() + "|" + moment);
            }
        return Done{href(opened->edition.id), tr("De aanwezigheid is opgeslagen.")}; }, [&](base::Refusal const&) { return v.not_found(); });
}

} // namespace

std::vector<reception::Route> routes() {
    using reception::route;
    std::vector<reception::Route> all{
        route<Action::manage_edition>("POST", "/trainingen", create_edition),
        route<Action::manage_edition>("GET", "/trainingen/nieuw", new_edition),
        route<Action::see_edition>("GET", "/trainingen/{edition}", show_edition),
        route<Action::manage_edition>("POST", "/trainingen/{edition}/deelnemers", create_participants),
        route<Action::manage_edition>("POST", "/trainingen/{edition}/trainers", create_trainer),
        route<Action::record_attendance>("GET", "/trainingen/{edition}/aanwezigheid/{number}", edit_attendance),
        route<Action::record_attendance>("POST", "/trainingen/{edition}/aanwezigheid/{number}", update_attendance),
    };
    for (auto const& its : {edition_list_routes(), programme_routes(), evening_routes(), card_routes(), buddy_routes(), own_routes(), coming_routes()}) all.insert(all.end(), its.begin(), its.end());
    return all;
}

} // namespace training
