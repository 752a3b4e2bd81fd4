#pragma once
// How far a request is (stand), and which goes first on the waiting list (voorrang), with the reasons in words. Report L1327–1347; rule R15.
#include "help_request/help_request.h"

#include <set>
#include <vector>

namespace help_request {

/// Where a request waits.
enum class Stage { to_answer,
                   to_clarify,
                   text_waits,
                   searching,
                   rests,
                   ended };
/// What is known of its way so far.
struct Progress {
    bool answered = false, clarified = false, approved = false, ended = false, rests = false;
};
Stage stage(Progress const& progress);

/// Why a request goes before another.
enum class Haste { at_home,
                   tension,
                   waits_long,
                   waits_very_long };
/// From this many days on waiting counts as long, and as very long.
inline constexpr int days_long = 28, days_very_long = 56;
/// The reasons that hold, the heaviest first; a child at home weighs most of what it is about, eight weeks of waiting more than that.
std::vector<Haste> haste(std::set<Situation> const& situations, int days_waiting);
/// Whether one request goes before another: by the weight of its reasons, then the longest wait.
bool goes_first(std::vector<Haste> const& one, int days_one, std::vector<Haste> const& other, int days_other);

base::Text name(Stage stage);
base::Text name(Haste reason);

} // namespace help_request

template <>
struct base::Words<help_request::Stage> {
    using S = help_request::Stage;
    static constexpr std::array entries{Word<S>{S::to_answer, "beantwoorden"}, Word<S>{S::to_clarify, "verhelderen"}, Word<S>{S::text_waits, "tekst"}, Word<S>{S::searching, "zoekt"}, Word<S>{S::rests, "rust"}, Word<S>{S::ended, "gestopt"}};
};
