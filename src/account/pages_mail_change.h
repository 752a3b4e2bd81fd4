#pragma once
// Another mail address, asked on one's own page or by the coordinator after a talk (account/pages_correction), and confirmed from the new address.
#include "account/store_mail_change.h"
#include "people/post.h"
#include "reception/visit.h"

#include <map>

namespace account {

/// Counts that another address is asked for someone; false when that was too often, for that person or to that address.
bool may_ask_mail_change(reception::Visit& v, visit::PersonId const& whom, std::string const& mail);
/// Asks for another address, or for none when it is empty, with what follows from it: a mail to the new address and, unless the old one is lost, a notice there. False when the change of before is being made.
bool ask_other_mail(db::Write& tx, reception::Visit& v, people::Known const& whom, std::string const& mail, bool old_is_lost);
/// On the page of own data: the address that waits, and how to stop it; the new address itself is not shown, for who reads the old mailbox may come in here too.
void put_mail_change(reception::Visit& v, html::Page& page);

std::vector<reception::Route> mail_change_routes();
std::map<std::string, people::Worker> mail_change_workers();

} // namespace account
