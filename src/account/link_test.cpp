#include "account/link.h"

#include <gtest/gtest.h>

namespace account {
namespace {

TEST(Link, SaysItsPartnershipBeforeThePoint) {
    for (auto const& [path, its] : {std::pair{"/bevestigen/waterrijk.abc", "waterrijk"}, {"/x/y/waterrijk.abc/z.q", "waterrijk"}, {"waterrijk.abc", "waterrijk"}, {"/a/.abc", ""}, {"/a/b", ""}, {"", ""}, {".", ""}, {"/", ""}, {"/a.b/c.d", "a"}})
        EXPECT_EQ(partnership_in(path), its) << path;
}

} // namespace
} // namespace account
