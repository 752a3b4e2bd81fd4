#include "competence/instrument.h"

#include <gtest/gtest.h>

namespace competence {
namespace {

OwnInstrument good() {
    OwnInstrument its;
    for (auto& each : its.statements) each = {"Ik luister.", "nog niet", "vanzelf"};
    return its;
}
std::vector<std::string> refused(OwnInstrument const& typed) {
    std::vector<std::string> fields;
    auto const its = instrument(typed);
    if (!its)
        for (auto const& field : its.error().fields) fields.push_back(field.name);
    return fields;
}

} // namespace

TEST(Instrument, RefusesWhatCannotBeAnswered) {
    EXPECT_TRUE(refused(good()).empty());
    struct Case {
        void (*spoil)(OwnInstrument&);
        std::vector<std::string> fields;
    };
    for (auto const& [spoil, fields] : std::initializer_list<Case>{
             {[](OwnInstrument& i) { i.statements[0].words = ""; }, {"zin-1"}},
             {[](OwnInstrument& i) { i.statements[10].low = ""; }, {"laag-11"}},
             {[](OwnInstrument& i) { i.statements[4].high = std::string(500, 'a'); }, {"hoog-5"}},
             {[](OwnInstrument& i) { i.weeks_1 = 0; }, {"week1"}},
             {[](OwnInstrument& i) { i.weeks_2 = 53; }, {"week2"}},
             {[](OwnInstrument& i) { i.weeks_1 = 16; }, {"week2"}},
         }) {
        auto its = good();
        spoil(its);
        EXPECT_EQ(refused(its), fields);
    }
}

TEST(Instrument, TheStandardOneCanBeKeptAsOwn) {
    OwnInstrument its;
    for (std::size_t i = 0; i < statement_count; ++i) {
        auto const& standard = standard_statements()[i];
        its.statements[i] = {std::string{standard.words.msgid}, std::string{standard.low.msgid}, std::string{standard.high.msgid}};
    }
    EXPECT_TRUE(refused(its).empty());
}

} // namespace competence
