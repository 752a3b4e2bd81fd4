#pragma once
// A form is done once (één keer): whoever sends it again, because the answer was lost on the way, is led where it led the first time.
#include "reception/visit.h"

namespace reception {

/// The name under which a form is kept once it was done: of one person (or of the browser with this secret), one address and one key of a page.
std::string once_key(Visit& v, std::string const& form_secret);
/// The answer of before, when this form was done; also where what it was about is no longer there.
std::optional<http::Response> done_before(Visit& v, std::string const& form_secret);

} // namespace reception
