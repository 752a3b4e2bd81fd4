#include "people/school.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace people {
namespace {

using std::chrono::year;
base::Date const today = year{2026} / 11 / 24;
SchoolDraft good() { return {"De Waterlelie", "Waterdorp", "4201 ab", "Dijk 1", "0300 55 01 09", "https://www.waterlelie.test", "96", "12ab00", SchoolKind::bo}; }
template <class Result>
std::string refused_at(Result const& result) { return result ? std::string{} : result.error().fields.front().name; }

TEST(School, IsAcceptedInTheFormInWhichItIsKept) {
    auto given = school(good());
    ASSERT_TRUE(static_cast<bool>(given));
    EXPECT_EQ(given->facts.postcode, 4201);
    EXPECT_EQ(given->facts.pupils, 96);
    EXPECT_EQ(given->facts.web, "www.waterlelie.test");
    EXPECT_EQ(given->site, "12AB00");
    EXPECT_EQ(refused_at(school({"De Wiel", "Wiel", "4206", "", "", "", "", "", SchoolKind::sbo})), "") << "the rest may be empty";
}

TEST(School, IsRefusedAtTheFieldThatIsWrong) {
    struct Case {
        char const* field;
        void (*spoil)(SchoolDraft&);
    };
    for (auto const& [field, spoil] : std::initializer_list<Case>{
             {"naam", [](SchoolDraft& d) { d.name.clear(); }},
             {"naam", [](SchoolDraft& d) { d.name.assign(301, 'a'); }},
             {"soort", [](SchoolDraft& d) { d.kind.reset(); }},
             {"plaats", [](SchoolDraft& d) { d.place.clear(); }},
             {"postcode", [](SchoolDraft& d) { d.postcode = "0123"; }},
             {"postcode", [](SchoolDraft& d) { d.postcode = "4201 A"; }},
             {"postcode", [](SchoolDraft& d) { d.postcode.clear(); }},
             {"telefoon", [](SchoolDraft& d) { d.phone = "bel ons"; }},
             {"website", [](SchoolDraft& d) { d.web = "javascript:alert(1)"; }},
             {"website", [](SchoolDraft& d) { d.web = "onze site"; }},
             {"leerlingen", [](SchoolDraft& d) { d.pupils = "veel"; }},
             {"leerlingen", [](SchoolDraft& d) { d.pupils = "99999999999"; }},
             {"vestigingscode", [](SchoolDraft& d) { d.site = "AB1200"; }},
         }) {
        auto draft = good();
        spoil(draft);
        EXPECT_EQ(refused_at(school(draft)), field);
    }
}

TEST(School, ArrangementsNeedBothChoices) {
    EXPECT_EQ(refused_at(arrange(SameSchool::preferred, Lead::school, {AtFirstMeeting::supervisor}, "Nederlands, Turks")), "");
    EXPECT_EQ(refused_at(arrange({}, Lead::school, {}, "")), "zelfde_school");
    EXPECT_EQ(refused_at(arrange(SameSchool::no, {}, {}, "")), "leiding");
    EXPECT_EQ(refused_at(arrange(SameSchool::no, Lead::school, {}, std::string(301, 'a'))), "talen");
}

TEST(School, WhatHappenedHappenedNotLongAgo) {
    using K = SchoolMomentKind;
    EXPECT_EQ(refused_at(happened(K::poster, today, "", today)), "");
    EXPECT_EQ(refused_at(happened({}, today, "", today)), "soort");
    EXPECT_EQ(refused_at(happened(K::poster, {}, "", today)), "dag");
    EXPECT_EQ(refused_at(happened(K::poster, base::later(today, 1), "", today)), "dag");
    EXPECT_EQ(refused_at(happened(K::poster, base::later(today, -740), "", today)), "dag");
    EXPECT_EQ(refused_at(happened(K::poster, today, std::string(801, 'a'), today)), "notitie");
}

TEST(School, IsSilentAfterSixtyDaysOfTheSchoolYear) {
    EXPECT_FALSE(is_silent(base::later(today, -59), today));
    EXPECT_TRUE(is_silent(base::later(today, -60), today));
    // 62 days of summer do not count
    EXPECT_FALSE(is_silent(year{2026} / 6 / 20, year{2026} / 9 / 20));
    EXPECT_TRUE(is_silent(year{2026} / 6 / 20, year{2026} / 10 / 20));
    EXPECT_FALSE(is_silent(year{2026} / 5 / 3, year{2026} / 8 / 31)) << "over the summer nothing changes";
    EXPECT_TRUE(is_silent(year{2026} / 5 / 2, year{2026} / 7 / 1));
    EXPECT_TRUE(is_silent(year{2026} / 5 / 2, year{2026} / 8 / 31));
    EXPECT_EQ(school_days_between(year{2025} / 6 / 30, year{2026} / 9 / 1), 428 - 2 * 62);
}

TEST(School, DaysOfTheSchoolYearNeverExceedDays) {
    EXPECT_TRUE(rc::check([](std::uint16_t start, std::uint16_t first, std::uint16_t second) {
        auto from = base::later(year{2000} / 1 / 1, start % 10000), middle = base::later(from, first % 1000), to = base::later(middle, second % 1000);
        RC_ASSERT(school_days_between(from, to) <= base::days_between(from, to));
        RC_ASSERT(school_days_between(from, middle) + school_days_between(middle, to) == school_days_between(from, to));
    }));
}

TEST(School, CodesAndPostcodesAreTakenOrLeft) {
    EXPECT_EQ(site_code("32jk00"), "32JK00");
    for (auto const* wrong : {"", "32JK0", "3AJK00", "32JK000", "32JK-0"}) EXPECT_FALSE(site_code(wrong)) << wrong;
    EXPECT_EQ(postcode_from("9306 TC"), 9306);
    EXPECT_EQ(postcode_from("9306tc"), 9306);
    for (auto const* wrong : {"", "930", "9306 1", "0306", "9306 TCC", "TC 9306"}) EXPECT_FALSE(postcode_from(wrong)) << wrong;
}

} // namespace
} // namespace people
