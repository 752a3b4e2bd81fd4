#pragma once
// Closures in the database: one for each end of a match.
#include "matching/store_matching.h"
#include "platform/base/random.h"
#include "platform/text/language.h"
#include "trajectory/closure.h"
#include "visit/policy.h"

#include <optional>
#include <vector>

namespace trajectory {

struct ClosureRow {
    ClosureId id;
    matching::MatchId match;
    base::Moment closed_at;
    visit::PersonId closed_by;
    EndReason reason;
    Teller teller;
    std::optional<base::Moment> told_at;
    Talk talk_parent, talk_buddy;
    bool asks_later;
    std::optional<base::Moment> later_asked_at;
    std::string later_answer; ///< a word of `Later`, or empty
    std::optional<base::Moment> later_answered_at, called_at, reopened_at;
};

/// Ends a match and keeps how; access ends with it on both sides. Told already when the coordinator closes. A yes to the one question later is kept as the parent's consent, in the language in which it was read, by the parent or aloud by the coordinator. False when it had ended.
bool close(db::Write& tx, base::Random& random, matching::MatchRow const& match, visit::PersonId const& by, Closing const& its, text::Language language, base::Moment now);
/// The closure of a match that was not undone.
std::optional<ClosureRow> closure_of(db::Door& door, matching::MatchId const& match);
/// The closures that were not undone of everything in which someone was parent or buddy, newest first.
std::vector<ClosureRow> closures_of(db::Door& door, visit::PersonId const& person);
/// Every closure of which something is still to be done: someone to be told, a talk to be held, or a call asked for later.
std::vector<ClosureRow> open_closures(db::Door& door);
/// The other side was told.
void note_told(db::Write& tx, ClosureId const& id, base::Moment now);
/// What became of the closing talk with the parent, or with the buddy.
void note_talk(db::Write& tx, ClosureId const& id, bool with_parent, Talk talk);
void note_called(db::Write& tx, ClosureId const& id, base::Moment now);
/// Closures whose one question is due on a day, while the parent's consent stands; each is given once.
std::vector<ClosureRow> ask_later(db::Write& tx, base::Moment now);
/// The parent's answer; true for the first.
bool answer_later(db::Write& tx, ClosureId const& id, Later answer, base::Moment now);
/// Since when someone is a buddy, or was one last.
std::optional<base::Moment> buddy_since(db::Door& door, visit::PersonId const& person);
/// Makes a match go on as before; false when the parent has another buddy by now, the buddy's places are taken, or one of them is no buddy any more.
bool reopen(db::Write& tx, ClosureRow const& closure, matching::MatchRow const& match, Reopening reason, visit::PersonId const& by, base::Moment now);

} // namespace trajectory
