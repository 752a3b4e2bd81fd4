#include "account/mail_change.h"

#include <gtest/gtest.h>

namespace {
using namespace std::chrono_literals;
using account::mail_changes_at;

TEST(MailChanges, CountOnceConfirmedAndNotBeforeTheOldAddressHadTwoDays) {
    base::Moment const asked{std::chrono::sys_days{std::chrono::year{2026} / 11 / 2}};
    EXPECT_EQ(mail_changes_at(asked, {}, false), std::nullopt);
    EXPECT_EQ(mail_changes_at(asked, {}, true), std::nullopt) << "an unsafe address is no reason to write to one that nobody confirmed";
    EXPECT_EQ(mail_changes_at(asked, asked + 1h, false), asked + 48h);
    EXPECT_EQ(mail_changes_at(asked, asked + 1h, true), asked + 1h);
    EXPECT_EQ(mail_changes_at(asked, asked + 72h, false), asked + 72h);
}

} // namespace
