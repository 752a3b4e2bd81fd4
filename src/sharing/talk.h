#pragma once
// A talk at school (gesprek op school): the parent prepares it on a sheet, may ask the buddy along, and stays the spokesperson. The buddy contacts the school only as the parent asks it. R2, R4; report L1028–1038.
#include "platform/base/clock.h"
#include "platform/base/id.h"
#include "platform/base/result.h"
#include "platform/base/words.h"

#include <array>
#include <optional>
#include <string>

namespace sharing {

struct Talk;
using TalkId = base::Id<Talk>;
struct Errand;
using ErrandId = base::Id<Errand>;

/// The parts of a sheet, each as free as the parent wants.
enum class Part { when,
                  aim,
                  points,
                  questions,
                  who_says,
                  not_to_say };
/// What a parent wrote for each part.
using Sheet = std::array<std::string, 6>;
/// Checks a sheet: something is written, at most 1000 characters each. Fields: the words of the parts.
base::Result<Sheet, base::Refusal> sheet(Sheet const& typed);
/// Checks own notes: at most 4000 characters; nothing is fine too. Field: notities.
base::Result<std::string, base::Refusal> notes(std::string const& typed);

/// What a buddy answers when asked along; no reason is asked.
enum class Reply { goes,
                   cannot };
/// How a talk stands for the parent.
enum class Stage { preparing,
                   asked,
                   goes,
                   cannot,
                   held };
/// How a talk stands, from what was asked, answered and held.
Stage stage(bool asked, std::optional<Reply> reply, bool held);
/// How someone stands to a sheet.
struct Beside {
    bool asked = false;      ///< the parent asked the buddy of this match, and did not take that back
    bool live_match = false; ///< that match has not ended
    bool buddy = false;      ///< the one who looks stands beside the parent in it
    bool held = false;       ///< the talk is over
};
/// Whether a buddy sees a sheet: only while asked, in a live match, before the talk was held.
bool sees_sheet(Beside const& its);

/// What a parent asks the buddy to pass on to the school.
struct ErrandDraft {
    std::string addressee, words;
    std::optional<base::Date> until;
};
struct ErrandGiven {
    std::string addressee, words;
    base::Date until; ///< the last day
};
/// Checks what is asked: to whom, what exactly, until a day from today and within a year. Fields: wie, wat, tot.
base::Result<ErrandGiven, base::Refusal> errand(ErrandDraft const& draft, base::Date today);
/// Whether a buddy sees what was asked: until its day, not taken back, in a live match in which this buddy stands.
bool sees_errand(base::Date until, bool taken_back, bool live_match, bool buddy, base::Date today);

/// What a parent is asked for a part, and how a buddy reads it.
base::Text name(Part part);
base::Text read_name(Part part);
base::Text hint(Part part);
base::Text name(Stage stage);

} // namespace sharing

template <>
struct base::Words<sharing::Part> {
    using P = sharing::Part;
    static constexpr std::array entries{Word<P>{P::when, "wanneer"}, Word<P>{P::aim, "doel"}, Word<P>{P::points, "punten"}, Word<P>{P::questions, "vragen"}, Word<P>{P::who_says, "wie"}, Word<P>{P::not_to_say, "niet"}};
};
template <>
struct base::Words<sharing::Reply> {
    using R = sharing::Reply;
    static constexpr std::array entries{Word<R>{R::goes, "mee"}, Word<R>{R::cannot, "niet"}};
};
