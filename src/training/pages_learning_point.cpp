#include "training/pages_learning_point.h"

#include "intake/store_released.h"
#include "reception/visit.h"
#include "training/store_edition.h"

#include <algorithm>

namespace training {
using base::tr;
using reception::Visit;
using visit::Action;

namespace {

http::Response list_learning_points(Visit& v) {
    auto edition = find_edition(v.read(), v.id<Edition>("edition"));
    if (!edition) return v.not_found();
    auto trainers = people_of(v.read(), edition->id, "trainer");
    if (std::find(trainers.begin(), trainers.end(), v.me()) == trainers.end()) return v.not_found();
    auto evenings = evenings_of(v.read(), edition->id);
    bool const over = evenings.empty() || !needs_learning_points(base::local_date(evenings.back().begins_at), v.today());
    auto participants = people_of(v.read(), edition->id, "participant");
    return v.page(tr("Leerpunten van deelnemers"), [&](html::Page& page) {
        page.lead(tr("Deelnemers kozen zelf wat u hier leest. Wat zij in het gesprek vertelden, ziet u niet."));
        page.alert(html::Tone::info, tr("Lees dit alleen. Zet deze bladzijde niet op een groot scherm."));
        auto points = over ? std::vector<intake::Released>{} : intake::released(v.read(), participants);
        if (over) page.empty(tr("Deze training is voorbij. Leerpunten zijn er alleen tot acht weken na de laatste avond."));
        else if (points.empty()) page.empty(tr("Niemand gaf nog een leerpunt vrij."));
        for (auto const& person : participants) {
            bool named = false;
            for (auto const& point : points) {
                if (point.person != person) continue;
                auto granted = v.grant<Action::see_learning_points>(point.id, person.value(), {visit::Tie::leading});
                if (!granted) continue;
                if (!std::exchange(named, true)) page.heading(people::name_of(v.read(), v.keys(), person));
                page.quote(intake::words_of(v.keys(), point, *granted));
            }
        }
        page.link("/trainingen/" + edition->id.value(), tr("Terug naar de training"));
    });
}

} // namespace

std::vector<reception::Route> learning_point_routes() {
    return {reception::route<Action::see_learning_points>("GET", "/trainingen/{edition}/leerpunten", list_learning_points)};
}

} // namespace training
