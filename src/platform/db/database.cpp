#include "platform/db/database.h"

#include "platform/base/require.h"
#include "platform/db/connection.h"

#include <algorithm>
#include <condition_variable>
#include <fcntl.h>
#include <filesystem>
#include <mutex>
#include <sys/file.h>
#include <unistd.h>

namespace db {

using namespace std::string_literals;

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

    /// A change that waits for the one writer of SQLite, on the stack of whoever asked; linked, so that joining and leaving the queue cannot fail.
    struct Waiting {
        Scope const& scope;
        std::function<void(Write&)> const& work;
        bool done = false;
        std::exception_ptr error = {};
        Waiting* next = nullptr;
    };
    static constexpr std::uintmax_t longest_log = 8 * 1024 * 1024;
    std::uintmax_t log_limit = longest_log; ///< with `writing` held
    bool log_owed = true;                   ///< with `writing` held; it is to be emptied, for what was erased may still stand in it: it could not be before, or who served before did not come to it
    int owed_after = 0, owed_pause = 0;     ///< so many writes are waited for before the next try, twice as many each time
    std::mutex joining;
    Waiting* first = nullptr;
    Waiting* last = nullptr;

    std::unique_ptr<Connection> open(bool for_writing) {
        if (!embedded) {
            auto connection = Connection::postgresql(options.url);
            connection->say("set client_min_messages = warning");
            return connection;
        }
        std::string parameters = "db=\"" + path + "\" timeout=5";
        if (!options.vfs.empty()) parameters += " vfs=" + options.vfs;
        auto connection = Connection::sqlite(parameters);
        for (auto const* pragma : {"busy_timeout=5000", "foreign_keys=on", "trusted_schema=off", "secure_delete=on", "cell_size_check=on", "temp_store=memory"}) connection->say("pragma "s + pragma);
        // kilobytes; what they do not keep the system does
        connection->say(for_writing ? "pragma cache_size=-4000" : "pragma cache_size=-3000");
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

    void transact(Scope const& scope, std::function<void(Write&)> const& work) { embedded ? join(scope, work) : by_itself(scope, work); }

    static void change(Connection& connection, Scope const& scope, std::function<void(Write&)> const& work) {
        Write door{connection, scope};
        work(door);
        door.run_last();
    }

    /// PostgreSQL: a connection and a commit of its own.
    void by_itself(Scope const& scope, std::function<void(Write&)> const& work) {
        for (int attempt = 1;; ++attempt) {
            auto* connection = take();
            bool again = false;
            try {
                connection->say("begin");
                scope_on(*connection, scope);
                change(*connection, scope, work);
                connection->say("commit");
            } catch (Error const& error) {
                roll_back(*connection, error.trouble() == Trouble::lost);
                again = error.trouble() == Trouble::busy && attempt < 5;
                if (!again) {
                    give(*connection);
                    throw;
                }
            } catch (...) {
                roll_back(*connection, false);
                give(*connection);
                throw;
            }
            give(*connection);
            if (!again) return;
        }
    }

    /// SQLite: whoever gets the writer does the work of all who wait and makes it durable with one sync, since that is what takes long.
    void join(Scope const& scope, std::function<void(Write&)> const& work) {
        Waiting mine{scope, work};
        {
            std::scoped_lock hold{joining};
            (last ? last->next : first) = &mine;
            last = &mine;
        }
        std::scoped_lock hold{writing};
        while (!mine.done) together(next_batch());
        keep_log_short();
        if (mine.error) std::rethrow_exception(mine.error);
    }

    /// Folds the write-ahead log back and empties it once it is long. Without this someone is always reading while many write, so that it is never begun anew: it grew to gigabytes, and reading through it slowed everyone.
    void keep_log_short() noexcept {
        try {
            std::error_code missing;
            auto const length = std::filesystem::file_size(path + "-wal", missing);
            bool const is_long = length >= log_limit;
            if (missing || (!is_long && (!log_owed || owed_after-- > 0))) return;
            // who reads just now is waited for, but not someone who reads for minutes; and at no time at every write
            writer_now().say(is_long ? "pragma busy_timeout=100" : "pragma busy_timeout=0");
            // also when folding throws; what goes well begins anew
            owed_after = owed_pause = std::clamp(owed_pause * 2, 1, 256);
            if (!fold(true) && is_long) log_limit = length + longest_log;
            writer->say("pragma busy_timeout=5000");
        } catch (...) { // what was written is durable; a new connection tries the log again
            writer.reset();
        }
    }

    /// False when others still read from the log.
    bool fold(bool truncate) {
        bool busy = false;
        std::vector<Value> none;
        std::function<void(std::vector<Value>&)> const take = [&](std::vector<Value>& row) { busy = std::get<std::int64_t>(row.front()) != 0; };
        writer_now().run(truncate ? "pragma wal_checkpoint(truncate)" : "pragma wal_checkpoint(passive)", none, {Kind::number, Kind::number, Kind::number}, &take);
        if (truncate && !busy) log_limit = longest_log, log_owed = false, owed_after = owed_pause = 0;
        return !busy;
    }

    /// Takes from the queue who waits, but not so many that the first waits long for the last.
    Waiting* next_batch() {
        constexpr int most = 64;
        std::scoped_lock hold{joining};
        auto* const batch = first;
        auto* end = batch;
        for (int taken = 1; taken < most && end->next; ++taken) end = end->next;
        first = std::exchange(end->next, nullptr);
        if (!first) last = nullptr;
        return batch;
    }

    void together(Waiting* batch) noexcept {
        if (!batch->next || !in_one_commit(batch))
            for (auto* each = batch; each; each = each->next) alone(*each);
        for (auto* each = batch; each; each = each->next) each->done = true;
    }

    /// What goes wrong in one is undone for that one; when the commit cannot even begin, that is what went wrong in all. False, and nothing is done, when others suffer from one.
    bool in_one_commit(Waiting* batch) noexcept {
        try {
            writer_now().say("begin immediate");
        } catch (...) { // it waited long for someone else already: nobody waits as long again
            for (auto* each = batch; each; each = each->next) each->error = std::current_exception();
            if (writer) roll_back(*writer, false);
            return true;
        }
        try {
            for (auto* each = batch; each; each = each->next) {
                writer->say("savepoint one");
                try {
                    change(*writer, each->scope, each->work);
                } catch (Error const& error) {
                    // of others SQLite may have undone the whole
                    if (error.trouble() != Trouble::unique && error.trouble() != Trouble::reference) throw;
                    each->error = std::current_exception();
                } catch (...) {
                    each->error = std::current_exception();
                }
                if (each->error) writer->say("rollback to one");
                writer->say("release one");
            }
            writer->say("commit");
            return true;
        } catch (...) {
            if (writer) roll_back(*writer, false);
            return false;
        }
    }

    void alone(Waiting& one) noexcept {
        one.error = nullptr;
        try {
            writer_now().say("begin immediate");
            change(*writer, one.scope, one.work);
            writer->say("commit");
        } catch (Error const& error) {
            one.error = std::current_exception();
            if (writer) roll_back(*writer, error.trouble() == Trouble::lost);
        } catch (...) {
            one.error = std::current_exception();
            if (writer) roll_back(*writer, false);
        }
    }

    Connection& writer_now() {
        if (!writer) writer = open(true);
        return *writer;
    }

    void roll_back(Connection& connection, bool broken) noexcept {
        if (connection.settle() && !broken) return;
        connection.forget();
        if (!embedded) connection.reconnect();
    }

    Connection* take() {
        std::unique_lock hold{pool};
        if (!freed.wait_for(hold, std::chrono::seconds{5}, [&] { return !free.empty(); })) throw Error{Trouble::busy, "no connection free"};
        auto* connection = free.back();
        free.pop_back();
        return connection;
    }
    void give(Connection& connection) noexcept {
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
        auto lock = in_->path + ".lock";
        in_->lock = ::open(lock.c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0600);
        if (in_->lock < 0) throw Error{Trouble::lost, "cannot open " + lock};
        if (flock(in_->lock, (in_->options.shared ? LOCK_SH : LOCK_EX) | LOCK_NB) != 0) {
            ::close(in_->lock);
            in_->lock = -1;
            throw Error{Trouble::busy, "another process uses " + in_->path};
        }
        in_->writer = in_->open(true);
    }
    in_->free.reserve(static_cast<std::size_t>(std::max(0, in_->options.readers)));
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
        return std::make_unique<Read>(*connection, std::move(scope), [in = in_.get()](Connection& held) {
            // a snapshot is only read: there is nothing to keep
            in->roll_back(held, false);
            in->give(held);
        });
    } catch (Error const& error) {
        in_->roll_back(*connection, error.trouble() == Trouble::lost);
        in_->give(*connection);
        throw;
    } catch (...) { // no memory: the connection is as good as it was
        in_->roll_back(*connection, false);
        in_->give(*connection);
        throw;
    }
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
    std::string const text{statements};
    if (in_->embedded) {
        std::scoped_lock hold{in_->writing};
        return in_->writer_now().script(text);
    }
    auto* connection = in_->take();
    try {
        connection->script(text);
    } catch (...) {
        in_->give(*connection);
        throw;
    }
    in_->give(*connection);
}

bool Database::checkpoint(bool truncate) {
    if (!in_->embedded) return true;
    std::scoped_lock hold{in_->writing};
    try {
        if (in_->fold(truncate)) return true;
    } catch (...) { // the disk refuses; a new connection tries the log again
        in_->writer.reset();
    }
    in_->log_owed = in_->log_owed || truncate;
    return false;
}

void Database::copy_to(std::string const& path) {
    base::require(in_->embedded, "only the embedded database is copied as a file");
    std::string quoted;
    for (char c : path) quoted += c == '\'' ? "''"s : std::string(1, c);
    // over a connection of its own: who writes does not wait for a copy, which may take minutes
    in_->open(true)->script("vacuum into '" + quoted + "'");
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
