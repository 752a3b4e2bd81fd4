#include "platform/base/random.h"

#include "platform/base/require.h"

#include <array>
#include <sys/random.h>
#include <vector>

namespace base {
namespace {
constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
}

void SystemRandom::fill(std::span<unsigned char> bytes) {
    std::size_t done = 0;
    while (done < bytes.size()) {
        auto got = getrandom(bytes.data() + done, bytes.size() - done, 0);
        require(got > 0, "the machine gives no randomness");
        done += static_cast<std::size_t>(got);
    }
}

void SeededRandom::fill(std::span<unsigned char> bytes) {
    for (auto& byte : bytes) { // splitmix64
        state_ += 0x9e3779b97f4a7c15U;
        std::uint64_t z = state_;
        z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
        z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
        byte = static_cast<unsigned char>(z >> 56U);
    }
}

std::string base64url(std::span<unsigned char const> bytes) {
    std::string out;
    out.reserve((bytes.size() * 4 + 2) / 3);
    std::uint32_t held = 0;
    int bits = 0;
    for (auto byte : bytes) {
        held = (held << 8U) | byte;
        bits += 8;
        while (bits >= 6) out += alphabet[(held >> static_cast<unsigned>(bits -= 6)) & 63U];
    }
    if (bits > 0) out += alphabet[(held << static_cast<unsigned>(6 - bits)) & 63U];
    return out;
}

std::string base64url(std::string_view bytes) { return base64url(std::span{reinterpret_cast<unsigned char const*>(bytes.data()), bytes.size()}); }

std::string from_base64url(std::string_view text) {
    static auto const values = [] {
        std::array<int, 256> table{};
        table.fill(-1);
        for (std::size_t i = 0; i < alphabet.size(); ++i) table[static_cast<unsigned char>(alphabet[i])] = static_cast<int>(i);
        return table;
    }();
    std::string out;
    out.reserve(text.size() * 3 / 4);
    std::uint32_t held = 0;
    int bits = 0;
    for (auto c : text) {
        int value = values[static_cast<unsigned char>(c)];
        if (value < 0) return {};
        held = (held << 6U) | static_cast<std::uint32_t>(value);
        bits += 6;
        if (bits >= 8) out += static_cast<char>((held >> static_cast<unsigned>(bits -= 8)) & 255U);
    }
    // one form for the same bytes: no letter too many, and nothing in the bits to spare
    if (bits == 6 || (held & ((1U << static_cast<unsigned>(bits)) - 1U)) != 0) return {};
    return out;
}

std::string random_text(Random& random, std::size_t count) {
    std::vector<unsigned char> bytes(count);
    std::string text;
    // one that begins with a dash would be taken for an option by a command
    do {
        random.fill(bytes);
        text = base64url(bytes);
    } while (text.starts_with('-'));
    return text;
}

} // namespace base
