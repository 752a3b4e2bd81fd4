#include "support/pages_dilemma.h"

#include "people/store_deputyship.h"
#include "people/store_people.h"
#include "platform/jobs/jobs.h"
#include "reception/visit.h"
#include "support/store_consult.h"
#include "support/store_dilemma.h"

#include <algorithm>

namespace support {
using base::tr;
using reception::Acted;
using reception::Done;
using reception::Visit;
using visit::Action;

namespace {

std::string day(Visit& v, base::Moment moment) { return text::plain_day(base::local_date(moment), v.language()); }

/// The question behind the address, for who may put a version of it before an expert.
std::optional<Entry> question_of_address(Visit& v) {
    auto entry = find(v.read(), v.id<Consult>("consult"));
    if (!entry || entry->reader || !v.grant<Action::rewrite_dilemma>(entry->id, entry->buddy.value())) return {};
    return entry;
}

/// Who may be asked; where the coordinator works outside, only who works there too (R21).
std::vector<visit::PersonId> experts_to_ask(Visit& v) {
    auto all = people::with_role(v.read(), visit::Role::expert);
    if (v.house().independence == visit::Independence::inside) return all;
    std::erase_if(all, [&](auto const& person) {
        auto const roles = people::roles_of(v.read(), person);
        return std::none_of(roles.begin(), roles.end(), [](auto const& row) { return row.role == visit::Role::expert && row.outside; });
    });
    return all;
}

http::Response rewrite_page(Visit& v, base::Refusal const* refusal) {
    auto const entry = question_of_address(v);
    if (!entry) return v.not_found();
    auto const experts = experts_to_ask(v);
    auto const back = "/vragen/" + entry->head().value();
    return v.page(tr("Vraag een expert"), [&](html::Page& page) {
        page.lead(tr("Een expert denkt mee over een dilemma. Die hoort niet van wie het is, en leest de vraag zelf niet."));
        page.details(tr("Lees de vraag nog eens"), [&] {
            std::vector<html::Said> lines;
            for (auto const& turn : thread(v.read(), entry->head())) lines.emplace_back(question_of(v.keys(), turn));
            return lines;
        }());
        if (experts.empty()) {
            page.empty(tr("Er is nog niemand met de taak expert. De beheerder geeft die taak."));
            return void(page.link(back, tr("Terug naar de vraag")));
        }
        auto form = page.form(back + "/expert", tr("Leg dit voor"), v.values(), refusal);
        std::vector<html::Option> names;
        for (auto const& expert : experts) {
            names.push_back({expert.value(), people::name_of(v.read(), v.keys(), expert)});
            if (!people::deputyships_of(v.read(), expert, v.today()).empty()) names.back().hint = tr("Neemt ook waar, en kan dan de vraag zelf lezen.");
        }
        form.radios({.name = "expert", .label = tr("Wie denkt mee?")}, names);
        form.area({.name = "tekst", .label = tr("Herschrijf zonder herkenbare gegevens"), .hint = tr("Geen naam, school, plaats, leeftijd of geloof. Schrijf het in uw eigen woorden."), .who_reads = tr("Alleen de expert die u kiest leest dit, en u. De expert ziet niet wie het vroeg."), .most = most_characters}, 8);
        form.or_go(back, tr("Terug"));
    },
                  {.status = refusal ? 422 : 200});
}
http::Response new_dilemma(Visit& v) { return rewrite_page(v, nullptr); }

http::Response create_dilemma(Visit& v) {
    auto const entry = question_of_address(v);
    if (!entry) return v.not_found();
    auto again = [&](base::Refusal const& refusal) { return rewrite_page(v, &refusal); };
    auto const turns = thread(v.read(), entry->head());
    std::vector<std::string> of_buddy;
    for (auto const& turn : turns) of_buddy.push_back(question_of(v.keys(), turn));
    auto const words = rewritten(text::tidy_text(v.field("tekst")), of_buddy, {people::name_of(v.read(), v.keys(), entry->buddy)}, text::folded);
    auto const experts = experts_to_ask(v);
    auto const expert = std::find(experts.begin(), experts.end(), visit::PersonId{v.field("expert")});
    base::Refusal refusal;
    if (expert == experts.end()) refusal.add("expert", tr("Kies wie meedenkt."));
    if (!words) refusal.fields.insert(refusal.fields.end(), words.error().fields.begin(), words.error().fields.end());
    if (!refusal.empty()) return again(refusal);
    auto const id = v.new_id<Dilemma>();
    return v.act(id.value(), entry->buddy.value(), [&](db::Write& tx) -> Acted {
        put(tx, v.keys(), id, entry->head(), entry->buddy, *expert, *words, v.me(), v.now());
        jobs::later(tx, v.services().random, "dilemma.sent", v.house().id.value(), expert->value(), "", v.now());
        return Done{"/vragen/" + entry->head().value(), tr("Dit ligt nu bij de expert. Het antwoord komt op Vandaag te staan.")}; }, again);
}

http::Response create_taking_back(Visit& v) {
    auto const entry = question_of_address(v);
    auto const row = find_dilemma(v.read(), DilemmaId{v.field("dilemma")});
    if (!entry || !row || row->consult != entry->head()) return v.not_found();
    return v.act(row->id.value(), entry->buddy.value(), [&](db::Write& tx) -> Acted {
        bool const back = take_back(tx, row->id, v.now());
        return Done{"/vragen/" + entry->head().value(), back ? tr("Teruggenomen. De expert ziet dit niet meer.") : tr("De expert gaf net antwoord. U leest het hieronder.")}; }, [&](base::Refusal const&) { return v.not_found(); });
}

http::Response list_own(Visit& v) {
    auto const all = dilemmas_for(v.read(), v.me());
    return v.page(tr("Dilemma’s"), [&](html::Page& page) {
        page.lead(tr("De coördinator vraagt u mee te denken. Wat hier staat is herschreven, zonder namen."));
        if (all.empty()) return void(page.empty(tr("Er ligt nu niets bij u. U krijgt een mail als dat verandert.")));
        auto table = page.table(tr("Dilemma’s"), {{tr("Voorgelegd")}, {tr("Stand")}});
        for (auto const& each : all) table.row({{day(v, each.sent_at), "/dilemmas/" + each.id.value()}, {each.answered_at ? tr("beantwoord") : tr("wacht op u")}});
    });
}

http::Response dilemma_page(Visit& v, base::Refusal const* refusal) {
    auto const row = find_dilemma(v.read(), v.id<Dilemma>("dilemma"));
    if (!row || row->expert != v.me() || row->taken_back_at) return v.not_found();
    auto const granted = v.grant<Action::answer_dilemma>(row->id, row->buddy.value(), {visit::Tie::own});
    if (!granted) return v.not_found();
    return v.page(base::Sentence{tr("Dilemma van {day}"), {{"day", day(v, row->sent_at)}}}, [&](html::Page& page) {
        page.quote(row->text<Action::answer_dilemma>().open(*granted, v.keys()).value_or(""));
        if (row->answered_at) {
            page.heading(tr("Uw antwoord"));
            page.quote(row->reply<Action::answer_dilemma>().open(*granted, v.keys()).value_or(""));
            page.paragraph(tr("Dank u wel. De coördinator neemt dit mee in het eigen antwoord."));
        } else page.form("/dilemmas/" + row->id.value(), tr("Verstuur aan de coördinator"), v.values(), refusal).area({.name = "tekst", .label = tr("Uw antwoord"), .hint = tr("Wat zou u doen of vragen? Enkele zinnen zijn genoeg."), .who_reads = reception::readers(Action::rewrite_dilemma, v.house(), v.language()), .most = most_characters}, 8);
        page.link("/dilemmas", tr("Alle dilemma’s"));
    },
                  {.status = refusal ? 422 : 200});
}
http::Response show_dilemma(Visit& v) { return dilemma_page(v, nullptr); }

http::Response create_reply(Visit& v) {
    auto const row = find_dilemma(v.read(), v.id<Dilemma>("dilemma"));
    if (!row || row->expert != v.me() || row->taken_back_at || !v.grant<Action::answer_dilemma>(row->id, row->buddy.value(), {visit::Tie::own})) return v.not_found();
    auto again = [&](base::Refusal const& refusal) { return dilemma_page(v, &refusal); };
    auto const words = said(text::tidy_text(v.field("tekst")));
    if (!words) return again(words.error());
    return v.act(row->id.value(), row->buddy.value(), [&](db::Write& tx) -> Acted {
        if (!reply(tx, v.keys(), *row, *words, v.now())) return base::Refusal::of(tr("Dit is al beantwoord of teruggenomen."));
        return Done{"/dilemmas", tr("Dank u wel. Uw antwoord ligt bij de coördinator.")}; }, again);
}

} // namespace

std::vector<reception::Route> dilemma_routes() {
    using reception::route;
    return {
        route<Action::rewrite_dilemma>("GET", "/vragen/{consult}/expert", new_dilemma),
        route<Action::rewrite_dilemma>("POST", "/vragen/{consult}/expert", create_dilemma),
        route<Action::rewrite_dilemma>("POST", "/vragen/{consult}/expert/terug", create_taking_back),
        route<Action::answer_dilemma>("GET", "/dilemmas", list_own),
        route<Action::answer_dilemma>("GET", "/dilemmas/{dilemma}", show_dilemma),
        route<Action::answer_dilemma>("POST", "/dilemmas/{dilemma}", create_reply),
    };
}

} // namespace support
