#include "visit/policy.h"

#include <gtest/gtest.h>
#include <map>

namespace visit {

TEST(Policy, EachActionHasARuleOfItsOwn) {
    std::map<std::string_view, int> ids;
    for (auto const& [action, word] : base::Words<Action>::entries) ++ids[rule(action).id];
    for (auto const& [id, count] : ids) {
        // A1 is what everyone may do about oneself
        if (id != "A1") {
            EXPECT_EQ(count, 1) << id;
        }
    }
}

} // namespace visit
