#pragma once
// A sign-up (aanmelding) of someone who wants to become a buddy; two minutes on a phone, without an account. Report L506–591.
#include "people/person.h"
#include "platform/base/clock.h"
#include "platform/base/id.h"
#include "platform/base/result.h"
#include "platform/base/words.h"
#include "recruitment/channel.h"

#include <array>
#include <optional>
#include <string>

namespace recruitment {

struct SignUp;
using SignUpId = base::Id<SignUp>;

/// What is being asked of a new candidate, as typed.
struct Draft {
    people::Contact contact;
    std::optional<Channel> channel;
    std::string motive;  ///< in own words; may be empty
    bool agrees = false; ///< the coordinator may read this and get in touch
    Origin origin = {};
};

/// A sign-up that may be stored.
struct Accepted {
    people::Contact contact;
    Channel channel;
    std::string motive;
    Origin origin = {};
};

/// Where a sign-up stands; each follows from a dated fact.
enum class Stage { unconfirmed,
                   waiting,
                   ended };

/// Why a sign-up ended. Withdrawing is the candidate's own act.
enum class EndReason { withdrawn,
                       no_answer,
                       not_continued };

/// Checks a sign-up: a contact, a known channel, at most 1000 characters of motive, and the agreement. Fields: naam, mail, telefoon, kanaal, motief, akkoord.
base::Result<Accepted, base::Refusal> sign_up(Draft const& draft);

/// Where a sign-up stands: unconfirmed until the link was used or the coordinator called, then waiting until it ended.
Stage stage(std::optional<base::Moment> confirmed_at, std::optional<base::Moment> ended_at);

/// The first working moment by which a sign-up must be answered: two working days (Monday to Friday) after it came in.
base::Date answer_by(base::Date signed_up);

base::Text name(Stage stage);
base::Text name(EndReason reason);

} // namespace recruitment

template <>
struct base::Words<recruitment::EndReason> {
    using R = recruitment::EndReason;
    static constexpr std::array entries{Word<R>{R::withdrawn, "withdrawn"}, Word<R>{R::no_answer, "no_answer"}, Word<R>{R::not_continued, "not_continued"}};
};
