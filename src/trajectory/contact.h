#pragma once
// One contact (contactmoment): a day, a way and a length. There is no field for content, and there are no notes.
#include "platform/base/clock.h"
#include "platform/base/id.h"
#include "platform/base/result.h"
#include "platform/base/words.h"

#include <array>
#include <optional>

namespace trajectory {

struct Contact;
using ContactId = base::Id<Contact>;

enum class Way { message,
                 call,
                 video,
                 meeting,
                 school_talk };

struct ContactDraft {
    std::optional<base::Date> held_on;
    std::optional<Way> way;
    int minutes = 0;
    bool wants_to_talk = false;
};
struct Logged {
    base::Date held_on;
    Way way;
    int minutes;
    bool wants_to_talk;
};
/// Logs a contact. Refused: a day ahead or before the match, no way, more than eight hours. Fields: dag, manier, duur.
base::Result<Logged, base::Refusal> log_contact(ContactDraft const& draft, base::Date begun, base::Date today);

base::Text name(Way way);

} // namespace trajectory

template <>
struct base::Words<trajectory::Way> {
    using W = trajectory::Way;
    static constexpr std::array entries{Word<W>{W::message, "message"}, Word<W>{W::call, "call"}, Word<W>{W::video, "video"}, Word<W>{W::meeting, "meeting"}, Word<W>{W::school_talk, "school_talk"}};
};
