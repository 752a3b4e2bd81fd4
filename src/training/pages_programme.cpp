#include "training/pages_programme.h"

#include "platform/base/number.h"
#include "reception/visit_version.h"
#include "training/store_programme.h"
#include "training/store_tips.h"

namespace training {
using base::tr;
using reception::Acted;
using reception::Done;
using reception::Visit;
using visit::Action;

namespace {

base::Sentence said(Change const& change) {
    std::vector<std::pair<std::string, std::string>> with{{"title", change.title}, {"number", std::to_string(change.evening)}};
    switch (change.kind) {
    case ChangeKind::added: return {tr("Avond {number}: ‘{title}’ is nieuw."), with};
    case ChangeKind::removed: return {tr("Avond {number}: ‘{title}’ is eruit."), with};
    case ChangeKind::moved: return {tr("Avond {number}: ‘{title}’ staat op een andere plek."), with};
    case ChangeKind::changed: break;
    }
    if (!change.minutes) return {tr("Avond {number}: ‘{title}’ heeft andere woorden."), with};
    with.emplace_back("from", std::to_string((*change.minutes)[0]));
    with.emplace_back("to", std::to_string((*change.minutes)[1]));
    return {tr("Avond {number}: ‘{title}’ gaat van {from} naar {to} minuten."), with};
}

/// What trainers wanted to change, in words.
html::Said said(Wish const& wish) {
    std::vector<std::pair<std::string, std::string>> const with{{"part", wish.about}, {"words", wish.words}, {"group", wish.group}};
    return base::Sentence{wish.about.empty() ? tr("Hele avond: {words} ({group})") : tr("‘{part}’: {words} ({group})"), with};
}
std::vector<html::Said> wishes_of(std::vector<Wish> const& all, int evening) {
    std::vector<html::Said> lines;
    for (auto const& wish : all)
        if (wish.evening == evening) lines.push_back(said(wish));
    return lines;
}

void preparation_part(html::Page& page, Visit& v, Preparation const& its, int number) {
    if (!its.empty()) page.paragraph(tr("Vooraf, voor thuis:"));
    if (!its.words.empty()) page.paragraph(its.words);
    std::vector<html::Said> lines;
    for (auto const& one : its.assignments) lines.emplace_back(one.box ? html::Said{base::Sentence{tr("{words} (met een vak om te antwoorden)"), {{"words", one.words}}}} : html::Said{one.words});
    if (!lines.empty()) page.bullets(lines);
    if (visit::conceivable(v.viewer(), Action::keep_programme)) page.link("/programma/voorbereiding/" + std::to_string(number), base::Sentence{tr("Verander de voorbereiding van avond {number}"), {{"number", std::to_string(number)}}});
}

void evening_part(html::Page& page, Visit& v, EveningPlan const& plan, int number, std::map<std::string, std::vector<std::string>> const& skipped, std::vector<Wish> const& wishes) {
    page.heading(base::Sentence{tr("Avond {number}"), {{"number", std::to_string(number)}}});
    page.paragraph(base::Sentence{tr("Samen {count} minuten, waarvan {informal} om elkaar te leren kennen."), {{"count", std::to_string(total_minutes(plan.parts))}, {"informal", std::to_string(informal_minutes(plan.parts))}}});
    preparation_part(page, v, plan.preparation, number);
    auto table = page.table(base::Sentence{tr("Onderdelen van avond {number}"), {{"number", std::to_string(number)}}}, {{tr("Onderdeel")}, {tr("Minuten"), "", true}, {tr("Doel")}, {tr("Werkvorm")}, {tr("Materiaal")}, {tr("Let op")}});
    for (auto const& part : plan.parts) table.row({{part.title}, {std::to_string(part.minutes), {}, true}, {part.goal}, {part.form_of_work}, {part.material}, {part.attention}});
    for (auto const& part : plan.parts) {
        auto const its = skipped.find(part.name);
        if (its == skipped.end()) continue;
        std::string groups;
        for (auto const& group : its->second) groups += (groups.empty() ? "" : ", ") + group;
        page.paragraph(base::Sentence{tr("‘{title}’ is overgeslagen in: {groups}."), {{"title", part.title}, {"groups", groups}}});
    }
    if (auto const lines = wishes_of(wishes, number); !lines.empty()) {
        page.paragraph(tr("Dit wilden trainers anders; het is nog niet verwerkt:"));
        page.bullets(lines);
    }
    if (visit::conceivable(v.viewer(), Action::keep_programme)) page.link("/programma/avond/" + std::to_string(number), base::Sentence{tr("Verander avond {number}"), {{"number", std::to_string(number)}}});
}

http::Response show_programme(Visit& v) {
    auto const current = current_programme(v.read());
    auto const asked = v.request().query.get("versie");
    auto const version = asked.empty() ? current : base::number_from(asked).value_or(0);
    auto const programme = version >= standard_programme && version <= current ? find_programme(v.read(), version) : std::nullopt;
    if (!programme) return v.not_found();
    return v.page(tr("Programma van de training"), [&](html::Page& page) {
        page.lead(base::Sentence{tr("Dit is versie {version}."), {{"version", std::to_string(version)}}});
        if (version != current) page.alert(html::Tone::info, tr("Dit is een eerdere versie. Nieuwe groepen krijgen de nieuwste.")).link("/programma", tr("Naar de nieuwste versie"));
        page.details(tr("Hoe lang is kennismaken?"), {tr("Reken drie kwartier voor vijf mensen, en tien minuten meer voor ieder erbij.")});
        auto const skipped = skipped_in(v.read());
        auto const open = version == current ? wishes(v.read()) : std::vector<Wish>{};
        for (std::size_t i = 0; i < programme->size(); ++i) evening_part(page, v, (*programme)[i], static_cast<int>(i) + 1, skipped, open);
        if (version > standard_programme) {
            page.heading(base::Sentence{tr("Wat veranderde er na versie {version}?"), {{"version", std::to_string(version - 1)}}});
            auto const before = find_programme(v.read(), version - 1);
            std::vector<html::Said> lines;
            if (before) {
                for (auto const& change : differences(*before, *programme)) lines.emplace_back(said(change));
                for (std::size_t i = 0; i < programme->size(); ++i)
                    if ((*before)[i].preparation != (*programme)[i].preparation) lines.emplace_back(base::Sentence{tr("Avond {number}: wat mensen vooraf doen is anders."), {{"number", std::to_string(i + 1)}}});
            }
            if (lines.empty()) page.paragraph(tr("Niets."));
            else page.bullets(lines);
            lines.clear();
            for (auto const& wish : taken_up_in(v.read(), version)) lines.push_back(said(wish));
            if (!lines.empty()) page.paragraph(tr("Dit wilden trainers, en is verwerkt:")).bullets(lines);
        }
        if (visit::conceivable(v.viewer(), Action::keep_cards)) page.link("/kaarten", tr("Gesprekskaarten"));
        auto const rows = programmes(v.read());
        if (rows.empty()) return;
        page.heading(tr("Versies"));
        auto table = page.table(tr("Versies van het programma"), {{tr("Versie")}, {tr("Gemaakt op")}});
        for (auto const& row : rows) table.row({{std::to_string(row.version), "/programma?versie=" + std::to_string(row.version)}, {text::plain_day(base::local_date(row.made_at), v.language())}});
        table.row({{std::to_string(standard_programme), "/programma?versie=" + std::to_string(standard_programme)}, {tr("het standaardprogramma")}});
        if (visit::conceivable(v.viewer(), Action::keep_programme)) page.act("/programma/standaard", tr("Terug naar het standaardprogramma"), {}, false);
    });
}

http::Response evening_form(Visit& v, base::Refusal const* refusal) {
    auto const number = evening_number(v);
    if (number == 0) return v.not_found();
    auto const version = current_programme(v.read());
    auto values = v.values();
    std::size_t lines = 0;
    if (refusal)
        while (values.contains("titel-" + std::to_string(lines))) ++lines;
    else {
        auto const plan = (*find_programme(v.read(), version))[static_cast<std::size_t>(number) - 1];
        for (auto const& part : plan.parts) {
            auto const at = std::to_string(lines++);
            for (auto const& [field, value] : {std::pair<char const*, std::string>{"naam-", part.name}, {"titel-", part.title}, {"plek-", std::to_string(lines)}, {"minuten-", std::to_string(part.minutes)}, {"soort-", part.informal ? "kennismaken" : "training"}, {"doel-", part.goal}, {"werkvorm-", part.form_of_work}, {"materiaal-", part.material}, {"aandacht-", part.attention}}) values.emplace(field + at, value);
        }
        for (auto const most = std::min<std::size_t>(most_parts, lines + spare_lines); lines < most; ++lines) values.emplace("soort-" + std::to_string(lines), "training");
    }
    return v.page(base::Sentence{tr("Programma van avond {number}"), {{"number", std::to_string(number)}}}, [&](html::Page& page) {
        page.lead(tr("Samen duren de onderdelen 150 minuten. Maak een naam leeg om een onderdeel weg te halen."));
        page.paragraph(tr("Bewaren maakt een nieuwe versie. Groepen die er al zijn, houden hun eigen versie."));
        auto form = page.form("/programma/avond/" + std::to_string(number), tr("Bewaar dit programma"), values, refusal);
        form.hidden("versie", std::to_string(reception::form_version(v, refusal, changed_meanwhile(), version)));
        for (std::size_t i = 0; i < lines; ++i) {
            auto const at = std::to_string(i);
            auto const known = values.find("naam-" + at);
            form.heading(base::Sentence{tr("Onderdeel {number}"), {{"number", std::to_string(i + 1)}}});
            form.hidden("naam-" + at, known == values.end() ? "" : known->second);
            form.text({.name = "titel-" + at, .label = tr("Naam van dit onderdeel"), .most = 80});
            form.text({.name = "plek-" + at, .label = tr("Plek in de volgorde"), .inputmode = "numeric", .most = 2}).text({.name = "minuten-" + at, .label = tr("Minuten"), .inputmode = "numeric", .most = 3});
            form.select({.name = "soort-" + at, .label = tr("Soort")}, {{"training", tr("training")}, {"kennismaken", tr("kennismaken, vooraf")}});
            form.area({.name = "doel-" + at, .label = tr("Doel"), .most = 300}, 2).area({.name = "werkvorm-" + at, .label = tr("Werkvorm"), .most = 300}, 2);
            form.area({.name = "materiaal-" + at, .label = tr("Materiaal"), .most = 300}, 2).area({.name = "aandacht-" + at, .label = tr("Let op"), .most = 300}, 2);
        }
        std::vector<html::Option> open;
        for (auto const& wish : wishes(v.read()))
            if (wish.evening == number) open.push_back({wish.id.value(), said(wish)});
        if (!open.empty()) form.checks({.name = "verwerkt", .label = tr("Dit wilden trainers anders. Wat is nu verwerkt?")}, open);
        form.or_go("/programma", tr("Terug"));
    },
                  {.status = refusal ? 422 : 200});
}
http::Response edit_evening(Visit& v) { return evening_form(v, nullptr); }

http::Response update_evening(Visit& v) {
    auto again = [&](base::Refusal const& refusal) { return evening_form(v, &refusal); };
    auto const number = evening_number(v);
    auto const before = base::number_from(v.field("versie")).value_or(0);
    if (number == 0) return v.not_found();
    auto programme = before >= standard_programme ? find_programme(v.read(), before) : std::nullopt;
    if (!programme) return again(base::Refusal::of(changed_meanwhile()));
    std::vector<TypedPart> typed;
    for (std::size_t i = 0; i < most_parts + spare_lines && v.form().has("titel-" + std::to_string(i)); ++i) {
        auto const at = std::to_string(i);
        auto const words = [&](char const* field) { return text::tidy_text(v.field(field + at)); };
        typed.push_back({{own_name(v.field("naam-" + at)), text::tidy_line(v.field("titel-" + at)), 0, v.field("soort-" + at) == "kennismaken", words("doel-"), words("werkvorm-"), words("materiaal-"), words("aandacht-")}, text::tidy_line(v.field("plek-" + at)), text::tidy_line(v.field("minuten-" + at))});
    }
    auto const parts = plan_evening(typed, before + 1, number);
    if (!parts) return again(parts.error());
    (*programme)[static_cast<std::size_t>(number) - 1].parts = *parts;
    std::vector<ImprovementId> taken_up;
    for (auto const& id : v.form().all("verwerkt")) taken_up.emplace_back(id);
    return keep_programme(v, before + 1, *programme, taken_up, again);
}

http::Response create_standard(Visit& v) {
    return keep_programme(v, current_programme(v.read()) + 1, standard(), {}, [&](base::Refusal const&) { return show_programme(v); });
}

http::Response update_taken(Visit& v) {
    auto const edition = find_edition(v.read(), v.id<Edition>("edition"));
    if (!edition) return v.not_found();
    return v.act(edition->id.value(), "", [&](db::Write& tx) -> Acted {
        auto const evenings = evenings_of(tx, edition->id);
        if (!evenings.empty() && evenings.front().begins_at <= v.now()) return base::Refusal::of(tr("De eerste avond is al geweest. De groep houdt dit programma."));
        take_programme(tx, edition->id, current_programme(tx));
        return Done{"/trainingen/" + edition->id.value(), tr("De groep volgt nu de nieuwste versie van het programma.")}; }, [&](base::Refusal const& refusal) { return v.page(tr("Dat lukt niet"), [&](html::Page& page) {
                                                                                                                   page.alert(html::Tone::error, refusal.fields.front().why);
                                                                                                                   page.link("/trainingen/" + edition->id.value(), tr("Terug naar de training"));
                                                                                                               },
                                                                                                                             {.status = 422}); });
}

} // namespace

http::Response keep_programme(Visit& v, int version, Programme const& programme, std::vector<ImprovementId> const& taken_up, std::function<http::Response(base::Refusal const&)> const& again) {
    return v.act(std::to_string(version), "", [&](db::Write& tx) -> Acted {
        auto const current = current_programme(tx);
        if (current == version - 1 && find_programme(tx, current) == programme) {
            // something trainers wanted may be taken up elsewhere
            take_up(tx, taken_up, current);
            return Done{"/programma", taken_up.empty() ? tr("Er is niets veranderd.") : tr("Bewaard.")};
        }
        if (current != version - 1 || !add_programme(tx, version, programme, v.me(), v.now())) return base::Refusal::of(changed_meanwhile());
        take_up(tx, taken_up, version);
        return Done{"/programma", tr("Het programma is bewaard. Nieuwe groepen krijgen deze versie.")}; }, again);
}
base::Text changed_meanwhile() { return tr("Iemand anders veranderde het programma net ook. Kijk het na en bewaar opnieuw."); }
int evening_number(Visit& v) {
    auto const number = base::number_from(v.part("number")).value_or(0);
    return number == 1 || number == 2 ? number : 0;
}
std::string own_name(std::string name) {
    if (name.size() > 40 || name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") != std::string::npos) name.clear();
    return name;
}

std::vector<reception::Route> programme_routes() {
    using reception::route;
    return {
        route<Action::see_programme>("GET", "/programma", show_programme),
        route<Action::keep_programme>("GET", "/programma/avond/{number}", edit_evening),
        route<Action::keep_programme>("POST", "/programma/avond/{number}", update_evening),
        route<Action::keep_programme>("POST", "/programma/standaard", create_standard),
        route<Action::manage_edition>("POST", "/trainingen/{edition}/programma", update_taken),
    };
}

} // namespace training
