#include "platform/crypto/token.h"

#include "platform/base/require.h"

#include <charconv>

namespace crypto {
namespace {

constexpr std::size_t secret_size = 32;

std::string mark(Key const& key, std::string_view bound, std::string_view text) { return base::base64url(hash(key, std::string{text} + "|" + std::string{bound})).substr(0, 22); }

} // namespace

std::string masked(std::string_view secret, base::Random& random) {
    base::require(secret.size() == secret_size, "a secret to mask has 32 bytes");
    std::string both(secret_size, '\0');
    random.fill({reinterpret_cast<unsigned char*>(both.data()), both.size()});
    for (std::size_t i = 0; i < secret_size; ++i) both += static_cast<char>(secret[i] ^ both[i]);
    return base::base64url(both);
}

bool unmasks_to(std::string_view text, std::string_view secret) {
    auto const both = base::from_base64url(text);
    if (both.size() != 2 * secret_size) return false;
    std::string under;
    for (std::size_t i = 0; i < secret_size; ++i) under += static_cast<char>(both[i] ^ both[i + secret_size]);
    return equal(under, secret);
}

std::string dated(Key const& key, std::string_view bound, base::Moment ends, base::Random& random) {
    auto const text = base::random_text(random, 16) + "." + std::to_string(ends.time_since_epoch().count());
    return base::base64url(text + "." + mark(key, bound, text));
}

std::optional<base::Moment> dated_until(Key const& key, std::string_view bound, std::string_view text) {
    auto const its = base::from_base64url(text);
    auto const point = its.find('.'), last = its.rfind('.');
    if (point == last || !equal(its.substr(last + 1), mark(key, bound, its.substr(0, last)))) return {};
    // ours, as its mark shows
    std::int64_t ends = 0;
    std::from_chars(its.data() + point + 1, its.data() + last, ends);
    return base::Moment{std::chrono::seconds{ends}};
}

} // namespace crypto
