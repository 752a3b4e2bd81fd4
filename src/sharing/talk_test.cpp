// A sheet, who sees it, and what a buddy is asked to pass on.
#include "sharing/talk.h"

#include "sharing/school_text.h"

#include <gtest/gtest.h>

namespace {
using namespace sharing;
using namespace std::chrono;

base::Date const today{2026y / November / 28};

TEST(Talk, NeedsOnePartOfASheetAndNoMore) {
    EXPECT_FALSE(static_cast<bool>(sheet({})));
    for (std::size_t i = 0; i < 6; ++i) {
        Sheet its;
        its[i] = "iets";
        EXPECT_TRUE(static_cast<bool>(sheet(its))) << i;
        its[i] = std::string(1001, 'a');
        auto const refused = sheet(its);
        ASSERT_FALSE(static_cast<bool>(refused)) << i;
        EXPECT_EQ(refused.error().fields.front().name, base::Words<Part>::entries[i].second);
    }
    EXPECT_TRUE(static_cast<bool>(notes("")));
    EXPECT_FALSE(static_cast<bool>(notes(std::string(4001, 'a'))));
}

TEST(Talk, IsSeenByABuddyOnlyWhileAskedInALiveMatchBeforeItWasHeld) {
    int seen = 0;
    for (int bits = 0; bits < 16; ++bits) {
        Beside const its{(bits & 1) != 0, (bits & 2) != 0, (bits & 4) != 0, (bits & 8) != 0};
        EXPECT_EQ(sees_sheet(its), its.asked && its.live_match && its.buddy && !its.held) << bits;
        seen += sees_sheet(its);
    }
    EXPECT_EQ(seen, 1) << "of all there are, one";
}

TEST(Talk, HasAStage) {
    EXPECT_EQ(stage(false, {}, false), Stage::preparing);
    EXPECT_EQ(stage(true, {}, false), Stage::asked);
    EXPECT_EQ(stage(true, Reply::goes, false), Stage::goes);
    EXPECT_EQ(stage(true, Reply::cannot, false), Stage::cannot);
    EXPECT_EQ(stage(true, Reply::goes, true), Stage::held);
    EXPECT_EQ(stage(false, Reply::goes, false), Stage::preparing) << "an answer to what is asked no more";
}

TEST(Errand, IsForSomeoneAboutSomethingUntilADay) {
    ErrandDraft const good{"de leerkracht", "Kan het later?", base::later(today, 7)};
    EXPECT_TRUE(static_cast<bool>(errand(good, today)));
    struct Case {
        char const* field;
        void (*spoil)(ErrandDraft&);
    };
    for (auto const& [field, spoil] : std::initializer_list<Case>{
             {"wie", [](ErrandDraft& d) { d.addressee.clear(); }},
             {"wie", [](ErrandDraft& d) { d.addressee = std::string(101, 'a'); }},
             {"wat", [](ErrandDraft& d) { d.words.clear(); }},
             {"wat", [](ErrandDraft& d) { d.words = std::string(1001, 'a'); }},
             {"tot", [](ErrandDraft& d) { d.until.reset(); }},
             {"tot", [](ErrandDraft& d) { d.until = base::later(today, -1); }},
             {"tot", [](ErrandDraft& d) { d.until = base::later(today, 366); }},
         }) {
        auto draft = good;
        spoil(draft);
        auto const given = errand(draft, today);
        ASSERT_FALSE(static_cast<bool>(given)) << field;
        EXPECT_EQ(given.error().fields.front().name, field);
    }
}

TEST(Errand, IsSeenUntilItsDayOnly) {
    for (int days : {-1, 0, 1})
        for (bool back : {false, true})
            for (bool live : {false, true})
                for (bool buddy : {false, true}) EXPECT_EQ(sees_errand(base::later(today, days), back, live, buddy, today), days >= 0 && !back && live && buddy) << days << back << live << buddy;
}

TEST(SchoolText, IsBothOrNone) {
    EXPECT_TRUE(static_cast<bool>(own_texts({"Eén punt", "Eén stap"})));
    EXPECT_FALSE(static_cast<bool>(own_texts({"", "Eén stap"})));
    EXPECT_FALSE(static_cast<bool>(own_texts({"Eén punt", ""})));
    EXPECT_FALSE(static_cast<bool>(own_texts({std::string(4001, 'a'), "Eén stap"})));
    EXPECT_EQ(lines("een\n\ntwee\n"), (std::vector<std::string>{"een", "twee"}));
}

} // namespace
