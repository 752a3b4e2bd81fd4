#include "training/pages_editions.h"

#include "reception/listing.h"
#include "training/store_editions.h"

namespace training {
using base::tr;
using reception::Visit;
using visit::Action;

namespace {

http::Response list_editions(Visit& v) {
    if (!v.grant<Action::list_editions>()) return v.not_found();
    bool const all = v.viewer().is(visit::Role::coordinator);
    auto lines = all ? overview(v.read()) : overview_led_by(v.read(), v.me());
    bool const none = lines.empty();
    auto asked = reception::asked(v, "/trainingen", "-avond");
    auto const word = text::folded(asked.search);
    std::erase_if(lines, [&](EditionLine const& line) { return text::folded(line.name).find(word) == std::string::npos && text::folded(line.place).find(word) == std::string::npos; });
    reception::sort(lines, asked.sort, {{"avond", [](EditionLine const& a, EditionLine const& b) { return a.first_evening < b.first_evening; }}, {"groep", [](EditionLine const& a, EditionLine const& b) { return text::sort_key(a.name) < text::sort_key(b.name); }}, {"plaats", [](EditionLine const& a, EditionLine const& b) { return text::sort_key(a.place) < text::sort_key(b.place); }}});
    asked.total = lines.size();
    return v.page(tr("Trainingen"), [&](html::Page& page) {
        if (all) page.button("/trainingen/nieuw", tr("Nieuwe training"), none);
        page.link("/programma", tr("Programma van de training"));
        if (none) return void(page.empty(all ? tr("Er is nog geen training. Plan twee avonden en nodig daarna mensen uit.") : tr("U geeft nog geen training.")));
        page.search(asked, tr("Zoek op naam of plaats"));
        if (lines.empty()) return void(page.empty(tr("Niets gevonden. Zoek op een ander woord of toon alles.")));
        auto table = page.table(tr("Trainingen"), {{tr("Groep"), "groep"}, {tr("Eerste avond"), "avond"}, {tr("Plaats"), "plaats"}, {tr("Deelnemers"), "", true}}, &asked);
        for (auto const& line : reception::shown(lines, asked)) table.row({{line.name, "/trainingen/" + line.id.value()}, {line.first_evening ? text::moment(*line.first_evening, v.language()) : std::string{}}, {line.place}, {std::to_string(line.participants), {}, true}});
        page.pager(asked);
    });
}

} // namespace

std::vector<reception::Route> edition_list_routes() { return {reception::route<Action::list_editions>("GET", "/trainingen", list_editions)}; }

} // namespace training
