// Before an evening: days chosen together, what is done at home, the welcome pack, invitations with times; who sees what.
#include "tests/world/training_group.h"
#include "training/store_days.h"
#include "training/store_evening_key.h"
#include "training/store_pack.h"
#include "training/store_preparation.h"

namespace {
using visit::Role;
using Fields = std::vector<std::pair<std::string, std::string>>;

class BeforeEvening : public world::TrainingGroup {
protected:
    using TrainingGroup::make;
    void make(std::chrono::hours first) { make(first, first + std::chrono::hours{24 * 20}); }
    static void day(Fields& fields, std::string const& name, base::Date date) {
        fields.emplace_back(name + "_dag", std::to_string(static_cast<unsigned>(date.day())));
        fields.emplace_back(name + "_maand", std::to_string(static_cast<unsigned>(date.month())));
        fields.emplace_back(name + "_jaar", std::to_string(static_cast<int>(date.year())));
    }
};
ON_BOTH_DATABASES(BeforeEvening);

TEST_P(BeforeEvening, DaysAreChosenByThoseWhoCome) {
    auto desk = house.as(coordinator);
    auto const today = base::local_date(house.clock.now());
    Fields fields{{"naam", "Winter"}, {"plaats", "Bibliotheek"}, {"tijd", "19.00"}};
    day(fields, "dag1", base::later(today, 20));
    day(fields, "dag2", base::later(today, 30));
    EXPECT_EQ(desk.post("/trainingen/nieuw/dagen", "/trainingen/nieuw/dagen", fields).status, 422) << "two days are no choice";
    day(fields, "dag3", base::later(today, 40));
    auto const made = desk.post("/trainingen/nieuw/dagen", "/trainingen/nieuw/dagen", fields);
    ASSERT_EQ(made.status, 303);
    auto const one = candidate("Anna Kok"), other = candidate("Bert Vis");
    house.mails.clear();
    EXPECT_EQ(desk.post(made.location, made.location + "/deelnemers", {{"persoon", one.value()}, {"persoon", other.value()}}).status, 303);
    work();
    EXPECT_EQ(house.mails.size(), 2U) << "both are asked";
    EXPECT_TRUE(house.mails.front().calendar.empty()) << "there is no day yet";
    EXPECT_EQ(house.as(one).post("/mijn/training", "/mijn/training/dagen", {{"dag-1", "no"}, {"dag-2", "yes"}, {"dag-3", "yes"}}).status, 303);
    EXPECT_TRUE(desk.get("/vandaag").says("1 van de 2 zeiden welke dagen kunnen"));
    EXPECT_EQ(house.as(other).post("/mijn/training", "/mijn/training/dagen", {{"dag-1", "if_need_be"}, {"dag-2", "yes"}, {"dag-3", "no"}}).status, 303);
    auto const page = desk.get(made.location);
    EXPECT_TRUE(page.says("Antwoord gaven 2 van de 2."));
    EXPECT_TRUE(page.says("Anna Kok"));
    EXPECT_EQ(desk.post(made.location, made.location + "/dagen", {{"eerste", "3"}, {"tweede", "2"}}).status, 422) << "in order";
    EXPECT_EQ(desk.post(made.location, made.location + "/dagen", {{"eerste", "2"}, {"tweede", "2"}}).status, 422);
    EXPECT_EQ(desk.post(made.location, made.location + "/dagen", {{"eerste", "2"}, {"tweede", "9"}}).status, 422);
    house.mails.clear();
    EXPECT_EQ(desk.post(made.location, made.location + "/dagen", {{"eerste", "2"}, {"tweede", "3"}}).status, 303);
    EXPECT_EQ(desk.post("/trainingen", made.location + "/dagen", {{"eerste", "1"}, {"tweede", "3"}}).status, 422) << "chosen once";
    work();
    EXPECT_EQ(house.mails.size(), 4U) << "two evenings for two people";
    for (auto const& mail : house.mails) {
        EXPECT_EQ(mail.calendar_method, "REQUEST");
        EXPECT_NE(mail.text.find("Welkom vanaf 19.00 uur. We beginnen om 19.45 uur en zijn klaar om 21.30 uur."), std::string::npos) << mail.text;
        EXPECT_EQ(mail.text.find("training"), std::string::npos) << "a mail tells nothing";
        EXPECT_EQ(mail.text.find("buddy"), std::string::npos);
    }
    EXPECT_TRUE(house.as(one).get("/mijn/training").says("Kom je?"));
}

TEST_P(BeforeEvening, AMovedEveningIsMailedAgainAndARemindedOneOnce) {
    make(std::chrono::hours{24 * 10});
    auto desk = house.as(coordinator);
    auto const first = evenings()[0];
    EXPECT_EQ(house.as(group[0]).post("/mijn/training", "/mijn/training/komst", {{"avond-1", "ja"}, {"avond-2", "ja"}}).status, 303);
    Fields fields{{"naam", "Groep"}, {"plaats", "Wijkcentrum"}, {"tijd", "20.00"}};
    day(fields, "dag1", base::later(base::local_date(first.begins_at), 1));
    day(fields, "dag2", base::local_date(evenings()[1].begins_at));
    house.mails.clear();
    EXPECT_EQ(desk.post("/trainingen/groep/wijzigen", "/trainingen/groep/wijzigen", fields).status, 303);
    work();
    EXPECT_EQ(house.mails.size(), 6U);
    EXPECT_NE(house.mails.front().calendar.find("SEQUENCE:1"), std::string::npos);
    EXPECT_TRUE(desk.get("/trainingen/groep").says("nog geen antwoord")) << "who could come on that day is asked again";
    house.mails.clear();
    EXPECT_EQ(desk.post("/trainingen/groep/wijzigen", "/trainingen/groep/wijzigen", fields).status, 303);
    work();
    EXPECT_TRUE(house.mails.empty()) << "nothing changed";
    EXPECT_EQ(house.as(group[1]).post("/mijn/training", "/mijn/training/komst", {{"avond-1", "nee"}}).status, 303);
    house.clock.pass(std::chrono::hours{24 * 9});
    work();
    std::size_t reminders = 0;
    for (auto const& mail : house.mails) reminders += mail.text.find("We zien elkaar op") != std::string::npos;
    EXPECT_EQ(reminders, 2U) << "not whoever cannot come";
}

TEST_P(BeforeEvening, WhatIsPreparedIsOnesOwnUntilItIsHandedInAndReadByTheTrainersOnly) {
    make(std::chrono::hours{48});
    auto const own = "/mijn/training/voorbereiding/" + evenings()[0].id.value();
    auto const seen = "/groepsleden/" + group[0].value();
    auto buddy = house.as(group[0]);
    EXPECT_TRUE(buddy.get("/mijn/training").says("Voorbereiding voor avond 1"));
    EXPECT_TRUE(buddy.get(own).says("Wat spreekt je aan, en waarom?"));
    EXPECT_TRUE(buddy.get(own).says("Rachid Amrani")) << "the page says who reads it";
    EXPECT_EQ(buddy.post(own, own + "/concept", {{"a-spreekt-aan", "Rustig beginnen"}}).status, 204);
    EXPECT_EQ(buddy.post(own, own + "/concept", {{"a-spreekt-aan", std::string(2001, 'x')}}).status, 422) << "the page says that it was not kept";
    EXPECT_TRUE(buddy.get(own).says("Rustig beginnen")) << "kept while typing";
    EXPECT_FALSE(house.as(trainer).get(seen).says("Rustig beginnen"));
    EXPECT_EQ(buddy.post(own, own, {{"a-spreekt-aan", ""}}).status, 422);
    EXPECT_EQ(buddy.post(own, own, {{"a-spreekt-aan", "Rustig beginnen"}, {"a-onbekend", "Weg"}}).status, 303);
    auto const page = house.as(trainer).get(seen);
    EXPECT_TRUE(page.says("Rustig beginnen"));
    EXPECT_FALSE(page.says("Weg"));
    EXPECT_FALSE(page.says("Geheim uit het gesprek.")) << "never the talk";
    EXPECT_TRUE(house.as(trainer).get("/trainingen/groep").says("Voorbereiding ingeleverd: 1 van 3."));
    EXPECT_EQ(house.as(other_trainer).get(seen).status, 404);
    EXPECT_EQ(house.as(coordinator).get(seen).status, 404);
    EXPECT_EQ(house.as(group[1]).get(seen).status, 404);
    EXPECT_EQ(buddy.get("/mijn/training/voorbereiding/onbekend").status, 404);
    auto const stored = house.program->data().read(house.scope())->column<std::string>("select answers from preparations");
    ASSERT_EQ(stored.size(), 1U);
    EXPECT_EQ(stored[0].find("Rustig"), std::string::npos) << "sealed";
    // typing on does not change what was handed in
    EXPECT_EQ(buddy.post(own, own + "/concept", {{"a-spreekt-aan", "Iets nieuws"}}).status, 204);
    EXPECT_TRUE(house.as(trainer).get(seen).says("Rustig beginnen"));
    EXPECT_EQ(buddy.post(own, own + "/terug", {}).status, 303);
    EXPECT_FALSE(house.as(trainer).get(seen).says("Rustig beginnen"));
    EXPECT_TRUE(buddy.get(own).says("Iets nieuws"));
}

TEST_P(BeforeEvening, ATrainerWhoIsTheCoordinatorSeesNothingOfTheTalk) {
    auto const both = house.person(house.here, "Marleen de Wit", {Role::coordinator, Role::trainer});
    make(std::chrono::hours{48});
    write([&](db::Write& tx) { training::add_to_edition(tx, edition, both, "trainer", house.clock.now()); });
    auto who = house.as(both);
    for (auto const& page : {std::string{"/trainingen/groep"}, "/groepsleden/" + group[0].value(), std::string{"/trainingen/groep/leerpunten"}, std::string{"/trainingen/groep/avond/1"}, std::string{"/trainingen/groep/tips/1"}, std::string{"/trainingen/groep/evaluatie/1"}, std::string{"/trainingen/groep/inhalen/1"}, std::string{"/trainingen/groep/groei"}, std::string{"/trainingen/groep/opnamen"}}) {
        auto const answer = who.get(page);
        EXPECT_EQ(answer.status, 200) << page;
        EXPECT_FALSE(answer.says("Geheim uit het gesprek.")) << page;
        EXPECT_FALSE(answer.says("/gesprekken/")) << page << " leads to no talk";
    }
}

TEST_P(BeforeEvening, WhatIsAskedAtHomeIsChangedInVersions) {
    make(std::chrono::hours{48});
    auto desk = house.as(coordinator);
    auto const page = "/programma/voorbereiding/1";
    EXPECT_EQ(desk.post(page, page, {{"versie", "1"}, {"voorbereiding", ""}, {"opdracht-0", "Lees."}, {"link-0", "ftp://x"}}).status, 422);
    EXPECT_EQ(desk.post(page, page, {{"versie", "1"}, {"voorbereiding", "Rustig aan."}, {"naam-0", "spreekt-aan"}, {"opdracht-0", "Wat raakte je?"}, {"link-0", "https://voorbeeld.nl/blad"}, {"vak-0", "ja"}}).status, 303);
    EXPECT_TRUE(desk.get("/programma").says("Dit is versie 2."));
    EXPECT_TRUE(desk.get("/programma").says("Wat raakte je?"));
    EXPECT_TRUE(desk.get("/programma").says("wat mensen vooraf doen is anders"));
    EXPECT_EQ(desk.post(page, page, {{"versie", "1"}, {"voorbereiding", ""}, {"opdracht-0", "Te laat"}, {"link-0", ""}}).status, 422) << "someone else was first";
    auto const own = "/mijn/training/voorbereiding/" + evenings()[0].id.value();
    EXPECT_FALSE(house.as(group[0]).get(own).says("Wat raakte je?")) << "the group keeps its version";
    EXPECT_EQ(house.as(trainer).get(page).status, 404);
}

TEST_P(BeforeEvening, AnAddressIsReadForThePackAndGoneOnceItWasSent) {
    make(std::chrono::hours{24 * 10});
    auto desk = house.as(coordinator);
    auto const page = "/trainingen/groep/welkomstpakket";
    EXPECT_TRUE(house.as(group[0]).get("/mijn/training/adres").says("We vragen je nu niet om een adres."));
    EXPECT_EQ(desk.post(page, page, {{"inhoud", ""}}).status, 422);
    EXPECT_EQ(desk.post(page, page, {{"inhoud", "Een kaart\nIets lekkers"}}).status, 303);
    house.mails.clear();
    EXPECT_EQ(desk.post(page, page + std::string{"/vraag"}, {}).status, 303);
    work();
    EXPECT_EQ(house.mails.size(), 3U);
    auto buddy = house.as(group[0]);
    Fields address{{"naam", "Buddy Een"}, {"straat", "Dorpsstraat"}, {"postcode", "4201ab"}, {"woonplaats", "Wiel"}};
    EXPECT_TRUE(buddy.get("/mijn/training/adres").says("Iets lekkers"));
    EXPECT_EQ(buddy.post("/mijn/training/adres", "/mijn/training/adres", address).status, 422) << "without a number";
    address[1].second = "Dorpsstraat 12";
    EXPECT_EQ(buddy.post("/mijn/training/adres", "/mijn/training/adres", address).status, 303);
    auto id = [&] { return house.program->data().read(house.scope())->one<std::string>("select id from pack_addresses where person = :person", group[0]).value_or(""); };
    auto const earlier = id();
    address[1].second = "Dorpsstraat 14";
    EXPECT_EQ(buddy.post("/mijn/training/adres", "/mijn/training/adres", address).status, 303);
    work();
    EXPECT_FALSE(house.program->keys().has(visit::PersonId{earlier})) << "the key of an address that was replaced is gone";
    EXPECT_TRUE(desk.get("/vandaag").says("Welkomstpakketten klaar om te versturen: 1"));
    auto const shown = desk.get(page + std::string{"/adressen"});
    EXPECT_TRUE(shown.says("Dorpsstraat 14"));
    EXPECT_TRUE(shown.says("4201 AB"));
    EXPECT_FALSE(shown.says("Dorpsstraat 12"));
    EXPECT_TRUE(desk.get(page + std::string{"/etiketten"}).body.starts_with("%PDF"));
    EXPECT_EQ(house.program->data().read(house.scope())->one<std::int64_t>("select count(*) from access_log where action = 'pack.keep' and person = :person", group[0]).value_or(0), 2) << "each opening stands in the log of whose address it is";
    for (auto const* action : {"/welkomstpakket", "/welkomstpakket/adressen", "/welkomstpakket/etiketten"}) EXPECT_EQ(house.as(trainer).get(std::string{"/trainingen/groep"} + action).status, 404) << action;
    auto const now = id();
    EXPECT_EQ(desk.post(page, page + std::string{"/verstuurd"}, {{"persoon", group[0].value()}, {"persoon", group[1].value()}}).status, 303);
    EXPECT_FALSE(desk.get(page + std::string{"/adressen"}).says("Dorpsstraat"));
    EXPECT_TRUE(desk.get(page).says("adres gewist"));
    EXPECT_EQ(house.program->data().read(house.scope())->one<std::int64_t>("select count(*) from pack_addresses where address <> ''").value_or(-1), 0);
    work();
    EXPECT_FALSE(house.program->keys().has(visit::PersonId{now})) << "nor in any copy";
    EXPECT_TRUE(buddy.get("/mijn/training/adres").says("Je adres is gewist."));
    EXPECT_EQ(buddy.post("/mijn/training", "/mijn/training/adres", address).status, 303) << "says that it was sent";
    EXPECT_EQ(house.program->data().read(house.scope())->one<std::int64_t>("select count(*) from pack_addresses where address <> ''").value_or(-1), 0);
    // one taken back, one never used
    EXPECT_EQ(house.as(group[1]).post("/mijn/training/adres", "/mijn/training/adres", address).status, 303);
    EXPECT_EQ(house.as(group[2]).post("/mijn/training/adres", "/mijn/training/adres", address).status, 303);
    EXPECT_EQ(house.as(group[1]).post("/mijn/training/adres", "/mijn/training/adres/terug", {}).status, 303);
    EXPECT_FALSE(desk.get(page).says("Wis mijn"));
    house.clock.pass(std::chrono::hours{24 * 10 + 24 * 20 + 24 * 57});
    work();
    EXPECT_EQ(house.program->data().read(house.scope())->one<std::int64_t>("select count(*) from pack_addresses where address <> ''").value_or(-1), 0) << "eight weeks after the last evening";
}

TEST_P(BeforeEvening, WhatWasHandedInGoesAYearAfterTheEvening) {
    make(std::chrono::hours{48});
    auto const evening = evenings()[0].id;
    auto const own = "/mijn/training/voorbereiding/" + evening.value();
    EXPECT_EQ(house.as(group[0]).post(own, own, {{"a-spreekt-aan", "Rustig beginnen"}}).status, 303);
    house.clock.pass(std::chrono::hours{24 * 369});
    work();
    EXPECT_EQ(house.program->data().read(house.scope())->one<std::int64_t>("select count(*) from preparations where answers <> '' or draft <> ''").value_or(-1), 0);
    EXPECT_FALSE(house.program->keys().has(training::key_of(evening)));
    EXPECT_EQ(house.as(group[0]).get(own).status, 404);
}

} // namespace
