#include "app/pages_erasing.h"

#include "account/pages_session.h"
#include "account/store_accounts.h"
#include "help_request/store_help_request.h"
#include "matching/store_match.h"
#include "people/store_people.h"
#include "platform/jobs/jobs.h"
#include "reception/visit.h"
#include "recruitment/store_sign_up.h"

namespace app {
using base::tr;
using reception::Acted;
using reception::Done;
using reception::Visit;
using visit::Action;

namespace {

struct Counted {
    base::Text what;
    std::string href;
};
/// What others count on and is to be rounded off first.
std::vector<Counted> still_open(db::Door& door, visit::PersonId const& person, visit::Viewer const& viewer) {
    std::vector<Counted> all;
    if (auto const match = matching::together_of_parent(door, person)) all.push_back({tr("U heeft nog een buddy. Stop eerst dat contact."), "/trajecten/" + match->id.value() + "/stoppen"});
    if (!matching::together_of_buddy(door, person).empty()) all.push_back({tr("Je staat nog naast een ouder. Stop eerst dat contact."), "/mijn/ouders"});
    if (auto const request = help_request::newest_of(door, person); request && request->open()) all.push_back({tr("Uw vraag staat nog open. Stop die eerst."), "/mijn/vraag/stoppen"});
    if (viewer.is(visit::Role::buddy)) all.push_back({tr("Je bent nog buddy. Stop daar eerst mee."), "/mijn/stoppen"});
    if (auto const sign_up = viewer.is(visit::Role::candidate) ? recruitment::find_own(door, person) : std::nullopt; sign_up && !sign_up->ended_at) all.push_back({tr("Je aanmelding loopt nog. Trek die eerst in."), "/mijn/aanmelding"});
    return all;
}

http::Response erase_form(Visit& v, base::Refusal const* refusal) {
    auto const open = still_open(v.read(), v.me(), v.viewer());
    return v.page(tr("Wis mijn gegevens"), [&](html::Page& page) {
        if (account::works_here(v.viewer().roles)) return void(page.empty(tr("U heeft hier een taak. De beheerder haalt eerst de taak weg. Daarna kunt u zich laten wissen.")));
        page.lead(tr("Wissen kan niet ongedaan worden gemaakt."));
        page.heading(tr("Wat wij wissen"));
        page.bullets({tr("Naam, mailadres en telefoonnummer."), tr("Alle eigen teksten, en de teksten van anderen daarover."), tr("Namen en teksten ook uit reservekopieën: de sleutel wordt vernietigd.")});
        page.heading(tr("Wat blijft, en waarom"));
        page.bullets({tr("Dat er een aanmelding, vraag of contact was, zonder naam. Dat is nodig om te tellen."), tr("Wie wat deed in het programma, met een nummer en zonder naam. Zo valt misbruik op."), tr("Een zorg om veiligheid. Vragen daarover gaan naar de aandachtsfunctionaris.")});
        if (!open.empty()) {
            page.heading(tr("Rond eerst af"));
            for (auto const& each : open) page.link(each.href, each.what);
            return;
        }
        auto form = page.form("/mijn-gegevens/wissen", tr("Wis alles nu"), v.values(), refusal);
        form.box({.name = "zeker", .label = tr("Ja, wis al mijn gegevens. Ik weet dat dit niet terug kan.")});
        form.or_go("/mijn-gegevens", tr("Nee, terug"));
    },
                  {.status = refusal ? 422 : 200, .quick_exit = v.viewer().is(visit::Role::asking_parent)});
}
http::Response new_erasure(Visit& v) { return erase_form(v, nullptr); }

http::Response create_erasure(Visit& v) {
    auto const session = account::current_session(v);
    if (!session || account::works_here(v.viewer().roles)) return v.see("/mijn-gegevens/wissen");
    auto answer = v.act(v.me().value(), v.me().value(), [&](db::Write& tx) -> Acted {
        if (!still_open(tx, v.me(), v.viewer()).empty()) return base::Refusal::of(tr("Er staat nog iets open. Rond dat eerst af."));
        if (v.field("zeker") != "ja") return base::Refusal::of("zeker", tr("Zet een vinkje als u dit zeker weet."));
        jobs::later(tx, v.services().random, erases_person, v.house().id.value(), v.me().value(), "", v.now());
        return Done{"/gewist", tr("Uw gegevens worden nu gewist.")}; }, [&](base::Refusal const& refusal) { return erase_form(v, &refusal); });
    if (answer.status == 303) v.services().data.write(db::Scope::of_hall(), [&](db::Write& hall) { account::revoke_all(hall, session->account, v.services().clock.now()); });
    return answer;
}

http::Response show_erased(Visit& v) {
    return v.page(tr("Uw gegevens worden gewist"), [&](html::Page& page) {
        page.lead(tr("Het duurt hoogstens een paar minuten. U krijgt hier geen bericht meer van."));
        page.paragraph(tr("Wilt u later weer hulp? Dan bent u welkom, zonder dat wij iets van vroeger weten."));
    },
                  {.quick_exit = true});
}

} // namespace

std::vector<reception::Route> erasing_routes() {
    using reception::route;
    return {
        route<Action::keep_account>("GET", "/mijn-gegevens/wissen", new_erasure),
        route<Action::erase_own_data>("POST", "/mijn-gegevens/wissen", create_erasure),
        route<Action::see_public>("GET", "/gewist", show_erased),
    };
}

} // namespace app
