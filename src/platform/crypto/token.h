#pragma once
// Tokens that go out in a page and come back in a form: a secret under a mask, and a text that says itself until when it holds. Nothing is kept of either.
#include "platform/crypto/crypto.h"

namespace crypto {

/// A secret of 32 bytes under a mask that is new each time, so that the compression of a page tells nothing about it.
std::string masked(std::string_view secret, base::Random& random);
/// Whether a text is that secret under some mask.
bool unmasks_to(std::string_view text, std::string_view secret);

/// A text that holds until a moment, for the use that `bound` says.
std::string dated(Key const& key, std::string_view bound, base::Moment ends, base::Random& random);
/// Until when such a text holds; nothing for any that this key did not give for this use.
std::optional<base::Moment> dated_until(Key const& key, std::string_view bound, std::string_view text);

} // namespace crypto
