#include "people/store_contacts.h"

namespace people {
namespace {
constexpr std::string_view columns = "select id, school, person, position from school_contacts ";
}

std::vector<ContactRow> contacts(db::Door& door, SchoolId const& school) { return door.list<ContactRow>(std::string{columns} + "where partnership = :partnership and school = :school and until is null order by since, id", door.scope().partnership, school); }
std::optional<ContactRow> find_contact(db::Door& door, SchoolContactId const& id) { return door.find<ContactRow>(std::string{columns} + "where partnership = :partnership and id = :id and until is null", door.scope().partnership, id); }

void add_contact(db::Write& tx, confidentiality::Keyring& keys, SchoolContactId const& id, SchoolId const& school, PersonId const& person, Position position, Contact const& contact, base::Moment now) {
    add_person(tx, keys, person, contact, text::Language::nl, now);
    tx.run("insert into school_contacts (id, partnership, school, person, position, since) values (:id, :partnership, :school, :person, :position, :now)", id, tx.scope().partnership, school, person, position, now);
}
void change_position(db::Write& tx, SchoolContactId const& id, Position position) { tx.run("update school_contacts set position = :position where partnership = :partnership and id = :id", position, tx.scope().partnership, id); }
void end_contact(db::Write& tx, SchoolContactId const& id, base::Moment now) { tx.run("update school_contacts set until = :now where partnership = :partnership and id = :id and until is null", now, tx.scope().partnership, id); }

bool only_was_contact(db::Door& door, PersonId const& person) {
    auto count = [&](std::string_view sql) { return door.one<std::int64_t>(sql, door.scope().partnership, person).value_or(0); };
    return count("select count(*) from school_contacts where partnership = :partnership and person = :person and until is not null") > 0 && count("select count(*) from school_contacts where partnership = :partnership and person = :person and until is null") == 0 &&
           count("select count(*) from person_roles where partnership = :partnership and person = :person") == 0;
}

} // namespace people
