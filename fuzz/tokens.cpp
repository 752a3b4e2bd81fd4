// Tokens that come back from outside: form tokens, dated ones (challenges) and addresses of mailed links. What we gave is known again; anything else, and any change, is not.
#include "account/link.h"
#include "expect.h"
#include "platform/base/random.h"
#include "platform/crypto/crypto.h"
#include "platform/crypto/token.h"

#include <string>

namespace {

void form_token(std::string const& secret, base::Random& random, Given given) {
    auto const hidden = crypto::hash(secret), another = crypto::hash(secret + "|");
    auto const token = crypto::masked(hidden, random);
    expect(crypto::unmasks_to(token, hidden), "our form token is not ours");
    expect(token != crypto::masked(hidden, random), "a form token has the same mask twice");
    expect(!crypto::unmasks_to(token, another), "a form token is that of another session");
    expect(!crypto::unmasks_to(planted() ? token : changed(token, given), hidden), "a form token is ours after a change");
    expect(given.rest() == token || !crypto::unmasks_to(given.rest(), hidden), "a made-up form token is ours");
}

void dated(std::string const& secret, base::Random& random, Given given) {
    base::Moment const ends{std::chrono::seconds{given.byte() * 100'000'000LL}};
    std::string const bound{given.part()};
    crypto::Key const key{crypto::hash(secret + "|" + std::to_string(ends.time_since_epoch().count()) + "|" + bound)};
    auto const token = crypto::dated(key, bound, ends, random);
    expect(crypto::dated_until(key, bound, token) == ends, "a dated token does not say its own date");
    expect(!crypto::dated_until(key, bound + "|", token), "a dated token holds for another use");
    expect(!crypto::dated_until(crypto::Key{crypto::hash(secret + "|")}, bound, token), "a dated token holds elsewhere");
    expect(!crypto::dated_until(key, bound, changed(token, given)), "a dated token holds after a change");
    // changed under its letters: another date, or another text before it
    auto const inside = base::from_base64url(token);
    expect(!crypto::dated_until(key, bound, base::base64url(changed(inside, given))), "a dated token holds after a change inside");
    auto const made_up = given.rest();
    expect(made_up == token || !crypto::dated_until(key, bound, made_up), "a made-up token holds");
    expect(made_up == inside || !crypto::dated_until(key, bound, base::base64url(made_up)), "a made-up token holds");
}

void link(base::Random& random, Given given) {
    auto const id = base::random_text(random, 16), token = id + "." + base::random_text(random, 32);
    for (auto const& path : {"/link/" + token, "/a/b/" + token + "/c", "/x/" + token + "/" + std::string{given.part()}}) expect(account::partnership_in(path) == id, "a link does not say its partnership");
    auto const path = given.rest();
    auto const its = account::partnership_in(path);
    if (its.empty()) return;
    expect(its.find_first_of("/.") == std::string_view::npos, "a partnership has a slash or a point in it");
    expect(path.find("/" + std::string{its} + ".") != std::string_view::npos || path.starts_with(std::string{its} + "."), "a partnership was not in the address");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(unsigned char const* data, std::size_t size) {
    static bool const started = (crypto::start(), true);
    (void)started;
    Given given{data, size};
    auto const seed = given.byte();
    base::SeededRandom random{seed};
    // a secret for this input alone: a token of another is no more than made up here
    auto const secret = std::to_string(seed) + "|" + std::string{given.part()};
    form_token(secret, random, given);
    dated(secret, random, given);
    link(random, given);
    return 0;
}
