#include "recruitment/pages_network.h"

#include "people/store_schools.h"
#include "platform/base/number.h"
#include "reception/listing.h"
#include "reception/visit_person.h"
#include "recruitment/store_campaigns.h"
#include "recruitment/store_outreach.h"

namespace recruitment {
using base::tr;
using reception::Acted;
using reception::Done;
using reception::Visit;
using visit::Action;

namespace {

std::string address(ProfessionalId const& id) { return "/netwerk/" + id.value(); }

template <class E>
std::vector<html::Option> options() {
    std::vector<html::Option> all;
    for (auto const& [each, word] : base::Words<E>::entries) all.push_back({std::string{word}, name(each)});
    return all;
}
std::string day_or_dash(std::optional<base::Date> const& day, text::Language language) { return day ? text::plain_day(*day, language) : "–"; }

http::Response list_professionals(Visit& v) {
    auto granted = v.grant<Action::keep_network>();
    if (!granted) return v.not_found();
    struct Line {
        ProfessionalRow row;
        std::string name, key;
    };
    auto asked = reception::asked(v, "/netwerk", "naam");
    auto const task = v.request().query.get("taak"), standing = v.request().query.get("stand");
    std::map<people::SchoolId, std::string> schools;
    for (auto const& school : people::schools(v.read())) schools.emplace(school.id, school.name);
    std::vector<Line> lines;
    for (auto& row : professionals(v.read(), *granted)) {
        if ((standing == "weg") != row.ended_at.has_value() || (!task.empty() && task != base::word(row.task))) continue;
        auto who = people::name_of(v.read(), v.keys(), row.person);
        auto const school = row.school && schools.contains(*row.school) ? schools.at(*row.school) : std::string{};
        if (!asked.search.empty() && text::folded(who + " " + school).find(text::folded(asked.search)) == std::string::npos) continue;
        auto key = text::sort_key(who);
        lines.push_back({std::move(row), std::move(who), std::move(key)});
    }
    // who was never approached, or has no next step, comes last
    auto later = [](std::optional<base::Date> const& day) { return day.value_or(base::Date{std::chrono::year{9999} / 12 / 31}); };
    reception::sort(lines, asked.sort, {{"naam", [](Line const& a, Line const& b) { return a.key < b.key; }}, {"laatst", [&](Line const& a, Line const& b) { return a.row.last_on < b.row.last_on; }}, {"stap", [&](Line const& a, Line const& b) { return later(a.row.next_on) < later(b.row.next_on); }}});
    asked.total = lines.size();
    asked.filters = {{"taak", task}, {"stand", standing}};
    bool const narrowed = !asked.search.empty() || !task.empty() || !standing.empty();
    return v.page(tr("Netwerk"), [&](html::Page& page) {
        page.lead(tr("Mensen die ouders kennen. Zij hebben hier geen account en zien niets van ouders."));
        page.button("/netwerk/nieuw", tr("Iemand toevoegen"), lines.empty() && !narrowed);
        page.link("/contactlogboek", tr("Contactlogboek")).link("/mailings", tr("Mailings"));
        auto tasks = options<Task>();
        tasks.insert(tasks.begin(), {"", tr("Alle")});
        page.search(asked, tr("Zoek op naam of school"), {{{.name = "taak", .label = tr("Taak")}, tasks}, {{.name = "stand", .label = tr("Stand")}, {{"", tr("in het netwerk")}, {"weg", tr("weggezet")}}}}, {{"taak", task}, {"stand", standing}});
        if (lines.empty()) return void(page.empty(narrowed ? tr("Niemand gevonden. Zoek op een ander woord of toon alles.") : tr("Er staat nog niemand in. Begin met de ambulant begeleiders: zij kennen de ouders het best.")));
        auto table = page.table(tr("Netwerk"), {{tr("Naam"), "naam"}, {tr("Taak")}, {tr("School")}, {tr("Laatst benaderd"), "laatst"}, {tr("Volgende stap"), "stap"}}, &asked);
        for (auto const& line : reception::shown(lines, asked))
            table.row({{line.name, address(line.row.id)}, {name(line.row.task)}, {line.row.school && schools.contains(*line.row.school) ? schools.at(*line.row.school) : std::string{"–"}}, {day_or_dash(line.row.last_on, v.language())}, {day_or_dash(line.row.next_on, v.language())}});
        page.pager(asked);
    });
}

std::optional<people::SchoolId> school_of(Visit& v) {
    auto const& typed = v.field("school");
    if (typed.empty()) return {};
    auto found = people::find_school(v.read(), people::SchoolId{typed});
    return found ? std::optional{found->id} : std::nullopt;
}
ProfessionalDraft draft_of(Visit& v) { return {{text::tidy_line(v.field("naam")), text::tidy_line(v.field("mail")), text::tidy_line(v.field("telefoon"))}, base::from_word<Task>(v.field("taak"))}; }

http::Response professional_form(Visit& v, ProfessionalRow const* row, base::Refusal const* refusal) {
    auto values = v.values();
    if (!refusal && row) {
        auto known = people::find_person(v.read(), v.keys(), row->person);
        if (!known) return v.not_found();
        values = {{"naam", known->name}, {"mail", known->mail}, {"telefoon", known->phone}, {"taak", std::string{base::word(row->task)}}, {"school", row->school ? row->school->value() : ""}};
    }
    return v.page(row ? tr("Gegevens veranderen") : tr("Iemand toevoegen"), [&](html::Page& page) {
        auto form = page.form(row ? address(row->id) : "/netwerk", tr("Opslaan"), values, refusal);
        if (row) form.hidden("versie", refusal && !v.field("versie").empty() ? v.field("versie") : std::to_string(row->version));
        form.text({.name = "naam", .label = tr("Naam"), .hint = tr("Alleen wie voor het werk met ouders te maken heeft. Ouders horen hier niet."), .most = 100});
        form.radios({.name = "taak", .label = tr("Wat doet deze persoon?")}, options<Task>());
        std::vector<html::Option> schools{{"", tr("geen school, of meer dan een")}};
        for (auto const& school : people::schools(v.read())) schools.push_back({school.id.value(), school.name + ", " + school.place});
        form.select({.name = "school", .label = tr("School (niet verplicht)")}, schools);
        form.text({.name = "mail", .label = tr("Mailadres (niet verplicht)"), .type = "email"}).text({.name = "telefoon", .label = tr("Telefoonnummer (niet verplicht)"), .type = "tel", .most = 25});
        form.or_go(row ? address(row->id) : "/netwerk", tr("Terug"));
    },
                  {.status = refusal ? 422 : 200});
}
http::Response new_professional(Visit& v) { return v.grant<Action::keep_network>() ? professional_form(v, nullptr, nullptr) : v.not_found(); }

http::Response create_professional(Visit& v) {
    auto granted = v.grant<Action::keep_network>();
    if (!granted) return v.not_found();
    auto again = [&](base::Refusal const& refusal) { return professional_form(v, nullptr, &refusal); };
    auto known = professional(draft_of(v));
    if (!known) return again(known.error());
    auto const school = school_of(v);
    auto id = v.new_id<Professional>();
    auto const person = reception::new_person(v);
    return v.act(id.value(), person.value(), [&](db::Write& tx) -> Acted {
        add_professional(tx, v.keys(), *granted, id, person, *known, school, v.now());
        return Done{address(id), tr("Opgeslagen. Leg hieronder vast wat u deed, en wat de volgende stap is.")}; }, again);
}

struct Opened {
    NetworkGrant granted;
    ProfessionalRow row;
};
std::optional<Opened> open(Visit& v) {
    auto granted = v.grant<Action::keep_network>();
    auto row = granted ? find_professional(v.read(), *granted, v.id<Professional>("professional")) : std::nullopt;
    if (!row) return {};
    return Opened{*granted, *row};
}

/// What was done, in one sentence.
html::Said what_was_done(Visit& v, ApproachRow const& row) {
    auto said = text::say(name(row.means), v.language());
    if (row.campaign) said += ", " + *row.campaign;
    if (auto words = words_of(v.keys(), row); !words.empty()) said += ": " + words;
    if (auto next = next_words_of(v.keys(), row); !next.empty() && row.next_on) said += " " + text::say({row.next_done_at ? tr("(volgende stap: {words}, {day}; afgehandeld)") : tr("(volgende stap: {words}, {day})"), {{"words", next}, {"day", text::plain_day(*row.next_on, v.language())}}}, v.language());
    return said;
}

void approach_form(html::Page& page, Visit& v, ProfessionalRow const& row, base::Refusal const* refusal) {
    auto values = v.values();
    if (!refusal) reception::put_date(values, "dag", v.today());
    page.heading(tr("Vastleggen wat u deed"));
    auto form = page.form(address(row.id) + "/contact", tr("Leg vast"), values, refusal);
    form.date({.name = "dag", .label = tr("Wanneer?")}).select({.name = "middel", .label = tr("Waarmee?")}, [] {
        auto all = options<Means>();
        all.insert(all.begin(), {"", tr("Maak een keuze")});
        return all;
    }());
    std::vector<html::Option> running{{"", tr("geen campagne")}};
    for (auto const& each : campaigns(v.read()))
        if (each.state(v.today()) == CampaignState::running) running.push_back({each.id.value(), each.name});
    if (running.size() > 1) form.select({.name = "campagne", .label = tr("Voor welke campagne?")}, running);
    form.area({.name = "woorden", .label = tr("Wat sprak u af? (niet verplicht)"), .hint = tr("Noem geen ouder en geen kind."), .most = 500}, 3);
    form.text({.name = "stap", .label = tr("Volgende stap (niet verplicht)"), .hint = tr("Bijvoorbeeld: bellen na de vakantie."), .most = 500});
    form.date({.name = "wanneer", .label = tr("Wanneer is de volgende stap?"), .hint = tr("Op die dag staat hij op Vandaag.")});
}

http::Response professional_page(Visit& v, base::Refusal const* refusal) {
    auto opened = open(v);
    if (!opened) return v.not_found();
    auto const& row = opened->row;
    auto known = people::find_person(v.read(), v.keys(), row.person);
    if (!known) return v.not_found();
    auto const all = approaches(v.read(), opened->granted, row.id);
    return v.page(known->name, [&](html::Page& page) {
        auto facts = page.facts();
        facts.row(tr("Taak"), name(row.task));
        if (row.school)
            if (auto school = people::find_school(v.read(), *row.school)) facts.row(tr("School"), school->name + ", " + school->place);
        if (known->mail.empty()) facts.row(tr("Mailadres"), tr("niet ingevuld; krijgt geen mailing"));
        else facts.link(tr("Mailadres"), known->mail, "mailto:" + known->mail);
        facts.row(tr("Telefoon"), known->phone.empty() ? html::Said{tr("niet ingevuld")} : html::Said{known->phone});
        if (row.ended_at) page.alert(html::Tone::info, tr("Deze persoon is weggezet en krijgt geen mail meer."));
        for (auto const& each : all) {
            if (!each.step_is_open()) continue;
            page.alert(*each.next_on <= v.today() ? html::Tone::warning : html::Tone::info, base::Sentence{tr("Volgende stap op {day}: {words}"), {{"day", text::plain_day(*each.next_on, v.language())}, {"words", next_words_of(v.keys(), each)}}});
            page.act("/contactlogboek/" + each.id.value() + "/gedaan", tr("Deze stap is gedaan"), {}, false);
        }
        if (!row.ended_at) approach_form(page, v, row, refusal);
        page.heading(tr("Wat er gebeurde"));
        std::vector<html::Happening> happened;
        for (auto const& each : all) happened.push_back({text::plain_day(each.held_on, v.language()), what_was_done(v, each), people::name_of(v.read(), v.keys(), each.recorded_by)});
        happened.push_back({text::plain_day(base::local_date(row.added_at), v.language()), tr("Toegevoegd aan het netwerk"), std::string{}});
        page.timeline(happened);
        page.heading(tr("Verder"));
        page.button(address(row.id) + "/wijzigen", tr("Gegevens veranderen"), false);
        if (row.ended_at) page.act(address(row.id) + "/terug", tr("Zet terug in het netwerk"), {}, false);
        else page.button(address(row.id) + "/einde", tr("Wegzetten"), false);
    },
                  {.status = refusal ? 422 : 200});
}
http::Response show_professional(Visit& v) { return professional_page(v, nullptr); }

http::Response create_approach(Visit& v) {
    auto opened = open(v);
    if (!opened || opened->row.ended_at) return v.not_found();
    auto again = [&](base::Refusal const& refusal) { return professional_page(v, &refusal); };
    bool const day_typed = !v.field("wanneer_dag").empty() || !v.field("wanneer_maand").empty() || !v.field("wanneer_jaar").empty();
    auto logged = approach({v.date_field("dag"), base::from_word<Means>(v.field("middel")), text::tidy_text(v.field("woorden")), text::tidy_line(v.field("stap")), day_typed, v.date_field("wanneer")}, v.today());
    if (!logged) return again(logged.error());
    std::optional<CampaignId> campaign;
    for (auto const& each : campaigns(v.read()))
        if (each.id.value() == v.field("campagne")) campaign = each.id;
    auto id = v.new_id<Approach>();
    return v.act(id.value(), opened->row.person.value(), [&](db::Write& tx) -> Acted {
        add_approach(tx, v.keys(), opened->granted, id, opened->row, *logged, campaign, v.now());
        return Done{address(opened->row.id), logged->next_on ? tr("Vastgelegd. De volgende stap komt op zijn dag op Vandaag.") : tr("Vastgelegd.")}; }, again);
}

http::Response edit_professional(Visit& v) {
    auto opened = open(v);
    return opened ? professional_form(v, &opened->row, nullptr) : v.not_found();
}
http::Response update_professional(Visit& v) {
    auto opened = open(v);
    if (!opened) return v.not_found();
    auto again = [&](base::Refusal const& refusal) { return professional_form(v, &opened->row, &refusal); };
    auto known = professional(draft_of(v));
    if (!known) return again(known.error());
    auto const version = base::number_from(v.field("versie")).value_or(0);
    auto const school = school_of(v);
    return v.act(opened->row.id.value(), opened->row.person.value(), [&](db::Write& tx) -> Acted {
        if (!change_professional(tx, v.keys(), opened->granted, opened->row, version, *known, school)) return base::Refusal::of(tr("Iemand anders veranderde dit intussen. Open het opnieuw en neem over wat u wilt houden."));
        return Done{address(opened->row.id), tr("Opgeslagen.")}; }, again);
}

http::Response new_end(Visit& v) {
    auto opened = open(v);
    if (!opened || opened->row.ended_at) return v.not_found();
    return v.page(tr("Wegzetten"), [&](html::Page& page) {
        page.lead(people::name_of(v.read(), v.keys(), opened->row.person));
        page.paragraph(tr("Deze persoon krijgt geen mailing meer en stappen die nog open staan vervallen. Terugzetten kan altijd."));
        page.act(address(opened->row.id) + "/einde", tr("Ja, zet weg"));
        page.link(address(opened->row.id), tr("Nee, terug"));
    });
}
http::Response create_end(Visit& v) {
    auto opened = open(v);
    if (!opened) return v.not_found();
    return v.act(opened->row.id.value(), opened->row.person.value(), [&](db::Write& tx) -> Acted {
        end_professional(tx, opened->granted, opened->row.id, v.now());
        return Done{"/netwerk", tr("Weggezet. Terugzetten kan altijd.")}; }, [&](base::Refusal const&) { return v.not_found(); });
}
http::Response create_return(Visit& v) {
    auto opened = open(v);
    if (!opened) return v.not_found();
    return v.act(opened->row.id.value(), opened->row.person.value(), [&](db::Write& tx) -> Acted {
        take_professional_back(tx, opened->granted, opened->row.id);
        return Done{address(opened->row.id), tr("Teruggezet in het netwerk.")}; }, [&](base::Refusal const&) { return v.not_found(); });
}
http::Response create_step_done(Visit& v) {
    auto granted = v.grant<Action::keep_network>();
    auto row = granted ? find_approach(v.read(), *granted, v.id<Approach>("approach")) : std::nullopt;
    if (!row) return v.not_found();
    return v.act(row->id.value(), row->person.value(), [&](db::Write& tx) -> Acted {
        finish_step(tx, *granted, row->id, v.now());
        return Done{address(row->professional), tr("De stap is gedaan. Leg hieronder vast wat u deed.")}; }, [&](base::Refusal const&) { return v.not_found(); });
}

http::Response list_approaches(Visit& v) {
    auto granted = v.grant<Action::keep_network>();
    if (!granted) return v.not_found();
    struct Line {
        ApproachRow row;
        std::string name;
    };
    auto asked = reception::asked(v, "/contactlogboek", "-dag");
    auto const means = v.request().query.get("middel");
    std::map<visit::PersonId, std::string> names;
    std::vector<Line> lines;
    for (auto& row : approaches(v.read(), *granted)) {
        if (!means.empty() && means != base::word(row.means)) continue;
        auto [at, fresh] = names.try_emplace(row.person);
        if (fresh) at->second = people::name_of(v.read(), v.keys(), row.person);
        if (!asked.search.empty() && text::folded(at->second).find(text::folded(asked.search)) == std::string::npos) continue;
        lines.push_back({std::move(row), at->second});
    }
    reception::sort(lines, asked.sort, {{"dag", [](Line const& a, Line const& b) { return a.row.held_on < b.row.held_on; }}, {"naam", [](Line const& a, Line const& b) { return text::sort_key(a.name) < text::sort_key(b.name); }}});
    asked.total = lines.size();
    asked.filters = {{"middel", means}};
    return v.page(tr("Contactlogboek"), [&](html::Page& page) {
        page.lead(tr("Wie wanneer is benaderd, door wie en waarmee. U legt iets vast bij de persoon in het netwerk."));
        page.link("/netwerk", tr("Netwerk")).link("/mailings", tr("Mailings"));
        auto all = options<Means>();
        all.insert(all.begin(), {"", tr("Alle")});
        page.search(asked, tr("Zoek op naam"), {{{.name = "middel", .label = tr("Waarmee")}, all}}, {{"middel", means}});
        if (lines.empty()) return void(page.empty(asked.search.empty() && means.empty() ? tr("Er is nog niets vastgelegd. Kies iemand in het netwerk en leg vast wat u deed.") : tr("Niets gevonden. Zoek op een ander woord of toon alles.")));
        auto table = page.table(tr("Contactlogboek"), {{tr("Dag"), "dag"}, {tr("Wie"), "naam"}, {tr("Wat")}, {tr("Door")}}, &asked);
        for (auto const& line : reception::shown(lines, asked))
            table.row({{text::plain_day(line.row.held_on, v.language())}, {line.name, address(line.row.professional)}, {what_was_done(v, line.row)}, {people::name_of(v.read(), v.keys(), line.row.recorded_by)}});
        page.pager(asked);
    });
}

} // namespace

std::vector<reception::Route> network_routes() {
    using reception::route;
    return {
        route<Action::keep_network>("GET", "/netwerk", list_professionals),
        route<Action::keep_network>("POST", "/netwerk", create_professional),
        route<Action::keep_network>("GET", "/netwerk/nieuw", new_professional),
        route<Action::keep_network>("GET", "/netwerk/{professional}", show_professional),
        route<Action::keep_network>("POST", "/netwerk/{professional}", update_professional),
        route<Action::keep_network>("GET", "/netwerk/{professional}/wijzigen", edit_professional),
        route<Action::keep_network>("POST", "/netwerk/{professional}/contact", create_approach),
        route<Action::keep_network>("GET", "/netwerk/{professional}/einde", new_end),
        route<Action::keep_network>("POST", "/netwerk/{professional}/einde", create_end),
        route<Action::keep_network>("POST", "/netwerk/{professional}/terug", create_return),
        route<Action::keep_network>("GET", "/contactlogboek", list_approaches),
        route<Action::keep_network>("POST", "/contactlogboek/{approach}/gedaan", create_step_done),
    };
}

} // namespace recruitment
