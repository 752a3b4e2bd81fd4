#pragma once
// "Ik heb eerst een vraag": a buddy asks about a proposal before answering it, and the coordinator answers. Mission 3a: the buddy first sees theme, ways, times, language and a rough distance, and no more.
#include "matching/store_matching.h"
#include "people/post.h"
#include "reception/visit.h"

#include <map>
#include <vector>

namespace matching {

/// What this buddy asked about a proposal and what was answered.
void questions_so_far(html::Page& page, reception::Visit& v, ProposalRow const& proposal);
/// The way to ask, unless a question waits.
void question_part(html::Page& page, reception::Visit& v, ProposalRow const& proposal);
std::vector<reception::Route> question_routes();
/// Tells the buddy that there is an answer.
std::map<std::string, people::Worker> question_workers();

} // namespace matching
