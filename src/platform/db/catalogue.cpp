#include "platform/db/catalogue.h"

#include <algorithm>
#include <map>
#include <set>

namespace db {
namespace {

struct ColumnRow {
    std::string table, column;
};
struct ReferenceRow {
    std::string from, to;
};

/// The names of columns between two words each, joined by commas.
std::string joined(Table const& table, std::string const& before, std::string const& after) {
    std::string all;
    for (auto const& column : table.columns) (((all += all.empty() ? "" : ", ") += before) += column) += after;
    return all;
}

/// The tables, each after those that it refers to.
std::vector<Table> in_order(std::map<std::string, Table> known, std::vector<ReferenceRow> const& references) {
    std::map<std::string, std::set<std::string>> before;
    for (auto const& [from, to] : references)
        if (from != to && known.contains(to)) before[from].insert(to);
    std::vector<Table> all;
    while (!known.empty()) {
        auto const free = std::find_if(known.begin(), known.end(), [&](auto const& one) { return std::none_of(before[one.first].begin(), before[one.first].end(), [&](auto const& other) { return known.contains(other); }); });
        base::require(free != known.end(), "tables refer to each other in a ring");
        all.push_back(std::move(free->second));
        known.erase(free);
    }
    return all;
}

} // namespace

bool Table::has(std::string_view column) const { return std::find(columns.begin(), columns.end(), column) != columns.end(); }

Catalogue::Catalogue(Database& data) : embedded_{data.embedded()} {
    auto const door = data.read(Scope::of_hall());
    auto const columns = door->list<ColumnRow>(embedded_ ? R"(select t.name, c.name from sqlite_schema t join pragma_table_info(t.name) c where t.type = 'table' and t.name not like 'sqlite\_%' escape '\' order by t.name, c.cid)"
                                                         : "select cast(table_name as text), cast(column_name as text) from information_schema.columns where table_schema = current_schema() order by table_name, ordinal_position");
    auto const references = door->list<ReferenceRow>(embedded_ ? R"(select t.name, f."table" from sqlite_schema t join pragma_foreign_key_list(t.name) f where t.type = 'table')"
                                                               : "select cast(f.relname as text), cast(t.relname as text) from pg_constraint c join pg_class f on f.oid = c.conrelid join pg_class t on t.oid = c.confrelid where c.contype = 'f' and f.relnamespace = cast(current_schema() as regnamespace)");
    std::map<std::string, Table> known;
    for (auto const& [table, column] : columns) {
        auto& its = known[table];
        its.name = table;
        its.columns.push_back(column);
    }
    tables_ = in_order(std::move(known), references);
}

std::vector<std::string> Catalogue::rows(Door& door, Table const& table, std::string const& column, std::string const& value) const {
    auto const as_text = embedded_ ? "json_array(" + joined(table, "\"", "\"") + ")" : "cast(json_build_array(" + joined(table, "\"", "\"") + ") as text)";
    return door.column<std::string>("select " + as_text + " from " + table.name + " where \"" + column + "\" = :value", value);
}

void Catalogue::put(Write& tx, Table const& table, std::string const& rows) const {
    auto const into = "insert into " + table.name + " (" + joined(table, "\"", "\"") + ") select ";
    if (embedded_) tx.run(into + joined(table, "value->>'", "'") + " from json_each(:rows)", rows);
    else tx.run(into + joined(table, "\"", "\"") + " from json_populate_recordset(cast(null as " + table.name + "), cast(:rows as json))", rows);
}

} // namespace db
