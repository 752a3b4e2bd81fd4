#pragma once
// Dilemmas in the database, sealed with the key of the buddy whose question it was: erasing the buddy erases them.
#include "confidentiality/store_confidential.h"
#include "support/consult.h"
#include "support/dilemma.h"

#include <optional>
#include <vector>

namespace support {

struct DilemmaRow {
    DilemmaId id;
    ConsultId consult;
    visit::PersonId buddy, expert;
    confidentiality::Sealed words;
    base::Moment sent_at;
    confidentiality::Sealed answer;
    std::optional<base::Moment> answered_at, taken_back_at;
    template <visit::Action A>
    confidentiality::Confidential<Dilemma, A> text() const { return {id, words, "dilemmas", "words"}; }
    template <visit::Action A>
    confidentiality::Confidential<Dilemma, A> reply() const { return {id, answer, "dilemmas", "answer"}; }
};

/// Puts a version of a question before an expert.
void put(db::Write& tx, confidentiality::Keyring& keys, DilemmaId const& id, ConsultId const& head, visit::PersonId const& buddy, visit::PersonId const& expert, std::string const& words, visit::PersonId const& by, base::Moment now);
/// True for the first answer to what was not taken back.
bool reply(db::Write& tx, confidentiality::Keyring& keys, DilemmaRow const& row, std::string const& words, base::Moment now);
/// Takes back what was not answered; true when it was still open.
bool take_back(db::Write& tx, DilemmaId const& id, base::Moment now);
std::optional<DilemmaRow> find_dilemma(db::Door& door, DilemmaId const& id);
/// What was asked of experts about one question, oldest first.
std::vector<DilemmaRow> dilemmas_of(db::Door& door, ConsultId const& head);
/// What stands before an expert, newest first.
std::vector<DilemmaRow> dilemmas_for(db::Door& door, visit::PersonId const& expert);

} // namespace support
