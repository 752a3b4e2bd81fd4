#pragma once
// The draft of a message to someone who waits: the real steps with their days, and nothing else.
#include "keep_warm/store_hearing.h"
#include "platform/text/language.h"

#include <string>

namespace keep_warm {

/// What a draft needs to know beside the waiting itself.
struct Writer {
    std::string coordinator_name, coordinator_phone;
};
/// A draft in the receiver's language, "u" for parents and candidates, "je" for buddies: the steps since the last message (all of them when there was none), and whom to call. What goes by itself says so.
std::string draft(std::string const& first_name, Waiting const& waiting, Writer const& writer, Kind kind, text::Language language);

} // namespace keep_warm
