#pragma once
// What the database says of its own tables, and rows that are read and put many at a time without a type of their own: for whoever copies all there is.
#include "platform/db/database.h"

#include <string>
#include <string_view>
#include <vector>

namespace db {

struct Table {
    std::string name;
    std::vector<std::string> columns;
    bool has(std::string_view column) const;
};

class Catalogue {
public:
    /// Reads the tables of this database; what the engine keeps for itself is left out.
    explicit Catalogue(Database& data);
    /// Every table, after those that it refers to.
    std::vector<Table> const& tables() const { return tables_; }
    /// The rows of a table in which a column of it has this value, each as one JSON array in the order of the columns.
    std::vector<std::string> rows(Door& door, Table const& table, std::string const& column, std::string const& value) const;
    /// Puts rows into a table: a JSON array of objects by column.
    void put(Write& tx, Table const& table, std::string const& rows) const;

private:
    bool embedded_;
    std::vector<Table> tables_;
};

} // namespace db
