#pragma once
// The schema and its history. Migrations are SQL files compiled into the program; one text serves SQLite and PostgreSQL.
#include "platform/db/database.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace db {

struct Migration {
    std::string_view name;
    std::string_view sql;
};

/// What the database's schema is to this program.
enum class Schema { empty,
                    older,
                    current,
                    newer,
                    altered,
                    foreign };

/// Compares the migrations done with those known; `newer` holds some that this program does not know, `altered` another text under a known name, `foreign` tables without a history of ours.
Schema inspect(Database& database, std::span<Migration const> known);
/// Does what is not yet done, each migration in its own transaction; gives the names. On PostgreSQL the role `application` (may be empty) gets its rights.
std::vector<std::string> migrate(Database& database, std::span<Migration const> known, std::string const& application, base::Moment now);
/// One migration in the words of a database: dialect blocks chosen, strict tables on SQLite, row security and C collation on PostgreSQL.
std::string dialect(std::string_view sql, bool embedded, std::string const& application);
/// Whether the connected role could walk around row security (superuser, BYPASSRLS or owner of the tables); never on SQLite.
bool walks_around_row_security(Database& database);

} // namespace db
