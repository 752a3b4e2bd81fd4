#include "trajectory/meeting.h"

#include <gtest/gtest.h>

namespace trajectory {
namespace {
using namespace std::chrono_literals;
auto const now = base::moment_of({std::chrono::year{2026} / 11 / 24, 12h});
MeetingDraft good() { return {std::chrono::year{2026} / 11 / 27, std::chrono::minutes{19 * 60 + 30}, MeetingPlace::neutral, Introducer::nobody}; }
std::string refused_at(MeetingDraft const& draft, Planner planner) {
    auto result = plan_meeting(draft, planner, Introducer::nobody, now);
    return result ? std::string{} : result.error().fields.front().name;
}
} // namespace

TEST(Meeting, IsPlannedAheadWithAKindOfPlace) {
    EXPECT_EQ(refused_at(good(), Planner::parent), "");
    struct Case {
        char const* field;
        void (*spoil)(MeetingDraft&);
    };
    for (auto const& [field, spoil] : std::initializer_list<Case>{
             {"dag", [](MeetingDraft& d) { d.day.reset(); }},
             {"tijd", [](MeetingDraft& d) { d.time.reset(); }},
             {"dag", [](MeetingDraft& d) { d.day = std::chrono::year{2026} / 11 / 23; }},
             {"dag", [](MeetingDraft& d) { d.day = std::chrono::year{2027} / 8 / 1; }},
             {"plaats", [](MeetingDraft& d) { d.place.reset(); }},
             {"introductie", [](MeetingDraft& d) { d.introduced_by.reset(); }},
         }) {
        auto draft = good();
        spoil(draft);
        EXPECT_EQ(refused_at(draft, Planner::parent), field);
    }
}

TEST(Meeting, AtHomeIsForTheParentToProposeAndTheBuddyToAgree) {
    auto draft = good();
    draft.place = MeetingPlace::home;
    EXPECT_EQ(refused_at(draft, Planner::parent), "");
    EXPECT_EQ(refused_at(draft, Planner::buddy), "plaats");
    EXPECT_EQ(refused_at(draft, Planner::coordinator), "plaats");
    EXPECT_TRUE(waits_for_buddy(MeetingPlace::home, false));
    EXPECT_FALSE(waits_for_buddy(MeetingPlace::home, true));
    EXPECT_FALSE(waits_for_buddy(MeetingPlace::school, false));
}

TEST(Meeting, OnlyTheParentDecidesWhoIntroduces) {
    auto draft = good();
    draft.introduced_by = Introducer::school_contact;
    EXPECT_EQ(plan_meeting(draft, Planner::buddy, Introducer::coordinator, now)->introduced_by, Introducer::coordinator);
    EXPECT_EQ(plan_meeting(draft, Planner::parent, Introducer::coordinator, now)->introduced_by, Introducer::school_contact);
}

TEST(Meeting, IsAskedAboutTheDayAfter) {
    auto const begins = base::moment_of({std::chrono::year{2026} / 11 / 24, 19h + 30min});
    EXPECT_FALSE(ask_whether_it_happened(begins, begins + 3h));
    EXPECT_TRUE(ask_whether_it_happened(begins, begins + 5h));
}

TEST(Meeting, ComesToTheCoordinatorWhenHelpIsWantedOrNobodySaysAnything) {
    auto const begins = base::moment_of({std::chrono::year{2026} / 11 / 24, 19h + 30min});
    using H = Happened;
    struct Case {
        std::vector<H> said;
        bool noted;
        int days;
        FollowUp then;
    };
    for (auto const& [said, noted, days, then] : std::initializer_list<Case>{
             {{}, false, 0, FollowUp::nothing},
             {{}, false, 2, FollowUp::nothing},
             {{}, false, 3, FollowUp::ask_by_phone},
             {{}, true, 9, FollowUp::nothing},
             {{H::yes}, false, 9, FollowUp::nothing},
             {{H::again}, false, 9, FollowUp::nothing},
             {{H::help}, false, 0, FollowUp::nothing},
             {{H::help}, false, 1, FollowUp::help},
             {{H::yes, H::help}, false, 1, FollowUp::help},
             {{H::yes, H::help}, true, 1, FollowUp::nothing},
         }) EXPECT_EQ(follow_up(begins, said, noted, begins + days * 24h), then) << said.size() << " answers after " << days << " days";
}

} // namespace trajectory
