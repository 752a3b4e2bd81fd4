#include "recruitment/registration.h"

#include <algorithm>

namespace recruitment {
using base::tr;

base::Result<AcceptedRegistration, base::Refusal> register_for(RegistrationDraft const& draft) {
    base::Refusal refusal;
    auto contact = people::contact(draft.contact);
    if (!contact) refusal = contact.error();
    auto const count = persons(draft.persons);
    if (!count) refusal.add("aantal", tr("Kies met hoeveel mensen u komt."));
    if (!draft.agrees) refusal.add("akkoord", tr("Zonder uw toestemming kunnen we geen plek voor u bewaren. Kruis dit aan, of bel ons."));
    if (!refusal.empty()) return refusal;
    return AcceptedRegistration{*contact, *count};
}

std::optional<int> persons(std::string const& typed) {
    if (typed.size() != 1 || typed[0] < '1' || typed[0] > '0' + most_persons) return {};
    return typed[0] - '0';
}

int taken(std::vector<Seat> const& seats) {
    int count = 0;
    for (auto const& seat : seats) count += seat.placed ? seat.persons : 0;
    return count;
}
int waiting(std::vector<Seat> const& seats) {
    int count = 0;
    for (auto const& seat : seats) count += seat.placed ? 0 : seat.persons;
    return count;
}

bool has_place(std::optional<int> capacity, std::vector<Seat> const& seats, int persons) {
    return !capacity || (waiting(seats) == 0 && taken(seats) + persons <= *capacity);
}

std::vector<RegistrationId> move_up(std::optional<int> capacity, std::vector<Seat> const& seats) {
    std::vector<RegistrationId> lucky;
    int count = taken(seats);
    for (auto const& seat : seats) {
        if (seat.placed) continue;
        if (capacity && count + seat.persons > *capacity) break;
        count += seat.persons;
        lucky.push_back(seat.id);
    }
    return lucky;
}

bool may_change(std::optional<int> capacity, std::vector<Seat> const& seats, RegistrationId const& id, int persons) {
    auto at = std::find_if(seats.begin(), seats.end(), [&](Seat const& seat) { return seat.id == id; });
    if (at == seats.end()) return false;
    if (persons <= at->persons || !at->placed || !capacity) return true;
    return waiting(seats) == 0 && taken(seats) - at->persons + persons <= *capacity;
}

base::Moment remind_at(base::Moment begins) { return base::moment_of({base::later(base::local_date(begins), -1), std::chrono::hours{9}}); }
bool remind(base::Moment begins, base::Moment placed_at, base::Moment now) { return now >= remind_at(begins) && now < begins && placed_at < remind_at(begins); }

} // namespace recruitment
