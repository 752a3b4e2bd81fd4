#include "support/pages.h"

#include "reception/visit.h"
#include "support/pages_answer.h"
#include "support/pages_buddy_list.h"
#include "support/pages_dilemma.h"
#include "support/pages_intervision.h"
#include "support/pages_library.h"
#include "support/pages_own_intervision.h"
#include "support/post_intervision.h"
#include "support/store_consult.h"

namespace support {
using base::tr;
using reception::Acted;
using reception::Done;
using reception::Visit;
using visit::Action;

namespace {

std::string href(ConsultId const& id, char const* more = "") { return "/mijn/vragen/" + id.value() + more; }
std::string day(Visit& v, base::Moment moment) { return text::plain_day(base::local_date(moment), v.language()); }
html::Field text_field(Visit& v) { return {.name = "tekst", .label = tr("Jouw vraag"), .hint = tr("Noem geen namen en vertel niet wat de ouder jou vertelde. Het gaat om jouw rol."), .who_reads = reception::readers(Action::answer_consult, v.house(), v.language()), .most = most_characters}; }

/// One turn as its buddy reads it.
void turn_part(html::Page& page, Visit& v, Entry const& entry) {
    page.quote(question_of(v.keys(), entry));
    if (entry.read_at) page.paragraph(base::Sentence{tr("Gelezen op {day}."), {{"day", day(v, *entry.read_at)}}});
    if (entry.thanked_at) page.alert(html::Tone::good, tr("De coördinator zegt: dank je, goede vraag."));
    if (!entry.answered_at) return void(page.paragraph(base::Sentence{tr("Nog niet beantwoord. Je krijgt antwoord uiterlijk {day}."), {{"day", text::day(answer_by(entry.asked_at), v.language())}}}));
    page.paragraph(tr("Antwoord van de coördinator:"));
    page.quote(answer_of(v.keys(), entry));
}

/// What a buddy can do with a thread as it stands.
void next_part(html::Page& page, Visit& v, Entry const& last) {
    if (!last.answered_at) {
        if (!last.read_at) page.link(href(last.id, "/intrekken"), base::Sentence{tr("Neem de vraag van {day} terug"), {{"day", day(v, last.asked_at)}}});
        return;
    }
    if (last.enough == Enough::yes) page.paragraph(tr("Je zei: dit was genoeg."));
    else if (last.called_at) page.paragraph(base::Sentence{tr("De coördinator belde je op {day}."), {{"day", day(v, *last.called_at)}}});
    else if (last.enough == Enough::call) page.paragraph(tr("Je wilt graag bellen. De coördinator belt je. Zelf bellen mag ook."));
    else {
        page.paragraph(tr("Was dit genoeg?"));
        page.act(href(last.id, "/genoeg"), tr("Ja, dit was genoeg"), {{"antwoord", "yes"}}, false);
        page.act(href(last.id, "/genoeg"), tr("Ik wil erover bellen"), {{"antwoord", "call"}}, false);
    }
    page.link(href(last.head()), base::Sentence{tr("Vraag verder onder je vraag van {day}"), {{"day", day(v, last.asked_at)}}});
}

http::Response own(Visit& v, base::Refusal const* refusal) {
    auto const threads = of(v.read(), v.me());
    return v.page(tr("Mijn vragen"), [&](html::Page& page) {
        page.lead(tr("Twijfel je? Vraag het de coördinator. Je krijgt antwoord binnen twee werkdagen."));
        page.form("/mijn/vragen", tr("Stel je vraag"), v.values(), refusal).area(text_field(v));
        if (threads.empty()) page.empty(tr("Je stelde nog geen vraag. Elke vraag mag, ook een kleine."));
        for (auto const& turns : threads) {
            if (!v.grant<Action::ask_consult>(turns.front().head(), v.me().value(), {visit::Tie::own})) continue;
            page.heading(day(v, turns.front().asked_at));
            for (auto const& entry : turns) turn_part(page, v, entry);
            next_part(page, v, turns.back());
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

/// The own question behind the address.
std::optional<Entry> opened(Visit& v) {
    auto entry = find(v.read(), v.id<Consult>("consult"));
    if (!entry || entry->buddy != v.me() || !v.grant<Action::ask_consult>(entry->id, v.me().value(), {visit::Tie::own})) return {};
    return entry;
}

http::Response further_page(Visit& v, base::Refusal const* refusal) {
    auto const entry = opened(v);
    if (!entry) return v.not_found();
    auto const turns = thread(v.read(), entry->head());
    return v.page(tr("Vraag verder"), [&](html::Page& page) {
        for (auto const& turn : turns) turn_part(page, v, turn);
        if (turns.empty() || !turns.back().answered_at) page.alert(html::Tone::info, tr("Er komt eerst antwoord. Daarna kun je verder vragen."));
        else page.form(href(entry->head()), tr("Vraag verder"), v.values(), refusal).area(text_field(v));
        page.link("/mijn/vragen", tr("Terug naar mijn vragen"));
    },
                  {.status = refusal ? 422 : 200});
}
http::Response new_turn(Visit& v) { return further_page(v, nullptr); }

http::Response create_turn(Visit& v) {
    auto const entry = opened(v);
    if (!entry) return v.not_found();
    auto again = [&](base::Refusal const& refusal) { return further_page(v, &refusal); };
    auto question = said(text::tidy_text(v.field("tekst")));
    if (!question) return again(question.error());
    auto id = v.new_id<Consult>();
    return v.act(id.value(), v.me().value(), [&](db::Write& tx) -> Acted {
        auto const turns = thread(tx, entry->head());
        if (turns.empty() || !turns.back().answered_at) return base::Refusal::of(tr("Er komt eerst antwoord. Daarna kun je verder vragen."));
        ask(tx, v.keys(), id, v.me(), *question, v.now(), entry->head());
        return Done{"/mijn/vragen", tr("Je vraag is verstuurd. Je krijgt een mail als er antwoord is.")}; }, again);
}

http::Response taking_back(Visit& v, base::Refusal const* refusal) {
    auto const entry = opened(v);
    if (!entry) return v.not_found();
    return v.page(tr("Vraag terugnemen"), [&](html::Page& page) {
        if (refusal) page.alert(html::Tone::error, refusal->fields.front().why);
        page.quote(question_of(v.keys(), *entry));
        if (entry->read_at || entry->answered_at) page.alert(html::Tone::info, tr("De coördinator las je vraag al. Terugnemen kan niet meer."));
        else {
            page.paragraph(tr("Niemand las deze vraag nog. Neem je haar terug, dan is zij gewist."));
            page.act(href(entry->id, "/intrekken"), tr("Ja, neem de vraag terug"));
        }
        page.link("/mijn/vragen", tr("Terug naar mijn vragen"));
    },
                  {.status = refusal ? 422 : 200});
}
http::Response new_taking_back(Visit& v) { return taking_back(v, nullptr); }
http::Response create_taking_back(Visit& v) {
    auto const entry = opened(v);
    if (!entry) return v.not_found();
    return v.act(entry->id.value(), v.me().value(), [&](db::Write& tx) -> Acted {
        if (!take_back(tx, entry->id)) return base::Refusal::of(tr("De coördinator las je vraag net. Terugnemen kan niet meer."));
        return Done{"/mijn/vragen", tr("Je nam de vraag terug. Zij is gewist.")}; }, [&](base::Refusal const& refusal) { return taking_back(v, &refusal); });
}

http::Response create_enough(Visit& v) {
    auto const entry = opened(v);
    auto const its = base::from_word<Enough>(v.field("antwoord"));
    if (!entry || !its) return v.not_found();
    return v.act(entry->id.value(), v.me().value(), [&](db::Write& tx) -> Acted {
        say_enough(tx, entry->id, *its, v.now());
        return Done{"/mijn/vragen", *its == Enough::yes ? tr("Fijn. Verder vragen mag altijd.") : tr("De coördinator belt je. Zelf bellen mag ook.")}; }, [&](base::Refusal const&) { return v.not_found(); });
}

std::vector<reception::Route> question_routes() {
    using reception::route;
    return {
        route<Action::ask_consult>("GET", "/mijn/vragen", list_own),
        route<Action::ask_consult>("POST", "/mijn/vragen", create),
        route<Action::ask_consult>("GET", "/mijn/vragen/{consult}", new_turn),
        route<Action::ask_consult>("POST", "/mijn/vragen/{consult}", create_turn),
        route<Action::ask_consult>("GET", "/mijn/vragen/{consult}/intrekken", new_taking_back),
        route<Action::ask_consult>("POST", "/mijn/vragen/{consult}/intrekken", create_taking_back),
        route<Action::ask_consult>("POST", "/mijn/vragen/{consult}/genoeg", create_enough),
    };
}

} // namespace

std::vector<reception::Route> routes() {
    std::vector<reception::Route> all;
    for (auto const& its : {question_routes(), answer_routes(), dilemma_routes(), intervision_routes(), own_intervision_routes(), buddy_list_routes(), library_routes()}) all.insert(all.end(), its.begin(), its.end());
    return all;
}

std::map<std::string, people::Worker> workers() {
    auto all = intervision_workers();
    // the answer to a buddy, the dilemma to an expert: each hears only that something waits
    for (auto const* kind : {"consult.answered", "dilemma.sent"})
        all.emplace(kind, [](people::Post& post, jobs::Job const& job) { people::write_notice(post, job.of_partnership, visit::PersonId{job.about}); });
    return all;
}

} // namespace support
