#include "support/pages_answer.h"

#include "people/store_people.h"
#include "reception/visit.h"
#include "support/listing_thread.h"
#include "support/store_asked.h"
#include "support/store_dilemma.h"

namespace support {
using base::tr;
using reception::Visit;
using visit::Action;

namespace {

/// The question behind the address, for the coordinator; what was asked of someone else is not there.
std::optional<Entry> opened(Visit& v) {
    auto entry = find(v.read(), v.id<Consult>("consult"));
    if (!entry || entry->reader || !v.grant<Action::answer_consult>(entry->id, entry->buddy.value())) return {};
    return entry;
}

void dilemma_part(html::Page& page, Visit& v, std::vector<Entry> const& turns, bool waits) {
    auto const& head = turns.front();
    auto const address = "/vragen/" + head.head().value();
    auto const all = dilemmas_of(v.read(), head.head());
    for (auto const& each : all) {
        auto granted = v.grant<Action::rewrite_dilemma>(each.id, each.buddy.value());
        if (!granted) continue;
        page.heading(base::Sentence{tr("Gevraagd aan {name}, expert, op {day}"), {{"name", people::name_of(v.read(), v.keys(), each.expert)}, {"day", text::plain_day(base::local_date(each.sent_at), v.language())}}});
        page.quote(each.text<Action::rewrite_dilemma>().open(*granted, v.keys()).value_or(""));
        if (each.answered_at) {
            page.paragraph(tr("De expert schrijft:"));
            page.quote(each.reply<Action::rewrite_dilemma>().open(*granted, v.keys()).value_or(""));
        } else if (each.taken_back_at) page.paragraph(tr("U nam dit terug."));
        else {
            page.paragraph(tr("Er is nog geen antwoord."));
            page.act(address + "/expert/terug", tr("Neem dit terug"), {{"dilemma", each.id.value()}}, false);
        }
    }
    if (waits) page.link(address + "/expert", all.empty() ? tr("Vraag een expert om mee te denken") : tr("Vraag nog een expert"));
}

AnswerDesk const desk{"/vragen", "/vandaag", opened, [](Visit& v) -> confidentiality::Keyring& { return v.keys(); }, dilemma_part};

http::Response list_all(Visit& v) {
    auto turns = last_turns(v.read());
    std::erase_if(turns, [&](Entry const& turn) { return v.viewer().closed_to(turn.buddy); });
    return v.page(tr("Ondersteuning"), [&](html::Page& page) {
        page.lead(tr("Voor buddy’s: vragen, samen praten en iets om te lezen."));
        page.button("/intervisie", tr("Intervisie en inloop"), false).button("/bibliotheek", tr("Bibliotheek"), false);
        if (auto const mine = waiting_for(v.read(), v.house().independence, v.me()); mine > 0) page.link("/gevraagd", base::Sentence{tr("Vragen aan u alleen ({count})"), {{"count", std::to_string(mine)}}});
        if (turns.empty()) return void(page.empty(tr("Er zijn nog geen vragen. Vertel buddy’s dat elke vraag welkom is.")));
        put_threads(page, v, desk, turns);
    });
}

} // namespace

std::vector<reception::Route> answer_routes() {
    using reception::route;
    return {
        route<Action::keep_intervision>("GET", "/ondersteuning", list_all),
        route<Action::answer_consult>("GET", "/vragen/{consult}", [](Visit& v) { return show_thread(v, desk); }),
        route<Action::answer_consult>("POST", "/vragen/{consult}", [](Visit& v) { return create_answer(v, desk); }),
        route<Action::answer_consult>("POST", "/vragen/{consult}/dank", [](Visit& v) { return create_thanks(v, desk); }),
        route<Action::answer_consult>("POST", "/vragen/{consult}/gebeld", [](Visit& v) { return create_call(v, desk); }),
    };
}

} // namespace support
