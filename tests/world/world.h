#pragma once
// The cast and their house: an installation of its own for each test, on SQLite or PostgreSQL, with a clock that stands and mail that is caught.
#include "app/program.h"
#include "visit/role.h"

#include <gtest/gtest.h>
#include <memory>
#include <string>
#include <vector>

namespace world {

enum class Engine { sqlite,
                    postgresql };

/// One answer, read by a test.
struct Page {
    int status = 0;
    std::string body, location;
    std::vector<std::string> cookies;
    bool says(std::string_view words) const { return body.find(words) != std::string::npos; }
    /// The first value of a hidden field.
    std::string hidden(std::string const& name) const;
};

/// Someone with a browser.
class Visitor {
public:
    Visitor(app::Program& program) : program_{program} {}
    Page get(std::string const& address);
    /// Fills in the form on `on` and sends it to `to`: token and key are taken from the page.
    Page post(std::string const& on, std::string const& to, std::vector<std::pair<std::string, std::string>> const& fields);
    Page send(std::string const& method, std::string const& address, std::string const& body, std::vector<std::pair<std::string, std::string>> headers = {});
    void be(std::string const& session_secret) { cookies_["__Host-sessie"] = session_secret; }

private:
    app::Program& program_;
    std::map<std::string, std::string> cookies_;
};

class House {
public:
    explicit House(Engine engine);
    ~House();
    /// Opens the installation again, as after a restart.
    void reopen();
    void close() { program.reset(); }

    visit::PartnershipId partnership(std::string const& slug, visit::Independence independence = visit::Independence::inside);
    /// A person with an account and roles, in a partnership.
    visit::PersonId person(visit::PartnershipId const& where, std::string const& name, std::vector<visit::Role> const& roles, bool outside = false);
    /// A visitor logged in as this person, second factor shown.
    Visitor as(visit::PersonId const& person, bool second_factor = true);
    Visitor stranger() { return Visitor{*program}; }
    db::Scope scope() const { return db::Scope::of(here.value()); }
    std::string file(std::string const& name) const { return folder + "/" + name; }

    Engine engine;
    std::string folder, database;
    base::FixedClock clock;
    base::SeededRandom random{7};
    std::vector<mail::Message> mails;
    bool mail_works = true;
    app::Config config;
    db::Options options;
    std::unique_ptr<app::Program> program;
    visit::PartnershipId here{""}, there{""};
};

/// The engines to test on; PostgreSQL only when bin/test started one (TEST_POSTGRES).
std::vector<Engine> engines();
std::string engine_name(testing::TestParamInfo<Engine> const& info);

/// A test in a house of its own, on each database.
class InHouse : public testing::TestWithParam<Engine> {
protected:
    InHouse() : house{GetParam()} {}
    House house;
};

#define ON_BOTH_DATABASES(suite) INSTANTIATE_TEST_SUITE_P(On, suite, testing::ValuesIn(world::engines()), world::engine_name)

} // namespace world
