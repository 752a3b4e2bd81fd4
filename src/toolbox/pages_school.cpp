#include "toolbox/pages_school.h"

#include "platform/pdf/pdf.h"
#include "reception/listing.h"
#include "reception/visit_print.h"
#include "toolbox/pages_list.h"
#include "toolbox/pages_print.h"
#include "toolbox/store_version.h"

namespace toolbox {
using base::tr;
using people::SchoolPage;
using reception::Visit;
using visit::Action;

namespace {

/// The address is a secret: search engines keep out.
http::Response unlisted(http::Response response) {
    response.with("X-Robots-Tag", "noindex");
    return response;
}

std::string address_of(Visit& v, SchoolPage const& school) { return v.services().base_url + "/school/" + school.page_key; }

http::Response show_school_page(Visit& v) {
    auto const school = people::find_school_page(v.read(), v.part("page_key"));
    if (!school) return v.not_found();
    auto const here = "/school/" + school->page_key;
    auto const shown = [&](Sheet const& its) { return open_to_everyone(v.read(), its); };
    return unlisted(v.page(base::Sentence{tr("Buddy’s bij {school}"), {{"school", school->name}}}, [&](html::Page& page) {
        page.lead(tr("Een buddy is een ouder die zelf meemaakte dat een kind op school iets extra’s nodig had. Na een training staat die ouder naast een andere ouder."));
        page.heading(tr("Een ouder aanmelden"));
        page.paragraph(tr("Vraag het altijd eerst aan de ouder. Doe het samen, dan hoort de ouder wat u opschrijft."));
        page.button(here + "/aanmelden", tr("Samen met een ouder aanmelden"));
        page.button(here + "/buddy-vragen", tr("Samen met een ouder een buddy vragen"), false);
        page.button(here + "/twijfel", tr("Ik twijfel over iemand"), false);
        page.heading(tr("Bellen"));
        page.phone(base::Sentence{tr("{support_point}:"), {{"support_point", v.house().support_point}}}, v.house().phone);
        page.phone(base::Sentence{tr("Coördinator {name}:"), {{"name", v.house().coordinator_name}}}, v.house().coordinator_phone);
        page.heading(tr("Wat een buddy doet"));
        page.bullets({tr("Een buddy luistert en vertelt over eigen ervaringen."), tr("Een buddy helpt de ouder een gesprek met u voor te bereiden."), tr("Een buddy komt mee naar school als de ouder dat vraagt. De ouder voert het woord.")});
        page.link(here + "/buddys", tr("Wat buddy’s meebrengen"));
        page.heading(tr("Wat een buddy niet doet"));
        page.bullets({tr("Een buddy beslist niet, geeft geen advies en kiest geen partij."), tr("Een buddy vertelt u niets over de ouder. Dat doet de ouder zelf, als die wil."), tr("Een buddy schrijft niets op en houdt geen dossier bij.")});
        page.heading(tr("Om te printen, voor uw school"));
        put_list(page, materials(Audience::school), here + "/materialen/", shown);
        page.heading(tr("Om uit te delen aan ouders"));
        put_list(page, materials(Audience::parent), here + "/materialen/", shown);
        page.heading(tr("Deze bladzijde delen met collega’s"));
        page.paragraph(tr("Scan de code of stuur het adres door. Alleen wie het adres heeft, komt hier. Zet het niet op de site van school."));
        put_code(page, tr("QR-code met het adres van deze bladzijde"), address_of(v, *school));
    }));
}

std::optional<std::pair<SchoolPage, Sheet>> asked(Visit& v) {
    auto const school = people::find_school_page(v.read(), v.part("page_key"));
    auto const its = sheet(v.part("sheet"));
    if (!school || !its || (audience(its->material) != Audience::school && audience(its->material) != Audience::parent) || !open_to_everyone(v.read(), *its)) return {};
    return {{*school, *its}};
}

http::Response show_school_sheet(Visit& v) {
    auto const found = asked(v);
    if (!found) return v.not_found();
    auto const& [school, its] = *found;
    auto const here = "/school/" + school.page_key;
    auto const print = print_of(v, its, text_of(v.read(), its), school);
    return unlisted(v.page(name(its.material), [&](html::Page& page) {
        page.button(here + "/materialen/" + word(its) + "/pdf", tr("Download als PDF"));
        put(page, v, print);
        page.link(here, tr("Terug naar de bladzijde van de school"));
    }));
}

http::Response show_school_pdf(Visit& v) {
    auto const found = asked(v);
    if (!found) return v.not_found();
    return as_pdf(v, print_of(v, found->second, text_of(v.read(), found->second), found->first));
}

http::Response list_school_pages(Visit& v) {
    if (!v.grant<Action::keep_materials>()) return v.not_found();
    auto asked = reception::asked(v, "/materialen/scholen", "naam");
    std::vector<SchoolPage> lines;
    for (auto& school : people::school_pages(v.read()))
        if (asked.search.empty() || text::folded(school.name + " " + school.place).find(text::folded(asked.search)) != std::string::npos) lines.push_back(std::move(school));
    reception::sort(lines, asked.sort, {{"naam", [](SchoolPage const& a, SchoolPage const& b) { return text::sort_key(a.name) < text::sort_key(b.name); }}, {"plaats", [](SchoolPage const& a, SchoolPage const& b) { return text::sort_key(a.place) < text::sort_key(b.place); }}});
    asked.total = lines.size();
    return v.page(tr("Bladzijden van scholen"), [&](html::Page& page) {
        page.lead(tr("Elke school heeft een eigen bladzijde met materialen, zonder inloggen. Geef het adres alleen aan de school zelf."));
        page.search(asked, tr("Zoek op naam of plaats"));
        if (lines.empty()) return void(page.empty(asked.search.empty() ? tr("Er zijn nog geen scholen.") : tr("Geen school gevonden. Zoek op een ander woord.")));
        auto table = page.table(tr("Scholen"), {{tr("School"), "naam"}, {tr("Plaats"), "plaats"}, {tr("Bladzijde")}}, &asked);
        for (auto const& school : reception::shown(lines, asked)) table.row({{school.name, "/schoolbladen/" + school.id.value()}, {school.place}, {tr("Openen"), "/school/" + school.page_key}});
        page.pager(asked);
        page.link("/materialen", tr("Alle materialen"));
    });
}

/// What a school hangs in its staff room: whose page it is, what stands there, and the code.
http::Response show_school_card(Visit& v) {
    if (!v.grant<Action::keep_materials>()) return v.not_found();
    auto const school = people::school_page(v.read(), v.id<people::School>("school"));
    if (!school) return v.not_found();
    return v.page(school->name, [&](html::Page& page) {
        page.lead(tr("Dit is het adres van de bladzijde van deze school. Geef het blad met de code aan de intern begeleider."));
        page.code(tr("Adres:"), address_of(v, *school));
        put_code(page, tr("QR-code met het adres van deze bladzijde"), address_of(v, *school));
        page.button("/schoolbladen/" + school->id.value() + "/pdf", tr("Print het blad met de code"));
        page.button("/school/" + school->page_key, tr("Open de bladzijde van de school"), false);
        page.link("/materialen/scholen", tr("Alle scholen"));
    });
}

http::Response show_school_card_pdf(Visit& v) {
    if (!v.grant<Action::keep_materials>()) return v.not_found();
    auto const school = people::school_page(v.read(), v.id<people::School>("school"));
    if (!school) return v.not_found();
    auto said = [&](base::Sentence const& words) { return text::say(words, v.language()); };
    pdf::Document document;
    document.title = said({tr("Buddy’s bij {school}"), {{"school", school->name}}});
    document.author = document.top = v.house().support_point;
    document.language = std::string{base::word(v.language())};
    document.look = pdf::Look::poster;
    document.one_page = true;
    document.lines = {{pdf::Part::title, document.title},
                      {pdf::Part::paragraph, said(tr("Kent u een ouder die baat heeft bij een buddy? Scan de code. Inloggen is niet nodig."))},
                      {pdf::Part::bullet, said(tr("Meld samen met de ouder aan."))},
                      {pdf::Part::bullet, said(tr("Twijfelt u? Laat u bellen, zonder een naam te noemen."))},
                      {pdf::Part::bullet, said(tr("Print folders en posters, ook in andere talen."))},
                      {pdf::Part::paragraph, said(tr("Alleen voor het team van de school."))}};
    document.facts = {{std::string{say(Phrase::support_point, v.language() == text::Language::nl ? Tongue::nl : Tongue::en)}, v.house().phone}, {std::string{say(Phrase::coordinator, v.language() == text::Language::nl ? Tongue::nl : Tongue::en)}, v.house().coordinator_phone}};
    document.code = address_of(v, *school);
    return reception::pdf_answer(pdf::render(document), "schoolblad");
}

} // namespace

std::vector<reception::Route> school_routes() {
    using reception::route;
    return {
        route<Action::see_school_page>("GET", "/school/{page_key}", show_school_page),
        route<Action::see_school_page>("GET", "/school/{page_key}/materialen/{sheet}", show_school_sheet),
        route<Action::see_school_page>("GET", "/school/{page_key}/materialen/{sheet}/pdf", show_school_pdf),
        route<Action::keep_materials>("GET", "/materialen/scholen", list_school_pages),
        route<Action::keep_materials>("GET", "/schoolbladen/{school}", show_school_card),
        route<Action::keep_materials>("GET", "/schoolbladen/{school}/pdf", show_school_card_pdf),
    };
}

} // namespace toolbox
