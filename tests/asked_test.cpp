// A buddy asks someone else than the coordinator: that one person reads and answers it, and nobody else; when that person is gone the buddy is told (R22).
#include "people/store_reader.h"
#include "support/store_consult.h"
#include "tests/world/two_people.h"
#include "today/listing.h"

#include <algorithm>
#include <regex>

namespace {
using visit::Role;

class AskedByName : public world::TwoPeople {
protected:
    visit::PersonId tess = reachable("Tess Dijk", {Role::trainer}, "06 44 44 44 44");
    visit::PersonId otto = reachable("Otto Anders", {Role::trainer}, "06 45 45 45 45");
    world::Someone reader{house, tess}, other{house, otto};

    std::string word_of(std::string const& name) {
        auto const page = buddy.get("/mijn/vragen").body;
        std::smatch found;
        auto const form = page.find("id=\"lezer\""), at = form == std::string::npos ? form : page.find(name + ",", form);
        if (at == std::string::npos) return "geen";
        auto const rest = page.substr(at, 800);
        return std::regex_search(rest, found, std::regex{"name=\"lezer\" value=\"([A-Za-z0-9_-]*)\""}) ? found[1].str() : std::string{"geen"};
    }
    std::string asks(std::string const& word, std::string const& words = "Zeisvraag over de coördinator.") {
        house.clock.pass(std::chrono::seconds{1});
        EXPECT_EQ(buddy.post("/mijn/vragen", "/mijn/vragen", {{"tekst", words}, {"lezer", word}}).status, 303);
        return read([&](db::Door& door) { return door.one<std::string>("select id from consults order by asked_at desc limit 1").value_or(""); });
    }
    std::vector<visit::Work> rows() {
        visit::Viewer const viewer{house.here, coordinator, {Role::anyone, Role::coordinator}, true};
        auto door = house.program->data().read(house.scope());
        return today::everything(*door, *visit::Policy::grant<visit::Action::see_worklist>(viewer), house.clock.now());
    }
    /// Whether a page of this person says a word of the question, or knows that it is there.
    bool knows(visit::PersonId const& who, std::string const& id) {
        auto visitor = house.as(who);
        for (auto const& path : {std::string{"/vandaag"}, std::string{"/ondersteuning"}, "/vragen/" + id, "/vragen/" + id + "/expert", std::string{"/gevraagd"}, "/gevraagd/" + id, std::string{"/mijn"}, std::string{"/buddys"}, "/buddys/" + bea.value(), std::string{"/intervisie"}, std::string{"/dilemmas"}}) {
            auto const page = visitor.get(path);
            if (page.says("Zeisvraag") || page.says(id) || page.says("Vragen aan u (1)")) return true;
        }
        return false;
    }
};
ON_BOTH_DATABASES(AskedByName);

TEST_P(AskedByName, OnlyThatPersonReadsAndAnswers) {
    EXPECT_TRUE(reader.get("/gevraagd").says("Er vroeg u nu niemand iets."));
    EXPECT_EQ(buddy.post("/mijn/vragen", "/mijn/vragen", {{"tekst", "Aan wie?"}, {"lezer", "verzonnen"}}).status, 422);
    auto const id = asks(word_of("Tess Dijk"));
    work();
    ASSERT_EQ(house.mails.size(), 1U);
    EXPECT_EQ(house.mails[0].to, "tessdijk@voorbeeld.test");
    EXPECT_EQ(house.mails[0].text.find("vraag"), std::string::npos) << "mail tells nothing";
    EXPECT_FALSE(knows(coordinator, id));
    EXPECT_FALSE(knows(otto, id));
    EXPECT_FALSE(knows(bea, id) && house.as(bea).get("/gevraagd/" + id).status != 404);
    for (auto const& row : rows()) EXPECT_NE(row.kind, "consult.answer");
    EXPECT_EQ(desk.get("/vragen/" + id).status, 404);
    for (auto const* act : {"", "/dank", "/gebeld", "/expert"}) EXPECT_EQ(desk.post("/vandaag", "/vragen/" + id + act, {{"tekst", "Ik las het."}}).status, 404) << act;
    EXPECT_EQ(other.post("/mijn", "/gevraagd/" + id, {{"tekst", "Ik las het."}}).status, 404);
    EXPECT_EQ(other.get("/gevraagd/" + id).body, other.get("/gevraagd/AAAAAAAAAAAAAAAAAAAAAA").body);

    EXPECT_TRUE(reader.get("/mijn").says("Vragen aan u (1)"));
    EXPECT_FALSE(buddy.get("/mijn/vragen").says("Gelezen op"));
    EXPECT_TRUE(reader.get("/gevraagd/" + id).says("Zeisvraag over de coördinator."));
    EXPECT_TRUE(buddy.get("/mijn/vragen").says("Gelezen op"));
    EXPECT_TRUE(buddy.get("/mijn/vragen").says("Gevraagd aan Tess Dijk"));
    EXPECT_EQ(reader.post("/gevraagd/" + id, "/gevraagd/" + id + "/dank", {}).status, 303);
    EXPECT_EQ(reader.post("/gevraagd/" + id, "/gevraagd/" + id, {{"tekst", ""}}).status, 422);
    EXPECT_EQ(reader.post("/gevraagd/" + id, "/gevraagd/" + id, {{"tekst", "Begin klein."}}).location, "/gevraagd");
    auto const own = buddy.get("/mijn/vragen");
    EXPECT_TRUE(own.says("Antwoord van Tess Dijk:") && own.says("Begin klein.") && own.says("Van Tess Dijk: dank je, goede vraag."));
    EXPECT_EQ(buddy.post("/mijn/vragen", "/mijn/vragen/" + id + "/genoeg", {{"antwoord", "call"}}).status, 303);
    for (auto const& row : rows()) EXPECT_NE(row.kind, "consult.call");
    EXPECT_TRUE(reader.get("/gevraagd/" + id).says("06 22 22 22 22"));
    EXPECT_EQ(reader.post("/gevraagd/" + id, "/gevraagd/" + id + "/gebeld", {}).status, 303);
    EXPECT_EQ(buddy.post("/mijn/vragen/" + id, "/mijn/vragen/" + id, {{"tekst", "Zeisvraag, verder."}}).status, 303);
    EXPECT_TRUE(reader.get("/gevraagd/" + id).says("Zeisvraag, verder.")) << "asking further stays with the same person";
    EXPECT_FALSE(knows(coordinator, id));
    EXPECT_GT(read([&](db::Door& door) { return door.one<std::int64_t>("select count(*) from access_log where action = 'consult.asked' and person = :buddy and actor = :who", bea, tess).value_or(0); }), 1) << "each look is logged";
}

TEST_P(AskedByName, ADeputyReadsNothingOfItAndTheClockOfTwoWorkingDaysRuns) {
    auto const id = asks(word_of("Tess Dijk"));
    auto const today = base::local_date(house.clock.now());
    write([&](db::Write& tx) { people::add(tx, base::new_id<people::Deputyship>(house.random), coordinator, otto, {today, base::later(today, 9)}, {}, coordinator, house.clock.now()); });
    EXPECT_EQ(other.get("/vandaag").status, 200);
    EXPECT_FALSE(knows(otto, id));
    work();
    house.mails.clear();
    pass(2);
    auto const early = std::count_if(house.mails.begin(), house.mails.end(), [](auto const& mail) { return mail.to == "tessdijk@voorbeeld.test"; });
    pass(5);
    auto const late = std::count_if(house.mails.begin(), house.mails.end(), [](auto const& mail) { return mail.to == "tessdijk@voorbeeld.test"; });
    EXPECT_EQ(early, 0);
    EXPECT_EQ(late, 1) << "once more when it is late";
}

TEST_P(AskedByName, AnAnswerInTimeIsRemindedOfByNobody) {
    auto const id = asks(word_of("Tess Dijk"));
    EXPECT_EQ(reader.post("/gevraagd/" + id, "/gevraagd/" + id, {{"tekst", "Begin klein."}}).status, 303);
    work();
    house.mails.clear();
    pass(9);
    EXPECT_TRUE(std::none_of(house.mails.begin(), house.mails.end(), [](auto const& mail) { return mail.to == "tessdijk@voorbeeld.test"; }));
}

TEST_P(AskedByName, EndsWithTheRoleAndTheBuddyIsToldToAskAnew) {
    auto const id = asks(word_of("Tess Dijk"));
    auto const nothing = reader.get("/gevraagd/AAAAAAAAAAAAAAAAAAAAAA");
    write([&](db::Write& tx) { people::end_role(tx, tess, Role::trainer, house.clock.now()); people::give_role(tx, tess, Role::researcher, false, "", coordinator.value(), house.clock.now()); });
    EXPECT_EQ(reader.get("/gevraagd/" + id).status, 404);
    EXPECT_EQ(reader.get("/gevraagd/" + id).body, reader.get("/vragen/niets").body);
    EXPECT_TRUE(buddy.get("/mijn/vragen").says("Nu leest niemand dit. Stel je vraag gerust opnieuw."));
    EXPECT_FALSE(buddy.get("/mijn/vragen").says("Je krijgt antwoord uiterlijk"));
    EXPECT_EQ(word_of("Tess Dijk"), "geen") << "and is not offered";
    EXPECT_FALSE(knows(coordinator, id)) << "it falls to nobody else";
    EXPECT_EQ(buddy.post("/mijn/vragen", "/mijn/vragen/" + id + "/intrekken", {}).status, 303) << "what nobody read is taken back";
    EXPECT_FALSE(asks(word_of("Otto Anders")).empty());
}

TEST_P(AskedByName, AnOwnReaderOfABuddyWhoIsAParentGoesFirstAndACoordinatorCanBeAskedByName) {
    write([&](db::Write& tx) {
        people::give_role(tx, bea, Role::asking_parent, false, "", "", house.clock.now());
        people::choose_reader(tx, bea, otto, house.clock.now());
    });
    auto const page = buddy.get("/mijn/vragen").body;
    auto const chosen = page.find(" checked");
    ASSERT_NE(chosen, std::string::npos);
    EXPECT_NE(page.substr(chosen - 600, 600).find("Otto Anders, trainer"), std::string::npos) << "chosen beforehand";
    EXPECT_EQ(buddy.post("/mijn/vragen", "/mijn/vragen", {{"tekst", "Aan de coördinator?"}, {"lezer", ""}}).status, 422) << "who is shut would never read it";
    auto const id = asks(word_of("Ineke Vos"));
    EXPECT_TRUE(desk.get("/gevraagd/" + id).says("Zeisvraag")) << "asked by name by the buddy";
    EXPECT_TRUE(desk.get("/ondersteuning").says("Vragen aan u alleen (1)"));
    EXPECT_EQ(desk.post("/gevraagd/" + id, "/gevraagd/" + id, {{"tekst", "Bel mij."}}).status, 303);
    EXPECT_FALSE(knows(otto, id));
}

TEST_P(AskedByName, ThreeWaysAroundTheCoordinatorStandOnEachBuddysPage) {
    EXPECT_TRUE(buddy.get("/mijn").says("/mijn/andere-weg"));
    EXPECT_TRUE(buddy.get("/mijn/vragen").says("/mijn/andere-weg"));
    auto const ways = buddy.get("/mijn/andere-weg");
    for (auto const* word : {"Zeg het zelf", "Tess Dijk, trainer", "vertrouwenspersoon", "/contact"}) EXPECT_TRUE(ways.says(word)) << word;
    EXPECT_FALSE(ways.says(tess.value())) << "no ids of people with a task";
    auto const preset = buddy.get("/mijn/vragen?aan=" + word_of("Tess Dijk")).body;
    auto const chosen = preset.find(" checked");
    ASSERT_NE(chosen, std::string::npos);
    EXPECT_NE(preset.substr(chosen - 600, 600).find("Tess Dijk"), std::string::npos);
    EXPECT_EQ(desk.get("/mijn/andere-weg").status, 404);
}

} // namespace
