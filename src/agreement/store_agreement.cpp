#include "agreement/store_agreement.h"

namespace agreement {

std::vector<Version> versions(db::Door& door) { return door.list<Version>("select version, words, written_by, written_at from agreement_texts where partnership = :partnership order by version desc", door.scope().partnership); }
int newest(db::Door& door) { return door.one<int>("select max(version) from agreement_texts where partnership = :partnership", door.scope().partnership).value_or(0); }
bool add_version(db::Write& tx, std::string const& words, int after, visit::PersonId const& by, base::Moment now) {
    if (newest(tx) != after) return false;
    return tx.run("insert into agreement_texts (partnership, version, words, written_by, written_at) values (:partnership, :version, :words, :by, :now) on conflict do nothing", tx.scope().partnership, after + 1, words, by, now) == 1;
}
std::optional<Accepted> accepted_by(db::Door& door, visit::PersonId const& person) {
    return door.find<Accepted>("select version, accepted_at from agreements where partnership = :partnership and person = :person order by version desc limit 1", door.scope().partnership, person);
}
void accept(db::Write& tx, visit::PersonId const& person, int version, base::Moment now) {
    tx.run("insert into agreements (partnership, person, version, accepted_at) values (:partnership, :person, :version, :now) on conflict do nothing", tx.scope().partnership, person, version, now);
}
std::int64_t count_accepted(db::Door& door, int version) {
    return door.one<std::int64_t>("select count(*) from agreements a where a.partnership = :partnership and a.version = :version and exists (select 1 from person_roles r where r.partnership = a.partnership and r.person = a.person and r.role = 'buddy' and r.until is null)", door.scope().partnership, version).value_or(0);
}

} // namespace agreement
