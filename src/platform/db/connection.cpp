#include "platform/db/connection.h"

#include "platform/db/database.h"
#include "platform/db/statement.h"

#include <cstring>
#include <soci/postgresql/soci-postgresql.h>
#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>
#include <unordered_map>

namespace db {
namespace {

/// `extended` is what SQLite said last in full: SOCI knows the kind of a trouble only, not which rule of a table was broken.
[[noreturn]] void rethrow_known(int extended = 0) {
    try {
        throw;
    } catch (soci::postgresql_soci_error const& error) {
        auto state = error.sqlstate();
        auto is = [&](char const* begin) { return state.compare(0, std::strlen(begin), begin) == 0; };
        auto trouble = is("23505") ? Trouble::unique : is("23503")                                             ? Trouble::reference
                                                   : is("40") || is("55P03")                                   ? Trouble::busy
                                                   : is("53")                                                  ? Trouble::full
                                                   : is("08") || is("57P") || state.empty() || state[0] == ' ' ? Trouble::lost
                                                                                                               : Trouble::other;
        throw Error{trouble, "sqlstate " + state};
    } catch (soci::sqlite3_soci_error const& error) {
        auto code = (extended & 255) == (error.result() & 255) ? extended : error.result();
        auto base = code & 255;
        auto trouble = code == SQLITE_CONSTRAINT_UNIQUE || code == SQLITE_CONSTRAINT_PRIMARYKEY ? Trouble::unique : code == SQLITE_CONSTRAINT_FOREIGNKEY                                                               ? Trouble::reference
                                                                                                                : base == SQLITE_BUSY || base == SQLITE_LOCKED                                                         ? Trouble::busy
                                                                                                                : base == SQLITE_FULL || base == SQLITE_NOMEM                                                          ? Trouble::full
                                                                                                                : base == SQLITE_IOERR || base == SQLITE_CANTOPEN || base == SQLITE_CORRUPT || base == SQLITE_READONLY ? Trouble::lost
                                                                                                                                                                                                                       : Trouble::other;
        throw Error{trouble, "sqlite " + std::to_string(code)};
    } catch (soci::soci_error const& error) {
        // SOCI's PostgreSQL connection failures carry no state, and its text may hold values
        auto category = error.get_error_category();
        throw Error{category == soci::soci_error::connection_error || category == soci::soci_error::system_error ? Trouble::lost : Trouble::other, "soci " + std::to_string(category)};
    }
}

/// SOCI takes a connection string apart by its equals signs, and so spoils an address: give it words.
std::string postgres_words(std::string const& url) {
    char* trouble = nullptr;
    std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)> options{PQconninfoParse(url.c_str(), &trouble), PQconninfoFree};
    PQfreemem(trouble);
    if (!options) throw Error{Trouble::lost, "the address of the database cannot be read"};
    std::string words;
    for (auto* option = options.get(); option->keyword; ++option) {
        if (!option->val) continue;
        words += std::string{option->keyword} + "='";
        for (char const* c = option->val; *c; ++c) {
            if (*c == '\'' || *c == '\\') words += '\\';
            words += *c;
        }
        words += "' ";
    }
    return words;
}

/// One thread at a time has a connection, so SQLite need not lock it at every step, nor count its memory under one lock for all. Too late for who asked SQLite something before: it then locks as always.
void one_thread_at_a_time() {
    static bool const said = [] {
        sqlite_api::sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
        return sqlite_api::sqlite3_config(SQLITE_CONFIG_MULTITHREAD) == SQLITE_OK;
    }();
    static_cast<void>(said);
}

} // namespace

struct Connection::Inside {
    Inside(soci::connection_parameters const& parameters, bool is_embedded) : embedded{is_embedded} {
        try {
            session.open(parameters);
        } catch (soci::soci_error const&) {
            rethrow_known();
        }
    }
    bool embedded;
    soci::session session;
    std::unordered_map<std::string, Statement> kept;
};

