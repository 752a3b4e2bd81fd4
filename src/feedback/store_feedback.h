#pragma once
// Feedback in the database, its words sealed with the keys of the parent and the buddy; whether it helped stands beside them as a word, to be counted.
#include "confidentiality/store_keyring.h"
#include "feedback/asking.h"
#include "matching/store_match.h"
#include "visit/policy.h"

#include <optional>
#include <vector>

namespace feedback {

struct Entry {
    FeedbackId id;
    visit::PersonId parent, buddy;
    confidentiality::Sealed answers;
    std::string for_buddy;
    base::Moment given_at;
    std::optional<base::Moment> read_at;
    base::Id<matching::Match> match;
    std::string helped; ///< a word of `Helped`, or empty
    bool helped_for_buddy, counted, school_agreed;
    confidentiality::Sealed school_words;
    std::optional<base::Moment> school_said_at;
    std::optional<visit::PersonId> partner;
};

/// Keeps what a parent gave for an ended match; false when it was given already.
bool add(db::Write& tx, confidentiality::Keyring& keys, FeedbackId const& id, matching::Ended const& match, Answers const& answers, base::Moment now);
std::optional<Entry> find(db::Door& door, FeedbackId const& id);
/// What was given for an ended match.
std::optional<Entry> given(db::Door& door, matching::Ended const& match);
/// What was given about a buddy and read by the coordinator.
std::vector<Entry> read_about(db::Door& door, visit::PersonId const& buddy);
void note_read(db::Write& tx, FeedbackId const& id, base::Moment now);
Answers answers_of(confidentiality::Keyring& keys, Entry const& entry);
/// Deletes what was given for matches that ended a year ago.
void delete_old(db::Write& tx, base::Moment now);
/// How many would be deleted at a moment.
std::int64_t old(db::Door& door, base::Moment now);
/// Keeps what the school said, once; false when it was kept before, or the parent did not agree.
bool keep_school_words(db::Write& tx, confidentiality::Keyring& keys, Entry const& entry, std::string const& words, base::Moment now);
/// Empty when the school said nothing.
std::string school_words_of(confidentiality::Keyring& keys, Entry const& entry);

} // namespace feedback
