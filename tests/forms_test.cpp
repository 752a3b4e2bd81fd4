// Forms that are not ours, sessions after their end, links used by many at once, and names of the server that a stranger made up: none of them does anything.
#include "account/pages_session.h"
#include "account/store_accounts.h"
#include "tests/world/world.h"

#include <atomic>
#include <regex>
#include <thread>

namespace {
using visit::Role;

class Forms : public world::InHouse {
protected:
    /// Everything that is stored, but when a session was last used.
    std::string all_rows() {
        std::string all;
        auto hall = house.program->data().read(house.scope());
        bool const sqlite = house.engine == world::Engine::sqlite;
        for (auto const& table : hall->column<std::string>(sqlite ? "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by name" : "select tablename from pg_tables where schemaname = 'public' order by tablename")) {
            if (table == "sessions") continue;
            if (!sqlite) {
                all += table + hall->one<std::string>("select coalesce(md5(string_agg(cast(t as text), '|' order by cast(t as text))), '') from " + table + " t").value_or("");
                continue;
            }
            std::string columns;
            for (auto const& column : hall->column<std::string>("select name from pragma_table_info('" + table + "')")) columns += (columns.empty() ? "quote(\"" : " || quote(\"") + column + "\")";
            all += table + hall->one<std::string>("select coalesce(group_concat(line), '') from (select " + columns + " as line from " + table + " order by 1)").value_or("");
        }
        return all;
    }
    static std::string filled(std::string_view pattern) {
        std::string path{pattern};
        for (auto at = path.find('{'); at != std::string::npos; at = path.find('{')) path.replace(at, path.find('}') - at + 1, "AAAAAAAAAAAAAAAAAAAAAA");
        return path;
    }
    static std::string token_of(world::Visitor& visitor) { return visitor.get("/contact").hidden("_csrf"); }
    db::Database& data() { return house.program->data(); }
    visit::AccountId account(visit::PersonId const& person) { return *account::find_by_person(*data().read(db::Scope::of_hall()), person); }
};
ON_BOTH_DATABASES(Forms);

TEST_P(Forms, AnotherSitesFormDoesNothing) {
    std::map<Role, visit::PersonId> cast;
    for (auto role : visit::roles)
        if (role != Role::anyone) cast.emplace(role, house.person(house.here, "Rol " + std::string{base::word(role)}, {role}));
    auto other = house.as(cast.at(Role::director));
    auto stranger = house.stranger();
    auto const of_other = http::encoded(token_of(other)), of_stranger = http::encoded(token_of(stranger));
    std::map<Role, std::pair<world::Visitor, std::string>> visitors;
    for (auto const& [role, person] : cast) {
        auto visitor = house.as(person);
        auto second = house.as(person);
        visitors.emplace(role, std::pair{visitor, http::encoded(token_of(visitor))});
    }
    auto anyone = house.stranger();
    visitors.emplace(Role::anyone, std::pair{anyone, http::encoded(token_of(anyone))});
    auto const before = all_rows();
    int tried = 0;
    for (auto const& route : app::routes()) {
        if (route.method != "POST") continue;
        auto const named = visit::roles_of(route.action);
        auto& [visitor, own] = visitors.at(std::find(named.begin(), named.end(), Role::anyone) != named.end() ? Role::anyone : named.front());
        auto const path = filled(route.pattern);
        auto cut = own.substr(0, own.size() - 2);
        struct Variant {
            char const* name;
            std::string body, query;
            std::vector<std::pair<std::string, std::string>> headers;
        };
        for (auto const& [name, body, query, headers] : std::vector<Variant>{
                 {"no token", "x=1", "", {}},
                 {"an empty token", "_csrf=", "", {}},
                 {"a token that is no text of ours", "_csrf=%ff%fe!!", "", {}},
                 {"a token without its end", "_csrf=" + cut, "", {}},
                 {"a token of someone else", "_csrf=" + of_other, "", {}},
                 {"a token of a visitor", "_csrf=" + of_stranger, "", {}},
                 {"a token in the address", "", "?_csrf=" + own, {}},
                 {"a page of another site", "_csrf=" + own, "", {{"origin", "https://boef.example"}}},
                 {"a page without a name", "_csrf=" + own, "", {{"origin", "null"}}},
                 {"a site that begins like ours", "_csrf=" + own, "", {{"origin", "https://naast.test.boef.example"}}},
                 {"a request that says it comes from elsewhere", "_csrf=" + own, "", {{"sec-fetch-site", "cross-site"}}},
                 {"a request of a neighbour", "_csrf=" + own, "", {{"sec-fetch-site", "same-site"}}},
             }) {
            EXPECT_EQ(visitor.send("POST", path + query, body, headers).status, name == std::string_view{"a token that is no text of ours"} ? 400 : 403) << route.pattern << " with " << name;
            ++tried;
        }
    }
    EXPECT_GT(tried, 2000);
    EXPECT_TRUE(all_rows() == before) << "something was stored";
}

TEST_P(Forms, ASessionIsDeadAfterItsEnd) {
    auto const person = house.person(house.here, "Petra", {Role::asking_parent});
    auto const staff = house.person(house.here, "Ineke", {Role::coordinator});
    auto lives = [](world::Visitor& visitor) { return visitor.get("/mijn-gegevens").status == 200; };
    auto open = [&](visit::PersonId const& who, std::chrono::seconds idle, std::chrono::seconds absolute) {
        std::string secret;
        data().write(db::Scope::of_hall(), [&](db::Write& hall) { secret = account::open_session(hall, house.random, account(who), house.here, {idle, absolute}, true, "?", house.clock.now()); });
        world::Visitor visitor{*house.program};
        visitor.be(secret);
        return std::pair{visitor, secret};
    };
    using std::chrono::hours, std::chrono::minutes;
    {
        auto [idle, secret] = open(person, minutes{30}, hours{12});
        ASSERT_TRUE(lives(idle));
        house.clock.pass(minutes{29});
        EXPECT_TRUE(lives(idle));
        house.clock.pass(minutes{31});
        EXPECT_FALSE(lives(idle)) << "nobody used it";
    }
    {
        auto [absolute, secret] = open(person, hours{12}, hours{12});
        for (int hour = 0; hour < 11; ++hour) {
            house.clock.pass(hours{1});
            EXPECT_TRUE(lives(absolute));
        }
        house.clock.pass(hours{1});
        EXPECT_FALSE(lives(absolute)) << "it was used all day";
    }
    {
        auto [one, first] = open(person, hours{1}, hours{12});
        auto [two, second] = open(person, hours{1}, hours{12});
        EXPECT_EQ(one.post("/mijn-gegevens", "/uitloggen", {}).status, 303);
        one.be(first);
        EXPECT_FALSE(lives(one)) << "the old secret after logging out";
        EXPECT_TRUE(lives(two));
        EXPECT_EQ(two.post("/mijn-gegevens", "/mijn-gegevens/overal-uit", {}).status, 303);
        two.be(second);
        EXPECT_FALSE(lives(two));
    }
    {
        auto [desk, secret] = open(staff, hours{1}, hours{12});
        ASSERT_EQ(desk.get("/vandaag").status, 200);
        data().write(house.scope(), [&](db::Write& tx) { tx.run("update person_roles set until = :now where partnership = :partnership and person = :person", house.clock.now(), house.here, staff); });
        EXPECT_EQ(desk.get("/vandaag").status, 404) << "a task that ended, in the session that goes on";
    }
    {
        // a secret that someone thought up is nobody's, before and after a login
        world::Visitor victim{*house.program};
        victim.be("verzonnen-door-een-ander-0000000000000000000");
        EXPECT_EQ(victim.get("/mijn-gegevens").location, "/inloggen");
        auto const token = base::random_text(house.random, 32);
        data().write(db::Scope::of_hall(), [&](db::Write& hall) { account::add_link(hall, token, account(person), "", house.clock.now() + account::link_lasts); });
        EXPECT_EQ(victim.post("/inloggen/" + token, "/inloggen/" + token, {}).status, 303);
        EXPECT_TRUE(lives(victim));
        world::Visitor attacker{*house.program};
        attacker.be("verzonnen-door-een-ander-0000000000000000000");
        EXPECT_FALSE(lives(attacker)) << "the login made a secret of its own";
    }
}

TEST_P(Forms, ALinkHasOneWinnerHoweverManyUseItAtOnce) {
    auto const person = house.person(house.here, "Petra", {Role::asking_parent});
    std::vector<std::string> logins, actions;
    for (int i = 0; i < 40; ++i) {
        logins.push_back(base::random_text(house.random, 32));
        data().write(db::Scope::of_hall(), [&](db::Write& hall) { account::add_link(hall, logins.back(), account(person), "", house.clock.now() + account::link_lasts); });
        data().write(house.scope(), [&](db::Write& tx) { actions.push_back(account::add_action_link(tx, house.random, "sign_up", "iets", person, house.clock.now(), house.clock.now() + std::chrono::hours{1})); });
    }
    std::vector<std::atomic<int>> won(logins.size()), done(actions.size());
    std::vector<std::thread> many;
    for (int i = 0; i < 8; ++i)
        many.emplace_back([&] {
            for (std::size_t at = 0; at < logins.size(); ++at) {
                data().write(db::Scope::of_hall(), [&](db::Write& hall) { won[at] += account::use_link(hall, logins[at], house.clock.now()) ? 1 : 0; });
                data().write(house.scope(), [&](db::Write& tx) { done[at] += account::use_action_link(tx, actions[at], house.clock.now()) ? 1 : 0; });
            }
        });
    for (auto& one : many) one.join();
    for (std::size_t at = 0; at < logins.size(); ++at) {
        EXPECT_EQ(won[at], 1);
        EXPECT_EQ(done[at], 1);
    }
}

TEST_P(Forms, ALinkForOneThingIsNothingForAnother) {
    auto const person = house.person(house.here, "Petra", {Role::candidate});
    std::vector<std::string> const acts{"sign_up", "registration", "material", "interview.choose", "referral", "thought"};
    std::string token;
    for (auto const& act : acts) {
        data().write(house.scope(), [&](db::Write& tx) { token = account::add_action_link(tx, house.random, act, "AAAAAAAAAAAAAAAAAAAAAA", person, house.clock.now(), house.clock.now() + std::chrono::hours{1}); });
        auto visitor = house.stranger();
        for (auto const& route : app::routes()) {
            if (route.method != "GET" || route.action == visit::Action::log_in) continue;
            auto const brace = route.pattern.find('{');
            if (brace == std::string_view::npos || route.pattern.find('{', brace + 1) != std::string_view::npos) continue;
            std::string path{route.pattern};
            path.replace(brace, path.find('}') - brace + 1, token);
            auto const page = visitor.get(path);
            EXPECT_FALSE(page.says("Petra")) << act << " at " << route.pattern;
        }
        EXPECT_NE(visitor.get("/inloggen/" + token).says("U kunt inloggen"), true) << act << " is no login";
    }
}

TEST_P(Forms, NothingThatIsSentBreaksOutOfAHeader) {
    auto& program = *house.program;
    std::map<Role, std::string> sessions;
    for (auto role : visit::roles) {
        if (role == Role::anyone) continue;
        auto const person = house.person(house.here, "Rol " + std::string{base::word(role)}, {role});
        data().write(db::Scope::of_hall(), [&](db::Write& hall) { sessions[role] = account::open_session(hall, house.random, account(person), house.here, {std::chrono::hours{1}, std::chrono::hours{12}}, true, "?", house.clock.now()); });
    }
    auto visitor = house.stranger();
    auto const stranger = visitor.get("/contact").cookies.front();
    std::string const evil = "A\r\nX-Boef: 1";
    http::Fields fields;
    for (auto const* name : {"naar", "via", "school", "taal", "kanaal", "terug", "zoek", "sorteer", "bladzijde", "dag", "week", "jaar", "lezer", "steunpunt"}) fields.add(name, evil);
    int asked = 0;
    for (auto const& route : app::routes()) {
        auto const named = visit::roles_of(route.action);
        bool const open = std::find(named.begin(), named.end(), Role::anyone) != named.end();
        for (auto const& part : {evil, std::string{"?x#y"}, std::string{"A\tB\x7f"}}) {
            http::Request request;
            request.method = route.method;
            std::string path{route.pattern};
            for (auto at = path.find('{'); at != std::string::npos; at = path.find('{')) path.replace(at, path.find('}') - at + 1, part);
            request.path = path;
            request.target = "/";
            request.query = fields;
            std::string const cookie = open ? stranger.substr(0, stranger.find(';')) : std::string{account::session_cookie} + "=" + sessions.at(named.empty() ? Role::buddy : named.front());
            request.headers = {{"host", "naast.test"}, {"cookie", cookie}, {"user-agent", evil}};
            request.peer = "192.0.2.1";
            request.id = "test";
            if (route.method == "POST") {
                http::Request first = request;
                first.method = "GET";
                first.path = "/contact";
                first.query = {};
                world::Page page;
                page.body = program.answer(first).body;
                auto sent = fields;
                sent.add("_csrf", page.hidden("_csrf"));
                sent.add("mail", evil);
                request.body = http::form_text(sent);
            }
            auto const response = program.answer(request);
            EXPECT_LT(response.status, 500) << route.pattern;
            EXPECT_FALSE(std::regex_search(response.body, std::regex{"action=\"[^\"]*[?]x#y"})) << route.pattern;
            for (auto const& [name, value] : response.headers) {
                EXPECT_TRUE(std::all_of(value.begin(), value.end(), [](unsigned char c) { return c >= 0x20 && c != 0x7f; })) << route.method << " " << route.pattern << " " << name << ": " << value;
                EXPECT_TRUE(name != "Location" || value.find("?x#y") == std::string::npos) << "a part of the path stays a part of the path: " << value;
            }
            ++asked;
        }
    }
    EXPECT_GT(asked, 900);
}

TEST_P(Forms, BrowsersAreToldToUseTlsForNamesBelowToo) {
    http::Request request;
    request.method = "GET";
    request.target = request.path = "/inloggen";
    request.headers = {{"host", "naast.test"}};
    request.id = "test";
    EXPECT_EQ(house.program->answer(request).header("Strict-Transport-Security"), "max-age=31536000; includeSubDomains");
}

TEST_P(Forms, AMadeUpNameOfTheServerGetsNowhere) {
    auto const person = house.person(house.here, "Petra", {Role::asking_parent});
    for (auto const* host : {"boef.example", "naast.test.boef.example", "naast.test:81", "", "naast.test@boef.example", "127.0.0.1"}) {
        http::Request request;
        request.method = "GET";
        request.target = request.path = "/inloggen";
        request.headers = {{"host", host}};
        request.id = "test";
        EXPECT_EQ(house.program->answer(request).status, 400) << host;
    }
    // what a proxy or a stranger adds does not come into a mail
    auto visitor = house.stranger();
    auto const token = token_of(visitor);
    house.mails.clear();
    visitor.send("POST", "/inloggen", "_csrf=" + http::encoded(token) + "&mail=petra%40voorbeeld.test", {{"x-forwarded-host", "boef.example"}, {"forwarded", "host=boef.example"}, {"x-forwarded-proto", "http"}});
    while (house.program->run_jobs() > 0) {}
    ASSERT_EQ(house.mails.size(), 1U);
    EXPECT_NE(house.mails[0].text.find("https://naast.test/inloggen/"), std::string::npos);
    EXPECT_EQ(house.mails[0].text.find("boef"), std::string::npos);
}

} // namespace
