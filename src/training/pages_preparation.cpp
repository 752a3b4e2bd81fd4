#include "training/pages_preparation.h"

#include "people/store_names.h"
#include "platform/base/length.h"
#include "platform/base/number.h"
#include "reception/visit_drafts.h"
#include "reception/visit_version.h"
#include "training/pages_programme.h"
#include "training/store_evening_key.h"
#include "training/store_preparation.h"
#include "training/store_programme.h"

namespace training {
using base::tr;
using reception::Acted;
using reception::Done;
using reception::Visit;
using visit::Action;

namespace {

std::string href(EveningId const& id, char const* more = "") { return "/mijn/training/voorbereiding/" + id.value() + more; }

/// What the programme of a group asks before one of its evenings.
Preparation asked_before(Visit& v, EditionId const& edition, int number) {
    auto const programme = find_programme(v.read(), programme_version(v.read(), edition));
    return programme && number >= 1 && number <= 2 ? (*programme)[static_cast<std::size_t>(number) - 1].preparation : Preparation{};
}

/// The evening in the address, when the viewer takes part and what was written before it is still kept.
std::optional<EveningRow> own_evening(Visit& v) {
    auto evening = joined_evening(v.read(), v.id<Evening>("evening"), v.me());
    if (!evening || texts_past(base::local_date(evening->begins_at), v.today())) return {};
    return evening;
}

HomeAnswers typed(Visit& v, Preparation const& asked) {
    HomeAnswers answers;
    for (auto const& one : asked.assignments)
        if (auto const words = text::tidy_text(v.field("a-" + one.name)); one.box && !words.empty()) answers.emplace(one.name, words);
    return answers;
}

/// The names of the trainers of a group.
std::string trainers_of(Visit& v, EditionId const& edition) {
    std::string names;
    for (auto const& person : people_of(v.read(), edition, "trainer")) names += (names.empty() ? "" : ", ") + people::name_of(v.read(), v.keys(), person);
    return names;
}

http::Response preparation_form(Visit& v, base::Refusal const* refusal) {
    auto const evening = own_evening(v);
    if (!evening) return v.not_found();
    auto const asked = asked_before(v, evening->edition, evening->number);
    auto const kept = preparation_of(v.read(), v.keys(), evening->id, v.me());
    bool const boxes = std::any_of(asked.assignments.begin(), asked.assignments.end(), [](auto const& one) { return one.box; });
    auto values = v.values();
    if (!refusal && kept)
        for (auto const& [name, words] : kept->draft.empty() ? kept->answers : kept->draft) values.emplace("a-" + name, words);
    return v.page(base::Sentence{tr("Voorbereiding voor avond {number}"), {{"number", std::to_string(evening->number)}}}, [&](html::Page& page) {
        page.lead(text::moment(evening->begins_at, v.language()));
        if (asked.empty()) {
            page.empty(tr("Voor deze avond hoef je niets voor te bereiden."));
            return void(page.link("/mijn/training", tr("Terug naar mijn training")));
        }
        if (!asked.words.empty()) page.paragraph(asked.words);
        int number = 0;
        for (auto const& one : asked.assignments) {
            if (one.box) continue;
            page.paragraph(std::to_string(++number) + ". " + one.words);
            if (!one.link.empty()) page.link(one.link, tr("Lees dit"));
        }
        if (!boxes) return void(page.link("/mijn/training", tr("Terug naar mijn training")));
        if (kept && kept->handed_in_at) page.alert(html::Tone::good, base::Sentence{tr("Ingeleverd op {day}. Je mag het nog veranderen."), {{"day", text::plain_day(base::local_date(*kept->handed_in_at), v.language())}}});
        page.paragraph(tr("Wat je typt, wordt vanzelf bewaard. Je trainers lezen het pas als je het inlevert."));
        auto const names = trainers_of(v, evening->edition);
        page.details(tr("Wie leest dit?"), {names.empty() ? html::Said{tr("Alleen de trainers van je groep lezen wat je inlevert, met je naam erbij.")} : html::Said{base::Sentence{tr("Alleen de trainers van je groep ({names}) lezen wat je inlevert, met je naam erbij."), {{"names", names}}}},
                                            tr("Je kunt het altijd terughalen."), tr("Een jaar na de avond is alles gewist.")});
        auto form = page.form(href(evening->id), tr("Inleveren"), values, refusal);
        form.keeps_drafts(href(evening->id, "/concept"));
        for (auto const& one : asked.assignments) {
            if (!one.box) continue;
            form.area({.name = "a-" + one.name, .label = std::to_string(++number) + ". " + one.words, .most = 2000}, 4);
        }
        form.or_go("/mijn/training", tr("Terug"));
        for (auto const& one : asked.assignments)
            if (one.box && !one.link.empty()) page.link(one.link, base::Sentence{tr("Lees dit: {words}"), {{"words", one.words}}});
        if (kept && kept->handed_in_at) page.act(href(evening->id, "/terug"), tr("Haal terug: trainers lezen het niet meer"), {}, false);
    },
                  {.status = refusal ? 422 : 200});
}
http::Response new_preparation(Visit& v) { return preparation_form(v, nullptr); }

http::Response keep_preparation_now(Visit& v) {
    auto const evening = own_evening(v);
    if (!evening) return v.not_found();
    auto const answers = typed(v, asked_before(v, evening->edition, evening->number));
    if (std::any_of(answers.begin(), answers.end(), [](auto const& one) { return base::characters(one.second) > longest_answer; })) return reception::too_long_to_keep();
    v.close_read();
    make_evening_key(v.keys(), evening->id);
    v.services().data.write(v.scope(), [&](db::Write& tx) { keep_preparation(tx, v.keys(), evening->id, v.me(), answers); });
    return reception::kept_while_typing(v, href(evening->id));
}

http::Response create_preparation(Visit& v) {
    auto const evening = own_evening(v);
    if (!evening) return v.not_found();
    auto again = [&](base::Refusal const& refusal) { return preparation_form(v, &refusal); };
    auto const asked = asked_before(v, evening->edition, evening->number);
    auto const answers = hand_in(asked, typed(v, asked));
    if (!answers) return again(answers.error());
    v.close_read();
    make_evening_key(v.keys(), evening->id);
    return v.act(evening->id.value(), v.me().value(), [&](db::Write& tx) -> Acted {
        hand_in(tx, v.keys(), evening->id, v.me(), *answers, v.now());
        return Done{"/mijn/training", tr("Ingeleverd. Je trainers kunnen het nu lezen. Dank je wel.")}; }, again);
}

http::Response create_taking_back(Visit& v) {
    auto const evening = own_evening(v);
    if (!evening) return v.not_found();
    v.close_read();
    make_evening_key(v.keys(), evening->id);
    return v.act(evening->id.value(), v.me().value(), [&](db::Write& tx) -> Acted {
        take_back_preparation(tx, v.keys(), evening->id, v.me());
        return Done{href(evening->id), tr("Teruggehaald. Wat je schreef, is weer alleen van jou.")}; }, [&](base::Refusal const&) { return v.not_found(); });
}

/// The form in which the coordinator writes what is asked before an evening.
http::Response asking_form(Visit& v, base::Refusal const* refusal) {
    auto const number = evening_number(v);
    if (number == 0) return v.not_found();
    auto const version = current_programme(v.read());
    auto values = v.values();
    std::size_t lines = 0;
    if (refusal)
        while (values.contains("opdracht-" + std::to_string(lines))) ++lines;
    else {
        auto const its = (*find_programme(v.read(), version))[static_cast<std::size_t>(number) - 1].preparation;
        values.emplace("voorbereiding", its.words);
        for (auto const& one : its.assignments) {
            auto const at = std::to_string(lines++);
            values.emplace("naam-" + at, one.name);
            values.emplace("opdracht-" + at, one.words);
            values.emplace("link-" + at, one.link);
            if (one.box) values.emplace("vak-" + at, "ja");
        }
        lines = std::min<std::size_t>(most_assignments, lines + spare_lines);
    }
    return v.page(base::Sentence{tr("Voorbereiding voor avond {number}"), {{"number", std::to_string(number)}}}, [&](html::Page& page) {
        page.lead(tr("Wat doen mensen thuis, voor deze avond? Houd het klein: een uur is veel."));
        page.paragraph(tr("Bewaren maakt een nieuwe versie. Groepen die er al zijn, houden hun eigen versie."));
        auto form = page.form("/programma/voorbereiding/" + std::to_string(number), tr("Bewaar deze voorbereiding"), values, refusal);
        form.hidden("versie", std::to_string(reception::form_version(v, refusal, changed_meanwhile(), version)));
        form.area({.name = "voorbereiding", .label = tr("Wat wilt u vooraf zeggen? (niet verplicht)"), .most = 600}, 2);
        for (std::size_t i = 0; i < lines; ++i) {
            auto const at = std::to_string(i);
            auto const known = values.find("naam-" + at);
            form.heading(base::Sentence{tr("Opdracht {number}"), {{"number", std::to_string(i + 1)}}});
            form.hidden("naam-" + at, known == values.end() ? "" : known->second);
            form.area({.name = "opdracht-" + at, .label = tr("Wat is de vraag of de opdracht?"), .hint = tr("Maak dit en de link leeg om de opdracht weg te halen."), .most = 600}, 2);
            form.text({.name = "link-" + at, .label = tr("Iets om te lezen of te bekijken (niet verplicht)"), .hint = tr("Een link die begint met https://, of een blad van ons, zoals /materialen/rolkaart-nl."), .most = 500});
            form.box({.name = "vak-" + at, .label = tr("Met een vak om in te antwoorden")});
        }
        form.or_go("/programma", tr("Terug"));
    },
                  {.status = refusal ? 422 : 200});
}
http::Response edit_asking(Visit& v) { return asking_form(v, nullptr); }

http::Response update_asking(Visit& v) {
    auto again = [&](base::Refusal const& refusal) { return asking_form(v, &refusal); };
    auto const number = evening_number(v);
    if (number == 0) return v.not_found();
    auto const before = base::number_from(v.field("versie")).value_or(0);
    auto programme = before >= standard_programme ? find_programme(v.read(), before) : std::nullopt;
    if (!programme) return again(base::Refusal::of(changed_meanwhile()));
    Preparation typed{text::tidy_text(v.field("voorbereiding")), {}};
    for (std::size_t i = 0; i < most_assignments + spare_lines && v.form().has("opdracht-" + std::to_string(i)); ++i) {
        auto const at = std::to_string(i);
        typed.assignments.push_back({own_name(v.field("naam-" + at)), text::tidy_text(v.field("opdracht-" + at)), text::tidy_line(v.field("link-" + at)), v.field("vak-" + at) == "ja"});
    }
    auto const its = prepare(typed, before + 1, number);
    if (!its) return again(its.error());
    (*programme)[static_cast<std::size_t>(number) - 1].preparation = *its;
    return keep_programme(v, before + 1, *programme, {}, again);
}

} // namespace

void own_preparation_part(html::Page& page, Visit& v, EditionRow const& edition, std::vector<EveningRow> const& evenings) {
    for (auto const& evening : evenings) {
        if (asked_before(v, edition.id, evening.number).empty() || texts_past(base::local_date(evening.begins_at), v.today())) continue;
        auto const kept = preparation_of(v.read(), v.keys(), evening.id, v.me());
        bool const done = kept && kept->handed_in_at;
        base::Sentence const words{done ? tr("Voorbereiding voor avond {number} (ingeleverd)") : tr("Voorbereiding voor avond {number}"), {{"number", std::to_string(evening.number)}}};
        if (!done && evening.begins_at > v.now()) page.button(href(evening.id), words, false);
        else page.link(href(evening.id), words);
    }
}

std::vector<reception::Route> preparation_routes() {
    using reception::route;
    return {
        route<Action::prepare_at_home>("GET", "/mijn/training/voorbereiding/{evening}", new_preparation),
        route<Action::prepare_at_home>("POST", "/mijn/training/voorbereiding/{evening}", create_preparation),
        route<Action::prepare_at_home>("POST", "/mijn/training/voorbereiding/{evening}/concept", keep_preparation_now),
        route<Action::prepare_at_home>("POST", "/mijn/training/voorbereiding/{evening}/terug", create_taking_back),
        route<Action::keep_programme>("GET", "/programma/voorbereiding/{number}", edit_asking),
        route<Action::keep_programme>("POST", "/programma/voorbereiding/{number}", update_asking),
    };
}

} // namespace training
