#pragma once
// The access log (toegangslogboek): who read or changed what in which role, chained so that it cannot be altered unnoticed (R27).
#include "platform/db/database.h"
#include "visit/policy.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace confidentiality {

/// Worries about safety have a log of their own, which nobody sees but who handles them (R23).
enum class Book { access,
                  worry };
/// The book in which an action is written.
Book book_of(visit::Action action);

/// The word in the log for who did something while standing in for a coordinator.
inline constexpr std::string_view deputy = "deputy";
/// The word in the log for who reads for a parent instead of the coordinator.
inline constexpr std::string_view chosen_reader = "chosen_reader";

/// What is written down of one act: opaque ids only.
struct Entry {
    std::string actor; ///< person, or "system"
    std::string role;
    std::string action;
    std::string object; ///< id of the record
    std::string person; ///< whom it is about, or empty
    std::string rule;
    std::string request;
    Book book = Book::access;
};

/// Appends to the chains of the partnership of this transaction, each entry to its book; the head row is locked, so this must be among the last statements before the commit.
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
/// Who looked at or changed one worry, newest first, at most 500; for who handles it.
std::vector<Look> looks_at_worry(db::Read& door, std::string const& worry);

struct Verification {
    std::int64_t entries = 0;
    std::optional<std::int64_t> broken_at; ///< the first sequence number that does not fit
};
/// Recomputes the whole chain of one book of the partnership of this snapshot.
Verification verify(db::Read& door, Book book = Book::access);

} // namespace confidentiality
