#pragma once
// One connection to SQLite or PostgreSQL with its kept statements; the only place that knows SOCI and the libraries below it.
#include "platform/db/value.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace db {

class Connection {
public:
    /// Opens a SQLite file by parameters as SOCI reads them.
    static std::unique_ptr<Connection> sqlite(std::string const& parameters);
    /// Connects to PostgreSQL by an address.
    static std::unique_ptr<Connection> postgresql(std::string const& url);
    ~Connection();

    /// Runs one statement without values.
    void say(std::string const& sql);
    /// Runs a statement, kept prepared for the next time; `take` gets every row of columns of these kinds. Without `take` it gives the number of rows touched.
    std::int64_t run(std::string_view sql, std::vector<Value>& args, std::vector<Kind> const& kinds, std::function<void(std::vector<Value>&)> const* take);
    /// Runs several statements as they stand; a mistake rolls back what they began.
    void script(std::string const& statements);
    /// Ends a transaction that is open, undoing it; needs no memory of ours and does not throw. False when it may still be open.
    bool settle() noexcept;
    /// Drops the kept statements.
    void forget() noexcept;
    /// Connects again; when that does not go, whoever uses it next tries.
    void reconnect() noexcept;

private:
    struct Inside;
    explicit Connection(std::unique_ptr<Inside> inside);
    std::unique_ptr<Inside> in_;
};

} // namespace db
