#include "training/pages_editions.h"

#include "reception/listing.h"
#include "training/pages_edition.h"
#include "training/store_days.h"
#include "training/store_editions.h"

namespace training {
using base::tr;
using reception::Visit;
using visit::Action;

namespace {

http::Response list_editions(Visit& v) {
    if (!v.grant<Action::list_editions>()) return v.not_found();
    bool const all = v.viewer().is(visit::Role::coordinator);
    Leads const whose = all ? Leads{} : Leads{v.me()};
    auto asked = reception::asked(v, "/trainingen", "-avond");
    asked.per_page = 25;
    auto const count = count_editions(v.read(), whose);
    auto const from = static_cast<std::size_t>(asked.page - 1) * static_cast<std::size_t>(asked.per_page);
    std::vector<EditionLine> lines;
    // by day the database gives the page alone; names are sorted as people do, and so all of them here
    if (asked.search.empty() && (asked.sort == "-avond" || asked.sort == "avond")) {
        lines = overview(v.read(), whose, asked.sort == "-avond", from, static_cast<std::size_t>(asked.per_page));
        asked.total = count;
    } else {
        auto found = overview(v.read(), whose);
        auto const word = text::folded(asked.search);
        std::erase_if(found, [&](EditionLine const& line) { return text::folded(line.name).find(word) == std::string::npos && text::folded(line.place).find(word) == std::string::npos; });
        reception::sort(found, asked.sort, {{"avond", [](EditionLine const& a, EditionLine const& b) { return a.first_evening < b.first_evening; }}, {"groep", [](EditionLine const& a, EditionLine const& b) { return text::sort_key(a.name) < text::sort_key(b.name); }}, {"plaats", [](EditionLine const& a, EditionLine const& b) { return text::sort_key(a.place) < text::sort_key(b.place); }}});
        asked.total = found.size();
        auto const piece = reception::shown(found, asked);
        lines.assign(piece.begin(), piece.end());
    }
    auto open = undated(v.read());
    if (!all) std::erase_if(open, [&](auto const& row) { return !ties_to(v, row.edition).has(visit::Tie::leading); });
    return v.page(tr("Trainingen"), [&](html::Page& page) {
        if (all) page.button("/trainingen/nieuw", tr("Nieuwe training"), count == 0 && open.empty());
        page.link("/programma", tr("Programma van de training"));
        if (!open.empty()) page.heading(tr("De dagen worden nog gekozen"));
        for (auto const& row : open) page.link("/trainingen/" + row.edition.value(), base::Sentence{tr("{name}: {answered} van de {invited} zeiden welke dagen kunnen"), {{"name", row.name}, {"answered", std::to_string(row.answered)}, {"invited", std::to_string(row.invited)}}});
        if (count == 0 && !open.empty()) return;
        if (count == 0) return void(page.empty(all ? tr("Er is nog geen training. Plan twee avonden en nodig daarna mensen uit.") : tr("U geeft nog geen training.")));
        page.search(asked, tr("Zoek op naam of plaats"));
        if (asked.total == 0) return void(page.empty(tr("Niets gevonden. Zoek op een ander woord of toon alles.")));
        auto table = page.table(tr("Trainingen"), {{tr("Groep"), "groep"}, {tr("Eerste avond"), "avond"}, {tr("Plaats"), "plaats"}, {tr("Deelnemers"), "", true}}, &asked);
        for (auto const& line : lines) table.row({{line.name, "/trainingen/" + line.id.value()}, {text::moment(line.first_evening, v.language())}, {line.place}, {std::to_string(line.participants), {}, true}});
        page.pager(asked);
    });
}

} // namespace

std::vector<reception::Route> edition_list_routes() { return {reception::route<Action::list_editions>("GET", "/trainingen", list_editions)}; }

} // namespace training
