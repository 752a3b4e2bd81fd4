#include "recruitment/store_campaigns.h"

namespace recruitment {
namespace {
constexpr std::string_view columns = "select id, number, kind, name, target, begins_on, closes_on, fallback, made_by, made_at, closed_on, fallback_answer, fallback_answered_at, version, "
                                     "(select count(*) from arrivals a where a.partnership = campaigns.partnership and a.campaign = campaigns.id) from campaigns ";
}

std::vector<CampaignRow> campaigns(db::Door& door) { return door.list<CampaignRow>(std::string{columns} + "where partnership = :partnership order by closes_on desc, number desc", door.scope().partnership); }
std::optional<CampaignRow> find_campaign(db::Door& door, CampaignGrant const& granted, CampaignId const& id) { return door.find<CampaignRow>(std::string{columns} + "where partnership = :partnership and id = :id", granted.record(), id); }

void add_campaign(db::Write& tx, CampaignGrant const& granted, CampaignId const& id, CampaignPlan const& plan, base::Moment now) {
    auto const number = tx.one<std::int64_t>("select max(number) from campaigns where partnership = :partnership", granted.record()).value_or(0) + 1;
    tx.run("insert into campaigns (id, partnership, number, kind, name, target, begins_on, closes_on, fallback, made_by, made_at, version) values (:id, :partnership, :number, :kind, :name, :target, :begins, :closes, :fallback, :by, :now, 1)", id, granted.record(), number, plan.kind, plan.name,
           plan.target, plan.begins_on, plan.closes_on, plan.fallback, *granted.viewer().person, now);
}
bool change_campaign(db::Write& tx, CampaignGrant const& granted, CampaignId const& id, int version, CampaignPlan const& plan, base::Date today) {
    if (tx.run("update campaigns set kind = :kind, name = :name, target = :target, begins_on = :begins, closes_on = :closes, fallback = :fallback, version = version + 1 where partnership = :partnership and id = :id and version = :version", plan.kind, plan.name, plan.target, plan.begins_on,
               plan.closes_on, plan.fallback, granted.record(), id, version) == 0)
        return false;
    if (plan.closes_on >= today) tx.run("update campaigns set fallback_answer = null, fallback_answered_at = null where partnership = :partnership and id = :id and closed_on is null", granted.record(), id);
    return true;
}
void close_campaign(db::Write& tx, CampaignGrant const& granted, CampaignId const& id, base::Date today) {
    tx.run("update campaigns set closed_on = :today, version = version + 1 where partnership = :partnership and id = :id and closed_on is null and closes_on >= :today", today, granted.record(), id);
}
void reopen_campaign(db::Write& tx, CampaignGrant const& granted, CampaignId const& id) {
    tx.run("update campaigns set closed_on = null, fallback_answer = null, fallback_answered_at = null, version = version + 1 where partnership = :partnership and id = :id and closed_on is not null", granted.record(), id);
}
void answer_fallback(db::Write& tx, CampaignGrant const& granted, CampaignId const& id, FallbackAnswer answer, base::Moment now) {
    tx.run("update campaigns set fallback_answer = :answer, fallback_answered_at = :now where partnership = :partnership and id = :id and fallback_answer is null", answer, now, granted.record(), id);
}

void add_own_channel(db::Write& tx, CampaignGrant const& granted, OwnChannelId const& id, OwnChannelDraft const& channel, base::Moment now) {
    tx.run("insert into own_channels (id, partnership, code, name, made_at) values (:id, :partnership, :code, :name, :now)", id, granted.record(), channel.code, channel.name, now);
}
void end_own_channel(db::Write& tx, CampaignGrant const& granted, OwnChannelId const& id, base::Moment now) { tx.run("update own_channels set ended_at = :now where partnership = :partnership and id = :id and ended_at is null", now, granted.record(), id); }
void take_own_channel_back(db::Write& tx, CampaignGrant const& granted, OwnChannelId const& id) { tx.run("update own_channels set ended_at = null where partnership = :partnership and id = :id", granted.record(), id); }

} // namespace recruitment
