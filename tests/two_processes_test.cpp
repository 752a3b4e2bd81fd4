// Two processes on one PostgreSQL and one key store: what ends in one has ended in the other, what both are asked is done once, and a key destroyed by one opens nothing in the other.
#include "account/store_accounts.h"
#include "app/erasure.h"
#include "people/store_people.h"
#include "platform/jobs/jobs.h"
#include "tests/world/folder.h"
#include "tests/world/world.h"

#include <atomic>
#include <filesystem>
#include <mutex>
#include <set>
#include <thread>

namespace {
using visit::Role;

std::vector<world::Engine> only_postgresql() {
    auto all = world::engines();
    std::erase(all, world::Engine::sqlite);
    return all;
}

class TwoProcesses : public world::InHouse {
protected:
    TwoProcesses() {
        auto config = house.config;
        config.data = house.file("other");
        config.keys = house.file("keys.db");
        config.master_key_file = house.file("master.key");
        config.journal = house.file("erasures.log");
        other = std::make_unique<app::Program>(config, app::Program::Schema::must_be_current, app::Brought{&house.clock, nullptr, [this](mail::Message const& message) { sent(message); }, {}});
        one = std::make_unique<app::Program>(house.config, app::Program::Schema::must_be_current, app::Brought{&house.clock, nullptr, [this](mail::Message const& message) { sent(message); }, {}});
    }
    void sent(mail::Message const& message) {
        std::scoped_lock hold{sending};
        mails.push_back(message);
    }
    /// The secret of a session that was opened by the first process.
    std::string session(visit::PersonId const& person, bool second_factor = true, account::Limits limits = {std::chrono::minutes{30}, std::chrono::hours{10}}) {
        std::string secret;
        auto const account = *account::find_by_person(*one->data().read(db::Scope::of_hall()), person);
        one->data().write(db::Scope::of_hall(), [&](db::Write& hall) { secret = account::open_session(hall, one->services().random, account, house.here, limits, second_factor, "toestel", house.clock.now()); });
        return secret;
    }
    static world::Visitor browser(app::Program& program, std::string const& secret) {
        world::Visitor visitor{program};
        visitor.be(secret);
        return visitor;
    }
    int lives(std::string const& secret, std::string const& page = "/mijn-gegevens") {
        return (browser(*one, secret).get(page).status == 200) + (browser(*other, secret).get(page).status == 200);
    }

