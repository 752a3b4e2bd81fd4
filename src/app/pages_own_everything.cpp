#include "app/pages_own_everything.h"

#include "account/listing_looks.h"
#include "app/own_data.h"
#include "app/own_data_file.h"
#include "people/store_people.h"
#include "reception/visit_print.h"

namespace app {
using base::tr;
using reception::Visit;
using visit::Action;

namespace {

/// Everything, opened by one grant about oneself that is written in the log.
std::vector<OwnGroup> gathered(Visit& v) {
    auto const granted = v.grant<Action::export_own_data>(v.me(), v.me().value());
    if (!granted) return {};
    v.note(Action::export_own_data, v.me().value(), v.me().value());
    auto const hall = v.services().data.read(db::Scope::of_hall());
    return own_data(v.read(), *hall, v.services().keys, *granted, v.language());
}
base::Text not_here() { return tr("Een zorg om veiligheid staat hier niet bij. Vragen daarover gaan naar de aandachtsfunctionaris."); }
base::Text not_of_others() { return tr("Namen, adressen en woorden van anderen staan hier niet bij. Die zijn van hen."); }

/// What a group is called, with how many there are when there is more than one.
std::string title(OwnGroup const& group, text::Language language) {
    auto const its = text::say(group.table->title, language);
    return group.rows.size() > 1 ? its + " (" + std::to_string(group.rows.size()) + ")" : its;
}
/// A line for each value of one row; of more rows a line for each.
std::vector<html::Said> lines_of(OwnGroup const& group, text::Language language) {
    std::vector<html::Said> lines;
    for (auto const& row : group.rows) {
        std::string line;
        for (auto const& value : row) {
            auto const words = text::say(value.column->label, language) + ": " + value.said;
            if (group.rows.size() == 1) lines.push_back(words);
            else line += (line.empty() ? "" : "; ") + words;
        }
        if (!line.empty()) lines.push_back(line);
    }
    return lines;
}

http::Response show_everything(Visit& v) {
    auto const groups = gathered(v);
    auto const days = account::looked_at_me(v);
    return v.page(tr("Alles over u"), [&](html::Page& page) {
        page.lead(tr("Dit wordt over u bewaard. Wat leeg is, staat er niet bij."));
        page.bullets({not_of_others(), not_here()});
        page.link("/mijn-gegevens/alles.pdf", tr("Neem mee om te lezen (PDF)")).link("/mijn-gegevens/alles.json", tr("Neem mee voor een ander programma (JSON)"));
        page.paragraph(tr("Bewaar een bestand op een plek waar niemand anders bij kan."));
        page.heading(tr("Kies wat u wilt lezen"));
        for (auto const& group : groups) page.details(title(group, v.language()), lines_of(group, v.language()));
        page.heading(tr("Wie heeft gekeken?"));
        if (days.empty()) page.empty(tr("Er heeft nog niemand gekeken."));
        else page.link("/mijn-gegevens/wie-keek", tr("Bekijk wie uw gegevens las"));
        page.heading(tr("Klopt er iets niet?"));
        page.link("/mijn-gegevens/verbeteren", tr("Verbeter naam of telefoonnummer"));
        page.phone(tr("Iets anders verbeteren? Bel de coördinator"), v.house().coordinator_phone);
        page.link("/mijn-gegevens", tr("Terug"));
    },
                  {.quick_exit = v.viewer().is(visit::Role::asking_parent)});
}

http::Response file_of_everything(Visit& v) {
    auto const groups = gathered(v);
    std::vector<LookedLine> looked;
    for (auto const& day : account::looked_at_me(v)) looked.push_back({day.date, day.who, day.why});
    return {200, {{"Content-Type", "application/json; charset=utf-8"}, {"Content-Disposition", "attachment; filename=\"mijn-gegevens.json\""}, {"Cache-Control", "no-store"}}, own_data_file(groups, looked, v.language(), v.now()), {}};
}

http::Response print_everything(Visit& v) {
    using pdf::Part;
    auto const groups = gathered(v);
    std::vector<reception::Printed> parts{{Part::title, tr("Mijn gegevens")}, {Part::paragraph, text::plain_day(v.today(), v.language())}, {Part::paragraph, not_of_others()}, {Part::paragraph, not_here()}};
    auto say = [&](base::Sentence const& sentence) { return text::say(sentence, v.language()); };
    for (auto const& group : groups) {
        parts.push_back({Part::heading, group.table->title});
        for (std::size_t i = 0; i < group.rows.size(); ++i) {
            if (group.rows.size() > 1) parts.push_back({Part::paragraph, std::to_string(i + 1) + " / " + std::to_string(group.rows.size())});
            for (auto const& value : group.rows[i]) parts.push_back({Part::bullet, say(value.column->label) + ": " + value.said});
        }
    }
    parts.push_back({Part::heading, tr("Wie heeft gekeken?")});
    for (auto const& day : account::looked_at_me(v)) parts.push_back({Part::bullet, text::day(day.date, v.language()) + ": " + day.who + ": " + day.why});
    return reception::print(v, say(tr("mijn-gegevens")), parts);
}

} // namespace

std::vector<reception::Route> own_everything_routes() {
    using reception::route;
    return {
        route<Action::export_own_data>("GET", "/mijn-gegevens/alles", show_everything),
        route<Action::export_own_data>("GET", "/mijn-gegevens/alles.json", file_of_everything),
        route<Action::export_own_data>("GET", "/mijn-gegevens/alles.pdf", print_everything),
    };
}

} // namespace app
