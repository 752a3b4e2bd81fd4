#include "account/pages_session.h"

#include <gtest/gtest.h>
#include <set>

namespace account {
namespace {

TEST(SessionWords, ADeviceIsTwoWordsThatIdentifyNobody) {
    for (auto const& [agent, its] : {
             std::pair{"Mozilla/5.0 (X11; Linux x86_64; rv:120.0) Gecko/20100101 Firefox/120.0", "Firefox · Linux"},
             {"Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/120.0 Safari/537.36 Edg/120.0", "Edge · Windows"},
             {"Mozilla/5.0 (Linux; Android 13; Pixel 7) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36", "Chrome · Android"},
             {"Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Version/17.0 Mobile/15E148 Safari/604.1", "Safari · iOS"},
             {"Mozilla/5.0 (iPad; CPU OS 17_0 like Mac OS X) Safari/604.1", "Safari · iOS"},
             {"Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15) Version/17.0 Safari/605.1", "Safari · macOS"},
             {"curl/8.0", "? · ?"},
             {"", "? · ?"}}) {
        http::Request request;
        request.headers = {{"user-agent", agent}};
        EXPECT_EQ(device_of(request), its) << agent;
    }
}

TEST(SessionWords, OnesWayLeadsToAPageOfThisHouseOrToTheFirst) {
    for (auto ours : {"/mijn", "/mijn-gegevens?taal=nl", "/a:b", "/%2F%2Fboef.example"}) EXPECT_EQ(inside(ours), ours);
    for (auto other : {"", "/", "mijn", "//boef.example", "/\\boef.example", "https://boef.example", "/a\n/b", "/\t/boef.example", "/ /boef.example", "/a\x7f", "\\/boef.example"}) EXPECT_EQ(inside(other), "/") << other;
}

TEST(SessionWords, EveryLookHasAReasonAndEveryPurposeItsWords) {
    for (auto const& [action, word] : base::Words<visit::Action>::entries) EXPECT_FALSE(reason(action).msgid.empty()) << word;
    std::set<std::string_view> words;
    for (auto const& [purpose, word] : base::Words<confidentiality::Purpose>::entries) words.insert(consent_words(purpose).msgid);
    EXPECT_EQ(words.size(), base::Words<confidentiality::Purpose>::entries.size());
    EXPECT_THROW(consent_words(static_cast<confidentiality::Purpose>(base::Words<confidentiality::Purpose>::entries.size())), base::Impossible) << "a purpose that is none";
}

TEST(SessionWords, StaffNeverStayLong) {
    using visit::Role;
    using namespace std::chrono_literals;
    for (auto role : visit::roles) {
        bool const staff = works_here({role});
        EXPECT_EQ(session_limits({role}, false).idle, 30min);
        EXPECT_EQ(session_limits({role}, false).absolute, staff ? 10h : 12h);
        EXPECT_EQ(session_limits({role}, true).idle, staff ? std::chrono::seconds{30min} : std::chrono::seconds{720h});
        EXPECT_EQ(session_limits({role, Role::buddy, Role::asking_parent}, true).absolute <= 10h, staff);
        EXPECT_TRUE(!second_factor_needed({role}) || staff) << "who shows two steps does not stay a month";
    }
}

TEST(SessionWords, ARecoveryCodeIsTheSameHoweverItIsTyped) {
    for (auto const& [typed, its] : {std::pair{"ABCD-EFGH", "ABCDEFGH"}, {" abcd efgh ", "ABCDEFGH"}, {"a-b c", "ABC"}, {"az{~", "AZ{~"}, {"22 7", "227"}, {"", ""}}) EXPECT_EQ(tidy_recovery_code(typed), its);
}

TEST(SessionWords, ACodeHasSixDigits) {
    base::SeededRandom random{4};
    std::set<std::string> seen;
    for (int i = 0; i < 500; ++i) {
        auto const code = six_digits(random);
        ASSERT_EQ(code.size(), 6U);
        EXPECT_EQ(code.find_first_not_of("0123456789"), std::string::npos);
        seen.insert(code);
    }
    EXPECT_GT(seen.size(), 490U);
}

} // namespace
} // namespace account
