#pragma once
// One statement of SOCI kept prepared, with the variables it reads and fills; known to the connection only.
#include "platform/db/value.h"

#include <deque>
#include <memory>
#include <soci/soci.h>
#include <string>
#include <string_view>
#include <vector>

namespace db {

/// The kind of variable that a value goes into; nothing counts as text.
Kind kind_of(Value const& value);

class Statement {
public:
    /// Prepares for values of these kinds, given in the order in which the names first occur, and columns of those kinds.
    Statement(soci::session& session, std::string_view sql, std::vector<Value> const& args, std::vector<Kind> const& columns);
    Statement(Statement const&) = delete;
    Statement& operator=(Statement const&) = delete;

    /// Runs with these values; true when there is a row.
    bool execute(std::vector<Value>& args);
    /// The next row; false after the last.
    bool fetch() { return statement_.fetch(); }
    /// Reads the row into `cells`.
    void read(std::vector<Value>& cells);
    std::size_t columns() const { return intos_.size(); }
    std::int64_t affected() { return statement_.get_affected_rows(); }
    /// Ends a run on SQLite: a statement that is not reset pins the reader's snapshot, and SOCI leaves it where the last step ended.
    void rest();

private:
    struct Slot {
        Kind kind = Kind::text;
        std::string text;
        long long number = 0;
        double real = 0;
        soci::indicator state = soci::i_ok;
    };
    static void put(Slot& slot, Value& value);
    static Value got(Slot& slot);

    std::deque<Slot> uses_, intos_;
    soci::statement statement_;
};

} // namespace db
