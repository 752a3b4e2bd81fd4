#pragma once
// Terms (bewaartermijnen): who and what is past its term is erased, every hour, by the one erasure (R28). Each room says of its own records until when; a room that comes to keep something adds a line here.
// What will be erased is told by the same functions that say what is erased, so that the two cannot differ.
#include "reception/visit.h"

#include <string>
#include <utility>
#include <vector>

namespace app {

/// What has a term; a person is counted where the last day is said.
enum class TermKind { sign_up,
                      interview,
                      interview_text,
                      registration,
                      request,
                      address,
                      evening_text,
                      stopped,
                      match,
                      contacts,
                      feedback,
                      check_ins,
                      questions,
                      messages,
                      shared,
                      scores,
                      looks };

/// A key that goes: of a person, or of a text or address that has a key of its own.
struct Due {
    TermKind kind;
    visit::PersonId key;
};
/// Whose keys go in the round of a moment.
std::vector<Due> keys_due(db::Door& door, base::Moment at);
/// Of each kind how much goes in the rounds until a moment: keys and rows; only what is more than nothing.
std::vector<std::pair<TermKind, std::int64_t>> due(db::Door& door, base::Moment until);

/// A day on which something was erased by its term, and how much, from the log.
struct TermRound {
    base::Date day;
    std::int64_t count;
};
/// The last days on which the round erased something, the newest first.
std::vector<TermRound> last_rounds(db::Door& door, std::size_t most);

/// Notes in the log that a key goes by its term; false when it went before, or another process is at it.
bool claim_by_term(reception::Services& services, std::string const& partnership, visit::PersonId const& key);
/// Erases in one partnership everyone of whom all rooms say that the day has come, and every text past its own, and deletes what lies under the key of someone who stays; gives how many keys were destroyed by this call.
int erase_past_terms(reception::Services& services, std::string const& journal, std::string const& partnership);

} // namespace app

template <>
struct base::Words<app::TermKind> {
    using K = app::TermKind;
    static constexpr std::array entries{Word<K>{K::sign_up, "sign_up"}, Word<K>{K::interview, "interview"}, Word<K>{K::interview_text, "interview_text"}, Word<K>{K::registration, "registration"}, Word<K>{K::request, "request"}, Word<K>{K::address, "address"}, Word<K>{K::evening_text, "evening_text"}, Word<K>{K::stopped, "stopped"},
                                        Word<K>{K::match, "match"}, Word<K>{K::contacts, "contacts"}, Word<K>{K::feedback, "feedback"}, Word<K>{K::check_ins, "check_ins"}, Word<K>{K::questions, "questions"}, Word<K>{K::messages, "messages"}, Word<K>{K::shared, "shared"}, Word<K>{K::scores, "scores"}, Word<K>{K::looks, "looks"}};
};
