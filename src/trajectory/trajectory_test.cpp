#include "trajectory/contact.h"
#include "trajectory/trajectory.h"

#include <gtest/gtest.h>

namespace trajectory {
using namespace std::chrono_literals;
namespace {
constexpr base::Date day{std::chrono::year{2026}, std::chrono::September, std::chrono::day{1}};
base::Moment at(int days) { return base::moment_of({base::later(day, days), 12h}); }
} // namespace

TEST(Pace, FollowsTheDatesAlone) {
    struct Case {
        int now;
        std::optional<int> last;
        Pace pace;
    };
    for (auto const& [now, last, expected] : std::initializer_list<Case>{
             {1, {}, Pace::first_contact_awaited},
             {3, {}, Pace::first_contact_overdue},
             {10, 3, Pace::going},
             {14, 3, Pace::quiet},
             {24, 3, Pace::quiet},
             {25, 3, Pace::very_quiet},
             {60, 40, Pace::going},
             {80, 40, Pace::quiet},
             {110, 40, Pace::very_quiet},
         })
        EXPECT_EQ(pace(at(0), last ? std::optional{base::later(day, *last)} : std::nullopt, {}, at(now)), expected) << now;
}

TEST(Pace, FollowsWhatTheParentChose) {
    auto of = [](Course const& course, std::optional<int> last, int now) { return pace(at(0), last ? std::optional{base::later(day, *last)} : std::nullopt, course, at(now)); };
    struct Case {
        Rhythm rhythm;
        int silence;
        Pace pace;
    };
    for (auto const& [rhythm, silence, expected] : std::initializer_list<Case>{
             {Rhythm::weekly, 10, Pace::going},
             {Rhythm::weekly, 11, Pace::quiet},
             {Rhythm::weekly, 21, Pace::quiet},
             {Rhythm::weekly, 22, Pace::very_quiet},
             {Rhythm::fortnightly, 21, Pace::going},
             {Rhythm::fortnightly, 22, Pace::quiet},
             {Rhythm::fortnightly, 43, Pace::very_quiet},
             {Rhythm::every_three_weeks, 31, Pace::going},
             {Rhythm::every_three_weeks, 64, Pace::very_quiet},
             {Rhythm::monthly, 46, Pace::going},
             {Rhythm::monthly, 47, Pace::quiet},
             {Rhythm::when_asked, 200, Pace::going},
         })
        EXPECT_EQ(of({.rhythm = rhythm}, 50, 50 + silence), expected) << static_cast<int>(rhythm) << ' ' << silence;
    EXPECT_EQ(of({.parent_begins = true}, {}, 6), Pace::first_contact_awaited);
    EXPECT_EQ(of({.parent_begins = true}, {}, 8), Pace::first_contact_overdue);
}

TEST(Pace, IsSilentWhileAMatchRestsAndCountsFromTheDayItWoke) {
    auto of = [](Course const& course, std::optional<int> last, int now) { return pace(at(0), last ? std::optional{base::later(day, *last)} : std::nullopt, course, at(now)); };
    EXPECT_EQ(of({.rests_since = base::later(day, 5)}, 3, 300), Pace::resting);
    EXPECT_EQ(of({.rests_since = base::later(day, 1)}, {}, 300), Pace::resting);
    EXPECT_EQ(of({.woken_on = base::later(day, 100)}, 3, 105), Pace::going);
    EXPECT_EQ(of({.woken_on = base::later(day, 100)}, 3, 140), Pace::quiet);
    EXPECT_EQ(of({.woken_on = base::later(day, 100)}, {}, 101), Pace::first_contact_awaited);
    EXPECT_EQ(of({.woken_on = base::later(day, 100)}, {}, 103), Pace::first_contact_overdue);
}

TEST(Rhythm, MissesContactsOnlyInItsFirstMonthsAndWhenNobodyChoseForFew) {
    auto few = [](Course const& course, int contacts, int now) { return too_few_contacts(course, day, contacts, base::later(day, now)); };
    EXPECT_FALSE(few({}, 3, 55));
    EXPECT_TRUE(few({}, 3, 56));
    EXPECT_TRUE(few({}, 0, 84));
    EXPECT_FALSE(few({}, 3, 85));
    EXPECT_FALSE(few({}, 4, 60));
    EXPECT_FALSE(few({.rhythm = Rhythm::monthly}, 1, 60));
    EXPECT_FALSE(few({.rhythm = Rhythm::when_asked}, 1, 60));
    EXPECT_FALSE(few({.rests_since = base::later(day, 30)}, 1, 60));
}

TEST(Contact, IsRefusedAheadBeforeTheMatchOrWithoutAWay) {
    EXPECT_TRUE(static_cast<bool>(log_contact({base::later(day, 2), Way::call, 15, false}, day, base::later(day, 2))));
    EXPECT_FALSE(static_cast<bool>(log_contact({base::later(day, 3), Way::call, 15, false}, day, base::later(day, 2))));
    EXPECT_FALSE(static_cast<bool>(log_contact({base::later(day, -1), Way::call, 15, false}, day, base::later(day, 2))));
    EXPECT_FALSE(static_cast<bool>(log_contact({day, {}, 15, false}, day, day)));
    EXPECT_FALSE(static_cast<bool>(log_contact({day, Way::call, 481, false}, day, day)));
    EXPECT_FALSE(static_cast<bool>(log_contact({{}, Way::call, 15, false}, day, day)));
}

} // namespace trajectory
