#include "training/pages_coming.h"

#include "people/store_people.h"
#include "training/post_training.h"
#include "training/store_coming.h"

#include <algorithm>

namespace training {
using base::tr;
using reception::Acted;
using reception::Done;
using reception::Visit;
using visit::Action;

namespace {

std::string field(EveningRow const& evening) { return "avond-" + std::to_string(evening.number); }

std::vector<EveningRow> ahead(Visit& v, EditionId const& edition) {
    auto evenings = evenings_of(v.read(), edition);
    std::erase_if(evenings, [&](auto const& evening) { return evening.begins_at <= v.now(); });
    return evenings;
}

/// Whether a group has met for the last time; one without days has not.
bool all_past(Visit& v, EditionId const& edition) {
    auto const evenings = evenings_of(v.read(), edition);
    return !evenings.empty() && evenings.back().begins_at <= v.now();
}

http::Response create_coming(Visit& v) {
    auto const edition = edition_of(v.read(), v.me());
    if (!edition) return v.not_found();
    auto const evenings = ahead(v, edition->id);
    return v.act(edition->id.value(), v.me().value(), [&](db::Write& tx) -> Acted {
        bool none = !evenings.empty();
        for (auto const& evening : evenings) {
            auto const& said = v.field(field(evening));
            if (said == "ja" || said == "nee") say_coming(tx, evening.id, v.me(), said == "ja", v.now());
            none = none && said == "nee";
        }
        return Done{"/mijn/training", none ? tr("Bewaard. De coördinator belt je om samen te kijken wat wel kan.") : tr("Bewaard. Komt er iets tussen? Dan kun je dit hier veranderen.")}; }, [&](base::Refusal const&) { return v.not_found(); });
}

http::Response create_leaving(Visit& v) {
    auto const edition = find_edition(v.read(), v.id<Edition>("edition"));
    if (!edition) return v.not_found();
    visit::PersonId const person{v.field("vertrekt")};
    auto const participants = people_of(v.read(), edition->id, "participant");
    auto const back = "/trainingen/" + edition->id.value();
    if (std::find(participants.begin(), participants.end(), person) == participants.end() || all_past(v, edition->id)) return v.see(back);
    return v.act(edition->id.value(), person.value(), [&](db::Write& tx) -> Acted {
        leave_group(tx, v.services().random, edition->id, person, v.now());
        return Done{back, tr("Uit de groep gehaald. Wat in de agenda stond, gaat niet door.")}; }, [&](base::Refusal const&) { return v.not_found(); });
}

} // namespace

void coming_part(html::Page& page, Visit& v, std::vector<EveningRow> const& evenings) {
    if (evenings.empty() || evenings.back().begins_at <= v.now()) return;
    auto const answers = coming_to(v.read(), evenings.front().edition);
    html::Values values;
    for (auto const& evening : evenings)
        if (auto said = said_of(answers, evening.id, v.me())) values.emplace(field(evening), *said ? "ja" : "nee");
    page.heading(tr("Kom je?"));
    auto form = page.form("/mijn/training/komst", values.empty() ? tr("Laat het weten") : tr("Verander mijn antwoord"), values);
    for (auto const& evening : evenings)
        if (evening.begins_at > v.now()) form.radios({.name = field(evening), .label = base::Sentence{tr("Avond {number}: {moment}"), {{"number", std::to_string(evening.number)}, {"moment", text::moment(evening.begins_at, v.language())}}}}, {{"ja", tr("ja, ik kom")}, {"nee", tr("nee, dan kan ik niet")}});
}

void leaving_part(html::Page& page, Visit& v, EditionRow const& edition, std::vector<visit::PersonId> const& participants) {
    if (participants.empty() || all_past(v, edition.id)) return;
    page.heading(tr("Iemand doet toch niet mee"));
    std::vector<html::Option> options;
    for (auto const& person : participants) options.push_back({person.value(), people::name_of(v.read(), v.keys(), person)});
    page.form("/trainingen/" + edition.id.value() + "/vertrek", tr("Haal uit deze groep")).select({.name = "vertrekt", .label = tr("Wie?"), .hint = tr("Deze persoon kunt u later voor een andere groep uitnodigen.")}, options);
}

std::vector<reception::Route> coming_routes() {
    using reception::route;
    return {
        route<Action::answer_invitation>("POST", "/mijn/training/komst", create_coming),
        route<Action::manage_edition>("POST", "/trainingen/{edition}/vertrek", create_leaving),
    };
}

} // namespace training
