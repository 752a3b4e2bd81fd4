#include "training/pages_exemption.h"

#include "intake/store_advice.h"
#include "platform/base/length.h"
#include "training/store_completion.h"

namespace training {
using base::tr;
using reception::Acted;
using reception::Done;
using reception::Visit;
using visit::Action;

namespace {

std::string address(visit::PersonId const& id) { return "/buddys/" + id.value() + "/vrijstelling"; }

http::Response exemption_form(Visit& v, base::Refusal const* refusal) {
    auto const id = v.id<people::Person>("person");
    if (!intake::advice_about(v.read(), id) || !v.grant<Action::decide_readiness>(id, id.value())) return v.not_found();
    auto const readiness = readiness_of(v.read(), id);
    auto const because = readiness ? exemption_of(v.keys(), *readiness) : std::string{};
    if (!because.empty()) v.note(Action::decide_readiness, id.value(), id.value());
    return v.page(tr("Een gemist deel loslaten"), [&](html::Page& page) {
        page.lead(people::name_of(v.read(), v.keys(), id));
        page.paragraph(tr("Wie een deel van de training miste en niet inhaalde, wordt niet gekoppeld. U mag dat loslaten als u daar een reden voor heeft. De reden blijft staan en de buddy kan zien dat u dit deed."));
        if (!readiness) return void(page.empty(tr("Leg eerst vast wat u na de training samen besloot.")));
        if (!because.empty()) {
            page.heading(tr("De reden"));
            page.quote(because);
            return void(page.act(address(id) + "/terug", tr("Toch niet loslaten"), {}, false));
        }
        auto form = page.form(address(id), tr("Laat het los"), v.values(), refusal);
        form.area({.name = "reden", .label = tr("Waarom is dit verantwoord?"), .most = 500}, 3);
        form.or_go("/buddys/" + id.value(), tr("Terug"));
    },
                  {.status = refusal ? 422 : 200});
}
http::Response new_exemption(Visit& v) { return exemption_form(v, nullptr); }

http::Response keep(Visit& v, std::string const& because, base::Text said, std::function<http::Response(base::Refusal const&)> const& again) {
    auto const id = v.id<people::Person>("person");
    if (!readiness_of(v.read(), id)) return v.not_found();
    return v.act(id.value(), id.value(), [&](db::Write& tx) -> Acted {
        exempt(tx, v.keys(), id, because);
        return Done{"/buddys/" + id.value(), said}; }, again);
}
http::Response create_exemption(Visit& v) {
    auto again = [&](base::Refusal const& refusal) { return exemption_form(v, &refusal); };
    auto const because = text::tidy_text(v.field("reden"));
    if (because.empty()) return again(base::Refusal::of("reden", tr("Schrijf op waarom.")));
    if (base::characters(because) > 500) return again(base::Refusal::of("reden", tr("Dit is te lang. Gebruik hoogstens 500 tekens.")));
    return keep(v, because, tr("Vastgelegd. Het gemiste deel houdt een koppeling niet meer tegen."), again);
}
http::Response create_exemption_end(Visit& v) {
    return keep(v, "", tr("Vastgelegd. Het gemiste deel telt weer."), [&](base::Refusal const&) { return v.not_found(); });
}

} // namespace

void exemption_part(html::Page& page, ReadinessRow const& readiness, Steps const& steps) {
    if (steps.exempted) page.paragraph(tr("U liet een gemist deel van de training los.")).link(address(readiness.person), tr("De reden"));
    else if (!followed_all(steps)) page.link(address(readiness.person), tr("Een gemist deel loslaten"));
}

std::vector<reception::Route> exemption_routes() {
    using reception::route;
    return {
        route<Action::decide_readiness>("GET", "/buddys/{person}/vrijstelling", new_exemption),
        route<Action::decide_readiness>("POST", "/buddys/{person}/vrijstelling", create_exemption),
        route<Action::decide_readiness>("POST", "/buddys/{person}/vrijstelling/terug", create_exemption_end),
    };
}

} // namespace training
