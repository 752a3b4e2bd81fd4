// Help for the buddy through the pages: what is read by whom, and what never reaches an expert or another buddy.
#include "app/erasure.h"
#include "support/store_consult.h"
#include "support/store_terms.h"
#include "tests/world/two_people.h"
#include "today/listing.h"

#include <algorithm>

namespace {
using visit::Role;
using Fields = std::vector<std::pair<std::string, std::string>>;

class Support : public world::TwoPeople {
protected:
    visit::PersonId sanne = reachable("Sanne Vink", {Role::expert}, "06 44 44 44 44");
    visit::PersonId otto = reachable("Otto Anders", {Role::expert}, "06 45 45 45 45");
    visit::PersonId cas = reachable("Cas Collega", {Role::buddy}, "06 55 55 55 55");
    world::Someone expert{house, sanne}, other_expert{house, otto}, colleague{house, cas};
    std::string const secret = "Zeisvraag over een ouder die heel vaak belt.";

    std::int64_t count(std::string const& sql) {
        return read([&](db::Door& door) { return door.one<std::int64_t>("select count(*) from " + sql).value_or(-1); });
    }
    std::string id_of(std::string const& table, std::string const& where = "true") {
        return read([&](db::Door& door) { return door.one<std::string>("select id from " + table + " where " + where).value_or(""); });
    }
    std::string asked() {
        EXPECT_EQ(buddy.post("/mijn/vragen", "/mijn/vragen", {{"tekst", secret}}).status, 303);
        return id_of("consults");
    }
    std::set<std::string> kinds() {
        visit::Viewer const viewer{house.here, coordinator, {Role::anyone, Role::coordinator}, true};
        std::set<std::string> all;
        auto door = house.program->data().read(house.scope());
        for (auto const& row : today::everything(*door, *visit::Policy::grant<visit::Action::see_worklist>(viewer), house.clock.now())) all.insert(row.kind);
        return all;
    }
    Fields meeting(int days, std::string const& place = "Wijkcentrum") {
        auto const said = base::iso(base::later(base::local_date(house.clock.now()), days));
        return {{"soort", "intervision"}, {"dag_dag", said.substr(8, 2)}, {"dag_maand", said.substr(5, 2)}, {"dag_jaar", said.substr(0, 4)}, {"tijd", "19.30"}, {"duur", "90"}, {"plaats", place}};
    }
    std::string planned(int days = 10) {
        EXPECT_EQ(desk.post("/intervisie/nieuw", "/intervisie/nieuw", meeting(days)).status, 303);
        return id_of("intervisions");
    }
};
ON_BOTH_DATABASES(Support);

TEST_P(Support, AQuestionIsReadThankedAnsweredAndAskedFurther) {
    EXPECT_TRUE(buddy.get("/mijn/vragen").says("Je stelde nog geen vraag"));
    EXPECT_EQ(buddy.post("/mijn/vragen", "/mijn/vragen", {{"tekst", std::string(2001, 'a')}}).status, 422);
    auto const id = asked();
    EXPECT_TRUE(kinds().contains("consult.answer"));
    EXPECT_FALSE(buddy.get("/mijn/vragen").says("Gelezen op"));
    EXPECT_EQ(colleague.get("/mijn/vragen/" + id).status, 404) << "of another buddy";
    EXPECT_EQ(colleague.post("/mijn/vragen", "/mijn/vragen/" + id + "/intrekken", {}).status, 404);
    EXPECT_TRUE(desk.get("/vragen/" + id).says("Zeisvraag"));
    EXPECT_TRUE(buddy.get("/mijn/vragen").says("Gelezen op"));
    EXPECT_EQ(buddy.post("/mijn/vragen/" + id + "/intrekken", "/mijn/vragen/" + id + "/intrekken", {}).status, 422) << "what was read stays";
    EXPECT_EQ(desk.post("/vragen/" + id, "/vragen/" + id + "/dank", {}).status, 303);
    EXPECT_TRUE(buddy.get("/mijn/vragen").says("dank je, goede vraag"));
    EXPECT_EQ(buddy.post("/mijn/vragen", "/mijn/vragen/" + id, {{"tekst", "Nog iets."}}).status, 422) << "an answer comes first";
    EXPECT_EQ(desk.post("/vragen/" + id, "/vragen/" + id, {{"tekst", ""}}).status, 422);
    EXPECT_EQ(desk.post("/vragen/" + id, "/vragen/" + id, {{"tekst", "Spreek een tijd af."}}).status, 303);
    EXPECT_EQ(desk.post("/vragen/" + id, "/vragen/" + id, {{"tekst", "Een ander antwoord."}}).status, 422) << "answered meanwhile";
    work();
    ASSERT_EQ(house.mails.size(), 1U);
    EXPECT_EQ(house.mails[0].text.find("vraag"), std::string::npos) << "mail tells nothing";
    EXPECT_TRUE(buddy.get("/mijn/vragen").says("Spreek een tijd af."));
    EXPECT_EQ(buddy.post("/mijn/vragen", "/mijn/vragen/" + id + "/genoeg", {{"antwoord", "call"}}).status, 303);
    EXPECT_TRUE(kinds().contains("consult.call"));
    EXPECT_TRUE(desk.get("/vragen/" + id).says("06 22 22 22 22"));
    EXPECT_EQ(desk.post("/vragen/" + id, "/vragen/" + id + "/gebeld", {}).status, 303);
    EXPECT_FALSE(kinds().contains("consult.call"));
    EXPECT_EQ(buddy.post("/mijn/vragen/" + id, "/mijn/vragen/" + id, {{"tekst", "En als dat niet helpt?"}}).status, 303);
    EXPECT_TRUE(kinds().contains("consult.answer"));
    auto const both = desk.get("/vragen/" + id);
    EXPECT_TRUE(both.says("Zeisvraag") && both.says("En als dat niet helpt?"));
    EXPECT_EQ(count("consults where follows is not null"), 1);
}

TEST_P(Support, AnUnreadQuestionIsTakenBackForGood) {
    auto const id = asked();
    EXPECT_EQ(buddy.post("/mijn/vragen/" + id + "/intrekken", "/mijn/vragen/" + id + "/intrekken", {}).status, 303);
    EXPECT_EQ(count("consults"), 0);
    EXPECT_EQ(desk.get("/vragen/" + id).status, 404);
    EXPECT_FALSE(kinds().contains("consult.answer"));
}

TEST_P(Support, AnExpertSeesTheVersionAndNothingElse) {
    auto const id = asked();
    auto const to = "/vragen/" + id + "/expert";
    EXPECT_TRUE(expert.get("/dilemmas").says("Er ligt nu niets bij u"));
    auto const form = desk.get(to);
    EXPECT_EQ(form.body.find("Zeisvraag", form.body.find("<textarea")), std::string::npos) << "the field is empty";
    EXPECT_EQ(desk.post(to, to, {{"expert", sanne.value()}, {"tekst", "Zeisvraag over een ouder die heel vaak belt."}}).status, 422);
    EXPECT_EQ(desk.post(to, to, {{"expert", cas.value()}, {"tekst", "Wat als iemand te vaak belt?"}}).status, 422) << "no expert";
    EXPECT_EQ(desk.post(to, to, {{"expert", sanne.value()}, {"tekst", "Wat als iemand te vaak belt?"}}).status, 303);
    EXPECT_TRUE(kinds().contains("dilemma.waiting"));
    work();
    ASSERT_EQ(house.mails.size(), 1U);
    EXPECT_EQ(house.mails[0].text.find("dilemma"), std::string::npos);
    auto const dilemma = id_of("dilemmas");
    auto const list = expert.get("/dilemmas"), one = expert.get("/dilemmas/" + dilemma);
    EXPECT_TRUE(one.says("Wat als iemand te vaak belt?"));
    for (auto const& page : {list, one})
        for (auto const& word : {std::string{"Zeisvraag"}, std::string{"Bea"}, bea.value(), id}) EXPECT_FALSE(page.says(word)) << word;
    EXPECT_EQ(other_expert.get("/dilemmas/" + dilemma).status, 404);
    EXPECT_FALSE(other_expert.get("/dilemmas").says(dilemma));
    EXPECT_EQ(expert.get("/vragen/" + id).status, 404);
    EXPECT_EQ(buddy.get("/dilemmas/" + dilemma).status, 404);
    EXPECT_EQ(expert.post("/dilemmas/" + dilemma, "/dilemmas/" + dilemma, {{"tekst", "Een vaste tijd helpt."}}).status, 303);
    EXPECT_TRUE(kinds().contains("dilemma.answered"));
    EXPECT_FALSE(kinds().contains("consult.answer")) << "one row for one question";
    EXPECT_TRUE(desk.get("/vragen/" + id).says("Een vaste tijd helpt."));
    EXPECT_FALSE(buddy.get("/mijn/vragen").says("Een vaste tijd helpt.")) << "the coordinator answers in own words";
    EXPECT_EQ(desk.post("/vragen/" + id, "/vragen/" + id, {{"tekst", "Spreek een tijd af."}}).status, 303);
    EXPECT_FALSE(kinds().contains("dilemma.answered")) << "done";
}

TEST_P(Support, WhereTheCoordinatorWorksOutsideOnlyExpertsOfThereAreAsked) {
    auto const elders = house.partnership("elders", visit::Independence::outside);
    auto const keeper = house.person(elders, "Olga Buiten", {Role::coordinator}, true), bas = house.person(elders, "Bas", {Role::buddy});
    house.person(elders, "Inge Binnen", {Role::expert});
    house.person(elders, "Uta Buiten", {Role::expert}, true);
    EXPECT_EQ(house.as(bas).post("/mijn/vragen", "/mijn/vragen", {{"tekst", secret}}).status, 303);
    auto const id = house.program->data().read(db::Scope::of(elders.value()))->one<std::string>("select id from consults where partnership = :partnership", elders).value_or("");
    auto const page = house.as(keeper).get("/vragen/" + id + "/expert");
    EXPECT_TRUE(page.says("Uta Buiten"));
    EXPECT_FALSE(page.says("Inge Binnen"));
    EXPECT_EQ(desk.get("/vragen/" + id).status, 404) << "of another partnership";
}

TEST_P(Support, WhatWasTakenBackIsGoneForTheExpert) {
    auto const id = asked();
    auto const to = "/vragen/" + id + "/expert";
    EXPECT_EQ(desk.post(to, to, {{"expert", sanne.value()}, {"tekst", "Wat als iemand te vaak belt?"}}).status, 303);
    auto const dilemma = id_of("dilemmas");
    EXPECT_EQ(desk.post("/vragen/" + id, to + "/terug", {{"dilemma", dilemma}}).status, 303);
    EXPECT_EQ(expert.get("/dilemmas/" + dilemma).status, 404);
    EXPECT_TRUE(expert.get("/dilemmas").says("Er ligt nu niets bij u"));
    EXPECT_FALSE(kinds().contains("dilemma.waiting"));
}

TEST_P(Support, AMeetingIsJoinedFreelyAndItsCalendarTellsNothing) {
    EXPECT_TRUE(buddy.get("/mijn/intervisie").says("Er staat nu niets op de agenda"));
    EXPECT_EQ(desk.post("/intervisie/nieuw", "/intervisie/nieuw", meeting(-1)).status, 422);
    EXPECT_EQ(desk.post("/intervisie/nieuw", "/intervisie/nieuw", meeting(10, "Intervisie in De Brug")).status, 422);
    auto const id = planned();
    auto const mine = "/mijn/intervisie/" + id;
    work();
    EXPECT_EQ(house.mails.size(), 2U) << "both buddies hear that something waits";
    EXPECT_EQ(buddy.post(mine, mine, {{"komt", "ja"}}).status, 303);
    EXPECT_EQ(colleague.post(mine, mine, {{"komt", "ja"}}).status, 303);
    work();
    ASSERT_EQ(house.mails.size(), 4U);
    EXPECT_EQ(buddy.post(mine, mine + "/onderwerp", {{"thema", "ending"}, {"onderwerp", "Zeisonderwerp."}}).status, 303);
    EXPECT_EQ(buddy.post(mine, mine + "/onderwerp", {{"thema", "ending"}, {"eigen_thema", "twee"}}).status, 422);
    auto const seen = colleague.get(mine);
    EXPECT_TRUE(seen.says("goed afronden"));
    for (auto const* word : {"Zeisonderwerp", "Bea"}) EXPECT_FALSE(seen.says(word)) << word;
    auto const kept = desk.get("/intervisie/" + id);
    EXPECT_TRUE(kept.says("Zeisonderwerp.") && kept.says("Bea Buddy") && kept.says("Cas Collega"));
    EXPECT_EQ(count("access_log where action = 'consult.answer' and person = '" + bea.value() + "'"), 1) << "that a topic was read is logged";
    auto const paper = desk.get("/intervisie/" + id + "/lijst");
    EXPECT_TRUE(paper.says("06 22 22 22 22"));
    EXPECT_TRUE(desk.get("/intervisie/" + id + "/lijst/pdf").body.starts_with("%PDF"));
    EXPECT_GT(count("access_log where action = 'intervision.keep' and object = '" + id + "'"), 1);
    EXPECT_EQ(colleague.post(mine, mine, {{"komt", "nee"}}).status, 303);
    work();
    EXPECT_EQ(house.mails.back().calendar_method, "CANCEL");
    EXPECT_EQ(desk.post("/intervisie/" + id + "/afzeggen", "/intervisie/" + id + "/afzeggen", {}).status, 303);
    work();
    EXPECT_EQ(house.mails.size(), 6U) << "only who comes hears that it is off";
    for (auto const& mail : house.mails) {
        auto const said = mail.subject + mail.text + mail.calendar;
        for (auto const* word : {"ntervisie", "Zeis", "afronden", "ouder"}) EXPECT_EQ(said.find(word), std::string::npos) << word << " in " << said;
        EXPECT_EQ((mail.subject + mail.text).find("uddy"), std::string::npos) << "in a calendar it is the name in the own address";
        for (auto const& other : house.mails) EXPECT_EQ(mail.calendar.find(other.to) != std::string::npos, !mail.calendar.empty() && other.to == mail.to) << "one calendar for each, with only that person";
    }
    EXPECT_EQ(buddy.post("/mijn/vragen", mine + "/onderwerp", {{"thema", "ending"}}).status, 422) << "it is off";
}

TEST_P(Support, NotesAreReadByThoseForWhomTheyAreMeant) {
    auto const id = planned(1);
    auto const at = "/intervisie/" + id, mine = "/mijn" + at;
    EXPECT_EQ(buddy.post(mine, mine, {{"komt", "ja"}}).status, 303);
    EXPECT_EQ(desk.post("/intervisie", at + "/achteraf", {{"voor", "all_buddies"}}).status, 422) << "it was not held yet";
    pass(2);
    EXPECT_TRUE(kinds().contains("intervision.after"));
    EXPECT_EQ(desk.post(at, at + "/achteraf", {{"was_er", bea.value()}, {"notities", std::string(4001, 'a')}, {"voor", "who_was_there"}}).status, 422);
    EXPECT_EQ(desk.post(at, at + "/achteraf", {{"was_er", bea.value()}, {"notities", "Stil zijn is ook helpen."}, {"voor", "who_was_there"}}).status, 303);
    EXPECT_FALSE(kinds().contains("intervision.after"));
    EXPECT_TRUE(buddy.get(mine).says("Stil zijn is ook helpen."));
    EXPECT_FALSE(colleague.get(mine).says("Stil zijn"));
    EXPECT_EQ(desk.post(at, at + "/achteraf", {{"was_er", bea.value()}, {"notities", "Stil zijn is ook helpen."}, {"voor", "all_buddies"}}).status, 303);
    EXPECT_TRUE(colleague.get(mine).says("Stil zijn is ook helpen."));
}

TEST_P(Support, PlanningIsSuggestedWhileSomeoneStandsBesideAParent) {
    EXPECT_FALSE(kinds().contains("intervision.plan"));
    matched();
    EXPECT_TRUE(kinds().contains("intervision.plan"));
    planned(10);
    EXPECT_FALSE(kinds().contains("intervision.plan"));
}

TEST_P(Support, TheListIsSeenByWhoIsOnItAndEndsWithTheRole) {
    EXPECT_EQ(buddy.post("/mijn/buddylijst", "/mijn/buddylijst", {}).status, 422);
    EXPECT_EQ(buddy.post("/mijn/buddylijst", "/mijn/buddylijst", {{"via", "phone"}, {"themas", "ending"}}).status, 303);
    EXPECT_FALSE(colleague.get("/mijn/buddylijst").says("Bea")) << "who is not on it sees nobody";
    EXPECT_EQ(colleague.post("/mijn/buddylijst", "/mijn/buddylijst", {{"via", "mail"}}).status, 303);
    auto const seen = colleague.get("/mijn/buddylijst");
    EXPECT_TRUE(seen.says("Bea Buddy") && seen.says("06 22 22 22 22") && seen.says("goed afronden"));
    EXPECT_FALSE(buddy.get("/mijn/buddylijst").says("06 55 55 55 55")) << "only what was given";
    EXPECT_EQ(desk.get("/mijn/buddylijst").status, 404);
    EXPECT_EQ(colleague.post("/mijn/buddylijst", "/mijn/buddylijst/weg", {}).status, 303);
    EXPECT_FALSE(buddy.get("/mijn/buddylijst").says("Cas"));
    EXPECT_EQ(colleague.post("/mijn/buddylijst", "/mijn/buddylijst", {{"via", "mail"}}).status, 303);
    write([&](db::Write& tx) { people::end_role(tx, bea, Role::buddy, house.clock.now()); });
    EXPECT_FALSE(colleague.get("/mijn/buddylijst").says("Bea"));
    write([&](db::Write& tx) { support::delete_old(tx, house.clock.now()); });
    EXPECT_EQ(count("buddy_list"), 1);
}

TEST_P(Support, TheLibraryIsReadLookedAtFirstChangedAndHidden) {
    EXPECT_TRUE(buddy.get("/bibliotheek/rolkaart").says("U beslist niet en geeft geen advies."));
    EXPECT_TRUE(house.as(house.person(house.here, "Kas", {Role::candidate})).get("/bibliotheek").says("Hier staat nog niets"));
    EXPECT_EQ(desk.post("/bibliotheek/nieuw", "/bibliotheek/nieuw", {{"titel", ""}, {"tekst", "Iets."}}).status, 422);
    auto const preview = desk.post("/bibliotheek/nieuw", "/bibliotheek/nieuw", {{"titel", "Rust"}, {"tekst", "Een.\n\nTwee."}, {"voorbeeld", "ja"}});
    EXPECT_EQ(preview.status, 200);
    EXPECT_TRUE(preview.says("Zo ziet het eruit: Rust"));
    EXPECT_EQ(count("library_texts"), 0);
    EXPECT_EQ(desk.post("/bibliotheek/nieuw", "/bibliotheek/nieuw", {{"titel", "Rust"}, {"tekst", "Een.\n\nTwee."}}).status, 303);
    auto const at = "/bibliotheek/" + id_of("library_texts");
    EXPECT_TRUE(buddy.get(at).says("Twee."));
    EXPECT_EQ(buddy.get(at + "/wijzigen").status, 404);
    EXPECT_EQ(desk.post(at + "/wijzigen", at + "/wijzigen", {{"versie", "1"}, {"titel", "Rust"}, {"tekst", "Drie."}}).status, 303);
    auto const late = desk.post(at + "/wijzigen", at + "/wijzigen", {{"versie", "1"}, {"titel", "Rust"}, {"tekst", "Vier."}});
    EXPECT_EQ(late.status, 422) << "someone else was first";
    EXPECT_EQ(late.hidden("versie"), "2");
    EXPECT_FALSE(buddy.get("/bibliotheek").says("Zoek een woord"));
    EXPECT_EQ(desk.post(at, at + "/verbergen", {}).status, 303);
    EXPECT_EQ(buddy.get(at).status, 404);
    EXPECT_FALSE(buddy.get("/bibliotheek").says("Rust"));
    EXPECT_EQ(desk.post(at, at + "/tonen", {}).status, 303);
    for (int i = 0; i < 10; ++i) EXPECT_EQ(desk.post("/bibliotheek/nieuw", "/bibliotheek/nieuw", {{"titel", "Tekst " + std::to_string(i)}, {"tekst", "Woorden."}}).status, 303);
    EXPECT_TRUE(buddy.get("/bibliotheek").says("Zoek een woord"));
    auto const found = buddy.get("/bibliotheek?zoek=drie");
    EXPECT_TRUE(found.says("Rust") && !found.says("Tekst 3"));
}

TEST_P(Support, EverythingGoesAYearAfterItsEndAndWithItsPerson) {
    auto const id = asked();
    auto const to = "/vragen/" + id + "/expert";
    EXPECT_EQ(desk.post(to, to, {{"expert", sanne.value()}, {"tekst", "Wat als iemand te vaak belt?"}}).status, 303);
    EXPECT_EQ(desk.post("/vragen/" + id, "/vragen/" + id, {{"tekst", "Spreek een tijd af."}}).status, 303);
    auto const meeting = planned(1), mine = "/mijn/intervisie/" + meeting;
    EXPECT_EQ(buddy.post(mine, mine + "/onderwerp", {{"thema", "ending"}, {"onderwerp", "Zeisonderwerp."}}).status, 303);
    auto old = [&](int days) { write([&](db::Write& tx) { support::delete_old(tx, house.clock.now() + std::chrono::hours{24 * days}); }); };
    old(360);
    EXPECT_EQ(count("consults"), 1);
    EXPECT_EQ(count("intervisions"), 1);
    // as long as the buddy stands beside a parent, and a year after
    matched();
    old(380);
    EXPECT_EQ(count("consults"), 1);
    EXPECT_EQ(count("intervisions") + count("intervision_answers"), 0);
    write([&](db::Write& tx) { tx.run("update matches set ended_at = begun_at where partnership = :partnership", house.here); });
    old(700);
    EXPECT_EQ(count("consults"), 1);
    old(380 + 367);
    EXPECT_EQ(count("consults") + count("dilemmas"), 0);
}

TEST_P(Support, ErasingABuddyErasesQuestionDilemmaTopicAndPlaceOnTheList) {
    auto const id = asked();
    auto const to = "/vragen/" + id + "/expert";
    EXPECT_EQ(desk.post(to, to, {{"expert", sanne.value()}, {"tekst", "Wat als iemand te vaak belt?"}}).status, 303);
    auto const dilemma = id_of("dilemmas");
    auto const mine = "/mijn/intervisie/" + planned();
    EXPECT_EQ(buddy.post(mine, mine, {{"komt", "ja"}}).status, 303);
    EXPECT_EQ(buddy.post("/mijn/buddylijst", "/mijn/buddylijst", {{"via", "phone"}}).status, 303);
    app::erase(house.program->services(), house.config.journal_path(), bea);
    for (auto const* table : {"consults", "dilemmas", "intervision_answers", "buddy_list"}) EXPECT_EQ(count(table), 0) << table;
    EXPECT_EQ(expert.get("/dilemmas/" + dilemma).status, 404);
}

} // namespace
