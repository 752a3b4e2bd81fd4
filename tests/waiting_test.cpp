// How long requests wait: exact for the coordinator, hidden below five for the director.
#include "tests/world/two_people.h"

namespace {

class WaitingTimes : public world::TwoPeople {};
ON_BOTH_DATABASES(WaitingTimes);

TEST_P(WaitingTimes, AreExactForTheCoordinatorAndHiddenBelowFiveForTheDirector) {
    auto const director = house.person(house.here, "Dirk Directeur", {Role::director});
    auto const match = matched();
    auto const address = "/trajecten/" + match.id.value() + "/afspraak";
    EXPECT_EQ(parent.post(address, address, meeting_form(3)).status, 303);
    pass(9);
    auto const exact = desk.get("/cijfers/wachten");
    EXPECT_TRUE(exact.says("Hulpvragen in dit schooljaar: 1."));
    EXPECT_TRUE(exact.says("0 / 0")) << "a proposal on the day itself";
    EXPECT_TRUE(exact.says("3 / 3")) << "the meeting";
    auto const safe = house.as(director).get("/cijfers/wachten");
    EXPECT_FALSE(safe.says("3 / 3"));
    EXPECT_TRUE(safe.says("minder dan 5"));
    EXPECT_EQ(parent.post("/mijn/traject", address + "/doorgegaan", {{"antwoord", "nieuw"}}).status, 303);
    EXPECT_FALSE(desk.get("/cijfers/wachten").says("3 / 3")) << "it did not go on";
    for (int i = 0; i < 5; ++i) ask(help_request::HelpRequestId{"vraag-" + std::to_string(i)}, house.person(house.here, "Ouder " + std::to_string(i), {Role::asking_parent}));
    write([&](db::Write& tx) { tx.run("update help_requests set answered_at = :at where id <> 'vraag'", house.clock.now() + std::chrono::hours{48}); });
    write([&](db::Write& tx) { tx.run("update help_requests set answered_at = null where id = 'vraag'"); });
    auto page = house.as(director).get("/cijfers/wachten");
    EXPECT_TRUE(page.says("2 / 2")) << "five may be seen";
    EXPECT_EQ(buddy.get("/cijfers/wachten").status, 404);
}

} // namespace
