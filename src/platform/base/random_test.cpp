// Random text and bytes as text: fit for an address and for a command, one form for the same bytes.
#include "platform/base/random.h"

#include <gtest/gtest.h>
#include <set>

namespace base {
namespace {

TEST(Base64Url, BytesComeBackAsTheyWere) {
    SeededRandom random{7};
    for (std::size_t size = 0; size < 70; ++size) {
        std::string bytes(size, '\0');
        random.fill({reinterpret_cast<unsigned char*>(bytes.data()), size});
        EXPECT_EQ(from_base64url(base64url(bytes)), bytes) << size;
    }
}
TEST(Base64Url, ATextOfBytesHasOneForm) {
    EXPECT_EQ(from_base64url("TmFhc3Q"), "Naast");
    // the last letter has bits to spare; with others in them it would be a second text for the same bytes
    for (auto other : {"TmFhc3R", "TmFhc3S", "TmFhc3T", "QR", "QQF"}) EXPECT_EQ(from_base64url(other), "") << other;
    // a letter too many says nothing
    for (auto other : {"TmFhc", "A", "TmFhc3QAA"}) EXPECT_EQ(from_base64url(other), "") << other;
    for (auto none : {"TmFhc3Q=", "TmFh c3Q", "TmFhc3Q\n", "Tm+hc3Q", "Tm/hc3Q", "\xff"}) EXPECT_EQ(from_base64url(none), "") << none;
}
TEST(Random, DoesNotRepeatItself) {
    SystemRandom random;
    std::set<std::string> seen;
    for (int i = 0; i < 100; ++i) seen.insert(random_text(random, 16));
    EXPECT_EQ(seen.size(), 100U);
}
TEST(Random, IsNoOptionOfACommandAndNeverTheSame) {
    SeededRandom random{1};
    std::set<std::string> seen;
    for (int i = 0; i < 1000; ++i) {
        auto const text = random_text(random, 16);
        EXPECT_EQ(text.size(), 22U);
        EXPECT_NE(text.front(), '-') << text;
        EXPECT_EQ(from_base64url(text).size(), 16U);
        seen.insert(text);
    }
    EXPECT_EQ(seen.size(), 1000U);
}

} // namespace
} // namespace base
