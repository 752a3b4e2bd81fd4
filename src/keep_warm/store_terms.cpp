#include "keep_warm/store_terms.h"

namespace keep_warm {

void delete_old(db::Write& tx, base::Moment now) { tx.run("delete from messages where partnership = :partnership and sent_at < :since", tx.scope().partnership, now - std::chrono::hours{24 * 365}); }

} // namespace keep_warm
