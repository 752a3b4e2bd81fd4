// A parent and a buddy who found each other, and the trial with which a match may begin.
#include "app/erasure.h"
#include "matching/store_couples.h"
#include "matching/store_kept_apart.h"
#include "matching/store_pairs.h"
#include "matching/store_settings.h"
#include "tests/world/two_people.h"

namespace {
using visit::Role;

class Pairs : public world::TwoPeople {
protected:
    std::string pair() {
        ask(request, petra);
        EXPECT_EQ(desk.post("/koppelingen/nieuw", "/koppelingen/nieuw", {{"ouder", petra.value()}, {"buddy", bea.value()}}).status, 303);
        return read([&](db::Door& door) { return "/koppelingen/" + matching::open_pairs(door).front().id.value(); });
    }
    bool matched_now() {
        return read([&](db::Door& door) { return matching::live_match_of_parent(door, petra).has_value(); });
    }
};
ON_BOTH_DATABASES(Pairs);

TEST_P(Pairs, AreAMatchOnlyAfterBothYesesAndTheGate) {
    auto const address = pair();
    auto const own = "/mijn/samen-gevonden" + address.substr(std::string{"/koppelingen"}.size());
    work();
    EXPECT_EQ(house.mails.size(), 2U) << "both are asked, in neutral words";
    for (auto const& mail : house.mails)
        for (auto const* secret : {"Bea", "Petra", "Zeis", "buddy"}) EXPECT_EQ(mail.text.find(secret), std::string::npos) << secret;
    auto const list = desk.get("/koppelingen");
    EXPECT_TRUE(list.says("Petra: zei nog geen ja"));
    EXPECT_TRUE(list.says("Bea: zei nog geen ja"));
    EXPECT_TRUE(list.says("Bea: vulde nog niet in"));
    EXPECT_FALSE(desk.get(address).says("Maak er een koppeling van"));
    EXPECT_EQ(desk.post(address, address + "/koppeling", {}).status, 422);
    EXPECT_FALSE(matched_now());
    // nothing of one reaches the other before it is a match
    for (auto const& page : {parent.get("/mijn/samen-gevonden"), parent.get("/mijn/traject")})
        for (auto const* secret : {"06 22", "beabuddy@", "Bea Buddy"}) EXPECT_FALSE(page.says(secret)) << secret;
    for (auto const& page : {buddy.get("/mijn/samen-gevonden"), buddy.get("/mijn/ouders")})
        for (auto const* secret : {"06 33", "petrazeisouder@", "Zeis", "4299"}) EXPECT_FALSE(page.says(secret)) << secret;
    EXPECT_EQ(parent.post("/mijn/samen-gevonden", own, {{"geeft", "phone"}}).status, 303);
    EXPECT_TRUE(parent.get("/mijn/samen-gevonden").says("U zei ja."));
    EXPECT_FALSE(buddy.get("/mijn/samen-gevonden").says("zei ja"));
    EXPECT_EQ(desk.post(address, address + "/akkoord", {{"wie", bea.value()}, {"dag_dag", "22"}, {"dag_maand", "11"}, {"dag_jaar", "2036"}, {"geeft", "mail"}}).status, 422) << "a day to come";
    EXPECT_EQ(desk.post(address, address + "/akkoord", {{"wie", bea.value()}, {"dag_dag", "22"}, {"dag_maand", "11"}, {"dag_jaar", "2026"}, {"geeft", "mail"}}).status, 303);
    EXPECT_TRUE(desk.get(address).says("aan de coördinator"));
    EXPECT_EQ(desk.post(address, address + "/koppeling", {}).status, 422) << "the gate";
    make_ready(bea);
    EXPECT_TRUE(desk.get("/vandaag").says("maak er een koppeling van"));
    EXPECT_EQ(desk.post(address, address + "/koppeling", {}).status, 303);
    ASSERT_TRUE(matched_now());
    auto const match = read([&](db::Door& door) { return *matching::live_match_of_parent(door, petra); });
    EXPECT_EQ(match.parent_gives, matching::Gives::phone);
    EXPECT_EQ(match.buddy_gives, matching::Gives::mail);
    EXPECT_TRUE(buddy.get("/trajecten/" + match.id.value() + "/contacten").says("06 33 33 33 33"));
    EXPECT_EQ(desk.get(address).status, 404);
    EXPECT_FALSE(desk.get("/koppelingen").says("Petra"));
}

TEST_P(Pairs, AreForNobodyElseAndEndWithOneNo) {
    auto const address = pair();
    auto const own = "/mijn/samen-gevonden" + address.substr(std::string{"/koppelingen"}.size());
    auto stranger = house.as(house.person(house.here, "Otto Anders", {Role::buddy, Role::asking_parent, Role::candidate}));
    EXPECT_EQ(stranger.post("/mijn/samen-gevonden", own, {{"geeft", "phone"}}).status, 404);
    EXPECT_FALSE(stranger.get("/mijn/samen-gevonden").says("Petra"));
    EXPECT_EQ(buddy.get(address).status, 404);
    EXPECT_EQ(desk.post("/koppelingen/nieuw", "/koppelingen/nieuw", {{"ouder", petra.value()}, {"buddy", bea.value()}}).status, 422) << "once";
    EXPECT_EQ(buddy.post("/mijn/samen-gevonden", own, {{"nee", "1"}}).status, 303);
    EXPECT_FALSE(parent.get("/mijn/samen-gevonden").says("Bea"));
    EXPECT_EQ(desk.get(address).status, 404);
}

TEST_P(Pairs, KeepTheConflictsAndTheRoom) {
    make_ready(bea);
    auto const address = pair();
    write([&](db::Write& tx) {
        auto const its = matching::open_pairs(tx).front();
        for (auto const& who : {petra, bea}) matching::agree(tx, its, {who, base::local_date(house.clock.now()), {}, who});
    });
    EXPECT_TRUE(desk.get(address).says("Maak er een koppeling van"));
    write([&](db::Write& tx) { matching::keep_apart(tx, petra, bea, matching::ApartKind::never, coordinator, house.clock.now()); });
    EXPECT_TRUE(desk.get(address).says("Deze twee worden niet aan elkaar gekoppeld"));
    EXPECT_EQ(desk.post(address, address + "/koppeling", {}).status, 422);
    EXPECT_FALSE(matched_now());
}

TEST_P(Pairs, CountACoupleAsOneWithTheYesOfEach) {
    auto const bob = reachable("Bob Buddy", {Role::buddy}, "06 44 44 44 44");
    make_ready(bea);
    make_ready(bob);
    write([&](db::Write& tx) { ASSERT_TRUE(matching::make_couple(tx, matching::CoupleId{"samen"}, bea, bob, coordinator, house.clock.now())); });
    auto const address = pair();
    auto const own = "/mijn/samen-gevonden" + address.substr(std::string{"/koppelingen"}.size());
    for (auto* who : {&parent, &buddy}) EXPECT_EQ(who->post("/mijn/samen-gevonden", own, {{"geeft", "mail"}}).status, 303);
    EXPECT_TRUE(desk.get(address).says("Bob: zei nog geen ja"));
    auto other = house.as(bob);
    EXPECT_EQ(other.post("/mijn/samen-gevonden", own, {{"geeft", "phone"}}).status, 303);
    EXPECT_EQ(desk.post(address, address + "/koppeling", {}).status, 303);
    auto const match = read([&](db::Door& door) { return *matching::live_match_of_parent(door, petra); });
    EXPECT_EQ(match.buddies().size(), 2U);
    EXPECT_EQ(match.gives(bob), matching::Gives::phone);
}

TEST_P(Pairs, GoWithWhoIsErasedAndWhenTheyWaitTooLong) {
    pair();
    pass(30);
    EXPECT_EQ(read([&](db::Door& door) { return matching::open_pairs(door).size(); }), 1U);
    pass(30);
    EXPECT_EQ(read([&](db::Door& door) { return matching::open_pairs(door).size(); }), 0U);
    EXPECT_EQ(desk.post("/koppelingen/nieuw", "/koppelingen/nieuw", {{"ouder", petra.value()}, {"buddy", bea.value()}}).status, 303);
    app::erase(house.program->services(), house.config.journal_path(), bea);
    EXPECT_EQ(read([&](db::Door& door) { return matching::open_pairs(door).size(); }), 0U);
}

class Trial : public world::TwoPeople {
protected:
    matching::MatchRow tried(int weeks) {
        write([&](db::Write& tx) { ASSERT_TRUE(matching::keep_settings(tx, {{}, weeks}, 0)); });
        return matched();
    }
};
ON_BOTH_DATABASES(Trial);

TEST_P(Trial, IsShownToBothAndAsksAtItsEnd) {
    auto const match = tried(4);
    auto const address = "/trajecten/" + match.id.value();
    EXPECT_TRUE(parent.get("/mijn/traject").says("Proefperiode tot"));
    EXPECT_TRUE(buddy.get(address + "/contacten").says("Proefperiode tot"));
    EXPECT_EQ(parent.post("/mijn/traject", address + "/proef", {{"antwoord", "verder"}}).status, 404) << "not before its end";
    house.mails.clear();
    pass(28);
    int asked = 0;
    for (auto const& mail : house.mails) asked += mail.to == "petrazeisouder@voorbeeld.test";
    EXPECT_GE(asked, 1);
    EXPECT_TRUE(parent.get("/mijn/traject").says("Wilt u samen verder?"));
    EXPECT_TRUE(desk.get("/vandaag").says("Proefperiode voorbij"));
    EXPECT_EQ(parent.post("/mijn/traject", address + "/proef", {{"antwoord", "verder"}}).status, 303);
    EXPECT_FALSE(parent.get("/mijn/traject").says("Proefperiode"));
    EXPECT_EQ(buddy.post(address + "/contacten", address + "/proef", {{"antwoord", "praten"}}).status, 303);
    EXPECT_TRUE(desk.get("/vandaag").says("Wil praten na de proefperiode"));
    EXPECT_FALSE(parent.get("/mijn/traject").says("praten")) << "the parent does not see what the buddy said";
    EXPECT_EQ(desk.post(address, address + "/proef", {{"antwoord", "verder"}, {"wie", coordinator.value()}}).status, 404) << "not one of the two";
    EXPECT_EQ(desk.post(address, address + "/proef", {{"antwoord", "verder"}, {"wie", bea.value()}}).status, 303);
    EXPECT_FALSE(desk.get("/vandaag").says("Proefperiode voorbij"));
    EXPECT_FALSE(desk.get("/vandaag").says("na de proefperiode"));
    auto stranger = house.as(house.person(house.here, "Otto Anders", {Role::buddy, Role::asking_parent}));
    EXPECT_EQ(stranger.post("/mijn", address + "/proef", {{"antwoord", "verder"}}).status, 404);
}

TEST_P(Trial, IsNotThereWhenThePartnershipWantsNone) {
    auto const match = matched();
    EXPECT_FALSE(match.trial_until.has_value());
    EXPECT_FALSE(parent.get("/mijn/traject").says("Proefperiode"));
}

} // namespace
