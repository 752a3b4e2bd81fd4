#include "intake/pages_week.h"

#include "intake/pages.h"
#include "intake/store_offered_time.h"
#include "platform/base/number.h"
#include "reception/visit.h"

#include <algorithm>

namespace intake {
using base::tr;
using reception::Acted;
using reception::Done;
using reception::Visit;
using visit::Action;

namespace {

base::Date monday_of(base::Date day) {
    auto const weekday = std::chrono::weekday{std::chrono::sys_days{day}};
    return base::later(day, -static_cast<int>(weekday.iso_encoding() - 1));
}
std::string week_address(base::Date monday) { return "/gesprekken?week=" + base::iso(monday); }

http::Response list_week(Visit& v) {
    auto const asked = base::date_from_iso(v.request().query.get("week"));
    auto const monday = monday_of(asked.value_or(v.today()));
    auto const from = base::moment_of({monday, {}}), until = base::moment_of({base::later(monday, 7), {}});
    struct Line {
        base::Moment begins;
        html::Said what;
        std::string href;
        html::Said how;
    };
    std::vector<Line> lines;
    for (auto const& entry : list_between(v.read(), from, until)) lines.push_back({entry.begins_at, people::name_of(v.read(), v.keys(), entry.person), "/gesprekken/" + entry.id.value(), name(entry.way)});
    for (auto const& row : open_times_between(v.read(), from, until)) lines.push_back({row.begins_at, may_choose(row.begins_at, v.now()) ? tr("nog te kiezen") : tr("niet meer te kiezen"), "/gesprekken/tijden/" + row.id.value(), name(row.way)});
    std::stable_sort(lines.begin(), lines.end(), [](Line const& a, Line const& b) { return a.begins < b.begins; });
    auto const holidays = holidays_from(v.read(), monday);
    return v.page(tr("Gesprekken"), [&](html::Page& page) {
        page.lead(base::Sentence{tr("De week van {day}."), {{"day", text::plain_day(monday, v.language())}}});
        page.button("/gesprekken/tijden", tr("Tijden aanbieden"), lines.empty());
        for (auto const& holiday : holidays)
            if (holiday.first_day < base::later(monday, 7)) page.alert(html::Tone::info, base::Sentence{tr("{holiday}: geen school van {from} tot en met {until}."), {{"holiday", holiday.name}, {"from", text::plain_day(holiday.first_day, v.language())}, {"until", text::plain_day(holiday.last_day, v.language())}}});
        if (lines.empty()) page.empty(tr("Deze week staat er niets. Bied tijden aan; dan kiezen ouders zelf."));
        else {
            auto table = page.table(tr("Gesprekken en tijden van deze week"), {{tr("Wanneer")}, {tr("Wie")}, {tr("Hoe")}});
            for (auto const& line : lines) table.row({{text::moment(line.begins, v.language())}, {line.what, line.href}, {line.how}});
        }
        page.link(week_address(base::later(monday, -7)), tr("Vorige week"));
        page.link(week_address(base::later(monday, 7)), tr("Volgende week"));
        page.link("/vakanties", tr("Schoolvakanties"));
        page.link("/gesprekslijst", tr("Lijst voor het gesprek"));
    });
}

http::Response times_form(Visit& v, base::Refusal const* refusal) {
    auto values = v.values();
    if (!refusal) values.emplace("duur", "45");
    return v.page(tr("Tijden aanbieden"), [&](html::Page& page) {
        page.lead(tr("Ouders kiezen hieruit zelf een tijd. Bied ook avonden aan."));
        auto form = page.form("/gesprekken/tijden", tr("Bied deze tijden aan"), values, refusal);
        form.date({.name = "dag", .label = tr("Dag"), .hint = tr("Bijvoorbeeld 15 1 2027")});
        form.text({.name = "tijden", .label = tr("Hoe laat?"), .hint = tr("Een of meer tijden, bijvoorbeeld 19.00 19.45 20.30"), .most = 80});
        form.select({.name = "duur", .label = tr("Duur van elk gesprek")}, {{"30", tr("30 minuten")}, {"45", tr("45 minuten")}, {"60", tr("60 minuten")}});
        form.radios({.name = "manier", .label = tr("Hoe spreekt u elkaar?")}, {{"online", name(Way::online)}, {"in_person", name(Way::in_person)}, {"phone", name(Way::phone)}});
        form.text({.name = "plaats", .label = tr("Plaats of link (niet verplicht bij bellen)"), .hint = tr("Dit komt in de agenda van de ouder. Schrijf er niet bij waar het over gaat."), .most = 100});
        form.or_go("/gesprekken", tr("Terug"));
    },
                  {.status = refusal ? 422 : 200});
}
http::Response new_times(Visit& v) { return times_form(v, nullptr); }

http::Response create_times(Visit& v) {
    auto again = [&](base::Refusal const& refusal) { return times_form(v, &refusal); };
    auto plans = offer({v.date_field("dag"), text::tidy_line(v.field("tijden")), base::number_from(v.field("duur")).value_or(0), base::from_word<Way>(v.field("manier")), text::tidy_line(v.field("plaats"))}, busy_from(v.read(), v.now()), v.now());
    if (!plans) return again(plans.error());
    std::vector<OfferedTimeId> ids;
    for (std::size_t i = 0; i < plans->size(); ++i) ids.push_back(v.new_id<OfferedTime>());
    return v.act(ids.front().value(), "", [&](db::Write& tx) -> Acted {
        for (std::size_t i = 0; i < ids.size(); ++i) add_time(tx, ids[i], (*plans)[i], v.me(), v.now());
        return Done{week_address(monday_of(base::local_date(plans->front().begins))), tr("De tijden staan klaar. Ouders die nog een gesprek krijgen, kunnen nu kiezen.")}; }, again);
}

http::Response show_time(Visit& v) {
    auto row = find_time(v.read(), v.id<OfferedTime>("time"));
    if (!row) return v.not_found();
    return v.page(tr("Aangeboden tijd"), [&](html::Page& page) {
        auto facts = page.facts();
        facts.row(tr("Wanneer"), text::moment(row->begins_at, v.language())).row(tr("Hoe"), name(row->way));
        if (!row->place.empty()) facts.row(tr("Plaats of link"), row->place);
        if (row->interview) return void(page.link("/gesprekken/" + *row->interview, tr("Een ouder koos deze tijd: open het gesprek")));
        page.act("/gesprekken/tijden/" + row->id.value() + "/intrekken", tr("Haal deze tijd weg"));
        page.link(week_address(monday_of(base::local_date(row->begins_at))), tr("Terug"));
    });
}

http::Response end_time(Visit& v) {
    auto row = find_time(v.read(), v.id<OfferedTime>("time"));
    if (!row) return v.not_found();
    return v.act(row->id.value(), "", [&](db::Write& tx) -> Acted {
        auto const back = week_address(monday_of(base::local_date(row->begins_at)));
        if (!withdraw_time(tx, row->id, v.now())) return Done{back, tr("Een ouder koos deze tijd net. Zeg het gesprek af als het niet kan.")};
        return Done{back, tr("De tijd is weggehaald.")}; }, [&](base::Refusal const&) { return v.not_found(); });
}

/// Asks a candidate by mail to choose a time.
http::Response create_offer(Visit& v) {
    auto granted = v.grant<Action::read_sign_up>();
    auto sign_up = granted ? recruitment::find(v.read(), *granted, v.id<recruitment::SignUp>("sign_up")) : std::nullopt;
    if (!sign_up || sign_up->ended_at) return v.not_found();
    auto const back = "/aanmeldingen/" + sign_up->id.value() + "/gesprek";
    auto const person = people::find_person(v.read(), v.keys(), sign_up->person);
    if (!person || person->mail.empty()) return v.see(Done{back, tr("Deze ouder gaf geen mailadres. Bel om een tijd af te spreken.")});
    if (open_times(v.read(), v.now()).empty()) return v.see(Done{"/gesprekken/tijden", tr("Er staan geen tijden klaar. Bied eerst tijden aan.")});
    return v.act(sign_up->id.value(), sign_up->person.value(), [&](db::Write& tx) -> Acted {
        add_offer(tx, sign_up->id, sign_up->person, v.now());
        jobs::later(tx, v.services().random, "interview.offer", v.house().id.value(), sign_up->id.value(), "", v.now());
        return Done{"/aanmeldingen/" + sign_up->id.value(), tr("De ouder krijgt een mail met een link om een tijd te kiezen.")}; }, [&](base::Refusal const&) { return v.not_found(); });
}

http::Response holiday_form(Visit& v, base::Refusal const* refusal) {
    auto const holidays = holidays_from(v.read(), v.today());
    return v.page(tr("Schoolvakanties"), [&](html::Page& page) {
        page.lead(tr("Ze staan bij de week, zodat u geen gesprek plant als gezinnen weg zijn."));
        if (holidays.empty()) page.empty(tr("Er staat nog geen vakantie. Vul de vakanties van uw regio in."));
        else {
            auto table = page.table(tr("Vakanties die nog komen"), {{tr("Naam")}, {tr("Van")}, {tr("Tot en met")}, {tr("Weghalen")}});
            for (auto const& holiday : holidays)
                table.row({{holiday.name}, {text::plain_day(holiday.first_day, v.language())}, {text::plain_day(holiday.last_day, v.language())}, {base::Sentence{tr("haal weg: {name}"), {{"name", holiday.name}}}, "/vakanties/" + base::iso(holiday.first_day)}});
        }
        page.heading(tr("Vakantie toevoegen"));
        auto form = page.form("/vakanties", tr("Toevoegen"), v.values(), refusal);
        form.text({.name = "naam", .label = tr("Naam"), .hint = tr("Bijvoorbeeld kerstvakantie"), .most = 60});
        form.date({.name = "van", .label = tr("Eerste dag")});
        form.date({.name = "tot", .label = tr("Laatste dag")});
        form.or_go("/gesprekken", tr("Terug"));
    },
                  {.status = refusal ? 422 : 200});
}
http::Response list_holidays(Visit& v) { return holiday_form(v, nullptr); }

http::Response create_holiday(Visit& v) {
    auto again = [&](base::Refusal const& refusal) { return holiday_form(v, &refusal); };
    auto const name = text::tidy_line(v.field("naam"));
    auto const first = v.date_field("van"), last = v.date_field("tot");
    base::Refusal refusal;
    if (name.empty()) refusal.add("naam", tr("Vul een naam in."));
    if (text::length(name) > 60) refusal.add("naam", tr("Dit is te lang. Gebruik hoogstens 60 tekens."));
    if (!first) refusal.add("van", tr("Vul een dag in, bijvoorbeeld 15 1 2027."));
    if (!last) refusal.add("tot", tr("Vul een dag in, bijvoorbeeld 15 1 2027."));
    if (first && last && (*last < *first || base::days_between(*first, *last) > 70)) refusal.add("tot", tr("Kies een laatste dag na de eerste, hoogstens tien weken later."));
    if (!refusal.empty()) return again(refusal);
    return v.act(base::iso(*first), "", [&](db::Write& tx) -> Acted {
        add_holiday(tx, {*first, *last, name});
        return Done{"/vakanties", tr("De vakantie staat erbij.")}; }, again);
}

std::optional<Holiday> holiday_of(Visit& v) {
    auto const first = base::date_from_iso(v.part("day"));
    if (!first) return {};
    for (auto const& holiday : holidays_from(v.read(), *first))
        if (holiday.first_day == *first) return holiday;
    return {};
}

http::Response show_holiday(Visit& v) {
    auto holiday = holiday_of(v);
    if (!holiday) return v.not_found();
    return v.page(tr("Vakantie weghalen"), [&](html::Page& page) {
        page.facts().row(tr("Naam"), holiday->name).row(tr("Van"), text::plain_day(holiday->first_day, v.language())).row(tr("Tot en met"), text::plain_day(holiday->last_day, v.language()));
        page.act("/vakanties/" + base::iso(holiday->first_day) + "/weghalen", tr("Haal deze vakantie weg"));
        page.link("/vakanties", tr("Terug"));
    });
}

http::Response end_holiday_page(Visit& v) {
    auto holiday = holiday_of(v);
    if (!holiday) return v.not_found();
    return v.act(base::iso(holiday->first_day), "", [&](db::Write& tx) -> Acted {
        end_holiday(tx, holiday->first_day);
        return Done{"/vakanties", tr("De vakantie is weggehaald.")}; }, [&](base::Refusal const&) { return v.not_found(); });
}

} // namespace

std::vector<reception::Route> week_routes() {
    using reception::route;
    return {
        route<Action::offer_times>("GET", "/gesprekken", list_week),
        route<Action::offer_times>("GET", "/gesprekken/tijden", new_times),
        route<Action::offer_times>("POST", "/gesprekken/tijden", create_times),
        route<Action::offer_times>("GET", "/gesprekken/tijden/{time}", show_time),
        route<Action::offer_times>("POST", "/gesprekken/tijden/{time}/intrekken", end_time),
        route<Action::plan_interview>("POST", "/aanmeldingen/{sign_up}/tijden", create_offer),
        route<Action::keep_calendar>("GET", "/vakanties", list_holidays),
        route<Action::keep_calendar>("POST", "/vakanties", create_holiday),
        route<Action::keep_calendar>("GET", "/vakanties/{day}", show_holiday),
        route<Action::keep_calendar>("POST", "/vakanties/{day}/weghalen", end_holiday_page),
    };
}

} // namespace intake
