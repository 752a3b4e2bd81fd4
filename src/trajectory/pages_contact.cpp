#include "trajectory/pages_contact.h"

#include "people/store_people.h"
#include "platform/base/number.h"
#include "trajectory/listing_home.h"
#include "trajectory/pages_meeting.h"
#include "trajectory/pages_rhythm.h"
#include "trajectory/pages_trial.h"
#include "trajectory/pages_way.h"
#include "trajectory/store_ties.h"

#include <algorithm>

namespace trajectory {
using base::tr;
using matching::Match;
using matching::MatchRow;
using reception::Acted;
using reception::Done;
using reception::Visit;
using visit::Action;

namespace {

struct Length {
    int minutes;
    base::Text words;
};
std::vector<Length> const& lengths() {
    static std::vector<Length> const all{{5, tr("heel kort")}, {15, tr("een kwartier")}, {30, tr("een half uur")}, {60, tr("een uur")}, {120, tr("twee uur")}};
    return all;
}
html::Said length_said(int minutes) {
    auto const its = std::find_if(lengths().begin(), lengths().end(), [&](Length const& one) { return one.minutes == minutes; });
    if (its != lengths().end()) return its->words;
    return base::Sentence{tr("{minutes} minuten"), {{"minutes", std::to_string(minutes)}}};
}

void contact_fields(html::Form& form) {
    std::vector<html::Option> ways, times;
    for (auto const& [way, word] : base::Words<Way>::entries) ways.push_back({std::string{word}, name(way)});
    for (auto const& [minutes, words] : lengths()) times.push_back({std::to_string(minutes), words});
    form.radios({.name = "manier", .label = tr("Hoe?")}, ways);
    form.date({.name = "dag", .label = tr("Wanneer?")});
    form.select({.name = "duur", .label = tr("Hoe lang?")}, times);
}
base::Result<Logged, base::Refusal> typed(Visit& v, MatchRow const& match) {
    auto const day = v.field("vandaag") == "ja" ? std::optional{v.today()} : v.date_field("dag");
    return log_contact({day, base::from_word<Way>(v.field("manier")), base::number_from(v.field("duur")).value_or(-1), v.field("praten") == "ja"}, base::local_date(match.begun_at), v.today());
}
std::string log_of(MatchRow const& match) { return "/trajecten/" + match.id.value() + "/contacten"; }

} // namespace

void contact_list(html::Page& page, Visit& v, MatchRow const& match, std::vector<ContactRow> const& contacts) {
    if (contacts.empty()) return void(page.empty(tr("Er staat nog geen contact.")));
    bool const parent = match.parent == v.me();
    auto table = page.table(tr("Contact"), {{tr("Dag")}, {tr("Hoe")}, {tr("Duur")}});
    for (auto const& contact : contacts) {
        std::string href;
        if (parent) href = "/mijn/traject/contact?contact=" + contact.id.value();
        else if (!contact.corrected_at && (!contact.logged_by || *contact.logged_by == v.me())) href = log_of(match) + "/verbeteren?contact=" + contact.id.value();
        auto const day = text::day(contact.held_on, v.language());
        table.row({{contact.corrected_at ? html::Said{base::Sentence{tr("{day} (verbeterd door de ouder)"), {{"day", day}}}} : html::Said{day}, match.ended_at ? "" : href}, {name(contact.way)}, {length_said(contact.minutes)}});
    }
}

void contact_home_part(html::Page& page, Visit& v) {
    for (auto const& match : matching::live_matches_of_buddy(v.read(), v.me())) {
        auto const granted = v.grant<Action::see_own_trajectory>(match.id, match.parent.value(), ties(v.me(), match));
        if (!granted) continue;
        auto const who = people::first_name(people::name_of(v.read(), v.keys(), match.parent));
        auto const contacts = contacts_of(v.read(), *granted);
        page.heading(base::Sentence{tr("Vandaag contact met {name}?"), {{"name", who}}});
        // what two do most is what they did last
        std::vector<std::pair<Way, int>> taps;
        if (!contacts.empty()) taps.emplace_back(contacts.front().way, contacts.front().minutes);
        for (auto const& usual : {std::pair{Way::message, 5}, std::pair{Way::call, 15}})
            if (std::none_of(taps.begin(), taps.end(), [&](auto const& one) { return one.first == usual.first; })) taps.push_back(usual);
        for (auto const& [way, minutes] : taps) {
            page.act(log_of(match), base::Sentence{tr("{way}, {length}"), {{"way", text::say(name(way), v.language())}, {"length", length_said(minutes).in(v.language())}}}, {{"vandaag", "ja"}, {"manier", std::string{base::word(way)}}, {"duur", std::to_string(minutes)}}, &way == &taps.front().first);
        }
        page.link(log_of(match), base::Sentence{tr("Een andere dag, of erover praten: {name}"), {{"name", who}}});
    }
}

http::Response buddy_page(Visit& v, base::Refusal const* refusal) {
    auto match = matching::find_match(v.read(), v.id<Match>("match"));
    if (!match || !match->has_buddy(v.me())) return v.not_found();
    auto granted = v.grant<Action::see_own_trajectory>(match->id, match->parent.value(), ties(v.me(), *match));
    auto parent = people::find_person(v.read(), v.keys(), match->parent);
    if (!granted || !parent) return v.not_found();
    v.note(Action::see_own_trajectory, match->id.value(), match->parent.value());
    auto contacts = contacts_of(v.read(), *granted);
    auto values = v.values();
    if (!refusal) {
        reception::put_date(values, "dag", v.today());
        values.emplace("duur", "15");
    }
    return v.page(parent->name, [&](html::Page& page) {
        way_part(page, v, *match, *parent, match->parent_gives);
        trial_part(page, v, *match);
        if (match->partner) page.paragraph(base::Sentence{tr("Jullie doen dit samen: {name} en jij."), {{"name", people::first_name(people::name_of(v.read(), v.keys(), match->buddy == v.me() ? *match->partner : match->buddy))}}});
        if (contacts.empty() && match->parent_gives != matching::Gives::appointment) page.alert(html::Tone::info, tr("Neem binnen twee dagen contact op. Vertel wat je kunt doen, en luister vooral."));
        auto form = page.form(log_of(*match), tr("Wij hadden contact"), values, refusal);
        contact_fields(form);
        form.box({.name = "praten", .label = tr("Ik wil hierover praten met de coördinator")});
        form.note(tr("Wat jullie bespreken schrijf je nergens op."));
        meeting_part(page, v, *match);
        page.heading(tr("Hoe vaak jullie contact hebben"));
        rhythm_part(page, v, *match);
        page.heading(tr("Wanneer jullie contact hadden"));
        contact_list(page, v, *match, contacts);
        page.heading(tr("Hoe ben je bereikbaar?"));
        own_way_part(page, v, *match);
        page.link("/trajecten/" + match->id.value() + "/stoppen", tr("Ik wil stoppen met dit contact"));
    },
                  {.status = refusal ? 422 : 200});
}

namespace {

http::Response show_buddy_page(Visit& v) { return buddy_page(v, nullptr); }

http::Response create_contact(Visit& v) {
    auto match = matching::find_match(v.read(), v.id<Match>("match"));
    if (!match || !match->has_buddy(v.me())) return v.not_found();
    auto granted = v.grant<Action::log_contact>(match->id, match->parent.value(), ties(v.me(), *match));
    if (!granted) return v.not_found();
    auto again = [&](base::Refusal const& refusal) { return buddy_page(v, &refusal); };
    auto logged = typed(v, *match);
    if (!logged) return again(logged.error());
    auto id = v.new_id<Contact>();
    return v.act(id.value(), match->parent.value(), [&](db::Write& tx) -> Acted {
        if (!add(tx, *granted, id, *logged, v.now())) return base::Refusal::of(tr("Dit contact is intussen gestopt."));
        return Done{log_of(*match), logged->wants_to_talk ? tr("Bewaard. De coördinator belt je.") : tr("Bewaard. Klopt het niet? Kies de dag hieronder.")}; }, again);
}

/// One contact to make right, for the parent or for the buddy who logged it.
struct Opened {
    MatchRow match;
    ContactRow contact;
    bool parent;
    std::string address, back;
};
std::optional<Opened> opened(Visit& v, std::optional<MatchRow> const& match) {
    if (!match || match->ended_at) return {};
    auto const granted = v.grant<Action::see_own_trajectory>(match->id, match->parent.value(), ties(v.me(), *match));
    if (!granted) return {};
    bool const parent = match->parent == v.me();
    auto const id = v.request().method == "POST" ? v.field("contact") : v.request().query.get("contact");
    for (auto const& contact : contacts_of(v.read(), *granted))
        if (contact.id.value() == id && (parent || (!contact.corrected_at && (!contact.logged_by || *contact.logged_by == v.me())))) return Opened{*match, contact, parent, parent ? std::string{"/mijn/traject/contact"} : log_of(*match) + "/verbeteren", parent ? std::string{"/mijn/traject"} : log_of(*match)};
    return {};
}

http::Response contact_form(Visit& v, Opened const& its, base::Refusal const* refusal) {
    auto values = v.values();
    if (!refusal) {
        reception::put_date(values, "dag", its.contact.held_on);
        values.emplace("duur", std::to_string(its.contact.minutes));
        values.emplace("manier", std::string{base::word(its.contact.way)});
        if (its.contact.wants_to_talk) values.emplace("praten", "ja");
    }
    return v.page(tr("Contact verbeteren"), [&](html::Page& page) {
        auto form = page.form(its.address, tr("Bewaren"), values, refusal);
        form.hidden("contact", its.contact.id.value());
        contact_fields(form);
        if (!its.parent) form.box({.name = "praten", .label = tr("Ik wil hierover praten met de coördinator")});
        form.or_go(its.back, tr("Terug"));
        page.act(its.address, its.parent ? tr("Dit contact was er niet: haal het weg") : tr("Haal dit contact weg"), {{"contact", its.contact.id.value()}, {"weg", "ja"}}, false);
    },
                  {.status = refusal ? 422 : 200, .quick_exit = its.parent});
}

/// Makes one contact right through the store of who may.
template <class Grant, class Change>
http::Response change_contact(Visit& v, Opened const& its, Grant const& granted, Change const& change_it) {
    auto again = [&](base::Refusal const& refusal) { return contact_form(v, its, &refusal); };
    bool const away = v.field("weg") == "ja";
    auto logged = away ? base::Result<Logged, base::Refusal>{Logged{its.contact.held_on, its.contact.way, its.contact.minutes, false}} : typed(v, its.match);
    if (!logged) return again(logged.error());
    return v.act(its.contact.id.value(), its.match.parent.value(), [&](db::Write& tx) -> Acted {
        if (!change_it(tx, granted, away ? std::nullopt : std::optional<Logged>{*logged})) return base::Refusal::of(tr("Dit contact staat er niet meer."));
        return Done{its.back, away ? tr("Weggehaald.") : tr("Verbeterd.")}; }, again);
}

http::Response edit_own(Visit& v) {
    auto const match = matching::find_match(v.read(), v.id<Match>("match"));
    if (!match || !match->has_buddy(v.me()) || !v.grant<Action::log_contact>(match->id, match->parent.value(), ties(v.me(), *match))) return v.not_found();
    auto const its = opened(v, match);
    return its ? contact_form(v, *its, nullptr) : v.see(log_of(*match));
}
http::Response update_own(Visit& v) {
    auto const its = opened(v, matching::find_match(v.read(), v.id<Match>("match")));
    auto const granted = its && !its->parent ? v.grant<Action::log_contact>(its->match.id, its->match.parent.value(), ties(v.me(), its->match)) : std::nullopt;
    if (!granted) return v.not_found();
    return change_contact(v, *its, *granted, [&](db::Write& tx, LogGrant const& grant, std::optional<Logged> const& contact) { return change(tx, grant, its->contact.id, contact); });
}
http::Response edit_as_parent(Visit& v) {
    auto const its = opened(v, matching::live_match_of_parent(v.read(), v.me()));
    return its ? contact_form(v, *its, nullptr) : v.see("/mijn/traject");
}
http::Response update_as_parent(Visit& v) {
    auto const its = opened(v, matching::live_match_of_parent(v.read(), v.me()));
    auto const granted = its ? v.grant<Action::correct_contact>(its->match.id, v.me().value(), ties(v.me(), its->match)) : std::nullopt;
    if (!granted) return v.see("/mijn/traject");
    return change_contact(v, *its, *granted, [&](db::Write& tx, CorrectGrant const& grant, std::optional<Logged> const& contact) { return correct(tx, grant, its->contact.id, contact, v.now()); });
}

http::Response create_talk(Visit& v) {
    auto const match = matching::find_match(v.read(), v.id<Match>("match"));
    if (!match || !v.grant<Action::see_trajectory>(match->id, match->parent.value())) return v.not_found();
    return v.act(match->id.value(), match->parent.value(), [&](db::Write& tx) -> Acted {
        note_talked(tx, match->id, v.now());
        return Done{"/trajecten/" + match->id.value(), tr("Bewaard: u sprak de buddy.")}; }, [&](base::Refusal const&) { return v.not_found(); });
}

} // namespace

std::vector<reception::Route> contact_routes() {
    using reception::route;
    return {
        route<Action::log_contact>("GET", "/trajecten/{match}/contacten", show_buddy_page),
        route<Action::log_contact>("POST", "/trajecten/{match}/contacten", create_contact),
        route<Action::log_contact>("GET", "/trajecten/{match}/contacten/verbeteren", edit_own),
        route<Action::log_contact>("POST", "/trajecten/{match}/contacten/verbeteren", update_own),
        route<Action::correct_contact>("GET", "/mijn/traject/contact", edit_as_parent),
        route<Action::correct_contact>("POST", "/mijn/traject/contact", update_as_parent),
        route<Action::see_trajectory>("POST", "/trajecten/{match}/gesproken", create_talk),
    };
}

} // namespace trajectory
