#include "recruitment/pages_channels.h"

#include "reception/visit.h"
#include "recruitment/store_campaigns.h"

namespace recruitment {
using base::tr;
using reception::Acted;
using reception::Done;
using reception::Visit;
using visit::Action;

namespace {

http::Response channels_page(Visit& v, base::Refusal const* refusal) {
    auto const own = own_channels(v.read(), true);
    return v.page(tr("Kanalen en codes"), [&](html::Page& page) {
        page.lead(tr("Elk kanaal heeft een code. Zet die achter het adres op een poster of in een mail. Dan weten we hoe iemand ons vond."));
        page.facts().row(tr("Buddy worden"), v.services().base_url + "/buddy-worden?via=code").row(tr("Een buddy vragen"), v.services().base_url + "/buddy-vragen?via=code");
        auto table = page.table(tr("Vaste kanalen"), {{tr("Kanaal")}, {tr("Code")}});
        for (auto const& [channel, word] : base::Words<Channel>::entries)
            if (channel != Channel::other) table.row({{name(channel)}, {std::string{word}}});
        page.heading(tr("Eigen kanalen"));
        if (own.empty()) page.empty(tr("U heeft nog geen eigen kanalen. Denk aan een bibliotheek, een buurthuis of een oudervereniging."));
        for (auto const& each : own) {
            page.facts().row(tr("Kanaal"), each.name).row(tr("Code"), each.code).row(tr("Stand"), each.ended_at ? tr("weggezet") : tr("in gebruik"));
            if (each.ended_at) page.act("/kanalen/" + each.id.value() + "/terug", base::Sentence{tr("Gebruik {name} weer"), {{"name", each.name}}}, {}, false);
            else page.act("/kanalen/" + each.id.value() + "/einde", base::Sentence{tr("Zet {name} weg"), {{"name", each.name}}}, {}, false);
        }
        page.heading(tr("Kanaal toevoegen"));
        auto form = page.form("/kanalen", tr("Toevoegen"), v.values(), refusal);
        form.text({.name = "naam", .label = tr("Naam"), .hint = tr("Zo staat het bij ‘Hoe hoorde u van ons?’."), .most = 60});
        form.text({.name = "code", .label = tr("Code (niet verplicht)"), .hint = tr("Laat leeg, dan maken we er een van de naam."), .most = 20});
    },
                  {.status = refusal ? 422 : 200});
}
http::Response list_channels(Visit& v) { return v.grant<Action::keep_campaigns>() ? channels_page(v, nullptr) : v.not_found(); }

http::Response create_channel(Visit& v) {
    auto granted = v.grant<Action::keep_campaigns>();
    if (!granted) return v.not_found();
    auto again = [&](base::Refusal const& refusal) { return channels_page(v, &refusal); };
    auto id = v.new_id<OwnChannel>();
    return v.act(id.value(), "", [&](db::Write& tx) -> Acted {
        std::set<std::string> taken;
        for (auto const& each : own_channels(tx, true)) taken.insert(each.code);
        auto checked = own_channel({text::tidy_line(v.field("naam")), text::tidy_line(v.field("code"))}, taken);
        if (!checked) return checked.error();
        add_own_channel(tx, *granted, id, *checked, v.now());
        return Done{"/kanalen", tr("Het kanaal is toegevoegd. Mensen kunnen het nu kiezen.")}; }, again);
}

/// The own channel of the address, done with in one writing.
http::Response with_channel(Visit& v, base::Text said, void (*work)(db::Write&, CampaignGrant const&, OwnChannelId const&, base::Moment)) {
    auto granted = v.grant<Action::keep_campaigns>();
    auto const id = v.id<OwnChannel>("channel");
    auto const all = granted ? own_channels(v.read(), true) : std::vector<OwnChannelRow>{};
    if (std::none_of(all.begin(), all.end(), [&](OwnChannelRow const& row) { return row.id == id; })) return v.not_found();
    return v.act(id.value(), "", [&](db::Write& tx) -> Acted {
        work(tx, *granted, id, v.now());
        return Done{"/kanalen", said}; }, [&](base::Refusal const&) { return v.not_found(); });
}
http::Response create_end(Visit& v) { return with_channel(v, tr("Het kanaal staat niet meer in de lijst. Wat erdoor kwam, blijft."), end_own_channel); }
http::Response create_return(Visit& v) {
    return with_channel(v, tr("Het kanaal staat weer in de lijst."), [](db::Write& tx, CampaignGrant const& granted, OwnChannelId const& id, base::Moment) { take_own_channel_back(tx, granted, id); });
}

} // namespace

std::vector<reception::Route> channel_routes() {
    using reception::route;
    return {
        route<Action::keep_campaigns>("GET", "/kanalen", list_channels),
        route<Action::keep_campaigns>("POST", "/kanalen", create_channel),
        route<Action::keep_campaigns>("POST", "/kanalen/{channel}/einde", create_end),
        route<Action::keep_campaigns>("POST", "/kanalen/{channel}/terug", create_return),
    };
}

} // namespace recruitment
