// A demonstration of many partnerships: copies that are whole, of nobody else, and work as the first does.
#include "app/demo.h"
#include "app/demo_pattern.h"
#include "app/program.h"
#include "confidentiality/store_access_log.h"
#include "people/store_people.h"
#include "tests/world/folder.h"
#include "tests/world/postgres.h"
#include "tests/world/world.h"

#include <algorithm>
#include <filesystem>
#include <gtest/gtest.h>
#include <set>
#include <sstream>

namespace {

class DemonstrationCopies : public testing::TestWithParam<world::Engine> {
protected:
    DemonstrationCopies() {
        config.data = world::new_folder("copies");
        if (GetParam() == world::Engine::postgresql) {
            database = world::make_postgres(base::SystemClock{}.now());
            config.database = world::postgres_url(database);
        }
        std::ostringstream said;
        app::make_demonstration(config, 1, said, 200);
        program = std::make_unique<app::Program>(config, app::Program::Schema::must_be_current);
        while (program->run_jobs(1000) > 0) {}
    }
    ~DemonstrationCopies() override {
        program.reset();
        if (!database.empty()) world::drop_postgres(database);
        std::filesystem::remove_all(config.data);
    }
    people::Partnership of(std::string const& slug) { return *people::find_partnership_by_slug(*program->data().read(db::Scope::of_hall()), slug); }
    world::Page at(std::string const& mail, std::string const& address) {
        world::Visitor visitor{*program};
        auto const link = program->demonstration_link(mail);
        EXPECT_EQ(visitor.get(link.substr(link.find("/demonstratie"))).status, 303) << mail;
        return visitor.get(address);
    }
    static std::size_t times(std::string const& text, std::string_view words) {
        std::size_t found = 0;
        for (auto at = text.find(words); at != std::string::npos; at = text.find(words, at + 1)) ++found;
        return found;
    }
    app::Config config;
    std::string database;
    std::unique_ptr<app::Program> program;
};

TEST_P(DemonstrationCopies, HaveAsManyPeopleAsAskedAndEverySealedTextOfTheirOwn) {
    std::size_t people = 0;
    for (auto const& each : people::partnerships(*program->data().read(db::Scope::of_hall()))) people += static_cast<std::size_t>(program->data().read(db::Scope::of(each.id.value()))->one<std::int64_t>("select count(*) from people where partnership = :partnership", each.id).value_or(0));
    EXPECT_GE(people, 200U);
    EXPECT_LT(people, 300U);
    // taking a copy apart opens every sealed value in it
    auto const first = app::pattern_of(*program, "waterrijk"), copy = app::pattern_of(*program, "waterrijk-2");
    EXPECT_EQ(first.people.size(), copy.people.size());
    auto rows = [](app::Pattern const& its) {
        std::map<std::string, std::size_t> all;
        for (auto const* side : {&its.of_partnership, &its.of_hall})
            for (auto const& [table, found] : *side) all[table.name] = found.size();
        return all;
    };
    EXPECT_EQ(rows(first), rows(copy));
    auto said = [](app::Pattern const& its) {
        std::multiset<std::string> all;
        for (auto const& each : its.sealed)
            if (each.table != "people" && each.column != "totp") all.insert(each.table + "." + each.column + ": " + each.says);
        return all;
    };
    EXPECT_EQ(said(first), said(copy));
    std::set<std::string> ids{first.ids.begin(), first.ids.end()}, names;
    EXPECT_TRUE(std::none_of(copy.ids.begin(), copy.ids.end(), [&](auto const& id) { return ids.contains(id); }));
    for (auto const& person : first.people) names.insert(person.contact.mail);
    for (auto const& person : copy.people) EXPECT_TRUE(person.contact.mail.empty() || !names.contains(person.contact.mail)) << person.contact.mail;
}

TEST_P(DemonstrationCopies, WorkAsTheFirstDoes) {
    auto const row = std::string{"class=\"werk__naam\""};
    auto const desk = at("coordinator@naast.example", "/vandaag"), other = at("coordinator.2@naast.example", "/vandaag");
    EXPECT_GT(times(desk.body, row), 10U);
    EXPECT_EQ(times(desk.body, row), times(other.body, row));
    EXPECT_TRUE(other.says("Waterrijk-2"));
    auto const home = at("parent.2@naast.example", "/mijn");
    EXPECT_EQ(home.status, 200);
    EXPECT_EQ(at("parent@naast.example", "/mijn").status, 200);
    auto const buddys = at("coordinator.2@naast.example", "/buddys");
    EXPECT_GT(times(buddys.body, "href=\"/buddys/"), 5U);
    auto const verified = confidentiality::verify(*program->data().read(db::Scope::of(of("waterrijk-2").id.value())));
    EXPECT_GT(verified.entries, 50);
    EXPECT_FALSE(verified.broken_at);
}

ON_BOTH_DATABASES(DemonstrationCopies);

} // namespace
