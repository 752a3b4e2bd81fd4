#pragma once
// The first meeting (eerste ontmoeting) of a buddy and a parent: when, what kind of place, and who introduces. An address is never stored.
#include "platform/base/clock.h"
#include "platform/base/id.h"
#include "platform/base/result.h"
#include "platform/base/words.h"

#include <array>
#include <optional>
#include <vector>

namespace trajectory {

struct Meeting;
using MeetingId = base::Id<Meeting>;

/// The kind of place; the address is told by one to the other.
enum class MeetingPlace { neutral,
                          school,
                          online,
                          home };
/// Who brings them together, if anyone; the parent decides.
enum class Introducer { nobody,
                        coordinator,
                        school_contact };
/// Who plans it.
enum class Planner { parent,
                     buddy,
                     coordinator };
/// What someone says of a meeting whose day has passed: it went on, it did not and a new one is made, or help is wanted.
enum class Happened { yes,
                      again,
                      help };
/// What a meeting whose day has passed asks of the coordinator.
enum class FollowUp { nothing,
                      ask_by_phone,
                      help };

struct MeetingDraft {
    std::optional<base::Date> day;
    std::optional<std::chrono::minutes> time;
    std::optional<MeetingPlace> place;
    std::optional<Introducer> introduced_by; ///< asked of the parent only
};
struct PlannedMeeting {
    base::Moment begins;
    MeetingPlace place;
    Introducer introduced_by;
};
inline constexpr int meeting_minutes = 90;

/// Plans a meeting ahead. Refused: no day or time, a moment that has passed or is more than half a year ahead, no place, a home that the parent does not propose, a parent's form without who introduces. `standing` is who introduces so far.
/// Fields: dag, tijd, plaats, introductie.
base::Result<PlannedMeeting, base::Refusal> plan_meeting(MeetingDraft const& draft, Planner planner, Introducer standing, base::Moment now);
/// Whether a meeting still needs the buddy's word: at the parent's home, and the buddy has not agreed.
bool waits_for_buddy(MeetingPlace place, bool buddy_agreed);
/// Whether it is time to ask if the meeting happened: the day after its date.
bool ask_whether_it_happened(base::Moment begins, base::Moment now);
/// Help is given when someone wants it; on the third day the coordinator asks when nobody has said anything; nothing any more once the coordinator noted how it went.
FollowUp follow_up(base::Moment begins, std::vector<Happened> const& said, bool noted, base::Moment now);

base::Text name(MeetingPlace place);
base::Text name(Introducer introducer);

} // namespace trajectory

template <>
struct base::Words<trajectory::Happened> {
    using H = trajectory::Happened;
    static constexpr std::array entries{Word<H>{H::yes, "ja"}, Word<H>{H::again, "nieuw"}, Word<H>{H::help, "hulp"}};
};
template <>
struct base::Words<trajectory::MeetingPlace> {
    using P = trajectory::MeetingPlace;
    static constexpr std::array entries{Word<P>{P::neutral, "neutraal"}, Word<P>{P::school, "school"}, Word<P>{P::online, "online"}, Word<P>{P::home, "thuis"}};
};
template <>
struct base::Words<trajectory::Introducer> {
    using I = trajectory::Introducer;
    static constexpr std::array entries{Word<I>{I::nobody, "niemand"}, Word<I>{I::coordinator, "coordinator"}, Word<I>{I::school_contact, "ib"}};
};
