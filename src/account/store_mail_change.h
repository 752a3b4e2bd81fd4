#pragma once
// Mail addresses that wait to be changed, one at most for each person; the new address is sealed with that person's key.
#include "account/mail_change.h"
#include "account/store_accounts.h"

namespace account {

using MailChangeId = base::Id<MailChange>;

struct MailChangeRow {
    MailChangeId id;
    visit::PersonId person;
    confidentiality::Sealed mail;
    base::Moment asked_at;
    visit::PersonId asked_by;
    bool old_is_lost;
    std::optional<base::Moment> confirmed_at;
};

/// Asks for another address; what this person asked for before is forgotten.
void ask_mail_change(db::Write& tx, confidentiality::Keyring& keys, MailChangeId const& id, visit::PersonId const& person, std::string const& mail, visit::PersonId const& by, bool old_is_lost, base::Moment now);
/// What waits for this person, confirmed or not; nothing once a week passed without a yes.
std::optional<MailChangeRow> mail_change_of(db::Door& door, visit::PersonId const& person, base::Moment now);
std::optional<MailChangeRow> find_mail_change(db::Door& door, MailChangeId const& id, base::Moment now);
/// The new address, empty when there is to be none; nothing when its person was erased.
std::optional<std::string> new_mail(confidentiality::Keyring& keys, MailChangeRow const& row);
/// Confirms it; false when it waits no longer or was confirmed before.
bool confirm_mail_change(db::Write& tx, MailChangeId const& id, base::Moment now);
bool drop_mail_change(db::Write& tx, MailChangeId const& id);
/// Forgets what was never confirmed within its week.
void drop_old_mail_changes(db::Write& tx, base::Moment now);
/// This account logs in by this address from now on (by none when it is empty), and not by a link that lies in the old mailbox.
void move_account(db::Write& hall, confidentiality::Keyring& keys, AccountId const& account, std::string const& mail);

} // namespace account
