// Choosing a time: by link and logged in, one winner, moving, calling off, being called, the reminder, and who did not come.
#include "intake/store_offered_time.h"
#include "recruitment/store_sign_up.h"
#include "tests/world/world.h"

namespace {
using visit::Role;

class Choosing : public world::InHouse {
protected:
    visit::PersonId coordinator = house.person(house.here, "Ineke Vos", {Role::coordinator});
    struct Candidate {
        visit::PersonId person;
        recruitment::SignUpId sign_up;
    };
    Candidate candidate(std::string const& name, std::string const& mail) {
        Candidate made{base::new_id<people::Person>(house.random), base::new_id<recruitment::SignUp>(house.random)};
        house.program->keys().create(made.person);
        house.program->data().write(house.scope(), [&](db::Write& tx) { recruitment::add(tx, house.program->keys(), made.sign_up, made.person, {{name, mail, "0612345678"}, recruitment::Channel::poster, ""}, text::Language::nl, "", true, house.clock.now()); });
        return made;
    }
    /// The fields of a day some days ahead.
    std::vector<std::pair<std::string, std::string>> times(std::string const& typed, int days = 3) {
        auto const day = base::later(base::local_date(house.clock.now()), days);
        return {{"dag_dag", std::to_string(static_cast<unsigned>(day.day()))}, {"dag_maand", std::to_string(static_cast<unsigned>(day.month()))}, {"dag_jaar", std::to_string(static_cast<int>(day.year()))}, {"tijden", typed}, {"duur", "45"}, {"manier", "online"}, {"plaats", ""}};
    }
    std::vector<intake::TimeRow> open() { return intake::open_times(*house.program->data().read(house.scope()), house.clock.now()); }
    std::int64_t count(std::string const& what) { return house.program->data().read(house.scope())->one<std::int64_t>("select count(*) from " + what).value_or(-1); }
    /// The link in the newest mail to someone.
    std::string link_to(std::string const& mail) {
        house.program->run_jobs();
        for (auto at = house.mails.rbegin(); at != house.mails.rend(); ++at) {
            auto const from = at->text.find("/gesprek-kiezen/");
            if (at->to == mail && from != std::string::npos) return at->text.substr(from, at->text.find_first_of("\n ", from) - from);
        }
        return "";
    }
    std::string invite(Candidate const& who, std::string const& mail) {
        auto desk = house.as(coordinator);
        auto const at = "/aanmeldingen/" + who.sign_up.value();
        EXPECT_EQ(desk.post(at + "/gesprek", at + "/tijden", {}).status, 303);
        return link_to(mail);
    }
};
ON_BOTH_DATABASES(Choosing);

TEST_P(Choosing, TheCoordinatorOffersTimesAndTheParentPicksOneByLink) {
    auto desk = house.as(coordinator);
    EXPECT_EQ(desk.post("/gesprekken/tijden", "/gesprekken/tijden", times("19.00 19.30")).status, 422) << "they overlap";
    EXPECT_EQ(desk.post("/gesprekken/tijden", "/gesprekken/tijden", times("19.00 20.00")).status, 303);
    ASSERT_EQ(open().size(), 2U);
    auto noor = candidate("Noor van Dijk", "noor@voorbeeld.test");
    auto const link = invite(noor, "noor@voorbeeld.test");
    ASSERT_FALSE(link.empty());
    EXPECT_EQ(house.mails.back().text.find("buddy"), std::string::npos);
    auto parent = house.stranger();
    EXPECT_TRUE(parent.get(link).says("19.00 uur"));
    EXPECT_EQ(parent.post(link, link, {{"tijd", ""}}).status, 422);
    auto const first = open().front().id.value();
    EXPECT_EQ(parent.post(link, link, {{"tijd", first}}).status, 303);
    EXPECT_EQ(open().size(), 1U);
    house.program->run_jobs();
    EXPECT_NE(house.mails.back().calendar.find("METHOD:REQUEST"), std::string::npos);
    EXPECT_TRUE(parent.get(link).says("We spreken elkaar op"));
    EXPECT_TRUE(desk.get("/gesprekken?week=" + base::iso(base::later(base::local_date(house.clock.now()), 3))).says("Noor van Dijk"));
}

TEST_P(Choosing, OneTimeHasOneWinner) {
    house.as(coordinator).post("/gesprekken/tijden", "/gesprekken/tijden", times("19.00 20.00"));
    auto const noor = invite(candidate("Noor van Dijk", "noor@voorbeeld.test"), "noor@voorbeeld.test");
    auto const ali = invite(candidate("Ali Demir", "ali@voorbeeld.test"), "ali@voorbeeld.test");
    auto one = house.stranger(), other = house.stranger();
    one.get(noor), other.get(ali);
    auto const time = open().front().id.value();
    EXPECT_EQ(one.post(noor, noor, {{"tijd", time}}).status, 303);
    auto late = other.post(ali, ali, {{"tijd", time}});
    EXPECT_EQ(late.status, 422);
    EXPECT_TRUE(late.says("net door iemand anders gekozen"));
    EXPECT_EQ(count("interviews"), 1);
}

TEST_P(Choosing, MovingAndCallingOffFreeTheTime) {
    house.as(coordinator).post("/gesprekken/tijden", "/gesprekken/tijden", times("19.00 20.00"));
    auto const noor = candidate("Noor van Dijk", "noor@voorbeeld.test");
    auto const link = invite(noor, "noor@voorbeeld.test");
    auto parent = house.stranger();
    auto const times = open();
    parent.post(link, link, {{"tijd", times[0].id.value()}});
    EXPECT_EQ(parent.post(link, link, {{"tijd", times[1].id.value()}}).status, 303);
    EXPECT_EQ(count("interviews"), 1) << "moved, not planned twice";
    ASSERT_EQ(open().size(), 1U);
    EXPECT_EQ(open().front().id, times[0].id);
    house.program->run_jobs();
    EXPECT_NE(house.mails.back().calendar.find("SEQUENCE:1"), std::string::npos);
    EXPECT_EQ(parent.post(link + "/afzeggen", link + "/afzeggen", {}).status, 303);
    EXPECT_EQ(open().size(), 2U);
    house.program->run_jobs();
    EXPECT_NE(house.mails.back().calendar.find("METHOD:CANCEL"), std::string::npos);
    EXPECT_TRUE(house.as(coordinator).get("/vandaag").says("plan een gesprek"));
    EXPECT_EQ(parent.get(link + "/afzeggen").location, link) << "nothing to call off any more";
}

TEST_P(Choosing, WhomNoTimeFitsIsCalled) {
    house.as(coordinator).post("/gesprekken/tijden", "/gesprekken/tijden", times("19.00"));
    auto const link = invite(candidate("Noor van Dijk", "noor@voorbeeld.test"), "noor@voorbeeld.test");
    auto desk = house.as(coordinator);
    EXPECT_TRUE(desk.get("/vandaag").says("Kiest nog een tijd"));
    auto parent = house.stranger();
    EXPECT_EQ(parent.post(link, link + "/bel-mij", {}).status, 303);
    EXPECT_TRUE(parent.get(link).says("De coördinator belt u"));
    EXPECT_TRUE(desk.get("/vandaag").says("Geen tijd past"));
    EXPECT_FALSE(desk.get("/vandaag").says("Kiest nog een tijd"));
}

TEST_P(Choosing, TheCoordinatorPlansNoSecondTalkBesideOneToCome) {
    house.as(coordinator).post("/gesprekken/tijden", "/gesprekken/tijden", times("19.00"));
    auto const noor = candidate("Noor van Dijk", "noor@voorbeeld.test");
    auto const link = invite(noor, "noor@voorbeeld.test");
    auto desk = house.as(coordinator);
    auto const at = "/aanmeldingen/" + noor.sign_up.value() + "/gesprek";
    auto const open_form = desk.get(at);
    auto parent = house.stranger();
    ASSERT_EQ(parent.post(link, link, {{"tijd", open().front().id.value()}}).status, 303);
    http::Fields fields;
    for (auto const* name : {"_csrf", "_once"}) fields.add(name, open_form.hidden(name));
    for (auto const& [name, value] : times("", 4))
        if (name.starts_with("dag_")) fields.add(name, value);
    for (auto const& [name, value] : std::vector<std::pair<std::string, std::string>>{{"tijd", "19.30"}, {"duur", "45"}, {"manier", "phone"}, {"plaats", ""}}) fields.add(name, value);
    auto const late = desk.send("POST", at, http::form_text(fields));
    EXPECT_EQ(late.status, 422);
    EXPECT_TRUE(late.says("Er staat al een gesprek gepland"));
    EXPECT_EQ(count("interviews"), 1);
}

TEST_P(Choosing, ACandidateChoosesLoggedInAndNobodyElseDoes) {
    house.as(coordinator).post("/gesprekken/tijden", "/gesprekken/tijden", times("19.00"));
    auto const person = house.person(house.here, "Sem Bos", {Role::candidate});
    EXPECT_TRUE(house.as(person).get("/mijn/gesprek").says("U heeft geen aanmelding")) << "without a sign-up there is nothing to choose";
    EXPECT_EQ(house.as(person).get("/mijn/gesprek/afzeggen").status, 303);
    house.program->data().write(house.scope(), [&](db::Write& tx) {
        tx.run("insert into sign_ups (id, partnership, person, channel, channel_note, motive, signed_up_at, confirmed_at, version) values ('s', :p, :person, 'poster', '', '', :now, :now, 1)", house.here, person, house.clock.now());
    });
    auto sem = house.as(person);
    EXPECT_EQ(sem.post("/mijn/gesprek", "/mijn/gesprek", {{"tijd", open().front().id.value()}}).status, 303);
    EXPECT_TRUE(sem.get("/mijn/aanmelding").says("Uw gesprek met de coördinator"));
    EXPECT_EQ(count("interviews"), 1);
    EXPECT_EQ(house.as(house.person(house.here, "Ada", {Role::trainer})).get("/mijn/gesprek").status, 404);
    EXPECT_EQ(house.as(house.person(house.here, "Ada", {Role::trainer})).get("/gesprekken").status, 404);
}

TEST_P(Choosing, RemindsOnceTheDayBeforeAndNotesWhoDidNotCome) {
    house.as(coordinator).post("/gesprekken/tijden", "/gesprekken/tijden", times("19.00", 5));
    auto const noor = candidate("Noor van Dijk", "noor@voorbeeld.test");
    auto const link = invite(noor, "noor@voorbeeld.test");
    auto parent = house.stranger();
    parent.post(link, link, {{"tijd", open().front().id.value()}});
    house.program->run_jobs();
    auto const before = house.mails.size();
    auto const begins = *house.program->data().read(house.scope())->one<base::Moment>("select begins_at from interviews");
    house.clock.set(begins - std::chrono::hours{8 + 24 * 2});
    house.program->go_round(), house.program->run_jobs();
    EXPECT_EQ(house.mails.size(), before) << "two days before is too early";
    house.clock.set(begins - std::chrono::hours{8 + 24});
    house.program->go_round(), house.program->run_jobs();
    ASSERT_EQ(house.mails.size(), before + 1);
    EXPECT_NE(house.mails.back().text.find("Ter herinnering"), std::string::npos);
    house.clock.pass(std::chrono::hours{2});
    house.program->go_round(), house.program->run_jobs();
    EXPECT_EQ(house.mails.size(), before + 1) << "once";
    house.clock.set(begins + std::chrono::hours{1});
    auto desk = house.as(coordinator);
    auto const interview = *house.program->data().read(house.scope())->one<std::string>("select id from interviews");
    EXPECT_EQ(desk.post("/gesprekken/" + interview, "/gesprekken/" + interview + "/niet-gekomen", {}).status, 303);
    EXPECT_TRUE(desk.get("/gesprekken/" + interview).says("kwam niet"));
    EXPECT_TRUE(desk.get("/vandaag").says("plan een gesprek"));
    EXPECT_FALSE(desk.get("/vandaag").says("leg de uitkomst vast"));
}

TEST_P(Choosing, HolidaysStandWithTheirWeek) {
    auto desk = house.as(coordinator);
    EXPECT_EQ(desk.post("/vakanties", "/vakanties", {{"naam", "Kerstvakantie"}, {"van_dag", "19"}, {"van_maand", "12"}, {"van_jaar", "2030"}, {"tot_dag", "18"}, {"tot_maand", "12"}, {"tot_jaar", "2030"}}).status, 422);
    EXPECT_EQ(desk.post("/vakanties", "/vakanties", {{"naam", "Kerstvakantie"}, {"van_dag", "21"}, {"van_maand", "12"}, {"van_jaar", "2030"}, {"tot_dag", "5"}, {"tot_maand", "1"}, {"tot_jaar", "2031"}}).status, 303);
    EXPECT_TRUE(desk.get("/gesprekken?week=2030-12-25").says("Kerstvakantie"));
    EXPECT_FALSE(desk.get("/gesprekken?week=2030-12-02").says("Kerstvakantie"));
    EXPECT_EQ(desk.post("/vakanties/2030-12-21", "/vakanties/2030-12-21/weghalen", {}).status, 303);
    EXPECT_FALSE(desk.get("/gesprekken?week=2030-12-25").says("Kerstvakantie"));
}

} // namespace
