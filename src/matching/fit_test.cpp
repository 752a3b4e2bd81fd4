#include "matching/fit.h"

#include "matching/ranking.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace matching {
namespace {

constexpr base::Date today{std::chrono::year{2026}, std::chrono::November, std::chrono::day{23}};
constexpr Place here{52'000'000, 5'000'000}, five_km{52'045'000, 5'000'000}, thirty_km{52'270'000, 5'000'000};
Candidate buddy() { return {visit::PersonId{"b"}, {Situation::at_home}, {Way::in_person}, "Nederlands", 4201, 1, 0, 1, true, {}}; }
Wanted wanted() { return {{Situation::at_home}, {Way::in_person}, "Nederlands", 4203, Experience::some, "r"}; }
help_request::Times at(std::initializer_list<std::size_t> slots) {
    help_request::Times times;
    for (auto each : slots) times.slots.set(each);
    return times;
}
Part part(Fit const& fit, PartKind kind) {
    return *std::find_if(fit.every.begin(), fit.every.end(), [&](Part const& each) { return each.kind == kind; });
}
std::string_view words(Part const& part) { return say(part).text.msgid; }

struct Case {
    void (*spoil)(Wanted&, Candidate&, Between&, Yardstick&);
    Limit limit;
};
std::initializer_list<Case> const each_limit{
    {[](Wanted&, Candidate& c, Between&, Yardstick&) { c.ready = false; }, Limit::not_ready},
    {[](Wanted&, Candidate& c, Between&, Yardstick&) { c.offer_stands = false; }, Limit::old_offer},
    {[](Wanted&, Candidate& c, Between&, Yardstick&) { c.live_matches = 1; }, Limit::full},
    {[](Wanted&, Candidate& c, Between&, Yardstick&) { c.paused_until = base::later(today, 1); }, Limit::paused},
    {[](Wanted&, Candidate& c, Between&, Yardstick&) { c.languages = "Turks"; }, Limit::language},
    {[](Wanted&, Candidate& c, Between&, Yardstick&) { c.ways = {Way::call}; }, Limit::way},
    {[](Wanted& w, Candidate&, Between&, Yardstick&) { w.experience = Experience::much; }, Limit::experience},
    {[](Wanted&, Candidate&, Between& b, Yardstick&) { b.said_no = true; }, Limit::earlier_no},
    {[](Wanted&, Candidate&, Between& b, Yardstick&) { b.same_person = true; }, Limit::same_person},
    {[](Wanted&, Candidate&, Between& b, Yardstick&) { b.earlier_exit = true; }, Limit::earlier_exit},
    {[](Wanted&, Candidate&, Between& b, Yardstick&) { b.close = true; }, Limit::close},
    {[](Wanted&, Candidate&, Between& b, Yardstick&) { b.both_roles = true; }, Limit::both_roles},
    {[](Wanted&, Candidate&, Between& b, Yardstick&) { b.own_class = true; }, Limit::own_class},
    {[](Wanted&, Candidate&, Between& b, Yardstick&) { b.never_together = true; }, Limit::never_together},
    {[](Wanted& w, Candidate& c, Between&, Yardstick&) { w.place = here, c.place = thirty_km, w.region_hard = true; }, Limit::region},
    {[](Wanted& w, Candidate& c, Between&, Yardstick&) { w.place = here, c.place = thirty_km, c.region_hard = true; }, Limit::region},
    {[](Wanted& w, Candidate&, Between&, Yardstick& y) { w.region_hard = true, w.postcode = 4303, y.apart = {{42, 43}}; }, Limit::region},
    {[](Wanted& w, Candidate& c, Between&, Yardstick&) { w.times = at({1}), c.times = at({2}), w.times_hard = true; }, Limit::times},
    {[](Wanted& w, Candidate& c, Between&, Yardstick&) { w.times = at({1}), c.times = at({2}), c.times_hard = true; }, Limit::times},
    {[](Wanted& w, Candidate& c, Between&, Yardstick&) { w.school = "s", c.schools = {"s"}; }, Limit::school},
    {[](Wanted& w, Candidate& c, Between&, Yardstick&) { w.own_class = "s/3", c.classes = {"s/2", "s/3"}; }, Limit::own_class},
    {[](Wanted& w, Candidate&, Between&, Yardstick&) { w.postcode = 4201; }, Limit::village},
    {[](Wanted& w, Candidate&, Between&, Yardstick&) { w.postcode = 4201, w.own_village = OwnSchool::rather_not; }, Limit::village},
};
Fit fit_of(Wanted const& w, Candidate const& c) { return fit(w, c, {}, {today}); }

} // namespace

TEST(Fit, EachLimitForbidsByItself) {
    EXPECT_TRUE(fit_of(wanted(), buddy()).allowed());
    std::set<Limit> seen;
    for (auto const& [spoil, limit] : each_limit) {
        auto w = wanted();
        auto c = buddy();
        Between b;
        Yardstick y{today};
        spoil(w, c, b, y);
        EXPECT_EQ(fit(w, c, b, y).limits.list(), std::vector{limit}) << base::word(limit);
        seen.insert(limit);
    }
    EXPECT_EQ(seen.size(), limits_known) << "every limit has a case";
}

