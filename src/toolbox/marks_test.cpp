// Light marks, filling in, and what a coordinator may not type.
#include "toolbox/marks.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace toolbox {
namespace {

using M = Mark;

TEST(Marks, EachSignMakesItsBlock) {
    EXPECT_EQ(blocks("# Titel\n\n## Kop\neerste regel\ntweede regel\n\n- punt\n- [ ] vakje\n---\nnl: Nederlands\n"), (std::vector<Block>{{M::title, "Titel"},
                                                                                                                                         {M::heading, "Kop"},
                                                                                                                                         {M::paragraph, "eerste regel\ntweede regel"},
                                                                                                                                         {M::bullet, "punt"},
                                                                                                                                         {M::box, "vakje"},
                                                                                                                                         {M::page, ""},
                                                                                                                                         {M::paragraph, "Nederlands", true}}));
    EXPECT_TRUE(blocks("").empty());
    EXPECT_TRUE(blocks("\n  \r\n# \n").empty()) << "a sign without words is nothing";
    EXPECT_EQ(blocks("#Titel"), (std::vector<Block>{{M::paragraph, "#Titel"}})) << "a sign needs its space";
    EXPECT_EQ(blocks("regel\r\n- punt"), (std::vector<Block>{{M::paragraph, "regel"}, {M::bullet, "punt"}}));
}

TEST(Marks, PlacesAreFilledInAndASchoolsParagraphGoesWithoutASchool) {
    Filling filling{"Steunpunt", "Verband", "0300", "Vera", "06", "naast.example", ""};
    auto const all = blocks("# Van {steunpunt}\n\nBel {telefoon} of {coordinator}: {coordinator_telefoon}. {site} {samenwerkingsverband} {onbekend} {\n\nOp {school}.");
    EXPECT_EQ(filled(all, filling, false), (std::vector<Block>{{M::title, "Van Steunpunt"}, {M::paragraph, "Bel 0300 of Vera: 06. naast.example Verband {onbekend} {"}}));
    filling.school = "Het Schip";
    EXPECT_EQ(filled(all, filling, false).back().words, "Op Het Schip.");
    EXPECT_EQ(filled(all, filling, true).back().words, "Op \u2068Het Schip\u2069.") << "kept apart from words that go the other way";
    filling.support_point = "{telefoon}";
    EXPECT_EQ(filled(all, filling, false).front().words, "Van {telefoon}") << "what is filled in is not looked at again";
}

TEST(Marks, ATextIsRefusedWithTheReasonAtItsField) {
    auto why = [](std::string const& typed) {
        auto its = check(typed);
        return its ? std::string{} : its.error().fields.at(0).name + ": " + std::string{its.error().fields.at(0).why.text.msgid}.substr(0, 20);
    };
    EXPECT_EQ(why("# Titel\n\nTekst voor {school} van {steunpunt}, {telefoon}."), "");
    EXPECT_EQ(why(""), "tekst: Schrijf eerst een te");
    EXPECT_EQ(why("   \n"), "tekst: Schrijf eerst een te");
    EXPECT_EQ(why("Tekst"), "tekst: Begin met een titel:");
    EXPECT_EQ(why("# Titel\n{naam}"), "tekst: {word} kan het progr");
    EXPECT_EQ(why("# Titel\n" + std::string(9'992, 'x')), "") << "10,000 characters";
    EXPECT_EQ(why("# Titel\n" + std::string(9'993, 'x')), "tekst: De tekst is te lang.");
    std::string long_letters = "# T\n";
    for (int i = 0; i < 9'996; ++i) long_letters += "ል";
    EXPECT_EQ(why(long_letters), "") << "characters, not bytes";
    std::string lines = "# T\n";
    for (int i = 0; i < 299; ++i) lines += "- x\n";
    EXPECT_EQ(why(lines), "");
    EXPECT_EQ(why(lines + "- x\n"), "tekst: De tekst heeft te ve");
}

TEST(Marks, NoTextBreaksIt) {
    EXPECT_TRUE(rc::check("every text has blocks, filled in and checked without harm", [](std::vector<std::string> const& parts) {
        std::string text;
        static constexpr std::array<char const*, 10> signs{"# ", "## ", "- ", "- [ ] ", "---", "\n", "{school}", "{", "}", "nl: "};
        for (std::size_t i = 0; i < parts.size(); ++i) text += parts[i] + signs[(parts[i].size() + i) % signs.size()];
        auto const all = blocks(text);
        (void)check(text);
        RC_ASSERT(filled(all, {}, true).size() <= all.size());
    }));
}

} // namespace
} // namespace toolbox
