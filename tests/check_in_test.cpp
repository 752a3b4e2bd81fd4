// How it goes: asked of each apart when it is due, by page or by phone, never when it rests, and read by nobody else.
#include "app/erasure.h"
#include "check_in/store_check_in.h"
#include "tests/world/two_people.h"

#include <algorithm>

namespace {

class HowItGoes : public world::TwoPeople {
protected:
    std::optional<check_in::Entry> open_of(visit::PersonId const& person) {
        for (auto const& entry : read([&](db::Door& door) { return check_in::of(door, person); }))
            if (entry.open()) return entry;
        return {};
    }
    int mails_to(std::string const& address) {
        return static_cast<int>(std::count_if(house.mails.begin(), house.mails.end(), [&](auto const& mail) { return mail.to == address; }));
    }
    void weeks(int count) {
        for (int week = 0; week < count; ++week) pass(7);
    }
    static constexpr auto own = "/mijn/hoe-gaat-het";
};
ON_BOTH_DATABASES(HowItGoes);

TEST_P(HowItGoes, IsAskedAfterTwoWeeksOfEachApartAndOnce) {
    matched();
    work();
    house.mails.clear();
    pass(13);
    EXPECT_FALSE(open_of(petra));
    EXPECT_TRUE(parent.get(own).says("Wij vragen u nu niets."));
    pass(1);
    pass(0);
    ASSERT_TRUE(open_of(petra));
    ASSERT_TRUE(open_of(bea));
    EXPECT_EQ(mails_to("petrazeisouder@voorbeeld.test"), 1);
    EXPECT_TRUE(parent.get("/mijn").says("Hoe gaat het? Vertel het ons"));
    EXPECT_EQ(parent.post(own, own, {{"check", open_of(petra)->id.value()}}).status, 422);
    EXPECT_EQ(buddy.post(own, own, {{"check", open_of(petra)->id.value()}, {"goed", "Niet van mij."}}).status, 303);
    EXPECT_TRUE(open_of(petra)) << "nobody answers for another";
    EXPECT_EQ(parent.post(own, own, {{"check", open_of(petra)->id.value()}, {"goed", "Kanarie goed."}, {"beter", "Kanarie beter."}, {"past", "meestal"}, {"verder", "anders"}}).status, 303);
    EXPECT_FALSE(open_of(petra));
    auto const stored = read([&](db::Door& door) { return door.one<std::string>("select well from check_ins where answered_at is not null").value_or(""); });
    EXPECT_EQ(stored.find("Kanarie"), std::string::npos) << "it is sealed";
    EXPECT_FALSE(buddy.get(own).says("Kanarie"));
    EXPECT_FALSE(buddy.get("/mijn").says("Kanarie"));
    EXPECT_TRUE(parent.get(own).says("Kanarie beter.")) << "everyone reads the own words again";
    EXPECT_TRUE(desk.get("/vandaag").says("Zei hoe het gaat: bel"));
    auto const id = read([&](db::Door& door) { return check_in::of(door, petra).front().id.value(); });
    EXPECT_TRUE(desk.get("/hoe-gaat-het/" + id).says("Kanarie goed."));
    EXPECT_EQ(buddy.get("/hoe-gaat-het/" + id).status, 404);
    EXPECT_EQ(desk.post("/hoe-gaat-het/" + id, "/hoe-gaat-het/" + id + "/gelezen", {}).status, 303);
    EXPECT_FALSE(desk.get("/vandaag").says("Zei hoe het gaat: bel"));
    app::erase(house.program->services(), house.config.journal_path(), petra);
    EXPECT_FALSE(desk.get("/hoe-gaat-het/" + id).says("Kanarie"));
}

TEST_P(HowItGoes, IsSkippedWithoutBeingOverdueAndComesBackLater) {
    matched();
    weeks(2);
    EXPECT_EQ(parent.post(own, "/mijn/hoe-gaat-het/overslaan", {{"check", open_of(petra)->id.value()}}).status, 303);
    EXPECT_FALSE(open_of(petra));
    weeks(2);
    EXPECT_TRUE(desk.get("/vandaag").says("Zei nog niet hoe het gaat")) << "the buddy said nothing";
    weeks(2);
    ASSERT_TRUE(open_of(petra));
    EXPECT_EQ(open_of(petra)->number, 2);
    auto const of_bea = read([&](db::Door& door) { return check_in::of(door, bea); });
    EXPECT_EQ(std::count_if(of_bea.begin(), of_bea.end(), [](auto const& each) { return each.open(); }), 1) << "the earlier one lapsed";
}

TEST_P(HowItGoes, IsAskedByPhoneOfAParentWhoRatherCalls) {
    matched();
    work();
    EXPECT_EQ(parent.post(own, "/mijn/hoe-gaat-het/wens", {{"bellen", "ja"}}).status, 303);
    EXPECT_EQ(buddy.post("/mijn", "/mijn/hoe-gaat-het/wens", {{"bellen", "ja"}}).status, 404) << "the choice is the parent's";
    house.mails.clear();
    weeks(2);
    EXPECT_EQ(mails_to("petrazeisouder@voorbeeld.test"), 0);
    EXPECT_TRUE(desk.get("/vandaag").says("Belt liever zelf: hoe gaat het?"));
    auto const its = "/hoe-gaat-het/" + open_of(petra)->id.value();
    EXPECT_EQ(desk.post(its, its, {}).status, 422);
    EXPECT_EQ(desk.post(its, its, {{"goed", "Zij belde zelf."}, {"past", "ja"}}).status, 303);
    EXPECT_TRUE(parent.get(own).says("Zij belde zelf.")) << "no note about a parent that the parent cannot read";
    EXPECT_EQ(parent.post(own, "/mijn/hoe-gaat-het/wens", {{"bellen", "nee"}}).status, 303);
    house.mails.clear();
    weeks(4);
    EXPECT_EQ(mails_to("petrazeisouder@voorbeeld.test"), 1);
}

TEST_P(HowItGoes, IsNotAskedWhileItRestsOrAfterItsEnd) {
    auto const match = matched();
    EXPECT_EQ(parent.post("/mijn/traject", "/trajecten/" + match.id.value() + "/rust", {{"rust", "ja"}}).status, 303);
    weeks(3);
    EXPECT_FALSE(open_of(petra));
    EXPECT_EQ(parent.post("/mijn/traject", "/trajecten/" + match.id.value() + "/rust", {{"rust", "nee"}}).status, 303);
    pass(1);
    EXPECT_TRUE(open_of(petra));
    EXPECT_EQ(parent.post("/mijn", "/trajecten/" + match.id.value() + "/stoppen", {}).status, 303);
    pass(1);
    EXPECT_FALSE(open_of(petra));
    EXPECT_FALSE(open_of(bea));
}

TEST_P(HowItGoes, IsAskedEachQuarterOfABuddyWhoWaits) {
    weeks(12);
    EXPECT_FALSE(open_of(bea));
    weeks(1);
    ASSERT_TRUE(open_of(bea));
    EXPECT_FALSE(open_of(bea)->match);
    EXPECT_TRUE(buddy.get(own).says("Je staat nu naast geen ouder."));
    EXPECT_EQ(buddy.post(own, own, {{"check", open_of(bea)->id.value()}, {"verder", "ja"}}).status, 303);
    EXPECT_TRUE(desk.get("/hoe-gaat-het").says("te lezen"));
    auto const match = matched();
    EXPECT_EQ(parent.post("/mijn", "/trajecten/" + match.id.value() + "/stoppen", {}).status, 303);
    weeks(12);
    EXPECT_FALSE(open_of(bea));
    weeks(1);
    ASSERT_TRUE(open_of(bea)) << "a second wait is asked about like the first";
    EXPECT_EQ(open_of(bea)->number, 2);
}

} // namespace