TEST(Fit, OneSchoolOnlyIfParentBuddyAndSchoolAllAllowIt) {
    for (auto parent : {OwnSchool::rather_not, OwnSchool::not_said, OwnSchool::fine, OwnSchool::please})
        for (auto its : {OwnSchool::rather_not, OwnSchool::not_said, OwnSchool::fine, OwnSchool::please})
            for (auto school : {OwnSchool::rather_not, OwnSchool::not_said, OwnSchool::fine, OwnSchool::please}) {
                auto w = wanted();
                auto c = buddy();
                w.school = "s", w.own_school = parent, w.agreed_with_school = school, c.own_school = its;
                c.schools = {"t"};
                auto const apart = fit_of(w, c);
                EXPECT_TRUE(apart.allowed()) << "of another school nothing is asked";
                c.schools = {"s", "t"};
                auto const together = fit_of(w, c);
                bool const all = std::min({parent, its, school}) >= OwnSchool::fine;
                EXPECT_EQ(together.allowed(), all);
                EXPECT_EQ(together.score > apart.score, all);
            }
}

TEST(Fit, ABuddyOfTheOwnVillageComesAfterTheParentsYes) {
    auto w = wanted();
    w.postcode = 4201;
    EXPECT_EQ(fit_of(w, buddy()).limits.list(), std::vector{Limit::village});
    EXPECT_EQ(to_ask_parent(w, buddy(), fit_of(w, buddy())), Few<Limit>{Limit::village});
    w.own_village = OwnSchool::fine;
    EXPECT_TRUE(fit_of(w, buddy()).allowed());
    w.own_village = OwnSchool::rather_not;
    EXPECT_TRUE(to_ask_parent(w, buddy(), fit_of(w, buddy())).empty()) << "who said no is not asked again";
}

TEST(Fit, AParentIsAskedAboutTheOwnSchoolOnlyWhenOnlyThatYesIsMissing) {
    auto w = wanted();
    auto c = buddy();
    w.school = "s", c.schools = {"s"};
    for (auto its : {OwnSchool::rather_not, OwnSchool::not_said, OwnSchool::fine, OwnSchool::please})
        for (auto school : {OwnSchool::rather_not, OwnSchool::not_said, OwnSchool::fine, OwnSchool::please}) {
            c.own_school = its, w.agreed_with_school = school;
            EXPECT_EQ(to_ask_parent(w, c, fit_of(w, c)).contains(Limit::school), std::min(its, school) >= OwnSchool::fine);
        }
}

TEST(Fit, RegionAndTimesAreWishesUnlessSomeoneMakesThemHard) {
    auto w = wanted();
    auto c = buddy();
    w.place = here, c.place = thirty_km, w.times = at({1}), c.times = at({2});
    auto const far = fit_of(w, c);
    EXPECT_TRUE(far.allowed());
    EXPECT_EQ(part(far, PartKind::distance).points, 0);
    EXPECT_EQ(words(part(far, PartKind::distance)), "Woont ver weg: ongeveer {km} km.");
    EXPECT_EQ(part(far, PartKind::times).points, 0);
    c.place = five_km, c.times = at({1, 2});
    auto const near = fit_of(w, c);
    EXPECT_GT(part(near, PartKind::distance).points, part(far, PartKind::distance).points);
    EXPECT_EQ(part(near, PartKind::distance).detail, 5);
    EXPECT_GT(part(near, PartKind::times).points, 0);
    c.place = thirty_km, c.car = true;
    EXPECT_EQ(part(fit_of(w, c), PartKind::distance).side, Side::pro) << "with a car it is not far";
    c.travels = 20;
    EXPECT_EQ(part(fit_of(w, c), PartKind::distance).side, Side::con) << "but what was said goes first";
}

TEST(Fit, AWayForWhichNobodyTravelsLiftsDistance) {
    auto w = wanted();
    auto c = buddy();
    w.place = here, c.place = thirty_km, w.region_hard = c.region_hard = true;
    w.ways.insert(Way::video);
    EXPECT_FALSE(fit_of(w, c).allowed()) << "only the parent wants it";
    c.ways.insert(Way::video);
    EXPECT_TRUE(fit_of(w, c).allowed());
    EXPECT_NE(part(fit_of(w, c), PartKind::distance).side, Side::con);
    EXPECT_EQ(words(part(fit_of(w, c), PartKind::distance)), "Woont ongeveer {km} km verderop; contact kan ook op afstand.");
}

TEST(Fit, WhatIsNotKnownIsSaidAndCountsNeitherWay) {
    auto w = wanted();
    auto c = buddy();
    w.postcode = {}, w.region_hard = true, w.times_hard = true, w.times = at({1});
    auto const its = fit_of(w, c);
    EXPECT_TRUE(its.allowed());
    EXPECT_EQ(words(part(its, PartKind::distance)), "De afstand is niet bekend.");
    EXPECT_TRUE(part(its, PartKind::distance).points > 0 && part(its, PartKind::distance).points < part(its, PartKind::distance).most);
    EXPECT_EQ(part(its, PartKind::times).side, Side::none);
    EXPECT_TRUE(part(its, PartKind::times).points > 0 && part(its, PartKind::times).points < part(its, PartKind::times).most);
}

