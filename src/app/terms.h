#pragma once
// Terms (bewaartermijnen): who and what is past its term is erased, every hour, by the one erasure (R28). Each room says of its own records until when; a room that comes to keep something adds a line here.
#include "reception/visit.h"

#include <string>

namespace app {

/// Erases in one partnership everyone of whom all rooms say that the day has come, and every interview text past its own, and deletes the scores of who left a year ago; gives how many erasures were done.
int erase_past_terms(reception::Services& services, std::string const& journal, std::string const& partnership);

} // namespace app
