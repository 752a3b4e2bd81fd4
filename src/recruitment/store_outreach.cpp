#include "recruitment/store_outreach.h"

namespace recruitment {
namespace {
constexpr std::string_view professional_columns = "select id, person, task, school, added_at, ended_at, version, (select max(held_on) from approaches a where a.partnership = professionals.partnership and a.professional = professionals.id), "
                                                  "(select min(next_on) from approaches a where a.partnership = professionals.partnership and a.professional = professionals.id and a.next_done_at is null) from professionals ";
constexpr std::string_view approach_columns = "select id, professional, person, held_on, means, words, next_words, next_on, next_done_at, recorded_by, (select name from campaigns c where c.partnership = approaches.partnership and c.id = approaches.campaign) from approaches ";
confidentiality::Place place(ApproachId const& id, std::string_view column) { return {"approaches", column, id.value()}; }
} // namespace

std::vector<ProfessionalRow> professionals(db::Door& door, NetworkGrant const& granted) { return door.list<ProfessionalRow>(std::string{professional_columns} + "where partnership = :partnership order by added_at, id", granted.record()); }
std::optional<ProfessionalRow> find_professional(db::Door& door, NetworkGrant const& granted, ProfessionalId const& id) { return door.find<ProfessionalRow>(std::string{professional_columns} + "where partnership = :partnership and id = :id", granted.record(), id); }

void add_professional(db::Write& tx, confidentiality::Keyring& keys, NetworkGrant const& granted, ProfessionalId const& id, visit::PersonId const& person, KnownProfessional const& known, std::optional<people::SchoolId> const& school, base::Moment now) {
    people::add_person(tx, keys, person, known.contact, text::Language::nl, now);
    tx.run("insert into professionals (id, partnership, person, task, school, added_by, added_at, version) values (:id, :partnership, :person, :task, :school, :by, :now, 1)", id, granted.record(), person, known.task, school, *granted.viewer().person, now);
}
bool change_professional(db::Write& tx, confidentiality::Keyring& keys, NetworkGrant const& granted, ProfessionalRow const& row, int version, KnownProfessional const& known, std::optional<people::SchoolId> const& school) {
    if (tx.run("update professionals set task = :task, school = :school, version = version + 1 where partnership = :partnership and id = :id and version = :version", known.task, school, granted.record(), row.id, version) == 0) return false;
    people::change_contact(tx, keys, row.person, known.contact);
    return true;
}
void end_professional(db::Write& tx, NetworkGrant const& granted, ProfessionalId const& id, base::Moment now) {
    tx.run("update professionals set ended_at = :now, version = version + 1 where partnership = :partnership and id = :id and ended_at is null", now, granted.record(), id);
    tx.run("update approaches set next_done_at = :now where partnership = :partnership and professional = :id and next_on is not null and next_done_at is null", now, granted.record(), id);
}
void take_professional_back(db::Write& tx, NetworkGrant const& granted, ProfessionalId const& id) { tx.run("update professionals set ended_at = null, version = version + 1 where partnership = :partnership and id = :id", granted.record(), id); }

std::vector<ApproachRow> approaches(db::Door& door, NetworkGrant const& granted, std::optional<ProfessionalId> const& of) {
    if (of) return door.list<ApproachRow>(std::string{approach_columns} + "where partnership = :partnership and professional = :professional order by held_on desc, recorded_at desc, id", granted.record(), *of);
    return door.list<ApproachRow>(std::string{approach_columns} + "where partnership = :partnership order by held_on desc, recorded_at desc, id", granted.record());
}
std::optional<ApproachRow> find_approach(db::Door& door, NetworkGrant const& granted, ApproachId const& id) { return door.find<ApproachRow>(std::string{approach_columns} + "where partnership = :partnership and id = :id", granted.record(), id); }
void add_approach(db::Write& tx, confidentiality::Keyring& keys, NetworkGrant const& granted, ApproachId const& id, ProfessionalRow const& who, LoggedApproach const& logged, std::optional<CampaignId> const& campaign, base::Moment now) {
    tx.run("insert into approaches (id, partnership, professional, person, held_on, means, words, campaign, next_words, next_on, recorded_by, recorded_at) values (:id, :partnership, :professional, :person, :held_on, :means, :words, :campaign, :next_words, :next_on, :by, :now)", id, granted.record(),
           who.id, who.person, logged.held_on, logged.means, keys.seal({who.person}, place(id, "words"), logged.words), campaign, keys.seal({who.person}, place(id, "next_words"), logged.next_words), logged.next_on, *granted.viewer().person, now);
}
void finish_step(db::Write& tx, NetworkGrant const& granted, ApproachId const& id, base::Moment now) { tx.run("update approaches set next_done_at = :now where partnership = :partnership and id = :id and next_on is not null and next_done_at is null", now, granted.record(), id); }
std::string words_of(confidentiality::Keyring& keys, ApproachRow const& row) { return keys.open(row.words, place(row.id, "words")).value_or(""); }
std::string next_words_of(confidentiality::Keyring& keys, ApproachRow const& row) { return keys.open(row.next_words, place(row.id, "next_words")).value_or(""); }

} // namespace recruitment