Connection::Connection(std::unique_ptr<Inside> inside) : in_{std::move(inside)} {}
Connection::~Connection() = default;
std::unique_ptr<Connection> Connection::sqlite(std::string const& parameters) {
    one_thread_at_a_time();
    return std::unique_ptr<Connection>{new Connection{std::make_unique<Inside>(soci::connection_parameters{soci::sqlite3, parameters}, true)}};
}
std::unique_ptr<Connection> Connection::postgresql(std::string const& url) { return std::unique_ptr<Connection>{new Connection{std::make_unique<Inside>(soci::connection_parameters{soci::postgresql, postgres_words(url)}, false)}}; }

void Connection::say(std::string const& sql) {
    try {
        // it was left without a server, or without the memory to connect again
        if (!in_->session.get_backend()) in_->session.reconnect();
        in_->session << sql;
    } catch (soci::soci_error const&) {
        rethrow_known();
    }
}

std::int64_t Connection::run(std::string_view sql, std::vector<Value>& args, std::vector<Kind> const& kinds, std::function<void(std::vector<Value>&)> const* take) {
    std::string key{sql};
    for (auto const& arg : args) key += "\1\2\3"[static_cast<int>(kind_of(arg))];
    try {
        auto& statement = in_->kept.try_emplace(key, in_->session, sql, args, kinds).first->second;
        bool got_row = statement.execute(args);
        std::int64_t touched = 0;
        if (take) {
            std::vector<Value> cells(statement.columns());
            for (; got_row; got_row = statement.fetch()) {
                statement.read(cells);
                (*take)(cells);
            }
        } else touched = statement.affected();
        if (in_->embedded) statement.rest();
        return touched;
    } catch (soci::soci_error const&) {
        auto const extended = in_->embedded ? sqlite_api::sqlite3_extended_errcode(static_cast<soci::sqlite3_session_backend*>(in_->session.get_backend())->conn_) : 0;
        in_->kept.erase(key);
        rethrow_known(extended);
    } catch (...) {
        in_->kept.erase(key);
        throw;
    }
}

void Connection::script(std::string const& statements) {
    if (in_->embedded) {
        auto* const connection = static_cast<soci::sqlite3_session_backend*>(in_->session.get_backend())->conn_;
        auto const code = sqlite_api::sqlite3_exec(connection, statements.c_str(), nullptr, nullptr, nullptr);
        if (code == SQLITE_OK) return;
        auto const extended = sqlite_api::sqlite3_extended_errcode(connection);
        sqlite_api::sqlite3_exec(connection, "rollback", nullptr, nullptr, nullptr);
        throw Error{(code & 255) == SQLITE_FULL || (code & 255) == SQLITE_NOMEM ? Trouble::full : Trouble::other, "sqlite " + std::to_string(extended)};
    }
    auto* const connection = static_cast<soci::postgresql_session_backend*>(in_->session.get_backend())->conn_;
    auto* const result = PQexec(connection, statements.c_str());
    auto const status = PQresultStatus(result);
    std::string const state = PQresultErrorField(result, PG_DIAG_SQLSTATE) ? PQresultErrorField(result, PG_DIAG_SQLSTATE) : "";
    PQclear(result);
    if (status != PGRES_FATAL_ERROR) return;
    PQclear(PQexec(connection, "rollback"));
    throw Error{Trouble::other, "sqlstate " + state};
}

bool Connection::settle() noexcept {
    if (in_->embedded) {
        auto* const connection = static_cast<soci::sqlite3_session_backend*>(in_->session.get_backend())->conn_;
        return sqlite_api::sqlite3_get_autocommit(connection) != 0 || sqlite_api::sqlite3_exec(connection, "rollback", nullptr, nullptr, nullptr) == SQLITE_OK || sqlite_api::sqlite3_get_autocommit(connection) != 0;
    }
    auto* const backend = static_cast<soci::postgresql_session_backend*>(in_->session.get_backend());
    if (!backend || !backend->conn_) return false;
    if (PQtransactionStatus(backend->conn_) != PQTRANS_IDLE) PQclear(PQexec(backend->conn_, "rollback"));
    return PQtransactionStatus(backend->conn_) == PQTRANS_IDLE;
}
void Connection::forget() noexcept { in_->kept.clear(); }
void Connection::reconnect() noexcept {
    try {
        in_->session.reconnect();
    } catch (std::exception const&) { // whoever uses it next tries again
    }
}

} // namespace db
