#include "training/pages_own.h"

#include "reception/visit.h"
#include "training/pages_catch_up.h"
#include "training/pages_coming.h"
#include "training/pages_days.h"
#include "training/pages_observer.h"
#include "training/pages_pack.h"
#include "training/pages_preparation.h"
#include "training/pages_recording.h"
#include "training/store_completion.h"
#include "training/store_edition.h"

#include <algorithm>

namespace training {
using base::tr;
using reception::Visit;
using visit::Action;

namespace {

/// What coordinator and buddy decided, from the day on which they talked about it.
void decision_part(html::Page& page, Visit& v) {
    auto const its = readiness_of(v.read(), v.me());
    if (!its || its->told_on > v.today()) return;
    page.heading(tr("Wat we na de training besloten"));
    auto facts = page.facts();
    facts.row(tr("Besluit"), name(its->decision)).row(tr("Besproken op"), text::plain_day(its->told_on, v.language()));
    if (its->reason != Reason::none) facts.row(tr("Reden"), name(its->reason));
    if (its->deployment_talk_on) facts.row(tr("Inzetgesprek op"), text::plain_day(*its->deployment_talk_on, v.language()));
    page.paragraph(tr("Zie je het anders? Bel de coördinator. Dan praten we verder."));
}

http::Response show_own_training(Visit& v) {
    auto const edition = edition_of(v.read(), v.me());
    return v.page(tr("Mijn training"), [&](html::Page& page) {
        if (!edition) {
            page.empty(tr("Je doet nu niet mee aan een training. Word je uitgenodigd, dan krijg je een mail."));
            decision_part(page, v);
            return recordings_part(page, v);
        }
        auto const evenings = evenings_of(v.read(), edition->id);
        auto facts = page.facts();
        facts.row(tr("Groep"), edition->name).row(tr("Plaats"), edition->place);
        auto const rows = attendances(v.read(), edition->id);
        for (auto const& evening : evenings) {
            auto const at = std::find_if(rows.begin(), rows.end(), [&](auto const& row) { return row.evening == evening.id && row.person == v.me(); });
            auto words = text::moment(evening.begins_at, v.language()) + (at == rows.end() ? "" : " – " + text::say(name(at->presence), v.language()));
            facts.row(base::Sentence{tr("Avond {number}"), {{"number", std::to_string(evening.number)}}}, words);
        }
        observers_part(page, v, edition->id, evenings);
        if (evenings.empty()) own_days_part(page, v, edition->id);
        coming_part(page, v, evenings);
        own_catch_up_part(page, v, evenings);
        page.heading(tr("Wat je kunt doen"));
        own_preparation_part(page, v, *edition, evenings);
        own_pack_part(page, v, edition->id);
        for (auto const& evening : evenings)
            if (evening.begins_at <= v.now() && !texts_past(base::local_date(evening.begins_at), v.today())) page.link("/mijn/training/tips/" + evening.id.value(), base::Sentence{tr("Tips en tops van avond {number}"), {{"number", std::to_string(evening.number)}}});
        page.link("/mijn/groei", tr("Mijn groei: de vragenlijst"));
        page.link("/mijn/training/bewijs", followed_all(steps_of(v.read(), v.me(), false)) ? tr("Bewijs van deelname (PDF)") : tr("Bewijs van deelname"));
        recordings_part(page, v);
        decision_part(page, v);
    });
}

} // namespace

std::vector<reception::Route> own_routes() { return {reception::route<Action::see_own_training>("GET", "/mijn/training", show_own_training)}; }

} // namespace training
