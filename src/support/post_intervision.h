#pragma once
// Mail around a meeting of buddies: a notice to everyone when one is planned, and an appointment without a subject for each who comes, which goes away again when that changes (R25).
#include "people/post.h"
#include "support/intervision.h"

#include <map>

namespace support {

/// Tells every buddy that something waits.
void tell_planned(db::Write& tx, base::Random& random, base::Moment now);
/// Brings the calendar of one person up to date with what was said and with the meeting.
void invite_later(db::Write& tx, base::Random& random, IntervisionId const& id, visit::PersonId const& person, base::Moment now);
std::map<std::string, people::Worker> intervision_workers();

} // namespace support
