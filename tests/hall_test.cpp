// The hall: keys, the log, doors, sessions, erasure; on both databases.
#include "account/store_accounts.h"
#include "app/erasure.h"
#include "confidentiality/store_access_log.h"
#include "platform/crypto/crypto.h"
#include "tests/world/world.h"

#include <filesystem>
#include <thread>

namespace {
using visit::Role;

class Hall : public world::InHouse {};
ON_BOTH_DATABASES(Hall);

TEST_P(Hall, ASealedTextOpensOnlyInItsPlaceAndWithAllKeys) {
    auto& keys = house.program->keys();
    visit::PersonId one{"one"}, two{"two"};
    keys.create(one);
    keys.create(two);
    confidentiality::Place place{"t", "c", "r"};
    auto sealed = keys.seal({one, two}, place, "geheim");
    EXPECT_EQ(keys.open(sealed, place), "geheim");
    EXPECT_FALSE(keys.open(sealed, {"t", "c", "other"}));
    EXPECT_FALSE(keys.open(sealed, {"t", "other", "r"}));
    keys.destroy(two, house.clock.now());
    EXPECT_FALSE(keys.open(sealed, place)) << "destroying any one key destroys it";
    EXPECT_THROW(keys.create(two), base::Impossible) << "a destroyed key does not come back";
}

TEST_P(Hall, AKeyThatIsDestroyedIsNotKeptByWhoReadsItMeanwhile) {
    auto& keys = house.program->keys();
    for (int i = 0; i < 100; ++i) {
        visit::PersonId person{"one" + std::to_string(i)};
        keys.create(person);
        std::thread reader{[&] { keys.has(person); }};
        keys.destroy(person, house.clock.now());
        reader.join();
        ASSERT_FALSE(keys.has(person)) << i;
    }
}

TEST_P(Hall, TheLogIsUnbrokenAndSeesEveryAlteration) {
    auto& data = house.program->data();
    for (int i = 0; i < 5; ++i) data.write(house.scope(), [&](db::Write& tx) { confidentiality::append(tx, {{"a", "coordinator", "x", std::to_string(i), "p", "W1", "r"}}, house.clock.now()); });
    auto whole = confidentiality::verify(*data.read(house.scope()));
    EXPECT_EQ(whole.entries, 5);
    EXPECT_FALSE(whole.broken_at);
    EXPECT_THROW(data.write(house.scope(), [](db::Write& tx) { tx.run("update access_log set actor = 'b' where sequence = 3"); }), db::Error);
    EXPECT_THROW(data.write(house.scope(), [](db::Write& tx) { tx.run("delete from access_log where sequence = 3"); }), db::Error);
    if (house.engine == world::Engine::postgresql) return; // the application role cannot drop the trigger
    data.script("drop trigger access_log_no_update; drop trigger access_log_no_delete");
    data.script("update access_log set actor = 'b' where sequence = 3");
    EXPECT_EQ(confidentiality::verify(*data.read(house.scope())).broken_at, 3);
    data.script("update access_log set actor = 'a' where sequence = 3; delete from access_log where sequence = 5");
    EXPECT_EQ(confidentiality::verify(*data.read(house.scope())).broken_at, 5) << "cutting off the end is seen too";
}

TEST_P(Hall, ManyReadersShareOneCommitAndNoneIsLost) {
    std::vector<std::thread> threads;
    for (int t = 0; t < 6; ++t)
        threads.emplace_back([&] {
            for (int i = 0; i < 20; ++i) house.program->data().ledger(house.scope(), [&](db::Write& tx) { tx.before_commit([&](db::Write& last) { confidentiality::append(last, {{"a", "r", "x", "o", "p", "R", "q"}}, house.clock.now()); }); });
        });
    for (auto& thread : threads) thread.join();
    auto result = confidentiality::verify(*house.program->data().read(house.scope()));
    EXPECT_EQ(result.entries, 120);
    EXPECT_FALSE(result.broken_at);
}

TEST_P(Hall, RowSecurityShowsNothingWithoutAContextAndNothingOfAnother) {
    house.person(house.here, "Anna Hier", {Role::buddy});
    auto count = [&](db::Scope const& scope, char const* table) { return house.program->data().read(scope)->one<std::int64_t>(std::string{"select count(*) from "} + table); };
    EXPECT_EQ(count(house.scope(), "people"), 1);
    if (house.engine == world::Engine::sqlite) return;
    EXPECT_EQ(count(db::Scope::of(""), "people"), 0);
    EXPECT_EQ(count(db::Scope::of(house.there.value()), "people"), 0);
    EXPECT_EQ(count(db::Scope::of_hall(), "people"), 0);
    EXPECT_EQ(count(house.scope(), "accounts"), 0) << "accounts are for the hall";
    EXPECT_THROW(house.program->data().write(house.scope(), [&](db::Write& tx) { tx.run("insert into schools (id, partnership, name, place, kind, postcode, pupils, same_school, page_key) values ('s', :other, '', '', '', 0, 0, 'no', 'k')", house.there); }), db::Error);
}

TEST_P(Hall, ASessionEndsWhenIdleRevokedOrTooOld) {
    auto person = house.person(house.here, "Anna Hier", {Role::buddy});
    auto visitor = house.as(person);
    EXPECT_EQ(visitor.get("/mijn-gegevens").status, 200);
    house.clock.pass(std::chrono::minutes{29});
    EXPECT_EQ(visitor.get("/mijn-gegevens").status, 200);
    house.clock.pass(std::chrono::minutes{29});
    EXPECT_EQ(visitor.get("/mijn-gegevens").status, 200) << "use keeps it alive";
    house.clock.pass(std::chrono::minutes{31});
    EXPECT_EQ(visitor.get("/mijn-gegevens").location, "/inloggen");
    auto fresh = house.as(person);
    EXPECT_EQ(fresh.post("/mijn-gegevens", "/mijn-gegevens/overal-uit", {}).status, 303);
    EXPECT_EQ(fresh.get("/mijn-gegevens").location, "/inloggen");
}

TEST_P(Hall, ALoginLinkWorksOnceInTheBrowserThatAskedAndElsewhereByCode) {
    house.person(house.here, "Anna Hier", {Role::buddy});
    auto asked = house.stranger(), elsewhere = house.stranger();
    auto token = [&] {
        house.program->run_jobs();
        auto const& text = house.mails.back().text;
        auto at = text.find("/inloggen/");
        return text.substr(at, text.find_first_of("\n ", at) - at);
    };
    asked.post("/inloggen", "/inloggen", {{"mail", "annahier@voorbeeld.test"}});
    auto link = token();
    EXPECT_EQ(asked.get(link).status, 200);
    EXPECT_EQ(asked.get("/mijn").location, "/inloggen") << "GET never logs in";
    auto other = elsewhere.post(link, link, {});
    EXPECT_EQ(other.status, 200);
    EXPECT_EQ(elsewhere.get("/mijn").location, "/inloggen") << "a link opened elsewhere shows a code only";
    auto at = other.body.find("class=\"sleutel\">");
    auto code = other.body.substr(at + 16, 6);
    EXPECT_EQ(asked.post("/inloggen/verstuurd", "/inloggen/code", {{"code", code}}).status, 303);
    EXPECT_EQ(asked.get("/mijn").status, 200);
    EXPECT_EQ(elsewhere.post(link, link, {}).status, 303) << "used up";
    EXPECT_EQ(elsewhere.get("/mijn").location, "/inloggen");

    auto third = house.stranger();
    auto known = third.post("/inloggen", "/inloggen", {{"mail", "annahier@voorbeeld.test"}});
    auto unknown = third.post("/inloggen", "/inloggen", {{"mail", "niemand@voorbeeld.test"}});
    EXPECT_EQ(known.location, unknown.location) << "the same answer for a known and an unknown address";
    link = token();
    house.clock.pass(std::chrono::minutes{21});
    EXPECT_TRUE(third.get(link).says("werkt niet meer"));
}

TEST_P(Hall, LoggingInEndsTheSessionThatTheBrowserBroughtAlong) {
    auto const one = house.person(house.here, "Anna Hier", {Role::buddy}), two = house.person(house.here, "Bert Hier", {Role::buddy});
    auto& data = house.program->data();
    auto const account = [&](visit::PersonId const& who) { return *account::find_by_person(*data.read(db::Scope::of_hall()), who); };
    auto const sessions = [&](visit::PersonId const& who) { return account::sessions_of(*data.read(db::Scope::of_hall()), account(who), house.clock.now()).size(); };
    auto elsewhere = house.as(one), browser = house.as(one);
    ASSERT_EQ(sessions(one), 2U);
    for (auto const& who : {one, two}) {
        auto const token = base::random_text(house.random, 32);
        data.write(db::Scope::of_hall(), [&](db::Write& hall) { account::add_link(hall, token, account(who), "", house.clock.now() + account::link_lasts); });
        EXPECT_EQ(browser.post("/inloggen/" + token, "/inloggen/" + token, {}).status, 303);
    }
    EXPECT_EQ(sessions(one), 1U) << "only the one elsewhere is left";
    EXPECT_EQ(sessions(two), 1U);
    EXPECT_EQ(elsewhere.get("/mijn-gegevens").status, 200);
}

TEST_P(Hall, WhatWasPostedIntoAnEndedSessionComesBackToTheSamePersonOnly) {
    auto coordinator = house.person(house.here, "Ineke Vos", {Role::coordinator});
    auto visitor = house.as(coordinator);
    auto page = visitor.get("/aanmeldingen/nieuw");
    house.clock.pass(std::chrono::hours{2});
    auto gone = visitor.send("POST", "/aanmeldingen", "_csrf=" + http::encoded(page.hidden("_csrf")) + "&_once=a&naam=Bewaarde+Naam&telefoon=0612345678&kanaal=poster&akkoord=ja");
    EXPECT_EQ(gone.location, "/inloggen");
    EXPECT_FALSE(house.as(house.person(house.here, "Piet Ander", {Role::coordinator})).get("/hervatten").says("Bewaarde Naam"));
    auto again = house.as(coordinator);
    auto resume = again.get("/hervatten");
    EXPECT_TRUE(resume.says("Bewaarde Naam"));
    EXPECT_EQ(resume.hidden("_once"), "a") << "what was done already is not done again";
    EXPECT_EQ(again.post("/hervatten", "/aanmeldingen", {{"naam", "Bewaarde Naam"}, {"telefoon", "0612345678"}, {"kanaal", "poster"}, {"akkoord", "ja"}, {"_hervat", "ja"}}).status, 303);
    EXPECT_TRUE(again.get("/aanmeldingen").says("Bewaarde Naam"));
    EXPECT_EQ(again.get("/hervatten").location, "/") << "what was sent waits no more";
}

TEST_P(Hall, AnErasedPersonIsGoneAlsoFromARestoredBackup) {
    if (house.engine == world::Engine::postgresql) GTEST_SKIP() << "files are copied on SQLite";
    auto person = house.person(house.here, "Wis Mij", {Role::buddy});
    house.program->data().copy_to(house.file("old.db"));
    house.program->keys().copy_to(house.file("old-keys.db"));
    app::erase(house.program->services(), house.config.journal_path(), person);
    EXPECT_FALSE(people::find_person(*house.program->data().read(house.scope()), house.program->keys(), person));
    house.close();
    for (auto const* file : {"naast.db", "naast.db-wal", "naast.db-shm", "keys.db", "keys.db-wal", "keys.db-shm"}) std::filesystem::remove(house.file(file));
    std::filesystem::copy_file(house.file("old.db"), house.file("naast.db"));
    std::filesystem::copy_file(house.file("old-keys.db"), house.file("keys.db"));
    house.reopen();
    EXPECT_FALSE(people::find_person(*house.program->data().read(house.scope()), house.program->keys(), person)) << "the journal erases again";
    EXPECT_FALSE(house.program->keys().has(person));
}

TEST_P(Hall, ARefusedMailStaysInTheQueue) {
    house.person(house.here, "Anna Hier", {Role::buddy});
    house.mail_works = false;
    house.stranger().post("/inloggen", "/inloggen", {{"mail", "annahier@voorbeeld.test"}});
    house.program->run_jobs();
    EXPECT_EQ(jobs::stuck(*house.program->data().read(house.scope()), house.here.value()).size(), 1U);
    house.mail_works = true;
    house.clock.pass(std::chrono::hours{1});
    house.program->run_jobs();
    EXPECT_EQ(house.mails.size(), 1U);
    EXPECT_EQ(jobs::waiting(*house.program->data().read(house.scope()), house.here.value()), 0);
}

TEST_P(Hall, WhatOnlyServedForAWhileIsSweptAndNothingElse) {
    auto person = house.person(house.here, "Anna Hier", {Role::buddy});
    auto visitor = house.as(person);
    visitor.post("/mijn/vragen", "/mijn/vragen", {{"tekst", "Een vraag."}});
    house.stranger().post("/inloggen", "/inloggen", {{"mail", "annahier@voorbeeld.test"}});
    house.program->run_jobs();
    auto count = [&](db::Scope const& scope, std::string const& table) { return house.program->data().read(scope)->one<std::int64_t>("select count(*) from " + table).value_or(-1); };
    house.program->sweep();
    EXPECT_EQ(count(house.scope(), "done_forms"), 1);
    EXPECT_EQ(count(db::Scope::of_hall(), "login_links"), 1);
    house.clock.pass(std::chrono::hours{24 * 8});
    house.program->sweep();
    EXPECT_EQ(count(house.scope(), "done_forms"), 0);
    EXPECT_EQ(count(db::Scope::of_hall(), "login_links"), 0);
    EXPECT_EQ(count(db::Scope::of_hall(), "attempts"), 0);
    EXPECT_EQ(count(house.scope(), "consults"), 1);
    EXPECT_EQ(count(db::Scope::of_hall(), "accounts"), 1);
}

TEST_P(Hall, ADatabaseThatIsNotOursOrNewerOrAlreadyServedIsRefused) {
    if (house.engine == world::Engine::postgresql) GTEST_SKIP() << "files are made on SQLite";
    EXPECT_THROW(app::Program(house.config, app::Program::Schema::must_be_current), app::Wrong) << "a second process on the same file";
    house.program->data().script("insert into migrations (name, fingerprint, done_at) values ('99999999_9999_future', 'x', 0)");
    house.close();
    EXPECT_THROW(house.reopen(), app::Wrong) << "newer";
    auto strange = house.config;
    strange.data = house.file("strange");
    std::filesystem::create_directories(strange.data);
    {
        db::Database other{{.url = strange.database_url(), .readers = 1, .vfs = {}}};
        other.script("create table theirs (x integer)");
    }
    EXPECT_THROW(app::Program(strange, app::Program::Schema::must_be_current), app::Wrong) << "foreign";
}

TEST(Totp, ACodeHoldsOnceAndNotBefore) {
    base::SeededRandom random{1};
    auto secret = crypto::totp_secret(random);
    base::Moment now{std::chrono::seconds{1'800'000'000}};
    auto code = crypto::totp_code(secret, now);
    auto step = crypto::totp_step(secret, code, now, 0);
    ASSERT_TRUE(step);
    EXPECT_FALSE(crypto::totp_step(secret, code, now, *step)) << "used";
    EXPECT_TRUE(crypto::totp_step(secret, code, now + std::chrono::seconds{30}, 0));
    EXPECT_FALSE(crypto::totp_step(secret, code, now + std::chrono::seconds{95}, 0));
    EXPECT_FALSE(crypto::totp_step(secret, "000000", now, 0) && crypto::totp_step(secret, "000001", now, 0));
}

TEST_P(Hall, WhoWaitsAtTheScreenGoesBeforeLettersAndRoundsGoLast) {
    while (house.program->run_jobs() > 0) {}
    auto const now = house.clock.now();
    house.program->data().write(db::Scope::of_hall(), [&](db::Write& hall) {
        for (auto const& [kind, earlier] : {std::pair{"a.round", 9}, {"letter", 8}, {"letter", 7}, {"login", 1}}) jobs::later(hall, house.random, kind, house.here.value(), "", "", now - std::chrono::seconds{earlier});
    });
    std::vector<std::string> order;
    auto note = [&](jobs::Job const& job) { order.push_back(job.kind); };
    jobs::Runner{house.program->data(), house.clock, {{"a.round", note}, {"letter", note}, {"login", note}}}.run_due();
    EXPECT_EQ(order, (std::vector<std::string>{"login", "letter", "letter", "a.round"}));
}

} // namespace
