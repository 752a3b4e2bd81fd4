#pragma once
// Offered times, to whom they were offered, and the school holidays in the database.
#include "intake/offered_time.h"
#include "intake/store_interview.h"

#include <optional>
#include <string>
#include <vector>

namespace intake {

struct TimeRow {
    OfferedTimeId id;
    base::Moment begins_at;
    int minutes;
    Way way;
    std::string place;
    std::optional<std::string> interview; ///< who took it
    Plan plan() const { return {begins_at, minutes, way, place}; }
};
struct OfferRow {
    base::Moment offered_at;
    std::optional<base::Moment> none_fits_at;
};
struct Holiday {
    base::Date first_day, last_day;
    std::string name;
};

void add_time(db::Write& tx, OfferedTimeId const& id, Plan const& plan, visit::PersonId const& by, base::Moment now);
std::optional<TimeRow> find_time(db::Door& door, OfferedTimeId const& id);
/// Times that nobody took and that may still be chosen, soonest first.
std::vector<TimeRow> open_times(db::Door& door, base::Moment now);
/// Times that nobody took and that begin in a span.
std::vector<TimeRow> open_times_between(db::Door& door, base::Moment from, base::Moment until);
/// When the coordinator is busy from a moment on: planned interviews and times on offer.
std::vector<Span> busy_from(db::Door& door, base::Moment from);
/// Takes a time for an interview; true for one caller only.
bool take_time(db::Write& tx, OfferedTimeId const& id, InterviewId const& interview);
/// Puts the time of an interview on offer again, if it had one.
void free_time(db::Write& tx, InterviewId const& interview);
/// Takes a time off offer; false when someone chose it meanwhile.
bool withdraw_time(db::Write& tx, OfferedTimeId const& id, base::Moment now);

/// Notes that someone was asked to choose a time; asking again begins anew.
void add_offer(db::Write& tx, recruitment::SignUpId const& sign_up, visit::PersonId const& person, base::Moment now);
std::optional<OfferRow> offer_to(db::Door& door, recruitment::SignUpId const& sign_up);
/// Notes that no time fits and that the coordinator calls.
void set_none_fits(db::Write& tx, recruitment::SignUpId const& sign_up, visit::PersonId const& person, base::Moment now);

/// The school holidays of the partnership that end on a day or later.
std::vector<Holiday> holidays_from(db::Door& door, base::Date day);
void add_holiday(db::Write& tx, Holiday const& holiday);
void end_holiday(db::Write& tx, base::Date first_day);

/// Interviews to come of which nobody was reminded, planned before a moment.
std::vector<Entry> unreminded(db::Door& door, base::Moment now, base::Moment planned_before);
/// Notes the reminder; true for one caller only.
bool note_reminder(db::Write& tx, InterviewId const& id, base::Moment now);

} // namespace intake
