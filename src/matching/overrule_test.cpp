#include "matching/overrule.h"

#include <gtest/gtest.h>

namespace matching {

TEST(Overrule, OnlyExperienceAndOnlyWithAReason) {
    EXPECT_TRUE(may_propose({}, {}));
    EXPECT_FALSE(*may_propose({}, Overruled::nobody_else)) << "nothing was overruled, so nothing is kept";
    EXPECT_FALSE(may_propose({Limit::experience}, {}));
    EXPECT_EQ(**may_propose({Limit::experience}, Overruled::parent_asks), Overruled::parent_asks);
    for (auto const& [limit, word] : base::Words<Limit>::entries) {
        if (limit == Limit::experience) continue;
        EXPECT_FALSE(may_propose({limit}, Overruled::parent_asks)) << word;
        EXPECT_FALSE(may_propose({limit, Limit::experience}, Overruled::parent_asks)) << word;
    }
}

} // namespace matching
