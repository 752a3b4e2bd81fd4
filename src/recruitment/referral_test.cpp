// Referrals and doubts: what a professional may send.
#include "recruitment/referral.h"

#include <gtest/gtest.h>

namespace recruitment {
namespace {
base::Date const today{std::chrono::year{2026}, std::chrono::month{12}, std::chrono::day{1}};
ReferralDraft good() { return {{"Noor van Dijk", "noor@voorbeeld.test", "0612345678"}, base::later(today, -1), Agreement::spoken, "U vertelde het zo goed.", true}; }
std::string refused(ReferralDraft const& draft) {
    auto referred = refer(draft, today);
    return referred ? "" : referred.error().fields.front().name;
}

TEST(Referral, NeedsTheParentsYesAndSaysWhere) {
    auto with = [](auto change) {
        auto draft = good();
        change(draft);
        return refused(draft);
    };
    EXPECT_EQ(with([](auto&) {}), "");
    EXPECT_EQ(with([](auto& d) { d.agrees = false; }), "akkoord");
    EXPECT_EQ(with([](auto& d) { d.how.reset(); }), "hoe");
    EXPECT_EQ(with([](auto& d) { d.agreed_on.reset(); }), "dag");
    EXPECT_EQ(with([](auto& d) { d.agreed_on = base::later(today, 1); }), "dag");
    EXPECT_EQ(with([](auto& d) { d.agreed_on = today; }), "");
    EXPECT_EQ(with([](auto& d) { d.agreed_on = base::later(today, -60); }), "");
    EXPECT_EQ(with([](auto& d) { d.agreed_on = base::later(today, -61); }), "dag");
    EXPECT_EQ(with([](auto& d) { d.contact.name.clear(); }), "naam");
    EXPECT_EQ(with([](auto& d) { d.contact.mail.clear(); }), "woorden") << "the parent could not read them first";
    EXPECT_EQ(with([](auto& d) { d.contact.mail.clear(), d.words.clear(); }), "");
    EXPECT_EQ(with([](auto& d) { d.words = std::string(2001, 'x'); }), "woorden");
}

TEST(Referral, ADoubtNeedsANameAndANumber) {
    EXPECT_TRUE(doubt({{"Ib’er", "", "0612345678"}, ""}));
    EXPECT_EQ(doubt({{"Ib’er", "", ""}, ""}).error().fields.front().name, "telefoon");
    EXPECT_EQ(doubt({{"", "", "0612345678"}, ""}).error().fields.front().name, "naam");
    EXPECT_EQ(doubt({{"Ib’er", "", "0612345678"}, std::string(801, 'x')}).error().fields.front().name, "wanneer");
}

TEST(Referral, LastsTwoWeeks) { EXPECT_EQ(base::days_between(today, base::local_date(answer_until(base::moment_of({today, std::chrono::hours{9}})))), 14); }

} // namespace
} // namespace recruitment
