#include "trajectory/pages_closure.h"

#include "confidentiality/store_consent.h"
#include "matching/store_couples.h"
#include "people/store_people.h"
#include "platform/jobs/jobs.h"
#include "reception/visit_print.h"
#include "trajectory/listing_home.h"
#include "trajectory/pages_meeting.h"
#include "trajectory/store_closure.h"
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

std::vector<html::Option> end_reasons() {
    std::vector<html::Option> all;
    for (auto const& [reason, word] : base::Words<EndReason>::entries) all.push_back({std::string{word}, name(reason)});
    return all;
}
bool in_couple(Visit& v, MatchRow const& match) { return match.partner && match.has_buddy(v.me()); }

/// Ends a match inside an act: what was planned is called off with neutral words, and the other side gets a notice that tells nothing.
bool end_it(db::Write& tx, Visit& v, MatchRow const& match, Closing const& its) {
    if (!close(tx, v.services().random, match, v.me(), its, v.language(), v.now())) return false;
    call_off(tx, v, match.id);
    auto everyone = match.buddies();
    everyone.push_back(match.parent);
    for (auto const& person : everyone)
        if (person != v.me()) jobs::later(tx, v.services().random, "closure.told", v.house().id.value(), person.value(), "", v.now());
    return true;
}

/// Whom stopping is about in the log. A buddy may always stop, also while the parent's data are under lock: then it is about the buddy alone.
std::string about(Visit& v, MatchRow const& match) { return match.has_buddy(v.me()) && v.viewer().closed_to(match.parent) ? v.me().value() : match.parent.value(); }

http::Response stop_form(Visit& v, base::Refusal const* refusal) {
    auto match = matching::find_match(v.read(), v.id<Match>("match"));
    if (!match || match->ended_at || !v.grant<Action::stop_trajectory>(match->id, about(v, *match), ties(v.me(), *match))) return v.not_found();
    bool const parent = match->parent == v.me();
    auto const buddies = match->buddies();
    bool const reachable = std::none_of(buddies.begin(), buddies.end(), [&](auto const& id) { return v.viewer().closed_to(id); });
    auto values = v.values();
    if (!refusal) {
        values.emplace("reden", std::string{base::word(EndReason::stopped_not_asked)});
        values.emplace("vertelt", std::string{base::word(Teller::coordinator)});
        values.emplace("wie", "allen");
    }
    return v.page(tr("Stoppen"), [&](html::Page& page) {
        page.lead(tr("Stoppen mag altijd, zonder reden."));
        page.paragraph(parent ? tr("Vanaf dat moment ziet u elkaars gegevens hier niet meer. Een nummer dat al in een telefoon staat, kunnen wij niet weghalen.") : tr("Vanaf dat moment zien jullie elkaars gegevens hier niet meer. Een nummer dat al in een telefoon staat, kunnen wij niet weghalen."));
        page.paragraph(parent ? tr("Wilt u alleen even pauze? Dan kan het contact ook rusten.") : tr("Wil je alleen even pauze? Dan kan het contact ook rusten."));
        auto form = page.form("/trajecten/" + match->id.value() + "/stoppen", parent ? tr("Ja, ik stop") : tr("Stop dit contact"), values, refusal);
        if (in_couple(v, *match)) form.radios({.name = "wie", .label = tr("Wie stopt?"), .hint = tr("Stop je alleen? Dan vragen we de ouder of de ander alleen verder mag.")}, {{"allen", tr("Wij stoppen allebei")}, {"ik", tr("Alleen ik stop")}});
        form.select({.name = "reden", .label = parent ? tr("Wilt u zeggen waarom? (niet verplicht)") : tr("Wil je zeggen waarom? (niet verplicht)"), .hint = tr("Alleen de coördinator leest dit.")}, end_reasons());
        if (parent) {
            if (!reachable) form.note(tr("De coördinator vertelt het uw buddy zodra dat kan."));
            else form.radios({.name = "vertelt", .label = tr("Wie vertelt het uw buddy?")}, {{std::string{base::word(Teller::coordinator)}, tr("De coördinator belt mijn buddy")}, {std::string{base::word(Teller::oneself)}, tr("Ik vertel het zelf")}});
            form.box({.name = "later", .label = tr("Over drie maanden mag u mij één vraag stellen: hoe het dan gaat.")});
        } else form.note(v.viewer().closed_to(match->parent) ? tr("De coördinator vertelt het de ouder zodra dat kan, zonder verwijt.") : tr("De coördinator belt de ouder en vertelt het, zonder verwijt."));
        form.or_go(parent ? "/mijn/traject" : v.viewer().closed_to(match->parent) ? "/mijn/ouders"
                                                                                  : "/trajecten/" + match->id.value() + "/contacten",
                   tr("Nee, terug"));
    },
                  {.status = refusal ? 422 : 200, .quick_exit = parent});
}
http::Response new_stop(Visit& v) { return stop_form(v, nullptr); }

