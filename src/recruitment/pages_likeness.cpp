#include "recruitment/pages_likeness.h"

#include "people/store_likeness.h"
#include "reception/visit.h"

#include <algorithm>

namespace recruitment {
using base::tr;
using reception::Acted;
using reception::Done;
using reception::Visit;
using visit::Action;

namespace {

base::Text shared_name(people::Shared shared) {
    switch (shared) {
    case people::Shared::mail: return tr("hetzelfde mailadres");
    case people::Shared::phone: return tr("hetzelfde telefoonnummer");
    case people::Shared::name: return tr("dezelfde naam");
    }
    throw base::Impossible{"a likeness without a name"};
}

std::optional<Entry> compared(Visit& v) {
    auto granted = v.grant<Action::read_sign_up>();
    return granted ? find(v.read(), *granted, v.id<SignUp>("sign_up")) : std::nullopt;
}

http::Response show_alike(Visit& v) {
    auto entry = compared(v);
    if (!entry) return v.not_found();
    v.note(Action::compare_people, entry->id.value(), entry->person.value());
    auto const others = people::alike(v.read(), entry->person);
    return v.page(tr("Dezelfde persoon?"), [&](html::Page& page) {
        if (others.empty()) return void(page.empty(tr("Niemand lijkt op deze aanmelding.")));
        page.lead(tr("Kijk zelf. Wij voegen nooit iets samen. Bij het koppelen telt mee wat u hier kiest."));
        auto roles_in_words = [&](visit::PersonId const& id) {
            std::string words;
            for (auto const& row : people::roles_of(v.read(), id)) words += (words.empty() ? "" : ", ") + text::say(visit::name(row.role), v.language());
            return words.empty() ? text::say(tr("geen"), v.language()) : words;
        };
        auto const self = people::find_person(v.read(), v.keys(), entry->person);
        for (auto const& other : others) {
            auto const person = people::find_person(v.read(), v.keys(), other.other);
            if (!self || !person) continue;
            std::string shared;
            for (auto const& one : other.shared) shared += (shared.empty() ? "" : ", ") + text::say(shared_name(one), v.language());
            page.heading(base::Sentence{tr("Gelijk: {what}"), {{"what", shared}}});
            auto table = page.table(base::Sentence{tr("Naast {name}"), {{"name", person->name + ", " + text::plain_day(base::local_date(person->created_at), v.language())}}}, {{tr("Wat")}, {tr("Deze aanmelding")}, {tr("De ander")}});
            table.row({{tr("Naam")}, {self->name}, {person->name}}).row({{tr("Mailadres")}, {self->mail}, {person->mail}}).row({{tr("Telefoon")}, {self->phone}, {person->phone}});
            table.row({{tr("Rollen")}, {roles_in_words(self->id)}, {roles_in_words(person->id)}});
            table.row({{tr("Bekend sinds")}, {text::plain_day(base::local_date(self->created_at), v.language())}, {text::plain_day(base::local_date(person->created_at), v.language())}});
            auto const at = "/aanmeldingen/" + entry->id.value() + "/lijkt-op";
            if (other.same) page.paragraph(*other.same ? tr("U koos: dit is dezelfde persoon. Deze twee worden nooit aan elkaar gekoppeld.") : tr("U koos: dit zijn twee verschillende mensen."));
            if (!other.same || !*other.same) page.act(at, tr("Dit is dezelfde persoon"), {{"ander", other.other.value()}, {"keuze", "ja"}}, false);
            if (!other.same || *other.same) page.act(at, tr("Dit zijn twee verschillende mensen"), {{"ander", other.other.value()}, {"keuze", "nee"}}, false);
        }
        page.link("/aanmeldingen/" + entry->id.value(), tr("Terug"));
    });
}

http::Response create_likeness(Visit& v) {
    auto entry = compared(v);
    if (!entry) return v.not_found();
    auto const others = people::alike(v.read(), entry->person);
    visit::PersonId const other{v.field("ander")};
    if (std::none_of(others.begin(), others.end(), [&](auto const& one) { return one.other == other; })) return v.not_found();
    return v.act(entry->id.value(), entry->person.value(), [&](db::Write& tx) -> Acted {
        people::decide_likeness(tx, entry->person, other, v.field("keuze") == "ja", v.me(), v.now());
        return Done{"/aanmeldingen/" + entry->id.value() + "/lijkt-op", tr("Uw keuze is bewaard.")}; }, [&](base::Refusal const&) { return v.not_found(); });
}

} // namespace

void add_likeness(Visit& v, html::Page& page, Entry const& entry) {
    auto const others = people::alike(v.read(), entry.person);
    if (std::any_of(others.begin(), others.end(), [](auto const& one) { return !one.same; })) page.alert(html::Tone::warning, tr("Er is nog iemand met dezelfde naam, hetzelfde nummer of hetzelfde mailadres."));
    if (!others.empty()) page.link("/aanmeldingen/" + entry.id.value() + "/lijkt-op", tr("Zet ze naast elkaar"));
}

std::vector<reception::Route> likeness_routes() {
    using reception::route;
    return {
        route<Action::compare_people>("GET", "/aanmeldingen/{sign_up}/lijkt-op", show_alike),
        route<Action::compare_people>("POST", "/aanmeldingen/{sign_up}/lijkt-op", create_likeness),
    };
}

} // namespace recruitment
