#include "people/appointment.h"

#include <gtest/gtest.h>

namespace people {
namespace {
using visit::Role;
visit::Viewer someone(Role role, visit::Independence independence, bool of_outside) { return {visit::PartnershipId{"hier"}, visit::PersonId{"ik"}, {Role::anyone, role}, true, of_outside, independence}; }
constexpr auto inside = visit::Independence::inside, outside = visit::Independence::outside;
} // namespace

TEST(Appointment, NobodyGivesARoleThatReadsConfidentialTextAlone) {
    for (auto role : given_roles) {
        auto by_administrator = appoint(someone(Role::administrator, inside, false), role, Employer::partnership);
        ASSERT_TRUE(static_cast<bool>(by_administrator));
        EXPECT_EQ(*by_administrator, visit::needs_confirmation(role) ? Standing::after_confirmation : Standing::at_once);
        EXPECT_FALSE(static_cast<bool>(appoint(someone(Role::coordinator, inside, false), role, Employer::partnership))) << "a coordinator inside confirms, and gives none";
    }
}

TEST(Appointment, WithTheCoordinatorOutsideThePartnershipGivesNoSuchRole) {
    for (auto role : given_roles) {
        EXPECT_EQ(static_cast<bool>(appoint(someone(Role::administrator, outside, false), role, Employer::other_organisation)), !visit::needs_confirmation(role));
        auto by_desk = appoint(someone(Role::coordinator, outside, true), role, Employer::other_organisation);
        EXPECT_EQ(static_cast<bool>(by_desk), visit::needs_confirmation(role));
        EXPECT_FALSE(static_cast<bool>(appoint(someone(Role::coordinator, outside, true), role, Employer::partnership)));
        EXPECT_FALSE(static_cast<bool>(appoint(someone(Role::coordinator, outside, false), role, Employer::other_organisation))) << "a coordinator who works for the partnership";
    }
}

TEST(Appointment, NobodyGivesWhatComesByItsOwnWay) {
    for (auto role : {Role::anyone, Role::candidate, Role::buddy, Role::asking_parent}) EXPECT_FALSE(static_cast<bool>(appoint(someone(Role::administrator, inside, false), role, Employer::partnership)));
}

TEST(Appointment, IsConfirmedBySomeoneElse) {
    auto desk = someone(Role::coordinator, inside, false);
    EXPECT_TRUE(may_confirm(desk, visit::PersonId{"ander"}, "beheer"));
    EXPECT_FALSE(may_confirm(desk, visit::PersonId{"ik"}, "beheer")) << "for oneself";
    EXPECT_FALSE(may_confirm(desk, visit::PersonId{"ander"}, "ik")) << "what one entered";
    EXPECT_FALSE(may_confirm(someone(Role::administrator, inside, false), visit::PersonId{"ander"}, "beheer"));
    EXPECT_FALSE(may_confirm(someone(Role::coordinator, outside, false), visit::PersonId{"ander"}, "beheer"));
    EXPECT_TRUE(may_confirm(someone(Role::coordinator, outside, true), visit::PersonId{"ander"}, "beheer"));
}

TEST(Appointment, OnlyTheOutsideLetsThePartnershipIn) {
    EXPECT_TRUE(may_change_independence(someone(Role::administrator, inside, false), outside));
    EXPECT_FALSE(may_change_independence(someone(Role::coordinator, inside, false), outside));
    EXPECT_FALSE(may_change_independence(someone(Role::administrator, outside, false), inside));
    EXPECT_FALSE(may_change_independence(someone(Role::coordinator, outside, false), inside));
    EXPECT_TRUE(may_change_independence(someone(Role::coordinator, outside, true), inside));
}

} // namespace people
