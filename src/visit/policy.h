#pragma once
// Who may what: one rule per action, deny by default, small enough to read aloud. Everything that shows or changes a record passes here.
#include "visit/action.h"
#include "visit/viewer.h"

#include <array>
#include <optional>
#include <string_view>
#include <vector>

namespace visit {

/// What ties a viewer to a record; facts, read in the same transaction as the act.
enum class Tie : std::uint8_t {
    none,        ///< the role is enough
    own,         ///< the record is about the viewer
    live_match,  ///< the viewer is coupled to the record's person and the match has not ended
    taking_part, ///< the viewer takes part in the record (an edition, an appointment)
    leading,     ///< the viewer leads the record (trainer of an edition)
    observing,   ///< the viewer was appointed to watch the record (an evening)
    given,       ///< the record was given to the viewer by whom it is about, and was not taken back
};

/// The ties that hold between one viewer and one record.
class Ties {
public:
    constexpr Ties() = default;
    constexpr Ties(std::initializer_list<Tie> ties) {
        for (auto tie : ties) add(tie);
    }
    constexpr void add(Tie tie) { bits_ |= 1U << static_cast<unsigned>(tie); }
    constexpr bool has(Tie tie) const { return tie == Tie::none || ((bits_ >> static_cast<unsigned>(tie)) & 1U); }

private:
    unsigned bits_ = 0;
};

struct May {
    Role role;
    Tie tie = Tie::none;
};

/// One rule: its id in the log, who may, and whether it opens confidential text.
struct Rule {
    std::string_view id;
    std::array<May, 6> may{};
    std::size_t count = 0;
    bool confidential = false;
    constexpr Rule(std::string_view id, std::initializer_list<May> who, bool confidential = false) : id{id}, confidential{confidential} {
        for (auto const& one : who) may[count++] = one;
    }
};

/// The rule of an action.
Rule const& rule(Action action);
/// What nobody does in a session that merely lies open: only a viewer who showed a short while ago who it is (`fresh`).
bool wants_fresh(Action action);
/// Whether a viewer with these ties may do this; where the coordinator works outside, the rights of coordinator and safety officer are for who works there too (R21).
bool allowed(Viewer const& viewer, Ties ties, Action action);
/// Whether any tie could make it allowed: what a route asks before a record is known.
bool conceivable(Viewer const& viewer, Action action);
/// The roles a rule names, in order.
std::vector<Role> roles_of(Action action);

class Policy;

/// Proof that the policy said yes to one viewer, one action and one record. Only the policy makes it.
template <Action A, class Record>
class Granted {
public:
    base::Id<Record> const& record() const { return record_; }
    Viewer const& viewer() const { return viewer_; }
    static constexpr Action action = A;

private:
    friend class Policy;
    Granted(Viewer viewer, base::Id<Record> record) : viewer_{std::move(viewer)}, record_{std::move(record)} {}
    Viewer viewer_;
    base::Id<Record> record_;
};

/// The only one who grants.
class Policy {
public:
    template <Action A, class Record>
    static std::optional<Granted<A, Record>> grant(Viewer const& viewer, base::Id<Record> const& record, Ties ties = {}) {
        if (!allowed(viewer, ties, A)) return {};
        return Granted<A, Record>{viewer, record};
    }
    /// For actions on the partnership as a whole: lists, counts, settings.
    template <Action A>
    static std::optional<Granted<A, people::Partnership>> grant(Viewer const& viewer) {
        return grant<A>(viewer, viewer.partnership);
    }
};

} // namespace visit
