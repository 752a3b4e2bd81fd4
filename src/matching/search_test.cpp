#include "matching/search.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace matching {
namespace {

constexpr base::Date today{std::chrono::year{2026}, std::chrono::November, std::chrono::day{23}};

std::vector<Allowed> by_comparing_all(World const& world, Yardstick const& by) {
    std::vector<Allowed> all;
    for (std::size_t i = 0; i < world.requests.size(); ++i)
        for (std::size_t j = 0; j < world.buddies.size(); ++j) {
            auto between = world.between.find({i, j});
            auto const its = fit(world.requests[i], world.buddies[j], between == world.between.end() ? Between{} : between->second, by);
            if (its.allowed()) all.push_back({i, j, its.score});
        }
    return all;
}
/// Somewhere in the Netherlands, or at the ends of the map.
Place somewhere() {
    if (*rc::gen::inRange(0, 20) == 0) return {*rc::gen::element(89'900'000, -89'990'000, 0, 10'000), *rc::gen::element(179'950'000, -179'990'000, 0, -20'000)};
    return {*rc::gen::inRange(51'800'000, 52'300'000), *rc::gen::inRange(4'800'000, 5'600'000)};
}
Few<Way> some_ways() { return *rc::gen::element(Few<Way>{Way::in_person}, Few<Way>{Way::in_person}, Few<Way>{Way::in_person, Way::call}, Few<Way>{Way::video, Way::call}, Few<Way>{}); }
std::string some_languages() { return *rc::gen::element<std::string>("Nederlands", "Turks", "Turks, Nederlands", "Pools en Engels", ""); }

} // namespace

TEST(Search, GivesExactlyThePairsThatComparingEveryoneGives) {
    for (int round = 0; round < 5; ++round)
        EXPECT_TRUE(rc::check([] {
            World world;
            Yardstick const by{today, {}, *rc::gen::arbitrary<bool>() ? Apart{{42, 43}} : Apart{}};
            for (int i = 0; i < 15; ++i) {
                Wanted w{{Situation::at_home}, some_ways(), some_languages(), *rc::gen::element<std::optional<int>>(4201, 4301, std::nullopt), Experience::none, "r" + std::to_string(i)};
                if (*rc::gen::inRange(0, 6) > 0) w.place = somewhere();
                w.region_hard = *rc::gen::inRange(0, 3) > 0;
                world.requests.push_back(w);
            }
            for (int i = 0; i < 40; ++i) {
                Candidate c{visit::PersonId{"b" + std::to_string(i)}, {Situation::at_home}, some_ways(), some_languages(), *rc::gen::element<std::optional<int>>(4201, 4301, std::nullopt), 1, *rc::gen::inRange(0, 5) / 4, 0, *rc::gen::inRange(0, 9) > 0, {}};
                if (*rc::gen::inRange(0, 6) > 0) c.place = somewhere();
                c.region_hard = *rc::gen::arbitrary<bool>();
                if (*rc::gen::arbitrary<bool>()) c.travels = *rc::gen::inRange(0, 60);
                world.buddies.push_back(c);
            }
            for (int i = 0; i < 30; ++i) world.between[{*rc::gen::inRange(0, 15), *rc::gen::inRange(0, 40)}].never_together = true;
            RC_ASSERT(allowed_pairs(world, by) == by_comparing_all(world, by));
        }));
}

TEST(Search, LooksAtFewWhenWhoAsksIsBoundToAPlace) {
    World world;
    for (int i = 0; i < 1000; ++i) {
        Candidate c{visit::PersonId{"b" + std::to_string(i)}, {}, {Way::in_person}, i % 2 == 0 ? "Turks" : "Nederlands", {}, 1, 0, 0, true, {}};
        c.place = Place{51'000'000 + i % 100 * 20'000, 4'000'000 + i / 100 * 200'000};
        world.buddies.push_back(c);
    }
    Wanted w{{}, {Way::in_person}, "Turks", {}, Experience::none, "r"};
    w.place = Place{52'000'000, 5'000'000};
    world.requests.push_back(w);
    Yardstick const by{today};
    EXPECT_EQ(Search(world, by).looked_at(0), 500U) << "the other language is not looked at";
    world.requests[0].region_hard = true;
    EXPECT_LT(Search(world, by).looked_at(0), 60U);
    EXPECT_FALSE(Search(world, by).of(0).empty());
}

} // namespace matching
