#include "people/postcode.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace people {
namespace {

std::string row(std::string const& postcode, std::string const& latitude, std::string const& longitude, std::string const& country = "NL") { return country + "\t" + postcode + "\tPlaats\tProvincie\t01\tGemeente\t0106\t\t\t" + latitude + "\t" + longitude + "\n"; }

TEST(Postcodes, AreTheMiddleOfTheirRows) {
    auto file = read_postcodes(row("4201", "51.8", "5.0") + row("4202 AB", "51.9", "5.1") + row("4201", "51.9", "5.2"));
    ASSERT_TRUE(static_cast<bool>(file));
    EXPECT_EQ(file->rows, 3U);
    EXPECT_EQ(file->places, (std::vector<PostcodePlace>{{4201, 51'850'000, 5'100'000}, {4202, 51'900'000, 5'100'000}}));
}

TEST(Postcodes, ABrokenRowIsNamedByItsLine) {
    auto file = read_postcodes(row("4201", "51.8", "5.0") + row("42", "51.8", "5.0") + row("1000", "50.8", "4.3", "BE") + row("4202", "5.0", "51.8") + row("4203", "nan", "5.0") + "NL\t4204\n");
    ASSERT_TRUE(static_cast<bool>(file));
    EXPECT_EQ(file->places.size(), 1U);
    EXPECT_EQ(file->broken, (std::vector<std::size_t>{2, 4, 5, 6})) << "another country is of no concern";
}

TEST(Postcodes, AnotherFileIsRefused) {
    for (std::string const text : {"", "VESTIGINGSCODE;POSTCODE\n12AB00;4201 AB\n"}) EXPECT_FALSE(static_cast<bool>(read_postcodes(text)));
}

TEST(Postcodes, ComparedWithWhatIsKnown) {
    std::vector<PostcodePlace> const known{{4201, 1, 1}, {4202, 2, 2}, {4203, 3, 3}}, read{{4201, 1, 1}, {4202, 2, 9}, {4204, 4, 4}};
    auto changes = compare(known, read);
    EXPECT_EQ(changes.added, (std::vector<PostcodePlace>{{4204, 4, 4}}));
    EXPECT_EQ(changes.moved, (std::vector<PostcodePlace>{{4202, 2, 9}}));
    EXPECT_EQ(changes.gone, (std::vector<int>{4203}));
    EXPECT_TRUE(compare(read, read).nothing());
}

TEST(Postcodes, WhateverStandsInAFileNothingLiesOutsideTheCountry) {
    EXPECT_TRUE(rc::check([](std::string const& postcode, double latitude, double longitude) {
        auto file = read_postcodes(row("4201", "51.8", "5.0") + row(postcode, std::to_string(latitude), std::to_string(longitude)));
        RC_ASSERT(static_cast<bool>(file));
        for (auto const& place : file->places) RC_ASSERT(place.latitude > 50'000'000 && place.latitude < 54'000'000 && place.longitude > 3'000'000 && place.longitude < 8'000'000);
    }));
}

} // namespace
} // namespace people
