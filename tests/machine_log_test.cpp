// The machine's log tells what happens around logging in: one line each, with ids, and never an address or a name.
#include "account/store_accounts.h"
#include "account/store_passkeys.h"
#include "platform/base/log.h"
#include "platform/crypto/crypto.h"
#include "tests/world/two_people.h"

namespace {

class MachineLog : public world::TwoPeople {
protected:
    void SetUp() override {
        testing::internal::CaptureStderr();
        base::log::start(true);
    }
    void TearDown() override {
        if (taken_) return;
        log();
    }
    std::string log() {
        base::log::start(false);
        taken_ = true;
        return testing::internal::GetCapturedStderr();
    }
    visit::AccountId account(visit::PersonId const& person) { return *account::find_by_person(*house.program->data().read(db::Scope::of_hall()), person); }

private:
    bool taken_ = false;
};
ON_BOTH_DATABASES(MachineLog);

TEST_P(MachineLog, TellsWhatHappensAroundLoggingIn) {
    auto const secret = crypto::totp_secret(house.random);
    house.program->data().write(db::Scope::of_hall(), [&](db::Write& hall) {
        account::set_totp(hall, house.program->keys(), account(coordinator), secret, {});
        account::add_passkey(hall, account(petra), {"een", std::string(32, 'x'), -8, 0}, "?", house.clock.now());
    });
    auto browser = house.stranger();
    browser.post("/inloggen", "/inloggen", {{"mail", "petrazeisouder@voorbeeld.test"}});
    browser.post("/inloggen", "/inloggen", {{"mail", "niemand@voorbeeld.test"}});
    browser.send("POST", "/inloggen", "mail=petra");
    browser.post("/inloggen/verstuurd", "/inloggen/code", {{"code", "123456"}});
    browser.post("/inloggen", "/inloggen/sleutel", {});
    auto const token = base::random_text(house.random, 32);
    house.program->data().write(db::Scope::of_hall(), [&](db::Write& hall) { account::add_link(hall, token, account(petra), "", house.clock.now() + account::link_lasts); });
    browser.post("/inloggen/" + token, "/inloggen/" + token, {});
    auto desk_half = house.as(coordinator, false);
    desk_half.post("/tweede-stap", "/tweede-stap", {{"code", "000000"}});
    desk_half.post("/tweede-stap", "/tweede-stap", {{"code", crypto::totp_code(secret, house.clock.now())}});
    for (int i = 0; i < 9; ++i) browser.post("/opnieuw-bewijzen", "/opnieuw-bewijzen", {{"code", "000000"}});
    house.clock.pass(std::chrono::minutes{16});
    desk_half.post("/opnieuw-bewijzen", "/opnieuw-bewijzen", {{"code", crypto::totp_code(secret, house.clock.now())}});
    auto fresh = house.as(petra);
    fresh.post("/mijn-gegevens/sleutels", "/mijn-gegevens/sleutels", {});
    fresh.post("/mijn-gegevens/sleutels", "/mijn-gegevens/sleutels/weg", {{"sleutel", base::base64url(std::string_view{"een"})}});
    auto second = house.as(petra);
    second.post("/mijn-gegevens", "/uitloggen", {});
    fresh.post("/mijn-gegevens", "/mijn-gegevens/overal-uit", {});
    auto const lines = log();
    for (auto const* event : {"login.asked", "form.refused", "login.failed", "passkey.refused", "login.done", "second_step.failed", "second_step.shown", "proof.failed", "tries.too_many", "proof.shown", "passkey.removed", "session.ended", "sessions.ended"}) EXPECT_NE(lines.find("\"event\":\"" + std::string{event} + "\""), std::string::npos) << event << "\n"
                                                                                                                                                                                                                                                                                                                                                      << lines;
    EXPECT_NE(lines.find("\"event\":\"login.done\",\"request\":\"test-request\",\"account\":\"" + account(petra).value() + "\""), std::string::npos) << lines;
    for (auto const* word : {"voorbeeld", "Petra", "petra", "Ineke", "niemand", "123456", "000000"}) EXPECT_EQ(lines.find(word), std::string::npos) << word << "\n"
                                                                                                                                                    << lines;
    EXPECT_EQ(lines.find(token), std::string::npos);
    // a known and an unknown address leave the same line
    auto const first = lines.find("login.asked"), next = lines.find("login.asked", first + 1);
    auto const rest = [&](std::size_t at) { return lines.substr(at, lines.find('\n', at) - at); };
    ASSERT_NE(next, std::string::npos);
    EXPECT_EQ(rest(first), rest(next));
}

TEST_P(MachineLog, TellsOfDoorsThatStayShutAndOfProgramsThatFillInForms) {
    auto parent_here = house.as(petra);
    EXPECT_EQ(parent_here.get("/mijn-gegevens").status, 200);
    EXPECT_EQ(parent_here.get("/hulpvragen/zeisgeheim").status, 404);
    EXPECT_EQ(parent_here.get("/nergens/zeis").status, 404);
    auto nobody = house.stranger();
    EXPECT_EQ(nobody.get("/nergens").status, 404);
    nobody.post("/buddy-worden/aanmelden", "/buddy-worden/aanmelden", {{"naam", "Zeisprogramma"}, {"telefoon", "0612345678"}, {"kanaal", "poster"}, {"akkoord", "ja"}, {"website", "https://zeis.example"}});
    auto const lines = log();
    EXPECT_NE(lines.find("\"event\":\"page.refused\",\"request\":\"test-request\",\"account\":\"" + account(petra).value() + "\""), std::string::npos) << lines;
    std::size_t shut = 0;
    for (auto at = lines.find("page.refused"); at != std::string::npos; at = lines.find("page.refused", at + 1)) ++shut;
    EXPECT_EQ(shut, 2U) << "of strangers there would be no end";
    EXPECT_NE(lines.find("form.by_a_program"), std::string::npos) << lines;
    for (auto const* word : {"hulpvragen", "zeis", "Zeis"}) EXPECT_EQ(lines.find(word), std::string::npos) << word;
}

} // namespace
