#include "platform/db/migrate.h"

#include "platform/base/require.h"
#include "platform/crypto/crypto.h"
#include "platform/db/planner.h"

#include <algorithm>
#include <regex>
#include <set>

namespace db {
namespace {

struct Done {
    std::string name, fingerprint;
};

std::string fingerprint(std::string_view sql) {
    auto hash = crypto::hash(sql);
    return base::base64url(hash);
}

bool has_table(Database& database, std::string const& name) {
    auto door = database.read(Scope::of_hall());
    if (database.embedded()) return door->one<std::int64_t>("select count(*) from sqlite_master where type = 'table' and name = :name", name).value_or(0) > 0;
    return door->one<std::int64_t>("select count(*) from pg_tables where schemaname = current_schema() and tablename = :name", name).value_or(0) > 0;
}

std::int64_t table_count(Database& database) {
    auto door = database.read(Scope::of_hall());
    if (database.embedded()) return door->one<std::int64_t>("select count(*) from sqlite_master where type = 'table'").value_or(0);
    return door->one<std::int64_t>("select count(*) from pg_tables where schemaname = current_schema()").value_or(0);
}

std::vector<Done> done(Database& database) {
    auto door = database.read(Scope::of_hall());
    return door->list<Done>("select name, fingerprint from migrations order by name");
}

std::string replaced(std::string text, std::regex const& what, char const* with) { return std::regex_replace(text, what, with); }

} // namespace

Schema inspect(Database& database, std::span<Migration const> known) {
    if (!has_table(database, "migrations")) return table_count(database) == 0 ? Schema::empty : Schema::foreign;
    auto have = done(database);
    for (auto const& [name, print] : have) {
        auto at = std::find_if(known.begin(), known.end(), [&](auto const& migration) { return migration.name == name; });
        if (at == known.end()) return Schema::newer;
        if (fingerprint(at->sql) != print) return Schema::altered;
    }
    return have.size() < known.size() ? Schema::older : Schema::current;
}

std::string dialect(std::string_view sql, bool embedded, std::string const& application) {
    // blocks: -- @only sqlite … -- @end
    std::string text, kept;
    std::string_view rest = sql;
    std::string only;
    while (!rest.empty()) {
        auto end = rest.find('\n');
        auto line = rest.substr(0, end);
        rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
        if (line.starts_with("-- @only ")) only = line.substr(9);
        else if (line.starts_with("-- @end")) only.clear();
        else if (only.empty() || only == (embedded ? "sqlite" : "postgresql")) (text += line) += '\n';
    }
    static std::regex const table{R"((-- @(open|hall|queue)\n)?create table (\w+) \(([^;]*)\);)"};
    for (std::sregex_iterator at{text.begin(), text.end(), table}, none; at != none; ++at) {
        std::string const kind = (*at)[2], name = (*at)[3], body = (*at)[4];
        bool const shared = std::regex_search(body, std::regex{R"(\n\s*partnership text)"});
        base::require(shared || !kind.empty(), "a table needs a partnership column or says -- @open, @hall or @queue");
        if (embedded) continue;
        if (kind != "open") {
            std::string const mine = "partnership = current_setting('naast.partnership', true)", hall = "current_setting('naast.door', true) = 'hall'";
            kept += "alter table " + name + " enable row level security;\nalter table " + name + " force row level security;\n";
            if (kind == "hall") kept += "create policy hall on " + name + " using (" + hall + ") with check (" + hall + ");\n";
            else if (kind == "queue") kept += "create policy queue on " + name + " using (" + hall + " or of_partnership = current_setting('naast.partnership', true)) with check (" + hall + " or of_partnership = current_setting('naast.partnership', true));\n";
            else kept += "create policy own on " + name + " using (" + mine + ") with check (" + mine + ");\n";
        }
        if (!application.empty()) kept += "grant select, insert, update, delete on " + name + " to " + application + ";\n";
    }
    if (embedded) {
        text = replaced(text, std::regex{R"(\bbigint\b)"}, "integer");
        text = replaced(text, std::regex{R"((create table [^;]*)\);)"}, "$1) strict;");
        return text;
    }
    text = replaced(text, std::regex{R"((\n\s+\w+ )text\b)"}, "$1text collate \"C\"");
    return text + kept;
}

std::vector<std::string> migrate(Database& database, std::span<Migration const> known, std::string const& application, base::Moment now) {
    auto schema = inspect(database, known);
    base::require(schema != Schema::newer && schema != Schema::altered && schema != Schema::foreign, "this database is not for this program");
    if (schema == Schema::empty)
        database.script(dialect("-- @open\ncreate table migrations (\n  name text primary key,\n  fingerprint text not null,\n  done_at bigint not null\n);\n", database.embedded(), application));
    std::set<std::string> have;
    for (auto const& [name, print] : done(database)) have.insert(name);
    std::vector<std::string> did;
    for (auto const& [name, sql] : known) {
        if (have.contains(std::string{name})) continue;
        database.script("begin;\n" + dialect(sql, database.embedded(), application) + "\ninsert into migrations (name, fingerprint, done_at) values ('" + std::string{name} + "', '" + fingerprint(sql) + "', " + std::to_string(now.time_since_epoch().count()) + ");\ncommit;");
        did.emplace_back(name);
    }
    if (!did.empty()) tell_planner(database);
    return did;
}

bool walks_around_row_security(Database& database) {
    if (database.embedded()) return false;
    auto door = database.read(Scope::of_hall());
    return door->one<std::int64_t>("select count(*) from pg_roles where rolname = current_user and (rolsuper or rolbypassrls)").value_or(1) > 0;
}

} // namespace db
