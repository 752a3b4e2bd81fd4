// The list of trainings: who sees which groups, in which order, found by a word and cut into pages.
#include "tests/world/world.h"
#include "training/store_editions.h"

namespace {
using std::chrono::hours;
using visit::Role;

class Trainings : public world::InHouse {
protected:
    visit::PersonId coordinator = house.person(house.here, "Ineke Vos", {Role::coordinator});
    visit::PersonId trainer = house.person(house.here, "Rachid Amrani", {Role::trainer});

    void write(std::function<void(db::Write&)> const& work) { house.program->data().write(house.scope(), work); }
    void make(std::string const& id, std::string const& name, std::string const& place, hours first) {
        write([&](db::Write& tx) { training::add_edition(tx, house.random, training::EditionId{id}, {name, place, {house.clock.now() + first, house.clock.now() + first + hours{24 * 14}}}, coordinator, house.clock.now()); });
    }
    void join(std::string const& id, visit::PersonId const& person, std::string const& part) {
        write([&](db::Write& tx) { training::add_to_edition(tx, training::EditionId{id}, person, part, house.clock.now()); });
    }
    /// The groups on a page in their order, by the ids in its links.
    static std::string order(world::Page const& page) {
        std::string found;
        for (std::size_t at = 0; (at = page.body.find("href=\"/trainingen/", at)) != std::string::npos;) {
            at += 18;
            auto const id = page.body.substr(at, page.body.find('"', at) - at);
            if (id != "nieuw") found += id + " ";
        }
        return found;
    }
};
ON_BOTH_DATABASES(Trainings);

TEST_P(Trainings, AreListedNewestFirstWithWhoTakesPart) {
    make("oud", "Aap", "Zuid", hours{-24 * 60});
    make("straks", "Noot", "Midden", hours{24 * 30});
    make("nu", "Mies", "Centrum", hours{24});
    auto const one = house.person(house.here, "Noor Bakker", {Role::candidate}), two = house.person(house.here, "Sara Smit", {Role::candidate});
    for (auto const& person : {one, two}) join("oud", person, "participant");
    join("oud", trainer, "trainer");
    write([&](db::Write& tx) { training::leave_edition(tx, training::EditionId{"oud"}, two, house.clock.now()); });
    auto desk = house.as(coordinator);
    EXPECT_EQ(order(desk.get("/trainingen")), "straks nu oud ");
    EXPECT_EQ(order(desk.get("/trainingen?volgorde=avond")), "oud nu straks ");
    EXPECT_EQ(order(desk.get("/trainingen?volgorde=groep")), "oud nu straks ");
    EXPECT_EQ(order(desk.get("/trainingen?volgorde=-plaats")), "oud straks nu ");
    auto door = house.program->data().read(house.scope());
    auto const lines = training::overview(*door, {});
    ASSERT_EQ(lines.size(), 3u);
    for (auto const& line : lines) {
        EXPECT_EQ(line.participants, line.id.value() == "oud" ? 1 : 0) << "who left and who leads are not counted";
        EXPECT_EQ(line.first_evening, training::evenings_of(*door, line.id).front().begins_at);
    }
}

TEST_P(Trainings, AreFoundByNameOrPlace) {
    make("een", "Voorjaar", "Wijkcentrum De Brug", hours{24});
    make("twee", "Najaar", "Buurthuis", hours{48});
    auto desk = house.as(coordinator);
    EXPECT_EQ(order(desk.get("/trainingen?zoek=VOORJAAR")), "een ");
    EXPECT_EQ(order(desk.get("/trainingen?zoek=buurt")), "twee ");
    auto const none = desk.get("/trainingen?zoek=school");
    EXPECT_EQ(order(none), "");
    EXPECT_TRUE(none.says("Niets gevonden."));
    EXPECT_FALSE(none.says("Er is nog geen training."));
}

TEST_P(Trainings, ATrainerSeesTheOwnGroupsOnly) {
    auto leads = house.as(trainer);
    EXPECT_TRUE(leads.get("/trainingen").says("U geeft nog geen training."));
    EXPECT_TRUE(house.as(coordinator).get("/trainingen").says("Er is nog geen training."));
    make("mijn", "Voorjaar", "Wijkcentrum", hours{24});
    make("ander", "Najaar", "Wijkcentrum", hours{48});
    make("toen", "Winter", "Wijkcentrum", hours{72});
    for (auto const* id : {"mijn", "toen"}) join(id, trainer, "trainer");
    join("ander", trainer, "participant");
    write([&](db::Write& tx) { training::leave_edition(tx, training::EditionId{"toen"}, trainer, house.clock.now()); });
    EXPECT_EQ(order(leads.get("/trainingen")), "mijn ");
    EXPECT_EQ(order(leads.get("/trainingen?zoek=najaar")), "");
}

TEST_P(Trainings, ComeInPagesOfTwentyFive) {
    for (int i = 0; i < 27; ++i) make("groep-" + std::to_string(i), "Groep " + std::to_string(i), "Wijkcentrum", hours{24 * i});
    auto desk = house.as(coordinator);
    auto const first = desk.get("/trainingen");
    EXPECT_TRUE(first.says("/trainingen/groep-26\""));
    EXPECT_TRUE(first.says("/trainingen/groep-2\""));
    EXPECT_FALSE(first.says("/trainingen/groep-1\""));
    EXPECT_EQ(order(desk.get("/trainingen?bladzijde=2")), "groep-1 groep-0 ");
    EXPECT_EQ(order(desk.get("/trainingen?bladzijde=2&volgorde=avond")), "groep-25 groep-26 ");
    EXPECT_EQ(order(desk.get("/trainingen?bladzijde=2&volgorde=-groep")), "groep-1 groep-0 ");
}

TEST_P(Trainings, AskForTheAttendanceOfWhoIsStillHere) {
    make("groep", "Voorjaar", "Wijkcentrum", hours{-24});
    auto const goes = house.person(house.here, "Noor Bakker", {Role::candidate}), stays = house.person(house.here, "Sara Smit", {Role::candidate});
    for (auto const& person : {goes, stays}) join("groep", person, "participant");
    auto asks = [&] { return house.as(coordinator).get("/vandaag").says("Avond 1: vul in wie er was"); };
    EXPECT_TRUE(asks());
    write([&](db::Write& tx) {
        training::record_attendance(tx, training::evenings_of(tx, training::EditionId{"groep"}).front().id, stays, training::Presence::present, trainer, house.clock.now());
        EXPECT_EQ(training::editions_of_all(tx).size(), 2u);
    });
    EXPECT_TRUE(asks());
    write([&](db::Write& tx) { people::end_role(tx, goes, Role::candidate, house.clock.now()); });
    EXPECT_FALSE(asks()) << "who has gone needs no attendance";
    EXPECT_EQ(training::editions_of_all(*house.program->data().read(house.scope())).size(), 1u);
}

TEST_P(Trainings, AreLookedUpByTheFewRowsTheyHave) {
    if (house.engine != world::Engine::sqlite) GTEST_SKIP() << "PostgreSQL counts its rows by itself";
    struct Step {
        int id, parent, unused;
        std::string words;
    };
    auto door = house.program->data().read(house.scope());
    EXPECT_EQ(door->one<std::int64_t>("select count(*) from sqlite_schema s where s.type = 'index' and s.tbl_name not like 'sqlite%' and not exists (select 1 from sqlite_stat1 t where t.idx = s.name)"), 0) << "the planner knows every index";
    auto const plan = door->list<Step>("explain query plan select a.person from attendances a join evenings e on e.partnership = a.partnership and e.id = a.evening where a.partnership = 'here' and e.edition = 'groep'");
    ASSERT_EQ(plan.size(), 2u);
    EXPECT_EQ(plan[0].words, "SEARCH e USING INDEX evenings_of (partnership=? AND edition=?)");
    EXPECT_EQ(plan[1].words, "SEARCH a USING COVERING INDEX sqlite_autoindex_attendances_1 (partnership=? AND evening=?)");
}

} // namespace
