#pragma once
// The programme of the training: read by coordinator and trainers, changed by the coordinator evening by evening; each change is a version.
#include "reception/visit.h"
#include "training/programme.h"
#include "training/tip.h"

#include <functional>
#include <string>
#include <vector>

namespace training {

/// Keeps a programme as this version, which took up these changes of trainers; refuses when someone else was first.
http::Response keep_programme(reception::Visit& v, int version, Programme const& programme, std::vector<ImprovementId> const& taken_up, std::function<http::Response(base::Refusal const&)> const& again);
/// That someone else changed the programme since the form was opened.
base::Text changed_meanwhile();
/// Which evening of the programme stands in the address: 1 or 2, else 0.
int evening_number(reception::Visit& v);
/// Empty lines at the end of a form of the programme.
inline constexpr std::size_t spare_lines = 2;
/// The name of a part or an assignment as it came back from a form: only of our own making, else empty.
std::string own_name(std::string name);

std::vector<reception::Route> programme_routes();

} // namespace training
