// Two buddies as one: made, proposed, matched, and what happens when one leaves.
#include "account/store_accounts.h"
#include "app/acts.h"
#include "app/erasure.h"
#include "tests/world/matching_house.h"

namespace {
using visit::Role;

class Couples : public world::MatchingHouse {
protected:
    visit::PersonId bea = buddy("Bea Bakker"), bob = buddy("Bob Bakker"), carl = buddy("Carl Alleen");
    visit::PersonId petra = parent("Petra Ouder");
    help_request::HelpRequestId request{"vraag"};

    matching::CoupleId couple() {
        matching::CoupleId id{"paar"};
        write([&](db::Write& tx) { EXPECT_TRUE(matching::make_couple(tx, id, bea, bob, coordinator, house.clock.now())); });
        return id;
    }
    /// Bea and Bob as a couple beside Petra.
    matching::MatchRow matched() {
        make_ready(bea);
        make_ready(bob);
        couple();
        ask(request, petra);
        EXPECT_EQ(desk.post("/hulpvragen/vraag/buddys", "/hulpvragen/vraag/voorstel", {{"buddy", bea.value()}}).status, 303);
        auto const proposal = read([&](db::Door& door) { return *matching::open_proposal_for(door, request); });
        for (auto const& half : {bea, bob}) EXPECT_EQ(house.as(half).post("/mijn/voorstellen", "/mijn/voorstellen/" + proposal.id.value(), {{"antwoord", "yes"}}).status, 303);
        EXPECT_EQ(house.as(petra).post("/mijn/voorstel", "/mijn/voorstel", {{"geeft", "phone"}}).status, 303);
        auto match = read([&](db::Door& door) { return matching::live_match_of_parent(door, petra); });
        EXPECT_TRUE(match.has_value());
        return *match;
    }
};
ON_BOTH_DATABASES(Couples);

TEST_P(Couples, ThePlanHasACoupleOnceAndTellsNoName) {
    make_ready(bea);
    make_ready(bob);
    make_ready(carl);
    couple();
    ask(request, petra);
    auto said = [&](std::vector<std::string> const& more) {
        std::ostringstream out, err;
        app::Act act{"match", {{"partnership", "hier"}}};
        for (auto const& each : more) act.given.emplace(each, each == "explain" ? request.value() : "yes");
        EXPECT_EQ(app::perform(*house.program, act, out, err), more.size() == 2 || more.front() == "explain" ? 0 : 2) << err.str();
        return out.str();
    };
    auto const plan = said({"plan", "candidates"});
    EXPECT_NE(plan.find("\"helped\":1,"), std::string::npos) << plan;
    EXPECT_NE(plan.find("\"request\":\"vraag\",\"buddy\":\"" + carl.value() + "\",\"allowed\":true,\"limits\":[]"), std::string::npos) << plan;
    auto const times = [&](visit::PersonId const& who) {
        auto const candidates = plan.substr(plan.find("\"candidates\""));
        return candidates.find("\"" + who.value() + "\"") != std::string::npos;
    };
    EXPECT_NE(times(bea), times(bob)) << "a couple is known by its first";
    for (auto const* name : {"Bea", "Bob", "Carl", "Petra", "Een korte tekst"}) EXPECT_EQ(plan.find(name), std::string::npos);
    auto const explained = said({"explain"});
    EXPECT_NE(explained.find("\"parts\":{\"situations\":30"), std::string::npos) << explained;
    EXPECT_EQ(said({"candidates"}), "");
    EXPECT_EQ(desk.post("/hulpvragen/vraag/buddys", "/hulpvragen/vraag/voorstel", {{"buddy", carl.value()}}).status, 303);
    EXPECT_NE(said({"plan", "candidates"}).find("\"helped\":0,"), std::string::npos) << "someone is asked already";
}

TEST_P(Couples, AreMadeByTheCoordinatorOfTwoWhoBothSaidYes) {
    auto const address = std::string{"/buddyparen"};
    EXPECT_TRUE(desk.get(address).says("geen buddyparen"));
    EXPECT_EQ(desk.post(address, address, {{"een", bea.value()}, {"ander", bob.value()}}).status, 422) << "without their yes";
    EXPECT_EQ(desk.post(address, address, {{"een", bea.value()}, {"ander", bea.value()}, {"akkoord", "ja"}}).status, 422) << "one person";
    EXPECT_EQ(desk.post(address, address, {{"een", bea.value()}, {"ander", petra.value()}, {"akkoord", "ja"}}).status, 422) << "no buddy";
    EXPECT_EQ(desk.post(address, address, {{"een", bea.value()}, {"ander", bob.value()}, {"akkoord", "ja"}}).status, 303);
    EXPECT_TRUE(desk.get(address).says("Bea Bakker en Bob Bakker"));
    EXPECT_EQ(desk.post(address, address, {{"een", carl.value()}, {"ander", bob.value()}, {"akkoord", "ja"}}).status, 422) << "Bob is in one";
    write([&](db::Write& tx) { EXPECT_FALSE(matching::make_couple(tx, matching::CoupleId{"twee"}, carl, bob, coordinator, house.clock.now())); });
    EXPECT_TRUE(house.as(bea).get("/mijn/samen").says("Bob"));
    EXPECT_TRUE(house.as(bob).get("/mijn").says("/mijn/samen"));
    EXPECT_FALSE(house.as(carl).get("/mijn/samen").says("Bob"));
    EXPECT_EQ(house.as(bea).get(address).status, 404);
}

TEST_P(Couples, EachPassesTheGateBeforeTheyAreProposed) {
    make_ready(bea);
    make_ready(bob, training::Presence::absent);
    couple();
    ask(request, petra);
    EXPECT_EQ(desk.post("/hulpvragen/vraag/buddys", "/hulpvragen/vraag/voorstel", {{"buddy", bea.value()}}).status, 422) << "Bob missed an evening";
    EXPECT_EQ(desk.post("/hulpvragen/vraag/buddys", "/hulpvragen/vraag/voorstel", {{"buddy", bob.value()}}).status, 422);
}

TEST_P(Couples, BothSayYesAndTheParentSeesBoth) {
    make_ready(bea);
    make_ready(bob);
    couple();
    ask(request, petra);
    EXPECT_TRUE(desk.get("/hulpvragen/vraag/buddys").says("Bea Bakker en Bob Bakker"));
    ASSERT_EQ(desk.post("/hulpvragen/vraag/buddys", "/hulpvragen/vraag/voorstel", {{"buddy", bea.value()}}).status, 303);
    auto const proposal = read([&](db::Door& door) { return *matching::open_proposal_for(door, request); });
    auto const address = "/mijn/voorstellen/" + proposal.id.value();
    EXPECT_TRUE(house.as(bob).get("/mijn/voorstellen").says("Bea krijgt dezelfde vraag"));
    EXPECT_EQ(house.as(carl).send("POST", address, "").status, 403) << "without a form of his own";
    EXPECT_EQ(house.as(bea).post("/mijn/voorstellen", address, {{"antwoord", "yes"}}).status, 303);
    EXPECT_FALSE(house.as(petra).get("/mijn/voorstel").says("Bea")) << "Bob has not answered";
    EXPECT_EQ(house.as(bob).post("/mijn/voorstellen", address, {{"antwoord", "yes"}}).status, 303);
    EXPECT_TRUE(house.as(petra).get("/mijn/voorstel").says("Bea en Bob willen graag samen naast u staan."));
    EXPECT_EQ(house.as(petra).post("/mijn/voorstel", "/mijn/voorstel", {{"geeft", "phone"}}).status, 303);
    auto page = house.as(petra).get("/mijn/traject");
    EXPECT_TRUE(page.says("Bea en Bob zijn samen uw buddy’s."));
    auto const match = read([&](db::Door& door) { return *matching::live_match_of_parent(door, petra); });
    for (auto const& half : {bea, bob}) EXPECT_EQ(house.as(half).get("/trajecten/" + match.id.value() + "/contacten").status, 200);
    EXPECT_EQ(house.as(carl).get("/trajecten/" + match.id.value() + "/contacten").status, 404);
    EXPECT_TRUE(desk.get("/trajecten/" + match.id.value()).says("Bea Bakker en Bob Bakker"));
}

TEST_P(Couples, ANoOfOneIsANoOfBoth) {
    make_ready(bea);
    make_ready(bob);
    couple();
    ask(request, petra);
    ASSERT_EQ(desk.post("/hulpvragen/vraag/buddys", "/hulpvragen/vraag/voorstel", {{"buddy", bea.value()}}).status, 303);
    auto const proposal = read([&](db::Door& door) { return *matching::open_proposal_for(door, request); });
    auto const address = "/mijn/voorstellen/" + proposal.id.value();
    auto other = house.as(bob);
    EXPECT_EQ(house.as(bea).post("/mijn/voorstellen", address, {{"antwoord", "no"}}).status, 303);
    EXPECT_FALSE(other.get("/mijn/voorstellen").says("Een ouder zoekt"));
    EXPECT_FALSE(read([&](db::Door& door) { return matching::open_proposal_for(door, request); }).has_value());
    write([&](db::Write& tx) { EXPECT_FALSE(matching::answer_as_buddy(tx, proposal.id, bob, matching::Answer::yes, house.clock.now())) << "it has ended"; });
}

TEST_P(Couples, HaveOnePlaceBetweenThem) {
    matched();
    auto const second = house.person(house.here, "Olga Ouder", {Role::asking_parent});
    ask(help_request::HelpRequestId{"tweede"}, second);
    for (auto const& half : {bea, bob}) EXPECT_EQ(desk.post("/hulpvragen/tweede/buddys", "/hulpvragen/tweede/voorstel", {{"buddy", half.value()}}).status, 422);
}

TEST_P(Couples, WhoLeavesSeesNothingMoreAndTheParentChooses) {
    auto const match = matched();
    auto const address = "/trajecten/" + match.id.value();
    auto leaver = house.as(bea), stays = house.as(bob), parent = house.as(petra);
    EXPECT_TRUE(leaver.get(address + "/stoppen").says("Alleen ik stop"));
    while (house.program->run_jobs() > 0) {}
    house.mails.clear();
    EXPECT_EQ(leaver.post(address + "/stoppen", address + "/stoppen", {{"wie", "ik"}}).status, 303);
    EXPECT_EQ(leaver.get(address + "/contacten").status, 404);
    EXPECT_FALSE(leaver.get("/mijn/ouders").says("Petra"));
    EXPECT_EQ(stays.get(address + "/contacten").status, 200);
    while (house.program->run_jobs() > 0) {}
    EXPECT_EQ(house.mails.size(), 1U) << "the parent is told to come and look";
    EXPECT_TRUE(desk.get("/vandaag").says("de ouder kiest nog"));
    auto page = parent.get("/mijn/traject");
    EXPECT_TRUE(page.says("Bea is gestopt. Bob kan alleen met u verdergaan."));
    EXPECT_TRUE(page.says("Bob is uw buddy."));
    EXPECT_EQ(parent.post("/mijn/traject", address + "/verder", {{"verder", "ja"}}).status, 303);
    EXPECT_FALSE(parent.get("/mijn/traject").says("is gestopt"));
    EXPECT_FALSE(desk.get("/vandaag").says("de ouder kiest nog"));
    EXPECT_EQ(stays.get(address + "/contacten").status, 200);
}

TEST_P(Couples, TheParentMayStopInstead) {
    auto const match = matched();
    auto const address = "/trajecten/" + match.id.value();
    EXPECT_EQ(house.as(bob).post(address + "/stoppen", address + "/stoppen", {{"wie", "ik"}}).status, 303);
    EXPECT_EQ(house.as(carl).send("POST", address + "/verder", "verder=nee").status, 404);
    EXPECT_EQ(house.as(petra).post("/mijn/traject", address + "/verder", {{"verder", "nee"}}).status, 303);
    EXPECT_TRUE(house.as(petra).get("/mijn/traject").says("geen buddy"));
    EXPECT_EQ(house.as(bea).get(address + "/contacten").status, 404);
}

TEST_P(Couples, PartingEndsTheAccessOfTheOneWhoGoesWhoeverSaysIt) {
    auto const match = matched();
    auto const address = "/trajecten/" + match.id.value() + "/contacten";
    EXPECT_EQ(house.as(bob).post("/mijn/samen", "/mijn/samen/uiteen", {}).status, 303);
    EXPECT_EQ(house.as(bob).get(address).status, 404);
    EXPECT_EQ(house.as(bea).get(address).status, 200);
    EXPECT_TRUE(desk.get("/buddyparen").says("geen buddyparen"));
    // apart they are candidates on their own again
    write([&](db::Write& tx) { EXPECT_TRUE(matching::make_couple(tx, matching::CoupleId{"nieuw"}, carl, bob, coordinator, house.clock.now())); });
    EXPECT_EQ(desk.post("/buddyparen/nieuw/uiteen", "/buddyparen/nieuw/uiteen", {{"wie", carl.value()}}).status, 303);
    EXPECT_TRUE(desk.get("/buddyparen").says("geen buddyparen"));
}

TEST_P(Couples, SomeoneWhoIsNoBuddyAnyMoreLeavesTheCoupleByItself) {
    auto const match = matched();
    write([&](db::Write& tx) { people::end_role(tx, bea, Role::buddy, house.clock.now()); });
    EXPECT_EQ(house.as(bea).get("/trajecten/" + match.id.value() + "/contacten").status, 404) << "at once";
    house.clock.pass(std::chrono::hours{2});
    house.program->go_round();
    while (house.program->run_jobs() > 0) {}
    EXPECT_FALSE(read([&](db::Door& door) { return matching::couple_of(door, bob); }).has_value());
    EXPECT_EQ(read([&](db::Door& door) { return matching::find_match(door, match.id); })->buddies(), std::vector{bob});
    EXPECT_TRUE(house.as(petra).get("/mijn/traject").says("Bea is gestopt."));
}

TEST_P(Couples, ErasingOneLeavesTheOtherBesideTheParent) {
    auto const match = matched();
    app::erase(house.program->services(), house.config.journal_path(), bea);
    auto const now_is = read([&](db::Door& door) { return *matching::find_match(door, match.id); });
    EXPECT_FALSE(now_is.ended_at.has_value());
    EXPECT_EQ(now_is.buddies(), std::vector{bob});
    EXPECT_TRUE(house.as(petra).get("/mijn/traject").says("Bob kan alleen met u verdergaan")) << "the parent is asked";
    EXPECT_FALSE(read([&](db::Door& door) { return matching::couple_of(door, bob); }).has_value());
}

} // namespace
