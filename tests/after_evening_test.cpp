// After an evening: tips and tops without a name, what trainers change, a missed part that is let go with a reason, and the proof of participation.
#include "intake/store_interview.h"
#include "tests/world/world.h"
#include "training/store_completion.h"
#include "training/store_tips.h"

namespace {
using visit::Role;

class AfterEvening : public world::InHouse {
protected:
    visit::PersonId coordinator = house.person(house.here, "Ineke Vos", {Role::coordinator});
    visit::PersonId trainer = house.person(house.here, "Rachid Amrani", {Role::trainer});
    visit::PersonId other_trainer = house.person(house.here, "Olga Anders", {Role::trainer});
    training::EditionId edition{"groep"};
    std::vector<visit::PersonId> group;
    std::string give_page, read_page = "/trainingen/groep/tips/1";

    void write(std::function<void(db::Write&)> const& work) { house.program->data().write(house.scope(), work); }
    void SetUp() override {
        write([&](db::Write& tx) {
            training::add_edition(tx, house.random, edition, {"Groep", "Wijkcentrum", {house.clock.now() - std::chrono::hours{3}, house.clock.now() + std::chrono::hours{24 * 20}}}, coordinator, house.clock.now());
            training::add_to_edition(tx, edition, trainer, "trainer", house.clock.now());
            give_page = "/mijn/training/tips/" + training::evenings_of(tx, edition).front().id.value();
        });
        for (int i = 1; i <= 4; ++i) {
            group.push_back(house.person(house.here, "Buddy " + std::to_string(i), {Role::candidate}));
            write([&](db::Write& tx) { training::add_to_edition(tx, edition, group.back(), "participant", house.clock.now()); });
        }
    }
    void attended(visit::PersonId const& person, training::Presence second) {
        auto const talk = base::new_id<intake::Interview>(house.random);
        auto const sign_up = base::new_id<recruitment::SignUp>(house.random);
        write([&](db::Write& tx) {
            tx.run("insert into sign_ups (id, partnership, person, channel, channel_note, motive, signed_up_at, confirmed_at, version) values (:id, :partnership, :person, 'poster', '', '', :now, :now, 1)", sign_up, house.here, person, house.clock.now());
            intake::add(tx, talk, sign_up, person, {house.clock.now(), 45, intake::Way::online, ""}, coordinator, house.clock.now());
            intake::add_outcome(tx, house.program->keys(), base::new_id<intake::Outcome>(house.random), *intake::find(tx, talk), {intake::Advice::may_go_on, "Zo besloten we samen.", {}, base::local_date(house.clock.now())}, coordinator, house.clock.now());
            for (auto const& evening : training::evenings_of(tx, edition)) training::record_attendance(tx, evening.id, person, evening.number == 1 ? training::Presence::present : second, coordinator, house.clock.now());
            training::decide(tx, person, training::Decision::goes_on, base::local_date(house.clock.now()), coordinator, house.clock.now());
        });
    }
    training::EveningId first_evening() { return training::evenings_of(*house.program->data().read(house.scope()), edition).front().id; }
};
ON_BOTH_DATABASES(AfterEvening);

TEST_P(AfterEvening, TipsAreReadFromThreeOnWithoutNamesAndOnlyByTheTrainersOfTheGroup) {
    auto const give = [&](std::size_t who, std::string const& top) { return house.as(group[who]).post(give_page, give_page, {{"top", top}, {"tip", ""}}).status; };
    EXPECT_TRUE(house.as(trainer).get(read_page).says("nog geen tips"));
    EXPECT_TRUE(house.as(group[0]).get(give_page).says("kan iemand je toch herkennen"));
    EXPECT_EQ(give(0, ""), 422);
    EXPECT_EQ(give(0, "Eerste lof"), 303);
    EXPECT_TRUE(house.as(group[0]).get(give_page).says("Je gaf al tips"));
    EXPECT_EQ(give(1, "Tweede lof"), 303);
    EXPECT_FALSE(house.as(trainer).get(read_page).says("lof")) << "two are too few";
    EXPECT_EQ(give(2, "Derde lof"), 303);
    auto const page = house.as(trainer).get(read_page);
    for (auto const* each : {"Eerste lof", "Tweede lof", "Derde lof"}) EXPECT_TRUE(page.says(each));
    EXPECT_FALSE(page.says("Buddy 1"));
    EXPECT_EQ(house.as(other_trainer).get(read_page).status, 404);
    EXPECT_EQ(house.as(coordinator).get(read_page).status, 404);
    EXPECT_EQ(house.as(group[3]).get("/mijn/training/tips/" + training::evenings_of(*house.program->data().read(house.scope()), edition).back().id.value()).status, 404) << "the second evening has not been";
    auto stored = house.program->data().read(house.scope())->column<std::string>("select top from tips");
    for (auto const& each : stored) EXPECT_EQ(each.find("lof"), std::string::npos);
}

TEST_P(AfterEvening, TipsGoAYearLaterAndWhatTrainersChangeStays) {
    for (std::size_t i = 0; i < 3; ++i) EXPECT_EQ(house.as(group[i]).post(give_page, give_page, {{"top", ""}, {"tip", "Meer koffie"}}).status, 303);
    EXPECT_EQ(house.as(trainer).post(read_page, read_page, {{"onderdeel", "Voorstellen"}, {"woorden", ""}}).status, 422);
    EXPECT_EQ(house.as(trainer).post(read_page, read_page, {{"onderdeel", "Voorstellen"}, {"woorden", "Een kwartier langer"}}).status, 303);
    EXPECT_TRUE(house.as(trainer).get(read_page).says("Meer koffie"));
    house.clock.pass(std::chrono::hours{24 * 367});
    house.program->go_round();
    while (house.program->run_jobs() > 0) {}
    auto const page = house.as(trainer).get(read_page);
    EXPECT_FALSE(page.says("Meer koffie"));
    EXPECT_TRUE(page.says("Een kwartier langer"));
    EXPECT_FALSE(house.program->keys().has(visit::PersonId{first_evening().value()}));
    EXPECT_EQ(house.as(group[3]).get(give_page).status, 404) << "too late to give some";
}

TEST_P(AfterEvening, AMissedPartIsLetGoWithAReasonAndCountsAgainWhenThatIsTakenBack) {
    attended(group[0], training::Presence::absent);
    auto const address = "/buddys/" + group[0].value() + "/vrijstelling";
    auto missing = [&] { return training::missing(training::steps_of(*house.program->data().read(house.scope()), group[0], false)).size(); };
    auto desk = house.as(coordinator);
    auto const before = missing();
    EXPECT_EQ(desk.post(address, address, {{"reden", ""}}).status, 422);
    EXPECT_EQ(missing(), before);
    EXPECT_EQ(desk.post(address, address, {{"reden", "Kent de stof uit eigen werk"}}).status, 303);
    EXPECT_EQ(missing(), before - 1);
    EXPECT_TRUE(desk.get(address).says("Kent de stof uit eigen werk"));
    EXPECT_EQ(house.as(trainer).get(address).status, 404);
    EXPECT_EQ(desk.post(address, address + "/terug", {}).status, 303);
    EXPECT_EQ(missing(), before);
}

TEST_P(AfterEvening, OnlyWhoFollowedEveryEveningHasAProof) {
    attended(group[0], training::Presence::absent);
    attended(group[1], training::Presence::slides_and_talk);
    EXPECT_FALSE(house.as(group[0]).get("/mijn/training/bewijs").body.starts_with("%PDF"));
    auto const proof = house.as(group[1]).get("/mijn/training/bewijs");
    EXPECT_EQ(proof.status, 200);
    EXPECT_TRUE(proof.body.starts_with("%PDF"));
    EXPECT_TRUE(house.as(coordinator).get("/buddys/" + group[1].value() + "/bewijs").body.starts_with("%PDF"));
    EXPECT_FALSE(house.as(coordinator).get("/buddys/" + group[0].value() + "/bewijs").body.starts_with("%PDF"));
    EXPECT_EQ(house.as(trainer).get("/buddys/" + group[1].value() + "/bewijs").status, 404);
}

TEST_P(AfterEvening, ARecordingIsWatchedWhileEveryoneAgreesAndIsDeadAtTheNextRequestAfterOneNo) {
    auto const page = std::string{"/trainingen/groep/opnamen"};
    auto leader = house.as(trainer);
    EXPECT_EQ(leader.post(page, page, {{"waarvan", ""}}).status, 422);
    EXPECT_EQ(leader.post(page, page, {{"waarvan", "Avond 1, citaten"}}).status, 303);
    while (house.program->run_jobs() > 0) {}
    EXPECT_EQ(house.mails.size(), group.size()) << "each participant is told";
    auto const id = house.program->data().read(house.scope())->one<std::string>("select id from recordings").value_or("");
    auto const question = "/mijn/training/opname/" + id, link = "/opname/" + id;
    auto answer = [&](std::size_t who, char const* word) { return house.as(group[who]).post(question, question, {{"antwoord", word}}).status; };
    EXPECT_EQ(leader.send("POST", page + "/" + id + "/adres", "adres-" + id + "=https://voorbeeld.test/x").status, 403);
    for (std::size_t i = 0; i + 1 < group.size(); ++i) EXPECT_EQ(answer(i, "ja"), 303);
    EXPECT_EQ(leader.post(page, page + "/" + id + "/adres", {{"adres-" + id, "https://voorbeeld.test/opname"}}).status, 422) << "one has not answered";
    EXPECT_EQ(answer(group.size() - 1, "ja"), 303);
    EXPECT_EQ(leader.post(page, page + "/" + id + "/adres", {{"adres-" + id, "javascript:alert(1)"}}).status, 422);
    EXPECT_EQ(leader.post(page, page + "/" + id + "/adres", {{"adres-" + id, "https://voorbeeld.test/opname"}}).status, 303);
    EXPECT_EQ(house.as(group[0]).get(link).location, "https://voorbeeld.test/opname");
    EXPECT_EQ(leader.get(link).status, 303);
    EXPECT_EQ(house.as(other_trainer).get(link).status, 404);
    EXPECT_EQ(house.as(coordinator).get(link).status, 404) << "only the group sees it";
    EXPECT_FALSE(house.as(coordinator).get(page).says("https://voorbeeld.test/opname")) << "the coordinator arranges and does not watch";
    EXPECT_TRUE(leader.get(page).says("https://voorbeeld.test/opname"));
    write([&](db::Write& tx) { people::end_role(tx, group[3], Role::candidate, house.clock.now()); });
    EXPECT_EQ(leader.get(link).status, 404) << "who cannot come and take it back does not count as agreeing";
    write([&](db::Write& tx) { people::give_role(tx, group[3], Role::candidate, false, coordinator.value(), "", house.clock.now() + std::chrono::seconds{1}); });
    house.clock.pass(std::chrono::seconds{2});
    EXPECT_EQ(leader.get(link).status, 303);
    EXPECT_EQ(answer(2, "nee"), 303);
    EXPECT_EQ(house.as(group[0]).get(link).status, 404);
    EXPECT_EQ(leader.get(link).status, 404);
    EXPECT_TRUE(house.as(coordinator).get("/vandaag").says("verwijder hem waar hij staat"));
    EXPECT_FALSE(leader.get(page).says("Buddy 3")) << "nobody hears who said no";
    house.mails.clear();
    auto const refused = house.as(coordinator).post(page, page + "/" + id + "/verwijdering", {{"woorden-" + id, std::string(101, 'x')}});
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(refused.says("woorden-" + id + "-fout")) << "words that do not fit are not thrown away";
    EXPECT_EQ(house.as(coordinator).post(page, page + "/" + id + "/verwijdering", {{"woorden-" + id, "in de videodienst gewist"}}).status, 303);
    while (house.program->run_jobs() > 0) {}
    EXPECT_EQ(house.mails.size(), group.size());
    EXPECT_FALSE(house.as(coordinator).get("/vandaag").says("verwijder hem waar hij staat"));
    EXPECT_TRUE(leader.get(page).says("in de videodienst gewist"));
    EXPECT_EQ(house.program->data().read(house.scope())->one<std::string>("select url from recordings").value_or("x"), "");
}

TEST_P(AfterEvening, WhoIsInvitedSaysWhichEveningAndCanBeTakenOut) {
    auto buddy = house.as(group[0]);
    EXPECT_TRUE(buddy.get("/mijn/training").says("name=\"avond-2\""));
    EXPECT_FALSE(buddy.get("/mijn/training").says("name=\"avond-1\"")) << "that evening has begun";
    EXPECT_TRUE(house.as(coordinator).get("/trainingen/groep").says("nog geen antwoord"));
    EXPECT_EQ(buddy.post("/mijn/training", "/mijn/training/komst", {{"avond-2", "nee"}}).status, 303);
    EXPECT_TRUE(house.as(trainer).get("/trainingen/groep").says("kan niet"));
    EXPECT_TRUE(house.as(coordinator).get("/vandaag").says("Kan niet op avond 2"));
    EXPECT_EQ(buddy.post("/mijn/training", "/mijn/training/komst", {{"avond-2", "ja"}}).status, 303);
    EXPECT_FALSE(house.as(trainer).get("/trainingen/groep").says("kan niet"));
    EXPECT_TRUE(house.as(trainer).get("/trainingen/groep").says(">komt<"));
    while (house.program->run_jobs() > 0) {}
    house.mails.clear();
    auto desk = house.as(coordinator);
    EXPECT_EQ(desk.post("/trainingen/groep", "/trainingen/groep/vertrek", {{"vertrekt", group[0].value()}}).status, 303);
    while (house.program->run_jobs() > 0) {}
    ASSERT_EQ(house.mails.size(), 1U) << "the evening to come goes off";
    EXPECT_NE(house.mails.front().calendar.find("METHOD:CANCEL"), std::string::npos);
    EXPECT_FALSE(desk.get("/trainingen/groep").says("Buddy 1<"));
    EXPECT_TRUE(house.as(group[0]).get("/mijn/training").says("Je doet nu niet mee"));
    EXPECT_EQ(house.as(trainer).post("/trainingen/groep", "/trainingen/groep/vertrek", {{"vertrekt", group[1].value()}}).status, 404);
}

} // namespace
