// What was typed into pages lies in the database sealed only: in no row of any table, in no file while it serves, in no copy, in no dump of PostgreSQL.
#include "platform/base/log.h"
#include "tests/world/asking.h"

#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

namespace {
using visit::Role;
using Found = std::set<std::string>;

class AtRest : public world::Asking {
protected:
    static constexpr char const* word = "anarie";
    visit::PersonId officer = house.person(house.here, "Olga Bos", {Role::safety_officer});

    struct Column {
        std::string table, column;
    };
    /// The columns of rows that hold the word.
    Found rows() {
        Found found;
        for (auto const& scope : {house.scope(), db::Scope::of_hall()}) {
            auto door = house.program->data().read(scope);
            auto const all = door->list<Column>(house.engine == world::Engine::sqlite ? "select m.name, c.name from sqlite_master m, pragma_table_info(m.name) c where m.type = 'table'"
                                                                                      : "select cast(table_name as text), cast(column_name as text) from information_schema.columns where table_schema = 'public'");
            EXPECT_GT(all.size(), 700U);
            for (auto const& [table, column] : all)
                if (table != "migrations" && table != "sqlite_stat1" && door->one<std::int64_t>("select count(*) from " + table + " where cast(\"" + column + "\" as text) like '%" + word + "%'").value_or(0) > 0) found.insert(table + "." + column);
        }
        return found;
    }
    static std::string read_file(std::filesystem::path const& file) {
        std::stringstream all;
        all << std::ifstream{file, std::ios::binary}.rdbuf();
        return all.str();
    }
    /// The files, as they lie there now, that hold the word; on PostgreSQL a dump of all rows too.
    Found files() {
        Found found;
        for (auto const& file : std::filesystem::directory_iterator{house.folder})
            if (read_file(file.path()).find(word) != std::string::npos) found.insert(file.path().filename());
        if (house.engine == world::Engine::postgresql) {
            auto const to = house.folder + "/dump";
            EXPECT_EQ(std::system(("/usr/lib/postgresql/15/bin/pg_dump -f " + to + " postgresql://naast_admin@" + std::getenv("TEST_POSTGRES") + "/" + house.database).c_str()), 0);
            auto const dump = read_file(to);
            EXPECT_NE(dump.find("COPY public.help_requests"), std::string::npos);
            if (dump.find(word) != std::string::npos) found.insert("dump");
        }
        return found;
    }
};
ON_BOTH_DATABASES(AtRest);

TEST_P(AtRest, NothingThatWasTypedCanBeRead) {
    testing::internal::CaptureStderr();
    base::log::start(true);
    auto parent = house.stranger();
    ASSERT_EQ(asks(parent, least({{"woorden", "Kanarie-een."}, {"gevoelig", "Kanarie-twee."}, {"mail", "kanarie@voorbeeld.test"}, {"wanneer", "Kanarie-vier"}}, "Kanarie Vos")).location, "/buddy-vragen/bedankt");
    work();
    auto const request = "/hulpvragen/" + newest().id.value();
    auto desk = house.as(coordinator);
    EXPECT_TRUE(desk.get(request).says("Kanarie-een."));
    EXPECT_TRUE(desk.get("/hulpvragen?zoek=Kanarie").says("Kanarie Vos"));
    EXPECT_EQ(desk.post("/zorg", "/zorg", {{"woorden", "Kanarie-zorg."}, {"weet", "overleg"}, {"bereik", "Kanarie"}}).location, "/zorg/verstuurd");
    EXPECT_EQ(desk.post("/aanmeldingen/nieuw", "/aanmeldingen", {{"naam", "Kanarie Bos"}, {"mail", "kanarie-bos@voorbeeld.test"}, {"kanaal", "poster"}, {"akkoord", "ja"}, {"motivatie", "Kanarie-waarom."}}).status, 303);
    // what fails is kept nowhere either
    house.mail_works = false;
    auto stranger = house.stranger();
    stranger.post("/inloggen", "/inloggen", {{"mail", "kanarie@voorbeeld.test"}});
    stranger.post("/inloggen", "/inloggen", {{"mail", "kanarie-niemand@voorbeeld.test"}});
    work();
    desk.get("/kanarie/kanarie?kanarie=kanarie");
    desk.send("POST", request + "/kanarie", "kanarie=kanarie");
    for (auto const* path : {"/healthz", "/readyz", "/metrics", "/beheer/gezondheid"}) {
        auto const admin = house.person(house.here, "Ada Beheer " + std::string{path}.substr(1, 3), {Role::administrator});
        EXPECT_EQ(house.as(admin).get(path).body.find(word), std::string::npos) << path;
    }
    EXPECT_EQ(rows(), Found{});
    EXPECT_EQ(files(), Found{}) << "while it serves, with the write-ahead log as it is";
    base::log::start(std::getenv("TEST_LOG") != nullptr);
    auto const log = testing::internal::GetCapturedStderr();
    EXPECT_NE(log.find("page.refused"), std::string::npos);
    EXPECT_EQ(log.find(word), std::string::npos) << log;

    // a leak is seen where it lies
    write([](db::Write& tx) { tx.run("update help_requests set languages = 'Kanarie'"); });
    EXPECT_EQ(rows(), Found{"help_requests.languages"});
    auto const leaked = files();
    EXPECT_EQ(leaked, house.engine == world::Engine::sqlite ? Found{"naast.db-wal"} : Found{"dump"});
}

} // namespace
