// What a device answers: only an answer that it signed for this question counts, with no byte changed; whatever else comes in is read without harm.
#include "expect.h"
#include "platform/crypto/crypto.h"
#include "platform/crypto/passkey.h"

#include <sodium.h>

namespace {

unsigned char* bytes(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }
unsigned char const* bytes(std::string const& text) { return reinterpret_cast<unsigned char const*>(text.data()); }
std::string sha256(std::string const& text) {
    std::string out(crypto_hash_sha256_BYTES, '\0');
    crypto_hash_sha256(bytes(out), bytes(text), text.size());
    return out;
}

crypto::PasskeyAsked const asked{"dGVzdC12cmFhZw", "https://naast.test", "naast.test"};
std::string client(std::string const& purpose) { return R"({"type":"webauthn.)" + purpose + R"(","challenge":")" + asked.challenge + R"(","origin":")" + asked.origin + R"("})"; }
/// What stands before a key: our host, who was there, and a count.
std::string head(char flags, char count) { return sha256(asked.host) + flags + std::string(3, '\0') + count; }

/// A device in software, and one right answer of it.
struct Device {
    std::string secret = std::string(crypto_sign_SECRETKEYBYTES, '\0'), open = std::string(crypto_sign_PUBLICKEYBYTES, '\0');
    std::string client_data = client("get"), said = head(0x05, 5), signature = std::string(crypto_sign_BYTES, '\0');
    crypto::Passkey key;
    Device() {
        crypto::start();
        std::string const seed(crypto_sign_SEEDBYTES, 'n');
        crypto_sign_seed_keypair(bytes(open), bytes(secret), bytes(seed));
        auto const made = crypto::passkey_made(asked, client("create"), head(0x45, 4) + std::string(17, '\0') + "\x05" + "naast" + "\xA4\x01\x01\x03\x27\x20\x06\x21\x58\x20" + open);
        expect(made.has_value(), "a right key is not made");
        key = *made;
        auto const text = said + sha256(client_data);
        crypto_sign_detached(bytes(signature), nullptr, bytes(text), text.size(), bytes(secret));
    }
};

void judged(std::optional<crypto::Passkey> const& key) {
    if (!key) return;
    expect(!key->id.empty() && key->id.size() <= 1023 && !key->public_key.empty(), "a key was made that cannot be kept");
    expect(key->algorithm == -7 || key->algorithm == -8 || key->algorithm == -257, "a key was made of an unknown kind");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(unsigned char const* data, std::size_t size) {
    static Device const device;
    Given given{data, size};
    auto const how = given.byte() % 5;
    std::string client_data = device.client_data, said = device.said, signature = device.signature;
    switch (how) {
    case 0: judged(crypto::passkey_made(asked, client("create"), head(static_cast<char>(given.byte() | 0x45U), 0) + std::string{given.rest()})); return 0;
    case 1: judged(crypto::passkey_made(asked, given.rest(), head(0x45, 0))); return 0;
    case 2: client_data = planted() ? client_data : changed(client_data, given); break;
    case 3: said = changed(said, given); break;
    default: signature = changed(signature, given); break;
    }
    expect(crypto::passkey_shown(asked, device.key, device.client_data, device.said, device.signature).has_value(), "a right answer is refused");
    expect(!crypto::passkey_shown(asked, device.key, client_data, said, signature), "an answer counts after a change");
    std::string_view const one = given.part(), two = given.part(), three = given.rest();
    expect(three == device.signature || !crypto::passkey_shown(asked, device.key, one, two, three), "a made-up answer counts");
    return 0;
}
