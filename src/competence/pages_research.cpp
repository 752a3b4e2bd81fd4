#include "competence/pages_research.h"

#include "competence/store_research.h"
#include "confidentiality/store_consent.h"
#include "platform/sheet/sheet.h"

namespace competence {
using base::tr;
using confidentiality::Purpose;
using reception::Acted;
using reception::Done;
using reception::Visit;
using visit::Action;

namespace {

/// An act of the buddy on the own consent.
http::Response own_act(Visit& v, std::function<base::Text(db::Write&)> const& work) {
    if (!v.grant<Action::consent_to_research>(v.me(), v.me().value(), {visit::Tie::own})) return v.not_found();
    return v.act(v.me().value(), v.me().value(), [&](db::Write& tx) -> Acted { return Done{"/mijn/groei", work(tx)}; }, [&](base::Refusal const&) { return v.not_found(); });
}
http::Response create_consent(Visit& v) {
    return own_act(v, [&](db::Write& tx) {
        if (!confidentiality::stands(tx, v.me(), Purpose::research)) confidentiality::give(tx, v.me(), Purpose::research, research_text_version, v.language(), v.now());
        return tr("Dank je wel. Je cijfers mogen naar het onderzoek. Je kunt dit altijd terugnemen.");
    });
}
http::Response create_withdrawal(Visit& v) {
    return own_act(v, [&](db::Write& tx) {
        confidentiality::withdraw(tx, v.me(), Purpose::research, v.now());
        return tr("Teruggenomen. Je cijfers gaan niet meer naar het onderzoek.");
    });
}

http::Response show_research(Visit& v) {
    auto const granted = v.grant<Action::export_research>();
    if (!granted) return v.not_found();
    auto const count = research_people(v.read(), *granted).size();
    return v.page(tr("Onderzoek"), [&](html::Page& page) {
        page.lead(tr("Kopieën van de competentievragenlijst, zonder naam, van buddy’s die daar toestemming voor gaven."));
        if (!enough_for_research(count)) {
            page.empty(tr("Er is nog geen bestand. Dat komt er zodra vijf buddy’s toestemming gaven en iets invulden. Met minder mensen kan iemand herkend worden."));
        } else {
            page.paragraph(base::Sentence{tr("{count} buddy’s gaven toestemming en vulden iets in."), {{"count", std::to_string(count)}}});
            page.button("/onderzoek/groei.csv", tr("Download het bestand (CSV)"));
            page.paragraph(tr("Van elke buddy wordt genoteerd dat u de cijfers meenam. Die buddy kan dat zien."));
        }
        page.heading(tr("Wat er in het bestand staat"));
        page.bullets({tr("Een nummer per buddy. Elk bestand heeft nieuwe nummers, in een nieuwe volgorde."), tr("Het moment, en de versie van de vragenlijst."), tr("De elf cijfers, en het cijfer voor het eigen punt."), tr("Geen woorden, geen dagen, geen namen en geen groepen.")});
        page.paragraph(tr("Wie de toestemming terugneemt, staat niet meer in het volgende bestand. Probeer niet uit te zoeken wie iemand is."));
    });
}

http::Response show_file(Visit& v) {
    auto const granted = v.grant<Action::export_research>();
    if (!granted) return v.not_found();
    auto const people = research_people(v.read(), *granted);
    if (!enough_for_research(people.size())) return show_research(v);
    // in the order of ids, so that the log tells nothing of the numbers
    for (auto const& person : people) v.note(Action::export_research, person.value(), person.value());
    auto say = [&](base::Text text) { return text::say(text, v.language()); };
    sheet::Table table{say(tr("Onderzoek")), {say(tr("Nummer")), say(tr("Moment")), say(tr("Versie"))}, {}};
    for (int number = 1; number < own_number; ++number) table.head.push_back(text::say(base::Sentence{tr("Uitspraak {number}"), {{"number", std::to_string(number)}}}, v.language()));
    table.head.push_back(say(tr("Eigen punt")));
    for (auto const& [number, copy] : research_lines(research_copies(v.read(), v.keys(), v.services().random, people, *granted))) {
        std::vector<sheet::Cell> cells{std::int64_t{number}, say(name(copy.moment)), std::int64_t{copy.version}};
        for (int statement = 1; statement <= own_number; ++statement) {
            auto const at = copy.scores.find(statement);
            cells.push_back(at == copy.scores.end() ? sheet::Cell{std::string{}} : sheet::Cell{std::int64_t{at->second}});
        }
        table.rows.push_back(std::move(cells));
    }
    return {200, {{"Content-Type", "text/csv; charset=utf-8"}, {"Content-Disposition", "attachment; filename=\"groei.csv\""}, {"Cache-Control", "no-store"}}, sheet::csv(table), {}};
}

} // namespace

void research_part(html::Page& page, Visit& v) {
    page.heading(tr("Onderzoek"));
    page.paragraph(tr("Onderzoekers willen leren wat een training doet. Zij kunnen een kopie van je cijfers krijgen, als jij dat goed vindt."));
    page.bullets({tr("Zij krijgen alleen de cijfers, het moment en de versie van de vragenlijst."), tr("Zij krijgen nooit je woorden, je naam of je groep."), tr("Er gaat pas iets weg als minstens vijf buddy’s ja zeiden."), tr("Je kunt je ja altijd terugnemen. Kopieën die al weg zijn, blijven bij de onderzoeker.")});
    if (confidentiality::stands(v.read(), v.me(), Purpose::research)) {
        page.paragraph(tr("Je zei ja."));
        page.act("/mijn/onderzoek/terug", tr("Ik neem mijn ja terug"), {}, false);
    } else page.act("/mijn/onderzoek", tr("Ja, mijn cijfers mogen naar het onderzoek"), {}, false);
}

std::vector<reception::Route> research_routes() {
    using reception::route;
    return {
        route<Action::consent_to_research>("POST", "/mijn/onderzoek", create_consent),
        route<Action::consent_to_research>("POST", "/mijn/onderzoek/terug", create_withdrawal),
        route<Action::export_research>("GET", "/onderzoek", show_research),
        route<Action::export_research>("GET", "/onderzoek/groei.csv", show_file),
    };
}

} // namespace competence
