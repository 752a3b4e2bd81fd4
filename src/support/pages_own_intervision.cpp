#include "support/pages_own_intervision.h"

#include "reception/visit.h"
#include "support/consult.h"
#include "support/post_intervision.h"
#include "support/store_intervision.h"

#include <algorithm>

namespace support {
using base::tr;
using reception::Acted;
using reception::Done;
using reception::Visit;
using visit::Action;

namespace {

std::string href(IntervisionId const& id, char const* more = "") { return "/mijn/intervisie/" + id.value() + more; }

/// The meeting behind the address; every buddy may see that there is one.
std::optional<IntervisionRow> opened(Visit& v) {
    auto row = find_intervision(v.read(), v.id<Intervision>("intervision"));
    if (!row || !v.grant<Action::join_intervision>(row->id, v.me().value(), {visit::Tie::own})) return {};
    return row;
}
bool may_read_notes(IntervisionRow const& row, std::optional<ComingRow> const& mine) { return row.noted_at && !row.notes.empty() && (row.notes_for == NotesFor::all_buddies || (mine && mine->was_there.value_or(false))); }
base::Text what_i_said(std::optional<ComingRow> const& mine) {
    if (!mine || !mine->coming) return tr("nog niets gezegd");
    return *mine->coming ? tr("ik kom") : tr("ik kom niet");
}

http::Response list_own(Visit& v) {
    auto const all = intervisions(v.read());
    return v.page(tr("Buddy’s bij elkaar"), [&](html::Page& page) {
        page.lead(tr("Praat met andere buddy’s over je rol. Komen mag, het hoeft niet. Eén keer kan genoeg zijn."));
        std::vector<IntervisionRow> ahead, over;
        for (auto const& row : all) {
            if (row.to_come(v.now())) ahead.insert(ahead.begin(), row);
            else if (may_read_notes(row, coming_of(v.read(), row.id, v.me()))) over.push_back(row);
        }
        if (ahead.empty()) page.empty(tr("Er staat nu niets op de agenda. Je krijgt bericht als er iets komt."));
        else {
            auto table = page.table(tr("Komt nog"), {{tr("Wanneer")}, {tr("Wat")}, {tr("Ik zei")}});
            for (auto const& row : ahead) table.row({{text::moment(row.begins_at, v.language()), href(row.id)}, {name(row.kind)}, {what_i_said(coming_of(v.read(), row.id, v.me()))}});
        }
        if (!over.empty()) {
            page.heading(tr("Om terug te lezen"));
            for (auto const& row : over) page.link(href(row.id), base::Sentence{tr("Wat buddy’s meenamen op {day}"), {{"day", text::plain_day(base::local_date(row.begins_at), v.language())}}});
        }
        page.link("/mijn/buddylijst", tr("Lijst van buddy’s"));
    });
}

void topic_part(html::Page& page, Visit& v, IntervisionRow const& row, std::optional<ComingRow> const& mine, base::Refusal const* refusal) {
    auto values = v.values();
    if (!refusal && mine) {
        if (mine->theme) values.emplace("thema", std::string{base::word(*mine->theme)});
        else values.emplace("eigen_thema", theme_of(v.keys(), *mine, v.language()));
        if (auto granted = v.grant<Action::ask_consult>(row.id, v.me().value(), {visit::Tie::own})) values.emplace("onderwerp", mine->text<Action::ask_consult>().open(*granted, v.keys()).value_or(""));
    }
    page.heading(tr("Waar wil je over praten? (niet verplicht)"));
    auto form = page.form(href(row.id, "/onderwerp"), tr("Bewaar wat ik inbreng"), values, refusal);
    std::vector<html::Option> themes{{"", tr("geen thema uit de lijst")}};
    for (auto const& [theme, word] : base::Words<Theme>::entries) themes.push_back({std::string{word}, name(theme)});
    form.select({.name = "thema", .label = tr("Thema"), .hint = tr("Andere buddy’s zien het thema, zonder je naam.")}, themes);
    form.text({.name = "eigen_thema", .label = tr("Of een thema in eigen woorden"), .hint = tr("Een paar woorden. Andere buddy’s zien dit, zonder je naam."), .most = 60});
    form.area({.name = "onderwerp", .label = tr("Voor de coördinator"), .hint = tr("Noem geen namen en vertel niet wat de ouder jou vertelde."), .who_reads = reception::readers(Action::answer_consult, v.house(), v.language()), .most = most_characters});
}

http::Response meeting_page(Visit& v, base::Refusal const* refusal) {
    auto const row = opened(v);
    if (!row) return v.not_found();
    auto const mine = coming_of(v.read(), row->id, v.me());
    return v.page(base::Sentence{tr("Bijeenkomst van {day}"), {{"day", text::plain_day(base::local_date(row->begins_at), v.language())}}}, [&](html::Page& page) {
        auto facts = page.facts();
        facts.row(tr("Wat"), name(row->kind)).row(tr("Wanneer"), text::moment(row->begins_at, v.language())).row(tr("Duur"), base::Sentence{tr("{minutes} minuten"), {{"minutes", std::to_string(row->minutes)}}});
        if (!row->place.empty()) facts.row(tr("Waar"), row->place);
        if (row->cancelled_at) page.alert(html::Tone::info, tr("Deze bijeenkomst gaat niet door."));
        else if (row->to_come(v.now())) {
            facts.row(tr("Ik zei"), what_i_said(mine));
            if (!row->link.empty()) page.link(row->link, tr("Kom online erbij"));
            page.paragraph(tr("Je hoeft niet uit te leggen waarom je wel of niet komt."));
            if (!mine || mine->coming != true) page.act(href(row->id), tr("Ik kom"), {{"komt", "ja"}});
            if (!mine || mine->coming != false) page.act(href(row->id), tr("Ik kom niet"), {{"komt", "nee"}}, false);
            auto const themes = themes_for_all(v.read(), v.keys(), row->id, v.language());
            if (!themes.empty()) {
                page.heading(tr("Hierover willen buddy’s praten"));
                page.bullets({themes.begin(), themes.end()});
            }
            topic_part(page, v, *row, mine, refusal);
        } else if (may_read_notes(*row, mine)) {
            page.heading(tr("Wat buddy’s meenamen"));
            page.quote(notes_of(v.keys(), *row));
        } else page.paragraph(tr("Deze bijeenkomst is geweest."));
        page.link("/mijn/intervisie", tr("Terug naar alle bijeenkomsten"));
    },
                  {.status = refusal ? 422 : 200});
}
http::Response show(Visit& v) { return meeting_page(v, nullptr); }

base::Refusal over() { return base::Refusal::of(tr("Deze bijeenkomst is geweest of gaat niet door.")); }

http::Response create_answer(Visit& v) {
    auto const row = opened(v);
    if (!row) return v.not_found();
    bool const comes = v.field("komt") == "ja";
    return v.act(row->id.value(), v.me().value(), [&](db::Write& tx) -> Acted {
        auto const now_standing = find_intervision(tx, row->id);
        if (!now_standing || !now_standing->to_come(v.now())) return over();
        if (say_coming(tx, row->id, v.me(), comes)) invite_later(tx, v.services().random, row->id, v.me(), v.now());
        return Done{href(row->id), comes ? tr("Fijn dat je komt. De afspraak komt per mail.") : tr("Goed om te weten. Je kunt dit altijd nog veranderen.")}; }, [&](base::Refusal const& refusal) { return v.see(Done{href(row->id), refusal.fields.front().why.text}); });
}

http::Response create_topic(Visit& v) {
    auto const row = opened(v);
    if (!row) return v.not_found();
    auto again = [&](base::Refusal const& refusal) { return meeting_page(v, &refusal); };
    auto const its = topic(v.field("thema"), text::tidy_line(v.field("eigen_thema")), text::tidy_text(v.field("onderwerp")));
    if (!its) return again(its.error());
    return v.act(row->id.value(), v.me().value(), [&](db::Write& tx) -> Acted {
        auto const now_standing = find_intervision(tx, row->id);
        if (!now_standing || !now_standing->to_come(v.now())) return over();
        keep_topic(tx, v.keys(), row->id, v.me(), *its);
        return Done{href(row->id), tr("Bewaard. De coördinator leest dit voor de bijeenkomst.")}; }, again);
}

} // namespace

std::vector<reception::Route> own_intervision_routes() {
    using reception::route;
    return {
        route<Action::join_intervision>("GET", "/mijn/intervisie", list_own),
        route<Action::join_intervision>("GET", "/mijn/intervisie/{intervision}", show),
        route<Action::join_intervision>("POST", "/mijn/intervisie/{intervision}", create_answer),
        route<Action::join_intervision>("POST", "/mijn/intervisie/{intervision}/onderwerp", create_topic),
    };
}

} // namespace support
