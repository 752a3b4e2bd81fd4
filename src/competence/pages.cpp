#include "competence/pages.h"

#include "competence/store_assessment.h"
#include "reception/visit.h"

#include <charconv>

namespace competence {
using base::tr;
using reception::Acted;
using reception::Done;
using reception::Visit;
using visit::Action;

namespace {

http::Response show_growth(Visit& v) {
    auto all = of(v.read(), v.keys(), v.me());
    return v.page(tr("Mijn groei"), [&](html::Page& page) {
        page.lead(tr("Dit is een spiegel, geen toets. Niemand kan alles. Alleen jij ziet deze cijfers."));
        page.button("/mijn/groei/nieuw", tr("Vragenlijst invullen"), all.empty());
        if (all.empty()) return void(page.empty(tr("Je vulde nog niets in. Het kost drie minuten.")));
        std::vector<html::Column> columns{{tr("Uitspraak")}};
        for (auto const& each : all) columns.push_back({name(each.moment), "", true});
        auto table = page.table(tr("Mijn cijfers"), columns);
        for (int number = 1; number <= 11; ++number) {
            std::vector<html::Cell> cells{{statements()[static_cast<std::size_t>(number - 1)]}};
            for (auto const& each : all) cells.push_back({std::to_string(each.answers.scores.contains(number) ? each.answers.scores.at(number) : 0), {}, true});
            table.row(cells);
        }
        page.heading(tr("Mijn doelen"));
        for (auto const& each : all) {
            auto facts = page.facts();
            facts.row(tr("Wanneer"), name(each.moment)).row(tr("Mijn doel"), each.answers.goal.empty() ? std::string{"–"} : each.answers.goal).row(tr("Wat helpt"), each.answers.help.empty() ? std::string{"–"} : each.answers.help);
            if (!each.answers.own_point.empty()) facts.row(tr("Mijn eigen punt"), each.answers.own_point + " (" + std::to_string(each.answers.scores.contains(12) ? each.answers.scores.at(12) : 0) + ")");
        }
    });
}

http::Response assessment_form(Visit& v, base::Refusal const* refusal) {
    return v.page(tr("Vragenlijst"), [&](html::Page& page) {
        page.lead(tr("Kies bij elke uitspraak een cijfer. Drie minuten is genoeg."));
        auto form = page.form("/mijn/groei", tr("Opslaan"), v.values(), refusal);
        std::vector<html::Option> moments;
        for (auto const& [moment, word] : base::Words<Moment>::entries) moments.push_back({std::string{word}, name(moment)});
        form.radios({.name = "moment", .label = tr("Wanneer vul je dit in?")}, moments);
        html::Said low{tr("hier kan ik nog in groeien")}, high{tr("dit kan ik")};
        for (int number = 1; number <= 11; ++number) form.scale({.name = "s" + std::to_string(number), .label = text::say(base::Sentence{statements()[static_cast<std::size_t>(number - 1)]}, v.language())}, low, high);
        form.text({.name = "eigen", .label = tr("Een eigen punt dat je belangrijk vindt (niet verplicht)"), .most = 150});
        form.scale({.name = "s12", .label = tr("Jouw cijfer voor dat punt")}, low, high);
        form.area({.name = "doel", .label = tr("Waar wil je aan werken? (niet verplicht)"), .most = 500}, 2);
        form.area({.name = "hulp", .label = tr("Wat helpt je daarbij? (niet verplicht)"), .most = 500}, 2);
        form.note(tr("Alleen jij ziet dit. Trainers en de coördinator zien je cijfers niet."));
    },
                  {.status = refusal ? 422 : 200});
}
http::Response new_assessment(Visit& v) { return assessment_form(v, nullptr); }

http::Response create_assessment(Visit& v) {
    Answers typed{base::from_word<Moment>(v.field("moment")), {}, text::tidy_line(v.field("eigen")), text::tidy_text(v.field("doel")), text::tidy_text(v.field("hulp"))};
    for (int number = 1; number <= 12; ++number) {
        auto const& score = v.field("s" + std::to_string(number));
        int value = 0;
        if (!score.empty() && std::from_chars(score.data(), score.data() + score.size(), value).ec == std::errc{}) typed.scores[number] = value;
    }
    auto again = [&](base::Refusal const& refusal) { return assessment_form(v, &refusal); };
    auto good = assess(typed);
    if (!good) return again(good.error());
    auto id = v.new_id<SelfAssessment>();
    return v.act(id.value(), v.me().value(), [&](db::Write& tx) -> Acted {
        add(tx, v.keys(), id, v.me(), *good, v.now());
        return Done{"/mijn/groei", tr("Bewaard. Je ziet hieronder je eigen lijn.")}; }, again);
}

} // namespace

std::vector<reception::Route> routes() {
    using reception::route;
    return {
        route<Action::assess_oneself>("GET", "/mijn/groei", show_growth),
        route<Action::assess_oneself>("GET", "/mijn/groei/nieuw", new_assessment),
        route<Action::assess_oneself>("POST", "/mijn/groei", create_assessment),
    };
}

} // namespace competence
