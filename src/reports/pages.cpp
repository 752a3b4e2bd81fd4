#include "reports/pages.h"

#include "feedback/store_counts.h"
#include "help_request/store_counts.h"
#include "matching/store_counts.h"
#include "reception/visit.h"
#include "recruitment/store_counts.h"
#include "reports/pages_waiting.h"
#include "reports/school_year.h"
#include "training/store_counts.h"

namespace reports {
using base::tr;
using reception::Visit;
using visit::Action;

namespace {

http::Response show_counts(Visit& v) {
    auto granted = v.grant<Action::see_counts>();
    if (!granted) return v.not_found();
    auto const this_year = school_year(v.today());
    return v.page(tr("Cijfers"), [&](html::Page& page) {
        page.lead(tr("Totalen van het hele samenwerkingsverband, per schooljaar. Hier staan nooit mensen."));
        auto table = page.table(tr("Per schooljaar"), {{tr("Schooljaar")}, {tr("Aanmeldingen"), "", true}, {tr("Getraind"), "", true}, {tr("Hulpvragen"), "", true}, {tr("Koppelingen"), "", true}});
        for (int back = 0; back < 3; ++back) {
            SchoolYear year{this_year.first - back};
            std::int64_t sign_ups = 0;
            for (auto const& one : recruitment::signed_up(v.read(), *granted, year.from(), year.until())) sign_ups += one.signed_up;
            auto number = [](std::int64_t count) { return html::Cell{std::to_string(count), {}, true}; };
            table.row({{year.name()}, number(sign_ups), number(training::trained(v.read(), *granted, year.from(), year.until())), number(help_request::asked(v.read(), *granted, year.from(), year.until())), number(matching::begun(v.read(), *granted, year.from(), year.until()))});
        }
        page.heading(tr("Hielp het om een buddy te hebben?"));
        auto const average = feedback::helped(v.read(), *granted, this_year.from(), this_year.until());
        if (average) page.paragraph(base::Sentence{tr("Gemiddeld {score} op een schaal van 1 (niet echt) tot 3 (veel), uit {count} antwoorden dit schooljaar."), {{"score", std::to_string(average->tenths / 10) + "," + std::to_string(average->tenths % 10)}, {"count", std::to_string(average->answers)}}});
        else page.paragraph(tr("Nog te weinig antwoorden. Vanaf vijf staat hier een gemiddelde."));
        page.link("/cijfers/wachten", tr("Hoe lang ouders wachten"));
        page.details(tr("Waarom niet per school of per maand?"), {tr("Bij kleine aantallen is een cijfer een mens. Daarom tonen we alleen totalen over een heel schooljaar.")});
    });
}

} // namespace

std::vector<reception::Route> routes() {
    auto all = waiting_routes();
    all.push_back(reception::route<Action::see_counts>("GET", "/cijfers", show_counts));
    return all;
}

} // namespace reports
