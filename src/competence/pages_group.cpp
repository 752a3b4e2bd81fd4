#include "competence/pages_group.h"

#include "competence/pages.h"
#include "competence/pages_instrument.h"
#include "people/store_people.h"
#include "training/store_edition.h"

#include <algorithm>
#include <fmt/format.h>

namespace competence {
using base::tr;
using reception::Visit;
using visit::Action;

namespace {

/// The moments that people share with an audience, each opened and logged.
void shared_part(html::Page& page, Visit& v, std::vector<visit::PersonId> const& people, Audience audience, visit::Ties ties) {
    auto const shared = shared_by(v.read(), people, audience);
    if (shared.empty()) return void(page.empty(tr("Niemand deelt nu een moment.")));
    for (auto const& person : people) {
        std::vector<Filled> its;
        for (auto const& each : shared) {
            if (each.person != person) continue;
            auto granted = v.grant<Action::see_shared_growth>(each.assessment, person.value(), ties);
            auto filled = granted ? open_shared(v.read(), v.keys(), each, *granted) : std::nullopt;
            if (filled) its.push_back(std::move(*filled));
        }
        if (its.empty()) continue;
        std::sort(its.begin(), its.end(), [](auto const& a, auto const& b) { return std::pair{a.filled_at, a.id} < std::pair{b.filled_at, b.id}; });
        auto const whose = people::name_of(v.read(), v.keys(), person);
        page.heading(whose);
        growth_part(page, v, its, base::Sentence{tr("Cijfers van {name}"), {{"name", whose}}});
    }
}

void group_picture(html::Page& page, Visit& v, training::EditionId const& edition, int version) {
    std::vector<std::array<double, statement_count>> pictures;
    std::vector<html::Column> columns{{tr("Uitspraak")}};
    for (auto const& [moment, word] : base::Words<Moment>::entries) {
        auto const bundles = pictures_of(v.read(), edition, moment, version);
        if (bundles.empty()) continue;
        columns.push_back({name(moment), "", true});
        pictures.push_back(means(bundles));
    }
    auto const shown = shown_statements(v, version);
    auto table = page.table(base::Sentence{tr("Gemiddelde per uitspraak (versie {version} van de vragenlijst)"), {{"version", std::to_string(version)}}}, columns);
    for (std::size_t i = 0; i < shown.size(); ++i) {
        std::vector<html::Cell> cells{{shown[i].words}};
        for (auto const& each : pictures) {
            auto said = fmt::format("{:.1f}", each[i]);
            if (v.language() == text::Language::nl) std::replace(said.begin(), said.end(), '.', ',');
            // at the ends a mean would tell what everyone filled in
            cells.push_back({each[i] >= 9 ? html::Said{tr("9 of hoger")} : each[i] <= 2 ? html::Said{tr("2 of lager")}
                                                                                        : html::Said{said},
                             {},
                             true});
        }
        table.row(cells);
    }
}

http::Response show_group(Visit& v) {
    auto edition = training::find_edition(v.read(), v.id<training::Edition>("edition"));
    if (!edition) return v.not_found();
    auto const trainers = training::people_of(v.read(), edition->id, "trainer");
    if (std::find(trainers.begin(), trainers.end(), v.me()) == trainers.end()) return v.not_found();
    visit::Ties const leading{visit::Tie::leading};
    auto const participants = training::people_of(v.read(), edition->id, "participant");
    return v.page(tr("Groei van de groep"), [&](html::Page& page) {
        page.lead(edition->name);
        page.alert(html::Tone::info, tr("Lees dit alleen. Zet deze bladzijde niet op een groot scherm."));
        page.heading(tr("Leervragen"));
        page.paragraph(tr("Deelnemers kozen zelf dat u dit leest. De volgorde zegt niets."));
        bool any = false;
        for (auto const& question : learning_questions(v.read(), edition->id)) {
            auto granted = v.grant<Action::see_group_growth>(question.assessment, question.person.value(), leading);
            if (!granted) continue;
            any = true;
            page.quote(words_of(v.keys(), question, *granted));
        }
        if (!any) page.empty(tr("Niemand gaf nog een leervraag vrij."));
        page.heading(tr("Het beeld van de groep"));
        page.paragraph(tr("Het gemiddelde van steeds vijf mensen samen. Wie nog geen vijf compleet maakt of een moment deelt, telt niet mee. Zo blijft van ieder verborgen wat die invulde."));
        auto const versions = pictured_versions(v.read(), edition->id);
        if (versions.empty()) page.empty(tr("Er zijn nog geen vijf antwoorden."));
        for (auto version : versions) group_picture(page, v, edition->id, version);
        page.heading(tr("Wat iemand zelf deelt"));
        shared_part(page, v, participants, Audience::trainer, leading);
        page.link("/trainingen/" + edition->id.value(), tr("Terug naar de training"));
    });
}

http::Response show_shared(Visit& v) {
    auto const id = v.id<people::Person>("growth");
    auto const person = people::find_person(v.read(), v.keys(), id);
    if (!person || !v.viewer().is(visit::Role::coordinator) || v.viewer().deputy || shared_by(v.read(), {id}, Audience::coordinator).empty()) return v.not_found();
    return v.page(tr("Gedeelde groei"), [&](html::Page& page) {
        page.lead(base::Sentence{tr("{name} deelt dit met u, en kan het terugnemen."), {{"name", person->name}}});
        shared_part(page, v, {id}, Audience::coordinator, {});
        page.link("/groei", tr("Terug"));
    });
}

http::Response list_shared(Visit& v) {
    std::vector<visit::PersonId> people;
    for (auto role : {visit::Role::candidate, visit::Role::buddy})
        for (auto const& person : people::with_role(v.read(), role))
            if (std::find(people.begin(), people.end(), person) == people.end()) people.push_back(person);
    if (v.viewer().deputy) people.clear();
    auto const shared = shared_by(v.read(), people, Audience::coordinator);
    return v.page(tr("Gedeelde groei"), [&](html::Page& page) {
        page.lead(tr("Buddy’s die een moment van hun vragenlijst met u willen bespreken."));
        if (shared.empty()) return void(page.empty(tr("Niemand deelt nu een moment.")));
        std::vector<visit::PersonId> named;
        for (auto const& each : shared) {
            if (std::find(named.begin(), named.end(), each.person) != named.end()) continue;
            named.push_back(each.person);
            page.link("/groei/" + each.person.value(), people::name_of(v.read(), v.keys(), each.person));
        }
    });
}

} // namespace

std::vector<reception::Route> group_routes() {
    using reception::route;
    return {
        route<Action::see_group_growth>("GET", "/trainingen/{edition}/groei", show_group),
        route<Action::list_buddies>("GET", "/groei", list_shared),
        route<Action::see_shared_growth>("GET", "/groei/{growth}", show_shared),
    };
}

} // namespace competence
