#include "platform/crypto/passkey.h"

#include <functional>
#include <gtest/gtest.h>
#include <sodium.h>
#include <vector>

namespace crypto {
namespace {

/// A device in software: a key of Ed25519, and an owner who is always there.
struct Device {
    std::string secret = std::string(crypto_sign_SECRETKEYBYTES, '\0'), open = std::string(crypto_sign_PUBLICKEYBYTES, '\0');
    std::string id = "sleutel-van-een-toestel";
    explicit Device(unsigned char seed) {
        std::string const from(crypto_sign_SEEDBYTES, static_cast<char>(seed));
        crypto_sign_seed_keypair(at(open), at(secret), at(from));
    }
    static unsigned char* at(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }
    static unsigned char const* at(std::string const& text) { return reinterpret_cast<unsigned char const*>(text.data()); }
};
std::string sha256(std::string const& text) {
    std::string out(crypto_hash_sha256_BYTES, '\0');
    crypto_hash_sha256(Device::at(out), Device::at(text), text.size());
    return out;
}

/// One answer of a device, before it is put together; what a forger changes.
struct Answer {
    std::string type, challenge = "dGVzdC12cmFhZw", origin = "https://naast.test", more = {};
    std::string host = "naast.test";
    unsigned flags = 0x05;
    std::uint32_t count = 4;
    std::string attested = {};
    std::string client = {}, authenticator = {}, signature = {};

