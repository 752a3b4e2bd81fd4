#include "deputy/pages.h"

#include "deputy/store_caseload.h"
#include "people/store_deputyship.h"
#include "reception/visit.h"

#include <algorithm>

namespace deputy {
using base::tr;
using people::DeputyRow;
using people::Deputyship;
using people::PersonId;
using reception::Acted;
using reception::Done;
using reception::Visit;
using visit::Action;

namespace {

base::Sentence days_of(Visit& v, DeputyRow const& row) { return {tr("{first} tot en met {last}"), {{"first", text::plain_day(row.first_day, v.language())}, {"last", text::plain_day(row.last_day, v.language())}}}; }
std::string name_of(Visit& v, PersonId const& person) { return people::name_of(v.read(), v.keys(), person); }

/// Who has no mail address is told by word of mouth; until then the deputy reads nothing of theirs.
void untold_part(html::Page& page, Visit& v, DeputyRow const& row) {
    auto const waiting = people::untold(v.read(), row.id);
    if (waiting.empty()) return;
    page.alert(html::Tone::warning, base::Sentence{tr("Bel eerst deze mensen: zij hebben geen mailadres. Tot u het vertelt, kan {name} niets van hen lezen."), {{"name", name_of(v, row.deputy)}}});
    auto const address = "/waarneming/" + row.id.value() + "/verteld";
    for (auto const& person : waiting) {
        auto known = people::find_person(v.read(), v.keys(), person);
        if (!known) continue;
        page.phone(known->name, known->phone);
        page.act(address, base::Sentence{tr("Verteld aan {name}"), {{"name", known->name}}}, {{"persoon", person.value()}, {"rust", "nee"}}, false);
        page.act(address, base::Sentence{tr("Verteld, en {name} wil dat de vraag rust"), {{"name", known->name}}}, {{"persoon", person.value()}, {"rust", "ja"}}, false);
    }
}

http::Response list_deputyships(Visit& v) {
    if (!v.grant<Action::keep_deputies>()) return v.not_found();
    auto const all = people::deputyships(v.read(), v.today());
    return v.page(tr("Waarneming"), [&](html::Page& page) {
        page.lead(tr("Bent u een tijd weg? Dan neemt iemand uw werk waar. Ouders en kandidaten horen dat eerst, en een ouder mag de vraag zo lang laten rusten."));
        page.button("/waarneming/nieuw", tr("Spreek een waarneming af"));
        if (all.empty()) page.empty(tr("Er is nu geen waarneming afgesproken."));
        for (auto const& row : all) {
            page.heading(name_of(v, row.deputy));
            page.facts().row(tr("Neemt waar voor"), name_of(v, row.coordinator)).row(tr("Wanneer"), days_of(v, row)).row(tr("Stand"), row.runs_on(v.today()) ? tr("loopt") : tr("begint nog"));
            untold_part(page, v, row);
            page.act("/waarneming/" + row.id.value() + "/einde", base::Sentence{tr("Stop de waarneming door {name}"), {{"name", name_of(v, row.deputy)}}}, {}, false);
        }
    });
}

std::vector<html::Option> options(Visit& v, std::vector<PersonId> const& people) {
    std::vector<html::Option> all;
    for (auto const& person : people) all.push_back({person.value(), name_of(v, person)});
    return all;
}

http::Response deputyship_form(Visit& v, base::Refusal const* refusal) {
    if (!v.grant<Action::keep_deputies>()) return v.not_found();
    auto const choice = people::who_may_stand_in(v.read(), v.house().independence);
    auto const coordinators = people::with_role(v.read(), visit::Role::coordinator);
    return v.page(tr("Waarneming afspreken"), [&](html::Page& page) {
        if (choice.empty()) return void(page.empty(v.house().independence == visit::Independence::outside ? tr("Er is niemand van uw organisatie die kan waarnemen. Voeg eerst iemand toe.") : tr("Er is niemand die kan waarnemen. Vraag de beheerder iemand toe te voegen als trainer of expert.")));
        page.lead(tr("Wie waarneemt, ziet zo lang wat u ziet. Taken geven of een nieuwe waarneming afspreken kan die persoon niet."));
        auto values = v.values();
        if (!refusal) values.emplace("voor", v.me().value());
        auto form = page.form("/waarneming", tr("Spreek af en vertel het"), values, refusal);
        form.radios({.name = "wie", .label = tr("Wie neemt waar?"), .hint = tr("Een ouder met een vraag, een buddy, een ambulant begeleider, of iemand van een school of het bestuur kan niet.")}, options(v, choice));
        if (coordinators.size() > 1) form.select({.name = "voor", .label = tr("Voor wie?")}, options(v, coordinators));
        form.date({.name = "vanaf", .label = tr("Eerste dag")}).date({.name = "tot", .label = tr("Laatste dag"), .hint = tr("Deze dag telt mee. Hoogstens twaalf weken.")});
        form.box({.name = "onverwacht", .label = tr("De coördinator is onverwacht weg, bijvoorbeeld ziek. Dan mag het vandaag al beginnen.")});
        form.note(tr("Ouders en kandidaten krijgen meteen een mail dat er iets klaarstaat. Op hun eigen bladzijde lezen ze wie waarneemt, en wanneer."));
        form.or_go("/waarneming", tr("Terug"));
    },
                  {.status = refusal ? 422 : 200});
}
http::Response new_deputyship(Visit& v) { return deputyship_form(v, nullptr); }

/// Why these days cannot be, seen the other deputyships.
std::optional<base::Refusal> in_the_way(Visit& v, db::Door& door, PersonId const& deputy, PersonId const& coordinator, people::Period const& period) {
    for (auto const& row : people::deputyships(door, v.today())) {
        if (!people::overlap(row.period(), period)) continue;
        if (row.coordinator == coordinator) return base::Refusal::of("vanaf", tr("In deze dagen neemt al iemand waar voor deze coördinator. Stop die waarneming eerst, of kies andere dagen."));
        if (row.deputy == deputy) return base::Refusal::of("wie", tr("Deze persoon neemt in deze dagen al waar voor een ander."));
    }
    return {};
}

http::Response create_deputyship(Visit& v) {
    auto again = [&](base::Refusal const& refusal) { return deputyship_form(v, &refusal); };
    PersonId const deputy{v.field("wie")}, coordinator{v.field("voor").empty() ? v.me().value() : v.field("voor")};
    auto its = people::period(v.date_field("vanaf"), v.date_field("tot"), v.field("onverwacht") == "ja", v.today());
    auto const choice = people::who_may_stand_in(v.read(), v.house().independence);
    auto const coordinators = people::with_role(v.read(), visit::Role::coordinator);
    base::Refusal refusal = its ? base::Refusal{} : its.error();
    if (std::find(choice.begin(), choice.end(), deputy) == choice.end()) refusal.fields.insert(refusal.fields.begin(), base::Refusal::of("wie", tr("Kies wie waarneemt.")).fields.front());
    if (std::find(coordinators.begin(), coordinators.end(), coordinator) == coordinators.end()) refusal.add("voor", tr("Kies voor welke coördinator."));
    if (!refusal.empty()) return again(refusal);
    auto const id = v.new_id<Deputyship>();
    return v.act(id.value(), "", [&](db::Write& tx) -> Acted {
        if (auto why = in_the_way(v, tx, deputy, coordinator, *its)) return *why;
        auto const all = caseload(tx, v.today());
        people::add(tx, id, coordinator, deputy, *its, {all.begin(), all.end()}, v.me(), v.now());
        for (auto const& person : all) jobs::later(tx, v.services().random, "deputyship.told", v.house().id.value(), person.value(), id.value(), v.now());
        jobs::later(tx, v.services().random, "deputyship.told", v.house().id.value(), deputy.value(), id.value(), v.now());
        return Done{"/waarneming", tr("Afgesproken. Iedereen met een mailadres krijgt nu bericht. Wie er geen heeft, staat hieronder.")}; }, again);
}

http::Response create_telling(Visit& v) {
    auto row = people::find(v.read(), v.id<Deputyship>("deputyship"));
    if (!row || !v.grant<Action::keep_deputies>()) return v.not_found();
    PersonId const person{v.field("persoon")};
    return v.act(row->id.value(), person.value(), [&](db::Write& tx) -> Acted {
        people::tell(tx, row->id, person, v.field("rust") == "ja", v.now());
        return Done{"/waarneming", tr("Genoteerd dat u het vertelde.")}; }, [&](base::Refusal const&) { return v.not_found(); });
}

void end_and_tell(Visit& v, db::Write& tx, DeputyRow const& row) {
    if (!people::end(tx, row.id, v.me(), v.now())) return;
    auto const& other = v.me() == row.deputy ? row.coordinator : row.deputy;
    jobs::later(tx, v.services().random, "deputyship.told", v.house().id.value(), other.value(), row.id.value() + "|end", v.now());
}

http::Response create_end(Visit& v) {
    auto row = people::find(v.read(), v.id<Deputyship>("deputyship"));
    if (!row || !v.grant<Action::keep_deputies>()) return v.not_found();
    return v.act(row->id.value(), "", [&](db::Write& tx) -> Acted {
        end_and_tell(v, tx, *row);
        return Done{"/waarneming", tr("De waarneming is gestopt. Deze persoon ziet er vanaf nu niets meer van.")}; }, [&](base::Refusal const&) { return v.not_found(); });
}

http::Response list_own(Visit& v) {
    auto const all = people::deputyships_of(v.read(), v.me(), v.today());
    return v.page(tr("Ik neem waar"), [&](html::Page& page) {
        if (all.empty()) return void(page.empty(tr("Je neemt nu voor niemand waar.")));
        page.lead(tr("Je ziet zo lang wat de coördinator ziet. Wat je leest of verandert, staat in het logboek als gedaan door de waarnemend coördinator."));
        for (auto const& row : all) {
            page.heading(base::Sentence{tr("Voor {name}"), {{"name", name_of(v, row.coordinator)}}});
            page.facts().row(tr("Wanneer"), days_of(v, row));
            page.act("/mijn/waarneming/einde", base::Sentence{tr("Ik stop met waarnemen voor {name}"), {{"name", name_of(v, row.coordinator)}}}, {{"waarneming", row.id.value()}}, false);
        }
        page.paragraph(tr("Rust een vraag, dan zie je de naam en de inhoud niet. De ouder koos dat zelf."));
    });
}
http::Response create_own_end(Visit& v) {
    auto const all = people::deputyships_of(v.read(), v.me(), v.today());
    auto at = std::find_if(all.begin(), all.end(), [&](auto const& row) { return row.id.value() == v.field("waarneming"); });
    return v.act(v.me().value(), "", [&](db::Write& tx) -> Acted {
        if (at != all.end()) end_and_tell(v, tx, *at);
        return Done{"/mijn/waarneming", tr("Je neemt niet meer waar.")}; }, [&](base::Refusal const&) { return v.not_found(); });
}

http::Response create_rest(Visit& v) {
    if (!v.grant<Action::rest_case>(v.me(), v.me().value(), {visit::Tie::own})) return v.not_found();
    bool const rests = v.field("rust") == "ja";
    return v.act(v.me().value(), v.me().value(), [&](db::Write& tx) -> Acted {
        people::rest(tx, v.me(), rests, v.today(), v.now());
        return Done{"/mijn/vraag", rests ? tr("Uw vraag rust zo lang. Wie waarneemt, kan hem niet lezen.") : tr("Uw vraag rust niet meer.")}; }, [&](base::Refusal const&) { return v.not_found(); });
}

} // namespace

std::vector<reception::Route> routes() {
    using reception::Haste;
    using reception::route;
    return {
        route<Action::keep_deputies>("GET", "/waarneming", list_deputyships),
        route<Action::keep_deputies>("GET", "/waarneming/nieuw", new_deputyship),
        route<Action::keep_deputies>("POST", "/waarneming", create_deputyship),
        route<Action::keep_deputies>("POST", "/waarneming/{deputyship}/verteld", create_telling),
        route<Action::keep_deputies>("POST", "/waarneming/{deputyship}/einde", create_end),
        route<Action::see_own_deputyship>("GET", "/mijn/waarneming", list_own),
        route<Action::see_own_deputyship>("POST", "/mijn/waarneming/einde", create_own_end),
        route<Action::rest_case>("POST", "/mijn/vraag/rust", create_rest, Haste::urgent),
    };
}

std::map<std::string, people::Worker> workers() {
    return {{"deputyship.told", [](people::Post& post, jobs::Job const& job) { people::write_notice(post, job.of_partnership, PersonId{job.about}); }}};
}

} // namespace deputy
