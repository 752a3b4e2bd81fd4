#pragma once
// The grid of times in a form: a row of boxes for each weekday, the weekend, and the holidays.
#include "help_request/times.h"
#include "platform/html/page.h"
#include "platform/http/message.h"

namespace help_request {

/// Puts the grid in a form. Fields: tijd-ma … tijd-vr, tijd-weekend, tijd-vakantie.
void put_times(html::Form& form);
/// What such fields say.
Times times_of(http::Fields const& fields);
/// Fills such fields.
void fill_times(html::Values& values, Times const& times);
/// The names of those fields.
std::vector<std::string> time_fields();
/// The times in words, a line for each day on which someone can; one line when nothing was said.
std::vector<html::Said> times_said(Times const& times, text::Language language);

} // namespace help_request
