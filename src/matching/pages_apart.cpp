#include "matching/pages_apart.h"

#include "help_request/store_help_request.h"
#include "matching/store_couples.h"
#include "matching/store_kept_apart.h"
#include "training/store_completion.h"

#include <algorithm>

namespace matching {
using base::tr;
using help_request::HelpRequest;
using reception::Acted;
using reception::Done;
using reception::Visit;
using visit::Action;

namespace {

/// The buddy in the address or the form, when it is one.
std::optional<visit::PersonId> buddy(Visit& v, std::string const& id) {
    auto const all = training::going_on(v.read(), v.house().vog_required);
    auto const at = std::find_if(all.begin(), all.end(), [&](auto const& one) { return one.person.value() == id; });
    return at == all.end() ? std::nullopt : std::optional{at->person};
}
std::vector<visit::PersonId> unit(Visit& v, visit::PersonId const& buddy) {
    auto const couple = couple_of(v.read(), buddy);
    return couple ? std::vector{buddy, couple->beside(buddy)} : std::vector{buddy};
}

http::Response apart_form(Visit& v, base::Refusal const* refusal) {
    auto const request = help_request::find(v.read(), v.id<HelpRequest>("request"));
    auto const its = buddy(v, refusal ? v.field("buddy") : v.request().query.get("buddy"));
    if (!request || !v.grant<Action::keep_apart>(request->id, request->person.value())) return v.not_found();
    if (!its) return v.see("/hulpvragen/" + request->id.value() + "/buddys");
    return v.page(tr("Apart houden"), [&](html::Page& page) {
        page.lead(base::Sentence{tr("{buddy} en {parent} worden dan nooit aan elkaar voorgesteld. Een reden is niet nodig."), {{"buddy", people::names_of(v.read(), v.keys(), unit(v, *its), v.language())}, {"parent", people::name_of(v.read(), v.keys(), request->person)}}});
        auto form = page.form("/hulpvragen/" + request->id.value() + "/apart", tr("Houd apart"), v.values(), refusal);
        form.hidden("buddy", its->value());
        std::vector<html::Option> kinds;
        for (auto const& [kind, word] : base::Words<ApartKind>::entries) kinds.push_back({std::string{word}, name(kind)});
        form.radios({.name = "soort", .label = tr("Wat is het?")}, kinds);
        form.or_go("/hulpvragen/" + request->id.value() + "/buddys", tr("Terug"));
    },
                  {.status = refusal ? 422 : 200});
}
http::Response new_apart(Visit& v) { return apart_form(v, nullptr); }
http::Response create_apart(Visit& v) {
    auto const request = help_request::find(v.read(), v.id<HelpRequest>("request"));
    auto const its = buddy(v, v.field("buddy"));
    if (!request || !its) return v.not_found();
    return v.act(request->id.value(), request->person.value(), [&](db::Write& tx) -> Acted {
        auto const kind = base::from_word<ApartKind>(v.field("soort"));
        if (!kind) return base::Refusal::of("soort", tr("Kies wat het is."));
        for (auto const& each : unit(v, *its)) keep_apart(tx, request->person, each, *kind, v.me(), v.now());
        return Done{"/hulpvragen/" + request->id.value() + "/buddys", tr("Bewaard. Deze twee worden niet aan elkaar voorgesteld.")}; }, [&](base::Refusal const& refusal) { return apart_form(v, &refusal); });
}
http::Response create_together(Visit& v) {
    auto const request = help_request::find(v.read(), v.id<HelpRequest>("request"));
    if (!request) return v.not_found();
    return v.act(request->id.value(), request->person.value(), [&](db::Write& tx) -> Acted {
        let_together(tx, request->person, visit::PersonId{v.field("ander")});
        return Done{"/hulpvragen/" + request->id.value() + "/buddys", tr("Weggehaald. Deze twee mogen weer aan elkaar worden voorgesteld.")}; }, [&](base::Refusal const&) { return v.not_found(); });
}

} // namespace

void put_apart(html::Page& page, Visit& v, std::string const& request, visit::PersonId const& parent) {
    auto const all = kept_apart_from(v.read(), parent);
    if (all.empty()) return;
    page.heading(tr("Apart gehouden"));
    for (auto const& each : all) {
        auto const& other = each.one == parent ? each.other : each.one;
        auto const name_of_other = people::name_of(v.read(), v.keys(), other);
        page.paragraph(base::Sentence{each.kind == ApartKind::close ? tr("{name}: familie, of zij kennen elkaar.") : tr("{name}: nooit samen."), {{"name", name_of_other}}});
        page.act("/hulpvragen/" + request + "/samen", base::Sentence{tr("{name} mag toch worden voorgesteld"), {{"name", people::first_name(name_of_other)}}}, {{"ander", other.value()}}, false);
    }
}

std::vector<reception::Route> apart_routes() {
    using reception::route;
    return {
        route<Action::keep_apart>("GET", "/hulpvragen/{request}/apart", new_apart),
        route<Action::keep_apart>("POST", "/hulpvragen/{request}/apart", create_apart),
        route<Action::keep_apart>("POST", "/hulpvragen/{request}/samen", create_together),
    };
}

} // namespace matching
