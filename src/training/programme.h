#pragma once
// The programme (programma) of the training: two evenings of timed parts, in versions. An edition takes one version. Report L330–483, L1161–1325.
#include "platform/base/result.h"
#include "training/edition.h"
#include "training/preparation.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace training {

/// The version that stands for the standard programme.
inline constexpr int standard_programme = 1;
inline constexpr int most_parts = 14;

/// One part (onderdeel) of an evening. Its name stays the same over versions, so that what was skipped stays with it.
struct ProgrammePart {
    std::string name, title;
    int minutes = 0;
    bool informal = false; ///< for getting to know each other, before the formal parts
    std::string goal, form_of_work, material, attention;
    bool operator==(ProgrammePart const&) const = default;
};
struct EveningPlan {
    Preparation preparation; ///< what participants do at home beforehand
    std::vector<ProgrammePart> parts;
    bool operator==(EveningPlan const&) const = default;
};
using Programme = std::array<EveningPlan, 2>;

/// The programme of the pilot in words of our own. It is text of one language, like the programme a partnership writes: the evenings are held in Dutch.
Programme const& standard();

/// A line of the form: a part as typed, with its place in the order and its minutes as text.
struct TypedPart {
    ProgrammePart part;
    std::string place, minutes;
};
/// Checks the parts of an evening as typed: lines without a title fall away, the others are put in the order of their places (as typed where places are equal); 1 to 14 parts of 1 to 150 minutes, a title of at most 80 and other texts of at most 300 characters, and the minutes together are those of the evening (the refusal says how many too many or too few). Informal parts come first. New parts get a name that no other has.
/// Fields: titel-N, minuten-N, doel-N, werkvorm-N, materiaal-N, aandacht-N, N counting from 0 as typed; the total has no field.
base::Result<std::vector<ProgrammePart>, base::Refusal> plan_evening(std::vector<TypedPart> const& typed, int version, int number);

/// Minutes of all parts, and of the informal parts.
int total_minutes(std::vector<ProgrammePart> const& parts);
int informal_minutes(std::vector<ProgrammePart> const& parts);
/// How long a group of this size needs to get to know each other: three quarters of an hour up to five people, ten minutes more for each one more.
int informal_minutes_needed(int people);

enum class ChangeKind { added,
                        removed,
                        changed,
                        moved };
/// What became of one part between two versions; minutes only where they differ.
struct Change {
    ChangeKind kind;
    int evening; ///< where it stands now, or stood when it was removed
    std::string title;
    std::optional<std::array<int, 2>> minutes;
    bool operator==(Change const&) const = default;
};
/// The differences in the order of the newer version, removed parts last. A part is moved when it goes to the other evening or out of the order of the parts that stand still (as many as possible); a change of words or minutes goes before that.
std::vector<Change> differences(Programme const& older, Programme const& newer);

/// Whether a place looks like a school: it says "school", or begins with the name of one. Place and names are folded.
bool looks_like_school(std::string const& place, std::vector<std::string> const& names);

} // namespace training
