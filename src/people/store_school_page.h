#pragma once
// The page of a school (schoolpagina): its key is the secret in the address; who has it comes in without an account.
#include "people/school.h"
#include "people/store_people.h"

namespace people {

struct SchoolPage {
    SchoolId id;
    std::string name, place, page_key;
};

/// A new key; it begins with the partnership, so that an address alone leads to the right one, as links in mails do.
std::string new_page_key(base::Random& random, visit::PartnershipId const& partnership);
/// The school with this key in this partnership.
std::optional<SchoolPage> find_school_page(db::Door& door, std::string const& page_key);
/// The page of one school; for who keeps the materials.
std::optional<SchoolPage> school_page(db::Door& door, SchoolId const& id);
/// The pages of all schools of this partnership by name.
std::vector<SchoolPage> school_pages(db::Door& door);

} // namespace people
