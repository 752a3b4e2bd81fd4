#include "intake/term.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace {
using intake::Advice;
using intake::Standing;
using namespace std::chrono;

base::Date const decided = 2026y / 9 / 1;
base::Date day(int later) { return base::later(decided, later); }

TEST(Term, WhoDoesNotGoOnIsErasedEightWeeksAfterTheLastWord) {
    struct Case {
        char const* what;
        Standing standing;
        std::optional<int> erased_after;
    };
    for (auto const& each : std::initializer_list<Case>{
             {"may go on", {Advice::may_go_on, decided, {}, false, {}, {}}, {}},
             {"may go on with a doubt", {Advice::may_go_on_with_doubt, decided, {}, false, {}, {}}, {}},
             {"advised against", {Advice::advised_against, decided, {}, false, {}, {}}, 56},
             {"practical reasons", {Advice::practical, decided, {}, false, {}, {}}, 56},
             {"not yet, and yes to being kept", {Advice::not_yet, decided, day(90), true, {}, {}}, 146},
             {"not yet, without that yes", {Advice::not_yet, decided, day(90), false, {}, {}}, 56},
             {"a yes changes nothing for another outcome", {Advice::practical, decided, day(90), true, {}, {}}, 56},
             {"an objection", {Advice::advised_against, decided, {}, false, day(10), {}}, 66},
             {"a second talk is planned", {Advice::advised_against, decided, {}, false, day(10), day(30)}, 86},
         })
        EXPECT_EQ(intake::erased_on(each.standing), each.erased_after ? std::optional{day(*each.erased_after)} : std::nullopt) << each.what;
}

TEST(Term, ATermAlwaysComesToAnEndAndNeverBeforeEightWeeks) {
    rc::check([](int again, bool longer, int objected, int talk, bool has_talk) {
        Standing standing{Advice::not_yet, decided, day(again % 400), longer, day(objected % 400), has_talk ? std::optional{day(talk % 400)} : std::nullopt};
        auto on = intake::erased_on(standing);
        RC_ASSERT(on.has_value());
        RC_ASSERT(base::days_between(decided, *on) >= 56);
        RC_ASSERT(base::days_between(decided, *on) < 400 + 56);
    });
}

TEST(Term, TheTextOfATalkGoesEightWeeksAfterTheDecision) { EXPECT_EQ(intake::text_erased_on(decided), base::Date{2026y / 10 / 27}); }

} // namespace
