#pragma once
// Hatch: what a yield (opbrengst) is asked about and how it is told, per channel; numbers only. Report L506–567, 1339–1345.
#include "platform/base/clock.h"
#include "recruitment/channel.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace recruitment {

/// Who came within [from, until), for one campaign or whatever campaign.
struct YieldScope {
    std::optional<base::Moment> from, until;
    std::optional<CampaignId> campaign;
};
/// One channel through which someone came.
struct YieldLine {
    Channel channel;
    std::string own_name; ///< of an own channel, else empty
    std::int64_t came;
};
struct Cohort; // who they are stays in the rooms: recruitment/store_cohort.h
/// The lines of a yield in the order of the channels, and who is behind them without a way to look.
struct Yield {
    std::vector<YieldLine> lines;
    std::shared_ptr<Cohort const> who;
    std::vector<base::Date> days; ///< on which they came, in order
};
/// A campaign as reports know it.
struct CampaignName {
    CampaignId id;
    CampaignKind kind;
    std::string name;
};

} // namespace recruitment
