#include "check_in/pages.h"

#include "check_in/listing_home.h"
#include "check_in/store_check_in.h"
#include "people/listing_restriction.h"
#include "people/store_names.h"
#include "people/store_people.h"
#include "platform/jobs/jobs.h"
#include "reception/listing.h"
#include "reception/visit.h"

#include <algorithm>
#include <utility>

namespace check_in {
using base::tr;
using reception::Acted;
using reception::Done;
using reception::Visit;
using visit::Action;

namespace {

std::optional<Entry> open_one(Visit& v) {
    auto const all = of(v.read(), v.me());
    auto const its = std::find_if(all.begin(), all.end(), [](Entry const& one) { return one.open(); });
    return its == all.end() ? std::nullopt : std::optional{*its};
}
/// Whether someone answers as the parent of the match, and not as its buddy.
bool as_parent(db::Door& door, Entry const& entry) {
    auto const together = entry.match ? matching::find_together(door, *entry.match) : std::nullopt;
    return together && together->parent == entry.person;
}

Draft typed(Visit& v) { return {text::tidy_text(v.field("goed")), text::tidy_text(v.field("beter")), base::from_word<Fits>(v.field("past")), base::from_word<GoesOn>(v.field("verder")), v.field("bellen") == "ja"}; }

template <class E>
std::vector<html::Option> options() {
    std::vector<html::Option> all;
    for (auto const& [value, word] : base::Words<E>::entries) all.push_back({std::string{word}, name(value)});
    return all;
}

/// The questions; to a parent, to a buddy, or for the coordinator who asks them by phone.
void questions(html::Form& form, Visit& v, bool parent, bool desk, bool with_match) {
    auto const readers = desk ? std::optional<html::Said>{} : std::optional<html::Said>{reception::readers(Action::keep_check_ins, v.house(), v.language())};
    form.area({.name = "goed", .label = tr("Wat gaat goed? (niet verplicht)"), .who_reads = readers, .most = 1000}, 3);
    form.area({.name = "beter", .label = tr("Wat kan beter? (niet verplicht)"), .hint = with_match ? html::Said{parent ? tr("Over het contact met uw buddy. Wat u samen bespreekt, hoeft hier niet.") : tr("Over jouw rol. Wat jullie bespreken, hoort hier niet.")} : html::Said{tr("Over het wachten, de training of wat je nog nodig hebt.")}, .who_reads = readers, .most = 1000}, 3);
    if (with_match) form.radios({.name = "past", .label = parent ? tr("Past uw buddy bij u?") : tr("Passen de ouder en jij bij elkaar?")}, options<Fits>());
    form.radios({.name = "verder", .label = parent ? tr("Wilt u zo verder?") : tr("Wil je zo verder?")}, options<GoesOn>());
    form.box({.name = "bellen", .label = tr("Ik wil graag dat de coördinator belt.")});
}

void put_said(html::Page& page, Said const& its, bool parent) {
    auto facts = page.facts();
    if (!its.well.empty()) facts.row(tr("Wat gaat goed?"), its.well);
    if (!its.better.empty()) facts.row(tr("Wat kan beter?"), its.better);
    if (its.fits) facts.row(parent ? tr("Past de buddy?") : tr("Passen zij bij elkaar?"), name(*its.fits));
    if (its.goes_on) facts.row(tr("Zo verder?"), name(*its.goes_on));
    facts.row(tr("Wil gebeld worden"), its.call ? tr("ja") : tr("nee"));
}

http::Response own_page(Visit& v, base::Refusal const* refusal) {
    auto const entry = open_one(v);
    bool const asking = v.viewer().is(visit::Role::asking_parent), calls = rather_calls(v.read(), v.me());
    return v.page(tr("Hoe gaat het?"), [&](html::Page& page) {
        people::own_lock_told(page, v);
        if (!entry || !v.grant<Action::answer_check_in>(entry->id, v.me().value(), {visit::Tie::own})) page.empty(asking ? tr("Wij vragen u nu niets. Wilt u iets zeggen? Bel de coördinator.") : tr("We vragen je nu niets. Wil je iets zeggen? Bel de coördinator of stel een vraag."));
        else {
            bool const parent = as_parent(v.read(), *entry);
            auto const together = entry->match ? matching::find_together(v.read(), *entry->match) : std::nullopt;
            if (together && !parent) page.lead(base::Sentence{tr("Over jouw contact met {name}. Je antwoord leest alleen de coördinator."), {{"name", people::first_name(people::name_of(v.read(), v.keys(), together->parent))}}});
            else page.lead(parent ? tr("Over uw contact met uw buddy. Uw buddy leest dit niet.") : tr("Je staat nu naast geen ouder. Hoe is dat voor je?"));
            auto form = page.form("/mijn/hoe-gaat-het", tr("Versturen"), v.values(), refusal);
            form.hidden("check", entry->id.value());
            questions(form, v, parent, false, together.has_value());
            page.act("/mijn/hoe-gaat-het/overslaan", tr("Sla deze keer over"), {{"check", entry->id.value()}}, false);
        }
        // who speaks by phone reads here what was written down
        auto const before = of(v.read(), v.me());
        bool first = true;
        for (auto const& each : before) {
            if (!each.answered_at || !v.grant<Action::answer_check_in>(each.id, v.me().value(), {visit::Tie::own})) continue;
            if (std::exchange(first, false)) page.heading(asking ? tr("Wat u eerder zei") : tr("Wat je eerder zei"));
            page.paragraph(text::plain_day(base::local_date(*each.answered_at), v.language()));
            put_said(page, said(v.keys(), each), as_parent(v.read(), each));
        }
        if (!asking) return;
        page.heading(tr("Liever niet gevraagd worden?"));
        if (calls) {
            page.paragraph(tr("U belt zelf als er iets is. Wij schrijven u hierover niet."));
            page.act("/mijn/hoe-gaat-het/wens", tr("Vraag het mij toch weer"), {{"bellen", "nee"}}, false);
        } else page.act("/mijn/hoe-gaat-het/wens", tr("Vraag het niet meer: ik bel zelf"), {{"bellen", "ja"}}, false);
    },
                  {.status = refusal ? 422 : 200, .quick_exit = asking});
}
http::Response show_own(Visit& v) { return own_page(v, nullptr); }

/// The open check-in of the viewer that a form means.
std::optional<Entry> meant(Visit& v) {
    auto const entry = find(v.read(), CheckInId{v.field("check")});
    return entry && entry->person == v.me() ? entry : std::nullopt;
}

http::Response create_answer(Visit& v) {
    auto const entry = meant(v);
    if (!entry || !v.grant<Action::answer_check_in>(entry->id, v.me().value(), {visit::Tie::own})) return v.see("/mijn/hoe-gaat-het");
    auto again = [&](base::Refusal const& refusal) { return own_page(v, &refusal); };
    auto its = say(typed(v));
    if (!its) return again(its.error());
    bool const parent = as_parent(v.read(), *entry);
    return v.act(entry->id.value(), v.me().value(), [&](db::Write& tx) -> Acted {
        if (!answer(tx, v.keys(), *entry, *its, v.now())) return Done{"/mijn/hoe-gaat-het", tr("Dit was al beantwoord of overgeslagen.")};
        if (asks_a_call(*its)) return Done{"/mijn", parent ? tr("Dank u wel. De coördinator belt u.") : tr("Dank je wel. De coördinator belt je.")};
        return Done{"/mijn", parent ? tr("Dank u wel. De coördinator leest het.") : tr("Dank je wel. De coördinator leest het.")}; }, again);
}
http::Response create_skip(Visit& v) {
    auto const entry = meant(v);
    if (!entry || !v.grant<Action::answer_check_in>(entry->id, v.me().value(), {visit::Tie::own})) return v.see("/mijn/hoe-gaat-het");
    return v.act(entry->id.value(), v.me().value(), [&](db::Write& tx) -> Acted {
        skip(tx, entry->id, v.now());
        return Done{"/mijn", tr("Overgeslagen. Dat is prima.")}; }, [&](base::Refusal const&) { return v.see("/mijn/hoe-gaat-het"); });
}
http::Response update_wish(Visit& v) {
    if (!v.viewer().is(visit::Role::asking_parent)) return v.not_found();
    return v.act(v.me().value(), v.me().value(), [&](db::Write& tx) -> Acted {
        bool const calls = v.field("bellen") == "ja";
        if (!calls && v.field("bellen") != "nee") return base::Refusal::of(tr("Kies ja of nee."));
        choose_to_call(tx, v.me(), calls, v.now());
        return Done{"/mijn/hoe-gaat-het", calls ? tr("Bewaard. U belt zelf als er iets is.") : tr("Bewaard. Wij vragen het u weer.")}; }, [&](base::Refusal const& refusal) { return own_page(v, &refusal); });
}

/// Whether a check-in is closed to who visits: its person is, or the parent of its match.
bool closed(Visit& v, Entry const& entry, std::optional<visit::PersonId> const& parent) {
    // who reads for one parent has nothing to do with buddies who wait
    if (v.viewer().reader && !entry.match) return true;
    return v.viewer().closed_to(entry.person) || (parent && v.viewer().closed_to(*parent));
}
bool closed(Visit& v, Entry const& entry) {
    auto const together = entry.match ? matching::find_together(v.read(), *entry.match) : std::nullopt;
    return closed(v, entry, together ? std::optional{together->parent} : std::nullopt);
}

base::Text state(Entry const& entry) {
    if (entry.answered_at) return entry.handled_at ? tr("gelezen") : tr("te lezen");
    return entry.by_phone ? tr("belt liever zelf") : tr("gevraagd");
}

http::Response list_all(Visit& v) {
    if (!v.grant<Action::keep_check_ins>()) return v.not_found();
    auto all = list(v.read(), v.now());
    auto const parents = parents_of_all(v.read());
    std::erase_if(all, [&](Entry const& entry) {
        auto const its = entry.match ? parents.find(*entry.match) : parents.end();
        return closed(v, entry, its == parents.end() ? std::nullopt : std::optional{its->second});
    });
    auto asked = reception::asked(v, "/hoe-gaat-het", "");
    asked.total = all.size();
    auto const rows = reception::shown(all, asked);
    std::vector<visit::PersonId> whose;
    for (auto const& entry : rows) whose.push_back(entry.person);
    people::Names const names{v.read(), v.keys(), whose};
    return v.page(tr("Hoe gaat het?"), [&](html::Page& page) {
        page.lead(tr("Na twee en zes weken en elk kwartaal vraagt het programma ouder en buddy apart hoe het gaat. Overslaan mag altijd."));
        if (all.empty()) return void(page.empty(tr("Er is nu niets gevraagd. De eerste vraag komt twee weken na een koppeling.")));
        {
            auto table = page.table(tr("Gevraagd"), {{tr("Wie")}, {tr("Wanneer")}, {tr("Gevraagd op")}, {tr("Stand")}});
            for (auto const& entry : rows) table.row({{names.of(entry.person), "/hoe-gaat-het/" + entry.id.value()}, {name_of_number(entry.number, entry.match.has_value())}, {text::plain_day(base::local_date(entry.asked_at), v.language())}, {state(entry)}});
        }
        page.pager(asked);
    });
}

http::Response desk_page(Visit& v, base::Refusal const* refusal) {
    auto const entry = find(v.read(), v.id<CheckIn>("check_in"));
    if (!entry || closed(v, *entry) || !v.grant<Action::keep_check_ins>(entry->id, entry->person.value())) return v.not_found();
    bool const parent = as_parent(v.read(), *entry);
    auto const address = "/hoe-gaat-het/" + entry->id.value();
    return v.page(base::Sentence{tr("Hoe gaat het met {name}?"), {{"name", people::first_name(people::name_of(v.read(), v.keys(), entry->person))}}}, [&](html::Page& page) {
        page.paragraph(base::Sentence{tr("Gevraagd op {day}, {which}."), {{"day", text::plain_day(base::local_date(entry->asked_at), v.language())}, {"which", text::say(name_of_number(entry->number, entry->match.has_value()), v.language())}}});
        if (entry->match) page.link("/trajecten/" + entry->match->value(), tr("Bekijk koppeling"));
        if (entry->answered_at) {
            auto const its = said(v.keys(), *entry);
            put_said(page, its, parent);
            if (its.goes_on == GoesOn::stop || its.fits == Fits::no) page.alert(html::Tone::info, tr("Bel eerst. Past het niet, sluit dan het traject af en zoek een andere buddy. Niemand hoeft te zeggen waarom."));
            if (!entry->handled_at) page.act(address + "/gelezen", asks_a_call(its) ? tr("Ik belde") : tr("Gelezen"));
            return;
        }
        if (entry->skipped_at) return void(page.alert(html::Tone::info, tr("Overgeslagen.")));
        page.paragraph(tr("Belt u? Lees de vragen voor en vul de antwoorden hier in. Wie u belt, leest het later zelf ook."));
        auto form = page.form(address, tr("Bewaren"), v.values(), refusal);
        questions(form, v, parent, true, entry->match.has_value());
        page.act(address + "/overslaan", tr("Sla deze keer over"), {}, false);
    },
                  {.status = refusal ? 422 : 200});
}
http::Response show(Visit& v) { return desk_page(v, nullptr); }

/// Does something with one check-in at the desk.
template <class Work>
http::Response at_desk(Visit& v, Work const& work) {
    auto const entry = find(v.read(), v.id<CheckIn>("check_in"));
    if (!entry || closed(v, *entry) || !v.grant<Action::keep_check_ins>(entry->id, entry->person.value())) return v.not_found();
    return v.act(entry->id.value(), entry->person.value(), [&](db::Write& tx) -> Acted { return work(tx, *entry); }, [&](base::Refusal const& refusal) { return desk_page(v, &refusal); });
}
http::Response create_by_phone(Visit& v) {
    return at_desk(v, [&](db::Write& tx, Entry const& entry) -> Acted {
        auto its = say(typed(v));
        if (!its) return its.error();
        if (!answer(tx, v.keys(), entry, *its, v.now())) return Done{"/hoe-gaat-het/" + entry.id.value(), tr("Dit was al beantwoord of overgeslagen.")};
        return Done{"/hoe-gaat-het/" + entry.id.value(), tr("Bewaard.")};
    });
}
http::Response create_desk_skip(Visit& v) {
    return at_desk(v, [&](db::Write& tx, Entry const& entry) -> Acted {
        skip(tx, entry.id, v.now());
        return Done{"/vandaag", tr("Overgeslagen.")};
    });
}
http::Response create_handled(Visit& v) {
    return at_desk(v, [&](db::Write& tx, Entry const& entry) -> Acted {
        note_handled(tx, entry.id, v.now());
        return Done{"/vandaag", tr("Bewaard.")};
    });
}

} // namespace

void home_part(html::Page& page, Visit& v) {
    if (open_one(v)) page.button("/mijn/hoe-gaat-het", tr("Hoe gaat het? Vertel het ons"));
    else if (v.viewer().is(visit::Role::asking_parent)) page.link("/mijn/hoe-gaat-het", tr("Hoe gaat het?"));
}

std::vector<reception::Route> routes() {
    using reception::route;
    return {
        route<Action::answer_check_in>("GET", "/mijn/hoe-gaat-het", show_own),
        route<Action::answer_check_in>("POST", "/mijn/hoe-gaat-het", create_answer),
        route<Action::answer_check_in>("POST", "/mijn/hoe-gaat-het/overslaan", create_skip),
        route<Action::answer_check_in>("POST", "/mijn/hoe-gaat-het/wens", update_wish),
        route<Action::keep_check_ins>("GET", "/hoe-gaat-het", list_all),
        route<Action::keep_check_ins>("GET", "/hoe-gaat-het/{check_in}", show),
        route<Action::keep_check_ins>("POST", "/hoe-gaat-het/{check_in}", create_by_phone),
        route<Action::keep_check_ins>("POST", "/hoe-gaat-het/{check_in}/overslaan", create_desk_skip),
        route<Action::keep_check_ins>("POST", "/hoe-gaat-het/{check_in}/gelezen", create_handled),
    };
}

std::map<std::string, people::Worker> workers() {
    return {
        {"check_in.asked", [](people::Post& post, jobs::Job const& job) { people::write_notice(post, job.of_partnership, visit::PersonId{job.about}); }},
        {"check_in.round", [](people::Post& post, jobs::Job const& job) {
             auto& services = post.services;
             auto const now = services.clock.now();
             services.data.write(db::Scope::of(job.of_partnership), [&](db::Write& tx) {
                 for (auto const& person : make_due(tx, services.random, now)) jobs::later(tx, services.random, "check_in.asked", job.of_partnership, person.value(), "", now);
             });
         }},
    };
}

} // namespace check_in
