#pragma once
// Meetings of buddies (intervisie, inloop): when and where, who comes, on which theme. Three are offered, counted from a buddy's match; one may be enough and nobody has to. Report L1470–1499.
#include "platform/base/clock.h"
#include "platform/base/id.h"
#include "platform/base/result.h"
#include "platform/base/words.h"
#include "support/theme.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace support {

struct Intervision;
using IntervisionId = base::Id<Intervision>;

enum class IntervisionKind { intervision,
                             walk_in };
/// Who reads the notes afterwards.
enum class NotesFor { who_was_there,
                      all_buddies };
inline constexpr int offered = 3, usual_minutes = 90, days_ahead = 56;

/// A meeting as typed.
struct IntervisionDraft {
    std::optional<IntervisionKind> kind;
    std::optional<base::Date> day;
    std::optional<std::chrono::minutes> time;
    std::string minutes, place, link;
};
struct PlannedIntervision {
    IntervisionKind kind;
    base::Moment begins;
    int minutes;
    std::string place, link;
};
/// Checks a meeting: ahead, half an hour to four hours, a place or an https link; neither says what it is about. Fields: soort, dag, tijd, duur, plaats, link.
base::Result<PlannedIntervision, base::Refusal> plan_intervision(IntervisionDraft const& draft, base::Moment now);

/// What a buddy puts in: a theme from the list or in own words, which others see without a name, and words for the coordinator only.
struct Topic {
    std::optional<Theme> theme;
    std::string own_theme, words;
    bool operator==(Topic const&) const = default;
};
/// Checks a topic: a theme or words; an own theme of at most 60 characters and only where none of the list was chosen. Fields: thema, eigen_thema, onderwerp.
base::Result<Topic, base::Refusal> topic(std::string const& theme, std::string const& own_theme, std::string const& words);

/// How many of the three are still open for a buddy after so many were held since the match.
int still_open(int held);
/// Whether to suggest planning one: a buddy has some left, and none is planned within eight weeks.
bool suggests_planning(std::vector<int> const& held_since_match, std::optional<base::Moment> next_planned, base::Moment now);
/// Checks the notes: at most 4000 characters; nothing is fine. Field: notities.
base::Result<std::string, base::Refusal> notes(std::string const& typed);

base::Text name(IntervisionKind kind);
base::Text name(NotesFor whom);

} // namespace support

template <>
struct base::Words<support::IntervisionKind> {
    using K = support::IntervisionKind;
    static constexpr std::array entries{Word<K>{K::intervision, "intervision"}, Word<K>{K::walk_in, "walk_in"}};
};
template <>
struct base::Words<support::NotesFor> {
    using N = support::NotesFor;
    static constexpr std::array entries{Word<N>{N::who_was_there, "who_was_there"}, Word<N>{N::all_buddies, "all_buddies"}};
};
