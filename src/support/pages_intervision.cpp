#include "support/pages_intervision.h"

#include "people/store_people.h"
#include "reception/visit_print.h"
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

std::string href(IntervisionId const& id, char const* more = "") { return "/intervisie/" + id.value() + more; }

/// The meeting behind the address, for who keeps them.
std::optional<IntervisionRow> opened(Visit& v) {
    auto row = find_intervision(v.read(), v.id<Intervision>("intervision"));
    if (!row || !v.grant<Action::keep_intervision>(row->id, "")) return {};
    return row;
}
base::Text state(Visit& v, IntervisionRow const& row) {
    if (row.cancelled_at) return tr("gaat niet door");
    if (row.to_come(v.now())) return tr("komt nog");
    return row.noted_at ? tr("geweest") : tr("geweest, nog invullen");
}
std::size_t count_coming(std::vector<ComingRow> const& all) {
    return static_cast<std::size_t>(std::count_if(all.begin(), all.end(), [](auto const& one) { return one.coming.value_or(false); }));
}

http::Response list_all(Visit& v) {
    auto const all = intervisions(v.read());
    auto const open = offered_now(v.read(), v.now());
    return v.page(tr("Intervisie en inloop"), [&](html::Page& page) {
        page.lead(tr("Buddy’s praten samen over hun rol. Komen mag, niemand hoeft."));
        page.paragraph(base::Sentence{tr("Met een ouder en nog intervisie tegoed: {count} buddy’s. Elk krijgt er drie aangeboden."), {{"count", std::to_string(std::count_if(open.held.begin(), open.held.end(), [](int held) { return still_open(held) > 0; }))}}});
        page.button("/intervisie/nieuw", tr("Plan een bijeenkomst"));
        if (all.empty()) return void(page.empty(tr("Er is nog niets gepland. Begin met één keer koffie.")));
        auto table = page.table(tr("Bijeenkomsten van buddy’s"), {{tr("Wanneer")}, {tr("Wat")}, {tr("Stand")}, {tr("Komen"), "", true}});
        for (auto const& row : all) table.row({{text::moment(row.begins_at, v.language()), href(row.id)}, {name(row.kind)}, {state(v, row)}, {std::to_string(count_coming(coming_to(v.read(), row.id))), {}, true}});
    });
}

http::Response plan_form(Visit& v, base::Refusal const* refusal) {
    auto values = v.values();
    if (!refusal) values.emplace("duur", std::to_string(usual_minutes));
    return v.page(tr("Bijeenkomst plannen"), [&](html::Page& page) {
        page.lead(tr("Alle buddy’s krijgen bericht dat er iets klaarstaat. Wie komt, krijgt een afspraak in de agenda."));
        auto form = page.form("/intervisie/nieuw", tr("Plan en laat het weten"), values, refusal);
        std::vector<html::Option> kinds{{std::string{base::word(IntervisionKind::intervision)}, name(IntervisionKind::intervision), tr("Samen praten over vragen uit de praktijk.")}, {std::string{base::word(IntervisionKind::walk_in)}, name(IntervisionKind::walk_in), tr("Binnenlopen voor koffie en een vraag.")}};
        form.radios({.name = "soort", .label = tr("Wat voor bijeenkomst?")}, kinds);
        form.date({.name = "dag", .label = tr("Welke dag?")}).text({.name = "tijd", .label = tr("Hoe laat begint het?"), .hint = tr("Bijvoorbeeld 19.30"), .inputmode = "numeric", .most = 5}).text({.name = "duur", .label = tr("Hoeveel minuten duurt het?"), .inputmode = "numeric", .most = 3});
        form.text({.name = "plaats", .label = tr("Waar? (niet nodig als het online is)"), .hint = tr("Dit staat ook in de mail en in de agenda. Schrijf alleen de plaats, niet waar het over gaat."), .most = 200});
        form.text({.name = "link", .label = tr("Link, als het online is"), .type = "url", .inputmode = "url", .most = 500});
        form.or_go("/intervisie", tr("Terug"));
    },
                  {.status = refusal ? 422 : 200});
}
http::Response new_one(Visit& v) { return plan_form(v, nullptr); }

