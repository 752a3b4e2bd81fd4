#include "app/pages_terms.h"

#include "app/terms.h"
#include "reception/visit.h"

#include <map>

namespace app {
using base::tr;
using reception::Visit;
using visit::Action;

namespace {

constexpr int days_ahead = 30;

struct Words {
    base::Text what, how_long, why;
};
Words words(TermKind kind) {
    switch (kind) {
    case TermKind::sign_up: return {tr("Wie zich aanmeldde en niet verdergaat"), tr("acht weken na het einde"), tr("De aanmelding is dan klaar.")};
    case TermKind::interview: return {tr("Wie na het gesprek niet verdergaat"), tr("acht weken na het besluit, of na de nieuwe gespreksdag"), tr("Zo lang kan iemand bezwaar maken.")};
    case TermKind::interview_text: return {tr("Verslag van een kennismakingsgesprek"), tr("acht weken na het besluit"), tr("Daarna telt alleen de uitkomst.")};
    case TermKind::registration: return {tr("Aanmelding voor een bijeenkomst"), tr("vier weken na de bijeenkomst"), tr("Alleen aantallen blijven.")};
    case TermKind::request: return {tr("Ouder met een vraag die stopte"), tr("acht weken na het einde"), tr("Zo lang kan iemand terugkomen.")};
    case TermKind::address: return {tr("Adres voor het welkomstpakket"), tr("tot het verstuurd is, hoogstens acht weken na de laatste avond"), tr("Daarna is het niet meer nodig.")};
    case TermKind::evening_text: return {tr("Teksten van een trainingsavond of een bijeenkomst van buddy’s"), tr("een jaar na de avond"), tr("Trainers en buddy’s leren er een jaar van.")};
    case TermKind::stopped: return {tr("Buddy die stopte"), tr("een jaar na het besluit"), tr("Zo lang komen er nog vragen.")};
    case TermKind::match: return {tr("Ouder en buddy na een koppeling"), tr("een jaar na het einde"), tr("Zo lang kan er worden teruggekeken.")};
    case TermKind::contacts: return {tr("Contactmomenten"), tr("een jaar na het einde"), tr("Dat er contact was, blijft geteld.")};
    case TermKind::feedback: return {tr("Terugblik"), tr("een jaar na het einde"), tr("Zo lang leert een buddy ervan.")};
    case TermKind::check_ins: return {tr("Hoe gaat het?"), tr("een jaar na het einde"), tr("Daarna is het niet meer nodig.")};
    case TermKind::questions: return {tr("Vragen van buddy’s"), tr("een jaar na het antwoord en na het einde"), tr("Een buddy leest het antwoord terug.")};
    case TermKind::messages: return {tr("Berichten aan wie wacht"), tr("een jaar na het versturen"), tr("Daarna is het niet meer nodig.")};
    case TermKind::shared: return {tr("Wat een ouder deelde"), tr("acht weken na de laatste dag"), tr("De ouder ziet nog wat er was.")};
    case TermKind::scores: return {tr("Groei van een buddy"), tr("een jaar na het stoppen"), tr("Wissen kan de buddy zelf eerder.")};
    case TermKind::looks: return {tr("Wie wat las of veranderde"), tr("drie jaar"), tr("Zo lang ziet iemand wie er keek.")};
    }
    throw base::Impossible{"a term without words"};
}

http::Response show_terms(Visit& v) {
    if (!v.grant<Action::see_terms>()) return v.not_found();
    auto const until = base::moment_of({base::later(v.today(), days_ahead), std::chrono::hours{23} + std::chrono::minutes{59}});
    std::map<TermKind, std::int64_t> counts;
    for (auto const& [kind, count] : due(v.read(), until)) counts[kind] = count;
    auto const rounds = last_rounds(v.read(), 10);
    return v.page(tr("Bewaartermijnen"), [&](html::Page& page) {
        page.lead(tr("Wat zijn tijd heeft gehad, wordt vanzelf gewist. Het programma kijkt elk uur."));
        auto table = page.table(tr("Wat bewaard wordt en hoe lang"), {{tr("Wat")}, {tr("Hoe lang")}, {tr("Waarom")}, {tr("Binnen dertig dagen"), {}, true}});
        for (auto const& [kind, word] : base::Words<TermKind>::entries) {
            auto const its = words(kind);
            table.row({{its.what}, {its.how_long}, {its.why}, {std::to_string(counts[kind]), {}, true}});
        }
        page.heading(tr("Zonder telling"));
        page.bullets({tr("Een vraag die een ouder later afmaakt: zeven dagen."), tr("Een zorg om veiligheid: de aandachtsfunctionaris wist die zelf."), tr("Waar iemand inlogde: een maand na het einde daarvan."), tr("De tekst van mail wordt niet bewaard.")});
        page.heading(tr("Wat al gewist is"));
        if (rounds.empty()) return void(page.empty(tr("Er is nog niets gewist na zijn tijd.")));
        auto done = page.table(tr("Laatste dagen met wissen"), {{tr("Dag")}, {tr("Aantal"), {}, true}});
        for (auto const& round : rounds) done.row({{text::day(round.day, v.language())}, {std::to_string(round.count), {}, true}});
    });
}

} // namespace

std::vector<reception::Route> terms_routes() { return {reception::route<Action::see_terms>("GET", "/instellingen/bewaartermijnen", show_terms)}; }

} // namespace app
