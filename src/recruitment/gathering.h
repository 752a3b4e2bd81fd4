#pragma once
// A gathering (bijeenkomst) for everyone: an information evening with workshop, a coffee morning; where people hear of buddies before they decide anything.
// Place, words, slides and recording are public; who comes is not. Report L541–567, 1343–1347.
#include "platform/base/clock.h"
#include "platform/base/id.h"
#include "platform/base/result.h"
#include "platform/base/words.h"
#include "recruitment/channel.h"

#include <array>
#include <optional>
#include <string>

namespace recruitment {

struct Gathering;
using GatheringId = base::Id<Gathering>;

enum class GatheringKind { evening,
                           coffee_morning,
                           other };

/// A gathering as typed.
struct GatheringDraft {
    std::optional<GatheringKind> kind;
    std::string title;
    std::optional<base::Date> day;
    std::optional<std::chrono::minutes> time;
    std::string minutes, place, link, words, capacity;
    std::optional<base::Date> open_until;
    bool open_until_typed = false; ///< something stands in the fields of that day
};

/// A gathering that may be stored.
struct PlannedGathering {
    GatheringKind kind;
    std::string title;
    base::Moment begins;
    int minutes;
    std::string place, link, words; ///< each may be empty; the link is told by mail only
    std::optional<int> capacity;    ///< persons; nothing: no limit
    base::Date open_until;          ///< the last day on which people register
};

enum class GatheringStage { to_come,
                            past, ///< it has begun
                            cancelled };

/// What people can look at afterwards; each may be empty.
struct Material {
    std::string slides, recording;
};
struct MaterialDraft {
    std::string slides, recording;
    bool all_agreed = false; ///< everyone who is seen or heard in the recording
};

inline constexpr int most_capacity = 500;

/// Plans a gathering. Refused: no kind, no title or one of more than 100 characters, no day or time, a moment that is not ahead or more than two years ahead, a length outside 15–600 minutes, a place of more than 200 characters, a link that is not https, words of more than 2000 characters,
/// a capacity outside 1–500, a last day that is no day or lies after the gathering. No last day given: the day itself. Fields: soort, titel, dag, tijd, duur, plaats, link, tekst, plekken, tot.
base::Result<PlannedGathering, base::Refusal> plan_gathering(GatheringDraft const& draft, base::Moment now);
GatheringStage stage(base::Moment begins, std::optional<base::Moment> cancelled_at, base::Moment now);
/// Whether people may still register: it stands, has not begun, and its last day has not passed.
bool registration_open(base::Moment begins, base::Date open_until, std::optional<base::Moment> cancelled_at, base::Moment now);
/// How many came, as typed: a whole number of 0–999. Field: aantal.
base::Result<int, base::Refusal> attended(std::string const& typed);
/// Checks what is shown afterwards: https links of at most 500 characters, and a recording only when everyone who is seen or heard agreed. Fields: dias, opname, akkoord.
base::Result<Material, base::Refusal> material(MaterialDraft const& draft);
/// From this moment on the registrations are erased: four weeks after the gathering.
base::Moment registrations_until(base::Moment begins);
/// How someone came to us who signs up after such a gathering; nothing for another kind, then that is asked.
std::optional<Channel> channel(GatheringKind kind);

base::Text name(GatheringKind kind);
base::Text name(GatheringStage stage);

} // namespace recruitment

template <>
struct base::Words<recruitment::GatheringKind> {
    using K = recruitment::GatheringKind;
    static constexpr std::array entries{Word<K>{K::evening, "informatieavond"}, Word<K>{K::coffee_morning, "koffieochtend"}, Word<K>{K::other, "anders"}};
};
