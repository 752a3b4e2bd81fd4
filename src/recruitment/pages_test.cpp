#include "recruitment/store_sign_up.h"
#include "tests/world/world.h"

namespace {
using visit::Role;

class RecruitmentPages : public world::InHouse {
protected:
    std::vector<std::pair<std::string, std::string>> const good{{"naam", "Noor van Dijk"}, {"mail", "noor@voorbeeld.test"}, {"kanaal", "poster"}, {"motief", "Kanariegeel"}, {"akkoord", "ja"}};
    world::Page sign_up(world::Visitor& visitor) {
        auto page = visitor.get("/buddy-worden/aanmelden");
        house.clock.pass(std::chrono::seconds{5});
        http::Fields all;
        for (auto const* name : {"_csrf", "_once", "_moment"}) all.add(name, page.hidden(name));
        for (auto const& [name, value] : good) all.add(name, value);
        body = http::form_text(all);
        return visitor.send("POST", "/buddy-worden/aanmelden", body);
    }
    std::int64_t count(std::string const& table) { return house.program->data().read(house.scope())->one<std::int64_t>("select count(*) from " + table).value_or(-1); }
    std::string link() {
        house.program->run_jobs();
        auto const& text = house.mails.back().text;
        auto at = text.find("/aanmelding/");
        return text.substr(at, text.find_first_of("\n ", at) - at);
    }
    std::string body;
};
ON_BOTH_DATABASES(RecruitmentPages);

TEST_P(RecruitmentPages, AParentSignsUpConfirmsAndIsSeenByTheCoordinator) {
    auto parent = house.stranger();
    auto done = sign_up(parent);
    EXPECT_EQ(done.status, 303);
    EXPECT_EQ(done.location, "/buddy-worden/bedankt");
    auto at = link();
    EXPECT_EQ(house.mails.back().to, "noor@voorbeeld.test");
    EXPECT_EQ(house.mails.back().text.find("buddy"), std::string::npos) << "a mail never says what it is about";
    EXPECT_TRUE(parent.get(at).says("bevestig mijn aanmelding"));
    EXPECT_EQ(parent.post(at, at + "/bevestiging", {}).status, 303);
    auto coordinator = house.as(house.person(house.here, "Ineke Vos", {Role::coordinator}));
    EXPECT_TRUE(coordinator.get("/vandaag").says("Noor van Dijk"));
    EXPECT_TRUE(coordinator.get("/aanmeldingen").says("bevestigd"));
}

TEST_P(RecruitmentPages, ASecondPressOfTheButtonDoesNothingTwice) {
    auto parent = house.stranger();
    sign_up(parent);
    auto again = parent.send("POST", "/buddy-worden/aanmelden", body);
    EXPECT_EQ(again.status, 303);
    EXPECT_EQ(count("sign_ups"), 1);
    house.program->run_jobs();
    EXPECT_EQ(house.mails.size(), 1U);
}

TEST_P(RecruitmentPages, WhatIsWrongIsSaidAtTheFieldAndWhatWasTypedStays) {
    auto parent = house.stranger();
    auto page = parent.post("/buddy-worden/aanmelden", "/buddy-worden/aanmelden", {{"naam", "<b>Noor</b>"}, {"mail", "noor@"}, {"motief", "Een.\n\nTwee."}});
    EXPECT_EQ(page.status, 422);
    EXPECT_TRUE(page.says("href=\"#mail\""));
    EXPECT_TRUE(page.says("&lt;b&gt;Noor&lt;/b&gt;"));
    EXPECT_FALSE(page.says("<b>Noor"));
    EXPECT_TRUE(page.says("Een.\n\nTwee.")) << "lines stay lines";
    EXPECT_EQ(count("sign_ups"), 0);
}

TEST_P(RecruitmentPages, AProgramThatFillsInTheTrapLeavesNothingBehind) {
    auto robot = house.stranger();
    auto fields = good;
    fields.emplace_back("website", "http://spam.test");
    house.clock.pass(std::chrono::seconds{9});
    EXPECT_EQ(robot.post("/buddy-worden/aanmelden", "/buddy-worden/aanmelden", fields).status, 303);
    EXPECT_EQ(count("sign_ups"), 0);
    EXPECT_EQ(count("people"), 0);
}

TEST_P(RecruitmentPages, OpeningTheFormStoresNothing) {
    house.stranger().get("/buddy-worden/aanmelden");
    for (auto const* table : {"people", "sign_ups", "done_forms", "action_links"}) EXPECT_EQ(count(table), 0) << table;
}

TEST_P(RecruitmentPages, AFormWithoutOurTokenOrFromElsewhereIsRefused) {
    auto parent = house.stranger();
    auto page = parent.get("/buddy-worden/aanmelden");
    EXPECT_EQ(parent.send("POST", "/buddy-worden/aanmelden", "naam=x").status, 403);
    EXPECT_EQ(parent.send("POST", "/buddy-worden/aanmelden", "_csrf=" + page.hidden("_csrf"), {{"origin", "https://elders.test"}}).status, 403);
    EXPECT_EQ(parent.send("POST", "/buddy-worden/aanmelden", "_csrf=" + page.hidden("_csrf"), {{"sec-fetch-site", "cross-site"}}).status, 403);
    EXPECT_EQ(house.stranger().send("POST", "/buddy-worden/aanmelden", "_csrf=" + page.hidden("_csrf")).status, 403) << "another visitor's token";
    EXPECT_EQ(parent.send("POST", "/buddy-worden/aanmelden", "_csrf=" + http::encoded(page.hidden("_csrf"))).status, 422) << "the own token gets as far as the rule";
}

TEST_P(RecruitmentPages, BrokenBytesAreRefusedInWords) {
    auto parent = house.stranger();
    parent.get("/buddy-worden/aanmelden");
    EXPECT_EQ(parent.send("POST", "/buddy-worden/aanmelden", "naam=%ff%fe").status, 400);
    EXPECT_EQ(parent.send("POST", "/buddy-worden/aanmelden", "naam=a%00b").status, 400);
}

TEST_P(RecruitmentPages, WithdrawingNeedsNoReasonAndEndsIt) {
    auto parent = house.stranger();
    sign_up(parent);
    auto at = link();
    EXPECT_EQ(parent.post(at + "/terugtrekken", at + "/terugtrekken", {}).status, 303);
    EXPECT_TRUE(parent.get(at).says("gestopt"));
    auto coordinator = house.as(house.person(house.here, "Ineke Vos", {Role::coordinator}));
    EXPECT_FALSE(coordinator.get("/vandaag").says("Noor van Dijk"));
}

TEST_P(RecruitmentPages, WhatIsNotThereAndWhatIsElsewhereLookTheSame) {
    auto parent = house.stranger();
    sign_up(parent);
    auto id = house.program->data().read(house.scope())->one<std::string>("select id from sign_ups").value_or("");
    auto here = house.as(house.person(house.here, "Ineke Vos", {Role::coordinator}));
    auto there = house.as(house.person(house.there, "Wil Daar", {Role::coordinator}));
    auto director = house.as(house.person(house.here, "Dirk Hoog", {Role::director}));
    EXPECT_EQ(here.get("/aanmeldingen/" + id).status, 200);
    auto nothing = here.get("/aanmeldingen/AAAAAAAAAAAAAAAAAAAAAA");
    auto other = there.get("/aanmeldingen/" + id), denied = director.get("/aanmeldingen/" + id);
    EXPECT_EQ(nothing.status, 404);
    EXPECT_EQ(other.status, 404);
    EXPECT_EQ(other.body, nothing.body);
    EXPECT_EQ(denied.status, 404);
    EXPECT_EQ(denied.body, nothing.body);
}

TEST_P(RecruitmentPages, ACanaryIsFoundInNoFileOfTheInstallation) {
    auto parent = house.stranger();
    sign_up(parent);
    house.program->run_jobs();
    if (house.engine == world::Engine::postgresql) {
        auto door = house.program->data().read(house.scope());
        for (auto const& row : door->column<std::string>("select motive from sign_ups union all select name from people union all select mail from people")) EXPECT_TRUE(row.empty() || row.starts_with("1."));
        return;
    }
    auto grep = [&] { return std::system(("grep -rqaE 'Kanariegeel|Noor van|noor@voorbeeld' " + house.folder).c_str()) == 0; };
    EXPECT_FALSE(grep());
    house.close();
    EXPECT_FALSE(grep());
    std::system(("echo Kanariegeel > " + house.file("planted")).c_str());
    EXPECT_TRUE(grep()) << "the search itself must find a planted word";
}

} // namespace
