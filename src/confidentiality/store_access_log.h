#pragma once
// The access log (toegangslogboek): who read or changed what in which role, chained so that it cannot be altered unnoticed (R27).
#include "platform/db/database.h"
#include "visit/policy.h"

#include <optional>
#include <string>
#include <vector>

namespace confidentiality {

/// What is written down of one act: opaque ids only.
struct Entry {
    std::string actor; ///< person, or "system"
    std::string role;
    std::string action;
    std::string object; ///< id of the record
    std::string person; ///< whom it is about, or empty
    std::string rule;
    std::string request;
};

/// Appends to the chain of the partnership of this transaction; the head row is locked, so this must be among the last statements before the commit.
void append(db::Write& tx, std::vector<Entry> const& entries, base::Moment now);

/// A look at someone, for "Wie heeft gekeken?".
struct Look {
    base::Moment at;
    std::string actor;
    std::string role;
    std::string action;
};
/// Who looked at or changed what is about a person, newest first, at most 500.
std::vector<Look> looks_at(db::Read& door, visit::PersonId const& person);

struct Verification {
    std::int64_t entries = 0;
    std::optional<std::int64_t> broken_at; ///< the first sequence number that does not fit
};
/// Recomputes the whole chain of the partnership of this snapshot.
Verification verify(db::Read& door);

} // namespace confidentiality
