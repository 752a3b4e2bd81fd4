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
        EXPECT_EQ(pace(at(0), last ? std::optional{base::later(day, *last)} : std::nullopt, at(now)), expected) << now;
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
