#include "competence/pages_instrument.h"

#include "people/store_people.h"
#include "platform/base/number.h"
#include "reception/visit_version.h"

namespace competence {
using base::tr;
using reception::Acted;
using reception::Done;
using reception::Visit;
using visit::Action;

namespace {

/// A version as texts that can be changed.
OwnInstrument changeable(Visit& v, int version) {
    auto its = instrument_of(v.read(), version);
    if (version != standard_instrument) return its;
    for (std::size_t i = 0; i < statement_count; ++i) {
        auto const& standard = standard_statements()[i];
        its.statements[i] = {text::say(standard.words, text::Language::nl), text::say(standard.low, text::Language::nl), text::say(standard.high, text::Language::nl)};
    }
    return its;
}

base::Text someone_was_first() { return tr("Iemand anders veranderde de lijst net ook. Kijk hem na en bewaar opnieuw."); }

http::Response instrument_form(Visit& v, base::Refusal const* refusal) {
    auto const version = current_instrument(v.read());
    auto values = v.values();
    values.erase("versie");
    if (!refusal) {
        auto const its = changeable(v, version);
        for (std::size_t i = 0; i < statement_count; ++i) {
            auto const at = std::to_string(i + 1);
            values.emplace("zin-" + at, its.statements[i].words);
            values.emplace("laag-" + at, its.statements[i].low);
            values.emplace("hoog-" + at, its.statements[i].high);
        }
        values.emplace("week1", std::to_string(its.weeks_1));
        values.emplace("week2", std::to_string(its.weeks_2));
    }
    return v.page(tr("Vragenlijst voor buddy’s"), [&](html::Page& page) {
        page.lead(tr("Elf uitspraken waarin een buddy zich spiegelt. Het is geen toets; niemand kan alles."));
        page.paragraph(tr("Wat al is ingevuld, houdt de woorden van toen. Een groepsbeeld telt alleen antwoorden op dezelfde versie."));
        auto form = page.form("/vragenlijst", tr("Bewaar deze vragenlijst"), values, refusal);
        form.hidden("versie", std::to_string(reception::form_version(v, refusal, someone_was_first(), version)));
        for (std::size_t i = 1; i <= statement_count; ++i) {
            auto const at = std::to_string(i);
            form.heading(base::Sentence{tr("Uitspraak {number}"), {{"number", at}}});
            form.area({.name = "zin-" + at, .label = tr("De uitspraak"), .most = 200}, 2);
            form.text({.name = "laag-" + at, .label = tr("Wat betekent een 1?"), .most = 80}).text({.name = "hoog-" + at, .label = tr("Wat betekent een 10?"), .most = 80});
        }
        form.heading(tr("Tijdens het begeleiden"));
        form.text({.name = "week1", .label = tr("Eerste keer: na hoeveel weken?"), .inputmode = "numeric", .most = 2}).text({.name = "week2", .label = tr("Tweede keer: na hoeveel weken?"), .inputmode = "numeric", .most = 2});
        auto const earlier = instruments(v.read());
        if (earlier.empty()) return;
        page.heading(tr("Eerdere vragenlijsten"));
        auto table = page.table(tr("Eerdere vragenlijsten"), {{tr("Versie")}, {tr("Gemaakt op")}, {tr("Door")}});
        for (auto const& row : earlier) table.row({{std::to_string(row.version)}, {text::plain_day(base::local_date(row.made_at), v.language())}, {people::name_of(v.read(), v.keys(), row.made_by)}});
        page.act("/vragenlijst/standaard", tr("Terug naar de standaardlijst"), {}, false);
    },
                  {.status = refusal ? 422 : 200});
}
http::Response edit_instrument(Visit& v) { return instrument_form(v, nullptr); }

http::Response keep(Visit& v, int version, OwnInstrument const& its) {
    auto again = [&](base::Refusal const& refusal) { return instrument_form(v, &refusal); };
    return v.act(std::to_string(version), "", [&](db::Write& tx) -> Acted {
        if (current_instrument(tx) != version - 1 || !add_instrument(tx, version, its, v.me(), v.now())) return base::Refusal::of(someone_was_first());
        return Done{"/vragenlijst", tr("De vragenlijst is bewaard. Wie hem nu invult, krijgt deze woorden.")}; }, again);
}

http::Response update_instrument(Visit& v) {
    OwnInstrument typed;
    for (std::size_t i = 0; i < statement_count; ++i) {
        auto const at = std::to_string(i + 1);
        typed.statements[i] = {text::tidy_line(v.field("zin-" + at)), text::tidy_line(v.field("laag-" + at)), text::tidy_line(v.field("hoog-" + at))};
    }
    typed.weeks_1 = base::number_from(v.field("week1")).value_or(0);
    typed.weeks_2 = base::number_from(v.field("week2")).value_or(0);
    auto const its = instrument(typed);
    if (!its) return instrument_form(v, &its.error());
    return keep(v, base::number_from(v.field("versie")).value_or(0) + 1, *its);
}

http::Response create_standard(Visit& v) {
    auto standard = changeable(v, standard_instrument);
    auto const now = instrument_of(v.read(), current_instrument(v.read()));
    standard.weeks_1 = now.weeks_1, standard.weeks_2 = now.weeks_2;
    return keep(v, current_instrument(v.read()) + 1, standard);
}

} // namespace

std::vector<ShownStatement> shown_statements(Visit& v, int version) {
    std::vector<ShownStatement> all;
    if (version == standard_instrument)
        for (auto const& each : standard_statements()) all.push_back({each.words, each.low, each.high});
    else
        for (auto const& each : instrument_of(v.read(), version).statements) all.push_back({each.words, each.low, each.high});
    return all;
}

std::vector<reception::Route> instrument_routes() {
    using reception::route;
    return {
        route<Action::keep_instrument>("GET", "/vragenlijst", edit_instrument),
        route<Action::keep_instrument>("POST", "/vragenlijst", update_instrument),
        route<Action::keep_instrument>("POST", "/vragenlijst/standaard", create_standard),
    };
}

} // namespace competence
