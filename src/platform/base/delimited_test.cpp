#include "platform/base/delimited.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace base {
namespace {

using Fields = std::vector<std::string>;
Fields only(std::string_view text, char separator = ';') {
    auto all = records(text, separator);
    EXPECT_EQ(all.size(), 1U);
    return all.empty() ? Fields{} : all.front().fields;
}
Fault fault(std::string_view text) { return records(text, ';').at(0).fault; }

TEST(Delimited, ReadsFieldsWithAndWithoutQuotes) {
    EXPECT_EQ(only("a;b;c"), (Fields{"a", "b", "c"}));
    EXPECT_EQ(only("a;;"), (Fields{"a", "", ""}));
    EXPECT_EQ(only(R"("a;b";"de ""Wiel""";c)"), (Fields{"a;b", "de \"Wiel\"", "c"}));
    EXPECT_EQ(only(R"(school "de Wiel";c)"), (Fields{"school \"de Wiel\"", "c"}));
    EXPECT_EQ(only("a\t\"b\tc\"", '\t'), (Fields{"a", "\"b", "c\""})) << "no quotes between tabs";
}

TEST(Delimited, CountsLinesAndLeavesEmptyOnesOut) {
    auto all = records("a;b\r\n\r\n\nc;d\r\n", ';');
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[0].line, 1U);
    EXPECT_EQ(all[0].fields, (Fields{"a", "b"}));
    EXPECT_EQ(all[1].line, 4U);
    EXPECT_EQ(all[1].fields, (Fields{"c", "d"}));
}

TEST(Delimited, ReadsWindows1252UnlessAllIsUtf8) {
    EXPECT_EQ(only("Frysl\xE2n;\x80 5;\x92s"), (Fields{"Fryslân", "€ 5", "’s"}));
    EXPECT_EQ(only("Fryslân;Łódź"), (Fields{"Fryslân", "Łódź"}));
    EXPECT_EQ(only("\xEF\xBB\xBF"
                   "a;b"),
              (Fields{"a", "b"}));
}

TEST(Delimited, ABrokenRecordNamesItsFaultAndSwallowsNothing) {
    EXPECT_EQ(fault("a;\"b;c"), Fault::quotes);
    EXPECT_EQ(fault("a;\"b\"c"), Fault::quotes);
    EXPECT_EQ(fault("a;\x81;\xE2"), Fault::letters);
    EXPECT_EQ(fault("\xEF\xBB\xBF"
                    "a;\xE2"),
              Fault::letters);
    EXPECT_EQ(fault(std::string{"a;\0", 3}), Fault::letters);
    auto all = records("a;\"b\nc;d\n", ';');
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[0].fields, (Fields{"a"})) << "what stands before the fault is right";
    EXPECT_EQ(all[1].fault, Fault::none);
}

TEST(Delimited, WhateverStandsInAFileComesOutAsUtf8) {
    EXPECT_TRUE(rc::check([](std::vector<unsigned char> const& bytes) {
        std::string const text{bytes.begin(), bytes.end()};
        for (auto const& record : records(text, ';'))
            for (auto const& field : record.fields) RC_ASSERT(is_utf8(field));
    }));
}

TEST(Delimited, WhatIsWrittenInQuotesIsReadBack) {
    EXPECT_TRUE(rc::check([](std::vector<std::string> const& given) {
        Fields meant;
        std::string line;
        for (auto field : given) {
            std::erase_if(field, [](char c) { return c == '\n' || c == '\r' || static_cast<unsigned char>(c) >= 0x80 || c == '\0'; });
            meant.push_back(field);
            for (auto at = field.find('"'); at != std::string::npos; at = field.find('"', at + 2)) field.insert(at, 1, '"');
            line += (line.empty() ? "\"" : ";\"") + field + "\"";
        }
        RC_PRE(!line.empty());
        RC_ASSERT(records(line, ';').at(0).fields == meant);
    }));
}

} // namespace
} // namespace base
