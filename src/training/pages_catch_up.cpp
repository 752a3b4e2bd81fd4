#include "training/pages_catch_up.h"

#include "people/link.h"
#include "people/store_people.h"
#include "platform/base/number.h"
#include "platform/jobs/jobs.h"
#include "training/pages_edition.h"
#include "training/store_catch_up.h"
#include "training/store_recording.h"

#include <algorithm>

namespace training {
using base::tr;
using reception::Acted;
using reception::Done;
using reception::Visit;
using visit::Action;

namespace {

struct Opened {
    EditionRow edition;
    EveningRow evening;
    std::vector<visit::PersonId> missed; ///< was absent, and may have caught up since
    std::string href() const { return "/trainingen/" + edition.id.value() + "/inhalen/" + std::to_string(evening.number); }
};
std::optional<Opened> open(Visit& v) {
    auto edition = find_edition(v.read(), v.id<Edition>("edition"));
    if (!edition || !v.grant<Action::keep_catch_up>(edition->id, "", ties_to(v, edition->id))) return {};
    auto evening = evening_asked(v, edition->id);
    if (!evening) return {};
    auto const group = people_of(v.read(), edition->id, "participant");
    Opened its{*edition, *evening, {}};
    for (auto const& row : attendances(v.read(), edition->id))
        if (row.evening == evening->id && row.presence != Presence::present && std::find(group.begin(), group.end(), row.person) != group.end()) its.missed.push_back(row.person);
    return its;
}

base::Text said(CatchUpStep step) {
    switch (step) {
    case CatchUpStep::plan_together: return tr("nog niets afgesproken");
    case CatchUpStep::await: return tr("afspraak gemaakt");
    case CatchUpStep::send_slides: return tr("miste het inhalen ook: stuur de dia’s en maak een eigen afspraak");
    case CatchUpStep::plan_alone: return tr("heeft de dia’s: maak een eigen afspraak");
    case CatchUpStep::done: return tr("ingehaald");
    }
    throw base::Impossible{"a step without words"};
}

/// Two appointments of one person stand on one page.
std::string field(CatchUpRow const& row, CatchUpSeat const& seat) { return "p-" + row.id.value() + "-" + seat.person.value(); }

/// Appointments: to call off before, and to write down who came afterwards.
void appointment_part(html::Page& page, Visit& v, Opened const& its, CatchUpRow const& row) {
    page.heading(base::Sentence{tr("{moment}: {kind}"), {{"moment", text::moment(row.begins_at, v.language())}, {"kind", text::say(name(row.kind), v.language())}}});
    page.paragraph(row.place);
    auto const seats = seats_of(v.read(), row.id);
    if (row.begins_at > v.now()) {
        std::vector<html::Said> names;
        for (auto const& seat : seats) names.emplace_back(people::name_of(v.read(), v.keys(), seat.person));
        page.bullets(names);
        return void(page.act(its.href() + "/afzeggen", tr("Zeg deze afspraak af"), {{"afspraak", row.id.value()}}, false));
    }
    html::Values values{{"afspraak", row.id.value()}};
    bool open = false;
    for (auto const& seat : seats) {
        open = open || !seat.came;
        if (seat.came) values.emplace(field(row, seat), *seat.came ? "ja" : "nee");
    }
    auto form = page.form(its.href() + "/wie-er-was", open ? tr("Leg vast wie er was") : tr("Verander wie er was"), values);
    form.hidden("afspraak", row.id.value());
    for (auto const& seat : seats) form.radios({.name = field(row, seat), .label = people::name_of(v.read(), v.keys(), seat.person)}, {{"ja", tr("was er")}, {"nee", tr("was er niet")}});
}

http::Response catch_up_page(Visit& v, base::Refusal const* refusal) {
    auto const its = open(v);
    if (!its) return v.not_found();
    auto const progress = catching_up(v.read(), its->evening.id);
    auto const slides = slides_of(v.read(), its->evening.id);
    // which of the two forms was refused
    bool const of_slides = refusal && !refusal->fields.empty() && refusal->fields.front().name == "link";
    auto step_of = [&](visit::PersonId const& person) {
        auto const at = progress.find(person);
        return next_step(at == progress.end() ? CatchingUp{} : at->second);
    };
    auto const rows = attendances(v.read(), its->edition.id);
    auto done = [&](visit::PersonId const& person) { return std::any_of(rows.begin(), rows.end(), [&](auto const& row) { return row.evening == its->evening.id && row.person == person && followed(row.presence); }); };
    return v.page(base::Sentence{tr("Inhalen van avond {number}"), {{"number", std::to_string(its->evening.number)}}}, [&](html::Page& page) {
        page.lead(its->edition.name);
        if (its->missed.empty()) page.empty(its->evening.begins_at > v.now() ? tr("De avond is nog niet geweest.") : tr("Niemand miste deze avond."));
        else {
            auto table = page.table(tr("Wie deze avond miste"), {{tr("Naam")}, {tr("Stand")}});
            for (auto const& person : its->missed) table.row({{people::name_of(v.read(), v.keys(), person)}, {done(person) ? said(CatchUpStep::done) : said(step_of(person))}});
        }
        for (auto const& row : catch_ups_of(v.read(), its->evening.id)) appointment_part(page, v, *its, row);
        std::vector<html::Option> who, without;
        for (auto const& person : its->missed) {
            if (done(person)) continue;
            auto const at = progress.find(person);
            if (step_of(person) != CatchUpStep::await) who.push_back({person.value(), people::name_of(v.read(), v.keys(), person)});
            if (at == progress.end() || !at->second.slides_sent) without.push_back({person.value(), people::name_of(v.read(), v.keys(), person)});
        }
        if (!who.empty()) {
            page.heading(tr("Een moment afspreken"));
            auto values = of_slides ? html::Values{} : v.values();
            if (!refusal || of_slides) values.emplace("soort", std::any_of(its->missed.begin(), its->missed.end(), [&](auto const& person) { return !done(person) && step_of(person) == CatchUpStep::plan_together; }) ? "together" : "alone"), values.emplace("duur", "60");
            auto form = page.form(its->href(), tr("Spreek dit af en stuur een mail"), values, of_slides ? nullptr : refusal);
            form.radios({.name = "soort", .label = tr("Hoe?")}, {{"together", tr("samen inhalen"), tr("Met de dia’s, en stukjes opname als iedereen die goed vindt.")}, {"alone", tr("een eigen afspraak"), tr("Voor wie ook het inhalen miste. Samen met de dia’s telt dat.")}});
            form.checks({.name = "persoon", .label = tr("Wie?")}, who).date({.name = "dag", .label = tr("Dag")}).text({.name = "tijd", .label = tr("Tijd"), .hint = tr("Bijvoorbeeld 20.00"), .most = 5}).text({.name = "duur", .label = tr("Hoeveel minuten?"), .inputmode = "numeric", .most = 3});
            form.text({.name = "plaats", .label = tr("Waar?"), .hint = tr("Een plek, of een link om online te praten. Dit staat in de mail; schrijf niet waar het over gaat."), .most = 500});
        }
        page.heading(tr("Dia’s en opname"));
        for (auto const& recording : recordings_of(v.read(), its->edition.id))
            if (!recording.url.empty() && state_of(v.read(), recording) == RecordingState::agreed) page.paragraph(base::Sentence{tr("Mag worden getoond: {about}. Iedereen zei ja."), {{"about", recording.about}}});
        auto form = page.form(its->href() + "/dias", tr("Bewaar"), of_slides ? v.values() : html::Values{{"link", slides}}, of_slides ? refusal : nullptr);
        form.text({.name = "link", .label = tr("Waar staan de dia’s?"), .hint = tr("Een link die begint met https://. Deelnemers vinden hem op hun eigen bladzijde."), .most = 500});
        if (!slides.empty() && !without.empty()) page.form(its->href() + "/dias-gestuurd", tr("Stuur de dia’s")).checks({.name = "ontvanger", .label = tr("Wie krijgt de dia’s?"), .hint = tr("Zij krijgen een bericht dat er iets klaarstaat.")}, without);
        page.link("/trainingen/" + its->edition.id.value(), tr("Terug naar de training"));
    },
                  {.status = refusal ? 422 : 200});
}
http::Response show_catch_up(Visit& v) { return catch_up_page(v, nullptr); }

/// Those of the people posted who missed the evening.
std::vector<visit::PersonId> people_posted(Visit& v, Opened const& its, char const* field) {
    std::vector<visit::PersonId> people;
    for (auto const& person : its.missed)
        for (auto const& value : v.form().all(field))
            if (person.value() == value) people.push_back(person);
    return people;
}

http::Response create_catch_up(Visit& v) {
    auto const its = open(v);
    if (!its) return v.not_found();
    auto again = [&](base::Refusal const& refusal) { return catch_up_page(v, &refusal); };
    auto const people = people_posted(v, *its, "persoon");
    auto const plan = plan_catch_up({base::from_word<CatchUpKind>(v.field("soort")), v.date_field("dag"), base::time_from(text::tidy_line(v.field("tijd"))), base::number_from(v.field("duur")).value_or(0), text::tidy_line(v.field("plaats")), people.size()}, v.now());
    if (!plan) return again(plan.error());
    return v.act(its->evening.id.value(), "", [&](db::Write& tx) -> Acted {
        auto const id = v.new_id<CatchUp>();
        add_catch_up(tx, id, its->evening.id, *plan, people, v.me(), v.now());
        for (auto const& person : people) jobs::later(tx, v.services().random, "catch_up.letter", v.house().id.value(), id.value(), person.value(), v.now());
        return Done{its->href(), tr("Afgesproken. Wie komt, krijgt een mail voor de agenda.")}; }, again);
}

/// An appointment of this evening that was posted.
std::optional<CatchUpRow> appointment_posted(Visit& v, Opened const& its) {
    auto row = find_catch_up(v.read(), CatchUpId{v.field("afspraak")});
    return row && row->evening == its.evening.id && !row->cancelled_at ? row : std::nullopt;
}

http::Response create_cancelling(Visit& v) {
    auto const its = open(v);
    auto const row = its ? appointment_posted(v, *its) : std::nullopt;
    if (!row) return v.not_found();
    return v.act(row->id.value(), "", [&](db::Write& tx) -> Acted {
        if (row->begins_at > v.now() && cancel_catch_up(tx, row->id, v.now()))
            for (auto const& seat : seats_of(tx, row->id)) jobs::later(tx, v.services().random, "catch_up.letter", v.house().id.value(), row->id.value(), seat.person.value(), v.now());
        return Done{its->href(), tr("Afgezegd. Wie zou komen, krijgt daarvan een mail.")}; }, [&](base::Refusal const&) { return v.not_found(); });
}

/// Whether what stands for someone came of an appointment like this one, so that it falls when the person was not there after all.
bool counted_by(db::Door& door, Opened const& its, CatchUpRow const& row, visit::PersonId const& person) {
    auto const of_kind = row.kind == CatchUpKind::together ? Presence::caught_up_online : Presence::slides_and_talk;
    for (auto const& each : attendances(door, its.edition.id))
        if (each.evening == its.evening.id && each.person == person) return each.presence == of_kind;
    return false;
}

http::Response update_seats(Visit& v) {
    auto const its = open(v);
    auto const row = its ? appointment_posted(v, *its) : std::nullopt;
    if (!row || row->begins_at > v.now()) return v.not_found();
    return v.act(row->id.value(), "", [&](db::Write& tx) -> Acted {
        for (auto const& seat : seats_of(tx, row->id)) {
            auto const& said = v.field(field(*row, seat));
            if (said == "ja" || said == "nee") note_came(tx, row->id, seat.person, said == "ja");
        }
        auto const progress = catching_up(tx, its->evening.id);
        bool some = false;
        for (auto const& seat : seats_of(tx, row->id)) {
            if (!seat.came) continue;
            auto const presence = caught_up(progress.at(seat.person));
            if (presence) note_presence(tx, v, its->evening, seat.person, *presence);
            else if (counted_by(tx, *its, *row, seat.person)) note_presence(tx, v, its->evening, seat.person, Presence::absent);
            some = some || !presence;
        }
        return Done{its->href(), some ? tr("Vastgelegd. Voor wie het miste, zijn er de dia’s en een eigen afspraak.") : tr("Vastgelegd. Deze avond telt nu als gevolgd.")}; }, [&](base::Refusal const&) { return v.not_found(); });
}

http::Response update_slides(Visit& v) {
    auto const its = open(v);
    if (!its) return v.not_found();
    auto const link = text::tidy_line(v.field("link"));
    return v.act(its->evening.id.value(), "", [&](db::Write& tx) -> Acted {
        if (!link.empty() && (link.size() > 500 || !people::is_https(link))) return base::Refusal::of("link", tr("Een link begint met https:// en heeft geen spaties."));
        keep_slides(tx, its->evening.id, link);
        return Done{its->href(), link.empty() ? tr("Bewaard. Er is geen link naar dia’s meer.") : tr("Bewaard. De groep vindt de dia’s op de eigen bladzijde.")}; }, [&](base::Refusal const& refusal) { return catch_up_page(v, &refusal); });
}

http::Response create_sending(Visit& v) {
    auto const its = open(v);
    if (!its || slides_of(v.read(), its->evening.id).empty()) return v.not_found();
    auto const people = people_posted(v, *its, "ontvanger");
    return v.act(its->evening.id.value(), "", [&](db::Write& tx) -> Acted {
        auto const progress = catching_up(tx, its->evening.id);
        for (auto const& person : people) {
            if (!send_slides(tx, its->evening.id, person, v.now())) continue;
            jobs::later(tx, v.services().random, "training.notice", v.house().id.value(), person.value(), "", v.now());
            auto at = progress.find(person);
            auto after = at == progress.end() ? CatchingUp{} : at->second;
            after.slides_sent = true;
            // the talk may have been before the slides
            if (auto const presence = caught_up(after)) note_presence(tx, v, its->evening, person, *presence);
        }
        return Done{its->href(), people.empty() ? tr("Kies eerst wie de dia’s krijgt.") : tr("Gestuurd. Maak nu een eigen afspraak om erover te praten.")}; }, [&](base::Refusal const&) { return v.not_found(); });
}

} // namespace

void own_catch_up_part(html::Page& page, Visit& v, std::vector<EveningRow> const& evenings) {
    for (auto const& row : catch_ups_ahead(v.read(), v.me(), v.now())) {
        auto const at = std::find_if(evenings.begin(), evenings.end(), [&](auto const& evening) { return evening.id == row.evening; });
        if (at == evenings.end()) continue;
        page.heading(base::Sentence{tr("Je haalt avond {number} in"), {{"number", std::to_string(at->number)}}});
        page.facts().row(tr("Wanneer"), text::moment(row.begins_at, v.language())).row(tr("Hoe"), name(row.kind)).row(tr("Waar"), row.place);
        if (people::is_https(row.place)) page.link(row.place, tr("Ga naar het online gesprek"));
    }
    for (auto const& evening : evenings)
        if (auto const slides = slides_of(v.read(), evening.id); !slides.empty() && evening.begins_at <= v.now()) page.link(slides, base::Sentence{tr("Dia’s van avond {number}"), {{"number", std::to_string(evening.number)}}});
}

std::vector<reception::Route> catch_up_routes() {
    using reception::route;
    return {
        route<Action::keep_catch_up>("GET", "/trainingen/{edition}/inhalen/{number}", show_catch_up),
        route<Action::keep_catch_up>("POST", "/trainingen/{edition}/inhalen/{number}", create_catch_up),
        route<Action::keep_catch_up>("POST", "/trainingen/{edition}/inhalen/{number}/afzeggen", create_cancelling),
        route<Action::keep_catch_up>("POST", "/trainingen/{edition}/inhalen/{number}/wie-er-was", update_seats),
        route<Action::keep_catch_up>("POST", "/trainingen/{edition}/inhalen/{number}/dias", update_slides),
        route<Action::keep_catch_up>("POST", "/trainingen/{edition}/inhalen/{number}/dias-gestuurd", create_sending),
    };
}

} // namespace training
