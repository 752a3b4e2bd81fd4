#include "recruitment/withdrawal.h"

#include "platform/base/require.h"
#include "visit/term.h"

namespace recruitment {
using base::tr;

base::Text name(WithdrawReason reason) {
    switch (reason) {
    case WithdrawReason::no_time: return tr("geen tijd");
    case WithdrawReason::private_circumstances: return tr("omstandigheden thuis");
    case WithdrawReason::not_for_me: return tr("het past niet bij mij");
    case WithdrawReason::other: return tr("iets anders");
    }
    throw base::Impossible{"a reason without a name"};
}

std::optional<base::Date> erased_on(base::Date signed_up, bool confirmed_or_taken_up, std::optional<base::Date> ended) {
    if (ended) return base::later(*ended, visit::days_kept);
    if (!confirmed_or_taken_up) return base::later(signed_up, visit::days_kept);
    return {};
}

} // namespace recruitment
