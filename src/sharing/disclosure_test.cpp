// What may be shared, and when someone still is what it was given for.
#include "sharing/disclosure.h"

#include <gtest/gtest.h>

namespace {
using namespace sharing;
using visit::Role;
using namespace std::chrono;

base::Date const today{2026y / November / 28};

Draft good() { return {Kind::words, "Over de pauzes.", "school.x", "om het gesprek voor te bereiden", base::later(today, usual_days)}; }

TEST(Disclosure, IsOneThingForOnePersonAndOnePurposeUntilADay) {
    EXPECT_TRUE(static_cast<bool>(disclose(good(), today)));
    struct Case {
        char const* field;
        void (*spoil)(Draft&);
    };
    for (auto const& [field, spoil] : std::initializer_list<Case>{
             {"wat", [](Draft& d) { d.kind.reset(); }},
             {"tekst", [](Draft& d) { d.words.clear(); }},
             {"tekst", [](Draft& d) { d.words = std::string(most_characters + 1, 'a'); }},
             {"tekst", [](Draft& d) { d.kind = Kind::appointment, d.words.clear(); }},
             {"ontvanger", [](Draft& d) { d.recipient.clear(); }},
             {"waarom", [](Draft& d) { d.purpose.clear(); }},
             {"waarom", [](Draft& d) { d.purpose = std::string(101, 'a'); }},
             {"tot", [](Draft& d) { d.until.reset(); }},
             {"tot", [](Draft& d) { d.until = base::later(today, -1); }},
             {"tot", [](Draft& d) { d.until = base::later(today, most_days + 1); }},
         }) {
        auto draft = good();
        spoil(draft);
        auto const given = disclose(draft, today);
        ASSERT_FALSE(static_cast<bool>(given)) << field;
        EXPECT_EQ(given.error().fields.front().name, field);
    }
}

TEST(Disclosure, MayEndTodayOrInAYearAndCountsCharacters) {
    for (int days : {0, most_days}) {
        auto draft = good();
        draft.until = base::later(today, days);
        EXPECT_TRUE(static_cast<bool>(disclose(draft, today))) << days;
    }
    auto draft = good();
    draft.words.clear();
    for (int i = 0; i < most_characters; ++i) draft.words += "é";
    EXPECT_TRUE(static_cast<bool>(disclose(draft, today)));
}

TEST(Disclosure, OfABuddyCarriesNoWords) {
    auto draft = good();
    draft.kind = Kind::buddy;
    draft.words = "Wat iemand typte en toch niet koos.";
    EXPECT_EQ(disclose(draft, today)->words, "");
}

TEST(Disclosure, StandsOnlyForAsWhatItWasGiven) {
    // every role, every tie: only the one it was given for counts
    for (auto as : {As::buddy, As::coordinator, As::school, As::outreach})
        for (auto role : visit::roles)
            for (bool live : {false, true})
                for (bool at_school : {false, true}) {
                    bool const must = (as == As::buddy && role == Role::buddy && live) || (as == As::coordinator && role == Role::coordinator) || (as == As::outreach && role == Role::outreach) || (as == As::school && (role == Role::school_contact || role == Role::school_leader) && at_school);
                    EXPECT_EQ(stands(as, {{Role::anyone, role}, live, at_school}), must) << base::word(as) << ' ' << base::word(role) << live << at_school;
                }
}

TEST(Disclosure, RunsUntilItsDayItsTakingBackOrTheEndOfTheBond) {
    struct Case {
        int until;
        bool back, bond;
        State state;
    };
    for (auto const& [until, back, bond, must] : std::initializer_list<Case>{{0, false, true, State::runs}, {5, false, true, State::runs}, {-1, false, true, State::over}, {5, true, true, State::taken_back}, {-1, true, false, State::taken_back}, {5, false, false, State::parted}, {-1, false, false, State::over}})
        EXPECT_EQ(state(base::later(today, until), back, bond, today), must) << until << back << bond;
}

TEST(Disclosure, GoesEightWeeksAfterItsEnd) {
    EXPECT_FALSE(past_term(base::later(today, -55), today));
    EXPECT_TRUE(past_term(base::later(today, -56), today));
}

} // namespace
