#pragma once
// Asking for a buddy: the public questions one a page and everything together before sending; alone, or with a professional through the page of a school. Report L1112–1143, L1327–1347.
#include "help_request/listing_asking.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace help_request {

/// One question of the flow with the answers so far.
http::Response question_page(reception::Visit& v, Question question, http::Fields const& answers, base::Refusal const* refusal);
/// The answers so far as they travel with a form, sealed: nothing is stored before the parent sends. And back.
std::string pack(reception::Visit& v, http::Fields const& fields);
http::Fields unpack(reception::Visit& v, std::string const& text);

/// Everything about a request that is about to be stored.
struct Sending {
    Kind kind;
    Asked asked;
    Wishes wishes = {};
    std::string entered_by = {};                ///< empty for who asks without help of the coordinator
    std::optional<visit::PersonId> reader = {}; ///< instead of the coordinator
    std::string later = {};                     ///< the answers that were kept for later
};
/// Stores a request with its person and consents, and leads on; `location` is where who asks goes then.
http::Response store_request(reception::Visit& v, Sending const& sending, std::string const& location, base::Text said, std::function<http::Response(base::Refusal const&)> const& again);

/// What a request asks, as facts; own words stand apart.
void put_wishes(html::Page& page, reception::Visit& v, Answers const& answers);

std::vector<reception::Route> asking_routes();
/// Going on later.
std::vector<reception::Route> later_routes();
/// Being called back, and only asking something.
std::vector<reception::Route> call_routes();
/// A request that the coordinator types.
std::vector<reception::Route> phone_routes();

} // namespace help_request
