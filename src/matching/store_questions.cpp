#include "matching/store_questions.h"

namespace matching {
namespace {
constexpr std::string_view columns = "select q.id, q.proposal, q.buddy, q.question, q.asked_at, q.answer, q.answered_at from proposal_questions q ";
/// When the buddy who asked answered the proposal.
constexpr std::string_view decided = "case when p.buddy = q.buddy then p.buddy_answered_at else p.partner_answered_at end";
confidentiality::Place place(QuestionId const& id, std::string_view column) { return {"proposal_questions", column, id.value()}; }
} // namespace

bool ask(db::Write& tx, confidentiality::Keyring& keys, QuestionId const& id, ProposalId const& proposal, visit::PersonId const& buddy, std::string const& question, base::Moment now) {
    // the proposal is locked, so that it cannot be answered or lapse in between
    if (tx.run("update proposals set ended_at = null where partnership = :partnership and id = :proposal and ended_at is null and ((buddy = :buddy and buddy_answer is null) or (partner = :buddy and partner_answer is null))", tx.scope().partnership, proposal, buddy) == 0) return false;
    return tx.run("insert into proposal_questions (id, partnership, proposal, buddy, question, asked_at, answer) values (:id, :partnership, :proposal, :buddy, :question, :now, '') on conflict do nothing", id, tx.scope().partnership, proposal, buddy, keys.seal({buddy}, place(id, "question"), question), now) == 1;
}
bool answer(db::Write& tx, confidentiality::Keyring& keys, QuestionRow const& row, std::string const& text, visit::PersonId const& by, base::Moment now) {
    return tx.run("update proposal_questions set answer = :answer, answered_by = :by, answered_at = :now where partnership = :partnership and id = :id and answered_at is null", keys.seal({row.buddy}, place(row.id, "answer"), text), by, now, tx.scope().partnership, row.id) == 1;
}
std::optional<QuestionRow> find_question(db::Door& door, QuestionId const& id) { return door.find<QuestionRow>(std::string{columns} + "where q.partnership = :partnership and q.id = :id", door.scope().partnership, id); }
std::vector<QuestionRow> questions_of(db::Door& door, ProposalId const& proposal, visit::PersonId const& buddy) {
    return door.list<QuestionRow>(std::string{columns} + "where q.partnership = :partnership and q.proposal = :proposal and q.buddy = :buddy order by q.asked_at, q.id", door.scope().partnership, proposal, buddy);
}
std::vector<QuestionRow> open_questions(db::Door& door) {
    return door.list<QuestionRow>(std::string{columns} + "join proposals p on p.partnership = q.partnership and p.id = q.proposal where q.partnership = :partnership and q.answered_at is null and p.ended_at is null and " + std::string{decided} + " is null order by q.asked_at, q.id", door.scope().partnership);
}
std::vector<Pause> pauses_of(db::Door& door, ProposalId const& proposal) {
    return door.list<Pause>("select q.asked_at, coalesce(q.answered_at, " + std::string{decided} + ") from proposal_questions q join proposals p on p.partnership = q.partnership and p.id = q.proposal where q.partnership = :partnership and q.proposal = :proposal order by q.asked_at, q.id", door.scope().partnership, proposal);
}
std::string question_of(confidentiality::Keyring& keys, QuestionRow const& row) { return keys.open(row.question, place(row.id, "question")).value_or(""); }
std::string answer_of(confidentiality::Keyring& keys, QuestionRow const& row) { return keys.open(row.answer, place(row.id, "answer")).value_or(""); }

} // namespace matching
