#include "platform/crypto/crypto.h"

#include "platform/base/require.h"

#include <gtest/gtest.h>

namespace crypto {
namespace {

std::string hex(std::string_view bytes) {
    static constexpr char digits[] = "0123456789abcdef";
    std::string out;
    for (char c : bytes) (out += digits[static_cast<unsigned char>(c) >> 4U]) += digits[static_cast<unsigned char>(c) & 15U];
    return out;
}
base::Moment at(std::int64_t seconds) { return base::Moment{std::chrono::seconds{seconds}}; }
Key const key{std::string(32, 'k')}, other{std::string(32, 'o')};

TEST(Crypto, AKeyHas32Bytes) {
    for (std::size_t size : {0U, 31U, 33U}) EXPECT_THROW(Key{std::string(size, 'k')}, base::Impossible) << size;
    EXPECT_EQ(key.bytes(), std::string(32, 'k'));
}
TEST(Crypto, AHashIsBlake2bAndAnotherUnderEachKeyAndPurpose) {
    EXPECT_EQ(hex(hash("")), "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8");
    EXPECT_EQ(hex(hash("abc")), "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319");
    EXPECT_NE(hash(key, "abc"), hash("abc"));
    EXPECT_NE(hash(key, "abc"), hash(other, "abc"));
    EXPECT_EQ(derive(key, "a").bytes(), derive(key, "a").bytes());
    EXPECT_NE(derive(key, "a").bytes(), derive(key, "b").bytes());
}
TEST(Crypto, ACodeGivesTheSameKeyWithTheSameSaltOnly) {
    auto const its = from_code("appel boom 12", "een");
    EXPECT_EQ(from_code("appel boom 12", "een").bytes(), its.bytes());
    EXPECT_NE(from_code("appel boom 12", "twee").bytes(), its.bytes());
    EXPECT_NE(from_code("appel boom 13", "een").bytes(), its.bytes());
}
TEST(Crypto, ASealedTextOpensUnchangedForItsKeyAndPlaceOnly) {
    base::SeededRandom random{1};
    for (auto const& text : {std::string{}, std::string{"a"}, std::string("met\0erin", 8), std::string(5000, 'x')}) {
        auto const sealed = seal(key, "place", text, random);
        EXPECT_EQ(open(key, "place", sealed), text);
        EXPECT_NE(seal(key, "place", text, random), sealed) << "a nonce of its own each time";
        EXPECT_FALSE(open(other, "place", sealed));
        EXPECT_FALSE(open(key, "other", sealed));
        for (std::size_t size = 0; size < std::min<std::size_t>(sealed.size(), 60); ++size) {
            EXPECT_FALSE(open(key, "place", sealed.substr(0, size))) << size;
            auto changed = sealed;
            changed[size] = static_cast<char>(changed[size] ^ 1);
            EXPECT_FALSE(open(key, "place", changed)) << size;
        }
        EXPECT_FALSE(open(key, "place", sealed + '\0'));
    }
}
TEST(Crypto, SameAndNotTheSame) {
    EXPECT_TRUE(equal("", "") && equal("abc", "abc"));
    for (auto none : {"", "ab", "abd", "abcd", "Abc"}) EXPECT_FALSE(equal("abc", none)) << none;
}
TEST(Crypto, OneTimeCodesAreThoseOfRfc6238) {
    std::string const secret = "12345678901234567890";
    EXPECT_EQ(totp_words(secret), "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    for (auto const& [seconds, code] : {std::pair{59LL, "287082"}, {1111111109LL, "081804"}, {1111111111LL, "050471"}, {1234567890LL, "005924"}, {2000000000LL, "279037"}}) {
        EXPECT_EQ(totp_code(secret, at(seconds)), code);
        auto const step = seconds / 30;
        // one step of clock difference to either side; before 1970 there is none
        for (auto off : {-60, -30, 0, 30, 60}) EXPECT_EQ(totp_step(secret, code, at(std::max(seconds + off, 0LL)), 0), off == 60 || (off == -60 && seconds > 60) ? std::nullopt : std::optional{step}) << off;
        EXPECT_FALSE(totp_step(secret, code, at(seconds), step)) << "used";
        EXPECT_EQ(totp_step(secret, code, at(seconds), step - 1), step);
        for (auto none : {"", "28708", "2870820", "abcdef"}) EXPECT_FALSE(totp_step(secret, none, at(seconds), 0)) << none;
    }
    base::SeededRandom random{1};
    EXPECT_EQ(totp_secret(random).size(), 20U);
}

} // namespace
} // namespace crypto