    std::mutex sending;
    std::vector<mail::Message> mails;
    std::unique_ptr<app::Program> one, other;
};
GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(TwoProcesses);
INSTANTIATE_TEST_SUITE_P(On, TwoProcesses, testing::ValuesIn(only_postgresql()), world::engine_name);

TEST_P(TwoProcesses, NoSessionIsUsedAfterItsEndByEither) {
    auto const person = house.person(house.here, "Petra", {Role::asking_parent});
    auto logged_out = session(person);
    ASSERT_EQ(lives(logged_out), 2);
    browser(*other, logged_out).post("/mijn-gegevens", "/uitloggen", {});
    EXPECT_EQ(lives(logged_out), 0) << "logged out at the other";

    auto here = session(person), elsewhere = session(person);
    ASSERT_EQ(lives(here) + lives(elsewhere), 4);
    EXPECT_EQ(browser(*one, here).post("/mijn-gegevens", "/mijn-gegevens/overal-uit", {}).status, 303);
    EXPECT_EQ(lives(here) + lives(elsewhere), 0) << "logged out everywhere";

    auto idle = session(person);
    ASSERT_EQ(lives(idle), 2);
    house.clock.pass(std::chrono::minutes{31});
    EXPECT_EQ(lives(idle), 0) << "idle";

    auto old = session(person, true, {std::chrono::hours{2}, std::chrono::hours{3}});
    for (int hour = 0; hour < 2; ++hour) {
        EXPECT_EQ(lives(old), 2) << "use of either keeps it alive";
        house.clock.pass(std::chrono::minutes{89});
    }
    house.clock.pass(std::chrono::minutes{3});
    EXPECT_EQ(lives(old), 0) << "use does not make it longer";
}

TEST_P(TwoProcesses, ATaskThatEndsEndsInBothAtOnce) {
    auto const person = house.person(house.here, "Ineke", {Role::coordinator});
    auto const secret = session(person);
    ASSERT_EQ(lives(secret, "/hulpvragen"), 2);
    other->data().write(house.scope(), [&](db::Write& tx) { people::end_role(tx, person, Role::coordinator, house.clock.now()); });
    EXPECT_EQ(lives(secret, "/hulpvragen"), 0);
    one->data().write(house.scope(), [&](db::Write& tx) { people::give_role(tx, person, Role::coordinator, false, person.value(), person.value(), house.clock.now() + std::chrono::seconds{1}); });
    EXPECT_EQ(lives(secret, "/hulpvragen"), 2);
}

TEST_P(TwoProcesses, ASecretThatWasReplacedInOneIsDeadInTheOther) {
    auto const person = house.person(house.here, "Petra", {Role::asking_parent});
    auto const planted = session(house.person(house.here, "Iemand", {Role::asking_parent}));
    auto const token = base::random_text(one->services().random, 32);
    one->data().write(db::Scope::of_hall(), [&](db::Write& hall) { account::add_link(hall, token, *account::find_by_person(hall, person), "", house.clock.now() + account::link_lasts); });
    auto victim = browser(*other, planted);
    auto page = victim.post("/inloggen/" + token, "/inloggen/" + token, {});
    EXPECT_EQ(page.status, 303);
    EXPECT_EQ(lives(planted), 0) << "a secret that someone brought along does not log in";
    EXPECT_EQ(victim.get("/mijn-gegevens").status, 200);
    auto again = world::Visitor{*one};
    again.post("/inloggen/" + token, "/inloggen/" + token, {});
    EXPECT_NE(again.get("/mijn-gegevens").status, 200) << "the link was used in the other";
}

TEST_P(TwoProcesses, AFormThatReachesBothIsDoneOnce) {
    auto const person = house.person(house.here, "Petra", {Role::asking_parent});
    auto const secret = session(person);
    auto const page = browser(*one, secret).get("/zorg");
    http::Fields all;
    for (auto const* name : {"_csrf", "_once", "_moment"}) all.add(name, page.hidden(name));
    for (auto const& [name, value] : {std::pair{"woorden", "Een zorg."}, {"weet", "zelf"}, {"bereik", "06 33 33 33 33"}}) all.add(name, value);
    std::vector<std::thread> many;
    std::atomic<int> told{0};
    for (int i = 0; i < 8; ++i)
        many.emplace_back([&, i] { told += browser(i % 2 ? *one : *other, secret).send("POST", "/zorg", http::form_text(all)).status == 303; });
    for (auto& each : many) each.join();
    EXPECT_EQ(told, 8) << "each gets the same answer";
    EXPECT_EQ(one->data().read(house.scope())->one<std::int64_t>("select count(*) from worries"), 1);
}

TEST_P(TwoProcesses, AKeyDestroyedByOneOpensNothingInTheOther) {
    visit::PersonId const anna{"anna"}, bram{"bram"};
    confidentiality::Place const place{"people", "name", "anna"};
    one->keys().create(anna);
    auto const sealed = other->keys().seal({anna}, place, "Geheim");
    ASSERT_EQ(one->keys().open(sealed, place), "Geheim");
    ASSERT_EQ(other->keys().open_all({{sealed, place}}).front(), "Geheim");
    one->keys().destroy(anna, house.clock.now());
    EXPECT_FALSE(other->keys().open(sealed, place)) << "the other had the key in memory";
    EXPECT_FALSE(other->keys().has(anna));
    EXPECT_THROW(other->keys().create(anna), std::exception) << "nobody brings it back";
    other->keys().create(bram);
    EXPECT_TRUE(one->keys().has(bram));
    auto const of_two = one->keys().seal({bram}, place, "Ook");
    other->keys().destroy(bram, house.clock.now());
    EXPECT_FALSE(one->keys().open_all({{of_two, place}}).front());
}

TEST_P(TwoProcesses, WhoIsErasedByOneIsGoneInTheOther) {
    auto const person = house.person(house.here, "Zeispetra", {Role::asking_parent});
    auto const secret = session(person);
    ASSERT_EQ(lives(secret), 2);
    ASSERT_TRUE(people::find_person(*other->data().read(house.scope()), other->keys(), person));
    app::erase(one->services(), house.config.journal_path(), person);
    EXPECT_EQ(lives(secret), 0);
    EXPECT_FALSE(people::find_person(*other->data().read(house.scope()), other->keys(), person));
}

TEST_P(TwoProcesses, EveryJobIsDoneOnce) {
    std::set<std::string> wanted;
    for (int i = 0; i < 60; ++i) {
        auto const id = house.person(house.here, "Ouder" + std::to_string(i), {Role::asking_parent});
        wanted.insert("ouder" + std::to_string(i) + "@voorbeeld.test");
        (i % 2 ? one : other)->data().write(house.scope(), [&](db::Write& tx) { jobs::later(tx, one->services().random, "account.welcome", house.here.value(), id.value(), "", house.clock.now()); });
    }
    auto const work = [](app::Program& program) {
        while (program.run_jobs(3) > 0) {}
    };
    std::thread beside{[&] { work(*other); }};
    work(*one);
    beside.join();
    work(*one);
    EXPECT_EQ(mails.size(), wanted.size());
    std::set<std::string> got;
    for (auto const& mail : mails) got.insert(mail.to);
    EXPECT_EQ(got, wanted);
}

TEST_P(TwoProcesses, TriesCountTogether) {
    auto now = house.clock.now();
    int let = 0;
    for (int i = 0; i < 10; ++i) (i % 2 ? one : other)->data().write(db::Scope::of_hall(), [&](db::Write& hall) { let += account::attempt(hall, "login|iemand", 5, std::chrono::minutes{15}, now); });
    EXPECT_EQ(let, 5);
}

TEST_P(TwoProcesses, TheKeyStoreIsRefusedToWhoWantsItAlone) {
    base::SeededRandom random{1};
    EXPECT_THROW(confidentiality::Keyring({.url = "sqlite:" + house.file("keys.db"), .vfs = {}}, crypto::Key::random(random), random), db::Error);
}

} // namespace
