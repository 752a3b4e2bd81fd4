#pragma once
// The session behind a visit, and words for what stands in the log.
#include "account/store_accounts.h"
#include "confidentiality/store_consent.h"
#include "reception/visit.h"

namespace account {

inline constexpr char const* session_cookie = "__Host-sessie";

/// The session of this visit, or nothing.
std::optional<Session> current_session(reception::Visit& v);
/// What kind of device asks, in two words that identify nobody.
std::string device_of(http::Request const& request);
/// A code of six digits, as people type it over.
std::string six_digits(base::Random& random);
/// What a consent is for, as the person reads it.
base::Text consent_words(confidentiality::Purpose purpose);
/// Why someone looked, as the person concerned reads it.
base::Text reason(visit::Action action);

} // namespace account
