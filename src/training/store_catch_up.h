#pragma once
// Catching up in the database: appointments, who came, the slides of an evening and whom they were sent to.
#include "training/catch_up.h"
#include "training/store_edition.h"

#include <map>
#include <optional>
#include <vector>

namespace training {

struct CatchUpRow {
    CatchUpId id;
    EveningId evening;
    CatchUpKind kind;
    base::Moment begins_at;
    int minutes;
    std::string place;
    std::optional<base::Moment> cancelled_at;
    base::Moment ends_at() const { return begins_at + std::chrono::minutes{minutes}; }
};
/// Who comes to an appointment, and came.
struct CatchUpSeat {
    CatchUpId catch_up;
    visit::PersonId person;
    std::optional<bool> came;
};
void add_catch_up(db::Write& tx, CatchUpId const& id, EveningId const& evening, CatchUpPlan const& plan, std::vector<visit::PersonId> const& people, visit::PersonId const& by, base::Moment now);
std::optional<CatchUpRow> find_catch_up(db::Door& door, CatchUpId const& id);
/// Calls an appointment off; false when that was so already.
bool cancel_catch_up(db::Write& tx, CatchUpId const& id, base::Moment now);
/// The appointments of an evening that stand, in order.
std::vector<CatchUpRow> catch_ups_of(db::Door& door, EveningId const& evening);
std::vector<CatchUpSeat> seats_of(db::Door& door, CatchUpId const& id);
/// The appointments of someone that stand and are still to come.
std::vector<CatchUpRow> catch_ups_ahead(db::Door& door, visit::PersonId const& person, base::Moment now);
/// Takes someone out of the appointments of an edition that are still to come, and calls off those to which nobody else comes; gives the appointments that are off for this person.
std::vector<CatchUpId> leave_catch_ups(db::Write& tx, EditionId const& edition, visit::PersonId const& person, base::Moment now);
/// Who has an appointment to come for which evening, by its edition and number.
struct CatchUpAhead {
    visit::PersonId person;
    EditionId edition;
    int number;
};
std::vector<CatchUpAhead> all_catch_ups_ahead(db::Door& door, base::Moment now);
/// Notes whether someone came.
void note_came(db::Write& tx, CatchUpId const& id, visit::PersonId const& person, bool came);
/// How far everyone of these has come with an evening.
std::map<visit::PersonId, CatchingUp> catching_up(db::Door& door, EveningId const& evening);
/// An appointment that is over and of which it is not written down who came.
struct Unrecorded {
    EditionId edition;
    int number;
    std::string name;
    base::Moment begins_at;
};
std::vector<Unrecorded> unrecorded(db::Door& door, base::Moment now);

/// Where the slides of an evening are; empty when nowhere.
std::string slides_of(db::Door& door, EveningId const& evening);
void keep_slides(db::Write& tx, EveningId const& evening, std::string const& link);
/// Notes that someone got the slides; false when that was so already.
bool send_slides(db::Write& tx, EveningId const& evening, visit::PersonId const& person, base::Moment now);

} // namespace training
