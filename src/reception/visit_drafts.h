#pragma once
// A form that keeps itself while someone types (html::Form::keeps_drafts): what its script is answered.
#include "reception/visit.h"

#include <string>

namespace reception {

/// What was typed so far is kept: 204 for the script of the page; a person whose parked form was sent again is led to `href` with “Bewaard.”.
http::Response kept_while_typing(Visit& v, std::string const& href);
/// What was typed is longer than the field takes and nothing of it was kept: 422, upon which the page says so and leaves the words where they are.
http::Response too_long_to_keep();

} // namespace reception