http::Response create(Visit& v) {
    auto again = [&](base::Refusal const& refusal) { return plan_form(v, &refusal); };
    auto const planned = plan_intervision({base::from_word<IntervisionKind>(v.field("soort")), v.date_field("dag"), base::time_from(text::tidy_line(v.field("tijd"))), text::tidy_line(v.field("duur")), text::tidy_line(v.field("plaats")), text::tidy_line(v.field("link"))}, v.now());
    if (!planned) return again(planned.error());
    auto const id = v.new_id<Intervision>();
    return v.act(id.value(), "", [&](db::Write& tx) -> Acted {
        plan(tx, id, *planned, v.me(), v.now());
        tell_planned(tx, v.services().random, v.now());
        return Done{href(id), tr("Gepland. Buddy’s krijgen een mail dat er iets klaarstaat.")}; }, again);
}

/// What was put in for the coordinator; each text opens by a grant about its own buddy.
void topics_part(html::Page& page, Visit& v, std::vector<ComingRow> const& all) {
    bool any = false;
    for (auto const& each : all) {
        auto const theme = theme_of(v.keys(), each, v.language());
        if ((theme.empty() && each.topic.empty()) || v.viewer().closed_to(each.person)) continue;
        if (!std::exchange(any, true)) page.heading(tr("Waar willen zij over praten?"));
        page.paragraph(people::name_of(v.read(), v.keys(), each.person) + (theme.empty() ? "" : ": " + theme));
        if (each.topic.empty()) continue;
        if (auto granted = v.grant<Action::answer_consult>(each.intervision, each.person.value())) page.quote(each.text<Action::answer_consult>().open(*granted, v.keys()).value_or(""));
    }
    if (any) page.paragraph(tr("Anderen zien alleen de thema’s, zonder naam."));
}

void afterwards_part(html::Page& page, Visit& v, IntervisionRow const& row, std::vector<ComingRow> const& all, base::Refusal const* refusal) {
    std::vector<html::Option> names;
    for (auto const& person : people::with_role(v.read(), visit::Role::buddy)) names.push_back({person.value(), people::name_of(v.read(), v.keys(), person)});
    std::sort(names.begin(), names.end(), [&](auto const& a, auto const& b) { return text::sort_key(a.label.in(v.language())) < text::sort_key(b.label.in(v.language())); });
    auto values = v.values();
    if (!refusal) {
        for (auto const& each : all)
            if (row.noted_at ? each.was_there.value_or(false) : each.coming.value_or(false)) values.emplace("was_er", each.person.value());
        values.emplace("notities", notes_of(v.keys(), row));
        values.emplace("voor", std::string{base::word(row.notes_for.value_or(NotesFor::who_was_there))});
    }
    page.heading(tr("Na afloop"));
    auto form = page.form(href(row.id, "/achteraf"), tr("Bewaren"), values, refusal);
    if (!names.empty()) form.checks({.name = "was_er", .label = tr("Wie waren er?")}, names);
    form.area({.name = "notities", .label = tr("Wat nemen buddy’s mee? (niet verplicht)"), .hint = tr("Geen verhaal van een ouder, kind of buddy. Schrijf alleen op wat iedereen verder helpt."), .most = 4000}, 8);
    form.radios({.name = "voor", .label = tr("Wie leest dit?")}, {{std::string{base::word(NotesFor::who_was_there)}, name(NotesFor::who_was_there)}, {std::string{base::word(NotesFor::all_buddies)}, name(NotesFor::all_buddies)}});
}

