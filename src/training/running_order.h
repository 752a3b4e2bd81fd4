#pragma once
// The running order (draaiboek) of one evening: its parts in the order of that night with their times. What was skipped is remembered, so that a next version of the programme can learn from it.
#include "training/programme.h"

namespace training {

/// What was kept of one part on one evening.
struct KeptPart {
    std::string part;
    bool skipped;
    bool operator==(KeptPart const&) const = default;
};

/// The names of all parts of a programme in the order of the night: as kept, and what was not kept after that in the order of the programme. What the programme does not have (any more) falls away.
std::vector<KeptPart> running_order(std::vector<ProgrammePart> const& parts, std::vector<KeptPart> const& kept);

enum class Direction { earlier,
                       later };
/// The order with one part moved past the next one that is not skipped; the same order when there is none, or when the part is unknown.
std::vector<KeptPart> moved(std::vector<KeptPart> order, std::string const& part, Direction direction);
/// The order with one part skipped, or back on the list.
std::vector<KeptPart> with_skipped(std::vector<KeptPart> order, std::string const& part, bool skipped);

/// A part with the moments between which it is held; who is skipped takes no time.
struct TimedPart {
    ProgrammePart part;
    bool skipped;
    base::Moment begins_at, ends_at;
};
std::vector<TimedPart> timed(std::vector<ProgrammePart> const& parts, std::vector<KeptPart> const& order, base::Moment begins_at);
/// The part that is held at a moment; nothing before the evening and after it.
TimedPart const* held_at(std::vector<TimedPart> const& parts, base::Moment now);

} // namespace training
