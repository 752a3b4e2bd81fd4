#pragma once
// Accounts, login links, sessions and action links in the database: only hashes of secrets are kept.
#include "account/account.h"
#include "confidentiality/store_keyring.h"
#include "platform/db/database.h"
#include "visit/viewer.h"

#include <optional>
#include <string>
#include <vector>

namespace account {

using AccountId = visit::AccountId;

/// One account: a human who may belong to several partnerships.
struct Account {
    AccountId id;
    bool has_second_factor;
};

struct Membership {
    AccountId account;
    visit::PartnershipId partnership;
    visit::PersonId person;
};

struct Session {
    std::string hash;
    AccountId account;
    visit::PartnershipId partnership;
    base::Moment created_at, seen_at, ends_at;
    int idle_seconds;
    bool second_factor;
    std::optional<base::Moment> revoked_at;
    std::string device;
    base::Moment proved_at; ///< when its owner last showed who it is: at the login, or by proving it again
};

/// The hash under which a secret token is kept.
std::string token_hash(std::string const& token);

AccountId add_account(db::Write& hall, confidentiality::Keyring& keys, base::Random& random, std::string const& mail, base::Moment now);
void add_membership(db::Write& hall, AccountId const& account, visit::PartnershipId const& partnership, visit::PersonId const& person);
std::optional<AccountId> find_by_mail(db::Door& hall, confidentiality::Keyring& keys, std::string const& mail);
/// All accounts with this address: one address may serve two people.
std::vector<AccountId> all_with_mail_of(db::Door& hall, AccountId const& account);
std::optional<AccountId> find_by_person(db::Door& hall, visit::PersonId const& person);
std::vector<Membership> memberships(db::Door& hall, AccountId const& account);

/// Keeps a login link: its hash, for whom, and the browser that asked.
void add_link(db::Write& hall, std::string const& token, AccountId const& account, std::string const& browser_hash, base::Moment ends);
struct Link {
    AccountId account;
    std::string browser_hash;
};
/// A link that could still be used.
std::optional<Link> find_link(db::Door& hall, std::string const& token, base::Moment now);
/// Uses a link up; only one caller ever gets the account.
std::optional<AccountId> use_link(db::Write& hall, std::string const& token, base::Moment now);
/// A link opened elsewhere shows a code; the browser that asked may type it.
void give_code(db::Write& hall, std::string const& token, std::string const& code_hash);
/// The account when this browser types the code of its link in time and within five tries.
std::optional<AccountId> use_code(db::Write& hall, std::string const& browser_hash, std::string const& code_hash, base::Moment now);

/// Opens a session and gives its secret; only the hash stays here. It counts as proved now, or when the one it goes on from was.
std::string open_session(db::Write& hall, base::Random& random, AccountId const& account, visit::PartnershipId const& partnership, Limits limits, bool second_factor, std::string const& device, base::Moment now, std::optional<base::Moment> const& proved_at = {});
/// A session that lives now.
std::optional<Session> find_session(db::Door& hall, std::string const& secret, base::Moment now);
/// A session of this secret, also when it has ended by time (not when it was revoked).
std::optional<Session> find_ended_session(db::Door& hall, std::string const& secret);
std::vector<Session> sessions_of(db::Door& hall, AccountId const& account, base::Moment now);
/// Notes that a session was used; written at most once a minute.
void touch(db::Write& hall, std::string const& hash, base::Moment now);
void revoke(db::Write& hall, std::string const& hash, AccountId const& account, base::Moment now);
void revoke_all(db::Write& hall, AccountId const& account, base::Moment now);
void move_session(db::Write& hall, std::string const& hash, visit::PartnershipId const& partnership);

/// The secret of an authenticator app, opened; nothing when none was set.
std::optional<std::string> totp_secret(db::Door& hall, confidentiality::Keyring& keys, AccountId const& account);
/// Sets the secret and the recovery codes (kept as hashes).
void set_totp(db::Write& hall, confidentiality::Keyring& keys, AccountId const& account, std::string const& secret, std::vector<std::string> const& recovery_codes);
/// Accepts a code once; also a recovery code, which is then gone.
bool accept_code(db::Write& hall, confidentiality::Keyring& keys, AccountId const& account, std::string const& code, base::Moment now);

/// Keeps a code that was sent to the owner of an account to prove it again; an earlier one is gone.
void give_proof_code(db::Write& hall, AccountId const& account, std::string const& code_hash, base::Moment ends);
/// Accepts that code once, in time and within five tries.
bool use_proof_code(db::Write& hall, AccountId const& account, std::string const& code_hash, base::Moment now);

/// Counts an attempt; false when more than `most` were made within the window.
bool attempt(db::Write& hall, std::string const& what, int most, std::chrono::seconds window, base::Moment now);

/// What was posted into an ended session, sealed; it returns only to the same account.
struct Parked {
    std::string path;
    confidentiality::Sealed sealed;
};
void park(db::Write& hall, AccountId const& account, std::string const& path, confidentiality::Sealed const& sealed, base::Moment now);
std::optional<Parked> parked(db::Door& hall, AccountId const& account, base::Moment now);
void drop_parked(db::Write& hall, AccountId const& account);

/// An action link (actielink): one act on one object until a day; gives the token.
std::string add_action_link(db::Write& tx, base::Random& random, std::string const& act, std::string const& object, visit::PersonId const& person, base::Moment now, base::Moment ends);
struct ActionLink {
    std::string act, object;
    visit::PersonId person;
    std::optional<base::Moment> used_at;
};
/// A link that has not ended; used or not.
std::optional<ActionLink> find_action_link(db::Door& door, std::string const& token, base::Moment now);
/// Uses a link up; true for one caller only.
bool use_action_link(db::Write& tx, std::string const& token, base::Moment now);

} // namespace account
