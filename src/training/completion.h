#pragma once
// Hatch: whether someone has followed the training or caught up, and may be matched (R10). Report L2226–2260.
#include "platform/base/clock.h"
#include "platform/base/result.h"
#include "platform/base/words.h"

#include <array>
#include <optional>
#include <vector>

namespace training {

/// How someone followed one evening; who missed it and the online catch-up gets the slides and an own appointment, both count together.
enum class Presence { present,
                      absent,
                      caught_up_online,
                      slides_and_talk };
/// Whether one evening counts as followed.
bool followed(Presence presence);

/// What coordinator and buddy decided together after the training.
enum class Decision { goes_on,
                      not_yet,
                      stops };

/// Why someone does not go on, or not yet; nobody has to say it.
enum class Reason { none,
                    time,
                    personal,
                    not_fitting,
                    other };
/// The point on the way at which someone leaves: 2 during the training, 3 from its last evening on. (1 is the talk before it, 4 is beside a parent.)
int exit_point(std::optional<base::Moment> last_evening, base::Moment now);

/// What decides whether a buddy may be matched.
struct Steps {
    std::vector<std::optional<Presence>> evenings;
    std::optional<Decision> decision;
    std::optional<base::Date> deployment_talk_on;
    std::optional<base::Date> vog_seen_on;
    bool vog_required = false;
    bool exempted = false; ///< a missed part was let go, with a logged reason
    bool operator==(Steps const&) const = default;
};
/// Whether every evening was followed or caught up, without anything let go.
bool followed_all(Steps const& steps);
/// What is still missing before a first match, in words; nothing when all is there.
std::vector<base::Text> missing(Steps const& steps);

base::Text name(Presence presence);
base::Text name(Decision decision);
base::Text name(Reason reason);

} // namespace training

template <>
struct base::Words<training::Presence> {
    using P = training::Presence;
    static constexpr std::array entries{Word<P>{P::present, "present"}, Word<P>{P::absent, "absent"}, Word<P>{P::caught_up_online, "caught_up_online"}, Word<P>{P::slides_and_talk, "slides_and_talk"}};
};
template <>
struct base::Words<training::Decision> {
    using D = training::Decision;
    static constexpr std::array entries{Word<D>{D::goes_on, "goes_on"}, Word<D>{D::not_yet, "not_yet"}, Word<D>{D::stops, "stops"}};
};
template <>
struct base::Words<training::Reason> {
    using R = training::Reason;
    static constexpr std::array entries{Word<R>{R::none, ""}, Word<R>{R::time, "time"}, Word<R>{R::personal, "personal"}, Word<R>{R::not_fitting, "not_fitting"}, Word<R>{R::other, "other"}};
};
