// The grid of times: words and back.
#include "help_request/times.h"

#include <gtest/gtest.h>
#include <set>

namespace {
using namespace help_request;

TEST(Times, EverySlotHasAWordOfItsOwnAndComesBack) {
    std::set<std::string> words;
    for (std::size_t i = 0; i < time_slots; ++i) {
        words.insert(slot_word(i));
        Times one;
        one.slots.set(i);
        EXPECT_EQ(times_from(join(one)), one);
    }
    EXPECT_EQ(words.size(), time_slots);
    EXPECT_EQ(slot_word(slot(2, DayPart::evening)), "wo-avond");
    EXPECT_EQ(slot_word(weekend), "weekend");
}

TEST(Times, SeveralAndTheHolidaysComeBackAndUnknownWordsFallAway) {
    Times times;
    times.slots.set(slot(0, DayPart::morning)).set(slot(4, DayPart::after_school)).set(weekend);
    times.not_in_holidays = true;
    EXPECT_EQ(join(times), "ma-ochtend vr-na-school weekend geen-vakantie");
    EXPECT_EQ(times_from(join(times)), times);
    EXPECT_EQ(times_from("zo-nacht  ma-ochtend weekend geen-vakantie vr-na-school"), times);
    EXPECT_FALSE(times_from("geen-vakantie").said());
    EXPECT_EQ(join({}), "");
}

} // namespace
