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
    std::optional<base::Moment> confirmed_at, applying_at;
    /// Whether it was asked by another, because of who reads the old mailbox: whoever comes in by that mailbox neither sees nor stops it.
    bool hidden_from_old() const { return old_is_lost && asked_by != person; }
};

/// Asks for another address; what was asked for this person before is forgotten. False when the change of before is being made at this moment.
bool ask_mail_change(db::Write& tx, confidentiality::Keyring& keys, MailChangeId const& id, visit::PersonId const& person, std::string const& mail, visit::PersonId const& by, bool old_is_lost, base::Moment now);
/// What waits for this person, confirmed or not; nothing once a week passed without a yes.
std::optional<MailChangeRow> mail_change_of(db::Door& door, visit::PersonId const& person, base::Moment now);
std::optional<MailChangeRow> find_mail_change(db::Door& door, MailChangeId const& id, base::Moment now);
/// The new address, empty when there is to be none; nothing when its person was erased.
std::optional<std::string> new_mail(confidentiality::Keyring& keys, MailChangeRow const& row);
/// Confirms it; false when it waits no longer or was confirmed before.
bool confirm_mail_change(db::Write& tx, MailChangeId const& id, base::Moment now);
/// Forgets one that nobody began to make; false when there is none.
bool drop_mail_change(db::Write& tx, MailChangeId const& id);
/// Begins to make it: from here on it is neither stopped nor asked anew; false when it is gone. Beginning twice is once.
bool begin_mail_change(db::Write& tx, MailChangeId const& id, base::Moment now);
/// It was made.
void end_mail_change(db::Write& tx, MailChangeId const& id);
/// Forgets what was never confirmed within its week.
void drop_old_mail_changes(db::Write& tx, base::Moment now);
/// This account logs in by this address from now on (by none when it is empty), and not by a link or code that lies in the old mailbox. Where the old one was lost or is read by another, whatever was opened or made by it ends too: sessions and passkeys.
void move_account(db::Write& hall, confidentiality::Keyring& keys, AccountId const& account, std::string const& mail, bool old_is_lost, base::Moment now);

} // namespace account
