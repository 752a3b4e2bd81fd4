#pragma once
// Passkeys (toegangssleutels) in the database: the public halves only, each of one account.
#include "account/store_accounts.h"
#include "platform/crypto/passkey.h"

#include <optional>
#include <string>
#include <vector>

namespace account {

struct PasskeyRow {
    std::string id; ///< as base64url text
    AccountId account;
    std::string public_key; ///< as base64url text
    int algorithm;
    std::int64_t count;
    std::string device;
    base::Moment made_at;
    std::optional<base::Moment> used_at;
    crypto::Passkey key() const;
};

inline constexpr int most_passkeys = 10;

/// Keeps a passkey for an account; false when it is there already or the account has ten.
bool add_passkey(db::Write& hall, AccountId const& account, crypto::Passkey const& key, std::string const& device, base::Moment now);
/// The passkeys of an account, the oldest first.
std::vector<PasskeyRow> passkeys_of(db::Door& hall, AccountId const& account);
/// A passkey of an account that has not ended.
std::optional<PasskeyRow> find_passkey(db::Door& hall, std::string const& id);
/// Notes that a passkey was shown; false when another answer counted as far meanwhile.
bool count_passkey(db::Write& hall, PasskeyRow const& row, std::uint32_t count, base::Moment now);
/// Removes a passkey of this account; true when it was there.
bool remove_passkey(db::Write& hall, AccountId const& account, std::string const& id);
/// Uses a challenge up; true for one caller only. Those that would have ended are forgotten.
bool use_challenge(db::Write& hall, std::string const& challenge, base::Moment ends, base::Moment now);

} // namespace account
