#include "platform/crypto/token.h"

#include "platform/base/require.h"

#include <gtest/gtest.h>

namespace crypto {
namespace {

TEST(MaskedToken, IsKnownUnderEachMaskAndIsOfOneSecret) {
    base::SeededRandom random{1};
    auto const ours = hash("ours"), other = hash("other");
    auto const one = masked(ours, random), two = masked(ours, random);
    EXPECT_NE(one, two);
    EXPECT_TRUE(unmasks_to(one, ours) && unmasks_to(two, ours));
    EXPECT_FALSE(unmasks_to(one, other));
    for (std::size_t at = 0; at < one.size(); ++at) {
        auto changed = one;
        changed[at] = changed[at] == 'A' ? 'B' : 'A';
        EXPECT_FALSE(unmasks_to(changed, ours)) << at;
        EXPECT_FALSE(unmasks_to(one.substr(0, at), ours)) << at;
    }
    for (auto const& none : {std::string{}, std::string(86, 'A'), one + "A", one + "=", one + one, std::string{"not a token"}}) EXPECT_FALSE(unmasks_to(none, ours)) << none;
    EXPECT_THROW(masked("short", random), base::Impossible);
}

TEST(DatedToken, SaysUntilWhenItHoldsForOneUseOnly) {
    base::SeededRandom random{2};
    auto const key = Key::random(random);
    for (auto seconds : {0LL, 1LL, 1'900'000'000LL, 253'402'300'799LL}) {
        base::Moment const ends{std::chrono::seconds{seconds}};
        auto const token = dated(key, "prove|someone", ends, random);
        EXPECT_EQ(dated_until(key, "prove|someone", token), ends);
        EXPECT_FALSE(dated_until(key, "make|someone", token));
        EXPECT_FALSE(dated_until(key, "prove|", token));
        EXPECT_FALSE(dated_until(Key::random(random), "prove|someone", token));
    }
    auto const token = dated(key, "use", base::Moment{std::chrono::seconds{1'900'000'000}}, random);
    auto const inside = base::from_base64url(token);
    auto later = inside;
    later[inside.find('.') + 1] = '2';
    EXPECT_FALSE(dated_until(key, "use", inside)) << "not as text";
    for (auto const& none : {std::string{}, std::string{"."}, std::string{"a.b"}, std::string{"a.1.b"}, std::string{"no point"}, inside.substr(0, inside.rfind('.')), later}) EXPECT_FALSE(dated_until(key, "use", base::base64url(none))) << none;
}

} // namespace
} // namespace crypto
