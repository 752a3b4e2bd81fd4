#pragma once
// Another mail address, asked on one's own page or by the coordinator after a talk, and confirmed from the new address; the coordinator corrects a name and a phone number there too.
#include "account/store_mail_change.h"
#include "people/post.h"
#include "reception/visit.h"

#include <map>

namespace account {

/// On the page of own data: the address that waits, and how to stop it; the new address itself is not shown, for who reads the old mailbox may come in here too.
void put_mail_change(reception::Visit& v, html::Page& page);

std::vector<reception::Route> mail_change_routes();
std::map<std::string, people::Worker> mail_change_workers();

} // namespace account
