#include "people/school_import.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace people {
namespace {

std::string const header = "PROVINCIE;INSTELLINGSCODE;VESTIGINGSCODE;VESTIGINGSNAAM;STRAATNAAM;HUISNUMMER-TOEVOEGING;POSTCODE;PLAATSNAAM;DENOMINATIE;TELEFOONNUMMER;INTERNETADRES\r\n";
std::string row(std::string const& site, std::string const& name, std::string const& postcode = "4201 AB", std::string const& place = "WATERDORP", std::string const& denomination = "Openbaar") {
    return "Gelderland;" + site.substr(0, 4) + ";" + site + ";" + name + ";Dijk;1;" + postcode + ";" + place + ";" + denomination + ";0300550109; \r\n";
}
SchoolFile read(std::string const& text, SchoolKind kind = SchoolKind::bo) {
    auto file = read_schools(text, kind);
    EXPECT_TRUE(static_cast<bool>(file)) << (file ? "" : file.error());
    return file ? *file : SchoolFile{};
}
Part all() { return {{{1000, 9999}}, {}, {}}; }
/// The schools as they are after a comparison was done.
std::vector<KnownSchool> after(std::vector<KnownSchool> known, Comparison const& found) {
    for (auto const& change : found.added) known.push_back({"new " + change.site, change.site, change.facts, change.imported, false});
    for (auto const* changes : {&found.changed, &found.reopened})
        for (auto const& change : *changes)
            for (auto& school : known)
                if (school.id == change.id) school = {change.id, change.site, change.facts, change.imported, false};
    for (auto const& change : found.gone)
        for (auto& school : known)
            if (school.id == change.id) school.closed = true;
    return known;
}
std::string fact(Facts const& facts, Fact which) { return facts[static_cast<std::size_t>(which)]; }
void put(Facts& facts, Fact which, std::string const& text) { facts[static_cast<std::size_t>(which)] = text; }

TEST(SchoolFile, IsReadByItsHeader) {
    auto file = read(header + row("12AB00", "De W\xE2l", "4201 AB", "'S-GRAVENHAGE"));
    ASSERT_EQ(file.rows.size(), 1U);
    EXPECT_TRUE(file.complete);
    EXPECT_EQ(file.kinds, (std::set{SchoolKind::bo}));
    auto const facts = facts_of(file.rows[0].facts);
    EXPECT_EQ(file.rows[0].site, "12AB00");
    EXPECT_EQ(facts.name, "De Wâl");
    EXPECT_EQ(facts.place, "'s-Gravenhage");
    EXPECT_EQ(facts.postcode, 4201);
    EXPECT_EQ(facts.address, "Dijk 1, 4201 AB");
    EXPECT_EQ(facts.phone, "0300550109");
    EXPECT_EQ(facts.web, "");
}

TEST(SchoolFile, OlderEditionsHaveOtherHeadersAndAnotherOrder) {
    auto file = read("POSTCODE;PLAATSNAAM;BRIN NUMMER;VESTIGINGSNUMMER;VESTIGINGSNAAM;SOORT PRIMAIR ONDERWIJS\n4201AB;Wiel;12AB;00;De Wiel;SBAO\n4202AB;Wiel;12AC;12AC01;Het Wiel;SO/VSO\n4203AB;Wiel;12AD;00;Verder;VSO\n");
    ASSERT_EQ(file.rows.size(), 2U);
    EXPECT_EQ(file.rows[0].site, "12AB00");
    EXPECT_EQ(facts_of(file.rows[0].facts).kind, SchoolKind::sbo);
    EXPECT_EQ(file.rows[1].site, "12AC01");
    EXPECT_EQ(facts_of(file.rows[1].facts).kind, SchoolKind::so);
    EXPECT_EQ(file.others, 1U);
    EXPECT_TRUE(file.broken.empty());
}

TEST(SchoolFile, OfPupilsTheLatestYearCounts) {
    auto file = read("\xEF\xBB\xBF"
                     "INSTELLINGSCODE;VESTIGINGSCODE;NAAM_VESTIGING;SOORT_VESTIGING;LEERLINGEN_2025;LEERLINGEN_2024\n12AB;12AB00;De Wiel;BO;96;90\n12AC;12AC00;Klein;SBO;<5;7\n12AD;12AD00;Weg;BO;0;7\n12AE;12AE00;Vreemd;BO;veel;7\n");
    EXPECT_FALSE(file.complete);
    EXPECT_EQ(file.says, (std::set{Fact::kind, Fact::pupils}));
    ASSERT_EQ(file.rows.size(), 2U);
    EXPECT_EQ(facts_of(file.rows[0].facts).pupils, 96);
    EXPECT_EQ(facts_of(file.rows[1].facts).pupils, 4);
    EXPECT_EQ(file.others, 1U);
    ASSERT_EQ(file.broken.size(), 1U);
    EXPECT_EQ(file.broken[0].why, Broken::pupils);
}

TEST(SchoolFile, ABrokenRowIsNamedByItsLineAndTheRestGoesOn) {
    auto file = read(header + row("12AB00", "De Wiel") + row("", "Zonder code") + row("12AC00", "") + row("12AD00", "Geen postcode", "?") + row("12AB00", "Nog eens") + "te;kort\r\n" + "\r\n" + row("12AE00", "\"half") + row("12AF00", "De \x81") + row("12AG00", "Het Schip"));
    std::vector<std::pair<std::size_t, Broken>> broken;
    for (auto const& one : file.broken) broken.emplace_back(one.line, one.why);
    EXPECT_EQ(broken, (std::vector<std::pair<std::size_t, Broken>>{{3, Broken::site}, {4, Broken::name}, {5, Broken::postcode}, {6, Broken::twice}, {7, Broken::columns}, {9, Broken::quotes}, {10, Broken::letters}}));
    EXPECT_EQ(file.rows.size(), 2U);
    EXPECT_EQ(file.broken[5].site, "12AE00") << "the code before the fault is read";
}

TEST(SchoolFile, AnotherFileIsRefusedInWords) {
    for (std::string const text : {"", "\r\n", "a;b\n1;2\n", "VESTIGINGSCODE;STRAATNAAM\n", "VESTIGINGSCODE;VESTIGINGSNAAM\n"}) {
        auto file = read_schools(text, SchoolKind::bo);
        ASSERT_FALSE(static_cast<bool>(file)) << text;
        EXPECT_FALSE(file.error().empty());
    }
}

TEST(SchoolFile, WhateverStandsInItIsARowABrokenRowOrOfNoConcern) {
    EXPECT_TRUE(rc::check([](std::vector<std::vector<unsigned char>> const& lines) {
        auto text = header;
        std::size_t count = 0;
        for (auto const& line : lines) {
            std::string bytes{line.begin(), line.end()};
            std::erase_if(bytes, [](char c) { return c == '\n' || c == '\r'; });
            if (!bytes.empty()) ++count;
            text += bytes + "\r\n";
        }
        auto file = read_schools(text, SchoolKind::bo);
        RC_ASSERT(static_cast<bool>(file));
        RC_ASSERT(file->rows.size() + file->broken.size() + file->others == count);
    }));
}

TEST(Part, IsPostcodesAndCodes) {
    auto given = part("4201-4203, 4301", "# ours\r\n12ab00\n\n9306 # far away\n", " Reformatorisch ");
    ASSERT_TRUE(static_cast<bool>(given)) << given.error();
    auto in = [&](std::string const& site, std::string const& postcode, std::string const& denomination = "Openbaar") { return belongs(read(header + row(site, "x", postcode, "Wiel", denomination)).rows.at(0), *given); };
    EXPECT_TRUE(in("11AA00", "4201 AB"));
    EXPECT_TRUE(in("11AA00", "4203 AB"));
    EXPECT_TRUE(in("11AA00", "4301 AB"));
    EXPECT_TRUE(in("11AA00", "9306 AB"));
    EXPECT_TRUE(in("12AB00", "1234 AB"));
    EXPECT_FALSE(in("11AA00", "4204 AB"));
    EXPECT_FALSE(in("11AA00", "4201 AB", "Reformatorisch"));
    for (auto const* wrong : {"42", "4203-4201", "4201-", "abcd"}) EXPECT_FALSE(static_cast<bool>(part(wrong, "", ""))) << wrong;
    EXPECT_FALSE(static_cast<bool>(part("", "De Waterlelie\n", "")));
}

TEST(Comparison, ASecondTimeNothingChanges) {
    auto file = read(header + row("12AB00", "De Wiel") + row("12AC00", "Het Schip"));
    auto first = compare({}, file, all());
    EXPECT_EQ(first.added.size(), 2U);
    auto known = after({}, first);
    auto second = compare(known, file, all());
    EXPECT_TRUE(second.nothing());
    EXPECT_EQ(second.same, 2U);
}

TEST(Comparison, OnlyWhatTheFileSaysAnewChangesAndWhatWasTypedStays) {
    auto known = after({}, compare({}, read(header + row("12AB00", "De Wiel")), all()));
    put(known[0].facts, Fact::phone, "06 55 01 01 01");
    EXPECT_TRUE(compare(known, read(header + row("12AB00", "De Wiel")), all()).nothing());
    auto found = compare(known, read(header + row("12AB00", "Het Wiel")), all());
    ASSERT_EQ(found.changed.size(), 1U);
    EXPECT_EQ(found.changed[0].changed, (std::vector{Fact::name}));
    EXPECT_EQ(fact(found.changed[0].facts, Fact::name), "Het Wiel");
    EXPECT_EQ(fact(found.changed[0].facts, Fact::phone), "06 55 01 01 01");
}

TEST(Comparison, ASchoolThatIsGoneIsClosedAndComesBack) {
    auto both = read(header + row("12AB00", "De Wiel") + row("12AC00", "Het Schip")), one = read(header + row("12AB00", "De Wiel"));
    auto known = after({}, compare({}, both, all()));
    auto found = compare(known, one, all());
    ASSERT_EQ(found.gone.size(), 1U);
    EXPECT_EQ(found.gone[0].site, "12AC00");
    known = after(known, found);
    EXPECT_TRUE(compare(known, one, all()).nothing()) << "closed once";
    EXPECT_EQ(compare(known, both, all()).reopened.size(), 1U);
}

TEST(Comparison, NothingIsClosedThatMayStillBeThere) {
    auto known = after({}, compare({}, read(header + row("12AB00", "De Wiel") + row("12AC00", "Het Schip")), all()));
    EXPECT_TRUE(compare(known, read(header + row("12AB00", "De Wiel") + row("12AC00", "")), all()).gone.empty()) << "in a broken row";
    auto unreadable = compare(known, read(header + row("12AB00", "De Wiel") + row("", "Welke?")), all());
    EXPECT_TRUE(unreadable.gone.empty() && unreadable.keeps_all) << "in a row that says not which";
    auto elsewhere = compare(known, read(header + row("12AB00", "De Wiel") + row("12AC00", "Het Schip", "9306 AB")), {{{4201, 4209}}, {}, {}});
    EXPECT_TRUE(elsewhere.gone.empty()) << "outside the part";
    EXPECT_EQ(elsewhere.elsewhere, 1U);
    EXPECT_TRUE(compare(known, read(header + row("13AB00", "Ander soort"), SchoolKind::so), all()).gone.empty()) << "in a file of another kind";
    EXPECT_TRUE(compare(known, read("VESTIGINGSCODE;NAAM_VESTIGING;SOORT_VESTIGING;LEERLINGEN_2025\n12AB00;De Wiel;BO;9\n"), all()).gone.empty()) << "in a file that is not complete";
    known.push_back({"by hand", "", known[0].facts, {}, false});
    put(known.back().facts, Fact::name, "Met de hand");
    EXPECT_TRUE(compare(known, read(header + row("12AB00", "De Wiel") + row("12AC00", "Het Schip")), all()).nothing()) << "typed by hand";
}

TEST(Comparison, ASchoolTypedByHandIsKnownAgainAndGetsItsCode) {
    SchoolFacts typed{"de wiel", SchoolKind::bo, "Waterdorp", 4201, {}, {}, {}, {}, 96};
    auto found = compare({{"by hand", "", texts(typed), {}, false}}, read(header + row("12AB00", "De Wiel") + row("12AC00", "De Wiel", "4209 AB")), all());
    ASSERT_EQ(found.changed.size(), 1U);
    EXPECT_EQ(found.changed[0].id, "by hand");
    EXPECT_EQ(found.changed[0].site, "12AB00");
    EXPECT_EQ(fact(found.changed[0].facts, Fact::pupils), "96");
    ASSERT_EQ(found.added.size(), 1U);
    EXPECT_EQ(found.added[0].site, "12AC00");
}

TEST(Comparison, AFileOfPupilsSpeaksOfKnownSchoolsOnlyAndLeavesNames) {
    auto known = after({}, compare({}, read(header + row("12AB00", "De Wiel")), all()));
    auto pupils = read("VESTIGINGSCODE;NAAM_VESTIGING;SOORT_VESTIGING;LEERLINGEN_2025\n12AB00;WIEL, DE;SBO;96\n12AX00;Vreemd;BO;9\n");
    auto found = compare(known, pupils, {});
    EXPECT_TRUE(found.added.empty());
    ASSERT_EQ(found.changed.size(), 1U);
    EXPECT_EQ(found.changed[0].changed, (std::vector{Fact::kind, Fact::pupils}));
    known = after(known, found);
    EXPECT_EQ(fact(known[0].facts, Fact::name), "De Wiel");
    EXPECT_TRUE(compare(known, pupils, {}).nothing());
    EXPECT_TRUE(compare(known, read(header + row("12AB00", "De Wiel")), all()).nothing()) << "the other file does not take it back";
    EXPECT_EQ(compare(known, pupils, {{}, {"12AX00"}, {}}).added.size(), 1U) << "named in a list";
}

TEST(Comparison, DoneTwiceIsDoneOnceWhateverWasKnown) {
    EXPECT_TRUE(rc::check([](std::vector<std::uint8_t> const& before, std::vector<std::uint8_t> const& now) {
        auto file = [](std::vector<std::uint8_t> const& those) {
            auto text = header;
            for (auto one : those) text += row("12A" + std::string(1, static_cast<char>('A' + one % 9)) + "00", "School " + std::to_string(one / 9 % 4));
            return read(text);
        };
        auto known = after({}, compare({}, file(before), all()));
        auto const after_now = after(known, compare(known, file(now), all()));
        RC_ASSERT(compare(after_now, file(now), all()).nothing());
    }));
}

TEST(PlaceName, IsWrittenAsPeopleDo) {
    for (auto const& [written, meant] : {std::pair{"ALTEVEER GEM NOORDENVELD", "Alteveer gem Noordenveld"}, {"'S-GRAVENHAGE", "'s-Gravenhage"}, {"'T HARDE", "'t Harde"}, {"2E EXLOERMOND", "2e Exloermond"}, {"CAPELLE AAN DEN IJSSEL", "Capelle aan den IJssel"}, {"ST.-ANNAPAROCHIE", "St.-Annaparochie"}, {"DE BILT", "De Bilt"}, {"STAD AAN 'T HARINGVLIET", "Stad aan 't Haringvliet"}, {"SPAARNDAM GEM. HAARLEM", "Spaarndam gem. Haarlem"}, {"GÂNS", "Gâns"}, {"ÂLDEGA", "Âldega"}, {"Den Bosch", "Den Bosch"}, {"", ""}, {"'", "'"}, {"-", "-"}})
        EXPECT_EQ(place_name(written), meant);
}

} // namespace
} // namespace people
