#pragma once
// Asking for a buddy: the public questions one a page, being called back, and a request that the coordinator types.
#include "help_request/store_help_request.h"
#include "reception/visit.h"

#include <string>
#include <vector>

namespace help_request {

/// Every value of an enumeration as something to choose.
template <class E>
std::vector<html::Option> options() {
    std::vector<html::Option> all;
    for (auto const& [each, word] : base::Words<E>::entries) all.push_back({std::string{word}, name(each)});
    return all;
}

/// What the fields of a request say, tidied; not checked yet.
Draft draft_of(reception::Visit& v, http::Fields const& fields);

/// What a request asks, as facts and the grid of times.
void put_wishes(html::Page& page, reception::Visit& v, Entry const& entry);

std::vector<reception::Route> asking_routes();

} // namespace help_request
