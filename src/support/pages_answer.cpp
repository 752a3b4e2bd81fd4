#include "support/pages_answer.h"

#include "people/store_names.h"
#include "people/store_people.h"
#include "platform/jobs/jobs.h"
#include "reception/listing.h"
#include "reception/visit.h"
#include "support/store_consult.h"
#include "support/store_dilemma.h"

#include <algorithm>

namespace support {
using base::tr;
using reception::Acted;
using reception::Done;
using reception::Visit;
using visit::Action;

namespace {

std::string href(ConsultId const& id, char const* more = "") { return "/vragen/" + id.value() + more; }
std::string day(Visit& v, base::Moment moment) { return text::plain_day(base::local_date(moment), v.language()); }

/// The question behind the address, for who answers.
std::optional<Entry> opened(Visit& v) {
    auto entry = find(v.read(), v.id<Consult>("consult"));
    if (!entry || !v.grant<Action::answer_consult>(entry->id, entry->buddy.value())) return {};
    return entry;
}

void dilemma_part(html::Page& page, Visit& v, Entry const& head, bool waits) {
    auto const all = dilemmas_of(v.read(), head.head());
    for (auto const& each : all) {
        auto granted = v.grant<Action::rewrite_dilemma>(each.id, each.buddy.value());
        if (!granted) continue;
        page.heading(base::Sentence{tr("Gevraagd aan {name}, expert, op {day}"), {{"name", people::name_of(v.read(), v.keys(), each.expert)}, {"day", day(v, each.sent_at)}}});
        page.quote(each.text<Action::rewrite_dilemma>().open(*granted, v.keys()).value_or(""));
        if (each.answered_at) {
            page.paragraph(tr("De expert schrijft:"));
            page.quote(each.reply<Action::rewrite_dilemma>().open(*granted, v.keys()).value_or(""));
        } else if (each.taken_back_at) page.paragraph(tr("U nam dit terug."));
        else {
            page.paragraph(tr("Er is nog geen antwoord."));
            page.act("/vragen/" + head.head().value() + "/expert/terug", tr("Neem dit terug"), {{"dilemma", each.id.value()}}, false);
        }
    }
    if (waits) page.link(href(head.head(), "/expert"), all.empty() ? tr("Vraag een expert om mee te denken") : tr("Vraag nog een expert"));
}

http::Response answer_page(Visit& v, base::Refusal const* refusal) {
    auto const entry = opened(v);
    if (!entry) return v.not_found();
    auto const turns = thread(v.read(), entry->head());
    if (turns.empty()) return v.not_found();
    // whoever asked sees that it was read, from the moment someone opens it
    if (std::any_of(turns.begin(), turns.end(), [](auto const& turn) { return !turn.read_at; })) v.services().data.write(v.scope(), [&](db::Write& tx) { note_read(tx, entry->head(), v.now()); });
    auto const waiting = std::find_if(turns.begin(), turns.end(), [](auto const& turn) { return !turn.answered_at; });
    auto const buddy = people::find_person(v.read(), v.keys(), entry->buddy);
    return v.page(base::Sentence{tr("Vraag van {name}"), {{"name", people::name_of(v.read(), v.keys(), entry->buddy)}}}, [&](html::Page& page) {
        for (auto const& turn : turns) {
            if (turn.enough == Enough::call && !turn.called_at) {
                page.alert(html::Tone::warning, tr("Wil na uw antwoord graag bellen."));
                if (buddy && !buddy->phone.empty()) page.phone(tr("Telefoon:"), buddy->phone);
                page.act(href(turn.id, "/gebeld"), tr("Ik belde"));
            }
        }
        for (auto const& turn : turns) {
            page.heading(base::Sentence{tr("Gevraagd op {day}"), {{"day", day(v, turn.asked_at)}}});
            page.quote(question_of(v.keys(), turn));
            if (turn.answered_at) {
                page.paragraph(tr("Uw antwoord:"));
                page.quote(answer_of(v.keys(), turn));
            }
            if (turn.enough == Enough::yes) page.paragraph(tr("De buddy zegt: dit was genoeg."));
            if (turn.called_at) page.paragraph(base::Sentence{tr("Gebeld op {day}."), {{"day", day(v, *turn.called_at)}}});
        }
        if (turns.back().thanked_at) page.paragraph(tr("U zei: dank je, goede vraag."));
        else page.act(href(turns.back().id, "/dank"), tr("Zeg: dank je, goede vraag"), {}, false);
        if (waiting != turns.end()) page.form(href(waiting->id), tr("Verstuur antwoord"), v.values(), refusal).area({.name = "tekst", .label = tr("Uw antwoord"), .hint = base::Sentence{tr("De buddy verwacht dit uiterlijk {day}."), {{"day", text::day(answer_by(waiting->asked_at), v.language())}}}, .most = most_characters});
        else if (refusal) page.alert(html::Tone::error, refusal->fields.front().why);
        dilemma_part(page, v, turns.front(), waiting != turns.end());
    },
                  {.status = refusal ? 422 : 200});
}
http::Response show(Visit& v) { return answer_page(v, nullptr); }

http::Response create_answer(Visit& v) {
    auto const entry = opened(v);
    if (!entry) return v.not_found();
    auto again = [&](base::Refusal const& refusal) { return answer_page(v, &refusal); };
    auto text = said(text::tidy_text(v.field("tekst")));
    if (!text) return again(text.error());
    return v.act(entry->id.value(), entry->buddy.value(), [&](db::Write& tx) -> Acted {
        if (!answer(tx, v.keys(), *entry, *text, v.me(), v.now())) return base::Refusal::of(tr("Deze vraag is net al beantwoord of teruggenomen. Open haar opnieuw vanaf Vandaag."));
        jobs::later(tx, v.services().random, "consult.answered", v.house().id.value(), entry->buddy.value(), "", v.now());
        return Done{"/vandaag", tr("Uw antwoord is verstuurd. De buddy krijgt een mail dat het er staat.")}; }, again);
}

http::Response create_thanks(Visit& v) {
    auto const entry = opened(v);
    if (!entry) return v.not_found();
    return v.act(entry->id.value(), entry->buddy.value(), [&](db::Write& tx) -> Acted {
        thank(tx, entry->id, v.now());
        return Done{href(entry->id), tr("De buddy ziet uw dank bij de vraag.")}; }, [&](base::Refusal const&) { return v.not_found(); });
}

http::Response create_call(Visit& v) {
    auto const entry = opened(v);
    if (!entry) return v.not_found();
    return v.act(entry->id.value(), entry->buddy.value(), [&](db::Write& tx) -> Acted {
        note_called(tx, entry->id, v.now());
        return Done{"/vandaag", tr("Vastgelegd dat u belde.")}; }, [&](base::Refusal const&) { return v.not_found(); });
}

base::Text state(Entry const& last) {
    if (!last.answered_at) return last.read_at ? tr("gelezen") : tr("nieuw");
    if (last.enough == Enough::call && !last.called_at) return tr("wil bellen");
    return tr("beantwoord");
}

http::Response list_all(Visit& v) {
    auto turns = last_turns(v.read());
    std::erase_if(turns, [&](Entry const& turn) { return v.viewer().closed_to(turn.buddy); });
    auto asked = reception::asked(v, "/ondersteuning", "");
    asked.total = turns.size();
    auto const rows = reception::shown(turns, asked);
    std::vector<visit::PersonId> whose;
    for (auto const& turn : rows) whose.push_back(turn.buddy);
    people::Names const names{v.read(), v.keys(), whose};
    return v.page(tr("Ondersteuning"), [&](html::Page& page) {
        page.lead(tr("Voor buddy’s: vragen, samen praten en iets om te lezen."));
        page.button("/intervisie", tr("Intervisie en inloop"), false).button("/bibliotheek", tr("Bibliotheek"), false);
        if (turns.empty()) return void(page.empty(tr("Er zijn nog geen vragen. Vertel buddy’s dat elke vraag welkom is.")));
        {
            auto table = page.table(tr("Vragen van buddy’s"), {{tr("Wie")}, {tr("Gevraagd")}, {tr("Stand")}});
            for (auto const& turn : rows) table.row({{names.of(turn.buddy), href(turn.head())}, {day(v, turn.asked_at)}, {state(turn)}});
        }
        page.pager(asked);
    });
}

} // namespace

std::vector<reception::Route> answer_routes() {
    using reception::route;
    return {
        route<Action::keep_intervision>("GET", "/ondersteuning", list_all),
        route<Action::answer_consult>("GET", "/vragen/{consult}", show),
        route<Action::answer_consult>("POST", "/vragen/{consult}", create_answer),
        route<Action::answer_consult>("POST", "/vragen/{consult}/dank", create_thanks),
        route<Action::answer_consult>("POST", "/vragen/{consult}/gebeld", create_call),
    };
}

} // namespace support
