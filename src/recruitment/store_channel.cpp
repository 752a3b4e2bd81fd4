#include "recruitment/store_channel.h"

#include "recruitment/code.h"

namespace recruitment {

Via via(db::Door& door, std::string const& text) {
    auto const code = read_code(text);
    if (!code) return {};
    auto const& partnership = door.scope().partnership;
    Via found;
    if (!code->channel.empty()) {
        found.channel = base::from_word<Channel>(code->channel);
        if (!found.channel) {
            found.origin.own = door.one<OwnChannelId>("select id from own_channels where partnership = :partnership and code = :code", partnership, code->channel);
            if (found.origin.own) found.channel = Channel::other;
        }
    }
    if (code->campaign) found.origin.campaign = door.one<CampaignId>("select id from campaigns where partnership = :partnership and number = :number", partnership, code->campaign);
    return found;
}

Via came_by(db::Door& door, std::string const& chosen, std::string const& code) {
    auto found = via(door, code);
    if (auto const own = via(door, chosen); own.channel) {
        found.channel = own.channel;
        found.origin.own = own.origin.own;
    }
    return found;
}

std::vector<OwnChannelRow> own_channels(db::Door& door, bool also_ended) {
    return door.list<OwnChannelRow>(std::string{"select id, code, name, made_at, ended_at from own_channels where partnership = :partnership "} + (also_ended ? "" : "and ended_at is null ") + "order by name, id", door.scope().partnership);
}

std::optional<CampaignId> campaign_for(db::Door& door, CampaignKind kind, Origin const& origin, base::Date day) {
    auto const& partnership = door.scope().partnership;
    if (origin.campaign) return door.one<CampaignId>("select id from campaigns where partnership = :partnership and id = :id and kind = :kind", partnership, *origin.campaign, kind);
    auto const running = door.column<CampaignId>("select id from campaigns where partnership = :partnership and kind = :kind and begins_on <= :day and closes_on >= :day and closed_on is null", partnership, kind, day);
    return running.size() == 1 ? std::optional{running.front()} : std::nullopt;
}

void arrive(db::Write& tx, std::optional<CampaignId> const& campaign, std::string const& record, base::Moment now) {
    if (campaign) tx.run("insert into arrivals (partnership, campaign, record, arrived_at) values (:partnership, :campaign, :record, :now) on conflict do nothing", tx.scope().partnership, *campaign, record, now);
}

} // namespace recruitment