http::Response create_stop(Visit& v) {
    auto match = matching::find_match(v.read(), v.id<Match>("match"));
    if (!match || !v.grant<Action::stop_trajectory>(match->id, about(v, *match), ties(v.me(), *match))) return v.not_found();
    bool const parent = match->parent == v.me();
    auto again = [&](base::Refusal const& refusal) { return stop_form(v, &refusal); };
    return v.act(match->id.value(), about(v, *match), [&](db::Write& tx) -> Acted {
        if (in_couple(v, *match) && v.field("wie") == "ik") {
            if (!matching::leave_match(tx, v.new_id<matching::Departure>(), match->id, v.me(), v.now())) return base::Refusal::of(tr("Dit contact is intussen gestopt."));
            jobs::later(tx, v.services().random, matching::departed, v.house().id.value(), match->id.value(), v.me().value(), v.now());
            return Done{"/mijn", tr("Je bent gestopt. De ouder kiest hoe het verdergaat.")};
        }
        // a reason is never asked for twice: without one it is the first
        auto its = closing({v.field("reden").empty() ? EndReason::stopped_not_asked : base::from_word<EndReason>(v.field("reden")), parent && !v.field("vertelt").empty() ? base::from_word<Teller>(v.field("vertelt")) : Teller::coordinator, parent && v.field("later") == "ja"});
        if (!its) return its.error();
        if (!end_it(tx, v, *match, *its)) return Done{"/mijn/afsluiting", tr("Dit contact was al gestopt.")};
        return Done{"/mijn/afsluiting", parent ? tr("Het contact is gestopt. Hieronder leest u wat er blijft, en tot wanneer.") : tr("Het contact is gestopt. Hieronder lees je wat er blijft, en tot wanneer.")}; }, again);
}

/// Whether someone may know already how a match ended: who ended it, or whom the coordinator told; the other reads first that the coordinator calls.
bool knows(ClosureRow const& closure, MatchRow const& match, visit::PersonId const& person) { return closure.told_at || closure.closed_by == person || (match.has_buddy(closure.closed_by) && match.has_buddy(person)); }
/// Whether the one question waits for the parent's answer, and the consent to it still stands.
bool question_open(Visit& v, ClosureRow const& closure, MatchRow const& match) { return match.parent == v.me() && closure.later_asked_at && closure.later_answer.empty() && confidentiality::stands(v.read(), v.me(), confidentiality::Purpose::question_after_closure); }

