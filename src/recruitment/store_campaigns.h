#pragma once
// Campaigns and own channels in the database.
#include "people/store_people.h"
#include "recruitment/campaign.h"
#include "recruitment/code.h"
#include "recruitment/store_channel.h"
#include "visit/policy.h"

#include <vector>

namespace recruitment {

struct CampaignRow {
    CampaignId id;
    int number;
    CampaignKind kind;
    std::string name;
    int target;
    base::Date begins_on, closes_on;
    std::string fallback;
    std::string made_by;
    base::Moment made_at;
    std::optional<base::Date> closed_on;
    std::optional<FallbackAnswer> fallback_answer;
    std::optional<base::Moment> fallback_answered_at;
    int version;
    std::int64_t arrived; ///< sign-ups or requests that came for it
    CampaignState state(base::Date today) const { return recruitment::state(begins_on, closes_on, closed_on, today); }
    bool fallback_is_due(base::Date today) const { return recruitment::fallback_is_due(state(today), arrived, target, fallback_answer); }
};
using CampaignGrant = visit::Granted<visit::Action::keep_campaigns, people::Partnership>;

/// All campaigns, the one that closes last first.
std::vector<CampaignRow> campaigns(db::Door& door);
std::optional<CampaignRow> find_campaign(db::Door& door, CampaignGrant const& granted, CampaignId const& id);
/// Adds a campaign under the next number.
void add_campaign(db::Write& tx, CampaignGrant const& granted, CampaignId const& id, CampaignPlan const& plan, base::Moment now);
/// Changes a campaign that was at this version; false when someone else changed it first. A decision on the fallback falls when the last day moves ahead.
bool change_campaign(db::Write& tx, CampaignGrant const& granted, CampaignId const& id, int version, CampaignPlan const& plan, base::Date today);
/// Closes a campaign before its last day.
void close_campaign(db::Write& tx, CampaignGrant const& granted, CampaignId const& id, base::Date today);
/// Opens a campaign that was closed by hand again.
void reopen_campaign(db::Write& tx, CampaignGrant const& granted, CampaignId const& id);
void answer_fallback(db::Write& tx, CampaignGrant const& granted, CampaignId const& id, FallbackAnswer answer, base::Moment now);

void add_own_channel(db::Write& tx, CampaignGrant const& granted, OwnChannelId const& id, OwnChannelDraft const& channel, base::Moment now);
/// Puts an own channel away, so that it is not offered any more; what came through it stays.
void end_own_channel(db::Write& tx, CampaignGrant const& granted, OwnChannelId const& id, base::Moment now);
void take_own_channel_back(db::Write& tx, CampaignGrant const& granted, OwnChannelId const& id);

} // namespace recruitment
