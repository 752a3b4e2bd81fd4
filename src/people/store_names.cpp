#include "people/store_names.h"

#include "platform/db/blocks.h"

#include <unordered_set>

namespace people {
namespace {

std::vector<SealedName> rows_of(db::Door& door, std::vector<PersonId> const& whose) {
    // beyond this, reading everyone of the partnership is quicker than looking up each
    if (whose.size() > 10 * db::Blocks::size) return door.list<SealedName>("select id, name from people where partnership = :partnership", door.scope().partnership);
    // joined to nothing, the partnership leads to no index: SQLite would go through everyone of the partnership rather than look up each
    static db::Blocks const named{"select id, name from people where partnership || '' = :partnership and id in"};
    return named.list<SealedName>(door, whose);
}

} // namespace

std::vector<std::string> open_names(confidentiality::Keyring& keys, std::vector<SealedName> const& names) {
    std::vector<confidentiality::Standing> sealed;
    sealed.reserve(names.size());
    for (auto const& each : names) sealed.push_back({each.name, {"people", "name", each.person.value()}});
    std::vector<std::string> all;
    all.reserve(names.size());
    for (auto& opened : keys.open_all(sealed)) all.push_back(opened && !opened->empty() ? std::move(*opened) : "–");
    return all;
}

Names::Names(db::Door& door, confidentiality::Keyring& keys, std::vector<PersonId> const& whose) {
    std::unordered_set<PersonId> const wanted{whose.begin(), whose.end()};
    auto rows = rows_of(door, whose);
    std::erase_if(rows, [&](SealedName const& row) { return !wanted.contains(row.person); });
    auto opened = open_names(keys, rows);
    for (std::size_t i = 0; i < rows.size(); ++i) names_.emplace(std::move(rows[i].person), std::move(opened[i]));
}

std::string const& Names::of(PersonId const& person) const {
    static std::string const dash = "–";
    auto at = names_.find(person);
    return at == names_.end() ? dash : at->second;
}

} // namespace people
