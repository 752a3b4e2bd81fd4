#include "help_request/store_later.h"

namespace help_request {
namespace {
std::string bound(std::string const& id) { return "request_drafts|" + id; }
} // namespace

std::string later_id(std::string const& secret) { return base::base64url(crypto::hash("later-id|" + secret)); }
// the code alone would be guessed from a stolen database: the secret of the link goes into the key too
crypto::Key later_key(std::string const& secret, std::string const& code) { return crypto::derive(crypto::from_code(code, secret), "later-key|" + secret); }
void keep_for_later(db::Write& tx, base::Random& random, std::string const& secret, crypto::Key const& key, std::string const& answers, base::Moment now) {
    auto const id = later_id(secret);
    tx.run("insert into request_drafts (partnership, id, sealed, wrong, ends_at) values (:partnership, :id, :sealed, 0, :ends_at)", tx.scope().partnership, id, base::base64url(crypto::seal(key, bound(id), answers, random)), kept_until(now));
}
bool waits_for_later(db::Door& door, std::string const& secret, base::Moment now) {
    return door.one<std::int64_t>("select count(*) from request_drafts where partnership = :partnership and id = :id and ends_at > :now and wrong < :most", door.scope().partnership, later_id(secret), now, most_wrong_codes).value_or(0) > 0;
}
std::optional<std::string> attempt(db::Write& tx, std::string const& secret, base::Moment now) {
    auto const id = later_id(secret);
    if (tx.run("update request_drafts set wrong = wrong + 1 where partnership = :partnership and id = :id and ends_at > :now and wrong < :most", tx.scope().partnership, id, now, most_wrong_codes) == 0) return {};
    return tx.one<std::string>("select sealed from request_drafts where partnership = :partnership and id = :id", tx.scope().partnership, id);
}
std::optional<std::string> open_later(std::string const& sealed, std::string const& secret, crypto::Key const& key) { return crypto::open(key, bound(later_id(secret)), base::from_base64url(sealed)); }
void note_attempt(db::Write& tx, std::string const& secret, bool right) {
    auto const id = later_id(secret);
    if (right) tx.run("update request_drafts set wrong = 0 where partnership = :partnership and id = :id", tx.scope().partnership, id);
    else tx.run("delete from request_drafts where partnership = :partnership and id = :id and wrong >= :most", tx.scope().partnership, id, most_wrong_codes);
}
void drop_later(db::Write& tx, std::string const& id) { tx.run("delete from request_drafts where partnership = :partnership and id = :id", tx.scope().partnership, id); }
void drop_old(db::Write& tx, base::Moment now) { tx.run("delete from request_drafts where partnership = :partnership and ends_at <= :now", tx.scope().partnership, now); }

} // namespace help_request
