#include "recruitment/gathering.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace recruitment {
using namespace std::chrono_literals;
using std::chrono::year;

namespace {
base::Moment const now = base::moment_of({year{2026} / 11 / 23, 10h});
GatheringDraft good() { return {GatheringKind::evening, "Informatieavond", base::Date(year{2026} / 12 / 8), 19h + 30min, "120", "Wijkcentrum", "", "Welkom.", "20", {}, false}; }
template <class R>
bool at_field(R const& result, std::string const& field) {
    return !result && std::any_of(result.error().fields.begin(), result.error().fields.end(), [&](auto const& one) { return one.name == field; });
}
} // namespace

TEST(Gathering, IsPlannedAtAMomentInAmsterdamAndOpenUntilItsDay) {
    auto planned = plan_gathering(good(), now);
    ASSERT_TRUE(static_cast<bool>(planned));
    EXPECT_EQ(planned->begins, base::moment_of({year{2026} / 12 / 8, 19h + 30min}));
    EXPECT_EQ(planned->open_until, base::Date(year{2026} / 12 / 8));
    EXPECT_EQ(planned->capacity, 20);
}

TEST(Gathering, MayLackPlaceLinkWordsAndCapacity) {
    auto draft = good();
    draft.place = draft.words = draft.capacity = "";
    EXPECT_TRUE(static_cast<bool>(plan_gathering(draft, now)));
}

TEST(Gathering, IsRefusedAtTheFieldThatIsWrong) {
    struct Case {
        char const* what;
        void (*spoil)(GatheringDraft&);
        char const* field;
    };
    for (auto const& [what, spoil, field] : std::initializer_list<Case>{
             {"no kind", [](auto& d) { d.kind.reset(); }, "soort"},
             {"no title", [](auto& d) { d.title.clear(); }, "titel"},
             {"a title of 101 letters", [](auto& d) { d.title.assign(101, 'a'); }, "titel"},
             {"no day", [](auto& d) { d.day.reset(); }, "dag"},
             {"no time", [](auto& d) { d.time.reset(); }, "tijd"},
             {"yesterday", [](auto& d) { d.day = year{2026} / 11 / 22; }, "dag"},
             {"an hour ago", [](auto& d) { d.day = year{2026} / 11 / 23, d.time = 9h; }, "dag"},
             {"in three years", [](auto& d) { d.day = year{2029} / 12 / 8; }, "dag"},
             {"no length", [](auto& d) { d.minutes.clear(); }, "duur"},
             {"five minutes", [](auto& d) { d.minutes = "5"; }, "duur"},
             {"two days", [](auto& d) { d.minutes = "2880"; }, "duur"},
             {"a length in words", [](auto& d) { d.minutes = "twee uur"; }, "duur"},
             {"half a number", [](auto& d) { d.minutes = "120x"; }, "duur"},
             {"a place without end", [](auto& d) { d.place.assign(201, 'a'); }, "plaats"},
             {"a link that is not https", [](auto& d) { d.link = "http://voorbeeld.test"; }, "link"},
             {"words without end", [](auto& d) { d.words.assign(2001, 'a'); }, "tekst"},
             {"no places at all", [](auto& d) { d.capacity = "0"; }, "plekken"},
             {"a stadium", [](auto& d) { d.capacity = "501"; }, "plekken"},
             {"places in words", [](auto& d) { d.capacity = "tien"; }, "plekken"},
             {"a last day that is no day", [](auto& d) { d.open_until_typed = true; }, "tot"},
             {"registering after it was", [](auto& d) { d.open_until_typed = true, d.open_until = year{2026} / 12 / 9; }, "tot"},
         }) {
        auto draft = good();
        spoil(draft);
        EXPECT_TRUE(at_field(plan_gathering(draft, now), field)) << what;
    }
}

TEST(Gathering, CountsCharactersAndNotBytes) {
    auto draft = good();
    draft.title.clear();
    for (int i = 0; i < 100; ++i) draft.title += "é";
    EXPECT_TRUE(static_cast<bool>(plan_gathering(draft, now)));
}

TEST(Gathering, TakesRegistrationsUntilItsLastDayOrItsBeginning) {
    auto const begins = base::moment_of({year{2026} / 12 / 8, 19h});
    auto const last = base::Date(year{2026} / 12 / 6);
    EXPECT_TRUE(registration_open(begins, last, {}, base::moment_of({last, 23h + 59min})));
    EXPECT_FALSE(registration_open(begins, last, {}, base::moment_of({base::later(last, 1), 0h})));
    EXPECT_FALSE(registration_open(begins, year{2026} / 12 / 8, {}, begins));
    EXPECT_FALSE(registration_open(begins, last, now, now)) << "cancelled";
    EXPECT_EQ(stage(begins, {}, begins - 1s), GatheringStage::to_come);
    EXPECT_EQ(stage(begins, {}, begins), GatheringStage::past);
    EXPECT_EQ(stage(begins, now, begins + 1h), GatheringStage::cancelled);
}

TEST(Gathering, CountsWhoCame) {
    EXPECT_EQ(*attended("0"), 0);
    EXPECT_EQ(*attended("15"), 15);
    for (auto const* wrong : {"", "-1", "1000", "vijftien", "15 mensen", "1.5", "99999999999999999999"}) EXPECT_TRUE(at_field(attended(wrong), "aantal")) << wrong;
}

TEST(Gathering, ShowsAfterwardsHttpsOnlyAndARecordingOnlyWhenAllAgreed) {
    EXPECT_TRUE(static_cast<bool>(material({"https://voorbeeld.test/dias.pdf", "", false})));
    EXPECT_TRUE(static_cast<bool>(material({"", "", false}))) << "taken away again";
    EXPECT_TRUE(static_cast<bool>(material({"", "https://voorbeeld.test/film", true})));
    EXPECT_TRUE(at_field(material({"", "https://voorbeeld.test/film", false}), "akkoord"));
    EXPECT_TRUE(at_field(material({"http://voorbeeld.test", "", true}), "dias"));
    EXPECT_TRUE(at_field(material({"", "ftp://voorbeeld.test", true}), "opname"));
}

TEST(Gathering, FillsTheChannelOfWhoSignsUpAfterIt) {
    EXPECT_EQ(channel(GatheringKind::evening), Channel::evening);
    EXPECT_EQ(channel(GatheringKind::coffee_morning), Channel::coffee_morning);
    EXPECT_EQ(channel(GatheringKind::other), std::nullopt) << "asked on the form";
}

TEST(Gathering, WhateverIsTypedIsEitherPlannedAheadOrRefusedAtAField) {
    EXPECT_TRUE(rc::check([](std::string const& title, std::string const& minutes, std::string const& capacity, std::string const& link, int ahead) {
        auto draft = good();
        draft.title = title, draft.minutes = minutes, draft.capacity = capacity, draft.link = link;
        draft.day = base::later(base::local_date(now), ahead % 2000);
        auto planned = plan_gathering(draft, now);
        if (!planned) {
            RC_ASSERT(!planned.error().fields.empty());
            return;
        }
        RC_ASSERT(planned->begins > now && planned->minutes >= 15 && planned->minutes <= 600 && (!planned->capacity || *planned->capacity >= 1) && (planned->link.empty() || planned->link.starts_with("https://")));
    }));
}

} // namespace recruitment
