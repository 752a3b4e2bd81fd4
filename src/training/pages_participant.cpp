#include "training/pages_participant.h"

#include "intake/store_released.h"
#include "people/store_people.h"
#include "training/pages_edition.h"
#include "training/store_preparation.h"
#include "training/store_programme.h"

namespace training {
using base::tr;
using reception::Visit;
using visit::Action;

namespace {

using Grant = visit::Granted<Action::see_participant, people::Person>;

/// What someone handed in before an evening, under the words that were asked.
void answers_part(html::Page& page, Visit& v, Programme const& programme, EveningRow const& evening, Grant const& granted) {
    if (evening.number < 1 || evening.number > 2) return;
    auto const& asked = programme[static_cast<std::size_t>(evening.number) - 1].preparation;
    if (std::none_of(asked.assignments.begin(), asked.assignments.end(), [](auto const& one) { return one.box; })) return;
    page.heading(base::Sentence{tr("Voorbereiding voor avond {number}"), {{"number", std::to_string(evening.number)}}});
    auto const answers = answers_of(v.read(), v.keys(), evening.id, granted);
    if (answers.empty()) return void(page.paragraph(tr("Niets ingeleverd.")));
    for (auto const& one : asked.assignments)
        if (auto const its = answers.find(one.name); its != answers.end()) {
            page.paragraph(one.words);
            page.quote(its->second);
        }
}

http::Response show_participant(Visit& v) {
    auto const person = v.id<people::Person>("participant");
    std::vector<EditionRow> led;
    for (auto const& id : joined_by(v.read(), person))
        if (ties_to(v, id).has(visit::Tie::leading)) led.push_back(*find_edition(v.read(), id));
    if (led.empty()) return v.not_found();
    auto const granted = v.grant<Action::see_participant>(person, person.value(), {visit::Tie::leading});
    if (!granted) return v.not_found();
    return v.page(people::name_of(v.read(), v.keys(), person), [&](html::Page& page) {
        page.lead(tr("U ziet wat dit groepslid aan de trainers gaf, en wie er was. Wat in het gesprek verteld is, ziet u niet."));
        page.alert(html::Tone::info, tr("Lees dit alleen. Zet deze bladzijde niet op een groot scherm."));
        for (auto const& edition : led) {
            auto const evenings = evenings_of(v.read(), edition.id);
            auto facts = page.facts();
            facts.row(tr("Groep"), edition.name);
            auto const rows = attendances(v.read(), edition.id);
            for (auto const& evening : evenings) {
                auto const at = std::find_if(rows.begin(), rows.end(), [&](auto const& row) { return row.evening == evening.id && row.person == person; });
                facts.row(base::Sentence{tr("Avond {number}"), {{"number", std::to_string(evening.number)}}}, at != rows.end() ? name(at->presence) : tr("nog niet ingevuld"));
            }
            if (auto const programme = find_programme(v.read(), programme_version(v.read(), edition.id)))
                for (auto const& evening : evenings) answers_part(page, v, *programme, evening, *granted);
            bool const over = evenings.empty() || !needs_learning_points(base::local_date(evenings.back().begins_at), v.today());
            page.heading(tr("Leerpunten"));
            bool any = false;
            for (auto const& point : over ? std::vector<intake::Released>{} : intake::released(v.read(), {person})) {
                auto const opened = v.grant<Action::see_learning_points>(point.id, person.value(), {visit::Tie::leading});
                if (!opened) continue;
                page.quote(intake::words_of(v.keys(), point, *opened));
                any = true;
            }
            if (!any) page.paragraph(over ? tr("Leerpunten zijn er alleen tot acht weken na de laatste avond.") : tr("Gaf geen leerpunt vrij."));
            page.link("/trainingen/" + edition.id.value(), tr("Terug naar de training"));
        }
    });
}

} // namespace

std::vector<reception::Route> participant_routes() { return {reception::route<Action::see_participant>("GET", "/groepsleden/{participant}", show_participant)}; }

} // namespace training
