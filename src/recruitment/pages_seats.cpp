#include "recruitment/pages_seats.h"

#include "account/store_accounts.h"
#include "recruitment/pages_registrations.h"
#include "recruitment/post_registrations.h"
#include "recruitment/store_registrations.h"

namespace recruitment {
using base::tr;
using reception::Acted;
using reception::Done;
using reception::Visit;
using visit::Action;

namespace {

std::string seat_href(Visit& v, char const* more = "") { return "/plek/" + v.part("seat") + more; }

struct Seated {
    RegistrationRow registration;
    GatheringRow gathering;
};
/// The registration behind the link of a mail.
std::optional<Seated> seated(Visit& v) {
    auto link = account::find_action_link(v.read(), v.part("seat"), v.now());
    if (!link || link->act != seat_act) return {};
    auto registration = find_registration_for_link(v.read(), RegistrationId{link->object});
    auto gathering = registration ? find_gathering(v.read(), registration->gathering) : std::nullopt;
    if (!gathering) return {};
    return Seated{*registration, *gathering};
}

http::Response seat_page(Visit& v, Seated const& its, base::Refusal const* refusal) {
    auto const& [registration, gathering] = its;
    return v.page(tr("Uw plek"), [&](html::Page& page) {
        auto const public_href = "/bijeenkomst/" + v.house().id.value() + "." + gathering.id.value();
        if (registration.cancelled_at) page.alert(html::Tone::info, tr("U bent afgemeld. We houden geen plek voor u vrij."));
        else if (gathering.cancelled_at) page.alert(html::Tone::warning, tr("Deze bijeenkomst gaat niet door."));
        else if (gathering.at(v.now()) == GatheringStage::past) page.alert(html::Tone::info, tr("Deze bijeenkomst is geweest."));
        else page.lead(registration.placed_at ? tr("Er is een plek voor u. Tot dan!") : tr("U staat op de wachtlijst. Komt er een plek vrij? Dan krijgt u een mail."));
        page.heading(gathering.title);
        when_and_where(v, page, gathering);
        page.link(public_href, tr("Meer over deze bijeenkomst"));
        if (registration.cancelled_at || gathering.at(v.now()) != GatheringStage::to_come) return;
        page.heading(tr("Verandert er iets?"));
        html::Values values = refusal ? v.values() : html::Values{{"aantal", std::to_string(registration.persons)}};
        page.form(seat_href(v, "/aantal"), tr("Aantal bewaren"), values, refusal).radios({.name = "aantal", .label = tr("Met hoeveel mensen komt u?")}, how_many());
        page.button(seat_href(v, "/afmelden"), tr("Ik kan toch niet"), false);
    },
                  {.status = refusal ? 422 : 200});
}
http::Response show_seat(Visit& v) {
    auto its = seated(v);
    return its ? seat_page(v, *its, nullptr) : v.not_found();
}

/// Changes the number of a registration inside a transaction, and gives what comes free to who waits.
std::optional<base::Refusal> change_number(Visit& v, db::Write& tx, RegistrationRow const& registration) {
    auto const count = persons(v.field("aantal"));
    if (!count) return base::Refusal::of("aantal", tr("Kies met hoeveel mensen u komt."));
    auto const gathering = lock_gathering(tx, registration.gathering);
    if (gathering->at(v.now()) != GatheringStage::to_come) return base::Refusal::of(tr("Deze bijeenkomst is geweest of gaat niet door."));
    if (!may_change(gathering->capacity, seats(tx, gathering->id), registration.id, *count)) return base::Refusal::of("aantal", tr("Voor zoveel mensen is geen plek meer. Er is niets veranderd."));
    change_persons(tx, registration.id, *count);
    for (auto const& lucky : fill_places(tx, *gathering, v.now())) write_later(tx, v.services().random, v.house().id.value(), lucky, SeatMail::placed, v.now());
    return {};
}
/// Cancels a registration inside a transaction, and gives what comes free to who waits.
void leave(Visit& v, db::Write& tx, RegistrationRow const& registration) {
    auto const gathering = lock_gathering(tx, registration.gathering);
    if (!cancel_registration(tx, registration.id, v.now())) return;
    if (gathering->at(v.now()) != GatheringStage::to_come) return;
    if (registration.has_mail) write_later(tx, v.services().random, v.house().id.value(), registration.id, SeatMail::withdrawn, v.now());
    for (auto const& lucky : fill_places(tx, *gathering, v.now())) write_later(tx, v.services().random, v.house().id.value(), lucky, SeatMail::placed, v.now());
}

http::Response update_seat(Visit& v) {
    auto its = seated(v);
    if (!its) return v.not_found();
    return v.act(its->registration.id.value(), its->registration.person.value(), [&](db::Write& tx) -> Acted {
        if (auto refused = change_number(v, tx, its->registration)) return *refused;
        return Done{seat_href(v), tr("Bewaard. Wij weten met hoeveel mensen u komt.")}; }, [&](base::Refusal const& refusal) { return seat_page(v, *its, &refusal); });
}

http::Response new_leaving(Visit& v) {
    auto its = seated(v);
    if (!its) return v.not_found();
    if (its->registration.cancelled_at || its->gathering.at(v.now()) != GatheringStage::to_come) return v.see(seat_href(v));
    return v.page(tr("Afmelden"), [&](html::Page& page) {
        page.paragraph(tr("Meldt u zich af, dan gaat uw plek naar iemand anders. Een reden is niet nodig."));
        page.act(seat_href(v, "/afmelden"), tr("Ja, meld mij af"));
        page.link(seat_href(v), tr("Nee, terug"));
    });
}
http::Response create_leaving(Visit& v) {
    auto its = seated(v);
    if (!its) return v.not_found();
    return v.act(its->registration.id.value(), its->registration.person.value(), [&](db::Write& tx) -> Acted {
        leave(v, tx, its->registration);
        return Done{seat_href(v), tr("U bent afgemeld. Dank dat u het liet weten.")}; }, [&](base::Refusal const&) { return v.not_found(); });
}

/// The registration behind the address, for the coordinator.
std::optional<Seated> handled(Visit& v) {
    auto granted = v.grant<Action::handle_registration>();
    auto registration = granted ? find_registration(v.read(), *granted, v.id<Registration>("registration")) : std::nullopt;
    auto gathering = registration ? find_gathering(v.read(), registration->gathering) : std::nullopt;
    if (!gathering) return {};
    return Seated{*registration, *gathering};
}
std::string back(Seated const& its) { return "/bijeenkomsten/" + its.gathering.id.value(); }
std::string own(Seated const& its, char const* more = "") { return "/deelnemers/" + its.registration.id.value() + more; }

http::Response registration_page(Visit& v, Seated const& its, base::Refusal const* refusal) {
    auto const& [registration, gathering] = its;
    auto person = people::find_person(v.read(), v.keys(), registration.person);
    if (!person) return v.not_found();
    return v.page(person->name, [&](html::Page& page) {
        if (!registration.told_at) {
            page.alert(html::Tone::warning, gathering.cancelled_at ? tr("Bel even: de bijeenkomst gaat niet door.") : registration.placed_at ? tr("Bel even: er is een plek, of de dag, tijd of plaats veranderde.")
                                                                                                                                             : tr("Bel even: de dag, tijd of plaats veranderde."));
            page.act(own(its, "/gebeld"), tr("Ik heb gebeld"));
        }
        auto facts = page.facts();
        facts.row(tr("Bijeenkomst"), gathering.title).row(tr("Wanneer"), text::moment(gathering.begins_at, v.language())).row(tr("Stand"), registration.cancelled_at ? tr("zei af") : registration.placed_at ? tr("heeft een plek")
                                                                                                                                                                                                             : tr("op de wachtlijst"));
        facts.row(tr("Aantal"), std::to_string(registration.persons));
        if (!person->mail.empty()) facts.link(tr("Mailadres"), person->mail, "mailto:" + person->mail);
        facts.row(tr("Telefoon"), person->phone.empty() ? html::Said{tr("niet ingevuld")} : html::Said{person->phone}).row(tr("Taal"), std::string{text::own_name(person->language)});
        facts.row(tr("Aangemeld"), text::moment(registration.registered_at, v.language()));
        if (!registration.cancelled_at && gathering.at(v.now()) == GatheringStage::to_come) {
            if (!registration.placed_at) page.act(own(its, "/plek"), tr("Geef nu een plek, ook als het vol is"));
            html::Values values = refusal ? v.values() : html::Values{{"aantal", std::to_string(registration.persons)}};
            std::vector<html::Option> counts;
            for (int count = 1; count <= most_persons; ++count) counts.push_back({std::to_string(count), std::to_string(count)});
            page.form(own(its, "/aantal"), tr("Aantal bewaren"), values, refusal).select({.name = "aantal", .label = tr("Met hoeveel mensen?")}, counts);
            page.button(own(its, "/afmelden"), tr("Afmelden"), false);
        }
        page.link(back(its), tr("Terug naar de bijeenkomst"));
    },
                  {.status = refusal ? 422 : 200});
}
http::Response show_registration(Visit& v) {
    auto its = handled(v);
    return its ? registration_page(v, *its, nullptr) : v.not_found();
}
http::Response update_registration(Visit& v) {
    auto its = handled(v);
    if (!its) return v.not_found();
    return v.act(its->registration.id.value(), its->registration.person.value(), [&](db::Write& tx) -> Acted {
        if (auto refused = change_number(v, tx, its->registration)) return *refused;
        return Done{own(*its), tr("Bewaard.")}; }, [&](base::Refusal const& refusal) { return registration_page(v, *its, &refusal); });
}
http::Response create_call(Visit& v) {
    auto its = handled(v);
    if (!its) return v.not_found();
    return v.act(its->registration.id.value(), its->registration.person.value(), [&](db::Write& tx) -> Acted {
        note_told(tx, its->registration.id, v.now());
        return Done{back(*its), tr("Genoteerd: dit is gezegd.")}; }, [&](base::Refusal const&) { return v.not_found(); });
}
http::Response create_place(Visit& v) {
    auto its = handled(v);
    if (!its) return v.not_found();
    return v.act(its->registration.id.value(), its->registration.person.value(), [&](db::Write& tx) -> Acted {
        if (lock_gathering(tx, its->gathering.id)->at(v.now()) != GatheringStage::to_come) return base::Refusal::of(tr("Deze bijeenkomst is geweest of gaat niet door."));
        if (place(tx, its->registration.id, v.now()) && its->registration.has_mail) write_later(tx, v.services().random, v.house().id.value(), its->registration.id, SeatMail::placed, v.now());
        return Done{its->registration.has_mail ? back(*its) : own(*its), its->registration.has_mail ? tr("Deze ouder heeft nu een plek en krijgt een mail.") : tr("Deze ouder heeft nu een plek. Bel om het te zeggen.")}; }, [&](base::Refusal const& refusal) { return registration_page(v, *its, &refusal); });
}
http::Response new_removal(Visit& v) {
    auto its = handled(v);
    if (!its) return v.not_found();
    if (its->registration.cancelled_at || its->gathering.at(v.now()) != GatheringStage::to_come) return v.see(own(*its));
    return v.page(tr("Afmelden"), [&](html::Page& page) {
        page.paragraph(base::Sentence{tr("U meldt {name} af. De plek gaat naar de eerste van de wachtlijst."), {{"name", people::name_of(v.read(), v.keys(), its->registration.person)}}});
        page.act(own(*its, "/afmelden"), tr("Ja, meld deze ouder af"));
        page.link(own(*its), tr("Nee, terug"));
    });
}
http::Response create_removal(Visit& v) {
    auto its = handled(v);
    if (!its) return v.not_found();
    return v.act(its->registration.id.value(), its->registration.person.value(), [&](db::Write& tx) -> Acted {
        leave(v, tx, its->registration);
        return Done{back(*its), tr("Afgemeld. De plek is vrij voor iemand anders.")}; }, [&](base::Refusal const&) { return v.not_found(); });
}

} // namespace

std::vector<reception::Route> seat_routes() {
    using reception::Haste;
    using reception::route;
    return {
        route<Action::use_link>("GET", "/plek/{seat}", show_seat),
        route<Action::use_link>("POST", "/plek/{seat}/aantal", update_seat),
        route<Action::use_link>("GET", "/plek/{seat}/afmelden", new_leaving),
        route<Action::use_link>("POST", "/plek/{seat}/afmelden", create_leaving, Haste::urgent),
        route<Action::handle_registration>("GET", "/deelnemers/{registration}", show_registration),
        route<Action::handle_registration>("POST", "/deelnemers/{registration}/aantal", update_registration),
        route<Action::handle_registration>("POST", "/deelnemers/{registration}/gebeld", create_call),
        route<Action::handle_registration>("POST", "/deelnemers/{registration}/plek", create_place),
        route<Action::handle_registration>("GET", "/deelnemers/{registration}/afmelden", new_removal),
        route<Action::handle_registration>("POST", "/deelnemers/{registration}/afmelden", create_removal),
    };
}

} // namespace recruitment
