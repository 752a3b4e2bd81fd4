// A referral on its way: the parent reads first and decides, the referrer learns nothing, the coordinator reads what the parent allows; doubts; who may be the same.
#include "people/store_likeness.h"
#include "recruitment/store_referral.h"
#include "recruitment/store_sign_up.h"
#include "tests/world/world.h"

namespace {
using visit::Role;
using Fields = std::vector<std::pair<std::string, std::string>>;

class Referrals : public world::InHouse {
protected:
    visit::PersonId coordinator = house.person(house.here, "Ineke Vos", {Role::coordinator}), outreach = house.person(house.here, "Bilal Ouali", {Role::outreach});
    Fields referral(std::string const& mail, std::string const& words) {
        auto const day = base::later(base::local_date(house.clock.now()), -1);
        return {{"naam", "Noor van Dijk"}, {"mail", mail}, {"telefoon", "06 12345678"}, {"dag_dag", std::to_string(static_cast<unsigned>(day.day()))}, {"dag_maand", std::to_string(static_cast<unsigned>(day.month()))}, {"dag_jaar", std::to_string(static_cast<int>(day.year()))}, {"hoe", "spoken"}, {"woorden", words}, {"akkoord", "ja"}};
    }
    std::string link() {
        house.program->run_jobs();
        auto const& text = house.mails.back().text;
        auto at = text.find("/aangedragen-door/");
        return text.substr(at, text.find_first_of("\n ", at) - at);
    }
    std::int64_t count(std::string const& what) { return house.program->data().read(house.scope())->one<std::int64_t>("select count(*) from " + what).value_or(-1); }
    std::string id(std::string const& table) { return house.program->data().read(house.scope())->one<std::string>("select id from " + table).value_or(""); }
};
ON_BOTH_DATABASES(Referrals);

TEST_P(Referrals, TheParentReadsFirstAndTheCoordinatorOnlyWhatTheParentAllows) {
    EXPECT_EQ(house.as(outreach).post("/aangedragen", "/aangedragen", referral("noor@voorbeeld.test", "Kanariegeel")).status, 303);
    auto const at = link();
    EXPECT_EQ(house.mails.back().text.find("buddy"), std::string::npos);
    auto desk = house.as(coordinator);
    EXPECT_FALSE(desk.get("/aandragingen/" + id("referrals")).says("Kanariegeel")) << "not before the parent";
    EXPECT_EQ(count("sign_ups"), 0);
    auto parent = house.stranger();
    EXPECT_TRUE(parent.get(at).says("Kanariegeel"));
    EXPECT_EQ(parent.post(at, at, {}).status, 422);
    EXPECT_EQ(parent.post(at, at, {{"antwoord", "ja"}, {"lezen", "ja"}}).status, 303);
    ASSERT_EQ(count("sign_ups where channel = 'ambulant-begeleider' and confirmed_at is not null"), 1);
    EXPECT_TRUE(desk.get("/aanmeldingen/" + id("sign_ups")).says("Kanariegeel"));
    auto list = house.as(outreach).get("/aangedragen");
    EXPECT_TRUE(list.says("ontvangen"));
    EXPECT_FALSE(list.says("Noor")) << "the parent did not allow it";
    EXPECT_TRUE(parent.get(at).says("neemt contact met u op")) << "nothing to answer any more";
    EXPECT_EQ(count("referrals where agrees = 1"), 1);
}

TEST_P(Referrals, WhatTheParentDoesNotAllowStaysUnread) {
    house.as(outreach).post("/aangedragen", "/aangedragen", referral("noor@voorbeeld.test", "Kanariegeel"));
    auto const at = link();
    house.stranger().post(at, at, {{"antwoord", "ja"}, {"weten", "ja"}});
    auto desk = house.as(coordinator);
    auto page = desk.get("/aanmeldingen/" + id("sign_ups"));
    EXPECT_TRUE(page.says("Bilal Ouali"));
    EXPECT_FALSE(page.says("Kanariegeel"));
    EXPECT_TRUE(house.as(outreach).get("/aangedragen").says("Noor doet mee"));
    auto other = house.as(house.person(house.here, "Ander", {Role::outreach}));
    EXPECT_FALSE(other.get("/aangedragen").says("Noor")) << "only the own ones";
}

TEST_P(Referrals, ANoLeavesNoSignUp) {
    house.as(outreach).post("/aangedragen", "/aangedragen", referral("noor@voorbeeld.test", ""));
    auto const at = link();
    auto parent = house.stranger();
    EXPECT_EQ(parent.post(at, at, {{"antwoord", "nee"}}).status, 303);
    EXPECT_TRUE(parent.get(at).says("We wissen uw gegevens"));
    EXPECT_EQ(count("sign_ups"), 0);
    EXPECT_EQ(count("person_roles where role = 'candidate'"), 0);
}

TEST_P(Referrals, WithoutMailTheCoordinatorCalls) {
    EXPECT_EQ(house.as(outreach).post("/aangedragen", "/aangedragen", referral("", "Mag niet")).status, 422);
    EXPECT_EQ(house.as(outreach).post("/aangedragen", "/aangedragen", referral("", "")).status, 303);
    auto desk = house.as(coordinator);
    EXPECT_TRUE(desk.get("/vandaag").says("Aangedragen ouder"));
    auto const at = "/aandragingen/" + id("referrals");
    EXPECT_EQ(desk.post(at, at + "/antwoord", {{"antwoord", "ja"}}).status, 303);
    EXPECT_EQ(count("sign_ups where confirmed_at is not null"), 1);
    EXPECT_FALSE(desk.get("/vandaag").says("Aangedragen ouder"));
    EXPECT_EQ(house.as(outreach).get(at).status, 404);
}

TEST_P(Referrals, TheCoordinatorCallsAfterFiveDaysAndNotAfterTheTerm) {
    house.as(outreach).post("/aangedragen", "/aangedragen", referral("noor@voorbeeld.test", ""));
    auto desk = house.as(coordinator);
    EXPECT_FALSE(desk.get("/vandaag").says("Aangedragen ouder"));
    house.clock.pass(std::chrono::hours{24 * 6});
    EXPECT_TRUE(house.as(coordinator).get("/vandaag").says("Aangedragen ouder"));
    house.clock.pass(std::chrono::hours{24 * 9});
    EXPECT_FALSE(house.as(coordinator).get("/vandaag").says("Aangedragen ouder"));
}

TEST_P(Referrals, WhoDoesNotSayYesIsErasedAfterTwoWeeksAndWhoSaidYesStays) {
    auto let_pass = [&](int days) {
        house.clock.pass(std::chrono::hours{24 * days});
        house.program->go_round(), house.program->run_jobs();
    };
    house.as(outreach).post("/aangedragen", "/aangedragen", referral("noor@voorbeeld.test", ""));
    auto const no = link();
    house.as(outreach).post("/aangedragen", "/aangedragen", referral("ja@voorbeeld.test", ""));
    auto const yes = link();
    house.as(outreach).post("/aangedragen", "/aangedragen", referral("stil@voorbeeld.test", "Kanariegeel"));
    house.stranger().post(no, no, {{"antwoord", "nee"}});
    house.stranger().post(yes, yes, {{"antwoord", "ja"}});
    let_pass(13);
    EXPECT_EQ(count("people where name <> ''"), 5);
    let_pass(2);
    EXPECT_EQ(count("people where name <> ''"), 3) << "coordinator, outreach and who said yes";
    EXPECT_EQ(count("referrals where words <> ''"), 0);
    EXPECT_EQ(count("referrals"), 3) << "numbers stay";
}

TEST_P(Referrals, WhoWantedToBeCalledIsErasedFourWeeksAfterTheCall) {
    house.program->data().write(house.scope(), [&](db::Write& tx) { tx.run("insert into schools (id, partnership, name, place, kind, postcode, pupils, same_school, page_key) values ('s1', :p, 'De Rietkraag', 'Waterdorp', 'bo', 4201, 120, 'no', 'sleutel')", house.here); });
    auto school = house.stranger();
    auto const page = school.get("/school/sleutel/twijfel");
    house.clock.pass(std::chrono::seconds{5});
    http::Fields typed;
    for (auto const* name : {"_csrf", "_once", "_moment"}) typed.add(name, page.hidden(name));
    typed.add("naam", "Ib’er Jansen"), typed.add("telefoon", "0612345678");
    EXPECT_EQ(school.send("POST", "/school/sleutel/twijfel", http::form_text(typed)).status, 303);
    auto let_pass = [&](int days) {
        house.clock.pass(std::chrono::hours{24 * days});
        house.program->go_round(), house.program->run_jobs();
    };
    let_pass(60);
    EXPECT_EQ(count("people where name <> ''"), 3) << "nobody called yet";
    auto const at = "/twijfels/" + id("doubts");
    house.as(coordinator).post(at, at + "/gebeld", {});
    let_pass(27);
    EXPECT_EQ(count("people where name <> ''"), 3);
    let_pass(2);
    EXPECT_EQ(count("people where name <> ''"), 2);
}

TEST_P(Referrals, AtSchoolWithoutAnAccount) {
    house.program->data().write(house.scope(), [&](db::Write& tx) { tx.run("insert into schools (id, partnership, name, place, kind, postcode, pupils, same_school, page_key) values ('s1', :p, 'De Rietkraag', 'Waterdorp', 'bo', 4201, 120, 'no', 'sleutel')", house.here); });
    auto parent = house.stranger();
    EXPECT_EQ(parent.get("/school/fout/aanmelden").status, 404);
    auto const form = parent.get("/school/sleutel/aanmelden").location;
    auto page = parent.get(form);
    EXPECT_EQ(page.hidden("school"), "sleutel");
    house.clock.pass(std::chrono::seconds{5});
    http::Fields typed;
    for (auto const* name : {"_csrf", "_once", "_moment", "via", "school"}) typed.add(name, page.hidden(name));
    for (auto const& [name, value] : Fields{{"naam", "Noor van Dijk"}, {"telefoon", "0612345678"}, {"akkoord", "ja"}}) typed.add(name, value);
    EXPECT_EQ(parent.send("POST", "/buddy-worden/aanmelden", http::form_text(typed)).status, 303);
    EXPECT_EQ(count("sign_ups where channel = 'ib' and school = 's1'"), 1);
    EXPECT_TRUE(house.as(coordinator).get("/aanmeldingen/" + id("sign_ups")).says("De Rietkraag"));
    EXPECT_EQ(parent.post("/school/sleutel/twijfel", "/school/sleutel/twijfel", {{"naam", "Ib’er Jansen"}}).status, 422);
    EXPECT_EQ(parent.post("/school/sleutel/twijfel", "/school/sleutel/twijfel", {{"naam", "Ib’er Jansen"}, {"telefoon", "0612345678"}, {"website", "http://spam"}}).status, 303);
    EXPECT_EQ(count("doubts"), 0) << "the trap";
    EXPECT_EQ(parent.post("/school/sleutel/twijfel", "/school/sleutel/twijfel", {{"naam", "Ib’er Jansen"}, {"telefoon", "0612345678"}}).status, 303);
    EXPECT_EQ(count("doubts"), 0) << "sooner than a person types";
    auto const doubting = parent.get("/school/sleutel/twijfel");
    house.clock.pass(std::chrono::seconds{5});
    http::Fields called;
    for (auto const* name : {"_csrf", "_once", "_moment"}) called.add(name, doubting.hidden(name));
    for (auto const& [name, value] : Fields{{"naam", "Ib’er Jansen"}, {"telefoon", "0612345678"}, {"wanneer", "na drie uur"}}) called.add(name, value);
    EXPECT_EQ(parent.send("POST", "/school/sleutel/twijfel", http::form_text(called)).status, 303);
    auto desk = house.as(coordinator);
    EXPECT_TRUE(desk.get("/vandaag").says("Twijfelt over een ouder"));
    auto const at = "/twijfels/" + id("doubts");
    EXPECT_TRUE(desk.get(at).says("na drie uur"));
    EXPECT_EQ(desk.post(at, at + "/gebeld", {}).status, 303);
    EXPECT_FALSE(desk.get("/vandaag").says("Twijfelt over een ouder"));
}

TEST_P(Referrals, TwoWithTheSameNameNumberOrAddressStandSideBySideAndAreNeverMerged) {
    auto add = [&](char const* name, char const* mail, char const* phone) {
        auto const person = base::new_id<people::Person>(house.random);
        auto const sign_up = base::new_id<recruitment::SignUp>(house.random);
        house.program->keys().create(person);
        house.program->data().write(house.scope(), [&](db::Write& tx) { recruitment::add(tx, house.program->keys(), sign_up, person, {{name, mail, phone}, recruitment::Channel::poster, ""}, text::Language::nl, "", true, house.clock.now()); });
        return std::pair{person, sign_up.value()};
    };
    auto const [first, one] = add("José García", "jose@voorbeeld.test", "06 1111 1111");
    auto const [second, two] = add("Jose Garcia", "anders@voorbeeld.test", "");
    auto const [third, three] = add("Ander Mens", "", "+31 6 11111111");
    auto const [fourth, four] = add("Niemand Anders", "niemand@voorbeeld.test", "0699999999");
    auto alike = [&](visit::PersonId const& person) { return people::alike(*house.program->data().read(house.scope()), person); };
    EXPECT_EQ(alike(first).size(), 2U);
    EXPECT_EQ(alike(second).size(), 1U);
    EXPECT_EQ(alike(third).front().shared, std::vector{people::Shared::phone});
    EXPECT_TRUE(alike(fourth).empty());
    auto desk = house.as(coordinator);
    auto const at = "/aanmeldingen/" + one + "/lijkt-op";
    EXPECT_TRUE(desk.get("/aanmeldingen/" + one).says("Zet ze naast elkaar"));
    EXPECT_FALSE(desk.get("/aanmeldingen/" + four).says("Zet ze naast elkaar"));
    EXPECT_TRUE(desk.get(at).says("anders@voorbeeld.test"));
    EXPECT_EQ(desk.post(at, at, {{"ander", second.value()}, {"keuze", "ja"}}).status, 303);
    EXPECT_EQ(desk.post(at, at, {{"ander", third.value()}, {"keuze", "nee"}}).status, 303);
    EXPECT_EQ(desk.post(at, at, {{"ander", fourth.value()}, {"keuze", "ja"}}).status, 404) << "they have nothing in common";
    EXPECT_EQ(alike(second).front().same, true) << "from the other side too";
    EXPECT_EQ(count("people"), 6) << "four candidates and two at their desk: nothing merged";
    EXPECT_FALSE(desk.get("/aanmeldingen/" + one).says("Er is nog iemand met"));
}

} // namespace
