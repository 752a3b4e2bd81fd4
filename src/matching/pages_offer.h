#pragma once
// What a buddy offers (aanbod): the own page to keep it, and one tap to say that it still holds.
#include "people/post.h"
#include "reception/visit.h"

#include <map>
#include <string>
#include <vector>

namespace matching {

std::vector<reception::Route> offer_routes();
/// The round that asks once in three months whether an offer still holds.
std::map<std::string, people::Worker> offer_workers();

} // namespace matching
