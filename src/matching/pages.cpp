#include "matching/pages.h"

#include "help_request/store_help_request.h"
#include "matching/ranking.h"
#include "matching/store_couples.h"
#include "reception/visit.h"

namespace matching {
using base::tr;
using help_request::HelpRequest;
using reception::Acted;
using reception::Done;
using reception::Visit;
using visit::Action;

namespace {

template <class E>
std::vector<html::Option> options() {
    std::vector<html::Option> all;
    for (auto const& [each, word] : base::Words<E>::entries) all.push_back({std::string{word}, help_request::name(each)});
    return all;
}
template <class E>
std::string names(std::set<E> const& all, text::Language language) {
    std::string said;
    for (auto each : all) (said += said.empty() ? "" : ", ") += text::say(help_request::name(each), language);
    return said.empty() ? "–" : said;
}

http::Response offer_form(Visit& v, base::Refusal const* refusal) {
    auto offer = offer_of(v.read(), v.me());
    auto values = v.values();
    if (!refusal && offer) {
        for (auto each : help_request::split<Situation>(offer->situations)) values.emplace("situatie", std::string{base::word(each)});
        for (auto each : help_request::split<Way>(offer->ways)) values.emplace("manier", std::string{base::word(each)});
        values.emplace("taal", offer->languages);
        if (offer->postcode) values.emplace("postcode", std::to_string(*offer->postcode));
        values.emplace("ruimte", std::to_string(offer->capacity));
        values.emplace("geeft", std::string{base::word(offer->gives)});
        values.emplace("woonplaats", village_of(v.keys(), *offer));
        values.emplace("school", school_of(v.keys(), *offer));
        if (offer->paused_until) reception::put_date(values, "pauze", *offer->paused_until);
    }
    return v.page(tr("Wat ik aanbied"), [&](html::Page& page) {
        page.lead(tr("Hiermee zoekt de coördinator een ouder die bij je past."));
        auto form = page.form("/mijn/aanbod", offer ? tr("Klopt nog, bewaren") : tr("Bewaren"), values, refusal);
        form.checks({.name = "situatie", .label = tr("Wat maakte je zelf mee?"), .hint = tr("Situaties, geen diagnoses.")}, options<Situation>());
        form.checks({.name = "manier", .label = tr("Hoe wil je contact houden?")}, options<Way>());
        form.text({.name = "taal", .label = tr("Welke talen spreek je?"), .most = 100}).text({.name = "postcode", .label = tr("De vier cijfers van je postcode"), .inputmode = "numeric", .most = 4});
        form.text({.name = "woonplaats", .label = tr("Je woonplaats"), .hint = tr("De ouder ziet dit pas als jij ja zei op een voorstel."), .most = 60}).text({.name = "school", .label = tr("De school van je kind (niet verplicht)"), .hint = tr("Zo kan de ouder zien of jullie elkaar via school kennen."), .most = 100});
        form.select({.name = "ruimte", .label = tr("Hoeveel ouders tegelijk?")}, {{"1", tr("één ouder")}, {"2", tr("twee ouders")}, {"3", tr("drie ouders")}});
        form.radios({.name = "geeft", .label = tr("Wat geef je een ouder om je te bereiken?")}, {{"phone", tr("mijn telefoonnummer")}, {"mail", tr("mijn mailadres")}});
        form.date({.name = "pauze", .label = tr("Even geen ouder? Tot wanneer? (leeg als je nu kunt)")});
    },
                  {.status = refusal ? 422 : 200});
}
http::Response edit_offer(Visit& v) { return offer_form(v, nullptr); }

http::Response update_offer(Visit& v) {
    auto again = [&](base::Refusal const& refusal) { return offer_form(v, &refusal); };
    base::Refusal refusal;
    std::set<Situation> situations;
    std::set<Way> ways;
    for (auto const& word : v.form().all("situatie"))
        if (auto each = base::from_word<Situation>(word)) situations.insert(*each);
    for (auto const& word : v.form().all("manier"))
        if (auto each = base::from_word<Way>(word)) ways.insert(*each);
    if (ways.empty()) refusal.add("manier", tr("Kies hoe je contact wilt houden."));
    auto postcode = text::tidy_line(v.field("postcode"));
    help_request::Draft check;
    check.postcode = postcode;
    for (auto& field : help_request::check(help_request::Question::postcode, check).fields) refusal.fields.push_back(field);
    auto gives = base::from_word<Gives>(v.field("geeft"));
    if (!gives) refusal.add("geeft", tr("Kies hoe een ouder je bereikt."));
    auto languages = text::tidy_line(v.field("taal")), village = text::tidy_line(v.field("woonplaats")), school = text::tidy_line(v.field("school"));
    if (languages.empty()) refusal.add("taal", tr("Vul in welke talen je spreekt."));
    if (village.empty()) refusal.add("woonplaats", tr("Vul je woonplaats in."));
    if (languages.size() > 300 || village.size() > 300 || school.size() > 300) refusal.add("woonplaats", tr("Dit is te lang. Gebruik hoogstens 100 tekens."));
    auto const& room = v.field("ruimte");
    int const capacity = room == "2" ? 2 : room == "3" ? 3
                                                       : 1;
    if (!refusal.empty()) return again(refusal);
    return v.act(v.me().value(), v.me().value(), [&](db::Write& tx) -> Acted {
        keep_offer(tx, v.keys(), {v.me(), help_request::join(situations), help_request::join(ways), languages, postcode.empty() ? std::optional<int>{} : std::stoi(postcode), capacity, v.date_field("pauze"), {}, {}, *gives, v.now()}, village, school, v.now());
        return Done{"/mijn", tr("Bewaard. De coördinator zoekt een ouder die bij je past.")}; }, again);
}

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
        if (!request->text_approved_at) return void(page.alert(html::Tone::warning, tr("De ouder moet eerst de tekst voor de buddy goedkeuren.")));
        auto ranked = rank(wanted_of(*request), candidates_for(v.read(), *request, v.house().vog_required), v.today());
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
        if (!fresh || !fresh->open() || !fresh->text_approved_at) return base::Refusal::of(tr("Deze vraag kan nu niet worden voorgesteld."));
        auto ranked = rank(wanted_of(*fresh), candidates_for(tx, *fresh, v.house().vog_required), v.today());
        auto at = std::find_if(ranked.begin(), ranked.end(), [&](auto const& one) { return one.buddy == buddy; });
        if (at == ranked.end() || !at->limits.empty()) return base::Refusal::of(tr("Deze buddy kan nu niet worden voorgesteld. Kijk hieronder waarom."));
        if (!propose(tx, id, request->id, buddy, "", v.me(), v.now())) return base::Refusal::of(tr("Er is net al een ander voorstel gedaan."));
        jobs::later(tx, v.services().random, "proposal.to_buddy", v.house().id.value(), id.value(), "", v.now());
        return Done{"/hulpvragen/" + request->id.value() + "/buddys", tr("Voorgesteld. De buddy krijgt een mail en ziet alleen de tekst die de ouder goedkeurde.")}; }, [&](base::Refusal const& refusal) { return show_ranking(v, &refusal); });
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
    return v.page(tr("Voorstellen"), [&](html::Page& page) {
        if (open.empty()) return void(page.empty(tr("Er is nu geen voorstel. Je krijgt een mail als er een ouder is die bij je past.")));
        for (auto const& proposal : open) {
            auto request = help_request::find(v.read(), proposal.request);
            if (!request || !v.grant<Action::answer_as_buddy>(proposal.id, request->person.value(), {visit::Tie::own})) continue;
            page.heading(tr("Een ouder zoekt een buddy"));
            if (proposal.partner) page.paragraph(base::Sentence{tr("Dit is een vraag aan jullie samen. {name} krijgt dezelfde vraag."), {{"name", people::first_name(people::name_of(v.read(), v.keys(), proposal.buddy == v.me() ? *proposal.partner : proposal.buddy))}}});
            page.quote(help_request::short_text(v.keys(), *request));
            auto facts = page.facts();
            facts.row(tr("Gaat over"), names(help_request::split<Situation>(request->situations), v.language())).row(tr("Contact"), names(help_request::split<Way>(request->ways), v.language())).row(tr("Taal"), request->languages.empty() ? std::string{"–"} : request->languages);
            facts.row(tr("Afstand"), rough_distance(request->postcode, offer ? offer->postcode : std::nullopt));
            page.paragraph(tr("Je hoeft niet uit te leggen waarom je ja of nee zegt."));
            auto const address = "/mijn/voorstellen/" + proposal.id.value();
            page.act(address, tr("Ja, dit wil ik"), {{"antwoord", "yes"}});
            page.act(address, tr("Nee, deze keer niet"), {{"antwoord", "no"}}, false);
            page.act(address, tr("Wij kennen elkaar"), {{"antwoord", "known"}}, false);
        }
    });
}

