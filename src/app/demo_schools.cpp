// Schools of the demonstration: what was arranged and done there, and whom one calls. Schools, villages and people are invented. Report L506–568, L700–760.
// When which school of the pilot was told, and the round of the last autumn, are our assumption.
#include "app/demo_maker.h"
#include "people/store_contacts.h"
#include "people/store_school_page.h"
#include "people/store_schools.h"

namespace app {
namespace {
using K = people::SchoolMomentKind;
using P = people::Position;
using people::AtFirstMeeting;
using people::Lead;
using people::SameSchool;

base::Moment morning(int year, unsigned month, unsigned day) { return base::moment_of({base::Date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}}, std::chrono::hours{9}}); }
} // namespace

people::SchoolId Maker::school(std::string const& name, std::string const& place, std::string const& kind, int postcode, int pupils) {
    auto id = base::new_id<people::School>(services_.random);
    write([&](db::Write& tx) { people::add_school(tx, id, {{name, *base::from_word<people::SchoolKind>(kind), place, postcode, {}, {}, {}, {}, pupils}, {}}, people::new_page_key(services_.random, here_), clock_.now()); });
    return id;
}
void Maker::arrange(people::SchoolId const& school, people::Arrangements const& arrangements) {
    write([&](db::Write& tx) { people::change_arrangements(tx, school, arrangements, people::find_school(tx, school)->version); });
}
void Maker::moment(people::SchoolId const& school, K kind, std::string const& note, visit::PersonId const& by) {
    if (!note.empty()) people::make_note_key(services_.keys, school);
    write([&](db::Write& tx) { people::add_moment(tx, services_.keys, base::new_id<people::SchoolMoment>(services_.random), school, {kind, base::local_date(clock_.now()), note}, by.value(), clock_.now()); });
}
void Maker::contact_at(people::SchoolId const& school, P position, std::string const& name, std::string const& mail, std::string const& phone) {
    auto person = base::new_id<people::Person>(services_.random);
    services_.keys.create(person);
    write([&](db::Write& tx) { people::add_contact(tx, services_.keys, base::new_id<people::SchoolContact>(services_.random), school, person, position, {name, mail, phone}, clock_.now()); });
}

void make_schools_of_today(Maker& make, base::Moment now, visit::PersonId const& coordinator) {
    make.at(now, 205);
    auto lily = make.school("De Waterlelie", "Waterdorp", "bo", 4201, 210), ship = make.school("Het Schip", "Oosterwiel", "bo", 4207, 96), oriole = make.school("De Wielewaal", "Wiel", "sbo", 4206, 140);
    auto reeds = make.school("De Rietkraag", "Wiel", "bo", 4205, 48), dike = make.school("Op de Dijk", "Oosterwiel", "bo", 4208, 185), quay = make.school("De Kade", "Waterdorp", "so", 4202, 75);
    make.arrange(lily, {SameSchool::allowed, Lead::school, {AtFirstMeeting::supervisor}, "Nederlands, Turks"});
    make.arrange(reeds, {SameSchool::preferred, Lead::coordinator, {}, "Nederlands"});
    make.contact_at(lily, P::supervisor, "Jolanda Prins", "j.prins@voorbeeld.example", "0300 55 02 01");
    make.contact_at(lily, P::school_leader, "Gerben Tol", "g.tol@voorbeeld.example", "");
    make.contact_at(ship, P::school_leader, "Nadia Haddad", "n.haddad@voorbeeld.example", "0300 55 02 02");
    make.contact_at(quay, P::care_coordinator, "Sietske Algra", "", "0300 55 02 03");
    auto done = [&](int days_ago, people::SchoolId const& school, K kind, char const* note = "") {
        make.at(now, days_ago);
        make.moment(school, kind, note, coordinator);
    };
    done(160, lily, K::team_told, "In de teamvergadering, twaalf mensen");
    done(150, lily, K::leaflet, "Vijftig folders bij de balie");
    done(150, lily, K::poster);
    done(40, lily, K::coffee_morning, "Acht ouders");
    done(12, lily, K::contact, "Gebeld over de volgende koffieochtend");
    done(145, ship, K::team_told);
    done(20, ship, K::poster, "Bij de ingang van de kleuters");
    done(30, reeds, K::contact, "Wil graag binnen het dorp koppelen");
    done(9, quay, K::team_told, "Het team wil eerst een voorbeeld zien");
    done(190, dike, K::contact, "Gemaild, nog geen antwoord");
    (void)oriole; // nothing was done there yet
}

void make_schools_of_pilot(Maker& make, std::vector<people::SchoolId> const& schools, visit::PersonId const& coordinator) {
    make.at(morning(2022, 10, 4));
    for (auto const& school : schools) make.moment(school, K::contact, "", coordinator);
    make.at(morning(2022, 10, 27));
    for (std::size_t i = 0; i < schools.size(); i += 4) make.moment(schools[i], K::team_told, "", coordinator);
    make.at(morning(2023, 3, 23));
    make.moment(schools.front(), K::coffee_morning, "Vijftien ouders", coordinator);
    make.at(morning(2023, 10, 31));
    for (std::size_t i = 0; i < schools.size(); ++i)
        if (i % 10 != 9) make.moment(schools[i], K::contact, "", coordinator);
}

} // namespace app
