// A mail server that is dead for a day, or refuses one address: nothing is lost, nothing goes twice, and who arranges the programme sees it.
#include "people/store_people.h"
#include "platform/jobs/jobs.h"
#include "tests/world/world.h"

#include <map>

namespace {
using visit::Role;

class MailOutage : public world::InHouse {
protected:
    /// How often a mail went to each address.
    std::map<std::string, int> sent() const {
        std::map<std::string, int> all;
        for (auto const& mail : house.mails) ++all[mail.to];
        return all;
    }
    void letter(visit::PersonId const& to) {
        house.program->data().write(house.scope(), [&](db::Write& tx) { jobs::later(tx, house.random, "account.welcome", house.here.value(), to.value(), "", house.clock.now()); });
    }
    void pass(std::chrono::minutes time) {
        for (auto const end = house.clock.now() + time; house.clock.now() < end; house.clock.pass(std::chrono::minutes{10}))
            while (house.program->run_jobs() > 0) {}
    }
    std::int64_t waiting() { return jobs::waiting(*house.program->data().read(house.scope()), house.here.value()); }
    visit::PersonId coordinator = house.person(house.here, "Ineke Vos", {Role::coordinator});
};
ON_BOTH_DATABASES(MailOutage);

TEST_P(MailOutage, ADayWithoutAMailServerLosesNothingAndSendsNothingTwice) {
    std::map<std::string, int> once;
    house.mail_works = false;
    for (int hour = 0; hour < 24; ++hour) {
        auto const name = "Ouder" + std::to_string(hour);
        letter(house.person(house.here, name, {Role::asking_parent}));
        once["ouder" + std::to_string(hour) + "@voorbeeld.test"] = 1;
        pass(std::chrono::hours{1});
    }
    EXPECT_TRUE(house.mails.empty());
    EXPECT_EQ(waiting(), 24);
    EXPECT_TRUE(house.as(coordinator).get("/vandaag").says("mail die niet weggaat"));
    house.reopen();
    EXPECT_EQ(waiting(), 24) << "also after a restart";
    house.mail_works = true;
    // the longest patience is an hour
    pass(std::chrono::minutes{70});
    EXPECT_EQ(sent(), once);
    EXPECT_EQ(waiting(), 0);
    EXPECT_FALSE(house.as(coordinator).get("/vandaag").says("mail die niet weggaat"));
    pass(std::chrono::hours{24});
    EXPECT_EQ(sent(), once) << "and none later";
}

TEST_P(MailOutage, OneRefusedAddressHoldsUpNobodyElse) {
    std::string refused = "dicht@voorbeeld.test";
    house.close();
    auto const sender = [&](mail::Message const& message) {
        if (message.to == refused) throw std::runtime_error{"mail: refused"};
        house.mails.push_back(message);
    };
    house.program = std::make_unique<app::Program>(house.config, app::Program::Schema::must_be_current, app::Brought{&house.clock, &house.random, sender, {}});
    letter(house.person(house.here, "Dicht", {Role::asking_parent}));
    std::map<std::string, int> once;
    for (int i = 0; i < 10; ++i) {
        letter(house.person(house.here, "Ouder" + std::to_string(i), {Role::asking_parent}));
        once["ouder" + std::to_string(i) + "@voorbeeld.test"] = 1;
    }
    pass(std::chrono::minutes{10});
    EXPECT_EQ(sent(), once);
    pass(std::chrono::hours{24});
    EXPECT_EQ(sent(), once);
    EXPECT_EQ(waiting(), 1);
    EXPECT_TRUE(house.as(coordinator).get("/vandaag").says("mail die niet weggaat"));
    refused.clear();
    pass(std::chrono::minutes{70});
    once["dicht@voorbeeld.test"] = 1;
    EXPECT_EQ(sent(), once);
}

} // namespace
