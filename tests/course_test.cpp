// The course of a match: one tap for a contact, made right by who logged it or by the parent, the rhythm the parent chooses, and rest.
#include "tests/world/two_people.h"
#include "trajectory/store_contact.h"
#include "trajectory/store_rhythm.h"

namespace {

class CourseOfAMatch : public world::TwoPeople {
protected:
    std::string on(std::string const& rest = "") { return "/trajecten/" + match->id.value() + rest; }
    std::vector<std::pair<std::string, std::string>> tap(std::string const& way = "call", std::string const& minutes = "15") { return {{"vandaag", "ja"}, {"manier", way}, {"duur", minutes}}; }
    trajectory::Tally tally() {
        return read([&](db::Door& door) { return trajectory::tally_of(door, match->id); });
    }
    std::string only_contact() {
        return read([&](db::Door& door) { return door.one<std::string>("select id from contacts").value_or(""); });
    }
    std::optional<matching::MatchRow> match;
};
ON_BOTH_DATABASES(CourseOfAMatch);

TEST_P(CourseOfAMatch, IsLoggedWithOneTapAndMadeRightByWhoLoggedIt) {
    match = matched();
    EXPECT_TRUE(buddy.get("/mijn").says("Vandaag contact met Petra?"));
    EXPECT_EQ(buddy.post("/mijn", on("/contacten"), tap()).status, 303);
    EXPECT_EQ(tally().contacts, 1);
    auto const right = on("/contacten/verbeteren"), page = right + "?contact=" + only_contact();
    EXPECT_TRUE(buddy.get(on("/contacten")).says(page));
    EXPECT_EQ(buddy.post(page, right, {{"contact", only_contact()}, {"manier", "call"}, {"duur", "15"}, {"dag_dag", "1"}, {"dag_maand", "1"}, {"dag_jaar", "2031"}}).status, 422);
    EXPECT_EQ(buddy.post(page, right, {{"contact", only_contact()}, {"manier", "video"}, {"duur", "60"}, {"vandaag", "ja"}}).status, 303);
    EXPECT_TRUE(buddy.get(on("/contacten")).says("videogesprek"));
    EXPECT_EQ(buddy.post(page, right, {{"contact", only_contact()}, {"weg", "ja"}}).status, 303);
    EXPECT_EQ(tally().contacts, 0);
    EXPECT_EQ(buddy.get(right).status, 303) << "which contact is not said";
    EXPECT_EQ(house.as(house.person(house.here, "Otto Anders", {Role::buddy})).get(right).status, 404);
}

TEST_P(CourseOfAMatch, TheParentMakesRightWhatTheBuddyLogged) {
    match = matched();
    EXPECT_EQ(buddy.post("/mijn", on("/contacten"), tap()).status, 303);
    auto const id = only_contact(), page = "/mijn/traject/contact?contact=" + id;
    EXPECT_TRUE(parent.get("/mijn/traject").says(page));
    EXPECT_EQ(parent.post(page, "/mijn/traject/contact", {{"contact", id}, {"manier", "message"}, {"duur", "5"}, {"vandaag", "ja"}}).status, 303);
    EXPECT_TRUE(buddy.get(on("/contacten")).says("(verbeterd door de ouder)"));
    EXPECT_EQ(buddy.post("/mijn", on("/contacten/verbeteren"), {{"contact", id}, {"weg", "ja"}}).status, 404) << "what the parent made right stays right";
    EXPECT_EQ(tally().contacts, 1);
    auto const other = house.person(house.here, "Quinn Anders", {Role::asking_parent});
    EXPECT_EQ(house.as(other).get(page).location, "/mijn/traject") << "another parent finds nothing";
    EXPECT_EQ(house.as(other).post("/mijn", "/mijn/traject/contact", {{"contact", id}, {"weg", "ja"}}).location, "/mijn/traject");
    EXPECT_EQ(tally().contacts, 1);
    EXPECT_EQ(parent.post(page, "/mijn/traject/contact", {{"contact", id}, {"weg", "ja"}}).status, 303);
    EXPECT_EQ(tally().contacts, 0);
    EXPECT_EQ(desk.post("/vandaag", "/mijn/traject/contact", {{"contact", id}, {"weg", "ja"}}).status, 404) << "nobody else corrects";
}

TEST_P(CourseOfAMatch, HasLinksToReachSomeoneOnlyAfterBothYeses) {
    auto const proposal = proposed();
    EXPECT_FALSE(buddy.get("/mijn/voorstellen").says("wa.me"));
    EXPECT_EQ(buddy.post("/mijn/voorstellen", "/mijn/voorstellen/" + proposal.value(), {{"antwoord", "yes"}, {"geeft", "phone"}}).status, 303);
    EXPECT_FALSE(parent.get("/mijn/voorstel").says("wa.me"));
    EXPECT_EQ(parent.post("/mijn/voorstel", "/mijn/voorstel", {{"geeft", "phone"}}).status, 303);
    match = read([&](db::Door& door) { return *matching::live_match_of_parent(door, petra); });
    EXPECT_TRUE(buddy.get(on("/contacten")).says("https://wa.me/31633333333"));
    EXPECT_TRUE(buddy.get(on("/contacten")).says("sms:0633333333"));
    EXPECT_TRUE(parent.get("/mijn/traject").says("https://wa.me/31622222222"));
}

TEST_P(CourseOfAMatch, FollowsTheRhythmOfTheParent) {
    match = matched();
    EXPECT_TRUE(buddy.get(on("/contacten")).says("eerst elke week, later elke drie weken"));
    EXPECT_EQ(parent.post("/mijn/traject/ritme", "/mijn/traject/ritme", {{"ritme", "dagelijks"}, {"begint", "ik"}}).status, 422);
    EXPECT_EQ(parent.post("/mijn/traject/ritme", "/mijn/traject/ritme", {{"ritme", "maand"}, {"begint", "ik"}}).status, 303);
    EXPECT_TRUE(buddy.get(on("/contacten")).says("elke maand"));
    EXPECT_TRUE(buddy.get(on("/contacten")).says("De ouder neemt zelf contact op."));
    EXPECT_EQ(buddy.post("/mijn", "/mijn/traject/ritme", {{"ritme", "week"}, {"begint", "buddy"}}).status, 404) << "the rhythm is the parent's";
    EXPECT_EQ(desk.post("/vandaag", "/mijn/traject/ritme", {{"ritme", "week"}, {"begint", "buddy"}}).status, 404);
    pass(4);
    EXPECT_FALSE(desk.get("/vandaag").says("Nog geen eerste contact"));
    pass(5);
    EXPECT_TRUE(desk.get("/vandaag").says("Nog geen eerste contact: de ouder zou beginnen"));
    EXPECT_TRUE(desk.get(on()).says("elke maand"));
}

TEST_P(CourseOfAMatch, RestsWithoutRemindersAndIsWokenByEither) {
    match = matched();
    EXPECT_EQ(buddy.post("/mijn", on("/contacten"), tap()).status, 303);
    EXPECT_EQ(parent.post("/mijn/traject", on("/rust"), {{"rust", "ja"}}).status, 303);
    EXPECT_EQ(parent.post("/mijn/traject", on("/rust"), {{"rust", "ja"}}).status, 303) << "twice is once";
    work();
    house.mails.clear();
    for (int week = 0; week < 12; ++week) pass(7);
    auto const nudges = [&] { return read([&](db::Door& door) { return door.one<std::int64_t>("select count(*) from nudges").value_or(0); }); };
    EXPECT_EQ(nudges(), 0);
    EXPECT_FALSE(desk.get("/vandaag").says("Al lang stil"));
    EXPECT_FALSE(desk.get("/vandaag").says("Weinig contact"));
    EXPECT_TRUE(desk.get(on()).says("Rust sinds"));
    EXPECT_EQ(house.as(house.person(house.here, "Otto Anders", {Role::buddy})).post("/mijn", on("/rust"), {{"rust", "nee"}}).status, 404);
    EXPECT_EQ(buddy.post(on("/contacten"), on("/rust"), {{"rust", "nee"}}).status, 303);
    EXPECT_FALSE(parent.get("/mijn/traject").says("Het contact rust"));
    pass(20);
    EXPECT_FALSE(desk.get("/vandaag").says("Al lang stil")) << "silence counts from the day it woke";
    for (int week = 0; week < 7; ++week) pass(7);
    EXPECT_TRUE(desk.get("/vandaag").says("Al lang stil"));
    EXPECT_EQ(nudges(), 1) << "and the buddy was nudged, once for one silence";
}

TEST_P(CourseOfAMatch, TellsTheCoordinatorOfAWishToTalkUntilTheyTalked) {
    match = matched();
    auto talk = tap();
    talk.emplace_back("praten", "ja");
    EXPECT_EQ(buddy.post("/mijn", on("/contacten"), talk).status, 303);
    EXPECT_EQ(buddy.post("/mijn", on("/contacten"), tap()).status, 303);
    EXPECT_TRUE(desk.get("/vandaag").says("Wil hierover praten")) << "a later contact does not hide it";
    EXPECT_EQ(desk.post(on(), on("/gesproken"), {}).status, 303);
    EXPECT_FALSE(desk.get("/vandaag").says("Wil hierover praten"));
}

TEST_P(CourseOfAMatch, TellsOfFewContactsInTheFirstEightWeeks) {
    match = matched();
    for (int week = 0; week < 8; ++week) {
        if (week < 3) {
            EXPECT_EQ(buddy.post("/mijn", on("/contacten"), tap()).status, 303);
        }
        pass(7);
        if (week == 5) {
            EXPECT_FALSE(desk.get("/vandaag").says("Weinig contact"));
        }
    }
    write([&](db::Write& tx) { tx.run("update contacts set held_on = :day where id = (select max(id) from contacts)", base::local_date(house.clock.now())); });
    EXPECT_TRUE(desk.get("/vandaag").says("Weinig contact in de eerste weken"));
}

} // namespace
