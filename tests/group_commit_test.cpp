// Many who write at once on SQLite share a commit, and what goes wrong in one touches no other.
#include "platform/db/database.h"
#include "tests/world/folder.h"

#include <atomic>
#include <filesystem>
#include <future>
#include <gtest/gtest.h>
#include <sqlite3.h>
#include <thread>
#include <vector>

namespace {

std::atomic<int> commits{0}, runs{0};
int count_commits(sqlite3* opened, char**, void const*) {
    sqlite3_commit_hook(opened, [](void*) { return ++commits, 0; }, nullptr);
    return SQLITE_OK;
}

class GroupCommit : public testing::Test {
protected:
    GroupCommit() : folder{world::new_folder("commit")} {
        sqlite3_auto_extension(reinterpret_cast<void (*)()>(reinterpret_cast<void*>(count_commits)));
        db::Options options;
        options.url = "sqlite:" + folder + "/test.db";
        data = std::make_unique<db::Database>(options);
        data->script("create table words (word text primary key) strict");
        commits = 0;
    }
    ~GroupCommit() override {
        data.reset();
        sqlite3_cancel_auto_extension(reinterpret_cast<void (*)()>(reinterpret_cast<void*>(count_commits)));
        std::filesystem::remove_all(folder);
    }
    using Work = std::function<void(db::Write&)>;
    Work put(std::string const& word) {
        return [this, word](db::Write& tx) {
            ++runs;
            tx.run("insert into words (word) values (:word)", word);
        };
    }
    /// The same until they did share a commit: whoever is slow to join the queue gets one of its own.
    std::vector<std::string> sharing(std::vector<Work> const& works, std::function<bool()> const& shared) {
        for (int round = 0; round < 500; ++round) {
            data->write(db::Scope::of_hall(), [](db::Write& tx) { tx.run("delete from words"); });
            commits = runs = 0;
            auto said = all_at_once(works);
            if (shared()) return said;
        }
        ADD_FAILURE() << "they never shared a commit";
        return std::vector<std::string>(works.size());
    }
    /// What became of works that all waited while someone else wrote: the words of their errors, empty for none.
    std::vector<std::string> all_at_once(std::vector<Work> const& works) {
        std::promise<void> open;
        auto opened = open.get_future().share();
        std::vector<std::string> said(works.size());
        std::vector<std::thread> threads;
        std::atomic<std::size_t> started{0};
        std::promise<void> holds;
        std::thread holder{[&] { data->write(db::Scope::of_hall(), [&](db::Write& tx) {
                                     put("holder")(tx);
                                     holds.set_value();
                                     opened.wait();
                                 }); }};
        holds.get_future().wait();
        for (std::size_t i = 0; i < works.size(); ++i)
            threads.emplace_back([&, i] {
                ++started;
                try {
                    data->write(db::Scope::of_hall(), works[i]);
                } catch (std::exception const& error) {
                    said[i] = error.what();
                }
            });
        while (started < works.size()) std::this_thread::yield();
        open.set_value();
        holder.join();
        for (auto& thread : threads) thread.join();
        return said;
    }
    std::size_t stored() { return data->read(db::Scope::of_hall())->column<std::string>("select word from words").size(); }
    std::string folder;
    std::unique_ptr<db::Database> data;
};

TEST_F(GroupCommit, ManyWhoWaitShareACommit) {
    std::vector<Work> works;
    for (int i = 0; i < 30; ++i) works.push_back(put("word " + std::to_string(i)));
    for (auto const& error : sharing(works, [&] { return commits < 10; })) EXPECT_EQ(error, "");
    EXPECT_EQ(stored(), 31U);
}

TEST_F(GroupCommit, WhatGoesWrongInOneIsUndoneForThatOne) {
    std::vector<Work> works;
    for (int i = 0; i < 10; ++i) works.push_back(put("word " + std::to_string(i)));
    works.push_back([this](db::Write& tx) {
        put("half")(tx);
        put("holder")(tx);
    });
    works.push_back([this](db::Write& tx) {
        put("half too")(tx);
        throw std::runtime_error{"changed my mind"};
    });
    works.push_back(put("last"));
    auto const said = sharing(works, [&] { return commits <= 2; });
    for (std::size_t i = 0; i < 10; ++i) EXPECT_EQ(said[i], "");
    EXPECT_EQ(said[10], "database: sqlite 1555") << "which rule of the table was broken";
    EXPECT_EQ(said[11], "changed my mind");
    EXPECT_EQ(said[12], "");
    EXPECT_EQ(stored(), 12U);
}

TEST_F(GroupCommit, WhenOneBreaksTheCommitEachIsTriedByItself) {
    std::vector<Work> works;
    for (int i = 0; i < 10; ++i) works.push_back(put("word " + std::to_string(i)));
    works.push_back([this](db::Write& tx) {
        put("half")(tx);
        throw db::Error{db::Trouble::full, "no room"};
    });
    // run again, and so broken together first
    auto const said = sharing(works, [&] { return runs > 12; });
    for (std::size_t i = 0; i < 10; ++i) EXPECT_EQ(said[i], "");
    EXPECT_EQ(said[10], "database: no room");
    EXPECT_EQ(stored(), 11U);
}

TEST_F(GroupCommit, TheLogStaysShortHoweverMuchIsWritten) {
    auto length = [&] { return std::filesystem::file_size(folder + "/test.db-wal"); };
    constexpr std::uintmax_t megabyte = 1024 * 1024;
    auto write = [&](int megabytes) {
        for (int i = 0; i < megabytes; ++i) data->write(db::Scope::of_hall(), [&](db::Write& tx) { tx.run("insert into words (word) values (:word) on conflict (word) do nothing", std::to_string(length()) + std::string(megabyte, static_cast<char>('a' + i % 26))); });
    };
    write(80);
    EXPECT_LT(length(), 16 * megabyte);
    // who reads on keeps what they read, and keeps nobody from writing
    auto held = data->read(db::Scope::of_hall());
    auto const before = held->one<std::int64_t>("select count(*) from words");
    write(80);
    EXPECT_EQ(held->one<std::int64_t>("select count(*) from words"), before);
    held.reset();
    write(80);
    EXPECT_LT(length(), 16 * megabyte);
}

TEST_F(GroupCommit, ALogThatCouldNotBeEmptiedIsEmptiedByTheNextWriteOnceNobodyReads) {
    auto length = [&] { return std::filesystem::file_size(folder + "/test.db-wal"); };
    data->write(db::Scope::of_hall(), put("erased"));
    auto held = data->read(db::Scope::of_hall());
    EXPECT_EQ(held->one<std::int64_t>("select count(*) from words"), 1);
    data->write(db::Scope::of_hall(), put("other"));
    EXPECT_FALSE(data->checkpoint(true));
    data->write(db::Scope::of_hall(), put("while someone reads"));
    EXPECT_GT(length(), 0U);
    held.reset();
    for (auto const* word : {"one is waited for", "and the next"}) data->write(db::Scope::of_hall(), put(word));
    EXPECT_EQ(length(), 0U);
}

} // namespace
