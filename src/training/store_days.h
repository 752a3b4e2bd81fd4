#pragma once
// Days put before a group, and who could when, in the database.
#include "training/day.h"
#include "training/store_edition.h"

#include <vector>

namespace training {

struct DayOption {
    int number;
    base::Moment begins_at;
};
struct DaySaid {
    int number;
    visit::PersonId person;
    DayAnswer answer;
};
void add_day_options(db::Write& tx, EditionId const& edition, std::vector<base::Moment> const& days);
/// The days to choose from, in order; none for a group whose days were given.
std::vector<DayOption> day_options(db::Door& door, EditionId const& edition);
void say_day(db::Write& tx, EditionId const& edition, int number, visit::PersonId const& person, DayAnswer answer);
std::vector<DaySaid> days_said(db::Door& door, EditionId const& edition);
/// How many of these people said what of each day.
std::vector<DayCount> count_days(std::vector<DayOption> const& options, std::vector<DaySaid> const& said, std::vector<visit::PersonId> const& people);

/// A group that was asked for its days and has none yet.
struct Undated {
    EditionId edition;
    std::string name;
    base::Moment made_at;
    int invited, answered;
};
std::vector<Undated> undated(db::Door& door);

} // namespace training
