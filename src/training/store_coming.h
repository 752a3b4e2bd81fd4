#pragma once
// Who said to come to which evening (kom je), in the database; attendance is something else and recorded afterwards.
#include "training/store_edition.h"

#include <optional>
#include <vector>

namespace training {

struct ComingRow {
    EveningId evening;
    visit::PersonId person;
    bool comes;
};

/// Keeps what someone said about an evening; the last answer counts.
void say_coming(db::Write& tx, EveningId const& evening, visit::PersonId const& person, bool comes, base::Moment now);
/// Every answer about the evenings of an edition.
std::vector<ComingRow> coming_to(db::Door& door, EditionId const& edition);
/// Who cannot come to an evening that is still ahead, with the number of that evening.
struct Absent {
    visit::PersonId person;
    EditionId edition;
    int number;
    base::Moment answered_at;
};
std::vector<Absent> cannot_come(db::Door& door, base::Moment now);
/// What someone said about an evening, among these answers.
std::optional<bool> said_of(std::vector<ComingRow> const& answers, EveningId const& evening, visit::PersonId const& person);

} // namespace training
