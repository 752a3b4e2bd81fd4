#include "recruitment/pages_registrations.h"

#include "confidentiality/store_consent.h"
#include "reception/visit.h"
#include "reception/visit_person.h"
#include "reception/visit_trap.h"
#include "recruitment/post_registrations.h"
#include "recruitment/store_registrations.h"

namespace recruitment {
using base::tr;
using reception::Acted;
using reception::Done;
using reception::Visit;
using visit::Action;

void when_and_where(Visit& v, html::Page& page, GatheringRow const& row) {
    auto facts = page.facts();
    facts.row(tr("Wanneer"), text::moment(row.begins_at, v.language())).row(tr("Tot"), text::time(base::local(row.begins_at + std::chrono::minutes{row.minutes}).time, v.language()));
    if (!row.place.empty()) facts.row(tr("Waar"), row.place);
    if (!row.link.empty()) facts.row(row.place.empty() ? tr("Waar") : tr("Of online"), tr("Online. De link krijgt u per mail."));
    if (row.place.empty() && row.link.empty()) facts.row(tr("Waar"), tr("Dat hoort u nog."));
}

std::vector<html::Option> how_many() {
    std::vector<html::Option> all{{"1", tr("Ik kom alleen")}};
    for (int count = 2; count <= most_persons; ++count) all.push_back({std::to_string(count), base::Sentence{tr("Met {count} mensen, ik hoor daarbij"), {{"count", std::to_string(count)}}}});
    return all;
}

namespace {

constexpr int consent_version = 1;
constexpr char const* trap = "registration";

/// The gathering behind a public address; an address that was shared names its partnership too, and stays there for what follows.
std::optional<GatheringRow> public_gathering(Visit& v) {
    auto const& part = v.part("gathering");
    auto const point = part.find('.');
    if (point != std::string::npos && part.substr(0, point) != v.house().id.value()) return {};
    auto row = find_gathering(v.read(), GatheringId{part.substr(point + 1)});
    if (row && point != std::string::npos) v.set_cookie("__Host-steunpunt", v.house().slug, std::chrono::hours{24 * 30});
    return row;
}
std::string here(Visit& v, char const* more = "") { return "/bijeenkomst/" + v.part("gathering") + more; }
std::string via(GatheringRow const& row) {
    auto const its = channel(row.kind);
    return its ? "?via=" + std::string{base::word(*its)} : "";
}

/// Lines of a longer text, as paragraphs.
void paragraphs(html::Page& page, std::string const& words) {
    for (std::size_t at = 0; at < words.size();) {
        auto end = words.find('\n', at);
        if (end == std::string::npos) end = words.size();
        if (end > at) page.paragraph(words.substr(at, end - at));
        at = end + 1;
    }
}

void both_ways(html::Page& page, GatheringRow const& row) {
    page.heading(tr("Weet u al wat u wilt?"));
    page.button("/buddy-vragen" + via(row), tr("Ik wil graag een buddy"), false).button("/buddy-worden" + via(row), tr("Ik wil buddy worden"), false);
}

http::Response list_public(Visit& v) {
    auto const coming = gatherings_to_come(v.read(), v.now());
    auto const past = gatherings_to_look_back(v.read(), v.now());
    return v.page(tr("Kom naar een bijeenkomst"), [&](html::Page& page) {
        page.lead(tr("Hoor wat een buddy voor u kan doen, of wat u als buddy kunt doen. U hoeft nog niets te kiezen."));
        if (coming.empty()) page.empty(tr("Er is nu geen bijeenkomst gepland. Bel ons gerust, dan vertellen we u meer."));
        for (auto const& row : coming) {
            page.heading(row.title);
            when_and_where(v, page, row);
            page.button("/bijeenkomst/" + row.id.value(), base::Sentence{tr("Meer over ‘{title}’"), {{"title", row.title}}}, &row == &coming.front());
        }
        if (past.empty()) return;
        auto table = page.table(tr("Terugkijken"), {{tr("Bijeenkomst")}, {tr("Wanneer")}});
        for (auto const& row : past) table.row({{row.title, "/bijeenkomst/" + row.id.value()}, {text::plain_day(base::local_date(row.begins_at), v.language())}});
    });
}

http::Response show_public(Visit& v) {
    auto row = public_gathering(v);
    if (!row) return v.not_found();
    bool const full = row->open(v.now()) && !has_place(row->capacity, seats(v.read(), row->id), 1);
    return v.page(row->title, [&](html::Page& page) {
        auto const at = row->at(v.now());
        if (at == GatheringStage::cancelled) page.alert(html::Tone::warning, tr("Deze bijeenkomst gaat niet door."));
        if (at == GatheringStage::past) page.alert(html::Tone::info, tr("Deze bijeenkomst is geweest."));
        when_and_where(v, page, *row);
        paragraphs(page, row->words);
        if (row->open(v.now())) {
            if (full) page.paragraph(tr("Alle plekken zijn bezet. Zegt iemand af? Dan krijgt de eerste van de wachtlijst die plek."));
            page.button(here(v, "/aanmelden"), full ? tr("Zet mij op de wachtlijst") : tr("Ik kom"));
        } else if (at == GatheringStage::to_come) {
            page.paragraph(tr("Aanmelden kan niet meer. Wilt u toch komen? Bel ons even."));
            page.phone(tr("Bel de coördinator:"), v.house().coordinator_phone);
        }
        if (at == GatheringStage::past && !row->slides.empty()) page.button(row->slides, tr("Bekijk de dia’s"), false);
        if (at == GatheringStage::past && !row->recording.empty()) page.button(row->recording, tr("Bekijk de opname"), false);
        both_ways(page, *row);
        page.link("/bijeenkomst", tr("Alle bijeenkomsten"));
    });
}

http::Response registration_form(Visit& v, GatheringRow const& row, html::Values const& values, base::Refusal const* refusal) {
    return v.page(tr("Aanmelden voor een bijeenkomst"), [&](html::Page& page) {
        page.lead(base::Sentence{tr("‘{title}’, {moment}."), {{"title", row.title}, {"moment", text::moment(row.begins_at, v.language())}}});
        if (!refusal && !has_place(row.capacity, seats(v.read(), row.id), 1)) page.alert(html::Tone::info, tr("Alle plekken zijn bezet. U komt op de wachtlijst."));
        auto form = page.form(here(v, "/aanmelden"), tr("Aanmelden"), values, refusal);
        form.text({.name = "naam", .label = tr("Uw naam"), .autocomplete = "name", .most = 100});
        form.text({.name = "mail", .label = tr("Uw mailadres"), .hint = tr("Geen mail? Laat dit leeg. Vul dan uw telefoonnummer in."), .type = "email", .autocomplete = "email", .inputmode = "email"});
        form.text({.name = "telefoon", .label = tr("Uw telefoonnummer (niet verplicht als u een mailadres invult)"), .type = "tel", .autocomplete = "tel", .inputmode = "tel", .most = 25});
        form.radios({.name = "aantal", .label = tr("Met hoeveel mensen komt u?")}, how_many());
        std::vector<html::Option> languages;
        for (auto language : text::languages) languages.push_back({std::string{base::word(language)}, std::string{text::own_name(language)}});
        form.select({.name = "taal", .label = tr("In welke taal schrijven wij u?")}, languages);
        form.box({.name = "akkoord", .label = tr("De coördinator mag dit lezen en mij over deze bijeenkomst bericht sturen.")});
        form.trap().hidden("_moment", values.contains("_moment") ? values.find("_moment")->second : reception::time_mark(v, trap)).or_go(here(v), tr("Terug"));
        page.details(tr("Wat gebeurt er met uw gegevens?"), {base::Sentence{tr("{coordinator} leest uw naam en hoe u bereikbaar bent. Vier weken na de bijeenkomst wissen we dat. Alleen hoeveel mensen er waren, bewaren we."), {{"coordinator", v.house().coordinator_name}}}});
    },
                  {.status = refusal ? 422 : 200});
}

http::Response new_registration(Visit& v) {
    auto row = public_gathering(v);
    if (!row) return v.not_found();
    if (!row->open(v.now())) return v.see(here(v));
    return registration_form(v, *row, {{"aantal", "1"}, {"taal", std::string{base::word(v.language())}}}, nullptr);
}

http::Response create_registration(Visit& v) {
    auto row = public_gathering(v);
    if (!row) return v.not_found();
    auto again = [&](base::Refusal const& refusal) { return registration_form(v, *row, v.values(), &refusal); };
    auto accepted = register_for({{text::tidy_line(v.field("naam")), text::tidy_line(v.field("mail")), text::tidy_line(v.field("telefoon"))}, v.field("aantal"), v.field("akkoord") == "ja"});
    if (!accepted) return again(accepted.error());
    auto thanks = [&](bool placed) { return here(v, "/bedankt") + (placed ? "" : "?wacht=1") + (accepted->contact.mail.empty() ? (placed ? "?bellen=1" : "&bellen=1") : ""); };
    if (reception::by_a_program(v, trap)) return v.see(thanks(true));
    auto const language = base::from_word<text::Language>(v.field("taal")).value_or(v.language());
    auto id = v.new_id<Registration>();
    auto const known = registered_with(v.read(), v.keys(), row->id, accepted->contact.mail);
    auto const person = reception::new_person(v);
    return v.act(known ? known->value() : id.value(), known ? "" : person.value(), [&](db::Write& tx) -> Acted {
        auto const gathering = lock_gathering(tx, row->id);
        if (!gathering->open(v.now())) return base::Refusal::of(tr("Aanmelden kan niet meer. Wilt u toch komen? Bel ons even."));
        bool const placed = has_place(gathering->capacity, seats(tx, row->id), accepted->persons);
        // whether this address was here before is told to the address, not to who types it
        if (auto standing = registered_with(tx, v.keys(), row->id, accepted->contact.mail)) {
            write_later(tx, v.services().random, v.house().id.value(), *standing, SeatMail::again, v.now());
            return Done{thanks(placed), base::Text::none()};
        }
        add_registration(tx, v.keys(), id, row->id, person, *accepted, language, placed, v.now());
        confidentiality::give(tx, person, confidentiality::Purpose::reading_by_coordinator, consent_version, language, v.now());
        if (!accepted->contact.mail.empty()) write_later(tx, v.services().random, v.house().id.value(), id, SeatMail::confirm, v.now());
        return Done{thanks(placed), base::Text::none()}; }, again);
}

http::Response show_thanks(Visit& v) {
    auto row = public_gathering(v);
    if (!row) return v.not_found();
    bool const waits = v.request().query.has("wacht"), call = v.request().query.has("bellen");
    return v.page(waits ? tr("U staat op de wachtlijst") : tr("Fijn dat u komt"), [&](html::Page& page) {
        when_and_where(v, page, *row);
        if (waits) page.lead(call ? tr("Komt er een plek vrij? Dan bellen we u.") : tr("Komt er een plek vrij? Dan krijgt u een mail."));
        else page.lead(call ? tr("Schrijf de dag en de tijd op. U krijgt geen mail, want u vulde geen mailadres in.") : tr("We stuurden u een mail met de dag en de tijd, voor in uw agenda."));
        if (call) {
            page.paragraph(tr("Kunt u toch niet? Bel ons dan even."));
            page.phone(tr("Bel de coördinator:"), v.house().coordinator_phone);
        } else page.paragraph(tr("In de mail staat een link. Daarmee past u het aantal mensen aan, of zegt u af."));
        page.button("/", tr("Naar de eerste bladzijde"), false);
    });
}

} // namespace

std::vector<reception::Route> registration_routes() {
    using reception::route;
    return {
        route<Action::register_for_gathering>("GET", "/bijeenkomst", list_public),
        route<Action::register_for_gathering>("GET", "/bijeenkomst/{gathering}", show_public),
        route<Action::register_for_gathering>("GET", "/bijeenkomst/{gathering}/aanmelden", new_registration),
        route<Action::register_for_gathering>("POST", "/bijeenkomst/{gathering}/aanmelden", create_registration),
        route<Action::register_for_gathering>("GET", "/bijeenkomst/{gathering}/bedankt", show_thanks),
    };
}

} // namespace recruitment
