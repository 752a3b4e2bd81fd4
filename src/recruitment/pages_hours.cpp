#include "recruitment/pages_hours.h"

#include "platform/base/number.h"
#include "platform/sheet/sheet.h"
#include "reception/visit.h"
#include "recruitment/store_hours.h"

#include <set>

namespace recruitment {
using base::tr;
using reception::Acted;
using reception::Done;
using reception::Visit;
using visit::Action;

namespace {

std::string year_name(int first) { return std::to_string(first) + "–" + std::to_string(first + 1); }
std::string month_name(std::chrono::year_month month, text::Language language) {
    auto const day = text::plain_day(month / std::chrono::day{1}, language);
    return day.substr(day.find(' ') + 1);
}

/// The school year that was asked, or this one.
int asked_year(Visit& v) {
    auto const year = school_year_of(v.today());
    auto const wanted = base::number_from(v.request().query.get("jaar")).value_or(year);
    return wanted >= 2000 && wanted <= year ? wanted : year;
}
std::vector<NotedHours> without_words(std::vector<HoursRow> const& rows) {
    std::vector<NotedHours> all;
    for (auto const& row : rows) all.push_back({row.worked_on, row.worked, row.whose, {}});
    return all;
}
Month total(std::vector<Month> const& all) {
    Month sum{};
    for (auto const& each : all) sum.coordinator += each.coordinator, sum.school_contact += each.school_contact;
    return sum;
}

http::Response hours_page(Visit& v, base::Refusal const* refusal) {
    auto granted = v.grant<Action::keep_hours>();
    if (!granted) return v.not_found();
    auto const rows = hours_noted(v.read(), *granted);
    auto const noted = without_words(rows);
    auto const year = asked_year(v), this_year = school_year_of(v.today());
    return v.page(tr("Uren"), [&](html::Page& page) {
        page.lead(tr("Noteer wat u en mensen op scholen aan het buddysysteem doen. De totalen zijn voor het jaarverslag."));
        auto values = v.values();
        if (!refusal) reception::put_date(values, "dag", v.today()), values.emplace("wie", std::string{base::word(Whose::coordinator)});
        auto form = page.form("/uren", tr("Noteer"), values, refusal);
        form.date({.name = "dag", .label = tr("Welke dag?")});
        form.text({.name = "uren", .label = tr("Hoeveel uren?"), .hint = tr("Bijvoorbeeld 1,5"), .inputmode = "decimal", .most = 5});
        std::vector<html::Option> whose;
        for (auto const& [each, word] : base::Words<Whose>::entries) whose.push_back({std::string{word}, name(each)});
        form.radios({.name = "wie", .label = tr("Wiens uren zijn dit?")}, whose);
        form.text({.name = "waarvoor", .label = tr("Waarvoor?"), .hint = tr("Een woord is genoeg, zoals werving of koffieochtend. Geen namen."), .most = 100});

        page.heading(base::Sentence{tr("Schooljaar {year}"), {{"year", year_name(year)}}});
        auto const all = months(noted, year, v.today());
        auto number = [](std::chrono::minutes worked) { return html::Cell{said(worked), {}, true}; };
        auto table = page.table(tr("Uren per maand"), {{tr("Maand")}, {tr("Coördinator"), "", true}, {tr("Scholen"), "", true}, {tr("Samen"), "", true}});
        for (auto const& each : all) table.row({{month_name(each.month, v.language())}, number(each.coordinator), number(each.school_contact), number(each.coordinator + each.school_contact)});
        auto const sum = total(all);
        table.row({{tr("Hele schooljaar")}, number(sum.coordinator), number(sum.school_contact), number(sum.coordinator + sum.school_contact)});
        page.link("/uren/uren.csv?jaar=" + std::to_string(year), tr("Download deze tabel (CSV)"));

        std::set<int> years{this_year};
        for (auto const& each : noted) years.insert(school_year_of(each.worked_on));
        if (years.size() > 1) {
            auto per_year = page.table(tr("Uren per schooljaar"), {{tr("Schooljaar")}, {tr("Coördinator"), "", true}, {tr("Scholen"), "", true}, {tr("Samen"), "", true}});
            for (auto at = years.rbegin(); at != years.rend(); ++at) {
                auto const its = total(months(noted, *at, v.today()));
                per_year.row({{year_name(*at), "/uren?jaar=" + std::to_string(*at)}, number(its.coordinator), number(its.school_contact), number(its.coordinator + its.school_contact)});
            }
        }
        page.heading(tr("Wat is genoteerd"));
        bool const any = std::any_of(rows.begin(), rows.end(), [&](HoursRow const& row) { return school_year_of(row.worked_on) == year; });
        if (!any) return void(page.empty(tr("In dit schooljaar is nog niets genoteerd.")));
        auto list = page.table(tr("Genoteerde uren"), {{tr("Dag")}, {tr("Uren"), "", true}, {tr("Van wie")}, {tr("Waarvoor")}, {tr("Genoteerd door")}});
        for (auto const& row : rows)
            if (school_year_of(row.worked_on) == year)
                list.row({{text::plain_day(row.worked_on, v.language()), "/uren/" + row.id.value()}, number(row.worked), {row.whose == Whose::coordinator ? tr("coördinator") : tr("school")}, {words_of(v.keys(), row)}, {people::name_of(v.read(), v.keys(), row.noted_by)}});
    },
                  {.status = refusal ? 422 : 200});
}
http::Response show_hours(Visit& v) { return hours_page(v, nullptr); }

http::Response create_hours(Visit& v) {
    auto granted = v.grant<Action::keep_hours>();
    if (!granted) return v.not_found();
    auto again = [&](base::Refusal const& refusal) { return hours_page(v, &refusal); };
    auto noted = note_hours({v.date_field("dag"), text::tidy_line(v.field("uren")), base::from_word<Whose>(v.field("wie")), text::tidy_line(v.field("waarvoor"))}, v.today());
    if (!noted) return again(noted.error());
    auto id = v.new_id<Hours>();
    return v.act(id.value(), "", [&](db::Write& tx) -> Acted {
        add_hours(tx, v.keys(), *granted, id, *noted, v.now());
        return Done{"/uren?jaar=" + std::to_string(school_year_of(noted->worked_on)), tr("Genoteerd.")}; }, again);
}

http::Response show_one(Visit& v) {
    auto granted = v.grant<Action::keep_hours>();
    auto row = granted ? find_hours(v.read(), *granted, v.id<Hours>("hours")) : std::nullopt;
    if (!row) return v.not_found();
    return v.page(tr("Genoteerde uren"), [&](html::Page& page) {
        page.facts().row(tr("Dag"), text::plain_day(row->worked_on, v.language())).row(tr("Uren"), said(row->worked)).row(tr("Van wie"), name(row->whose)).row(tr("Waarvoor"), words_of(v.keys(), *row));
        page.paragraph(tr("Klopt dit niet? Haal het weg en noteer het opnieuw."));
        page.act("/uren/" + row->id.value() + "/weg", tr("Haal deze uren weg"));
        page.link("/uren", tr("Nee, terug"));
    });
}
http::Response create_withdrawal(Visit& v) {
    auto granted = v.grant<Action::keep_hours>();
    auto row = granted ? find_hours(v.read(), *granted, v.id<Hours>("hours")) : std::nullopt;
    if (!row) return v.not_found();
    return v.act(row->id.value(), "", [&](db::Write& tx) -> Acted {
        withdraw_hours(tx, *granted, row->id, v.now());
        return Done{"/uren?jaar=" + std::to_string(school_year_of(row->worked_on)), tr("Weggehaald. Deze uren tellen niet meer mee.")}; }, [&](base::Refusal const&) { return v.not_found(); });
}

http::Response show_file(Visit& v) {
    auto granted = v.grant<Action::keep_hours>();
    if (!granted) return v.not_found();
    auto say = [&](base::Text text) { return text::say(text, v.language()); };
    auto const year = asked_year(v);
    auto const all = months(without_words(hours_noted(v.read(), *granted)), year, v.today());
    sheet::Table table{year_name(year), {say(tr("Maand")), say(tr("Coördinator")), say(tr("Scholen")), say(tr("Samen"))}, {}};
    auto hours = [](std::chrono::minutes worked) { return static_cast<double>(worked.count()) / 60; };
    auto add = [&](std::string const& what, Month const& month) { table.rows.push_back({what, hours(month.coordinator), hours(month.school_contact), hours(month.coordinator + month.school_contact)}); };
    for (auto const& each : all) add(month_name(each.month, v.language()), each);
    add(say(tr("Hele schooljaar")), total(all));
    return {200, {{"Content-Type", "text/csv; charset=utf-8"}, {"Content-Disposition", "attachment; filename=\"uren-" + std::to_string(year) + ".csv\""}, {"Cache-Control", "no-store"}}, sheet::csv(table), {}};
}

} // namespace

std::vector<reception::Route> hours_routes() {
    using reception::route;
    return {
        route<Action::keep_hours>("GET", "/uren", show_hours),
        route<Action::keep_hours>("POST", "/uren", create_hours),
        route<Action::keep_hours>("GET", "/uren/uren.csv", show_file),
        route<Action::keep_hours>("GET", "/uren/{hours}", show_one),
        route<Action::keep_hours>("POST", "/uren/{hours}/weg", create_withdrawal),
    };
}

} // namespace recruitment
