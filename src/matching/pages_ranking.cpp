#include "matching/pages_ranking.h"

#include "help_request/store_help_request.h"
#include "matching/ranking.h"
#include "matching/store_matching.h"
#include "matching/store_plan.h"
#include "matching/store_settings.h"
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

http::Response show_ranking(Visit& v, base::Refusal const* refusal) {
    auto request = help_request::find(v.read(), v.id<HelpRequest>("request"));
    if (!request || !v.grant<Action::rank_buddies>(request->id, request->person.value())) return v.not_found();
    auto proposal = open_proposal_for(v.read(), request->id);
    return v.page(tr("Welke buddy past?"), [&](html::Page& page) {
        page.lead(base::Sentence{tr("Voor {name}. Het programma zet op volgorde, u kiest."), {{"name", people::name_of(v.read(), v.keys(), request->person)}}});
        if (refusal) page.alert(html::Tone::error, refusal->fields.front().why);
        if (!request->open()) return void(page.alert(html::Tone::info, tr("Deze vraag is al gestopt of gekoppeld.")));
        if (proposal) {
            page.alert(html::Tone::info, base::Sentence{proposal->accepted() ? tr("{name} zei ja. De ouder moet nog antwoorden.") : proposal->partner ? tr("Voorgesteld aan {name}. Nog niet allebei antwoordden.")
                                                                                                                                                      : tr("Voorgesteld aan {name}. Die moet nog antwoorden."),
                                                        {{"name", people::names_of(v.read(), v.keys(), proposal->buddies(), v.language())}}});
            return;
        }
        if (request->rests(v.today())) return void(page.alert(html::Tone::info, base::Sentence{tr("Rust op verzoek van de ouder tot {day}. Zoek zo lang geen buddy."), {{"day", text::plain_day(*request->paused_until, v.language())}}}));
        if (!request->text_approved_at) return void(page.alert(html::Tone::warning, tr("De ouder moet eerst de tekst voor de buddy goedkeuren.")));
        auto const world = world_of(v.read(), request->id, v.house().vog_required, v.today());
        auto const ranked = rank(world, 0, yardstick(v.read(), v.today()));
        if (ranked.empty()) return void(page.empty(tr("Er zijn nog geen buddy’s die verder gaan na de training.")));
        for (auto const& each : ranked) {
            auto const who = each.partner ? std::vector{each.buddy, *each.partner} : std::vector{each.buddy};
            page.heading(people::names_of(v.read(), v.keys(), who, v.language()));
            if (each.partner) page.paragraph(tr("Dit is een buddypaar: samen één plek."));
            std::vector<html::Said> lines;
            for (auto limit : each.limits) lines.push_back(matching::name(limit));
            if (!lines.empty()) {
                page.paragraph(tr("Kan nu niet:"));
                page.bullets(lines);
                continue;
            }
            auto three = [&](Side side) {
                std::vector<html::Said> all;
                for (auto const& part : best(each.fit.parts(), side, 3)) all.push_back(say(part));
                return all;
            };
            if (auto const fors = three(Side::pro); !fors.empty()) page.paragraph(tr("Dit pleit ervoor:")).bullets(fors);
            if (auto const againsts = three(Side::con); !againsts.empty()) page.paragraph(tr("Dit pleit ertegen:")).bullets(againsts);
            page.act("/hulpvragen/" + request->id.value() + "/voorstel", base::Sentence{tr("Stel {name} voor"), {{"name", people::first_names_of(v.read(), v.keys(), who, v.language())}}}, {{"buddy", each.buddy.value()}});
        }
    },
                  {.status = refusal ? 422 : 200});
}
http::Response show_ranking_page(Visit& v) { return show_ranking(v, nullptr); }

http::Response create_proposal(Visit& v) {
    auto request = help_request::find(v.read(), v.id<HelpRequest>("request"));
    if (!request) return v.not_found();
    auto id = v.new_id<Proposal>();
    visit::PersonId buddy{v.field("buddy")};
    return v.act(id.value(), request->person.value(), [&](db::Write& tx) -> Acted {
        auto fresh = help_request::find(tx, request->id);
        if (!fresh || !fresh->open() || !fresh->text_approved_at || fresh->rests(v.today())) return base::Refusal::of(tr("Deze vraag kan nu niet worden voorgesteld."));
        auto const ranked = rank(world_of(tx, fresh->id, v.house().vog_required, v.today()), 0, yardstick(tx, v.today()));
        auto at = std::find_if(ranked.begin(), ranked.end(), [&](auto const& one) { return one.buddy == buddy; });
        if (at == ranked.end() || !at->limits.empty()) return base::Refusal::of(tr("Deze buddy kan nu niet worden voorgesteld. Kijk hieronder waarom."));
        if (!propose(tx, id, request->id, buddy, "", v.me(), v.now())) return base::Refusal::of(tr("Er is net al een ander voorstel gedaan."));
        jobs::later(tx, v.services().random, "proposal.to_buddy", v.house().id.value(), id.value(), "", v.now());
        return Done{"/hulpvragen/" + request->id.value() + "/buddys", tr("Voorgesteld. De buddy krijgt een mail en ziet alleen de tekst die de ouder goedkeurde.")}; }, [&](base::Refusal const& refusal) { return show_ranking(v, &refusal); });
}

} // namespace

std::vector<reception::Route> ranking_routes() {
    using reception::route;
    return {
        route<Action::rank_buddies>("GET", "/hulpvragen/{request}/buddys", show_ranking_page),
        route<Action::propose_match>("POST", "/hulpvragen/{request}/voorstel", create_proposal),
    };
}

} // namespace matching
