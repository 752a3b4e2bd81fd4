#include "confidentiality/store_consent.h"

namespace confidentiality {

void give(db::Write& tx, visit::PersonId const& person, Purpose purpose, int text_version, text::Language language, base::Moment now) {
    withdraw(tx, person, purpose, now);
    tx.run("insert into consents (partnership, person, purpose, text_version, language, given_at) values (:partnership, :person, :purpose, :version, :language, :now)", tx.scope().partnership, person, purpose, text_version, language, now);
}

void withdraw(db::Write& tx, visit::PersonId const& person, Purpose purpose, base::Moment now) {
    tx.run("update consents set withdrawn_at = :now where partnership = :partnership and person = :person and purpose = :purpose and withdrawn_at is null", now, tx.scope().partnership, person, purpose);
}

bool stands(db::Door& door, visit::PersonId const& person, Purpose purpose) {
    return door.one<std::int64_t>("select count(*) from consents where partnership = :partnership and person = :person and purpose = :purpose and withdrawn_at is null", door.scope().partnership, person, purpose).value_or(0) > 0;
}

std::vector<Consent> consents_of(db::Door& door, visit::PersonId const& person) {
    return door.list<Consent>("select purpose, text_version, language, given_at, withdrawn_at from consents where partnership = :partnership and person = :person order by given_at desc, purpose", door.scope().partnership, person);
}

} // namespace confidentiality
