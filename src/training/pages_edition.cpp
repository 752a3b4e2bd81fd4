#include "training/pages_edition.h"

#include "intake/store_advice.h"
#include "platform/jobs/jobs.h"
#include "training/pages_coming.h"
#include "training/pages_days.h"
#include "training/pages_evening.h"
#include "training/store_catch_up.h"
#include "training/store_coming.h"
#include "training/store_completion.h"
#include "training/store_days.h"
#include "training/store_preparation.h"
#include "training/store_programme.h"
#include "training/store_review.h"

#include <algorithm>

namespace training {
using base::tr;
using reception::Acted;
using reception::Done;
using reception::Visit;
using visit::Action;

namespace {

std::string href(EditionId const& id, std::string const& more = "") { return "/trainingen/" + id.value() + more; }
base::Sentence numbered(base::Text words, int number) { return {words, {{"number", std::to_string(number)}}}; }

/// What stands for someone at an evening: what was, else what was said.
html::Said standing(EveningRow const& evening, visit::PersonId const& person, std::vector<AttendanceRow> const& rows, std::vector<ComingRow> const& coming, base::Moment now) {
    for (auto const& row : rows)
        if (row.evening == evening.id && row.person == person) return name(row.presence);
    if (evening.begins_at <= now) return tr("nog niet ingevuld");
    auto const said = said_of(coming, evening.id, person);
    if (!said) return tr("nog geen antwoord");
    return *said ? tr("komt") : tr("kan niet");
}

/// One evening with everything that belongs to it.
void evening_part(html::Page& page, Visit& v, EditionRow const& edition, EveningRow const& evening, std::vector<AttendanceRow> const& rows, std::vector<ObserverRow> const& observers, std::vector<HandedIn> const& given, std::size_t participants, bool leads) {
    auto const number = std::to_string(evening.number);
    bool const begun = evening.begins_at <= v.now();
    page.heading(base::Sentence{tr("Avond {number}: {moment}"), {{"number", number}, {"moment", text::moment(evening.begins_at, v.language())}}});
    for (auto const& row : observers)
        if (row.evening == evening.id) page.paragraph(base::Sentence{tr("{name} kijkt mee als waarnemer."), {{"name", people::name_of(v.read(), v.keys(), row.person)}}});
    if (participants > 0) page.button(href(edition.id, "/aanwezigheid/" + number), numbered(tr("Aanwezigheid avond {number}"), evening.number), begun && rows.empty());
    page.link(href(edition.id, "/avond/" + number), numbered(tr("Draaiboek avond {number}"), evening.number));
    if (begun && std::any_of(rows.begin(), rows.end(), [&](auto const& row) { return row.evening == evening.id && row.presence != Presence::present; })) page.link(href(edition.id, "/inhalen/" + number), numbered(tr("Inhalen van avond {number}"), evening.number));
    if (!leads) return;
    auto const count = std::count_if(given.begin(), given.end(), [&](auto const& one) { return one.evening == evening.id; });
    page.paragraph(base::Sentence{tr("Voorbereiding ingeleverd: {count} van {total}."), {{"count", std::to_string(count)}, {"total", std::to_string(participants)}}});
    if (!begun) return;
    page.link(href(edition.id, "/tips/" + number), numbered(tr("Tips en tops van avond {number}"), evening.number));
    page.link(href(edition.id, "/evaluatie/" + number), numbered(tr("Evaluatie van avond {number}"), evening.number));
}

void people_part(html::Page& page, Visit& v, std::vector<EveningRow> const& evenings, std::vector<visit::PersonId> const& participants, std::vector<AttendanceRow> const& rows, bool leads) {
    page.heading(tr("Deelnemers"));
    if (participants.empty()) return void(page.empty(tr("Er doet nog niemand mee.")));
    std::vector<html::Column> columns{{tr("Naam")}};
    for (auto const& evening : evenings) columns.push_back({numbered(tr("Avond {number}"), evening.number)});
    auto const coming = evenings.empty() ? std::vector<ComingRow>{} : coming_to(v.read(), evenings.front().edition);
    auto table = page.table(tr("Wie er komt en was"), columns);
    for (auto const& person : participants) {
        std::vector<html::Cell> cells{{people::name_of(v.read(), v.keys(), person), leads ? "/groepsleden/" + person.value() : ""}};
        for (auto const& evening : evenings) cells.push_back({standing(evening, person, rows, coming, v.now())});
        table.row(cells);
    }
}

/// Inviting, leaving and trainers: for the coordinator.
void desk_part(html::Page& page, Visit& v, EditionRow const& edition, std::vector<visit::PersonId> const& participants, std::vector<visit::PersonId> const& trainers) {
    page.heading(tr("Uitnodigen"));
    std::vector<html::Option> options;
    auto const may_go_on = intake::may_go_on(v.read());
    auto const steps = steps_of_all(v.read(), may_go_on, false);
    auto const placed = editions_of_all(v.read());
    for (auto const& person : may_go_on)
        if (!placed.contains(person) && steps.at(person).decision != Decision::stops) options.push_back({person.value(), people::name_of(v.read(), v.keys(), person)});
    if (options.empty()) page.paragraph(tr("Iedereen die door kan, doet al mee."));
    else page.form(href(edition.id, "/deelnemers"), tr("Uitnodigen en mail sturen")).checks({.name = "persoon", .label = tr("Wie doen er mee?"), .hint = tr("Dit zijn de mensen die na het gesprek door kunnen.")}, options);
    leaving_part(page, v, edition, participants);
    page.heading(tr("Trainers"));
    for (auto const& person : trainers) page.paragraph(trainer_line(v, person));
    std::vector<html::Option> more;
    for (auto const& person : people::with_role(v.read(), visit::Role::trainer))
        if (std::find(trainers.begin(), trainers.end(), person) == trainers.end()) more.push_back({person.value(), people::name_of(v.read(), v.keys(), person)});
    if (!more.empty()) page.form(href(edition.id, "/trainers"), tr("Trainer toevoegen")).select({.name = "trainer", .label = tr("Trainer")}, more);
    page.heading(tr("Regelen"));
    if (!evenings_of(v.read(), edition.id).empty()) page.link(href(edition.id, "/wijzigen"), tr("Verander naam, plaats of dagen"));
    page.link(href(edition.id, "/welkomstpakket"), tr("Welkomstpakket"));
    page.link(href(edition.id, "/waarnemers"), tr("Waarnemers"));
}

http::Response show_edition(Visit& v) {
    auto const edition = find_edition(v.read(), v.id<Edition>("edition"));
    if (!edition) return v.not_found();
    auto const ties = ties_to(v, edition->id);
    if (!v.grant<Action::see_edition>(edition->id, "", ties)) return v.not_found();
    bool const leads = ties.has(visit::Tie::leading);
    auto const evenings = evenings_of(v.read(), edition->id);
    auto const participants = people_of(v.read(), edition->id, "participant");
    auto const rows = attendances(v.read(), edition->id);
    auto const observers = observers_of(v.read(), edition->id);
    auto const given = leads ? handed_in(v.read(), edition->id) : std::vector<HandedIn>{};
    return v.page(edition->name, [&](html::Page& page) {
        page.facts().row(tr("Plaats"), edition->place);
        if (evenings.empty()) days_part(page, v, *edition, participants);
        for (auto const& evening : evenings) evening_part(page, v, *edition, evening, rows, observers, given, participants.size(), leads);
        people_part(page, v, evenings, participants, rows, leads);
        programme_part(page, v, *edition, evenings, participants.size());
        if (leads) page.link(href(edition->id, "/leerpunten"), tr("Leerpunten van deelnemers")).link(href(edition->id, "/groei"), tr("Groei van de groep"));
        page.link(href(edition->id, "/opnamen"), tr("Opnamen"));
        if (v.viewer().is(visit::Role::coordinator)) desk_part(page, v, *edition, participants, people_of(v.read(), edition->id, "trainer"));
    });
}

http::Response add_people(Visit& v, std::string const& part) {
    auto const edition = find_edition(v.read(), v.id<Edition>("edition"));
    if (!edition) return v.not_found();
    bool const joins = part == "participant";
    auto const allowed = joins ? intake::may_go_on(v.read()) : people::with_role(v.read(), visit::Role::trainer);
    return v.act(edition->id.value(), "", [&](db::Write& tx) -> Acted {
        auto count = people_of(tx, edition->id, "participant").size();
        auto const evenings = evenings_of(tx, edition->id);
        std::vector<visit::PersonId> fresh;
        for (auto const& value : v.form().all(joins ? "persoon" : "trainer")) {
            visit::PersonId const person{value};
            if (std::find(allowed.begin(), allowed.end(), person) == allowed.end()) continue;
            if (joins && ++count > most_participants) return base::Refusal::of(tr("Een groep heeft hoogstens twaalf deelnemers."));
            add_to_edition(tx, edition->id, person, part, v.now());
            fresh.push_back(person);
        }
        if (fresh.empty()) return base::Refusal::of(tr("Kies eerst wie er mee doet."));
        if (!joins) return Done{href(edition->id), tr("De trainer is toegevoegd.")};
        if (evenings.empty()) {
            for (auto const& person : fresh) jobs::later(tx, v.services().random, "edition.ask_days", v.house().id.value(), person.value(), edition->id.value(), v.now());
            return Done{href(edition->id), tr("Uitgenodigd. Zij krijgen een bericht om te zeggen welke dagen kunnen.")};
        }
        invite(tx, v, evenings, fresh);
        return Done{href(edition->id), tr("Uitgenodigd. Zij krijgen een mail met beide avonden.")}; }, [&](base::Refusal const& refusal) { return refused(v, edition->id, refusal); });
}
http::Response create_participants(Visit& v) { return add_people(v, "participant"); }
http::Response create_trainer(Visit& v) { return add_people(v, "trainer"); }

http::Response change_form(Visit& v, base::Refusal const* refusal) {
    auto const edition = find_edition(v.read(), v.id<Edition>("edition"));
    if (!edition) return v.not_found();
    auto const evenings = evenings_of(v.read(), edition->id);
    auto values = v.values();
    if (!refusal) {
        values.emplace("naam", edition->name);
        values.emplace("plaats", edition->place);
        for (auto const& evening : evenings) reception::put_date(values, "dag" + std::to_string(evening.number), base::local_date(evening.begins_at));
        if (!evenings.empty()) values.emplace("tijd", base::hours(base::local(evenings.back().begins_at).time));
    }
    return v.page(tr("Verander deze training"), [&](html::Page& page) {
        if (evenings.empty()) {
            page.empty(tr("De dagen van deze groep zijn nog niet gekozen."));
            return void(page.link(href(edition->id), tr("Terug naar de training")));
        }
        page.lead(tr("Verandert een dag, de tijd of de plaats? Dan krijgt iedereen een nieuwe mail voor de agenda, en vragen we opnieuw wie er komt. Een avond die al begon, verandert niet meer."));
        auto form = page.form(href(edition->id, "/wijzigen"), tr("Opslaan"), values, refusal);
        form.text({.name = "naam", .label = tr("Naam van de groep"), .most = 100}).text({.name = "plaats", .label = tr("Plaats"), .most = 100});
        form.date({.name = "dag1", .label = tr("Eerste avond")}).date({.name = "dag2", .label = tr("Tweede avond")}).text({.name = "tijd", .label = tr("Begintijd"), .most = 5});
        form.or_go(href(edition->id), tr("Terug"));
    },
                  {.status = refusal ? 422 : 200});
}
http::Response edit_edition(Visit& v) { return change_form(v, nullptr); }

/// What is wrong with moving evenings: a moment that has been, or an order that turns around beside an evening that has begun.
base::Refusal moves(Planned const& planned, std::vector<EveningRow> const& evenings, base::Moment now) {
    base::Refusal refusal;
    for (auto const& evening : evenings) {
        auto const to = planned.evenings[static_cast<std::size_t>(evening.number) - 1];
        auto const field = "dag" + std::to_string(evening.number);
        if (evening.begins_at <= now || to == evening.begins_at) continue;
        if (to <= now) refusal.add(field, tr("Kies een dag die nog komt."));
        else if (evening.number == 2 && evenings.front().begins_at <= now && to <= evenings.front().begins_at) refusal.add(field, tr("De tweede avond is na de eerste."));
    }
    return refusal;
}

http::Response update_edition(Visit& v) {
    auto const edition = find_edition(v.read(), v.id<Edition>("edition"));
    if (!edition || evenings_of(v.read(), edition->id).empty()) return v.not_found();
    auto again = [&](base::Refusal const& refusal) { return change_form(v, &refusal); };
    auto const planned = plan_edition({text::tidy_line(v.field("naam")), text::tidy_line(v.field("plaats")), {v.date_field("dag1"), v.date_field("dag2")}, base::time_from(text::tidy_line(v.field("tijd")))});
    if (!planned) return again(planned.error());
    if (auto const refusal = moves(*planned, evenings_of(v.read(), edition->id), v.now()); !refusal.empty()) return again(refusal);
    return v.act(edition->id.value(), "", [&](db::Write& tx) -> Acted {
        auto const changed = change_edition(tx, edition->id, *planned, v.now());
        auto evenings = evenings_of(tx, edition->id);
        std::erase_if(evenings, [&](auto const& evening) { return std::find(changed.begin(), changed.end(), evening.id) == changed.end(); });
        invite(tx, v, evenings, people_of(tx, edition->id, "participant"));
        for (auto const& row : observers_of(tx, edition->id))
            if (std::find(changed.begin(), changed.end(), row.evening) != changed.end()) jobs::later(tx, v.services().random, "training.notice", v.house().id.value(), row.person.value(), "", v.now());
        return Done{href(edition->id), changed.empty() ? tr("Opgeslagen.") : tr("Opgeslagen. Iedereen krijgt een nieuwe mail voor de agenda.")}; }, again);
}

} // namespace

visit::Ties ties_to(Visit& v, EditionId const& edition) {
    visit::Ties ties;
    auto const trainers = people_of(v.read(), edition, "trainer");
    if (std::find(trainers.begin(), trainers.end(), v.me()) != trainers.end()) ties.add(visit::Tie::leading);
    return ties;
}

std::optional<EveningRow> evening_asked(Visit& v, EditionId const& edition) {
    for (auto const& evening : evenings_of(v.read(), edition))
        if (std::to_string(evening.number) == v.part("number")) return evening;
    return {};
}

void invite(db::Write& tx, Visit& v, std::vector<EveningRow> const& evenings, std::vector<visit::PersonId> const& people) {
    for (auto const& evening : evenings)
        for (auto const& person : people) {
            jobs::later(tx, v.services().random, "evening.invite", v.house().id.value(), evening.id.value(), person.value(), v.now());
            auto const reminded_at = evening.begins_at - std::chrono::hours{24 * 3};
            if (reminded_at > v.now()) jobs::later(tx, v.services().random, "evening.remind", v.house().id.value(), evening.id.value(), person.value(), reminded_at, "evening.remind|" + evening.id.value() + "|" + person.value() + "|" + base::iso(base::local_date(evening.begins_at)));
        }
}

void note_presence(db::Write& tx, Visit& v, EveningRow const& evening, visit::PersonId const& person, Presence presence) {
    record_attendance(tx, evening.id, person, presence, v.me(), v.now());
    auto const moment = "evening_" + std::to_string(evening.number);
    if (followed(presence)) jobs::later(tx, v.services().random, "assessment.ask", v.house().id.value(), person.value(), moment, v.now(), "assessment.ask|" + person.value() + "|" + moment);
}

http::Response refused(Visit& v, EditionId const& edition, base::Refusal const& refusal) {
    return v.page(tr("Dat lukt niet"), [&](html::Page& page) {
        page.alert(html::Tone::error, refusal.fields.front().why);
        page.link(href(edition), tr("Terug naar de training"));
    },
                  {.status = 422});
}

std::vector<reception::Route> edition_routes() {
    using reception::route;
    return {
        route<Action::see_edition>("GET", "/trainingen/{edition}", show_edition),
        route<Action::manage_edition>("POST", "/trainingen/{edition}/deelnemers", create_participants),
        route<Action::manage_edition>("POST", "/trainingen/{edition}/trainers", create_trainer),
        route<Action::manage_edition>("GET", "/trainingen/{edition}/wijzigen", edit_edition),
        route<Action::manage_edition>("POST", "/trainingen/{edition}/wijzigen", update_edition),
    };
}

} // namespace training
