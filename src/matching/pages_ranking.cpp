#include "matching/pages_ranking.h"

#include "help_request/store_help_request.h"
#include "matching/overrule.h"
#include "matching/pages_apart.h"
#include "matching/proposal.h"
#include "matching/ranking.h"
#include "matching/settings.h"
#include "matching/store_matching.h"
#include "matching/store_plan.h"
#include "matching/store_settings.h"
#include "matching/store_thoughts.h"
#include "platform/jobs/jobs.h"

#include <algorithm>

namespace matching {
using base::tr;
using help_request::HelpRequest;
using reception::Acted;
using reception::Done;
using reception::Visit;
using visit::Action;

namespace {

std::vector<visit::PersonId> people_of(Ranked const& one) { return one.partner ? std::vector{one.buddy, *one.partner} : std::vector{one.buddy}; }

std::vector<html::Said> sentences(Ranked const& one, Side side) {
    std::vector<html::Said> all;
    for (auto const& part : best(one.fit.parts(), side, 3)) all.push_back(say(part));
    return all;
}
/// The number, for who asks for it: each part with its points.
void put_number(html::Page& page, Ranked const& one, text::Language language) {
    std::vector<html::Said> lines;
    for (auto const& part : one.fit.parts()) lines.push_back(base::Sentence{tr("{part}: {points} van {most}"), {{"part", text::say(name(part.kind), language)}, {"points", std::to_string(part.points)}, {"most", std::to_string(part.most)}}});
    page.details(base::Sentence{tr("Het getal: {score}"), {{"score", std::to_string(one.score)}}}, lines);
}

/// One buddy who may be proposed.
void put_allowed(html::Page& page, Visit& v, Ranked const& one, std::string const& address) {
    if (auto const fors = sentences(one, Side::pro); !fors.empty()) page.paragraph(tr("Dit pleit ervoor:")).bullets(fors);
    if (auto const againsts = sentences(one, Side::con); !againsts.empty()) page.paragraph(tr("Dit pleit ertegen:")).bullets(againsts);
    put_number(page, one, v.language());
    page.act(address + "/voorstel", base::Sentence{tr("Stel {name} voor"), {{"name", people::first_names_of(v.read(), v.keys(), people_of(one), v.language())}}}, {{"buddy", one.buddy.value()}});
}
/// One buddy whom something forbids, with what can be done about it.
void put_forbidden(html::Page& page, Visit& v, Ranked const& one, Few<Limit> ask, help_request::HelpRequestId const& request) {
    auto const address = "/hulpvragen/" + request.value();
    std::vector<html::Said> lines;
    for (auto limit : one.limits) lines.push_back(name(limit));
    page.paragraph(tr("Kan nu niet:")).bullets(lines);
    if (!ask.empty()) page.button(address + "/dichtbij", tr("Vraag de ouder of dit mag"), false);
    if (may_overrule(one.fit.limits)) page.button(address + "/toch?buddy=" + one.buddy.value(), tr("Toch voorstellen, met een reden"), false);
    if (one.fit.limits.contains(Limit::old_offer)) {
        auto act = [&](visit::PersonId const& person) { page.act("/buddys/" + person.value() + "/aanbod-klopt", base::Sentence{tr("{name} vertelde mij dat het nog klopt"), {{"name", people::first_name(people::name_of(v.read(), v.keys(), person))}}}, {{"vraag", request.value()}}, false); };
        for (auto const& person : people_of(one))
            if (auto const offer = offer_of(v.read(), person); offer && offer_is_old(offer->confirmed_at, v.today())) act(person);
    }
}

/// What a professional who thinks along wrote, as far as the parent lets it be read.
void put_thoughts(html::Page& page, Visit& v, help_request::Entry const& request) {
    auto const thought = thought_about(v.read(), request.id);
    if (!thought || !thought->released_at) return;
    auto const granted = v.grant<Action::read_request>(request.id, request.person.value());
    if (!granted) return;
    page.heading(tr("Wie meedenkt, schreef dit"));
    for (auto const& words : released_thoughts(v.read(), v.keys(), *granted)) page.quote(words);
}

http::Response show_ranking(Visit& v, base::Refusal const* refusal) {
    auto request = help_request::find(v.read(), v.id<HelpRequest>("request"));
    if (!request || !v.grant<Action::rank_buddies>(request->id, request->person.value())) return v.not_found();
    auto proposal = open_proposal_for(v.read(), request->id);
    auto const address = "/hulpvragen/" + request->id.value();
    return v.page(tr("Welke buddy past?"), [&](html::Page& page) {
        page.lead(base::Sentence{tr("Voor {name}. Het programma zet op volgorde, u kiest."), {{"name", people::name_of(v.read(), v.keys(), request->person)}}});
        if (refusal) page.alert(html::Tone::error, refusal->fields.front().why);
        put_thoughts(page, v, *request);
        if (!request->open()) return void(page.alert(html::Tone::info, tr("Deze vraag is al gestopt of gekoppeld.")));
        if (proposal) {
            page.alert(html::Tone::info, base::Sentence{proposal->accepted() ? tr("{name} zei ja. De ouder moet nog antwoorden.") : proposal->partner ? tr("Voorgesteld aan {name}. Nog niet allebei antwoordden.")
                                                                                                                                                      : tr("Voorgesteld aan {name}. Die moet nog antwoorden."),
                                                        {{"name", people::names_of(v.read(), v.keys(), proposal->buddies(), v.language())}}});
            if (auto const reason = base::from_word<Overruled>(proposal->reason)) page.paragraph(base::Sentence{tr("Voorgesteld hoewel iets niet past, want: {reason}."), {{"reason", text::say(name(*reason), v.language())}}});
            return;
        }
        if (request->rests(v.today())) return void(page.alert(html::Tone::info, base::Sentence{tr("Rust op verzoek van de ouder tot {day}. Zoek zo lang geen buddy."), {{"day", text::plain_day(*request->paused_until, v.language())}}}));
        if (!request->text_approved_at) return void(page.alert(html::Tone::warning, tr("De ouder moet eerst de tekst voor de buddy goedkeuren.")));
        auto const world = world_of(v.read(), request->id, v.house().vog_required, v.today());
        auto const ranked = rank(world, 0, yardstick(v.read(), v.today()));
        if (ranked.empty()) page.empty(tr("Er zijn nog geen buddy’s die verder gaan na de training."));
        else if (!ranked.front().fit.allowed()) page.alert(html::Tone::info, tr("Er is nu geen buddy die kan worden voorgesteld. Hieronder staat waarom."));
        for (auto const& each : ranked) {
            page.heading(people::names_of(v.read(), v.keys(), people_of(each), v.language()));
            if (each.partner) page.paragraph(tr("Dit is een buddypaar: samen één plek."));
            auto const candidate = std::find_if(world.buddies.begin(), world.buddies.end(), [&](auto const& one) { return one.buddy == each.buddy; });
            if (each.fit.allowed()) put_allowed(page, v, each, address);
            else put_forbidden(page, v, each, to_ask_parent(world.requests.front(), *candidate, each.fit), request->id);
            if (!each.fit.limits.contains(Limit::same_person) && !each.fit.limits.contains(Limit::close) && !each.fit.limits.contains(Limit::never_together)) page.link(address + "/apart?buddy=" + each.buddy.value(), tr("Houd deze twee apart"));
        }
        put_apart(page, v, request->id.value(), request->person);
        page.link("/koppelen", tr("Het plan voor iedereen die wacht"));
    },
                  {.status = refusal ? 422 : 200});
}
http::Response show_ranking_page(Visit& v) { return show_ranking(v, nullptr); }

http::Response overruling_form(Visit& v, base::Refusal const* refusal) {
    auto const request = help_request::find(v.read(), v.id<HelpRequest>("request"));
    if (!request || !request->open() || !v.grant<Action::rank_buddies>(request->id, request->person.value())) return v.not_found();
    visit::PersonId const buddy{refusal ? v.field("buddy") : v.request().query.get("buddy")};
    auto const ranked = rank(world_of(v.read(), request->id, v.house().vog_required, v.today()), 0, yardstick(v.read(), v.today()));
    auto const at = std::find_if(ranked.begin(), ranked.end(), [&](auto const& one) { return one.buddy == buddy; });
    auto const back = "/hulpvragen/" + request->id.value() + "/buddys";
    // what may not be overruled is told on the list, beside all others
    if (at == ranked.end() || !may_overrule(at->fit.limits)) return v.see(back);
    return v.page(tr("Toch voorstellen"), [&](html::Page& page) {
        page.lead(base::Sentence{tr("{name} heeft minder ervaring dan deze vraag nodig heeft."), {{"name", people::names_of(v.read(), v.keys(), people_of(*at), v.language())}}});
        auto form = page.form("/hulpvragen/" + request->id.value() + "/voorstel", tr("Stel toch voor"), v.values(), refusal);
        form.hidden("buddy", buddy.value());
        std::vector<html::Option> reasons;
        for (auto const& [reason, word] : base::Words<Overruled>::entries) reasons.push_back({std::string{word}, name(reason)});
        form.radios({.name = "reden", .label = tr("Waarom past deze buddy toch?"), .hint = tr("De reden wordt bewaard bij het voorstel.")}, reasons);
        form.or_go(back, tr("Terug"));
    },
                  {.status = refusal ? 422 : 200});
}
http::Response new_overruling(Visit& v) { return overruling_form(v, nullptr); }

http::Response create_proposal(Visit& v) {
    auto request = help_request::find(v.read(), v.id<HelpRequest>("request"));
    if (!request) return v.not_found();
    auto id = v.new_id<Proposal>();
    visit::PersonId buddy{v.field("buddy")};
    bool asks_reason = false;
    return v.act(id.value(), request->person.value(), [&](db::Write& tx) -> Acted {
        auto fresh = help_request::find(tx, request->id);
        if (!fresh || !fresh->open() || !fresh->text_approved_at || fresh->rests(v.today())) return base::Refusal::of(tr("Deze vraag kan nu niet worden voorgesteld."));
        auto const ranked = rank(world_of(tx, fresh->id, v.house().vog_required, v.today()), 0, yardstick(tx, v.today()));
        auto at = std::find_if(ranked.begin(), ranked.end(), [&](auto const& one) { return one.buddy == buddy; });
        if (at == ranked.end()) return base::Refusal::of(tr("Deze buddy kan nu niet worden voorgesteld. Kijk hieronder waarom."));
        auto const may = may_propose(at->fit.limits, base::from_word<Overruled>(v.field("reden")));
        asks_reason = !may && may_overrule(at->fit.limits);
        if (!may) return may.error();
        if (!propose(tx, id, request->id, buddy, *may ? std::string{base::word(**may)} : std::string{}, v.me(), v.now())) return base::Refusal::of(tr("Er is net al een ander voorstel gedaan."));
        jobs::later(tx, v.services().random, "proposal.to_buddy", v.house().id.value(), id.value(), "", v.now());
        return Done{"/hulpvragen/" + request->id.value() + "/buddys", tr("Voorgesteld. De buddy krijgt een mail en ziet alleen de tekst die de ouder goedkeurde.")}; }, [&](base::Refusal const& refusal) { return asks_reason ? overruling_form(v, &refusal) : show_ranking(v, &refusal); });
}

http::Response create_offer_told(Visit& v) {
    auto const person = v.id<people::Person>("person");
    if (!offer_of(v.read(), person)) return v.not_found();
    auto const asked = help_request::find(v.read(), help_request::HelpRequestId{v.field("vraag")});
    return v.act(person.value(), person.value(), [&](db::Write& tx) -> Acted {
        confirm_offer(tx, person, v.now());
        return Done{asked ? "/hulpvragen/" + asked->id.value() + "/buddys" : std::string{"/vandaag"}, tr("Genoteerd dat het aanbod nog klopt.")}; }, [&](base::Refusal const&) { return v.not_found(); });
}

} // namespace

std::vector<reception::Route> ranking_routes() {
    using reception::route;
    return {
        route<Action::rank_buddies>("GET", "/hulpvragen/{request}/buddys", show_ranking_page),
        route<Action::propose_match>("POST", "/hulpvragen/{request}/voorstel", create_proposal),
        route<Action::rank_buddies>("GET", "/hulpvragen/{request}/toch", new_overruling),
        route<Action::manage_buddy>("POST", "/buddys/{person}/aanbod-klopt", create_offer_told),
    };
}

} // namespace matching
