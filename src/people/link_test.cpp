#include "people/link.h"

#include <gtest/gtest.h>

namespace people {

TEST(Link, KnowsAnHttpsAddressFromWhatOnlyLooksLikeOne) {
    for (auto const* right : {"https://voorbeeld.test", "https://a.b/c?d=e#f", "https://voorbeeld.test:8443/x", "https://meet.voorbeeld.test/j/123?pwd=a%20b"}) EXPECT_TRUE(is_https(right)) << right;
    for (auto const* wrong : {"", "https://", "https://localhost", "https:// voorbeeld.test", "https://voorbeeld.test/a b", "javascript:alert(1)", "HTTPS//voorbeeld.test", "https://naam:woord@voorbeeld.test", "https://bank.test@voorbeeld.test/", "https://voorbeeld.test/\"onclick", "https://.test", "https://test./", "https:\\\\voorbeeld.test"})
        EXPECT_FALSE(is_https(wrong)) << wrong;
}

} // namespace people
