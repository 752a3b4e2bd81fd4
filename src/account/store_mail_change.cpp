#include "account/store_mail_change.h"

namespace account {
namespace {

confidentiality::Place place(MailChangeId const& id) { return {"mail_changes", "mail", id.value()}; }
constexpr std::string_view columns = "select id, person, mail, asked_at, asked_by, old_is_lost, confirmed_at, applying_at from mail_changes where partnership = :partnership ";
constexpr std::string_view waits = "and (confirmed_at is not null or asked_at > :since) ";

} // namespace

bool ask_mail_change(db::Write& tx, confidentiality::Keyring& keys, MailChangeId const& id, visit::PersonId const& person, std::string const& mail, visit::PersonId const& by, bool old_is_lost, base::Moment now) {
    tx.run("delete from mail_changes where partnership = :partnership and person = :person and applying_at is null", tx.scope().partnership, person);
    return tx.run("insert into mail_changes (id, partnership, person, mail, asked_at, asked_by, old_is_lost) values (:id, :partnership, :person, :mail, :now, :by, :lost) on conflict (partnership, person) do nothing", id, tx.scope().partnership, person, keys.seal({person}, place(id), mail), now, by, old_is_lost) == 1;
}

std::optional<MailChangeRow> mail_change_of(db::Door& door, visit::PersonId const& person, base::Moment now) {
    return door.find<MailChangeRow>(std::string{columns} + "and person = :person " + std::string{waits}, door.scope().partnership, person, now - mail_change_lasts);
}
std::optional<MailChangeRow> find_mail_change(db::Door& door, MailChangeId const& id, base::Moment now) {
    return door.find<MailChangeRow>(std::string{columns} + "and id = :id " + std::string{waits}, door.scope().partnership, id, now - mail_change_lasts);
}
std::optional<std::string> new_mail(confidentiality::Keyring& keys, MailChangeRow const& row) { return keys.open(row.mail, place(row.id)); }

bool confirm_mail_change(db::Write& tx, MailChangeId const& id, base::Moment now) {
    return tx.run("update mail_changes set confirmed_at = :now where partnership = :partnership and id = :id and confirmed_at is null and asked_at > :since", now, tx.scope().partnership, id, now - mail_change_lasts) == 1;
}
bool drop_mail_change(db::Write& tx, MailChangeId const& id) { return tx.run("delete from mail_changes where partnership = :partnership and id = :id and applying_at is null", tx.scope().partnership, id) == 1; }
bool begin_mail_change(db::Write& tx, MailChangeId const& id, base::Moment now) { return tx.run("update mail_changes set applying_at = coalesce(applying_at, :now) where partnership = :partnership and id = :id", now, tx.scope().partnership, id) == 1; }
void end_mail_change(db::Write& tx, MailChangeId const& id) { tx.run("delete from mail_changes where partnership = :partnership and id = :id", tx.scope().partnership, id); }
void drop_old_mail_changes(db::Write& tx, base::Moment now) { tx.run("delete from mail_changes where partnership = :partnership and confirmed_at is null and asked_at <= :since", tx.scope().partnership, now - mail_change_lasts); }

void move_account(db::Write& hall, confidentiality::Keyring& keys, AccountId const& account, std::string const& mail, bool old_is_lost, base::Moment now) {
    hall.run("update accounts set mail_hash = :hash where id = :id", mail.empty() ? std::string{} : keys.address_hash(mail), account);
    hall.run("delete from login_links where account = :account and used_at is null", account);
    hall.run("delete from proof_codes where account = :account", account);
    if (!old_is_lost) return;
    revoke_all(hall, account, now);
    hall.run("delete from passkeys where account = :account", account);
}

} // namespace account
