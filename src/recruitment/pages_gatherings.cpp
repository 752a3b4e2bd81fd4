#include "recruitment/pages_gatherings.h"

#include "reception/listing.h"
#include "reception/visit_print.h"
#include "recruitment/post_registrations.h"
#include "recruitment/store_registrations.h"

namespace recruitment {
using base::tr;
using reception::Acted;
using reception::Done;
using reception::Visit;
using visit::Action;

namespace {

std::string href(GatheringId const& id, char const* more = "") { return "/bijeenkomsten/" + id.value() + more; }
std::string number(std::optional<int> count) { return count ? std::to_string(*count) : "–"; }

/// The gathering behind the address, for who arranges them.
std::optional<GatheringRow> opened(Visit& v) {
    if (!v.grant<Action::list_gatherings>()) return {};
    return find_gathering(v.read(), v.id<Gathering>("gathering"));
}

/// How many registered and how many wait, also when only the numbers are left.
std::pair<int, int> numbers(Visit& v, GatheringRow const& row) {
    if (row.erased_at) return {row.registered.value_or(0), row.waited.value_or(0)};
    auto const its = seats(v.read(), row.id);
    return {taken(its), waiting(its)};
}

http::Response list_gatherings(Visit& v) {
    auto granted = v.grant<Action::list_gatherings>();
    if (!granted) return v.not_found();
    auto asked = reception::asked(v, "/bijeenkomsten", "-datum");
    std::vector<GatheringRow> ahead, over;
    for (auto& row : gatherings(v.read(), *granted)) {
        if (row.at(v.now()) == GatheringStage::to_come) ahead.insert(ahead.begin(), std::move(row));
        else if (asked.search.empty() || text::folded(row.title).find(text::folded(asked.search)) != std::string::npos) over.push_back(std::move(row));
    }
    reception::sort(over, asked.sort, {{"datum", [](GatheringRow const& a, GatheringRow const& b) { return a.begins_at < b.begins_at; }}, {"naam", [](GatheringRow const& a, GatheringRow const& b) { return text::sort_key(a.title) < text::sort_key(b.title); }}});
    asked.total = over.size();
    return v.page(tr("Bijeenkomsten"), [&](html::Page& page) {
        page.button("/bijeenkomsten/nieuw", tr("Nieuwe bijeenkomst"), ahead.empty());
        if (ahead.empty()) page.empty(tr("Er staat niets op de agenda. Plan een informatieavond of een koffieochtend."));
        else {
            auto table = page.table(tr("Komen nog"), {{tr("Bijeenkomst")}, {tr("Wanneer")}, {tr("Aangemeld"), "", true}, {tr("Plekken"), "", true}, {tr("Wachtlijst"), "", true}});
            for (auto const& row : ahead) {
                auto const [come, wait] = numbers(v, row);
                table.row({{row.title, href(row.id)}, {text::moment(row.begins_at, v.language())}, {std::to_string(come), {}, true}, {row.capacity ? html::Said{std::to_string(*row.capacity)} : html::Said{tr("geen grens")}, {}, true}, {std::to_string(wait), {}, true}});
            }
        }
        page.heading(tr("Geweest of afgezegd"));
        if (over.empty() && asked.search.empty()) return void(page.empty(tr("Er was nog geen bijeenkomst.")));
        page.search(asked, tr("Zoek op naam"));
        if (over.empty()) return void(page.empty(tr("Niets gevonden. Zoek op een ander woord.")));
        auto table = page.table(tr("Bijeenkomsten"), {{tr("Bijeenkomst"), "naam"}, {tr("Wanneer"), "datum"}, {tr("Stand")}, {tr("Aangemeld"), "", true}, {tr("Gekomen"), "", true}}, &asked);
        for (auto const& row : reception::shown(over, asked))
            table.row({{row.title, href(row.id)}, {text::plain_day(base::local_date(row.begins_at), v.language())}, {name(row.at(v.now()))}, {std::to_string(numbers(v, row).first), {}, true}, {number(row.attended), {}, true}});
        page.pager(asked);
    });
}

GatheringDraft draft_of(Visit& v) {
    bool const until = !v.field("tot_dag").empty() || !v.field("tot_maand").empty() || !v.field("tot_jaar").empty();
    return {base::from_word<GatheringKind>(v.field("soort")), text::tidy_line(v.field("titel")), v.date_field("dag"), base::time_from(text::tidy_line(v.field("tijd"))), text::tidy_line(v.field("duur")), text::tidy_line(v.field("plaats")), text::tidy_line(v.field("link")), text::tidy_text(v.field("tekst")), text::tidy_line(v.field("plekken")), v.date_field("tot"), until};
}

http::Response gathering_form(Visit& v, html::Values const& values, base::Refusal const* refusal, GatheringRow const* standing) {
    return v.page(standing ? tr("Bijeenkomst wijzigen") : tr("Nieuwe bijeenkomst"), [&](html::Page& page) {
        page.lead(standing ? tr("Verandert de tijd of de plaats? Dan krijgt iedereen die zich aanmeldde bericht.") : tr("Iedereen kan deze bijeenkomst zien en zich aanmelden, zonder account."));
        auto form = page.form(standing ? href(standing->id, "/wijzigen") : "/bijeenkomsten", standing ? tr("Bewaren") : tr("Bijeenkomst maken"), values, refusal);
        std::vector<html::Option> kinds;
        for (auto const& [kind, word] : base::Words<GatheringKind>::entries) kinds.push_back({std::string{word}, name(kind)});
        form.radios({.name = "soort", .label = tr("Wat voor bijeenkomst?")}, kinds);
        form.text({.name = "titel", .label = tr("Hoe heet de bijeenkomst?"), .most = 100});
        form.date({.name = "dag", .label = tr("Welke dag?")}).text({.name = "tijd", .label = tr("Hoe laat begint het?"), .hint = tr("Bijvoorbeeld 19.30"), .inputmode = "numeric", .most = 5}).text({.name = "duur", .label = tr("Hoeveel minuten duurt het?"), .inputmode = "numeric", .most = 3});
        form.text({.name = "plaats", .label = tr("Waar? (mag later)"), .hint = tr("Dit staat ook in de mail en in de agenda. Schrijf alleen de plaats, niet waar het over gaat."), .most = 200});
        form.text({.name = "link", .label = tr("Link, als het online is (mag later)"), .hint = tr("Alleen wie zich aanmeldt, krijgt deze link."), .type = "url", .inputmode = "url", .most = 500});
        form.area({.name = "tekst", .label = tr("Wat moeten ouders weten?"), .hint = tr("Deze tekst staat op de openbare bladzijde."), .most = 2000}, 6);
        form.text({.name = "plekken", .label = tr("Hoeveel plekken zijn er? (niet verplicht)"), .hint = tr("Laat dit leeg als iedereen welkom is. Is het vol? Dan komt er vanzelf een wachtlijst."), .inputmode = "numeric", .most = 3});
        form.date({.name = "tot", .label = tr("Tot en met welke dag kan iemand zich aanmelden? (niet verplicht)"), .hint = tr("Leeg betekent: tot het begint.")});
        if (standing) form.hidden("versie", values.contains("versie") ? values.find("versie")->second : std::to_string(standing->version));
        form.or_go(standing ? href(standing->id) : "/bijeenkomsten", tr("Terug"));
    },
                  {.status = refusal ? 422 : 200});
}

http::Response new_gathering(Visit& v) { return gathering_form(v, {{"duur", "120"}}, nullptr, nullptr); }

http::Response create_gathering(Visit& v) {
    if (!v.grant<Action::manage_gathering>()) return v.not_found();
    auto again = [&](base::Refusal const& refusal) { return gathering_form(v, v.values(), &refusal, nullptr); };
    auto planned = plan_gathering(draft_of(v), v.now());
    if (!planned) return again(planned.error());
    auto id = v.new_id<Gathering>();
    return v.act(id.value(), "", [&](db::Write& tx) -> Acted {
        add_gathering(tx, id, *planned, v.me(), v.now());
        return Done{href(id), tr("De bijeenkomst staat op de site. Deel het adres met scholen en ouders.")}; }, again);
}

http::Response edit_gathering(Visit& v) {
    auto row = opened(v);
    if (!row) return v.not_found();
    if (row->at(v.now()) != GatheringStage::to_come) return v.see(href(row->id));
    auto const begins = base::local(row->begins_at);
    auto time = base::hours(begins.time);
    time[2] = '.';
    html::Values values{{"soort", std::string{base::word(row->kind)}}, {"titel", row->title}, {"tijd", time}, {"duur", std::to_string(row->minutes)}, {"plaats", row->place}, {"link", row->link}, {"tekst", row->words}, {"plekken", row->capacity ? std::to_string(*row->capacity) : ""}};
    reception::put_date(values, "dag", begins.date);
    if (row->open_until != begins.date) reception::put_date(values, "tot", row->open_until);
    return gathering_form(v, values, nullptr, &*row);
}

http::Response update_gathering(Visit& v) {
    auto row = opened(v);
    if (!row || !v.grant<Action::manage_gathering>()) return v.not_found();
    auto again = [&](base::Refusal const& refusal) { return gathering_form(v, v.values(), &refusal, &*row); };
    auto planned = plan_gathering(draft_of(v), v.now());
    if (!planned) return again(planned.error());
    return v.act(row->id.value(), "", [&](db::Write& tx) -> Acted {
        auto standing = lock_gathering(tx, row->id);
        if (standing->at(v.now()) != GatheringStage::to_come) return base::Refusal::of(tr("Deze bijeenkomst is geweest of gaat niet door. U kunt haar niet meer wijzigen."));
        if (v.field("versie") != std::to_string(standing->version) || !change_gathering(tx, *standing, *planned, standing->version)) return base::Refusal::of(tr("Iemand anders veranderde dit intussen. Open de bijeenkomst opnieuw."));
        bool const tell = matters(*standing, *planned);
        if (tell)
            for (auto const& id : tell_all(tx, row->id)) write_later(tx, v.services().random, v.house().id.value(), id, SeatMail::changed, v.now());
        for (auto const& id : fill_places(tx, *find_gathering(tx, row->id), v.now())) write_later(tx, v.services().random, v.house().id.value(), id, SeatMail::placed, v.now());
        return Done{href(row->id), tell ? tr("Bewaard. Wie zich aanmeldde, krijgt bericht. Wie geen mail heeft, staat op Vandaag om te bellen.") : tr("Bewaard.")}; }, again);
}

http::Response cancellation_page(Visit& v, GatheringRow const& row, base::Refusal const* refusal) {
    return v.page(tr("Bijeenkomst afzeggen"), [&](html::Page& page) {
        if (refusal) page.alert(html::Tone::error, refusal->fields.front().why);
        auto const [come, wait] = numbers(v, row);
        page.facts().row(tr("Bijeenkomst"), row.title).row(tr("Wanneer"), text::moment(row.begins_at, v.language())).row(tr("Aangemeld"), std::to_string(come)).row(tr("Wachtlijst"), std::to_string(wait));
        page.paragraph(tr("Iedereen die zich aanmeldde, krijgt een mail. Wie geen mail heeft, komt op Vandaag te staan: bel die zelf. Dit kunt u niet terugdraaien."));
        page.act(href(row.id, "/afzeggen"), tr("Ja, de bijeenkomst gaat niet door"));
        page.link(href(row.id), tr("Nee, terug"));
    },
                  {.status = refusal ? 422 : 200});
}
http::Response new_cancellation(Visit& v) {
    auto row = opened(v);
    if (!row) return v.not_found();
    return row->at(v.now()) == GatheringStage::to_come ? cancellation_page(v, *row, nullptr) : v.see(href(row->id));
}
http::Response create_cancellation(Visit& v) {
    auto row = opened(v);
    if (!row || !v.grant<Action::manage_gathering>()) return v.not_found();
    return v.act(row->id.value(), "", [&](db::Write& tx) -> Acted {
        if (!cancel_gathering(tx, row->id, v.me(), v.now())) return base::Refusal::of(tr("Deze bijeenkomst is geweest of gaat al niet door."));
        for (auto const& id : tell_all(tx, row->id)) write_later(tx, v.services().random, v.house().id.value(), id, SeatMail::cancelled, v.now());
        return Done{href(row->id), tr("De bijeenkomst gaat niet door. Wie mail heeft, krijgt bericht. De anderen staan op Vandaag om te bellen.")}; }, [&](base::Refusal const& refusal) { return cancellation_page(v, *row, &refusal); });
}

void show_registrations(Visit& v, html::Page& page, GatheringRow const& row, RegistrationsGrant const& granted) {
    auto const all = registrations(v.read(), granted, row.id);
    if (all.empty() && row.at(v.now()) == GatheringStage::past) return void(page.empty(tr("Niemand meldde zich vooraf aan.")));
    if (all.empty()) return void(page.empty(tr("Er meldde zich nog niemand aan. Belt iemand? Vul dan samen het formulier op de openbare bladzijde in.")));
    auto table = page.table(tr("Wie komen er?"), {{tr("Naam")}, {tr("Aantal"), "", true}, {tr("Bereikbaar")}, {tr("Stand")}});
    int place_in_line = 0;
    for (auto const& each : all) {
        auto person = people::find_person(v.read(), v.keys(), each.person);
        if (!person) continue;
        html::Said said{tr("heeft een plek")};
        if (each.cancelled_at) said = tr("zei af");
        else if (!each.placed_at) said = base::Sentence{tr("wachtlijst, nummer {number}"), {{"number", std::to_string(++place_in_line)}}};
        else if (each.came) said = tr("was er");
        if (!each.told_at) said = tr("bel even: dit moet nog gezegd worden");
        table.row({{person->name, "/deelnemers/" + each.id.value()}, {std::to_string(each.persons), {}, true}, {person->mail.empty() ? person->phone : person->mail}, {said}});
    }
}

http::Response show_gathering(Visit& v) {
    auto row = opened(v);
    auto granted = v.grant<Action::see_registrations>();
    if (!row || !granted) return v.not_found();
    auto const at = row->at(v.now());
    return v.page(row->title, [&](html::Page& page) {
        auto const [come, wait] = numbers(v, *row);
        auto facts = page.facts();
        facts.row(tr("Stand"), name(at)).row(tr("Soort"), name(row->kind)).row(tr("Wanneer"), text::moment(row->begins_at, v.language())).row(tr("Duur"), base::Sentence{tr("{minutes} minuten"), {{"minutes", std::to_string(row->minutes)}}});
        if (!row->place.empty() || row->link.empty()) facts.row(tr("Plaats"), row->place.empty() ? html::Said{tr("nog niet bekend")} : html::Said{row->place});
        if (!row->link.empty()) facts.link(tr("Online"), row->link, row->link);
        facts.row(tr("Aangemeld"), row->capacity ? html::Said{base::Sentence{tr("{count} van {capacity} plekken"), {{"count", std::to_string(come)}, {"capacity", std::to_string(*row->capacity)}}}} : html::Said{std::to_string(come)});
        if (row->capacity) facts.row(tr("Wachtlijst"), std::to_string(wait));
        if (at == GatheringStage::past) facts.row(tr("Gekomen"), row->attended ? html::Said{std::to_string(*row->attended)} : html::Said{tr("nog niet ingevuld")});
        if (at == GatheringStage::to_come) facts.row(tr("Aanmelden tot en met"), text::plain_day(row->open_until, v.language()));
        if (at != GatheringStage::cancelled) {
            auto const address = "/bijeenkomst/" + v.house().id.value() + "." + row->id.value();
            facts.link(tr("Adres om te delen"), v.services().base_url + address, address);
        }
        if (at == GatheringStage::to_come) {
            page.button(href(row->id, "/lijst"), tr("Lijst om af te drukken"), false).button(href(row->id, "/wijzigen"), tr("Wijzigen"), false).button(href(row->id, "/afzeggen"), tr("Gaat niet door"), false);
        } else if (at == GatheringStage::past) {
            page.button(href(row->id, "/opkomst"), row->attended ? tr("Opkomst verbeteren") : tr("Opkomst invullen"), !row->attended).button(href(row->id, "/materiaal"), tr("Dia’s en opname"), false);
            if (!row->erased_at) page.button(href(row->id, "/lijst"), tr("Lijst om af te drukken"), false);
        }
        if (row->erased_at) page.paragraph(base::Sentence{tr("De aanmeldingen zijn gewist op {day}. Alleen de aantallen bewaren we."), {{"day", text::plain_day(base::local_date(*row->erased_at), v.language())}}});
        else show_registrations(v, page, *row, *granted);
    });
}

/// Who has a place, for paper: names, numbers and how to reach them; that it was opened stands in the log.
struct PaperList {
    GatheringRow gathering;
    struct Line {
        std::string name, phone;
        int persons;
    };
    std::vector<Line> lines;
    std::string when_and_where(text::Language language) const { return text::moment(gathering.begins_at, language) + (gathering.place.empty() ? "" : ", " + gathering.place); }
};
std::optional<PaperList> paper_list(Visit& v) {
    auto row = opened(v);
    auto granted = v.grant<Action::print_registrations>();
    if (!row || !granted) return {};
    PaperList list{*row, {}};
    if (row->erased_at) return list;
    for (auto const& each : placed_registrations(v.read(), *granted, row->id))
        if (auto person = people::find_person(v.read(), v.keys(), each.person)) list.lines.push_back({person->name, person->phone, each.persons});
    v.note(Action::print_registrations, row->id.value(), "");
    return list;
}

http::Response show_paper_list(Visit& v) {
    auto const list = paper_list(v);
    if (!list) return v.not_found();
    auto const& row = list->gathering;
    if (row.erased_at) return v.see(href(row.id));
    return v.page(base::Sentence{tr("Lijst: {title}"), {{"title", row.title}}}, [&](html::Page& page) {
        page.paragraph(list->when_and_where(v.language()));
        if (list->lines.empty()) return void(page.empty(tr("Er heeft nog niemand een plek.")));
        page.button(href(row.id, "/lijst/pdf"), tr("Download als PDF"));
        auto table = page.table(tr("Wie komen er?"), {{tr("Naam")}, {tr("Aantal"), "", true}, {tr("Telefoon")}, {tr("Is er")}});
        for (auto const& each : list->lines) table.row({{each.name}, {std::to_string(each.persons), {}, true}, {each.phone.empty() ? std::string{"–"} : each.phone}, {std::string{"☐"}}});
        page.paragraph(tr("Gooi deze lijst na afloop weg. Dat u haar opende, staat in het logboek."));
        page.button(href(row.id), tr("Terug naar de bijeenkomst"), false);
    });
}

constexpr int lines_for_others = 6;

http::Response print_paper_list(Visit& v) {
    using pdf::Part;
    auto const list = paper_list(v);
    if (!list) return v.not_found();
    auto const& row = list->gathering;
    if (row.erased_at) return v.see(href(row.id));
    std::vector<reception::Printed> parts{{Part::title, row.title}, {Part::paragraph, list->when_and_where(v.language())}, {Part::heading, tr("Wie komen er?")}};
    for (auto const& each : list->lines) {
        auto words = each.name + (each.persons > 1 ? " (" + std::to_string(each.persons) + ")" : "");
        parts.push_back({Part::box, each.phone.empty() ? words : words + " – " + each.phone});
    }
    parts.push_back({Part::heading, tr("Wie kwam er nog meer?")});
    parts.insert(parts.end(), lines_for_others, {Part::rule, base::Text::none()});
    parts.push_back({Part::paragraph, tr("Gooi deze lijst na afloop weg. Dat u haar opende, staat in het logboek.")});
    return reception::print(v, "lijst", parts);
}

http::Response attended_form(Visit& v, GatheringRow const& row, html::Values const& values, base::Refusal const* refusal) {
    auto granted = v.grant<Action::see_registrations>();
    if (!granted) return v.not_found();
    return v.page(tr("Opkomst"), [&](html::Page& page) {
        page.lead(base::Sentence{tr("Hoeveel mensen kwamen er naar ‘{title}’?"), {{"title", row.title}}});
        auto form = page.form(href(row.id, "/opkomst"), tr("Bewaren"), values, refusal);
        form.text({.name = "aantal", .label = tr("Aantal mensen"), .hint = tr("Tel ook wie zich niet aanmeldde."), .inputmode = "numeric", .most = 3});
        std::vector<html::Option> names;
        if (!row.erased_at)
            for (auto const& each : registrations(v.read(), *granted, row.id))
                if (each.placed_at && !each.cancelled_at) names.push_back({each.id.value(), people::name_of(v.read(), v.keys(), each.person)});
        if (!names.empty()) form.checks({.name = "was_er", .label = tr("Wie waren er? (niet verplicht)"), .hint = tr("Vier weken na de bijeenkomst wissen we de namen.")}, names);
        form.or_go(href(row.id), tr("Terug"));
    },
                  {.status = refusal ? 422 : 200});
}
http::Response edit_attended(Visit& v) {
    auto row = opened(v);
    auto granted = v.grant<Action::see_registrations>();
    if (!row || !granted) return v.not_found();
    if (row->at(v.now()) != GatheringStage::past) return v.see(href(row->id));
    html::Values values;
    if (row->attended) values.emplace("aantal", std::to_string(*row->attended));
    for (auto const& each : registrations(v.read(), *granted, row->id))
        if (each.came) values.emplace("was_er", each.id.value());
    return attended_form(v, *row, values, nullptr);
}
http::Response update_attended(Visit& v) {
    auto row = opened(v);
    if (!row || !v.grant<Action::manage_gathering>()) return v.not_found();
    auto again = [&](base::Refusal const& refusal) { return attended_form(v, *row, v.values(), &refusal); };
    auto count = attended(text::tidy_line(v.field("aantal")));
    if (!count) return again(count.error());
    return v.act(row->id.value(), "", [&](db::Write& tx) -> Acted {
        if (row->at(v.now()) != GatheringStage::past) return base::Refusal::of(tr("Deze bijeenkomst is nog niet geweest."));
        note_attended(tx, row->id, *count, v.me(), v.now());
        note_came(tx, row->id, v.form().all("was_er"));
        return Done{href(row->id), tr("De opkomst is bewaard.")}; }, again);
}

http::Response material_form(Visit& v, GatheringRow const& row, html::Values const& values, base::Refusal const* refusal) {
    return v.page(tr("Dia’s en opname"), [&](html::Page& page) {
        page.lead(tr("Wie er niet bij kon zijn, kan hier op de openbare bladzijde terugkijken."));
        auto form = page.form(href(row.id, "/materiaal"), tr("Bewaren"), values, refusal);
        form.text({.name = "dias", .label = tr("Link naar de dia’s (niet verplicht)"), .type = "url", .inputmode = "url", .most = 500}).text({.name = "opname", .label = tr("Link naar de opname (niet verplicht)"), .type = "url", .inputmode = "url", .most = 500});
        form.box({.name = "akkoord", .label = tr("Iedereen die in de opname te zien of te horen is, vond het goed dat wij haar tonen.")});
        form.note(tr("Trekt iemand dat in? Maak de link naar de opname dan leeg en bewaar."));
        form.or_go(href(row.id), tr("Terug"));
    },
                  {.status = refusal ? 422 : 200});
}
http::Response edit_material(Visit& v) {
    auto row = opened(v);
    if (!row) return v.not_found();
    if (row->at(v.now()) != GatheringStage::past) return v.see(href(row->id));
    return material_form(v, *row, {{"dias", row->slides}, {"opname", row->recording}, {"akkoord", row->recording.empty() ? "" : "ja"}}, nullptr);
}
http::Response update_material(Visit& v) {
    auto row = opened(v);
    if (!row || !v.grant<Action::manage_gathering>()) return v.not_found();
    auto again = [&](base::Refusal const& refusal) { return material_form(v, *row, v.values(), &refusal); };
    auto its = material({text::tidy_line(v.field("dias")), text::tidy_line(v.field("opname")), v.field("akkoord") == "ja"});
    if (!its) return again(its.error());
    return v.act(row->id.value(), "", [&](db::Write& tx) -> Acted {
        if (row->at(v.now()) != GatheringStage::past) return base::Refusal::of(tr("Deze bijeenkomst is nog niet geweest."));
        put_material(tx, row->id, *its, v.me(), v.now());
        return Done{href(row->id), tr("Bewaard. Ouders zien het meteen op de openbare bladzijde.")}; }, again);
}

} // namespace

std::vector<reception::Route> gathering_routes() {
    using reception::route;
    return {
        route<Action::list_gatherings>("GET", "/bijeenkomsten", list_gatherings),
        route<Action::manage_gathering>("POST", "/bijeenkomsten", create_gathering),
        route<Action::manage_gathering>("GET", "/bijeenkomsten/nieuw", new_gathering),
        route<Action::see_registrations>("GET", "/bijeenkomsten/{gathering}", show_gathering),
        route<Action::manage_gathering>("GET", "/bijeenkomsten/{gathering}/wijzigen", edit_gathering),
        route<Action::manage_gathering>("POST", "/bijeenkomsten/{gathering}/wijzigen", update_gathering),
        route<Action::manage_gathering>("GET", "/bijeenkomsten/{gathering}/afzeggen", new_cancellation),
        route<Action::manage_gathering>("POST", "/bijeenkomsten/{gathering}/afzeggen", create_cancellation),
        route<Action::print_registrations>("GET", "/bijeenkomsten/{gathering}/lijst", show_paper_list),
        route<Action::print_registrations>("GET", "/bijeenkomsten/{gathering}/lijst/pdf", print_paper_list),
        route<Action::see_registrations>("GET", "/bijeenkomsten/{gathering}/opkomst", edit_attended),
        route<Action::manage_gathering>("POST", "/bijeenkomsten/{gathering}/opkomst", update_attended),
        route<Action::manage_gathering>("GET", "/bijeenkomsten/{gathering}/materiaal", edit_material),
        route<Action::manage_gathering>("POST", "/bijeenkomsten/{gathering}/materiaal", update_material),
    };
}

} // namespace recruitment
