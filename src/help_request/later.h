#pragma once
// Going on later (later verder): answers so far, kept under a link and a code of the parent's own; nobody else opens them. Seven days, five wrong codes.
#include "platform/base/clock.h"
#include "platform/base/result.h"

#include <string>

namespace help_request {

inline constexpr int days_kept_for_later = 7;
inline constexpr int most_wrong_codes = 5;

/// Checks the code a parent thinks up: six to a hundred characters. Field: code.
base::Refusal check_code(std::string const& code);
/// When answers kept now are erased.
base::Moment kept_until(base::Moment now);

} // namespace help_request
