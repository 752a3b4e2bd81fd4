#include "training/pages_certificate.h"

#include "intake/store_advice.h"
#include "reception/visit_print.h"
#include "training/store_completion.h"
#include "training/store_edition.h"

namespace training {
using base::tr;
using reception::Visit;
using visit::Action;

namespace {

http::Response certificate(Visit& v, visit::PersonId const& person) {
    using pdf::Part;
    auto const edition = edition_of(v.read(), person);
    if (!edition || !followed_all(steps_of(v.read(), person, false)))
        return v.page(tr("Bewijs van deelname"), [&](html::Page& page) { page.empty(tr("Er is een bewijs als elke avond is gevolgd of ingehaald.")); });
    auto const evenings = evenings_of(v.read(), edition->id);
    std::vector<reception::Printed> parts{{Part::title, tr("Bewijs van deelname")}, {Part::heading, people::name_of(v.read(), v.keys(), person)}, {Part::paragraph, tr("volgde de training voor ouderbuddy’s.")}};
    int minutes = 0;
    for (auto const& evening : evenings) {
        parts.push_back({Part::bullet, base::Sentence{tr("Avond {number}: {day}"), {{"number", std::to_string(evening.number)}, {"day", text::plain_day(base::local_date(evening.begins_at), v.language())}}}});
        minutes += evening.minutes;
    }
    bool const whole = minutes % 60 == 0;
    parts.push_back({Part::paragraph, base::Sentence{whole ? tr("Samen {time} uur, bij {partnership}.") : tr("Samen {time} minuten, bij {partnership}."), {{"time", std::to_string(whole ? minutes / 60 : minutes)}, {"partnership", v.house().name}}}});
    parts.push_back({Part::paragraph, tr("In de training: luisteren en vragen, het eigen verhaal gebruiken, samen met school praten, en weten wat een buddy wel en niet doet.")});
    parts.push_back({Part::paragraph, base::Sentence{tr("{name}, coördinator"), {{"name", v.house().coordinator_name}}}});
    parts.push_back({Part::rule, base::Text::none()});
    return reception::print(v, text::say(tr("bewijs-van-deelname"), v.language()), parts);
}

http::Response print_own(Visit& v) { return certificate(v, v.me()); }
http::Response print_for(Visit& v) {
    auto const id = v.id<people::Person>("person");
    return intake::advice_about(v.read(), id) && v.grant<Action::manage_buddy>(id, id.value()) ? certificate(v, id) : v.not_found();
}

} // namespace

std::vector<reception::Route> certificate_routes() {
    using reception::route;
    return {
        route<Action::see_own_training>("GET", "/mijn/training/bewijs", print_own),
        route<Action::manage_buddy>("GET", "/buddys/{person}/bewijs", print_for),
    };
}

} // namespace training
