// Searching a list: the word is posted and comes back sealed, so that no name stands in an address.
#include "tests/world/world.h"

namespace {
using visit::Role;

class Searching : public world::InHouse {
protected:
    world::Visitor desk = house.as(house.person(house.here, "Ada", {Role::administrator}));
    world::Page search(std::string const& list, std::string const& word, std::vector<std::pair<std::string, std::string>> more = {}) {
        more.insert(more.begin(), {{"_lijst", list}, {"zoek", word}});
        return desk.post("/beheer/mensen", "/zoeken", more);
    }
};
ON_BOTH_DATABASES(Searching);

TEST_P(Searching, PutsNoNameInTheAddressAndFindsIt) {
    house.person(house.here, "Kees Kanarie", {Role::trainer});
    house.person(house.here, "Mies Mus", {Role::trainer});
    auto const to = search("/beheer/mensen", "kanarie").location;
    EXPECT_TRUE(to.starts_with("/beheer/mensen?zoek=~")) << to;
    EXPECT_EQ(to.find("kanarie"), std::string::npos);
    auto const page = desk.get(to);
    EXPECT_TRUE(page.says("Kees Kanarie"));
    EXPECT_FALSE(page.says("Mies Mus"));
    EXPECT_TRUE(page.says("value=\"kanarie\"")) << "the field shows what was typed";
    EXPECT_TRUE(page.says("href=\"" + to + "&amp;volgorde=-naam\"")) << "another order keeps the word, sealed";
    EXPECT_NE(search("/beheer/mensen", "kanarie").location, to) << "nobody compares two searches";
}

TEST_P(Searching, TakesFiltersAlongAndNothingElse) {
    auto const to = search("/beheer/mensen", "", {{"stand", "wacht"}, {"_geheim", "x"}, {"Ander", "x"}, {"leeg", ""}}).location;
    EXPECT_EQ(to, "/beheer/mensen?stand=wacht");
    EXPECT_EQ(search("/beheer/mensen", "").location, "/beheer/mensen");
}

TEST_P(Searching, OfAnotherListOrMadeUpIsNoWord) {
    house.person(house.here, "Kees Kanarie", {Role::trainer});
    auto const other = search("/aanmeldingen", "kanarie").location;
    auto const page = desk.get("/beheer/mensen" + other.substr(other.find('?')));
    EXPECT_FALSE(page.says("value=\"kanarie\""));
    EXPECT_EQ(desk.get("/beheer/mensen?zoek=~AAAA").status, 200);
}

TEST_P(Searching, LeadsNowhereElse) {
    for (auto const* list : {"", "/", "//boef.example", "https://boef.example", "/\\boef.example", "/vandaag?x=1", "/van daag", "vandaag"}) EXPECT_EQ(search(list, "x").status, 404) << list;
}

} // namespace
