#pragma once
// What the coordinator does with a question: reading, thanking, answering, calling; and the overview of the room.
#include "reception/route.h"

#include <vector>

namespace support {

std::vector<reception::Route> answer_routes();

} // namespace support
