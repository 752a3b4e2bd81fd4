#include "matching/pages_plan.h"

#include "help_request/store_help_request.h"
#include "matching/plan.h"
#include "matching/store_plan.h"
#include "matching/store_settings.h"

#include <algorithm>
#include <map>

namespace matching {
using base::tr;
using reception::Visit;
using visit::Action;

namespace {

/// The shortest list that is still worth a plan on a screen; above it the command line plans.
constexpr std::size_t most_shown = 200;

/// What the address asks: pairs that must be, pairs that may not, and buddies who are counted as free and ready.
struct Asked {
    WhatIf if_so;
    std::vector<std::string> added;
    bool anything() const { return !if_so.fixed.empty() || !if_so.forbidden.empty() || !added.empty(); }
    std::string address() const {
        std::string query;
        auto add = [&](char const* name, std::string const& value) { query += (query.empty() ? "?" : "&") + std::string{name} + "=" + http::encoded(value); };
        for (auto const& [request, buddy] : if_so.fixed) add("vast", request + "." + buddy);
        for (auto const& [request, buddy] : if_so.forbidden) add("niet", request + "." + buddy);
        for (auto const& buddy : added) add("erbij", buddy);
        return "/koppelen" + query;
    }
};
std::optional<Pair> pair_from(std::string const& text) {
    auto const dot = text.find('.');
    if (dot == std::string::npos) return {};
    return Pair{text.substr(0, dot), text.substr(dot + 1)};
}
template <class T>
void add_once(std::vector<T>& all, T one) {
    if (std::find(all.begin(), all.end(), one) == all.end()) all.push_back(std::move(one));
}
Asked asked(Visit& v) {
    Asked its;
    auto const& query = v.request().query;
    for (auto const& text : query.all("vast"))
        if (auto pair = pair_from(text)) add_once(its.if_so.fixed, *pair);
    for (auto const& text : query.all("niet"))
        if (auto pair = pair_from(text)) add_once(its.if_so.forbidden, *pair);
    for (auto const& text : query.all("erbij")) add_once(its.added, text);
    return its;
}

bool not_now(Candidate const& c, base::Date today) { return !c.ready || !c.offer_stands || c.live_matches >= c.capacity || (c.paused_until && *c.paused_until > today); }
/// As if someone had come through the gate, had room and no pause.
void make_free(Candidate& c) {
    c.ready = c.offer_stands = true;
    c.paused_until.reset();
    c.capacity = std::max(c.capacity, c.live_matches + 1);
}

/// The names on the page; a deputy gets none of who rests.
class Names {
public:
    Names(Visit& v, World const& world) : v_{v} {
        for (auto const& request : help_request::ready(v.read(), v.today())) parent_.emplace(request.id.value(), request.person);
        for (auto const& c : world.buddies) buddies_.emplace(c.buddy.value(), c.partner ? std::vector{c.buddy, *c.partner} : std::vector{c.buddy});
    }
    std::string of_request(std::string const& id) const {
        auto const at = parent_.find(id);
        return at == parent_.end() || v_.viewer().closed_to(at->second) ? text::say(v_.viewer().deputy ? tr("rust tijdens waarneming") : tr("niet voor u te lezen"), v_.language()) : people::name_of(v_.read(), v_.keys(), at->second);
    }
    std::string of_buddy(std::string const& id) const {
        auto const at = buddies_.find(id);
        return at == buddies_.end() ? "–" : people::names_of(v_.read(), v_.keys(), at->second, v_.language());
    }
    bool closed(std::string const& request) const {
        auto const at = parent_.find(request);
        return at == parent_.end() || v_.viewer().closed_to(at->second);
    }

private:
    Visit& v_;
    std::map<std::string, visit::PersonId> parent_;
    std::map<std::string, std::vector<visit::PersonId>> buddies_;
};

/// Why nobody is planned for a request: what forbids most buddies, or that others went first.
std::vector<html::Said> why_nobody(World const& world, std::size_t request, Yardstick const& by, text::Language language) {
    if (world.buddies.empty()) return {tr("Er zijn nog geen buddy’s die verder gaan na de training.")};
    std::map<Limit, int> counts;
    bool some = false;
    for (std::size_t buddy = 0; buddy < world.buddies.size(); ++buddy) {
        auto const known = world.between.find({request, buddy});
        auto const its = fit(world.requests[request], world.buddies[buddy], known == world.between.end() ? Between{} : known->second, by);
        some = some || its.allowed();
        for (auto limit : its.limits.list()) ++counts[limit];
    }
    if (some) return {tr("De buddy’s die passen, staan in dit plan al naast een ander.")};
    std::vector<std::pair<int, Limit>> order;
    for (auto const& [limit, count] : counts) order.emplace_back(-count, limit);
    std::sort(order.begin(), order.end());
    std::vector<html::Said> lines;
    for (std::size_t i = 0; i < order.size() && i < 3; ++i) lines.push_back(base::Sentence{tr("{count} van de {all}: {limit}"), {{"count", std::to_string(-order[i].first)}, {"all", std::to_string(world.buddies.size())}, {"limit", text::say(name(order[i].second), language)}}});
    return lines;
}

void put_difference(html::Page& page, Names const& names, Difference const& its) {
    page.heading(tr("Wat verandert er?"));
    if (its.nothing()) return void(page.paragraph(tr("Niets: het plan blijft zoals het was.")));
    std::vector<html::Said> lines;
    if (its.helped != 0) lines.push_back(base::Sentence{its.helped > 0 ? tr("Meer ouders met een buddy: {count}.") : tr("Minder ouders met een buddy: {count}."), {{"count", std::to_string(std::abs(its.helped))}}});
    for (auto const& [request, buddy] : its.added) lines.push_back(base::Sentence{tr("{parent} krijgt {buddy}."), {{"parent", names.of_request(request)}, {"buddy", names.of_buddy(buddy)}}});
    for (auto const& [request, buddy] : its.gone) lines.push_back(base::Sentence{tr("{parent} krijgt {buddy} niet meer."), {{"parent", names.of_request(request)}, {"buddy", names.of_buddy(buddy)}}});
    for (auto const& each : its.moved) lines.push_back(base::Sentence{tr("{parent} gaat van {from} naar {to}."), {{"parent", names.of_request(each.request)}, {"from", names.of_buddy(each.from)}, {"to", names.of_buddy(each.to)}}});
    page.bullets(lines);
}

http::Response show_plan(Visit& v) {
    if (!v.grant<Action::rank_buddies>()) return v.not_found();
    auto const by = yardstick(v.read(), v.today());
    auto const world = waiting_list(v.read(), v.house().vog_required, v.today());
    auto const what = asked(v);
    return v.page(tr("Het plan voor iedereen die wacht"), [&](html::Page& page) {
        page.lead(tr("Zo krijgen de meeste ouders een buddy, en daarna de best passende. Het is een voorstel: u kiest."));
        page.link("/koppelen/instellingen", tr("Instellen wat zwaar telt"));
        if (world.requests.empty()) return void(page.empty(tr("Er wacht nu niemand op een voorstel. Een hulpvraag komt hier als de ouder de tekst goedkeurde.")));
        if (world.requests.size() > most_shown) return void(page.alert(html::Tone::info, base::Sentence{tr("Er wachten meer dan {count} ouders. Zoek per hulpvraag, of laat de beheerder het plan maken."), {{"count", std::to_string(most_shown)}}}));
        Names const names{v, world};
        auto wider = world;
        for (auto& c : wider.buddies)
            if (std::find(what.added.begin(), what.added.end(), c.buddy.value()) != what.added.end()) make_free(c);
        auto const before = plan(question(world, by));
        auto const its = plan(question(wider, by), what.if_so);
        std::map<std::string, std::size_t> at;
        for (std::size_t i = 0; i < world.requests.size(); ++i) at.emplace(world.requests[i].request, i);
        auto go = [&](auto const& change) {
            auto more = what;
            change(more);
            return more.address();
        };

        page.paragraph(base::Sentence{tr("Ouders met een buddy in dit plan: {helped} van de {all}."), {{"helped", std::to_string(its.helped())}, {"all", std::to_string(world.requests.size())}}});
        for (auto const& [request, buddy] : its.refused) page.alert(html::Tone::warning, base::Sentence{tr("{parent} en {buddy} kunnen niet samen: iets verbiedt het, of er is geen plek."), {{"parent", names.of_request(request)}, {"buddy", names.of_buddy(buddy)}}});
        for (auto const& [pair, score] : its.pairs) {
            page.heading(base::Sentence{tr("{parent} met {buddy}"), {{"parent", names.of_request(pair.request)}, {"buddy", names.of_buddy(pair.buddy)}}});
            if (names.closed(pair.request)) continue;
            auto const buddy = std::find_if(wider.buddies.begin(), wider.buddies.end(), [&, id = pair.buddy](auto const& c) { return c.buddy.value() == id; });
            auto const fits = fit(wider.requests[at.at(pair.request)], *buddy, {}, by);
            std::vector<html::Said> lines;
            for (auto const& part : best(fits.parts(), Side::pro, 3)) lines.push_back(say(part));
            if (!lines.empty()) page.bullets(lines);
            page.button("/hulpvragen/" + pair.request + "/buddys", tr("Bekijk en stel voor"), false);
            if (std::find(what.if_so.fixed.begin(), what.if_so.fixed.end(), pair) == what.if_so.fixed.end()) page.link(go([&, pair = pair](Asked& a) { add_once(a.if_so.fixed, pair); }), tr("Wat als dit vaststaat?"));
            page.link(go([&, pair = pair](Asked& a) { add_once(a.if_so.forbidden, pair); std::erase(a.if_so.fixed, pair); }), tr("Wat als dit niet mag?"));
        }
        for (auto const& wanted : world.requests) {
            if (std::any_of(its.pairs.begin(), its.pairs.end(), [&](auto const& each) { return each.pair.request == wanted.request; })) continue;
            page.heading(base::Sentence{tr("{parent}: nog niemand"), {{"parent", names.of_request(wanted.request)}}});
            if (names.closed(wanted.request)) continue;
            page.bullets(why_nobody(wider, at.at(wanted.request), by, v.language()));
            page.button("/hulpvragen/" + wanted.request + "/buddys", tr("Bekijk de buddy’s"), false);
        }
        if (what.anything()) {
            put_difference(page, names, compare(before, its));
            page.button("/koppelen", tr("Terug naar het plan zelf"), false);
        }
        std::vector<Candidate const*> waiting;
        for (auto const& c : world.buddies)
            if (not_now(c, v.today()) && std::find(what.added.begin(), what.added.end(), c.buddy.value()) == what.added.end()) waiting.push_back(&c);
        if (waiting.empty()) return;
        page.heading(tr("Wat als er een buddy bij komt?"));
        page.paragraph(tr("Deze buddy’s kunnen nu niet: nog niet klaar, bezet of even pauze. Kijk wat het uitmaakt als iemand wel kan."));
        for (auto const* c : waiting) page.link(go([&](Asked& a) { add_once(a.added, c->buddy.value()); }), base::Sentence{tr("Wat als {name} ook kan?"), {{"name", names.of_buddy(c->buddy.value())}}});
    });
}

} // namespace

std::vector<reception::Route> plan_routes() {
    using reception::route;
    return {route<Action::rank_buddies>("GET", "/koppelen", show_plan)};
}

} // namespace matching
