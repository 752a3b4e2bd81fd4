#include "account/pages_switch.h"

#include "account/account.h"
#include "account/pages_session.h"
#include "people/store_people.h"

namespace account {
using base::tr;
using reception::Visit;
using visit::Action;

namespace {

struct Place {
    Membership membership;
    people::Partnership partnership;
};
/// The partnerships of the account behind this visit, in their usual order.
std::vector<Place> places(Visit& v, Session const& session) {
    auto hall = v.services().data.read(db::Scope::of_hall());
    std::vector<Place> found;
    for (auto const& each : memberships(*hall, session.account))
        if (auto partnership = people::find_partnership(*hall, each.partnership)) found.push_back({each, *partnership});
    return found;
}

http::Response show_places(Visit& v) {
    auto session = current_session(v);
    if (!session) return v.not_found();
    auto all = places(v, *session);
    return v.page(tr("Wisselen van steunpunt"), [&](html::Page& page) {
        if (all.size() < 2) return void(page.empty(tr("U hoort bij één steunpunt. Er is niets om naar te wisselen.")));
        page.lead(tr("Wat u hier ziet, hoort bij één steunpunt. De gegevens blijven gescheiden."));
        for (auto const& place : all) {
            if (place.partnership.id == v.house().id) page.paragraph(base::Sentence{tr("U bent nu bij {name}."), {{"name", place.partnership.support_point}}});
            else page.act("/wisselen/" + place.partnership.slug, base::Sentence{tr("Ga naar {name}"), {{"name", place.partnership.support_point}}});
        }
    });
}

http::Response create_switch(Visit& v) {
    auto session = current_session(v);
    if (!session) return v.not_found();
    auto all = places(v, *session);
    auto at = std::find_if(all.begin(), all.end(), [&](auto const& place) { return place.partnership.slug == v.part("slug"); });
    if (at == all.end()) return v.not_found();
    visit::RoleSet roles;
    for (auto const& row : people::roles_of(*v.services().data.read(db::Scope::of(at->partnership.id.value())), at->membership.person)) roles.add(row.role);
    auto const now = v.services().clock.now();
    auto limits = session_limits(roles, false);
    // never longer than the session it comes from
    limits.absolute = std::min(limits.absolute, session->ends_at - now);
    std::string secret;
    v.services().data.write(db::Scope::of_hall(), [&](db::Write& hall) {
        revoke(hall, session->hash, session->account, now);
        secret = open_session(hall, v.services().random, session->account, at->partnership.id, limits, session->second_factor, session->device, now, session->proved_at);
    });
    v.set_cookie(session_cookie, secret);
    return v.see(second_factor_needed(roles) && !session->second_factor ? "/tweede-stap" : "/");
}

} // namespace

std::vector<reception::Route> switch_routes() {
    using reception::route;
    return {
        route<Action::switch_partnership>("GET", "/wisselen", show_places),
        route<Action::switch_partnership>("POST", "/wisselen/{slug}", create_switch),
    };
}

} // namespace account
