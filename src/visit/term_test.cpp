#include "visit/term.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace {
using visit::PersonId;
using visit::Term;

base::Date const today = std::chrono::year{2026} / 11 / 24;
base::Date day(int ahead) { return base::later(today, ahead); }

TEST(Term, SomeoneIsPastWhenEveryRoomThatSpeaksSaysADayThatHasCome) {
    struct Case {
        char const* what;
        std::vector<std::optional<base::Date>> said;
        bool past;
    };
    for (auto const& each : std::initializer_list<Case>{
             {"tomorrow is not yet", {day(1)}, false},
             {"on the day itself", {day(0)}, true},
             {"long ago", {day(-400)}, true},
             {"one room still needs the person", {day(-1), std::nullopt}, false},
             {"the latest of two days counts", {day(-1), day(1)}, false},
             {"both days have come", {day(-1), day(0)}, true},
             {"a room that needs the person alone", {std::nullopt}, false},
         }) {
        std::vector<Term> terms;
        for (auto const& on : each.said) terms.push_back({PersonId{"a"}, on});
        EXPECT_EQ(!visit::past(terms, today).empty(), each.past) << each.what;
    }
    EXPECT_TRUE(visit::past({}, today).empty());
}

TEST(Term, WhoIsNeededSomewhereIsNeverPastWhateverIsSaidAndInWhateverOrder) {
    rc::check([](std::vector<std::pair<int, int>> const& said, int needed) {
        std::vector<Term> terms;
        for (auto const& [who, ahead] : said) terms.push_back({PersonId{std::to_string(who % 4)}, day(ahead % 100)});
        auto const before = visit::past(terms, today);
        for (auto const& person : before)
            for (auto const& term : terms) RC_ASSERT(term.person != person || *term.erased_on <= today);
        PersonId const keeps{std::to_string(needed % 4)};
        terms.insert(terms.begin() + static_cast<std::ptrdiff_t>(terms.size() / 2), {keeps, std::nullopt});
        auto const after = visit::past(terms, today);
        RC_ASSERT(std::find(after.begin(), after.end(), keeps) == after.end());
        for (auto const& person : before) RC_ASSERT(person == keeps || std::find(after.begin(), after.end(), person) != after.end());
    });
}

} // namespace
