// The rules of support: the clock of an answer, a dilemma without the buddy's words, meetings whose calendar tells nothing, topics, the list and the library.
#include "platform/text/language.h"
#include "support/buddy_list.h"
#include "support/consult.h"
#include "support/dilemma.h"
#include "support/intervision.h"
#include "support/library.h"

#include <gtest/gtest.h>

namespace support {
namespace {
using namespace std::chrono;

base::Moment at(int d, int hour = 10) { return base::moment_of({base::Date{year{2026}, month{11}, day{static_cast<unsigned>(d)}}, hours{hour}}); }

TEST(Consult, IsAnsweredWithinTwoWorkingDays) {
    // Monday 23 November 2026
    struct {
        int asked, now;
        bool late;
    } const all[] = {{23, 24, false}, {23, 25, false}, {23, 26, true}, {26, 28, false}, {26, 30, false}, {27, 30, false}, {28, 30, false}};
    for (auto const& [asked, now, late] : all) EXPECT_EQ(overdue(at(asked), at(now, 23)), late) << asked << " " << now;
    EXPECT_EQ(base::iso(answer_by(at(26))), "2026-11-30") << "over the weekend";
}

TEST(Consult, SaysSomethingAndNotTooMuch) {
    EXPECT_FALSE(said(""));
    EXPECT_TRUE(said(std::string(2000, 'a')));
    EXPECT_FALSE(said(std::string(2001, 'a')));
    std::string wide;
    for (int i = 0; i < 2000; ++i) wide += "ë";
    EXPECT_TRUE(said(wide)) << "characters are counted, not bytes";
}

TEST(Dilemma, HoldsNoWordsAndNoNameOfTheBuddy) {
    std::string const question = "De moeder vroeg mij om dinsdag mee te gaan naar school.";
    EXPECT_TRUE(rewritten("Iemand wordt gevraagd mee te gaan. Mag dat?", {question}, {"Bea Buddy"}, text::folded));
    EXPECT_FALSE(rewritten("", {question}, {"Bea Buddy"}, text::folded));
    EXPECT_FALSE(rewritten(question, {question}, {"Bea Buddy"}, text::folded));
    EXPECT_FALSE(rewritten("Stel: DE MOEDER, vroeg mij om dinsdag iets.", {question}, {"Bea Buddy"}, text::folded)) << "six words in a row, whatever the signs";
    EXPECT_TRUE(rewritten("De moeder vroeg mij om iets.", {question}, {"Bea Buddy"}, text::folded)) << "five are nobody's";
    auto const named = rewritten("Bea twijfelt of dit mag.", {question}, {"Bea Buddy"}, text::folded);
    ASSERT_FALSE(named);
    EXPECT_EQ(named.error().fields.front().name, "tekst");
    EXPECT_TRUE(rewritten("Beaat kijken helpt niet.", {question}, {"Bea Buddy"}, text::folded)) << "a part of a word is no name";
    EXPECT_FALSE(rewritten("Wat als ÉLISE twijfelt?", {}, {"Élise"}, text::folded));
}

TEST(Intervision, IsPlannedAheadAndTellsNothingInACalendar) {
    IntervisionDraft const good{IntervisionKind::intervision, base::Date{year{2026}, month{12}, day{8}}, hours{20}, "90", "Café Het Veer", ""};
    auto field = [&](auto const& change) {
        auto draft = good;
        change(draft);
        auto its = plan_intervision(draft, at(23));
        return its ? std::string{} : its.error().fields.front().name;
    };
    EXPECT_EQ(field([](auto&) {}), "");
    EXPECT_EQ(field([](auto& d) { d.kind.reset(); }), "soort");
    EXPECT_EQ(field([](auto& d) { d.day = base::Date{year{2026}, month{11}, day{22}}; }), "dag");
    EXPECT_EQ(field([](auto& d) { d.day = base::Date{year{2029}, month{11}, day{22}}; }), "dag");
    EXPECT_EQ(field([](auto& d) { d.time.reset(); }), "tijd");
    EXPECT_EQ(field([](auto& d) { d.minutes = "20"; }), "duur");
    EXPECT_EQ(field([](auto& d) { d.place.clear(); }), "plaats");
    EXPECT_EQ(field([](auto& d) { d.place = "Buddy’s in De Brug"; }), "plaats");
    EXPECT_EQ(field([](auto& d) { d.place = "Ouderkerk, dorpshuis"; }), "") << "a village is no secret";
    EXPECT_EQ(field([](auto& d) { d.place.clear(), d.link = "https://praten.example/koffie"; }), "");
    EXPECT_EQ(field([](auto& d) { d.link = "http://praten.example/koffie"; }), "link");
    EXPECT_EQ(field([](auto& d) { d.link = "https://praten.example/Intervisie"; }), "link");
}

TEST(Intervision, IsOfferedThreeTimesAndSuggestedOnlyWhenNoneIsAhead) {
    for (auto const& [held, open] : {std::pair{0, 3}, {1, 2}, {3, 0}, {7, 0}}) EXPECT_EQ(still_open(held), open);
    auto const now = at(23);
    EXPECT_FALSE(suggests_planning({}, {}, now)) << "nobody stands beside a parent";
    EXPECT_TRUE(suggests_planning({3, 2}, {}, now));
    EXPECT_FALSE(suggests_planning({3, 5}, {}, now)) << "everyone had three";
    EXPECT_FALSE(suggests_planning({0}, now + hours{24 * 56}, now));
    EXPECT_TRUE(suggests_planning({0}, now + hours{24 * 56 + 1}, now));
}

TEST(Topic, IsAThemeOrWordsAndNeverTwoThemes) {
    EXPECT_FALSE(topic("", "", ""));
    EXPECT_FALSE(topic("zomaar", "", ""));
    EXPECT_FALSE(topic("ending", "afscheid", ""));
    EXPECT_FALSE(topic("", std::string(61, 'a'), ""));
    EXPECT_FALSE(topic("ending", "", std::string(2001, 'a')));
    EXPECT_EQ(*topic("ending", "", "Iets."), (Topic{Theme::ending, "", "Iets."}));
    EXPECT_EQ(*topic("", "afscheid", ""), (Topic{{}, "afscheid", ""}));
    std::set<Theme> const two{Theme::ending, Theme::listening};
    EXPECT_EQ(themes_of(joined(two)), two);
    EXPECT_EQ(themes_of("ending,vroeger"), std::set<Theme>{Theme::ending});
}

TEST(BuddyList, GivesAWayThatThereIs) {
    EXPECT_FALSE(listed({false, false, {}}, true, true));
    EXPECT_FALSE(listed({true, false, {}}, false, true)) << "a number that is not known";
    auto const its = listed({true, true, {}}, true, false);
    ASSERT_TRUE(its);
    EXPECT_TRUE(its->phone && !its->mail);
}

TEST(Library, PartsATextByBlankLines) {
    EXPECT_EQ(paragraphs("Een.\nTwee.\n\n\n\nDrie.\n\n"), (std::vector<std::string>{"Een.\nTwee.", "Drie."}));
    EXPECT_TRUE(paragraphs("").empty());
    EXPECT_FALSE(write_text("", "Iets."));
    EXPECT_FALSE(write_text("Titel", ""));
    EXPECT_FALSE(write_text(std::string(101, 'a'), std::string(8001, 'a')));
    EXPECT_TRUE(write_text("Titel", std::string(8000, 'a')));
}

} // namespace
} // namespace support