http::Response create_buddy_answer(Visit& v) {
    auto proposal = find_proposal(v.read(), v.id<Proposal>("proposal"));
    if (!proposal || !proposal->asks(v.me())) return v.not_found();
    auto request = help_request::find(v.read(), proposal->request);
    if (!request) return v.not_found();
    return v.act(proposal->id.value(), request->person.value(), [&](db::Write& tx) -> Acted {
        auto answer = base::from_word<Answer>(v.field("antwoord"));
        if (!answer) return base::Refusal::of(tr("Kies een antwoord."));
        if (!answer_as_buddy(tx, proposal->id, v.me(), *answer, v.now())) return Done{"/mijn/voorstellen", tr("Dit voorstel is al beantwoord of vervallen.")};
        if (*answer != Answer::yes) return Done{"/mijn/voorstellen", tr("Dank je wel. Een ander wordt gevraagd; je hoeft niets uit te leggen.")};
        if (!find_proposal(tx, proposal->id)->accepted()) return Done{"/mijn/voorstellen", tr("Dank je wel. Als de ander ook ja zegt, mag de ouder kiezen.")};
        jobs::later(tx, v.services().random, "proposal.to_parent", v.house().id.value(), proposal->id.value(), "", v.now());
        return Done{"/mijn/voorstellen", tr("Dank je wel. Nu mag de ouder kiezen. Je hoort het per mail.")}; }, [&](base::Refusal const&) { return v.not_found(); });
}

