#include "support/pages.h"

#include "reception/visit.h"
#include "support/store_consult.h"

namespace support {
using base::tr;
using reception::Acted;
using reception::Done;
using reception::Visit;
using visit::Action;

namespace {

http::Response own(Visit& v, base::Refusal const* refusal) {
    auto all = of(v.read(), v.me());
    return v.page(tr("Mijn vragen"), [&](html::Page& page) {
        page.lead(tr("Twijfel je? Vraag het de coördinator. Je krijgt antwoord binnen twee werkdagen."));
        page.form("/mijn/vragen", tr("Stel je vraag"), v.values(), refusal).area({.name = "tekst", .label = tr("Jouw vraag"), .hint = tr("Noem geen namen en vertel niet wat de ouder jou vertelde. Het gaat om jouw rol."), .who_reads = reception::readers(Action::answer_consult, v.house(), v.language()), .most = 2000});
        for (auto const& entry : all) {
            page.heading(text::plain_day(base::local_date(entry.asked_at), v.language()));
            page.quote(question_of(v.keys(), entry));
            if (entry.answered_at) {
                page.paragraph(tr("Antwoord van de coördinator:"));
                page.quote(answer_of(v.keys(), entry));
            } else page.paragraph(tr("Nog niet beantwoord."));
        }
    },
                  {.status = refusal ? 422 : 200});
}
http::Response list_own(Visit& v) { return own(v, nullptr); }

http::Response create(Visit& v) {
    auto again = [&](base::Refusal const& refusal) { return own(v, &refusal); };
    auto question = said(text::tidy_text(v.field("tekst")));
    if (!question) return again(question.error());
    auto id = v.new_id<Consult>();
    return v.act(id.value(), v.me().value(), [&](db::Write& tx) -> Acted {
        ask(tx, v.keys(), id, v.me(), *question, v.now());
        return Done{"/mijn/vragen", tr("Je vraag is verstuurd. Je krijgt een mail als er antwoord is.")}; }, again);
}

http::Response answer_page(Visit& v, base::Refusal const* refusal) {
    auto entry = find(v.read(), v.id<Consult>("consult"));
    if (!entry || !v.grant<Action::answer_consult>(entry->id, entry->buddy.value())) return v.not_found();
    return v.page(base::Sentence{tr("Vraag van {name}"), {{"name", people::name_of(v.read(), v.keys(), entry->buddy)}}}, [&](html::Page& page) {
        page.quote(question_of(v.keys(), *entry));
        if (entry->answered_at) {
            page.heading(tr("Uw antwoord"));
            return void(page.quote(answer_of(v.keys(), *entry)));
        }
        page.form("/vragen/" + entry->id.value(), tr("Verstuur antwoord"), v.values(), refusal).area({.name = "tekst", .label = tr("Uw antwoord"), .most = 2000});
    },
                  {.status = refusal ? 422 : 200});
}
http::Response show(Visit& v) { return answer_page(v, nullptr); }

http::Response create_answer(Visit& v) {
    auto entry = find(v.read(), v.id<Consult>("consult"));
    if (!entry) return v.not_found();
    auto again = [&](base::Refusal const& refusal) { return answer_page(v, &refusal); };
    auto text = said(text::tidy_text(v.field("tekst")));
    if (!text) return again(text.error());
    return v.act(entry->id.value(), entry->buddy.value(), [&](db::Write& tx) -> Acted {
        if (answer(tx, v.keys(), *entry, *text, v.me(), v.now())) jobs::later(tx, v.services().random, "consult.answered", v.house().id.value(), entry->buddy.value(), "", v.now());
        return Done{"/vandaag", tr("Uw antwoord is verstuurd. De buddy krijgt een mail dat het er staat.")}; }, again);
}

} // namespace

std::vector<reception::Route> routes() {
    using reception::route;
    return {
        route<Action::ask_consult>("GET", "/mijn/vragen", list_own),
        route<Action::ask_consult>("POST", "/mijn/vragen", create),
        route<Action::answer_consult>("GET", "/vragen/{consult}", show),
        route<Action::answer_consult>("POST", "/vragen/{consult}", create_answer),
    };
}

std::map<std::string, people::Worker> workers() {
    return {{"consult.answered", [](people::Post& post, jobs::Job const& job) {
                 people::write_notice(post, job.of_partnership, visit::PersonId{job.about});
             }}};
}

} // namespace support
