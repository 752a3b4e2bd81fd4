#include "keep_warm/store_terms.h"

namespace keep_warm {

namespace {
constexpr std::string_view past = "from messages where partnership = :partnership and sent_at < :since";
base::Moment since(base::Moment now) { return now - std::chrono::hours{24 * 365}; }
} // namespace

std::int64_t old(db::Door& door, base::Moment now) { return door.one<std::int64_t>("select count(*) " + std::string{past}, door.scope().partnership, since(now)).value_or(0); }
void delete_old(db::Write& tx, base::Moment now) { tx.run("delete " + std::string{past}, tx.scope().partnership, since(now)); }

} // namespace keep_warm
