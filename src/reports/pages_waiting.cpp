#include "reports/pages_waiting.h"

#include "gen/reports_views.h"
#include "help_request/store_counts.h"
#include "matching/store_counts.h"
#include "reception/visit.h"
#include "reports/school_year.h"
#include "reports/waiting.h"
#include "trajectory/store_counts.h"

#include <fmt/format.h>

namespace reports {
using base::tr;
using reception::Visit;
using visit::Action;

namespace {

struct Step {
    base::Text name;
    std::optional<Spread> days;
};

/// A bar for each step: the middle, and on to the longest.
void bars(html::Page& page, std::vector<Step> const& steps, bool exact) {
    constexpr double wide = 300;
    constexpr int row_height = 46;
    using b = views::bars_;
    auto part = page.own(b::view);
    int most = 1;
    for (auto const& step : steps)
        if (shown(step.days, exact)) most = std::max(most, step.days->longest);
    part.set(b::CAPTION, tr("Dagen vanaf de vraag:")).set(b::LABEL, tr("Een staaf per stap: tot de middelste, en verder tot de langste wachttijd. De tabel geeft de getallen.")).set(b::HEIGHT, std::to_string(static_cast<int>(steps.size()) * row_height));
    part.add(b::STEP).set(b::NUMBER, "4").set(b::NAME, tr("de middelste"));
    part.add(b::STEP).set(b::NUMBER, "1").set(b::NAME, tr("de langste"));
    for (std::size_t i = 0; i < steps.size(); ++i) {
        auto row = part.add(b::ROW);
        auto const top = static_cast<int>(i) * row_height;
        row.set(b::NAME, steps[i].name).set(b::NAME_Y, std::to_string(top + 14));
        double x = 1;
        bool const seen = shown(steps[i].days, exact);
        auto piece = [&](char const* number, int days) {
            auto const width = wide * days / most;
            if (days > 0) row.add(b::PIECE).set(b::NUMBER, number).set(b::X, fmt::format("{:.1f}", x)).set(b::Y, std::to_string(top + 21)).set(b::WIDTH, fmt::format("{:.1f}", width));
            x += width;
        };
        if (seen) {
            piece("4", steps[i].days->median);
            piece("1", steps[i].days->longest - steps[i].days->median);
        }
        row.set(b::X, fmt::format("{:.1f}", x + 6)).set(b::TEXT_Y, std::to_string(top + 34)).set(b::COUNT, seen ? std::to_string(steps[i].days->median) + " / " + std::to_string(steps[i].days->longest) : std::string{"–"});
    }
}

http::Response show_waiting(Visit& v) {
    auto const granted = v.grant<Action::see_counts>();
    if (!granted) return v.not_found();
    bool const exact = v.viewer().is(visit::Role::coordinator);
    auto const this_year = school_year(v.today());
    return v.page(tr("Wachttijden"), [&](html::Page& page) {
        page.lead(tr("Hoe lang wachten ouders? We tellen de dagen vanaf de vraag, per schooljaar waarin die kwam."));
        bool any = false;
        for (int back = 0; back < 3; ++back) {
            SchoolYear const year{this_year.first - back};
            auto const asked = help_request::asked(v.read(), *granted, year.from(), year.until());
            if (asked == 0) continue;
            any = true;
            auto its = [&](matching::WaitStep step) { return spread(matching::days_until(v.read(), *granted, step, year.from(), year.until())); };
            std::vector<Step> const steps{
                {tr("Eerste antwoord"), its(matching::WaitStep::answered)},
                {tr("Voorstel aan een buddy"), its(matching::WaitStep::proposed)},
                {tr("Koppeling"), its(matching::WaitStep::matched)},
                {tr("Eerste ontmoeting"), spread(trajectory::days_until_met(v.read(), *granted, year.from(), year.until(), v.now()))},
            };
            page.heading(year.name());
            page.paragraph(base::Sentence{tr("Hulpvragen in dit schooljaar: {count}."), {{"count", std::to_string(asked)}}});
            bars(page, steps, exact);
            auto table = page.table(base::Sentence{tr("Wachttijden in {year}, in dagen"), {{"year", year.name()}}}, {{tr("Tot")}, {tr("Vragen"), "", true}, {tr("Middelste"), "", true}, {tr("Langste"), "", true}});
            for (auto const& step : steps) {
                bool const seen = shown(step.days, exact);
                auto number = [&](int days) { return html::Cell{seen ? std::to_string(days) : std::string{"–"}, {}, true}; };
                auto const count = step.days ? step.days->count : 0;
                table.row({{step.name}, seen || count == 0 ? html::Cell{std::to_string(count), {}, true} : html::Cell{tr("minder dan 5"), {}, true}, number(step.days ? step.days->median : 0), number(step.days ? step.days->longest : 0)});
            }
        }
        if (!any) page.empty(tr("Er zijn nog geen hulpvragen. Zodra er een is, ziet u hier hoe lang die wacht."));
        page.details(tr("Hoe tellen we?"), {tr("De middelste: de helft wachtte korter, de helft langer."), tr("Wie nog wacht, telt pas mee bij de stap die gezet is."), exact ? tr("De directeur ziet geen dagen van minder dan vijf vragen.") : tr("Van minder dan vijf vragen tonen we geen dagen. Dan zou een cijfer een mens zijn.")});
        page.link("/cijfers", tr("Terug naar de cijfers"));
    });
}

} // namespace

std::vector<reception::Route> waiting_routes() { return {reception::route<Action::see_counts>("GET", "/cijfers/wachten", show_waiting)}; }

} // namespace reports
