// A page asks as many questions of the database beside many people as beside a few.
#include "people/store_people.h"
#include "recruitment/store_sign_up.h"
#include "tests/world/plans.h"
#include "tests/world/world.h"

#include <map>

namespace {
using visit::Role;

class Questions : public testing::Test {
protected:
    Questions() : house{world::Engine::sqlite}, coordinator{house.person(house.here, "Marleen de Wit", {Role::coordinator})}, trainer{house.person(house.here, "Hedwig Zomer", {Role::trainer})} {}
    void sign_up(int many) {
        for (int i = 0; i < many; ++i) {
            auto const person = base::new_id<people::Person>(house.random);
            house.program->keys().create(person);
            house.program->data().write(house.scope(), [&](db::Write& tx) { recruitment::add(tx, house.program->keys(), base::new_id<recruitment::SignUp>(house.random), person, {{"Noor van Dijk", "", "0612345678"}, recruitment::Channel::poster, ""}, text::Language::nl, "", true, house.clock.now()); });
        }
    }
    std::map<std::string, std::size_t> asked() {
        std::map<std::string, std::size_t> all;
        auto desk = house.as(coordinator);
        for (auto const* page : {"/", "/buddy-vragen", "/vandaag", "/aanmeldingen", "/aanmeldingen?volgorde=naam", "/hulpvragen", "/buddys", "/trajecten", "/waarnemen"}) {
            desk.get(page);
            auto const before = world::statements_so_far();
            desk.get(page);
            all[page] = world::statements_so_far() - before;
        }
        return all;
    }
    world::House house;
    visit::PersonId coordinator, trainer;
};

TEST_F(Questions, AreAsManyBesideManyPeopleAsBesideAFew) {
    // more than stand on one page, of which each may be looked up
    sign_up(60);
    auto const few = asked();
    sign_up(60);
    for (auto const& [page, many] : asked()) {
        EXPECT_GT(few.at(page), 3U) << page;
        EXPECT_LE(many, few.at(page) + 2) << page;
    }
}

} // namespace
