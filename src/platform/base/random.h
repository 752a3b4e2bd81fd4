#pragma once
// Chance: from the machine, or from a seed for tests and the demonstration.
#include "platform/base/id.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace base {

/// Gives unpredictable bytes; a test brings a predictable one.
class Random {
public:
    virtual ~Random() = default;
    virtual void fill(std::span<unsigned char> bytes) = 0;
};

/// The randomness of the machine (getrandom).
class SystemRandom : public Random {
public:
    void fill(std::span<unsigned char> bytes) override;
};

/// The same bytes for the same seed, for tests and the demonstration only.
class SeededRandom : public Random {
public:
    explicit SeededRandom(std::uint64_t seed) : state_{seed} {}
    void fill(std::span<unsigned char> bytes) override;

private:
    std::uint64_t state_;
};

/// Bytes as base64url without padding.
std::string base64url(std::span<unsigned char const> bytes);
/// The bytes of a text as base64url.
std::string base64url(std::string_view bytes);
/// The bytes of a base64url text; empty when it is none.
std::string from_base64url(std::string_view text);
/// `count` random bytes as base64url.
std::string random_text(Random& random, std::size_t count);
/// A new id of 128 random bits.
template <class Tag>
Id<Tag> new_id(Random& random) {
    return Id<Tag>{random_text(random, 16)};
}

} // namespace base
