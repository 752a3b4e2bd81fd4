#include "sharing/listing_shared.h"
#include "sharing/pages.h"

namespace sharing {
using base::tr;
using reception::Visit;
using visit::Action;

namespace {

http::Response list_given(Visit& v) {
    auto all = shared_with(v.read(), v.me(), v.today());
    std::erase_if(all, [&](Row const& row) { return v.viewer().closed_to(row.parent); });
    bool const buddy = v.viewer().is(visit::Role::buddy);
    return v.page(tr("Wat ouders delen"), [&](html::Page& page) {
        if (all.empty()) return void(page.empty(buddy ? tr("Er deelt nu niemand iets met je. De ouder beslist dat zelf.") : tr("Er deelt nu niemand iets met u. De ouder beslist dat zelf.")));
        page.lead(tr("De ouder koos zelf wie dit leest, en tot wanneer. De ouder ziet wie het las."));
        auto table = page.table(tr("Gedeeld"), {{tr("Wie deelt")}, {tr("Sinds")}, {tr("Tot en met")}});
        for (auto const& row : all) table.row({{people::name_of(v.read(), v.keys(), row.parent), "/gedeeld/" + row.id.value()}, {text::plain_day(base::local_date(row.made_at), v.language())}, {text::plain_day(row.until, v.language())}});
    });
}

http::Response show_given(Visit& v) {
    auto const row = find(v.read(), v.id<Disclosure>("shared"));
    if (!row || row->recipient != v.me() || state_of(v.read(), *row, v.today()) != State::runs) return v.not_found();
    auto const granted = v.grant<Action::see_shared>(row->id, row->parent.value(), {visit::Tie::given});
    if (!granted) return v.not_found();
    // it waits no longer on the coordinator's list
    if (!row->opened_at) {
        v.close_read();
        v.services().data.write(v.scope(), [&](db::Write& tx) { note_opened(tx, row->id, v.now()); });
    }
    auto const its = opened(v.keys(), *row, *granted);
    auto const parent = people::name_of(v.read(), v.keys(), row->parent);
    return v.page(base::Sentence{tr("{name} deelt dit"), {{"name", parent}}}, [&](html::Page& page) {
        page.facts().row(tr("Waarvoor"), its.purpose).row(tr("Te lezen tot en met"), text::plain_day(row->until, v.language()));
        page.heading(heading(row->kind));
        page.quote(words_of(row->kind, its.words, parent, v.language()));
        page.paragraph(tr("Dit is alleen voor wie de ouder koos. Zet het niet in een dossier en geef het niet door."));
        page.link("/gedeeld", tr("Terug"));
    });
}

} // namespace

std::vector<reception::Route> given_routes() {
    using reception::route;
    return {
        route<Action::see_shared>("GET", "/gedeeld", list_given),
        route<Action::see_shared>("GET", "/gedeeld/{shared}", show_given),
    };
}

} // namespace sharing
