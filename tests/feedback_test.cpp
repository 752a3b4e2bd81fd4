// Looking back: each answer goes where the parent says, the coordinator reads first, and a school says something only after the end, when the buddy was there and the parent agrees.
#include "tests/world/two_people.h"

namespace {

class LookingBackOnABuddy : public world::TwoPeople {
protected:
    std::string on(std::string const& rest = "") { return "/trajecten/" + match->id.value() + rest; }
    void logs(std::string const& way) { EXPECT_EQ(buddy.post("/mijn", on("/contacten"), {{"vandaag", "ja"}, {"manier", way}, {"duur", "60"}}).status, 303); }
    void ends() { EXPECT_EQ(parent.post("/mijn", on("/stoppen"), {}).status, 303); }
    std::string desk_page() {
        return "/terugblikken/" + read([&](db::Door& door) { return door.one<std::string>("select id from feedbacks").value_or("geen"); });
    }
    std::optional<matching::MatchRow> match;
    static constexpr auto own = "/mijn/terugblik";
};
ON_BOTH_DATABASES(LookingBackOnABuddy);

TEST_P(LookingBackOnABuddy, EachAnswerGoesWhereTheParentSaysAndTheCoordinatorReadsFirst) {
    match = matched();
    logs("call");
    EXPECT_TRUE(parent.get(own).says("Er is nu niets om op terug te kijken."));
    EXPECT_EQ(parent.post("/mijn", own, {{"hielp", "veel"}}).status, 303);
    EXPECT_EQ(desk.get(desk_page()).status, 404) << "nothing before the end";
    ends();
    EXPECT_EQ(parent.post(own, own, {}).status, 422);
    EXPECT_FALSE(parent.get(own).says("School mag ook iets zeggen")) << "the buddy was not there";
    EXPECT_EQ(parent.post(own, own, {{"hielp", "veel"}, {"hielp_buddy", "ja"}, {"a1", "Kanarie voor de buddy."}, {"a1_buddy", "ja"}, {"a2", "Kanarie alleen coördinator."}, {"school_mag", "ja"}}).status, 303);
    EXPECT_FALSE(buddy.get("/mijn/reacties").says("Kanarie")) << "the coordinator reads first";
    EXPECT_TRUE(desk.get(desk_page()).says("Kanarie alleen coördinator."));
    EXPECT_EQ(desk.post(desk_page(), desk_page() + "/school", {{"school", "Toch iets."}}).status, 404) << "a ticked box that was not there is no yes";
    EXPECT_EQ(desk.post(desk_page(), desk_page(), {}).status, 303);
    auto const reactions = buddy.get("/mijn/reacties");
    EXPECT_TRUE(reactions.says("Kanarie voor de buddy."));
    EXPECT_TRUE(reactions.says("ja, veel"));
    EXPECT_FALSE(reactions.says("alleen coördinator"));
    EXPECT_TRUE(parent.get(own).says("Kanarie alleen coördinator.")) << "and the parent reads it again";
}

TEST_P(LookingBackOnABuddy, ASchoolIsAskedOnlyWhenTheBuddyWasThereAndTheParentAgrees) {
    match = matched();
    logs("school_talk");
    ends();
    EXPECT_TRUE(parent.get(own).says("School mag ook iets zeggen"));
    EXPECT_EQ(parent.post(own, own, {{"hielp", "beetje"}, {"school_mag", "ja"}}).status, 303);
    EXPECT_FALSE(buddy.get("/mijn/reacties").says("een beetje")) << "not marked for the buddy";
    EXPECT_TRUE(desk.get(desk_page()).says("De ouder vindt goed dat u school belt"));
    EXPECT_EQ(desk.post(desk_page(), desk_page() + "/school", {{"school", ""}}).status, 422);
    EXPECT_EQ(parent.post(own, desk_page() + "/school", {{"school", "Zelf geschreven."}}).status, 404);
    EXPECT_EQ(desk.post(desk_page(), desk_page() + "/school", {{"school", "Kanarie van school."}}).status, 303);
    EXPECT_EQ(desk.post(desk_page(), desk_page() + "/school", {{"school", "Nog eens."}}).status, 303);
    EXPECT_TRUE(parent.get(own).says("Kanarie van school."));
    EXPECT_FALSE(parent.get(own).says("Nog eens."));
    auto const stored = read([&](db::Door& door) { return door.one<std::string>("select school_words from feedbacks").value_or(""); });
    EXPECT_EQ(stored.find("Kanarie"), std::string::npos);
    EXPECT_EQ(desk.post(desk_page(), desk_page(), {}).status, 303);
    EXPECT_TRUE(buddy.get("/mijn/reacties").says("Kanarie van school."));
}

TEST_P(LookingBackOnABuddy, ASchoolIsNotAskedOnceItGoesOnAgain) {
    match = matched();
    logs("school_talk");
    ends();
    EXPECT_EQ(parent.post(own, own, {{"hielp", "veel"}, {"school_mag", "ja"}}).status, 303);
    EXPECT_EQ(desk.post(on(), on("/heropening"), {{"waarom", "toch"}, {"allebei", "ja"}}).status, 303);
    EXPECT_FALSE(desk.get(desk_page()).says("School vragen"));
    EXPECT_EQ(desk.post(desk_page(), desk_page() + "/school", {{"school", "Te vroeg."}}).status, 404);
}

TEST_P(LookingBackOnABuddy, AnAverageStandsInTheFiguresFromFiveAnswersThatMayBeCounted) {
    match = matched();
    ends();
    EXPECT_EQ(parent.post(own, own, {{"hielp", "veel"}, {"tellen", "ja"}}).status, 303);
    EXPECT_TRUE(desk.get("/cijfers").says("Nog te weinig antwoorden."));
    write([&](db::Write& tx) {
        for (std::string const id : {"f2", "f3", "f4", "f5"}) {
            tx.run("insert into matches (id, partnership, request, parent, buddy, begun_at, parent_gives, buddy_gives, ended_at) select :id, partnership, request, parent, buddy, begun_at, parent_gives, buddy_gives, ended_at from matches where id = :match", id, match->id);
            tx.run("insert into feedbacks (id, partnership, match, parent, buddy, answers, for_buddy, given_at, helped, counted) select :id, partnership, :id, parent, buddy, '', 'nnn', given_at, 'beetje', 1 from feedbacks where match = :match", id, match->id);
        }
    });
    EXPECT_TRUE(desk.get("/cijfers").says("Gemiddeld 2,2 op een schaal"));
    write([&](db::Write& tx) { tx.run("update feedbacks set counted = 0 where id = 'f5'"); });
    EXPECT_TRUE(desk.get("/cijfers").says("Nog te weinig antwoorden.")) << "what may not be counted is not";
}

} // namespace
