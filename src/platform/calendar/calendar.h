#pragma once
// Calendar files: one recipient each, with a title that tells nothing.
#include "platform/base/clock.h"

#include <string>

namespace calendar {

struct Event {
    std::string uid;   ///< stays the same over changes
    int sequence = 0;  ///< grows with each change
    std::string title; ///< neutral
    std::string place; ///< neutral, may be empty
    base::Moment begins, ends;
    std::string organiser_mail;
    std::string recipient_mail;
    bool cancelled = false;
};

/// The event as an iCalendar file: a request, or a cancellation.
std::string file(Event const& event, base::Moment now);

} // namespace calendar
