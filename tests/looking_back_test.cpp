// After an evening: observers who were announced, what trainers write by a guide, what goes into the next programme, catching up, the decision and stopping.
#include "matching/store_matching.h"
#include "tests/world/training_group.h"
#include "training/store_catch_up.h"
#include "training/store_completion.h"
#include "training/store_evening_key.h"
#include "training/store_pack.h"
#include "training/store_review.h"
#include "training/store_tips.h"

namespace {
using visit::Role;
using Fields = std::vector<std::pair<std::string, std::string>>;

class LookingBack : public world::TrainingGroup {
protected:
    visit::PersonId expert = house.person(house.here, "Sanne Vink", {Role::expert});

    void SetUp() override { make(std::chrono::hours{48}, std::chrono::hours{24 * 20}); }
    void after_first_evening() { house.clock.pass(std::chrono::hours{60}); }
    void attend(training::Presence second) {
        write([&](db::Write& tx) {
            for (auto const& person : group) {
                auto const both = training::evenings_of(tx, edition);
                training::record_attendance(tx, both[0].id, person, training::Presence::present, coordinator, house.clock.now());
                training::record_attendance(tx, both[1].id, person, person == group[0] ? second : training::Presence::present, coordinator, house.clock.now());
            }
        });
    }
    static Fields day(base::Date date, Fields more = {}) {
        more.emplace_back("besproken_dag", std::to_string(static_cast<unsigned>(date.day())));
        more.emplace_back("besproken_maand", std::to_string(static_cast<unsigned>(date.month())));
        more.emplace_back("besproken_jaar", std::to_string(static_cast<int>(date.year())));
        return more;
    }
    std::int64_t count(std::string const& sql) { return house.program->data().read(house.scope())->one<std::int64_t>(sql).value_or(-1); }
};
ON_BOTH_DATABASES(LookingBack);

TEST_P(LookingBack, AnObserverIsAnnouncedAndSeesOnlyTheGuideOfThatEvening) {
    auto desk = house.as(coordinator);
    auto const page = "/trainingen/groep/waarnemers";
    auto const guide = "/waarnemen/" + evenings()[0].id.value();
    EXPECT_EQ(desk.post(page, page, {{"avond", "1"}, {"persoon", trainer.value()}}).status, 422) << "who leads the group does not watch it";
    EXPECT_EQ(desk.post(page, page, {{"avond", "1"}, {"persoon", group[0].value()}}).status, 422);
    house.mails.clear();
    EXPECT_EQ(desk.post(page, page, {{"avond", "1"}, {"persoon", expert.value()}}).status, 303);
    work();
    EXPECT_EQ(house.mails.size(), 4U) << "the observer and the three of the group hear it";
    EXPECT_TRUE(house.as(group[0]).get("/mijn/training").says("Op avond 1 kijkt Sanne Vink mee"));
    auto observer = house.as(expert);
    EXPECT_TRUE(observer.get("/waarnemen").says("Groep"));
    EXPECT_TRUE(observer.get(guide).says("Zodra de avond begint"));
    EXPECT_EQ(observer.post("/waarnemen", guide, {{"k1", "Te vroeg"}}).status, 404);
    EXPECT_EQ(observer.get("/waarnemen/" + evenings()[1].id.value()).status, 404) << "one evening, not the other";
    EXPECT_EQ(observer.get("/trainingen/groep").status, 404) << "not the group";
    EXPECT_EQ(house.as(other_trainer).get(guide).status, 404);
    after_first_evening();
    auto later = house.as(expert);
    EXPECT_EQ(later.post(guide, guide + "/concept", {{"k1", "Rustige start"}}).status, 204);
    EXPECT_FALSE(house.as(trainer).get("/trainingen/groep/evaluatie/1").says("Rustige start")) << "not before it was given";
    EXPECT_EQ(later.post(guide, guide, {}).status, 422);
    EXPECT_EQ(later.post(guide, guide, {{"k1", "Rustige start"}, {"k6", "Koude zaal"}}).status, 303);
    auto const read = house.as(trainer).get("/trainingen/groep/evaluatie/1");
    EXPECT_TRUE(read.says("Wat Sanne Vink zag als waarnemer"));
    EXPECT_TRUE(read.says("Koude zaal"));
    EXPECT_EQ(house.as(coordinator).get("/trainingen/groep/evaluatie/1").status, 404);
    EXPECT_EQ(house.as(coordinator).post(page, page, {{"avond", "1"}, {"persoon", other_trainer.value()}}).status, 422) << "too late to announce";
    EXPECT_EQ(count("select count(*) from reviews where answers like '%Koude%'"), 0) << "sealed";
}

TEST_P(LookingBack, AnObserverWhoDoesNotComeSeesNothingMore) {
    auto desk = house.as(coordinator);
    auto const page = "/trainingen/groep/waarnemers";
    EXPECT_EQ(desk.post(page, page, {{"avond", "2"}, {"persoon", expert.value()}}).status, 303);
    auto const guide = "/waarnemen/" + evenings()[1].id.value();
    EXPECT_EQ(house.as(expert).get(guide).status, 200);
    EXPECT_EQ(desk.post(page, page + std::string{"/einde"}, {{"avond", "2"}, {"persoon", expert.value()}}).status, 303);
    EXPECT_EQ(house.as(expert).get(guide).status, 404);
    EXPECT_FALSE(house.as(group[0]).get("/mijn/training").says("kijkt Sanne Vink mee"));
}

TEST_P(LookingBack, TrainersLookBackByTheGuideAndItGoesAYearLater) {
    auto const page = "/trainingen/groep/evaluatie/1";
    EXPECT_TRUE(house.as(trainer).get(page).says("De avond is nog niet geweest."));
    after_first_evening();
    auto leads = house.as(trainer);
    EXPECT_EQ(leads.post(page, page + std::string{"/concept"}, {{"k2", "Kaarten werkten"}}).status, 204);
    EXPECT_TRUE(leads.get(page).says("Kaarten werkten"));
    EXPECT_EQ(leads.post(page, page, {{"k2", "Kaarten werkten"}}).status, 303);
    write([&](db::Write& tx) { training::add_to_edition(tx, edition, other_trainer, "trainer", house.clock.now()); });
    EXPECT_TRUE(house.as(other_trainer).get(page).says("Wat Rachid Amrani schreef"));
    EXPECT_EQ(leads.post(page, page + std::string{"/concept"}, {{"k2", "Half"}}).status, 303) << "nothing is kept by itself any more, and nothing says so";
    write([&](db::Write& tx) { training::keep_review(tx, house.program->keys(), evenings()[0].id, trainer, training::Guide::evaluation, {"Van een ander scherm"}, false, house.clock.now()); });
    EXPECT_TRUE(house.as(other_trainer).get(page).says("Kaarten werkten")) << "what was shared changes only when it is shared again";
    house.clock.pass(std::chrono::hours{24 * 367});
    work();
    EXPECT_EQ(count("select count(*) from reviews where answers <> ''"), 0);
    EXPECT_FALSE(house.as(other_trainer).get(page).says("Kaarten werkten"));
}

TEST_P(LookingBack, WhatTrainersChangeIsTakenUpInTheNextVersion) {
    after_first_evening();
    auto const page = "/trainingen/groep/tips/1";
    auto leads = house.as(trainer);
    EXPECT_TRUE(leads.get(page).says("Gesprekskaarten")) << "the parts of the evening to choose from";
    EXPECT_EQ(leads.post(page, page, {{"onderdeel", "kaarten"}, {"woorden", "Tien minuten langer"}}).status, 303);
    EXPECT_EQ(leads.post(page, page, {{"onderdeel", ""}, {"woorden", "Meer koffie"}}).status, 303);
    auto desk = house.as(coordinator);
    EXPECT_TRUE(desk.get("/programma").says("‘Gesprekskaarten’: Tien minuten langer (Groep)"));
    EXPECT_TRUE(desk.get("/programma").says("Hele avond: Meer koffie (Groep)"));
    auto const form = desk.get("/programma/avond/1");
    EXPECT_TRUE(form.says("Wat is nu verwerkt?"));
    auto const id = house.program->data().read(house.scope())->one<std::string>("select id from improvements where part = 'kaarten'").value_or("");
    ASSERT_NE(id, "");
    EXPECT_EQ(desk.post("/programma/avond/1", "/programma/avond/1", {{"versie", "1"}, {"naam-0", "ontvangst"}, {"titel-0", "Soep"}, {"minuten-0", "45"}, {"soort-0", "kennismaken"}, {"naam-1", "kaarten"}, {"titel-1", "Gesprekskaarten"}, {"minuten-1", "105"}, {"soort-1", "training"}, {"verwerkt", id}}).status, 303);
    auto const now = desk.get("/programma");
    EXPECT_TRUE(now.says("Dit wilden trainers, en is verwerkt:"));
    EXPECT_TRUE(now.says("gaat van 30 naar 105 minuten"));
    EXPECT_TRUE(now.says("Meer koffie")) << "this one still waits";
    EXPECT_TRUE(leads.get(page).says("verwerkt in versie 2"));
    EXPECT_FALSE(desk.get("/programma/avond/1").says("Tien minuten langer"));
    // taken up without a change of the programme itself
    auto const other = house.program->data().read(house.scope())->one<std::string>("select id from improvements where part = ''").value_or("");
    EXPECT_EQ(desk.post("/programma/avond/1", "/programma/avond/1", {{"versie", "2"}, {"naam-0", "ontvangst"}, {"titel-0", "Soep"}, {"minuten-0", "45"}, {"soort-0", "kennismaken"}, {"naam-1", "kaarten"}, {"titel-1", "Gesprekskaarten"}, {"minuten-1", "105"}, {"soort-1", "training"}, {"verwerkt", other}}).status, 303);
    EXPECT_TRUE(desk.get("/programma").says("Dit is versie 2."));
    EXPECT_EQ(count("select count(*) from improvements where taken_up_in = 2"), 2);
}

TEST_P(LookingBack, CatchingUpIsMailedCalledOffAndCanBeCorrected) {
    house.clock.pass(std::chrono::hours{24 * 21});
    attend(training::Presence::absent);
    std::optional<world::Visitor> leads{house.as(trainer)};
    auto const page = "/trainingen/groep/inhalen/2";
    EXPECT_TRUE(leads->get(page).says("nog niets afgesproken"));
    EXPECT_TRUE(house.as(coordinator).get("/vandaag").says("Miste een avond: laat inhalen"));
    auto appointment = [&](char const* kind, visit::PersonId const& who) {
        auto const on = base::later(base::local_date(house.clock.now()), 2);
        return leads->post(page, page, {{"soort", kind}, {"persoon", who.value()}, {"dag_dag", std::to_string(static_cast<unsigned>(on.day()))}, {"dag_maand", std::to_string(static_cast<unsigned>(on.month()))}, {"dag_jaar", std::to_string(static_cast<int>(on.year()))}, {"tijd", "20.00"}, {"duur", "60"}, {"plaats", "https://praten.test/x"}}).status;
    };
    EXPECT_EQ(appointment("together", group[1]), 422) << "who was there has nothing to catch up";
    house.mails.clear();
    EXPECT_EQ(appointment("together", group[0]), 303);
    work();
    ASSERT_EQ(house.mails.size(), 1U);
    EXPECT_EQ(house.mails[0].calendar_method, "REQUEST");
    EXPECT_EQ(house.mails[0].text.find("inhalen"), std::string::npos);
    EXPECT_TRUE(house.as(group[0]).get("/mijn/training").says("Je haalt avond 2 in"));
    EXPECT_TRUE(house.as(coordinator).get("/vandaag").says("er is een afspraak om in te halen"));
    auto const first = leads->get(page).hidden("afspraak");
    EXPECT_EQ(leads->post(page, page + std::string{"/wie-er-was"}, {{"afspraak", first}, {"p-" + first + "-" + group[0].value(), "ja"}}).status, 404) << "it has not been yet";
    house.mails.clear();
    EXPECT_EQ(leads->post(page, page + std::string{"/afzeggen"}, {{"afspraak", first}}).status, 303);
    work();
    ASSERT_EQ(house.mails.size(), 1U);
    EXPECT_EQ(house.mails[0].calendar_method, "CANCEL");
    EXPECT_EQ(appointment("together", group[0]), 303);
    house.clock.pass(std::chrono::hours{24 * 3});
    leads.emplace(house.as(trainer));
    EXPECT_TRUE(house.as(coordinator).get("/vandaag").says("Inhalen van avond 2: vul in wie er was"));
    auto const second = leads->get(page).hidden("afspraak");
    auto was_there = [&](char const* said) { return leads->post(page, page + std::string{"/wie-er-was"}, {{"afspraak", second}, {"p-" + second + "-" + group[0].value(), said}}).status; };
    EXPECT_EQ(was_there("ja"), 303);
    EXPECT_EQ(count("select count(*) from attendances where presence = 'caught_up_online'"), 1);
    EXPECT_EQ(count("select count(*) from jobs where kind = 'assessment.ask'"), 1) << "and the questionnaire is asked for";
    EXPECT_EQ(was_there("nee"), 303);
    EXPECT_EQ(count("select count(*) from attendances where presence = 'caught_up_online'"), 0) << "a mistake is corrected";
    EXPECT_EQ(count("select count(*) from attendances where presence = 'absent'"), 1);
    auto const refused = leads->post(page, page + std::string{"/dias"}, {{"link", "http://onveilig.test"}});
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(refused.says("link-fout"));
    EXPECT_TRUE(refused.says("http://onveilig.test")) << "what was typed stands there still";
    EXPECT_EQ(leads->post(page, page + std::string{"/dias"}, {{"link", "https://dias.test/2"}}).status, 303);
    EXPECT_TRUE(house.as(group[1]).get("/mijn/training").says("https://dias.test/2"));
    EXPECT_EQ(house.as(other_trainer).get(page).status, 404);
}

TEST_P(LookingBack, ADecisionHasADayAReasonAndAPlaceOnTheWay) {
    auto desk = house.as(coordinator);
    auto const page = "/buddys/" + group[0].value();
    auto const today = base::local_date(house.clock.now());
    EXPECT_EQ(desk.post(page, page + "/besluit", {{"besluit", "stops"}}).status, 422) << "on which day was it talked about";
    EXPECT_EQ(desk.post(page, page + "/besluit", day(base::later(today, 1), {{"besluit", "stops"}})).status, 422) << "a talk still to come";
    house.mails.clear();
    EXPECT_EQ(desk.post(page, page + "/besluit", day(today, {{"besluit", "stops"}, {"reden", "time"}})).status, 303);
    work();
    EXPECT_TRUE(desk.get(page).says("tijdens de training"));
    EXPECT_TRUE(desk.get(page).says("geen tijd"));
    EXPECT_EQ(count("select count(*) from readiness where exit_point = 2 and reason = 'time'"), 1);
    EXPECT_EQ(std::count_if(house.mails.begin(), house.mails.end(), [](auto const& mail) { return mail.calendar_method == "CANCEL"; }), 2) << "both evenings are called off";
    EXPECT_FALSE(desk.get("/vandaag").says("Buddy 1")) << "nobody is asked to invite someone who stopped";
    EXPECT_FALSE(desk.get("/trainingen/groep").says("Buddy 1"));
    // not yet, with a reason that the buddy reads
    auto const other = "/buddys/" + group[1].value();
    EXPECT_EQ(desk.post(other, other + "/besluit", day(today, {{"besluit", "not_yet"}, {"reden", "personal"}})).status, 303);
    auto const own = house.as(group[1]).get("/mijn/training");
    EXPECT_TRUE(own.says("nu nog niet"));
    EXPECT_TRUE(own.says("persoonlijk"));
}

TEST_P(LookingBack, ABuddyStopsAtAnyMomentButNotOverTheHeadOfAParent) {
    house.clock.pass(std::chrono::hours{24 * 21});
    attend(training::Presence::present);
    auto desk = house.as(coordinator);
    auto const today = base::local_date(house.clock.now());
    for (auto const& person : group) EXPECT_EQ(desk.post("/buddys/" + person.value(), "/buddys/" + person.value() + "/besluit", day(today, {{"besluit", "goes_on"}})).status, 303);
    auto const parent = house.person(house.here, "Vera Ouder", {Role::asking_parent});
    write([&](db::Write& tx) {
        for (auto const* id : {"een", "twee"}) tx.run("insert into help_requests (id, partnership, person, kind, channel, situations, ways, languages, own_words, when_words, asked_at, short_text, text_approved_at, version) values (:id, :partnership, :person, 'buddy', 'poster', '', '', '', '', '', :now, '', :now, 1)", std::string{id}, house.here, parent, house.clock.now());
        auto const proposal = base::new_id<matching::Proposal>(house.random);
        ASSERT_TRUE(matching::propose(tx, proposal, help_request::HelpRequestId{"een"}, group[0], "", coordinator, house.clock.now()));
        matching::answer_as_buddy(tx, proposal, group[0], matching::Answer::yes, house.clock.now());
        matching::answer_as_parent(tx, proposal, matching::Answer::yes, house.clock.now());
        ASSERT_TRUE(matching::begin(tx, matching::MatchId{"koppeling"}, *matching::find_proposal(tx, proposal), parent, matching::Gives::phone, matching::Gives::phone, 1, house.clock.now()));
        ASSERT_TRUE(matching::propose(tx, matching::ProposalId{"open"}, help_request::HelpRequestId{"twee"}, group[1], "", coordinator, house.clock.now()));
        ASSERT_TRUE(matching::answer_as_buddy(tx, matching::ProposalId{"open"}, group[1], matching::Answer::yes, house.clock.now()));
    });
    EXPECT_EQ(desk.post("/buddys/" + group[2].value(), "/buddys/" + group[2].value() + "/besluit", day(today, {{"besluit", "stops"}})).status, 422) << "who goes on stops on a page that looks at matches";
    EXPECT_TRUE(house.as(group[0]).get("/mijn/stoppen").says("Je staat nu naast een ouder"));
    EXPECT_EQ(house.as(group[0]).post("/mijn", "/mijn/stoppen", {}).status, 422);
    EXPECT_TRUE(desk.get("/buddys/" + group[0].value() + "/stoppen").says("Rond die eerst af"));
    EXPECT_EQ(desk.post("/trainingen", "/buddys/" + group[0].value() + "/stoppen", day(today)).status, 422);
    // by oneself, with an open proposal
    auto second = house.as(group[1]);
    EXPECT_EQ(second.post("/mijn/stoppen", "/mijn/stoppen", {{"reden", ""}}).status, 303);
    EXPECT_EQ(count("select count(*) from proposals where id = 'open' and ended_at is not null"), 1) << "also one to which the buddy had said yes";
    EXPECT_EQ(house.as(parent).post("/mijn/voorstel", "/mijn/voorstel", {{"geeft", "phone"}}).status, 303);
    EXPECT_EQ(count("select count(*) from matches"), 1) << "nobody is coupled to who stopped";
    EXPECT_EQ(count("select count(*) from readiness where exit_point = 3"), 1);
    EXPECT_FALSE(second.get("/mijn").says("/mijn/ouders"));
    // with the coordinator
    auto const third = "/buddys/" + group[2].value();
    EXPECT_EQ(desk.post(third + "/stoppen", third + "/stoppen", day(today, {{"reden", "not_fitting"}})).status, 303);
    EXPECT_TRUE(desk.get(third).says("het past toch niet"));
    EXPECT_EQ(count("select count(*) from person_roles where role = 'buddy' and until is null"), 1);
    // a year later who stopped is erased; who stands beside a parent is not
    house.clock.pass(std::chrono::hours{24 * 366});
    work();
    auto named = [&](visit::PersonId const& person) { return !people::name_of(*house.program->data().read(house.scope()), house.program->keys(), person).empty() && house.program->keys().has(person); };
    EXPECT_FALSE(named(group[1]));
    EXPECT_FALSE(named(group[2]));
    EXPECT_TRUE(named(group[0]));
    EXPECT_TRUE(named(parent));
}

TEST_P(LookingBack, WhoLeavesAGroupLeavesNothingBehindInIt) {
    auto const address = base::new_id<training::PackAddress>(house.random);
    training::make_address_key(house.program->keys(), address);
    write([&](db::Write& tx) {
        training::keep_pack(tx, edition, "Een kaart", house.clock.now());
        training::ask_addresses(tx, edition, house.clock.now());
        training::give_address(tx, house.program->keys(), address, edition, group[0], {"Buddy 1", "Straat 1", "4201 AB", "Wiel"}, house.clock.now());
    });
    house.clock.pass(std::chrono::hours{24 * 3});
    write([&](db::Write& tx) {
        auto const first = training::evenings_of(tx, edition)[0].id;
        for (auto const& person : {group[0], group[1]}) training::record_attendance(tx, first, person, training::Presence::absent, coordinator, house.clock.now());
        training::add_catch_up(tx, training::CatchUpId{"samen"}, first, {training::CatchUpKind::together, house.clock.now() + std::chrono::hours{48}, 60, "Online"}, {group[0], group[1]}, trainer, house.clock.now());
        training::add_catch_up(tx, training::CatchUpId{"alleen"}, first, {training::CatchUpKind::alone, house.clock.now() + std::chrono::hours{50}, 60, "Online"}, {group[0]}, trainer, house.clock.now());
    });
    house.mails.clear();
    EXPECT_EQ(house.as(coordinator).post("/trainingen/groep", "/trainingen/groep/vertrek", {{"vertrekt", group[0].value()}}).status, 303);
    work();
    std::size_t off = 0;
    for (auto const& mail : house.mails) {
        EXPECT_EQ(mail.to, house.mails.front().to) << "only who left hears it";
        off += mail.calendar_method == "CANCEL";
    }
    EXPECT_EQ(off, 3U) << "the second evening and both appointments";
    EXPECT_EQ(count("select count(*) from catch_ups where cancelled_at is null"), 1) << "the other still comes";
    EXPECT_EQ(count("select count(*) from pack_addresses"), 0);
    EXPECT_FALSE(house.program->keys().has(visit::PersonId{address.value()}));
}

TEST_P(LookingBack, WhoStopsAndIsErasedDoesNotBreakTheRanking) {
    house.clock.pass(std::chrono::hours{24 * 21});
    attend(training::Presence::present);
    auto const today = base::local_date(house.clock.now());
    EXPECT_EQ(house.as(coordinator).post("/buddys/" + group[0].value(), "/buddys/" + group[0].value() + "/besluit", day(today, {{"besluit", "goes_on"}})).status, 303);
    auto const parent = house.person(house.here, "Vera Ouder", {Role::asking_parent});
    write([&](db::Write& tx) {
        tx.run("insert into help_requests (id, partnership, person, kind, channel, situations, ways, languages, own_words, when_words, asked_at, short_text, text_approved_at, version) values ('een', :partnership, :person, 'buddy', 'poster', '', '', '', '', '', :now, '', :now, 1)", house.here, parent, house.clock.now());
        people::end_role(tx, group[0], Role::buddy, house.clock.now());
    });
    EXPECT_EQ(house.as(coordinator).get("/hulpvragen/een/buddys").status, 200);
}

} // namespace
