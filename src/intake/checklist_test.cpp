// The own checklist: what stays, what falls away, and that an interview keeps the list it began with.
#include "intake/checklist.h"
#include "intake/store_checklist.h"
#include "intake/store_interview.h"
#include "tests/world/world.h"

#include <rapidcheck/gtest.h>
#include <set>

namespace {
using intake::OwnPoint;
using visit::Role;

TEST(Checklist, EmptyLinesFallAwayAndNewPointsGetAName) {
    auto list = intake::checklist({{"kind", "Kind", "Heeft een kind", true}, {"", "", "", false}, {"", "Vervoer", "Hoe komt u er?", false}, {"samen", "", "Vraag blijft staan", true}}, 2);
    ASSERT_TRUE(list);
    EXPECT_EQ(*list, (std::vector<OwnPoint>{{"kind", "Kind", "Heeft een kind", true}, {"punt-2-2", "Vervoer", "Hoe komt u er?", false}}));
}

TEST(Checklist, WhatIsWrongIsSaidAtItsField) {
    auto field = [](std::vector<OwnPoint> const& typed) {
        auto list = intake::checklist(typed, 2);
        return list ? "" : list.error().fields.front().name;
    };
    EXPECT_EQ(field({{"", "Vervoer", "", false}}), "vraag-0");
    EXPECT_EQ(field({{"", "", "Zonder naam", false}}), "titel-0");
    EXPECT_EQ(field({{"a", "A", "B", false}, {"", std::string(241, 'x'), "B", false}}), "titel-1");
    EXPECT_EQ(field({{"", "A", std::string(1201, 'x'), false}}), "vraag-0");
    EXPECT_FALSE(intake::checklist({{"kind", "", "", true}}, 2)) << "nothing left";
    EXPECT_FALSE(intake::checklist(std::vector<OwnPoint>(21, {"", "A", "B", false}), 2));
}

RC_GTEST_PROP(Checklist, NamesNeverRepeat, (int version)) {
    std::vector<OwnPoint> typed;
    for (auto known : *rc::gen::container<std::set<int>>(rc::gen::inRange(0, 9))) typed.push_back({"punt-1-" + std::to_string(known), "A", "B", false});
    for (int i = *rc::gen::inRange(0, 9); i > 0; --i) typed.push_back({"", "A", "B", true});
    auto list = intake::checklist(typed, std::abs(version % 1000) + 2);
    if (!list) return;
    std::set<std::string> names;
    for (auto const& point : *list) RC_ASSERT(names.insert(point.name).second);
}

class Checklists : public world::InHouse {};
ON_BOTH_DATABASES(Checklists);

TEST_P(Checklists, AnInterviewKeepsTheListItBeganWith) {
    auto const coordinator = house.person(house.here, "Ineke Vos", {Role::coordinator});
    auto const person = base::new_id<people::Person>(house.random);
    auto const sign_up = base::new_id<recruitment::SignUp>(house.random);
    house.program->keys().create(person);
    auto plan = [&](char const* name) {
        intake::InterviewId const id{name};
        house.program->data().write(house.scope(), [&](db::Write& tx) { intake::add(tx, id, sign_up, person, {house.clock.now() + std::chrono::hours{1}, 45, intake::Way::online, ""}, coordinator, house.clock.now()); });
        return "/gesprekken/" + id.value();
    };
    house.program->data().write(house.scope(), [&](db::Write& tx) { recruitment::add(tx, house.program->keys(), sign_up, person, {{"Noor van Dijk", "", "0612345678"}, recruitment::Channel::poster, ""}, text::Language::nl, "", true, house.clock.now()); });
    auto const old = plan("oud");
    auto desk = house.as(coordinator);
    EXPECT_EQ(desk.post("/gesprekslijst", "/gesprekslijst", {{"versie", "1"}, {"naam-0", "gemak"}, {"titel-0", "Makkelijk"}, {"vraag-0", "Wat gaat u goed af?"}, {"soort-0", "tekst"}, {"naam-1", ""}, {"titel-1", "Vervoer"}, {"vraag-1", ""}}).status, 422);
    EXPECT_EQ(desk.post("/gesprekslijst", "/gesprekslijst", {{"versie", "1"}, {"naam-0", "gemak"}, {"titel-0", "Makkelijk"}, {"vraag-0", "Wat gaat u goed af?"}, {"soort-0", "tekst"}, {"naam-1", ""}, {"titel-1", "Vervoer"}, {"vraag-1", "Hoe reist u?"}, {"soort-1", "tekst"}}).status, 303);
    auto const fresh = plan("nieuw");
    EXPECT_TRUE(desk.get(old).says("Kennismaking"));
    EXPECT_FALSE(desk.get(old).says("Hoe reist u?"));
    EXPECT_TRUE(desk.get(fresh).says("Hoe reist u?"));
    EXPECT_FALSE(desk.get(fresh).says("Kennismaking"));
    EXPECT_EQ(desk.post(fresh, fresh + "/verslag", {{"punt-2-1", "Met de fiets"}, {"kennismaking", "hoort hier niet"}}).status, 303);
    EXPECT_TRUE(desk.get(fresh).says("Met de fiets"));
    EXPECT_FALSE(desk.get(fresh).says("hoort hier niet"));
    EXPECT_EQ(desk.post("/gesprekslijst", "/gesprekslijst/standaard", {}).status, 303);
    EXPECT_TRUE(desk.get("/gesprekslijst").says("Kennismaking"));
    EXPECT_TRUE(desk.get(fresh).says("Hoe reist u?"));
    EXPECT_EQ(house.as(house.person(house.here, "Ada", {Role::trainer})).get("/gesprekslijst").status, 404);
}

TEST_P(Checklists, ANoteThatDoesNotFitIsRefusedAndNothingOfTheOthersIsLost) {
    auto const coordinator = house.person(house.here, "Ineke Vos", {Role::coordinator});
    auto const person = base::new_id<people::Person>(house.random);
    auto const sign_up = base::new_id<recruitment::SignUp>(house.random);
    house.program->keys().create(person);
    house.program->data().write(house.scope(), [&](db::Write& tx) {
        recruitment::add(tx, house.program->keys(), sign_up, person, {{"Noor van Dijk", "", "0612345678"}, recruitment::Channel::poster, ""}, text::Language::nl, "", true, house.clock.now());
        intake::add(tx, intake::InterviewId{"gesprek"}, sign_up, person, {house.clock.now() + std::chrono::hours{1}, 45, intake::Way::online, ""}, coordinator, house.clock.now());
    });
    std::string const talk = "/gesprekken/gesprek";
    std::string many = "a";
    for (int i = 0; i < 5000; ++i) many += "ë";
    auto desk = house.as(coordinator);
    ASSERT_EQ(desk.post(talk, talk + "/verslag", {{"motivatie", "Wil een ander bijstaan."}}).status, 303);
    auto const refused = desk.post(talk, talk + "/verslag", {{"motivatie", "Wil luisteren."}, {"kennismaking", many}});
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(refused.says("Wil luisteren."));
    EXPECT_NE(refused.body.find("kennismaking-fout"), std::string::npos);
    EXPECT_TRUE(desk.get(talk).says("Wil een ander bijstaan."));
    EXPECT_EQ(desk.post(talk, talk + "/concept", {{"motivatie", "Wil luisteren."}, {"kennismaking", many}}).status, 422) << "the page says that it was not kept";
    EXPECT_TRUE(desk.get(talk).says("Wil een ander bijstaan.")) << "and nothing is cut";
    EXPECT_EQ(desk.post(talk, talk + "/concept", {{"motivatie", "Wil luisteren."}, {"kennismaking", many.substr(0, 1 + 2 * 1999)}, {"kind", "geen keuze"}}).status, 204);
    auto const kept = desk.get(talk);
    EXPECT_TRUE(kept.says("Wil luisteren."));
    EXPECT_FALSE(kept.says("geen keuze"));
    EXPECT_NE(kept.body.find(many.substr(0, 1 + 2 * 1999) + "</textarea>"), std::string::npos);
}

} // namespace
