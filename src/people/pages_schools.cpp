#include "people/pages_schools.h"

#include "people/store_contacts.h"
#include "people/store_schools.h"
#include "reception/listing.h"

namespace people {
using base::tr;
using reception::Acted;
using reception::Done;
using reception::Visit;
using visit::Action;
using Kind = SchoolMomentKind;

namespace {

struct Line {
    SchoolRow school;
    Coverage done;
    std::string key;
};

/// Name and place; many schools carry their place in their name.
std::string label(SchoolRow const& school) { return school.name.ends_with(school.place) ? school.name : school.name + ", " + school.place; }

/// The schools of a list: open ones, silent ones or closed ones, of a kind, with a word in name or place.
std::vector<Line> chosen(Visit& v, std::string const& search, std::string const& kind, std::string const& which) {
    std::vector<Line> lines;
    auto done = coverage(v.read());
    for (auto& school : all_schools(v.read())) {
        if (school.closed_at.has_value() != (which == "gesloten") || (!kind.empty() && kind != base::word(school.kind))) continue;
        auto its = std::move(done[school.id]);
        if (which == "stil" && !is_silent(school, its, v.today())) continue;
        if (!search.empty() && text::folded(label(school)).find(text::folded(search)) == std::string::npos) continue;
        auto key = text::sort_key(school.name);
        lines.push_back({std::move(school), std::move(its), std::move(key)});
    }
    std::stable_sort(lines.begin(), lines.end(), [](Line const& a, Line const& b) { return a.key < b.key; });
    return lines;
}

std::vector<html::Option> kinds() {
    std::vector<html::Option> all;
    for (auto const& [kind, word] : base::Words<Kind>::entries) all.push_back({std::string{word}, name(kind)});
    return all;
}

/// The three questions about what was done; the day stands at today.
void moment_fields(html::Form& form) {
    form.radios({.name = "soort", .label = tr("Wat gebeurde er?")}, kinds());
    form.date({.name = "dag", .label = tr("Welke dag?")});
    form.text({.name = "notitie", .label = tr("Korte notitie (niet verplicht)"), .hint = tr("Schrijf hier geen namen van ouders of kinderen."), .most = 200});
}
html::Values with_today(Visit& v, base::Refusal const* refusal) {
    auto values = v.values();
    if (!refusal) reception::put_date(values, "dag", v.today());
    return values;
}
base::Result<MomentGiven, base::Refusal> typed_moment(Visit& v) { return happened(base::from_word<Kind>(v.field("soort")), v.date_field("dag"), text::tidy_line(v.field("notitie")), v.today()); }

void how_to_import(html::Page& page, Visit& v) {
    page.details(tr("Alle scholen tegelijk inlezen"), {tr("De beheerder van de server kan alle scholen inlezen uit het bestand van DUO. Wat u zelf hebt vastgelegd, blijft staan."), tr("Geef de beheerder deze opdracht en de postcodes van uw gebied:"), "naast import schools scholen.csv --partnership " + v.house().slug + " --postcodes 4201-4209,4301 --preview"});
}

http::Response list_schools(Visit& v) {
    if (!v.grant<Action::list_schools>()) return v.not_found();
    auto asked = reception::asked(v, "/scholen", "naam");
    auto const& query = v.request().query;
    auto const kind = query.get("soort"), which = query.get("stand");
    auto lines = chosen(v, asked.search, kind, which);
    auto day = [](Line const& line, Kind kind) { return line.done.contains(kind) ? base::iso(line.done.at(kind)) : std::string{}; };
    auto last = [](Line const& line) { return last_of(line.done).value_or(base::Date{std::chrono::year{1} / 1 / 1}); };
    reception::sort(lines, asked.sort, {{"naam", [](Line const& a, Line const& b) { return a.key < b.key; }}, {"contact", [&](Line const& a, Line const& b) { return last(a) < last(b); }}, {"team", [&](Line const& a, Line const& b) { return day(a, Kind::team_told) < day(b, Kind::team_told); }}});
    asked.total = lines.size();
    asked.filters = {{"soort", kind}, {"stand", which}};
    return v.page(tr("Scholen"), [&](html::Page& page) {
        if (which == "stil") page.lead(base::Sentence{tr("Hier is al {days} dagen niets gebeurd. De maanden juli en augustus tellen niet mee."), {{"days", std::to_string(silent_after)}}});
        page.button("/scholen/vastleggen?" + http::form_text([&] {
                        http::Fields fields;
                        for (auto const& [name, value] : std::initializer_list<std::pair<char const*, std::string>>{{"zoek", asked.search}, {"soort", kind}, {"stand", which}})
                            if (!value.empty()) fields.add(name, value);
                        return fields;
                    }()),
                    tr("Vastleggen voor meer scholen"), false);
        std::vector<html::Option> sorts{{"", tr("Alle soorten")}};
        for (auto const& [each, word] : base::Words<SchoolKind>::entries) sorts.push_back({std::string{word}, name(each)});
        page.search(asked, tr("Zoek op naam of plaats"), {{{.name = "stand", .label = tr("Welke scholen?")}, {{"", tr("Alle scholen")}, {"stil", tr("Stille scholen")}, {"gesloten", tr("Gesloten scholen")}}}, {{.name = "soort", .label = tr("Soort school")}, sorts}}, {{"stand", which}, {"soort", kind}});
        if (lines.empty()) page.empty(!asked.search.empty() || !kind.empty() || !which.empty() ? which == "stil" && asked.search.empty() && kind.empty() ? tr("Er zijn geen stille scholen. Overal gebeurde kort geleden iets.") : tr("Geen school gevonden. Zoek op een ander woord of toon alles.") : tr("Er zijn nog geen scholen. Voeg er zelf een toe, of laat ze inlezen."));
        else {
            auto table = page.table(tr("Scholen"), {{tr("School"), "naam"}, {tr("Laatste contact"), "contact"}, {tr("Team verteld"), "team"}, {tr("Folders")}, {tr("Poster")}, {tr("Koffieochtend")}}, &asked);
            auto shown = [&](std::optional<base::Date> date) { return date ? html::Said{text::plain_day(*date, v.language())} : html::Said{"–"}; };
            for (auto const& line : reception::shown(lines, asked)) {
                auto of = [&](Kind kind) { return shown(line.done.contains(kind) ? std::optional{line.done.at(kind)} : std::nullopt); };
                table.row({{label(line.school), "/scholen/" + line.school.id.value()}, {shown(last_of(line.done))}, {of(Kind::team_told)}, {of(Kind::leaflet)}, {of(Kind::poster)}, {of(Kind::coffee_morning)}});
            }
            page.pager(asked);
        }
        page.link("/scholen/nieuw", tr("School toevoegen"));
        how_to_import(page, v);
    });
}

/// The page of one school, also when what was typed there is refused.
http::Response school_page(Visit& v, base::Refusal const* refusal) {
    auto school = v.grant<Action::keep_school>() ? find_school(v.read(), v.id<School>("school")) : std::nullopt;
    if (!school) return v.not_found();
    auto const address = "/scholen/" + school->id.value();
    auto const done = moments(v.read(), school->id);
    return v.page(school->name, [&](html::Page& page) {
        auto day = [&](base::Date date) { return text::plain_day(date, v.language()); };
        if (school->closed_at) {
            page.alert(html::Tone::warning, base::Sentence{tr("Deze school is gesloten sinds {day}."), {{"day", day(base::local_date(*school->closed_at))}}});
            page.act(address + "/heropening", tr("Deze school is weer open"), {}, false);
        }
        {
            auto told = std::find_if(done.begin(), done.end(), [](MomentRow const& one) { return one.kind == Kind::team_told; });
            auto facts = page.facts();
            facts.row(tr("Plaats"), school->place).row(tr("Laatste contact"), done.empty() ? html::Said{tr("nog niet")} : html::Said{day(done.front().happened_on)});
            std::string words = told == done.end() ? std::string{} : note(v.keys(), *told);
            facts.row(tr("Team verteld"), told == done.end() ? html::Said{tr("nog niet")} : html::Said{day(told->happened_on) + (words.empty() ? "" : ": " + words)});
        }
        if (!school->closed_at) {
            page.heading(tr("Leg vast wat er gebeurde"));
            auto form = page.form(address + "/momenten", tr("Leg vast"), with_today(v, refusal), refusal);
            moment_fields(form);
        }
        page.heading(tr("Wat er gebeurde"));
        if (done.empty()) page.empty(school->closed_at ? tr("Er is niets vastgelegd.") : tr("Er is nog niets vastgelegd. Begin met vertellen aan het team."));
        else {
            std::vector<html::Happening> happened;
            for (auto const& one : done) {
                auto words = note(v.keys(), one);
                happened.push_back({day(one.happened_on), text::say(name(one.kind), v.language()) + (words.empty() ? "" : ": " + words), people::name_of(v.read(), v.keys(), PersonId{one.recorded_by})});
            }
            page.timeline(happened);
            page.link(address + "/momenten", tr("Iets terughalen dat niet klopt"));
        }
        page.heading(tr("Contactpersonen"));
        if (auto const all = contacts(v.read(), school->id); all.empty()) page.paragraph(tr("Er staat nog niemand. Voeg toe wie u daar belt of mailt."));
        else {
            auto table = page.table(tr("Wie u daar belt of mailt"), {{tr("Naam")}, {tr("Functie")}, {tr("Telefoon")}, {tr("Mailadres")}});
            for (auto const& contact : all)
                if (auto person = find_person(v.read(), v.keys(), contact.person))
                    table.row({{person->name, "/schoolcontacten/" + contact.id.value()}, {name(contact.position)}, {person->phone.empty() ? "–" : person->phone}, {person->mail.empty() ? "–" : person->mail, person->mail.empty() ? "" : "mailto:" + person->mail}});
        }
        page.button(address + "/contacten/nieuw", tr("Contactpersoon toevoegen"), false);
        page.heading(tr("Afspraken met de school"));
        {
            auto facts = page.facts();
            std::string who;
            for (auto each : at_first_meetings(*school)) (who += who.empty() ? "" : ", ") += text::say(name(each), v.language());
            facts.row(tr("Buddy en ouder van deze school aan elkaar koppelen"), name(school->same_school)).row(tr("Wie leidt het hier?"), name(school->led_by));
            facts.row(tr("Mag bij een eerste ontmoeting zijn"), who.empty() ? html::Said{tr("alleen buddy en ouder")} : html::Said{who}).row(tr("Talen van ouders"), school->languages.empty() ? html::Said{tr("niet ingevuld")} : html::Said{school->languages});
        }
        page.button(address + "/afspraken", tr("Afspraken veranderen"), false);
        page.heading(tr("Gegevens"));
        {
            auto facts = page.facts();
            auto row = [&](base::Text label, std::string const& value) {
                if (!value.empty()) facts.row(label, value);
            };
            facts.row(tr("Soort school"), name(school->kind));
            row(tr("Adres"), school->address.empty() && school->postcode ? std::to_string(school->postcode) : school->address);
            row(tr("Telefoon"), school->phone);
            if (!school->web.empty()) facts.link(tr("Website"), school->web, "https://" + school->web);
            row(tr("Leerlingen"), school->pupils ? std::to_string(school->pupils) : std::string{});
            row(tr("Richting"), school->denomination);
            row(tr("Vestigingscode"), school->site);
        }
        page.button(address + "/gegevens", tr("Gegevens veranderen"), false);
        if (!school->closed_at) page.link(address + "/sluiting", tr("Deze school is gesloten"));
    },
                  {.status = refusal ? 422 : 200});
}
http::Response show_school(Visit& v) { return school_page(v, nullptr); }

http::Response create_moment(Visit& v) {
    auto school = v.grant<Action::keep_school>() ? find_school(v.read(), v.id<School>("school")) : std::nullopt;
    if (!school || school->closed_at) return v.not_found();
    auto again = [&](base::Refusal const& refusal) { return school_page(v, &refusal); };
    auto given = typed_moment(v);
    if (!given) return again(given.error());
    if (!given->note.empty()) make_note_key(v.keys(), school->id);
    return v.act(school->id.value(), "", [&](db::Write& tx) -> Acted {
        add_moment(tx, v.keys(), v.new_id<SchoolMoment>(), school->id, *given, v.me().value(), v.now());
        return Done{"/scholen/" + school->id.value(), tr("Vastgelegd.")}; }, again);
}

/// The schools of the form for many, in the order of the list from which it was opened; closed ones have left.
std::vector<SchoolRow> listed(Visit& v) {
    std::vector<SchoolRow> found;
    auto const& query = v.request().query;
    if (v.request().method == "GET") {
        auto which = query.get("stand");
        for (auto& line : chosen(v, text::tidy_line(query.get("zoek")), query.get("soort"), which == "gesloten" ? "" : which)) found.push_back(std::move(line.school));
        return found;
    }
    auto const asked = " " + v.field("lijst") + " ";
    for (auto& line : chosen(v, {}, {}, {}))
        if (asked.find(" " + line.school.id.value() + " ") != std::string::npos) found.push_back(std::move(line.school));
    return found;
}

http::Response many_form(Visit& v, base::Refusal const* refusal) {
    if (!v.grant<Action::keep_school>()) return v.not_found();
    auto const all = listed(v);
    return v.page(tr("Vastleggen voor meer scholen"), [&](html::Page& page) {
        if (all.empty()) {
            page.empty(tr("Er zijn geen scholen in deze lijst."));
            return void(page.link("/scholen", tr("Terug naar de scholen")));
        }
        std::string ids;
        std::vector<html::Option> options;
        for (auto const& school : all) {
            (ids += ids.empty() ? "" : " ") += school.id.value();
            options.push_back({school.id.value(), label(school)});
        }
        auto form = page.form("/scholen/vastleggen", tr("Leg vast"), with_today(v, refusal), refusal);
        form.hidden("lijst", ids);
        moment_fields(form);
        form.radios({.name = "welke", .label = tr("Voor welke scholen?")}, {{"keuze", tr("De scholen die ik hieronder aankruis")}, {"alle", base::Sentence{tr("Alle scholen hieronder ({count})"), {{"count", std::to_string(all.size())}}}}});
        form.checks({.name = "school", .label = tr("Scholen")}, options);
        form.or_go("/scholen", tr("Terug naar de scholen"));
    },
                  {.status = refusal ? 422 : 200});
}
http::Response new_moments(Visit& v) { return many_form(v, nullptr); }

http::Response create_moments(Visit& v) {
    if (!v.grant<Action::keep_school>()) return v.not_found();
    auto again = [&](base::Refusal const& refusal) { return many_form(v, &refusal); };
    auto const which = v.field("welke");
    auto const ticked = v.form().all("school");
    auto all = listed(v);
    if (which == "keuze") std::erase_if(all, [&](SchoolRow const& school) { return std::find(ticked.begin(), ticked.end(), school.id.value()) == ticked.end(); });
    base::Refusal refusal;
    auto given = typed_moment(v);
    if (!given) refusal = given.error();
    if (which != "alle" && which != "keuze") refusal.add("welke", tr("Kies voor welke scholen dit geldt."));
    else if (all.empty()) refusal.add("school", tr("Kruis een school aan."));
    if (!refusal.empty()) return again(refusal);
    if (!given->note.empty())
        for (auto const& school : all) make_note_key(v.keys(), school.id);
    return v.act(v.house().id.value(), "", [&](db::Write& tx) -> Acted {
        for (auto const& school : all) add_moment(tx, v.keys(), v.new_id<SchoolMoment>(), school.id, *given, v.me().value(), v.now());
        return Done{"/scholen", tr("Vastgelegd voor alle gekozen scholen.")}; }, again);
}

http::Response list_moments(Visit& v) {
    auto school = v.grant<Action::keep_school>() ? find_school(v.read(), v.id<School>("school")) : std::nullopt;
    if (!school) return v.not_found();
    auto const done = moments(v.read(), school->id);
    return v.page(tr("Iets terughalen"), [&](html::Page& page) {
        page.lead(base::Sentence{tr("Kies wat bij {school} niet klopt."), {{"school", school->name}}});
        if (done.empty()) page.empty(tr("Er is nog niets vastgelegd."));
        else {
            auto table = page.table(tr("Wat er gebeurde"), {{tr("Wat")}, {tr("Dag")}, {tr("Notitie")}});
            for (auto const& one : done) {
                auto words = note(v.keys(), one);
                table.row({{name(one.kind), "/schoolmomenten/" + one.id.value()}, {text::plain_day(one.happened_on, v.language())}, {words.empty() ? "–" : words}});
            }
        }
        page.link("/scholen/" + school->id.value(), tr("Terug naar de school"));
    });
}

http::Response show_moment(Visit& v) {
    auto moment = v.grant<Action::keep_school>() ? find_moment(v.read(), v.id<SchoolMoment>("moment")) : std::nullopt;
    auto school = moment ? find_school(v.read(), moment->school) : std::nullopt;
    if (!school) return v.not_found();
    return v.page(tr("Klopt dit niet?"), [&](html::Page& page) {
        auto facts = page.facts();
        facts.row(tr("School"), label(*school)).row(tr("Wat"), name(moment->kind)).row(tr("Dag"), text::plain_day(moment->happened_on, v.language()));
        if (auto words = note(v.keys(), *moment); !words.empty()) facts.row(tr("Notitie"), words);
        page.paragraph(tr("Haalt u dit terug, dan staat het nergens meer."));
        page.act("/schoolmomenten/" + moment->id.value() + "/einde", tr("Ja, haal dit terug"));
        page.link("/scholen/" + school->id.value(), tr("Nee, terug"));
    });
}

http::Response create_moment_end(Visit& v) {
    auto moment = v.grant<Action::keep_school>() ? find_moment(v.read(), v.id<SchoolMoment>("moment")) : std::nullopt;
    if (!moment) return v.not_found();
    return v.act(moment->school.value(), "", [&](db::Write& tx) -> Acted {
        withdraw_moment(tx, moment->id, v.now());
        return Done{"/scholen/" + moment->school.value(), tr("Teruggehaald.")}; }, [&](base::Refusal const&) { return v.not_found(); });
}

} // namespace

std::vector<reception::Route> school_routes() {
    using reception::route;
    return {
        route<Action::list_schools>("GET", "/scholen", list_schools),
        route<Action::keep_school>("GET", "/scholen/vastleggen", new_moments),
        route<Action::keep_school>("POST", "/scholen/vastleggen", create_moments),
        route<Action::keep_school>("POST", "/scholen/{school}/momenten", create_moment),
        route<Action::keep_school>("GET", "/scholen/{school}/momenten", list_moments),
        route<Action::keep_school>("GET", "/schoolmomenten/{moment}", show_moment),
        route<Action::keep_school>("POST", "/schoolmomenten/{moment}/einde", create_moment_end),
        // behind the addresses that look like it
        route<Action::keep_school>("GET", "/scholen/{school}", show_school),
    };
}

} // namespace people
