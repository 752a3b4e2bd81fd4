#include "training/recording.h"

#include "platform/base/length.h"

#include <algorithm>

namespace training {
using base::tr;

RecordingState state(std::vector<visit::PersonId> const& participants, std::vector<RecordingAnswer> const& answers, bool removed) {
    if (removed) return RecordingState::removed;
    if (std::any_of(answers.begin(), answers.end(), [](auto const& one) { return !one.agrees; })) return RecordingState::refused;
    bool const all = !participants.empty() && std::all_of(participants.begin(), participants.end(), [&](auto const& person) { return std::any_of(answers.begin(), answers.end(), [&](auto const& one) { return one.person == person; }); });
    return all ? RecordingState::agreed : RecordingState::asking;
}

base::Result<std::string, base::Refusal> ask_for_recording(std::string const& about) {
    if (about.empty()) return base::Refusal::of("waarvan", tr("Schrijf op wat u wilt opnemen."));
    if (base::characters(about) > 100) return base::Refusal::of("waarvan", tr("Dit is te lang. Gebruik hoogstens 100 tekens."));
    return about;
}

} // namespace training
