#pragma once
// Keys, hashes and sealed bytes on libsodium: XChaCha20-Poly1305 and BLAKE2b; one-time codes on liboath.
#include "platform/base/clock.h"
#include "platform/base/random.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace crypto {

/// 256 bits that are wiped when they go.
class Key {
public:
    Key() = default;
    explicit Key(std::string_view bytes);
    ~Key();
    Key(Key const&) = default;
    Key& operator=(Key const&) = default;
    static Key random(base::Random& random);
    unsigned char const* data() const { return bytes_.data(); }
    std::string_view bytes() const { return {reinterpret_cast<char const*>(bytes_.data()), bytes_.size()}; }

private:
    std::array<unsigned char, 32> bytes_{};
};

/// Must be called once before anything else here.
void start();
/// BLAKE2b of a text, 32 bytes.
std::string hash(std::string_view text);
/// BLAKE2b of a text under a key, 32 bytes.
std::string hash(Key const& key, std::string_view text);
/// A key for one purpose, derived from another.
Key derive(Key const& key, std::string_view purpose);
/// A key from a code that a person thinks up, slow to guess (Argon2id); `salt` need not be secret, and is another for every code.
Key from_code(std::string_view code, std::string_view salt);
/// Nonce and ciphertext of a text; `bound` must be the same when it is opened.
std::string seal(Key const& key, std::string_view bound, std::string_view text, base::Random& random);
/// The text again, or nothing when key, bound data or bytes are not what they were.
std::optional<std::string> open(Key const& key, std::string_view bound, std::string_view sealed);
/// Whether two texts are the same, in a time that tells nothing.
bool equal(std::string_view one, std::string_view other);

/// A fresh secret for an authenticator app, 20 bytes.
std::string totp_secret(base::Random& random);
/// The secret as people type it (base32).
std::string totp_words(std::string_view secret);
/// The six digits an app shows for a secret at a moment.
std::string totp_code(std::string_view secret, base::Moment at);
/// The time step in which a code holds, one step of clock difference allowed; nothing for a wrong code or a step not after `last_step`.
std::optional<std::int64_t> totp_step(std::string_view secret, std::string_view code, base::Moment at, std::int64_t last_step);

} // namespace crypto
