// Gatherings through pages: planned by the coordinator, registered for by strangers, and gone after their term.
#include "app/erasure.h"
#include "recruitment/store_registrations.h"
#include "tests/world/world.h"

namespace {
using std::chrono::hours;
using std::chrono::year;
using visit::Role;
using Fields = std::vector<std::pair<std::string, std::string>>;

class Gatherings : public world::InHouse {
protected:
    visit::PersonId coordinator = house.person(house.here, "Ineke Vos", {Role::coordinator});
    world::Visitor desk = house.as(coordinator);

    /// The form of an evening on Tuesday 8 December 2026 at 19.30, two weeks ahead.
    Fields evening(std::string const& capacity = "", std::string const& title = "Informatieavond") {
        return {{"soort", "informatieavond"}, {"titel", title}, {"dag_dag", "8"}, {"dag_maand", "12"}, {"dag_jaar", "2026"}, {"tijd", "19.30"}, {"duur", "120"}, {"plaats", "Wijkcentrum De Brug"}, {"link", ""}, {"tekst", "Kom luisteren.\nEr is koffie."}, {"plekken", capacity}};
    }
    static Fields with(Fields fields, std::string const& name, std::string const& value) {
        for (auto& field : fields)
            if (field.first == name) field.second = value;
        return fields;
    }
    std::string plan(Fields const& fields) {
        auto made = desk.post("/bijeenkomsten/nieuw", "/bijeenkomsten", fields);
        EXPECT_EQ(made.status, 303);
        return made.location.substr(made.location.rfind('/') + 1);
    }
    world::Page registers(std::string const& gathering, Fields fields) {
        auto visitor = house.stranger();
        auto const at = "/bijeenkomst/" + gathering + "/aanmelden";
        auto page = visitor.get(at);
        house.clock.pass(std::chrono::seconds{5});
        http::Fields all;
        for (auto const* name : {"_csrf", "_once", "_moment"}) all.add(name, page.hidden(name));
        fields.insert(fields.end(), {{"taal", "nl"}, {"akkoord", "ja"}});
        for (auto const& [name, value] : fields) all.add(name, value);
        return visitor.send("POST", at, http::form_text(all));
    }
    world::Page comes(std::string const& gathering, std::string const& name, std::string const& persons = "1", bool mail = true) {
        return registers(gathering, {{"naam", name}, {"mail", mail ? name + "@voorbeeld.test" : ""}, {"telefoon", mail ? "" : "06 55 22 33 44"}, {"aantal", persons}});
    }
    void go() {
        house.program->go_round();
        while (house.program->run_jobs() > 0) {}
    }
    /// The mails since the last look.
    std::vector<mail::Message> mails() {
        while (house.program->run_jobs() > 0) {}
        return std::exchange(house.mails, {});
    }
    static std::string link(mail::Message const& mail) {
        auto at = mail.text.find("/plek/");
        return at == std::string::npos ? "" : mail.text.substr(at, mail.text.find_first_of("\n ", at) - at);
    }
    std::int64_t count(std::string const& what) { return house.program->data().read(house.scope())->one<std::int64_t>("select count(*) from " + what).value_or(-1); }
    std::string registration(std::string const& name) {
        auto door = house.program->data().read(house.scope());
        for (auto const& id : door->column<visit::PersonId>("select person from registrations"))
            if (people::name_of(*door, house.program->keys(), id) == name) return door->one<std::string>("select id from registrations where person = :person", id).value_or("");
        return "";
    }
};
ON_BOTH_DATABASES(Gatherings);

TEST_P(Gatherings, AStrangerFindsOneRegistersAndGetsANeutralMailWithACalendarFile) {
    EXPECT_FALSE(house.stranger().get("/").says("/bijeenkomst")) << "nothing to come yet";
    EXPECT_TRUE(house.stranger().get("/bijeenkomst").says("geen bijeenkomst gepland"));
    auto const id = plan(evening());
    EXPECT_TRUE(house.stranger().get("/").says("/bijeenkomst"));
    EXPECT_TRUE(house.stranger().get("/bijeenkomst").says("Informatieavond"));
    auto page = house.stranger().get("/bijeenkomst/" + id);
    EXPECT_TRUE(page.says("di 8 december 2026, 19.30 uur"));
    EXPECT_TRUE(page.says("Wijkcentrum De Brug"));
    EXPECT_TRUE(page.says("/buddy-vragen?via=avond"));
    EXPECT_TRUE(page.says("/buddy-worden?via=avond"));
    EXPECT_EQ(comes(id, "noor", "2").location, "/bijeenkomst/" + id + "/bedankt");
    auto const sent = mails();
    ASSERT_EQ(sent.size(), 1U);
    EXPECT_EQ(sent[0].to, "noor@voorbeeld.test");
    for (auto const* word : {"uddy", "nformatie", "ijeenkomst", "workshop"}) {
        EXPECT_EQ(sent[0].text.find(word), std::string::npos) << word;
        EXPECT_EQ(sent[0].subject.find(word), std::string::npos) << word;
        EXPECT_EQ(sent[0].calendar.find(word), std::string::npos) << word;
    }
    EXPECT_NE(sent[0].calendar.find("ATTENDEE:mailto:noor@voorbeeld.test"), std::string::npos);
    EXPECT_EQ(sent[0].calendar.find("ATTENDEE"), sent[0].calendar.rfind("ATTENDEE")) << "one recipient";
    EXPECT_NE(sent[0].calendar.find("DTSTART:20261208T183000Z"), std::string::npos);
    auto seen = desk.get("/bijeenkomsten/" + id);
    EXPECT_TRUE(seen.says("noor@voorbeeld.test"));
    EXPECT_TRUE(seen.says("heeft een plek"));
    auto parent = house.stranger();
    auto const seat = link(sent[0]);
    EXPECT_TRUE(parent.get(seat).says("Er is een plek voor u"));
    EXPECT_EQ(parent.post(seat, seat + "/aantal", {{"aantal", "4"}}).status, 303);
    EXPECT_EQ(parent.post(seat, seat + "/aantal", {{"aantal", "9"}}).status, 422);
    EXPECT_EQ(count("registrations where persons = 4"), 1);
}

TEST_P(Gatherings, OpeningStoresNothingAndAProgramLeavesNothingBehind) {
    auto const id = plan(evening());
    auto robot = house.stranger();
    for (auto const* more : {"", "/aanmelden", "/bedankt"}) EXPECT_EQ(robot.get("/bijeenkomst/" + id + more).status, 200);
    EXPECT_EQ(registers(id, {{"naam", "robot"}, {"mail", "robot@voorbeeld.test"}, {"aantal", "1"}, {"website", "http://spam.test"}}).status, 303);
    EXPECT_EQ(robot.post("/bijeenkomst/" + id + "/aanmelden", "/bijeenkomst/" + id + "/aanmelden", {{"naam", "robot"}, {"mail", "robot@voorbeeld.test"}, {"aantal", "1"}, {"akkoord", "ja"}}).status, 303) << "within three seconds";
    EXPECT_EQ(count("registrations"), 0);
    EXPECT_TRUE(mails().empty());
}

TEST_P(Gatherings, AMarkOfOneFormOpensInNoOther) {
    auto const id = plan(evening());
    auto robot = house.stranger();
    auto elsewhere = robot.get("/buddy-worden/aanmelden");
    house.clock.pass(std::chrono::seconds{9});
    auto page = robot.get("/bijeenkomst/" + id + "/aanmelden");
    http::Fields all;
    for (auto const& [name, value] : Fields{{"_csrf", page.hidden("_csrf")}, {"_once", page.hidden("_once")}, {"_moment", elsewhere.hidden("_moment")}, {"naam", "robot"}, {"mail", "robot@voorbeeld.test"}, {"aantal", "1"}, {"akkoord", "ja"}}) all.add(name, value);
    EXPECT_EQ(robot.send("POST", "/bijeenkomst/" + id + "/aanmelden", http::form_text(all)).status, 303);
    EXPECT_EQ(count("registrations"), 0);
}

TEST_P(Gatherings, WhatIsWrongIsSaidAtTheFieldAndWhatWasTypedStays) {
    auto const id = plan(evening());
    auto page = registers(id, {{"naam", "<b>Noor</b>"}, {"mail", "noor@"}, {"aantal", "7"}});
    EXPECT_EQ(page.status, 422);
    EXPECT_TRUE(page.says("href=\"#mail\""));
    EXPECT_TRUE(page.says("href=\"#aantal\""));
    EXPECT_TRUE(page.says("&lt;b&gt;Noor&lt;/b&gt;"));
    auto wrong = desk.post("/bijeenkomsten/nieuw", "/bijeenkomsten", with(with(evening(), "titel", ""), "link", "http://x.test"));
    EXPECT_EQ(wrong.status, 422);
    EXPECT_TRUE(wrong.says("href=\"#titel\""));
    EXPECT_TRUE(wrong.says("http://x.test"));
    EXPECT_TRUE(wrong.says("Kom luisteren."));
}

TEST_P(Gatherings, WhenItIsFullPeopleWaitAndTheFirstOfThemGetsThePlaceOfWhoCancels) {
    auto const id = plan(evening("3"));
    comes(id, "anna", "2");
    comes(id, "bert");
    EXPECT_EQ(comes(id, "carla", "2").location, "/bijeenkomst/" + id + "/bedankt?wacht=1");
    comes(id, "dirk");
    auto const first = mails();
    ASSERT_EQ(first.size(), 4U);
    EXPECT_FALSE(first[1].calendar.empty());
    EXPECT_TRUE(first[2].calendar.empty());
    EXPECT_NE(first[2].text.find("wachtlijst"), std::string::npos);
    EXPECT_TRUE(house.stranger().get("/bijeenkomst/" + id).says("Zet mij op de wachtlijst"));
    EXPECT_TRUE(desk.get("/bijeenkomsten/" + id).says("wachtlijst, nummer 2"));
    auto bert = house.stranger();
    auto const seat = link(first[1]);
    EXPECT_EQ(bert.post(seat, seat + "/aantal", {{"aantal", "2"}}).status, 422) << "more than fit";
    EXPECT_EQ(bert.post(seat + "/afmelden", seat + "/afmelden", {}).status, 303);
    auto second = mails();
    ASSERT_EQ(second.size(), 1U) << "the first of the list comes with two and does not fit; nobody goes before";
    EXPECT_EQ(second[0].to, "bert@voorbeeld.test");
    EXPECT_EQ(second[0].calendar_method, "CANCEL");
    EXPECT_TRUE(bert.get(seat).says("U bent afgemeld"));
    auto anna = house.stranger();
    EXPECT_EQ(anna.post(link(first[0]), link(first[0]) + "/aantal", {{"aantal", "1"}}).status, 303);
    auto third = mails();
    ASSERT_EQ(third.size(), 1U);
    EXPECT_EQ(third[0].to, "carla@voorbeeld.test");
    EXPECT_NE(third[0].text.find("Er is een plek voor u vrij."), std::string::npos);
    EXPECT_EQ(third[0].calendar_method, "REQUEST");
    EXPECT_EQ(count("registrations where placed_at is null and cancelled_at is null"), 1);
    EXPECT_EQ(desk.post("/bijeenkomsten/" + id + "/wijzigen", "/bijeenkomsten/" + id + "/wijzigen", [&] {
                      auto more = evening("10");
                      more.emplace_back("versie", desk.get("/bijeenkomsten/" + id + "/wijzigen").hidden("versie"));
                      return more;
                  }())
                  .status,
              303);
    auto fourth = mails();
    ASSERT_EQ(fourth.size(), 1U) << "more chairs";
    EXPECT_EQ(fourth[0].to, "dirk@voorbeeld.test");
}

TEST_P(Gatherings, TheSameAddressTwiceIsToldByMailOnly) {
    auto const id = plan(evening());
    auto const first = comes(id, "noor");
    EXPECT_EQ(mails().size(), 1U);
    auto const again = comes(id, "noor", "3");
    EXPECT_EQ(again.status, first.status);
    EXPECT_EQ(again.location, first.location);
    EXPECT_EQ(again.body, first.body);
    auto const sent = mails();
    ASSERT_EQ(sent.size(), 1U);
    EXPECT_NE(sent[0].text.find("al aangemeld"), std::string::npos);
    EXPECT_FALSE(link(sent[0]).empty());
    EXPECT_EQ(count("registrations"), 1);
    EXPECT_EQ(count("registrations where persons = 1"), 1) << "nothing changed";
    for (int i = 0; i < 6; ++i) comes(id, "noor");
    EXPECT_EQ(mails().size(), 2U) << "three such mails a day, no bombing";
    EXPECT_EQ(count("people where mail_hash is not null and id in (select person from registrations)"), 1);
}

TEST_P(Gatherings, WithoutMailTheCoordinatorCalls) {
    auto const id = plan(evening("1"));
    comes(id, "anna");
    auto const thanks = comes(id, "Truus", "1", false);
    EXPECT_EQ(thanks.location, "/bijeenkomst/" + id + "/bedankt?wacht=1&bellen=1");
    EXPECT_TRUE(house.stranger().get(thanks.location).says("bellen we u"));
    EXPECT_FALSE(desk.get("/vandaag").says("Truus"));
    auto const anna = registration("anna"), truus = registration("Truus");
    EXPECT_EQ(desk.post("/deelnemers/" + anna + "/afmelden", "/deelnemers/" + anna + "/afmelden", {}).status, 303);
    EXPECT_TRUE(desk.get("/vandaag").says("Truus")) << "a place came free and no mail can tell";
    EXPECT_TRUE(desk.get("/deelnemers/" + truus).says("06 55 22 33 44"));
    EXPECT_EQ(desk.post("/deelnemers/" + truus, "/deelnemers/" + truus + "/gebeld", {}).status, 303);
    EXPECT_FALSE(desk.get("/vandaag").says("Truus"));
}

TEST_P(Gatherings, TheCoordinatorMayGiveAPlaceBeyondTheLimitAndChangeANumber) {
    auto const id = plan(evening("2"));
    comes(id, "anna", "2");
    comes(id, "bert");
    mails();
    auto const bert = registration("bert");
    EXPECT_EQ(desk.post("/deelnemers/" + bert, "/deelnemers/" + bert + "/aantal", {{"aantal", "2"}}).status, 303);
    EXPECT_EQ(desk.post("/deelnemers/" + bert, "/deelnemers/" + bert + "/plek", {}).status, 303);
    auto const sent = mails();
    ASSERT_EQ(sent.size(), 1U);
    EXPECT_EQ(sent[0].to, "bert@voorbeeld.test");
    EXPECT_TRUE(desk.get("/bijeenkomsten/" + id).says("4 van 2 plekken"));
    EXPECT_EQ(desk.post("/deelnemers/" + bert, "/deelnemers/" + bert + "/aantal", {{"aantal", "3"}}).status, 422);
}

TEST_P(Gatherings, AnotherMomentIsToldToEveryoneAndOtherWordsAreNot) {
    auto const id = plan(evening());
    comes(id, "noor");
    comes(id, "Truus", "1", false);
    auto const before = mails();
    auto change = [&](Fields fields) {
        fields.emplace_back("versie", desk.get("/bijeenkomsten/" + id + "/wijzigen").hidden("versie"));
        return desk.post("/bijeenkomsten/" + id + "/wijzigen", "/bijeenkomsten/" + id + "/wijzigen", fields).status;
    };
    EXPECT_EQ(change(with(evening(), "tekst", "Andere woorden.")), 303);
    EXPECT_TRUE(mails().empty());
    EXPECT_EQ(change(with(evening(), "dag_dag", "9")), 303);
    auto const sent = mails();
    ASSERT_EQ(sent.size(), 1U);
    EXPECT_NE(sent[0].text.find("wo 9 december 2026"), std::string::npos);
    EXPECT_NE(sent[0].calendar.find("SEQUENCE:1"), std::string::npos);
    auto uid = [](std::string const& file) { return file.substr(file.find("UID:"), file.find('\n', file.find("UID:")) - file.find("UID:")); };
    EXPECT_EQ(uid(sent[0].calendar), uid(before[0].calendar));
    EXPECT_TRUE(desk.get("/vandaag").says("Truus"));
}

TEST_P(Gatherings, WhoChangesWhatAnotherChangedMeanwhileIsToldSo) {
    auto const id = plan(evening());
    auto const at = "/bijeenkomsten/" + id + "/wijzigen";
    auto const version = desk.get(at).hidden("versie");
    auto fields = with(evening(), "titel", "Eerste");
    fields.emplace_back("versie", version);
    EXPECT_EQ(desk.post(at, at, fields).status, 303);
    auto late = desk.post(at, at, with(fields, "titel", "Tweede"));
    EXPECT_EQ(late.status, 422);
    EXPECT_TRUE(late.says("Iemand anders veranderde dit"));
    EXPECT_TRUE(late.says("Tweede")) << "what was typed stays";
    EXPECT_TRUE(desk.get("/bijeenkomsten/" + id).says("Eerste"));
}

TEST_P(Gatherings, CancellingTellsEveryone) {
    auto const id = plan(evening("1"));
    comes(id, "anna");
    comes(id, "bert");
    comes(id, "Truus", "1", false);
    auto const before = mails();
    EXPECT_TRUE(desk.get("/bijeenkomsten/" + id + "/afzeggen").says("kunt u niet terugdraaien"));
    EXPECT_EQ(desk.post("/bijeenkomsten/" + id + "/afzeggen", "/bijeenkomsten/" + id + "/afzeggen", {}).status, 303);
    auto const sent = mails();
    ASSERT_EQ(sent.size(), 2U);
    EXPECT_EQ(sent[0].calendar_method, "CANCEL");
    EXPECT_NE(sent[0].text.find("gaat niet door"), std::string::npos);
    EXPECT_TRUE(sent[1].calendar.empty()) << "who waited has nothing in the calendar";
    EXPECT_TRUE(desk.get("/vandaag").says("Truus"));
    EXPECT_TRUE(house.stranger().get("/bijeenkomst/" + id).says("gaat niet door"));
    EXPECT_EQ(house.stranger().get("/bijeenkomst/" + id + "/aanmelden").status, 303);
    EXPECT_TRUE(house.stranger().get(link(before[0])).says("gaat niet door"));
    EXPECT_EQ(desk.get("/bijeenkomsten/" + id + "/wijzigen").status, 303);
    house.clock.pass(hours{24 * 14});
    go();
    EXPECT_TRUE(mails().empty()) << "no reminder of what is off";
}

TEST_P(Gatherings, RegistrationEndsOnItsLastDay) {
    auto fields = evening();
    fields.insert(fields.end(), {{"tot_dag", "6"}, {"tot_maand", "12"}, {"tot_jaar", "2026"}});
    auto const id = plan(fields);
    house.clock.set(base::moment_of({year{2026} / 12 / 7, hours{10}}));
    EXPECT_TRUE(house.stranger().get("/bijeenkomst/" + id).says("Aanmelden kan niet meer"));
    EXPECT_EQ(comes(id, "noor").status, 403) << "no form, no token";
    EXPECT_EQ(count("registrations"), 0);
}

TEST_P(Gatherings, TheReminderComesOnceTheDayBefore) {
    auto const id = plan(evening("1"));
    comes(id, "anna");
    comes(id, "bert");
    mails();
    house.clock.set(base::moment_of({year{2026} / 12 / 7, hours{8}}));
    go();
    EXPECT_TRUE(mails().empty()) << "not before nine";
    house.clock.set(base::moment_of({year{2026} / 12 / 7, hours{9}}));
    go();
    auto const sent = mails();
    ASSERT_EQ(sent.size(), 1U) << "who waits is not reminded";
    EXPECT_EQ(sent[0].to, "anna@voorbeeld.test");
    EXPECT_NE(sent[0].text.find("Weet u het nog?"), std::string::npos);
    EXPECT_FALSE(link(sent[0]).empty());
    house.clock.pass(hours{1});
    go();
    EXPECT_TRUE(mails().empty()) << "once";
}

TEST_P(Gatherings, AfterwardsTheCoordinatorCountsAndShowsSlidesAndARecordingOnlyWhenAllAgreed) {
    auto const id = plan(evening());
    comes(id, "noor", "2");
    mails();
    EXPECT_EQ(desk.get("/bijeenkomsten/" + id + "/opkomst").status, 303) << "it has not been";
    EXPECT_FALSE(desk.get("/vandaag").says("hoeveel mensen kwamen er"));
    house.clock.set(base::moment_of({year{2026} / 12 / 9, hours{9}}));
    auto desk = house.as(coordinator);
    auto const opkomst = "/bijeenkomsten/" + id + "/opkomst", materiaal = "/bijeenkomsten/" + id + "/materiaal";
    EXPECT_TRUE(desk.get("/vandaag").says("hoeveel mensen kwamen er"));
    EXPECT_EQ(desk.post(opkomst, opkomst, {{"aantal", "veel"}}).status, 422);
    EXPECT_EQ(desk.post(opkomst, opkomst, {{"aantal", "15"}, {"was_er", registration("noor")}}).status, 303);
    EXPECT_FALSE(desk.get("/vandaag").says("hoeveel mensen kwamen er"));
    EXPECT_TRUE(desk.get("/bijeenkomsten/" + id).says("was er"));
    EXPECT_EQ(desk.post(materiaal, materiaal, {{"dias", "https://voorbeeld.test/dias"}, {"opname", "https://voorbeeld.test/opname"}}).status, 422) << "nobody said that all agreed";
    EXPECT_EQ(desk.post(materiaal, materiaal, {{"dias", "javascript:alert(1)"}}).status, 422);
    EXPECT_FALSE(house.stranger().get("/bijeenkomst/" + id).says("voorbeeld.test"));
    EXPECT_EQ(desk.post(materiaal, materiaal, {{"dias", "https://voorbeeld.test/dias"}, {"opname", "https://voorbeeld.test/opname"}, {"akkoord", "ja"}}).status, 303);
    auto page = house.stranger().get("/bijeenkomst/" + id);
    EXPECT_TRUE(page.says("https://voorbeeld.test/dias"));
    EXPECT_TRUE(page.says("https://voorbeeld.test/opname"));
    EXPECT_TRUE(house.stranger().get("/bijeenkomst").says("Informatieavond")) << "to look back at";
    EXPECT_EQ(desk.post(materiaal, materiaal, {{"dias", "https://voorbeeld.test/dias"}, {"opname", ""}}).status, 303);
    EXPECT_FALSE(house.stranger().get("/bijeenkomst/" + id).says("https://voorbeeld.test/opname")) << "taken back";
    EXPECT_EQ(count("gatherings where recording_agreed_at is not null"), 0);
}

TEST_P(Gatherings, FourWeeksAfterwardsOnlyTheNumbersAreLeft) {
    auto const id = plan(evening("3"));
    comes(id, "anna", "2");
    comes(id, "bert", "1");
    comes(id, "carla", "4");
    comes(id, "Truus", "1", false);
    comes(plan(with(with(evening("", "Later"), "dag_maand", "1"), "dag_jaar", "2027")), "daan");
    mails();
    house.clock.set(base::moment_of({year{2027} / 1 / 5, hours{19} + std::chrono::minutes{29}}));
    go();
    EXPECT_EQ(count("registrations"), 5) << "a minute too early";
    auto const anna = house.program->data().read(house.scope())->column<visit::PersonId>("select person from registrations order by registered_at").front();
    EXPECT_TRUE(house.program->keys().has(anna));
    house.clock.pass(std::chrono::minutes{1});
    go();
    EXPECT_EQ(count("registrations"), 1) << "who comes to the next one stays";
    EXPECT_FALSE(house.program->keys().has(anna)) << "the key is gone, so backups are unreadable too";
    EXPECT_EQ(count("people where name <> ''"), 2) << "the coordinator and who comes to the next one";
    EXPECT_EQ(count("action_links"), 1);
    EXPECT_EQ(count("consents"), 1);
    auto desk = house.as(coordinator);
    auto page = desk.get("/bijeenkomsten/" + id);
    EXPECT_TRUE(page.says("3 van 3 plekken"));
    EXPECT_TRUE(page.says("gewist op 5 januari 2027"));
    EXPECT_EQ(desk.get("/bijeenkomsten/" + id + "/lijst").status, 303);
    EXPECT_EQ(house.program->data().read(house.scope())->one<int>("select waited from gatherings where id = :id", id), 5);
    auto const opkomst = "/bijeenkomsten/" + id + "/opkomst";
    EXPECT_EQ(desk.post(opkomst, opkomst, {{"aantal", "3"}}).status, 303) << "counting later is still possible";
    go();
    EXPECT_TRUE(desk.get("/bijeenkomsten/" + id).says("3 van 3 plekken")) << "doing it again changes nothing";
}

TEST_P(Gatherings, ThePlaceOfSomeoneWhoIsErasedGoesToTheFirstOfTheList) {
    auto const id = plan(evening("1"));
    comes(id, "anna");
    comes(id, "bert");
    mails();
    auto const anna = house.program->data().read(house.scope())->column<visit::PersonId>("select person from registrations order by registered_at").front();
    app::erase(house.program->services(), house.config.journal_path(), anna);
    go();
    auto const sent = mails();
    ASSERT_EQ(sent.size(), 1U);
    EXPECT_EQ(sent[0].to, "bert@voorbeeld.test");
}

TEST_P(Gatherings, OnlyTheCoordinatorSeesWhoComesAndTheListOnPaperIsLogged) {
    auto const id = plan(evening());
    comes(id, "Kanariegeel");
    auto const one = registration("Kanariegeel");
    for (auto role : {Role::director, Role::trainer, Role::outreach, Role::buddy, Role::asking_parent, Role::administrator, Role::safety_officer}) {
        auto other = house.as(house.person(house.here, "Ander " + std::string{base::word(role)}, {role}));
        auto const nothing = other.get("/bijeenkomsten/AAAAAAAAAAAAAAAAAAAAAA").body;
        for (auto const& page : {"/bijeenkomsten/" + id, "/bijeenkomsten/" + id + "/lijst", "/deelnemers/" + one}) EXPECT_EQ(other.get(page).body, nothing) << page << base::word(role);
        EXPECT_FALSE(other.get("/bijeenkomst/" + id).says("Kanariegeel"));
    }
    auto there = house.as(house.person(house.there, "Wil Daar", {Role::coordinator}));
    for (auto const& page : {"/bijeenkomsten/" + id, "/bijeenkomsten/" + id + "/lijst", "/deelnemers/" + one, "/bijeenkomst/" + id}) EXPECT_EQ(there.get(page).status, 404) << page;
    EXPECT_EQ(count("access_log where action = 'registration.print'"), 0);
    EXPECT_TRUE(desk.get("/bijeenkomsten/" + id + "/lijst").says("Kanariegeel"));
    EXPECT_EQ(count("access_log where action = 'registration.print'"), 1);
    if (house.engine == world::Engine::sqlite) {
        EXPECT_NE(std::system(("grep -rqaE 'Kanariegeel|kanariegeel@' " + house.folder).c_str()), 0) << "a name stands readable in a file";
    }
}

TEST_P(Gatherings, ASharedAddressNamesItsPartnershipAndWhatFollowsStaysThere) {
    auto far = house.as(house.person(house.there, "Wil Daar", {Role::coordinator}));
    auto made = far.post("/bijeenkomsten/nieuw", "/bijeenkomsten", evening("", "Koffie daar"));
    auto const id = made.location.substr(made.location.rfind('/') + 1);
    auto visitor = house.stranger();
    EXPECT_EQ(visitor.get("/bijeenkomst/" + id).status, 404) << "without its partnership it is looked for here";
    EXPECT_EQ(visitor.get("/bijeenkomst/" + house.here.value() + "." + id).status, 404);
    auto const shared = "/bijeenkomst/" + house.there.value() + "." + id;
    EXPECT_TRUE(far.get("/bijeenkomsten/" + id).says(shared));
    EXPECT_TRUE(visitor.get(shared).says("Steunpunt daar"));
    EXPECT_TRUE(visitor.get(shared + "/aanmelden").says("Koffie daar"));
    EXPECT_TRUE(visitor.get("/buddy-worden?via=avond").says("Steunpunt daar"));
}

TEST_P(Gatherings, OneWithinAWeekWithoutAPlaceStandsOnToday) {
    plan(with(evening(), "plaats", ""));
    EXPECT_FALSE(desk.get("/vandaag").says("zoek een plaats"));
    house.clock.set(base::moment_of({year{2026} / 12 / 2, hours{9}}));
    auto desk = house.as(coordinator);
    EXPECT_TRUE(desk.get("/vandaag").says("zoek een plaats"));
}

} // namespace
