// The end of a trial.
#include "trajectory/trial.h"

#include <gtest/gtest.h>

namespace {
using namespace trajectory;
using A = TrialAnswer;

constexpr base::Date day{std::chrono::year{2027}, std::chrono::March, std::chrono::day{10}};

TEST(TrialRule, AsksOfTheCoordinatorOnlyWhatTheTwoDidNotSettle) {
    struct Case {
        std::optional<base::Date> until;
        std::vector<std::optional<A>> said;
        TrialStep then;
    };
    for (auto const& [until, said, then] : std::initializer_list<Case>{
             {{}, {{}, {}}, TrialStep::nothing},
             {base::later(day, 1), {A::talk, {}}, TrialStep::nothing},
             {day, {{}, {}}, TrialStep::awaited},
             {day, {A::goes_on, {}}, TrialStep::awaited},
             {day, {A::goes_on, A::goes_on}, TrialStep::nothing},
             {base::later(day, -5), {A::goes_on, A::talk}, TrialStep::talk},
             {day, {A::talk, {}}, TrialStep::talk},
             {day, {A::goes_on, A::goes_on, {}}, TrialStep::awaited},
         }) EXPECT_EQ(trial_step(until, said, day), then);
}

} // namespace
