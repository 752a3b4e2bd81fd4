// One's own data: correcting, taking back a consent with what that does, and erasing oneself once nobody counts on it any more.
#include "confidentiality/store_consent.h"
#include "tests/world/faults.h"
#include "tests/world/two_people.h"

namespace {
using confidentiality::Purpose;

class OwnData : public world::TwoPeople {
protected:
    std::string name_now(visit::PersonId const& person) {
        return read([&](db::Door& door) { return people::name_of(door, house.program->keys(), person); });
    }
    static constexpr auto own = "/mijn-gegevens";
};
ON_BOTH_DATABASES(OwnData);

TEST_P(OwnData, IsCorrectedByOneself) {
    auto const match = matched();
    auto const form = "/mijn-gegevens/verbeteren";
    EXPECT_EQ(parent.post(form, form, {{"naam", ""}, {"telefoon", "06 99 88 77 66"}}).status, 422);
    EXPECT_EQ(parent.post(form, form, {{"naam", "Petra Zeisouder"}, {"telefoon", "geen nummer"}}).status, 422);
    EXPECT_EQ(parent.post(form, form, {{"naam", "Petronella Zeisouder"}, {"telefoon", "06 99 88 77 66"}}).status, 303);
    EXPECT_TRUE(buddy.get("/trajecten/" + match.id.value() + "/contacten").says("06 99 88 77 66"));
    EXPECT_EQ(name_now(petra), "Petronella Zeisouder");
    EXPECT_EQ(name_now(bea), "Bea Buddy");
}

TEST_P(OwnData, TakesBackAConsentAndThatWorksAtOnce) {
    auto const match = matched();
    EXPECT_EQ(parent.post("/mijn", "/trajecten/" + match.id.value() + "/stoppen", {{"later", "ja"}}).status, 303);
    EXPECT_TRUE(parent.get(own).says("Trek in: één vraag na drie maanden"));
    EXPECT_EQ(parent.post(own, "/mijn-gegevens/toestemming", {{"doel", "reading_by_coordinator"}}).status, 303) << "it ends with the request, not here";
    EXPECT_EQ(parent.post(own, "/mijn-gegevens/toestemming", {{"doel", "question_after_closure"}}).status, 303);
    EXPECT_FALSE(read([&](db::Door& door) { return confidentiality::stands(door, petra, Purpose::question_after_closure); }));
    pass(100);
    EXPECT_FALSE(parent.get("/mijn/afsluiting").says("Eén vraag, zoals u goed vond"));
}

TEST_P(OwnData, IsErasedByOneselfOnlyWhenNobodyCountsOnItAnyMore) {
    auto const match = matched();
    auto const form = "/mijn-gegevens/wissen";
    EXPECT_TRUE(parent.get(form).says("U heeft nog een buddy."));
    EXPECT_EQ(parent.post(form, form, {{"zeker", "ja"}}).status, 422);
    EXPECT_EQ(buddy.post(form, form, {{"zeker", "ja"}}).status, 422);
    EXPECT_TRUE(desk.get(form).says("U heeft hier een taak."));
    EXPECT_EQ(desk.post(own, form, {{"zeker", "ja"}}).location, form);
    EXPECT_EQ(parent.post("/mijn", "/trajecten/" + match.id.value() + "/stoppen", {}).status, 303);
    EXPECT_EQ(parent.post(form, form, {}).status, 422) << "not without a tick";
    EXPECT_EQ(name_now(petra), "Petra Zeisouder");
    {
        world::WithoutFaults const the_session_goes_with_the_person;
        EXPECT_EQ(parent.post(form, form, {{"zeker", "ja"}}).location, "/gewist");
    }
    work();
    EXPECT_EQ(name_now(petra), "–");
    EXPECT_EQ(house.stranger().get("/gewist").status, 200);
    EXPECT_EQ(name_now(coordinator), "Ineke Vos");
}

} // namespace
