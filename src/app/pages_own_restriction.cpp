#include "app/pages_own_restriction.h"

#include "account/account.h"
#include "people/store_restriction.h"
#include "reception/visit.h"

namespace app {
using base::tr;
using reception::Acted;
using reception::Done;
using reception::Visit;
using visit::Action;

namespace {

http::Response lock_form(Visit& v, base::Refusal const* refusal) {
    return v.page(tr("Gegevens op slot"), [&](html::Page& page) {
        if (account::works_here(v.viewer().roles)) return void(page.empty(tr("U heeft hier een taak. De beheerder haalt eerst de taak weg. Daarna kunt u uw gegevens op slot zetten.")));
        if (people::restricted_since(v.read(), v.me())) {
            page.alert(html::Tone::info, tr("Uw gegevens staan op slot."));
            return void(page.act("/mijn-gegevens/van-slot", tr("Haal van het slot")));
        }
        page.lead(tr("Klopt er iets niet, of wilt u rust? Zet uw gegevens dan op slot. U haalt ze er zelf weer af."));
        page.heading(tr("Wat er dan gebeurt"));
        page.bullets({tr("Niemand anders leest uw gegevens of doet er iets mee. Ook de coördinator niet."), tr("U krijgt geen mail meer, behalve om in te loggen."), tr("Loopt er een vraag of een contact? Dat rust zolang."), tr("Uw buddy of de ouder naast u leest dat het rust, en verder niets."), tr("Zelf kunt u alles blijven lezen, verbeteren en wissen.")});
        page.heading(tr("Wat doorgaat"));
        page.bullets({tr("Wat na een vaste tijd gewist wordt, wordt ook nu gewist."), tr("Een zorg om veiligheid gaat door. Daar gaat de aandachtsfunctionaris over.")});
        auto form = page.form("/mijn-gegevens/op-slot", tr("Zet op slot"), v.values(), refusal);
        form.or_go("/mijn-gegevens", tr("Nee, terug"));
    },
                  {.status = refusal ? 422 : 200, .quick_exit = v.viewer().is(visit::Role::asking_parent)});
}
http::Response new_lock(Visit& v) { return lock_form(v, nullptr); }

http::Response create_lock(Visit& v) {
    return v.act(v.me().value(), v.me().value(), [&](db::Write& tx) -> Acted {
        if (account::works_here(v.viewer().roles)) return base::Refusal::of(tr("U heeft hier een taak. De beheerder haalt eerst de taak weg. Daarna kunt u uw gegevens op slot zetten."));
        people::restrict_data(tx, v.me(), v.now());
        return Done{"/mijn-gegevens", tr("Uw gegevens staan op slot. Het geldt meteen.")}; }, [&](base::Refusal const& refusal) { return lock_form(v, &refusal); });
}

http::Response end_lock(Visit& v) {
    return v.act(v.me().value(), v.me().value(), [&](db::Write& tx) -> Acted {
        people::lift_restriction(tx, v.me(), v.now());
        return Done{"/mijn-gegevens", tr("Het slot is eraf. Alles gaat weer verder.")}; }, [&](base::Refusal const&) { return v.see("/mijn-gegevens"); });
}

http::Response show_locked(Visit& v) {
    if (!v.grant<Action::see_worklist>()) return v.not_found();
    auto const all = people::restrictions(v.read());
    return v.page(tr("Gegevens op slot"), [&](html::Page& page) {
        if (all.empty()) page.empty(tr("Er staan nu geen gegevens op slot."));
        else page.lead(base::Sentence{tr("Er zijn mensen met gegevens op slot: {count}"), {{"count", std::to_string(all.size())}}});
        page.bullets({tr("U ziet niet wie het is. Zo is het bedoeld."), tr("Op uw lijsten staat een streepje, of de regel is er niet."), tr("Bel of mail niet. Wie op slot staat, belt u als dat nodig is."), tr("Vraagt een buddy of ouder ernaar? Zeg dat het contact rust."), tr("Haalt de persoon het slot eraf, dan staat alles er weer.")});
        page.link("/vandaag", tr("Terug naar Vandaag"));
    });
}

} // namespace

std::vector<reception::Route> own_restriction_routes() {
    using reception::route;
    return {
        route<Action::restrict_own_data>("GET", "/mijn-gegevens/op-slot", new_lock),
        route<Action::restrict_own_data>("POST", "/mijn-gegevens/op-slot", create_lock),
        route<Action::restrict_own_data>("POST", "/mijn-gegevens/van-slot", end_lock),
        route<Action::see_worklist>("GET", "/vandaag/op-slot", show_locked),
    };
}

} // namespace app
