#include "training/pages.h"

#include "agreement/store_agreement.h"
#include "intake/store_advice.h"
#include "people/store_names.h"
#include "platform/calendar/calendar.h"
#include "reception/listing.h"
#include "training/pages_card.h"
#include "training/pages_evening.h"
#include "training/pages_exemption.h"
#include "training/pages_programme.h"
#include "training/pages_recording.h"
#include "training/pages_vog.h"
#include "training/store_completion.h"
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

http::Response list_editions(Visit& v) {
    auto granted = v.grant<Action::list_editions>();
    if (!granted) return v.not_found();
    bool const all = v.viewer().is(visit::Role::coordinator);
    auto rows = all ? editions(v.read()) : editions_led_by(v.read(), v.me());
    return v.page(tr("Trainingen"), [&](html::Page& page) {
        if (all) page.button("/trainingen/nieuw", tr("Nieuwe training"), rows.empty());
        page.link("/programma", tr("Programma van de training"));
        if (rows.empty()) return void(page.empty(all ? tr("Er is nog geen training. Plan twee avonden en nodig daarna mensen uit.") : tr("U geeft nog geen training.")));
        auto table = page.table(tr("Trainingen"), {{tr("Groep")}, {tr("Eerste avond")}, {tr("Plaats")}, {tr("Deelnemers"), "", true}});
        for (auto const& row : rows) {
            auto evenings = evenings_of(v.read(), row.id);
            table.row({{row.name, href(row.id)}, {evenings.empty() ? std::string{} : text::moment(evenings.front().begins_at, v.language())}, {row.place}, {std::to_string(people_of(v.read(), row.id, "participant").size()), {}, true}});
        }
    });
}

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
            auto table = page.table(tr("Wie er was"), {{tr("Naam")}, {tr("Avond 1")}, {tr("Avond 2")}});
            for (auto const& person : participants) {
                std::vector<html::Cell> cells{{people::name_of(v.read(), v.keys(), person)}};
                for (auto const& evening : evenings) {
                    auto its = presence_of(evening.id, person);
                    cells.push_back({its ? html::Said{name(*its)} : html::Said{tr("nog niet ingevuld")}});
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

http::Response list_buddies(Visit& v) {
    auto granted = v.grant<Action::list_buddies>();
    if (!granted) return v.not_found();
    struct Line {
        visit::PersonId person;
        std::string name, key;
        std::vector<base::Text> lacks;
    };
    auto asked = reception::asked(v, "/buddys", "naam");
    auto const steps = steps_of_all(v.read(), v.house().vog_required);
    Steps nothing;
    nothing.vog_required = v.house().vog_required;
    std::vector<Line> lines;
    auto const all = intake::may_go_on(v.read());
    people::Names const names{v.read(), v.keys(), all};
    auto const word = text::folded(asked.search);
    for (auto const& person : all) {
        auto const& name = names.of(person);
        if (!word.empty() && text::folded(name).find(word) == std::string::npos) continue;
        auto found = steps.find(person);
        auto key = text::sort_key(name);
        lines.push_back({person, name, std::move(key), missing(found == steps.end() ? nothing : found->second)});
    }
    reception::sort(lines, asked.sort, {{"naam", [](Line const& a, Line const& b) { return a.key < b.key; }}, {"klaar", [](Line const& a, Line const& b) { return a.lacks.size() < b.lacks.size(); }}});
    asked.total = lines.size();
    return v.page(tr("Buddy’s"), [&](html::Page& page) {
        if (lines.empty() && asked.search.empty()) return void(page.empty(tr("Er zijn nog geen buddy’s. Na een gesprek met een goede uitkomst staat iemand hier.")));
        page.search(asked, tr("Zoek op naam"));
        if (lines.empty()) return void(page.empty(tr("Niemand gevonden. Zoek op een ander woord of toon alles.")));
        auto table = page.table(tr("Buddy’s en deelnemers"), {{tr("Naam"), "naam"}, {tr("Nog te doen"), "klaar"}}, &asked);
        for (auto const& line : reception::shown(lines, asked)) table.row({{line.name, "/buddys/" + line.person.value()}, {line.lacks.empty() ? html::Said{tr("klaar om te koppelen")} : html::Said{line.lacks.front()}}});
        page.pager(asked);
        page.link("/buddyparen", tr("Buddyparen"));
        page.link("/groei", tr("Gedeelde groei"));
        page.link("/vragenlijst", tr("Vragenlijst voor buddy’s"));
        page.link("/afspraken", tr("Afspraken met buddy’s"));
    });
}

http::Response buddy_page(Visit& v, base::Refusal const* refusal) {
    auto id = v.id<people::Person>("person");
    auto person = people::find_person(v.read(), v.keys(), id);
    auto advice = intake::advice_about(v.read(), id);
    if (!person || !advice || !v.grant<Action::manage_buddy>(id, id.value())) return v.not_found();
    auto steps = steps_of(v.read(), id, v.house().vog_required);
    auto readiness = readiness_of(v.read(), id);
    auto lacks = missing(steps);
    return v.page(person->name, [&](html::Page& page) {
        auto facts = page.facts();
        facts.row(tr("Telefoon"), person->phone.empty() ? html::Said{tr("niet ingevuld")} : html::Said{person->phone}).row(tr("Mailadres"), person->mail.empty() ? html::Said{tr("niet ingevuld")} : html::Said{person->mail});
        if (readiness) {
            facts.row(tr("Besluit na de training"), name(readiness->decision)).row(tr("Besproken op"), text::plain_day(readiness->told_on, v.language()));
            if (readiness->deployment_talk_on) facts.row(tr("Inzetgesprek op"), text::plain_day(*readiness->deployment_talk_on, v.language()));
        }
        if (lacks.empty()) page.alert(html::Tone::good, tr("Deze buddy kan worden gekoppeld."));
        else {
            page.heading(tr("Voordat deze buddy kan worden gekoppeld"));
            std::vector<html::Said> lines{lacks.begin(), lacks.end()};
            page.bullets(lines);
        }
        if (!readiness || readiness->decision != Decision::goes_on) {
            page.heading(tr("Besluit na de training"));
            page.form("/buddys/" + id.value() + "/besluit", tr("Leg besluit vast"), v.values(), refusal)
                .radios({.name = "besluit", .label = tr("Wat besloot u samen?"), .hint = tr("Bespreek dit in een gesprek, niet in een mail.")}, {{"goes_on", name(Decision::goes_on)}, {"not_yet", name(Decision::not_yet)}, {"stops", name(Decision::stops)}});
        }
        if (readiness && readiness->decision == Decision::goes_on && !readiness->deployment_talk_on) page.act("/buddys/" + id.value() + "/inzetgesprek", tr("Wij hielden vandaag het inzetgesprek"));
        if (readiness) exemption_part(page, *readiness, steps);
        if (followed_all(steps)) page.link("/buddys/" + id.value() + "/bewijs", tr("Bewijs van deelname (PDF)"));
        if (readiness) vog_part(page, v, *readiness);
        auto const accepted = agreement::accepted_by(v.read(), id);
        page.heading(tr("Afspraken"));
        if (!accepted) page.paragraph(tr("Gaf nog geen akkoord op de afspraken. Dat houdt een koppeling niet tegen."));
        else page.paragraph(base::Sentence{agreement::up_to_date(accepted, agreement::newest(v.read())) ? tr("Akkoord op versie {version}, op {day}.") : tr("Akkoord op versie {version}, op {day}. Daarna is de tekst veranderd."), {{"version", std::to_string(accepted->version)}, {"day", text::plain_day(base::local_date(accepted->accepted_at), v.language())}}});
        page.link("/berichten/" + id.value(), tr("Schrijf een bericht"));
    },
                  {.status = refusal ? 422 : 200});
}
http::Response show_buddy(Visit& v) { return buddy_page(v, nullptr); }

http::Response create_decision(Visit& v) {
    auto id = v.id<people::Person>("person");
    if (!intake::advice_about(v.read(), id)) return v.not_found();
    return v.act(id.value(), id.value(), [&](db::Write& tx) -> Acted {
        auto decision = base::from_word<Decision>(v.field("besluit"));
        if (!decision) return base::Refusal::of("besluit", tr("Kies wat u samen besloot."));
        decide(tx, id, *decision, v.today(), v.me(), v.now());
        if (*decision == Decision::goes_on) {
            people::give_role(tx, id, visit::Role::buddy, false, v.me().value(), v.me().value(), v.now());
            people::end_role(tx, id, visit::Role::candidate, v.now());
        }
        if (*decision == Decision::stops) people::end_role(tx, id, visit::Role::candidate, v.now()), people::end_role(tx, id, visit::Role::buddy, v.now());
        return Done{"/buddys/" + id.value(), tr("Het besluit is vastgelegd.")}; }, [&](base::Refusal const& refusal) { return buddy_page(v, &refusal); });
}

http::Response create_deployment_talk(Visit& v) {
    auto id = v.id<people::Person>("person");
    if (!readiness_of(v.read(), id)) return v.not_found();
    return v.act(id.value(), id.value(), [&](db::Write& tx) -> Acted {
        hold_deployment_talk(tx, id, v.today());
        return Done{"/buddys/" + id.value(), tr("Het inzetgesprek is vastgelegd.")}; }, [&](base::Refusal const&) { return v.not_found(); });
}

http::Response show_own_training(Visit& v) {
    auto edition = edition_of(v.read(), v.me());
    return v.page(tr("Mijn training"), [&](html::Page& page) {
        if (!edition) return void(page.empty(tr("U bent nog niet uitgenodigd voor een training. U hoort het van de coördinator.")));
        auto facts = page.facts();
        facts.row(tr("Groep"), edition->name).row(tr("Plaats"), edition->place);
        auto rows = attendances(v.read(), edition->id);
        for (auto const& evening : evenings_of(v.read(), edition->id)) {
            auto at = std::find_if(rows.begin(), rows.end(), [&](auto const& row) { return row.evening == evening.id && row.person == v.me(); });
            auto words = text::moment(evening.begins_at, v.language()) + (at == rows.end() ? "" : " – " + text::say(name(at->presence), v.language()));
            facts.row(base::Sentence{tr("Avond {number}"), {{"number", std::to_string(evening.number)}}}, words);
        }
        for (auto const& evening : evenings_of(v.read(), edition->id))
            if (evening.begins_at <= v.now()) page.link("/mijn/training/tips/" + evening.id.value(), base::Sentence{tr("Tips en tops van avond {number}"), {{"number", std::to_string(evening.number)}}});
        page.link("/mijn/training/bewijs", followed_all(steps_of(v.read(), v.me(), false)) ? tr("Bewijs van deelname (PDF)") : tr("Bewijs van deelname"));
        recordings_part(page, v);
        page.link("/mijn/groei", tr("Mijn groei: de vragenlijst"));
    });
}

/// Someone who withdrew leaves the groups that still meet; the evenings to come are called off, and who was there stays counted.
void leave_trainings(people::Post& post, jobs::Job const& job) {
    auto& services = post.services;
    auto const now = services.clock.now();
    visit::PersonId const person{job.about};
    services.data.write(db::Scope::of(job.of_partnership), [&](db::Write& tx) {
        for (auto const& id : joined_by(tx, person)) {
            auto evenings = evenings_of(tx, id);
            std::erase_if(evenings, [&](auto const& evening) { return evening.begins_at <= now; });
            if (!evenings.empty()) leave_edition(tx, id, person, now);
            for (auto const& evening : evenings) jobs::later(tx, services.random, "evening.call_off", job.of_partnership, evening.id.value(), person.value(), now);
        }
    });
}

void call_off_evening(people::Post& post, jobs::Job const& job) {
    auto evening = find_evening(*post.services.data.read(db::Scope::of(job.of_partnership)), EveningId{job.about});
    if (evening) people::write_invitation(post, job.of_partnership, visit::PersonId{job.extra}, {job.about + "-" + job.extra, 1, evening->begins_at, evening->minutes, evening->place, true});
}

} // namespace

std::vector<reception::Route> routes() {
    using reception::route;
    std::vector<reception::Route> all{
        route<Action::list_editions>("GET", "/trainingen", list_editions),
        route<Action::manage_edition>("POST", "/trainingen", create_edition),
        route<Action::manage_edition>("GET", "/trainingen/nieuw", new_edition),
        route<Action::see_edition>("GET", "/trainingen/{edition}", show_edition),
        route<Action::manage_edition>("POST", "/trainingen/{edition}/deelnemers", create_participants),
        route<Action::manage_edition>("POST", "/trainingen/{edition}/trainers", create_trainer),
        route<Action::record_attendance>("GET", "/trainingen/{edition}/aanwezigheid/{number}", edit_attendance),
        route<Action::record_attendance>("POST", "/trainingen/{edition}/aanwezigheid/{number}", update_attendance),
        route<Action::list_buddies>("GET", "/buddys", list_buddies),
        route<Action::manage_buddy>("GET", "/buddys/{person}", show_buddy),
        route<Action::decide_readiness>("POST", "/buddys/{person}/besluit", create_decision),
        route<Action::decide_readiness>("POST", "/buddys/{person}/inzetgesprek", create_deployment_talk),
        route<Action::see_own_training>("GET", "/mijn/training", show_own_training),
    };
    for (auto const& its : {programme_routes(), evening_routes(), card_routes()}) all.insert(all.end(), its.begin(), its.end());
    return all;
}

std::map<std::string, people::Worker> workers() {
    return {{"training.leave", leave_trainings}, {"evening.call_off", call_off_evening}, {"evening.invite", [](people::Post& post, jobs::Job const& job) {
                                                                                              auto& services = post.services;
                                                                                              auto door = services.data.read(db::Scope::of(job.of_partnership));
                                                                                              auto evening = find_evening(*door, EveningId{job.about});
                                                                                              visit::PersonId id{job.extra};
                                                                                              auto person = people::find_person(*door, services.keys, id);
                                                                                              auto house = people::find_partnership(*door, visit::PartnershipId{job.of_partnership});
                                                                                              door.reset();
                                                                                              if (!evening || !person || !house || person->mail.empty()) return;
                                                                                              calendar::Event event{job.about + "-" + job.extra + "@naast", 0, text::say(tr("Afspraak"), person->language), evening->place, evening->begins_at, evening->begins_at + std::chrono::minutes{evening->minutes}, house->mail, person->mail, false};
                                                                                              people::write_letter(post, job.of_partnership, id, {.subject = tr("Afspraak"), .lines = {base::Sentence{tr("We zien elkaar op {moment}."), {{"moment", text::moment(evening->begins_at, person->language)}}}, evening->place}, .calendar = calendar::file(event, services.clock.now()), .calendar_method = "REQUEST"});
                                                                                          }}};
}

} // namespace training
