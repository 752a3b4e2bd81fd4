#pragma once
// A recording (opname) of an evening: only when every participant agreed, for each recording again; one no ends it for everyone (R18). Report L2233–2238.
#include "platform/base/id.h"
#include "platform/base/result.h"
#include "visit/viewer.h"

#include <string>
#include <vector>

namespace training {

struct RecordingRecord;
using RecordingId = base::Id<RecordingRecord>;

/// The version of the text on which people agree.
inline constexpr int recording_text = 1;

/// What someone said about one recording.
struct RecordingAnswer {
    visit::PersonId person;
    bool agrees;
};
/// How a recording stands.
enum class RecordingState { asking,  ///< not everyone has answered
                            agreed,  ///< everyone agreed; it may be made, and its link may be kept
                            refused, ///< someone said no or took the yes back
                            removed  ///< it was removed where it lay
};
/// What the answers come to for who takes part now; a no counts whoever gave it, also after leaving.
RecordingState state(std::vector<visit::PersonId> const& participants, std::vector<RecordingAnswer> const& answers, bool removed);
/// Checks what a recording is of: 1 to 100 characters. Field: waarvan.
base::Result<std::string, base::Refusal> ask_for_recording(std::string const& about);

} // namespace training
