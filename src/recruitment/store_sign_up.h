#pragma once
// Sign-ups in the database. Lists are for who was granted the list; one's own for who it is about.
#include "people/school.h"
#include "people/store_people.h"
#include "recruitment/sign_up.h"
#include "recruitment/withdrawal.h"
#include "visit/policy.h"

#include <vector>

namespace recruitment {

/// A sign-up without the name of the person.
struct Entry {
    SignUpId id;
    visit::PersonId person;
    Channel channel;
    std::string channel_note;
    confidentiality::Sealed motive;
    base::Moment signed_up_at;
    std::optional<std::string> entered_by;
    std::optional<base::Moment> confirmed_at, ended_at;
    std::optional<EndReason> end_reason;
    int version;
    std::optional<base::Moment> taken_up_at;
    std::optional<WithdrawReason> withdrawn_because;
    std::optional<std::string> school;                ///< the school through whose page it came
    std::optional<std::string> own_channel, campaign; ///< their names
};

/// What a list shows of a sign-up; the name is opened apart.
struct Listed {
    SignUpId id;
    visit::PersonId person;
    Channel channel;
    std::optional<std::string> own_channel; ///< its name
    base::Moment signed_up_at;
    std::optional<base::Moment> confirmed_at, ended_at;
};

/// Whose sign-up it is, the name still sealed.
struct Signed {
    SignUpId id;
    visit::PersonId person;
    confidentiality::Sealed name;
};

using ListGrant = visit::Granted<visit::Action::list_sign_ups, people::Partnership>;
using ReadGrant = visit::Granted<visit::Action::read_sign_up, people::Partnership>;

/// How many sign-ups stand at a stage, or at any.
std::size_t count(db::Door& door, ListGrant const& granted, std::optional<Stage> at);
/// Some sign-ups by the day they came, newest or oldest first.
std::vector<Listed> list(db::Door& door, ListGrant const& granted, std::optional<Stage> at, bool newest_first, std::size_t from, std::size_t most);
/// Everyone who signed up, newest first, for finding them by their names.
std::vector<Signed> signed_up(db::Door& door, ListGrant const& granted, std::optional<Stage> at);
/// One line of the list.
std::optional<Listed> find_listed(db::Door& door, ListGrant const& granted, SignUpId const& id);
std::optional<Entry> find(db::Door& door, ReadGrant const& granted, SignUpId const& id);
/// The sign-up of a person, the newest.
std::optional<Entry> find_own(db::Door& door, visit::PersonId const& person);
std::optional<Entry> find_for_link(db::Door& door, SignUpId const& id);

/// Adds a sign-up with its person; the person's key exists. `confirmed` when the coordinator spoke the person. It counts for the campaign of its code, or the only one that runs, once confirmed.
void add(db::Write& tx, confidentiality::Keyring& keys, SignUpId const& id, visit::PersonId const& person, Accepted const& accepted, text::Language language, std::string const& entered_by, bool confirmed, base::Moment now);
/// The same of someone who is known already; the contact is not looked at.
void add_of_known(db::Write& tx, confidentiality::Keyring& keys, SignUpId const& id, visit::PersonId const& person, Accepted const& accepted, std::string const& entered_by, bool confirmed, base::Moment now);
/// Notes the school through whose page a sign-up came.
void set_school(db::Write& tx, SignUpId const& id, people::SchoolId const& school);
/// Confirms; true for the first time.
bool confirm(db::Write& tx, SignUpId const& id, base::Moment now);
/// Ends; true for the first time.
bool end(db::Write& tx, SignUpId const& id, EndReason reason, base::Moment now);
/// Withdraws for the candidate, who gave a reason or none, and ends the role and the yes to being kept longer; true for the first time.
bool withdraw(db::Write& tx, Entry const& entry, std::optional<WithdrawReason> reason, base::Moment now);
/// Notes that an interview takes it further, or (nothing) that it waits again.
void take_up(db::Write& tx, SignUpId const& id, std::optional<base::Moment> when);
/// The motive, opened.
std::string motive(confidentiality::Keyring& keys, Entry const& entry);

} // namespace recruitment
