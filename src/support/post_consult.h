#pragma once
// Letters about questions of buddies: that one was asked, that it waits too long, and that there is an answer. They say no more than that something waits.
#include "people/post.h"
#include "support/store_consult.h"

#include <map>

namespace support {

/// Lets the person whom a buddy asked hear of it now, and once more when the answer is late.
void tell_reader(db::Write& tx, base::Random& random, ConsultId const& id, base::Moment now);

std::map<std::string, people::Worker> consult_workers();

} // namespace support
