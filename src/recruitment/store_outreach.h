#pragma once
// Professionals and how they were approached, in the database. A professional is a person with a key of its own and without an account; what was said is sealed.
#include "people/school.h"
#include "people/store_people.h"
#include "recruitment/outreach.h"
#include "visit/policy.h"

#include <vector>

namespace recruitment {

using NetworkGrant = visit::Granted<visit::Action::keep_network, people::Partnership>;

/// A professional without the name.
struct ProfessionalRow {
    ProfessionalId id;
    visit::PersonId person;
    Task task;
    std::optional<people::SchoolId> school;
    base::Moment added_at;
    std::optional<base::Moment> ended_at;
    int version;
    std::optional<base::Date> last_on; ///< the last approach
    std::optional<base::Date> next_on; ///< the first step that is still to be done
};
struct ApproachRow {
    ApproachId id;
    ProfessionalId professional;
    visit::PersonId person;
    base::Date held_on;
    Means means;
    confidentiality::Sealed words;
    confidentiality::Sealed next_words;
    std::optional<base::Date> next_on;
    std::optional<base::Moment> next_done_at;
    visit::PersonId recorded_by;
    std::optional<std::string> campaign; ///< its name
    bool step_is_open() const { return next_on && !next_done_at; }
};

/// All professionals, who was put away included.
std::vector<ProfessionalRow> professionals(db::Door& door, NetworkGrant const& granted);
std::optional<ProfessionalRow> find_professional(db::Door& door, NetworkGrant const& granted, ProfessionalId const& id);
/// Adds a professional as a person whose key exists.
void add_professional(db::Write& tx, confidentiality::Keyring& keys, NetworkGrant const& granted, ProfessionalId const& id, visit::PersonId const& person, KnownProfessional const& known, std::optional<people::SchoolId> const& school, base::Moment now);
/// Changes name, addresses, task and school; false when someone else changed it first.
bool change_professional(db::Write& tx, confidentiality::Keyring& keys, NetworkGrant const& granted, ProfessionalRow const& row, int version, KnownProfessional const& known, std::optional<people::SchoolId> const& school);
/// Puts a professional away: no mail any more, and open steps fall.
void end_professional(db::Write& tx, NetworkGrant const& granted, ProfessionalId const& id, base::Moment now);
void take_professional_back(db::Write& tx, NetworkGrant const& granted, ProfessionalId const& id);

/// The approaches of one professional, or of all, the newest first.
std::vector<ApproachRow> approaches(db::Door& door, NetworkGrant const& granted, std::optional<ProfessionalId> const& of = {});
std::optional<ApproachRow> find_approach(db::Door& door, NetworkGrant const& granted, ApproachId const& id);
void add_approach(db::Write& tx, confidentiality::Keyring& keys, NetworkGrant const& granted, ApproachId const& id, ProfessionalRow const& who, LoggedApproach const& logged, std::optional<CampaignId> const& campaign, base::Moment now);
void finish_step(db::Write& tx, NetworkGrant const& granted, ApproachId const& id, base::Moment now);
std::string words_of(confidentiality::Keyring& keys, ApproachRow const& row);
std::string next_words_of(confidentiality::Keyring& keys, ApproachRow const& row);

} // namespace recruitment
