#include "reports/pages_yield.h"

#include "gen/reports_views.h"
#include "help_request/store_counts.h"
#include "intake/store_counts.h"
#include "matching/store_counts.h"
#include "platform/sheet/sheet.h"
#include "reception/visit.h"
#include "recruitment/store_counts.h"
#include "reports/yield.h"
#include "training/store_counts.h"
#include "trajectory/store_counts.h"

#include <fmt/format.h>

namespace reports {
using base::tr;
using reception::Visit;
using recruitment::CampaignKind;
using visit::Action;

namespace {

struct Line {
    std::string channel;
    Reached reached;
    std::int64_t withdrew = 0;
};
/// One kind of people: a line for each channel.
struct Side {
    CampaignKind kind;
    std::vector<Line> lines;
    std::vector<base::Date> days;
    std::vector<Reached> reached() const {
        std::vector<Reached> all;
        for (auto const& line : lines) all.push_back(line.reached);
        return all;
    }
    std::int64_t withdrew() const {
        std::int64_t all = 0;
        for (auto const& line : lines) all += line.withdrew;
        return all;
    }
};
base::Text title(CampaignKind kind) { return kind == CampaignKind::buddies ? tr("Buddy’s") : tr("Vraagouders"); }
/// The five steps in words.
std::array<base::Text, 5> const& steps(CampaignKind kind) {
    static std::array const buddies{tr("aangemeld"), tr("gesproken"), tr("mag door"), tr("getraind"), tr("gekoppeld")}, parents{tr("gevraagd"), tr("verhelderd"), tr("buddy voorgesteld"), tr("allebei ja"), tr("elkaar ontmoet")};
    return kind == CampaignKind::buddies ? buddies : parents;
}
/// What was asked in the address, and what came of it.
struct Answer {
    Period period;
    std::vector<recruitment::CampaignName> campaigns;
    recruitment::CampaignName const* campaign = nullptr;
    std::vector<Side> sides;
    std::vector<MonthCount> months;
    Side const* side(CampaignKind kind) const {
        for (auto const& each : sides)
            if (each.kind == kind) return &each;
        return nullptr;
    }
};

using Steps = std::array<std::vector<std::int64_t>, 4>;
std::vector<Line> lines_of(Visit& v, recruitment::Yield const& yield, Steps const& reached) {
    std::vector<Line> all;
    for (std::size_t i = 0; i < yield.lines.size(); ++i) {
        auto const& its = yield.lines[i];
        all.push_back({its.own_name.empty() ? text::say(recruitment::name(its.channel), v.language()) : its.own_name, {its.came, reached[0][i], reached[1][i], reached[2][i], reached[3][i]}});
    }
    return all;
}

Side buddies(Visit& v, recruitment::YieldGrant const& granted, recruitment::YieldScope const& scope) {
    auto& door = v.read();
    auto const yield = recruitment::sign_up_yield(door, granted, scope);
    auto const& who = *yield.who;
    Side side{CampaignKind::buddies, lines_of(v, yield, {intake::interviewed(door, granted, who, v.now()), intake::may_go_on(door, granted, who), training::trained(door, granted, who, v.now()), matching::matched(door, granted, who)}), yield.days};
    auto const ended = recruitment::withdrew(door, granted, who);
    for (std::size_t i = 0; i < ended.size(); ++i) side.lines[i].withdrew = ended[i];
    return side;
}
Side parents(Visit& v, recruitment::YieldGrant const& granted, recruitment::YieldScope const& scope) {
    auto& door = v.read();
    auto const yield = help_request::request_yield(door, granted, scope);
    auto const& who = *yield.who;
    return {CampaignKind::parents, lines_of(v, yield, {help_request::clarified(door, granted, who), matching::proposed(door, granted, who), matching::both_yes(door, granted, who), trajectory::met(door, granted, who, v.now())}), yield.days};
}

Answer answer(Visit& v, recruitment::YieldGrant const& granted) {
    Answer all{period(v.request().query.get("periode"), v.today()), recruitment::campaign_names(v.read(), granted), nullptr, {}, {}};
    for (auto const& each : all.campaigns)
        if (each.id.value() == v.request().query.get("campagne")) all.campaign = &each;
    recruitment::YieldScope scope;
    if (all.period.from) scope.from = base::moment_of({*all.period.from, {}});
    if (all.period.until) scope.until = base::moment_of({*all.period.until, {}});
    if (all.campaign) scope.campaign = all.campaign->id;
    if (!all.campaign || all.campaign->kind == CampaignKind::buddies) all.sides.push_back(buddies(v, granted, scope));
    if (!all.campaign || all.campaign->kind == CampaignKind::parents) all.sides.push_back(parents(v, granted, scope));
    auto days = [&](CampaignKind kind) { return all.side(kind) ? all.side(kind)->days : std::vector<base::Date>{}; };
    all.months = by_month(days(CampaignKind::buddies), days(CampaignKind::parents), 24);
    return all;
}

std::string upper_first(std::string text) {
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 32);
    return text;
}

/// One side as a table to take along: head, lines, and the sum.
sheet::Table table_of(Visit& v, Side const& side) {
    auto say = [&](base::Text text) { return upper_first(text::say(text, v.language())); };
    bool const buddy = side.kind == CampaignKind::buddies;
    sheet::Table table{say(title(side.kind)), {say(tr("Kanaal"))}, {}};
    for (auto step : steps(side.kind)) table.head.push_back(say(step));
    if (buddy) table.head.push_back(say(tr("teruggetrokken")));
    auto add = [&](std::string const& name, Reached const& reached, std::int64_t withdrew) {
        std::vector<sheet::Cell> cells{name};
        for (auto count : reached) cells.emplace_back(count);
        if (buddy) cells.emplace_back(withdrew);
        table.rows.push_back(std::move(cells));
    };
    for (auto const& line : side.lines) add(line.channel, line.reached, line.withdrew);
    add(say(tr("Samen")), total(side.reached()), side.withdrew());
    return table;
}
sheet::Table months_of(Visit& v, Answer const& all) {
    auto say = [&](base::Text text) { return text::say(text, v.language()); };
    sheet::Table table{say(tr("Per maand")), {say(tr("Maand")), say(tr("Meldden zich als buddy")), say(tr("Vroegen een buddy"))}, {}};
    for (auto const& each : all.months) {
        auto const day = text::plain_day(each.month / std::chrono::day{1}, v.language());
        table.rows.push_back({day.substr(day.find(' ') + 1), each.buddies, each.parents});
    }
    return table;
}

/// The same table on the page.
void show(html::Page& page, sheet::Table const& table, base::Sentence const& caption) {
    std::vector<html::Column> columns;
    for (std::size_t i = 0; i < table.head.size(); ++i) columns.push_back({table.head[i], "", i > 0});
    auto part = page.table(caption, columns);
    for (auto const& row : table.rows) {
        std::vector<html::Cell> cells;
        for (auto const& cell : row)
            if (auto const* text = std::get_if<std::string>(&cell)) cells.push_back({*text});
            else cells.push_back({std::to_string(std::get<std::int64_t>(cell)), {}, true});
        part.row(cells);
    }
}

/// A bar for each channel, as long as the number who came, in pieces of how far they came.
void bars(html::Page& page, Side const& side) {
    constexpr double wide = 320;
    constexpr int row_height = 46;
    using b = views::bars_;
    auto part = page.own(b::view);
    std::int64_t most = 1;
    for (auto const& line : side.lines) most = std::max(most, line.reached[0]);
    part.set(b::CAPTION, tr("Hoe ver mensen kwamen:")).set(b::LABEL, tr("Een staaf per kanaal, in stukken naar hoe ver mensen kwamen. De tabel hieronder geeft de getallen.")).set(b::HEIGHT, std::to_string(side.lines.size() * row_height));
    for (std::size_t step = 0; step < steps(side.kind).size(); ++step) part.add(b::STEP).set(b::NUMBER, std::to_string(step + 1)).set(b::NAME, steps(side.kind)[step]);
    for (std::size_t i = 0; i < side.lines.size(); ++i) {
        auto row = part.add(b::ROW);
        auto const top = static_cast<int>(i) * row_height;
        row.set(b::NAME, upper_first(side.lines[i].channel)).set(b::NAME_Y, std::to_string(top + 14));
        double x = 1;
        auto const pieces = furthest(side.lines[i].reached);
        for (std::size_t step = pieces.size(); step-- > 0;) {
            if (pieces[step] == 0) continue;
            auto const width = wide * static_cast<double>(pieces[step]) / static_cast<double>(most);
            row.add(b::PIECE).set(b::NUMBER, std::to_string(step + 1)).set(b::X, fmt::format("{:.1f}", x)).set(b::Y, std::to_string(top + 21)).set(b::WIDTH, fmt::format("{:.1f}", width));
            x += width;
        }
        row.set(b::X, fmt::format("{:.1f}", x + 6)).set(b::TEXT_Y, std::to_string(top + 34)).set(b::COUNT, std::to_string(side.lines[i].reached[0]));
    }
}

void filters(html::Page& page, Visit& v, Answer const& all) {
    using f = views::filter_;
    auto part = page.own(f::view);
    part.set(f::ACTION, "/opbrengst");
    auto select = [&](char const* name, base::Text label, std::vector<html::Option> const& options, std::string const& chosen) {
        auto one = part.add(f::FILTER);
        one.set(f::NAME, name).set(f::LABEL, label);
        for (auto const& option : options) {
            auto each = one.add(f::OPTION);
            each.set(f::VALUE, option.value).set(f::OPTION_LABEL, option.label);
            if (option.value == chosen) each.show(f::SELECTED);
        }
    };
    std::vector<html::Option> campaigns{{"", tr("Alles, ook zonder campagne")}}, times;
    for (auto const& each : all.campaigns) campaigns.push_back({each.id.value(), each.name + " (" + text::say(title(each.kind), v.language()) + ")"});
    for (auto const& each : periods(v.today())) times.push_back({each.word, each.name});
    select("campagne", tr("Campagne"), campaigns, all.campaign ? all.campaign->id.value() : "");
    select("periode", tr("Wanneer zij zich meldden"), times, all.period.word);
}

http::Response show_yield(Visit& v) {
    auto granted = v.grant<Action::see_yield>();
    if (!granted) return v.not_found();
    auto const all = answer(v, *granted);
    auto const narrowed = "?campagne=" + (all.campaign ? all.campaign->id.value() : std::string{}) + "&periode=" + all.period.word;
    return v.page(tr("Opbrengst"), [&](html::Page& page) {
        page.lead(tr("Welk kanaal werkte? We volgen wie zich in een tijd meldde, en tellen hoe ver zij tot nu toe kwamen."));
        filters(page, v, all);
        bool any = false;
        for (auto const& side : all.sides) {
            page.heading(title(side.kind));
            if (side.lines.empty()) {
                page.empty(tr("Niemand in deze keuze. Kies een andere campagne of een langere tijd."));
                continue;
            }
            any = true;
            bars(page, side);
            show(page, table_of(v, side), side.kind == CampaignKind::buddies ? tr("Buddy’s per kanaal") : tr("Vraagouders per kanaal"));
            page.link((side.kind == CampaignKind::buddies ? "/opbrengst/buddys.csv" : "/opbrengst/vraagouders.csv") + narrowed, side.kind == CampaignKind::buddies ? tr("Download buddy’s (CSV)") : tr("Download vraagouders (CSV)"));
        }
        if (any) {
            page.heading(tr("Door de tijd"));
            show(page, months_of(v, all), tr("Hoeveel mensen zich meldden, per maand"));
            page.link("/opbrengst/maanden.csv" + narrowed, tr("Download de maanden (CSV)"));
            page.link("/opbrengst/opbrengst.xlsx" + narrowed, tr("Download alles als werkblad (XLSX)"));
        }
        page.details(tr("Hoe tellen we?"), {tr("We tellen mensen: een paar dat samen buddy is, telt als twee."), tr("‘Mag door’ telt wie een goede uitkomst heeft die is besproken, en zich niet terugtrok."), tr("Zulke kleine getallen zijn alleen voor u. De directeur ziet totalen per schooljaar.")});
    });
}

http::Response file(std::string const& name, std::string const& type, std::string body) { return {200, {{"Content-Type", type}, {"Content-Disposition", "attachment; filename=\"" + name + "\""}, {"Cache-Control", "no-store"}}, std::move(body), {}}; }

http::Response csv_of(Visit& v, std::optional<CampaignKind> kind, std::string const& name) {
    auto granted = v.grant<Action::see_yield>();
    if (!granted) return v.not_found();
    auto const all = answer(v, *granted);
    if (!kind) return file(name, "text/csv; charset=utf-8", sheet::csv(months_of(v, all)));
    // a campaign of the other kind has nobody here
    auto const* side = all.side(*kind);
    Side const nobody{*kind, {}, {}};
    return file(name, "text/csv; charset=utf-8", sheet::csv(table_of(v, side ? *side : nobody)));
}
http::Response show_buddies_file(Visit& v) { return csv_of(v, CampaignKind::buddies, "opbrengst-buddys.csv"); }
http::Response show_parents_file(Visit& v) { return csv_of(v, CampaignKind::parents, "opbrengst-vraagouders.csv"); }
http::Response show_months_file(Visit& v) { return csv_of(v, {}, "opbrengst-maanden.csv"); }
http::Response show_workbook(Visit& v) {
    auto granted = v.grant<Action::see_yield>();
    if (!granted) return v.not_found();
    auto const all = answer(v, *granted);
    std::vector<sheet::Table> tables;
    for (auto const& side : all.sides) tables.push_back(table_of(v, side));
    tables.push_back(months_of(v, all));
    return file("opbrengst.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", sheet::xlsx(tables));
}

} // namespace

std::vector<reception::Route> yield_routes() {
    using reception::route;
    return {
        route<Action::see_yield>("GET", "/opbrengst", show_yield),
        route<Action::see_yield>("GET", "/opbrengst/buddys.csv", show_buddies_file),
        route<Action::see_yield>("GET", "/opbrengst/vraagouders.csv", show_parents_file),
        route<Action::see_yield>("GET", "/opbrengst/maanden.csv", show_months_file),
        route<Action::see_yield>("GET", "/opbrengst/opbrengst.xlsx", show_workbook),
    };
}

} // namespace reports
