#include "people/store_school_page.h"

namespace people {

std::string new_page_key(base::Random& random, visit::PartnershipId const& partnership) { return partnership.value() + "." + base::random_text(random, 16); }
std::optional<SchoolPage> find_school_page(db::Door& door, std::string const& page_key) {
    return door.find<SchoolPage>("select id, name, place, page_key from schools where partnership = :partnership and page_key = :page_key and closed_at is null", door.scope().partnership, page_key);
}
std::optional<SchoolPage> school_page(db::Door& door, SchoolId const& id) { return door.find<SchoolPage>("select id, name, place, page_key from schools where partnership = :partnership and id = :id", door.scope().partnership, id); }
std::vector<SchoolPage> school_pages(db::Door& door) { return door.list<SchoolPage>("select id, name, place, page_key from schools where partnership = :partnership and closed_at is null order by name, id", door.scope().partnership); }

} // namespace people
