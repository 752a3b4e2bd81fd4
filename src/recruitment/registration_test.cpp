#include "recruitment/registration.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace recruitment {
using namespace std::chrono_literals;
using std::chrono::year;

namespace {
RegistrationId id(int number) { return RegistrationId{std::to_string(number)}; }
std::vector<Seat> list(std::initializer_list<std::pair<int, bool>> all) {
    std::vector<Seat> seats;
    for (auto const& [persons, placed] : all) seats.push_back({id(static_cast<int>(seats.size()) + 1), persons, placed});
    return seats;
}
bool refused(RegistrationDraft const& draft, std::string const& field) {
    auto result = register_for(draft);
    return !result && std::any_of(result.error().fields.begin(), result.error().fields.end(), [&](auto const& one) { return one.name == field; });
}
} // namespace

TEST(Registration, NeedsANameAWayToBeReachedANumberAndTheAgreement) {
    RegistrationDraft const good{{"Noor van Dijk", "", "06 55 22 33 44"}, "2", true};
    EXPECT_TRUE(static_cast<bool>(register_for(good)));
    struct Case {
        void (*spoil)(RegistrationDraft&);
        char const* field;
    };
    for (auto const& [spoil, field] : std::initializer_list<Case>{{[](auto& d) { d.contact.name.clear(); }, "naam"}, {[](auto& d) { d.contact.phone.clear(); }, "mail"}, {[](auto& d) { d.persons = ""; }, "aantal"}, {[](auto& d) { d.persons = "0"; }, "aantal"}, {[](auto& d) { d.persons = "6"; }, "aantal"}, {[](auto& d) { d.persons = "11"; }, "aantal"}, {[](auto& d) { d.agrees = false; }, "akkoord"}}) {
        auto draft = good;
        spoil(draft);
        EXPECT_TRUE(refused(draft, field)) << field;
    }
}

TEST(Registration, GetsAPlaceWhenItFitsAndNobodyWaits) {
    EXPECT_TRUE(has_place({}, list({{5, true}, {5, true}}), 5)) << "no limit";
    EXPECT_TRUE(has_place(6, list({{2, true}, {3, true}}), 1));
    EXPECT_FALSE(has_place(6, list({{2, true}, {3, true}}), 2));
    EXPECT_FALSE(has_place(6, list({{3, true}, {5, false}}), 1)) << "who waits goes first";
    EXPECT_FALSE(has_place(6, list({{6, true}}), 1));
}

TEST(Registration, MovesUpInOrderAndNobodyGoesBeforeAnother) {
    EXPECT_EQ(move_up(6, list({{3, true}, {2, false}, {1, false}, {1, false}})), (std::vector{id(2), id(3)}));
    EXPECT_TRUE(move_up(6, list({{4, true}, {3, false}, {1, false}})).empty()) << "the first on the list does not fit yet";
    EXPECT_EQ(move_up({}, list({{4, true}, {3, false}})), std::vector{id(2)}) << "the limit was taken away";
    EXPECT_TRUE(move_up(3, list({{4, true}, {1, false}})).empty()) << "more came than fit";
}

TEST(Registration, ComesWithFewerAlwaysAndWithMoreWhenThereIsRoom) {
    auto const full = list({{4, true}, {2, true}, {2, false}});
    EXPECT_TRUE(may_change(6, full, id(1), 1));
    EXPECT_FALSE(may_change(6, full, id(1), 5));
    EXPECT_TRUE(may_change(6, full, id(3), 5)) << "who waits may wait with more";
    EXPECT_TRUE(may_change(8, list({{4, true}, {2, true}}), id(2), 4));
    EXPECT_FALSE(may_change(8, list({{4, true}, {2, true}}), id(2), 5));
    EXPECT_FALSE(may_change(8, list({{4, true}, {1, true}, {5, false}}), id(2), 2)) << "the room that is left is for who waits";
    EXPECT_TRUE(may_change({}, list({{1, true}}), id(1), 5));
    EXPECT_FALSE(may_change(8, full, id(9), 1)) << "not on the list";
}

TEST(Registration, IsRemindedFromNineTheDayBeforeButNotWhoJustGotAPlace) {
    auto const begins = base::moment_of({year{2026} / 12 / 8, 19h});
    auto const nine = base::moment_of({year{2026} / 12 / 7, 9h});
    EXPECT_FALSE(remind(begins, nine - 24h, nine - 1s));
    EXPECT_TRUE(remind(begins, nine - 24h, nine));
    EXPECT_TRUE(remind(begins, nine - 24h, begins - 1s)) << "also when the machine was off";
    EXPECT_FALSE(remind(begins, nine - 24h, begins));
    EXPECT_FALSE(remind(begins, nine, nine + 1h));
}

TEST(Registration, WhateverPeopleDoTheRoomIsNeverTooFullAndTheOrderIsKept) {
    EXPECT_TRUE(rc::check([](std::vector<std::pair<std::uint8_t, std::uint8_t>> const& acts, std::uint8_t size) {
        int const capacity = 1 + size % 20;
        std::vector<Seat> seats;
        int next = 0;
        for (auto const& [what, number] : acts) {
            int const persons = 1 + number % most_persons;
            auto const at = seats.empty() ? seats.end() : seats.begin() + number % static_cast<int>(seats.size());
            if (what % 3 == 0 || seats.empty()) seats.push_back({id(++next), persons, has_place(capacity, seats, persons)});
            else if (what % 3 == 1) seats.erase(at);
            else if (may_change(capacity, seats, at->id, persons)) at->persons = persons;
            for (auto const& lucky : move_up(capacity, seats)) std::find_if(seats.begin(), seats.end(), [&](auto const& seat) { return seat.id == lucky; })->placed = true;
            RC_ASSERT(taken(seats) <= capacity);
            // the first who waits does not fit, else it would not wait
            auto first = std::find_if(seats.begin(), seats.end(), [](auto const& seat) { return !seat.placed; });
            if (first != seats.end()) RC_ASSERT(taken(seats) + first->persons > capacity);
        }
    }));
}

} // namespace recruitment
