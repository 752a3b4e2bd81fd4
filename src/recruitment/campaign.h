#pragma once
// A campaign (campagne): a number of people to reach before a day, and what is done when too few came (plan B). Two kinds: for buddies, and for vraagouders, who were the bottleneck of the pilot.
// Its state follows from its dates. Report L506–591, 1339–1345.
#include "platform/base/clock.h"
#include "platform/base/result.h"
#include "recruitment/channel.h"

#include <string>

namespace recruitment {

/// A campaign as typed.
struct CampaignDraft {
    std::optional<CampaignKind> kind;
    std::string name;
    int target = 0;
    std::optional<base::Date> begins_on, closes_on;
    std::string fallback;
};
/// A campaign that may be kept.
struct CampaignPlan {
    CampaignKind kind;
    std::string name;
    int target;
    base::Date begins_on, closes_on;
    std::string fallback;
};
/// Checks a campaign: a kind, a name of at most 80 characters, a target (3 to 10 persons for buddies, 1 to 100 for vraagouders), a first day, a last day after it and within a year, and a fallback step in words (at most 500 characters).
/// Fields: soort, naam, doel, begin, einde, plan_b.
base::Result<CampaignPlan, base::Refusal> campaign(CampaignDraft const& draft);

enum class CampaignState { planned,
                           running,
                           ended };
/// What was decided about the fallback step.
enum class FallbackAnswer { done,
                            let_go };

/// Where a campaign stands on a day: it runs from its first day up to and including its last, or until the day it was closed by hand.
CampaignState state(base::Date begins_on, base::Date closes_on, std::optional<base::Date> closed_on, base::Date today);
/// Whether the fallback step is due: the campaign ended with fewer than its target, and nobody has decided yet.
bool fallback_is_due(CampaignState state, std::int64_t arrived, int target, std::optional<FallbackAnswer> answer);

base::Text name(CampaignKind kind);
base::Text name(CampaignState state);
base::Text name(FallbackAnswer answer);

} // namespace recruitment

template <>
struct base::Words<recruitment::CampaignState> {
    using S = recruitment::CampaignState;
    static constexpr std::array entries{Word<S>{S::planned, "straks"}, Word<S>{S::running, "loopt"}, Word<S>{S::ended, "voorbij"}};
};
template <>
struct base::Words<recruitment::FallbackAnswer> {
    using A = recruitment::FallbackAnswer;
    static constexpr std::array entries{Word<A>{A::done, "done"}, Word<A>{A::let_go, "let_go"}};
};
