// The buddy's own growth: filling in, going on later, sharing and taking back; what trainers see of a group, and what nobody can work out.
#include "competence/store_assessment.h"
#include "competence/store_instrument.h"
#include "tests/world/world.h"
#include "training/store_edition.h"

namespace {
using visit::Role;

class Growth : public world::InHouse {
protected:
    using Fields = std::vector<std::pair<std::string, std::string>>;
    visit::PersonId coordinator = house.person(house.here, "Ineke Vos", {Role::coordinator});
    visit::PersonId trainer = house.person(house.here, "Rachid Amrani", {Role::trainer});
    visit::PersonId other_trainer = house.person(house.here, "Olga Anders", {Role::trainer});
    training::EditionId edition{"groep"};
    std::vector<visit::PersonId> group;

    void write(std::function<void(db::Write&)> const& work) { house.program->data().write(house.scope(), work); }
    void SetUp() override {
        write([&](db::Write& tx) {
            training::add_edition(tx, house.random, edition, {"Groep", "Wijkcentrum", {house.clock.now() - std::chrono::hours{3}, house.clock.now() + std::chrono::hours{24 * 20}}}, coordinator, house.clock.now());
            training::add_to_edition(tx, edition, trainer, "trainer", house.clock.now());
        });
        for (int i = 1; i <= 7; ++i) {
            group.push_back(house.person(house.here, "Buddy " + std::to_string(i), {Role::buddy}));
            write([&](db::Write& tx) { training::add_to_edition(tx, edition, group.back(), "participant", house.clock.now()); });
        }
    }
    static Fields answers(int score, Fields more = {}) {
        Fields fields{{"moment", "evening_1"}};
        if (std::none_of(more.begin(), more.end(), [](auto const& one) { return one.first == "versie"; })) more.emplace_back("versie", "1");
        for (int number = 1; number <= 11; ++number) fields.emplace_back("s" + std::to_string(number), std::to_string(score));
        fields.insert(fields.end(), more.begin(), more.end());
        return fields;
    }
    int fill_in(visit::PersonId const& who, int score, Fields const& more = {}) { return house.as(who).post("/mijn/groei/nieuw", "/mijn/groei", answers(score, more)).status; }
    std::string assessment_of(visit::PersonId const& who) { return competence::of(*house.program->data().read(house.scope()), house.program->keys(), who).front().id.value(); }
    std::string const group_page = "/trainingen/groep/groei";
};
ON_BOTH_DATABASES(Growth);

TEST_P(Growth, IsFilledInSeenAsALineAndAsATable) {
    auto buddy = house.as(group[0]);
    EXPECT_TRUE(buddy.get("/mijn/groei").says("nog niets in"));
    EXPECT_EQ(buddy.post("/mijn/groei/nieuw", "/mijn/groei", {{"moment", "evening_1"}}).status, 422);
    EXPECT_EQ(buddy.post("/mijn/groei/nieuw", "/mijn/groei", answers(4, {{"naar_trainers", "ja"}})).status, 422) << "a goal without words";
    EXPECT_EQ(fill_in(group[0], 4), 303);
    auto second = answers(7);
    second[0].second = "evening_2";
    EXPECT_EQ(buddy.post("/mijn/groei/nieuw", "/mijn/groei", second).status, 303);
    auto page = buddy.get("/mijn/groei");
    EXPECT_TRUE(page.says("aria-label=\"na avond 1: 4, na avond 2: 7\""));
    EXPECT_TRUE(page.says("<polyline"));
    EXPECT_FALSE(house.as(group[1]).get("/mijn/groei").says("na avond 1: 4"));
}

TEST_P(Growth, WhatWasTypedIsThereWhenTheBuddyComesBack) {
    auto buddy = house.as(group[0]);
    auto kept = buddy.post("/mijn/groei/nieuw", "/mijn/groei/concept", {{"versie", "1"}, {"moment", "evening_1"}, {"s1", "8"}, {"doel", "Rustig beginnen"}});
    EXPECT_EQ(kept.status, 204);
    EXPECT_EQ(buddy.post("/mijn/groei/nieuw", "/mijn/groei/concept", {{"versie", "1"}, {"moment", "evening_1"}, {"s1", "8"}, {"doel", std::string(501, 'x')}}).status, 422) << "the page says that it was not kept";
    EXPECT_TRUE(house.as(group[0]).get("/mijn/groei").says("Ga verder waar je was"));
    auto page = house.as(group[0]).get("/mijn/groei/nieuw");
    EXPECT_TRUE(page.says("Rustig beginnen"));
    EXPECT_TRUE(page.says("value=\"8\" checked"));
    EXPECT_FALSE(house.as(group[1]).get("/mijn/groei/nieuw").says("Rustig beginnen"));
    auto sealed = house.program->data().read(house.scope())->one<std::string>("select answers from assessment_drafts").value_or("");
    EXPECT_EQ(sealed.find("Rustig"), std::string::npos);
    EXPECT_EQ(fill_in(group[0], 5), 303);
    EXPECT_FALSE(house.as(group[0]).get("/mijn/groei").says("Ga verder waar je was"));
}

TEST_P(Growth, OneMomentIsSharedWithOneAudienceAndTakenBack) {
    EXPECT_EQ(fill_in(group[0], 4), 303);
    auto const id = assessment_of(group[0]);
    auto buddy = house.as(group[0]);
    EXPECT_EQ(house.as(coordinator).get("/groei/" + group[0].value()).status, 404);
    EXPECT_FALSE(house.as(trainer).get(group_page).says("Cijfers van Buddy 1"));
    EXPECT_EQ(buddy.post("/mijn/groei", "/mijn/groei/" + id + "/delen", {{"met", "trainer"}}).status, 303);
    EXPECT_TRUE(house.as(trainer).get(group_page).says("Cijfers van Buddy 1"));
    EXPECT_EQ(house.as(other_trainer).get(group_page).status, 404) << "leads another group";
    EXPECT_EQ(house.as(coordinator).get("/groei/" + group[0].value()).status, 404) << "shared with the trainers only";
    EXPECT_EQ(buddy.post("/mijn/groei", "/mijn/groei/" + id + "/delen", {{"met", "coordinator"}}).status, 303);
    EXPECT_TRUE(house.as(coordinator).get("/groei").says("Buddy 1"));
    EXPECT_TRUE(house.as(coordinator).get("/groei/" + group[0].value()).says("Cijfers van Buddy 1"));
    EXPECT_TRUE(house.as(group[0]).get("/mijn-gegevens/wie-keek").says("Ineke Vos")) << "the look is in the log";
    EXPECT_EQ(buddy.post("/mijn/groei", "/mijn/groei/" + id + "/terugnemen", {{"met", "coordinator"}}).status, 303);
    EXPECT_EQ(house.as(coordinator).get("/groei/" + group[0].value()).status, 404);
    EXPECT_TRUE(house.as(trainer).get(group_page).says("Cijfers van Buddy 1"));
    EXPECT_EQ(house.as(group[1]).post("/mijn/groei", "/mijn/groei/" + id + "/delen", {{"met", "coordinator"}}).status, 404) << "someone else's";
}

TEST_P(Growth, ALearningQuestionReachesTheTrainersWithoutAName) {
    EXPECT_EQ(fill_in(group[2], 4, {{"doel", "Leren zwijgen"}, {"naar_trainers", "ja"}}), 303);
    EXPECT_EQ(fill_in(group[3], 4, {{"doel", "Blijft van mij"}}), 303);
    auto page = house.as(trainer).get(group_page);
    EXPECT_TRUE(page.says("Leren zwijgen"));
    EXPECT_FALSE(page.says("Blijft van mij"));
    EXPECT_FALSE(page.says("Buddy 3"));
    EXPECT_EQ(house.as(group[2]).post("/mijn/groei", "/mijn/groei/" + assessment_of(group[2]) + "/leervraag-terug", {}).status, 303);
    EXPECT_FALSE(house.as(trainer).get(group_page).says("Leren zwijgen"));
}

TEST_P(Growth, TheGroupIsSeenFromFiveAndNobodyCanBeWorkedOut) {
    for (std::size_t i = 0; i < 4; ++i) EXPECT_EQ(fill_in(group[i], 4), 303);
    auto second = answers(10);
    EXPECT_EQ(house.as(group[0]).post("/mijn/groei/nieuw", "/mijn/groei", second).status, 303) << "a second time at the same moment";
    EXPECT_TRUE(house.as(trainer).get(group_page).says("nog geen vijf antwoorden")) << "one person twice is no fifth";
    EXPECT_EQ(fill_in(group[4], 9), 303);
    auto const five = house.as(trainer).get(group_page);
    EXPECT_TRUE(five.says("5,0"));
    // a sixth and a seventh answer, and one who erases all, change nothing that is shown
    EXPECT_EQ(fill_in(group[5], 1), 303);
    EXPECT_EQ(fill_in(group[6], 1), 303);
    auto picture = [](std::string const& body) {
        auto const at = body.find("<table");
        return body.substr(at, body.find("</table", at) - at);
    };
    EXPECT_EQ(picture(house.as(trainer).get(group_page).body), picture(five.body));
    EXPECT_EQ(house.as(group[4]).post("/mijn/groei/wissen", "/mijn/groei/wissen", {}).status, 303);
    EXPECT_EQ(picture(house.as(trainer).get(group_page).body), picture(five.body));
    EXPECT_TRUE(house.as(group[4]).get("/mijn/groei").says("nog niets in"));
}

TEST_P(Growth, BesideAScoreThatIsSharedThereIsNoPictureOfTheFive) {
    for (std::size_t i = 0; i < 5; ++i) EXPECT_EQ(fill_in(group[i], 5), 303);
    EXPECT_TRUE(house.as(trainer).get(group_page).says("5,0"));
    EXPECT_EQ(house.as(group[0]).post("/mijn/groei", "/mijn/groei/" + assessment_of(group[0]) + "/delen", {{"met", "trainer"}}).status, 303);
    EXPECT_TRUE(house.as(trainer).get(group_page).says("nog geen vijf antwoorden"));
    EXPECT_EQ(house.as(group[0]).post("/mijn/groei", "/mijn/groei/" + assessment_of(group[0]) + "/terugnemen", {{"met", "trainer"}}).status, 303);
    EXPECT_EQ(fill_in(group[5], 1), 303);
    EXPECT_TRUE(house.as(trainer).get(group_page).says("nog geen vijf antwoorden")) << "the four are in no picture again";
}

TEST_P(Growth, AMeanAtTheEndIsNotSaidExactly) {
    for (std::size_t i = 0; i < 5; ++i) EXPECT_EQ(fill_in(group[i], 10), 303);
    auto const page = house.as(trainer).get(group_page);
    EXPECT_TRUE(page.says("9 of hoger"));
    EXPECT_FALSE(page.says("10,0"));
}

TEST_P(Growth, ScoresBelongToTheStatementsTheyWereChosenFor) {
    auto buddy = house.as(group[0]);
    EXPECT_EQ(buddy.post("/mijn/groei/nieuw", "/mijn/groei/concept", {{"versie", "1"}, {"moment", "evening_1"}, {"s1", "8"}, {"doel", "Blijft staan"}}).status, 204);
    auto const old = buddy.get("/mijn/groei/nieuw");
    EXPECT_TRUE(old.says("value=\"8\" checked"));
    EXPECT_EQ(house.as(coordinator).post("/vragenlijst", "/vragenlijst/standaard", {}).status, 303);
    auto const fresh = house.as(group[0]).get("/mijn/groei/nieuw");
    EXPECT_FALSE(fresh.says("value=\"8\" checked"));
    EXPECT_TRUE(fresh.says("Blijft staan"));
    EXPECT_EQ(fill_in(group[0], 5, {{"versie", "1"}}), 422);
    EXPECT_EQ(fill_in(group[0], 5, {{"versie", "2"}}), 303);
}

TEST_P(Growth, ThePartnershipsOwnWordsHaveVersionsAndOldAnswersKeepTheirs) {
    auto desk = house.as(coordinator);
    EXPECT_EQ(fill_in(group[0], 4), 303);
    Fields typed{{"versie", "1"}, {"week1", "8"}, {"week2", "20"}};
    for (int number = 1; number <= 11; ++number) {
        auto const at = std::to_string(number);
        for (auto const& [field, words] : {std::pair{"zin-", "Eigen zin "}, {"laag-", "laag "}, {"hoog-", "hoog "}}) typed.emplace_back(field + at, words + at);
    }
    auto wrong = typed;
    wrong[2].second = "3";
    EXPECT_EQ(desk.post("/vragenlijst", "/vragenlijst", wrong).status, 422);
    EXPECT_EQ(desk.post("/vragenlijst", "/vragenlijst", typed).status, 303);
    auto const late = desk.post("/vragenlijst", "/vragenlijst", typed);
    EXPECT_EQ(late.status, 422) << "an old version";
    EXPECT_EQ(late.hidden("versie"), "2") << "keeping it again is a choice";
    auto faulty = wrong;
    for (auto& [name, value] : faulty)
        if (name == "versie") value = "1";
    EXPECT_EQ(desk.post("/vragenlijst", "/vragenlijst", faulty).hidden("versie"), "1") << "a mistake hides nobody else's change";
    EXPECT_EQ(house.as(group[1]).get("/mijn/groei/nieuw").hidden("versie"), "2");
    EXPECT_TRUE(house.as(group[1]).get("/mijn/groei/nieuw").says("Eigen zin 7"));
    EXPECT_FALSE(house.as(group[0]).get("/mijn/groei").says("Eigen zin 7"));
    EXPECT_EQ(desk.post("/vragenlijst", "/vragenlijst/standaard", {}).status, 303);
    EXPECT_FALSE(house.as(group[1]).get("/mijn/groei/nieuw").says("Eigen zin 7"));
    EXPECT_EQ(competence::instrument_of(*house.program->data().read(house.scope()), 3).weeks_1, 8) << "the weeks stay";
}

TEST_P(Growth, IsAskedForAfterAnEveningAndTwiceDuringSupport) {
    auto desk = house.as(coordinator);
    EXPECT_EQ(desk.post("/trainingen/groep/aanwezigheid/1", "/trainingen/groep/aanwezigheid/1", {{"p-" + group[0].value(), "present"}, {"p-" + group[1].value(), "absent"}}).status, 303);
    while (house.program->run_jobs() > 0) {}
    EXPECT_TRUE(house.as(group[0]).get("/mijn/groei").says("klaar: na avond 1"));
    EXPECT_TRUE(house.as(group[0]).get("/mijn/groei/nieuw").says("value=\"evening_1\" checked"));
    EXPECT_FALSE(house.as(group[1]).get("/mijn/groei").says("klaar:"));
    auto const mails = house.mails.size();
    EXPECT_EQ(desk.post("/trainingen/groep/aanwezigheid/1", "/trainingen/groep/aanwezigheid/1", {{"p-" + group[0].value(), "present"}}).status, 303);
    while (house.program->run_jobs() > 0) {}
    EXPECT_EQ(house.mails.size(), mails) << "asked once";
    EXPECT_EQ(fill_in(group[0], 5), 303);
    EXPECT_FALSE(house.as(group[0]).get("/mijn/groei").says("klaar:"));
    write([&](db::Write& tx) { jobs::later(tx, house.random, "support.begun", house.here.value(), group[0].value(), "", house.clock.now()); });
    while (house.program->run_jobs() > 0) {}
    EXPECT_FALSE(house.as(group[0]).get("/mijn/groei").says("klaar:"));
    house.clock.pass(std::chrono::hours{24 * 7 * 6 + 1});
    while (house.program->run_jobs() > 0) {}
    EXPECT_TRUE(house.as(group[0]).get("/mijn/groei").says("klaar: tijdens het begeleiden, eerste keer"));
}

} // namespace
