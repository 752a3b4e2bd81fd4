// A talk at school: the sheet is the parent's, the buddy reads it only while asked, and own notes reach nobody (R2, R4).
#include "app/erasure.h"
#include "app/program.h"
#include "sharing/store_talk.h"
#include "tests/world/two_people.h"

namespace {
using visit::Role;

class SchoolTalk : public world::TwoPeople {
protected:
    static constexpr char const* home = "/mijn/school-gesprek";
    matching::MatchRow match = matched();

    std::string made() {
        EXPECT_EQ(parent.post(std::string{home} + "/nieuw", home, {{"wanneer", "dinsdag om half vier"}, {"doel", "Kanariedoel"}, {"punten", "Kanariepunten"}, {"niet", "Kanarieniet"}}).status, 303);
        return read([&](db::Door& door) { return sharing::talks_of(door, petra).front().id.value(); });
    }
    std::string own(std::string const& talk, std::string const& more = {}) { return std::string{home} + "/" + talk + more; }
    void ask_along(std::string const& talk) { EXPECT_EQ(parent.post(own(talk), own(talk, "/vraag"), {}).status, 303); }
    void close() { EXPECT_EQ(desk.post("/trajecten/" + match.id.value(), "/trajecten/" + match.id.value() + "/afsluiting", {{"reden", "goal_reached"}}).status, 303); }
    std::vector<std::pair<std::string, std::string>> errand(int days) {
        auto const until = base::later(base::local_date(house.clock.now()), days);
        return {{"wie", "de leerkracht"}, {"wat", "Kanarieboodschap"}, {"tot_dag", std::to_string(unsigned(until.day()))}, {"tot_maand", std::to_string(unsigned(until.month()))}, {"tot_jaar", std::to_string(int(until.year()))}};
    }
};
ON_BOTH_DATABASES(SchoolTalk);

TEST_P(SchoolTalk, IsKeptInPartsAndStaysWhenRefused) {
    EXPECT_EQ(parent.post(std::string{home} + "/nieuw", home, {}).status, 422);
    auto const talk = made();
    EXPECT_TRUE(parent.get(home).says("dinsdag om half vier"));
    auto const refused = parent.post(own(talk), own(talk), {{"doel", std::string(1001, 'a')}, {"vragen", "Blijft staan"}});
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(refused.says("Blijft staan"));
    EXPECT_TRUE(parent.get(own(talk)).says("Kanariedoel"));
    EXPECT_EQ(parent.post(own(talk), own(talk), {{"doel", "Een ander doel"}, {"versie", "1"}}).status, 303);
    EXPECT_FALSE(parent.get(own(talk)).says("Kanariedoel"));
    EXPECT_TRUE(parent.get(own(talk)).says("Een ander doel"));
    EXPECT_EQ(parent.get(own(talk, "/blad")).body.substr(0, 5), "%PDF-");
    EXPECT_EQ(read([&](db::Door& door) { return door.one<std::string>("select aim from school_talks").value_or(""); }).find("ander doel"), std::string::npos) << "it is sealed";
}

TEST_P(SchoolTalk, IsReadByABuddyOnlyWhileAsked) {
    auto const talk = made();
    auto const address = "/school-gesprekken/" + talk;
    auto const nothing = buddy.get("/school-gesprekken/AAAAAAAAAAAAAAAAAAAAAA");
    EXPECT_EQ(nothing.status, 404);
    EXPECT_EQ(buddy.get(address).body, nothing.body) << "not asked";
    EXPECT_FALSE(buddy.get("/school-gesprekken").says("Petra"));
    work();
    house.mails.clear();
    ask_along(talk);
    work();
    ASSERT_EQ(house.mails.size(), 1U);
    for (auto const* secret : {"Petra", "Kanarie", "school", "gesprek"}) EXPECT_EQ((house.mails.back().subject + house.mails.back().text).find(secret), std::string::npos) << secret;
    auto const page = buddy.get(address);
    for (auto const* words : {"Kanariedoel", "Kanariepunten", "Kanarieniet", "De ouder is het aanspreekpunt"}) EXPECT_TRUE(page.says(words)) << words;
    EXPECT_TRUE(parent.get("/mijn-gegevens/wie-keek").says("uw gesprek op school voorbereiden")) << "the parent sees that it was read";
    EXPECT_EQ(buddy.post(address, address, {{"antwoord", "mee"}}).status, 303);
    EXPECT_TRUE(parent.get(own(talk)).says("Bea gaat mee."));
    EXPECT_EQ(buddy.post(address, address, {{"antwoord", "niet"}}).status, 303);
    EXPECT_TRUE(parent.get(own(talk)).says("Het lukt Bea niet. Een reden is niet nodig."));
    EXPECT_EQ(parent.post(own(talk), own(talk, "/terug"), {}).status, 303);
    EXPECT_EQ(buddy.get(address).body, nothing.body);
    EXPECT_EQ(buddy.post("/mijn", address, {{"antwoord", "mee"}}).body, nothing.body);
    EXPECT_FALSE(parent.get(own(talk)).says("Het lukt"));
}

TEST_P(SchoolTalk, IsMadeAndChangedByNobodyElse) {
    auto const talk = made();
    ask_along(talk);
    auto const other = house.person(house.here, "Otto Anders", {Role::buddy, Role::asking_parent});
    for (auto const& who : {coordinator, bea, other}) {
        auto visitor = house.as(who);
        EXPECT_EQ(visitor.get(own(talk)).status, 404);
        EXPECT_EQ(visitor.get(own(talk, "/notities")).status, 404);
        EXPECT_EQ(visitor.get(own(talk, "/blad")).status, 404);
        for (auto const* more : {"", "/vraag", "/terug", "/geweest", "/notities"}) EXPECT_EQ(visitor.post("/mijn", own(talk, more), {{"doel", "Veranderd"}, {"notities", "Veranderd"}}).status, 404) << more;
        if (who != other) {
            EXPECT_EQ(visitor.post("/mijn", home, {{"doel", "Zelf gemaakt"}}).status, 404);
        }
    }
    for (auto const& who : {coordinator, other}) EXPECT_EQ(house.as(who).get("/school-gesprekken/" + talk).status, 404);
    EXPECT_TRUE(parent.get(own(talk)).says("Kanariedoel"));
    // a grant on another record opens nothing
    visit::Viewer const viewer{house.here, bea, {Role::anyone, Role::buddy}};
    auto const wrong = visit::Policy::grant<visit::Action::join_school_talk>(viewer, sharing::TalkId{"een-ander"}, {visit::Tie::live_match});
    EXPECT_EQ(read([&](db::Door& door) { return sharing::sheet_of(house.program->keys(), *sharing::find_talk(door, sharing::TalkId{talk}), *wrong); }), sharing::Sheet{});
    EXPECT_FALSE(visit::Policy::grant<visit::Action::join_school_talk>(viewer, sharing::TalkId{talk})) << "without a live match";
}

TEST_P(SchoolTalk, IsGoneForTheBuddyAfterTheEndAndAfterTheTalk) {
    auto const talk = made();
    auto const address = "/school-gesprekken/" + talk;
    ask_along(talk);
    EXPECT_EQ(parent.post(own(talk), own(talk, "/geweest"), {}).status, 303);
    EXPECT_EQ(buddy.get(address).status, 404) << "the talk was held";
    EXPECT_EQ(parent.post(own(talk), own(talk, "/geweest"), {{"komt", "1"}}).status, 303);
    EXPECT_EQ(buddy.get(address).status, 200);
    EXPECT_EQ(parent.post("/mijn/schoolcontact/nieuw", "/mijn/schoolcontact", errand(7)).status, 303);
    EXPECT_TRUE(buddy.get("/school-gesprekken").says("Petra"));
    close();
    EXPECT_EQ(buddy.get(address).status, 404);
    EXPECT_FALSE(buddy.get("/school-gesprekken").says("Petra"));
    EXPECT_TRUE(read([&](db::Door& door) { return sharing::talks_asked(door, bea).empty() && sharing::errands_for(door, bea, base::local_date(house.clock.now())).empty(); }));
    EXPECT_TRUE(parent.get(own(talk)).says("Kanariedoel")) << "the parent keeps it";
    EXPECT_TRUE(parent.get(own(talk)).says("U heeft nu geen buddy."));
    EXPECT_EQ(parent.post(own(talk), own(talk, "/vraag"), {}).status, 303);
    EXPECT_EQ(buddy.get(address).status, 404);
}

TEST_P(SchoolTalk, OwnNotesReachNobody) {
    auto const talk = made();
    ask_along(talk);
    EXPECT_EQ(parent.post(own(talk, "/notities"), own(talk, "/notities"), {{"notities", "Kanarienotitie"}, {"versie", "1"}}).status, 303);
    EXPECT_EQ(parent.post("/mijn/schoolcontact/nieuw", "/mijn/schoolcontact", errand(7)).status, 303);
    EXPECT_TRUE(parent.get(own(talk, "/notities")).says("Kanarienotitie"));
    EXPECT_FALSE(parent.get(own(talk)).says("Kanarienotitie"));
    auto const errand_id = read([&](db::Door& door) { return sharing::errands_of(door, petra).front().id.value(); });
    std::vector<visit::PersonId> others{coordinator, bea};
    for (auto role : visit::roles)
        if (role != Role::anyone) others.push_back(house.person(house.here, "Rol " + std::string{base::word(role)}, {role}));
    for (auto const& who : others) {
        auto visitor = house.as(who);
        for (auto const& route : app::routes()) {
            if (route.method != "GET") continue;
            std::string path{route.pattern};
            for (auto const& [name, id] : std::initializer_list<std::pair<std::string, std::string>>{{"{talk}", talk}, {"{errand}", errand_id}, {"{match}", match.id.value()}, {"{request}", request.value()}, {"{person}", petra.value()}})
                if (auto const at = path.find(name); at != std::string::npos) path.replace(at, name.size(), id);
            auto const page = visitor.get(path);
            EXPECT_FALSE(page.says("Kanarienotitie")) << path << ' ' << who.value();
            if (who != bea) {
                EXPECT_FALSE(page.says("Kanarie")) << path << ' ' << who.value();
            }
        }
    }
}

TEST_P(SchoolTalk, ContactWithSchoolIsAskedInWritingAndUntilADay) {
    EXPECT_EQ(parent.post("/mijn/schoolcontact/nieuw", "/mijn/schoolcontact", errand(-1)).status, 422);
    EXPECT_EQ(parent.post("/mijn/schoolcontact/nieuw", "/mijn/schoolcontact", errand(7)).status, 303);
    auto const id = read([&](db::Door& door) { return sharing::errands_of(door, petra).front().id.value(); });
    auto const address = "/schoolcontact/" + id;
    EXPECT_TRUE(buddy.get(address).says("Kanarieboodschap"));
    for (auto const& who : {coordinator, petra, house.person(house.here, "Otto Anders", {Role::buddy})}) EXPECT_EQ(house.as(who).get(address).status, 404);
    EXPECT_EQ(buddy.post(address, address, {}).status, 303);
    EXPECT_TRUE(parent.get(home).says("gedaan op"));
    house.clock.pass(std::chrono::hours{24 * 8});
    EXPECT_EQ(buddy.get(address).status, 404) << "its day is over";
    EXPECT_EQ(parent.post("/mijn/schoolcontact/nieuw", "/mijn/schoolcontact", errand(7)).status, 303);
    auto const second = read([&](db::Door& door) { return sharing::errands_of(door, petra).front().id.value(); });
    EXPECT_EQ(buddy.post("/mijn", "/mijn/schoolcontact/" + second + "/terug", {}).status, 404);
    EXPECT_EQ(buddy.get("/schoolcontact/" + second).status, 200);
    EXPECT_EQ(parent.post(home, "/mijn/schoolcontact/" + second + "/terug", {}).status, 303);
    EXPECT_EQ(buddy.get("/schoolcontact/" + second).status, 404);
}

TEST_P(SchoolTalk, ProposesWordsForSchoolAndSharesNothingByItself) {
    auto const talk = made();
    auto const page = parent.get("/mijn/delen/nieuw?gesprek=" + talk);
    EXPECT_TRUE(page.says("Wanneer: dinsdag om half vier."));
    EXPECT_FALSE(page.says("Kanarie")) << "nothing but the day";
    EXPECT_EQ(read([&](db::Door& door) { return door.one<std::int64_t>("select count(*) from disclosures").value_or(-1); }), 0);
    EXPECT_EQ(house.as(house.person(house.here, "Otto Ouder", {Role::asking_parent})).get("/mijn/delen/nieuw?gesprek=" + talk).status, 404);
}

TEST_P(SchoolTalk, HasTextsBesideItThatThePartnershipWrites) {
    constexpr char const* desk_page = "/instellingen/school-gesprek";
    EXPECT_TRUE(parent.get(home).says("Begin met iets wat goed gaat."));
    EXPECT_EQ(desk.post(desk_page, desk_page, {{"punten", "Ons punt"}, {"stappen", ""}, {"versie", "0"}}).status, 422);
    auto const preview = desk.post(desk_page, desk_page, {{"punten", "Ons punt"}, {"stappen", "Onze stap"}, {"versie", "0"}, {"voorbeeld", "1"}});
    EXPECT_TRUE(preview.says("Het is nog niet bewaard."));
    EXPECT_FALSE(parent.get(home).says("Ons punt"));
    EXPECT_EQ(desk.post(desk_page, desk_page, {{"punten", "Ons punt"}, {"stappen", "Onze stap"}, {"versie", "0"}}).status, 303);
    EXPECT_TRUE(parent.get(home).says("Ons punt"));
    EXPECT_FALSE(parent.get(home).says("Begin met iets wat goed gaat."));
    EXPECT_EQ(desk.post(desk_page, desk_page, {{"punten", "Te laat"}, {"stappen", "Te laat"}, {"versie", "0"}}).status, 422) << "someone else was first";
    EXPECT_EQ(desk.post(desk_page, std::string{desk_page} + "/standaard", {{"versie", "1"}}).status, 303);
    EXPECT_TRUE(parent.get(home).says("Begin met iets wat goed gaat."));
}

TEST_P(SchoolTalk, GoesWithTheParent) {
    auto const talk = made();
    ask_along(talk);
    EXPECT_EQ(parent.post("/mijn/schoolcontact/nieuw", "/mijn/schoolcontact", errand(7)).status, 303);
    app::erase(house.program->services(), house.config.journal_path(), petra);
    EXPECT_EQ(buddy.get("/school-gesprekken/" + talk).status, 404);
    for (auto const* table : {"school_talks", "school_errands"}) EXPECT_EQ(read([&](db::Door& door) { return door.one<std::int64_t>(std::string{"select count(*) from "} + table).value_or(-1); }), 0) << table;
}

TEST_P(SchoolTalk, TwoTabsUndoNothingOfEachOther) {
    auto const talk = made();
    EXPECT_EQ(parent.get(own(talk)).hidden("versie"), "1");
    EXPECT_EQ(parent.post(own(talk), own(talk), {{"doel", "Het eerste blad"}, {"versie", "1"}}).status, 303);
    auto const second = parent.post(own(talk), own(talk), {{"doel", "Het tweede blad"}, {"versie", "1"}});
    EXPECT_EQ(second.status, 422);
    EXPECT_TRUE(second.says("Het eerste blad") && second.says("Het tweede blad")) << "both are shown";
    EXPECT_TRUE(parent.get(own(talk)).says("Het eerste blad"));
    EXPECT_EQ(second.hidden("versie"), "2") << "keeping it now is a choice";
    EXPECT_EQ(parent.post(own(talk), own(talk), {{"doel", "Het tweede blad"}, {"versie", "2"}}).status, 303);
    EXPECT_FALSE(parent.get(own(talk)).says("Het eerste blad"));
    auto const notes = own(talk, "/notities");
    EXPECT_EQ(parent.post(notes, notes, {{"notities", "Eerste notitie"}, {"versie", "1"}}).status, 303);
    auto const late = parent.post(notes, notes, {{"notities", "Tweede notitie"}, {"versie", "1"}});
    EXPECT_EQ(late.status, 422);
    EXPECT_TRUE(late.says("Eerste notitie") && late.says("Tweede notitie"));
}

TEST_P(SchoolTalk, ASheetThatWasNotHeldIsThrownAway) {
    auto const talk = made();
    ask_along(talk);
    EXPECT_TRUE(buddy.get("/school-gesprekken").says(talk));
    EXPECT_TRUE(parent.get(own(talk, "/weg")).says("Uw buddy ziet dit blad dan ook niet meer."));
    EXPECT_EQ(buddy.post("/mijn", own(talk, "/weg"), {}).status, 404);
    EXPECT_EQ(parent.post(own(talk, "/weg"), own(talk, "/weg"), {}).location, home);
    EXPECT_EQ(parent.get(own(talk)).status, 404);
    EXPECT_EQ(buddy.get("/school-gesprekken/" + talk).status, 404);
    EXPECT_FALSE(buddy.get("/school-gesprekken").says(talk));
    auto const held = made();
    EXPECT_EQ(parent.post(own(held), own(held, "/geweest"), {}).status, 303);
    EXPECT_EQ(parent.get(own(held, "/weg")).status, 404);
    EXPECT_NE(parent.post(own(held), own(held, "/weg"), {}).location, home);
    EXPECT_EQ(parent.get(own(held)).status, 200) << "what was held stays the parent's";
}

} // namespace
