#pragma once
// Pages of the self-assessment for the one who fills it in: the form, the own line, sharing and forgetting.
#include "competence/store_assessment.h"
#include "people/post.h"
#include "reception/visit.h"

#include <map>
#include <string>
#include <vector>

namespace competence {

/// The line per statement of what one person filled in, with the numbers in a table, and the own words.
void growth_part(html::Page& page, reception::Visit& v, std::vector<Filled> const& all, html::Said const& caption);

std::vector<reception::Route> routes();
/// Asks to fill in after an evening, and twice during support.
std::map<std::string, people::Worker> workers();

} // namespace competence