http::Response meeting_page(Visit& v, base::Refusal const* refusal) {
    auto const row = opened(v);
    if (!row) return v.not_found();
    auto const all = coming_to(v.read(), row->id);
    return v.page(base::Sentence{tr("Bijeenkomst van {day}"), {{"day", text::plain_day(base::local_date(row->begins_at), v.language())}}}, [&](html::Page& page) {
        auto facts = page.facts();
        facts.row(tr("Wat"), name(row->kind)).row(tr("Wanneer"), text::moment(row->begins_at, v.language())).row(tr("Stand"), state(v, *row));
        if (!row->place.empty()) facts.row(tr("Waar"), row->place);
        if (!row->link.empty()) facts.row(tr("Link"), row->link);
        std::vector<html::Said> come, stay_away;
        for (auto const& each : all)
            if (each.coming) (*each.coming ? come : stay_away).emplace_back(people::name_of(v.read(), v.keys(), each.person));
        page.heading(tr("Wie komen er?"));
        if (come.empty()) page.empty(tr("Nog niemand zei ‘ik kom’. Dat mag ook kort van tevoren."));
        else page.bullets(come);
        if (!stay_away.empty()) page.details(base::Sentence{tr("Komt niet: {count}"), {{"count", std::to_string(stay_away.size())}}}, stay_away);
        topics_part(page, v, all);
        if (row->to_come(v.now())) {
            if (!come.empty()) page.button(href(row->id, "/lijst"), tr("Lijst met nummers"), false);
            page.link(href(row->id, "/afzeggen"), tr("Deze bijeenkomst gaat niet door"));
        } else if (!row->cancelled_at) afterwards_part(page, v, *row, all, refusal);
        page.link("/intervisie", tr("Alle bijeenkomsten van buddy’s"));
    },
                  {.status = refusal ? 422 : 200});
}
http::Response show(Visit& v) { return meeting_page(v, nullptr); }

http::Response update_afterwards(Visit& v) {
    auto const row = opened(v);
    if (!row) return v.not_found();
    auto again = [&](base::Refusal const& refusal) { return meeting_page(v, &refusal); };
    auto const words = notes(text::tidy_text(v.field("notities")));
    if (!words) return again(words.error());
    auto const whom = base::from_word<NotesFor>(v.field("voor"));
    if (!whom) return again(base::Refusal::of("voor", tr("Kies wie dit leest.")));
    std::vector<visit::PersonId> there;
    for (auto const& person : people::with_role(v.read(), visit::Role::buddy)) {
        auto const& picked = v.form().all("was_er");
        if (std::find(picked.begin(), picked.end(), person.value()) != picked.end()) there.push_back(person);
    }
    make_notes_key(v.keys(), row->id);
    return v.act(row->id.value(), "", [&](db::Write& tx) -> Acted {
        if (row->cancelled_at || row->to_come(v.now())) return base::Refusal::of(tr("Deze bijeenkomst was er niet."));
        keep_afterwards(tx, v.keys(), row->id, there, *words, *whom, v.now());
        return Done{href(row->id), tr("Bewaard. Buddy’s lezen dit op hun eigen bladzijde.")}; }, again);
}

http::Response cancellation_page(Visit& v, base::Refusal const* refusal) {
    auto const row = opened(v);
    if (!row) return v.not_found();
    if (!refusal && !row->to_come(v.now())) return v.see(href(row->id));
    return v.page(tr("Bijeenkomst afzeggen"), [&](html::Page& page) {
        if (refusal) page.alert(html::Tone::error, refusal->fields.front().why);
        page.facts().row(tr("Wanneer"), text::moment(row->begins_at, v.language())).row(tr("Komen"), std::to_string(count_coming(coming_to(v.read(), row->id))));
        page.paragraph(tr("Wie komt, krijgt een mail. De afspraak verdwijnt uit de agenda."));
        page.act(href(row->id, "/afzeggen"), tr("Ja, de bijeenkomst gaat niet door"));
        page.link(href(row->id), tr("Nee, terug"));
    },
                  {.status = refusal ? 422 : 200});
}
http::Response new_cancellation(Visit& v) { return cancellation_page(v, nullptr); }
http::Response create_cancellation(Visit& v) {
    auto const row = opened(v);
    if (!row) return v.not_found();
    return v.act(row->id.value(), "", [&](db::Write& tx) -> Acted {
        if (!cancel(tx, row->id, v.now())) return base::Refusal::of(tr("Deze bijeenkomst is geweest of gaat al niet door."));
        for (auto const& each : coming_to(tx, row->id))
            if (each.coming.value_or(false)) invite_later(tx, v.services().random, row->id, each.person, v.now());
        return Done{href(row->id), tr("Afgezegd. Wie kwam, krijgt een mail.")}; }, [&](base::Refusal const& refusal) { return cancellation_page(v, &refusal); });
}

