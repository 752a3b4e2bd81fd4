// Reading schools and postcodes from files: the commands, closed and served, and the real files of DUO and GeoNames when they are there (NAAST_OPEN_DATA names their folder).
#include "app/commands.h"
#include "app/console.h"
#include "confidentiality/store_access_log.h"
#include "people/store_postcodes.h"
#include "people/store_schools.h"
#include "tests/world/world.h"

#include <chrono>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>

namespace {
using visit::Role;
using Words = std::vector<std::string>;

std::string const header = "PROVINCIE;INSTELLINGSCODE;VESTIGINGSCODE;VESTIGINGSNAAM;STRAATNAAM;HUISNUMMER-TOEVOEGING;POSTCODE;PLAATSNAAM;DENOMINATIE\r\n";
std::string row(std::string const& site, std::string const& name, std::string const& postcode = "4201 AB") { return "Gelderland;" + site.substr(0, 4) + ";" + site + ";" + name + ";Dijk;1;" + postcode + ";WATERDORP;Openbaar\r\n"; }

struct Said {
    int code;
    std::string out, err;
    bool says(std::string_view words) const { return out.find(words) != std::string::npos || err.find(words) != std::string::npos; }
};

class Import : public world::InHouse {
protected:
    Import() {
        std::ofstream file{house.file("naast.toml")};
        file << "data = \"" << house.config.data << "\"\ndatabase = \"" << house.config.database << "\"\nbase_url = \"" << house.config.base_url << "\"\n";
    }
    std::string file(std::string const& name, std::string const& text) {
        std::ofstream to{house.file(name), std::ios::binary};
        to << text;
        return house.file(name);
    }
    Said run(Words words) {
        words.insert(words.end(), {"--config", house.file("naast.toml")});
        std::istringstream in;
        std::ostringstream out, err;
        auto code = app::run(words, in, out, err);
        return {code, out.str(), err.str()};
    }
    Said served(Words const& words) {
        app::Console console{*house.program};
        return run(words);
    }
    Said closed(Words const& words) {
        house.close();
        auto said = run(words);
        house.reopen();
        return said;
    }
    Said schools(std::string const& path, Words const& more = {"--postcodes", "4201-4209"}) {
        Words words{"import", "schools", path, "--partnership", "hier"};
        words.insert(words.end(), more.begin(), more.end());
        return served(words);
    }
    std::unique_ptr<db::Read> read() { return house.program->data().read(house.scope()); }
    std::vector<std::string> open_names() {
        std::vector<std::string> all;
        for (auto const& school : people::schools(*read())) all.push_back(school.name);
        return all;
    }
};
ON_BOTH_DATABASES(Import);

TEST_P(Import, APreviewChangesNothingAndASecondTimeNothingChanges) {
    auto path = file("a.csv", header + row("12AB00", "De W\xE2l") + row("12AC00", "Het Schip") + row("12AD00", "Elders", "9306 AB"));
    auto preview = schools(path, {"--postcodes", "4201-4209", "--preview"});
    EXPECT_EQ(preview.code, 0) << preview.err;
    EXPECT_TRUE(preview.says("new: 12AB00 De Wâl, Waterdorp\n"));
    EXPECT_TRUE(preview.says("hier: 2 of 3 rows; new 2, changed 0"));
    EXPECT_TRUE(open_names().empty());
    EXPECT_TRUE(schools(path).says("new 2"));
    EXPECT_EQ(open_names(), (std::vector<std::string>{"De Wâl", "Het Schip"}));
    auto again = closed({"import", "schools", path, "--partnership", "hier", "--postcodes", "4201-4209"});
    EXPECT_EQ(again.code, 0);
    EXPECT_TRUE(again.says("the same 2, broken 0\nnothing changed\n"));
    auto log = confidentiality::verify(*read());
    EXPECT_EQ(log.entries, 1) << "one import that did something";
}

TEST_P(Import, WhatTheCoordinatorNotedStays) {
    schools(file("a.csv", header + row("12AB00", "De Wiel") + row("12AC00", "Het Schip")));
    auto id = people::schools(*read()).at(0).id;
    house.program->data().write(house.scope(), [&](db::Write& tx) {
        auto its = *people::find_school(tx, id);
        auto facts = people::facts(its);
        facts.phone = "0300 55 02 01", facts.pupils = 48;
        people::change_school(tx, id, {facts, its.site}, its.version);
        people::change_arrangements(tx, id, {people::SameSchool::preferred, people::Lead::school, {}, "Fries"}, its.version + 1);
    });
    auto said = schools(file("b.csv", header + row("12AB00", "De Nieuwe Wiel")));
    EXPECT_TRUE(said.says("changed: 12AB00 De Nieuwe Wiel, Waterdorp (name)"));
    EXPECT_TRUE(said.says("gone: 12AC00 Het Schip, Waterdorp"));
    EXPECT_EQ(open_names(), (std::vector<std::string>{"De Nieuwe Wiel"}));
    EXPECT_EQ(people::all_schools(*read()).size(), 2U) << "closed, not deleted";
    auto its = *people::find_school(*read(), id);
    EXPECT_EQ(its.phone, "0300 55 02 01");
    EXPECT_EQ(its.pupils, 48);
    EXPECT_EQ(its.same_school, people::SameSchool::preferred);
    EXPECT_EQ(its.languages, "Fries");
    EXPECT_TRUE(schools(file("a.csv", header + row("12AB00", "De Nieuwe Wiel") + row("12AC00", "Het Schip"))).says("back: 12AC00"));
    EXPECT_EQ(open_names().size(), 2U);
}

TEST_P(Import, ABrokenRowIsNamedAndTheRestGoesOnOrNothingDoes) {
    auto path = file("a.csv", header + row("12AB00", "De Wiel") + row("12AC00", "Het Schip", "?"));
    auto nothing = schools(path, {"--postcodes", "4201-4209", "--all-or-nothing"});
    EXPECT_EQ(nothing.code, 1);
    EXPECT_TRUE(nothing.says("nothing was changed, because a row is broken"));
    EXPECT_TRUE(nothing.says("line 3 is broken: no postcode (12AC00)"));
    EXPECT_TRUE(open_names().empty());
    auto rest = schools(path);
    EXPECT_EQ(rest.code, 1) << "found something";
    EXPECT_TRUE(rest.says("line 3 is broken"));
    EXPECT_EQ(open_names(), (std::vector<std::string>{"De Wiel"}));
}

TEST_P(Import, WhatCannotBeMeantIsSaid) {
    auto path = file("a.csv", header + row("12AB00", "De Wiel"));
    EXPECT_EQ(served({"import", "schools", path, "--postcodes", "4201"}).code, 2) << "two partnerships, and none named";
    EXPECT_EQ(schools(path, {}).code, 2) << "no part";
    EXPECT_EQ(schools(path, {"--postcodes", "420"}).code, 2);
    EXPECT_EQ(schools(path, {"--postcodes", "4201", "--kind", "vo"}).code, 2);
    EXPECT_EQ(schools(house.file("nowhere.csv")).code, 1);
    EXPECT_EQ(schools(house.folder).code, 1) << "a folder";
    EXPECT_EQ(schools(file("b.csv", "a;b\n1;2\n")).code, 1);
    EXPECT_TRUE(schools(path, {"--postcodes", "4301"}).says("is it the right file?"));
    EXPECT_EQ(served({"import", "schools", path, "--partnership", "nergens", "--postcodes", "4201"}).code, 1);
    EXPECT_TRUE(open_names().empty());
    EXPECT_EQ(schools(path, {"--list", file("list.txt", "# ours\n12ab00\n")}).code, 0);
    EXPECT_EQ(open_names().size(), 1U);
}

TEST_P(Import, PostcodesComeAndGo) {
    auto line = [](char const* postcode, char const* latitude) { return std::string{"NL\t"} + postcode + "\tPlaats\tProvincie\t01\tGemeente\t0106\t\t\t" + latitude + "\t5.0\n"; };
    auto path = file("NL.txt", line("4201", "51.8") + line("4202", "51.9"));
    EXPECT_TRUE(served({"import", "postcodes", path, "--preview"}).says("a preview"));
    EXPECT_TRUE(people::postcodes(*read()).empty());
    EXPECT_TRUE(served({"import", "postcodes", path}).says("2 rows, 2 postcodes; new 2, moved 0, gone 0, broken 0"));
    EXPECT_TRUE(closed({"import", "postcodes", path}).says("nothing changed"));
    EXPECT_TRUE(served({"import", "postcodes", file("NL.txt", line("4201", "51.7") + "NL\tbroken\n"), "--all-or-nothing"}).says("line 2 is broken"));
    EXPECT_EQ(people::find_postcode(*read(), 4201)->latitude, 51'800'000);
    EXPECT_EQ(served({"import", "postcodes", file("NL.txt", line("4201", "51.7"))}).code, 0);
    EXPECT_EQ(people::find_postcode(*read(), 4201)->latitude, 51'700'000);
    EXPECT_FALSE(people::find_postcode(*read(), 4202));
    EXPECT_EQ(served({"import", "postcodes", file("x.txt", "a;b\n")}).code, 1);
}

/// The folder with the real files, or a test that says that it was skipped.
class OpenData : public Import {
protected:
    void SetUp() override {
        auto const* where = std::getenv("NAAST_OPEN_DATA");
        folder = where ? where : NAAST_SOURCE "/../shared/data";
        if (!std::filesystem::exists(folder + "/" + sites)) GTEST_SKIP() << "the open data of DUO and GeoNames are not here (NAAST_OPEN_DATA)";
    }
    std::string path(std::string const& name) const { return folder + "/" + name; }
    std::string folder, sites = "duo-02-alle-schoolvestigingen-basisonderwijs.csv";
};
ON_BOTH_DATABASES(OpenData);

TEST_P(OpenData, AllSchoolsOfTheCountryInTwoSecondsOfWorkAndASecondTimeNothingChanges) {
    // the processor's time: how long it takes on the clock depends on who else is at work
    auto const begun = std::clock();
    auto said = schools(path(sites), {"--postcodes", "1000-9999"});
    auto const took = std::chrono::milliseconds{(std::clock() - begun) * 1000 / CLOCKS_PER_SEC};
    EXPECT_EQ(said.code, 0) << said.err;
    EXPECT_TRUE(said.says("hier: 6122 of 6122 rows; new 6122, changed 0, back 0, gone 0, the same 0, broken 0"));
    EXPECT_LT(took, std::chrono::seconds{2});
    RecordProperty("milliseconds", static_cast<int>(took.count()));
    EXPECT_TRUE(schools(path(sites), {"--postcodes", "1000-9999"}).says("nothing changed"));
    std::int64_t quoted = 0, accents = 0;
    for (auto const& school : people::schools(*read())) {
        quoted += school.name.find('"') != std::string::npos;
        accents += school.name.find("ê") != std::string::npos;
    }
    EXPECT_GT(quoted, 0);
    EXPECT_GT(accents, 0);
}

TEST_P(OpenData, APartnershipByPostcodeHasTheNumberOfTheReport) {
    std::ifstream regions{path("bwbr0032324-regio-indeling-swv-2015.md")};
    std::regex const line{R"(\|\s*(\d{4})\s*\|.*\|\s*PO2816\s*\|.*)"};
    std::string postcodes;
    for (std::string text; std::getline(regions, text);)
        if (std::smatch found; std::regex_match(text, found, line)) postcodes += found[1].str() + ",";
    EXPECT_TRUE(schools(path(sites), {"--postcodes", postcodes, "--preview"}).says("hier: 94 of 6122 rows; new 94"));
    EXPECT_TRUE(schools(path(sites), {"--postcodes", postcodes, "--without", "Reformatorisch"}).says("hier: 87 of 6122 rows; new 87"));
    EXPECT_EQ(people::schools(*read()).size(), 87U);
    // the other file adds numbers of pupils and takes nothing away
    auto pupils = schools(path("duo-06-leerlingen-per-schoolvestiging-1996-2025.csv"), {});
    EXPECT_EQ(pupils.code, 0) << pupils.err;
    EXPECT_TRUE(pupils.says("new 0,"));
    EXPECT_TRUE(pupils.says("gone 0, "));
    std::int64_t known = 0;
    for (auto const& school : people::schools(*read())) known += school.pupils > 0;
    EXPECT_GT(known, 80);
    EXPECT_TRUE(schools(path(sites), {"--postcodes", postcodes, "--without", "Reformatorisch"}).says("nothing changed"));
}

TEST_P(OpenData, PostcodesHaveCoordinates) {
    EXPECT_TRUE(served({"import", "postcodes", path("geonames-NL-postcodes-2017.txt")}).says("4304 rows, 4064 postcodes; new 4064, moved 0, gone 0, broken 0"));
    EXPECT_TRUE(served({"import", "postcodes", path("geonames-NL-postcodes-2017.txt")}).says("nothing changed"));
}

} // namespace
