#pragma once
// Deputyships in the database: who stands in, who was told, and whose case rests meanwhile.
#include "people/deputyship.h"
#include "people/store_people.h"

#include <optional>
#include <vector>

namespace people {

struct DeputyRow {
    DeputyshipId id;
    PersonId coordinator, deputy;
    base::Date first_day, last_day;
    base::Moment made_at;
    std::optional<base::Moment> ended_at;
    Period period() const { return {first_day, last_day}; }
    bool runs_on(base::Date day) const { return !ended_at && first_day <= day && day <= last_day; }
};
/// One person who is told of a deputyship: when, and since when the case rests.
struct Notice {
    DeputyshipId deputyship;
    PersonId person;
    std::optional<base::Moment> told_at, rests_at;
};

/// Makes a deputyship with a notice for each of these people: who has a mail address is told now, who has none waits until the coordinator told it. A case that rests during another deputyship rests during this one too.
void add(db::Write& tx, DeputyshipId const& id, PersonId const& coordinator, PersonId const& deputy, Period const& period, std::vector<PersonId> const& people, PersonId const& by, base::Moment now);
/// Ends a deputyship at once; true for the first time.
bool end(db::Write& tx, DeputyshipId const& id, PersonId const& by, base::Moment now);
std::optional<DeputyRow> find(db::Door& door, DeputyshipId const& id);
/// Deputyships that run or are to come, the first day first.
std::vector<DeputyRow> deputyships(db::Door& door, base::Date today);
/// Deputyships that ended, by their last day or early, within so many days before today.
std::vector<DeputyRow> ended_deputyships(db::Door& door, base::Date today, int days);
/// The deputyships in which someone stands in, now or soon.
std::vector<DeputyRow> deputyships_of(db::Door& door, PersonId const& deputy, base::Date today);
/// The deputyship in which someone stands in today.
std::optional<DeputyRow> deputyship_of(db::Door& door, PersonId const& deputy, base::Date today);
/// Who stays shut for the deputy, sorted: everyone who was not told or whose case rests, and every parent who is no part of the caseload.
std::vector<PersonId> closed_to(db::Door& door, DeputyshipId const& id);
/// Who must still be told by word of mouth.
std::vector<PersonId> untold(db::Door& door, DeputyshipId const& id);
/// Notes that someone was told by word of mouth, and whether the case rests; true for the first time.
bool tell(db::Write& tx, DeputyshipId const& id, PersonId const& person, bool rests, base::Moment now);
/// Notes that a parent who asks now was told in the form itself who stands in.
void tell_new(db::Write& tx, PersonId const& person, base::Moment now);
/// Lets a person's case rest during the deputyships of now and soon, or no longer.
void rest(db::Write& tx, PersonId const& person, bool rests, base::Date today, base::Moment now);
/// What a person was told of deputyships that run or are to come.
std::vector<Notice> notices_of(db::Door& door, PersonId const& person, base::Date today);
/// Whether someone works for another organisation than the partnership.
bool works_outside(db::Door& door, PersonId const& person);
/// Everyone with a task who may be chosen: confirmed where that is needed, and under no other name helped by the programme.
std::vector<PersonId> who_may_stand_in(db::Door& door, visit::Independence independence);

} // namespace people
