// Every limit of a match, from the database to the verdict: each fact is written as the program writes it, and forbids by itself.
#include "matching/ranking.h"
#include "matching/store_kept_apart.h"
#include "matching/store_matching.h"
#include "matching/store_plan.h"
#include "matching/store_settings.h"
#include "tests/world/matching_house.h"

namespace {
using matching::Limit;

class FitFacts : public world::MatchingHouse {
protected:
    visit::PersonId bea = buddy("Bea Bakker"), petra = parent("Petra Ouder");
    help_request::HelpRequestId request{"vraag"};
    void start() {
        make_ready(bea);
        ask(request, petra);
    }
    matching::Ranked verdict(visit::PersonId const& who) {
        return read([&](db::Door& door) {
            for (auto const& each : matching::rank(matching::world_of(door, request, false, today()), 0, matching::yardstick(door, today())))
                if (each.buddy == who || each.partner == who) return each;
            throw std::runtime_error{"the buddy is no candidate"};
        });
    }
    std::vector<Limit> limits() { return verdict(bea).limits; }
    void only(Limit limit) { EXPECT_EQ(limits(), std::vector{limit}) << base::word(limit); }
    /// Bea beside someone else.
    matching::MatchRow match(visit::PersonId const& of_parent, visit::PersonId const& with, std::string const& id) {
        help_request::HelpRequestId const its{"vraag-" + id};
        ask(its, of_parent);
        write([&](db::Write& tx) {
            matching::ProposalId const proposal{"voorstel-" + id};
            EXPECT_TRUE(matching::propose(tx, proposal, its, with, "", coordinator, house.clock.now()));
            EXPECT_TRUE(matching::begin(tx, matching::MatchId{"koppeling-" + id}, *matching::find_proposal(tx, proposal), of_parent, matching::Gives::phone, matching::Gives::phone, 3, house.clock.now()));
        });
        return *read([&](db::Door& door) { return matching::find_match(door, matching::MatchId{"koppeling-" + id}); });
    }
    void places() {
        write([&](db::Write& tx) { tx.run("insert into postcodes (postcode, latitude, longitude) values (4201, 52000000, 5000000), (4211, 52010000, 5000000), (9711, 53200000, 6500000)"); });
    }
    void school(std::string const& arrangement) {
        write([&](db::Write& tx) { tx.run("insert into schools (id, partnership, name, place, kind, postcode, pupils, same_school, page_key) values ('s1', :p, 'De Rietkraag', 'Waterdorp', 'bo', 4201, 120, :same, 'sleutel')", house.here, arrangement); });
    }
};
ON_BOTH_DATABASES(FitFacts);

TEST_P(FitFacts, NothingForbidsWhoIsReadyAndFits) {
    start();
    EXPECT_TRUE(limits().empty());
}
TEST_P(FitFacts, WhoIsNotThroughTheGate) {
    start();
    write([&](db::Write& tx) { tx.run("update readiness set deployment_talk_on = null where person = :p", bea); });
    only(Limit::not_ready);
}
TEST_P(FitFacts, WhoHasNoPlaceLeft) {
    start();
    match(parent("Pia Ander"), bea, "vol");
    only(Limit::full);
}
TEST_P(FitFacts, WhoRests) {
    start();
    auto its = offer(bea);
    its.paused_until = base::later(today(), 3);
    keep(its);
    only(Limit::paused);
}
TEST_P(FitFacts, AnotherLanguage) {
    start();
    set(request, "languages", "'Turks'");
    only(Limit::language);
}
TEST_P(FitFacts, NoSharedWay) {
    start();
    set(request, "ways", "'ontmoeten'");
    only(Limit::way);
}
TEST_P(FitFacts, WhoSaidNoBefore) {
    start();
    write([&](db::Write& tx) {
        EXPECT_TRUE(matching::propose(tx, matching::ProposalId{"v"}, request, bea, "", coordinator, house.clock.now()));
        EXPECT_TRUE(matching::answer_as_buddy(tx, matching::ProposalId{"v"}, bea, matching::Answer::known, house.clock.now()));
    });
    only(Limit::earlier_no);
}
TEST_P(FitFacts, OneHumanUnderTwoNames) {
    start();
    write([&](db::Write& tx) { tx.run("update people set mail_hash = 'zelfde' where id in (:a, :b)", bea, petra); });
    only(Limit::same_person);
}
TEST_P(FitFacts, TwoWhoArePointedOutAsOne) {
    start();
    write([&](db::Write& tx) { tx.run("insert into likenesses (partnership, one, other, same, decided_by, decided_at) values (:p, :a, :b, 1, :c, :now)", house.here, std::min(bea, petra), std::max(bea, petra), coordinator, house.clock.now()); });
    only(Limit::same_person);
}
TEST_P(FitFacts, TooLittleExperienceForThisRequest) {
    start();
    set(request, "experience", "'some'");
    only(Limit::experience);
}
TEST_P(FitFacts, AnOfferOlderThanThreeMonths) {
    start();
    write([&](db::Write& tx) { tx.run("update offers set confirmed_at = :then where person = :p", house.clock.now() - std::chrono::hours{24 * 92}, bea); });
    only(Limit::old_offer);
    write([&](db::Write& tx) { matching::confirm_offer(tx, bea, house.clock.now()); });
    EXPECT_TRUE(limits().empty());
}
TEST_P(FitFacts, TooFarForWhoMadeItHard) {
    places();
    start();
    set(request, "ways", "'ontmoeten'");
    auto its = offer(bea);
    its.ways = "ontmoeten";
    its.postcode = 9711;
    keep(its);
    EXPECT_TRUE(limits().empty()) << "distance alone is a wish";
    set(request, "region_hard", "1");
    only(Limit::region);
    set(request, "region_hard", "0");
    its.region_hard = true;
    keep(its);
    only(Limit::region);
}
TEST_P(FitFacts, AreasThatLieApart) {
    start();
    set(request, "ways", "'ontmoeten'");
    auto its = offer(bea);
    its.ways = "ontmoeten";
    its.postcode = 4311;
    its.region_hard = true;
    keep(its);
    EXPECT_TRUE(limits().empty()) << "a stretch of road is not far";
    write([&](db::Write& tx) { matching::set_apart(tx, {42, 43}); });
    only(Limit::region);
    write([&](db::Write& tx) { matching::bring_together(tx, {42, 43}); });
    EXPECT_TRUE(limits().empty());
}
TEST_P(FitFacts, NoMomentForWhoMadeTimesHard) {
    start();
    set(request, "times", "'ma-avond'");
    auto its = offer(bea);
    its.times = "di-avond";
    keep(its);
    EXPECT_TRUE(limits().empty());
    its.times_hard = true;
    keep(its);
    only(Limit::times);
    its.times_hard = false;
    keep(its);
    set(request, "times_hard", "1");
    only(Limit::times);
}
TEST_P(FitFacts, OneSchoolWithoutTheYesOfAllThree) {
    school("allowed");
    start();
    set(request, "school", "'s1'");
    set(request, "own_school", "'fine'");
    auto its = offer(bea);
    its.own_school = help_request::OwnSchool::fine;
    keep(its, {{"s1", ""}});
    EXPECT_TRUE(limits().empty());
    set(request, "own_school", "''");
    only(Limit::school);
    set(request, "own_school", "'fine'");
    its.own_school = help_request::OwnSchool::not_said;
    keep(its, {{"s1", ""}});
    only(Limit::school);
    its.own_school = help_request::OwnSchool::rather;
    keep(its, {{"s1", ""}});
    write([&](db::Write& tx) { tx.run("update schools set same_school = 'no' where id = 's1'"); });
    only(Limit::school);
}
TEST_P(FitFacts, OneClass) {
    school("preferred");
    start();
    set(request, "school", "'s1'");
    set(request, "child_group", "'5'");
    set(request, "own_school", "'rather'");
    auto its = offer(bea);
    its.own_school = help_request::OwnSchool::rather;
    keep(its, {{"s1", "4 6"}});
    EXPECT_TRUE(limits().empty());
    keep(its, {{"s1", "4 5"}});
    only(Limit::own_class);
}
TEST_P(FitFacts, AMatchThatEndedBetweenTheTwo) {
    start();
    auto const its = match(petra, bea, "eerder");
    write([&](db::Write& tx) { EXPECT_TRUE(matching::end_match(tx, its.id, coordinator, "no_click", house.clock.now())); });
    only(Limit::earlier_exit);
    write([&](db::Write& tx) { tx.run("update matches set end_reason = 'goal_reached'"); });
    EXPECT_TRUE(limits().empty()) << "who reached the goal together may go on together";
}
TEST_P(FitFacts, WhoLeftAsOneOfACouple) {
    auto const bob = buddy("Bob Bakker");
    start();
    make_ready(bob);
    write([&](db::Write& tx) { EXPECT_TRUE(matching::make_couple(tx, matching::CoupleId{"paar"}, bea, bob, coordinator, house.clock.now())); });
    auto const its = match(petra, bea, "samen");
    write([&](db::Write& tx) {
        EXPECT_TRUE(matching::leave_match(tx, matching::DepartureId{"weg"}, its.id, bea, house.clock.now()));
        EXPECT_TRUE(matching::end_match(tx, its.id, coordinator, "goal_reached", house.clock.now()));
        matching::part(tx, house.random, *matching::couple_of(tx, bea), bea, house.clock.now());
    });
    only(Limit::earlier_exit);
    EXPECT_TRUE(verdict(bob).limits.empty());
}
TEST_P(FitFacts, FamilyAndNeverTogether) {
    start();
    write([&](db::Write& tx) { matching::keep_apart(tx, petra, bea, matching::ApartKind::close, coordinator, house.clock.now()); });
    only(Limit::close);
    write([&](db::Write& tx) { matching::keep_apart(tx, bea, petra, matching::ApartKind::never, coordinator, house.clock.now()); });
    only(Limit::never_together);
    write([&](db::Write& tx) { matching::let_together(tx, petra, bea); });
    EXPECT_TRUE(limits().empty());
}
TEST_P(FitFacts, BothRolesTowardsEachOther) {
    start();
    // Petra is a buddy too, and stands beside Bea
    auto const carl = buddy("Carl Alleen");
    write([&](db::Write& tx) { people::give_role(tx, petra, visit::Role::buddy, false, "", "", house.clock.now()); });
    match(bea, petra, "andersom");
    only(Limit::both_roles);
    EXPECT_NE(limits(), std::vector<Limit>{});
    make_ready(carl);
    EXPECT_TRUE(verdict(carl).limits.empty());
}
TEST_P(FitFacts, TheOwnVillageWithoutTheParentsYes) {
    start();
    auto its = offer(bea);
    its.postcode = 4201;
    keep(its);
    only(Limit::village);
    set(request, "own_village", "'fine'");
    EXPECT_TRUE(limits().empty());
}

TEST_P(FitFacts, DistanceKnowledgeAndWaitingCountAsTheyAreKept) {
    places();
    start();
    auto its = offer(bea);
    its.knowledge = "rechten thuis";
    keep(its);
    set(request, "knowledge", "'rechten hulp'");
    auto const fit = verdict(bea).fit;
    auto part = [&](matching::PartKind kind) { return *std::find_if(fit.every.begin(), fit.every.end(), [&](auto const& each) { return each.kind == kind; }); };
    EXPECT_EQ(part(matching::PartKind::knowledge).points, 20);
    EXPECT_EQ(part(matching::PartKind::knowledge).most, 40);
    EXPECT_EQ(part(matching::PartKind::distance).detail, 1) << "a kilometre and a bit";
    house.clock.pass(std::chrono::hours{24 * 35});
    keep(its);
    auto const later = verdict(bea).fit;
    EXPECT_EQ(std::find_if(later.every.begin(), later.every.end(), [](auto const& each) { return each.kind == matching::PartKind::request_waits; })->detail, 5);
}

TEST_P(FitFacts, WeightsAreThoseThatWereKept) {
    start();
    auto const before = verdict(bea).score;
    matching::Settings settings;
    settings.weights.situations = 0;
    write([&](db::Write& tx) {
        EXPECT_TRUE(matching::keep_settings(tx, settings, 0));
        EXPECT_FALSE(matching::keep_settings(tx, settings, 0)) << "someone was first";
    });
    EXPECT_EQ(verdict(bea).score, before - 30);
}

TEST_P(FitFacts, AWaitingListHoldsEveryoneWhoWaitsAndNobodyWhoRests) {
    start();
    for (int i = 0; i < 5; ++i) ask(help_request::HelpRequestId{"meer" + std::to_string(i)}, parent("Ouder " + std::to_string(i)));
    auto const world = read([&](db::Door& door) { return matching::waiting_list(door, false, today()); });
    EXPECT_EQ(world.requests.size(), 6U);
    EXPECT_EQ(world.buddies.size(), 1U);
    set(request, "paused_until", "'2099-01-01'");
    EXPECT_EQ(read([&](db::Door& door) { return matching::waiting_list(door, false, today()); }).requests.size(), 5U) << "who rests does not wait";
}

} // namespace
