#pragma once
// Erasing oneself (wissen): what goes, what must stay and why, and doing it; for parents, candidates and buddies who have rounded off what others count on (R28).
#include "reception/route.h"

#include <vector>

namespace app {

/// The kind of job that erases the person it is about.
constexpr char const* erases_person = "person.erase";

std::vector<reception::Route> erasing_routes();

} // namespace app
