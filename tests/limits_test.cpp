// Limits against asking without end: they stop a program, and one who asks in someone else's name does not shut that person out.
#include "account/store_accounts.h"
#include "tests/world/asking.h"

#include <regex>

namespace {
using visit::Role;

class Limits : public world::Asking {
protected:
    /// Someone at this address of the network, with a browser of their own.
    http::Response from(std::string const& peer, std::string const& on, std::string const& to, std::string const& fields) {
        http::Request request;
        request.method = "GET";
        request.target = request.path = on;
        request.headers = {{"host", "naast.test"}};
        request.peer = peer;
        request.id = "test";
        auto const first = house.program->answer(request);
        world::Page page;
        page.body = first.body;
        std::string const cookie{first.header("Set-Cookie")};
        request.headers.emplace_back("cookie", cookie.substr(0, cookie.find(';')));
        request.method = "POST";
        request.target = request.path = to;
        request.body = "_csrf=" + http::encoded(page.hidden("_csrf")) + "&" + fields;
        return house.program->answer(request);
    }
    std::size_t links(std::string const& peer, int times, std::string const& mail = "annahier%40voorbeeld.test") {
        house.mails.clear();
        for (int i = 0; i < times; ++i) EXPECT_EQ(from(peer, "/inloggen", "/inloggen", "mail=" + mail).header("Location"), "/inloggen/verstuurd");
        work();
        return house.mails.size();
    }
};
ON_BOTH_DATABASES(Limits);

TEST_P(Limits, AStrangerShutsNobodyOutOfTheirLoginLinks) {
    house.person(house.here, "Anna Hier", {Role::buddy});
    EXPECT_EQ(links("192.0.2.66", 40), 5U) << "no more from one place";
    EXPECT_EQ(links("192.0.2.7", 1), 1U) << "Anna herself, from her own";
    EXPECT_EQ(links("192.0.2.7", 9), 4U);
    EXPECT_EQ(links("192.0.2.8", 9), 5U);
    EXPECT_EQ(links("192.0.2.9", 9), 5U);
    EXPECT_EQ(links("192.0.2.10", 9), 0U) << "twenty an hour for one mailbox";
    house.clock.pass(std::chrono::minutes{61});
    EXPECT_EQ(links("192.0.2.10", 1), 1U);
}

TEST_P(Limits, OnePlaceAsksForThirtyLinksAnHour) {
    for (int i = 0; i < 32; ++i) house.person(house.here, "Anna " + std::string(static_cast<std::size_t>(i + 1), 'a'), {Role::buddy});
    std::size_t all = 0;
    for (int i = 0; i < 32; ++i) all += links("192.0.2.66", 1, "anna" + std::string(static_cast<std::size_t>(i + 1), 'a') + "%40voorbeeld.test");
    EXPECT_EQ(all, 30U);
}

TEST_P(Limits, SlowKeysAreMadeTenTimesAnHourForOnePlace) {
    auto parent = house.stranger();
    auto const form = press(parent, parent.get("/buddy-vragen/vragen"), {{"situatie", "thuis"}}, {"later", "1"});
    auto const keep = [&] {
        http::Fields all;
        for (auto const* name : {"_csrf", "_once", "_vraag", "_antwoorden"}) all.add(name, form.hidden(name));
        all.add("code", "blauwe fiets");
        return parent.send("POST", "/buddy-vragen/later", http::form_text(all));
    };
    std::string link;
    for (int i = 0; i < 5; ++i) {
        auto const page = keep();
        ASSERT_EQ(page.status, 200);
        std::smatch found;
        ASSERT_TRUE(std::regex_search(page.body, found, std::regex{"/buddy-vragen/verder/[A-Za-z0-9._-]+"}));
        link = found.str();
    }
    auto other = house.stranger();
    for (int i = 0; i < 4; ++i) EXPECT_TRUE(other.post(link, link, {{"code", "iets anders"}}).says("Deze code klopt niet"));
    EXPECT_EQ(keep().status, 200);
    auto const too_many = keep();
    EXPECT_EQ(too_many.status, 422);
    EXPECT_TRUE(too_many.says("te vaak"));
    EXPECT_EQ(count("select count(*) from request_drafts"), 6);
    for (int i = 0; i < 3; ++i) EXPECT_TRUE(other.post(link, link, {{"code", "iets anders"}}).says("te vaak"));
    EXPECT_EQ(count("select count(*) from request_drafts"), 6) << "what was not tried does not count as a wrong code";
    EXPECT_EQ(from("192.0.2.9", link, link, "code=blauwe+fiets").status, 200) << "elsewhere it opens";
    house.clock.pass(std::chrono::minutes{61});
    EXPECT_EQ(keep().status, 200);
}

TEST_P(Limits, ACookieOfStrangeBytesIsNoPartnership) {
    for (auto const* bytes : {"\xff", "\xc3\x28", "\xed\xa0\x80"}) EXPECT_EQ(house.stranger().send("GET", "/", "", {{"cookie", std::string{"__Host-steunpunt="} + bytes}}).status, 200);
}

} // namespace
