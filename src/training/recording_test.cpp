#include "training/recording.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace training {
namespace {
visit::PersonId const a{"a"}, b{"b"}, c{"c"};
}

TEST(Recording, NeedsTheYesOfEveryoneWhoTakesPart) {
    EXPECT_EQ(state({a, b}, {}, false), RecordingState::asking);
    EXPECT_EQ(state({a, b}, {{a, true}}, false), RecordingState::asking);
    EXPECT_EQ(state({a, b}, {{a, true}, {b, true}}, false), RecordingState::agreed);
    EXPECT_EQ(state({a, b, c}, {{a, true}, {b, true}}, false), RecordingState::asking) << "who came later is asked too";
    EXPECT_EQ(state({a, b}, {{a, true}, {b, false}}, false), RecordingState::refused);
    EXPECT_EQ(state({a}, {{a, true}, {b, false}}, false), RecordingState::refused) << "who left may still take it back";
    EXPECT_EQ(state({}, {}, false), RecordingState::asking);
    EXPECT_EQ(state({a}, {{a, true}}, true), RecordingState::removed);
}

TEST(Recording, OneNoEndsItHoweverManySayYes) {
    rc::check([](unsigned many, unsigned who) {
        std::vector<visit::PersonId> people;
        std::vector<RecordingAnswer> answers;
        for (unsigned i = 0; i < many % 12 + 1; ++i) people.emplace_back(std::to_string(i)), answers.push_back({people.back(), true});
        RC_ASSERT(state(people, answers, false) == RecordingState::agreed);
        answers[who % answers.size()].agrees = false;
        RC_ASSERT(state(people, answers, false) == RecordingState::refused);
    });
}

TEST(Recording, SaysWhatItIsOf) {
    EXPECT_TRUE(ask_for_recording("Avond 1, oefenen met citaten"));
    EXPECT_FALSE(ask_for_recording(""));
    EXPECT_FALSE(ask_for_recording(std::string(401, 'a')));
}

} // namespace training
