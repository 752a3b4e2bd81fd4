#include "support/pages.h"

#include "people/listing_restriction.h"
#include "people/store_reader.h"
#include "reception/visit.h"
#include "support/listing_asked.h"
#include "support/pages_answer.h"
#include "support/pages_asked.h"
#include "support/pages_buddy_list.h"
#include "support/pages_dilemma.h"
#include "support/pages_intervision.h"
#include "support/pages_library.h"
#include "support/pages_own_intervision.h"
#include "support/post_consult.h"
#include "support/post_intervision.h"
#include "support/store_asked.h"

namespace support {
using base::tr;
using reception::Acted;
using reception::Done;
using reception::Visit;
using visit::Action;

namespace {

std::string href(ConsultId const& id, char const* more = "") { return "/mijn/vragen/" + id.value() + more; }
std::string day(Visit& v, base::Moment moment) { return text::plain_day(base::local_date(moment), v.language()); }
/// The field of a question; `who` says who reads it.
html::Field text_field(html::Said const& who) { return {.name = "tekst", .label = tr("Jouw vraag"), .hint = tr("Noem geen namen en vertel niet wat de ouder jou vertelde. Het gaat om jouw rol."), .who_reads = who, .most = most_characters}; }

/// One turn as its buddy reads it.
void turn_part(html::Page& page, Visit& v, Entry const& entry) {
    page.quote(question_of(v.keys(), entry));
    if (entry.read_at) page.paragraph(base::Sentence{tr("Gelezen op {day}."), {{"day", day(v, *entry.read_at)}}});
    auto const who = answerer(v, entry);
    if (entry.thanked_at) page.alert(html::Tone::good, base::Sentence{tr("Van {who}: dank je, goede vraag."), {{"who", who}}});
    if (!entry.answered_at) {
        if (can_answer(v.read(), v.house().independence, entry)) page.paragraph(base::Sentence{tr("Nog niet beantwoord. Je krijgt antwoord uiterlijk {day}."), {{"day", text::day(answer_by(entry.asked_at), v.language())}}});
        return;
    }
    page.paragraph(base::Sentence{tr("Antwoord van {who}:"), {{"who", who}}});
    page.quote(answer_of(v.keys(), entry));
}

/// What a buddy can do with a thread as it stands.
void next_part(html::Page& page, Visit& v, Entry const& last) {
    if (!last.answered_at) {
        if (!last.read_at) page.link(href(last.id, "/intrekken"), base::Sentence{tr("Neem de vraag van {day} terug"), {{"day", day(v, last.asked_at)}}});
        return;
    }
    if (last.enough == Enough::yes) page.paragraph(tr("Je zei: dit was genoeg."));
    else if (last.called_at) page.paragraph(base::Sentence{tr("Je werd gebeld op {day}."), {{"day", day(v, *last.called_at)}}});
    else if (last.enough == Enough::call) page.paragraph(tr("Je wilt graag bellen. Je wordt gebeld. Zelf bellen mag ook."));
    else {
        page.paragraph(tr("Was dit genoeg?"));
        page.act(href(last.id, "/genoeg"), tr("Ja, dit was genoeg"), {{"antwoord", "yes"}}, false);
        page.act(href(last.id, "/genoeg"), tr("Ik wil erover bellen"), {{"antwoord", "call"}}, false);
    }
    page.link(href(last.head()), base::Sentence{tr("Vraag verder onder je vraag van {day}"), {{"day", day(v, last.asked_at)}}});
}

/// Says who reads a thread, and whether anyone still does.
bool reader_part(html::Page& page, Visit& v, Entry const& last) {
    if (!last.reader) return true;
    bool const reads = can_answer(v.read(), v.house().independence, last);
    if (reads) page.paragraph(base::Sentence{tr("Gevraagd aan {name}. De coördinator leest dit niet."), {{"name", answerer(v, last)}}});
    else page.alert(html::Tone::warning, tr("Wie je dit vroeg, leest hier niet meer mee. Nu leest niemand dit. Stel je vraag gerust opnieuw."));
    return reads;
}

/// What the form says before anything was typed: whom the link names, or whom the buddy chose as a parent.
html::Values first_values(Visit& v) {
    auto const& wanted = v.request().query.get("aan");
    if (!wanted.empty() && asked_from(v, wanted)) return {{"lezer", wanted}};
    auto const own = people::reader_of(v.read(), v.me());
    return {{"lezer", own ? asked_word(v, *own) : std::string{}}};
}

http::Response own(Visit& v, base::Refusal const* refusal) {
    auto const threads = of(v.read(), v.me());
    auto const who = asked_options(v);
    return v.page(tr("Mijn vragen"), [&](html::Page& page) {
        people::own_lock_told(page, v);
        page.lead(tr("Twijfel je? Vraag het de coördinator. Je krijgt antwoord binnen twee werkdagen."));
        {
            auto form = page.form("/mijn/vragen", tr("Stel je vraag"), refusal ? v.values() : first_values(v), refusal);
            if (who.size() > 1 || (who.size() == 1 && !who.front().value.empty())) form.radios({.name = "lezer", .label = tr("Aan wie?"), .hint = tr("Kies je iemand anders? Dan leest de coördinator je vraag niet.")}, who).area(text_field(tr("Alleen wie je hierboven kiest, leest dit. Kies je de coördinator, dan leest ook wie waarneemt het.")));
            else form.area(text_field(reception::readers(Action::answer_consult, v.house(), v.language())));
        }
        page.link("/mijn/andere-weg", tr("Loopt het niet goed met de coördinator?"));
        if (threads.empty()) page.empty(tr("Je stelde nog geen vraag. Elke vraag mag, ook een kleine."));
        for (auto const& turns : threads) {
            if (!v.grant<Action::ask_consult>(turns.front().head(), v.me().value(), {visit::Tie::own})) continue;
            page.heading(day(v, turns.front().asked_at));
            bool const reads = reader_part(page, v, turns.back());
            for (auto const& entry : turns) turn_part(page, v, entry);
            if (reads || !turns.back().answered_at) next_part(page, v, turns.back());
        }
    },
                  {.status = refusal ? 422 : 200});
}
http::Response list_own(Visit& v) { return own(v, nullptr); }

http::Response create(Visit& v) {
    auto again = [&](base::Refusal const& refusal) { return own(v, &refusal); };
    auto question = said(text::tidy_text(v.field("tekst")));
    if (!question) return again(question.error());
    auto const reader = asked_from(v, v.field("lezer"));
    if (!reader) return again(base::Refusal::of("lezer", tr("Kies aan wie je dit vraagt.")));
    auto id = v.new_id<Consult>();
    return v.act(id.value(), v.me().value(), [&](db::Write& tx) -> Acted {
        ask(tx, v.keys(), id, v.me(), *question, v.now(), {}, *reader);
        if (*reader) tell_reader(tx, v.services().random, id, v.now());
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
        bool const reads = reader_part(page, v, *entry);
        for (auto const& turn : turns) turn_part(page, v, turn);
        if (!reads) return void(page.link("/mijn/vragen", tr("Terug naar mijn vragen")));
        if (turns.empty() || !turns.back().answered_at) page.alert(html::Tone::info, tr("Er komt eerst antwoord. Daarna kun je verder vragen."));
        else page.form(href(entry->head()), tr("Vraag verder"), v.values(), refusal).area(text_field(entry->reader ? html::Said{base::Sentence{tr("Alleen {name} leest dit."), {{"name", answerer(v, *entry)}}}} : html::Said{reception::readers(Action::answer_consult, v.house(), v.language())}));
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
        if (!can_answer(tx, v.house().independence, *entry)) return base::Refusal::of("tekst", tr("Wie je dit vroeg, leest hier niet meer mee. Stel je vraag opnieuw."));
        ask(tx, v.keys(), id, v.me(), *question, v.now(), entry->head(), entry->reader);
        if (entry->reader) tell_reader(tx, v.services().random, id, v.now());
        return Done{"/mijn/vragen", tr("Je vraag is verstuurd. Je krijgt een mail als er antwoord is.")}; }, again);
}

http::Response taking_back(Visit& v, base::Refusal const* refusal) {
    auto const entry = opened(v);
    if (!entry) return v.not_found();
    return v.page(tr("Vraag terugnemen"), [&](html::Page& page) {
        if (refusal) page.alert(html::Tone::error, refusal->fields.front().why);
        page.quote(question_of(v.keys(), *entry));
        if (entry->read_at || entry->answered_at) page.alert(html::Tone::info, tr("Je vraag is al gelezen. Terugnemen kan niet meer."));
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
        if (!take_back(tx, entry->id)) return base::Refusal::of(tr("Je vraag is net gelezen. Terugnemen kan niet meer."));
        return Done{"/mijn/vragen", tr("Je nam de vraag terug. Zij is gewist.")}; }, [&](base::Refusal const& refusal) { return taking_back(v, &refusal); });
}

http::Response create_enough(Visit& v) {
    auto const entry = opened(v);
    auto const its = base::from_word<Enough>(v.field("antwoord"));
    if (!entry || !its) return v.not_found();
    return v.act(entry->id.value(), v.me().value(), [&](db::Write& tx) -> Acted {
        say_enough(tx, entry->id, *its, v.now());
        return Done{"/mijn/vragen", *its == Enough::yes ? tr("Fijn. Verder vragen mag altijd.") : tr("Je wordt gebeld. Zelf bellen mag ook.")}; }, [&](base::Refusal const&) { return v.not_found(); });
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
    for (auto const& its : {question_routes(), answer_routes(), asked_routes(), dilemma_routes(), intervision_routes(), own_intervision_routes(), buddy_list_routes(), library_routes()}) all.insert(all.end(), its.begin(), its.end());
    return all;
}

std::map<std::string, people::Worker> workers() {
    auto all = intervision_workers();
    all.merge(consult_workers());
    return all;
}

} // namespace support
