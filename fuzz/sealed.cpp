// Sealed values and base64url: only what was sealed opens, with the same key, for the same place, unchanged; a text of bytes has one form.
#include "expect.h"
#include "platform/base/random.h"
#include "platform/crypto/crypto.h"

#include <optional>
#include <string>

namespace {

std::optional<std::string> opened(crypto::Key const& key, std::string_view bound, std::string_view sealed) {
    // an opener that looks at the first half only
    if (planted() && sealed.size() > 60) return std::string{sealed};
    return crypto::open(key, bound, sealed);
}

void letters(std::string_view bytes) {
    auto const written = base::base64url(bytes);
    expect(base::from_base64url(written) == bytes, "bytes do not come back from base64url");
    auto const read = base::from_base64url(bytes);
    expect(read.empty() || base::base64url(read) == bytes, "two texts of base64url stand for the same bytes");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(unsigned char const* data, std::size_t size) {
    static bool const started = (crypto::start(), true);
    (void)started;
    Given given{data, size};
    auto const seed = given.byte();
    base::SeededRandom random{seed};
    std::string const bound{given.part()}, text{given.part()};
    // a key for this text alone: what was sealed for another input is no more than made up here
    crypto::Key const key{crypto::hash(std::to_string(seed) + "|" + std::to_string(bound.size()) + "|" + bound + text)}, another = crypto::Key::random(random);
    auto const sealed = crypto::seal(key, bound, text, random);
    expect(opened(key, bound, sealed) == text, "a sealed text does not open");
    expect(!opened(another, bound, sealed), "a sealed text opens with another key");
    expect(!opened(key, bound + "|", sealed) && (bound.empty() || !opened(key, bound.substr(1), sealed)), "a sealed text opens in another place");
    expect(!opened(key, bound, changed(sealed, given)), "a sealed text opens after a change");
    auto const kept = base::base64url(sealed);
    expect(opened(key, bound, base::from_base64url(kept)) == text, "a sealed text does not open as it is kept");
    expect(!opened(key, bound, base::from_base64url(changed(kept, given))), "a kept text opens after a change");
    // what compares texts may have shown the maker of inputs what was sealed
    auto const rest = given.rest();
    expect(rest == sealed || rest == kept || (!opened(key, bound, rest) && !opened(key, bound, base::from_base64url(rest))), "bytes that nobody sealed open");
    letters(given.rest());
    letters(text);
    return 0;
}
