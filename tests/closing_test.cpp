// Closing a match: who tells, what each reads first, what is still to be done, one question later, and going on all the same.
#include "app/erasure.h"
#include "matching/store_kept_apart.h"
#include "tests/world/two_people.h"
#include "trajectory/store_closure.h"

#include <algorithm>

namespace {

class ClosingAMatch : public world::TwoPeople {
protected:
    std::string on(std::string const& rest = "") { return "/trajecten/" + match->id.value() + rest; }
    trajectory::ClosureRow closure() {
        return *read([&](db::Door& door) { return trajectory::closure_of(door, match->id); });
    }
    std::optional<matching::MatchRow> match;
};
ON_BOTH_DATABASES(ClosingAMatch);

TEST_P(ClosingAMatch, ByTheParentIsToldByTheCoordinatorAndReadFirstAsACall) {
    match = matched();
    EXPECT_EQ(buddy.post("/mijn", on("/contacten"), {{"vandaag", "ja"}, {"manier", "call"}, {"duur", "15"}}).status, 303);
    work();
    house.mails.clear();
    EXPECT_EQ(parent.post(on("/stoppen"), on("/stoppen"), {{"reden", "no_click"}, {"vertelt", "coordinator"}, {"later", "ja"}}).location, "/mijn/afsluiting");
    EXPECT_EQ(parent.post("/mijn", on("/stoppen"), {{"reden", "no_click"}}).status, 303) << "a second tap ends it once";
    work();
    ASSERT_EQ(house.mails.size(), 1U);
    EXPECT_EQ(house.mails.back().to, "beabuddy@voorbeeld.test");
    EXPECT_EQ(buddy.get(on("/contacten")).status, 404) << "access ends at once";
    EXPECT_FALSE(buddy.get("/mijn/ouders").says("Petra"));
    EXPECT_TRUE(buddy.get("/mijn").says("De coördinator belt je over een contact."));
    auto const first = buddy.get("/mijn/afsluiting");
    EXPECT_TRUE(first.says("De coördinator belt je binnen twee werkdagen"));
    EXPECT_FALSE(first.says("klikte"));
    EXPECT_FALSE(first.says("Petra"));
    EXPECT_TRUE(parent.get("/mijn/afsluiting").says("De dagen van het contact blijven tot"));
    EXPECT_FALSE(parent.get("/mijn/afsluiting").says("Bea"));
    EXPECT_TRUE(desk.get("/vandaag").says("Een contact stopte: bel de ander"));
    EXPECT_TRUE(desk.get(on()).says("het klikte niet"));
    EXPECT_EQ(desk.post(on(), on("/afsluiting/stap"), {{"stap", "verteld"}}).status, 303);
    EXPECT_TRUE(buddy.get("/mijn/afsluiting").says("Dank je wel dat je naast deze ouder stond."));
    EXPECT_FALSE(buddy.get("/mijn/afsluiting").says("klikte"));
    EXPECT_TRUE(desk.get("/vandaag").says("Afsluitend gesprek nog te houden"));
    EXPECT_EQ(desk.post(on(), on("/afsluiting/stap"), {{"stap", "ouder-gehouden"}}).status, 303);
    EXPECT_EQ(desk.post(on(), on("/afsluiting/stap"), {{"stap", "buddy-niet"}}).status, 303);
    EXPECT_FALSE(desk.get("/vandaag").says("Afsluitend gesprek nog te houden"));
    EXPECT_EQ(desk.post(on(), on("/afsluiting/stap"), {{"stap", "iets"}}).status, 404);
    EXPECT_EQ(buddy.post("/mijn", on("/afsluiting/stap"), {{"stap", "verteld"}}).status, 404);
}

TEST_P(ClosingAMatch, ByTheBuddyTellsTheParentNothingButThatTheCoordinatorCalls) {
    match = matched();
    EXPECT_EQ(buddy.post(on("/stoppen"), on("/stoppen"), {{"reden", "no_time"}}).location, "/mijn/afsluiting");
    EXPECT_TRUE(parent.get("/mijn/traject").says("De coördinator belt u over uw contact."));
    EXPECT_TRUE(parent.get("/mijn/afsluiting").says("De coördinator belt u binnen twee werkdagen."));
    EXPECT_FALSE(parent.get("/mijn/afsluiting").says("geen tijd"));
    EXPECT_TRUE(desk.get(on()).says("Bel Petra binnen twee werkdagen."));
    EXPECT_EQ(closure().teller, trajectory::Teller::coordinator) << "a buddy does not choose";
}

TEST_P(ClosingAMatch, WithoutAWordIsPossibleAndAsksNothingMore) {
    match = matched();
    EXPECT_EQ(parent.post("/mijn", on("/stoppen"), {}).status, 303);
    EXPECT_EQ(closure().reason, trajectory::EndReason::stopped_not_asked);
    EXPECT_FALSE(closure().asks_later);
    for (int month = 0; month < 4; ++month) pass(31);
    EXPECT_FALSE(parent.get("/mijn/afsluiting").says("Eén vraag"));
}

TEST_P(ClosingAMatch, AsksTheOneQuestionAfterThreeMonthsOnce) {
    match = matched();
    EXPECT_EQ(parent.post("/mijn", on("/stoppen"), {{"vertelt", "zelf"}, {"later", "ja"}}).status, 303);
    EXPECT_TRUE(buddy.get("/mijn/afsluiting").says("De ouder vertelt het je zelf."));
    EXPECT_TRUE(desk.get(on()).says("Vraag na of dat lukte."));
    work();
    house.mails.clear();
    pass(90);
    EXPECT_TRUE(std::none_of(house.mails.begin(), house.mails.end(), [](auto const& mail) { return mail.to == "petrazeisouder@voorbeeld.test"; }));
    pass(1);
    EXPECT_EQ(std::count_if(house.mails.begin(), house.mails.end(), [](auto const& mail) { return mail.to == "petrazeisouder@voorbeeld.test"; }), 1);
    pass(10);
    EXPECT_EQ(std::count_if(house.mails.begin(), house.mails.end(), [](auto const& mail) { return mail.to == "petrazeisouder@voorbeeld.test"; }), 1) << "once";
    EXPECT_TRUE(parent.get("/mijn").says("Eén vraag van ons"));
    auto const id = closure().id.value();
    EXPECT_EQ(buddy.post("/mijn", "/mijn/afsluiting", {{"afsluiting", id}, {"antwoord", "beter"}}).status, 303);
    EXPECT_EQ(closure().later_answer, "") << "the buddy does not answer for the parent";
    EXPECT_EQ(parent.post("/mijn/afsluiting", "/mijn/afsluiting", {{"afsluiting", id}, {"antwoord", "bellen"}}).status, 303);
    EXPECT_EQ(parent.post("/mijn/afsluiting", "/mijn/afsluiting", {{"afsluiting", id}, {"antwoord", "beter"}}).status, 303);
    EXPECT_EQ(closure().later_answer, "bellen") << "the first answer stays";
    EXPECT_EQ(desk.post(on(), on("/afsluiting/stap"), {{"stap", "verteld"}}).status, 303);
    EXPECT_TRUE(desk.get("/vandaag").says("Wil na drie maanden gebeld worden"));
    EXPECT_EQ(desk.post(on(), on("/afsluiting/stap"), {{"stap", "gebeld"}}).status, 303);
    EXPECT_FALSE(desk.get("/vandaag").says("Wil na drie maanden gebeld worden"));
    app::erase(house.program->services(), house.config.journal_path(), petra);
    EXPECT_EQ(closure().later_answer, "");
}

TEST_P(ClosingAMatch, IsUndoneWithinFourWeeksWhenBothWantThat) {
    match = matched();
    EXPECT_EQ(desk.post(on(), on("/afsluiting"), {}).status, 422);
    EXPECT_EQ(desk.post(on(), on("/afsluiting"), {{"reden", "goal_reached"}}).status, 303);
    EXPECT_TRUE(closure().told_at.has_value()) << "who closes after the talks has told it";
    EXPECT_EQ(desk.post(on(), on("/heropening"), {{"waarom", "toch"}}).status, 422);
    EXPECT_EQ(desk.post(on(), on("/heropening"), {{"allebei", "ja"}}).status, 422);
    EXPECT_EQ(buddy.post("/mijn", on("/heropening"), {{"waarom", "toch"}, {"allebei", "ja"}}).status, 404);
    EXPECT_EQ(desk.post(on(), on("/heropening"), {{"waarom", "toch"}, {"allebei", "ja"}}).status, 303);
    EXPECT_EQ(buddy.get(on("/contacten")).status, 200);
    EXPECT_TRUE(parent.get("/mijn/traject").says("Bea"));
    EXPECT_EQ(parent.post("/mijn", on("/stoppen"), {}).status, 303) << "and ends again, with a closure of its own";
    for (int day = 0; day < 29; ++day) pass(1);
    EXPECT_EQ(desk.post(on(), on("/heropening"), {{"waarom", "toch"}, {"allebei", "ja"}}).status, 422);
    EXPECT_EQ(buddy.get(on("/contacten")).status, 404);
}

TEST_P(ClosingAMatch, IsNotUndoneWhenThePlaceIsTaken) {
    match = matched();
    EXPECT_EQ(desk.post(on(), on("/afsluiting"), {{"reden", "goal_reached"}}).status, 303);
    write([&](db::Write& tx) { people::end_role(tx, bea, Role::buddy, house.clock.now()); });
    auto const answer = desk.post(on(), on("/heropening"), {{"waarom", "toch"}, {"allebei", "ja"}});
    EXPECT_EQ(answer.status, 422);
    EXPECT_TRUE(answer.says("de buddy is niet meer vrij"));
}

TEST_P(ClosingAMatch, LeavesTheBuddyAProofWithoutAnyParentInIt) {
    match = matched();
    EXPECT_EQ(buddy.get("/mijn/bewijs").body.substr(0, 5), "%PDF-");
    EXPECT_EQ(parent.get("/mijn/bewijs").location, "/mijn/afsluiting");
}

TEST_P(ClosingAMatch, IsNotUndoneForTwoWhoAreKeptApartOrAParentWhoAsksNoMore) {
    match = matched();
    EXPECT_EQ(desk.post(on(), on("/afsluiting"), {{"reden", "no_click"}}).status, 303);
    write([&](db::Write& tx) { matching::keep_apart(tx, bea, petra, matching::ApartKind::never, coordinator, house.clock.now()); });
    EXPECT_EQ(desk.post(on(), on("/heropening"), {{"waarom", "toch"}, {"allebei", "ja"}}).status, 422);
    write([&](db::Write& tx) { matching::let_together(tx, bea, petra); });
    EXPECT_EQ(desk.post(on(), on("/afsluiting/stap"), {{"stap", "buddy-niet"}}).status, 303);
    app::erase(house.program->services(), house.config.journal_path(), petra);
    EXPECT_EQ(desk.post(on(), on("/heropening"), {{"waarom", "toch"}, {"allebei", "ja"}}).status, 422);
    EXPECT_FALSE(desk.get("/vandaag").says("Afsluitend gesprek nog te houden")) << "whom it concerned is gone";
}

TEST_P(ClosingAMatch, LeavesNoDaysOfContactAYearAfterTheEnd) {
    match = matched();
    EXPECT_EQ(buddy.post("/mijn", on("/contacten"), {{"vandaag", "ja"}, {"manier", "meeting"}, {"duur", "60"}}).status, 303);
    EXPECT_EQ(parent.post("/mijn", on("/stoppen"), {}).status, 303);
    EXPECT_EQ(parent.post("/mijn/terugblik", "/mijn/terugblik", {{"hielp", "veel"}}).status, 303);
    auto count = [&](std::string const& table) { return read([&](db::Door& door) { return door.one<std::int64_t>("select count(*) from " + table).value_or(-1); }); };
    pass(365);
    EXPECT_EQ(count("contacts"), 1);
    pass(1);
    EXPECT_EQ(count("contacts"), 0);
    EXPECT_EQ(count("feedbacks"), 0);
    EXPECT_EQ(count("check_ins where match is not null"), 0);
    EXPECT_EQ(count("courses where met_on is not null"), 1) << "that they met is counted for ever";
}

} // namespace