http::Response own_proposal(Visit& v, base::Refusal const* refusal) {
    auto request = help_request::newest_of(v.read(), v.me());
    auto proposal = request ? open_proposal_for(v.read(), request->id) : std::nullopt;
    return v.page(tr("Een buddy voor u"), [&](html::Page& page) {
        if (!proposal || !proposal->accepted()) return void(page.empty(tr("Er is nog geen voorstel. U krijgt bericht zodra er een buddy is.")));
        page.lead(base::Sentence{proposal->partner ? tr("{name} willen graag samen naast u staan.") : tr("{name} wil graag naast u staan."), {{"name", people::first_names_of(v.read(), v.keys(), proposal->buddies(), v.language())}}});
        for (auto const& buddy : proposal->buddies()) {
            auto offer = offer_of(v.read(), buddy);
            if (!offer) continue;
            if (proposal->partner) page.heading(people::first_name(people::name_of(v.read(), v.keys(), buddy)));
            auto facts = page.facts();
            facts.row(tr("Woont in"), village_of(v.keys(), *offer));
            if (auto school = school_of(v.keys(), *offer); !school.empty()) facts.row(tr("School van het eigen kind"), school);
            facts.row(tr("Maakte zelf mee"), names(help_request::split<Situation>(offer->situations), v.language()));
        }
        page.paragraph(tr("U kiest. Nee zeggen mag; u hoeft niet te zeggen waarom. De buddy hoort geen reden."));
        auto form = page.form("/mijn/voorstel", tr("Ja, met deze buddy"), v.values(), refusal);
        form.radios({.name = "geeft", .label = proposal->partner ? tr("Hoe mogen uw buddy’s u bereiken?") : tr("Hoe mag uw buddy u bereiken?")}, {{"phone", tr("mijn telefoonnummer")}, {"mail", tr("mijn mailadres")}});
        form.also("nee", tr("Nee, liever een ander"));
    },
                  {.status = refusal ? 422 : 200, .quick_exit = true});
}
http::Response show_own_proposal(Visit& v) { return own_proposal(v, nullptr); }

