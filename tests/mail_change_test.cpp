// Another mail address: asked by its owner or by the coordinator after a talk, confirmed from there, and stopped by who still reads the old one.
#include "account/store_accounts.h"
#include "account/store_mail_change.h"
#include "people/store_people.h"
#include "tests/world/world.h"

#include <regex>

namespace {
using namespace std::chrono_literals;
using visit::Role;

class MailChanging : public world::InHouse {
protected:
    visit::PersonId petra = house.person(house.here, "Petra Vraag", {Role::asking_parent});
    visit::PersonId hanneke = house.person(house.here, "Hanneke", {Role::coordinator});
    visit::PersonId tom = house.person(house.here, "Tom", {Role::trainer});

    void work() { house.program->run_jobs(100); }
    people::Known known(visit::PersonId const& person) { return people::find_person(*house.program->data().read(house.scope()), house.program->keys(), person).value(); }
    std::string mail() { return known(petra).mail; }
    bool comes_in_by(std::string const& address) {
        auto hall = house.program->data().read(db::Scope::of_hall());
        auto const account = account::find_by_mail(*hall, house.program->keys(), address);
        return account && account == account::find_by_person(*hall, petra);
    }
    std::vector<mail::Message> to(std::string const& address) {
        std::vector<mail::Message> its;
        for (auto const& each : house.mails)
            if (each.to == address) its.push_back(each);
        return its;
    }
    /// The path of the link in the last mail to this address.
    std::string link(std::string const& address) {
        std::smatch found;
        auto const all = to(address);
        return !all.empty() && std::regex_search(all.back().text, found, std::regex{"/mailadres/[A-Za-z0-9._-]+"}) ? found.str() : std::string{};
    }
    std::string asked(world::Visitor& someone, std::string const& address) {
        EXPECT_EQ(someone.post("/mijn-gegevens/mailadres", "/mijn-gegevens/mailadres", {{"mail", address}}).location, "/mijn-gegevens");
        work();
        return link(address);
    }
    void confirm(std::string const& at) {
        auto stranger = house.stranger();
        EXPECT_EQ(stranger.post(at, at, {}).location, at);
        work();
    }
    std::string desk() const { return "/mensen/" + petra.value() + "/gegevens"; }
};
ON_BOTH_DATABASES(MailChanging);

TEST_P(MailChanging, CountsOnceConfirmedFromThereAndTwoDaysAfterAsking) {
    auto const before = mail();
    auto mine = house.as(petra);
    EXPECT_TRUE(mine.get("/mijn-gegevens").says("href=\"/mijn-gegevens/mailadres\""));
    auto const at = asked(mine, "nieuw@voorbeeld.test");
    ASSERT_FALSE(at.empty());
    ASSERT_EQ(to(before).size(), 1U) << "the old address hears of it";
    EXPECT_EQ(to(before).front().text.find("nieuw@"), std::string::npos) << "not which";
    EXPECT_FALSE(mine.get("/mijn-gegevens").says("nieuw@")) << "who reads the old mailbox may come in here";
    EXPECT_TRUE(house.stranger().get(at).status == 200 && mail() == before) << "opening a link changes nothing";
    house.clock.pass(1h);
    confirm(at);
    EXPECT_EQ(mail(), before);
    house.clock.pass(46h);
    work();
    EXPECT_TRUE(comes_in_by(before));
    house.clock.pass(1h + 1s);
    work();
    EXPECT_EQ(mail(), "nieuw@voorbeeld.test");
    EXPECT_TRUE(comes_in_by("nieuw@voorbeeld.test"));
    EXPECT_FALSE(comes_in_by(before));
    EXPECT_EQ(to("nieuw@voorbeeld.test").size(), 2U) << "the link, and that it counts";
    EXPECT_EQ(to(before).size(), 1U);
    EXPECT_EQ(house.stranger().get(at).status, 404);
    EXPECT_EQ(known(petra).name, "Petra Vraag");
}

TEST_P(MailChanging, ALinkThatLiesInTheOldMailboxOpensNothingAfterIt) {
    auto mine = house.as(petra);
    auto const at = asked(mine, "nieuw@voorbeeld.test");
    house.clock.pass(48h - 5min);
    confirm(at);
    auto const account = *account::find_by_person(*house.program->data().read(db::Scope::of_hall()), petra);
    house.program->data().write(db::Scope::of_hall(), [&](db::Write& hall) { account::add_link(hall, "oud", account, "", house.clock.now() + 20min); });
    house.clock.pass(6min);
    work();
    EXPECT_FALSE(account::find_link(*house.program->data().read(db::Scope::of_hall()), "oud", house.clock.now()));
}

TEST_P(MailChanging, IsStoppedByWhoStillReadsTheOldMail) {
    auto const before = mail();
    auto mine = house.as(petra);
    auto const at = asked(mine, "vreemd@voorbeeld.test");
    confirm(at);
    EXPECT_EQ(mine.post("/mijn-gegevens", "/mijn-gegevens/mailadres/stop", {}).location, "/mijn-gegevens");
    house.clock.pass(72h);
    work();
    EXPECT_EQ(mail(), before);
    EXPECT_TRUE(comes_in_by(before));
    EXPECT_EQ(house.stranger().get(at).status, 404);
}

TEST_P(MailChanging, TheLinkOfAnEarlierAddressConfirmsNoLaterOne) {
    auto mine = house.as(petra);
    auto const first = asked(mine, "een@voorbeeld.test");
    auto const second = asked(mine, "twee@voorbeeld.test");
    EXPECT_EQ(house.stranger().get(first).status, 404);
    confirm(second);
    house.clock.pass(49h);
    work();
    EXPECT_EQ(mail(), "twee@voorbeeld.test");
}

TEST_P(MailChanging, NothingIsLeftOfWhatNobodyConfirmed) {
    auto const before = mail();
    auto mine = house.as(petra);
    auto const at = asked(mine, "nieuw@voorbeeld.test");
    house.clock.pass(7 * 24h + 1s);
    EXPECT_EQ(house.stranger().get(at).status, 404);
    house.program->sweep();
    EXPECT_EQ(house.program->data().read(house.scope())->one<std::int64_t>("select count(*) from mail_changes").value_or(-1), 0);
    EXPECT_EQ(mail(), before);
}

TEST_P(MailChanging, RefusesWhatIsNoAddressAndTheOneThatIsThere) {
    auto mine = house.as(petra);
    for (auto const& typed : {std::string{"geen adres"}, std::string{}, mail()}) {
        auto const page = mine.post("/mijn-gegevens/mailadres", "/mijn-gegevens/mailadres", {{"mail", typed}});
        EXPECT_EQ(page.status, 422) << typed;
        EXPECT_TRUE(page.says("href=\"#mail\"")) << typed;
    }
    work();
    EXPECT_TRUE(house.mails.empty());
}

TEST_P(MailChanging, AsksFirstWhoItIs) {
    auto mine = house.as(petra);
    house.clock.pass(16min);
    EXPECT_EQ(mine.get("/mijn-gegevens/mailadres").location, "/opnieuw-bewijzen?naar=%2Fmijn-gegevens%2Fmailadres");
    auto desk_of = house.as(hanneke);
    EXPECT_EQ(desk_of.get(desk()).status, 200);
    house.clock.pass(16min);
    EXPECT_TRUE(desk_of.get(desk()).location.starts_with("/opnieuw-bewijzen"));
}

TEST_P(MailChanging, TheCoordinatorCorrectsANameAndANumberAtOnce) {
    auto at_desk = house.as(hanneke);
    auto const before = mail();
    auto const page = at_desk.post(desk(), desk(), {{"naam", "Petra van Vraag"}, {"telefoon", "06 12345678"}, {"mail", before}});
    EXPECT_EQ(page.location, desk());
    EXPECT_EQ(known(petra).name, "Petra van Vraag");
    EXPECT_EQ(known(petra).phone, "06 12345678");
    work();
    EXPECT_EQ(mail(), before);
    EXPECT_TRUE(house.mails.empty());
    EXPECT_TRUE(house.as(petra).get("/mijn-gegevens/wie-keek").says("mailadres verbeteren")) << "Petra reads who did it";
}

TEST_P(MailChanging, AfterATalkALostAddressWaitsForNothingAndHearsNothing) {
    auto at_desk = house.as(hanneke);
    auto const before = mail();
    std::vector<std::pair<std::string, std::string>> fields{{"naam", "Petra Vraag"}, {"telefoon", ""}, {"mail", "nieuw@voorbeeld.test"}, {"oud_weg", "ja"}};
    EXPECT_EQ(at_desk.post(desk(), desk(), fields).status, 422) << "not without a talk";
    fields.emplace_back("gesproken", "ja");
    EXPECT_EQ(at_desk.post(desk(), desk(), fields).location, desk());
    EXPECT_TRUE(at_desk.get(desk()).says("nog niet bevestigd"));
    work();
    EXPECT_TRUE(to(before).empty());
    confirm(link("nieuw@voorbeeld.test"));
    EXPECT_EQ(mail(), "nieuw@voorbeeld.test");
    EXPECT_TRUE(comes_in_by("nieuw@voorbeeld.test"));
    EXPECT_TRUE(to(before).empty());
}

TEST_P(MailChanging, WhoCameInByALostAddressDoesNotStayIn) {
    auto other = house.as(petra);
    auto at_desk = house.as(hanneke);
    at_desk.post(desk(), desk(), {{"naam", "Petra Vraag"}, {"telefoon", ""}, {"mail", "nieuw@voorbeeld.test"}, {"oud_weg", "ja"}, {"gesproken", "ja"}});
    work();
    auto const page = other.get("/mijn-gegevens");
    EXPECT_FALSE(page.says("mailadres/stop")) << "who reads the old mailbox neither sees it";
    other.post("/mijn-gegevens", "/mijn-gegevens/mailadres/stop", {});
    EXPECT_EQ(other.post("/mijn-gegevens/mailadres", "/mijn-gegevens/mailadres", {{"mail", "boef@voorbeeld.test"}}).status, 422) << "nor replaces it";
    confirm(link("nieuw@voorbeeld.test"));
    EXPECT_EQ(mail(), "nieuw@voorbeeld.test");
    EXPECT_EQ(other.get("/mijn-gegevens").location, "/inloggen");
}

TEST_P(MailChanging, NobodyOfOnePartnershipChangesTheWayIntoAnother) {
    auto const elsewhere = house.person(house.there, "Petra Vraag", {Role::asking_parent});
    auto const account = *account::find_by_person(*house.program->data().read(db::Scope::of_hall()), petra);
    auto at_desk = house.as(hanneke);
    std::vector<std::pair<std::string, std::string>> const fields{{"naam", "Petra Vraag"}, {"telefoon", ""}, {"mail", "boef@voorbeeld.test"}, {"oud_weg", "ja"}, {"gesproken", "ja"}};
    auto const joins = [&] { house.program->data().write(db::Scope::of_hall(), [&](db::Write& hall) { hall.run("delete from memberships where person = :person", elsewhere); account::add_membership(hall, account, house.there, elsewhere); }); };
    // asked before the account opened another partnership, confirmed after it
    EXPECT_EQ(at_desk.post(desk(), desk(), fields).location, desk());
    work();
    joins();
    auto const before = mail();
    confirm(link("boef@voorbeeld.test"));
    EXPECT_EQ(mail(), before);
    EXPECT_TRUE(comes_in_by(before));
    auto const refused = at_desk.post(desk(), desk(), fields);
    EXPECT_EQ(refused.status, 422);
    EXPECT_FALSE(refused.says("ander steunpunt")) << "where else someone belongs is not told here";
    // the owner may, and stops it wherever the login leads
    auto mine = house.as(petra);
    auto const at = asked(mine, "nieuw@voorbeeld.test");
    mine.post("/wisselen", "/wisselen/daar", {});
    auto there = house.as(elsewhere);
    EXPECT_EQ(there.post("/mijn-gegevens", "/mijn-gegevens/mailadres/stop", {}).location, "/mijn-gegevens");
    EXPECT_EQ(house.stranger().get(at).status, 404);
}

TEST_P(MailChanging, SendsFiveMailsAnHourAndNoMore) {
    auto mine = house.as(petra);
    for (int i = 0; i < 5; ++i) EXPECT_EQ(mine.post("/mijn-gegevens/mailadres", "/mijn-gegevens/mailadres", {{"mail", "a" + std::to_string(i) + "@voorbeeld.test"}}).status, 303);
    EXPECT_EQ(mine.post("/mijn-gegevens/mailadres", "/mijn-gegevens/mailadres", {{"mail", "b@voorbeeld.test"}}).status, 422);
}

TEST_P(MailChanging, WhatIsBeingMadeIsNeitherStoppedNorReplaced) {
    auto mine = house.as(petra);
    auto const at = asked(mine, "nieuw@voorbeeld.test");
    confirm(at);
    auto const id = house.program->data().read(house.scope())->one<account::MailChangeId>("select id from mail_changes").value();
    house.program->data().write(house.scope(), [&](db::Write& tx) { EXPECT_TRUE(account::begin_mail_change(tx, id, house.clock.now())); });
    EXPECT_TRUE(mine.post("/mijn-gegevens", "/mijn-gegevens/mailadres/stop", {}).status == 303);
    EXPECT_EQ(mine.post("/mijn-gegevens/mailadres", "/mijn-gegevens/mailadres", {{"mail", "ander@voorbeeld.test"}}).status, 422);
    house.clock.pass(49h);
    work();
    EXPECT_EQ(mail(), "nieuw@voorbeeld.test") << "and it is made in the end";
}

TEST_P(MailChanging, WhoWantsNoMailAnyMoreGetsNone) {
    auto at_desk = house.as(hanneke);
    auto const before = mail();
    EXPECT_EQ(at_desk.post(desk(), desk(), {{"naam", "Petra Vraag"}, {"telefoon", "06 12345678"}, {"mail", ""}, {"gesproken", "ja"}}).location, desk());
    work();
    EXPECT_EQ(mail(), "");
    EXPECT_FALSE(comes_in_by(before));
    EXPECT_TRUE(house.mails.empty());
}

TEST_P(MailChanging, IsNotForPeopleWithATaskNorByAnyoneElse) {
    auto at_desk = house.as(hanneke);
    EXPECT_EQ(at_desk.get("/mensen/" + tom.value() + "/gegevens").status, 404);
    EXPECT_EQ(at_desk.get("/mensen/" + hanneke.value() + "/gegevens").status, 404);
    for (auto const& who : {petra, tom}) EXPECT_EQ(house.as(who).get(desk()).status, 404);
    EXPECT_EQ(house.stranger().get(desk()).location, "/inloggen");
}

TEST_P(MailChanging, AnAccountInTwoPartnershipsMovesInBoth) {
    auto const elsewhere = house.person(house.there, "Petra Vraag", {Role::buddy});
    house.program->data().write(db::Scope::of_hall(), [&](db::Write& hall) {
        hall.run("delete from memberships where person = :person", elsewhere);
        account::add_membership(hall, *account::find_by_person(hall, petra), house.there, elsewhere);
    });
    auto mine = house.as(petra);
    confirm(asked(mine, "nieuw@voorbeeld.test"));
    house.clock.pass(49h);
    work();
    EXPECT_EQ(mail(), "nieuw@voorbeeld.test");
    EXPECT_EQ(people::find_person(*house.program->data().read(db::Scope::of(house.there.value())), house.program->keys(), elsewhere)->mail, "nieuw@voorbeeld.test");
}

} // namespace
