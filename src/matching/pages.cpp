#include "matching/pages.h"

#include "help_request/store_help_request.h"
#include "matching/listing_gives.h"
#include "matching/pages_pairs.h"
#include "matching/pages_question.h"
#include "matching/pages_thoughts.h"
#include "matching/proposal.h"
#include "matching/store_matching.h"
#include "matching/store_pairs.h"
#include "matching/store_questions.h"
#include "people/store_restriction.h"
#include "reception/visit.h"

#include <algorithm>

namespace matching {
using base::tr;
using help_request::HelpRequest;
using reception::Acted;
using reception::Done;
using reception::Visit;
using visit::Action;

namespace {

template <class E>
std::string names(std::set<E> const& all, text::Language language) {
    std::string said;
    for (auto each : all) (said += said.empty() ? "" : ", ") += text::say(help_request::name(each), language);
    return said.empty() ? "–" : said;
}

/// How far, in words that give no place away.
base::Text rough_distance(std::optional<int> one, std::optional<int> other) {
    if (!one || !other) return tr("niet bekend");
    if (*one / 100 == *other / 100) return tr("bij jou in de buurt");
    return *one / 1000 == *other / 1000 ? tr("een stukje rijden") : tr("verder weg");
}

http::Response list_proposals(Visit& v) {
    auto open = open_proposals_to(v.read(), v.me());
    auto offer = offer_of(v.read(), v.me());
    auto self = people::find_person(v.read(), v.keys(), v.me());
    return v.page(tr("Voorstellen"), [&](html::Page& page) {
        int nth = 0;
        if (open.empty()) return void(page.empty(tr("Er is nu geen voorstel. Je krijgt een mail als er een ouder is die bij je past.")));
        for (auto const& proposal : open) {
            auto request = help_request::find(v.read(), proposal.request);
            if (!request || !v.grant<Action::answer_as_buddy>(proposal.id, request->person.value(), {visit::Tie::own})) continue;
            page.heading(tr("Een ouder zoekt een buddy"));
            if (proposal.partner) page.paragraph(base::Sentence{tr("Dit is een vraag aan jullie samen. {name} krijgt dezelfde vraag."), {{"name", people::first_name(people::name_of(v.read(), v.keys(), proposal.buddy == v.me() ? *proposal.partner : proposal.buddy))}}});
            page.quote(help_request::short_text(v.keys(), *request));
            auto facts = page.facts();
            facts.row(tr("Gaat over"), names(help_request::split<help_request::Situation>(request->situations), v.language())).row(tr("Contact"), names(help_request::split<help_request::Way>(request->ways), v.language())).row(tr("Taal"), request->languages.empty() ? std::string{"–"} : request->languages);
            facts.row(tr("Afstand"), rough_distance(request->postcode, offer ? offer->postcode : std::nullopt));
            questions_so_far(page, v, proposal);
            page.paragraph(tr("Je hoeft niet uit te leggen waarom je ja of nee zegt."));
            auto const address = "/mijn/voorstellen/" + proposal.id.value();
            // every field of a page has a name of its own
            auto const field = ++nth == 1 ? std::string{"geeft"} : "geeft" + std::to_string(nth);
            auto form = page.form(address, tr("Ja, dit wil ik"), offer ? html::Values{{field, std::string{base::word(offer->gives)}}} : html::Values{});
            form.radios({.name = field, .label = tr("Hoe mag de ouder jou bereiken?"), .hint = tr("De ouder ziet dit pas als die ook ja zegt. Anders kiezen kan altijd.")}, self ? ways_to_give(*self) : std::vector<html::Option>{});
            form.hidden("antwoord", "yes").hidden("veld", field).also("nee", tr("Nee, deze keer niet")).also("bekend", tr("Wij kennen elkaar"));
            question_part(page, v, proposal);
        }
    });
}

http::Response create_buddy_answer(Visit& v) {
    auto proposal = find_proposal(v.read(), v.id<Proposal>("proposal"));
    if (!proposal || !proposal->asks(v.me())) return v.not_found();
    auto request = help_request::find(v.read(), proposal->request);
    if (!request) return v.not_found();
    return v.act(proposal->id.value(), request->person.value(), [&](db::Write& tx) -> Acted {
        auto answer = v.form().has("nee") ? std::optional{Answer::no} : v.form().has("bekend") ? std::optional{Answer::known} : base::from_word<Answer>(v.field("antwoord"));
        if (!answer) return base::Refusal::of(tr("Kies een antwoord."));
        auto const gives = *answer == Answer::yes ? base::from_word<Gives>(v.field(v.field("veld").starts_with("geeft") ? v.field("veld") : std::string{"geeft"})) : std::nullopt;
        if (!answer_as_buddy(tx, proposal->id, v.me(), *answer, v.now(), gives)) return Done{"/mijn/voorstellen", tr("Dit voorstel is al beantwoord of vervallen.")};
        if (*answer != Answer::yes) return Done{"/mijn/voorstellen", tr("Dank je wel. Een ander wordt gevraagd; je hoeft niets uit te leggen.")};
        if (!find_proposal(tx, proposal->id)->accepted()) return Done{"/mijn/voorstellen", tr("Dank je wel. Als de ander ook ja zegt, mag de ouder kiezen.")};
        jobs::later(tx, v.services().random, "proposal.to_parent", v.house().id.value(), proposal->id.value(), "", v.now());
        return Done{"/mijn/voorstellen", tr("Dank je wel. Nu mag de ouder kiezen. Je hoort het per mail.")}; }, [&](base::Refusal const&) { return v.not_found(); });
}

/// Whether a proposed buddy put the own data under lock.
bool locked_to(Visit& v, ProposalRow const& proposal) {
    auto const buddies = proposal.buddies();
    return std::any_of(buddies.begin(), buddies.end(), [&](auto const& id) { return v.viewer().closed_to(id); });
}

http::Response own_proposal(Visit& v, base::Refusal const* refusal) {
    auto request = help_request::newest_of(v.read(), v.me());
    auto proposal = request ? open_proposal_for(v.read(), request->id) : std::nullopt;
    auto self = people::find_person(v.read(), v.keys(), v.me());
    return v.page(tr("Een buddy voor u"), [&](html::Page& page) {
        if (!proposal || !proposal->accepted()) {
            page.empty(tr("Er is nog geen voorstel. U krijgt bericht zodra er een buddy is."));
            if (request && request->open()) page.link("/mijn/vraag/meedenken", tr("Iemand laten meedenken"));
            return;
        }
        if (locked_to(v, *proposal)) return void(page.empty(tr("Dit voorstel rust nu. U hoort het als het verdergaat.")));
        page.lead(base::Sentence{proposal->partner ? tr("{name} willen graag samen naast u staan.") : tr("{name} wil graag naast u staan."), {{"name", people::first_names_of(v.read(), v.keys(), proposal->buddies(), v.language())}}});
        for (auto const& buddy : proposal->buddies()) {
            auto offer = offer_of(v.read(), buddy);
            if (!offer) continue;
            if (proposal->partner) page.heading(people::first_name(people::name_of(v.read(), v.keys(), buddy)));
            auto facts = page.facts();
            facts.row(tr("Woont in"), village_of(v.keys(), *offer));
            if (auto school = school_of(v.keys(), *offer); !school.empty()) facts.row(tr("School van het eigen kind"), school);
            facts.row(tr("Maakte zelf mee"), names(help_request::split<help_request::Situation>(offer->situations), v.language()));
        }
        page.paragraph(tr("U kiest. Nee zeggen mag; u hoeft niet te zeggen waarom. De buddy hoort geen reden."));
        auto form = page.form("/mijn/voorstel", tr("Ja, met deze buddy"), v.values(), refusal);
        form.radios({.name = "geeft", .label = proposal->partner ? tr("Hoe mogen uw buddy’s u bereiken?") : tr("Hoe mag uw buddy u bereiken?")}, self ? ways_to_give(*self) : std::vector<html::Option>{});
        form.also("nee", tr("Nee, liever een ander"));
    },
                  {.status = refusal ? 422 : 200, .quick_exit = true});
}
http::Response show_own_proposal(Visit& v) { return own_proposal(v, nullptr); }

http::Response create_parent_answer(Visit& v) {
    auto request = help_request::newest_of(v.read(), v.me());
    auto proposal = request ? open_proposal_for(v.read(), request->id) : std::nullopt;
    if (!proposal || !proposal->accepted() || locked_to(v, *proposal)) return v.see("/mijn/voorstel");
    auto id = v.new_id<Match>();
    bool const no = v.form().has("nee");
    return v.act(no ? proposal->id.value() : id.value(), v.me().value(), [&](db::Write& tx) -> Acted {
        auto gives = base::from_word<Gives>(v.field("geeft"));
        if (!no && !gives) return base::Refusal::of("geeft", tr("Kies hoe uw buddy u bereikt."));
        if (!answer_as_parent(tx, proposal->id, no ? Answer::no : Answer::yes, v.now())) return Done{"/mijn/voorstel", tr("Dit voorstel is al beantwoord.")};
        if (no) return Done{"/mijn/vraag", tr("Goed dat u dit zegt. We zoeken een andere buddy.")};
        auto const offer = offer_of(tx, proposal->buddy), other = proposal->partner ? offer_of(tx, *proposal->partner) : offer;
        if (!offer || !other || !begin(tx, id, *proposal, v.me(), *gives, proposal->buddy_gives.value_or(offer->gives), std::min(offer->capacity, other->capacity), v.now())) {
            lapse(tx, proposal->id, v.now());
            return Done{"/mijn/vraag", tr("Deze buddy kan helaas net niet meer. De coördinator zoekt een ander.")};
        }
        for (auto const& buddy : proposal->buddies())
            for (auto const* kind : {"match.begun", "support.begun"}) jobs::later(tx, v.services().random, kind, v.house().id.value(), buddy.value(), "", v.now());
        return Done{"/mijn/traject", *gives == Gives::appointment ? tr("Fijn. Maak nu hier de eerste afspraak.") : tr("Fijn. Uw buddy neemt binnen twee dagen contact met u op.")}; }, [&](base::Refusal const& refusal) { return own_proposal(v, &refusal); });
}

/// Reminds who must answer, and lets lapse what was not answered; pairs that wait too long go as well.
void keep_clock(people::Post& post, std::string const& partnership) {
    auto& services = post.services;
    auto const now = services.clock.now();
    services.data.write(db::Scope::of(partnership), [&](db::Write& tx) {
        let_old_pairs_go(tx, now);
        auto const locked = people::restricted(tx);
        for (auto const& proposal : open_proposals(tx)) {
            auto const request = help_request::find(tx, proposal.request);
            if (!request || request->rests(base::local_date(now)) || locked.contains(request->person) || locked.contains(proposal.buddy) || (proposal.partner && locked.contains(*proposal.partner))) continue;
            switch (due(proposal.asked_since(), reminded_at(tx, proposal.id), base::local_date(now), pauses_of(tx, proposal.id))) {
            case Due::nothing: break;
            case Due::lapse: lapse(tx, proposal.id, now); break;
            case Due::remind:
                note_reminded(tx, proposal.id, now);
                jobs::later(tx, services.random, proposal.accepted() ? "proposal.to_parent" : "proposal.to_buddy", partnership, proposal.id.value(), "", now);
                break;
            }
        }
    });
}

} // namespace

std::vector<reception::Route> routes() {
    using reception::route;
    std::vector<reception::Route> all{
        route<Action::answer_as_buddy>("GET", "/mijn/voorstellen", list_proposals),
        route<Action::answer_as_buddy>("POST", "/mijn/voorstellen/{proposal}", create_buddy_answer),
        route<Action::answer_as_parent>("GET", "/mijn/voorstel", show_own_proposal),
        route<Action::answer_as_parent>("POST", "/mijn/voorstel", create_parent_answer),
    };
    for (auto const& its : {question_routes(), pair_routes(), thought_routes()}) all.insert(all.end(), its.begin(), its.end());
    return all;
}

std::map<std::string, people::Worker> workers() {
    std::map<std::string, people::Worker> all{
        {"proposal.to_buddy",
         [](people::Post& post, jobs::Job const& job) {
             auto proposal = find_proposal(*post.services.data.read(db::Scope::of(job.of_partnership)), ProposalId{job.about});
             if (!proposal || proposal->ended_at) return;
             for (auto const& buddy : proposal->buddies())
                 if (!proposal->answer_of(buddy)) people::write_notice(post, job.of_partnership, buddy);
         }},
        {"proposal.to_parent",
         [](people::Post& post, jobs::Job const& job) {
             auto door = post.services.data.read(db::Scope::of(job.of_partnership));
             auto proposal = find_proposal(*door, ProposalId{job.about});
             auto request = proposal ? help_request::find(*door, proposal->request) : std::nullopt;
             door.reset();
             if (request && !proposal->parent_answer) people::write_notice(post, job.of_partnership, request->person);
         }},
        {"proposals.round", [](people::Post& post, jobs::Job const& job) { keep_clock(post, job.of_partnership); }},
        {"match.begun", [](people::Post& post, jobs::Job const& job) { people::write_notice(post, job.of_partnership, visit::PersonId{job.about}); }},
    };
    all.merge(question_workers());
    all.merge(pair_workers());
    all.merge(thought_workers());
    return all;
}

} // namespace matching
