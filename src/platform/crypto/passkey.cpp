#include "platform/crypto/passkey.h"

#include <array>
#include <boost/json.hpp>
#include <fido.h>
#include <fido/eddsa.h>
#include <fido/es256.h>
#include <fido/rs256.h>
#include <memory>
#include <sodium.h>

namespace crypto {
namespace {

unsigned char const* bytes(std::string_view text) { return reinterpret_cast<unsigned char const*>(text.data()); }
std::string text_of(unsigned char const* data, std::size_t size) { return {reinterpret_cast<char const*>(data), size}; }

template <auto Free>
struct Freed {
    template <class T>
    void operator()(T* its) const { Free(&its); }
};
using Credential = std::unique_ptr<fido_cred_t, Freed<fido_cred_free>>;
using Assertion = std::unique_ptr<fido_assert_t, Freed<fido_assert_free>>;

constexpr std::array kinds{COSE_ES256, COSE_EDDSA, COSE_RS256};
constexpr std::size_t flags_at = 32, count_at = 33, least = 37;
constexpr unsigned owner_present = 0x01, owner_verified = 0x04, holds_key = 0x40;
constexpr std::size_t most = 64UL * 1024, most_said = 4096;

bool fits(PasskeyAsked const& asked, std::string_view type, std::string_view client_data) {
    if (client_data.empty() || client_data.size() > most) return false;
    boost::system::error_code error;
    auto const value = boost::json::parse({client_data.data(), client_data.size()}, error);
    if (error || !value.is_object()) return false;
    auto const says = [&](char const* name) {
        auto const* its = value.as_object().if_contains(name);
        return its && its->is_string() ? std::string{its->as_string().c_str(), its->as_string().size()} : std::string{};
    };
    auto const* crossed = value.as_object().if_contains("crossOrigin");
    if (crossed && !(crossed->is_bool() && !crossed->as_bool())) return false;
    return says("type") == type && !asked.challenge.empty() && says("challenge") == asked.challenge && says("origin") == asked.origin;
}

/// Whether what comes after the head claims no more signs and things than there are bytes: the library that reads it makes room for what is claimed before it looks.
bool claims_what_it_holds(std::string_view data) {
    auto const first = [&] { return static_cast<unsigned char>(data.front()); };
    auto const take = [&](std::size_t count) {
        bool const there = count <= data.size();
        data.remove_prefix(there ? count : data.size());
        return there;
    };
    auto const number = [&](std::size_t bytes) {
        std::uint64_t value = 0;
        for (; bytes > 0 && !data.empty(); --bytes, take(1)) value = value << 8U | first();
        return value;
    };
    unsigned const flags = bytes(data)[flags_at];
    take(least);
    if (flags & holds_key) {
        take(16); // the make of the device
        take(number(2));
    }
    while (!data.empty()) {
        unsigned const kind = first() >> 5U, size = first() & 31U;
        take(1);
        if (size > 27) return false; // without an end
        auto const count = size < 24 ? size : number(1UL << (size - 24U));
        bool const text = kind == 2 || kind == 3, many = kind == 4 || kind == 5;
        if ((text || many) && count > data.size()) return false;
        if (text) take(count);
    }
    return true;
}

/// Whether a device says that it answers our host and that its owner unlocked it.
bool by_owner(PasskeyAsked const& asked, std::string_view data) {
    if (data.size() < least || data.size() > most_said || !claims_what_it_holds(data)) return false;
    std::array<unsigned char, crypto_hash_sha256_BYTES> host{};
    crypto_hash_sha256(host.data(), bytes(asked.host), asked.host.size());
    auto const flags = bytes(data)[flags_at];
    return sodium_memcmp(host.data(), data.data(), host.size()) == 0 && (flags & owner_present) && (flags & owner_verified);
}

std::uint32_t count_of(std::string_view data) {
    std::uint32_t count = 0;
    for (std::size_t i = 0; i < 4; ++i) count = count << 8U | bytes(data)[count_at + i];
    return count;
}

/// Whether the key is one of its kind: a point on its curve, a number of a size that holds.
template <class Key, Key* New(), int From(Key*, void const*, std::size_t), void Free(Key**), class With>
auto with(std::string const& raw, With&& use) -> bool {
    std::unique_ptr<Key, Freed<Free>> key{New()};
    return key && From(key.get(), raw.data(), raw.size()) == FIDO_OK && use(key.get());
}
template <class With>
bool with_key(Passkey const& key, With&& use) {
    switch (key.algorithm) {
    case COSE_ES256: return with<es256_pk_t, es256_pk_new, es256_pk_from_ptr, es256_pk_free>(key.public_key, use);
    case COSE_EDDSA: return with<eddsa_pk_t, eddsa_pk_new, eddsa_pk_from_ptr, eddsa_pk_free>(key.public_key, use);
    case COSE_RS256: return with<rs256_pk_t, rs256_pk_new, rs256_pk_from_ptr, rs256_pk_free>(key.public_key, use);
    default: return false;
    }
}

} // namespace

std::optional<Passkey> passkey_made(PasskeyAsked const& asked, std::string_view client_data, std::string_view authenticator_data) {
    if (!fits(asked, "webauthn.create", client_data) || !by_owner(asked, authenticator_data)) return {};
    for (auto const kind : kinds) {
        Credential credential{fido_cred_new()};
        if (!credential || fido_cred_set_type(credential.get(), kind) != FIDO_OK) return {};
        if (fido_cred_set_authdata_raw(credential.get(), bytes(authenticator_data), authenticator_data.size()) != FIDO_OK) continue;
        Passkey key{text_of(fido_cred_id_ptr(credential.get()), fido_cred_id_len(credential.get())), text_of(fido_cred_pubkey_ptr(credential.get()), fido_cred_pubkey_len(credential.get())), kind, count_of(authenticator_data)};
        if (key.id.empty() || key.id.size() > 1023 || !with_key(key, [](auto*) { return true; })) return {};
        return key;
    }
    return {};
}

std::optional<std::uint32_t> passkey_shown(PasskeyAsked const& asked, Passkey const& key, std::string_view client_data, std::string_view authenticator_data, std::string_view signature) {
    if (!fits(asked, "webauthn.get", client_data) || !by_owner(asked, authenticator_data) || signature.empty() || signature.size() > most) return {};
    Assertion assertion{fido_assert_new()};
    auto* its = assertion.get();
    bool const set = its && fido_assert_set_count(its, 1) == FIDO_OK && fido_assert_set_clientdata(its, bytes(client_data), client_data.size()) == FIDO_OK && fido_assert_set_rp(its, asked.host.c_str()) == FIDO_OK &&
                     fido_assert_set_authdata_raw(its, 0, bytes(authenticator_data), authenticator_data.size()) == FIDO_OK && fido_assert_set_sig(its, 0, bytes(signature), signature.size()) == FIDO_OK && fido_assert_set_up(its, FIDO_OPT_TRUE) == FIDO_OK &&
                     fido_assert_set_uv(its, FIDO_OPT_TRUE) == FIDO_OK;
    if (!set || !with_key(key, [&](auto* raw) { return fido_assert_verify(its, 0, key.algorithm, raw) == FIDO_OK; })) return {};
    auto const count = count_of(authenticator_data);
    if ((count || key.count) && count <= key.count) return {};
    return count;
}

} // namespace crypto
