#include "people/store_names.h"

#include <algorithm>
#include <utility>

namespace people {
namespace {

constexpr std::size_t block = 50;

struct Row {
    PersonId id;
    confidentiality::Sealed name;
};

template <std::size_t... I>
std::vector<Row> some(db::Door& door, std::vector<PersonId> const& whose, std::size_t from, std::index_sequence<I...>) {
    static std::string const sql = [] {
        std::string text = "select id, name from people where partnership = :partnership and id in (";
        for (std::size_t i = 0; i < block; ++i) text += (i ? ", :p" : ":p") + std::to_string(i);
        return text + ")";
    }();
    // the last block is filled up with someone who is in it already, so that one statement serves all
    return door.list<Row>(sql, door.scope().partnership, whose[std::min(from + I, whose.size() - 1)]...);
}

std::vector<Row> rows_of(db::Door& door, std::vector<PersonId> const& whose) {
    // beyond this, reading everyone of the partnership is quicker than looking up each
    if (whose.size() > 10 * block) return door.list<Row>("select id, name from people where partnership = :partnership", door.scope().partnership);
    std::vector<Row> all;
    for (std::size_t from = 0; from < whose.size(); from += block)
        for (auto& row : some(door, whose, from, std::make_index_sequence<block>{})) all.push_back(std::move(row));
    return all;
}

} // namespace

Names::Names(db::Door& door, confidentiality::Keyring& keys, std::vector<PersonId> const& whose) {
    for (auto const& person : whose) names_.emplace(person, "");
    std::vector<PersonId> found;
    std::vector<confidentiality::Standing> sealed;
    for (auto& row : rows_of(door, whose)) {
        if (row.name.empty() || !names_.contains(row.id)) continue;
        sealed.push_back({std::move(row.name), {"people", "name", row.id.value()}});
        found.push_back(std::move(row.id));
    }
    auto opened = keys.open_all(sealed);
    for (std::size_t i = 0; i < found.size(); ++i)
        if (opened[i]) names_[found[i]] = std::move(*opened[i]);
}

std::string const& Names::of(PersonId const& person) const {
    static std::string const dash = "–";
    auto at = names_.find(person);
    return at == names_.end() || at->second.empty() ? dash : at->second;
}

} // namespace people
