#pragma once
// Passkeys (toegangssleutels): what a browser says about a key of its owner, checked with libfido2. The owner is always asked to unlock the device.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace crypto {

/// What a browser must have signed for: the challenge it was given, as base64url text, and our own address.
struct PasskeyAsked {
    std::string challenge;
    std::string origin; ///< scheme, host and port
    std::string host;   ///< the host alone
};

/// The public half of a passkey, as it is kept.
struct Passkey {
    std::string id;         ///< bytes chosen by the device
    std::string public_key; ///< raw bytes, of the kind that the algorithm says
    int algorithm = 0;      ///< a number of COSE: -7 ES256, -8 EdDSA, -257 RS256
    std::uint32_t count = 0;
};

/// A passkey that was made just now; nothing when the answer is for another challenge, address or purpose, was given in a frame of a stranger, without its owner at the device, or cannot be read. No attestation is asked.
std::optional<Passkey> passkey_made(PasskeyAsked const& asked, std::string_view client_data, std::string_view authenticator_data);
/// The new count of a passkey that was shown just now; nothing when any of the above is wrong, when the signature is not of this key, or when a device that counts does not count on (a copy).
std::optional<std::uint32_t> passkey_shown(PasskeyAsked const& asked, Passkey const& key, std::string_view client_data, std::string_view authenticator_data, std::string_view signature);

} // namespace crypto
