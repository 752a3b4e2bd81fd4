#pragma once
// Mail about a registration: neutral in every word, to one person each, with a calendar file for who has a place and a link to change the number or cancel. What is queued are ids.
#include "people/post.h"
#include "recruitment/registration.h"

#include <map>
#include <string>

namespace recruitment {

/// What the act of a link is called that changes or cancels a registration.
inline constexpr char const* seat_act = "registration";

/// Why a mail about a registration goes.
enum class SeatMail { confirm,   ///< registered, with a place or on the list
                      again,     ///< someone registered once more with this address; nothing changed
                      placed,    ///< a place came free
                      changed,   ///< another moment or place
                      remind,    ///< the day before
                      cancelled, ///< the gathering is off
                      withdrawn  ///< this person does not come
};

/// Queues a mail; a person without a mail address gets none.
void write_later(db::Write& tx, base::Random& random, std::string const& partnership, RegistrationId const& registration, SeatMail why, base::Moment now);
std::map<std::string, people::Worker> registration_workers();

} // namespace recruitment

template <>
struct base::Words<recruitment::SeatMail> {
    using M = recruitment::SeatMail;
    static constexpr std::array entries{Word<M>{M::confirm, "registration.confirm"}, Word<M>{M::again, "registration.again"}, Word<M>{M::placed, "registration.placed"}, Word<M>{M::changed, "registration.changed"},
                                        Word<M>{M::remind, "registration.remind"}, Word<M>{M::cancelled, "registration.cancelled"}, Word<M>{M::withdrawn, "registration.withdrawn"}};
};
