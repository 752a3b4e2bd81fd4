#pragma once
// Interviews and outcomes in the database. The notes are confidential: they open for who may hold the interview, and that is logged.
#include "confidentiality/store_confidential.h"
#include "intake/interview.h"
#include "people/store_people.h"
#include "recruitment/store_sign_up.h"

#include <optional>
#include <vector>

namespace intake {

using Notes = confidentiality::Confidential<Interview, visit::Action::hold_interview>;
using HoldGrant = visit::Granted<visit::Action::hold_interview, Interview>;

struct Entry {
    InterviewId id;
    recruitment::SignUpId sign_up;
    visit::PersonId person;
    base::Moment begins_at;
    int minutes;
    Way way;
    std::string place;
    int sequence;
    std::optional<base::Moment> cancelled_at;
    confidentiality::Sealed notes;
    std::optional<base::Moment> notes_at;
    int version;
    std::optional<base::Moment> no_show_at;
    int points_version; ///< of the checklist
    Notes confidential() const { return {id, notes, "interviews", "notes"}; }
};

struct OutcomeEntry {
    OutcomeId id;
    InterviewId interview;
    visit::PersonId person;
    Advice advice;
    confidentiality::Sealed words;
    std::optional<base::Date> talk_again_on;
    base::Moment recorded_at;
    std::optional<base::Date> discussed_on;
    std::optional<Answer> answer;
    confidentiality::Sealed answer_words;
    std::optional<base::Moment> answered_at;
    std::optional<bool> other_person; ///< whether a second talk is wanted with someone else
};

/// Plans an interview for a sign-up and takes the sign-up over.
void add(db::Write& tx, InterviewId const& id, recruitment::SignUpId const& sign_up, visit::PersonId const& person, Plan const& plan, visit::PersonId const& by, base::Moment now);
/// Moves a planned interview; false when someone else changed it meanwhile.
bool change(db::Write& tx, InterviewId const& id, Plan const& plan, int version);
/// Cancels, puts the time on offer again if it was one, and lets the sign-up wait again; false when it was cancelled already.
bool cancel(db::Write& tx, Entry const& entry, base::Moment now);
/// Notes that the candidate did not come, and lets the sign-up wait again; false when that stood already.
bool set_no_show(db::Write& tx, Entry const& entry, base::Moment now);
std::optional<Entry> find(db::Door& door, InterviewId const& id);
/// The interviews of the partnership that begin in a span, soonest first; not those called off.
std::vector<Entry> list_between(db::Door& door, base::Moment from, base::Moment until);
/// The interview that stands or was held last; not one that was called off or to which the candidate did not come.
std::optional<Entry> newest_of(db::Door& door, visit::PersonId const& person);
/// The same while whoever else plans for this sign-up waits until this is done, so that two at once never plan two talks.
std::optional<Entry> find_alone(db::Write& tx, recruitment::SignUpId const& sign_up, visit::PersonId const& person);
/// A talk planned since this outcome, which has no outcome yet.
std::optional<Entry> talk_since(db::Door& door, OutcomeEntry const& outcome);
/// The talks of a person that still lie ahead.
std::vector<Entry> ahead_of(db::Door& door, visit::PersonId const& person, base::Moment now);
/// Keeps the notes: answers by point, sealed for the candidate and with a key of the talk itself, so that the text can go before the person does.
void keep_notes(db::Write& tx, confidentiality::Keyring& keys, Entry const& entry, std::string const& notes, base::Moment now);

/// Records an outcome; an earlier one of the same person is replaced but stays.
void add_outcome(db::Write& tx, confidentiality::Keyring& keys, OutcomeId const& id, Entry const& interview, Decided const& decided, visit::PersonId const& by, base::Moment now);
std::optional<OutcomeEntry> outcome_of(db::Door& door, visit::PersonId const& person);
void set_discussed(db::Write& tx, OutcomeId const& id, base::Date day);
/// Keeps the answer, and whether an objection is rather talked about with someone else; true for the first one after the talk about it.
bool answer(db::Write& tx, confidentiality::Keyring& keys, OutcomeEntry const& outcome, Answer answer, std::string const& words, bool other_person, base::Moment now);
std::string words_of(confidentiality::Keyring& keys, OutcomeEntry const& outcome);
std::string answer_words_of(confidentiality::Keyring& keys, OutcomeEntry const& outcome);

} // namespace intake