http::Response create_parent_answer(Visit& v) {
    auto request = help_request::newest_of(v.read(), v.me());
    auto proposal = request ? open_proposal_for(v.read(), request->id) : std::nullopt;
    if (!proposal || !proposal->accepted()) return v.see("/mijn/voorstel");
    auto id = v.new_id<Match>();
    bool const no = v.form().has("nee");
    return v.act(no ? proposal->id.value() : id.value(), v.me().value(), [&](db::Write& tx) -> Acted {
        auto gives = base::from_word<Gives>(v.field("geeft"));
        if (!no && !gives) return base::Refusal::of("geeft", tr("Kies hoe uw buddy u bereikt."));
        if (!answer_as_parent(tx, proposal->id, no ? Answer::no : Answer::yes, v.now())) return Done{"/mijn/voorstel", tr("Dit voorstel is al beantwoord.")};
        if (no) return Done{"/mijn/vraag", tr("Goed dat u dit zegt. We zoeken een andere buddy.")};
        auto const offer = offer_of(tx, proposal->buddy), other = proposal->partner ? offer_of(tx, *proposal->partner) : offer;
        if (!offer || !other || !begin(tx, id, *proposal, v.me(), *gives, offer->gives, std::min(offer->capacity, other->capacity), v.now())) {
            lapse(tx, proposal->id, v.now());
            return Done{"/mijn/vraag", tr("Deze buddy kan helaas net niet meer. De coördinator zoekt een ander.")};
        }
        for (auto const& buddy : proposal->buddies())
            for (auto const* kind : {"match.begun", "support.begun"}) jobs::later(tx, v.services().random, kind, v.house().id.value(), buddy.value(), "", v.now());
        return Done{"/mijn/traject", tr("Fijn. Uw buddy neemt binnen twee dagen contact met u op.")}; }, [&](base::Refusal const& refusal) { return own_proposal(v, &refusal); });
}

} // namespace

std::vector<reception::Route> routes() {
    using reception::route;
    return {
        route<Action::keep_own_offer>("GET", "/mijn/aanbod", edit_offer),
        route<Action::keep_own_offer>("POST", "/mijn/aanbod", update_offer),
        route<Action::rank_buddies>("GET", "/hulpvragen/{request}/buddys", show_ranking_page),
        route<Action::propose_match>("POST", "/hulpvragen/{request}/voorstel", create_proposal),
        route<Action::answer_as_buddy>("GET", "/mijn/voorstellen", list_proposals),
        route<Action::answer_as_buddy>("POST", "/mijn/voorstellen/{proposal}", create_buddy_answer),
        route<Action::answer_as_parent>("GET", "/mijn/voorstel", show_own_proposal),
        route<Action::answer_as_parent>("POST", "/mijn/voorstel", create_parent_answer),
    };
}

std::map<std::string, people::Worker> workers() {
    return {
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
        {"match.begun", [](people::Post& post, jobs::Job const& job) { people::write_notice(post, job.of_partnership, visit::PersonId{job.about}); }},
    };
}

} // namespace matching
