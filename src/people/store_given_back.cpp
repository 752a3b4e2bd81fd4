#include "people/store_given_back.h"

namespace people {

GivenBack give_back(db::Write& tx, PersonId const& reader, PersonId const& parent, base::Moment now) {
    if (reader_of(tx, parent) != reader || given_back(tx, parent)) return GivenBack::no;
    if (was_handed_over(tx, parent)) {
        choose_reader(tx, parent, {}, now);
        return GivenBack::waits;
    }
    tx.run("update chosen_readers set given_back_at = :now where partnership = :partnership and person = :person", now, tx.scope().partnership, parent);
    return GivenBack::chooses;
}
bool given_back(db::Door& door, PersonId const& parent) { return door.one<std::int64_t>("select count(*) from chosen_readers where partnership = :partnership and person = :person and given_back_at is not null", door.scope().partnership, parent).value_or(0) > 0; }
bool was_handed_over(db::Door& door, PersonId const& parent) { return door.one<std::int64_t>("select count(*) from chosen_readers where partnership = :partnership and person = :person and handed = 1", door.scope().partnership, parent).value_or(0) > 0; }
void note_handed_over(db::Write& tx, PersonId const& parent) { tx.run("update chosen_readers set handed = 1 where partnership = :partnership and person = :person", tx.scope().partnership, parent); }

} // namespace people
