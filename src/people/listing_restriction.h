#pragma once
// What someone reads on the own pages and on forms that ask for help while the own data are under lock (op slot): that nobody reads it now.
// Article 18 of the GDPR (AVG).
#include "reception/visit.h"

namespace people {

/// Says that the own data are under lock and nobody reads, with the way to take the lock off and the phone; nothing for anyone else.
void own_lock_told(html::Page& page, reception::Visit& v);

} // namespace people
