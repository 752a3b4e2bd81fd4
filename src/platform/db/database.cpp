#include "platform/db/database.h"

#include "platform/base/require.h"

#include <algorithm>
#include <condition_variable>
#include <cstring>
#include <deque>
#include <fcntl.h>
#include <mutex>
#include <soci/postgresql/soci-postgresql.h>
#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>
#include <sys/file.h>
#include <unistd.h>
#include <unordered_map>

namespace db {
namespace {

using namespace std::string_literals;

[[noreturn]] void rethrow_known() {
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
        auto code = error.result();
        auto base = code & 255;
        auto trouble = code == SQLITE_CONSTRAINT_UNIQUE || code == SQLITE_CONSTRAINT_PRIMARYKEY ? Trouble::unique : code == SQLITE_CONSTRAINT_FOREIGNKEY                                                               ? Trouble::reference
                                                                                                                : base == SQLITE_BUSY || base == SQLITE_LOCKED                                                         ? Trouble::busy
                                                                                                                : base == SQLITE_FULL                                                                                  ? Trouble::full
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

struct Slot {
    Kind kind = Kind::text;
    std::string text;
    long long number = 0;
    double real = 0;
    soci::indicator state = soci::i_ok;
};

std::vector<std::string> names_in(std::string_view sql) {
    std::vector<std::string> names;
    bool quoted = false;
    for (std::size_t i = 0; i < sql.size(); ++i) {
        if (sql[i] == '\'') quoted = !quoted;
        if (quoted || sql[i] != ':') continue;
        auto end = i + 1;
        while (end < sql.size() && (std::isalnum(static_cast<unsigned char>(sql[end])) || sql[end] == '_')) ++end;
        std::string name{sql.substr(i + 1, end - i - 1)};
        if (!name.empty() && std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
        i = end - 1;
    }
    return names;
}

Kind kind_of(Value const& value) { return std::holds_alternative<std::int64_t>(value) ? Kind::number : std::holds_alternative<double>(value) ? Kind::real
                                                                                                                                             : Kind::text; }

/// A statement kept prepared, with the variables it reads and fills.
struct Kept {
    std::deque<Slot> uses, intos;
    std::unique_ptr<soci::statement> statement;
};

} // namespace

class Connection {
public:
    Connection(std::string const& backend, std::string const& parameters, bool embedded) : embedded_{embedded} {
        try {
            session_.open(backend == "sqlite3" ? soci::connection_parameters{soci::sqlite3, parameters} : soci::connection_parameters{soci::postgresql, parameters});
        } catch (soci::soci_error const&) {
            rethrow_known();
        }
    }
    bool embedded() const { return embedded_; }

    void say(std::string const& sql) {
        try {
            session_ << sql;
        } catch (soci::soci_error const&) {
            rethrow_known();
        }
    }

    std::int64_t run(std::string_view sql, std::vector<Value>& args, std::vector<Kind> const& kinds, std::function<void(std::vector<Value>&)> const* take) {
        std::string key{sql};
        for (auto const& arg : args) key += "\1\2\3"[static_cast<int>(kind_of(arg))];
        auto& kept = kept_[key];
        try {
            if (!kept.statement) prepare(kept, sql, args, kinds);
            for (std::size_t i = 0; i < args.size(); ++i) put(kept.uses[i], args[i]);
            auto& statement = *kept.statement;
            // with data exchange: without it SOCI binds no values; it brings the first row along
            bool got_row = statement.execute(true);
            if (!take) {
                auto rows = statement.get_affected_rows();
                rest(kept);
                return rows;
            }
            std::vector<Value> cells(kept.intos.size());
            for (; got_row; got_row = statement.fetch()) {
                for (std::size_t i = 0; i < cells.size(); ++i) cells[i] = got(kept.intos[i]);
                (*take)(cells);
            }
            rest(kept);
            return 0;
        } catch (soci::soci_error const&) {
            kept_.erase(key);
            rethrow_known();
        } catch (...) {
            kept_.erase(key);
            throw;
        }
    }

    void forget() { kept_.clear(); }
    soci::session& session() { return session_; }

private:
    /// A SQLite statement that is not reset pins the reader's snapshot; SOCI leaves it where the last step ended.
    void rest(Kept& kept) {
        if (!embedded_) return;
        if (auto* back = static_cast<soci::sqlite3_statement_backend*>(kept.statement->get_backend()); back->stmt_) sqlite_api::sqlite3_reset(back->stmt_);
    }

    void prepare(Kept& kept, std::string_view sql, std::vector<Value> const& args, std::vector<Kind> const& kinds) {
        auto names = names_in(sql);
        base::require(names.size() == args.size(), "a query got another number of values than it names");
        kept.statement = std::make_unique<soci::statement>(session_);
        for (auto kind : kinds) {
            auto& slot = kept.intos.emplace_back();
            slot.kind = kind;
            if (kind == Kind::text) kept.statement->exchange(soci::into(slot.text, slot.state));
            else if (kind == Kind::number) kept.statement->exchange(soci::into(slot.number, slot.state));
            else kept.statement->exchange(soci::into(slot.real, slot.state));
        }
        for (std::size_t i = 0; i < args.size(); ++i) {
            auto& slot = kept.uses.emplace_back();
            slot.kind = kind_of(args[i]);
            if (slot.kind == Kind::text) kept.statement->exchange(soci::use(slot.text, slot.state, names[i]));
            else if (slot.kind == Kind::number) kept.statement->exchange(soci::use(slot.number, slot.state, names[i]));
            else kept.statement->exchange(soci::use(slot.real, slot.state, names[i]));
        }
        kept.statement->alloc();
        kept.statement->prepare(std::string{sql});
        kept.statement->define_and_bind();
    }

    static void put(Slot& slot, Value& value) {
        slot.state = std::holds_alternative<std::monostate>(value) ? soci::i_null : soci::i_ok;
        if (auto* text = std::get_if<std::string>(&value)) slot.text = std::move(*text);
        else if (auto* number = std::get_if<std::int64_t>(&value)) slot.number = *number;
        else if (auto* real = std::get_if<double>(&value)) slot.real = *real;
    }
    static Value got(Slot& slot) {
        if (slot.state == soci::i_null) return {};
        if (slot.kind == Kind::text) return slot.text;
        if (slot.kind == Kind::number) return std::int64_t{slot.number};
        return slot.real;
    }

    bool embedded_;
    soci::session session_;
    std::unordered_map<std::string, Kept> kept_;
};

void Door::each(std::string_view sql, std::vector<Value> args, std::vector<Kind> const& kinds, Take const& take) { connection_.run(sql, args, kinds, &take); }
std::int64_t Door::change(std::string_view sql, std::vector<Value> args) { return connection_.run(sql, args, {}, nullptr); }

Read::Read(Connection& connection, Scope scope, std::function<void(Connection&)> give_back) : Door{connection, std::move(scope)}, give_back_{std::move(give_back)}, held_{connection} {}
Read::~Read() { give_back_(held_); }

void Write::run_last() {
    for (auto const& work : last_) work(*this);
    last_.clear();
}

struct Database::Inside {
    Options options;
    bool embedded = true;
    std::string path;
    int lock = -1;
    std::mutex writing;
    std::unique_ptr<Connection> writer;
    std::mutex pool;
    std::condition_variable freed;
    std::vector<std::unique_ptr<Connection>> all;
    std::vector<Connection*> free;

    struct Entry {
        Scope scope;
        std::function<void(Write&)> work;
        bool done = false;
        std::exception_ptr error;
    };
    std::mutex queueing;
    std::mutex leading;
    std::vector<Entry*> queue;

    std::unique_ptr<Connection> open(bool for_writing) {
        if (!embedded) {
            auto connection = std::make_unique<Connection>("postgresql", postgres_words(options.url), false);
            connection->say("set client_min_messages = warning");
            return connection;
        }
        std::string parameters = "db=\"" + path + "\" timeout=5";
        if (!options.vfs.empty()) parameters += " vfs=" + options.vfs;
        auto connection = std::make_unique<Connection>("sqlite3", parameters, true);
        for (auto const* pragma : {"busy_timeout=5000", "foreign_keys=on", "trusted_schema=off", "secure_delete=on", "cell_size_check=on", "temp_store=memory"}) connection->say("pragma "s + pragma);
        if (for_writing) connection->say("pragma journal_mode=wal");
        connection->say("pragma synchronous=" + options.synchronous);
        connection->say("pragma wal_autocheckpoint=0");
        if (!for_writing) connection->say("pragma query_only=on");
        return connection;
    }

    void scope_on(Connection& connection, Scope const& scope) const {
        if (embedded) return;
        std::vector<Value> args{scope.partnership, scope.person, std::string{scope.hall ? "hall" : ""}};
        std::function<void(std::vector<Value>&)> const nothing = [](std::vector<Value>&) {};
        connection.run("select set_config('naast.partnership', :partnership, true), set_config('naast.person', :person, true), set_config('naast.door', :door, true)", args, {Kind::text, Kind::text, Kind::text}, &nothing);
    }

    void transact(Scope const& scope, std::function<void(Write&)> const& work) {
        for (int attempt = 1;; ++attempt) {
            std::unique_lock<std::mutex> hold;
            std::unique_ptr<Read> lease;
            Connection* connection = nullptr;
            if (embedded) {
                hold = std::unique_lock{writing};
                if (!writer) writer = open(true);
                connection = writer.get();
            } else {
                connection = take();
            }
            bool again = false;
            try {
                connection->say(embedded ? "begin immediate" : "begin");
                scope_on(*connection, scope);
                {
                    Write door{*connection, scope};
                    work(door);
                    door.run_last();
                }
                connection->say("commit");
            } catch (Error const& error) {
                roll_back(*connection, error.trouble() == Trouble::lost);
                again = !embedded && error.trouble() == Trouble::busy && attempt < 5;
                if (!again) {
                    if (!embedded) give(*connection);
                    throw;
                }
            } catch (...) {
                roll_back(*connection, false);
                if (!embedded) give(*connection);
                throw;
            }
            if (!embedded) give(*connection);
            if (!again) return;
        }
    }

    void roll_back(Connection& connection, bool broken) {
        try {
            connection.say("rollback");
        } catch (Error const&) {
            broken = true;
        }
        if (!broken) return;
        connection.forget();
        if (embedded) return;
        try {
            connection.session().reconnect();
        } catch (soci::soci_error const&) { // the next one who takes it tries again
        }
    }

    Connection* take() {
        std::unique_lock hold{pool};
        if (!freed.wait_for(hold, std::chrono::seconds{5}, [&] { return !free.empty(); })) throw Error{Trouble::busy, "no connection free"};
        auto* connection = free.back();
        free.pop_back();
        return connection;
    }
    void give(Connection& connection) {
        {
            std::scoped_lock hold{pool};
            free.push_back(&connection);
        }
        freed.notify_one();
    }
};

Database::Database(Options options) : in_{std::make_unique<Inside>()} {
    in_->options = std::move(options);
    auto const& url = in_->options.url;
    in_->embedded = url.compare(0, 7, "sqlite:") == 0;
    if (in_->embedded) {
        in_->path = url.substr(7);
        if (in_->options.lock) {
            auto lock = in_->path + ".lock";
            in_->lock = ::open(lock.c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0600);
            if (in_->lock < 0) throw Error{Trouble::lost, "cannot open " + lock};
            if (flock(in_->lock, LOCK_EX | LOCK_NB) != 0) {
                ::close(in_->lock);
                in_->lock = -1;
                throw Error{Trouble::busy, "another process uses " + in_->path};
            }
        }
        in_->writer = in_->open(true);
    }
    for (int i = 0; i < in_->options.readers; ++i) {
        in_->all.push_back(in_->open(false));
        in_->free.push_back(in_->all.back().get());
    }
}

Database::~Database() {
    in_->free.clear();
    in_->all.clear(); // the writer closes last: closing the last connection folds the log back
    if (in_->embedded && in_->writer) {
        try {
            checkpoint(true);
        } catch (Error const&) { // nothing to be done while going; the log is replayed at the next start
        }
    }
    in_->writer.reset();
    if (in_->lock >= 0) ::close(in_->lock);
}

bool Database::embedded() const { return in_->embedded; }

std::unique_ptr<Read> Database::read(Scope scope) {
    auto* connection = in_->take();
    try {
        connection->say(in_->embedded ? "begin" : "begin isolation level repeatable read read only");
        in_->scope_on(*connection, scope);
    } catch (...) {
        in_->roll_back(*connection, true);
        in_->give(*connection);
        throw;
    }
    return std::make_unique<Read>(*connection, std::move(scope), [in = in_.get()](Connection& held) {
        try {
            held.say("commit");
        } catch (Error const&) {
            in->roll_back(held, true);
        }
        in->give(held);
    });
}

void Database::write(Scope const& scope, std::function<void(Write&)> const& work) { in_->transact(scope, work); }

void Database::ledger(Scope const& scope, std::function<void(Write&)> work) {
    Inside::Entry mine{scope, std::move(work), false, nullptr};
    {
        std::scoped_lock hold{in_->queueing};
        in_->queue.push_back(&mine);
    }
    // whoever gets the lock commits for all who wait
    std::scoped_lock lead{in_->leading};
    if (!mine.done) {
        std::vector<Inside::Entry*> batch;
        {
            std::scoped_lock hold{in_->queueing};
            batch.swap(in_->queue);
        }
        std::stable_sort(batch.begin(), batch.end(), [](auto const* a, auto const* b) { return a->scope.partnership < b->scope.partnership; });
        for (auto first = batch.begin(); first != batch.end();) {
            auto last = std::find_if(first, batch.end(), [&](auto const* entry) { return entry->scope.partnership != (*first)->scope.partnership; });
            std::exception_ptr error;
            try {
                in_->transact(Scope::of((*first)->scope.partnership), [&](Write& door) {
                    for (auto at = first; at != last; ++at) (*at)->work(door);
                });
            } catch (...) {
                error = std::current_exception();
            }
            for (; first != last; ++first) (*first)->error = error, (*first)->done = true;
        }
    }
    if (mine.error) std::rethrow_exception(mine.error);
}

void Database::script(std::string_view statements) {
    std::string text{statements};
    if (in_->embedded) {
        std::scoped_lock hold{in_->writing};
        auto* back = static_cast<soci::sqlite3_session_backend*>(in_->writer->session().get_backend());
        auto code = sqlite_api::sqlite3_exec(back->conn_, text.c_str(), nullptr, nullptr, nullptr);
        if (code != SQLITE_OK) {
            auto extended = sqlite_api::sqlite3_extended_errcode(back->conn_);
            sqlite_api::sqlite3_exec(back->conn_, "rollback", nullptr, nullptr, nullptr);
            throw Error{(code & 255) == SQLITE_FULL ? Trouble::full : Trouble::other, "sqlite " + std::to_string(extended)};
        }
        return;
    }
    auto* connection = in_->take();
    auto* back = static_cast<soci::postgresql_session_backend*>(connection->session().get_backend());
    auto* result = PQexec(back->conn_, text.c_str());
    auto status = PQresultStatus(result);
    std::string state = PQresultErrorField(result, PG_DIAG_SQLSTATE) ? PQresultErrorField(result, PG_DIAG_SQLSTATE) : "";
    PQclear(result);
    if (status == PGRES_FATAL_ERROR) {
        PQclear(PQexec(back->conn_, "rollback"));
        in_->give(*connection);
        throw Error{Trouble::other, "sqlstate " + state};
    }
    in_->give(*connection);
}

void Database::checkpoint(bool truncate) {
    if (in_->embedded) script(truncate ? "pragma wal_checkpoint(truncate)" : "pragma wal_checkpoint(passive)");
}

void Database::copy_to(std::string const& path) {
    base::require(in_->embedded, "only the embedded database is copied as a file");
    std::string quoted;
    for (char c : path) quoted += c == '\'' ? "''"s : std::string(1, c);
    script("vacuum into '" + quoted + "'");
}

std::string Database::check() {
    if (!in_->embedded) return {};
    std::string found;
    auto door = read(Scope::of_hall());
    for (auto const& line : door->column<std::string>("pragma quick_check"))
        if (line != "ok") found += line + "\n";
    return found;
}

} // namespace db
