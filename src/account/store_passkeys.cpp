#include "account/store_passkeys.h"

namespace account {
namespace {
constexpr std::string_view columns = "select k.id, k.account, k.public_key, k.algorithm, k.count, k.device, k.made_at, k.used_at from passkeys k join accounts a on a.id = k.account and a.ended_at is null ";
}

crypto::Passkey PasskeyRow::key() const { return {base::from_base64url(id), base::from_base64url(public_key), algorithm, static_cast<std::uint32_t>(count)}; }

bool add_passkey(db::Write& hall, AccountId const& account, crypto::Passkey const& key, std::string const& device, base::Moment now) {
    if (hall.one<std::int64_t>("select count(*) from passkeys where account = :account", account).value_or(0) >= most_passkeys) return false;
    return hall.run("insert into passkeys (id, account, public_key, algorithm, count, device, made_at) values (:id, :account, :key, :algorithm, :count, :device, :now) on conflict do nothing", base::base64url(key.id), account, base::base64url(key.public_key), static_cast<std::int64_t>(key.algorithm), static_cast<std::int64_t>(key.count), device, now) == 1;
}
std::vector<PasskeyRow> passkeys_of(db::Door& hall, AccountId const& account) { return hall.list<PasskeyRow>(std::string{columns} + "where k.account = :account order by k.made_at, k.id", account); }
std::optional<PasskeyRow> find_passkey(db::Door& hall, std::string const& id) { return hall.find<PasskeyRow>(std::string{columns} + "where k.id = :id", id); }
bool count_passkey(db::Write& hall, PasskeyRow const& row, std::uint32_t count, base::Moment now) {
    return hall.run("update passkeys set count = :count, used_at = :now where id = :id and count = :before", static_cast<std::int64_t>(count), now, row.id, row.count) == 1;
}
bool remove_passkey(db::Write& hall, AccountId const& account, std::string const& id) { return hall.run("delete from passkeys where id = :id and account = :account", id, account) == 1; }
bool use_challenge(db::Write& hall, std::string const& challenge, base::Moment ends, base::Moment now) {
    hall.run("delete from used_challenges where ends_at < :now", now);
    return hall.run("insert into used_challenges (hash, ends_at) values (:hash, :ends) on conflict do nothing", token_hash(challenge), ends) == 1;
}

} // namespace account
