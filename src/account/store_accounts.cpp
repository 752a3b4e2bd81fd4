#include "account/store_accounts.h"

#include "platform/crypto/crypto.h"

namespace account {
namespace {

/// Accounts have a key of their own in the key store, under their id.
visit::PersonId key_holder(AccountId const& account) { return visit::PersonId{account.value()}; }
confidentiality::Place totp_place(AccountId const& account) { return {"accounts", "totp", account.value()}; }
constexpr std::string_view session_columns = "select hash, account, of_partnership, created_at, seen_at, ends_at, idle_seconds, second_factor, revoked_at, device, proved_at from sessions ";

struct Codes {
    std::string recovery;
    std::int64_t totp_step;
};
struct Count {
    base::Moment since;
    int count;
};

} // namespace

std::string token_hash(std::string const& token) { return base::base64url(crypto::hash(token)); }

AccountId add_account(db::Write& hall, confidentiality::Keyring& keys, base::Random& random, std::string const& mail, base::Moment now) {
    auto id = base::new_id<Account>(random);
    keys.create(key_holder(id));
    hall.run("insert into accounts (id, mail_hash, totp, totp_step, recovery, created_at) values (:id, :hash, '', 0, '', :now)", id, keys.address_hash(mail), now);
    return id;
}

void add_membership(db::Write& hall, AccountId const& account, visit::PartnershipId const& partnership, visit::PersonId const& person) {
    hall.run("insert into memberships (account, of_partnership, person) values (:account, :partnership, :person) on conflict (account, of_partnership) do nothing", account, partnership, person);
}

std::optional<AccountId> find_by_mail(db::Door& hall, confidentiality::Keyring& keys, std::string const& mail) {
    return hall.one<AccountId>("select id from accounts where mail_hash = :hash and ended_at is null order by created_at, id", keys.address_hash(mail));
}
std::vector<AccountId> all_with_mail_of(db::Door& hall, AccountId const& account) {
    return hall.column<AccountId>("select a.id from accounts a join accounts b on a.mail_hash = b.mail_hash where b.id = :id and a.ended_at is null and a.mail_hash <> '' order by a.created_at, a.id", account);
}
std::optional<AccountId> find_by_person(db::Door& hall, visit::PersonId const& person) { return hall.one<AccountId>("select account from memberships where person = :person", person); }
std::vector<Membership> memberships(db::Door& hall, AccountId const& account) { return hall.list<Membership>("select m.account, m.of_partnership, m.person from memberships m join partnerships p on p.id = m.of_partnership where m.account = :account order by p.position, p.name, p.id", account); }

void add_link(db::Write& hall, std::string const& token, AccountId const& account, std::string const& browser_hash, base::Moment ends) {
    hall.run("insert into login_links (hash, account, browser_hash, code_hash, tries, ends_at) values (:hash, :account, :browser, '', 0, :ends)", token_hash(token), account, browser_hash, ends);
}
std::optional<Link> find_link(db::Door& hall, std::string const& token, base::Moment now) {
    return hall.find<Link>("select account, browser_hash from login_links where hash = :hash and used_at is null and ends_at > :now", token_hash(token), now);
}
std::optional<AccountId> use_link(db::Write& hall, std::string const& token, base::Moment now) {
    return hall.one<AccountId>("update login_links set used_at = :now where hash = :hash and used_at is null and ends_at > :now returning account", now, token_hash(token));
}
void give_code(db::Write& hall, std::string const& token, std::string const& code_hash) { hall.run("update login_links set code_hash = :code where hash = :hash and used_at is null", code_hash, token_hash(token)); }
std::optional<AccountId> use_code(db::Write& hall, std::string const& browser_hash, std::string const& code_hash, base::Moment now) {
    hall.run("update login_links set tries = tries + 1 where browser_hash = :browser and used_at is null", browser_hash);
    return hall.one<AccountId>("update login_links set used_at = :now where browser_hash = :browser and code_hash = :code and code_hash <> '' and used_at is null and ends_at > :now and tries <= :most returning account", now, browser_hash, code_hash, most_code_tries);
}

std::string open_session(db::Write& hall, base::Random& random, AccountId const& account, visit::PartnershipId const& partnership, Limits limits, bool second_factor, std::string const& device, base::Moment now, std::optional<base::Moment> const& proved_at) {
    auto secret = base::random_text(random, 32);
    hall.run("insert into sessions (hash, account, of_partnership, created_at, seen_at, ends_at, idle_seconds, second_factor, device, proved_at) values (:hash, :account, :partnership, :now, :now, :ends, :idle, :second, :device, :proved)", token_hash(secret), account, partnership, now,
             now + limits.absolute, static_cast<std::int64_t>(limits.idle.count()), second_factor, device, proved_at.value_or(now));
    return secret;
}
std::optional<Session> find_session(db::Door& hall, std::string const& secret, base::Moment now) {
    return hall.find<Session>(std::string{session_columns} + "where hash = :hash and revoked_at is null and ends_at > :now and seen_at + idle_seconds > :now", token_hash(secret), now);
}
std::optional<Session> find_ended_session(db::Door& hall, std::string const& secret) { return hall.find<Session>(std::string{session_columns} + "where hash = :hash and revoked_at is null", token_hash(secret)); }
std::vector<Session> sessions_of(db::Door& hall, AccountId const& account, base::Moment now) {
    return hall.list<Session>(std::string{session_columns} + "where account = :account and revoked_at is null and ends_at > :now and seen_at + idle_seconds > :now order by seen_at desc, hash", account, now);
}
void touch(db::Write& hall, std::string const& hash, base::Moment now) { hall.run("update sessions set seen_at = :now where hash = :hash and seen_at < :now", now, hash); }
void revoke(db::Write& hall, std::string const& hash, AccountId const& account, base::Moment now) { hall.run("update sessions set revoked_at = :now where hash = :hash and account = :account and revoked_at is null", now, hash, account); }
void revoke_all(db::Write& hall, AccountId const& account, base::Moment now) { hall.run("update sessions set revoked_at = :now where account = :account and revoked_at is null", now, account); }
void move_session(db::Write& hall, std::string const& hash, visit::PartnershipId const& partnership) { hall.run("update sessions set of_partnership = :partnership where hash = :hash", partnership, hash); }

std::optional<std::string> totp_secret(db::Door& hall, confidentiality::Keyring& keys, AccountId const& account) {
    auto sealed = hall.one<confidentiality::Sealed>("select totp from accounts where id = :id", account);
    if (!sealed || sealed->empty()) return {};
    auto text = keys.open(*sealed, totp_place(account));
    if (!text) return {};
    return base::from_base64url(*text);
}
void set_totp(db::Write& hall, confidentiality::Keyring& keys, AccountId const& account, std::string const& secret, std::vector<std::string> const& recovery_codes) {
    std::string hashes;
    for (auto const& code : recovery_codes) hashes += token_hash(code) + " ";
    hall.run("update accounts set totp = :totp, totp_step = 0, recovery = :recovery where id = :id", keys.seal({key_holder(account)}, totp_place(account), base::base64url(secret)), hashes, account);
}
bool accept_code(db::Write& hall, confidentiality::Keyring& keys, AccountId const& account, std::string const& code, base::Moment now) {
    auto kept = hall.find<Codes>("select recovery, totp_step from accounts where id = :id", account);
    auto secret = kept ? totp_secret(hall, keys, account) : std::nullopt;
    if (!secret) return false;
    if (auto step = crypto::totp_step(*secret, code, now, kept->totp_step)) return hall.run("update accounts set totp_step = :step where id = :id and totp_step < :step", *step, account) == 1;
    if (code.size() < 8) return false;
    // as it was typed too: the codes of before had capitals, small letters and dashes of their own
    for (auto const& said : {tidy_recovery_code(code), code}) {
        auto const hash = token_hash(said) + " ";
        auto const at = kept->recovery.find(hash);
        if (at == std::string::npos) continue;
        auto rest = kept->recovery;
        rest.erase(at, hash.size());
        return hall.run("update accounts set recovery = :rest where id = :id and recovery = :was", rest, account, kept->recovery) == 1;
    }
    return false;
}

void give_proof_code(db::Write& hall, AccountId const& account, std::string const& code_hash, base::Moment ends) {
    hall.run("insert into proof_codes (account, code_hash, ends_at, tries) values (:account, :code, :ends, 0) on conflict (account) do update set code_hash = excluded.code_hash, ends_at = excluded.ends_at, tries = 0", account, code_hash, ends);
}
bool use_proof_code(db::Write& hall, AccountId const& account, std::string const& code_hash, base::Moment now) {
    hall.run("update proof_codes set tries = tries + 1 where account = :account", account);
    return hall.run("delete from proof_codes where account = :account and code_hash = :code and ends_at > :now and tries <= :most", account, code_hash, now, most_code_tries) == 1;
}

bool attempt(db::Write& hall, std::string const& what, int most, std::chrono::seconds window, base::Moment now) {
    auto key = token_hash(what);
    auto row = hall.find<Count>("select since, count from attempts where what = :what", key);
    if (!row || row->since + window <= now) {
        hall.run("insert into attempts (what, since, count) values (:what, :now, 1) on conflict (what) do update set since = :now, count = 1", key, now);
        return true;
    }
    hall.run("update attempts set count = count + 1 where what = :what", key);
    return row->count < most;
}

void park(db::Write& hall, AccountId const& account, std::string const& path, confidentiality::Sealed const& sealed, base::Moment now) {
    hall.run("insert into parked_forms (account, path, sealed, parked_at) values (:account, :path, :sealed, :now) on conflict (account) do update set path = :path, sealed = :sealed, parked_at = :now", account, path, sealed, now);
}
std::optional<Parked> parked(db::Door& hall, AccountId const& account, base::Moment now) {
    return hall.find<Parked>("select path, sealed from parked_forms where account = :account and parked_at > :since", account, now - std::chrono::hours{24 * 7});
}
void drop_parked(db::Write& hall, AccountId const& account) { hall.run("delete from parked_forms where account = :account", account); }

std::string add_action_link(db::Write& tx, base::Random& random, std::string const& act, std::string const& object, visit::PersonId const& person, base::Moment now, base::Moment ends) {
    auto token = tx.scope().partnership + "." + base::random_text(random, 32);
    tx.run("insert into action_links (hash, partnership, act, object, person, made_at, ends_at) values (:hash, :partnership, :act, :object, :person, :now, :ends)", token_hash(token), tx.scope().partnership, act, object, person, now, ends);
    return token;
}
std::optional<ActionLink> find_action_link(db::Door& door, std::string const& token, base::Moment now) {
    return door.find<ActionLink>("select act, object, person, used_at from action_links where partnership = :partnership and hash = :hash and ends_at > :now", door.scope().partnership, token_hash(token), now);
}
bool use_action_link(db::Write& tx, std::string const& token, base::Moment now) {
    return tx.run("update action_links set used_at = :now where partnership = :partnership and hash = :hash and used_at is null and ends_at > :now", now, tx.scope().partnership, token_hash(token)) == 1;
}

} // namespace account
