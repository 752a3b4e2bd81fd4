#include "worry/pages.h"

#include "people/store_deputyship.h"
#include "reception/visit.h"
#include "worry/store_worry.h"

#include <algorithm>

namespace worry {
using base::tr;
using reception::Acted;
using reception::Done;
using reception::Visit;
using visit::Action;

namespace {

std::string href(WorryId const& id, char const* more = "") { return "/zorgen/" + id.value() + more; }

void emergency(html::Page& page) { page.alert(html::Tone::warning, tr("Is er nu gevaar? Bel 112. Zorgen over veiligheid thuis? Bel Veilig Thuis, 0800 2000, dag en nacht, gratis.")); }

/// The officers with a name and a number, for who may know that a worry waits.
void officers(html::Page& page, Visit& v) {
    auto all = people::with_role(v.read(), visit::Role::safety_officer);
    if (all.empty()) page.alert(html::Tone::error, tr("Er is nog geen aandachtsfunctionaris. Vraag de beheerder om die taak aan iemand te geven."));
    for (auto const& id : all)
        if (auto officer = people::find_person(v.read(), v.keys(), id)) {
            if (officer->phone.empty()) page.link("mailto:" + officer->mail, base::Sentence{tr("Mail {name}"), {{"name", officer->name}}});
            else page.phone(base::Sentence{tr("Bel {name}:"), {{"name", officer->name}}}, officer->phone);
        }
}

http::Response telling(Visit& v, base::Refusal const* refusal) {
    return v.page(tr("Een zorg over veiligheid"), [&](html::Page& page) {
        emergency(page);
        page.lead(tr("Maakt u zich zorgen over de veiligheid van een kind of een ouder? Vertel het hier. Alleen de aandachtsfunctionaris leest het."));
        page.bullets({tr("De coördinator ziet alleen dat er een zorg is. Niet van wie, en niet waarover."), tr("School en samenwerkingsverband zien niets."), tr("Vertel het eerst aan de ouder zelf, behalve als dat gevaar geeft.")});
        std::vector<html::Option> options;
        for (auto const& [knows, word] : base::Words<ParentKnows>::entries) options.push_back({std::string{word}, name(knows)});
        auto form = page.form("/zorg", tr("Verstuur naar de aandachtsfunctionaris"), v.values(), refusal);
        form.area({.name = "woorden", .label = tr("Waar maakt u zich zorgen over?"), .hint = tr("Schrijf op wat u zag of hoorde."), .who_reads = base::Sentence{tr("Dit leest alleen de aandachtsfunctionaris. Het staat niet bij uw traject en niet bij ‘Wie heeft gekeken?’.")}, .most = 4000}, 6);
        form.radios({.name = "weet", .label = tr("Weet de ouder dat u dit vertelt?")}, options);
        form.text({.name = "bereik", .label = tr("Hoe en wanneer kan de aandachtsfunctionaris u bereiken?"), .hint = tr("Een nummer waarop u veilig kunt praten."), .most = 200});
    },
                  {.status = refusal ? 422 : 200, .quick_exit = true});
}
http::Response new_worry(Visit& v) { return telling(v, nullptr); }

http::Response create_worry(Visit& v) {
    auto again = [&](base::Refusal const& refusal) { return telling(v, &refusal); };
    auto told = tell({text::tidy_text(v.field("woorden")), text::tidy_line(v.field("bereik")), base::from_word<ParentKnows>(v.field("weet"))});
    if (!told) return again(told.error());
    auto id = v.new_id<Worry>();
    return v.act(id.value(), "", [&](db::Write& tx) -> Acted {
        make_key(v.keys(), id);
        add(tx, v.keys(), id, v.me(), *told, v.now());
        auto const& house = v.house().id.value();
        jobs::later(tx, v.services().random, "worry.told", house, id.value(), "", v.now());
        auto const next_day = base::working_day_after(v.today(), 1);
        jobs::later(tx, v.services().random, "worry.told", house, id.value(), "late", std::max(base::moment_of({next_day, std::chrono::hours{9}}), v.now() + std::chrono::hours{24}));
        return Done{"/zorg/verstuurd", base::Text::none()}; }, again);
}

http::Response show_told(Visit& v) {
    return v.page(tr("Uw melding is aangekomen"), [&](html::Page& page) {
        page.lead(tr("De aandachtsfunctionaris neemt binnen één werkdag contact met u op."));
        page.paragraph(tr("U hoeft niets op te lossen. U houdt ook geen dossier bij."));
        emergency(page);
        page.button("/mijn", tr("Terug naar mijn bladzijde"), false);
    },
                  {.quick_exit = true});
}

http::Response show_sign(Visit& v) {
    auto since = waiting_since(v.read());
    return v.page(tr("Zorg om veiligheid"), [&](html::Page& page) {
        if (since) page.lead(base::Sentence{tr("Er is een zorg gemeld op {moment}. Nog niemand heeft die opgepakt."), {{"moment", text::moment(*since, v.language())}}});
        else page.lead(tr("Er wacht nu geen zorg om veiligheid."));
        page.paragraph(tr("U ziet niet van wie en waarover. Zo blijft het buiten het traject."));
        if (since) page.paragraph(tr("Bel de aandachtsfunctionaris en vraag om vandaag te kijken."));
        officers(page, v);
        if (v.grant<Action::handle_worry>()) page.button("/zorgen", tr("Naar de zorgen"));
    });
}

http::Response list_worries(Visit& v) {
    auto granted = v.grant<Action::handle_worry>();
    if (!granted) return v.not_found();
    auto all = list(v.read(), *granted);
    return v.page(tr("Zorgen om veiligheid"), [&](html::Page& page) {
        if (all.empty()) return void(page.empty(tr("Er is geen zorg gemeld. Komt er een, dan krijgt u een mail zonder inhoud.")));
        auto table = page.table(tr("Zorgen om veiligheid"), {{tr("Gemeld")}, {tr("Door")}, {tr("Stand")}});
        for (auto const& entry : all)
            table.row({{text::moment(entry.reported_at, v.language()), href(entry.id)}, {people::name_of(v.read(), v.keys(), entry.reported_by)}, {entry.closed_at ? html::Said{tr("afgesloten")} : entry.taken_up_at ? html::Said{tr("in behandeling")}
                                                                                                                                                                                                                      : html::Said{tr("nog niet opgepakt")}}});
    });
}

http::Response worry_page(Visit& v, base::Refusal const* refusal) {
    auto entry = find(v.read(), v.id<Worry>("worry"));
    if (!entry) return v.not_found();
    auto granted = v.grant<Action::handle_worry>(entry->id, "");
    if (!granted) return v.not_found();
    auto teller = people::find_person(v.read(), v.keys(), entry->reported_by);
    return v.page(tr("Zorg om veiligheid"), [&](html::Page& page) {
        page.quote(words(v.keys(), *entry, *granted));
        auto facts = page.facts();
        facts.row(tr("Gemeld"), text::moment(entry->reported_at, v.language())).row(tr("Door"), teller ? teller->name : std::string{"–"}).row(tr("Bereikbaar"), reach(v.keys(), *entry, *granted)).row(tr("Weet de ouder het?"), name(entry->parent_knows));
        if (!entry->taken_up_at) page.act(href(entry->id, "/behandeling"), tr("Ik pak dit op"));
        page.heading(tr("Wat u deed"));
        auto taken = steps(v.read(), *granted);
        if (taken.empty()) page.empty(tr("Er staat nog geen stap. Schrijf kort op wie u sprak en wat u afsprak."));
        std::vector<html::Happening> happenings;
        for (auto const& one : taken) happenings.push_back({text::plain_day(one.held_on.value_or(base::local_date(one.taken_at)), v.language()) + (one.code.empty() ? "" : ", " + text::say(name(base::from_word<Code>(one.code).value_or(Code::other)), v.language())), words(v.keys(), one, *granted), people::name_of(v.read(), v.keys(), one.taken_by)});
        if (!happenings.empty()) page.timeline(happenings);
        if (entry->open()) {
            auto values = v.values();
            if (!refusal) reception::put_date(values, "wanneer", v.today());
            std::vector<html::Option> codes;
            for (auto const& [code, word] : base::Words<Code>::entries) codes.push_back({std::string{word}, name(code)});
            auto form = page.form(href(entry->id, "/stappen"), tr("Leg stap vast"), values, refusal);
            form.select({.name = "fase", .label = tr("Welke stap van de meldcode?")}, codes).date({.name = "wanneer", .label = tr("Wanneer was dat?")});
            form.area({.name = "stap", .label = tr("Een stap vastleggen"), .who_reads = base::Sentence{tr("Dit leest alleen de aandachtsfunctionaris. Het staat niet bij uw traject en niet bij ‘Wie heeft gekeken?’.")}, .most = 2000});
            page.act(href(entry->id, "/afsluiting"), tr("Sluit deze zorg af"), {}, false);
        } else page.act(href(entry->id, "/heropening"), tr("Open deze zorg weer"), {}, false);
        page.link(href(entry->id, "/wissen"), tr("Wis deze zorg voorgoed"));
        page.heading(tr("Wie heeft deze zorg gelezen?"));
        std::vector<html::Said> looks;
        for (auto const& look : confidentiality::looks_at_worry(v.read(), entry->id.value())) looks.push_back(text::moment(look.at, v.language()) + ", " + people::name_of(v.read(), v.keys(), visit::PersonId{look.actor}));
        page.details(tr("Bekijk het eigen logboek van deze zorg"), looks.empty() ? std::vector<html::Said>{tr("Er heeft nog niemand gekeken.")} : looks);
    },
                  {.status = refusal ? 422 : 200});
}
http::Response show_worry(Visit& v) { return worry_page(v, nullptr); }

/// One act of the officer on one worry; `work` gets the grant.
http::Response handle(Visit& v, std::function<Acted(db::Write&, HandleGrant const&)> const& work) {
    auto entry = find(v.read(), v.id<Worry>("worry"));
    if (!entry) return v.not_found();
    auto granted = v.grant<Action::handle_worry>(entry->id, "");
    if (!granted) return v.not_found();
    return v.act(entry->id.value(), "", [&](db::Write& tx) -> Acted { return work(tx, *granted); }, [&](base::Refusal const& refusal) { return worry_page(v, &refusal); });
}

http::Response take_up_worry(Visit& v) {
    return handle(v, [&](db::Write& tx, HandleGrant const& granted) -> Acted {
        bool const first = take_up(tx, granted, v.now());
        return Done{href(granted.record()), first ? tr("U pakt deze zorg op. De rij bij de coördinator verdwijnt.") : tr("Deze zorg was al opgepakt.")}; });
}
http::Response create_step(Visit& v) {
    return handle(v, [&](db::Write& tx, HandleGrant const& granted) -> Acted {
        auto typed = step({text::tidy_text(v.field("stap")), v.date_field("wanneer"), base::from_word<Code>(v.field("fase")), !(v.field("wanneer_dag") + v.field("wanneer_maand") + v.field("wanneer_jaar")).empty()}, v.today());
        if (!typed) return typed.error();
        add_step(tx, v.keys(), granted, v.new_id<Step>(), *typed, v.now());
        return Done{href(granted.record()), tr("De stap is vastgelegd.")}; });
}
http::Response create_closure(Visit& v) {
    return handle(v, [&](db::Write& tx, HandleGrant const& granted) -> Acted {
        take_up(tx, granted, v.now());
        close(tx, granted, v.now());
        return Done{href(granted.record()), tr("Deze zorg is afgesloten. U kunt haar weer openen.")}; });
}
http::Response create_reopening(Visit& v) {
    return handle(v, [&](db::Write& tx, HandleGrant const& granted) -> Acted {
        reopen(tx, granted);
        return Done{href(granted.record()), tr("Deze zorg is weer open.")}; });
}

http::Response new_erasure(Visit& v) {
    auto entry = find(v.read(), v.id<Worry>("worry"));
    if (!entry || !v.grant<Action::handle_worry>(entry->id, "")) return v.not_found();
    return v.page(tr("Zorg wissen"), [&](html::Page& page) {
        page.paragraph(tr("U wist de melding en alle stappen. Ook in reservekopieën is daarna niets meer te lezen. Dit kan niet ongedaan worden gemaakt."));
        page.act(href(entry->id, "/wissen"), tr("Ja, wis deze zorg voorgoed"));
        page.link(href(entry->id), tr("Nee, terug"));
    });
}
http::Response create_erasure(Visit& v) {
    return handle(v, [&](db::Write& tx, HandleGrant const& granted) -> Acted {
        // the key goes first: a power cut in between leaves an unreadable row that is erased again, never a key of what seems gone
        destroy_key(v.keys(), granted.record(), v.now());
        erase(tx, granted, v.now());
        return Done{"/zorgen", tr("De zorg is gewist.")}; });
}

} // namespace

std::vector<reception::Route> routes() {
    using reception::route;
    return {
        route<Action::report_worry>("GET", "/zorg", new_worry),
        route<Action::report_worry>("POST", "/zorg", create_worry),
        route<Action::report_worry>("GET", "/zorg/verstuurd", show_told),
        route<Action::see_worry_sign>("GET", "/zorgen/wie", show_sign),
        route<Action::handle_worry>("GET", "/zorgen", list_worries),
        route<Action::handle_worry>("GET", "/zorgen/{worry}", show_worry),
        route<Action::handle_worry>("POST", "/zorgen/{worry}/behandeling", take_up_worry),
        route<Action::handle_worry>("POST", "/zorgen/{worry}/stappen", create_step),
        route<Action::handle_worry>("POST", "/zorgen/{worry}/afsluiting", create_closure),
        route<Action::handle_worry>("POST", "/zorgen/{worry}/heropening", create_reopening),
        route<Action::handle_worry>("GET", "/zorgen/{worry}/wissen", new_erasure),
        route<Action::handle_worry>("POST", "/zorgen/{worry}/wissen", create_erasure),
    };
}

std::map<std::string, people::Worker> workers() {
    // to the officer at once; the next working day, while nobody took it up, also to who stands in for the coordinator, who sees no more than the nameless row
    return {{"worry.told", [](people::Post& post, jobs::Job const& job) {
                 std::vector<visit::PersonId> told;
                 {
                     auto door = post.services.data.read(db::Scope::of(job.of_partnership));
                     auto entry = find(*door, WorryId{job.about});
                     if (!entry || entry->taken_up_at) return;
                     told = people::with_role(*door, visit::Role::safety_officer);
                     if (job.extra == "late")
                         for (auto const& row : people::deputyships(*door, base::local_date(post.services.clock.now())))
                             if (row.runs_on(base::local_date(post.services.clock.now())) && std::find(told.begin(), told.end(), row.deputy) == told.end()) told.push_back(row.deputy);
                 }
                 for (auto const& person : told) people::write_notice(post, job.of_partnership, person);
             }}};
}

} // namespace worry
