#include "tests/world/world.h"

#include "tests/world/faults.h"
#include "tests/world/folder.h"

#include "account/store_accounts.h"
#include "gen/migrations.h"
#include "tests/world/plans.h"
#include "tests/world/postgres.h"

#include <cstdlib>
#include <filesystem>
#include <unistd.h>

namespace world {
namespace {

std::string postgres() {
    auto const* where = std::getenv("TEST_POSTGRES");
    return where ? where : "";
}

std::string unescaped(std::string text) {
    for (auto const& [from, to] : {std::pair{"&amp;", "&"}, {"&#39;", "'"}, {"&quot;", "\""}, {"&lt;", "<"}, {"&gt;", ">"}})
        for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + 1)) text.replace(at, std::string_view{from}.size(), to);
    return text;
}

void in_postgres(std::string const& database, auto const& work) {
    db::Database its{{.url = "postgresql://naast_owner@" + postgres() + "/" + database, .readers = 1, .vfs = {}}};
    work(its);
}

std::string make_database(std::string const& from) {
    base::SystemRandom random;
    std::string name = "naast_" + std::to_string(getpid()) + "_";
    for (char c : base::random_text(random, 12)) name += static_cast<char>('a' + (static_cast<unsigned char>(c) % 26));
    in_postgres("postgres", [&](db::Database& admin) { admin.script("create database " + name + " template " + from); });
    return name;
}

/// Migrated once for all tests of this process, for a copy is made sooner.
struct Migrated {
    std::string name = make_database("template0");
    explicit Migrated(base::Moment now) {
        in_postgres(name, [&](db::Database& owner) { db::migrate(owner, gen::migrations, "naast_app", now); });
    }
    ~Migrated() { drop_postgres(name); }
    Migrated(Migrated const&) = delete;
    Migrated& operator=(Migrated const&) = delete;
};

} // namespace

std::string make_postgres(base::Moment now) {
    static Migrated const migrated{now};
    return make_database(migrated.name);
}
std::string postgres_url(std::string const& name) { return "postgresql://naast_app@" + postgres() + "/" + name; }
void drop_postgres(std::string const& name) {
    try {
        in_postgres("postgres", [&](db::Database& admin) { admin.script("drop database " + name + " with (force)"); });
    } catch (db::Error const&) { // the whole server goes at the end of the tests
    }
}

std::vector<Engine> engines() { return postgres().empty() ? std::vector{Engine::sqlite} : std::vector{Engine::sqlite, Engine::postgresql}; }
std::string engine_name(testing::TestParamInfo<Engine> const& info) { return info.param == Engine::sqlite ? "sqlite" : "postgresql"; }

std::string Page::hidden(std::string const& name) const {
    auto at = body.find("name=\"" + name + "\" value=\"");
    if (at == std::string::npos) return {};
    at += name.size() + 15;
    return unescaped(body.substr(at, body.find('"', at) - at));
}

Page Visitor::send(std::string const& method, std::string const& address, std::string const& body, std::vector<std::pair<std::string, std::string>> headers) {
    http::Request request;
    request.method = method;
    request.target = address;
    auto split = address.find('?');
    request.path = http::decoded(address.substr(0, split), false).value_or("/");
    if (split != std::string::npos) request.query = http::parse_form(address.substr(split + 1)).value_or(http::Fields{});
    request.headers = std::move(headers);
    request.headers.emplace_back("host", "naast.test");
    std::string jar;
    for (auto const& [name, value] : cookies_) jar += (jar.empty() ? "" : "; ") + name + "=" + value;
    if (!jar.empty()) request.headers.emplace_back("cookie", jar);
    request.body = body;
    request.peer = "192.0.2.1";
    request.id = "test-request";
    AskingIsWatched const watched;
    auto response = method == "POST" && wanted_fault() != Fault::none ? through_faults(request, [this](http::Request& copy) { return program_.answer(copy); }) : program_.answer(request);
    Page page{response.status, response.body.empty() ? std::string{response.fixed} : response.body, std::string{response.header("Location")}, {}};
    for (auto const& [name, value] : response.headers) {
        if (name != "Set-Cookie") continue;
        page.cookies.push_back(value);
        auto pair = value.substr(0, value.find(';'));
        auto equals = pair.find('=');
        if (value.find("Max-Age=0") != std::string::npos) cookies_.erase(pair.substr(0, equals));
        else cookies_[pair.substr(0, equals)] = pair.substr(equals + 1);
    }
    return page;
}

