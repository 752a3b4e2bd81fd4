#include "tests/world/plans.h"

#include "app/program.h"
#include "tests/world/folder.h"

#include <algorithm>
#include <filesystem>
#include <gtest/gtest.h>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <sqlite3.h>
#include <string>

namespace {

thread_local bool watched = false;
thread_local std::size_t statements = 0;
std::mutex mutex;
std::set<std::string, std::less<>> asked;

int remember(unsigned, void*, void* statement, void*) {
    ++statements;
    if (!watched) return 0;
    auto const* sql = sqlite3_sql(static_cast<sqlite3_stmt*>(statement));
    if (!sql) return 0;
    std::scoped_lock hold{mutex};
    if (asked.find(std::string_view{sql}) == asked.end()) asked.emplace(sql);
    return 0;
}
int on_open(sqlite3* opened, char**, void const*) { return sqlite3_trace_v2(opened, SQLITE_TRACE_STMT, remember, nullptr); }

/// Tables that may be read whole: they stay small, or the question takes the first row of an index.
std::map<std::string, std::string> const& small() {
    static std::map<std::string, std::string> const all{
        {"partnerships", "as many as there are; rounds go past all, a visit takes the first of an index"},
        {"facts", "a handful"},
        {"outbox", "only a demonstration keeps the mails it did not send"},
        {"migrations", "as many as there are versions"},
        {"erasures", "those that were begun, at a start"},
        {"sqlite_schema", "the tables themselves"},
    };
    return all;
}

struct Close {
    void operator()(sqlite3* opened) const { sqlite3_close(opened); }
};

class Plans {
public:
    explicit Plans(std::string const& file) {
        sqlite3* opened = nullptr;
        sqlite3_open(file.c_str(), &opened);
        data_.reset(opened);
        each("select rootpage, tbl_name from sqlite_schema where rootpage > 0", [&](sqlite3_stmt* row) { roots_[sqlite3_column_int(row, 0)] = text(row, 1); });
    }
    /// Whether all it asks for is in this database.
    bool answers(std::string const& sql) {
        sqlite3_stmt* statement = nullptr;
        bool const good = sqlite3_prepare_v2(data_.get(), sql.c_str(), -1, &statement, nullptr) == SQLITE_OK;
        sqlite3_finalize(statement);
        return good;
    }
    /// The tables that a question reads from the first row to the last: a loop that begins at an end of a table or index of it.
    std::set<std::string> read_whole(std::string const& sql) {
        std::map<int, int> opened;
        std::set<int> begins, goes_on, ends;
        each("explain " + sql, [&](sqlite3_stmt* row) {
            auto const code = text(row, 1);
            auto const cursor = sqlite3_column_int(row, 2);
            if (code == "OpenRead" || code == "OpenWrite") opened[cursor] = sqlite3_column_int(row, 3);
            if (code == "Rewind" || code == "Last") begins.insert(cursor);
            if (code.starts_with("Idx") && code != "IdxInsert" && code != "IdxDelete" && code != "IdxRowid") ends.insert(cursor); // compared at every step, so that a range of an index ends
            if (code == "Next" || code == "Prev") goes_on.insert(cursor);
        });
        std::set<std::string> tables;
        for (auto const& [cursor, root] : opened)
            if (begins.contains(cursor) && goes_on.contains(cursor) && !ends.contains(cursor)) tables.insert(roots_.contains(root) ? roots_.at(root) : root == 1 ? "sqlite_schema"
                                                                                                                                                                 : "?");
        return tables;
    }

private:
    static std::string text(sqlite3_stmt* row, int column) { return reinterpret_cast<char const*>(sqlite3_column_text(row, column)); }
    void each(std::string const& sql, auto const& take) {
        sqlite3_stmt* statement = nullptr;
        if (sqlite3_prepare_v2(data_.get(), sql.c_str(), -1, &statement, nullptr) != SQLITE_OK) return;
        while (sqlite3_step(statement) == SQLITE_ROW) take(statement);
        sqlite3_finalize(statement);
    }
    std::unique_ptr<sqlite3, Close> data_;
    std::map<int, std::string> roots_;
};

/// Explains all that was asked, on a database as a migration leaves it.
class Explained : public testing::Environment {
    void TearDown() override {
        app::Config config;
        config.data = world::new_folder("plans");
        { app::Program const program{config, app::Program::Schema::migrate}; }
        Plans plans{config.data + "/naast.db"}, of_keys{config.data + "/keys.db"};
        EXPECT_EQ(plans.read_whole("select name from people where language = 'nl'"), std::set<std::string>{"people"}) << "a question without an index is not seen";
        EXPECT_EQ(plans.read_whole("select name from people where id = 'x'"), std::set<std::string>{});
        EXPECT_EQ(plans.read_whole("delete from used_challenges where ends_at < 7"), std::set<std::string>{}) << "a range ends";
        std::map<std::string, std::string> found;
        for (auto const& sql : asked) {
            auto& its = plans.answers(sql) ? plans : of_keys;
            EXPECT_TRUE(its.answers(sql)) << "not explained: " << sql;
            for (auto const& table : its.read_whole(sql))
                if (!small().contains(table)) found.emplace(sql, table);
        }
        for (auto const& [sql, table] : found) ADD_FAILURE() << "no fitting index: all rows of " << table << " are read by\n  " << sql;
        std::filesystem::remove_all(config.data);
    }
};

} // namespace

namespace world {

AskingIsWatched::AskingIsWatched() : before_{std::exchange(watched, true)} {}
AskingIsWatched::~AskingIsWatched() { watched = before_; }

std::size_t statements_so_far() { return statements; }

void watch_asking() {
    sqlite3_auto_extension(reinterpret_cast<void (*)()>(reinterpret_cast<void*>(on_open)));
    testing::AddGlobalTestEnvironment(new Explained);
}

} // namespace world
