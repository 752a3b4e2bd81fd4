#include "matching/pages_question.h"

#include "help_request/store_help_request.h"
#include "matching/store_questions.h"
#include "platform/jobs/jobs.h"

namespace matching {
using base::tr;
using reception::Acted;
using reception::Done;
using reception::Visit;
using visit::Action;

void questions_so_far(html::Page& page, Visit& v, ProposalRow const& proposal) {
    for (auto const& row : questions_of(v.read(), proposal.id, v.me())) {
        page.paragraph(base::Sentence{tr("Je vroeg op {day}:"), {{"day", text::plain_day(base::local_date(row.asked_at), v.language())}}});
        page.quote(question_of(v.keys(), row));
        if (!row.answered_at) {
            page.alert(html::Tone::info, tr("Je vraag wacht op antwoord. Zolang hoef je niet te kiezen."));
            continue;
        }
        page.paragraph(tr("De coördinator antwoordt:"));
        page.quote(answer_of(v.keys(), row));
    }
}
void question_part(html::Page& page, Visit& v, ProposalRow const& proposal) {
    auto const asked = questions_of(v.read(), proposal.id, v.me());
    if (!asked.empty() && !asked.back().answered_at) return;
    page.link("/mijn/voorstellen/" + proposal.id.value() + "/vraag", asked.empty() ? tr("Ik heb eerst een vraag") : tr("Ik heb nog een vraag"));
}

namespace {

struct Opened {
    ProposalRow proposal;
    help_request::Entry request;
};
/// An open proposal that this buddy has not answered, with its request.
std::optional<Opened> open(Visit& v) {
    auto const id = v.id<Proposal>("proposal");
    for (auto const& proposal : open_proposals_to(v.read(), v.me())) {
        if (proposal.id != id) continue;
        auto request = help_request::find(v.read(), proposal.request);
        if (!request || !v.grant<Action::answer_as_buddy>(proposal.id, request->person.value(), {visit::Tie::own})) return {};
        return Opened{proposal, *request};
    }
    return {};
}

http::Response asking_page(Visit& v, base::Refusal const* refusal) {
    auto const opened = open(v);
    if (!opened) return v.not_found();
    return v.page(tr("Eerst een vraag"), [&](html::Page& page) {
        page.lead(tr("Twijfel je, of wil je eerst iets weten? Vraag het de coördinator. Je hoort het binnen twee werkdagen."));
        auto form = page.form("/mijn/voorstellen/" + opened->proposal.id.value() + "/vraag", tr("Stel je vraag"), v.values(), refusal);
        form.area({.name = "tekst", .label = tr("Jouw vraag"), .hint = tr("Niet alles kan de coördinator nu al vertellen. De ouder bepaalt wat je leest."), .who_reads = reception::readers(Action::answer_consult, v.house(), v.language()), .most = 2000});
        form.or_go("/mijn/voorstellen", tr("Terug"));
    },
                  {.status = refusal ? 422 : 200});
}
http::Response new_question(Visit& v) { return asking_page(v, nullptr); }

http::Response create_question(Visit& v) {
    auto const opened = open(v);
    if (!opened) return v.not_found();
    auto again = [&](base::Refusal const& refusal) { return asking_page(v, &refusal); };
    auto const said = question_said(text::tidy_text(v.field("tekst")));
    if (!said) return again(said.error());
    return v.act(opened->proposal.id.value(), opened->request.person.value(), [&](db::Write& tx) -> Acted {
        if (!ask(tx, v.keys(), v.new_id<ProposalQuestion>(), opened->proposal.id, v.me(), *said, v.now())) return base::Refusal::of(tr("Je vorige vraag wacht nog op antwoord."));
        return Done{"/mijn/voorstellen", tr("Je vraag is verstuurd. Je krijgt een mail als er antwoord is. Zolang hoef je niet te kiezen.")}; }, again);
}

http::Response answering_page(Visit& v, base::Refusal const* refusal) {
    auto const row = find_question(v.read(), v.id<ProposalQuestion>("question"));
    auto const proposal = row ? find_proposal(v.read(), row->proposal) : std::nullopt;
    auto const request = proposal ? help_request::find(v.read(), proposal->request) : std::nullopt;
    if (!request || v.viewer().closed_to(request->person) || !v.grant<Action::answer_consult>(row->id, row->buddy.value())) return v.not_found();
    return v.page(base::Sentence{tr("Vraag van {name} over een voorstel"), {{"name", people::name_of(v.read(), v.keys(), row->buddy)}}}, [&](html::Page& page) {
        page.quote(question_of(v.keys(), *row));
        page.link("/hulpvragen/" + request->id.value(), tr("Naar de hulpvraag"));
        if (row->answered_at) {
            page.heading(tr("Uw antwoord"));
            return void(page.quote(answer_of(v.keys(), *row)));
        }
        page.paragraph(tr("De buddy las alleen de korte tekst. Noem geen naam, school of groep."));
        page.form("/voorstellen/vragen/" + row->id.value(), tr("Verstuur antwoord"), v.values(), refusal).area({.name = "tekst", .label = tr("Uw antwoord"), .most = 2000});
    },
                  {.status = refusal ? 422 : 200});
}
http::Response show_question(Visit& v) { return answering_page(v, nullptr); }

http::Response create_answer(Visit& v) {
    auto const row = find_question(v.read(), v.id<ProposalQuestion>("question"));
    auto const proposal = row ? find_proposal(v.read(), row->proposal) : std::nullopt;
    auto const request = proposal ? help_request::find(v.read(), proposal->request) : std::nullopt;
    if (!request || v.viewer().closed_to(request->person)) return v.not_found();
    auto again = [&](base::Refusal const& refusal) { return answering_page(v, &refusal); };
    auto const said = question_said(text::tidy_text(v.field("tekst")));
    if (!said) return again(said.error());
    return v.act(row->id.value(), row->buddy.value(), [&](db::Write& tx) -> Acted {
        if (answer(tx, v.keys(), *row, *said, v.me(), v.now())) jobs::later(tx, v.services().random, "proposal.answered", v.house().id.value(), row->buddy.value(), "", v.now());
        return Done{"/vandaag", tr("Uw antwoord is verstuurd. De buddy krijgt een mail dat het er staat.")}; }, again);
}

} // namespace

std::vector<reception::Route> question_routes() {
    using reception::route;
    return {
        route<Action::answer_as_buddy>("GET", "/mijn/voorstellen/{proposal}/vraag", new_question),
        route<Action::answer_as_buddy>("POST", "/mijn/voorstellen/{proposal}/vraag", create_question),
        route<Action::answer_consult>("GET", "/voorstellen/vragen/{question}", show_question),
        route<Action::answer_consult>("POST", "/voorstellen/vragen/{question}", create_answer),
    };
}
std::map<std::string, people::Worker> question_workers() {
    return {{"proposal.answered", [](people::Post& post, jobs::Job const& job) { people::write_notice(post, job.of_partnership, visit::PersonId{job.about}); }}};
}

} // namespace matching
