#pragma once
// Editions, evenings, who takes part and who was there, in the database.
#include "people/store_people.h"
#include "training/completion.h"
#include "training/edition.h"

#include <map>
#include <optional>
#include <vector>

namespace training {

struct EditionRow {
    EditionId id;
    std::string name, place;
    base::Moment made_at;
};
struct EveningRow {
    EveningId id;
    EditionId edition;
    int number;
    base::Moment begins_at;
    int minutes;
    int sequence = 0; ///< how often it was moved
    base::Moment ends_at() const { return begins_at + std::chrono::minutes{minutes}; }
};
struct AttendanceRow {
    EveningId evening;
    visit::PersonId person;
    Presence presence;
};
struct ReadinessRow {
    visit::PersonId person;
    Decision decision;
    base::Date told_on;
    std::optional<base::Date> deployment_talk_on, vog_seen_on;
    std::string exempted_because;
    std::optional<base::Date> vog_asked_on;
    std::optional<visit::PersonId> vog_seen_by;
    Reason reason;
    std::optional<int> exit_point;
};

void add_edition(db::Write& tx, base::Random& random, EditionId const& id, Planned const& planned, visit::PersonId const& by, base::Moment now);
/// A group whose days are still to be chosen: without evenings.
void add_undated_edition(db::Write& tx, EditionId const& id, std::string const& name, std::string const& place, visit::PersonId const& by, base::Moment now);
/// Gives a group its two evenings.
void add_evenings(db::Write& tx, base::Random& random, EditionId const& id, std::array<base::Moment, 2> const& begin);
/// Changes name, place and moments; an evening that has begun keeps its moment. Gives the evenings of which someone's calendar is no longer right.
std::vector<EveningId> change_edition(db::Write& tx, EditionId const& id, Planned const& planned, base::Moment now);
std::optional<EditionRow> find_edition(db::Door& door, EditionId const& id);
std::vector<EveningRow> evenings_of(db::Door& door, EditionId const& edition);
/// Participants or trainers ("participant", "trainer") who did not leave.
std::vector<visit::PersonId> people_of(db::Door& door, EditionId const& edition, std::string const& part);
void add_to_edition(db::Write& tx, EditionId const& edition, visit::PersonId const& person, std::string const& part, base::Moment now);
void leave_edition(db::Write& tx, EditionId const& edition, visit::PersonId const& person, base::Moment now);
/// An evening of a group in which someone takes part.
std::optional<EveningRow> joined_evening(db::Door& door, EveningId const& evening, visit::PersonId const& participant);
/// The editions in which someone takes part.
std::vector<EditionId> joined_by(db::Door& door, visit::PersonId const& participant);
std::optional<EditionRow> edition_of(db::Door& door, visit::PersonId const& participant);
/// The same of every candidate and buddy who takes part in one.
std::map<visit::PersonId, EditionRow> editions_of_all(db::Door& door);
std::vector<AttendanceRow> attendances(db::Door& door, EditionId const& edition);
void record_attendance(db::Write& tx, EveningId const& evening, visit::PersonId const& person, Presence presence, visit::PersonId const& by, base::Moment now);

/// One evening with its edition and the place of that.
struct EveningPlace {
    EditionId edition;
    int number;
    base::Moment begins_at;
    int minutes, sequence;
    std::string place;
};
std::optional<EveningPlace> find_evening(db::Door& door, EveningId const& id);

std::optional<ReadinessRow> readiness_of(db::Door& door, visit::PersonId const& person);
/// Records what was decided and on which day that was talked about, with the reason and, for who stops, the point on the way.
void decide(db::Write& tx, visit::PersonId const& person, Decision decision, base::Date told_on, visit::PersonId const& by, base::Moment now, Reason reason = Reason::none, std::optional<int> exit_point = {});
/// Lets a missed part of the training go, with the reason, sealed (R10); without one it counts again. The decision must be there.
void exempt(db::Write& tx, confidentiality::Keyring& keys, visit::PersonId const& person, std::string const& because);
/// The reason why a missed part was let go; empty when none was.
std::string exemption_of(confidentiality::Keyring& keys, ReadinessRow const& readiness);
void hold_deployment_talk(db::Write& tx, visit::PersonId const& person, base::Date day);
void ask_vog(db::Write& tx, visit::PersonId const& person, base::Date day);
/// Notes that a VOG was seen, by whom; the decision must be there.
void see_vog(db::Write& tx, visit::PersonId const& person, base::Date day, visit::PersonId const& by);

} // namespace training
