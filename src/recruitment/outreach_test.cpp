#include "recruitment/mailing.h"

#include "recruitment/hours.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace recruitment {
namespace {
using namespace std::chrono;

template <class Result>
std::string fields(Result const& result) {
    std::string all;
    if (!result)
        for (auto const& [name, why] : result.error().fields) all += name + " ";
    return all;
}

TEST(Professional, NeedsANameAndATaskOnly) {
    EXPECT_EQ(fields(professional({{"Bilal", "", ""}, Task::outreach_worker})), "");
    EXPECT_EQ(fields(professional({})), "naam taak ");
    EXPECT_EQ(fields(professional({{"Bilal", "bilal@", "nul"}, Task::other})), "mail telefoon ");
    EXPECT_EQ(professional({{"Bilal", " Bilal@School.NL", ""}, Task::other})->contact.mail, "bilal@school.nl");
}

TEST(Approach, HasADayBehindAndANextStepWithItsDay) {
    base::Date const today = year{2026} / 11 / 24;
    ApproachDraft good{today, Means::mail, "", "", false, {}};
    EXPECT_EQ(fields(approach(good, today)), "");
    EXPECT_EQ(fields(approach({}, today)), "dag middel ");
    auto wrong = good;
    wrong.held_on = base::later(today, 1);
    EXPECT_EQ(fields(approach(wrong, today)), "dag ");
    wrong = good;
    wrong.next_words = "Bel na de vakantie";
    EXPECT_EQ(fields(approach(wrong, today)), "wanneer ");
    wrong.next_on = base::later(today, -1);
    EXPECT_EQ(fields(approach(wrong, today)), "wanneer ");
    wrong.next_on = base::later(today, 7);
    EXPECT_EQ(fields(approach(wrong, today)), "");
    wrong.next_words = "";
    wrong.next_day_typed = true;
    EXPECT_EQ(fields(approach(wrong, today)), "stap ");
    wrong.next_on.reset();
    wrong.next_words = "Bel";
    EXPECT_EQ(fields(approach(wrong, today)), "wanneer ") << "a day that is none";
}

TEST(Mailing, EveryTemplateButThanksCarriesBothAddresses) {
    for (auto const& [each, word] : base::Words<Template>::entries) {
        std::string all;
        for (auto const& line : paragraphs(each, {"Ineke", "06", "Steunpunt", "WORDEN", "VRAGEN"}))
            for (auto const& [name, value] : line.with) all += value + " ";
        EXPECT_EQ(all.find("WORDEN") != std::string::npos && all.find("VRAGEN") != std::string::npos, channel_of(each).has_value()) << word;
        EXPECT_NE(all.find("Ineke"), std::string::npos);
    }
    EXPECT_FALSE(check_mailing(0, "").empty());
    EXPECT_TRUE(check_mailing(1, "Een tekst van genoeg lengte.").empty());
}

TEST(Hours, AreReadAsPeopleWriteThem) {
    for (auto const& [text, minutes] : std::initializer_list<std::pair<char const*, int>>{{"1", 60}, {"1,5", 90}, {"1.5", 90}, {"0,25", 15}, {"2:45", 165}, {"24", 1440}, {"0:05", 5}}) EXPECT_EQ(hours_from(text), std::chrono::minutes{minutes}) << text;
    for (auto const* none : {"", "0", "-1", "25", "24,5", "1:60", "1:5", "een", "1,", ",5", "1,234", "100"}) EXPECT_FALSE(hours_from(none)) << none;
    EXPECT_EQ(said(std::chrono::minutes{90}), "1,5");
    EXPECT_EQ(said(std::chrono::minutes{60}), "1");
    EXPECT_EQ(said(std::chrono::minutes{600}), "10");
    EXPECT_EQ(said(std::chrono::minutes{15}), "0,25");
    EXPECT_EQ(fields(note_hours({}, year{2026} / 11 / 24)), "dag uren wie waarvoor ");
}

RC_GTEST_PROP(Hours, SaidAndReadAgainAreTheSame, ()) {
    auto const quarters = *rc::gen::inRange(1, 96);
    std::chrono::minutes const worked{quarters * 15};
    RC_ASSERT(hours_from(said(worked)) == worked);
}

TEST(Hours, TotalPerMonthOfASchoolYear) {
    std::vector<NotedHours> const noted{{year{2026} / 8 / 1, std::chrono::minutes{60}, Whose::coordinator, ""}, {year{2026} / 8 / 31, std::chrono::minutes{30}, Whose::coordinator, ""}, {year{2026} / 10 / 2, std::chrono::minutes{45}, Whose::school_contact, ""}, {year{2026} / 7 / 31, std::chrono::minutes{99}, Whose::coordinator, ""}};
    auto const all = months(noted, 2026, year{2026} / 11 / 24);
    ASSERT_EQ(all.size(), 4U);
    EXPECT_EQ(all[0].coordinator, std::chrono::minutes{90});
    EXPECT_EQ(all[1], (Month{year{2026} / 9}));
    EXPECT_EQ(all[2].school_contact, std::chrono::minutes{45});
    EXPECT_EQ(months(noted, 2025, year{2026} / 11 / 24).size(), 12U);
    EXPECT_EQ(months(noted, 2025, year{2026} / 11 / 24).back().coordinator, std::chrono::minutes{99});
    EXPECT_EQ(school_year_of(year{2026} / 7 / 31), 2025);
    EXPECT_EQ(school_year_of(year{2026} / 8 / 1), 2026);
}

} // namespace
} // namespace recruitment