    void put_together(Device const& device) {
        client = R"({"type":")" + type + R"(","challenge":")" + challenge + R"(","origin":")" + origin + "\"" + more + "}";
        authenticator = sha256(host) + static_cast<char>(flags);
        for (int shift = 24; shift >= 0; shift -= 8) authenticator += static_cast<char>(count >> shift & 0xffU);
        authenticator += attested;
        sign(device);
    }
    void sign(Device const& device) {
        auto const text = authenticator + sha256(client);
        signature.assign(crypto_sign_BYTES, '\0');
        crypto_sign_detached(Device::at(signature), nullptr, Device::at(text), text.size(), Device::at(device.secret));
    }
};
std::string attested(Device const& device, std::string const& head = "\xA4\x01\x01\x03\x27\x20\x06\x21\x58\x20") {
    return std::string(16, '\0') + '\0' + static_cast<char>(device.id.size()) + device.id + head + device.open;
}
PasskeyAsked const asked{"dGVzdC12cmFhZw", "https://naast.test", "naast.test"};
Device const device{1}, other{2};
Answer making() {
    Answer answer{.type = "webauthn.create"};
    answer.flags = 0x45;
    answer.attested = attested(device);
    answer.put_together(device);
    return answer;
}
Answer showing(std::uint32_t count = 5) {
    Answer answer{.type = "webauthn.get", .count = count};
    answer.put_together(device);
    return answer;
}
std::optional<Passkey> made(Answer const& answer) { return passkey_made(asked, answer.client, answer.authenticator); }
Passkey kept() { return *made(making()); }
std::optional<std::uint32_t> shown(Answer const& answer, Passkey const& key) { return passkey_shown(asked, key, answer.client, answer.authenticator, answer.signature); }

struct Forgery {
    char const* name;
    std::function<void(Answer&)> change; ///< before it is put together and signed by the right device
};
std::vector<Forgery> const of_both{
    {"another challenge", [](Answer& a) { a.challenge = "YW5kZXJl"; }},
    {"no challenge", [](Answer& a) { a.challenge = ""; }},
    {"a challenge that goes on", [](Answer& a) { a.challenge += "AA"; }},
    {"another origin", [](Answer& a) { a.origin = "https://naast.test.boef.example"; }},
    {"our name with another scheme", [](Answer& a) { a.origin = "http://naast.test"; }},
    {"our name with another port", [](Answer& a) { a.origin = "https://naast.test:8443"; }},
    {"an origin in capitals", [](Answer& a) { a.origin = "https://NAAST.test"; }},
    {"a frame of a stranger", [](Answer& a) { a.more = R"(,"crossOrigin":true)"; }},
    {"a frame that says it in words", [](Answer& a) { a.more = R"(,"crossOrigin":"nee")"; }},
    {"the other purpose", [](Answer& a) { a.type = a.type == "webauthn.get" ? "webauthn.create" : "webauthn.get"; }},
    {"no purpose", [](Answer& a) { a.type = ""; }},
    {"another host", [](Answer& a) { a.host = "boef.example"; }},
    {"the host with its port", [](Answer& a) { a.host = "naast.test:443"; }},
    {"nobody at the device", [](Answer& a) { a.flags &= ~1U; }},
    {"a device that was not unlocked", [](Answer& a) { a.flags &= ~4U; }},
};
std::vector<Forgery> const after_signing{
    {"no signature", [](Answer& a) { a.signature.clear(); }},
    {"a short signature", [](Answer& a) { a.signature.resize(63); }},
    {"a signature of noughts", [](Answer& a) { a.signature.assign(64, '\0'); }},
    {"one bit of the signature", [](Answer& a) { a.signature[10] ^= 1; }},
    {"a signature with more behind it", [](Answer& a) { a.signature += '\0'; }},
    {"the signature of another device", [](Answer& a) { a.sign(other); }},
    {"a count that was not signed", [](Answer& a) { a.authenticator[36] ^= 7; }},
    {"flags that were not signed", [](Answer& a) { a.authenticator[32] ^= 8; }},
    {"client data that were not signed", [](Answer& a) { a.client.insert(1, " "); }},
    {"a cut answer", [](Answer& a) { a.authenticator.resize(36); }},
    {"an empty answer", [](Answer& a) { a.authenticator.clear(); }},
    {"no client data", [](Answer& a) { a.client.clear(); a.sign(device); }},
    {"client data that are no JSON", [](Answer& a) { a.client = "{\"type\":"; a.sign(device); }},
    {"client data that are a list", [](Answer& a) { a.client = "[" + a.client + "]"; a.sign(device); }},
    {"client data without end", [](Answer& a) { a.client = std::string(200'000, '['); a.sign(device); }},
    {"a number for a challenge", [](Answer& a) { a.client = R"({"type":"webauthn.get","challenge":7,"origin":"https://naast.test"})"; a.sign(device); }},
};

TEST(Passkey, IsMadeAndShown) {
    auto const key = made(making());
    ASSERT_TRUE(key);
    EXPECT_EQ(key->id, device.id);
    EXPECT_EQ(key->algorithm, -8);
    EXPECT_EQ(key->count, 4U);
    EXPECT_EQ(shown(showing(), *key), std::optional{5U});
}
TEST(Passkey, ForgedAnswersAreRefused) {
    int refused = 0;
    auto const key = kept();
    for (auto const& [name, change] : of_both) {
        auto answer = showing();
        change(answer);
        answer.put_together(device);
        EXPECT_FALSE(shown(answer, key)) << name;
        auto fresh = making();
        change(fresh);
        fresh.put_together(device);
        EXPECT_FALSE(made(fresh)) << name;
        refused += 2;
    }
    for (auto const& [name, change] : after_signing) {
        auto answer = showing();
        change(answer);
        EXPECT_FALSE(shown(answer, key)) << name;
        ++refused;
    }
    EXPECT_GE(refused, 25);
}
TEST(Passkey, OnlyTheDeviceItselfIsBelieved) {
    auto key = kept();
    auto answer = showing();
    key.public_key = other.open;
    EXPECT_FALSE(shown(answer, key));
    key = kept();
    for (auto const algorithm : {-7, -257, 0, 6}) {
        key.algorithm = algorithm;
        EXPECT_FALSE(shown(answer, key)) << algorithm;
    }
}
TEST(Passkey, MayBringMoreThanAKey) {
    auto answer = making();
    answer.flags |= 0x80U;
    answer.attested = attested(device) + "\xA1\x6B"
                                         "credProtect"
                                         "\x02";
    answer.put_together(device);
    EXPECT_TRUE(made(answer));
    auto showing_more = showing();
    showing_more.flags |= 0x80U;
    showing_more.attested = "\x9A\x7F\xFF\xFF\xFF";
    showing_more.put_together(device);
    EXPECT_FALSE(shown(showing_more, kept())) << "and then no more than it says";
}
TEST(Passkey, ACopyDoesNotCountOn) {
    auto key = kept();
    EXPECT_FALSE(shown(showing(4), key)) << "the same answer once more";
    EXPECT_FALSE(shown(showing(3), key));
    EXPECT_FALSE(shown(showing(0), key)) << "a device that counted before";
    // keys that live on several devices never count
    key.count = 0;
    EXPECT_EQ(shown(showing(0), key), std::optional{0U});
}
TEST(Passkey, AKeyThatCannotBeReadIsNotMade) {
    auto const whole = making();
    for (std::size_t size = 0; size < whole.authenticator.size(); ++size) EXPECT_FALSE(passkey_made(asked, whole.client, whole.authenticator.substr(0, size))) << size;
    auto with = [](std::string const& attested) {
        auto answer = making();
        answer.attested = attested;
        answer.put_together(device);
        return answer;
    };
    EXPECT_FALSE(made(with(attested(device, "\xA4\x01\x01\x03\x26\x20\x06\x21\x58\x20")))) << "an algorithm that is not of this kind of key";
    EXPECT_FALSE(made(with(attested(device, "\xA4\x01\x02\x03\x27\x20\x06\x21\x58\x20")))) << "another kind of key";
    EXPECT_FALSE(made(with(attested(device, "\xA4\x01\x01\x03\x27\x20\x06\x21\x58\x40")))) << "a key longer than what is there";
    EXPECT_FALSE(made(with(""))) << "no key at all";
    for (auto const* claims : {"\xA4\x01\x01\x03\x27\x20\x06\x21\x9A\xFF\xFF\xFF\xFF", "\xA4\x01\x01\x03\x27\x20\x06\x21\xBB\x7F\xFF\xFF\xFF\xFF\xFF\xFF\xFF", "\xA4\x01\x01\x03\x27\x20\x06\x21\x9F"}) EXPECT_FALSE(made(with(attested(device, claims)))) << "a list longer than what is there, or without an end";
    auto large = attested(device);
    EXPECT_FALSE(made(with(large + std::string(4096, '\0')))) << "more than any device says";
    auto without = making();
    without.flags &= ~0x40U;
    without.put_together(device);
    EXPECT_FALSE(made(without)) << "a device that says it sends no key";
}

} // namespace
} // namespace crypto
