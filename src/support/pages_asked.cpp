#include "support/pages_asked.h"

#include "people/store_people.h"
#include "people/store_restriction.h"
#include "reception/visit.h"
#include "support/listing_asked.h"
#include "support/listing_thread.h"
#include "support/store_asked.h"

namespace support {
using base::tr;
using reception::Visit;
using visit::Action;

namespace {

/// The question behind the address, for the one person who was asked and may still answer. The buddy chose this reader, who so reads it even where the buddy, as a parent, is shut; under lock nobody reads.
std::optional<Entry> opened(Visit& v) {
    auto entry = find(v.read(), v.id<Consult>("asked"));
    if (!entry || entry->reader != v.me() || people::restricted_since(v.read(), entry->buddy) || !can_answer(v.read(), v.house().independence, *entry)) return {};
    if (!visit::Policy::grant<Action::answer_as_asked>(v.viewer(), entry->id, {visit::Tie::given})) return {};
    v.note(Action::answer_as_asked, entry->id.value(), entry->buddy.value());
    return entry;
}

AnswerDesk const desk{"/gevraagd", "/gevraagd", opened, [](Visit& v) -> confidentiality::Keyring& { return v.services().keys; }, [](html::Page& page, Visit&, std::vector<Entry> const&, bool) { page.link("/gevraagd", tr("Terug naar de lijst")); }};

http::Response list_asked(Visit& v) {
    auto const turns = turns_for(v.read(), v.house().independence, v.me());
    return v.page(tr("Vragen aan u"), [&](html::Page& page) {
        page.lead(tr("Een buddy vroeg u om mee te denken. De coördinator leest dit niet."));
        if (turns.empty()) return void(page.empty(tr("Er vroeg u nu niemand iets. U krijgt een mail als dat verandert.")));
        put_threads(page, v, desk, turns);
    });
}

http::Response show_other_ways(Visit& v) {
    auto const people = who_may_be_asked(v.read(), v.house().independence, v.me());
    return v.page(tr("Loopt het niet goed met de coördinator?"), [&](html::Page& page) {
        page.lead(tr("Dat kan gebeuren. Je kunt drie dingen doen. Je hoeft niet te kiezen."));
        page.heading(tr("Zeg het zelf"));
        page.paragraph(tr("Vertel wat je dwarszit, en wat je nodig hebt. Bellen werkt vaak beter dan schrijven."));
        page.phone(tr("Telefoon van de coördinator:"), v.house().coordinator_phone);
        page.heading(tr("Vraag een ander hier"));
        if (people.empty()) page.paragraph(tr("Nu is er niemand anders om het aan te vragen."));
        else page.paragraph(tr("Alleen wie je kiest, leest je vraag. De coördinator ziet haar niet."));
        for (auto const& person : people) page.link("/mijn/vragen?aan=" + asked_word(v, person), base::Sentence{tr("Vraag het aan {who}"), {{"who", text::say(asked_name(v, person), v.language())}}});
        page.heading(tr("Ga naar de vertrouwenspersoon"));
        page.paragraph(base::Sentence{tr("{name} staat los van de coördinator en denkt met je mee."), {{"name", v.house().adviser_name}}});
        page.phone(tr("Telefoon van de vertrouwenspersoon:"), v.house().adviser_phone);
        page.link("/contact", tr("Of dien een klacht in"));
        page.link("/mijn/vragen", tr("Terug naar mijn vragen"));
    });
}

} // namespace

std::vector<reception::Route> asked_routes() {
    using reception::route;
    return {
        route<Action::ask_consult>("GET", "/mijn/andere-weg", show_other_ways),
        route<Action::answer_as_asked>("GET", "/gevraagd", list_asked),
        route<Action::answer_as_asked>("GET", "/gevraagd/{asked}", [](Visit& v) { return show_thread(v, desk); }),
        route<Action::answer_as_asked>("POST", "/gevraagd/{asked}", [](Visit& v) { return create_answer(v, desk); }),
        route<Action::answer_as_asked>("POST", "/gevraagd/{asked}/dank", [](Visit& v) { return create_thanks(v, desk); }),
        route<Action::answer_as_asked>("POST", "/gevraagd/{asked}/gebeld", [](Visit& v) { return create_call(v, desk); }),
    };
}

} // namespace support
