#include "intake/pages_checklist.h"

#include "intake/store_checklist.h"
#include "platform/base/number.h"
#include "reception/visit_print.h"
#include "reception/visit_version.h"

namespace intake {
using base::tr;
using reception::Acted;
using reception::Done;
using reception::Visit;
using visit::Action;

namespace {

constexpr int spare_lines = 3;

/// The points of a version as texts that can be changed.
std::vector<OwnPoint> changeable(Visit& v, int version) {
    if (version != standard_checklist) return points_of(v.read(), version);
    std::vector<OwnPoint> all;
    for (auto const& point : points()) all.push_back({std::string{point.name}, text::say(point.title, text::Language::nl), text::say(point.prompt, text::Language::nl), point.yes_no});
    return all;
}

base::Text someone_was_first() { return tr("Iemand anders veranderde de lijst net ook. Kijk hem na en bewaar opnieuw."); }

http::Response checklist_form(Visit& v, base::Refusal const* refusal) {
    auto const version = current_checklist(v.read());
    auto values = v.values();
    std::size_t lines = 0;
    if (refusal)
        while (values.contains("titel-" + std::to_string(lines))) ++lines;
    else {
        for (auto const& point : changeable(v, version)) {
            auto const at = std::to_string(lines++);
            values.emplace("naam-" + at, point.name);
            values.emplace("titel-" + at, point.title);
            values.emplace("vraag-" + at, point.prompt);
            values.emplace("soort-" + at, point.yes_no ? "ja-nee" : "tekst");
        }
        lines = std::min<std::size_t>(20, lines + spare_lines);
    }
    return v.page(tr("Lijst voor het gesprek"), [&](html::Page& page) {
        page.lead(tr("Een geheugensteun voor het kennismakingsgesprek. Maak een naam leeg om een punt weg te halen."));
        page.paragraph(tr("Gesprekken die al gepland zijn, houden de lijst van toen."));
        page.link("/gesprekslijst/papier", tr("Lijst op papier"));
        auto form = page.form("/gesprekslijst", tr("Bewaar deze lijst"), values, refusal);
        form.hidden("versie", std::to_string(reception::form_version(v, refusal, someone_was_first(), version)));
        for (std::size_t i = 0; i < lines; ++i) {
            auto const at = std::to_string(i);
            auto const known = values.find("naam-" + at);
            form.heading(base::Sentence{tr("Punt {number}"), {{"number", std::to_string(i + 1)}}});
            form.hidden("naam-" + at, known == values.end() ? "" : known->second);
            form.text({.name = "titel-" + at, .label = tr("Naam van dit punt"), .most = 60});
            form.area({.name = "vraag-" + at, .label = tr("Wat wilt u vragen?"), .most = 300}, 2);
            form.select({.name = "soort-" + at, .label = tr("Hoe schrijft u het antwoord op?")}, {{"tekst", tr("in eigen woorden")}, {"ja-nee", tr("ja, nee of een beetje")}});
        }
        auto const earlier = checklists(v.read());
        if (earlier.empty()) return;
        page.heading(tr("Eerdere lijsten"));
        auto table = page.table(tr("Eerdere lijsten"), {{tr("Lijst")}, {tr("Gemaakt op")}, {tr("Door")}});
        for (auto const& row : earlier) table.row({{std::to_string(row.version)}, {text::plain_day(base::local_date(row.made_at), v.language())}, {people::name_of(v.read(), v.keys(), row.made_by)}});
        page.act("/gesprekslijst/standaard", tr("Terug naar de standaardlijst"), {}, false);
    },
                  {.status = refusal ? 422 : 200});
}
http::Response edit_checklist(Visit& v) { return checklist_form(v, nullptr); }

http::Response keep(Visit& v, int version, std::vector<OwnPoint> const& points, std::function<http::Response(base::Refusal const&)> const& again) {
    return v.act(std::to_string(version), "", [&](db::Write& tx) -> Acted {
        if (current_checklist(tx) != version - 1 || !add_checklist(tx, version, points, v.me(), v.now())) return base::Refusal::of(someone_was_first());
        return Done{"/gesprekslijst", tr("De lijst is bewaard. Nieuwe gesprekken krijgen deze lijst.")}; }, again);
}

http::Response update_checklist(Visit& v) {
    auto again = [&](base::Refusal const& refusal) { return checklist_form(v, &refusal); };
    auto const version = base::number_from(v.field("versie")).value_or(0) + 1;
    std::vector<OwnPoint> typed;
    for (std::size_t i = 0; i < 40 && v.form().has("titel-" + std::to_string(i)); ++i) {
        auto const at = std::to_string(i);
        auto name = v.field("naam-" + at);
        // a name of our own making only: it is the name of a field later
        if (name.size() > 40 || name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") != std::string::npos) name.clear();
        typed.push_back({name, text::tidy_line(v.field("titel-" + at)), text::tidy_line(v.field("vraag-" + at)), v.field("soort-" + at) == "ja-nee"});
    }
    auto const points = checklist(typed, version);
    if (!points) return again(points.error());
    return keep(v, version, *points, again);
}

http::Response create_standard(Visit& v) {
    return keep(v, current_checklist(v.read()) + 1, changeable(v, standard_checklist), [&](base::Refusal const& refusal) { return checklist_form(v, &refusal); });
}

constexpr int lines_to_write_on = 3;

http::Response show_paper(Visit& v) {
    auto const points = shown_points(v, current_checklist(v.read()));
    return v.page(tr("Lijst voor het gesprek"), [&](html::Page& page) {
        page.button("/gesprekslijst/papier/pdf", tr("Download als PDF"));
        page.paragraph(tr("Druk deze bladzijde af. Typ na het gesprek over wat nodig is en versnipper het papier."));
        for (auto const& point : points) {
            page.heading(point.title);
            page.paragraph(point.prompt);
            page.paragraph(point.yes_no ? html::Said{tr("ja / nee / een beetje")} : html::Said{std::string{"…"}});
        }
    });
}

http::Response print_paper(Visit& v) {
    using pdf::Part;
    reception::Printed const rule{Part::rule, base::Text::none()};
    std::vector<reception::Printed> parts{{Part::title, tr("Lijst voor het gesprek")}, {Part::paragraph, tr("Typ na het gesprek over wat nodig is en versnipper het papier.")}};
    for (auto const& point : shown_points(v, current_checklist(v.read()))) {
        parts.push_back({Part::heading, point.title});
        parts.push_back({Part::paragraph, point.prompt});
        if (point.yes_no) parts.push_back({Part::paragraph, tr("Omcirkel: ja – nee – een beetje")});
        parts.insert(parts.end(), point.yes_no ? 1 : lines_to_write_on, rule);
    }
    return reception::print(v, "gesprekslijst", parts);
}

} // namespace

std::vector<ShownPoint> shown_points(Visit& v, int version) {
    std::vector<ShownPoint> all;
    if (version == standard_checklist)
        for (auto const& point : points()) all.push_back({std::string{point.name}, point.title, point.prompt, point.yes_no});
    else
        for (auto const& point : points_of(v.read(), version)) all.push_back({point.name, point.title, point.prompt, point.yes_no});
    return all;
}

std::vector<reception::Route> checklist_routes() {
    using reception::route;
    return {
        route<Action::keep_checklist>("GET", "/gesprekslijst", edit_checklist),
        route<Action::keep_checklist>("POST", "/gesprekslijst", update_checklist),
        route<Action::keep_checklist>("POST", "/gesprekslijst/standaard", create_standard),
        route<Action::keep_checklist>("GET", "/gesprekslijst/papier", show_paper),
        route<Action::keep_checklist>("GET", "/gesprekslijst/papier/pdf", print_paper),
    };
}

} // namespace intake