TEST(Fit, AreasAcrossARiverCountAsFarWhicheverWayTheyWereMarked) {
    auto w = wanted();
    auto c = buddy();
    w.place = here, c.place = five_km, w.postcode = 4301;
    EXPECT_EQ(part(fit(w, c, {}, {today, {}, {{42, 43}}}), PartKind::distance).side, Side::con);
    std::swap(w.postcode, c.postcode);
    EXPECT_EQ(words(part(fit(w, c, {}, {today, {}, {{42, 43}}}), PartKind::distance)), "Woont in een gebied dat vanaf de ouder niet goed te bereiken is.");
    EXPECT_EQ(part(fit(w, c, {}, {today, {}, {{42, 44}}}), PartKind::distance).side, Side::pro);
}

TEST(Fit, DistanceIsThatOfTheMap) {
    EXPECT_EQ(distance(here, here), 0);
    EXPECT_NEAR(distance({52'379'189, 4'899'431}, {51'924'420, 4'477'733}), 581, 3) << "from Amsterdam to Rotterdam";
    EXPECT_NEAR(distance({0, 179'500'000}, {0, -179'500'000}), 1112, 2) << "across the end of the map";
    EXPECT_EQ(distance(here, five_km), distance(five_km, here));
}

TEST(Fit, AFirstTimeGoesWithARequestThatNeedsNoExperience) {
    auto light = wanted();
    light.experience = Experience::none;
    auto c = buddy();
    auto const experienced = part(fit_of(light, c), PartKind::experience);
    c.earlier_matches = 0;
    EXPECT_GT(part(fit_of(light, c), PartKind::experience).points, experienced.points);
    EXPECT_GT(part(fit_of(wanted(), buddy()), PartKind::experience).points, experienced.points);
}

TEST(Fit, TheScoreIsTheSumOfItsPartsAndEachHasASentence) {
    EXPECT_TRUE(rc::check([] {
        auto w = wanted();
        auto c = buddy();
        w.waits = *rc::gen::inRange(0, 400), c.waits = *rc::gen::inRange(0, 400);
        w.knowledge = {"kleutertijd"}, w.languages = "Turks, Nederlands";
        if (*rc::gen::arbitrary<bool>()) c.knowledge = w.knowledge, c.languages = w.languages, c.situations = {};
        if (*rc::gen::arbitrary<bool>()) w.place = here, c.place = *rc::gen::element(here, five_km, thirty_km);
        if (*rc::gen::arbitrary<bool>()) w.times = at({1, 2}), c.times = *rc::gen::element(at({1}), at({3}), at({}));
        auto const its = fit_of(w, c);
        int sum = 0;
        std::set<PartKind> kinds;
        for (auto const& each : its.parts()) {
            sum += each.points;
            kinds.insert(each.kind);
            RC_ASSERT(each.points >= 0 && each.points <= each.most);
            RC_ASSERT(!say(each).text.msgid.empty());
        }
        RC_ASSERT(sum == its.score && kinds.size() == parts_known);
        for (auto side : {Side::pro, Side::con}) RC_ASSERT(best(its.parts(), side, 3).size() <= 3);
    }));
}

TEST(Fit, WaitingLongerNeverLowersAnyone) {
    EXPECT_TRUE(rc::check([] {
        std::vector<Candidate> all;
        for (int i = 0; i < 6; ++i) {
            all.push_back(buddy());
            all.back().buddy = visit::PersonId{"b" + std::to_string(i)};
            all.back().waits = *rc::gen::inRange(0, 300);
            all.back().live_matches = *rc::gen::inRange(0, 2);
        }
        auto place_of = [&](visit::PersonId const& who) {
            auto ranked = rank(wanted(), all, today);
            return std::find_if(ranked.begin(), ranked.end(), [&](auto const& each) { return each.buddy == who; }) - ranked.begin();
        };
        auto& who = all[*rc::gen::inRange<std::size_t>(0, all.size())];
        auto const before = place_of(who.buddy);
        who.waits += *rc::gen::inRange(0, 300);
        RC_ASSERT(place_of(who.buddy) <= before);
    }));
}

TEST(Fit, TheThreeThatWeighMostAreTold) {
    std::vector<Part> const parts{{PartKind::ways, Side::pro, 5, 5}, {PartKind::load, Side::pro, 10, 10}, {PartKind::knowledge, Side::con, 0, 20}, {PartKind::times, Side::con, 0, 15}, {PartKind::situations, Side::pro, 30, 30}, {PartKind::languages, Side::pro, 5, 5}};
    std::vector<PartKind> kinds;
    for (auto const& each : best(parts, Side::pro, 3)) kinds.push_back(each.kind);
    for (auto const& each : best(parts, Side::con, 1)) kinds.push_back(each.kind);
    EXPECT_EQ(kinds, (std::vector{PartKind::situations, PartKind::load, PartKind::ways, PartKind::knowledge}));
}

} // namespace matching
