// Going on later: nothing to read on the server, a code of one's own, five tries, seven days, and gone once it is sent.
#include "help_request/store_later.h"
#include "tests/world/asking.h"

#include <fstream>
#include <regex>
#include <sstream>

namespace {

class Later : public world::Asking {
protected:
    std::string const code = "blauwe fiets";
    std::int64_t kept() { return count("select count(*) from request_drafts"); }
    /// Keeps the answers of a page under a code, and gives the address of the link that is shown.
    std::string keep(world::Visitor& parent, world::Page const& page, Fields const& fields, std::string const& with) {
        auto const form = press(parent, page, fields, {"later", "1"});
        EXPECT_TRUE(form.says("Bedenk een code"));
        http::Fields all;
        for (auto const* name : {"_csrf", "_once", "_vraag", "_antwoorden"}) all.add(name, form.hidden(name));
        all.add("code", with);
        auto const shown = parent.send("POST", "/buddy-vragen/later", http::form_text(all));
        std::smatch found;
        status = shown.status;
        return std::regex_search(shown.body, found, std::regex{"/buddy-vragen/verder/[A-Za-z0-9._-]+"}) ? found.str() : std::string{};
    }
    int status = 0;
};
ON_BOTH_DATABASES(Later);

TEST_P(Later, GoesOnWhereTheParentStoppedOnAnotherDeviceAndIsGoneOnceSent) {
    auto parent = house.stranger();
    auto page = parent.get("/buddy-vragen/vragen");
    page = press(parent, page, {{"situatie", "thuis"}, {"woorden", "Goudgeheim."}});
    EXPECT_EQ(kept(), 0) << "nothing is stored by answering";
    EXPECT_EQ(keep(parent, page, {}, "kort"), "");
    EXPECT_EQ(status, 422);
    auto const link = keep(parent, page, {{"kennis", "thuis"}}, code);
    ASSERT_NE(link, "");
    EXPECT_EQ(kept(), 1);
    EXPECT_EQ(count("select count(*) from help_requests"), 0);
    EXPECT_EQ(count("select count(*) from people where name <> ''"), 1) << "no person: only the coordinator is there";
    auto other = house.stranger();
    EXPECT_FALSE(other.get(link).says("Goudgeheim"));
    page = other.post(link, link, {{"code", code}});
    EXPECT_EQ(page.hidden("_vraag"), "buddy");
    EXPECT_TRUE(page.says("value=\"thuis\" checked"));
    page = to_overview(other, page, least());
    EXPECT_TRUE(page.says("Goudgeheim."));
    EXPECT_EQ(press(other, page, least()).location, "/buddy-vragen/bedankt");
    EXPECT_EQ(kept(), 0);
    EXPECT_TRUE(other.get(link).says("zijn er niet meer"));
}

TEST_P(Later, NothingOfItCanBeReadOrOpenedWithoutBoth) {
    auto parent = house.stranger();
    auto const link = keep(parent, parent.get("/buddy-vragen/vragen"), {{"situatie", "thuis"}, {"woorden", "Goudgeheim."}}, code);
    auto const secret = link.substr(link.find('.') + 1);
    EXPECT_EQ(count("select count(*) from request_drafts where sealed like '%Goud%' or id like '%" + secret.substr(0, 20) + "%'"), 0);
    for (auto const* table : {"request_drafts", "done_forms", "jobs"})
        if (house.engine == world::Engine::sqlite) {
            std::ifstream file{house.database.substr(house.database.find(':') + 1), std::ios::binary};
            std::stringstream all;
            all << file.rdbuf();
            EXPECT_EQ(all.str().find(secret), std::string::npos) << table;
        }
    auto const sealed = read()->one<std::string>("select sealed from request_drafts").value_or("");
    EXPECT_TRUE(help_request::open_later(sealed, secret, help_request::later_key(secret, code)));
    EXPECT_FALSE(help_request::open_later(sealed, secret, help_request::later_key(secret, "rode fiets")));
    EXPECT_FALSE(help_request::open_later(sealed, secret, help_request::later_key("anders", code))) << "the code alone opens nothing";
}

TEST_P(Later, FiveWrongCodesEraseItAndARightOneStartsTheCountAnew) {
    auto parent = house.stranger();
    auto const link = keep(parent, parent.get("/buddy-vragen/vragen"), {{"situatie", "thuis"}}, code);
    auto tries = [&](std::string const& with) { return parent.post(link, link, {{"code", with}}); };
    for (int i = 0; i < 4; ++i) EXPECT_EQ(tries("verkeerd").status, 422);
    EXPECT_EQ(tries(code).status, 200);
    house.clock.pass(std::chrono::minutes{61}); // one place makes ten keys an hour
    for (int i = 0; i < 4; ++i) EXPECT_EQ(tries("verkeerd").status, 422);
    EXPECT_EQ(kept(), 1);
    EXPECT_TRUE(tries("verkeerd").says("zijn er niet meer"));
    EXPECT_EQ(kept(), 0);
    EXPECT_TRUE(parent.get(link).says("zijn er niet meer"));
}

TEST_P(Later, IsErasedAfterSevenDaysAndKeepingAgainReplacesIt) {
    auto parent = house.stranger();
    auto const first = keep(parent, parent.get("/buddy-vragen/vragen"), {{"situatie", "thuis"}}, code);
    auto const page = parent.post(first, first, {{"code", code}});
    auto const second = keep(parent, page, {{"situatie", "gesprek"}}, code + "2");
    EXPECT_EQ(kept(), 1) << "the older answers went";
    EXPECT_TRUE(parent.get(first).says("zijn er niet meer"));
    house.clock.pass(std::chrono::hours{24 * 7} - std::chrono::seconds{60});
    house.program->sweep();
    EXPECT_EQ(kept(), 1);
    house.clock.pass(std::chrono::seconds{61});
    EXPECT_TRUE(parent.get(second).says("zijn er niet meer")) << "also before the round comes by";
    house.program->sweep();
    EXPECT_EQ(kept(), 0);
}

} // namespace
