// Terms: who and what is past its term is erased by the hourly round, on a clock that is moved; counts stay, and who is needed elsewhere stays (R28).
#include "app/erasure.h"
#include "competence/store_assessment.h"
#include "competence/store_terms.h"
#include "confidentiality/store_access_log.h"
#include "confidentiality/store_consent.h"
#include "help_request/store_help_request.h"
#include "intake/store_interview.h"
#include "matching/store_matching.h"
#include "recruitment/store_counts.h"
#include "tests/world/world.h"
#include "training/store_edition.h"

#include <filesystem>
#include <fstream>

namespace {
using intake::Advice;
using visit::Role;

class Terms : public world::InHouse {
protected:
    visit::PersonId coordinator = house.person(house.here, "Ineke Vos", {Role::coordinator});
    base::Moment const began = house.clock.now();

    void write(std::function<void(db::Write&)> const& work) { house.program->data().write(house.scope(), work); }
    std::unique_ptr<db::Read> read() { return house.program->data().read(house.scope()); }
    confidentiality::Keyring& keys() { return house.program->keys(); }

    struct Candidate {
        visit::PersonId person;
        recruitment::SignUpId sign_up;
    };
    Candidate sign_up(std::string const& name, bool confirmed = true) {
        Candidate made{base::new_id<people::Person>(house.random), base::new_id<recruitment::SignUp>(house.random)};
        keys().create(made.person);
        write([&](db::Write& tx) { recruitment::add(tx, keys(), made.sign_up, made.person, {{name, "", "0612345678"}, recruitment::Channel::poster, "Zeisgeheim"}, text::Language::nl, "", confirmed, house.clock.now()); });
        return made;
    }
    intake::InterviewId outcome(Candidate const& candidate, Advice advice, std::optional<base::Date> again = {}) {
        auto id = base::new_id<intake::Interview>(house.random);
        write([&](db::Write& tx) {
            intake::add(tx, id, candidate.sign_up, candidate.person, {house.clock.now(), 45, intake::Way::online, ""}, coordinator, house.clock.now());
            intake::keep_notes(tx, keys(), *intake::find(tx, id), "motivatie=Hooigeheim", house.clock.now());
            intake::add_outcome(tx, keys(), base::new_id<intake::Outcome>(house.random), *intake::find(tx, id), {advice, "Besproken.", again, base::local_date(house.clock.now())}, coordinator, house.clock.now());
        });
        return id;
    }
    /// The hourly round some days after the beginning.
    void round_on_day(int day) {
        house.clock.set(began + std::chrono::hours{24 * day});
        house.program->go_round();
        while (house.program->run_jobs() > 0) {}
    }
    bool is_there(visit::PersonId const& person) {
        auto known = people::find_person(*read(), keys(), person);
        EXPECT_EQ(known.has_value(), keys().has(person)) << "name and key go together";
        return known.has_value();
    }
};
ON_BOTH_DATABASES(Terms);

TEST_P(Terms, WhoWithdrewIsErasedAfterEightWeeksAndNoSoonerWhileTheCountStays) {
    auto gone = sign_up("Noor van Dijk"), stays = sign_up("Sanne Bos");
    write([&](db::Write& tx) { EXPECT_TRUE(recruitment::withdraw(tx, *recruitment::find_own(tx, gone.person), recruitment::WithdrawReason::no_time, house.clock.now())); });
    round_on_day(55);
    EXPECT_TRUE(is_there(gone.person));
    round_on_day(56);
    EXPECT_FALSE(is_there(gone.person));
    EXPECT_TRUE(is_there(stays.person));
    auto granted = visit::Policy::grant<visit::Action::see_counts>(visit::Viewer{house.here, coordinator, {Role::anyone, Role::coordinator}, true});
    auto counts = recruitment::signed_up(*read(), *granted, began, house.clock.now());
    ASSERT_EQ(counts.size(), 1U);
    EXPECT_EQ(counts.front().signed_up, 2) << "counts stay";
    auto desk = house.as(coordinator);
    EXPECT_TRUE(desk.get("/aanmeldingen").says("gewist"));
    EXPECT_EQ(desk.get("/aanmeldingen/" + gone.sign_up.value()).status, 404);
    EXPECT_FALSE(confidentiality::verify(*read(), confidentiality::Book::access).broken_at);
    auto erasures = [&] { return house.program->data().read(db::Scope::of_hall())->one<std::int64_t>("select count(*) from erasures").value_or(-1); };
    auto const before = erasures();
    round_on_day(57);
    EXPECT_EQ(erasures(), before) << "a second round erases nothing twice";
}

TEST_P(Terms, EveryOutcomeHasItsOwnTerm) {
    struct Case {
        char const* what;
        Advice advice;
        bool longer;
        std::optional<int> erased_on_day;
    };
    std::vector<Case> const cases{{"may go on", Advice::may_go_on, false, {}}, {"with a doubt", Advice::may_go_on_with_doubt, false, {}}, {"not yet, kept with a yes", Advice::not_yet, true, 30 + 56}, {"not yet, without a yes", Advice::not_yet, false, 56}, {"advised against", Advice::advised_against, false, 56}, {"practical", Advice::practical, false, 56}};
    std::vector<Candidate> candidates;
    for (auto const& each : cases) {
        candidates.push_back(sign_up(each.what));
        outcome(candidates.back(), each.advice, each.advice == Advice::not_yet ? std::optional{base::later(base::local_date(began), 30)} : std::nullopt);
        if (each.longer) write([&](db::Write& tx) { confidentiality::give(tx, candidates.back().person, confidentiality::Purpose::longer_keeping, 1, text::Language::nl, house.clock.now()); });
    }
    for (int day : {0, 55, 56, 85, 86, 300}) {
        round_on_day(day);
        for (std::size_t i = 0; i < cases.size(); ++i) EXPECT_EQ(is_there(candidates[i].person), !cases[i].erased_on_day || day < *cases[i].erased_on_day) << cases[i].what << " on day " << day;
    }
}

TEST_P(Terms, WhoIsNeededElsewhereStaysUntilThatIsOver) {
    auto by_role = sign_up("Rol"), by_request = sign_up("Vraag"), by_match = sign_up("Koppeling"), by_none = sign_up("Niets"), talks_again = sign_up("Tweede gesprek");
    for (auto const& each : {by_role, by_request, by_match, by_none, talks_again}) outcome(each, Advice::advised_against);
    auto request = base::new_id<help_request::HelpRequest>(house.random);
    write([&](db::Write& tx) {
        people::give_role(tx, by_role.person, Role::trainer, false, coordinator.value(), "", house.clock.now());
        // as when both roles go together; the stores make a person of their own for each, so the rows are written here
        tx.run("insert into help_requests (id, partnership, person, kind, channel, situations, ways, languages, own_words, when_words, asked_at, short_text, version) values (:id, :partnership, :person, 'buddy', 'poster', '', '', '', '', '', :now, '', 1)", request, house.here, by_request.person, house.clock.now());
        tx.run("insert into help_requests (id, partnership, person, kind, channel, situations, ways, languages, own_words, when_words, asked_at, ended_at, short_text, version) values ('over', :partnership, :person, 'buddy', 'poster', '', '', '', '', '', :now, :now, '', 1)", house.here, by_match.person, house.clock.now());
        auto its = intake::newest_of(tx, talks_again.person);
        intake::add(tx, base::new_id<intake::Interview>(house.random), its->sign_up, talks_again.person, {house.clock.now() + std::chrono::hours{24 * 20}, 45, intake::Way::phone, ""}, coordinator, house.clock.now());
    });
    auto proposal = base::new_id<matching::Proposal>(house.random);
    auto buddy = house.person(house.here, "Bea Buddy", {Role::buddy});
    write([&](db::Write& tx) {
        matching::propose(tx, proposal, help_request::HelpRequestId{"over"}, buddy, "", coordinator, house.clock.now());
        matching::answer_as_buddy(tx, proposal, buddy, matching::Answer::yes, house.clock.now());
        matching::answer_as_parent(tx, proposal, matching::Answer::yes, house.clock.now());
        EXPECT_TRUE(matching::begin(tx, base::new_id<matching::Match>(house.random), *matching::find_proposal(tx, proposal), by_match.person, matching::Gives::phone, matching::Gives::phone, 1, house.clock.now()));
    });
    round_on_day(60);
    EXPECT_FALSE(is_there(by_none.person));
    for (auto const& each : {by_role, by_request, by_match, talks_again}) EXPECT_TRUE(is_there(each.person));
    write([&](db::Write& tx) {
        people::end_role(tx, by_role.person, Role::trainer, house.clock.now());
        help_request::end(tx, request, help_request::EndReason::withdrawn, house.clock.now());
    });
    round_on_day(76);
    EXPECT_FALSE(is_there(by_role.person)) << "a task that ended keeps nobody";
    EXPECT_TRUE(is_there(by_request.person)) << "eight weeks after the request ended";
    EXPECT_FALSE(is_there(talks_again.person)) << "eight weeks after the second talk that led nowhere";
    EXPECT_TRUE(is_there(by_match.person));
    round_on_day(117);
    EXPECT_FALSE(is_there(by_request.person));
}

TEST_P(Terms, AParentIsErasedEightWeeksAfterTheRequestEndedWithoutABuddy) {
    auto asks = [&](char const* id, char const* reason) {
        auto const parent = house.person(house.here, std::string{"Vraagt "} + id, {Role::asking_parent});
        write([&](db::Write& tx) {
            tx.run("insert into help_requests (id, partnership, person, kind, channel, situations, ways, languages, own_words, when_words, asked_at, short_text, version) values (:id, :partnership, :person, 'buddy', 'poster', '', '', '', '', '', :now, '', 1)", std::string{id}, house.here, parent, house.clock.now());
            if (*reason) tx.run("update help_requests set ended_at = :now, end_reason = :reason where id = :id", house.clock.now(), std::string{reason}, std::string{id});
        });
        return parent;
    };
    auto const open = asks("open", ""), stopped = asks("stopt", "withdrawn"), again = asks("weer", "no_answer");
    write([&](db::Write& tx) { tx.run("insert into help_requests (id, partnership, person, kind, channel, situations, ways, languages, own_words, when_words, asked_at, short_text, version) values ('nieuw', :partnership, :person, 'buddy', 'poster', '', '', '', '', '', :now, '', 1)", house.here, again, house.clock.now()); });
    round_on_day(55);
    for (auto const& each : {open, stopped, again}) EXPECT_TRUE(is_there(each));
    round_on_day(57);
    EXPECT_TRUE(is_there(open));
    EXPECT_FALSE(is_there(stopped));
    EXPECT_TRUE(is_there(again)) << "who asks again is kept";
}

TEST_P(Terms, WhoNeverConfirmedIsErasedAndNoLongerOnVandaag) {
    auto silent = sign_up("Zwijgt van Dam", false);
    round_on_day(10);
    EXPECT_TRUE(house.as(coordinator).get("/vandaag").says("Zwijgt van Dam"));
    round_on_day(56);
    EXPECT_FALSE(is_there(silent.person));
    EXPECT_FALSE(house.as(coordinator).get("/vandaag").says("/aanmeldingen/" + silent.sign_up.value()));
}

TEST_P(Terms, TheTextOfATalkGoesEightWeeksAfterTheDecisionAlsoOfWhoGoesOn) {
    auto candidate = sign_up("Noor van Dijk");
    auto talk = outcome(candidate, Advice::may_go_on);
    auto const address = "/gesprekken/" + talk.value();
    visit::PersonId const of_talk{talk.value()};
    round_on_day(55);
    EXPECT_TRUE(keys().has(of_talk));
    EXPECT_TRUE(house.as(coordinator).get(address).says("Hooigeheim"));
    auto const sealed = *read()->one<std::string>("select notes from interviews where id = :id", talk);
    round_on_day(56);
    EXPECT_TRUE(is_there(candidate.person));
    EXPECT_FALSE(keys().has(of_talk));
    EXPECT_FALSE(keys().open({sealed}, {"interviews", "notes", talk.value()})) << "a copy in a backup opens no more";
    EXPECT_EQ(read()->one<std::string>("select notes from interviews where id = :id", talk), "");
    auto desk = house.as(coordinator);
    auto page = desk.get(address);
    EXPECT_FALSE(page.says("Hooigeheim"));
    EXPECT_TRUE(page.says("zijn gewist"));
    EXPECT_TRUE(page.says("kan door naar de training")) << "the outcome stays";
    EXPECT_EQ(desk.post(address, address + "/verslag", {{"motivatie", "Toch nog iets"}}).status, 404) << "nothing is written after its term";
    std::stringstream journal;
    journal << std::ifstream{house.config.journal_path()}.rdbuf();
    EXPECT_NE(journal.str().find(talk.value()), std::string::npos) << "so that a restored key store loses the key again";
}

TEST_P(Terms, AnErasureThatWasInterruptedOrRestoredFromAnOlderKeyStoreIsDoneAgain) {
    auto candidate = sign_up("Noor van Dijk");
    outcome(candidate, Advice::practical);
    auto const old_keys = house.file("oude-sleutels");
    keys().copy_to(old_keys);
    round_on_day(56);
    EXPECT_FALSE(is_there(candidate.person));
    house.close();
    for (auto const& entry : std::filesystem::directory_iterator{house.folder})
        if (entry.path().filename().string().starts_with("keys")) std::filesystem::remove(entry.path());
    std::filesystem::copy_file(old_keys, house.file("keys.db"));
    house.reopen();
    EXPECT_FALSE(is_there(candidate.person));
}

TEST_P(Terms, ScoresGoAYearAfterLeavingAlsoOfWhoIsNeededElsewhere) {
    using competence::Moment;
    training::EditionId const edition{"groep"};
    auto left = house.person(house.here, "Bea Weg", {Role::buddy, Role::trainer}), back = house.person(house.here, "Bo Terug", {Role::candidate}), stays = house.person(house.here, "Bram Blijft", {Role::buddy}), still_buddy = house.person(house.here, "Britt Beide", {Role::candidate, Role::buddy});
    std::vector<visit::PersonId> const all{left, back, stays, still_buddy};
    auto fill_in = [&](visit::PersonId const& person) {
        competence::Answers answers{Moment::evening_1, {}, "", "Leren zwijgen", "", true};
        for (int number = 1; number < competence::own_number; ++number) answers.scores[number] = 5;
        auto const id = base::new_id<competence::SelfAssessment>(house.random);
        write([&](db::Write& tx) {
            competence::add(tx, keys(), id, person, answers, 1, edition, house.clock.now());
            competence::share(tx, id, person, competence::Audience::trainer, house.clock.now());
            competence::keep_draft(tx, keys(), person, "s1=5", house.clock.now());
            competence::ask(tx, person, Moment::evening_2, house.clock.now());
        });
    };
    auto rows = [&](visit::PersonId const& person) {
        std::int64_t count = 0;
        for (auto const* table : {"self_assessments", "assessment_shares", "learning_questions", "assessment_drafts", "assessment_asks"})
            count += read()->one<std::int64_t>(std::string{"select count(*) from "} + table + " where partnership = :partnership and person = :person", house.here, person).value_or(0);
        return count;
    };
    write([&](db::Write& tx) { training::add_edition(tx, house.random, edition, {"Groep", "Wijkcentrum", {house.clock.now(), house.clock.now() + std::chrono::hours{24 * 20}}}, coordinator, house.clock.now()); });
    for (auto const& person : all) fill_in(person);
    write([&](db::Write& tx) {
        tx.run("insert into group_pictures (partnership, edition, moment, version, bundle, sums, made_at) values (:partnership, 'groep', 'evening_1', 1, 1, '25', :now)", house.here, house.clock.now());
        people::end_role(tx, left, Role::buddy, house.clock.now());
        people::end_role(tx, back, Role::candidate, house.clock.now());
        people::end_role(tx, still_buddy, Role::candidate, house.clock.now());
    });
    round_on_day(300);
    write([&](db::Write& tx) { people::give_role(tx, back, Role::candidate, false, "", "", house.clock.now()); });
    round_on_day(364);
    for (auto const& person : all) EXPECT_EQ(rows(person), 5);
    round_on_day(365);
    EXPECT_EQ(rows(left), 0);
    for (auto const& person : {back, stays, still_buddy}) EXPECT_EQ(rows(person), 5) << "a candidate or buddy of now";
    EXPECT_TRUE(is_there(left)) << "the trainer stays";
    EXPECT_EQ(read()->one<std::int64_t>("select count(*) from group_pictures"), 1) << "a picture holds nobody";
    auto noted = [&] { return read()->one<std::int64_t>("select count(*) from access_log where partnership = :partnership and action = 'term.past' and person = :person", house.here, left).value_or(0); };
    EXPECT_EQ(noted(), 1);
    EXPECT_FALSE(confidentiality::verify(*read(), confidentiality::Book::access).broken_at);
    // who comes back and leaves again has a year again
    write([&](db::Write& tx) { people::end_role(tx, back, Role::candidate, house.clock.now()); });
    round_on_day(365 + 364);
    EXPECT_EQ(rows(back), 5);
    EXPECT_EQ(noted(), 1) << "nothing is deleted twice";
    round_on_day(365 + 366);
    EXPECT_EQ(rows(back), 0);
    EXPECT_EQ(rows(stays), 5);
}

} // namespace
