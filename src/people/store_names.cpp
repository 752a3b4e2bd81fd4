#include "people/store_names.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

namespace people {
namespace {

constexpr std::size_t block = 50;

template <std::size_t... I>
std::vector<SealedName> some(db::Door& door, std::vector<PersonId> const& whose, std::size_t from, std::index_sequence<I...>) {
    static std::string const sql = [] {
        // joined to nothing, the partnership leads to no index: SQLite would go through everyone of the partnership rather than look up each
        std::string text = "select id, name from people where partnership || '' = :partnership and id in (";
        for (std::size_t i = 0; i < block; ++i) text += (i ? ", :p" : ":p") + std::to_string(i);
        return text + ")";
    }();
    // the last block is filled up with someone who is in it already, so that one statement serves all
    return door.list<SealedName>(sql, door.scope().partnership, whose[std::min(from + I, whose.size() - 1)]...);
}

std::vector<SealedName> rows_of(db::Door& door, std::vector<PersonId> const& whose) {
    // beyond this, reading everyone of the partnership is quicker than looking up each
    if (whose.size() > 10 * block) return door.list<SealedName>("select id, name from people where partnership = :partnership", door.scope().partnership);
    std::vector<SealedName> all;
    for (std::size_t from = 0; from < whose.size(); from += block)
        for (auto& row : some(door, whose, from, std::make_index_sequence<block>{})) all.push_back(std::move(row));
    return all;
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
