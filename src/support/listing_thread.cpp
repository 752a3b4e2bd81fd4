#include "support/listing_thread.h"

#include "people/store_names.h"
#include "platform/jobs/jobs.h"
#include "reception/listing.h"

#include <algorithm>

namespace support {
using base::tr;
using reception::Acted;
using reception::Done;
using reception::Visit;

namespace {

std::string href(AnswerDesk const& desk, ConsultId const& id, char const* more = "") { return std::string{desk.address} + "/" + id.value() + more; }
std::string day(Visit& v, base::Moment moment) { return text::plain_day(base::local_date(moment), v.language()); }
/// Whom an act is about for the wall around parents; who was asked by name reads a buddy who is a parent too.
std::string about(Visit& v, Entry const& entry) { return v.viewer().closed_to(entry.buddy) ? std::string{} : entry.buddy.value(); }

void call_part(html::Page& page, Visit& v, AnswerDesk const& desk, std::vector<Entry> const& turns) {
    auto const buddy = people::find_person(v.read(), desk.keys(v), turns.front().buddy);
    for (auto const& turn : turns) {
        if (turn.enough != Enough::call || turn.called_at) continue;
        page.alert(html::Tone::warning, tr("Wil na uw antwoord graag bellen."));
        if (buddy && !buddy->phone.empty()) page.phone(tr("Telefoon:"), buddy->phone);
        page.act(href(desk, turn.id, "/gebeld"), tr("Ik belde"));
    }
}

void turn_part(html::Page& page, Visit& v, AnswerDesk const& desk, Entry const& turn) {
    page.heading(base::Sentence{tr("Gevraagd op {day}"), {{"day", day(v, turn.asked_at)}}});
    page.quote(question_of(desk.keys(v), turn));
    if (turn.answered_at) {
        page.paragraph(tr("Uw antwoord:"));
        page.quote(answer_of(desk.keys(v), turn));
    }
    if (turn.enough == Enough::yes) page.paragraph(tr("De buddy zegt: dit was genoeg."));
    if (turn.called_at) page.paragraph(base::Sentence{tr("Gebeld op {day}."), {{"day", day(v, *turn.called_at)}}});
}

base::Text state(Entry const& last) {
    if (!last.answered_at) return last.read_at ? tr("gelezen") : tr("nieuw");
    if (last.enough == Enough::call && !last.called_at) return tr("wil bellen");
    return tr("beantwoord");
}

} // namespace

http::Response show_thread(Visit& v, AnswerDesk const& desk, base::Refusal const* refusal) {
    auto const entry = desk.opened(v);
    if (!entry) return v.not_found();
    auto const turns = thread(v.read(), entry->head());
    if (turns.empty()) return v.not_found();
    // whoever asked sees that it was read, from the moment someone opens it
    if (std::any_of(turns.begin(), turns.end(), [](auto const& turn) { return !turn.read_at; })) {
        v.close_read();
        v.services().data.write(v.scope(), [&](db::Write& tx) { note_read(tx, entry->head(), v.now()); });
    }
    auto const waiting = std::find_if(turns.begin(), turns.end(), [](auto const& turn) { return !turn.answered_at; });
    return v.page(base::Sentence{tr("Vraag van {name}"), {{"name", people::name_of(v.read(), desk.keys(v), entry->buddy)}}}, [&](html::Page& page) {
        call_part(page, v, desk, turns);
        for (auto const& turn : turns) turn_part(page, v, desk, turn);
        if (turns.back().thanked_at) page.paragraph(tr("U zei: dank je, goede vraag."));
        else page.act(href(desk, turns.back().id, "/dank"), tr("Zeg: dank je, goede vraag"), {}, false);
        if (waiting != turns.end()) page.form(href(desk, waiting->id), tr("Verstuur antwoord"), v.values(), refusal).area({.name = "tekst", .label = tr("Uw antwoord"), .hint = base::Sentence{tr("De buddy verwacht dit uiterlijk {day}."), {{"day", text::day(answer_by(waiting->asked_at), v.language())}}}, .most = most_characters});
        else if (refusal) page.alert(html::Tone::error, refusal->fields.front().why);
        desk.more(page, v, turns, waiting != turns.end());
    },
                  {.status = refusal ? 422 : 200});
}

http::Response create_answer(Visit& v, AnswerDesk const& desk) {
    auto const entry = desk.opened(v);
    if (!entry) return v.not_found();
    auto again = [&](base::Refusal const& refusal) { return show_thread(v, desk, &refusal); };
    auto text = said(text::tidy_text(v.field("tekst")));
    if (!text) return again(text.error());
    return v.act(entry->id.value(), about(v, *entry), [&](db::Write& tx) -> Acted {
        if (!answer(tx, desk.keys(v), *entry, *text, v.me(), v.now())) return base::Refusal::of(tr("Deze vraag is net al beantwoord of teruggenomen. Open haar opnieuw vanuit de lijst."));
        jobs::later(tx, v.services().random, "consult.answered", v.house().id.value(), entry->buddy.value(), "", v.now());
        return Done{std::string{desk.after}, tr("Uw antwoord is verstuurd. De buddy krijgt een mail dat het er staat.")}; }, again);
}

http::Response create_thanks(Visit& v, AnswerDesk const& desk) {
    auto const entry = desk.opened(v);
    if (!entry) return v.not_found();
    return v.act(entry->id.value(), about(v, *entry), [&](db::Write& tx) -> Acted {
        thank(tx, entry->id, v.now());
        return Done{href(desk, entry->id), tr("De buddy ziet uw dank bij de vraag.")}; }, [&](base::Refusal const&) { return v.not_found(); });
}

http::Response create_call(Visit& v, AnswerDesk const& desk) {
    auto const entry = desk.opened(v);
    if (!entry) return v.not_found();
    return v.act(entry->id.value(), about(v, *entry), [&](db::Write& tx) -> Acted {
        note_called(tx, entry->id, v.now());
        return Done{std::string{desk.after}, tr("Vastgelegd dat u belde.")}; }, [&](base::Refusal const&) { return v.not_found(); });
}

void put_threads(html::Page& page, Visit& v, AnswerDesk const& desk, std::vector<Entry> const& turns) {
    auto asked = reception::asked(v, v.request().path, "");
    asked.total = turns.size();
    auto const rows = reception::shown(turns, asked);
    std::vector<visit::PersonId> whose;
    for (auto const& turn : rows) whose.push_back(turn.buddy);
    people::Names const names{v.read(), desk.keys(v), whose};
    {
        auto table = page.table(tr("Vragen van buddy’s"), {{tr("Wie")}, {tr("Gevraagd")}, {tr("Stand")}});
        for (auto const& turn : rows) table.row({{names.of(turn.buddy), href(desk, turn.head())}, {day(v, turn.asked_at)}, {state(turn)}});
    }
    page.pager(asked);
}

} // namespace support
