#pragma once
// Hatch: what a code on a poster or in a mail stands for in this partnership, its own channels, and counting someone for a campaign.
#include "platform/db/database.h"
#include "recruitment/channel.h"

#include <string>
#include <vector>

namespace recruitment {

/// What a code or a chosen channel stands for; without a channel only the campaign is known.
struct Via {
    std::optional<Channel> channel;
    Origin origin;
};
struct OwnChannelRow {
    OwnChannelId id;
    std::string code, name;
    base::Moment made_at;
    std::optional<base::Moment> ended_at;
};

/// What a code (`?via=`) or a channel's word stands for here; nothing known gives an empty Via, so that it is simply asked.
Via via(db::Door& door, std::string const& code);
/// How someone came: the channel that was chosen in the form, else that of the code under which the form was opened; the campaign is the code's.
Via came_by(db::Door& door, std::string const& chosen, std::string const& code);
/// The partnership's own channels by name; those put away only when asked.
std::vector<OwnChannelRow> own_channels(db::Door& door, bool also_ended);
/// The campaign someone who comes on this day counts for: the one of the code, or else the only one of this kind that runs.
std::optional<CampaignId> campaign_for(db::Door& door, CampaignKind kind, Origin const& origin, base::Date day);
/// Counts a sign-up or a request for its campaign, once.
void arrive(db::Write& tx, std::optional<CampaignId> const& campaign, std::string const& record, base::Moment now);

} // namespace recruitment