Page Visitor::get(std::string const& address) { return send("GET", address, ""); }

Page Visitor::post(std::string const& on, std::string const& to, std::vector<std::pair<std::string, std::string>> const& fields) {
    auto page = get(on);
    http::Fields all;
    for (auto const* name : {"_csrf", "_once", "_moment"}) all.add(name, page.hidden(name));
    for (auto const& [name, value] : fields) all.add(name, value);
    return send("POST", to, http::form_text(all));
}

House::House(Engine engine) : engine{engine}, clock{base::moment_of({std::chrono::year{2026} / 11 / 23, std::chrono::hours{10}})} {
    folder = world::new_folder("test");
    config.data = folder;
    config.base_url = "https://naast.test";
    config.smtp_from = "steunpunt@naast.test";
    if (engine == Engine::sqlite && wanted_fault() == Fault::disk) options.vfs = failing_files();
    if (engine == Engine::postgresql) {
        database = make_postgres(clock.now());
        config.database = postgres_url(database);
    }
    reopen();
    here = partnership("hier");
    there = partnership("daar");
}

void House::reopen() {
    program.reset();
    program = std::make_unique<app::Program>(config, app::Program::Schema::must_be_current,
                                             app::Brought{&clock, &random,
                                                          [this](mail::Message const& message) {
                                                              if (!mail_works) throw std::runtime_error{"mail: refused"};
                                                              mails.push_back(message);
                                                          },
                                                          options});
}

House::~House() {
    program.reset();
    if (engine == Engine::postgresql) drop_postgres(database);
    std::filesystem::remove_all(folder);
}

visit::PartnershipId House::partnership(std::string const& slug, visit::Independence independence) {
    auto id = base::new_id<people::Partnership>(random);
    program->data().write(db::Scope::of(id.value()), [&](db::Write& tx) {
        people::add_partnership(tx, {id, slug, "Samenwerkingsverband " + slug, "Steunpunt " + slug, "0300 55 01 00", "post@" + slug + ".test", "Ineke Vos", "06 55 01 01 01", "Teun Bos", "06 55 01 02 02", independence == visit::Independence::outside, false, "Voorbeeldhosting", slug == "hier" ? 1 : 2});
    });
    return id;
}

visit::PersonId House::person(visit::PartnershipId const& where, std::string const& name, std::vector<visit::Role> const& roles, bool outside) {
    auto id = base::new_id<people::Person>(random);
    auto& services = program->services();
    services.keys.create(id);
    std::string mail;
    for (char c : name)
        if (std::isalnum(static_cast<unsigned char>(c))) mail += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    mail += "@voorbeeld.test";
    services.data.write(db::Scope::of(where.value()), [&](db::Write& tx) {
        people::add_person(tx, services.keys, id, {name, mail, ""}, text::Language::nl, clock.now());
        for (auto role : roles) people::give_role(tx, id, role, outside, id.value(), id.value(), clock.now());
    });
    services.data.write(db::Scope::of_hall(), [&](db::Write& hall) { account::add_membership(hall, account::add_account(hall, services.keys, random, mail, clock.now()), where, id); });
    return id;
}

Visitor House::as(visit::PersonId const& person, bool second_factor) {
    auto& services = program->services();
    auto account = account::find_by_person(*services.data.read(db::Scope::of_hall()), person);
    auto membership = account::memberships(*services.data.read(db::Scope::of_hall()), *account).front();
    std::string secret;
    services.data.write(db::Scope::of_hall(), [&](db::Write& hall) { secret = account::open_session(hall, random, *account, membership.partnership, {std::chrono::minutes{30}, std::chrono::hours{10}}, second_factor, "test", clock.now()); });
    Visitor visitor{*program};
    visitor.be(secret);
    return visitor;
}

} // namespace world
