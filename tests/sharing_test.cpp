// What a parent shares: seen by exactly whom it was given to, as long as it runs, and by nobody else (R1, R3).
#include "app/erasure.h"
#include "app/terms.h"
#include "people/store_contacts.h"
#include "people/store_reader.h"
#include "people/store_schools.h"
#include "platform/crypto/crypto.h"
#include "sharing/store_disclosure.h"
#include "tests/world/two_people.h"

namespace {
using visit::Role;

class Sharing : public world::TwoPeople {
protected:
    static constexpr char const* form = "/mijn/delen/nieuw";
    people::SchoolId school{"de-lelie"};
    visit::PersonId iris = reachable("Iris Meijer", {Role::school_contact}, "06 55 55 55 55");
    world::Someone at_school{house, iris};

    void SetUp() override {
        auto const key = base::new_id<people::Person>(house.random);
        house.program->keys().create(key);
        write([&](db::Write& tx) {
            people::SchoolGiven given;
            given.facts.name = "De Lelie";
            given.facts.place = "Waterdorp";
            given.facts.postcode = 4201;
            people::add_school(tx, school, given, house.here.value() + ".lelie", house.clock.now());
            auto const mail = people::find_person(tx, house.program->keys(), iris)->mail;
            people::add_contact(tx, house.program->keys(), people::SchoolContactId{"iris"}, school, key, people::Position::supervisor, {"Iris Meijer", mail, ""}, house.clock.now());
        });
    }
    std::vector<std::pair<std::string, std::string>> fields(std::string const& to, std::string const& words = "Kanariewoorden over de pauzes.", int days = 14) {
        auto const until = base::later(base::local_date(house.clock.now()), days);
        return {{"wat", "tekst"}, {"tekst", words}, {"ontvanger", to}, {"waarom", "om het gesprek voor te bereiden"}, {"school", school.value()}, {"tot_dag", std::to_string(unsigned(until.day()))}, {"tot_maand", std::to_string(unsigned(until.month()))}, {"tot_jaar", std::to_string(int(until.year()))}};
    }
    std::string word(char const* as, visit::PersonId const& to) { return std::string{as} + "." + base::base64url(crypto::hash(house.program->keys().secret("recipient"), to.value())); }
    std::string to_school() { return word("school", iris); }
    std::string shared(std::string const& to) {
        house.clock.pass(std::chrono::seconds{1});
        EXPECT_EQ(parent.post(form, "/mijn/delen", fields(to)).status, 303);
        return "/gedeeld/" + read([&](db::Door& door) { return sharing::shared_by(door, petra).front().id.value(); });
    }
    std::int64_t stored() {
        return read([&](db::Door& door) { return door.one<std::int64_t>("select count(*) from disclosures").value_or(-1); });
    }
};
ON_BOTH_DATABASES(Sharing);

TEST_P(Sharing, ShowsExactlyWhatIsSharedBeforeAnythingIsKept) {
    EXPECT_TRUE(parent.get("/mijn/delen/nieuw?school=" + school.value()).says("Iris Meijer, intern begeleider, De Lelie"));
    EXPECT_FALSE(parent.get("/mijn/delen/nieuw").says("Iris")) << "only of a school that the parent chose";
    auto const before = parent.post(form, form, fields(to_school()));
    EXPECT_EQ(before.status, 200);
    for (auto const* words : {"Iris Meijer, intern begeleider, De Lelie", "Kanariewoorden over de pauzes.", "om het gesprek voor te bereiden", "Petra Zeisouder"}) EXPECT_TRUE(before.says(words)) << words;
    EXPECT_EQ(stored(), 0);
    auto again = fields(to_school());
    again.emplace_back("terug", "1");
    EXPECT_TRUE(parent.post(form, form, again).says("Kanariewoorden")) << "what was typed stays";
    EXPECT_EQ(stored(), 0);
    EXPECT_EQ(parent.post(form, form, fields(to_school(), "")).status, 422);
    EXPECT_EQ(parent.post(form, "/mijn/delen", fields(to_school(), "te laat", -1)).status, 422);
    EXPECT_EQ(stored(), 0);
}

TEST_P(Sharing, IsReadByWhomItWasGivenToAndSeenByTheParent) {
    house.mails.clear();
    auto const address = shared(to_school());
    work();
    ASSERT_EQ(house.mails.size(), 1U);
    for (auto const* secret : {"Petra", "Kanarie", "buddy", "pauzes", "deelt"}) EXPECT_EQ((house.mails.back().subject + house.mails.back().text).find(secret), std::string::npos) << secret;
    auto const list = at_school.get("/gedeeld");
    EXPECT_TRUE(list.says("Petra Zeisouder"));
    EXPECT_FALSE(list.says("Kanarie")) << "a list opens nothing";
    EXPECT_TRUE(parent.get("/mijn/delen").says("Nog niemand las wat u deelt."));
    EXPECT_TRUE(at_school.get(address).says("Kanariewoorden over de pauzes."));
    EXPECT_TRUE(parent.get("/mijn/delen").says("Een bericht (om het gesprek voor te bereiden)"));
    EXPECT_TRUE(parent.get("/mijn-gegevens/wie-keek").says("lezen wat u deelt"));
    EXPECT_EQ(read([&](db::Door& door) { return door.one<std::string>("select words from disclosures").value_or(""); }).find("Kanarie"), std::string::npos) << "it is sealed";
}

TEST_P(Sharing, IsTheUsual404ForEverybodyElse) {
    auto const address = shared(to_school());
    auto const nothing = at_school.get("/gedeeld/AAAAAAAAAAAAAAAAAAAAAA");
    EXPECT_EQ(nothing.status, 404);
    matched();
    std::vector<visit::PersonId> others{coordinator, bea, petra};
    for (auto role : visit::roles)
        if (role != Role::anyone) others.push_back(house.person(house.here, "Rol " + std::string{base::word(role)}, {role}));
    others.push_back(house.person(house.there, "Wil Daar", {Role::school_contact}));
    for (auto const& who : others) EXPECT_EQ(house.as(who).get(address).body, nothing.body) << who.value();
    for (auto const& who : others)
        if (who != petra) {
            EXPECT_FALSE(house.as(who).get("/gedeeld").says("Petra")) << who.value();
        }
}

TEST_P(Sharing, NobodyElseMakesOrTakesBack) {
    auto const address = shared(to_school());
    auto const back = "/mijn/delen/" + address.substr(std::string{"/gedeeld/"}.size()) + "/terug";
    for (auto const& who : {coordinator, bea, iris}) {
        EXPECT_EQ(house.as(who).get("/mijn/delen").status, 404);
        EXPECT_EQ(house.as(who).post("/mijn", "/mijn/delen", fields(to_school())).status, 404);
        EXPECT_EQ(house.as(who).post("/mijn", back, {}).status, 404);
    }
    EXPECT_EQ(house.as(house.person(house.here, "Otto Ouder", {Role::asking_parent})).post("/mijn/delen", back, {}).status, 404) << "another parent";
    EXPECT_EQ(stored(), 1);
    EXPECT_EQ(at_school.get(address).status, 200);
    // to someone the parent was not offered
    EXPECT_EQ(parent.post(form, "/mijn/delen", fields(word("buddy", bea))).status, 422) << "no match";
    EXPECT_EQ(parent.post(form, "/mijn/delen", fields(word("school", coordinator))).status, 422);
    EXPECT_EQ(stored(), 1);
}

TEST_P(Sharing, EndsAtOnceWhenTakenBackAndOnItsDay) {
    auto const address = shared(to_school());
    auto const nothing = at_school.get("/gedeeld/AAAAAAAAAAAAAAAAAAAAAA");
    house.clock.pass(std::chrono::hours{24 * 14});
    EXPECT_EQ(at_school.get(address).status, 200) << "the last day";
    house.clock.pass(std::chrono::hours{24});
    EXPECT_EQ(at_school.get(address).body, nothing.body);
    EXPECT_FALSE(at_school.get("/gedeeld").says("Petra"));
    EXPECT_TRUE(parent.get("/mijn/delen").says("voorbij"));
    auto const second = shared(to_school());
    EXPECT_EQ(at_school.get(second).status, 200);
    EXPECT_EQ(parent.post("/mijn/delen", "/mijn/delen/" + second.substr(std::string{"/gedeeld/"}.size()) + "/terug", {}).status, 303);
    EXPECT_EQ(at_school.get(second).body, nothing.body);
    EXPECT_TRUE(parent.get("/mijn/delen").says("teruggenomen"));
}

TEST_P(Sharing, EndsWithTheMatchTheRoleAndThePlaceAtTheSchool) {
    auto const match = matched();
    auto const to_buddy = shared(word("buddy", bea));
    EXPECT_TRUE(buddy.get(to_buddy).says("Kanariewoorden"));
    auto const to_desk = shared(word("coordinator", coordinator));
    EXPECT_TRUE(desk.get(to_desk).says("Kanariewoorden"));
    EXPECT_EQ(desk.get(to_buddy).status, 404);
    EXPECT_EQ(desk.post("/trajecten/" + match.id.value(), "/trajecten/" + match.id.value() + "/afsluiting", {{"reden", "goal_reached"}}).status, 303);
    EXPECT_EQ(buddy.get(to_buddy).status, 404);
    EXPECT_FALSE(buddy.get("/gedeeld").says("Petra"));
    auto const address = shared(to_school());
    write([&](db::Write& tx) { people::end_contact(tx, people::SchoolContactId{"iris"}, house.clock.now()); });
    EXPECT_EQ(at_school.get(address).status, 404) << "no longer at this school";
    write([&](db::Write& tx) { people::end_role(tx, coordinator, Role::coordinator, house.clock.now()); people::give_role(tx, coordinator, Role::buddy, false, "x", "x", house.clock.now()); });
    EXPECT_EQ(house.as(coordinator).get(to_desk).status, 404) << "another role is not what it was given for";
}

TEST_P(Sharing, WithAnotherReaderTheCoordinatorIsNotOffered) {
    EXPECT_TRUE(parent.get(form).says(word("coordinator", coordinator)));
    auto const address = shared(word("coordinator", coordinator));
    auto const reader = reachable("Uta Lezer", {Role::expert}, "06 66 66 66 66");
    write([&](db::Write& tx) { people::choose_reader(tx, petra, reader, house.clock.now()); });
    EXPECT_FALSE(parent.get(form).says(word("coordinator", coordinator)));
    EXPECT_EQ(desk.get(address).status, 404);
    EXPECT_FALSE(desk.get("/gedeeld").says("Petra"));
}

TEST_P(Sharing, OnPaperKeepsNothing) {
    auto const before = parent.post(form, form, fields("papier"));
    EXPECT_EQ(before.status, 200);
    auto const print = parent.post(form, "/mijn/delen/papier", fields("papier"));
    EXPECT_EQ(print.status, 200);
    EXPECT_EQ(print.body.substr(0, 5), "%PDF-");
    EXPECT_EQ(parent.post(form, "/mijn/delen", fields("papier")).status, 422);
    EXPECT_EQ(stored(), 0);
}

TEST_P(Sharing, GoesEightWeeksAfterItsEndAndWithTheParent) {
    shared(to_school());
    auto days = [&](int count) {
        house.clock.pass(std::chrono::hours{24 * count});
        app::erase_past_terms(house.program->services(), house.config.journal_path(), house.here.value());
    };
    days(14 + 55);
    EXPECT_EQ(stored(), 1);
    days(1);
    EXPECT_EQ(stored(), 0);
    auto const address = shared(to_school());
    EXPECT_EQ(at_school.get(address).status, 200);
    app::erase(house.program->services(), house.config.journal_path(), petra);
    EXPECT_EQ(at_school.get(address).status, 404);
    EXPECT_EQ(stored(), 0);
}

TEST_P(Sharing, WaitsOnTheCoordinatorsListUntilItIsOpened) {
    auto const other = house.person(house.here, "Nel Vos", {Role::coordinator});
    EXPECT_FALSE(desk.get("/vandaag").says("Deelt iets met u"));
    auto const address = shared(word("coordinator", coordinator));
    auto const list = desk.get("/vandaag");
    EXPECT_TRUE(list.says("Deelt iets met u") && list.says("Petra Zeisouder") && list.says(address));
    EXPECT_FALSE(list.says("Kanarie"));
    EXPECT_FALSE(house.as(other).get("/vandaag").says("Deelt iets met u")) << "it was given to one";
    EXPECT_TRUE(desk.get(address).says("Kanariewoorden"));
    EXPECT_FALSE(desk.get("/vandaag").says("Deelt iets met u"));
    shared(word("coordinator", coordinator));
    EXPECT_TRUE(desk.get("/vandaag").says("Deelt iets met u")) << "the next one waits again";
    house.clock.pass(std::chrono::hours{24 * 15});
    EXPECT_FALSE(desk.get("/vandaag").says("Deelt iets met u")) << "over";
}

TEST_P(Sharing, IsGivenToAnOutreachWorkerAsLongAsTheTaskLasts) {
    EXPECT_FALSE(parent.get(form).says("ambulant begeleider"));
    auto const bilal = reachable("Bilal Ouali", {Role::outreach}, "06 66 66 66 66");
    world::Someone worker{house, bilal};
    EXPECT_TRUE(parent.get(form).says("Bilal Ouali, ambulant begeleider"));
    auto const address = shared(word("outreach", bilal));
    EXPECT_TRUE(worker.get("/gedeeld").says("Petra Zeisouder"));
    EXPECT_TRUE(worker.get(address).says("Kanariewoorden"));
    EXPECT_EQ(desk.get(address).status, 404);
    EXPECT_TRUE(parent.get("/mijn/delen").says("Bilal Ouali, ambulant begeleider"));
    write([&](db::Write& tx) { people::end_role(tx, bilal, Role::outreach, house.clock.now()); });
    EXPECT_EQ(worker.get(address).status, 404);
}

} // namespace