http::Response show_own_closure(Visit& v) {
    auto const closures = closures_of(v.read(), v.me());
    return v.page(tr("Wat is afgesloten"), [&](html::Page& page) {
        if (closures.empty()) return void(page.empty(tr("Er is nog geen contact afgesloten.")));
        bool asked = false;
        for (auto const& closure : closures) {
            auto const match = matching::find_match(v.read(), closure.match);
            if (!match || !match->ended_at || !v.grant<Action::see_own_closure>(closure.id, v.me().value(), {visit::Tie::own})) continue;
            bool const parent = match->parent == v.me();
            page.heading(base::Sentence{tr("Contact van {first} tot {last}"), {{"first", text::plain_day(base::local_date(match->begun_at), v.language())}, {"last", text::plain_day(base::local_date(*match->ended_at), v.language())}}});
            if (!knows(closure, *match, v.me())) {
                page.alert(html::Tone::info, parent ? tr("Uw contact is gestopt. De coördinator belt u binnen twee werkdagen.") : closure.teller == Teller::oneself ? tr("Dit contact is gestopt. De ouder vertelt het je zelf. Vragen? De coördinator helpt je graag.")
                                                                                                                                                                    : tr("De coördinator belt je binnen twee werkdagen over een contact dat stopte. Het ligt niet aan jou."));
                page.phone(parent ? tr("Liever zelf bellen?") : tr("Wil je zelf bellen?"), v.house().coordinator_phone);
                continue;
            }
            page.paragraph(parent ? tr("Dit contact is afgesloten. U en uw buddy zien elkaars gegevens hier niet meer.") : tr("Dit contact is afgesloten. Dank je wel dat je naast deze ouder stond. Jullie zien elkaars gegevens hier niet meer."));
            page.bullets({base::Sentence{tr("De dagen van het contact blijven tot {day}. Daarna worden ze gewist."), {{"day", text::plain_day(kept_until(*match->ended_at), v.language())}}}, parent ? tr("Wat u besprak, stond nergens.") : tr("Wat jullie bespraken, stond nergens."), tr("Een nummer dat al in een telefoon staat, kunnen wij niet weghalen.")});
            if (question_open(v, closure, *match)) {
                asked = true;
                page.alert(html::Tone::info, tr("Eén vraag, zoals u goed vond: hoe gaat het nu met uw kind op school?"));
                for (auto const& [answer, word] : base::Words<Later>::entries) page.act("/mijn/afsluiting", name(answer), {{"afsluiting", closure.id.value()}, {"antwoord", std::string{word}}}, false);
            }
            if (parent && !closure.later_answer.empty()) page.paragraph(tr("U gaf antwoord op onze vraag. Dank u wel."));
        }
        if (v.viewer().is(visit::Role::asking_parent)) {
            if (!asked) page.link("/mijn/terugblik", tr("Terugkijken: wat deed uw buddy?"));
            page.link("/mijn/vraag", tr("Opnieuw een buddy vragen"));
        }
        if (v.viewer().is(visit::Role::buddy)) page.link("/mijn/bewijs", tr("Mijn bewijs van inzet (PDF)"));
    },
                  {.quick_exit = v.viewer().is(visit::Role::asking_parent)});
}

http::Response create_later_answer(Visit& v) {
    ClosureId const id{v.field("afsluiting")};
    auto const closures = closures_of(v.read(), v.me());
    auto const its = std::find_if(closures.begin(), closures.end(), [&](auto const& one) { return one.id == id; });
    auto const match = its == closures.end() ? std::nullopt : matching::find_match(v.read(), its->match);
    if (!match || match->parent != v.me() || !v.grant<Action::see_own_closure>(id, v.me().value(), {visit::Tie::own})) return v.see("/mijn/afsluiting");
    return v.act(id.value(), v.me().value(), [&](db::Write& tx) -> Acted {
        auto const answer = base::from_word<Later>(v.field("antwoord"));
        if (!answer) return base::Refusal::of(tr("Kies een antwoord."));
        answer_later(tx, id, *answer, v.now());
        return Done{"/mijn/afsluiting", *answer == Later::call ? tr("Goed dat u dit zegt. De coördinator belt u.") : tr("Dank u wel. Verder vragen wij u niets.")}; }, [&](base::Refusal const&) { return v.see("/mijn/afsluiting"); });
}

