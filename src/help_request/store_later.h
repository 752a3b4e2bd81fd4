#pragma once
// Answers kept for later, in the database: sealed with a key made from the secret of the link and the parent's code, neither of which is kept. Counted nowhere.
#include "help_request/later.h"
#include "platform/base/random.h"
#include "platform/crypto/crypto.h"
#include "platform/db/database.h"

#include <optional>
#include <string>

namespace help_request {

/// The name under which the answers behind a link are kept; it tells nothing of the secret.
std::string later_id(std::string const& secret);
/// The key that opens them. Slow on purpose: ask for it outside a transaction.
crypto::Key later_key(std::string const& secret, std::string const& code);
/// Keeps answers under a link.
void keep_for_later(db::Write& tx, base::Random& random, std::string const& secret, crypto::Key const& key, std::string const& answers, base::Moment now);
/// Whether answers wait behind a link.
bool waits_for_later(db::Door& door, std::string const& secret, base::Moment now);
/// Counts an attempt before it is made; the sealed answers, or nothing when they are gone.
std::optional<std::string> attempt(db::Write& tx, std::string const& secret, base::Moment now);
/// The answers, when the key fits.
std::optional<std::string> open_later(std::string const& sealed, std::string const& secret, crypto::Key const& key);
/// What comes of an attempt: a right code starts the count anew, the last wrong one erases the answers.
void note_attempt(db::Write& tx, std::string const& secret, bool right);
/// Erases the answers under this name.
void drop_later(db::Write& tx, std::string const& id);
/// Erases what is past its term.
void drop_old(db::Write& tx, base::Moment now);

} // namespace help_request
