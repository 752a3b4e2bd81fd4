// Proving again who one is: what counts is not done in a session that merely lies open, what was filled in comes back, and the session goes on under a new secret.
#include "account/store_accounts.h"
#include "account/store_passkeys.h"
#include "platform/crypto/crypto.h"
#include "tests/world/two_people.h"

namespace {
using visit::Role;

class Proof : public world::TwoPeople {
protected:
    static constexpr auto erasing = "/mijn-gegevens/wissen";
    static constexpr auto proof = "/opnieuw-bewijzen";
    world::Visitor parent = house.as(petra); ///< one session that goes on
    void later(int minutes) { house.clock.pass(std::chrono::minutes{minutes}); }
    /// The code in the last mail.
    std::string mailed() {
        work();
        for (auto const& word : {house.mails.back().text})
            for (std::size_t at = 0; at + 6 <= word.size(); ++at)
                if (std::all_of(word.begin() + static_cast<long>(at), word.begin() + static_cast<long>(at) + 6, [](char c) { return c >= '0' && c <= '9'; })) return word.substr(at, 6);
        return {};
    }
    visit::AccountId account(visit::PersonId const& person) { return *account::find_by_person(*house.program->data().read(db::Scope::of_hall()), person); }
    std::int64_t sessions(visit::PersonId const& person) { return static_cast<std::int64_t>(account::sessions_of(*house.program->data().read(db::Scope::of_hall()), account(person), house.clock.now()).size()); }
};
ON_BOTH_DATABASES(Proof);

TEST_P(Proof, IsNotAskedShortlyAfterALogin) {
    later(14);
    EXPECT_EQ(parent.get("/mijn-gegevens/sleutels").status, 200);
    later(2);
    EXPECT_EQ(parent.get("/mijn-gegevens/sleutels").location, "/opnieuw-bewijzen?naar=%2Fmijn-gegevens%2Fsleutels");
}

TEST_P(Proof, WhoLacksTheSecondStepTooIsLedThereFirst) {
    auto half = house.as(house.person(house.here, "Cor", {Role::coordinator}), false);
    auto const correcting = "/mensen/" + petra.value() + "/gegevens";
    EXPECT_EQ(half.get(correcting).location, "/tweede-stap");
    later(20);
    EXPECT_EQ(half.get(correcting).location, "/tweede-stap");
    EXPECT_EQ(half.get("/mijn-gegevens/sleutels").location, "/opnieuw-bewijzen?naar=%2Fmijn-gegevens%2Fsleutels") << "wants no second step";
}

TEST_P(Proof, ComesByMailAndBringsBackWhatWasFilledIn) {
    auto const keys = "/mijn-gegevens/sleutels";
    auto const open = parent.get(keys); // the form stands on the screen while the quarter of an hour passes
    later(20);
    ASSERT_EQ(parent.send("POST", keys, "_csrf=" + http::encoded(open.hidden("_csrf")) + "&_once=" + open.hidden("_once")).location, proof);
    house.mails.clear();
    EXPECT_EQ(parent.post(proof, "/opnieuw-bewijzen/mail", {}).status, 303);
    auto const code = mailed();
    ASSERT_EQ(code.size(), 6U);
    EXPECT_EQ(house.mails.size(), 1U);
    auto const before = sessions(petra);
    EXPECT_EQ(parent.post(proof, proof, {{"code", code == "000000" ? "000001" : "000000"}}).status, 422);
    EXPECT_EQ(parent.post(proof, proof, {{"code", code}}).location, "/hervatten");
    EXPECT_EQ(sessions(petra), before) << "the old secret is dead";
    auto const waits = parent.get("/hervatten");
    EXPECT_TRUE(waits.says("Wat u invulde is bewaard"));
    EXPECT_TRUE(waits.says(keys));
    EXPECT_EQ(parent.post("/hervatten", "/hervatten", {}).location, "/");
    EXPECT_EQ(parent.get("/hervatten").location, "/") << "thrown away";
}

TEST_P(Proof, ErasingNeverWaitsInAForm) {
    auto const open = parent.get(erasing);
    later(20);
    EXPECT_EQ(parent.send("POST", erasing, "zeker=ja&_csrf=" + http::encoded(open.hidden("_csrf")) + "&_once=" + open.hidden("_once")).location, "/opnieuw-bewijzen?naar=%2Fmijn-gegevens%2Fwissen");
    EXPECT_FALSE(account::parked(*house.program->data().read(db::Scope::of_hall()), account(petra), house.clock.now()));
    parent.post(proof, "/opnieuw-bewijzen/mail", {});
    EXPECT_EQ(parent.post(proof, proof, {{"code", mailed()}, {"naar", erasing}}).location, erasing);
    EXPECT_EQ(parent.post(erasing, erasing, {{"zeker", "ja"}}).location, "/gewist");
}

TEST_P(Proof, ChangingPartnershipProvesNothing) {
    auto const there = house.person(house.there, "Petra Elders", {Role::coordinator});
    house.program->data().write(db::Scope::of_hall(), [&](db::Write& hall) {
        hall.run("delete from memberships where person = :person", there);
        account::add_membership(hall, account(petra), house.there, there);
    });
    later(20);
    ASSERT_EQ(parent.post("/wisselen", "/wisselen/daar", {}).status, 303);
    EXPECT_EQ(parent.get("/mijn-gegevens/sleutels").location, "/opnieuw-bewijzen?naar=%2Fmijn-gegevens%2Fsleutels");
}

TEST_P(Proof, AMailboxAloneMakesNoSecondFactorByAWayAround) {
    // a coordinator there with an app, a parent here: the login here by mail makes no passkey that would count there
    auto const there = house.person(house.there, "Petra Elders", {Role::coordinator});
    house.program->data().write(db::Scope::of_hall(), [&](db::Write& hall) {
        hall.run("delete from memberships where person = :person", there);
        account::add_membership(hall, account(petra), house.there, there);
        account::set_totp(hall, house.program->keys(), account(petra), crypto::totp_secret(house.random), {});
    });
    auto here = house.as(petra, false);
    EXPECT_EQ(here.get("/mijn-gegevens/sleutels").location, "/tweede-stap");
}

TEST_P(Proof, ACodeHoldsOnceInTimeForOnePersonAndFiveTries) {
    later(20);
    house.mails.clear();
    parent.post(proof, "/opnieuw-bewijzen/mail", {});
    auto const code = mailed();
    auto helper = house.as(bea);
    later(16);
    EXPECT_EQ(helper.post(proof, proof, {{"code", code}}).status, 422) << "of someone else";
    EXPECT_EQ(parent.post(proof, proof, {{"code", code}}).status, 303);
    EXPECT_EQ(parent.post(proof, proof, {{"code", code}}).status, 422) << "used";
    house.mails.clear();
    later(61);
    auto again = house.as(petra);
    again.post(proof, "/opnieuw-bewijzen/mail", {});
    auto const late = mailed();
    later(21);
    EXPECT_EQ(again.post(proof, proof, {{"code", late}}).status, 422) << "too late";
    house.mails.clear();
    again.post(proof, "/opnieuw-bewijzen/mail", {});
    auto const tried = mailed();
    for (int i = 0; i < 5; ++i) EXPECT_EQ(again.post(proof, proof, {{"code", "999999"}}).status, 422);
    EXPECT_EQ(again.post(proof, proof, {{"code", tried}}).status, 422) << "after five tries";
}

TEST_P(Proof, WhoHasAnAppIsNeverAskedByMail) {
    auto const secret = crypto::totp_secret(house.random);
    house.program->data().write(db::Scope::of_hall(), [&](db::Write& hall) { account::set_totp(hall, house.program->keys(), account(coordinator), secret, {}); });
    auto desk = house.as(coordinator);
    later(20);
    EXPECT_FALSE(desk.get(proof).says("Stuur mij een code"));
    house.mails.clear();
    desk.post(proof, "/opnieuw-bewijzen/mail", {});
    work();
    for (auto const& mail : house.mails) EXPECT_EQ(mail.subject.find("code"), std::string::npos);
    EXPECT_EQ(desk.post(proof, proof, {{"code", crypto::totp_code(secret, house.clock.now())}, {"naar", "/mijn-gegevens/sleutels"}}).location, "/mijn-gegevens/sleutels");
    EXPECT_EQ(desk.get("/mijn-gegevens/sleutels").status, 200);
}

TEST_P(Proof, LeadsNowhereElse) {
    for (auto const* to : {"https://boef.example/", "//boef.example", "/\\boef.example", "/\t/boef.example", "/\x7f/boef.example", "mijn", ""}) {
        later(61);
        auto visitor = house.as(petra);
        house.mails.clear();
        visitor.post(proof, "/opnieuw-bewijzen/mail", {{"naar", to}});
        EXPECT_EQ(visitor.post(proof, proof, {{"code", mailed()}, {"naar", to}}).location, "/") << to;
    }
}

TEST_P(Proof, SettingUpAnAppWantsAFreshProofAndShowingOneDoesNot) {
    auto half = house.as(coordinator, false);
    auto const step = half.get("/tweede-stap");
    ASSERT_TRUE(step.says("/tweede-stap\""));
    auto const set_up = [&](world::Page const& page) {
        auto const secret = crypto::open(house.program->keys().secret("totp-enrol"), coordinator.value(), base::from_base64url(page.hidden("sleutel"))).value_or("");
        http::Fields all;
        for (auto const* name : {"_csrf", "_once", "sleutel"}) all.add(name, page.hidden(name));
        all.add("code", secret.empty() ? "" : crypto::totp_code(secret, house.clock.now()));
        return half.send("POST", "/tweede-stap", http::form_text(all));
    };
    auto const app = [&] { return account::totp_secret(*house.program->data().read(db::Scope::of_hall()), house.program->keys(), account(coordinator)); };
    later(20);
    EXPECT_EQ(half.get("/tweede-stap").location, "/opnieuw-bewijzen?naar=%2Ftweede-stap");
    EXPECT_EQ(set_up(step).location, "/opnieuw-bewijzen?naar=%2Ftweede-stap") << "a page that lay open";
    EXPECT_FALSE(app());
    house.mails.clear();
    half.post(proof, "/opnieuw-bewijzen/mail", {{"naar", "/tweede-stap"}});
    EXPECT_EQ(half.post(proof, proof, {{"code", mailed()}, {"naar", "/tweede-stap"}}).location, "/tweede-stap");
    auto const made = set_up(half.get("/tweede-stap"));
    EXPECT_EQ(made.status, 200);
    EXPECT_TRUE(made.says("Bewaar deze herstelcodes"));
    ASSERT_TRUE(app());
    EXPECT_EQ(half.get("/vandaag").status, 200);
    auto old = house.as(coordinator, false);
    later(20);
    EXPECT_EQ(old.get("/tweede-stap").status, 200);
    EXPECT_EQ(old.post("/tweede-stap", "/tweede-stap", {{"code", crypto::totp_code(*app(), house.clock.now())}}).location, "/");

    // what was shown to be kept lets its owner in, once, however it is typed
    std::vector<std::string> codes;
    for (auto at = made.body.find("class=\"sleutel\">"); at != std::string::npos; at = made.body.find("class=\"sleutel\">", at + 16)) codes.push_back(made.body.substr(at + 16, made.body.find('<', at + 16) - at - 16));
    ASSERT_EQ(codes.size(), 8U);
    for (auto const& code : codes) {
        EXPECT_GE(std::count(code.begin(), code.end(), '-'), 3) << code;
        EXPECT_EQ(std::count_if(code.begin(), code.end(), [](unsigned char c) { return std::isalnum(c); }), 26) << "128 bits: " << code;
    }
    auto typed = codes[0];
    for (auto& c : typed) c = c == '-' ? ' ' : static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    auto const shows = [&](std::string const& code) { return house.as(coordinator, false).post("/tweede-stap", "/tweede-stap", {{"code", code}}).location; };
    EXPECT_EQ(shows(typed), "/");
    EXPECT_EQ(shows(codes[0]), "") << "used";
    EXPECT_EQ(shows(codes[1]), "/");
    EXPECT_EQ(shows(codes[2].substr(0, 9)), "") << "a part of one";
    EXPECT_NE(made.body.find("class=\"sleutel\""), std::string::npos);
    EXPECT_TRUE(house.as(coordinator, false).get("/tweede-stap").says("maxlength=\"60\"")) << "the field takes a code with its dashes";
}

TEST_P(Proof, RecoveryCodesOfBeforeStillCount) {
    house.program->data().write(db::Scope::of_hall(), [&](db::Write& hall) { account::set_totp(hall, house.program->keys(), account(coordinator), crypto::totp_secret(house.random), {"aB-c_dE12fGh"}); });
    EXPECT_EQ(house.as(coordinator, false).post("/tweede-stap", "/tweede-stap", {{"code", "AB-C_DE12FGH"}}).status, 422);
    EXPECT_EQ(house.as(coordinator, false).post("/tweede-stap", "/tweede-stap", {{"code", "aB-c_dE12fGh"}}).location, "/");
}

TEST_P(Proof, AMailedCodeHoldsOnlyInTheSessionThatAskedForIt) {
    auto other = house.as(petra);
    later(20);
    other.get("/mijn-gegevens");
    house.mails.clear();
    parent.post(proof, "/opnieuw-bewijzen/mail", {});
    auto const code = mailed();
    ASSERT_EQ(code.size(), 6U);
    EXPECT_EQ(other.post(proof, proof, {{"code", code}}).status, 422) << "another session of the same account";
    EXPECT_EQ(parent.post(proof, proof, {{"code", code}}).status, 303);
}

TEST_P(Proof, AForgedPostIsNotKept) {
    later(20);
    EXPECT_EQ(parent.send("POST", erasing, "zeker=ja").status, 404);
    EXPECT_FALSE(account::parked(*house.program->data().read(db::Scope::of_hall()), account(petra), house.clock.now()));
}

TEST_P(Proof, WithAPasskeyNobodyMakesASecondWayInBeforeItWasShown) {
    house.program->data().write(db::Scope::of_hall(), [&](db::Write& hall) { EXPECT_TRUE(account::add_passkey(hall, account(coordinator), {"een", std::string(32, 'x'), -8, 0}, "Firefox · Linux", house.clock.now())); });
    auto half = house.as(coordinator, false);
    auto const step = half.get("/tweede-stap");
    EXPECT_TRUE(step.says("Gebruik mijn toegangssleutel"));
    EXPECT_FALSE(step.says("otpauth")) << "no app is offered";
    EXPECT_EQ(half.get("/mijn-gegevens/sleutels").location, "/tweede-stap");
    EXPECT_EQ(half.post("/tweede-stap", "/mijn-gegevens/sleutels", {}).location, "/tweede-stap");
    EXPECT_EQ(half.post("/tweede-stap", "/mijn-gegevens/sleutels/weg", {{"sleutel", base::base64url(std::string_view{"een"})}}).location, "/tweede-stap");
    EXPECT_EQ(half.post("/tweede-stap", "/tweede-stap/sleutel", {{"sleutel_naam", base::base64url(std::string_view{"een"})}, {"sleutel_antwoord", "e30"}}).status, 422);
    EXPECT_EQ(half.get("/vandaag").location, "/tweede-stap");
    EXPECT_EQ(account::passkeys_of(*house.program->data().read(db::Scope::of_hall()), account(coordinator)).size(), 1U);
    later(20);
    EXPECT_FALSE(half.get(proof).says("Stuur mij een code")) << "the mail was the first proof already";
}

TEST_P(Proof, APasskeyBelongsToOneAccount) {
    auto const id = base::base64url(std::string_view{"een"});
    house.program->data().write(db::Scope::of_hall(), [&](db::Write& hall) {
        EXPECT_TRUE(account::add_passkey(hall, account(petra), {"een", std::string(32, 'x'), -8, 0}, "?", house.clock.now()));
        EXPECT_FALSE(account::add_passkey(hall, account(bea), {"een", std::string(32, 'y'), -8, 0}, "?", house.clock.now())) << "taken";
        EXPECT_FALSE(account::remove_passkey(hall, account(bea), id));
        auto const row = account::find_passkey(hall, id);
        EXPECT_TRUE(account::count_passkey(hall, *row, 3, house.clock.now()));
        EXPECT_FALSE(account::count_passkey(hall, *row, 4, house.clock.now())) << "another answer counted meanwhile";
        EXPECT_TRUE(account::use_challenge(hall, "een", house.clock.now() + std::chrono::minutes{10}, house.clock.now()));
        EXPECT_FALSE(account::use_challenge(hall, "een", house.clock.now() + std::chrono::minutes{10}, house.clock.now()));
        for (int i = 0; i < account::most_passkeys; ++i) account::add_passkey(hall, account(petra), {"nog" + std::to_string(i), std::string(32, 'x'), -8, 0}, "?", house.clock.now());
        EXPECT_EQ(account::passkeys_of(hall, account(petra)).size(), 10U);
    });
    auto other = house.as(bea);
    other.post("/mijn-gegevens/sleutels", "/mijn-gegevens/sleutels/weg", {{"sleutel", id}});
    EXPECT_EQ(account::passkeys_of(*house.program->data().read(db::Scope::of_hall()), account(petra)).size(), 10U);
}

} // namespace
