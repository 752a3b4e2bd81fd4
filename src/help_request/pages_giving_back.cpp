#include "help_request/pages_giving_back.h"

#include "people/store_given_back.h"
#include "people/store_people.h"
#include "platform/jobs/jobs.h"

namespace help_request {
using base::tr;
using reception::Acted;
using reception::Done;
using reception::Visit;
using visit::Action;

namespace {

std::string href(Entry const& entry) { return "/hulpvragen/" + entry.id.value() + "/teruggeven"; }
/// A coordinator says the same by declaring another task.
bool may_give_back(Visit& v, Entry const& entry) { return people::reader_of(v.read(), entry.person) == v.me() && !visit::conceivable(v.viewer(), Action::declare_other_task); }

/// The request behind the address, for the one who reads it instead of the coordinator.
std::optional<Entry> opened(Visit& v) {
    auto entry = find(v.read(), v.id<HelpRequest>("request"));
    if (!entry || !may_give_back(v, *entry) || !v.grant<Action::clarify_request>(entry->id, entry->person.value())) return {};
    return entry;
}

http::Response new_giving_back(Visit& v) {
    auto const entry = opened(v);
    if (!entry) return v.not_found();
    auto const person = people::find_person(v.read(), v.keys(), entry->person);
    bool const handed = people::was_handed_over(v.read(), entry->person);
    return v.page(tr("Dit kan ik niet lezen"), [&](html::Page& page) {
        page.lead(tr("Kent u dit gezin, of lukt lezen niet? Dan geeft u de keuze terug."));
        page.paragraph(tr("Daarna leest u niets meer van deze ouder. Een reden is niet nodig."));
        page.paragraph(handed ? tr("Dit gezin kwam bij u door een collega. Er wordt dan opnieuw iemand gezocht. De ouder krijgt bericht.") : tr("De coördinator gaat dan ook niet lezen. De ouder krijgt bericht en kiest opnieuw."));
        if (person && person->mail.empty()) page.alert(html::Tone::warning, tr("Deze ouder heeft geen mailadres. Bel eerst, en vertel dat een ander kiezen mag."));
        page.act(href(*entry), tr("Ja, geef de keuze terug"));
        page.link("/hulpvragen/" + entry->id.value(), tr("Terug"));
    });
}

http::Response create_giving_back(Visit& v) {
    auto const entry = opened(v);
    if (!entry) return v.not_found();
    return v.act(entry->id.value(), entry->person.value(), [&](db::Write& tx) -> Acted {
        auto const became = people::give_back(tx, v.me(), entry->person, v.now());
        if (became == people::GivenBack::no) return Done{"/mijn", tr("U leest hier al niet meer.")};
        jobs::later(tx, v.services().random, became == people::GivenBack::chooses ? "reader.gone" : "other_task.told", v.house().id.value(), entry->person.value(), "", v.now());
        return Done{"/mijn", tr("Teruggegeven. U leest hier niets meer van. De ouder krijgt bericht.")}; }, [&](base::Refusal const&) { return v.not_found(); });
}

} // namespace

void giving_back_part(html::Page& page, Visit& v, Entry const& entry) {
    if (may_give_back(v, entry)) page.link(href(entry), tr("Ik kan dit niet lezen"));
}

std::vector<reception::Route> giving_back_routes() {
    using reception::route;
    return {
        route<Action::clarify_request>("GET", "/hulpvragen/{request}/teruggeven", new_giving_back),
        route<Action::clarify_request>("POST", "/hulpvragen/{request}/teruggeven", create_giving_back),
    };
}

} // namespace help_request
