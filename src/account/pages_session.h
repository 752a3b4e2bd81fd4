#pragma once
// The session behind a visit, and words for what stands in the log.
#include "account/store_accounts.h"
#include "confidentiality/store_consent.h"
#include "reception/visit.h"

namespace account {

inline constexpr char const* session_cookie = "__Host-sessie";
inline constexpr char const* browser_cookie = "__Host-inlog"; ///< of the browser that asked for a link

/// The session of this visit, or nothing.
std::optional<Session> current_session(reception::Visit& v);
/// Opens a session for an account, in this partnership when it belongs to it, and leads on: to the second step where one is needed and was not shown, or to what waits.
http::Response log_in(reception::Visit& v, AccountId const& account, bool second_factor);
/// The same session under a new secret, as one that showed who it is right now.
void renew_session(reception::Visit& v, Session const& session, bool second_factor);
/// Where someone was going: a page of this house, or the first one.
std::string inside(std::string const& asked);
/// Whether the person of an account must show a second factor in any of the partnerships it belongs to.
bool second_factor_needed_anywhere(reception::Visit& v, AccountId const& account);
/// What kind of device asks, in two words that identify nobody.
std::string device_of(http::Request const& request);
/// One line in the machine's log: an event word, the number of the request and the account where there is one; never a name or an address.
void tell(reception::Visit& v, std::string_view event, std::optional<AccountId> const& account = {});
/// A code of six digits, as people type it over.
std::string six_digits(base::Random& random);
/// What a consent is for, as the person reads it.
base::Text consent_words(confidentiality::Purpose purpose);
/// Why someone looked, as the person concerned reads it.
base::Text reason(visit::Action action);

} // namespace account
