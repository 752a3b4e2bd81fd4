#pragma once
// The doors to data. `Read` is a snapshot, `Write` the single writer, `Ledger` the group commit of the access log.
// One SQL text for SQLite and PostgreSQL; parameters are written `:name` and given in the order in which the names first occur.
#include "platform/db/fields.h"
#include "platform/db/value.h"

#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace db {

enum class Trouble { unique,
                     reference,
                     busy,
                     full,
                     lost,
                     other };

/// What went wrong in a database, without any contents: the kind and the code of the engine.
class Error : public std::runtime_error {
public:
    Error(Trouble trouble, std::string const& code) : std::runtime_error{"database: " + code}, trouble_{trouble} {}
    Trouble trouble() const { return trouble_; }

private:
    Trouble trouble_;
};

/// On whose behalf data is touched. On PostgreSQL row security shows only the rows of this partnership; the hall sees accounts and sessions too.
struct Scope {
    std::string partnership;
    std::string person;
    bool hall = false;
    static Scope of_hall() { return {{}, {}, true}; }
    static Scope of(std::string partnership, std::string person = {}) { return {std::move(partnership), std::move(person), false}; }
    auto operator<=>(Scope const&) const = default;
};

class Connection;

/// What every door can do: ask.
class Door {
public:
    Door(Connection& connection, Scope scope) : connection_{connection}, scope_{std::move(scope)} {}
    Door(Door const&) = delete;
    Door& operator=(Door const&) = delete;
    Scope const& scope() const { return scope_; }

    /// All rows, each read into the fields of the aggregate `Row` in order.
    template <class Row, class... Args>
    std::vector<Row> list(std::string_view sql, Args const&... args) {
        std::vector<Row> found;
        each(sql, {value(args)...}, kinds<Row>(), [&](std::vector<Value>& cells) { found.push_back(make<Row>(cells)); });
        return found;
    }
    /// The first row, or nothing.
    template <class Row, class... Args>
    std::optional<Row> find(std::string_view sql, Args const&... args) {
        std::optional<Row> found;
        each(sql, {value(args)...}, kinds<Row>(), [&](std::vector<Value>& cells) {
            if (!found) found.emplace(make<Row>(cells));
        });
        return found;
    }
    /// The first column of the first row, or nothing (also when it is null).
    template <class T, class... Args>
    std::optional<T> one(std::string_view sql, Args const&... args) {
        std::optional<T> found;
        bool first = true;
        each(sql, {value(args)...}, {Column<T>::kind}, [&](std::vector<Value>& cells) {
            if (std::exchange(first, false)) found = cell<std::optional<T>>(cells[0]);
        });
        return found;
    }
    /// The first column of all rows.
    template <class T, class... Args>
    std::vector<T> column(std::string_view sql, Args const&... args) {
        std::vector<T> found;
        each(sql, {value(args)...}, {Column<T>::kind}, [&](std::vector<Value>& cells) { found.push_back(cell<T>(cells[0])); });
        return found;
    }

protected:
    using Take = std::function<void(std::vector<Value>&)>;
    void each(std::string_view sql, std::vector<Value> args, std::vector<Kind> const& kinds, Take const& take);
    std::int64_t change(std::string_view sql, std::vector<Value> args);

private:
    template <class T>
    static T cell(Value& held) {
        if constexpr (is_optional<T>::value) {
            if (std::holds_alternative<std::monostate>(held)) return {};
            return cell<typename T::value_type>(held);
        } else {
            base::require(!std::holds_alternative<std::monostate>(held), "a column is null where a value is needed");
            if constexpr (Column<T>::kind == Kind::text) return Column<T>::from(std::get<std::string>(held));
            else if constexpr (Column<T>::kind == Kind::number) return Column<T>::from(std::get<std::int64_t>(held));
            else return Column<T>::from(std::get<double>(held));
        }
    }
    template <class T>
    struct Bare {
        using type = T;
    };
    template <class T>
    struct Bare<std::optional<T>> {
        using type = T;
    };
    template <class Row>
    static std::vector<Kind> const& kinds() {
        static std::vector<Kind> const its = []<std::size_t... I>(std::index_sequence<I...>) {
            return std::vector<Kind>{Column<typename Bare<std::tuple_element_t<I, FieldTypes<Row>>>::type>::kind...};
        }(std::make_index_sequence<field_count<Row>()>{});
        return its;
    }
    template <class Row>
    static Row make(std::vector<Value>& cells) {
        return [&]<std::size_t... I>(std::index_sequence<I...>) {
            return Row{cell<std::tuple_element_t<I, FieldTypes<Row>>>(cells[I])...};
        }(std::make_index_sequence<field_count<Row>()>{});
    }

    Connection& connection_;
    Scope scope_;
};

/// A snapshot of the database; lasts until it goes.
class Read : public Door {
public:
    Read(Connection& connection, Scope scope, std::function<void(Connection&)> give_back);
    ~Read();

private:
    std::function<void(Connection&)> give_back_;
    Connection& held_;
};

/// The one who writes; commits when its work returns, alone or with others who waited. No rendering, mail or PDF inside.
class Write : public Door {
public:
    using Door::Door;
    /// Runs an insert, update or delete; gives the number of rows touched.
    template <class... Args>
    std::int64_t run(std::string_view sql, Args const&... args) {
        return change(sql, {value(args)...});
    }
    /// Does something as the last statements before the commit, in the order given.
    void before_commit(std::function<void(Write&)> work) { last_.push_back(std::move(work)); }
    void run_last();

private:
    std::vector<std::function<void(Write&)>> last_;
};

struct Options {
    std::string url; ///< `sqlite:PATH` or `postgresql://…`
    int readers = 3; ///< connections for reading
    std::string vfs; ///< the name of a SQLite VFS, for tests of power loss
    std::string synchronous = "full";
    bool shared = false; ///< SQLite: other processes that say so too may stand on the same file; else it is refused to a second one
};

/// One database and its connections. SQLite: one writer that is also the only checkpointer, and readers; one process per file, unless all share it.
class Database {
public:
    explicit Database(Options options);
    ~Database();
    Database(Database const&) = delete;
    Database& operator=(Database const&) = delete;

    bool embedded() const;
    /// A snapshot for a scope.
    std::unique_ptr<Read> read(Scope scope);
    /// Runs `work` as one change and returns when it is durable; any exception undoes all of it. SQLite: many who wait share one commit, and any of their threads may run it. It may be run again after it was undone: on PostgreSQL when a serialization was lost, on SQLite when another broke a commit that was shared.
    void write(Scope const& scope, std::function<void(Write&)> const& work);
    /// Adds to the group commit of the ledger and returns when it is durable; many callers share one commit.
    void ledger(Scope const& scope, std::function<void(Write&)> work);
    /// Runs statements outside a transaction on the writer, for migrations, checkpoints and backups.
    void script(std::string_view statements);
    /// Folds the write-ahead log back into the file (SQLite); `truncate` also empties it. False when others still read from it or the disk refuses; what was to be emptied is then tried again beside later writes.
    bool checkpoint(bool truncate);
    /// A copy of the whole database without a trace of deleted values (SQLite).
    void copy_to(std::string const& path);
    /// Nothing, or what an integrity check found.
    std::string check();

private:
    struct Inside;
    std::unique_ptr<Inside> in_;
};

} // namespace db
