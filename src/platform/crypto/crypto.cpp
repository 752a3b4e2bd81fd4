#include "platform/crypto/crypto.h"

#include "platform/base/require.h"

#include <cstdlib>
#include <cstring>
#include <liboath/oath.h>
#include <semaphore>
#include <sodium.h>

namespace crypto {
namespace {
unsigned char const* bytes(std::string_view text) { return reinterpret_cast<unsigned char const*>(text.data()); }
unsigned char* bytes(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }
constexpr int step_seconds = 30;
} // namespace

Key::Key(std::string_view bytes) {
    base::require(bytes.size() == bytes_.size(), "a key has 32 bytes");
    std::memcpy(bytes_.data(), bytes.data(), bytes_.size());
}

Key::~Key() { sodium_memzero(bytes_.data(), bytes_.size()); }

Key Key::random(base::Random& random) {
    Key key;
    random.fill(key.bytes_);
    return key;
}

void start() {
    base::require(sodium_init() >= 0, "libsodium does not start");
    base::require(oath_init() == OATH_OK, "liboath does not start");
}

std::string hash(std::string_view text) {
    std::string out(32, '\0');
    crypto_generichash(bytes(out), out.size(), bytes(text), text.size(), nullptr, 0);
    return out;
}

std::string hash(Key const& key, std::string_view text) {
    std::string out(32, '\0');
    crypto_generichash(bytes(out), out.size(), bytes(text), text.size(), key.data(), 32);
    return out;
}

Key derive(Key const& key, std::string_view purpose) { return Key{hash(key, purpose)}; }

Key from_code(std::string_view code, std::string_view salt) {
    // each takes 64 MiB: many forms at once take turns
    static std::counting_semaphore<2> turns{2};
    struct Turn {
        Turn() { turns.acquire(); }
        ~Turn() { turns.release(); }
    } const turn;
    auto const mixed = hash(salt);
    std::string out(32, '\0');
    base::require(crypto_pwhash(bytes(out), out.size(), code.data(), code.size(), bytes(mixed), crypto_pwhash_OPSLIMIT_INTERACTIVE, crypto_pwhash_MEMLIMIT_INTERACTIVE, crypto_pwhash_ALG_ARGON2ID13) == 0, "no memory to make a key from a code");
    Key key{out};
    sodium_memzero(out.data(), out.size());
    return key;
}

std::string seal(Key const& key, std::string_view bound, std::string_view text, base::Random& random) {
    std::string out(crypto_aead_xchacha20poly1305_ietf_NPUBBYTES + text.size() + crypto_aead_xchacha20poly1305_ietf_ABYTES, '\0');
    random.fill({bytes(out), crypto_aead_xchacha20poly1305_ietf_NPUBBYTES});
    crypto_aead_xchacha20poly1305_ietf_encrypt(bytes(out) + crypto_aead_xchacha20poly1305_ietf_NPUBBYTES, nullptr, bytes(text), text.size(), bytes(bound), bound.size(), nullptr, bytes(out), key.data());
    return out;
}

std::optional<std::string> open(Key const& key, std::string_view bound, std::string_view sealed) {
    constexpr auto around = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES + crypto_aead_xchacha20poly1305_ietf_ABYTES;
    if (sealed.size() < around) return {};
    std::string text(sealed.size() - around, '\0');
    auto* box = bytes(sealed) + crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(bytes(text), nullptr, nullptr, box, sealed.size() - crypto_aead_xchacha20poly1305_ietf_NPUBBYTES, bytes(bound), bound.size(), bytes(sealed), key.data()) != 0) return {};
    return text;
}

bool equal(std::string_view one, std::string_view other) { return one.size() == other.size() && sodium_memcmp(one.data(), other.data(), one.size()) == 0; }

std::string totp_secret(base::Random& random) {
    std::string secret(20, '\0');
    random.fill({bytes(secret), secret.size()});
    return secret;
}

std::string totp_words(std::string_view secret) {
    char* words = nullptr;
    base::require(oath_base32_encode(secret.data(), secret.size(), &words, nullptr) == OATH_OK, "no base32");
    std::string out = words;
    std::free(words);
    return out;
}

std::string totp_code(std::string_view secret, base::Moment at) {
    char code[7]{};
    base::require(oath_totp_generate(secret.data(), secret.size(), at.time_since_epoch().count(), step_seconds, 0, 6, code) == OATH_OK, "no one-time code");
    return code;
}

std::optional<std::int64_t> totp_step(std::string_view secret, std::string_view code, base::Moment at, std::int64_t last_step) {
    auto step = at.time_since_epoch().count() / step_seconds;
    std::optional<std::int64_t> found;
    for (auto near : {step, step - 1, step + 1}) {
        auto const right = totp_code(secret, base::Moment{std::chrono::seconds{near * step_seconds}});
        if (equal(right, code) && near > last_step) found = near;
    }
    return found;
}

} // namespace crypto