http::Response print_proof(Visit& v) {
    auto const since = buddy_since(v.read(), v.me());
    if (!since || !v.grant<Action::see_own_closure>(base::Id<people::Person>{v.me().value()}, v.me().value(), {visit::Tie::own})) return v.see("/mijn/afsluiting");
    using pdf::Part;
    std::vector<reception::Printed> parts{{Part::title, tr("Bewijs van inzet")}, {Part::heading, people::name_of(v.read(), v.keys(), v.me())}};
    parts.push_back({Part::paragraph, base::Sentence{v.viewer().is(visit::Role::buddy) ? tr("is ouderbuddy bij {place}, sinds {day}.") : tr("werd ouderbuddy bij {place} op {day}."), {{"place", v.house().support_point}, {"day", text::plain_day(base::local_date(*since), v.language())}}}});
    parts.push_back({Part::paragraph, tr("Een ouderbuddy staat naast een andere ouder: luistert, deelt eigen ervaring, helpt een gesprek voor te bereiden en wijst de weg. Een buddy doet dit vrijwillig, na een training.")});
    parts.push_back({Part::paragraph, tr("Dank je wel voor je tijd en je aandacht.")});
    parts.push_back({Part::paragraph, base::Sentence{tr("{name}, coördinator, {day}"), {{"name", v.house().coordinator_name}, {"day", text::plain_day(v.today(), v.language())}}}});
    return reception::print(v, "bewijs-van-inzet", parts);
}

http::Response desk_answer(Visit& v, std::optional<MatchRow> const& match, base::Refusal const& refusal);

http::Response create_closure(Visit& v) {
    auto match = matching::find_match(v.read(), v.id<Match>("match"));
    if (!match || match->ended_at || !v.grant<Action::close_trajectory>(match->id, match->parent.value())) return v.not_found();
    return v.act(match->id.value(), match->parent.value(), [&](db::Write& tx) -> Acted {
        auto its = closing({base::from_word<EndReason>(v.field("reden")), Teller::coordinator, v.field("later") == "ja"});
        if (!its) return its.error();
        if (!end_it(tx, v, *match, *its)) return Done{"/trajecten/" + match->id.value(), tr("Dit contact was al gestopt.")};
        return Done{"/trajecten/" + match->id.value(), tr("Afgesloten. De buddy is weer vrij voor een andere ouder.")}; }, [&](base::Refusal const& refusal) { return desk_answer(v, match, refusal); });
}

http::Response create_step(Visit& v) {
    auto const match = matching::find_match(v.read(), v.id<Match>("match"));
    auto const closure = match ? closure_of(v.read(), match->id) : std::nullopt;
    if (!closure || !v.grant<Action::close_trajectory>(match->id, match->parent.value())) return v.not_found();
    return v.act(match->id.value(), match->parent.value(), [&](db::Write& tx) -> Acted {
        auto const step = v.field("stap");
        if (step == "verteld") note_told(tx, closure->id, v.now());
        else if (step == "gebeld") note_called(tx, closure->id, v.now());
        else if (step == "ouder-gehouden" || step == "ouder-niet") note_talk(tx, closure->id, true, step.ends_with("niet") ? Talk::not_wanted : Talk::held);
        else if (step == "buddy-gehouden" || step == "buddy-niet") note_talk(tx, closure->id, false, step.ends_with("niet") ? Talk::not_wanted : Talk::held);
        else return base::Refusal::of(tr("Kies een stap."));
        return Done{"/trajecten/" + match->id.value(), tr("Bewaard.")}; }, [&](base::Refusal const&) { return v.not_found(); });
}

