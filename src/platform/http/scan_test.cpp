#include "platform/http/message.h"
#include "platform/http/scan.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace http {

TEST(Scan, JudgesHeads) {
    struct Case {
        char const* what;
        std::string head;
        Verdict verdict;
    };
    std::string const host = "Host: naast.test\r\n";
    for (auto const& [what, head, verdict] : std::vector<Case>{
             {"a plain question", "GET / HTTP/1.1\r\n" + host + "\r\n", Verdict::good},
             {"a form", "POST /x HTTP/1.1\r\n" + host + "Content-Length: 5\r\n\r\n", Verdict::good},
             {"chunks", "POST /x HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked\r\n\r\n", Verdict::good},
             {"no host", "GET / HTTP/1.1\r\n\r\n", Verdict::bad},
             {"two hosts", "GET / HTTP/1.1\r\n" + host + host + "\r\n", Verdict::bad},
             {"both lengths", "POST / HTTP/1.1\r\n" + host + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n", Verdict::bad},
             {"the same length twice", "POST / HTTP/1.1\r\n" + host + "Content-Length: 5\r\nContent-Length: 5\r\n\r\n", Verdict::bad},
             {"a list of lengths", "POST / HTTP/1.1\r\n" + host + "Content-Length: 5, 5\r\n\r\n", Verdict::bad},
             {"a signed length", "POST / HTTP/1.1\r\n" + host + "Content-Length: +5\r\n\r\n", Verdict::bad},
             {"xchunked", "POST / HTTP/1.1\r\n" + host + "Transfer-Encoding: xchunked\r\n\r\n", Verdict::bad},
             {"chunks on 1.0", "POST / HTTP/1.0\r\n" + host + "Transfer-Encoding: chunked\r\n\r\n", Verdict::bad},
             {"a folded line", "GET / HTTP/1.1\r\n" + host + "X: a\r\n b\r\n\r\n", Verdict::bad},
             {"a bare line feed", "GET / HTTP/1.1\n" + host + "\r\n", Verdict::bad},
             {"a bare return", "GET / HTTP/1.1\r\n" + host + "X: a\rb\r\n\r\n", Verdict::bad},
             {"a NUL", "GET / HTTP/1.1\r\n" + host + std::string("X: a\0b\r\n\r\n", 10), Verdict::bad},
             {"a space before the colon", "GET / HTTP/1.1\r\nHost : naast.test\r\n\r\n", Verdict::bad},
             {"CONNECT", "CONNECT naast.test:443 HTTP/1.1\r\n" + host + "\r\n", Verdict::bad},
             {"an absolute target", "GET http://x/ HTTP/1.1\r\n" + host + "\r\n", Verdict::bad},
             {"an unknown verb", "BREW / HTTP/1.1\r\n" + host + "\r\n", Verdict::bad},
             {"HTTP/2", "GET / HTTP/2.0\r\n" + host + "\r\n", Verdict::bad},
             {"bytes above ASCII in the target", "GET /\xc3\xa9 HTTP/1.1\r\n" + host + "\r\n", Verdict::bad},
             {"too much", "GET / HTTP/1.1\r\n" + host + "X: " + std::string(17000, 'a') + "\r\n\r\n", Verdict::too_large},
         })
        EXPECT_EQ(scan_head(head), verdict) << what;
    std::string many = "GET / HTTP/1.1\r\n" + host;
    for (int i = 0; i < 101; ++i) many += "X: a\r\n";
    EXPECT_EQ(scan_head(many + "\r\n"), Verdict::too_large);
}

TEST(Form, WhatIsWrittenIsReadBack) {
    EXPECT_TRUE(rc::check([](std::vector<std::pair<std::string, std::string>> const& pairs) {
        Fields fields;
        for (auto [name, value] : pairs) {
            std::erase_if(name, [](char c) { return c <= 0; });
            std::erase_if(value, [](char c) { return (c < 0x20 && c != '\n' && c != '\t') || c == 0x7f; });
            if (!name.empty() || !value.empty()) fields.add(name, value);
        }
        auto back = parse_form(form_text(fields));
        RC_ASSERT(back.has_value());
        RC_ASSERT(std::equal(fields.begin(), fields.end(), back->begin(), back->end()));
    }));
}

TEST(Form, TextThatIsNotOursIsRefused) {
    for (auto const* bad : {"a=%ff", "a=%c0%80", "a=%ed%a0%80", "a=%f4%90%80%80", "a=%00", "a=%e2%82", "a=%zz", "a=%4"}) EXPECT_FALSE(parse_form(bad)) << bad;
    EXPECT_TRUE(parse_form("a=%f0%9f%91%a9&b=%d8%a7"));
}

TEST(Form, ControlSignsAreLeftOutAndLinesStay) {
    EXPECT_EQ(parse_form("a=b%01%08c%0d%0ad%09e%1b%7ff")->get("a"), "bc\nd\tef");
}

} // namespace http
