#pragma once
// One question about many: asked in blocks, so that one statement serves any number of them and each is looked up by its index.
#include "platform/db/database.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace db {

/// A question whose last condition names many; `before` ends where their list begins (`… where partnership = :partnership and person in`), `after` goes on behind it. Its one other parameter is the partnership, and comes first.
class Blocks {
public:
    static constexpr std::size_t size = 50;

    explicit Blocks(std::string_view before, std::string_view after = {}) : sql_{std::string{before} + " ("} {
        for (std::size_t i = 0; i < size; ++i) sql_ += (i ? ", :p" : ":p") + std::to_string(i);
        sql_ += ")" + std::string{after};
    }
    /// The rows of all blocks, one block after another: an order that `after` asks for holds within a block.
    template <class Row, class Id>
    std::vector<Row> list(Door& door, std::vector<Id> const& ids) const {
        std::vector<Row> all;
        for (std::size_t from = 0; from < ids.size(); from += size)
            for (auto& row : block<Row>(door, ids, from, std::make_index_sequence<size>{})) all.push_back(std::move(row));
        return all;
    }

private:
    template <class Row, class Id, std::size_t... I>
    std::vector<Row> block(Door& door, std::vector<Id> const& ids, std::size_t from, std::index_sequence<I...>) const {
        // the last block is filled up with someone who is in it already
        return door.list<Row>(sql_, door.scope().partnership, ids[std::min(from + I, ids.size() - 1)]...);
    }
    std::string sql_;
};

} // namespace db
