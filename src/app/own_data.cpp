#include "app/own_data.h"

#include "platform/base/number.h"

#include <algorithm>
#include <set>

namespace app {
namespace {

constexpr char part = '\x1f';

struct Line {
    std::string values;
};

std::string query(OwnTable const& table) {
    auto as_text = [](std::string_view sql) { return "replace(coalesce(cast(" + std::string{sql} + " as text), ''), :part, ' ')"; };
    std::string sql = "select " + as_text(table.row);
    for (auto const& column : table.columns) sql += " || :part || " + as_text(column.sql.empty() ? "t." + std::string{column.key} : std::string{column.sql});
    sql += " from " + std::string{table.table} + " t where ";
    if (!table.hall) sql += "t.partnership = :partnership and ";
    return sql + "(" + std::string{table.whose} + ") order by " + std::string{table.order};
}

std::vector<std::string> split(std::string const& text) {
    std::vector<std::string> parts;
    for (std::size_t at = 0;;) {
        auto const end = text.find(part, at);
        parts.push_back(text.substr(at, end == std::string::npos ? end : end - at));
        if (end == std::string::npos) return parts;
        at = end + 1;
    }
}

std::string said(OwnColumn const& column, std::string const& stored, text::Language language) {
    if (column.say) return column.say(stored, language);
    switch (column.reads) {
    case Reads::day:
        if (auto const day = base::date_from_iso(stored)) return text::plain_day(*day, language);
        return stored;
    case Reads::moment: return text::moment(base::Moment{std::chrono::seconds{std::stoll(stored)}}, language);
    case Reads::yes_no: return text::say(stored == "0" ? base::tr("nee") : base::tr("ja"), language);
    case Reads::words:
    case Reads::number:
    case Reads::sealed: return stored;
    }
    throw base::Impossible{"a way of reading that nobody knows"};
}

bool about_the_record_itself(std::string_view column) {
    static std::set<std::string_view> const its{"id", "partnership", "person", "parent", "buddy", "partner", "version", "sequence", "match", "request", "evening", "edition"};
    return its.contains(column) || column.ends_with("_by") || column.ends_with("_hash");
}

/// Whether a piece of SQL names this column of the row, and not one that begins like it.
bool names(std::string_view sql, std::string_view column) {
    auto const its = "t." + std::string{column};
    for (auto at = sql.find(its); at != std::string_view::npos; at = sql.find(its, at + 1)) {
        char const next = at + its.size() < sql.size() ? sql[at + its.size()] : ' ';
        if (next != '_' && !std::isalnum(static_cast<unsigned char>(next))) return true;
    }
    return false;
}

bool reads(OwnTable const& table, std::string_view column) {
    return std::any_of(table.columns.begin(), table.columns.end(), [&](auto const& each) { return each.sql.empty() ? each.key == column : names(each.sql, column); }) || std::find(table.left_out.begin(), table.left_out.end(), column) != table.left_out.end();
}

} // namespace

std::vector<std::string> forgotten(std::vector<SchemaColumn> const& pointing_to_people, std::vector<SchemaColumn> const& all) {
    auto const& catalogue = own_data_catalogue();
    auto const& excepted = not_own_data();
    std::vector<std::string> lacking;
    for (auto const& [table, column] : pointing_to_people) {
        auto const whose = "t." + column + " = :person";
        bool const known = std::any_of(catalogue.begin(), catalogue.end(), [&](auto const& each) { return each.table == table && each.whose.find(whose) != std::string_view::npos; }) || std::any_of(excepted.begin(), excepted.end(), [&](auto const& each) { return each.table == table && each.column == column; });
        if (!known) lacking.push_back(table + "." + column + " points to people");
    }
    for (auto const& [table, column] : all) {
        bool const listed = std::any_of(catalogue.begin(), catalogue.end(), [&](auto const& each) { return each.table == table; });
        if (!listed || about_the_record_itself(column)) continue;
        if (std::none_of(catalogue.begin(), catalogue.end(), [&](auto const& each) { return each.table == table && reads(each, column); })) lacking.push_back(table + "." + column + " is not read");
    }
    return lacking;
}

std::vector<OwnGroup> own_data(db::Door& door, db::Door& hall, confidentiality::Keyring& keys, ExportGrant const& granted, text::Language language) {
    std::vector<OwnGroup> groups;
    for (auto const& table : own_data_catalogue()) {
        std::string const separator(1, part);
        auto const lines = table.hall ? hall.list<Line>(query(table), separator, granted.record()) : door.list<Line>(query(table), separator, door.scope().partnership, granted.record());
        OwnGroup group{&table, {}};
        for (auto const& line : lines) {
            auto const parts = split(line.values);
            std::vector<OwnValue> row;
            for (std::size_t i = 0; i < table.columns.size(); ++i) {
                auto const& column = table.columns[i];
                auto stored = parts.at(i + 1);
                if (column.reads == Reads::sealed) stored = keys.open({stored}, {table.table, column.sealed_as.empty() ? column.key : column.sealed_as, parts.front()}).value_or("");
                if (stored.empty()) continue;
                auto words = said(column, stored, language);
                if (!words.empty()) row.push_back({&column, std::move(stored), std::move(words)});
            }
            if (!row.empty()) group.rows.push_back(std::move(row));
        }
        if (!group.rows.empty()) groups.push_back(std::move(group));
    }
    return groups;
}

} // namespace app
