#include "matching/bundle.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

namespace matching {
namespace {
using help_request::Knowledge;
using help_request::Situation;
Shown of(std::string const& school) { return {{Situation::at_home}, {Knowledge::rights}, {people::SchoolKind::so}, {school}}; }
} // namespace

TEST(Bundle, BelowFiveBuddiesOnlyThemesAreTold) {
    std::vector<Shown> all(4, of("elsewhere"));
    auto few = bundle(all, "here");
    EXPECT_EQ(few.themes, std::set{Situation::at_home});
    EXPECT_FALSE(few.buddies);
    EXPECT_TRUE(few.knowledge.empty());
    EXPECT_TRUE(few.school_kinds.empty());
    all.push_back(of("elsewhere"));
    auto five = bundle(all, "here");
    EXPECT_EQ(five.buddies, 5);
    EXPECT_EQ(five.knowledge, std::set{Knowledge::rights});
    EXPECT_EQ(five.school_kinds, std::set{people::SchoolKind::so});
}

TEST(Bundle, ASchoolReadsNothingOfItsOwnBuddies) {
    std::vector<Shown> all(5, of("elsewhere"));
    auto without = bundle(all, "here");
    auto own = of("here");
    own.situations = {Situation::tension};
    own.knowledge = {Knowledge::care};
    all.push_back(own);
    auto with = bundle(all, "here");
    EXPECT_EQ(with.themes, without.themes);
    EXPECT_EQ(with.buddies, without.buddies);
    EXPECT_EQ(with.knowledge, without.knowledge);
    EXPECT_TRUE(bundle({own}, "here").empty());
}

RC_GTEST_PROP(Bundle, NobodyIsToldAsOneOfFewerThanFive, ()) {
    auto const count = *rc::gen::inRange(0, 12), own = *rc::gen::inRange(0, 12);
    std::vector<Shown> all;
    for (int i = 0; i < count; ++i) all.push_back(of("elsewhere"));
    for (int i = 0; i < own; ++i) all.push_back(of("here"));
    auto const told = bundle(all, "here");
    RC_ASSERT(told.buddies.has_value() == (count >= 5));
    RC_ASSERT(told.buddies.value_or(count) == count);
}

} // namespace matching
