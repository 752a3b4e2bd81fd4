#include "recruitment/withdrawal.h"

#include <gtest/gtest.h>

namespace {
using recruitment::erased_on;
using namespace std::chrono;

TEST(Withdrawal, ASignUpIsErasedEightWeeksAfterItEndedOrWasLeftUnconfirmed) {
    base::Date const came = 2026y / 9 / 1, ended = 2026y / 9 / 29;
    EXPECT_EQ(erased_on(came, true, std::nullopt), std::nullopt) << "it goes on";
    EXPECT_EQ(erased_on(came, true, ended), base::Date{2026y / 11 / 24});
    EXPECT_EQ(erased_on(came, false, ended), base::Date{2026y / 11 / 24}) << "the end counts, also of what was never confirmed";
    EXPECT_EQ(erased_on(came, false, std::nullopt), base::Date{2026y / 10 / 27});
}

TEST(Withdrawal, EveryReasonHasWordsOfItsOwn) {
    std::vector<std::string_view> seen;
    for (auto const& [reason, word] : base::Words<recruitment::WithdrawReason>::entries) {
        EXPECT_EQ(std::find(seen.begin(), seen.end(), name(reason).msgid), seen.end());
        seen.push_back(name(reason).msgid);
    }
}

} // namespace
