// A form whose answer was lost on the way and that is sent again: led where it led the first time, also when what it was about is gone by it, and done once.
#include "account/store_accounts.h"
#include "people/store_people.h"
#include "tests/world/world.h"

namespace {
using visit::Role;

class Once : public world::InHouse {
protected:
    visit::PersonId ada = house.person(house.here, "Ada", {Role::administrator});
    visit::PersonId tom = house.person(house.here, "Tom", {Role::trainer, Role::outreach});
    std::string at = "/beheer/mensen/" + tom.value();
    static std::string body(world::Page const& page, http::Fields const& more = {}) {
        http::Fields all;
        for (auto const* name : {"_csrf", "_once"}) all.add(name, page.hidden(name));
        for (auto const& [name, value] : more) all.add(name, value);
        return http::form_text(all);
    }
    std::size_t entries() { return static_cast<std::size_t>(house.program->data().read(house.scope())->one<std::int64_t>("select count(*) from access_log where partnership = :partnership", house.here).value_or(-1)); }
};
ON_BOTH_DATABASES(Once);

TEST_P(Once, TheSameFormLeadsWhereItLedThoughItsTaskIsGone) {
    auto desk = house.as(ada);
    auto const form = body(desk.get(at));
    auto const first = desk.send("POST", at + "/taken/trainer/einde", form);
    ASSERT_EQ(first.status, 303);
    auto const count = entries();
    auto const again = desk.send("POST", at + "/taken/trainer/einde", form);
    EXPECT_EQ(again.status, 303);
    EXPECT_EQ(again.location, first.location);
    EXPECT_TRUE(desk.get(again.location).says("De taak is beëindigd.")) << "and says so";
    EXPECT_EQ(entries(), count) << "nothing was done";
    EXPECT_EQ(desk.send("POST", at + "/taken/trainer/einde", body(desk.get(at))).status, 404) << "another form finds no task to end";
}

TEST_P(Once, OfSomeoneElseOrElsewhereItIsAnotherForm) {
    auto desk = house.as(ada);
    auto const page = desk.get(at);
    ASSERT_EQ(desk.send("POST", at + "/taken/trainer/einde", body(page)).status, 303);
    auto other = house.as(house.person(house.here, "Bo", {Role::administrator}));
    http::Fields theirs;
    theirs.add("_csrf", other.get("/beheer/mensen").hidden("_csrf"));
    if (auto const token = theirs.get("_csrf"); token.empty()) theirs.add("_csrf", other.get(at).hidden("_csrf"));
    theirs.add("_once", page.hidden("_once"));
    EXPECT_EQ(other.send("POST", at + "/taken/trainer/einde", http::form_text(theirs)).status, 404);
    EXPECT_EQ(desk.send("POST", at + "/taken/outreach/einde", body(page)).status, 303);
    EXPECT_TRUE(people::roles_of(*house.program->data().read(house.scope()), tom).empty());
}

} // namespace
