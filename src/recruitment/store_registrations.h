#pragma once
// Registrations in the database. The person is a row of `people` with a key of its own, without roles or account; the registration itself holds numbers and moments only.
#include "people/store_people.h"
#include "recruitment/registration.h"
#include "recruitment/store_gatherings.h"

#include <optional>
#include <string>
#include <vector>

namespace recruitment {

/// A registration without the name of the person.
struct RegistrationRow {
    RegistrationId id;
    GatheringId gathering;
    visit::PersonId person;
    int persons;
    base::Moment registered_at;
    std::optional<base::Moment> placed_at;
    std::optional<base::Moment> told_at; ///< nothing: this person has no mail and must be called
    std::optional<base::Moment> cancelled_at;
    bool came;
    bool has_mail;
};

using RegistrationsGrant = visit::Granted<visit::Action::see_registrations, people::Partnership>;
using PrintGrant = visit::Granted<visit::Action::print_registrations, people::Partnership>;
using HandleGrant = visit::Granted<visit::Action::handle_registration, people::Partnership>;

/// Everyone who registered, cancelled ones too, in the order of registering.
std::vector<RegistrationRow> registrations(db::Door& door, RegistrationsGrant const& granted, GatheringId const& gathering);
/// Who has a place, in the order of registering: for the list on paper.
std::vector<RegistrationRow> placed_registrations(db::Door& door, PrintGrant const& granted, GatheringId const& gathering);
std::optional<RegistrationRow> find_registration(db::Door& door, HandleGrant const& granted, RegistrationId const& id);
/// For whoever holds the link of it.
std::optional<RegistrationRow> find_registration_for_link(db::Door& door, RegistrationId const& id);
/// The registrations that were not cancelled, as numbers.
std::vector<Seat> seats(db::Door& door, GatheringId const& gathering);
/// A registration of this address for this gathering that was not cancelled.
std::optional<RegistrationId> registered_with(db::Door& door, confidentiality::Keyring& keys, GatheringId const& gathering, std::string const& mail);

/// Adds a registration with its person, whose key exists; with a place, or at the end of the list.
void add_registration(db::Write& tx, confidentiality::Keyring& keys, RegistrationId const& id, GatheringId const& gathering, visit::PersonId const& person, AcceptedRegistration const& accepted, text::Language language, bool placed, base::Moment now);
void change_persons(db::Write& tx, RegistrationId const& id, int persons);
/// Cancels; true for the first time.
bool cancel_registration(db::Write& tx, RegistrationId const& id, base::Moment now);
/// Gives a waiting registration a place; true for the first time. Who has no mail must then be called.
bool place(db::Write& tx, RegistrationId const& id, base::Moment now);
/// Gives the places that are free to who waits, in order; gives who got one.
std::vector<RegistrationId> fill_places(db::Write& tx, GatheringRow const& gathering, base::Moment now);
/// Something changed for everyone who registered: who has no mail must be called. Gives who gets a mail.
std::vector<RegistrationId> tell_all(db::Write& tx, GatheringId const& gathering);
void note_told(db::Write& tx, RegistrationId const& id, base::Moment now);
/// Ticks exactly these persons' registrations as come.
void note_came(db::Write& tx, GatheringId const& gathering, std::vector<std::string> const& registrations);
/// Notes the reminders that are due and gives whose they are; each once.
std::vector<RegistrationId> note_reminders(db::Write& tx, base::Moment now);
/// Notes the numbers of every gathering whose registrations are past their term, once, so that they stay.
void keep_numbers(db::Write& tx, base::Moment now);

} // namespace recruitment
