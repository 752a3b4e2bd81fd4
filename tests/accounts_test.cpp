// Accounts in the database: links, sessions, codes and limits each hold once, in time, and for their own account only.
#include "account/store_accounts.h"
#include "account/store_passkeys.h"
#include "platform/crypto/crypto.h"
#include "tests/world/world.h"

#include <sodium.h>

namespace {
using namespace std::chrono_literals;
using visit::Role;

class Accounts : public world::InHouse {
protected:
    visit::PersonId anna = house.person(house.here, "Anna Hier", {Role::buddy}), bram = house.person(house.here, "Bram Hier", {Role::coordinator});
    account::AccountId its = of(anna), other = of(bram), nobody{"niemand"};

    account::AccountId of(visit::PersonId const& person) { return *account::find_by_person(*hall(), person); }
    std::unique_ptr<db::Read> hall() { return house.program->data().read(db::Scope::of_hall()); }
    template <class Work>
    auto write(Work&& work) {
        std::optional<std::invoke_result_t<Work, db::Write&>> out;
        house.program->data().write(db::Scope::of_hall(), [&](db::Write& tx) { out.emplace(work(tx)); });
        return *out;
    }
    base::Moment now() const { return house.clock.now(); }
    std::string open(account::Limits limits = {30min, 10h}) {
        return write([&](db::Write& tx) { return account::open_session(tx, house.random, its, house.here, limits, false, "?", now()); });
    }
    bool lives(std::string const& secret) { return account::find_session(*hall(), secret, now()).has_value(); }
    bool accepts(account::AccountId const& whose, std::string const& code) {
        return write([&](db::Write& tx) { return account::accept_code(tx, house.program->keys(), whose, code, now()); });
    }
};
ON_BOTH_DATABASES(Accounts);

TEST_P(Accounts, ASessionLivesForItsOwnSecretAndItsOwnTime) {
    auto const secret = open();
    EXPECT_TRUE(lives(secret));
    for (auto const& none : {std::string{}, secret.substr(1), secret + "A", std::string(43, 'A'), account::token_hash(secret), std::string{"' or 1=1 --"}}) {
        EXPECT_FALSE(lives(none)) << none;
        EXPECT_FALSE(account::find_ended_session(*hall(), none)) << none;
    }
    house.clock.pass(30min - 1s);
    EXPECT_TRUE(lives(secret));
    house.clock.pass(1s);
    EXPECT_FALSE(lives(secret)) << "idle";
    EXPECT_TRUE(account::find_ended_session(*hall(), secret));
    auto const used = open();
    for (int i = 0; i < 20; ++i) {
        house.clock.pass(29min);
        write([&](db::Write& tx) { return account::touch(tx, account::token_hash(used), now()), 0; });
        EXPECT_TRUE(lives(used)) << i;
    }
    house.clock.pass(20min);
    EXPECT_FALSE(lives(used)) << "ten hours are over, however much it was used";
}

TEST_P(Accounts, OnlyItsOwnerEndsASession) {
    auto const one = open(), two = open();
    write([&](db::Write& tx) { return account::revoke(tx, account::token_hash(one), other, now()), account::revoke_all(tx, other, now()), 0; });
    EXPECT_TRUE(lives(one) && lives(two));
    EXPECT_EQ(account::sessions_of(*hall(), its, now()).size(), 2U);
    write([&](db::Write& tx) { return account::revoke(tx, account::token_hash(one), its, now()), 0; });
    EXPECT_FALSE(lives(one));
    EXPECT_FALSE(account::find_ended_session(*hall(), one)) << "what was ended by hand takes no form along";
    EXPECT_TRUE(lives(two));
    write([&](db::Write& tx) { return account::revoke_all(tx, its, now()), 0; });
    EXPECT_TRUE(account::sessions_of(*hall(), its, now()).empty());
}

TEST_P(Accounts, ALinkIsUsedOnceInTime) {
    auto const give = [&](std::string const& token) { write([&](db::Write& tx) { return account::add_link(tx, token, its, "browser", now() + 20min), 0; }); };
    auto const use = [&](std::string const& token) { return write([&](db::Write& tx) { return account::use_link(tx, token, now()); }); };
    give("een");
    EXPECT_FALSE(use("een ") || use("") || use(account::token_hash("een")));
    EXPECT_EQ(account::find_link(*hall(), "een", now())->account, its);
    EXPECT_EQ(use("een"), its);
    EXPECT_FALSE(use("een"));
    give("twee");
    house.clock.pass(20min);
    EXPECT_FALSE(account::find_link(*hall(), "twee", now()));
    EXPECT_FALSE(use("twee"));
}

TEST_P(Accounts, TheCodeOfALinkHoldsFiveTriesInTheBrowserThatAsked) {
    auto const use = [&](std::string const& browser, std::string const& code) { return write([&](db::Write& tx) { return account::use_code(tx, browser, code, now()); }); };
    write([&](db::Write& tx) { return account::add_link(tx, "een", its, "browser", now() + 20min), 0; });
    EXPECT_FALSE(use("browser", "")) << "no code was given yet";
    write([&](db::Write& tx) { return account::give_code(tx, "een", "code"), 0; });
    EXPECT_FALSE(use("elsewhere", "code"));
    for (int i = 0; i < account::most_code_tries - 1; ++i) EXPECT_FALSE(use("browser", "wrong")) << i;
    EXPECT_FALSE(use("browser", "code")) << "too often";
    write([&](db::Write& tx) { return account::add_link(tx, "twee", its, "other browser", now() + 20min), account::give_code(tx, "twee", "code"), 0; });
    EXPECT_EQ(use("other browser", "code"), its);
    EXPECT_FALSE(use("other browser", "code"));
}

TEST_P(Accounts, CodesOfAnAppHoldOnceAndRecoveryCodesToo) {
    auto& keys = house.program->keys();
    EXPECT_FALSE(account::totp_secret(*hall(), keys, nobody));
    EXPECT_FALSE(account::totp_secret(*hall(), keys, its)) << "none was set";
    EXPECT_FALSE(accepts(its, "123456") || accepts(nobody, "123456"));
    auto const secret = crypto::totp_secret(house.random);
    auto const shown = account::recovery_code(house.random), old = std::string{"Oude-Code_1"};
    write([&](db::Write& tx) { return account::set_totp(tx, keys, its, secret, {shown, account::tidy_recovery_code(shown), old}), 0; });
    EXPECT_EQ(account::totp_secret(*hall(), keys, its), secret);
    auto const code = crypto::totp_code(secret, now());
    EXPECT_FALSE(accepts(other, code));
    EXPECT_TRUE(accepts(its, code));
    EXPECT_FALSE(accepts(its, code)) << "once";
    house.clock.pass(30s);
    EXPECT_TRUE(accepts(its, crypto::totp_code(secret, now())));
    auto typed = " " + shown + " ";
    for (auto& c : typed) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    EXPECT_TRUE(accepts(its, typed)) << "however it is typed";
    EXPECT_FALSE(accepts(its, typed));
    EXPECT_TRUE(accepts(its, old)) << "as it was shown, with its own letters";
    EXPECT_FALSE(accepts(its, old));
    for (auto none : {"", "0000000", "00000000", "ABCD-EFGH-IJKL"}) EXPECT_FALSE(accepts(its, none)) << none;
    // what was sealed for someone else opens for nobody
    write([&](db::Write& tx) { return tx.run("update accounts set totp = (select totp from accounts where id = :its) where id = :other", its, other); });
    EXPECT_FALSE(account::totp_secret(*hall(), keys, other));
}

TEST_P(Accounts, AProofCodeHoldsOnceInTimeWithinFiveTries) {
    auto const give = [&] { write([&](db::Write& tx) { return account::give_proof_code(tx, its, "code", now() + 10min), 0; }); };
    auto const use = [&](account::AccountId const& whose, std::string const& code) { return write([&](db::Write& tx) { return account::use_proof_code(tx, whose, code, now()); }); };
    EXPECT_FALSE(use(its, "code"));
    give();
    EXPECT_FALSE(use(other, "code"));
    EXPECT_TRUE(use(its, "code"));
    EXPECT_FALSE(use(its, "code"));
    give();
    for (int i = 0; i < account::most_code_tries; ++i) EXPECT_FALSE(use(its, "wrong")) << i;
    EXPECT_FALSE(use(its, "code"));
    give();
    house.clock.pass(10min);
    EXPECT_FALSE(use(its, "code"));
}

TEST_P(Accounts, AttemptsAreCountedPerKindAndForgottenAfterTheirTime) {
    auto const attempt = [&](std::string const& what) { return write([&](db::Write& tx) { return account::attempt(tx, what, 3, 1h, now()); }); };
    for (auto good : {true, true, true, false, false}) EXPECT_EQ(attempt("een"), good);
    EXPECT_TRUE(attempt("twee"));
    house.clock.pass(1h - 1s);
    EXPECT_FALSE(attempt("een"));
    house.clock.pass(1s);
    EXPECT_TRUE(attempt("een"));
}

TEST_P(Accounts, AnActionLinkIsOfItsPartnershipAndUsedOnce) {
    auto const here = db::Scope::of(house.here.value()), there = db::Scope::of(house.there.value());
    std::string token;
    house.program->data().write(here, [&](db::Write& tx) { token = account::add_action_link(tx, house.random, "act", "object", anna, now(), now() + 24h); });
    auto const use = [&](db::Scope const& scope, std::string const& its_token) {
        bool used = false;
        house.program->data().write(scope, [&](db::Write& tx) { used = account::use_action_link(tx, its_token, now()); });
        return used;
    };
    EXPECT_TRUE(token.starts_with(house.here.value() + "."));
    EXPECT_FALSE(account::find_action_link(*house.program->data().read(there), token, now()));
    EXPECT_FALSE(use(there, token) || use(here, token + "A") || use(here, ""));
    EXPECT_EQ(account::find_action_link(*house.program->data().read(here), token, now())->object, "object");
    EXPECT_TRUE(use(here, token));
    EXPECT_FALSE(use(here, token));
    EXPECT_TRUE(account::find_action_link(*house.program->data().read(here), token, now())->used_at);
    house.clock.pass(24h);
    EXPECT_FALSE(account::find_action_link(*house.program->data().read(here), token, now()));
}

/// Someone who comes in by a link in the mail.
class ByMail : public Accounts {
protected:
    world::Visitor visitor = house.stranger();
    std::string link(std::string const& mail) { return link(mail, visitor); }
    std::string link(std::string const& mail, world::Visitor& by) {
        by.post("/inloggen", "/inloggen", {{"mail", mail}});
        house.program->run_jobs();
        auto const& text = house.mails.back().text;
        auto const at = text.find("/inloggen/");
        return text.substr(at, text.find_first_of("\n ", at) - at);
    }
    static std::string cookie(world::Page const& page) {
        for (auto const& each : page.cookies)
            if (each.starts_with("__Host-sessie=")) return each;
        return {};
    }
};
ON_BOTH_DATABASES(ByMail);

TEST_P(ByMail, OnlyWhoAsksForItStaysAMonthAlsoAfterProvingAgain) {
    auto const short_link = link("annahier@voorbeeld.test");
    auto const short_one = cookie(visitor.post(short_link, short_link, {}));
    EXPECT_FALSE(short_one.empty());
    EXPECT_EQ(short_one.find("Max-Age"), std::string::npos);
    auto own = house.stranger();
    auto const long_link = link("annahier@voorbeeld.test", own);
    EXPECT_NE(cookie(own.post(long_link, long_link, {{"blijf", "ja"}})).find("Max-Age=2592000"), std::string::npos);
    house.clock.pass(24h);
    EXPECT_EQ(own.get("/mijn-gegevens").status, 200);
    house.mails.clear();
    own.post("/opnieuw-bewijzen", "/opnieuw-bewijzen/mail", {});
    house.program->run_jobs();
    ASSERT_FALSE(house.mails.empty());
    auto const& text = house.mails.back().text;
    auto const digits = [&] {
        for (std::size_t at = 0; at + 6 <= text.size(); ++at)
            if (text.find_first_not_of("0123456789", at) >= at + 6) return text.substr(at, 6);
        return std::string{};
    }();
    EXPECT_NE(cookie(own.post("/opnieuw-bewijzen", "/opnieuw-bewijzen", {{"code", digits}})).find("Max-Age=2505600"), std::string::npos) << "what was left of the month";
}

TEST_P(ByMail, WhatWasTypedWaitsBehindTheLogin) {
    auto const first = link("annahier@voorbeeld.test");
    visitor.post(first, first, {});
    auto const page = visitor.get("/mijn-gegevens");
    house.clock.pass(2h);
    visitor.send("POST", "/mijn-gegevens/overal-uit", "_csrf=" + http::encoded(page.hidden("_csrf")));
    auto const again = link("annahier@voorbeeld.test");
    EXPECT_EQ(visitor.post(again, again, {}).location, "/hervatten");
}

TEST_P(ByMail, SomeoneOfAnotherPartnershipComesInThere) {
    house.person(house.there, "Carla Daar", {Role::buddy});
    auto const its_link = link("carladaar@voorbeeld.test");
    EXPECT_EQ(visitor.post(its_link, its_link, {}).status, 303);
    EXPECT_EQ(visitor.get("/mijn-gegevens").status, 200);
}

TEST_P(ByMail, WhoBelongsNowhereAnyMoreDoesNotComeIn) {
    auto const its_link = link("annahier@voorbeeld.test");
    write([&](db::Write& tx) { return tx.run("delete from memberships where account = :its", its); });
    auto const page = visitor.post(its_link, its_link, {});
    EXPECT_EQ(page.status, 404);
    EXPECT_TRUE(cookie(page).empty());
}

/// What a device in software answers to the question on a login page.
std::vector<std::pair<std::string, std::string>> shown(std::string const& page, std::string const& id, std::string const& secret_key) {
    auto const bytes = [](std::string const& text) { return reinterpret_cast<unsigned char const*>(text.data()); };
    auto const sha256 = [&](std::string const& text) {
        std::string out(crypto_hash_sha256_BYTES, '\0');
        crypto_hash_sha256(reinterpret_cast<unsigned char*>(out.data()), bytes(text), text.size());
        return out;
    };
    std::string const mark = "vraag&quot;:&quot;";
    auto const at = page.find(mark) + mark.size();
    auto const client = R"({"type":"webauthn.get","challenge":")" + page.substr(at, page.find('&', at) - at) + R"(","origin":"https://naast.test"})";
    auto const said = sha256("naast.test") + '\x05' + std::string(4, '\0'), text = said + sha256(client);
    std::string signature(crypto_sign_BYTES, '\0');
    crypto_sign_detached(reinterpret_cast<unsigned char*>(signature.data()), nullptr, bytes(text), text.size(), bytes(secret_key));
    return {{"sleutel_naam", base::base64url(id)}, {"sleutel_antwoord", base::base64url(client)}, {"sleutel_toestel", base::base64url(said)}, {"sleutel_teken", base::base64url(signature)}};
}

TEST_P(ByMail, APasskeyIsBothStepsAndAMailOnlyTheFirst) {
    std::string open_key(crypto_sign_PUBLICKEYBYTES, '\0'), secret_key(crypto_sign_SECRETKEYBYTES, '\0');
    crypto_sign_keypair(reinterpret_cast<unsigned char*>(open_key.data()), reinterpret_cast<unsigned char*>(secret_key.data()));
    EXPECT_TRUE(write([&](db::Write& tx) { return account::add_passkey(tx, other, {"toestel", open_key, -8, 0}, "?", now()); }));
    auto const mailed = link("bramhier@voorbeeld.test");
    EXPECT_EQ(visitor.post(mailed, mailed, {}).location, "/tweede-stap");
    auto device = house.stranger();
    auto const answer = shown(device.get("/inloggen").body, "toestel", secret_key);
    EXPECT_EQ(device.post("/inloggen", "/inloggen/sleutel", answer).location, "/");
    EXPECT_EQ(device.get("/mijn-gegevens").status, 200);
    EXPECT_EQ(house.stranger().post("/inloggen", "/inloggen/sleutel", answer).status, 422) << "once";
}

TEST_P(ByMail, ChangingPartnershipKeepsTheSession) {
    auto const secret = open();
    write([&](db::Write& tx) { return account::move_session(tx, account::token_hash(secret), house.there), 0; });
    EXPECT_EQ(account::find_session(*hall(), secret, now())->partnership, house.there);
}

TEST_P(ByMail, AskingTooOftenAndLoggingOutWithoutASessionChangeNothing) {
    EXPECT_EQ(visitor.post("/inloggen", "/uitloggen", {}).status, 303);
    std::size_t mails = 0;
    for (int i = 0; i < 12; ++i) {
        house.mails.clear();
        visitor.post("/inloggen", "/inloggen", {{"mail", "annahier@voorbeeld.test"}});
        house.program->run_jobs();
        mails += house.mails.size();
    }
    EXPECT_EQ(mails, 5U);
}

} // namespace
