// Copies for research: only after a yes that can be taken back, only from five buddies on, and nothing in them that says who.
#include "competence/store_assessment.h"
#include "confidentiality/store_consent.h"
#include "tests/world/world.h"

#include <set>
#include <sstream>

namespace {
using visit::Role;

class Research : public world::InHouse {
protected:
    visit::PersonId researcher = house.person(house.here, "Roos Meter", {Role::researcher});
    std::vector<visit::PersonId> buddies;

    void write(std::function<void(db::Write&)> const& work) { house.program->data().write(house.scope(), work); }
    void fill_in(visit::PersonId const& person, int score, competence::Moment moment = competence::Moment::evening_1) {
        competence::Answers answers{moment, {}, "Geheim punt", "Geheim doel", "Geheime hulp", false};
        for (int number = 1; number <= competence::own_number; ++number) answers.scores[number] = score;
        write([&](db::Write& tx) { competence::add(tx, house.program->keys(), base::new_id<competence::SelfAssessment>(house.random), person, answers, 1, {}, house.clock.now()); });
    }
    void SetUp() override {
        for (int i = 1; i <= 7; ++i) {
            buddies.push_back(house.person(house.here, "Buddy Nummer" + std::to_string(i), {i % 2 ? Role::buddy : Role::candidate}));
            fill_in(buddies.back(), i);
        }
    }
    void says_yes(visit::PersonId const& person) { EXPECT_EQ(house.as(person).post("/mijn/groei", "/mijn/onderzoek", {}).status, 303); }
    void takes_back(visit::PersonId const& person) { EXPECT_EQ(house.as(person).post("/mijn/groei", "/mijn/onderzoek/terug", {}).status, 303); }
    world::Page file() { return house.as(researcher).get("/onderzoek/groei.csv"); }
    /// The lines of a file without its head.
    static std::vector<std::string> lines(world::Page const& page) {
        std::vector<std::string> all;
        std::istringstream in{page.body};
        for (std::string line; std::getline(in, line);) all.push_back(line);
        if (!all.empty()) all.erase(all.begin());
        return all;
    }
};
ON_BOTH_DATABASES(Research);

TEST_P(Research, ABuddySaysYesAndTakesItBack) {
    auto buddy = house.as(buddies[0]);
    EXPECT_TRUE(buddy.get("/mijn/groei").says("Kopieën die al weg zijn, blijven bij de onderzoeker."));
    says_yes(buddies[0]);
    auto const given = confidentiality::consents_of(*house.program->data().read(house.scope()), buddies[0]);
    ASSERT_EQ(given.size(), 1U);
    EXPECT_EQ(given[0].purpose, confidentiality::Purpose::research);
    EXPECT_EQ(given[0].text_version, 1);
    EXPECT_TRUE(buddy.get("/mijn/groei").says("Je zei ja."));
    EXPECT_TRUE(buddy.get("/mijn-gegevens").says("onderzoekers krijgen mijn cijfers"));
    says_yes(buddies[0]);
    EXPECT_EQ(confidentiality::consents_of(*house.program->data().read(house.scope()), buddies[0]).size(), 1U) << "a second yes is the same yes";
    takes_back(buddies[0]);
    EXPECT_FALSE(buddy.get("/mijn/groei").says("Je zei ja."));
    // also with nothing filled in it can be taken back
    says_yes(buddies[0]);
    EXPECT_EQ(buddy.post("/mijn/groei/wissen", "/mijn/groei/wissen", {}).status, 303);
    EXPECT_TRUE(buddy.get("/mijn/groei").says("Ik neem mijn ja terug"));
    for (auto role : {Role::coordinator, Role::trainer, Role::asking_parent}) EXPECT_EQ(house.as(house.person(house.here, "Iemand", {role})).post("/mijn-gegevens", "/mijn/onderzoek", {}).status, 404);
}

TEST_P(Research, ThereIsAFileFromFiveBuddiesOn) {
    for (std::size_t i = 0; i < 4; ++i) says_yes(buddies[i]);
    auto const fresh = house.person(house.here, "Buddy Leeg", {Role::buddy}), gone = house.person(house.here, "Buddy Weg", {Role::buddy});
    says_yes(fresh); // filled in nothing
    fill_in(gone, 9);
    says_yes(gone);
    write([&](db::Write& tx) { people::end_role(tx, gone, Role::buddy, house.clock.now()); }); // can take nothing back any more
    auto page = house.as(researcher).get("/onderzoek");
    EXPECT_TRUE(page.says("Er is nog geen bestand."));
    EXPECT_FALSE(page.says("groei.csv"));
    EXPECT_EQ(file().status, 200);
    EXPECT_TRUE(file().says("Er is nog geen bestand."));
    EXPECT_FALSE(house.as(buddies[0]).get("/mijn-gegevens/wie-keek").says("Roos Meter")) << "nothing left the house";
    says_yes(buddies[4]);
    EXPECT_TRUE(house.as(researcher).get("/onderzoek").says("5 buddy’s gaven toestemming"));
    EXPECT_EQ(lines(file()).size(), 5U);
    takes_back(buddies[0]);
    EXPECT_TRUE(file().says("Er is nog geen bestand.")) << "taking back works at once";
    says_yes(buddies[5]);
    auto const without = file();
    EXPECT_EQ(lines(without).size(), 5U);
    for (auto const& line : lines(without)) EXPECT_EQ(line.find(";1;1;1;1;1;"), std::string::npos) << "who took it back is not in the next file";
    for (auto role : {Role::coordinator, Role::trainer, Role::director, Role::buddy})
        for (auto const* where : {"/onderzoek", "/onderzoek/groei.csv"}) EXPECT_EQ(house.as(house.person(house.here, "Iemand", {role})).get(where).status, 404) << where;
    EXPECT_TRUE(house.as(house.person(house.there, "Onderzoeker Daar", {Role::researcher})).get("/onderzoek/groei.csv").says("Er is nog geen bestand.")) << "another partnership has its own";
}

TEST_P(Research, AFileHoldsNumbersAndMomentsInAnOrderThatSaysNothing) {
    for (auto const& person : buddies) says_yes(person);
    fill_in(buddies[2], 10, competence::Moment::support_1);
    auto const one = file();
    for (auto const* words : {"Geheim", "Buddy Nummer", "Nummer1", "2026"}) EXPECT_FALSE(one.says(words)) << words;
    for (auto const& person : buddies) EXPECT_FALSE(one.says(person.value()));
    EXPECT_TRUE(one.says("Nummer;Moment;Versie;Uitspraak 1;"));
    auto const all = lines(one);
    ASSERT_EQ(all.size(), 8U);
    std::set<std::string> numbers, texts;
    std::string of_first, of_later;
    for (auto const& line : all) {
        auto const number = line.substr(0, line.find(';'));
        numbers.insert(number);
        if (line.find(";3;3;3;") != std::string::npos) of_first = number;
        if (line.find(";10;10;10;") != std::string::npos) of_later = number;
    }
    EXPECT_EQ(numbers.size(), 7U);
    EXPECT_EQ(of_first, of_later) << "the moments of one buddy stay together";
    for (int i = 0; i < 6; ++i) texts.insert(file().body);
    EXPECT_GT(texts.size(), 3U) << "each file is drawn anew";
    EXPECT_TRUE(house.as(buddies[0]).get("/mijn-gegevens/wie-keek").says("Roos Meter"));
    auto const logged = house.program->data().read(house.scope())->column<std::string>("select person from access_log where partnership = :partnership and action = 'research.export' order by sequence limit 7", house.here);
    EXPECT_EQ(logged.size(), 7U);
    EXPECT_TRUE(std::is_sorted(logged.begin(), logged.end())) << "the log tells nothing of the numbers";
}

} // namespace
