#include "people/store_waiting.h"

namespace people {

std::vector<visit::PersonId> without_mail(db::Door& door) { return door.column<visit::PersonId>("select id from people where partnership = :partnership and mail_hash is null and name <> ''", door.scope().partnership); }

} // namespace people
