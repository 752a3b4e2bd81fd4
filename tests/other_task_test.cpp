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

TEST_P(OtherTask, GoesWithTheParent) {
    auto const page = asked();
    auto const parent = newest_parent();
    ASSERT_EQ(declares(coordinator, page, "Tess Dijk").status, 303);
    EXPECT_EQ(count("select count(*) from other_tasks"), 1);
    app::erase(house.program->services(), house.config.journal_path(), parent);
    EXPECT_EQ(count("select count(*) from other_tasks"), 0);
}

} // namespace
