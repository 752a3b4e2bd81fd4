#include "people/pages_school_forms.h"

#include "people/store_contacts.h"
#include "people/store_school_page.h"
#include "people/store_schools.h"
#include "platform/base/number.h"
#include "platform/jobs/jobs.h"
#include "reception/visit.h"
#include "reception/visit_person.h"

namespace people {
using base::tr;
using reception::Acted;
using reception::Done;
using reception::Visit;
using visit::Action;

namespace {

template <base::Worded E>
std::vector<html::Option> options() {
    std::vector<html::Option> all;
    for (auto const& [each, word] : base::Words<E>::entries) all.push_back({std::string{word}, name(each)});
    return all;
}

std::optional<SchoolRow> school_of(Visit& v) { return v.grant<Action::keep_school>() ? find_school(v.read(), v.id<School>("school")) : std::nullopt; }

/// The version that the form was made from; what someone else changed since is not overwritten.
int version_of(Visit& v) { return base::number_from(v.field("versie")).value_or(0); }
base::Refusal changed_meanwhile() { return base::Refusal::of(tr("Iemand anders veranderde dit net. Kijk op de bladzijde van de school wat er nu staat, en vul het daar opnieuw in.")); }

void school_fields(html::Form& form) {
    form.text({.name = "naam", .label = tr("Naam van de school"), .most = 100});
    form.radios({.name = "soort", .label = tr("Soort school")}, options<SchoolKind>());
    form.text({.name = "plaats", .label = tr("Plaats"), .most = 100}).text({.name = "postcode", .label = tr("Postcode"), .hint = tr("Bijvoorbeeld 4201 of 4201 AB"), .most = 7});
    form.text({.name = "adres", .label = tr("Adres (niet verplicht)"), .most = 100}).text({.name = "telefoon", .label = tr("Telefoonnummer (niet verplicht)"), .type = "tel", .most = 25}).text({.name = "website", .label = tr("Website (niet verplicht)"), .most = 100});
    form.text({.name = "leerlingen", .label = tr("Aantal leerlingen (niet verplicht)"), .inputmode = "numeric", .most = 4});
    form.text({.name = "vestigingscode", .label = tr("Vestigingscode (niet verplicht)"), .hint = tr("Zes tekens van DUO, zoals 12AB00. Daaraan herkennen we de school bij het inlezen."), .most = 6});
}

/// A school as typed, when there is no other one with its code. `own` is the code it has already.
base::Result<SchoolGiven, base::Refusal> typed_school(Visit& v, std::string const& own) {
    auto line = [&](char const* name) { return text::tidy_line(v.field(name)); };
    auto given = school({line("naam"), line("plaats"), line("postcode"), line("adres"), line("telefoon"), line("website"), line("leerlingen"), line("vestigingscode"), base::from_word<SchoolKind>(v.field("soort"))});
    if (given && !given->site.empty() && given->site != own && has_site(v.read(), given->site)) return base::Refusal::of("vestigingscode", tr("Er is al een school met deze code. Zoek haar in de lijst, ook bij de gesloten scholen."));
    return given;
}

http::Response new_school_form(Visit& v, base::Refusal const* refusal) {
    if (!v.grant<Action::keep_school>()) return v.not_found();
    return v.page(tr("School toevoegen"), [&](html::Page& page) {
        auto form = page.form("/scholen", tr("Voeg toe"), v.values(), refusal);
        school_fields(form);
        form.or_go("/scholen", tr("Terug naar de scholen"));
    },
                  {.status = refusal ? 422 : 200});
}
http::Response new_school(Visit& v) { return new_school_form(v, nullptr); }

http::Response create_school(Visit& v) {
    auto again = [&](base::Refusal const& refusal) { return new_school_form(v, &refusal); };
    auto given = typed_school(v, {});
    if (!given) return again(given.error());
    auto id = v.new_id<School>();
    return v.act(id.value(), "", [&](db::Write& tx) -> Acted {
        add_school(tx, id, *given, new_page_key(v.services().random, v.house().id), v.now());
        return Done{"/scholen/" + id.value(), tr("De school is toegevoegd. Maak nu afspraken en voeg iemand toe die u kunt bellen.")}; }, again);
}

http::Response facts_form(Visit& v, base::Refusal const* refusal) {
    auto its = school_of(v);
    if (!its) return v.not_found();
    auto values = v.values();
    if (!refusal)
        values = {{"naam", its->name}, {"soort", std::string{base::word(its->kind)}}, {"plaats", its->place}, {"postcode", its->postcode ? std::to_string(its->postcode) : ""}, {"adres", its->address}, {"telefoon", its->phone}, {"website", its->web}, {"leerlingen", its->pupils ? std::to_string(its->pupils) : ""}, {"vestigingscode", its->site}};
    return v.page(tr("Gegevens van de school"), [&](html::Page& page) {
        page.lead(its->name);
        if (!its->site.empty()) page.paragraph(tr("Wat u hier verandert, blijft staan. Alleen als DUO zelf iets verandert, neemt het inlezen dat over."));
        auto form = page.form("/scholen/" + its->id.value() + "/gegevens", tr("Bewaren"), values, refusal);
        form.hidden("versie", refusal ? v.field("versie") : std::to_string(its->version));
        school_fields(form);
        form.or_go("/scholen/" + its->id.value(), tr("Terug naar de school"));
    },
                  {.status = refusal ? 422 : 200});
}
http::Response edit_facts(Visit& v) { return facts_form(v, nullptr); }

http::Response update_facts(Visit& v) {
    auto its = school_of(v);
    if (!its) return v.not_found();
    auto again = [&](base::Refusal const& refusal) { return facts_form(v, &refusal); };
    auto given = typed_school(v, its->site);
    if (!given) return again(given.error());
    return v.act(its->id.value(), "", [&](db::Write& tx) -> Acted {
        if (!change_school(tx, its->id, *given, version_of(v))) return changed_meanwhile();
        return Done{"/scholen/" + its->id.value(), tr("Bewaard.")}; }, again);
}

http::Response arrangements_form(Visit& v, base::Refusal const* refusal) {
    auto its = school_of(v);
    if (!its) return v.not_found();
    auto values = v.values();
    if (!refusal) {
        values = {{"zelfde_school", std::string{base::word(its->same_school)}}, {"leiding", std::string{base::word(its->led_by)}}, {"talen", its->languages}};
        for (auto who : at_first_meetings(*its)) values.emplace("erbij", std::string{base::word(who)});
    }
    return v.page(tr("Afspraken met de school"), [&](html::Page& page) {
        page.lead(its->name);
        auto form = page.form("/scholen/" + its->id.value() + "/afspraken", tr("Bewaren"), values, refusal);
        form.hidden("versie", refusal ? v.field("versie") : std::to_string(its->version));
        form.radios({.name = "zelfde_school", .label = tr("Mogen een buddy en een ouder van deze school gekoppeld worden?"), .hint = tr("Ook de buddy en de ouder moeten dit allebei willen. Kleine scholen willen dit soms juist graag.")}, options<SameSchool>());
        form.radios({.name = "leiding", .label = tr("Wie leidt het hier?"), .hint = tr("Dit gaat over bekendheid en bijeenkomsten. Nooit over een ouder.")}, options<Lead>());
        form.checks({.name = "erbij", .label = tr("Wie mag bij een eerste ontmoeting zijn?"), .hint = tr("Alleen als de ouder het wil. Kruist u niets aan, dan zijn het alleen buddy en ouder.")}, options<AtFirstMeeting>());
        form.text({.name = "talen", .label = tr("Welke talen spreken ouders hier? (niet verplicht)"), .most = 100});
        form.or_go("/scholen/" + its->id.value(), tr("Terug naar de school"));
    },
                  {.status = refusal ? 422 : 200});
}
http::Response edit_arrangements(Visit& v) { return arrangements_form(v, nullptr); }

http::Response update_arrangements(Visit& v) {
    auto its = school_of(v);
    if (!its) return v.not_found();
    auto again = [&](base::Refusal const& refusal) { return arrangements_form(v, &refusal); };
    std::set<AtFirstMeeting> who;
    for (auto const& word : v.form().all("erbij"))
        if (auto each = base::from_word<AtFirstMeeting>(word)) who.insert(*each);
    auto given = arrange(base::from_word<SameSchool>(v.field("zelfde_school")), base::from_word<Lead>(v.field("leiding")), who, text::tidy_line(v.field("talen")));
    if (!given) return again(given.error());
    return v.act(its->id.value(), "", [&](db::Write& tx) -> Acted {
        if (!change_arrangements(tx, its->id, *given, version_of(v))) return changed_meanwhile();
        return Done{"/scholen/" + its->id.value(), tr("De afspraken zijn bewaard.")}; }, again);
}

http::Response new_closing(Visit& v) {
    auto its = school_of(v);
    if (!its || its->closed_at) return v.not_found();
    return v.page(tr("Is deze school gesloten?"), [&](html::Page& page) {
        page.lead(its->name);
        page.paragraph(tr("De school verdwijnt dan uit de lijst. Wat u vastlegde blijft bewaard, en u kunt de school weer openen."));
        page.act("/scholen/" + its->id.value() + "/sluiting", tr("Ja, deze school is gesloten"));
        page.link("/scholen/" + its->id.value(), tr("Nee, terug"));
    });
}
http::Response create_closing(Visit& v) {
    auto its = school_of(v);
    if (!its || its->closed_at) return v.not_found();
    return v.act(its->id.value(), "", [&](db::Write& tx) -> Acted {
        close_school(tx, its->id, v.now());
        return Done{"/scholen", tr("De school is gesloten. U vindt haar bij de gesloten scholen.")}; }, [&](base::Refusal const&) { return v.not_found(); });
}
http::Response create_reopening(Visit& v) {
    auto its = school_of(v);
    if (!its) return v.not_found();
    return v.act(its->id.value(), "", [&](db::Write& tx) -> Acted {
        reopen_school(tx, its->id);
        return Done{"/scholen/" + its->id.value(), tr("De school is weer open.")}; }, [&](base::Refusal const&) { return v.not_found(); });
}

/// Name, addresses and position of someone at a school, as typed.
struct TypedContact {
    Contact contact;
    Position position;
};
base::Result<TypedContact, base::Refusal> typed_contact(Visit& v) {
    auto given = contact({text::tidy_line(v.field("naam")), text::tidy_line(v.field("mail")), text::tidy_line(v.field("telefoon"))});
    auto position = base::from_word<Position>(v.field("functie"));
    base::Refusal refusal;
    if (!given) refusal = given.error();
    if (!position) refusal.add("functie", tr("Kies wat deze persoon op school doet."));
    if (!refusal.empty()) return refusal;
    return TypedContact{*given, *position};
}
void contact_fields(html::Form& form) {
    form.text({.name = "naam", .label = tr("Naam"), .most = 100});
    form.text({.name = "telefoon", .label = tr("Telefoonnummer"), .type = "tel", .inputmode = "tel", .most = 25}).text({.name = "mail", .label = tr("Mailadres"), .type = "email", .inputmode = "email"});
    form.radios({.name = "functie", .label = tr("Functie")}, options<Position>());
}

http::Response new_contact_form(Visit& v, base::Refusal const* refusal) {
    auto its = school_of(v);
    if (!its) return v.not_found();
    return v.page(tr("Contactpersoon toevoegen"), [&](html::Page& page) {
        page.lead(its->name);
        page.paragraph(tr("Deze persoon krijgt geen account en ziet hier niets. Alleen de coördinator leest deze gegevens."));
        auto form = page.form("/scholen/" + its->id.value() + "/contacten", tr("Voeg toe"), v.values(), refusal);
        contact_fields(form);
        form.or_go("/scholen/" + its->id.value(), tr("Terug naar de school"));
    },
                  {.status = refusal ? 422 : 200});
}
http::Response new_contact(Visit& v) { return new_contact_form(v, nullptr); }

http::Response create_contact(Visit& v) {
    auto its = school_of(v);
    if (!its) return v.not_found();
    auto again = [&](base::Refusal const& refusal) { return new_contact_form(v, &refusal); };
    auto given = typed_contact(v);
    if (!given) return again(given.error());
    auto const person = reception::new_person(v);
    return v.act(its->id.value(), person.value(), [&](db::Write& tx) -> Acted {
        add_contact(tx, v.keys(), v.new_id<SchoolContact>(), its->id, person, given->position, given->contact, v.now());
        return Done{"/scholen/" + its->id.value(), tr("De contactpersoon is toegevoegd.")}; }, again);
}

struct Opened {
    ContactRow contact;
    SchoolRow school;
    Known person;
};
/// Who stands behind the address of a contact.
std::optional<Opened> opened(Visit& v) {
    auto row = v.grant<Action::keep_school>() ? find_contact(v.read(), v.id<SchoolContact>("contact")) : std::nullopt;
    auto school = row ? find_school(v.read(), row->school) : std::nullopt;
    auto person = school ? find_person(v.read(), v.keys(), row->person) : std::nullopt;
    if (!person) return {};
    return Opened{*row, *school, *person};
}

http::Response contact_form(Visit& v, base::Refusal const* refusal) {
    auto its = opened(v);
    if (!its) return v.not_found();
    auto values = v.values();
    if (!refusal) values = {{"naam", its->person.name}, {"functie", std::string{base::word(its->contact.position)}}, {"telefoon", its->person.phone}, {"mail", its->person.mail}};
    auto const address = "/schoolcontacten/" + its->contact.id.value();
    return v.page(its->person.name, [&](html::Page& page) {
        page.lead(its->school.name);
        auto form = page.form(address, tr("Bewaren"), values, refusal);
        contact_fields(form);
        form.or_go("/scholen/" + its->school.id.value(), tr("Terug naar de school"));
        page.link(address + "/einde", tr("Deze persoon is geen contactpersoon meer"));
    },
                  {.status = refusal ? 422 : 200});
}
http::Response edit_contact(Visit& v) { return contact_form(v, nullptr); }

http::Response update_contact(Visit& v) {
    auto its = opened(v);
    if (!its) return v.not_found();
    auto again = [&](base::Refusal const& refusal) { return contact_form(v, &refusal); };
    auto given = typed_contact(v);
    if (!given) return again(given.error());
    return v.act(its->school.id.value(), its->person.id.value(), [&](db::Write& tx) -> Acted {
        change_contact(tx, v.keys(), its->person.id, given->contact);
        change_position(tx, its->contact.id, given->position);
        return Done{"/scholen/" + its->school.id.value(), tr("Bewaard.")}; }, again);
}

http::Response new_contact_end(Visit& v) {
    auto its = opened(v);
    if (!its) return v.not_found();
    return v.page(tr("Geen contactpersoon meer?"), [&](html::Page& page) {
        page.lead(its->person.name);
        page.paragraph(tr("We wissen de naam, het telefoonnummer en het mailadres. Dat kan niet terug."));
        page.act("/schoolcontacten/" + its->contact.id.value() + "/einde", tr("Ja, wis deze gegevens"));
        page.link("/scholen/" + its->school.id.value(), tr("Nee, terug"));
    });
}
http::Response create_contact_end(Visit& v) {
    auto its = opened(v);
    if (!its) return v.not_found();
    return v.act(its->school.id.value(), its->person.id.value(), [&](db::Write& tx) -> Acted {
        end_contact(tx, its->contact.id, v.now());
        jobs::later(tx, v.services().random, "school_contact.erase", v.house().id.value(), its->person.id.value(), "", v.now());
        return Done{"/scholen/" + its->school.id.value(), tr("Deze persoon is geen contactpersoon meer. De gegevens worden gewist.")}; }, [&](base::Refusal const&) { return v.not_found(); });
}

} // namespace

std::vector<reception::Route> school_form_routes() {
    using reception::route;
    return {
        route<Action::keep_school>("GET", "/scholen/nieuw", new_school),
        route<Action::keep_school>("POST", "/scholen", create_school),
        route<Action::keep_school>("GET", "/scholen/{school}/gegevens", edit_facts),
        route<Action::keep_school>("POST", "/scholen/{school}/gegevens", update_facts),
        route<Action::keep_school>("GET", "/scholen/{school}/afspraken", edit_arrangements),
        route<Action::keep_school>("POST", "/scholen/{school}/afspraken", update_arrangements),
        route<Action::keep_school>("GET", "/scholen/{school}/sluiting", new_closing),
        route<Action::keep_school>("POST", "/scholen/{school}/sluiting", create_closing),
        route<Action::keep_school>("POST", "/scholen/{school}/heropening", create_reopening),
        route<Action::keep_school>("GET", "/scholen/{school}/contacten/nieuw", new_contact),
        route<Action::keep_school>("POST", "/scholen/{school}/contacten", create_contact),
        route<Action::keep_school>("GET", "/schoolcontacten/{contact}", edit_contact),
        route<Action::keep_school>("POST", "/schoolcontacten/{contact}", update_contact),
        route<Action::keep_school>("GET", "/schoolcontacten/{contact}/einde", new_contact_end),
        route<Action::keep_school>("POST", "/schoolcontacten/{contact}/einde", create_contact_end),
    };
}

} // namespace people
