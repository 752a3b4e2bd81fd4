#include "matching/ranking.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace matching {
namespace {

constexpr base::Date today{std::chrono::year{2026}, std::chrono::November, std::chrono::day{23}};

Candidate fit(std::string const& id) { return {visit::PersonId{id}, {Situation::at_home}, {Way::call}, "Nederlands", 4201, 1, 0, 0, true, {}}; }
Wanted wanted() { return {{Situation::at_home}, {Way::call}, "Nederlands", 4203, Experience::none}; }
std::vector<Limit> limits(Wanted const& w, Candidate const& c) { return rank(w, {c}, today).front().limits; }

} // namespace

TEST(Ranking, EachLimitForbidsByItself) {
    EXPECT_TRUE(limits(wanted(), fit("a")).empty());
    struct Case {
        void (*spoil)(Candidate&, Wanted&);
        Limit limit;
    };
    for (auto const& [spoil, limit] : std::initializer_list<Case>{
             {[](Candidate& c, Wanted&) { c.ready = false; }, Limit::not_ready},
             {[](Candidate& c, Wanted&) { c.live_matches = 1; }, Limit::full},
             {[](Candidate& c, Wanted&) { c.paused_until = base::later(today, 1); }, Limit::paused},
             {[](Candidate& c, Wanted&) { c.languages = "Turks"; }, Limit::language},
             {[](Candidate& c, Wanted&) { c.ways = {Way::in_person}; }, Limit::way},
             {[](Candidate& c, Wanted&) { c.between.said_no = true; }, Limit::earlier_no},
             {[](Candidate& c, Wanted&) { c.between.same_person = true; }, Limit::same_person},
             {[](Candidate&, Wanted& w) { w.experience = Experience::some; }, Limit::experience},
         }) {
        auto c = fit("a");
        auto w = wanted();
        spoil(c, w);
        EXPECT_EQ(limits(w, c), std::vector{limit});
    }
}

TEST(Ranking, APauseThatEndedIsNoPause) {
    auto c = fit("a");
    c.paused_until = today;
    EXPECT_TRUE(limits(wanted(), c).empty());
}

TEST(Ranking, LanguagesAreComparedInWords) {
    EXPECT_TRUE(share_language("Turks en een beetje Nederlands", "nederlands"));
    EXPECT_TRUE(share_language("", "Nederlands"));
    EXPECT_FALSE(share_language("Turks", "Pools en Engels"));
    EXPECT_FALSE(share_language("een beetje Turks", "een beetje Pools")) << "the little words are no language";
}

TEST(Ranking, GivesTheSameOrderWhateverTheOrderOfTheQuestion) {
    EXPECT_TRUE(rc::check([] {
        auto count = *rc::gen::inRange(0, 12);
        std::vector<Candidate> all;
        for (int i = 0; i < count; ++i) {
            auto c = fit("b" + std::to_string(i));
            c.live_matches = *rc::gen::inRange(0, 2);
            c.postcode = *rc::gen::element(4201, 4299, 9999);
            c.ready = *rc::gen::arbitrary<bool>();
            all.push_back(c);
        }
        auto one = rank(wanted(), all, today);
        std::reverse(all.begin(), all.end());
        auto two = rank(wanted(), all, today);
        RC_ASSERT(one.size() == two.size());
        for (std::size_t i = 0; i < one.size(); ++i) RC_ASSERT(one[i].buddy == two[i].buddy);
        bool forbidden = false;
        for (auto const& each : one) {
            RC_ASSERT(!forbidden || !each.limits.empty());
            forbidden = !each.limits.empty();
        }
    }));
}

} // namespace matching
