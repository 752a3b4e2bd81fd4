// Rounds and jobs over a season of the demonstration: a second round at the same moment does nothing, and two that run at once do together what one does alone.
#include "app/demo.h"
#include "app/program.h"
#include "tests/world/folder.h"
#include "tests/world/plans.h"
#include "tests/world/postgres.h"
#include "tests/world/world.h"

#include <filesystem>
#include <map>
#include <regex>
#include <sstream>
#include <thread>

namespace {

/// A demonstration with a clock of its own, on either database.
class Season {
public:
    explicit Season(world::Engine engine) : engine_{engine} {
        config_.data = world::new_folder("season");
        if (engine == world::Engine::postgresql) {
            database_ = world::make_postgres(clock_.now());
            config_.database = world::postgres_url(database_);
        }
        std::ostringstream said;
        app::make_demonstration(config_, 1, said);
        program = std::make_unique<app::Program>(config_, app::Program::Schema::must_be_current, app::Brought{&clock_, nullptr, {}, {}});
        if (engine == world::Engine::postgresql) {
            // a process of its own on the same database and key store; on SQLite there is one only
            auto config = config_;
            config.keys = config_.data + "/keys.db", config.master_key_file = config_.data + "/master.key", config.journal = config_.data + "/erasures.log";
            config.data += "/other";
            other_ = std::make_unique<app::Program>(config, app::Program::Schema::must_be_current, app::Brought{&clock_, nullptr, {}, {}});
        }
        settle();
    }
    ~Season() {
        other_.reset();
        program.reset();
        if (!database_.empty()) world::drop_postgres(database_);
        std::filesystem::remove_all(config_.data);
    }
    Season(Season const&) = delete;
    Season& operator=(Season const&) = delete;

    void settle() {
        world::AskingIsWatched const watched;
        while (program->run_jobs(1000) > 0) {}
    }
    void round() {
        world::AskingIsWatched const watched;
        program->go_round();
        settle();
        program->sweep();
    }
    /// Two that go round at the same moment.
    void round_by_two() {
        auto const work = [](app::Program& its) {
            its.go_round();
            while (its.run_jobs(7) > 0) {}
            its.sweep();
        };
        std::thread beside{[&] { work(other_ ? *other_ : *program); }};
        work(*program);
        beside.join();
        settle();
    }
    void pass(int days) { clock_.pass(std::chrono::hours{24 * days}); }
    /// How many rows each table holds; queues and logs left out.
    std::map<std::string, std::int64_t> counts() {
        std::map<std::string, std::int64_t> all;
        auto hall = program->data().read(db::Scope::of_hall());
        auto const tables = hall->column<std::string>(engine_ == world::Engine::postgresql ? "select tablename from pg_tables where schemaname = 'public'" : "select name from sqlite_master where type = 'table' and name not like 'sqlite_%'");
        std::vector<std::unique_ptr<db::Read>> doors;
        for (auto const& partnership : people::partnerships(*hall)) doors.push_back(program->data().read(db::Scope::of(partnership.id.value())));
        for (auto const& table : tables) {
            if (table == "jobs" || table == "worry_log" || table == "worry_log_heads" || table.starts_with("access_log") || table == "attempts") continue;
            all[table] = hall->one<std::int64_t>("select count(*) from " + table).value_or(0);
            if (engine_ == world::Engine::postgresql)
                for (auto const& door : doors) all[table] += door->one<std::int64_t>("select count(*) from " + table).value_or(0);
        }
        return all;
    }
    /// The mails that went, without what is made anew each time; how often each.
    std::map<std::string, int> mails() {
        struct Mail {
            std::string recipient, subject, body;
        };
        static std::regex const made{"[A-Za-z0-9_-]{20,}"};
        std::map<std::string, int> all;
        for (auto const& mail : program->data().read(db::Scope::of_hall())->list<Mail>("select recipient, subject, body from outbox")) ++all[mail.recipient + " | " + mail.subject + " | " + std::regex_replace(mail.body, made, "…")];
        return all;
    }
    std::unique_ptr<app::Program> program;

private:
    world::Engine engine_;
    std::string database_;
    base::FixedClock clock_{base::moment_of({std::chrono::year_month_day{std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now())}, std::chrono::hours{9}})};
    app::Config config_;
    std::unique_ptr<app::Program> other_; ///< on PostgreSQL
};

class Rounds : public testing::TestWithParam<world::Engine> {};
INSTANTIATE_TEST_SUITE_P(On, Rounds, testing::ValuesIn(world::engines()), world::engine_name);

template <class Key, class Number>
std::string difference(std::map<Key, Number> const& one, std::map<Key, Number> const& other) {
    std::ostringstream all;
    for (auto const& [key, number] : one)
        if (auto at = other.find(key); at == other.end() || at->second != number) all << key << ": " << number << " and " << (at == other.end() ? 0 : at->second) << "\n";
    for (auto const& [key, number] : other)
        if (!one.contains(key)) all << key << ": 0 and " << number << "\n";
    return all.str();
}

TEST_P(Rounds, ASecondRoundAtTheSameMomentDoesNothing) {
    Season season{GetParam()};
    auto const first = season.counts();
    for (int week = 0; week < 8; ++week) {
        season.pass(week % 4 == 0 ? 1 : 9);
        season.round();
        auto const rows = season.counts();
        auto const mails = season.mails();
        season.round();
        EXPECT_EQ(difference(rows, season.counts()), "") << "in week " << week;
        EXPECT_EQ(difference(mails, season.mails()), "") << "in week " << week;
    }
    EXPECT_NE(difference(first, season.counts()), "") << "a season in which nothing happens";
}

TEST_P(Rounds, TwoAtOnceDoTogetherWhatOneDoesAlone) {
    Season one{GetParam()}, two{GetParam()};
    ASSERT_EQ(difference(one.counts(), two.counts()), "");
    for (int week = 0; week < 5; ++week) {
        one.pass(9);
        two.pass(9);
        one.round();
        two.round_by_two();
        EXPECT_EQ(difference(one.counts(), two.counts()), "") << "in week " << week;
    }
    EXPECT_EQ(difference(one.mails(), two.mails()), "");
    EXPECT_GT(one.mails().size(), 10U);
}

} // namespace
