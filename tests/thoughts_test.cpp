// Someone from school thinks along: only what the parent released, the parent reads first, and taking back works at once.
#include "app/erasure.h"
#include "matching/store_thoughts.h"
#include "tests/world/two_people.h"
#include "visit/policy.h"

namespace {

class Thoughts : public world::TwoPeople {
protected:
    static constexpr char const* own = "/mijn/vraag/meedenken";
    /// Petra asks, and the link from the mail.
    std::string asked(std::vector<std::string> const& items) {
        ask(request, petra);
        std::vector<std::pair<std::string, std::string>> fields{{"naam", "Iris Meijer"}, {"mail", "iris@school.test"}, {"akkoord", "ja"}};
        for (auto const& item : items) fields.emplace_back("wat", item);
        EXPECT_EQ(parent.post(own, own, fields).status, 303);
        work();
        EXPECT_EQ(house.mails.size(), 1U);
        auto const& mail = house.mails.back();
        EXPECT_EQ(mail.to, "iris@school.test");
        for (auto const* secret : {"Petra", "Zeis", "korte tekst", "buddy", "thuis"}) EXPECT_EQ((mail.subject + mail.text).find(secret), std::string::npos) << secret;
        auto const at = mail.text.find("/meedenken/");
        return mail.text.substr(at, mail.text.find_first_of(" \r\n", at) - at);
    }
    std::vector<std::string> read_by_coordinator() {
        visit::Viewer viewer{house.here, coordinator, {Role::anyone, Role::coordinator}};
        viewer.second_factor = true;
        auto const granted = visit::Policy::grant<visit::Action::read_request>(viewer, request);
        return read([&](db::Door& door) { return matching::released_thoughts(door, house.program->keys(), *granted); });
    }
};
ON_BOTH_DATABASES(Thoughts);

TEST_P(Thoughts, ShowExactlyWhatWasReleased) {
    auto const link = asked({"situaties"});
    auto iris = house.stranger();
    auto const first = iris.get(link);
    EXPECT_EQ(first.status, 200);
    for (auto const* secret : {"Petra", "thuis zonder school", "Een korte tekst", "Zeis", "bellen"}) EXPECT_FALSE(first.says(secret)) << "a program that follows links reads " << secret;
    auto const page = iris.post(link, link, {{"openen", "1"}});
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(page.says("Gaat over"));
    for (auto const* secret : {"Een korte tekst", "Zeis", "bellen", "4299", "06 33", "Zeisouder"}) EXPECT_FALSE(page.says(secret)) << secret;
    EXPECT_EQ(house.stranger().get(link + "x").status, 404);
    auto const looks = confidentiality::looks_at(*house.program->data().read(house.scope()), petra);
    EXPECT_TRUE(std::any_of(looks.begin(), looks.end(), [](auto const& look) { return look.action == "link.use"; })) << "the parent sees that it was read";
}

TEST_P(Thoughts, AreReadByTheParentFirstAndByTheCoordinatorOnlyAfterAYes) {
    auto const link = asked({"tekst", "wensen"});
    auto iris = house.stranger();
    auto const page = iris.post(link, link, {{"openen", "1"}});
    EXPECT_TRUE(page.says("Een korte tekst."));
    EXPECT_TRUE(page.says("bellen"));
    EXPECT_EQ(iris.post(link, link, {{"tekst", ""}}).status, 422);
    EXPECT_EQ(iris.post(link, link, {{"tekst", std::string(601, 'a')}}).status, 422);
    house.mails.clear();
    EXPECT_EQ(iris.post(link, link, {{"tekst", "Kanariewoorden over maandag."}}).status, 303);
    work();
    ASSERT_EQ(house.mails.size(), 1U);
    EXPECT_EQ(house.mails.back().to, "petrazeisouder@voorbeeld.test");
    EXPECT_EQ(read([&](db::Door& door) { return door.one<std::string>("select words from thoughts").value_or(""); }).find("Kanarie"), std::string::npos) << "it is sealed";
    EXPECT_FALSE(iris.get(link).says("Kanarie")) << "what was written cannot be read again by the link";
    EXPECT_TRUE(parent.get(own).says("Kanariewoorden over maandag."));
    for (auto const* address : {"/hulpvragen/vraag", "/hulpvragen/vraag/buddys", "/vandaag"}) EXPECT_FALSE(desk.get(address).says("Kanarie")) << address;
    EXPECT_TRUE(read_by_coordinator().empty());
    EXPECT_EQ(parent.post(own, std::string{own} + "/vrijgeven", {}).status, 303);
    EXPECT_EQ(read_by_coordinator(), std::vector<std::string>{"Kanariewoorden over maandag."});
    EXPECT_EQ(parent.post(own, std::string{own} + "/terug", {}).status, 303);
    EXPECT_TRUE(read_by_coordinator().empty());
    EXPECT_EQ(iris.get(link).status, 404);
}

TEST_P(Thoughts, AreTakenBackAtOnce) {
    auto const link = asked({"tekst"});
    auto iris = house.stranger();
    EXPECT_EQ(iris.post(link, link, {{"openen", "1"}}).status, 200);
    EXPECT_EQ(parent.post(own, own, {{"naam", "Nog Iemand"}, {"mail", "nog@school.test"}, {"akkoord", "ja"}, {"wat", "tekst"}}).status, 422) << "one at a time";
    EXPECT_EQ(parent.post(own, std::string{own} + "/terug", {}).status, 303);
    EXPECT_EQ(iris.get(link).status, 404);
    EXPECT_EQ(iris.send("POST", link, "openen=1").status == 200, false);
    pass(1);
    EXPECT_EQ(people::name_of(*house.program->data().read(house.scope()), house.program->keys(), read([&](db::Door& door) { return door.one<visit::PersonId>("select professional from thoughts").value(); })), "–") << "who was asked is forgotten";
}

TEST_P(Thoughts, LinkLivesFourteenDays) {
    auto const link = asked({"tekst"});
    house.clock.pass(std::chrono::hours{24 * 13});
    EXPECT_EQ(house.stranger().get(link).status, 200);
    house.clock.pass(std::chrono::hours{25});
    EXPECT_EQ(house.stranger().get(link).status, 404);
}

TEST_P(Thoughts, GoWithTheParent) {
    auto const link = asked({"tekst"});
    app::erase(house.program->services(), house.config.journal_path(), petra);
    EXPECT_EQ(house.stranger().get(link).status, 404);
}

} // namespace