/// Who comes, for paper: names and numbers of this meeting only; that it was opened stands in the log.
struct PaperList {
    IntervisionRow row;
    std::vector<std::pair<std::string, std::string>> lines;
};
std::optional<PaperList> paper_list(Visit& v) {
    auto const row = opened(v);
    if (!row) return {};
    PaperList list{*row, {}};
    for (auto const& each : coming_to(v.read(), row->id))
        if (auto person = each.coming.value_or(false) && !v.viewer().closed_to(each.person) ? people::find_person(v.read(), v.keys(), each.person) : std::nullopt) list.lines.emplace_back(person->name, person->phone);
    std::sort(list.lines.begin(), list.lines.end(), [](auto const& a, auto const& b) { return text::sort_key(a.first) < text::sort_key(b.first); });
    v.note(Action::keep_intervision, row->id.value(), "");
    return list;
}
std::string when_and_where(Visit& v, IntervisionRow const& row) { return text::moment(row.begins_at, v.language()) + (row.place.empty() ? "" : ", " + row.place); }

http::Response show_paper_list(Visit& v) {
    auto const list = paper_list(v);
    if (!list) return v.not_found();
    return v.page(tr("Lijst van wie komt"), [&](html::Page& page) {
        page.paragraph(when_and_where(v, list->row));
        if (list->lines.empty()) page.empty(tr("Nog niemand zei ‘ik kom’. Dat mag ook kort van tevoren."));
        else {
            page.button(href(list->row.id, "/lijst/pdf"), tr("Download als PDF"));
            auto table = page.table(tr("Wie komen er?"), {{tr("Naam")}, {tr("Telefoon")}, {tr("Is er")}});
            for (auto const& [who, phone] : list->lines) table.row({{who}, {phone.empty() ? std::string{"–"} : phone}, {std::string{"☐"}}});
            page.paragraph(tr("Gooi deze lijst na afloop weg. Dat u haar opende, staat in het logboek."));
        }
        page.button(href(list->row.id), tr("Terug naar de bijeenkomst"), false);
    });
}
http::Response print_paper_list(Visit& v) {
    using pdf::Part;
    auto const list = paper_list(v);
    if (!list) return v.not_found();
    std::vector<reception::Printed> parts{{Part::title, tr("Lijst van wie komt")}, {Part::paragraph, when_and_where(v, list->row)}};
    for (auto const& [who, phone] : list->lines) parts.push_back({Part::box, phone.empty() ? who : who + " – " + phone});
    parts.push_back({Part::paragraph, tr("Gooi deze lijst na afloop weg. Dat u haar opende, staat in het logboek.")});
    return reception::print(v, "lijst", parts);
}

} // namespace

std::vector<reception::Route> intervision_routes() {
    using reception::route;
    return {
        route<Action::keep_intervision>("GET", "/intervisie", list_all),
        route<Action::keep_intervision>("GET", "/intervisie/nieuw", new_one),
        route<Action::keep_intervision>("POST", "/intervisie/nieuw", create),
        route<Action::keep_intervision>("GET", "/intervisie/{intervision}", show),
        route<Action::keep_intervision>("POST", "/intervisie/{intervision}/achteraf", update_afterwards),
        route<Action::keep_intervision>("GET", "/intervisie/{intervision}/afzeggen", new_cancellation),
        route<Action::keep_intervision>("POST", "/intervisie/{intervision}/afzeggen", create_cancellation),
        route<Action::keep_intervision>("GET", "/intervisie/{intervision}/lijst", show_paper_list),
        route<Action::keep_intervision>("GET", "/intervisie/{intervision}/lijst/pdf", print_paper_list),
    };
}

} // namespace support
