#include "worry/worry.h"

#include <gtest/gtest.h>

namespace worry {

TEST(Worry, IsToldWithWordsAWayToBeReachedAndWhetherTheParentKnows) {
    Draft good{"Ik hoorde iets dat me niet loslaat.", "06 12345678, na acht uur", ParentKnows::unsure};
    EXPECT_TRUE(static_cast<bool>(tell(good)));
    auto refused_at = [&](auto spoil) {
        auto draft = good;
        spoil(draft);
        auto result = tell(draft);
        return result ? std::string{} : result.error().fields.front().name;
    };
    EXPECT_EQ(refused_at([](auto& d) { d.words.clear(); }), "woorden");
    EXPECT_EQ(refused_at([](auto& d) { d.words.assign(16001, 'a'); }), "woorden");
    EXPECT_EQ(refused_at([](auto& d) { d.reach.clear(); }), "bereik");
    EXPECT_EQ(refused_at([](auto& d) { d.parent_knows.reset(); }), "weet");
}

TEST(Worry, AStepHasWordsADayThatHasComeAndItsPlaceInTheReportingCode) {
    constexpr base::Date today{std::chrono::year{2026}, std::chrono::March, std::chrono::day{3}};
    EXPECT_EQ(step({"", {}, {}}, today).error().fields.front().name, "stap");
    EXPECT_EQ(step({std::string(8001, 'a'), {}, {}}, today).error().fields.front().name, "stap");
    EXPECT_EQ(step({"Gebeld.", base::later(today, 1), {}}, today).error().fields.front().name, "wanneer");
    EXPECT_EQ(step({"Gebeld.", {}, {}, true}, today).error().fields.front().name, "wanneer") << "30 February is not today";
    auto const taken = *step({"Gebeld.", base::later(today, -2), Code::consult}, today);
    EXPECT_EQ(taken.on, base::later(today, -2));
    EXPECT_EQ(taken.code, Code::consult);
    EXPECT_EQ(step({"Gebeld.", {}, {}}, today)->on, today);
    EXPECT_EQ(step({"Gebeld.", {}, {}}, today)->code, Code::other);
}

TEST(Worry, WaitsTooLongAfterOneWorkingDay) {
    using namespace std::chrono;
    auto at = [](int day, int hour) { return base::moment_of({year{2026} / 11 / day, hours{hour}}); };
    EXPECT_FALSE(waits_too_long(at(23, 10), at(23, 20)));
    EXPECT_FALSE(waits_too_long(at(23, 10), at(24, 9)));
    EXPECT_TRUE(waits_too_long(at(23, 10), at(24, 10)));
    EXPECT_FALSE(waits_too_long(at(27, 16), at(29, 20))) << "a weekend is not a working day";
    EXPECT_TRUE(waits_too_long(at(27, 16), at(30, 16)));
}

} // namespace worry
