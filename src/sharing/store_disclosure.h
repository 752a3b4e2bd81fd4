#pragma once
// What parents share, in the database: sealed with the key of the parent. Whether it may be opened is worked out at each look.
#include "confidentiality/store_keyring.h"
#include "matching/store_match.h"
#include "people/school.h"
#include "people/store_people.h"
#include "sharing/disclosure.h"
#include "visit/policy.h"

#include <optional>
#include <string>
#include <vector>

namespace sharing {

/// Someone to whom a parent can give something.
struct Recipient {
    visit::PersonId person;
    As as;
    std::optional<base::Id<matching::Match>> match;
    std::optional<people::SchoolId> school;
    std::optional<people::Position> position;
};
/// The buddies of the live match, the coordinators who may read what this parent writes, and the outreach workers.
std::vector<Recipient> recipients_near(db::Door& door, visit::PersonId const& parent, visit::Independence independence);
/// The contacts of a school who have an account with a task at school; a contact is known again by person or by mail address.
std::vector<Recipient> recipients_at(db::Door& door, people::SchoolId const& school);

struct Row {
    DisclosureId id;
    visit::PersonId parent, recipient;
    As as;
    std::optional<base::Id<matching::Match>> match;
    std::optional<people::SchoolId> school;
    Kind kind;
    confidentiality::Sealed words, purpose;
    base::Date until;
    base::Moment made_at;
    std::optional<base::Moment> taken_back_at;
    std::optional<base::Moment> opened_at; ///< for the first time
};
using Keep = visit::Granted<visit::Action::keep_shared, people::Person>;
using Give = visit::Granted<visit::Action::share, people::Person>; ///< wants a fresh proof of who it is

/// Keeps what the parent of the grant shares with someone.
void add(db::Write& tx, confidentiality::Keyring& keys, Give const& granted, DisclosureId const& id, Recipient const& to, Given const& given, base::Moment now);
std::optional<Row> find(db::Door& door, DisclosureId const& id);
/// What a parent shares and shared, the latest first.
std::vector<Row> shared_by(db::Door& door, visit::PersonId const& parent);
/// What runs for someone today.
std::vector<Row> shared_with(db::Door& door, visit::PersonId const& recipient, base::Date today);
void take_back(db::Write& tx, Keep const& granted, DisclosureId const& id, base::Moment now);
/// Notes that the recipient opened it.
void note_opened(db::Write& tx, DisclosureId const& id, base::Moment now);
/// How a disclosure stands today; it runs only while what ties the two stands.
State state_of(db::Door& door, Row const& row, base::Date today);

struct Shown {
    std::string words, purpose;
};
/// The text for the parent of the grant.
Shown opened(confidentiality::Keyring& keys, Row const& row, Keep const& granted);
/// The text for whom it was given to.
Shown opened(confidentiality::Keyring& keys, Row const& row, visit::Granted<visit::Action::see_shared, Disclosure> const& granted);

/// One look at something shared.
struct SharedLook {
    base::Moment at;
    visit::PersonId actor;
    DisclosureId disclosure;
};
/// Who opened what this parent shares, newest first, at most 300.
std::vector<SharedLook> looks_of(db::Door& door, visit::PersonId const& parent);

} // namespace sharing
