// Schools: the coordinator's pages, what may be seen by whom, and the store underneath; on both databases.
#include "people/store_contacts.h"
#include "people/store_schools.h"
#include "tests/world/world.h"

namespace {
using visit::Role;
using Fields = std::vector<std::pair<std::string, std::string>>;
using K = people::SchoolMomentKind;

class Schools : public world::InHouse {
protected:
    visit::PersonId coordinator = house.person(house.here, "Ineke Vos", {Role::coordinator});
    people::SchoolId lily = add("De Waterlelie"), ship = add("Het Schip");
    world::Visitor desk = house.as(coordinator);

    std::unique_ptr<db::Read> read() { return house.program->data().read(house.scope()); }
    void write(std::function<void(db::Write&)> const& work) { house.program->data().write(house.scope(), work); }
    people::SchoolId add(std::string const& name) {
        auto id = base::new_id<people::School>(house.random);
        write([&](db::Write& tx) { people::add_school(tx, id, {{name, people::SchoolKind::bo, "Waterdorp", 4201, {}, {}, {}, {}, 96}, {}}, base::random_text(house.random, 16), house.clock.now()); });
        return id;
    }
    people::SchoolRow row(people::SchoolId const& id) { return *people::find_school(*read(), id); }
    static Fields moment(char const* kind, int day, int month, char const* note = "") { return {{"soort", kind}, {"dag_dag", std::to_string(day)}, {"dag_maand", std::to_string(month)}, {"dag_jaar", "2026"}, {"notitie", note}}; }
    static Fields facts(char const* name) { return {{"naam", name}, {"soort", "sbo"}, {"plaats", "Wiel"}, {"postcode", "4206 AB"}, {"leerlingen", "140"}, {"vestigingscode", "12ab00"}}; }
    std::string of(people::SchoolId const& school) const { return "/scholen/" + school.value(); }
    static Fields with(Fields fields, Fields const& more) {
        fields.insert(fields.end(), more.begin(), more.end());
        return fields;
    }
};
ON_BOTH_DATABASES(Schools);

TEST_P(Schools, WhatWasDoneStandsInTheListAndOnTheSchoolWithWhoRecordedIt) {
    EXPECT_EQ(desk.post(of(lily), of(lily) + "/momenten", moment("team_told", 3, 11, "Twaalf mensen luisterden")).location, of(lily));
    auto page = desk.get(of(lily));
    for (auto const* words : {"3 november 2026: Twaalf mensen luisterden", "Team verteld", "Ineke Vos"}) EXPECT_TRUE(page.says(words)) << words;
    EXPECT_TRUE(desk.get("/scholen").says("3 november 2026"));
    auto stored = read()->column<std::string>("select note from school_moments where partnership = :partnership", house.here);
    ASSERT_EQ(stored.size(), 1U);
    EXPECT_EQ(stored[0].find("Twaalf"), std::string::npos) << "notes are sealed";
}

TEST_P(Schools, AMomentThatIsNotWholeIsRefusedAndNothingTypedIsLost) {
    auto page = desk.post(of(lily), of(lily) + "/momenten", moment("", 3, 12, "Bijna klaar"));
    EXPECT_EQ(page.status, 422);
    for (auto const* words : {"Kies wat er gebeurde.", "Deze dag komt nog.", "value=\"Bijna klaar\""}) EXPECT_TRUE(page.says(words)) << words;
    EXPECT_TRUE(people::moments(*read(), lily).empty());
}

TEST_P(Schools, WhatDoesNotFitIsTakenBack) {
    desk.post(of(lily), of(lily) + "/momenten", moment("poster", 3, 11, "Verkeerde school"));
    auto id = people::moments(*read(), lily).at(0).id.value();
    EXPECT_TRUE(desk.get(of(lily) + "/momenten").says("/schoolmomenten/" + id));
    EXPECT_EQ(desk.post("/schoolmomenten/" + id, "/schoolmomenten/" + id + "/einde", {}).location, of(lily));
    EXPECT_TRUE(people::moments(*read(), lily).empty());
    EXPECT_TRUE(people::coverage(*read()).empty());
    EXPECT_EQ(desk.get("/schoolmomenten/" + id).status, 404);
}

TEST_P(Schools, ManySchoolsAtOnceTheTickedOrAllOfTheList) {
    auto wiel = add("De Wielewaal");
    auto list = desk.get("/scholen/vastleggen?zoek=wa").hidden("lijst");
    EXPECT_NE(list.find(lily.value()), std::string::npos);
    EXPECT_EQ(list.find(ship.value()) == std::string::npos, false) << "Waterdorp is found too";
    std::string const both = lily.value() + " " + ship.value() + " not-a-school";
    auto send = [&](Fields const& more) { return desk.post("/scholen/vastleggen", "/scholen/vastleggen", with(moment("leaflet", 20, 11), with({{"lijst", both}}, more))); };
    auto none = send({{"welke", "keuze"}});
    EXPECT_EQ(none.status, 422);
    EXPECT_TRUE(none.says("Kruis een school aan."));
    EXPECT_EQ(none.hidden("lijst"), lily.value() + " " + ship.value()) << "the same list again";
    EXPECT_EQ(send({}).status, 422);
    EXPECT_EQ(send({{"welke", "keuze"}, {"school", ship.value()}, {"school", wiel.value()}}).status, 303);
    EXPECT_EQ(people::moments(*read(), ship).size(), 1U);
    EXPECT_TRUE(people::moments(*read(), wiel).empty()) << "not of this list";
    EXPECT_EQ(send({{"welke", "alle"}}).status, 303);
    EXPECT_EQ(people::moments(*read(), lily).size(), 1U);
    EXPECT_EQ(people::moments(*read(), ship).size(), 2U);
}

TEST_P(Schools, OneRowOnVandaagForAllSilentSchools) {
    EXPECT_FALSE(desk.get("/vandaag").says("lang niets gebeurde"));
    house.clock.pass(std::chrono::hours{24 * 59});
    EXPECT_FALSE(house.as(coordinator).get("/vandaag").says("lang niets gebeurde")) << "59 days";
    house.clock.pass(std::chrono::hours{24});
    auto desk = house.as(coordinator);
    EXPECT_TRUE(desk.get("/vandaag").says("Scholen waar lang niets gebeurde: 2"));
    auto today = base::local_date(house.clock.now());
    desk.post(of(lily), of(lily) + "/momenten", {{"soort", "contact"}, {"dag_dag", std::to_string(static_cast<unsigned>(today.day()))}, {"dag_maand", "1"}, {"dag_jaar", "2027"}});
    EXPECT_TRUE(desk.get("/vandaag").says("Scholen waar lang niets gebeurde: 1"));
    auto silent = desk.get("/scholen?stand=stil");
    EXPECT_TRUE(silent.says("Het Schip"));
    EXPECT_FALSE(silent.says("De Waterlelie"));
    write([&](db::Write& tx) { people::close_school(tx, ship, house.clock.now()); });
    EXPECT_FALSE(desk.get("/vandaag").says("lang niets gebeurde"));
}

TEST_P(Schools, AreAddedChangedAndClosedByHand) {
    auto wrong = desk.post("/scholen/nieuw", "/scholen", {{"naam", "De Wielewaal"}});
    EXPECT_EQ(wrong.status, 422);
    for (auto const* words : {"Kies wat voor school het is.", "Vul een postcode in", "value=\"De Wielewaal\""}) EXPECT_TRUE(wrong.says(words)) << words;
    auto made = desk.post("/scholen/nieuw", "/scholen", facts("De Wielewaal")).location;
    people::SchoolId const id{made.substr(made.rfind('/') + 1)};
    EXPECT_EQ(row(id).site, "12AB00");
    EXPECT_EQ(desk.post("/scholen/nieuw", "/scholen", facts("Nog een")).status, 422) << "one school for one code";
    auto form = desk.get(made + "/gegevens");
    auto changed = with(facts("De Wielewaal"), {{"versie", form.hidden("versie")}});
    changed[2].second = "Oosterwiel";
    EXPECT_EQ(desk.post(made + "/gegevens", made + "/gegevens", changed).status, 303);
    EXPECT_EQ(row(id).place, "Oosterwiel");
    auto late = desk.post(made + "/gegevens", made + "/gegevens", changed);
    EXPECT_EQ(late.status, 422);
    EXPECT_TRUE(late.says("Iemand anders veranderde dit net."));
    EXPECT_EQ(desk.post(made + "/sluiting", made + "/sluiting", {}).location, "/scholen");
    EXPECT_FALSE(desk.get("/scholen").says("De Wielewaal"));
    EXPECT_TRUE(desk.get("/scholen?stand=gesloten").says("De Wielewaal"));
    EXPECT_EQ(desk.post(made, made + "/momenten", moment("poster", 3, 11)).status, 404) << "nothing is done at a closed school";
    EXPECT_EQ(desk.post(made, made + "/heropening", {}).status, 303);
    EXPECT_TRUE(desk.get("/scholen").says("De Wielewaal"));
}

TEST_P(Schools, ArrangementsAreKept) {
    auto const address = of(lily) + "/afspraken";
    EXPECT_EQ(desk.post(address, address, {{"versie", "1"}, {"leiding", "school"}}).status, 422);
    EXPECT_EQ(desk.post(address, address, {{"versie", "1"}, {"zelfde_school", "preferred"}, {"leiding", "school"}, {"erbij", "supervisor"}, {"erbij", "teacher"}, {"erbij", "burgemeester"}, {"talen", "Nederlands, Turks"}}).status, 303);
    auto const its = row(lily);
    EXPECT_EQ(its.same_school, people::SameSchool::preferred);
    EXPECT_EQ(its.led_by, people::Lead::school);
    EXPECT_EQ(people::at_first_meetings(its), (std::set{people::AtFirstMeeting::supervisor, people::AtFirstMeeting::teacher}));
    for (auto const* words : {"Ja, juist graag", "De school zelf", "de intern begeleider, de leerkracht", "Nederlands, Turks"}) EXPECT_TRUE(desk.get(of(lily)).says(words)) << words;
}

TEST_P(Schools, AContactHasNoAccountAndIsErasedWhenItEnds) {
    auto const address = of(lily) + "/contacten";
    EXPECT_EQ(desk.post(address + "/nieuw", address, {{"naam", "Jolanda Prins"}}).status, 422);
    EXPECT_EQ(desk.post(address + "/nieuw", address, {{"naam", "Jolanda Prins"}, {"functie", "supervisor"}, {"mail", "J.Prins@voorbeeld.test"}}).status, 303);
    auto contact = people::contacts(*read(), lily).at(0);
    EXPECT_TRUE(desk.get(of(lily)).says("Jolanda Prins"));
    EXPECT_TRUE(people::roles_of(*read(), contact.person).empty());
    EXPECT_EQ(read()->one<std::int64_t>("select count(*) from people where partnership = :p and name like '%Jolanda%'", house.here), 0) << "sealed";
    house.stranger().post("/inloggen", "/inloggen", {{"mail", "j.prins@voorbeeld.test"}});
    house.program->run_jobs();
    EXPECT_TRUE(house.mails.empty()) << "nothing to log in to";
    auto const its = "/schoolcontacten/" + contact.id.value();
    EXPECT_EQ(desk.post(its, its, {{"naam", "Jolanda de Prins"}, {"functie", "teacher"}, {"telefoon", "0300 55 02 01"}}).status, 303);
    EXPECT_TRUE(desk.get(of(lily)).says("Jolanda de Prins"));
    EXPECT_EQ(desk.post(its + "/einde", its + "/einde", {}).location, of(lily));
    EXPECT_EQ(desk.get(its).status, 404);
    house.program->run_jobs();
    EXPECT_FALSE(house.program->keys().has(contact.person));
    EXPECT_EQ(read()->one<std::string>("select name from people where partnership = :p and id = :id", house.here, contact.person), "");
    EXPECT_EQ(read()->one<std::int64_t>("select count(*) from jobs where about = :p", contact.person), 0);
}

TEST_P(Schools, SomeoneWithATaskIsNotErasedWithTheContact) {
    write([&](db::Write& tx) { tx.run("insert into school_contacts (id, partnership, school, person, position, since, until) values ('c', :partnership, :school, :person, 'teacher', 1, 2)", house.here, lily, coordinator); });
    EXPECT_FALSE(people::only_was_contact(*read(), coordinator));
}

TEST_P(Schools, AreSeenByTheCoordinatorOfTheirPartnershipOnly) {
    house.program->data().write(db::Scope::of(house.there.value()), [&](db::Write& tx) { people::add_school(tx, base::new_id<people::School>(house.random), {{"School Daar", people::SchoolKind::so, "Elders", 4301, {}, {}, {}, {}, 0}, "12AB00"}, base::random_text(house.random, 16), house.clock.now()); });
    EXPECT_FALSE(desk.get("/scholen").says("School Daar"));
    auto there = house.as(house.person(house.there, "Ans Daar", {Role::coordinator}));
    EXPECT_TRUE(there.get("/scholen").says("School Daar"));
    EXPECT_EQ(there.get(of(lily)).status, 404);
    EXPECT_EQ(there.post("/scholen", of(lily) + "/momenten", moment("poster", 3, 11)).status, 404);
    EXPECT_EQ(there.post("/scholen/vastleggen", "/scholen/vastleggen", with(moment("poster", 3, 11), {{"lijst", lily.value()}, {"welke", "alle"}})).status, 422);
    EXPECT_TRUE(people::moments(*read(), lily).empty());
    for (auto role : {Role::outreach, Role::school_contact, Role::school_leader, Role::director, Role::trainer, Role::buddy, Role::asking_parent, Role::administrator}) {
        auto other = house.as(house.person(house.here, "Ander " + std::string{base::word(role)}, {role}));
        for (auto const& page : {std::string{"/scholen"}, of(lily)}) EXPECT_EQ(other.get(page).status, 404) << base::word(role) << ' ' << page;
    }
}

TEST_P(Schools, TheListIsSearchedSortedAndFiltered) {
    add("Ámbargo");
    auto page = desk.get("/scholen?zoek=ambargo");
    EXPECT_TRUE(page.says("Ámbargo"));
    EXPECT_FALSE(page.says("Het Schip"));
    auto up = desk.get("/scholen").body, down = desk.get("/scholen?volgorde=-naam").body;
    EXPECT_LT(up.find("Ámbargo"), up.find("De Waterlelie"));
    EXPECT_GT(down.find("Ámbargo"), down.find("De Waterlelie"));
    EXPECT_TRUE(desk.get("/scholen?soort=so").says("Geen school gevonden"));
    EXPECT_TRUE(desk.get("/scholen?soort=%3Cb%3E&stand=x&volgorde=y").status == 200);
}

} // namespace