http::Response create_reopening(Visit& v) {
    auto const match = matching::find_match(v.read(), v.id<Match>("match"));
    auto const closure = match ? closure_of(v.read(), match->id) : std::nullopt;
    if (!closure || !v.grant<Action::reopen_trajectory>(match->id, match->parent.value())) return v.not_found();
    return v.act(match->id.value(), match->parent.value(), [&](db::Write& tx) -> Acted {
        auto const reason = base::from_word<Reopening>(v.field("waarom"));
        base::Refusal refusal;
        if (!reason) refusal.add("waarom", tr("Kies een reden."));
        if (v.field("allebei") != "ja") refusal.add("allebei", tr("Vraag het eerst aan allebei."));
        if (!refusal.empty()) return refusal;
        if (!may_reopen(closure->closed_at, false, v.today())) return base::Refusal::of(tr("Dit is langer dan vier weken geleden afgesloten. Vraag de ouder opnieuw een buddy te vragen."));
        if (!reopen(tx, *closure, *match, *reason, v.me(), v.now())) return base::Refusal::of(tr("Dit kan niet meer: de ouder heeft een andere buddy, of de buddy is niet meer vrij."));
        return Done{"/trajecten/" + match->id.value(), tr("Het contact loopt weer. Zij zien elkaars gegevens weer.")}; }, [&](base::Refusal const& refusal) { return desk_answer(v, match, refusal); });
}

/// The coordinator's page of a match again, with what was refused.
http::Response desk_answer(Visit& v, std::optional<MatchRow> const& match, base::Refusal const& refusal) {
    return v.page(match->ended_at ? tr("Toch verder") : tr("Afsluiten"), [&](html::Page& page) {
        closure_desk_part(page, v, *match, &refusal);
        page.link("/trajecten/" + match->id.value(), tr("Terug naar de koppeling"));
    },
                  {.status = 422});
}

} // namespace

void closure_desk_part(html::Page& page, Visit& v, MatchRow const& match, base::Refusal const* refusal) {
    auto const address = "/trajecten/" + match.id.value();
    if (!match.ended_at) {
        page.heading(tr("Afsluiten"));
        page.paragraph(tr("Sprak u hen allebei? Sluit dan af. Vanaf dat moment ziet de buddy niets meer van deze ouder."));
        auto values = v.values();
        if (!refusal) values.emplace("reden", std::string{base::word(EndReason::stopped_not_asked)});
        auto form = page.form(address + "/afsluiting", tr("Sluit af"), values, refusal);
        form.radios({.name = "reden", .label = tr("Waarom stopt het?")}, end_reasons());
        form.box({.name = "later", .label = tr("De ouder vindt goed dat wij over drie maanden één vraag stellen.")});
        return;
    }
    auto const closure = closure_of(v.read(), match.id);
    if (!closure) return;
    auto const parent = people::first_name(people::name_of(v.read(), v.keys(), match.parent)), buddy = people::first_names_of(v.read(), v.keys(), match.buddies(), v.language());
    bool const by_parent = closure->closed_by == match.parent, by_buddy = match.has_buddy(closure->closed_by);
    auto facts = page.facts();
    facts.row(tr("Reden"), name(closure->reason));
    facts.row(tr("Gestopt door"), by_parent ? parent : by_buddy ? buddy
                                                                : people::name_of(v.read(), v.keys(), closure->closed_by));
    facts.row(tr("Gesprek met de ouder"), name(closure->talk_parent)).row(tr("Gesprek met de buddy"), name(closure->talk_buddy));
    if (!closure->later_answer.empty()) facts.row(tr("Na drie maanden"), name(*base::from_word<Later>(closure->later_answer)));
    auto const steps = address + "/afsluiting/stap";
    if (!closure->told_at) {
        auto const other = by_parent ? buddy : parent;
        page.alert(html::Tone::info, closure->teller == Teller::oneself ? base::Sentence{tr("{parent} vertelt het zelf aan {buddy}. Vraag na of dat lukte."), {{"parent", parent}, {"buddy", buddy}}} : base::Sentence{tr("Bel {name} binnen twee werkdagen. Die leest tot dan alleen dat u belt."), {{"name", other}}});
        page.act(steps, base::Sentence{tr("{name} weet het"), {{"name", other}}}, {{"stap", "verteld"}});
    }
    if (closure->talk_parent == Talk::open) {
        page.act(steps, base::Sentence{tr("Afsluitend gesprek met {name} gehouden"), {{"name", parent}}}, {{"stap", "ouder-gehouden"}}, false);
        page.act(steps, base::Sentence{tr("{name} wil geen gesprek"), {{"name", parent}}}, {{"stap", "ouder-niet"}}, false);
    }
    if (closure->talk_buddy == Talk::open) {
        page.act(steps, base::Sentence{tr("Afsluitend gesprek met {name} gehouden"), {{"name", buddy}}}, {{"stap", "buddy-gehouden"}}, false);
        page.act(steps, base::Sentence{tr("{name} wil geen gesprek"), {{"name", buddy}}}, {{"stap", "buddy-niet"}}, false);
    }
    if (closure->later_answer == base::word(Later::call) && !closure->called_at) {
        page.alert(html::Tone::info, base::Sentence{tr("{name} wil na drie maanden graag gebeld worden."), {{"name", parent}}});
        page.act(steps, tr("Ik belde"), {{"stap", "gebeld"}});
    }
    if (!may_reopen(closure->closed_at, false, v.today())) return;
    page.heading(tr("Toch verder?"));
    auto form = page.form(address + "/heropening", tr("Laat het contact weer lopen"), v.values(), refusal);
    std::vector<html::Option> reasons;
    for (auto const& [reason, word] : base::Words<Reopening>::entries) reasons.push_back({std::string{word}, name(reason)});
    form.radios({.name = "waarom", .label = tr("Waarom?"), .hint = base::Sentence{tr("Dit kan tot {day}."), {{"day", text::plain_day(base::later(base::local_date(closure->closed_at), reopen_days), v.language())}}}}, reasons);
    form.box({.name = "allebei", .label = tr("Ouder en buddy willen dit allebei.")});
}

