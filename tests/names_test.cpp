// The names of many at once, for long lists: the same as one by one, and nothing of who was erased, however often it was opened before.
#include "app/erasure.h"
#include "people/store_names.h"
#include "recruitment/store_sign_up.h"
#include "tests/world/world.h"

namespace {
using visit::Role;

class Names : public world::InHouse {
protected:
    confidentiality::Keyring& keys() { return house.program->keys(); }
    std::unique_ptr<db::Read> read() { return house.program->data().read(house.scope()); }
    std::vector<visit::PersonId> people(int count) {
        std::vector<visit::PersonId> all;
        for (int n = 0; n < count; ++n) {
            all.push_back(base::new_id<people::Person>(house.random));
            keys().create(all.back());
        }
        house.program->data().write(house.scope(), [&](db::Write& tx) {
            for (std::size_t n = 0; n < all.size(); ++n) {
                recruitment::Accepted const accepted{{"Ouder " + std::to_string(n), "", "0612345678"}, recruitment::Channel::poster, "", {}};
                recruitment::add(tx, keys(), base::new_id<recruitment::SignUp>(house.random), all[n], accepted, text::Language::nl, "", true, house.clock.now() - std::chrono::minutes{n});
            }
        });
        return all;
    }
    std::string many(visit::PersonId const& person, std::vector<visit::PersonId> const& whose) { return people::Names{*read(), keys(), whose}.of(person); }
};
ON_BOTH_DATABASES(Names);

TEST_P(Names, HoweverManyTheyAreTheSameAsOneByOne) {
    auto const all = people(120);
    house.reopen(); // no key was read yet
    for (std::size_t count : {0U, 1U, 49U, 50U, 51U, 120U}) {
        std::vector<visit::PersonId> const some{all.begin(), all.begin() + static_cast<std::ptrdiff_t>(count)};
        people::Names const names{*read(), keys(), some};
        for (std::size_t n = 0; n < all.size(); ++n) EXPECT_EQ(names.of(all[n]), n < count ? "Ouder " + std::to_string(n) : "–") << count;
    }
    auto wanted = all;
    for (int n = 0; n < 500; ++n) wanted.push_back(base::new_id<people::Person>(house.random));
    people::Names const names{*read(), keys(), wanted};
    for (std::size_t n = 0; n < wanted.size(); ++n) EXPECT_EQ(names.of(wanted[n]), n < all.size() ? "Ouder " + std::to_string(n) : "–");
}

TEST_P(Names, ADestroyedKeyIsNotServedFromWhatWasKept) {
    auto const all = people(60);
    ASSERT_EQ(many(all[7], all), "Ouder 7");
    keys().destroy(all[7], house.clock.now());
    EXPECT_EQ(many(all[7], all), "–") << "the row still stands, its key is gone";
    EXPECT_EQ(many(all[8], all), "Ouder 8");
    app::erase(house.program->services(), house.config.journal_path(), all[8]);
    EXPECT_EQ(many(all[8], all), "–");
    auto desk = house.as(house.person(house.here, "Ineke Vos", {Role::coordinator}));
    EXPECT_FALSE(desk.get("/aanmeldingen?volgorde=naam").says("Ouder 7<"));
}

TEST_P(Names, NothingOfAnotherPartnershipIsOpened) {
    auto const elsewhere = house.person(house.there, "Wil Daar", {Role::candidate});
    auto some = people(3);
    some.push_back(elsewhere);
    EXPECT_EQ(many(elsewhere, some), "–");
    some.resize(600, some.back());
    EXPECT_EQ(many(elsewhere, some), "–");
    EXPECT_EQ(many(some[0], some), "Ouder 0");
}

TEST_P(Names, AListIsSearchedAndSortedByNameAndCutInPages) {
    people(120);
    auto desk = house.as(house.person(house.here, "Ineke Vos", {Role::coordinator}));
    auto newest = desk.get("/aanmeldingen");
    EXPECT_TRUE(newest.says("Ouder 49<"));
    EXPECT_FALSE(newest.says("Ouder 50<"));
    EXPECT_TRUE(desk.get("/aanmeldingen?bladzijde=3").says("Ouder 119<"));
    auto sorted = desk.get("/aanmeldingen?volgorde=-naam");
    EXPECT_LT(sorted.body.find("Ouder 99<"), sorted.body.find("Ouder 98<"));
    EXPECT_FALSE(sorted.says("Ouder 0<"));
    auto found = desk.get("/aanmeldingen?zoek=ÓUDER+11&volgorde=naam");
    EXPECT_LT(found.body.find("Ouder 11<"), found.body.find("Ouder 110<"));
    EXPECT_FALSE(found.says("Ouder 12<"));
}

} // namespace
