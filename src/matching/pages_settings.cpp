#include "matching/pages_settings.h"

#include "matching/store_settings.h"
#include "platform/base/number.h"
#include "reception/visit_version.h"

#include <algorithm>

namespace matching {
using base::tr;
using reception::Acted;
using reception::Done;
using reception::Visit;
using visit::Action;

namespace {

base::Text someone_was_first() { return tr("Iemand anders veranderde dit net. Kijk of het zo goed is, en bewaar het dan opnieuw."); }
std::string field_of(PartKind kind) { return "gewicht-" + std::string{base::word(kind)}; }
std::string two(int area) { return std::to_string(area); }

http::Response settings_form(Visit& v, base::Refusal const* refusal) {
    if (!v.grant<Action::keep_matching>()) return v.not_found();
    auto const kept = settings_of(v.read());
    // two forms on one page: each says what is wrong in it
    bool const of_areas = refusal && std::any_of(refusal->fields.begin(), refusal->fields.end(), [](auto const& field) { return field.name == "gebied" || field.name == "ander"; });
    auto values = v.values();
    if (values.find("proef") == values.end()) {
        for (auto const& [kind, word] : base::Words<PartKind>::entries) values.emplace(field_of(kind), std::to_string(weight_of(kept.settings.weights, kind)));
        values.emplace("proef", std::to_string(kept.settings.trial_weeks));
    }
    return v.page(tr("Zo zoekt het programma"), [&](html::Page& page) {
        page.lead(tr("Het programma zet buddy’s op volgorde. Hier kiest u wat zwaar telt. Wat niet mag, verandert nooit door een getal."));
        auto form = page.form("/koppelen/instellingen", tr("Bewaren"), values, of_areas ? nullptr : refusal);
        form.hidden("versie", std::to_string(reception::form_version(v, refusal, someone_was_first(), kept.version)));
        form.note(tr("Een getal van 0 tot en met 100. 0 telt niet mee. Bij situaties en kennis telt elk punt dat past."));
        for (auto const& [kind, word] : base::Words<PartKind>::entries) form.text({.name = field_of(kind), .label = name(kind), .inputmode = "numeric", .most = 3});
        form.text({.name = "proef", .label = tr("Hoeveel weken proberen buddy en ouder het eerst? 0 is geen proef."), .inputmode = "numeric", .most = 2});
        form.or_go("/koppelen", tr("Terug"));
        page.heading(tr("Niet bereikbaar van elkaar"));
        page.paragraph(tr("Ligt er een rivier tussen, of rijdt er niets? Dan tellen deze gebieden als ver weg. Een gebied is het begin van de postcode: twee cijfers."));
        for (auto const& [one, other] : areas_apart(v.read())) page.act("/koppelen/gebieden/weg", base::Sentence{tr("{one} en {other} zijn wel bereikbaar"), {{"one", two(one)}, {"other", two(other)}}}, {{"gebied", two(one)}, {"ander", two(other)}}, false);
        auto areas = page.form("/koppelen/gebieden", tr("Voeg toe"), v.values(), of_areas ? refusal : nullptr);
        areas.text({.name = "gebied", .label = tr("Postcodes die beginnen met"), .hint = tr("Bijvoorbeeld 42"), .inputmode = "numeric", .most = 2}).text({.name = "ander", .label = tr("en met"), .inputmode = "numeric", .most = 2});
    },
                  {.status = refusal ? 422 : 200});
}
http::Response edit_settings(Visit& v) { return settings_form(v, nullptr); }
http::Response update_settings(Visit& v) {
    auto again = [&](base::Refusal const& refusal) { return settings_form(v, &refusal); };
    std::map<PartKind, std::string> weights;
    for (auto const& [kind, word] : base::Words<PartKind>::entries) weights.emplace(kind, text::tidy_line(v.field(field_of(kind))));
    auto const settled = settle(weights, text::tidy_line(v.field("proef")));
    if (!settled) return again(settled.error());
    return v.act("", "", [&](db::Write& tx) -> Acted {
        if (!keep_settings(tx, *settled, base::number_from(v.field("versie")).value_or(0))) return base::Refusal::of(someone_was_first());
        return Done{"/koppelen", tr("Bewaard. De volgorde en het plan kloppen er meteen mee.")}; }, again);
}
http::Response create_areas(Visit& v) {
    auto again = [&](base::Refusal const& refusal) { return settings_form(v, &refusal); };
    auto const areas = areas_apart(text::tidy_line(v.field("gebied")), text::tidy_line(v.field("ander")));
    if (!areas) return again(areas.error());
    return v.act("", "", [&](db::Write& tx) -> Acted {
        set_apart(tx, *areas);
        return Done{"/koppelen/instellingen", tr("Bewaard. Deze gebieden tellen als ver weg.")}; }, again);
}
http::Response create_areas_end(Visit& v) {
    auto again = [&](base::Refusal const& refusal) { return settings_form(v, &refusal); };
    auto const areas = areas_apart(v.field("gebied"), v.field("ander"));
    if (!areas) return again(areas.error());
    return v.act("", "", [&](db::Write& tx) -> Acted {
        bring_together(tx, *areas);
        return Done{"/koppelen/instellingen", tr("Weggehaald. Deze gebieden zijn weer bereikbaar.")}; }, again);
}

} // namespace

std::vector<reception::Route> settings_routes() {
    using reception::route;
    return {
        route<Action::keep_matching>("GET", "/koppelen/instellingen", edit_settings),
        route<Action::keep_matching>("POST", "/koppelen/instellingen", update_settings),
        route<Action::keep_matching>("POST", "/koppelen/gebieden", create_areas),
        route<Action::keep_matching>("POST", "/koppelen/gebieden/weg", create_areas_end),
    };
}

} // namespace matching
