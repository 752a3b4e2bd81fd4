#include "matching/pages_bundle.h"

#include "matching/store_offers.h"
#include "people/store_school_page.h"

namespace matching {
using base::tr;
using reception::Visit;
using visit::Action;

namespace {

/// What a school reads of all buddies together.
void put_bundle(html::Page& page, Bundle const& its) {
    auto list = [&]<class E>(base::Text heading, std::set<E> const& all, auto const& name) {
        if (all.empty()) return;
        std::vector<html::Said> lines;
        for (auto each : all) lines.push_back(name(each));
        page.paragraph(heading).bullets(lines);
    };
    if (its.buddies) page.paragraph(base::Sentence{tr("Aantal buddy’s: {count}."), {{"count", std::to_string(*its.buddies)}}});
    list(tr("Hier hebben zij zelf ervaring mee:"), its.themes, [](auto each) { return theme(each); });
    list(tr("Hier weten zij iets van:"), its.knowledge, [](auto each) { return help_request::name(each); });
    list(tr("Deze soorten school kennen zij als ouder:"), its.school_kinds, [](auto each) { return people::name(each); });
}

http::Response show_own_bundle(Visit& v) {
    auto const offer = offer_of(v.read(), v.me());
    if (!offer) return v.see("/mijn/aanbod");
    return v.page(tr("Dit leest een school"), [&](html::Page& page) {
        page.lead(tr("Alle buddy’s die dit goed vinden, staan er samen. Zonder namen, en zonder wie wat meemaakte."));
        auto all = shown_offers(v.read());
        if (!offer->shown) {
            page.alert(html::Tone::info, tr("Jij doet nu niet mee. Zo ziet het eruit als je wel meedoet:"));
            all.push_back({help_request::split<help_request::Situation>(offer->situations), help_request::split<help_request::Knowledge>(offer->knowledge), help_request::split<people::SchoolKind>(offer->school_kinds), {}});
        }
        auto const its = bundle(all, "");
        if (its.empty()) page.paragraph(tr("Er is nog niets om te lezen."));
        else put_bundle(page, its);
        if (!its.buddies) page.paragraph(base::Sentence{tr("Met minder dan {count} buddy’s leest een school alleen de ervaringen."), {{"count", std::to_string(told_from)}}});
        page.paragraph(tr("De school van je kind leest dit zonder jou."));
        page.button("/mijn/aanbod", tr("Terug naar wat ik aanbied"), false);
    });
}

http::Response show_school_bundle(Visit& v) {
    auto const school = people::find_school_page(v.read(), v.part("page_key"));
    if (!school) return v.not_found();
    auto response = v.page(tr("Wat buddy’s meebrengen"), [&](html::Page& page) {
        page.lead(tr("Buddy’s zijn ouders. Dit maakten zij samen mee; wie wat meemaakte, vertellen zij alleen zelf."));
        auto const its = bundle(shown_offers(v.read()), school->id.value());
        if (its.empty()) page.empty(tr("Er is nu nog niets om te lezen. Bel de coördinator als u wilt weten of er een buddy is."));
        else put_bundle(page, its);
        page.phone(base::Sentence{tr("Coördinator {name}:"), {{"name", v.house().coordinator_name}}}, v.house().coordinator_phone);
        page.link("/school/" + school->page_key, tr("Terug naar de bladzijde van de school"));
    });
    // the address is a secret: search engines keep out
    response.with("X-Robots-Tag", "noindex");
    return response;
}

} // namespace

std::vector<reception::Route> bundle_routes() {
    using reception::route;
    return {
        route<Action::keep_own_offer>("GET", "/mijn/aanbod/bundel", show_own_bundle),
        route<Action::see_school_page>("GET", "/school/{page_key}/buddys", show_school_bundle),
    };
}

} // namespace matching
