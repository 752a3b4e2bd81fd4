#include "people/store_people.h"

namespace people {
namespace {

struct PersonRow {
    PersonId id;
    confidentiality::Sealed name, mail, phone;
    text::Language language;
    bool shared_address;
    base::Moment created_at;
};

confidentiality::Place place(PersonId const& id, std::string_view column) { return {"people", column, id.value()}; }

constexpr std::string_view partnership_columns = "select id, slug, name, support_point, phone, mail, coordinator_name, coordinator_phone, adviser_name, adviser_phone, coordinator_outside, vog_required, hosted_by, position, stands_at, outside_name, outside_mail from partnerships ";
constexpr std::string_view role_columns = "select person, role, outside, since, until, entered_by, confirmed_by from person_roles ";

} // namespace

Marks marks(confidentiality::Keyring& keys, Contact const& contact) {
    auto hash = [&](char const* kind, std::string const& text) { return text.empty() ? std::optional<std::string>{} : keys.address_hash(kind + text); };
    return {hash("", contact.mail), hash("phone:", contact.phone.empty() ? "" : tidy_phone(contact.phone)), hash("name:", text::folded(contact.name))};
}

std::vector<Partnership> partnerships(db::Door& door) { return door.list<Partnership>(std::string{partnership_columns} + "order by position, name"); }
std::optional<Partnership> first_partnership(db::Door& door) { return door.find<Partnership>(std::string{partnership_columns} + "order by position, name limit 1"); }
std::optional<Partnership> find_partnership(db::Door& door, visit::PartnershipId const& id) { return door.find<Partnership>(std::string{partnership_columns} + "where id = :id", id); }
std::optional<Partnership> find_partnership_by_slug(db::Door& door, std::string const& slug) { return door.find<Partnership>(std::string{partnership_columns} + "where slug = :slug", slug); }

void add_partnership(db::Write& tx, Partnership const& p) {
    tx.run("insert into partnerships (id, slug, name, support_point, phone, mail, coordinator_name, coordinator_phone, adviser_name, adviser_phone, coordinator_outside, vog_required, hosted_by, position, stands_at, outside_name, outside_mail) "
           "values (:id, :slug, :name, :support_point, :phone, :mail, :coordinator_name, :coordinator_phone, :adviser_name, :adviser_phone, :outside, :vog, :hosted_by, :position, :stands_at, :outside_name, :outside_mail)",
           p.id, p.slug, p.name, p.support_point, p.phone, p.mail, p.coordinator_name, p.coordinator_phone, p.adviser_name, p.adviser_phone, p.coordinator_outside, p.vog_required, p.hosted_by, p.position, p.stands_at, p.outside_name, p.outside_mail);
}

void change_partnership(db::Write& tx, Partnership const& p) {
    tx.run("update partnerships set name = :name, support_point = :support_point, phone = :phone, mail = :mail, coordinator_name = :coordinator_name, coordinator_phone = :coordinator_phone, adviser_name = :adviser_name, "
           "adviser_phone = :adviser_phone, coordinator_outside = :outside, vog_required = :vog, hosted_by = :hosted_by, outside_name = :outside_name, outside_mail = :outside_mail where id = :id",
           p.name, p.support_point, p.phone, p.mail, p.coordinator_name, p.coordinator_phone, p.adviser_name, p.adviser_phone, p.coordinator_outside, p.vog_required, p.hosted_by, p.outside_name, p.outside_mail, p.id);
}

void add_person(db::Write& tx, confidentiality::Keyring& keys, PersonId const& id, Contact const& contact, text::Language language, base::Moment now) {
    auto const hashes = marks(keys, contact);
    tx.run("insert into people (id, partnership, name, mail, mail_hash, phone, phone_hash, name_hash, language, shared_address, created_at, version) values (:id, :partnership, :name, :mail, :mail_hash, :phone, :phone_hash, :name_hash, :language, 0, :now, 1)", id, tx.scope().partnership,
           keys.seal({id}, place(id, "name"), contact.name), keys.seal({id}, place(id, "mail"), contact.mail), hashes.mail, keys.seal({id}, place(id, "phone"), contact.phone), hashes.phone, hashes.name, language, now);
}

void change_contact(db::Write& tx, confidentiality::Keyring& keys, PersonId const& id, Contact const& contact) {
    auto const hashes = marks(keys, contact);
    tx.run("update people set name = :name, mail = :mail, mail_hash = :mail_hash, phone = :phone, phone_hash = :phone_hash, name_hash = :name_hash, version = version + 1 where partnership = :partnership and id = :id", keys.seal({id}, place(id, "name"), contact.name),
           keys.seal({id}, place(id, "mail"), contact.mail), hashes.mail, keys.seal({id}, place(id, "phone"), contact.phone), hashes.phone, hashes.name, tx.scope().partnership, id);
}

std::optional<Known> find_person(db::Door& door, confidentiality::Keyring& keys, PersonId const& id) {
    auto row = door.find<PersonRow>("select id, name, mail, phone, language, shared_address, created_at from people where partnership = :partnership and id = :id", door.scope().partnership, id);
    if (!row) return {};
    auto name = keys.open(row->name, place(id, "name"));
    if (!name || name->empty()) return {};
    return Known{id, *name, keys.open(row->mail, place(id, "mail")).value_or(""), keys.open(row->phone, place(id, "phone")).value_or(""), row->language, row->shared_address, row->created_at};
}

std::string name_of(db::Door& door, confidentiality::Keyring& keys, PersonId const& id) {
    auto sealed = door.one<confidentiality::Sealed>("select name from people where partnership = :partnership and id = :id", door.scope().partnership, id);
    if (!sealed || sealed->empty()) return "–";
    return keys.open(*sealed, place(id, "name")).value_or("–");
}

std::string first_name(std::string const& name) { return name.substr(0, name.find(' ')); }

namespace {
std::string joined(std::vector<std::string> const& names, text::Language language) {
    return names.size() == 2 ? text::say(base::Sentence{base::tr("{one} en {other}"), {{"one", names.front()}, {"other", names.back()}}}, language) : names.front();
}
} // namespace
std::string names_of(db::Door& door, confidentiality::Keyring& keys, std::vector<PersonId> const& people, text::Language language) {
    std::vector<std::string> names;
    for (auto const& id : people) names.push_back(name_of(door, keys, id));
    return joined(names, language);
}
std::string first_names_of(db::Door& door, confidentiality::Keyring& keys, std::vector<PersonId> const& people, text::Language language) {
    std::vector<std::string> names;
    for (auto const& id : people) names.push_back(first_name(name_of(door, keys, id)));
    return joined(names, language);
}
std::vector<PersonId> with_mail(db::Door& door, confidentiality::Keyring& keys, std::string const& mail) {
    return door.column<PersonId>("select id from people where partnership = :partnership and mail_hash = :hash order by id", door.scope().partnership, keys.address_hash(mail));
}

void give_role(db::Write& tx, PersonId const& person, visit::Role role, bool outside, std::string const& entered_by, std::string const& confirmed_by, base::Moment now) {
    auto standing = tx.one<std::int64_t>("select count(*) from person_roles where partnership = :partnership and person = :person and role = :role and until is null", tx.scope().partnership, person, role);
    if (standing.value_or(0) > 0) return;
    tx.run("insert into person_roles (partnership, person, role, outside, since, until, entered_by, confirmed_by, confirmed_at) values (:partnership, :person, :role, :outside, :now, null, :entered_by, :confirmed_by, :confirmed_at) "
           "on conflict (partnership, person, role, since) do update set until = null",
           tx.scope().partnership, person, role, outside, now, entered_by, confirmed_by.empty() ? std::optional<std::string>{} : confirmed_by, confirmed_by.empty() ? std::optional<base::Moment>{} : now);
}

void end_role(db::Write& tx, PersonId const& person, visit::Role role, base::Moment now) {
    tx.run("update person_roles set until = :now where partnership = :partnership and person = :person and role = :role and until is null", now, tx.scope().partnership, person, role);
}

void confirm_role(db::Write& tx, PersonId const& person, visit::Role role, std::string const& by, base::Moment now) {
    tx.run("update person_roles set confirmed_by = :by, confirmed_at = :now where partnership = :partnership and person = :person and role = :role and until is null and confirmed_by is null", by, now, tx.scope().partnership, person, role);
}

std::vector<RoleRow> roles_of(db::Door& door, PersonId const& person) {
    auto all = door.list<RoleRow>(std::string{role_columns} + "where partnership = :partnership and person = :person and until is null order by role", door.scope().partnership, person);
    std::erase_if(all, [](RoleRow const& row) { return visit::needs_confirmation(row.role) && !row.confirmed_by; });
    return all;
}

std::vector<RoleRow> role_holders(db::Door& door) {
    return door.list<RoleRow>(std::string{role_columns} + "where partnership = :partnership and until is null order by role, since, person", door.scope().partnership);
}

std::vector<RoleRow> waiting_roles(db::Door& door) {
    auto all = role_holders(door);
    std::erase_if(all, [](RoleRow const& row) { return !visit::needs_confirmation(row.role) || row.confirmed_by; });
    return all;
}

std::vector<PersonId> with_role(db::Door& door, visit::Role role) {
    auto const unconfirmed = visit::needs_confirmation(role) ? " and confirmed_by is not null" : "";
    return door.column<PersonId>("select person from person_roles where partnership = :partnership and until is null and role = :role" + std::string{unconfirmed} + " order by since, person", door.scope().partnership, role);
}

} // namespace people
