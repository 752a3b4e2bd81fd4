#pragma once
// Hours in the database; the word is sealed with the key of who noted it.
#include "people/store_people.h"
#include "recruitment/hours.h"
#include "visit/policy.h"

#include <vector>

namespace recruitment {

using HoursGrant = visit::Granted<visit::Action::keep_hours, people::Partnership>;

struct HoursRow {
    HoursId id;
    Whose whose;
    base::Date worked_on;
    std::chrono::minutes worked;
    confidentiality::Sealed words;
    visit::PersonId noted_by;
    base::Moment noted_at;
};

/// Everything that stands, the newest day first.
std::vector<HoursRow> hours_noted(db::Door& door, HoursGrant const& granted);
std::optional<HoursRow> find_hours(db::Door& door, HoursGrant const& granted, HoursId const& id);
void add_hours(db::Write& tx, confidentiality::Keyring& keys, HoursGrant const& granted, HoursId const& id, NotedHours const& noted, base::Moment now);
/// Takes hours back that were noted by mistake; they no longer count.
void withdraw_hours(db::Write& tx, HoursGrant const& granted, HoursId const& id, base::Moment now);
std::string words_of(confidentiality::Keyring& keys, HoursRow const& row);

} // namespace recruitment
