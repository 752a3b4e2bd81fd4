#include "platform/base/bundle.h"

#include <gtest/gtest.h>

namespace base {

TEST(Bundle, ComesBackWhateverStandsInIt) {
    std::map<std::string, std::string> const texts{{"", "leeg"}, {"a", ""}, {"b,3:", "1:x,\n2:"}, {"é", std::string("\0\xff", 2)}};
    EXPECT_EQ(unbundled(bundled(texts)), texts);
    EXPECT_EQ(bundled({}), "");
    EXPECT_TRUE(unbundled("").empty());
}

TEST(Bundle, WhatIsNoBundleIsEmpty) {
    auto const whole = bundled({{"naam", "woorden"}});
    for (std::size_t length = 1; length < whole.size(); ++length) EXPECT_TRUE(unbundled(whole.substr(0, length)).empty()) << length;
    for (auto const* text : {"x", "1:a", "1:a,", "9999999999:a,", "1:a;1:b,", "-1:a,1:b,", ":,:,"}) EXPECT_TRUE(unbundled(text).empty()) << text;
}

} // namespace base
