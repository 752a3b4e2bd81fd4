#pragma once
// People, their roles and partnerships in the database. Names and addresses are sealed; they are opened here for who may see them.
#include "confidentiality/store_keyring.h"
#include "people/person.h"
#include "platform/db/database.h"
#include "platform/text/language.h"
#include "visit/viewer.h"

#include <optional>
#include <string>
#include <vector>

namespace people {

using PersonId = visit::PersonId;

/// The partnership (samenwerkingsverband) as everyone may know it.
struct Partnership {
    visit::PartnershipId id;
    std::string slug, name, support_point, phone, mail, coordinator_name, coordinator_phone, adviser_name, adviser_phone;
    bool coordinator_outside, vog_required;
    std::string hosted_by;
    int position;
    std::optional<base::Moment> stands_at = {};       ///< the moment at which a replayed demonstration stands still
    std::string outside_name = {}, outside_mail = {}; ///< the organisation for which the coordinator works, where that is not the partnership
};
struct Known {
    PersonId id;
    std::string name, mail, phone;
    text::Language language;
    bool shared_address;
    base::Moment created_at;
};

/// A role someone holds or held.
struct RoleRow {
    PersonId person;
    visit::Role role;
    bool outside;
    base::Moment since;
    std::optional<base::Moment> until;
    std::optional<std::string> entered_by, confirmed_by;
};

/// All of them, in their order.
std::vector<Partnership> partnerships(db::Door& door);
/// The first in their order, at which someone is who chose none.
std::optional<Partnership> first_partnership(db::Door& door);
std::optional<Partnership> find_partnership(db::Door& door, visit::PartnershipId const& id);
std::optional<Partnership> find_partnership_by_slug(db::Door& door, std::string const& slug);
void add_partnership(db::Write& tx, Partnership const& partnership);
void change_partnership(db::Write& tx, Partnership const& partnership);

/// Adds a person whose key exists already.
void add_person(db::Write& tx, confidentiality::Keyring& keys, PersonId const& id, Contact const& contact, text::Language language, base::Moment now);
void change_contact(db::Write& tx, confidentiality::Keyring& keys, PersonId const& id, Contact const& contact);
/// The hashes by which someone with the same address, number or name is found; nothing for what is empty.
struct Marks {
    std::optional<std::string> mail, phone, name;
};
Marks marks(confidentiality::Keyring& keys, Contact const& contact);
/// Someone with name and addresses opened; nothing when unknown here or erased. Ask only for who may see it.
std::optional<Known> find_person(db::Door& door, confidentiality::Keyring& keys, PersonId const& id);
/// The name only; a dash for someone who was erased.
std::string name_of(db::Door& door, confidentiality::Keyring& keys, PersonId const& id);
/// The first word of the name.
std::string first_name(std::string const& name);
/// The names of one person or of two, joined by "en" in a language.
std::string names_of(db::Door& door, confidentiality::Keyring& keys, std::vector<PersonId> const& people, text::Language language);
/// The same with first names.
std::string first_names_of(db::Door& door, confidentiality::Keyring& keys, std::vector<PersonId> const& people, text::Language language);
/// Persons with this address (tidy) in this partnership.
std::vector<PersonId> with_mail(db::Door& door, confidentiality::Keyring& keys, std::string const& mail);

/// Gives a role from now on; nothing changes when the person holds it already.
void give_role(db::Write& tx, PersonId const& person, visit::Role role, bool outside, std::string const& entered_by, std::string const& confirmed_by, base::Moment now);
void end_role(db::Write& tx, PersonId const& person, visit::Role role, base::Moment now);
void confirm_role(db::Write& tx, PersonId const& person, visit::Role role, std::string const& by, base::Moment now);
/// The roles that count today: begun, not ended, confirmed where that is needed.
std::vector<RoleRow> roles_of(db::Door& door, PersonId const& person);
/// Everyone with a role now, unconfirmed ones too.
std::vector<RoleRow> role_holders(db::Door& door);
/// Roles that still wait for a coordinator's yes.
std::vector<RoleRow> waiting_roles(db::Door& door);
/// Everyone for whom this role counts today.
std::vector<PersonId> with_role(db::Door& door, visit::Role role);

} // namespace people
