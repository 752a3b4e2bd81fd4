#pragma once
// Who thinks along, in the database. What a professional wrote is sealed with the parent's key; the coordinator reads it through `released_thoughts` only, after the parent's yes.
#include "confidentiality/store_keyring.h"
#include "help_request/help_request.h"
#include "matching/thought.h"
#include "platform/db/database.h"
#include "platform/text/language.h"
#include "visit/policy.h"
#include "visit/term.h"

#include <optional>
#include <vector>

namespace matching {

struct ThoughtRow {
    ThoughtId id;
    help_request::HelpRequestId request;
    visit::PersonId parent, professional;
    std::string items;
    base::Moment asked_at;
    confidentiality::Sealed words;
    std::optional<base::Moment> written_at, released_at, withdrawn_at;
};

/// Asks someone, whose key exists, to think along about a request; false when someone is asked already.
bool ask(db::Write& tx, confidentiality::Keyring& keys, ThoughtId const& id, help_request::HelpRequestId const& request, visit::PersonId const& parent, visit::PersonId const& professional, AskedThought const& asked, base::Moment now);
std::optional<ThoughtRow> find_thought(db::Door& door, ThoughtId const& id);
/// The one who is asked about a request now.
std::optional<ThoughtRow> thought_about(db::Door& door, help_request::HelpRequestId const& request);
/// Keeps what the professional wrote; true for the first time, as long as the parent did not take it back.
bool write(db::Write& tx, confidentiality::Keyring& keys, ThoughtRow const& row, std::string const& words, base::Moment now);
/// The parent lets the coordinator read it.
void release(db::Write& tx, ThoughtId const& id, base::Moment now);
/// The parent takes it back: the link opens nothing from now on, and what was written is gone.
void take_back(db::Write& tx, ThoughtId const& id, base::Moment now);
/// What was written, for the parent.
std::string words_of(confidentiality::Keyring& keys, ThoughtRow const& row);

/// The hatch for who arranges a match: what professionals wrote about a request, word for word, as far as the parent let it be read.
std::vector<std::string> released_thoughts(db::Door& door, confidentiality::Keyring& keys, visit::Granted<visit::Action::read_request, help_request::HelpRequest> const& granted);
/// Until which day a professional is kept.
std::vector<visit::Term> thought_terms(db::Door& door);

} // namespace matching
