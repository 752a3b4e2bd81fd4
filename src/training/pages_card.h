#pragma once
// Conversation cards: one by one on a big screen, on paper, and the partnership's own ones.
#include "reception/visit.h"

#include <vector>

namespace training {

std::vector<reception::Route> card_routes();

} // namespace training
