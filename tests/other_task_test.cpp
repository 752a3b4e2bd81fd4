// Another task: a coordinator who knows the family through other work reads nothing of it any more, by any way; who takes over does, and the parent is told (R21, R22).
#include "app/erasure.h"
#include "confidentiality/store_access_log.h"
#include "deputy/store_caseload.h"
#include "people/store_other_task.h"
#include "tests/world/asking.h"
#include "today/listing.h"

#include <regex>
#include <set>

namespace {
using visit::Role;

class OtherTask : public world::Asking {
protected:
    visit::PersonId trainer = house.person(house.here, "Tess Dijk", {Role::trainer});
    Fields secret = least({{"woorden", "Kanarie-een."}, {"gevoelig", "Kanarie-twee."}, {"mail", "kanarie@voorbeeld.test"}, {"taal", "Kanariedrie"}, {"wanneer", "Kanarie-vier"}}, "Kanarina");

    std::string asked() {
        auto parent = house.stranger();
        EXPECT_EQ(asks(parent, secret).location, "/buddy-vragen/bedankt");
        work();
        house.mails.clear();
        return "/hulpvragen/" + newest().id.value();
    }
    std::string word_of(world::Page const& page, std::string const& name) {
        std::smatch found;
        auto const at = page.body.rfind(name + ". Deze persoon");
        if (at == std::string::npos) return {};
        auto const rest = page.body.substr(at, 800);
        return std::regex_search(rest, found, std::regex{"name=\"lezer\" value=\"([A-Za-z0-9_-]*)\""}) ? found[1].str() : std::string{};
    }
    world::Page declares(visit::PersonId const& who, std::string const& page, std::string const& name) {
        auto visitor = house.as(who);
        auto const form = visitor.get(page + "/andere-taak");
        return visitor.post(page + "/andere-taak", page + "/andere-taak", {{"lezer", word_of(form, name)}});
    }
    /// Everything this person can reach of lists, searches, exports and this family.
    std::string crawl(visit::PersonId const& who, std::string const& page) {
        auto visitor = house.as(who);
        std::string all;
        for (auto const& path : {std::string{"/vandaag"}, std::string{"/hulpvragen"}, std::string{"/hulpvragen?zoek=kanar"}, page, page + "/verhelderen", page + "/stoppen", page + "/buddys", page + "/andere-taak", std::string{"/hulpvragen/andere-lezer"}, std::string{"/koppelen"}, std::string{"/trajecten"}, std::string{"/buddys"}, std::string{"/waarneming/nieuw"}, std::string{"/hoe-gaat-het"}, "/berichten/" + newest_parent().value(), std::string{"/mensen-vergelijken"}, std::string{"/opbrengst/vraagouders.csv"}, std::string{"/cijfers"}, std::string{"/gedeeld"}, std::string{"/mijn"}}) all += visitor.get(path).body;
        return all;
    }
    std::set<std::string> kinds(visit::PersonId const& who) {
        visit::Viewer const viewer{house.here, who, {Role::anyone, Role::coordinator}, true};
        std::set<std::string> all;
        for (auto const& row : today::everything(*read(), *visit::Policy::grant<visit::Action::see_worklist>(viewer), house.clock.now())) all.insert(row.kind);
        return all;
    }
};
ON_BOTH_DATABASES(OtherTask);

TEST_P(OtherTask, ShutsTheFamilyAndTheOneWhoTookOverReadsIt) {
    auto const page = asked();
    auto desk = house.as(coordinator);
    EXPECT_NE(crawl(coordinator, page).find("Kanarie-een."), std::string::npos) << "the crawl finds what may be seen";
    EXPECT_TRUE(desk.get(page).says("Kent u dit gezin ook van een andere taak?"));
    EXPECT_TRUE(desk.get("/taken/andere-taak").says("U droeg nog geen gezin over."));
    EXPECT_EQ(desk.post(page + "/andere-taak", page + "/andere-taak", {}).status, 422) << "someone takes over where someone can";
    EXPECT_EQ(declares(coordinator, page, "Tess Dijk").location, "/taken/andere-taak");
    work();

    auto const seen = crawl(coordinator, page);
    for (auto const* canary : {"anarie", "Kanarina", "anarina"}) EXPECT_EQ(seen.find(canary), std::string::npos) << canary;
    EXPECT_EQ(seen.find(newest().id.value()), std::string::npos) << "not even its id";
    auto shut = house.as(coordinator);
    EXPECT_TRUE(shut.get("/vandaag").says("Leest voor een ouder in plaats van de coördinator"));
    EXPECT_EQ(shut.get(page).status, 404);
    for (auto const* act : {"/beantwoord", "/verhelderen", "/akkoord", "/stoppen", "/voorstel", "/andere-taak", "/andere-taak/overnemen"}) EXPECT_EQ(shut.post("/vandaag", page + act, {{"reden", "withdrawn"}, {"buddy", "wie"}}).status, 404) << act;
    EXPECT_TRUE(newest().open() && !newest().answered_at);

    auto reader = house.as(trainer);
    EXPECT_TRUE(reader.get(page).says("Kanarie-een."));
    EXPECT_TRUE(reader.get(page).says("een collega dit gezin kent van een andere taak"));
    EXPECT_EQ(reader.get(page + "/andere-taak").status, 404) << "a reader declares nothing";

    std::set<std::string> told;
    for (auto const& mail : house.mails) {
        told.insert(mail.to);
        for (auto const* word : {"anari", "taak", "buddy", "Ineke"}) EXPECT_EQ((mail.subject + mail.text).find(word), std::string::npos) << word << " in " << mail.text;
    }
    EXPECT_TRUE(told.contains("kanarie@voorbeeld.test")) << "the parent is told";
    EXPECT_TRUE(told.contains("tessdijk@voorbeeld.test")) << "and who reads now";
    auto parent = house.as(newest_parent());
    auto const own = parent.get("/mijn/vraag");
    EXPECT_TRUE(own.says("Ineke Vos kent uw gezin ook van ander werk.") && own.says("Tess Dijk"));
    auto const choice = parent.get("/mijn/vraag/lezer");
    EXPECT_TRUE(choice.says("Ineke Vos kent uw gezin ook van ander werk.") && choice.says("Leest nu niet mee, door een andere taak bij uw gezin."));
}

TEST_P(OtherTask, KeepsNameAndSchoolWhichAreLoggedAndEndsWithoutOpeningAnything) {
    auto const page = asked();
    auto const lily = school("De Lelie", "Waterdorp");
    auto const parent = newest_parent();
    write([&](db::Write& tx) { tx.run("update help_requests set school = :school where id = :id", lily, newest().id); });
    ASSERT_EQ(declares(coordinator, page, "Tess Dijk").status, 303);
    auto const list = house.as(coordinator).get("/taken/andere-taak");
    for (auto const* kept : {"Kanarina", "De Lelie, Waterdorp", "Tess Dijk"}) EXPECT_TRUE(list.says(kept)) << kept;
    for (auto const* canary : {"Kanarie-", "Kanariedrie", "06 12345678", "kanarie@"}) EXPECT_FALSE(list.says(canary)) << canary;
    auto const looks = confidentiality::looks_at(*read(), parent);
    EXPECT_TRUE(std::any_of(looks.begin(), looks.end(), [&](auto const& look) { return look.actor == coordinator.value() && look.action == "help_request.other_task"; }));
    auto desk = house.as(coordinator);
    EXPECT_EQ(desk.post("/taken/andere-taak", "/taken/andere-taak", {{"ouder", "iemand"}}).status, 404);
    EXPECT_EQ(desk.post("/taken/andere-taak", "/taken/andere-taak", {{"ouder", parent.value()}}).status, 303);
    EXPECT_FALSE(desk.get("/taken/andere-taak").says("Kanarina"));
    EXPECT_EQ(desk.get(page).status, 404) << "who took over goes on";
    EXPECT_EQ(house.as(trainer).get(page).status, 200);
    EXPECT_EQ(house.as(parent).post("/mijn/vraag/lezer", "/mijn/vraag/lezer", {{"lezer", ""}}).status, 303);
    EXPECT_EQ(house.as(coordinator).get(page).status, 200) << "until the parent says otherwise";
}

TEST_P(OtherTask, StaysShutWhenTheParentChoosesTheCoordinatorAgain) {
    auto const page = asked();
    ASSERT_EQ(declares(coordinator, page, "Tess Dijk").status, 303);
    auto parent = house.as(newest_parent());
    EXPECT_EQ(parent.post("/mijn/vraag/lezer", "/mijn/vraag/lezer", {{"lezer", ""}}).status, 303);
    EXPECT_EQ(house.as(coordinator).get(page).status, 404);
    EXPECT_EQ(house.as(trainer).get(page).status, 404);
    EXPECT_TRUE(parent.get("/mijn/vraag").says("Nu leest niemand uw vraag."));
    EXPECT_TRUE(parent.get("/mijn/vraag").says("Bellen kan altijd"));
}

TEST_P(OtherTask, WithNobodyToTakeOverItIsShutAllTheSameAndASecondCoordinatorSeesARow) {
    write([&](db::Write& tx) { people::end_role(tx, trainer, Role::trainer, house.clock.now()); });
    auto const page = asked();
    auto desk = house.as(coordinator);
    EXPECT_TRUE(desk.get(page + "/andere-taak").says("Vraag de beheerder om een tweede lezer."));
    EXPECT_TRUE(deputy::caseload(*read(), base::local_date(house.clock.now())).contains(newest_parent()));
    EXPECT_EQ(desk.post(page + "/andere-taak", page + "/andere-taak", {}).status, 303);
    EXPECT_EQ(house.as(coordinator).get(page).status, 404);
    auto const seen = crawl(coordinator, page);
    for (auto const* canary : {"anarie", "Kanarina", "anarina"}) EXPECT_EQ(seen.find(canary), std::string::npos) << canary;
    EXPECT_FALSE(deputy::caseload(*read(), base::local_date(house.clock.now())).contains(newest_parent())) << "a deputy of this coordinator does not get it either";
    EXPECT_TRUE(house.as(newest_parent()).get("/mijn/vraag").says("Nu leest niemand uw vraag."));
    EXPECT_FALSE(house.as(coordinator).get("/vandaag").says("Zoekt iemand die leest")) << "a row names the parent to nobody who is shut";
    auto const second = house.person(house.here, "Nel Vos", {Role::coordinator}), third = house.person(house.here, "Kim Vos", {Role::coordinator});
    auto other = house.as(second);
    auto const today = other.get("/vandaag");
    EXPECT_TRUE(today.says("Zoekt iemand die leest") && today.says("Kanarina"));
    EXPECT_TRUE(kinds(second).contains("other_task.waiting"));
    EXPECT_TRUE(other.get(page + "/andere-taak").says("Ineke Vos heeft een andere taak bij het gezin van Kanarina."));
    work();
    house.mails.clear();
    EXPECT_EQ(other.post(page + "/andere-taak", page + "/andere-taak/overnemen", {}).status, 303);
    work();
    EXPECT_EQ(house.mails.size(), 1U) << "the parent is told who reads now";
    EXPECT_FALSE(kinds(second).contains("other_task.waiting"));
    EXPECT_TRUE(house.as(second).get(page).says("Kanarie-een."));
    EXPECT_EQ(house.as(third).get(page).status, 404) << "one took over, not all";
    EXPECT_TRUE(house.as(newest_parent()).get("/mijn/vraag").says("Nel Vos"));
}

TEST_P(OtherTask, AChosenReaderHandsOverToNobodyWhomTheParentPassedBy) {
    auto const second = house.person(house.here, "Nel Vos", {Role::coordinator});
    auto const page = asked();
    auto const parent = newest_parent();
    write([&](db::Write& tx) { people::choose_reader(tx, parent, second, house.clock.now()); });
    EXPECT_EQ(people::who_may_take_over(*read(), visit::Independence::inside, parent, second), std::vector{trainer});
    ASSERT_EQ(declares(second, page, "Tess Dijk").status, 303);
    EXPECT_EQ(house.as(second).get(page).status, 404);
    EXPECT_EQ(house.as(coordinator).get(page).status, 404);
    EXPECT_EQ(house.as(trainer).get(page).status, 200);
    auto const form = house.as(parent).get("/mijn/vraag/lezer");
    EXPECT_EQ(word_of(form, "Nel Vos"), "") << "who has another task cannot be chosen";
    EXPECT_NE(word_of(form, "Tess Dijk"), "");
}

TEST_P(OtherTask, ADeputyDeclaresToAndStaysShutWhileStandingIn) {
    auto const page = asked();
    auto const parent = newest_parent();
    auto const today = base::local_date(house.clock.now());
    write([&](db::Write& tx) { people::add(tx, base::new_id<people::Deputyship>(house.random), coordinator, trainer, {today, base::later(today, 3)}, {parent}, coordinator, house.clock.now()); });
    EXPECT_EQ(house.as(trainer).get(page).status, 200);
    ASSERT_EQ(declares(trainer, page, "Ineke Vos").status, 303);
    EXPECT_EQ(house.as(trainer).get(page).status, 404);
    EXPECT_FALSE(house.as(trainer).get("/hulpvragen").says("Kanarina"));
    EXPECT_EQ(house.as(coordinator).get(page).status, 200) << "the only coordinator takes over by reading on";
    EXPECT_FALSE(kinds(coordinator).contains("other_task.waiting"));
}

TEST_P(OtherTask, NameAndSchoolOfAParentUnderLockAreNotShownAndNothingIsDoneAboutThem) {
    auto const page = asked();
    auto const lily = school("De Lelie", "Waterdorp");
    auto const parent = newest_parent();
    write([&](db::Write& tx) { tx.run("update help_requests set school = :school where id = :id", lily, newest().id); });
    ASSERT_EQ(declares(coordinator, page, "Tess Dijk").status, 303);
    ASSERT_EQ(house.as(parent).post("/mijn-gegevens/op-slot", "/mijn-gegevens/op-slot", {}).status, 303);
    auto const before = confidentiality::looks_at(*read(), parent).size();
    auto desk = house.as(coordinator);
    auto const list = desk.get("/taken/andere-taak");
    EXPECT_TRUE(list.says("gegevens op slot"));
    for (auto const* shut : {"Kanarina", "De Lelie", "Waterdorp", "vergissing"}) EXPECT_FALSE(list.says(shut)) << shut;
    EXPECT_EQ(confidentiality::looks_at(*read(), parent).size(), before) << "what is not seen is not in the log";
    EXPECT_EQ(desk.post("/taken/andere-taak", "/taken/andere-taak", {{"ouder", parent.value()}}).status, 404);
    ASSERT_EQ(house.as(parent).post("/mijn-gegevens", "/mijn-gegevens/van-slot", {}).status, 303);
    EXPECT_TRUE(house.as(coordinator).get("/taken/andere-taak").says("De Lelie, Waterdorp"));
}

TEST_P(OtherTask, AnEndThatOpensTheFamilyAgainIsToldToTheParent) {
    write([&](db::Write& tx) { people::end_role(tx, trainer, Role::trainer, house.clock.now()); });
    auto const page = asked();
    auto const parent = newest_parent();
    ASSERT_EQ(house.as(coordinator).post(page + "/andere-taak", page + "/andere-taak", {}).status, 303);
    work();
    house.mails.clear();
    ASSERT_EQ(house.as(coordinator).post("/taken/andere-taak", "/taken/andere-taak", {{"ouder", parent.value()}}).status, 303);
    work();
    EXPECT_EQ(house.as(coordinator).get(page).status, 200);
    ASSERT_EQ(house.mails.size(), 1U);
    EXPECT_EQ(house.mails.front().to, "kanarie@voorbeeld.test");
    for (auto const* word : {"anari", "taak", "Ineke"}) EXPECT_EQ((house.mails.front().subject + house.mails.front().text).find(word), std::string::npos) << word;
    auto const own = house.as(parent).get("/mijn/vraag");
    EXPECT_TRUE(own.says("Ineke Vos heeft geen ander werk bij uw gezin."));
    EXPECT_TRUE(own.says("Vanaf nu leest:"));
    EXPECT_FALSE(own.says("Nu leest niemand uw vraag."));
    house.clock.pass(std::chrono::days{29});
    EXPECT_FALSE(house.as(parent).get("/mijn/vraag").says("geen ander werk bij uw gezin"));
}

TEST_P(OtherTask, AnEndThatOpensNothingSendsNoMail) {
    auto const page = asked();
    auto const parent = newest_parent();
    ASSERT_EQ(declares(coordinator, page, "Tess Dijk").status, 303);
    work();
    house.mails.clear();
    ASSERT_EQ(house.as(coordinator).post("/taken/andere-taak", "/taken/andere-taak", {{"ouder", parent.value()}}).status, 303);
    work();
    EXPECT_TRUE(house.mails.empty());
    EXPECT_TRUE(house.as(parent).get("/mijn/vraag").says("Ineke Vos heeft geen ander werk bij uw gezin."));
}

TEST_P(OtherTask, WhatNobodyCouldTakeOverIsHandedOnLater) {
    write([&](db::Write& tx) { people::end_role(tx, trainer, Role::trainer, house.clock.now()); });
    auto const page = asked();
    auto const parent = newest_parent();
    ASSERT_EQ(house.as(coordinator).post(page + "/andere-taak", page + "/andere-taak", {}).status, 303);
    EXPECT_TRUE(house.as(coordinator).get("/taken/andere-taak").says("vraag de beheerder om een tweede lezer"));
    auto const second = house.person(house.here, "Sam Berg", {Role::trainer});
    work();
    house.mails.clear();
    auto desk = house.as(coordinator);
    auto const list = desk.get("/taken/andere-taak");
    EXPECT_TRUE(list.says("Draag Kanarina over aan Sam Berg"));
    std::smatch found;
    ASSERT_TRUE(std::regex_search(list.body, found, std::regex{"name=\"lezer\" value=\"([A-Za-z0-9_-]+)\""}));
    EXPECT_EQ(desk.post("/taken/andere-taak", "/taken/andere-taak/overdragen", {{"ouder", parent.value()}, {"lezer", "niemand"}}).status, 422);
    EXPECT_EQ(house.as(house.person(house.here, "Kim Vos", {Role::coordinator})).post("/taken/andere-taak", "/taken/andere-taak/overdragen", {{"ouder", parent.value()}, {"lezer", found[1].str()}}).status, 404) << "only who declared it";
    EXPECT_EQ(desk.post("/taken/andere-taak", "/taken/andere-taak/overdragen", {{"ouder", parent.value()}, {"lezer", found[1].str()}}).location, "/taken/andere-taak");
    work();
    EXPECT_EQ(house.mails.size(), 2U) << "the parent and who reads now";
    EXPECT_EQ(house.as(second).get(page).status, 200);
    EXPECT_EQ(house.as(coordinator).get(page).status, 404);
    EXPECT_FALSE(house.as(coordinator).get("/taken/andere-taak").says("Draag Kanarina over"));
    EXPECT_TRUE(house.as(parent).get("/mijn/vraag").says("Sam Berg"));
}

TEST_P(OtherTask, WhatChangedMeanwhileDecidesAndTheChoiceOfTheParentFirst) {
    using people::Handed;
    auto const second = house.person(house.here, "Nel Vos", {Role::coordinator});
    auto const page = asked();
    auto const parent = newest_parent();
    auto const now = house.clock.now();
    auto declare = [&](visit::PersonId const& who, std::optional<visit::PersonId> const& to, std::optional<visit::PersonId> const& seen) {
        Handed its{};
        write([&](db::Write& tx) { its = people::declare_and_hand_over(tx, who, parent, to, seen, visit::Independence::inside, now); });
        return its;
    };
    auto reads = [&] { return people::reader_of(*read(), parent); };
    auto afresh = [&] {
        write([&](db::Write& tx) {
            people::choose_reader(tx, parent, {}, now);
            tx.run("delete from other_tasks where partnership = :partnership", tx.scope().partnership);
        });
    };
    EXPECT_EQ(declare(coordinator, second, {}), Handed::over);
    EXPECT_EQ(declare(second, coordinator, {}), Handed::not_now) << "two hand the same family to each other";
    EXPECT_EQ(reads(), second);
    EXPECT_TRUE(people::other_tasks_of(*read(), second).empty());
    afresh();
    write([&](db::Write& tx) { people::choose_reader(tx, parent, trainer, now); });
    EXPECT_EQ(declare(coordinator, second, {}), Handed::already);
    EXPECT_EQ(reads(), trainer) << "the parent chose meanwhile";
    EXPECT_EQ(people::other_tasks_of(*read(), coordinator).front().reader, trainer);
    afresh();
    EXPECT_EQ(declare(second, trainer, second), Handed::not_now) << "the parent chose the coordinator again meanwhile";
    EXPECT_EQ(reads(), std::nullopt);
    EXPECT_EQ(declare(coordinator, {}, {}), Handed::not_now) << "someone was appointed meanwhile";
    auto take = [&](visit::PersonId const& who) {
        bool its = false;
        write([&](db::Write& tx) { its = people::take_over(tx, parent, who, visit::Independence::inside, now); });
        return its;
    };
    EXPECT_FALSE(take(second)) << "nothing waits";
    write([&](db::Write& tx) { people::declare_other_task(tx, coordinator, parent, now); });
    EXPECT_FALSE(take(coordinator));
    write([&](db::Write& tx) { people::declare_other_task(tx, second, parent, now); });
    EXPECT_FALSE(take(second)) << "nobody takes over what is shut to this person too";
    EXPECT_TRUE(take(trainer));
    EXPECT_FALSE(take(trainer)) << "once";
}

TEST_P(OtherTask, AReaderWhoGivesBackReadsNoMoreAndTheParentChoosesAnew) {
    auto const page = asked();
    auto const parent = newest_parent();
    write([&](db::Write& tx) { people::choose_reader(tx, parent, trainer, house.clock.now()); });
    EXPECT_EQ(house.as(coordinator).get(page + "/teruggeven").status, 404);
    auto reader = house.as(trainer);
    EXPECT_TRUE(reader.get(page).says("Ik kan dit niet lezen"));
    EXPECT_TRUE(reader.get(page + "/teruggeven").says("De coördinator gaat dan ook niet lezen."));
    EXPECT_EQ(reader.post(page + "/teruggeven", page + "/teruggeven", {}).location, "/mijn");
    work();
    ASSERT_EQ(house.mails.size(), 1U);
    EXPECT_EQ(house.mails.front().to, "kanarie@voorbeeld.test");
    for (auto const& who : {trainer, coordinator}) {
        EXPECT_EQ(house.as(who).get(page).status, 404) << who.value();
        EXPECT_EQ(crawl(who, page).find("anarin"), std::string::npos) << who.value();
    }
    EXPECT_TRUE(house.as(coordinator).get("/vandaag").says("Een ouder koos een lezer die dit niet meer kan"));
    auto own = house.as(parent);
    EXPECT_TRUE(own.get("/mijn/vraag").says("Nu leest niemand uw vraag.") && own.get("/mijn/vraag").says("Wie u koos, kan uw vraag niet lezen."));
    EXPECT_EQ(word_of(own.get("/mijn/vraag/lezer"), "Tess Dijk"), "") << "who gave back is not chosen again";
    EXPECT_EQ(own.post("/mijn/vraag/lezer", "/mijn/vraag/lezer", {{"lezer", ""}}).status, 303);
    EXPECT_EQ(house.as(coordinator).get(page).status, 200);
    EXPECT_FALSE(house.as(parent).get("/mijn/vraag").says("Wie u koos, kan uw vraag niet lezen."));
}

TEST_P(OtherTask, WhatAColleagueHandedOverAndComesBackIsAsBeforeUnlessTheParentHadChosen) {
    auto const second = house.person(house.here, "Nel Vos", {Role::coordinator});
    auto const page = asked();
    auto const parent = newest_parent();
    ASSERT_EQ(declares(coordinator, page, "Tess Dijk").status, 303);
    EXPECT_EQ(house.as(second).get(page).status, 404);
    EXPECT_EQ(house.as(trainer).post(page + "/teruggeven", page + "/teruggeven", {}).status, 303);
    EXPECT_EQ(house.as(trainer).get(page).status, 404);
    EXPECT_EQ(house.as(coordinator).get(page).status, 404);
    EXPECT_EQ(house.as(second).get(page).status, 200) << "the parent had chosen nobody";
    EXPECT_TRUE(kinds(second).contains("other_task.waiting"));
    write([&](db::Write& tx) { people::choose_reader(tx, parent, second, house.clock.now()); });
    ASSERT_EQ(declares(second, page, "Tess Dijk").status, 303);
    write([&](db::Write& tx) { people::end_other_task(tx, coordinator, parent, house.clock.now()); });
    EXPECT_EQ(house.as(trainer).post(page + "/teruggeven", page + "/teruggeven", {}).status, 303);
    for (auto const& who : {coordinator, second, trainer}) EXPECT_EQ(house.as(who).get(page).status, 404) << "the parent had chosen away from the coordinator";
}

TEST_P(OtherTask, GoesWithTheParent) {
    auto const page = asked();
    auto const parent = newest_parent();
    ASSERT_EQ(declares(coordinator, page, "Tess Dijk").status, 303);
    EXPECT_EQ(count("select count(*) from other_tasks"), 1);
    app::erase(house.program->services(), house.config.journal_path(), parent);
    EXPECT_EQ(count("select count(*) from other_tasks"), 0);
}

} // namespace
