#pragma once
// Schools in the database, with what was arranged and what was done there. The notes are sealed with a key of the school: whom they may name is not known.
#include "confidentiality/store_keyring.h"
#include "people/school.h"
#include "people/school_import.h"
#include "platform/db/database.h"
#include "visit/policy.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace people {

using KeepSchools = visit::Granted<visit::Action::keep_school, Partnership>;

struct SchoolRow {
    SchoolId id;
    std::string site, name;
    SchoolKind kind;
    std::string place;
    int postcode;
    std::string address, denomination, phone, web;
    int pupils;
    SameSchool same_school;
    Lead led_by;
    std::string at_first_meetings; ///< words parted by a space
    std::string languages;
    base::Moment known_at;
    std::optional<base::Moment> closed_at;
    int version;
};
/// What may be stored of a school, as one.
SchoolFacts facts(SchoolRow const& row);
std::set<AtFirstMeeting> at_first_meetings(SchoolRow const& row);

/// All schools by name, closed ones too.
std::vector<SchoolRow> all_schools(db::Door& door);
/// The schools that are open, by name.
std::vector<SchoolRow> schools(db::Door& door);
std::optional<SchoolRow> find_school(db::Door& door, SchoolId const& id);
/// Whether a school, open or closed, has this vestigingscode already.
bool has_site(db::Door& door, std::string const& site);
void add_school(db::Write& tx, SchoolId const& id, SchoolGiven const& given, std::string const& page_key, base::Moment now);
/// Changes what is known of a school and what was arranged; nothing, and false, when someone else changed it after `version`.
bool change_school(db::Write& tx, SchoolId const& id, SchoolGiven const& given, int version);
bool change_arrangements(db::Write& tx, SchoolId const& id, Arrangements const& arrangements, int version);
/// Closes a school, or opens it again.
void close_school(db::Write& tx, SchoolId const& id, base::Moment now);
void reopen_school(db::Write& tx, SchoolId const& id);

/// What an import compares with: all schools, closed ones too, with what the last import said of them.
std::vector<KnownSchool> known_schools(db::Door& door);
/// Does what a comparison found.
void import_schools(db::Write& tx, Comparison const& found, base::Random& random, base::Moment now);

struct MomentRow {
    SchoolMomentId id;
    SchoolId school;
    SchoolMomentKind kind;
    base::Date happened_on;
    confidentiality::Sealed note;
    std::string recorded_by;
    base::Moment recorded_at;
};
/// Makes the key of a school's notes; before the first note, outside of what writes it.
void make_note_key(confidentiality::Keyring& keys, SchoolId const& school);
void add_moment(db::Write& tx, confidentiality::Keyring& keys, SchoolMomentId const& id, SchoolId const& school, MomentGiven const& given, std::string const& by, base::Moment now);
/// Takes a moment back that was recorded by mistake.
void withdraw_moment(db::Write& tx, SchoolMomentId const& id, base::Moment now);
std::optional<MomentRow> find_moment(db::Door& door, SchoolMomentId const& id);
/// What was done at a school, the latest first.
std::vector<MomentRow> moments(db::Door& door, SchoolId const& school);
std::string note(confidentiality::Keyring& keys, MomentRow const& moment);
/// Of each school the last day of every kind of moment.
using Coverage = std::map<SchoolMomentKind, base::Date>;
std::map<SchoolId, Coverage> coverage(db::Door& door);
/// The last day on which anything was done.
std::optional<base::Date> last_of(Coverage const& coverage);
/// Whether an open school is silent today; nothing recorded yet counts from the day on which it became known.
bool is_silent(SchoolRow const& school, Coverage const& coverage, base::Date today);

} // namespace people
