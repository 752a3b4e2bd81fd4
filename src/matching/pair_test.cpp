// What keeps two who found each other from being a match.
#include "matching/pair.h"

#include <gtest/gtest.h>

namespace {
using namespace matching;
using L = Limit;

Half parent(bool agrees = true) { return {visit::PersonId{"ouder"}, true, agrees}; }
Half buddy(bool agrees = true) { return {visit::PersonId{"buddy"}, false, agrees, true, true}; }

TEST(Pair, KeepsTheGateAndTheConflictsAndNothingOfTaste) {
    for (auto const& [limit, word] : base::Words<L>::entries) {
        bool const holds = std::set{L::not_ready, L::full, L::same_person, L::school, L::earlier_exit, L::close, L::both_roles, L::own_class, L::never_together}.contains(limit);
        EXPECT_EQ(!limits_of_pair({limit}).empty(), holds) << word;
    }
    EXPECT_TRUE(limits_of_pair({L::earlier_no}).empty()) << "they said that they know each other";
}

TEST(Pair, IsAMatchOnlyWhenNothingIsMissing) {
    EXPECT_TRUE(lacks({parent(), buddy()}, false, {}).empty());
    EXPECT_EQ(lacks({parent(false), buddy(false)}, false, {}).size(), 2U);
    EXPECT_EQ(lacks({parent(), buddy()}, true, {}).size(), 1U);
    auto candidate = buddy();
    candidate.is_buddy = false;
    EXPECT_EQ(lacks({parent(), candidate}, false, {L::not_ready}).size(), 1U) << "said once";
    EXPECT_EQ(lacks({parent(), buddy()}, false, {L::not_ready}).size(), 1U);
    EXPECT_EQ(lacks({parent(), buddy(), buddy(false)}, false, {}).size(), 1U) << "each of a couple says yes";
    auto bare = buddy();
    bare.has_offer = false;
    EXPECT_EQ(lacks({parent(), bare}, false, {}).size(), 1U);
}

} // namespace
