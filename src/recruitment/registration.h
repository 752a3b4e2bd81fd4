#pragma once
// A registration (aanmelding voor een bijeenkomst): a name, a way to be reached and with how many; without an account. Who does not fit waits in the order of registering (wachtlijst).
#include "people/person.h"
#include "platform/base/clock.h"
#include "platform/base/id.h"
#include "platform/base/result.h"

#include <optional>
#include <string>
#include <vector>

namespace recruitment {

struct Registration;
using RegistrationId = base::Id<Registration>;

inline constexpr int most_persons = 5;

/// A registration as typed.
struct RegistrationDraft {
    people::Contact contact;
    std::string persons;
    bool agrees = false; ///< the coordinator may read this and write to me about this gathering
};
/// A registration that may be stored.
struct AcceptedRegistration {
    people::Contact contact;
    int persons;
};

/// One registration that was not cancelled, in the order in which people registered.
struct Seat {
    RegistrationId id;
    int persons;
    bool placed; ///< has a place; else it waits
};

/// Checks a registration: a contact, 1 to 5 persons and the agreement. Fields: naam, mail, telefoon, aantal, akkoord.
base::Result<AcceptedRegistration, base::Refusal> register_for(RegistrationDraft const& draft);
/// With how many, as typed: 1 to 5.
std::optional<int> persons(std::string const& typed);
/// How many persons have a place.
int taken(std::vector<Seat> const& seats);
/// How many persons wait.
int waiting(std::vector<Seat> const& seats);
/// Whether newcomers get a place at once: nobody waits and they fit. Without a capacity everyone does.
bool has_place(std::optional<int> capacity, std::vector<Seat> const& seats, int persons);
/// Who of the waiting gets a place now: from the front of the list, until the first that does not fit; nobody goes before another.
std::vector<RegistrationId> move_up(std::optional<int> capacity, std::vector<Seat> const& seats);
/// Whether a registration may come with another number: fewer always; more when it waits, or when they fit and nobody waits.
bool may_change(std::optional<int> capacity, std::vector<Seat> const& seats, RegistrationId const& id, int persons);
/// When a reminder goes: at nine the day before.
base::Moment remind_at(base::Moment begins);
/// Whether a reminder is due for who got a place then; whoever got one later has a fresh mail.
bool remind(base::Moment begins, base::Moment placed_at, base::Moment now);

} // namespace recruitment
