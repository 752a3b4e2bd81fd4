// Who has waited too long is told so when the turn comes; what is urgent never has.
#include "platform/http/pool.h"

#include <future>
#include <gtest/gtest.h>

namespace {
using http::Lane;
using std::chrono::milliseconds;

bool in_time(Lane lane, milliseconds longest_wait) {
    std::promise<bool> said; // outlives the thread that keeps it
    http::Pool pool{1, 1, longest_wait};
    EXPECT_TRUE(pool.add([&](bool in_time) { said.set_value(in_time); }, lane));
    return said.get_future().get();
}

TEST(Pool, SaysWhetherTheTurnCameInTime) {
    constexpr milliseconds always_over{-1}, never_over{3'600'000};
    for (auto lane : {Lane::pages, Lane::forms}) {
        EXPECT_TRUE(in_time(lane, never_over));
        EXPECT_FALSE(in_time(lane, always_over));
    }
    EXPECT_TRUE(in_time(Lane::urgent, always_over));
}

TEST(Pool, LetsOneMoreWaitWhoseTurnComesInTimeAndFewerWhereMoreComesThanCanBeDone) {
    struct Case {
        http::Crowd crowd;
        bool taken;
    };
    constexpr milliseconds second{1000}, longer{1001};
    for (auto const& [crowd, taken] : std::vector<Case>{{{40, 2, milliseconds{10}, {}}, true}, {{41, 2, milliseconds{10}, {}}, false}, {{41, 2, milliseconds{1}, second}, true}, {{31, 2, milliseconds{1}, longer}, true}, {{32, 2, milliseconds{1}, longer}, false}, {{400, 2, milliseconds{1}, second}, true}, {{401, 2, milliseconds{1}, second}, false}})
        EXPECT_EQ(http::may_wait(crowd, milliseconds{200}), taken) << crowd.waiting << " of " << crowd.usual.count() << " ns, " << crowd.without_end.count() << " ns without end";
}

TEST(Pool, RefusesAtOnceWhereTheFirstWaitsTooLongAlready) {
    std::promise<void> open, begun;
    auto const opened = open.get_future().share();
    http::Pool pool{1, 1, milliseconds{-1}};
    EXPECT_TRUE(pool.add([&](bool) { begun.set_value(), opened.wait(); }, Lane::pages));
    begun.get_future().wait();
    EXPECT_TRUE(pool.add([](bool) {}, Lane::pages)) << "nobody waits yet";
    EXPECT_FALSE(pool.add([](bool) {}, Lane::pages));
    EXPECT_TRUE(pool.add([](bool) {}, Lane::forms)) << "another lane";
    for (int i = 0; i < 3; ++i) EXPECT_TRUE(pool.add([](bool) {}, Lane::urgent));
    open.set_value();
}

TEST(Pool, TellsWhoWaitsTooLongAlsoWhenAllThreadsAreHeldUp) {
    std::promise<void> open, begun;
    auto const opened = open.get_future().share();
    std::promise<bool> said;
    http::Pool pool{1, 1, milliseconds{-1}};
    EXPECT_FALSE(pool.tell_late());
    EXPECT_TRUE(pool.add([&](bool) { begun.set_value(), opened.wait(); }, Lane::forms));
    begun.get_future().wait();
    EXPECT_TRUE(pool.add([&](bool in_time) { said.set_value(in_time); }, Lane::forms));
    EXPECT_FALSE(pool.tell_late()) << "nobody else waits";
    EXPECT_FALSE(said.get_future().get());
    open.set_value();
}

} // namespace
