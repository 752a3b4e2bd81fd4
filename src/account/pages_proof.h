#pragma once
// Proving again who one is (opnieuw bewijzen): before something is shared, taken along or erased, in a session that was opened longer ago (security.md §3).
#include "account/store_accounts.h"
#include "people/post.h"
#include "reception/visit.h"

#include <map>
#include <string>
#include <vector>

namespace account {

/// The pages on which someone proves it with a code: of the app with codes where there is one, else sent by mail.
std::vector<reception::Route> proof_routes();
/// Sends the code; it is made only when the mail goes.
std::map<std::string, people::Worker> proof_workers();
/// Leads someone who must prove it first to that page; what was posted waits, sealed, and returns after it.
http::Response ask_proof(reception::Visit& v, Session const& session);
/// Keeps what was posted, sealed, until the same account is back.
void keep_form(reception::Visit& v, AccountId const& account);

} // namespace account
