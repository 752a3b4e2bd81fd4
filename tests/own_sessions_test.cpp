// Sessions are ended by their owner one by one or all together, and by the administrator for someone with a task.
#include "account/store_accounts.h"
#include "tests/world/world.h"

namespace {
using visit::Role;

class OwnSessions : public world::InHouse {
protected:
    visit::PersonId petra = house.person(house.here, "Petra", {Role::asking_parent});
    visit::PersonId trainer = house.person(house.here, "Tom", {Role::trainer});
    visit::PersonId ada = house.person(house.here, "Ada", {Role::administrator});
    std::size_t sessions(visit::PersonId const& person) {
        auto hall = house.program->data().read(db::Scope::of_hall());
        return account::sessions_of(*hall, *account::find_by_person(*hall, person), house.clock.now()).size();
    }
    static std::vector<std::string> names(world::Page const& page) {
        std::vector<std::string> all;
        std::string const mark = "name=\"apparaat\" value=\"";
        for (auto at = page.body.find(mark); at != std::string::npos; at = page.body.find(mark, at + 1)) all.push_back(page.body.substr(at + mark.size(), page.body.find('"', at + mark.size()) - at - mark.size()));
        return all;
    }
};
ON_BOTH_DATABASES(OwnSessions);

TEST_P(OwnSessions, OneOfThemEndsByItself) {
    auto here = house.as(petra), there = house.as(petra), third = house.as(petra);
    auto const page = here.get("/mijn-gegevens");
    EXPECT_TRUE(page.says("dit apparaat"));
    auto const mine = names(page);
    ASSERT_EQ(mine.size(), 2U) << "a button for each other session, none for this one";
    auto const other = names(there.get("/mijn-gegevens"));
    std::string its; // what `here` sees and `there` does not is the session of `there`
    for (auto const& name : mine)
        if (std::find(other.begin(), other.end(), name) == other.end()) its = name;
    ASSERT_FALSE(its.empty());
    EXPECT_EQ(here.post("/mijn-gegevens", "/mijn-gegevens/apparaat-uit", {{"apparaat", its}}).location, "/mijn-gegevens");
    EXPECT_EQ(there.get("/mijn-gegevens").location, "/inloggen");
    EXPECT_EQ(here.get("/mijn-gegevens").status, 200);
    EXPECT_EQ(third.get("/mijn-gegevens").status, 200);
}

TEST_P(OwnSessions, OfAnotherNothingEnds) {
    auto mine = house.as(petra), mine_too = house.as(petra);
    auto other = house.as(trainer), other_too = house.as(trainer);
    auto const its = names(mine.get("/mijn-gegevens"));
    ASSERT_EQ(its.size(), 1U);
    for (auto const& name : {its.front(), std::string{}, std::string{"0"}, std::string{"1"}}) other.post("/mijn-gegevens", "/mijn-gegevens/apparaat-uit", {{"apparaat", name}});
    EXPECT_EQ(sessions(petra), 2U);
    EXPECT_EQ(sessions(trainer), 2U);
}

TEST_P(OwnSessions, NobodyIsToldToBeLoggedOutWhoIsNot) {
    auto here = house.as(petra);
    EXPECT_TRUE(here.get("/uitgelogd").says("U bent nog wel ingelogd."));
    here.post("/uitgelogd", "/uitloggen", {});
    EXPECT_TRUE(here.get("/uitgelogd").says("U bent uitgelogd"));
}

TEST_P(OwnSessions, WhoLogsOutTwiceIsLoggedOut) {
    auto here = house.as(petra);
    auto const form = "_csrf=" + http::encoded(here.get("/uitgelogd").hidden("_csrf"));
    auto again = here;
    EXPECT_EQ(here.send("POST", "/uitloggen", form).location, "/uitgelogd");
    EXPECT_EQ(again.send("POST", "/uitloggen", form).location, "/uitgelogd");
    EXPECT_TRUE(again.get("/uitgelogd").says("U bent uitgelogd"));
    auto open = house.as(petra);
    EXPECT_EQ(open.send("POST", "/uitloggen", form).status, 403) << "nobody ends a session that goes on with another's form";
    EXPECT_EQ(house.stranger().send("POST", "/uitloggen", form).status, 403) << "a form from elsewhere brings no cookie";
    EXPECT_EQ(sessions(petra), 1U);
}

TEST_P(OwnSessions, AllButThisOne) {
    auto here = house.as(petra), there = house.as(petra), third = house.as(petra);
    auto other = house.as(trainer);
    EXPECT_EQ(here.post("/mijn-gegevens", "/mijn-gegevens/elders-uit", {}).location, "/mijn-gegevens");
    EXPECT_EQ(sessions(petra), 1U);
    EXPECT_EQ(here.get("/mijn-gegevens").status, 200);
    EXPECT_EQ(there.get("/mijn-gegevens").location, "/inloggen");
    EXPECT_EQ(third.get("/mijn-gegevens").location, "/inloggen");
    EXPECT_EQ(sessions(trainer), 1U);
    EXPECT_FALSE(here.get("/mijn-gegevens").says("elders-uit")) << "there is nothing left to end";
}

TEST_P(OwnSessions, AllTogetherClearTheBrowserToo) {
    auto mine = house.as(petra);
    auto const page = mine.get("/mijn-gegevens");
    std::string secret;
    house.program->data().write(db::Scope::of_hall(), [&](db::Write& hall) { secret = account::open_session(hall, house.random, *account::find_by_person(hall, petra), house.here, {std::chrono::hours{1}, std::chrono::hours{1}}, false, "?", house.clock.now()); });
    http::Request request;
    request.method = "GET";
    request.target = request.path = "/mijn-gegevens";
    request.headers = {{"host", "naast.test"}, {"cookie", "__Host-sessie=" + secret}};
    request.id = "test";
    world::Page shown;
    shown.body = house.program->answer(request).body;
    request.method = "POST";
    request.target = request.path = "/mijn-gegevens/overal-uit";
    request.body = "_csrf=" + http::encoded(shown.hidden("_csrf"));
    auto const response = house.program->answer(request);
    EXPECT_EQ(response.header("Location"), "/uitgelogd");
    EXPECT_EQ(response.header("Clear-Site-Data"), "\"cache\"");
    EXPECT_EQ(sessions(petra), 0U);
}

TEST_P(OwnSessions, TheAdministratorEndsThoseOfSomeoneWithATask) {
    auto desk = house.as(ada);
    auto his = house.as(trainer), hers = house.as(petra);
    auto const page = "/beheer/mensen/" + trainer.value();
    EXPECT_TRUE(desk.get(page).says(page + "/uitloggen"));
    EXPECT_EQ(his.post("/mijn-gegevens", page + "/uitloggen", {}).status, 404) << "not the administrator";
    EXPECT_EQ(desk.post(page, "/beheer/mensen/" + petra.value() + "/uitloggen", {}).status, 404) << "a parent is not shown here";
    EXPECT_EQ(sessions(petra), 1U);
    EXPECT_EQ(sessions(trainer), 1U);
    EXPECT_EQ(desk.post(page, page + "/uitloggen", {}).location, page);
    EXPECT_EQ(sessions(trainer), 0U);
    EXPECT_EQ(his.get("/mijn-gegevens").location, "/inloggen");
    EXPECT_EQ(hers.get("/mijn-gegevens").status, 200);
}

} // namespace
