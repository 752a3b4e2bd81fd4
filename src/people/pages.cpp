#include "people/pages.h"

#include "people/appointment.h"
#include "people/partnership.h"
#include "people/store_people.h"
#include "reception/visit.h"

namespace people {
using base::tr;
using reception::Acted;
using reception::Done;
using reception::Visit;
using visit::Action;

namespace {

html::Values filled(Partnership const& p) {
    return {{"naam", p.name}, {"steunpunt", p.support_point}, {"telefoon", p.phone}, {"mail", p.mail}, {"coordinator", p.coordinator_name}, {"coordinator_telefoon", p.coordinator_phone}, {"vertrouwenspersoon", p.adviser_name}, {"vertrouwenspersoon_telefoon", p.adviser_phone}, {"server", p.hosted_by}, {"vog", p.vog_required ? "ja" : ""}};
}

http::Response settings_page(Visit& v, base::Refusal const* refusal) {
    auto its = find_partnership(v.read(), v.house().id);
    if (!its || !v.grant<Action::keep_settings>()) return v.not_found();
    return v.page(tr("Instellingen"), [&](html::Page& page) {
        page.lead(tr("Deze gegevens staan op elke bladzijde. Iedereen kan ze lezen."));
        auto form = page.form("/beheer/instellingen", tr("Bewaren"), refusal ? v.values() : filled(*its), refusal);
        form.heading(tr("Het steunpunt"));
        form.text({.name = "naam", .label = tr("Naam van het samenwerkingsverband"), .most = 100}).text({.name = "steunpunt", .label = tr("Naam van het steunpunt"), .most = 100});
        form.text({.name = "telefoon", .label = tr("Telefoon van het steunpunt"), .type = "tel", .inputmode = "tel", .most = 25}).text({.name = "mail", .label = tr("Mailadres van het steunpunt"), .type = "email", .inputmode = "email"});
        // where the coordinator works outside, that organisation says how to reach the coordinator
        if (!its->coordinator_outside) form.heading(tr("De coördinator"));
        if (!its->coordinator_outside) form.text({.name = "coordinator", .label = tr("Naam van de coördinator"), .most = 100}).text({.name = "coordinator_telefoon", .label = tr("Eigen nummer van de coördinator"), .type = "tel", .inputmode = "tel", .most = 25});
        form.heading(tr("De vertrouwenspersoon"));
        form.text({.name = "vertrouwenspersoon", .label = tr("Naam van de vertrouwenspersoon"), .most = 100}).text({.name = "vertrouwenspersoon_telefoon", .label = tr("Telefoon van de vertrouwenspersoon"), .type = "tel", .inputmode = "tel", .most = 25});
        form.heading(tr("Afspraken"));
        form.text({.name = "server", .label = tr("Bij wie staan de server en de mail?"), .hint = tr("Dit staat op de bladzijde over privacy."), .most = 100});
        form.box({.name = "vog", .label = tr("Een buddy heeft een VOG nodig")});
        page.heading(tr("Waar werkt de coördinator?"));
        if (its->coordinator_outside) page.paragraph(tr("De coördinator werkt bij een andere organisatie. Niemand van het samenwerkingsverband leest mee. Alleen die organisatie kan dit terugdraaien."));
        else {
            page.paragraph(tr("De coördinator werkt bij het samenwerkingsverband. Werkt de coördinator voortaan ergens anders, dan leest niemand van het samenwerkingsverband nog mee."));
            page.link("/beheer/onafhankelijk", tr("De coördinator werkt voortaan bij een andere organisatie"));
        }
    },
                  {.status = refusal ? 422 : 200});
}
http::Response show_settings(Visit& v) { return settings_page(v, nullptr); }

http::Response update_settings(Visit& v) {
    auto line = [&](char const* name) { return text::tidy_line(v.field(name)); };
    auto again = [&](base::Refusal const& refusal) { return settings_page(v, &refusal); };
    auto facts = settle(PublicFacts{line("naam"), line("steunpunt"), line("telefoon"), line("mail"), v.house().independence == visit::Independence::outside ? v.house().coordinator_name : line("coordinator"), v.house().independence == visit::Independence::outside ? v.house().coordinator_phone : line("coordinator_telefoon"), line("vertrouwenspersoon"), line("vertrouwenspersoon_telefoon"), line("server")});
    if (!facts) return again(facts.error());
    return v.act(v.house().id.value(), "", [&](db::Write& tx) -> Acted {
        auto its = find_partnership(tx, v.house().id);
        base::require(its.has_value(), "a partnership without settings");
        its->name = facts->name, its->support_point = facts->support_point, its->phone = facts->phone, its->mail = facts->mail;
        if (!its->coordinator_outside) its->coordinator_name = facts->coordinator_name, its->coordinator_phone = facts->coordinator_phone;
        its->adviser_name = facts->adviser_name, its->adviser_phone = facts->adviser_phone, its->hosted_by = facts->hosted_by;
        its->vog_required = v.field("vog") == "ja";
        change_partnership(tx, *its);
        return Done{"/beheer/instellingen", tr("Bewaard. Het staat nu zo op elke bladzijde.")}; }, again);
}

/// Moves the coordinator in or out of the partnership, when this viewer may and someone of outside is there to go on.
Acted move_coordinator(Visit& v, db::Write& tx, visit::Independence to) {
    if (!may_change_independence(v.viewer(), to)) return base::Refusal::of(tr("Dit kunt u niet veranderen."));
    auto its = find_partnership(tx, v.house().id);
    base::require(its.has_value(), "a partnership without settings");
    bool somebody = false;
    for (auto const& row : role_holders(tx)) somebody = somebody || (row.role == visit::Role::coordinator && row.outside && row.confirmed_by);
    if (to == visit::Independence::outside && !somebody) return base::Refusal::of(tr("Geef eerst iemand van de andere organisatie de taak van coördinator, en laat dat bevestigen. Anders kan niemand verder."));
    its->coordinator_outside = to == visit::Independence::outside;
    change_partnership(tx, *its);
    return Done{to == visit::Independence::outside ? "/beheer/instellingen" : "/taken", to == visit::Independence::outside ? tr("Vanaf nu leest niemand van het samenwerkingsverband mee.") : tr("De coördinator van het samenwerkingsverband kan weer meelezen.")};
}

http::Response independence_page(Visit& v, base::Refusal const* refusal) {
    return v.page(tr("De coördinator werkt ergens anders"), [&](html::Page& page) {
        if (refusal) page.alert(html::Tone::error, refusal->fields.front().why);
        page.paragraph(tr("Vanaf dat moment leest niemand van het samenwerkingsverband nog wat ouders schrijven. U kunt dit zelf niet terugdraaien."));
        page.act("/beheer/onafhankelijk", tr("Ja, de coördinator werkt voortaan ergens anders"));
        page.link("/beheer/instellingen", tr("Nee, terug"));
    },
                  {.status = refusal ? 422 : 200});
}
http::Response new_independence(Visit& v) { return independence_page(v, nullptr); }
http::Response create_independence(Visit& v) {
    return v.act(v.house().id.value(), "", [&](db::Write& tx) { return move_coordinator(v, tx, visit::Independence::outside); }, [&](base::Refusal const& refusal) { return independence_page(v, &refusal); });
}
http::Response end_independence(Visit& v) {
    return v.act(v.house().id.value(), "", [&](db::Write& tx) { return move_coordinator(v, tx, visit::Independence::inside); }, [&](base::Refusal const&) { return v.not_found(); });
}

http::Response organisation_page(Visit& v, base::Refusal const* refusal) {
    auto const its = find_partnership(v.read(), v.house().id);
    return v.page(tr("Uw organisatie"), [&](html::Page& page) {
        if (!its || !may_keep_outside_facts(v.viewer())) return void(page.empty(tr("De coördinator werkt bij het samenwerkingsverband. De beheerder vult deze gegevens in.")));
        page.lead(tr("Iedereen kan dit lezen. Mail aan ouders gaat uit naam van uw organisatie, en antwoorden komen bij u."));
        auto form = page.form("/taken/organisatie", tr("Bewaren"), refusal ? v.values() : html::Values{{"organisatie", its->outside_name}, {"mail", its->outside_mail}, {"coordinator", its->coordinator_name}, {"coordinator_telefoon", its->coordinator_phone}}, refusal);
        form.text({.name = "organisatie", .label = tr("Naam van uw organisatie"), .most = 100}).text({.name = "mail", .label = tr("Mailadres voor antwoorden"), .type = "email", .inputmode = "email"});
        form.text({.name = "coordinator", .label = tr("Naam van de coördinator"), .most = 100}).text({.name = "coordinator_telefoon", .label = tr("Eigen nummer van de coördinator"), .type = "tel", .inputmode = "tel", .most = 25});
        form.or_go("/taken", tr("Terug"));
    },
                  {.status = refusal ? 422 : 200});
}
http::Response edit_organisation(Visit& v) { return organisation_page(v, nullptr); }
http::Response update_organisation(Visit& v) {
    if (!may_keep_outside_facts(v.viewer())) return v.not_found();
    auto line = [&](char const* name) { return text::tidy_line(v.field(name)); };
    auto again = [&](base::Refusal const& refusal) { return organisation_page(v, &refusal); };
    auto facts = settle(OutsideFacts{line("organisatie"), line("mail"), line("coordinator"), line("coordinator_telefoon")});
    if (!facts) return again(facts.error());
    return v.act(v.house().id.value(), "", [&](db::Write& tx) -> Acted {
        auto its = find_partnership(tx, v.house().id);
        base::require(its.has_value(), "a partnership without settings");
        its->outside_name = facts->name, its->outside_mail = facts->mail, its->coordinator_name = facts->coordinator_name, its->coordinator_phone = facts->coordinator_phone;
        change_partnership(tx, *its);
        return Done{"/taken/organisatie", tr("Bewaard. Het staat nu zo op elke bladzijde.")}; }, again);
}

} // namespace

std::vector<reception::Route> routes() {
    using reception::route;
    return {
        route<Action::keep_settings>("GET", "/beheer/instellingen", show_settings),
        route<Action::keep_settings>("POST", "/beheer/instellingen", update_settings),
        route<Action::keep_settings>("GET", "/beheer/onafhankelijk", new_independence),
        route<Action::keep_settings>("POST", "/beheer/onafhankelijk", create_independence),
        route<Action::confirm_role>("POST", "/taken/samen", end_independence),
        route<Action::give_role_outside>("GET", "/taken/organisatie", edit_organisation),
        route<Action::give_role_outside>("POST", "/taken/organisatie", update_organisation),
    };
}

} // namespace people
