// The walls between families and roles, tried through pages: what a buddy, a trainer, another family and another partnership may not reach.
#include "account/store_accounts.h"
#include "help_request/store_help_request.h"
#include "intake/store_interview.h"
#include "matching/store_matching.h"
#include "tests/world/world.h"
#include "training/store_edition.h"

#include <atomic>
#include <thread>

namespace {
using visit::Role;

class Walls : public world::InHouse {
protected:
    visit::PersonId coordinator = house.person(house.here, "Ineke Vos", {Role::coordinator});
    visit::PersonId buddy = house.person(house.here, "Bea Buddy", {Role::buddy});
    visit::PersonId other_buddy = house.person(house.here, "Otto Anders", {Role::buddy});

    void write(std::function<void(db::Write&)> const& work) { house.program->data().write(house.scope(), work); }
    void make_ready(visit::PersonId const& person) {
        write([&](db::Write& tx) {
            training::EditionId edition = base::new_id<training::Edition>(house.random);
            training::add_edition(tx, house.random, edition, {"Groep", "Wijkcentrum", {house.clock.now(), house.clock.now()}}, coordinator, house.clock.now());
            training::add_to_edition(tx, edition, person, "participant", house.clock.now());
            for (auto const& evening : training::evenings_of(tx, edition)) training::record_attendance(tx, evening.id, person, training::Presence::present, coordinator, house.clock.now());
            training::decide(tx, person, training::Decision::goes_on, base::local_date(house.clock.now()), coordinator, house.clock.now());
            training::hold_deployment_talk(tx, person, base::local_date(house.clock.now()));
            matching::keep_offer(tx, house.program->keys(), {person, "thuis", "bellen", "Nederlands", 4211, 1, {}, {}, {}, matching::Gives::phone, house.clock.now()}, "Dorp", "", {}, house.clock.now());
        });
    }
    struct Asked {
        visit::PersonId person;
        help_request::HelpRequestId id;
    };
    Asked ask(std::string const& name) {
        Asked made{base::new_id<people::Person>(house.random), base::new_id<help_request::HelpRequest>(house.random)};
        house.program->keys().create(made.person);
        write([&](db::Write& tx) {
            help_request::add(tx, house.program->keys(), made.id, made.person, help_request::Kind::buddy, {{name, "", "0612345678"}, {help_request::Situation::at_home}, "Zeisgeheim", {help_request::Way::call}, "Nederlands", "", 4201, recruitment::Channel::poster}, text::Language::nl, "", house.clock.now());
            help_request::clarify(tx, house.program->keys(), *help_request::find(tx, made.id), {{help_request::Situation::at_home}, help_request::Experience::none, "Een korte tekst voor de buddy."}, house.clock.now());
            help_request::approve_text(tx, made.id, house.clock.now());
        });
        return made;
    }
    matching::MatchId match(Asked const& asked, visit::PersonId const& with) {
        auto proposal = base::new_id<matching::Proposal>(house.random);
        auto id = base::new_id<matching::Match>(house.random);
        write([&](db::Write& tx) {
            matching::propose(tx, proposal, asked.id, with, "", coordinator, house.clock.now());
            matching::answer_as_buddy(tx, proposal, with, matching::Answer::yes, house.clock.now());
            matching::answer_as_parent(tx, proposal, matching::Answer::yes, house.clock.now());
            EXPECT_TRUE(matching::begin(tx, id, *matching::find_proposal(tx, proposal), asked.person, matching::Gives::phone, matching::Gives::phone, 1, house.clock.now()));
        });
        return id;
    }
};
ON_BOTH_DATABASES(Walls);

TEST_P(Walls, ABuddySeesTheOwnParentOnlyAndNothingAfterTheEnd) {
    make_ready(buddy);
    auto asked = ask("Petra Ouder");
    auto id = match(asked, buddy);
    auto const address = "/trajecten/" + id.value() + "/contacten";
    auto own = house.as(buddy), other = house.as(other_buddy), there = house.as(house.person(house.there, "Wil Daar", {Role::coordinator, Role::buddy}));
    EXPECT_TRUE(own.get(address).says("Petra Ouder"));
    auto nothing = own.get("/trajecten/AAAAAAAAAAAAAAAAAAAAAA/contacten");
    EXPECT_EQ(nothing.status, 404);
    EXPECT_EQ(other.get(address).body, nothing.body);
    EXPECT_EQ(there.get(address).body, nothing.body);
    EXPECT_EQ(there.get("/trajecten/" + id.value()).body, nothing.body);
    EXPECT_EQ(house.as(coordinator).get(address).status, 404) << "the coordinator does not read what was logged";
    EXPECT_EQ(house.as(coordinator).post("/trajecten/" + id.value(), "/trajecten/" + id.value() + "/afsluiting", {{"reden", "goal_reached"}}).status, 303);
    EXPECT_EQ(own.get(address).body, nothing.body) << "access ends with the match";
    EXPECT_FALSE(own.get("/mijn/ouders").says("Petra"));
    EXPECT_EQ(own.post("/mijn", address, {{"manier", "call"}}).status, 404);
}

TEST_P(Walls, BeforeBothYesesTheBuddyReadsTheApprovedTextOnly) {
    make_ready(buddy);
    auto asked = ask("Petra Ouder");
    auto desk = house.as(coordinator);
    EXPECT_EQ(desk.post("/hulpvragen/" + asked.id.value() + "/buddys", "/hulpvragen/" + asked.id.value() + "/voorstel", {{"buddy", buddy.value()}}).status, 303);
    auto page = house.as(buddy).get("/mijn/voorstellen");
    EXPECT_TRUE(page.says("Een korte tekst voor de buddy."));
    for (auto const* secret : {"Petra", "Zeisgeheim", "4201", "0612345678"}) EXPECT_FALSE(page.says(secret)) << secret;
    EXPECT_FALSE(house.as(other_buddy).get("/mijn/voorstellen").says("korte tekst"));
    auto proposal = house.program->data().read(house.scope())->one<std::string>("select id from proposals").value_or("");
    EXPECT_EQ(house.as(other_buddy).post("/mijn", "/mijn/voorstellen/" + proposal, {{"antwoord", "yes"}}).status, 404) << "another buddy cannot answer it";
}

TEST_P(Walls, ReadingARequestIsSeenByTheParent) {
    auto asked = ask("Petra Ouder");
    house.as(coordinator).get("/hulpvragen/" + asked.id.value());
    auto looks = confidentiality::looks_at(*house.program->data().read(house.scope()), asked.person);
    ASSERT_FALSE(looks.empty());
    EXPECT_EQ(looks.front().actor, coordinator.value());
    EXPECT_EQ(looks.front().action, "help_request.read");
}

TEST_P(Walls, WithACoordinatorOutsideNobodyOfThePartnershipReadsARequest) {
    auto asked = ask("Petra Ouder");
    auto outside = house.person(house.here, "Uta Buiten", {Role::coordinator}, true);
    write([&](db::Write& tx) {
        auto its = people::find_partnership(tx, house.here);
        its->coordinator_outside = true;
        people::change_partnership(tx, *its);
    });
    EXPECT_EQ(house.as(coordinator).get("/hulpvragen/" + asked.id.value()).status, 404);
    EXPECT_TRUE(house.as(outside).get("/hulpvragen/" + asked.id.value()).says("Zeisgeheim"));
}

TEST_P(Walls, AParentsLogNamesNoBuddyWhoReadAProposal) {
    make_ready(buddy);
    auto asked = ask("Petra Ouder");
    write([&](db::Write& tx) { matching::propose(tx, base::new_id<matching::Proposal>(house.random), asked.id, buddy, "", coordinator, house.clock.now()); });
    EXPECT_TRUE(house.as(buddy).get("/mijn/voorstellen").says("korte tekst"));
    house.program->data().write(db::Scope::of_hall(), [&](db::Write& hall) { account::add_membership(hall, account::add_account(hall, house.program->keys(), house.random, "petra@voorbeeld.test", house.clock.now()), house.here, asked.person); });
    auto page = house.as(asked.person).get("/mijn-gegevens/wie-keek");
    EXPECT_TRUE(page.says("buddy"));
    EXPECT_FALSE(page.says("Bea")) << "a buddy who may still say no has no name yet";
}

TEST_P(Walls, AWithdrawnOrRewordedRequestIsReadByNoBuddyAndMakesNoMatch) {
    make_ready(buddy);
    auto asked = ask("Petra Ouder");
    auto proposal = base::new_id<matching::Proposal>(house.random);
    write([&](db::Write& tx) { matching::propose(tx, proposal, asked.id, buddy, "", coordinator, house.clock.now()); });
    write([&](db::Write& tx) { help_request::clarify(tx, house.program->keys(), *help_request::find(tx, asked.id), {{help_request::Situation::at_home}, help_request::Experience::none, "Nieuwe woorden zonder akkoord."}, house.clock.now()); });
    EXPECT_FALSE(house.as(buddy).get("/mijn/voorstellen").says("Nieuwe woorden")) << "not approved";
    write([&](db::Write& tx) {
        help_request::approve_text(tx, asked.id, house.clock.now());
        help_request::end(tx, asked.id, help_request::EndReason::withdrawn, house.clock.now());
    });
    EXPECT_FALSE(house.as(buddy).get("/mijn/voorstellen").says("Nieuwe woorden")) << "withdrawn";
    write([&](db::Write& tx) {
        EXPECT_FALSE(matching::answer_as_buddy(tx, proposal, buddy, matching::Answer::yes, house.clock.now()));
        EXPECT_FALSE(matching::open_proposal_for(tx, asked.id));
    });
}

TEST_P(Walls, WithACoordinatorOutsideNobodyOfThePartnershipReadsASignUp) {
    auto candidate = base::new_id<people::Person>(house.random);
    auto sign_up = base::new_id<recruitment::SignUp>(house.random);
    house.program->keys().create(candidate);
    write([&](db::Write& tx) {
        recruitment::add(tx, house.program->keys(), sign_up, candidate, {{"Kas Kandidaat", "", "0612345678"}, recruitment::Channel::poster, "Zeisgeheim"}, text::Language::nl, "", true, house.clock.now());
        auto its = people::find_partnership(tx, house.here);
        its->coordinator_outside = true;
        people::change_partnership(tx, *its);
    });
    EXPECT_EQ(house.as(coordinator).get("/aanmeldingen/" + sign_up.value()).status, 404);
}

TEST_P(Walls, ATrainerReachesNoInterview) {
    auto candidate = base::new_id<people::Person>(house.random);
    auto sign_up = base::new_id<recruitment::SignUp>(house.random);
    auto interview = base::new_id<intake::Interview>(house.random);
    house.program->keys().create(candidate);
    write([&](db::Write& tx) {
        recruitment::add(tx, house.program->keys(), sign_up, candidate, {{"Kas Kandidaat", "", "0612345678"}, recruitment::Channel::poster, ""}, text::Language::nl, "", true, house.clock.now());
        intake::add(tx, interview, sign_up, candidate, {house.clock.now() + std::chrono::hours{1}, 45, intake::Way::online, ""}, coordinator, house.clock.now());
        intake::keep_notes(tx, house.program->keys(), *intake::find(tx, interview), "motivatie=Zeisgeheim", house.clock.now());
    });
    auto trainer = house.as(house.person(house.here, "Tina Trainer", {Role::trainer}));
    EXPECT_EQ(trainer.get("/gesprekken/" + interview.value()).status, 404);
    EXPECT_EQ(trainer.get("/aanmeldingen/" + sign_up.value()).status, 404);
    EXPECT_TRUE(house.as(coordinator).get("/gesprekken/" + interview.value()).says("Zeisgeheim"));
}

TEST_P(Walls, ABuddysRoomIsNeverExceededHoweverManyAnswerAtOnce) {
    make_ready(buddy);
    std::vector<Asked> all;
    std::vector<matching::ProposalId> proposals;
    for (int i = 0; i < 12; ++i) {
        all.push_back(ask("Ouder " + std::to_string(i)));
        proposals.push_back(base::new_id<matching::Proposal>(house.random));
        write([&](db::Write& tx) {
            matching::propose(tx, proposals.back(), all.back().id, buddy, "", coordinator, house.clock.now());
            matching::answer_as_buddy(tx, proposals.back(), buddy, matching::Answer::yes, house.clock.now());
        });
    }
    std::atomic<int> begun{0};
    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < all.size(); ++i)
        threads.emplace_back([&, i, id = matching::MatchId{"match-" + std::to_string(i)}] {
            write([&](db::Write& tx) {
                if (matching::begin(tx, id, *matching::find_proposal(tx, proposals[i]), all[i].person, matching::Gives::phone, matching::Gives::phone, 1, house.clock.now())) ++begun;
            });
        });
    for (auto& thread : threads) thread.join();
    EXPECT_EQ(begun, 1);
    EXPECT_EQ(matching::live_matches_of_buddy(*house.program->data().read(house.scope()), buddy).size(), 1U);
}

} // namespace
