// Clarifying, other help, the waiting list, and what a parent reads and does on the own page; asking again.
#include "tests/world/asking.h"

namespace {
using help_request::OwnSchool;
using visit::Role;

class Clarifying : public world::Asking {
protected:
    world::Visitor desk = house.as(coordinator);
    std::string page() { return "/hulpvragen/" + newest().id.value(); }
    void asked(Fields const& more = {}, std::string const& name = "Vera") {
        auto parent = house.stranger();
        auto fields = least(more, name);
        fields.emplace_back("mail", name + "@voorbeeld.test");
        ASSERT_EQ(asks(parent, fields).location, "/buddy-vragen/bedankt");
        work();
        house.clock.pass(std::chrono::seconds{60});
    }
    Fields const talk{{"situatie", "thuis"}, {"ervaring", "some"}, {"criteria", "Een overstap halverwege."}, {"belangrijk", "Zelf het woord doen."}, {"eigen_school", "rather_not"}, {"eigen_dorp", "fine"}, {"tekst", "Een ouder zoekt iemand die dit kent."}};
};
ON_BOTH_DATABASES(Clarifying);

TEST_P(Clarifying, WhatTheTalkAddsIsKeptSealedAndReadByTheParent) {
    asked({{"tijd-ma", "ma-avond"}, {"postcode", "4201"}});
    auto hard = talk;
    hard.insert(hard.end(), {{"tijd_vast", "ja"}, {"buurt", "ja"}});
    EXPECT_TRUE(desk.get(page() + "/verhelderen").says("een luisterend oor")) << "what each choice means";
    ASSERT_EQ(desk.post(page() + "/verhelderen", page() + "/verhelderen", hard).status, 303);
    auto const row = *help_request::wishes_of(*read(), newest().id);
    EXPECT_TRUE(row.region_hard && row.times_hard);
    EXPECT_EQ(row.own_village, OwnSchool::fine);
    EXPECT_EQ(newest().own_school, OwnSchool::rather_not);
    EXPECT_EQ(count("select count(*) from help_requests where criteria like '%overstap%' or matters like '%woord%'"), 0) << "sealed";
    auto const own = house.as(newest_parent()).get("/mijn/vraag");
    for (auto const* words : {"Een overstap halverwege.", "Zelf het woord doen.", "enige ervaring als buddy", "Een ouder zoekt iemand die dit kent.", "Wij ontvingen uw vraag.", "Wij bekeken uw vraag samen."}) {
        EXPECT_TRUE(own.says(words)) << words;
    }
    auto const again = desk.get(page() + "/verhelderen");
    for (auto const* words : {"Een overstap halverwege.", "Zelf het woord doen."}) EXPECT_TRUE(again.says(words)) << words;
}

TEST_P(Clarifying, NothingBecomesHardThatWasNotSaid) {
    asked();
    auto hard = talk;
    hard.insert(hard.end(), {{"tijd_vast", "ja"}, {"buurt", "ja"}});
    auto const answer = desk.post(page() + "/verhelderen", page() + "/verhelderen", hard);
    EXPECT_EQ(answer.status, 422);
    EXPECT_TRUE(answer.says("geen postcode bekend"));
    EXPECT_TRUE(answer.says("Laat de ouder eerst momenten kiezen."));
    EXPECT_FALSE(newest().clarified_at);
}

TEST_P(Clarifying, OtherHelpComesWithWordsThatTheParentReads) {
    asked();
    EXPECT_EQ(desk.post(page() + "/stoppen", page() + "/stoppen", {{"reden", "other_help"}}).status, 422);
    EXPECT_EQ(desk.post(page() + "/stoppen", page() + "/stoppen", {{"reden", "matched"}}).status, 422);
    house.mails.clear();
    EXPECT_EQ(desk.post(page() + "/stoppen", page() + "/stoppen", {{"reden", "other_help"}, {"bericht", "Het wijkteam helpt u met geldzaken."}}).status, 303);
    work();
    ASSERT_EQ(house.mails.size(), 1U);
    EXPECT_EQ(house.mails.front().text.find("wijkteam"), std::string::npos);
    EXPECT_TRUE(house.as(newest_parent()).get("/mijn/vraag").says("Het wijkteam helpt u met geldzaken."));
    EXPECT_EQ(count("select count(*) from help_requests where end_note like '%wijkteam%'"), 0) << "sealed";
}

TEST_P(Clarifying, TheListIsAWaitingListWithReasons) {
    asked({{"situatie", "anders"}}, "Anna");
    asked({{"situatie", "thuis"}}, "Bart");
    asked({{"situatie", "spanning"}}, "Carla");
    auto const list = desk.get("/hulpvragen");
    auto const at = [&](char const* name) { return list.body.find(std::string{">"} + name + "<"); };
    EXPECT_LT(at("Bart"), at("Carla"));
    EXPECT_LT(at("Carla"), at("Anna"));
    EXPECT_TRUE(list.says("kind zit thuis"));
    EXPECT_TRUE(list.says("3 gevonden"));
    house.clock.pass(std::chrono::hours{24 * 29});
    EXPECT_TRUE(house.as(coordinator).get("/hulpvragen").says("wacht meer dan vier weken"));
    auto later = house.as(coordinator);
    EXPECT_EQ(later.post(page(), page() + "/beantwoord", {}).status, 303);
    EXPECT_TRUE(later.get("/hulpvragen?stand=beantwoorden").says("2 gevonden"));
    EXPECT_TRUE(later.get("/hulpvragen?stand=verhelderen").says("Carla"));
    EXPECT_EQ(later.post(page() + "/stoppen", page() + "/stoppen", {{"reden", "no_answer"}}).status, 303);
    EXPECT_FALSE(later.get("/hulpvragen").says("Carla"));
    EXPECT_TRUE(later.get("/hulpvragen?stand=gestopt").says("Carla"));
    EXPECT_TRUE(later.get("/hulpvragen?stand=rust").says("Niemand gevonden"));
}

TEST_P(Clarifying, StoppingCanBeTakenBackForAWeekAndAskingAgainStartsAnew) {
    asked({{"woorden", "Mijn verhaal."}, {"kennis", "rechten"}});
    auto const first = newest();
    auto parent = house.as(first.person);
    EXPECT_TRUE(parent.get("/mijn/vraag/opnieuw").says("Opnieuw vragen kan als uw vorige vraag gestopt is."));
    EXPECT_EQ(parent.post("/mijn/vraag/stoppen", "/mijn/vraag/stoppen", {}).status, 303);
    EXPECT_TRUE(parent.get("/mijn/vraag").says("Toch doorgaan met deze vraag"));
    EXPECT_EQ(parent.post("/mijn/vraag", "/mijn/vraag/heropenen", {}).status, 303);
    EXPECT_TRUE(newest().open());
    EXPECT_EQ(parent.post("/mijn/vraag/stoppen", "/mijn/vraag/stoppen", {}).status, 303);
    house.clock.pass(std::chrono::hours{24 * 8});
    auto parent_later = house.as(first.person);
    EXPECT_FALSE(parent_later.get("/mijn/vraag").says("Toch doorgaan met deze vraag"));
    parent_later.post("/mijn/vraag", "/mijn/vraag/heropenen", {});
    EXPECT_FALSE(newest().open()) << "not by hand either";
    auto const form = parent_later.get("/mijn/vraag/opnieuw");
    EXPECT_TRUE(form.says("Mijn verhaal."));
    EXPECT_TRUE(form.says("value=\"rechten\" checked"));
    Fields again{{"situatie", "thuis"}, {"manier", "video"}, {"taal", "Nederlands"}, {"kennis", "rechten"}, {"woorden", ""}};
    EXPECT_EQ(parent_later.post("/mijn/vraag/opnieuw", "/mijn/vraag/opnieuw", again).status, 422) << "both consents are asked again";
    again.insert(again.end(), {{"akkoord", "ja"}, {"contact", "ja"}});
    EXPECT_EQ(parent_later.post("/mijn/vraag/opnieuw", "/mijn/vraag/opnieuw", again).status, 303);
    auto const second = newest();
    EXPECT_NE(second.id, first.id);
    EXPECT_EQ(second.person, first.person);
    EXPECT_EQ(second.situations, "thuis");
    EXPECT_EQ(help_request::wishes_of(*read(), second.id)->knowledge, "rechten");
    EXPECT_FALSE(parent_later.get("/mijn/vraag").says("Mijn verhaal.")) << "what the parent took out stays out";
    EXPECT_TRUE(house.as(coordinator).get("/vandaag").says("Vraagt een buddy: neem contact op"));
    parent_later.post("/mijn/vraag", "/mijn/vraag/opnieuw", again);
    EXPECT_EQ(count("select count(*) from help_requests"), 2) << "one open request at a time";
}

TEST_P(Clarifying, TheParentChangesEveryWish) {
    auto const beek = school("De Beek", "Wiel");
    asked({{"meelezen", "mailen"}});
    auto parent = house.as(newest_parent());
    EXPECT_EQ(parent.post("/mijn/vraag/wijzigen", "/mijn/vraag/wijzigen", {{"situatie", "thuis"}, {"manier", "video"}, {"taal", "Turks"}, {"school", "De Bron"}}).status, 422);
    EXPECT_EQ(parent.post("/mijn/vraag/wijzigen", "/mijn/vraag/wijzigen", {{"situatie", "thuis"}, {"manier", "video"}, {"taal", "Turks"}, {"school", "De Beek, Wiel"}, {"tolk", "ja"}, {"gevoelig", "Zacht."}, {"postcode", "4201"}, {"buurt", "alleen"}, {"groep", "7"}}).status, 303);
    auto const row = *help_request::wishes_of(*read(), newest().id);
    EXPECT_EQ(row.school, beek);
    EXPECT_TRUE(row.interpreter && row.region_hard && row.others_read) << "that others read along is not forgotten";
    EXPECT_TRUE(parent.get("/mijn/vraag").says("Zacht."));
}

} // namespace
