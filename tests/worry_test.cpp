// A worry about safety, tried through pages: who reads it, what others see of it, and that it stays apart from everything else (R23).
#include "account/store_accounts.h"
#include "app/erasure.h"
#include "confidentiality/store_access_log.h"
#include "people/store_deputyship.h"
#include "tests/world/world.h"
#include "worry/store_worry.h"

namespace {
using visit::Role;

class Worries : public world::InHouse {
protected:
    visit::PersonId coordinator = house.person(house.here, "Ineke Vos", {Role::coordinator});
    visit::PersonId officer = house.person(house.here, "Olga Officier", {Role::safety_officer});
    visit::PersonId buddy = house.person(house.here, "Bea Buddy", {Role::buddy});

    std::string tell() {
        auto visitor = house.as(buddy);
        EXPECT_EQ(visitor.post("/zorg", "/zorg", {{"woorden", "Zeisgeheim van een gezin."}, {"weet", "overleg"}, {"bereik", "06 Zeisnummer"}}).location, "/zorg/verstuurd");
        return house.program->data().read(house.scope())->one<std::string>("select id from worries where erased_at is null order by reported_at desc").value_or("");
    }
};
ON_BOTH_DATABASES(Worries);

TEST_P(Worries, AreReadByTheSafetyOfficerOnly) {
    auto const address = "/zorgen/" + tell();
    EXPECT_TRUE(house.as(officer).get(address).says("Zeisgeheim"));
    auto const nothing = house.as(coordinator).get("/zorgen/AAAAAAAAAAAAAAAAAAAAAA").body;
    for (auto const& role : {Role::coordinator, Role::buddy, Role::trainer, Role::director, Role::administrator, Role::asking_parent}) EXPECT_EQ(house.as(house.person(house.here, "Rol " + std::string{base::word(role)}, {role})).get(address).body, nothing) << base::word(role);
    EXPECT_EQ(house.as(buddy).get(address).body, nothing) << "who told it does not read it again";
    EXPECT_EQ(house.as(house.person(house.there, "Ook Officier", {Role::safety_officer})).get(address).body, nothing) << "an officer elsewhere";
}

TEST_P(Worries, AreOneNamelessRowUntilSomeoneTakesThemUp) {
    EXPECT_FALSE(house.as(coordinator).get("/vandaag").says("zorg om veiligheid"));
    auto const first = tell();
    tell();
    auto day = house.as(coordinator).get("/vandaag");
    auto const at = day.body.find("Er is een zorg om veiligheid gemeld");
    ASSERT_NE(at, std::string::npos);
    EXPECT_EQ(day.body.find("zorg om veiligheid gemeld", at + 30), std::string::npos) << "one row, however many worries";
    for (auto const* secret : {"Bea", "Zeis", first.c_str()}) EXPECT_FALSE(day.says(secret)) << secret;
    auto who = house.as(coordinator).get("/zorgen/wie");
    EXPECT_TRUE(who.says("Olga Officier"));
    EXPECT_FALSE(who.says("Bea"));
    house.clock.pass(std::chrono::hours{25});
    EXPECT_TRUE(house.as(coordinator).get("/vandaag").says("Er wacht al een werkdag"));
    auto desk = house.as(officer);
    for (auto const& id : house.program->data().read(house.scope())->column<std::string>("select id from worries")) EXPECT_EQ(desk.post("/zorgen/" + id, "/zorgen/" + id + "/behandeling", {}).status, 303);
    EXPECT_FALSE(house.as(coordinator).get("/vandaag").says("veiligheid"));
}

TEST_P(Worries, HaveALogOfTheirOwnAndLeaveNoTraceElsewhere) {
    auto const id = tell();
    house.as(officer).get("/zorgen/" + id);
    auto door = house.program->data().read(house.scope());
    EXPECT_EQ(door->one<std::int64_t>("select count(*) from access_log where object = :id or action like 'worry.%'", id), 0);
    EXPECT_GT(door->one<std::int64_t>("select count(*) from worry_log where object = :id", id).value_or(0), 1);
    EXPECT_FALSE(confidentiality::verify(*door, confidentiality::Book::worry).broken_at);
    EXPECT_TRUE(confidentiality::looks_at(*door, buddy).empty());
    door.reset();
    EXPECT_THROW(house.program->data().write(house.scope(), [](db::Write& tx) { tx.run("delete from worry_log"); }), db::Error);
    EXPECT_FALSE(house.as(buddy).get("/mijn-gegevens").says("zorg om"));
    EXPECT_FALSE(house.as(buddy).get("/mijn-gegevens/wie-keek").says("Olga"));
}

TEST_P(Worries, AreToldToTheOfficerWithoutContentAtOnceAndAgainNextDay) {
    tell();
    house.program->run_jobs();
    ASSERT_EQ(house.mails.size(), 1U);
    EXPECT_EQ(house.mails[0].to, "olgaofficier@voorbeeld.test");
    for (auto const* secret : {"Zeis", "Bea", "zorg", "veilig"}) EXPECT_EQ((house.mails[0].subject + house.mails[0].text).find(secret), std::string::npos) << secret;
    house.clock.pass(std::chrono::hours{30});
    house.program->run_jobs();
    EXPECT_EQ(house.mails.size(), 2U) << "nobody took it up";
}

TEST_P(Worries, AreToldToWhoStandsInWhenNobodyTookThemUpForAWorkingDay) {
    auto const trainer = house.person(house.here, "Tess Dijk", {Role::trainer});
    auto const today = base::local_date(house.clock.now());
    house.program->data().write(house.scope(), [&](db::Write& tx) { people::add(tx, base::new_id<people::Deputyship>(house.random), coordinator, trainer, {today, base::later(today, 9)}, {}, coordinator, house.clock.now()); });
    auto const to_deputy = [&] { return std::count_if(house.mails.begin(), house.mails.end(), [](auto const& mail) { return mail.to == "tessdijk@voorbeeld.test"; }); };
    tell();
    while (house.program->run_jobs() > 0) {}
    EXPECT_EQ(to_deputy(), 0) << "first the officer";
    house.clock.pass(std::chrono::hours{24 * 4});
    while (house.program->run_jobs() > 0) {}
    ASSERT_EQ(to_deputy(), 1);
    for (auto const* secret : {"Zeis", "Bea", "zorg", "veilig"}) EXPECT_EQ((house.mails.back().subject + house.mails.back().text).find(secret), std::string::npos) << secret;
    EXPECT_TRUE(house.as(trainer).get("/vandaag").says("Er wacht al een werkdag"));
    EXPECT_FALSE(house.as(trainer).get("/vandaag").says("Zeis"));
}

TEST_P(Worries, StayWhenTheTellerIsErasedAndGoForGoodWhenTheOfficerSaysSo) {
    auto const id = tell();
    house.as(officer).post("/zorgen/" + id, "/zorgen/" + id + "/stappen", {{"stap", "Gebeld."}});
    app::erase(house.program->services(), house.config.journal_path(), buddy);
    EXPECT_TRUE(house.as(officer).get("/zorgen/" + id).says("Zeisgeheim")) << "it is the officer's own term";
    auto sealed = house.program->data().read(house.scope())->one<confidentiality::Sealed>("select words from worries where id = :id", id);
    EXPECT_EQ(house.as(officer).post("/zorgen/" + id + "/wissen", "/zorgen/" + id + "/wissen", {}).location, "/zorgen");
    EXPECT_EQ(house.as(officer).get("/zorgen/" + id).status, 404);
    EXPECT_FALSE(house.program->keys().open(*sealed, {"worries", "words", id})) << "a copy of the row stays closed";
}

TEST_P(Worries, AreTypedAgainWhenSomethingLacks) {
    auto visitor = house.as(buddy);
    auto page = visitor.post("/zorg", "/zorg", {{"woorden", "Dit typte ik."}});
    EXPECT_EQ(page.status, 422);
    EXPECT_TRUE(page.says("Dit typte ik."));
    EXPECT_TRUE(page.says("Kies of de ouder weet"));
    EXPECT_EQ(house.program->data().read(house.scope())->one<std::int64_t>("select count(*) from worries"), 0);
}

TEST_P(Worries, SentTwiceAreToldOnceAndLeaveNoKeyOfNothing) {
    auto visitor = house.as(buddy);
    auto page = visitor.get("/zorg");
    http::Fields all;
    for (auto const* name : {"_csrf", "_once"}) all.add(name, page.hidden(name));
    for (auto const& [name, value] : std::initializer_list<std::pair<char const*, char const*>>{{"woorden", "Een zorg."}, {"weet", "ja"}, {"bereik", "06 1"}}) all.add(name, value);
    auto const keys = house.program->keys().holders().size();
    for (int i = 0; i < 3; ++i) EXPECT_EQ(visitor.send("POST", "/zorg", http::form_text(all)).status, 303);
    EXPECT_EQ(house.program->data().read(house.scope())->one<std::int64_t>("select count(*) from worries"), 1);
    EXPECT_EQ(house.program->keys().holders().size(), keys + 1);
}

} // namespace
