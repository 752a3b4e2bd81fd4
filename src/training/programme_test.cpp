// The programme: time adds up, what is wrong is said, and two versions can be compared.
#include "training/programme.h"

#include <gtest/gtest.h>

namespace {
using namespace training;

ProgrammePart part(char const* name, int minutes, bool informal = false) { return {name, std::string{"Titel "} + name, minutes, informal, "", "", "", ""}; }
TypedPart typed(char const* name, char const* minutes, char const* place = "", bool informal = false) { return {part(name, 0, informal), place, minutes}; }

TEST(Programme, TheStandardFillsBothEveningsAndBeginsWithMeetingEachOther) {
    for (auto const& evening : standard()) {
        EXPECT_EQ(total_minutes(evening.parts), evening_minutes);
        EXPECT_GE(informal_minutes(evening.parts), informal_minutes_needed(5));
        EXPECT_TRUE(evening.parts.front().informal);
        EXPECT_FALSE(evening.preparation.empty());
        std::vector<TypedPart> lines;
        for (auto const& each : evening.parts) lines.push_back({each, "", std::to_string(each.minutes)});
        auto plan = plan_evening(lines, 2, 1);
        auto const home = prepare(evening.preparation, 2, 1);
        ASSERT_TRUE(plan && home);
        EXPECT_EQ(*home, evening.preparation);
        EXPECT_EQ(*plan, evening.parts) << "the standard passes its own check";
    }
}

TEST(Programme, MinutesMustBeThoseOfTheEvening) {
    struct Case {
        char const *one, *other, *says, *count;
    };
    for (auto const& each : {Case{"100", "60", "te veel", "10"}, Case{"100", "45", "te weinig", "5"}}) {
        auto plan = plan_evening({typed("a", each.one), typed("b", each.other)}, 2, 1);
        ASSERT_FALSE(plan);
        auto const& why = plan.error().fields.front();
        EXPECT_EQ(why.name, "");
        EXPECT_NE(why.why.text.msgid.find(each.says), std::string_view::npos);
        EXPECT_EQ(why.why.with.front().second, each.count);
    }
    EXPECT_TRUE(plan_evening({typed("a", "100"), typed("b", "50")}, 2, 1));
}

TEST(Programme, LinesWithoutATitleFallAwayAndPlacesMakeTheOrder) {
    auto gone = typed("weg", "20");
    gone.part.title.clear();
    auto fresh = typed("", "30", "1");
    fresh.part.title = "Nieuw";
    auto plan = plan_evening({typed("a", "60", "3"), gone, typed("b", "60", "2"), fresh}, 4, 2);
    ASSERT_TRUE(plan);
    std::vector<std::string> names;
    for (auto const& each : *plan) names.push_back(each.name);
    EXPECT_EQ(names, (std::vector<std::string>{"deel-4-2-3", "b", "a"}));
}

TEST(Programme, WhatIsWrongIsSaidAtItsField) {
    auto field = [](std::vector<TypedPart> const& lines) {
        auto plan = plan_evening(lines, 2, 1);
        return plan ? "fine" : plan.error().fields.front().name;
    };
    EXPECT_EQ(field({typed("a", "0")}), "minuten-0");
    EXPECT_EQ(field({typed("a", "151")}), "minuten-0");
    EXPECT_EQ(field({typed("a", "tien")}), "minuten-0");
    auto long_title = typed("a", "150");
    long_title.part.title = std::string(81, 'x');
    EXPECT_EQ(field({long_title}), "titel-0");
    auto long_goal = typed("a", "150");
    long_goal.part.goal = std::string(301, 'x');
    EXPECT_EQ(field({long_goal}), "doel-0");
    auto nameless = typed("", "20");
    nameless.part.title.clear();
    EXPECT_EQ(field({typed("a", "150"), nameless}), "titel-1");
    EXPECT_EQ(field({}), "");
    EXPECT_EQ(field(std::vector<TypedPart>(15, typed("a", "10"))), "");
    EXPECT_EQ(field({typed("a", "50"), typed("b", "100", "", true)}), "") << "meeting each other comes first";
    EXPECT_EQ(field({typed("a", "50", "", true), typed("b", "100")}), "fine");
}

TEST(Programme, MeetingEachOtherTakesLongerWithMorePeople) {
    EXPECT_EQ(informal_minutes_needed(0), 45);
    EXPECT_EQ(informal_minutes_needed(5), 45);
    EXPECT_EQ(informal_minutes_needed(6), 55);
    EXPECT_EQ(informal_minutes_needed(12), 115);
}

TEST(Programme, TwoVersionsAreCompared) {
    Programme const older{EveningPlan{{}, {part("a", 10), part("b", 20), part("c", 30), part("d", 40)}}, EveningPlan{{}, {part("e", 50), part("f", 60)}}};
    Programme newer{EveningPlan{{}, {part("c", 30), part("a", 10), part("b", 25), part("g", 5)}}, EveningPlan{{}, {part("f", 60), part("d", 40)}}};
    newer[1].parts[0].goal = "Anders";
    EXPECT_EQ(differences(older, newer), (std::vector<Change>{{ChangeKind::moved, 1, "Titel c", {}},
                                                              {ChangeKind::changed, 1, "Titel b", std::array{20, 25}},
                                                              {ChangeKind::added, 1, "Titel g", {}},
                                                              {ChangeKind::changed, 2, "Titel f", {}},
                                                              {ChangeKind::moved, 2, "Titel d", {}},
                                                              {ChangeKind::removed, 2, "Titel e", {}}}));
    EXPECT_TRUE(differences(older, older).empty());
    EXPECT_TRUE(differences(standard(), standard()).empty());
}

TEST(Programme, APlaceMayLookLikeASchool) {
    std::vector<std::string> const names{"de brug", "obs wiel"};
    EXPECT_TRUE(looks_like_school("basisschool zuid", names));
    EXPECT_TRUE(looks_like_school("de brug, lokaal 3", names));
    EXPECT_TRUE(looks_like_school("obs wiel", names));
    EXPECT_FALSE(looks_like_school("wijkcentrum de brug", names));
    EXPECT_FALSE(looks_like_school("de bruggen", names));
    EXPECT_FALSE(looks_like_school("bibliotheek", names));
}

} // namespace
