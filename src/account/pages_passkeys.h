#pragma once
// Passkeys (toegangssleutels): logging in with the lock of one's own phone or computer; a second proof for who needs one. Whoever prefers mail and codes keeps those.
#include "account/store_passkeys.h"
#include "people/post.h"
#include "reception/visit.h"

#include <map>
#include <string>
#include <vector>

namespace account {

/// What a passkey is asked for; an answer for one is nothing for another.
enum class Asking { make,
                    log_in,
                    prove };

/// The passkeys of one's own, and the three ways to show one: to log in, as the second step, and to prove it again.
std::vector<reception::Route> passkey_routes();
/// Tells the owner that a passkey was made.
std::map<std::string, people::Worker> passkey_workers();
/// A form with one button that asks the browser for a passkey of this account, or for any of ours when there is none.
void put_passkey_form(reception::Visit& v, html::Page& page, std::string const& action, base::Text label, Asking asking, std::optional<AccountId> const& account, std::vector<std::pair<std::string, std::string>> const& hidden = {});

} // namespace account

template <>
struct base::Words<account::Asking> {
    using A = account::Asking;
    static constexpr std::array entries{Word<A>{A::make, "make"}, Word<A>{A::log_in, "log_in"}, Word<A>{A::prove, "prove"}};
};
