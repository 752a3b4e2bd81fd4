#include "sharing/store_disclosure.h"

#include "people/store_other_task.h"

#include <algorithm>

namespace sharing {
namespace {
constexpr std::string_view columns = "select id, parent, recipient, given_as, match, school, kind, words, purpose, until, made_at, taken_back_at, opened_at from disclosures ";
confidentiality::Place place(DisclosureId const& id, std::string_view column) { return {"disclosures", column, id.value()}; }
Shown open(confidentiality::Keyring& keys, Row const& row) { return {keys.open(row.words, place(row.id, "words")).value_or(""), keys.open(row.purpose, place(row.id, "purpose")).value_or("")}; }

struct AtSchool {
    visit::PersonId person;
    people::Position position;
};
/// The coordinators to whom this parent is not shut: none when the parent chose another reader, and none with another task in this family.
std::vector<visit::PersonId> coordinators_for(db::Door& door, visit::PersonId const& parent, visit::Independence independence) {
    if (people::reader_of(door, parent)) return {};
    auto all = people::with_role(door, visit::Role::coordinator);
    auto const elsewhere = people::other_tasks_about(door, parent);
    std::erase_if(all, [&](auto const& person) {
        if (person == parent || std::any_of(elsewhere.begin(), elsewhere.end(), [&](auto const& task) { return task.coordinator == person; })) return true;
        // where the coordinator works outside, nobody of the partnership reads along (R21)
        auto const roles = people::roles_of(door, person);
        return std::none_of(roles.begin(), roles.end(), [&](auto const& row) { return row.role == visit::Role::coordinator && (row.outside || independence == visit::Independence::inside); });
    });
    return all;
}
} // namespace

std::vector<Recipient> recipients_near(db::Door& door, visit::PersonId const& parent, visit::Independence independence) {
    std::vector<Recipient> all;
    if (auto const match = matching::together_of_parent(door, parent)) {
        all.push_back({match->buddy, As::buddy, match->id, {}, {}});
        if (match->partner) all.push_back({*match->partner, As::buddy, match->id, {}, {}});
    }
    for (auto const& person : coordinators_for(door, parent, independence)) all.push_back({person, As::coordinator, {}, {}, {}});
    for (auto const& person : people::with_role(door, visit::Role::outreach))
        if (person != parent && std::none_of(all.begin(), all.end(), [&](auto const& each) { return each.person == person; })) all.push_back({person, As::outreach, {}, {}, {}});
    return all;
}
std::vector<Recipient> recipients_at(db::Door& door, people::SchoolId const& school) {
    std::vector<Recipient> all;
    for (auto const& row : door.list<AtSchool>("select distinct p.id, s.position from school_contacts s join people c on c.partnership = s.partnership and c.id = s.person join people p on p.partnership = s.partnership and (p.id = c.id or p.mail_hash = c.mail_hash) "
                                               "where s.partnership = :partnership and s.school = :school and s.until is null and exists (select 1 from person_roles r where r.partnership = s.partnership and r.person = p.id and r.role in ('school_contact', 'school_leader') and r.until is null) order by p.id",
                                               door.scope().partnership, school))
        if (std::none_of(all.begin(), all.end(), [&](auto const& known) { return known.person == row.person; })) all.push_back({row.person, As::school, {}, school, row.position});
    return all;
}

void add(db::Write& tx, confidentiality::Keyring& keys, Give const& granted, DisclosureId const& id, Recipient const& to, Given const& given, base::Moment now) {
    auto const& parent = granted.record();
    auto const seal = [&](std::string_view column, std::string const& text) { return text.empty() ? confidentiality::Sealed{} : keys.seal({parent}, place(id, column), text); };
    tx.run("insert into disclosures (id, partnership, parent, recipient, given_as, match, school, kind, words, purpose, until, made_at) values (:id, :partnership, :parent, :recipient, :given_as, :match, :school, :kind, :words, :purpose, :until, :now)", id, tx.scope().partnership, parent, to.person, to.as, to.match, to.school, given.kind,
           seal("words", given.words), seal("purpose", given.purpose), given.until, now);
}
std::optional<Row> find(db::Door& door, DisclosureId const& id) { return door.find<Row>(std::string{columns} + "where partnership = :partnership and id = :id", door.scope().partnership, id); }
std::vector<Row> shared_by(db::Door& door, visit::PersonId const& parent) { return door.list<Row>(std::string{columns} + "where partnership = :partnership and parent = :parent order by made_at desc, id", door.scope().partnership, parent); }
std::vector<Row> shared_with(db::Door& door, visit::PersonId const& recipient, base::Date today) {
    auto all = door.list<Row>(std::string{columns} + "where partnership = :partnership and recipient = :recipient and taken_back_at is null and until >= :today order by made_at desc, id", door.scope().partnership, recipient, today);
    std::erase_if(all, [&](Row const& row) { return state_of(door, row, today) != State::runs; });
    return all;
}
void take_back(db::Write& tx, Keep const& granted, DisclosureId const& id, base::Moment now) {
    tx.run("update disclosures set taken_back_at = :now where partnership = :partnership and id = :id and parent = :parent and taken_back_at is null", now, tx.scope().partnership, id, granted.record());
}
void note_opened(db::Write& tx, DisclosureId const& id, base::Moment now) { tx.run("update disclosures set opened_at = :now where partnership = :partnership and id = :id and opened_at is null", now, tx.scope().partnership, id); }
State state_of(db::Door& door, Row const& row, base::Date today) {
    Bond bond;
    for (auto const& role : people::roles_of(door, row.recipient)) bond.roles.add(role.role);
    if (row.match) {
        auto const match = matching::find_together(door, *row.match);
        bond.live_match = match && !match->ended_at && match->has_buddy(row.recipient);
    }
    if (row.school) {
        auto const at = recipients_at(door, *row.school);
        bond.at_school = std::any_of(at.begin(), at.end(), [&](auto const& each) { return each.person == row.recipient; });
    }
    return state(row.until, row.taken_back_at.has_value(), stands(row.as, bond), today);
}

Shown opened(confidentiality::Keyring& keys, Row const& row, Keep const& granted) { return granted.record() == row.parent ? open(keys, row) : Shown{}; }
Shown opened(confidentiality::Keyring& keys, Row const& row, visit::Granted<visit::Action::see_shared, Disclosure> const& granted) { return granted.record() == row.id ? open(keys, row) : Shown{}; }

std::vector<SharedLook> looks_of(db::Door& door, visit::PersonId const& parent) {
    return door.list<SharedLook>("select at, actor, object from access_log where partnership = :partnership and person = :parent and action = 'share.see' order by sequence desc limit 300", door.scope().partnership, parent);
}

} // namespace sharing
