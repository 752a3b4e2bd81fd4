#pragma once
// Questions of buddies about a proposal (eerst een vraag), sealed with the buddy's key, and how long each waited.
#include "confidentiality/store_keyring.h"
#include "matching/proposal.h"
#include "matching/store_matching.h"

#include <optional>
#include <vector>

namespace matching {

struct ProposalQuestion;
using QuestionId = base::Id<ProposalQuestion>;

struct QuestionRow {
    QuestionId id;
    ProposalId proposal;
    visit::PersonId buddy;
    confidentiality::Sealed question;
    base::Moment asked_at;
    confidentiality::Sealed answer;
    std::optional<base::Moment> answered_at;
};

/// Asks about an open proposal; false when it is over, or an earlier question of this buddy still waits.
bool ask(db::Write& tx, confidentiality::Keyring& keys, QuestionId const& id, ProposalId const& proposal, visit::PersonId const& buddy, std::string const& question, base::Moment now);
/// True for the first answer.
bool answer(db::Write& tx, confidentiality::Keyring& keys, QuestionRow const& row, std::string const& text, visit::PersonId const& by, base::Moment now);
std::optional<QuestionRow> find_question(db::Door& door, QuestionId const& id);
/// What one buddy asked about a proposal, in order.
std::vector<QuestionRow> questions_of(db::Door& door, ProposalId const& proposal, visit::PersonId const& buddy);
/// Questions without an answer, of buddies who have not answered an open proposal yet; the oldest first.
std::vector<QuestionRow> open_questions(db::Door& door);
/// When the clock of a proposal rested: from each question until its answer, or until the buddy said yes or no without it.
std::vector<Pause> pauses_of(db::Door& door, ProposalId const& proposal);
std::string question_of(confidentiality::Keyring& keys, QuestionRow const& row);
std::string answer_of(confidentiality::Keyring& keys, QuestionRow const& row);

} // namespace matching
