// Every schema that ever was comes up to date: from each one, and when the power of the process ends in the middle.
#include "gen/migrations.h"
#include "platform/base/random.h"
#include "platform/db/migrate.h"
#include "tests/world/folder.h"

#include <csignal>
#include <cstdlib>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

constexpr base::Moment now{std::chrono::seconds{1'800'000'000}};

class Migrations : public testing::Test {
protected:
    ~Migrations() override { std::filesystem::remove_all(folder); }
    db::Options file(std::string const& name) const { return {.url = "sqlite:" + folder + "/" + name, .readers = 1, .vfs = {}}; }
    /// All tables, columns and rules, in words.
    static std::string schema(db::Database& data) {
        std::string all;
        for (auto const& each : data.read(db::Scope::of_hall())->column<std::string>("select sql from sqlite_master where sql is not null order by type, name")) all += each + "\n";
        return all;
    }
    static void up_to(db::Options const& options, std::size_t count) {
        db::Database data{options};
        db::migrate(data, std::span{gen::migrations}.first(count), "", now);
    }
    std::string folder = world::new_folder("migrations");
    std::size_t const all = std::size(gen::migrations);
    /// The proofs try every schema and kill more often.
    bool const in_full = std::getenv("IN_FULL") != nullptr;
};

TEST_F(Migrations, EverySchemaThatEverWasComesUpToDate) {
    up_to(file("new.db"), all);
    db::Database fresh{file("new.db")};
    auto const wanted = schema(fresh);
    ASSERT_GT(all, 60U);
    for (std::size_t from = 0; from < all; from += in_full ? 1 : 6) {
        auto const name = "from" + std::to_string(from) + ".db";
        if (from > 0) up_to(file(name), from);
        db::Database data{file(name)};
        EXPECT_EQ(db::inspect(data, gen::migrations), from == 0 ? db::Schema::empty : db::Schema::older);
        EXPECT_EQ(db::migrate(data, gen::migrations, "", now).size(), all - from);
        EXPECT_EQ(schema(data), wanted) << "from " << from;
        EXPECT_EQ(db::inspect(data, gen::migrations), db::Schema::current);
    }
}

TEST_F(Migrations, WhatIsKilledInTheMiddleGoesOnWhereItWas) {
    up_to(file("new.db"), all);
    db::Database fresh{file("new.db")};
    auto const wanted = schema(fresh);
    base::SeededRandom random{5};
    int before_the_end = 0;
    for (int round = 0; round < (in_full ? 100 : 15); ++round) {
        auto const name = "killed" + std::to_string(round) + ".db";
        std::array<unsigned char, 2> chance{};
        random.fill(chance);
        auto const child = ::fork();
        if (child == 0) {
            up_to(file(name), all);
            ::_exit(0);
        }
        ::usleep(static_cast<useconds_t>(chance[0] * 256 + chance[1]));
        ::kill(child, SIGKILL);
        int status = 0;
        ::waitpid(child, &status, 0);
        before_the_end += WIFSIGNALED(status);
        db::Database data{file(name)};
        EXPECT_EQ(data.check(), "");
        db::migrate(data, gen::migrations, "", now);
        EXPECT_EQ(schema(data), wanted) << round;
        std::filesystem::remove(folder + "/" + name);
    }
    EXPECT_GT(before_the_end, 0) << "none was in the middle";
}

} // namespace
