// After the outcome, through pages: withdrawing, an objection, "not yet" on its day, learning points, the VOG, the agreement, and keeping in touch.
#include "account/store_accounts.h"
#include "agreement/store_agreement.h"
#include "intake/store_learning_point.h"
#include "keep_warm/store_message.h"
#include "tests/world/world.h"
#include "training/store_edition.h"

namespace {
using intake::Advice;
using visit::Role;

class AfterOutcome : public world::InHouse {
protected:
    visit::PersonId coordinator = house.person(house.here, "Ineke Vos", {Role::coordinator});
    visit::PersonId candidate = house.person(house.here, "Noor van Dijk", {Role::candidate});
    recruitment::SignUpId sign_up = base::new_id<recruitment::SignUp>(house.random);
    intake::InterviewId talk = base::new_id<intake::Interview>(house.random);

    AfterOutcome() {
        write([&](db::Write& tx) {
            tx.run("insert into sign_ups (id, partnership, person, channel, channel_note, motive, signed_up_at, confirmed_at, version) values (:id, :partnership, :person, 'poster', '', '', :now, :now, 1)", sign_up, house.here, candidate, house.clock.now());
            intake::add(tx, talk, sign_up, candidate, {house.clock.now(), 45, intake::Way::online, ""}, coordinator, house.clock.now());
            intake::keep_notes(tx, house.program->keys(), *intake::find(tx, talk), "motivatie=Zeisgeheim", house.clock.now());
        });
    }
    void write(std::function<void(db::Write&)> const& work) { house.program->data().write(house.scope(), work); }
    std::unique_ptr<db::Read> read() { return house.program->data().read(house.scope()); }
    void outcome(Advice advice, bool discussed = true, std::optional<base::Date> again = {}) {
        write([&](db::Write& tx) { intake::add_outcome(tx, house.program->keys(), base::new_id<intake::Outcome>(house.random), *intake::find(tx, talk), {advice, "Zo besloten we samen.", again, discussed ? std::optional{base::local_date(house.clock.now())} : std::nullopt}, coordinator, house.clock.now()); });
    }
    training::EditionId edition(visit::PersonId const& trainer, int days_ahead = 7) {
        auto id = base::new_id<training::Edition>(house.random);
        auto const first = house.clock.now() + std::chrono::hours{24 * days_ahead};
        write([&](db::Write& tx) {
            training::add_edition(tx, house.random, id, {"Voorjaar", "Wijkcentrum", {first, first + std::chrono::hours{24 * 21}}}, coordinator, house.clock.now());
            training::add_to_edition(tx, id, trainer, "trainer", house.clock.now());
            training::add_to_edition(tx, id, candidate, "participant", house.clock.now());
        });
        return id;
    }
    void work() {
        while (house.program->run_jobs() > 0) {}
    }
    void days_later(int days) {
        house.clock.pass(std::chrono::hours{24 * days});
        house.program->go_round();
        work();
    }
    std::string address(char const* more = "") const { return "/gesprekken/" + talk.value() + more; }
};
ON_BOTH_DATABASES(AfterOutcome);

TEST_P(AfterOutcome, ACandidateWithdrawsOnTheOwnPageAndWhatWasPlannedGoesOff) {
    auto trainer = house.person(house.here, "Tina Trainer", {Role::trainer});
    outcome(Advice::may_go_on);
    auto group = edition(trainer);
    auto next = base::new_id<intake::Interview>(house.random);
    write([&](db::Write& tx) { intake::add(tx, next, sign_up, candidate, {house.clock.now() + std::chrono::hours{50}, 45, intake::Way::phone, ""}, coordinator, house.clock.now()); });
    auto own = house.as(candidate);
    EXPECT_TRUE(own.get("/mijn/aanmelding").says("acht weken later")) << "read beforehand";
    auto page = own.get("/mijn/aanmelding/terugtrekken");
    EXPECT_TRUE(page.says("18 januari 2027")) << "the day of erasing";
    EXPECT_EQ(own.post("/mijn/aanmelding/terugtrekken", "/mijn/aanmelding/terugtrekken", {{"reden", "no_time"}}).location, "/mijn");
    work();
    EXPECT_EQ(own.get("/mijn/aanmelding").status, 404) << "the role ends at once";
    auto desk = house.as(coordinator);
    auto seen = desk.get("/aanmeldingen/" + sign_up.value());
    EXPECT_TRUE(seen.says("geen tijd"));
    EXPECT_TRUE(seen.says("18 januari 2027"));
    EXPECT_FALSE(desk.get("/vandaag").says("Noor van Dijk"));
    EXPECT_TRUE(intake::find(*read(), next)->cancelled_at);
    EXPECT_TRUE(training::people_of(*read(), group, "participant").empty());
    int cancelled = 0;
    for (auto const& mail : house.mails) {
        cancelled += mail.calendar_method == "CANCEL";
        for (auto const* word : {"buddy", "training", "gesprek", "terug"}) EXPECT_EQ(mail.subject.find(word), std::string::npos);
    }
    EXPECT_EQ(cancelled, 3) << "a talk and two evenings";
}

TEST_P(AfterOutcome, WithdrawingByTheLinkNeedsNoReason) {
    std::string token;
    write([&](db::Write& tx) { token = account::add_action_link(tx, house.random, "sign_up", sign_up.value(), candidate, house.clock.now(), house.clock.now() + std::chrono::hours{1}); });
    auto stranger = house.stranger();
    auto const link = "/aanmelding/" + token;
    EXPECT_EQ(stranger.post(link + "/terugtrekken", link + "/terugtrekken", {}).location, link);
    EXPECT_TRUE(stranger.get(link).says("is gestopt"));
    auto entry = recruitment::find_own(*read(), candidate);
    EXPECT_EQ(entry->end_reason, recruitment::EndReason::withdrawn);
    EXPECT_FALSE(entry->withdrawn_because);
    EXPECT_EQ(stranger.get(link + "/terugtrekken").location, link) << "no second time";
}

TEST_P(AfterOutcome, AnObjectionLeadsToASecondTalkWithSomeoneElseAndANewOutcome) {
    outcome(Advice::advised_against);
    auto own = house.as(candidate);
    auto wrong = own.post("/mijn/aanmelding", "/mijn/aanmelding", {{"toelichting", "Blijft staan"}});
    EXPECT_EQ(wrong.status, 422);
    EXPECT_TRUE(wrong.says("Blijft staan"));
    EXPECT_EQ(own.post("/mijn/aanmelding", "/mijn/aanmelding", {{"antwoord", "objects"}, {"anders", "ja"}, {"toelichting", "Ik zie het anders."}}).status, 303);
    EXPECT_TRUE(own.get("/mijn/aanmelding").says("met iemand anders"));
    auto desk = house.as(coordinator);
    EXPECT_TRUE(desk.get("/vandaag").says("tweede gesprek, met iemand anders"));
    auto page = desk.get(address());
    EXPECT_TRUE(page.says("Ik zie het anders."));
    EXPECT_TRUE(page.says("liever met iemand anders"));
    auto deputy = house.as(house.person(house.here, "Dora Deputy", {Role::coordinator}));
    auto const plan = "/aanmeldingen/" + sign_up.value() + "/gesprek";
    auto planned = deputy.post(plan, plan, {{"dag_dag", "1"}, {"dag_maand", "12"}, {"dag_jaar", "2026"}, {"tijd", "20.00"}, {"duur", "45"}, {"manier", "phone"}});
    ASSERT_EQ(planned.status, 303);
    auto today = desk.get("/vandaag");
    EXPECT_FALSE(today.says("Bezwaar")) << "the second talk has taken its place";
    EXPECT_TRUE(today.says("Kennismakingsgesprek staat gepland"));
    EXPECT_TRUE(own.get("/mijn/aanmelding").says("1 december 2026")) << "the candidate reads when";
    auto second = desk.get(planned.location);
    EXPECT_TRUE(second.says("Eerdere uitkomst"));
    EXPECT_TRUE(second.says("Leg uitkomst vast"));
    EXPECT_TRUE(second.says("Gesprek verzetten"));
    days_later(9);
    auto later_desk = house.as(coordinator), later_own = house.as(candidate);
    EXPECT_TRUE(later_desk.get("/vandaag").says("leg de uitkomst vast"));
    EXPECT_EQ(later_desk.post(planned.location + "/uitkomst", planned.location + "/uitkomst", {{"advies", "may_go_on"}, {"woorden", "Toch samen verder."}, {"besproken_dag", "2"}, {"besproken_maand", "12"}, {"besproken_jaar", "2026"}}).status, 303);
    EXPECT_TRUE(later_own.get("/mijn/aanmelding").says("Toch samen verder."));
    EXPECT_TRUE(later_desk.get("/vandaag").says("Kan door: nodig uit voor een training"));
    EXPECT_TRUE(later_desk.get(address()).says("Latere uitkomst"));
}

TEST_P(AfterOutcome, NotYetComesBackOnItsDayWhenTheCandidateSaidYesToBeingKept) {
    outcome(Advice::not_yet, true, base::later(base::local_date(house.clock.now()), 90));
    auto own = house.as(candidate);
    EXPECT_TRUE(own.get("/mijn/aanmelding").says("18 januari 2027")) << "without a yes: eight weeks";
    EXPECT_TRUE(house.as(coordinator).get(address()).says("Dat is voor u weer praat"));
    EXPECT_EQ(own.post("/mijn/aanmelding", "/mijn/aanmelding/bewaren", {{"bewaren", "ja"}}).status, 303);
    EXPECT_TRUE(own.get("/mijn/aanmelding").says("18 april 2027")) << "with it: eight weeks after that day";
    EXPECT_TRUE(own.get("/mijn-gegevens").says("mijn aanmelding langer bewaren"));
    days_later(89);
    EXPECT_FALSE(house.as(coordinator).get("/vandaag").says("Afgesproken om weer te praten"));
    days_later(1);
    EXPECT_TRUE(house.as(coordinator).get("/vandaag").says("Afgesproken om weer te praten"));
    EXPECT_TRUE(house.as(coordinator).get(address()).says("Plan een nieuw gesprek"));
    auto again = house.as(candidate);
    EXPECT_EQ(again.post("/mijn/aanmelding", "/mijn/aanmelding/bewaren", {{"bewaren", "nee"}}).status, 303) << "taken back at any moment";
    days_later(1);
    EXPECT_FALSE(people::find_person(*read(), house.program->keys(), candidate)) << "and then the eight weeks are over";
}

TEST_P(AfterOutcome, AnOutcomeThatWasNotDiscussedIsNotToldByItsTerm) {
    outcome(Advice::practical, false);
    auto page = house.as(candidate).get("/mijn/aanmelding");
    EXPECT_FALSE(page.says("praktische redenen"));
    EXPECT_FALSE(page.says("18 januari 2027"));
    EXPECT_TRUE(page.says("acht weken"));
}

TEST_P(AfterOutcome, ALearningPointReachesTheTrainersOfTheGroupOnlyAfterAYesAndNotAfterANo) {
    auto trainer = house.person(house.here, "Tina Trainer", {Role::trainer}), other = house.person(house.here, "Otto Trainer", {Role::trainer});
    auto group = edition(trainer), elsewhere = edition(other);
    write([&](db::Write& tx) { training::leave_edition(tx, elsewhere, candidate, house.clock.now()); });
    auto desk = house.as(coordinator), own = house.as(candidate), leads = house.as(trainer), leads_other = house.as(other);
    auto const shown = "/trainingen/" + group.value() + "/leerpunten";
    outcome(Advice::may_go_on, false);
    EXPECT_EQ(desk.post(address("/leerpunten"), address("/leerpunten"), {{"leerpunt", "Kanarievogel"}}).status, 404) << "not before both talked about the outcome";
    outcome(Advice::may_go_on);
    EXPECT_EQ(desk.post(address("/leerpunten"), address("/leerpunten"), {{"leerpunt", ""}}).status, 422);
    EXPECT_EQ(desk.post(address("/leerpunten"), address("/leerpunten"), {{"leerpunt", "Kanarievogel"}}).status, 303);
    EXPECT_EQ(desk.post(address("/leerpunten"), address("/leerpunten"), {{"leerpunt", "Roodborstje"}}).status, 303);
    work();
    EXPECT_EQ(house.mails.back().subject, "Een bericht voor u");
    EXPECT_FALSE(leads.get(shown).says("Kanarievogel")) << "nothing without a yes";
    auto points = intake::points_of(*read(), candidate);
    ASSERT_EQ(points.size(), 2U);
    auto const first = own.get("/mijn/leerpunten").body.find("Kanarievogel") < own.get("/mijn/leerpunten").body.find("Roodborstje") ? points[0] : points[1];
    std::string const its = "/mijn/leerpunten/" + first.id.value();
    EXPECT_EQ(own.post("/mijn/leerpunten", its, {{"antwoord", "yes"}}).status, 303);
    auto page = leads.get(shown);
    EXPECT_TRUE(page.says("Noor van Dijk"));
    EXPECT_TRUE(page.says("Kanarievogel"));
    EXPECT_FALSE(page.says("Roodborstje")) << "per item";
    EXPECT_FALSE(page.says("Zeisgeheim")) << "never anything else of the talk";
    EXPECT_TRUE(leads.get("/trainingen/" + group.value()).says("Leerpunten van deelnemers"));
    EXPECT_FALSE(leads.get("/trainingen/" + group.value()).says("Kanarievogel")) << "not on the page that stands on the wall";
    EXPECT_EQ(leads_other.get(shown).status, 404);
    EXPECT_EQ(desk.get(shown).status, 404) << "the coordinator reads it beside the interview";
    EXPECT_EQ(leads_other.get("/trainingen/" + elsewhere.value() + "/leerpunten").status, 200);
    EXPECT_FALSE(leads_other.get("/trainingen/" + elsewhere.value() + "/leerpunten").says("Kanarievogel"));
    EXPECT_TRUE(own.get("/mijn-gegevens/wie-keek").says("Tina Trainer"));
    auto stranger = house.as(house.person(house.here, "Wil Anders", {Role::candidate}));
    EXPECT_EQ(stranger.post("/mijn/leerpunten", its, {{"antwoord", "yes"}}).status, 404);
    EXPECT_EQ(own.post("/mijn/leerpunten", its, {{"antwoord", "no"}}).status, 303);
    EXPECT_FALSE(leads.get(shown).says("Kanarievogel")) << "taken back at once";
    EXPECT_TRUE(own.get("/mijn-gegevens").says("Ingetrokken: mijn leerpunt mag naar de trainers"));
    own.post("/mijn/leerpunten", its, {{"antwoord", "yes"}});
    EXPECT_TRUE(leads.get(shown).says("Kanarievogel"));
    EXPECT_EQ(desk.post(address("/leerpunten"), "/leerpunten/" + first.id.value() + "/wissen", {}).status, 303);
    EXPECT_FALSE(leads.get(shown).says("Kanarievogel"));
    EXPECT_FALSE(own.get("/mijn/leerpunten").says("Kanarievogel"));
}

TEST_P(AfterOutcome, LearningPointsAreGoneEightWeeksAfterTheLastEvening) {
    auto trainer = house.person(house.here, "Tina Trainer", {Role::trainer});
    outcome(Advice::may_go_on);
    auto group = edition(trainer, -100);
    auto desk = house.as(coordinator), own = house.as(candidate);
    desk.post(address("/leerpunten"), address("/leerpunten"), {{"leerpunt", "Kanarievogel"}});
    own.post("/mijn/leerpunten", "/mijn/leerpunten/" + intake::points_of(*read(), candidate).front().id.value(), {{"antwoord", "yes"}});
    auto page = house.as(trainer).get("/trainingen/" + group.value() + "/leerpunten");
    EXPECT_EQ(page.status, 200);
    EXPECT_FALSE(page.says("Kanarievogel"));
}

TEST_P(AfterOutcome, AVogIsAskedSeenAndSeenAgainAfterThreeYears) {
    outcome(Advice::may_go_on);
    write([&](db::Write& tx) {
        auto its = people::find_partnership(tx, house.here);
        its->vog_required = true;
        people::change_partnership(tx, *its);
        training::decide(tx, candidate, training::Decision::goes_on, base::local_date(house.clock.now()), coordinator, house.clock.now());
        people::give_role(tx, candidate, Role::buddy, false, coordinator.value(), coordinator.value(), house.clock.now());
    });
    auto const page = "/buddys/" + candidate.value();
    EXPECT_TRUE(house.as(coordinator).get("/vandaag").says("Vraag om een VOG"));
    EXPECT_EQ(house.as(coordinator).post(page, page + "/vog-gevraagd", {}).status, 303);
    EXPECT_TRUE(house.as(coordinator).get("/vandaag").says("VOG gevraagd en nog niet gezien"));
    house.clock.pass(std::chrono::hours{24 * 5});
    EXPECT_EQ(house.as(coordinator).post(page, page + "/vog", {}).status, 303);
    EXPECT_TRUE(house.as(coordinator).get(page).says("Gezien door"));
    EXPECT_TRUE(house.as(coordinator).get(page).says("28 november 2029"));
    EXPECT_FALSE(house.as(coordinator).get("/vandaag").says("VOG"));
    house.clock.pass(std::chrono::hours{24 * (3 * 365 - 20)});
    EXPECT_TRUE(house.as(coordinator).get("/vandaag").says("laat een nieuwe zien"));
    EXPECT_EQ(house.as(coordinator).post(page, page + "/vog", {}).status, 303);
    EXPECT_FALSE(house.as(coordinator).get("/vandaag").says("laat een nieuwe zien"));
    EXPECT_EQ(house.as(house.person(house.here, "Tina Trainer", {Role::trainer})).get(page).status, 404);
}

TEST_P(AfterOutcome, TheAgreementIsAcceptedPerVersionAndHoldsUpNoMatch) {
    outcome(Advice::may_go_on);
    write([&](db::Write& tx) { people::give_role(tx, candidate, Role::buddy, false, "", "", house.clock.now()); });
    auto own = house.as(candidate), desk = house.as(coordinator);
    EXPECT_TRUE(own.get("/mijn").says("lees en geef akkoord"));
    EXPECT_TRUE(desk.get("/buddys/" + candidate.value()).says("Gaf nog geen akkoord"));
    EXPECT_EQ(own.post("/mijn/afspraken", "/mijn/afspraken", {{"versie", "0"}}).status, 303);
    EXPECT_TRUE(own.get("/mijn/afspraken").says("Je gaf akkoord op 23 november 2026"));
    EXPECT_FALSE(own.get("/mijn").says("lees en geef akkoord"));
    EXPECT_TRUE(desk.get("/buddys/" + candidate.value()).says("Akkoord op versie 0"));
    EXPECT_EQ(desk.post("/afspraken", "/afspraken", {{"tekst", ""}, {"versie", "0"}}).status, 422);
    EXPECT_EQ(desk.post("/afspraken", "/afspraken", {{"tekst", "Bellen voor negen uur mag niet.\n\nDe sleutel blijft hier."}, {"versie", "0"}}).status, 303);
    EXPECT_EQ(desk.post("/afspraken", "/afspraken", {{"tekst", "Een ander was net ook bezig."}, {"versie", "0"}}).status, 422) << "nothing is written over";
    work();
    EXPECT_EQ(house.mails.back().subject, "Een bericht voor u");
    auto page = own.get("/mijn/afspraken");
    EXPECT_TRUE(page.says("Bellen voor negen uur mag niet."));
    EXPECT_TRUE(page.says("Daarna is de tekst veranderd"));
    own.post("/mijn/afspraken", "/mijn/afspraken", {{"versie", "0"}});
    EXPECT_EQ(agreement::accepted_by(*read(), candidate)->version, 0) << "what was not on the screen is not accepted";
    own.post("/mijn/afspraken", "/mijn/afspraken", {{"versie", "1"}});
    EXPECT_EQ(agreement::accepted_by(*read(), candidate)->version, 1);
    EXPECT_TRUE(desk.get("/afspraken").says("1 van 1"));
}

TEST_P(AfterOutcome, WhoWaitsIsWrittenToWithTheRealStepsAndNothingInTheMail) {
    outcome(Advice::may_go_on);
    auto const reader = "/berichten/" + candidate.value();
    days_later(20);
    EXPECT_FALSE(house.as(coordinator).get("/vandaag").says("schrijf even"));
    days_later(1);
    auto desk = house.as(coordinator);
    EXPECT_TRUE(desk.get("/vandaag").says("schrijf even"));
    auto form = desk.get(reader);
    EXPECT_TRUE(form.says("23 november 2026: kennismakingsgesprek"));
    EXPECT_TRUE(form.says("uitkomst besproken"));
    for (auto const* secret : {"Zeisgeheim", "Zo besloten we"}) EXPECT_FALSE(form.says(secret)) << "never from confidential text";
    EXPECT_EQ(desk.post(reader, reader, {{"bericht", ""}}).status, 422);
    EXPECT_EQ(desk.post(reader, reader, {{"bericht", "Dag Noor, de trainer plant een avond. Kanariegeel."}}).status, 303);
    work();
    ASSERT_FALSE(house.mails.empty());
    EXPECT_EQ(house.mails.back().to, "noorvandijk@voorbeeld.test");
    EXPECT_EQ(house.mails.back().text.find("Kanariegeel"), std::string::npos);
    EXPECT_EQ(house.mails.back().subject, "Een bericht voor u");
    EXPECT_TRUE(house.as(candidate).get("/mijn/berichten").says("Kanariegeel"));
    EXPECT_FALSE(house.as(house.person(house.here, "Wil Anders", {Role::candidate})).get("/mijn/berichten").says("Kanariegeel"));
    EXPECT_FALSE(desk.get("/vandaag").says("schrijf even"));
    EXPECT_TRUE(desk.get(reader).says("Er is nog geen nieuwe stap") || desk.get(reader).says("nog geen nieuwe stap"));
    EXPECT_EQ(house.as(house.person(house.here, "Tina Trainer", {Role::trainer})).get(reader).status, 404);
}

TEST_P(AfterOutcome, WhenNobodyWritesAMessageGoesByItselfAWeekLateAndAfterEightWeeksTheRowSaysCall) {
    outcome(Advice::may_go_on);
    auto sent = [&] { return keep_warm::messages_to(*read(), candidate).size(); };
    days_later(34);
    EXPECT_EQ(sent(), 0U);
    days_later(1);
    EXPECT_EQ(sent(), 1U);
    EXPECT_TRUE(house.as(candidate).get("/mijn/berichten").says("ging vanzelf"));
    days_later(0);
    EXPECT_EQ(sent(), 1U) << "once";
    days_later(21);
    EXPECT_TRUE(house.as(coordinator).get("/vandaag").says("bel en bied iets anders"));
    auto const reader = "/berichten/" + candidate.value();
    EXPECT_EQ(house.as(coordinator).post(reader, reader + "/gebeld", {}).status, 303);
    EXPECT_FALSE(house.as(coordinator).get("/vandaag").says("bel en bied iets anders"));
    days_later(366);
    EXPECT_LE(sent(), 12U);
    for (auto const& message : keep_warm::messages_to(*read(), candidate)) EXPECT_LT(house.clock.now() - message.sent_at, std::chrono::hours{24 * 365});
}

TEST_P(AfterOutcome, WhoDoesNotGoOnIsNotWrittenTo) {
    outcome(Advice::not_yet, true, base::later(base::local_date(house.clock.now()), 200));
    days_later(40);
    EXPECT_FALSE(house.as(coordinator).get("/vandaag").says("schrijf even"));
    EXPECT_TRUE(keep_warm::messages_to(*read(), candidate).empty());
}

} // namespace