void closure_home_part(html::Page& page, Visit& v) {
    for (auto const& closure : closures_of(v.read(), v.me())) {
        auto const match = matching::find_match(v.read(), closure.match);
        if (!match) continue;
        bool const parent = match->parent == v.me();
        if (question_open(v, closure, *match)) return void(page.button("/mijn/afsluiting", tr("Eén vraag van ons: hoe gaat het nu?")));
        if (base::days_between(base::local_date(closure.closed_at), v.today()) > 28) continue;
        if (!knows(closure, *match, v.me())) page.alert(html::Tone::info, parent ? tr("De coördinator belt u over uw contact.") : tr("De coördinator belt je over een contact."));
        return void(page.link("/mijn/afsluiting", tr("Wat is afgesloten")));
    }
}

void ask_later_ones(people::Post& post, std::string const& partnership) {
    auto& services = post.services;
    auto const now = services.clock.now();
    services.data.write(db::Scope::of(partnership), [&](db::Write& tx) {
        for (auto const& closure : ask_later(tx, now))
            if (auto const match = matching::find_match(tx, closure.match)) jobs::later(tx, services.random, "closure.later", partnership, match->parent.value(), "", now);
    });
}

std::vector<reception::Route> closure_routes() {
    using reception::Haste;
    using reception::route;
    return {
        route<Action::stop_trajectory>("GET", "/trajecten/{match}/stoppen", new_stop),
        route<Action::stop_trajectory>("POST", "/trajecten/{match}/stoppen", create_stop, Haste::urgent),
        route<Action::see_own_closure>("GET", "/mijn/afsluiting", show_own_closure),
        route<Action::see_own_closure>("POST", "/mijn/afsluiting", create_later_answer),
        route<Action::see_own_closure>("GET", "/mijn/bewijs", print_proof),
        route<Action::close_trajectory>("POST", "/trajecten/{match}/afsluiting", create_closure),
        route<Action::close_trajectory>("POST", "/trajecten/{match}/afsluiting/stap", create_step),
        route<Action::reopen_trajectory>("POST", "/trajecten/{match}/heropening", create_reopening),
    };
}

} // namespace trajectory
