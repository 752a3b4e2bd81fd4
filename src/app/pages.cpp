#include "app/pages.h"

#include "people/store_people.h"
#include "reception/visit.h"
#include "recruitment/store_gatherings.h"

namespace app {
using base::tr;
using reception::Visit;
using visit::Action;

namespace {

http::Response show_first(Visit& v) {
    if (v.viewer().is(visit::Role::coordinator)) return v.see("/vandaag");
    if (v.viewer().logged_in()) return v.see("/mijn");
    return v.page(base::Sentence{tr("Een ouder naast u")}, [&](html::Page& page) {
        page.lead(tr("Loopt het niet zoals u hoopt met uw kind op school? Een buddy is een ouder die dit ook meemaakte. Die luistert en denkt met u mee."));
        page.button("/buddy-vragen", tr("Ik wil graag een buddy"));
        page.button("/bel-mij-terug", tr("Bel mij terug"), false);
        page.button("/buddy-worden", tr("Ik wil buddy worden"), false);
        if (recruitment::any_gathering_to_come(v.read(), v.now())) page.link("/bijeenkomst", tr("Kom naar een bijeenkomst"));
        page.heading(tr("Liever eerst praten?"));
        page.phone(base::Sentence{tr("Bel {name}, de coördinator:"), {{"name", v.house().coordinator_name}}}, v.house().coordinator_phone);
        page.phone(tr("Of bel het steunpunt:"), v.house().phone);
        page.tongues(tr("Een buddy vragen in uw taal"), "/buddy-vragen");
        page.details(tr("Wat is een buddy niet?"), {tr("Een buddy beslist niet en geeft geen advies. Een buddy spreekt niet namens u en houdt geen dossier bij.")});
    },
                  {.quick_exit = true});
}

http::Response show_readers(Visit& v) {
    return v.page(tr("Wie leest mee?"), [&](html::Page& page) {
        if (v.house().independence == visit::Independence::inside) {
            page.lead(base::Sentence{tr("{name} is de coördinator en werkt bij {partnership}."), {{"name", v.house().coordinator_name}, {"partnership", v.house().name}}});
            page.paragraph(tr("De coördinator leest wat u aan het steunpunt schrijft. Anderen van het samenwerkingsverband lezen dit niet. School ook niet."));
        } else {
            page.lead(base::Sentence{tr("{name} is de coördinator en werkt niet bij {partnership}."), {{"name", v.house().coordinator_name}, {"partnership", v.house().name}}});
            if (!v.house().outside_name.empty()) page.paragraph(base::Sentence{tr("De coördinator werkt bij {organisation}. Mail van ons komt van daar."), {{"organisation", v.house().outside_name}}});
            page.paragraph(tr("Niemand van het samenwerkingsverband leest mee. School ook niet."));
        }
        if (!v.house().stand_ins.empty()) page.paragraph(tr("Is de coördinator weg, dan neemt iemand waar. U hoort dat eerst. U kunt uw vraag zo lang laten rusten."));
        page.paragraph(tr("Wat u met uw buddy bespreekt, leggen wij nergens vast."));
        page.paragraph(tr("Alleen als iemand in gevaar is, mag een buddy dat niet voor zich houden. De buddy vertelt het u dan eerst, tenzij dat gevaar geeft."));
        page.heading(tr("Wie heeft welke taak?"));
        auto table = page.table(tr("Taken"), {{tr("Taak")}, {tr("Wie")}, {tr("Werkt bij")}});
        auto works = [&](bool outside) { return !outside ? html::Said{v.house().name} : v.house().independence == visit::Independence::outside && !v.house().outside_name.empty() ? html::Said{v.house().outside_name}
                                                                                                                                                                                  : html::Said{tr("een andere organisatie")}; };
        std::map<visit::Role, std::pair<int, int>> counts;
        for (auto const& row : people::role_holders(v.read())) {
            if (!visit::needs_confirmation(row.role) || !row.confirmed_by) continue;
            // by name only who reads what parents write
            if (row.role == visit::Role::coordinator) table.row({{visit::name(row.role)}, {people::name_of(v.read(), v.keys(), row.person)}, {works(row.outside)}});
            else ++(row.outside ? counts[row.role].second : counts[row.role].first);
        }
        for (auto const& each : v.house().stand_ins)
            table.row({{tr("waarnemend coördinator")}, {base::Sentence{tr("{name}, van {first} tot en met {last}"), {{"name", each.name}, {"first", text::plain_day(each.first, v.language())}, {"last", text::plain_day(each.last, v.language())}}}}, {works(each.outside)}});
        for (auto const& [role, its] : counts) {
            if (its.first) table.row({{visit::name(role)}, {base::Sentence{tr("aantal: {count}"), {{"count", std::to_string(its.first)}}}}, {works(false)}});
            if (its.second) table.row({{visit::name(role)}, {base::Sentence{tr("aantal: {count}"), {{"count", std::to_string(its.second)}}}}, {works(true)}});
        }
    });
}

http::Response show_privacy(Visit& v) {
    return v.page(tr("Privacy"), [&](html::Page& page) {
        page.lead(tr("We bewaren zo weinig mogelijk, en niet langer dan nodig."));
        page.bullets({tr("Namen, adressen en wat u schrijft staan versleuteld opgeslagen."), tr("Elke keer dat iemand leest wat u schreef, leggen we dat vast. U kunt dat zelf zien."), tr("We vragen nooit naar een diagnose, de naam of de geboortedatum van uw kind."), tr("U kunt uw gegevens laten wissen. Dan vernietigen we ook de sleutel. Wat nog in een reservekopie staat, kan niemand dan meer lezen.")});
        page.facts().row(tr("Verantwoordelijk"), v.house().name).row(tr("Server en mail staan bij"), v.house().hosted_by).row(tr("Vragen over privacy"), v.house().mail);
        page.heading(tr("Wat wij niet kunnen beloven"));
        page.paragraph(tr("Iemand kan een foto van een scherm maken of een gesprek navertellen. Daar helpt geen programma tegen."));
    });
}

http::Response show_accessibility(Visit& v) {
    return v.page(tr("Toegankelijkheid"), [&](html::Page& page) {
        page.lead(tr("Iedereen moet deze site kunnen gebruiken: met een oude telefoon, met alleen een toetsenbord, of met een programma dat voorleest."));
        page.paragraph(tr("We toetsen elke bladzijde aan de regels van WCAG 2.2, niveau AA. Lukt iets toch niet? Bel of mail ons. Dan helpen we u en maken we het beter."));
        page.facts().row(tr("Mail"), v.house().mail).row(tr("Telefoon"), v.house().phone);
    });
}

http::Response show_contact(Visit& v) {
    return v.page(tr("Contact en klachten"), [&](html::Page& page) {
        page.facts().row(tr("Steunpunt"), v.house().support_point).row(tr("Telefoon"), v.house().phone).row(tr("Mail"), v.house().mail).row(tr("Coördinator"), v.house().coordinator_name).row(tr("Telefoon van de coördinator"), v.house().coordinator_phone);
        if (v.house().independence == visit::Independence::outside && !v.house().outside_name.empty()) page.facts().row(tr("De coördinator werkt bij"), v.house().outside_name).row(tr("Mail naar de coördinator"), v.house().outside_mail);
        page.heading(tr("Niet tevreden?"));
        page.paragraph(tr("Praat erover met de coördinator. Wilt u dat niet? De vertrouwenspersoon staat los van de coördinator."));
        page.facts().row(tr("Vertrouwenspersoon"), v.house().adviser_name).row(tr("Telefoon"), v.house().adviser_phone);
        page.alert(html::Tone::warning, tr("Is er nu gevaar? Bel 112. Zorgen over veiligheid thuis? Bel Veilig Thuis, 0800 2000, dag en nacht, gratis."));
    },
                  {.quick_exit = true});
}

struct Sent {
    base::Moment at;
    std::string recipient, subject, body, calendar;
};

http::Response show_outbox(Visit& v) {
    if (!v.services().demonstration) return v.not_found();
    auto sent = v.services().data.read(db::Scope::of_hall())->list<Sent>("select sent_at, recipient, subject, body, calendar from outbox order by sent_at desc, id limit 30");
    return v.page(tr("Verstuurde mail"), [&](html::Page& page) {
        page.lead(tr("De demonstratie verstuurt geen echte mail. Hier leest u wat mensen zouden krijgen."));
        if (sent.empty()) return void(page.empty(tr("Er is nog geen mail verstuurd.")));
        for (auto const& each : sent) {
            page.heading(each.subject + " → " + each.recipient);
            page.quote(each.body);
            for (std::size_t at = each.body.find("http"); at != std::string::npos; at = each.body.find("http", at + 4)) {
                auto url = each.body.substr(at, each.body.find_first_of(" \n", at) - at);
                if (url.starts_with(v.services().base_url)) page.link(url.substr(v.services().base_url.size()), tr("Open de link uit deze mail"));
            }
            if (!each.calendar.empty()) page.details(tr("Agendabestand"), {each.calendar});
        }
    });
}

http::Response choose_partnership(Visit& v) {
    auto found = people::find_partnership_by_slug(v.read(), v.part("slug"));
    if (!found) return v.not_found();
    v.set_cookie("__Host-steunpunt", found->slug, std::chrono::hours{24 * 30});
    // prints of this partnership lead here with the page they mean
    for (std::string_view page : {"buddy-worden", "buddy-vragen"}) {
        auto const& via = v.request().query.get("via");
        if (v.request().query.get("naar") == page) return v.see("/" + std::string{page} + (via.empty() ? "" : "?via=" + http::encoded(via)));
    }
    return v.see("/");
}

} // namespace

std::vector<reception::Route> pages() {
    using reception::route;
    return {
        route<Action::see_public>("GET", "/", show_first),
        route<Action::see_public>("GET", "/wie-leest-mee", show_readers),
        route<Action::see_public>("GET", "/privacy", show_privacy),
        route<Action::see_public>("GET", "/toegankelijkheid", show_accessibility),
        route<Action::see_public>("GET", "/contact", show_contact),
        route<Action::see_public>("GET", "/steunpunt/{slug}", choose_partnership),
        route<Action::see_outbox>("GET", "/uitbak", show_outbox),
    };
}

} // namespace app
