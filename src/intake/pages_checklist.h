#pragma once
// The checklist of the interview: shown on the interview's page in its own version, changed by the coordinator, printed for a talk on paper.
#include "intake/store_interview.h"
#include "reception/visit.h"

#include <string>
#include <vector>

namespace intake {

/// One point as an interview shows it.
struct ShownPoint {
    std::string name;
    html::Said title, prompt;
    bool yes_no;
};
/// The points of a version, in the language of the visit when it is the standard list.
std::vector<ShownPoint> shown_points(reception::Visit& v, int version);

std::vector<reception::Route> checklist_routes();

} // namespace intake
