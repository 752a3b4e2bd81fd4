#include "recruitment/store_sign_up.h"

#include "confidentiality/store_consent.h"
#include "platform/base/require.h"
#include "recruitment/store_channel.h"

namespace recruitment {
namespace {

constexpr std::string_view columns = "select id, person, channel, channel_note, motive, signed_up_at, entered_by, confirmed_at, ended_at, end_reason, version, taken_up_at, withdrawn_because, school, "
                                     "(select name from own_channels o where o.partnership = sign_ups.partnership and o.id = sign_ups.own_channel), (select name from campaigns c where c.partnership = sign_ups.partnership and c.id = sign_ups.campaign) from sign_ups ";
constexpr std::string_view listed = "select s.id, s.person, s.channel, o.name, s.signed_up_at, s.confirmed_at, s.ended_at from sign_ups s left join own_channels o on o.partnership = s.partnership and o.id = s.own_channel where s.partnership = :partnership";

/// The facts of a stage, as the rule reads them.
std::string stands(std::optional<Stage> at) {
    if (!at) return "";
    switch (*at) {
    case Stage::unconfirmed: return " and s.ended_at is null and s.confirmed_at is null";
    case Stage::waiting: return " and s.ended_at is null and s.confirmed_at is not null";
    case Stage::ended: return " and s.ended_at is not null";
    }
    throw base::Impossible{"a stage without facts"};
}

} // namespace

std::size_t count(db::Door& door, ListGrant const& granted, std::optional<Stage> at) { return static_cast<std::size_t>(door.one<std::int64_t>("select count(*) from sign_ups s where s.partnership = :partnership" + stands(at), granted.record()).value_or(0)); }
std::vector<Listed> list(db::Door& door, ListGrant const& granted, std::optional<Stage> at, bool newest_first, std::size_t from, std::size_t most) {
    return door.list<Listed>(std::string{listed} + stands(at) + (newest_first ? " order by s.signed_up_at desc, s.id" : " order by s.signed_up_at, s.id") + " limit :most offset :from", granted.record(), static_cast<std::int64_t>(most), static_cast<std::int64_t>(from));
}
std::vector<Signed> signed_up(db::Door& door, ListGrant const& granted, std::optional<Stage> at) {
    return door.list<Signed>("select s.id, s.person, p.name from sign_ups s join people p on p.id = s.person and p.partnership = s.partnership where s.partnership = :partnership" + stands(at) + " order by s.signed_up_at desc, s.id", granted.record());
}
std::optional<Listed> find_listed(db::Door& door, ListGrant const& granted, SignUpId const& id) { return door.find<Listed>(std::string{listed} + " and s.id = :id", granted.record(), id); }
std::optional<Entry> find(db::Door& door, ReadGrant const& granted, SignUpId const& id) { return door.find<Entry>(std::string{columns} + "where partnership = :partnership and id = :id", granted.record(), id); }
std::optional<Entry> find_own(db::Door& door, visit::PersonId const& person) {
    return door.find<Entry>(std::string{columns} + "where partnership = :partnership and person = :person order by signed_up_at desc limit 1", door.scope().partnership, person);
}
std::optional<Entry> find_for_link(db::Door& door, SignUpId const& id) { return door.find<Entry>(std::string{columns} + "where partnership = :partnership and id = :id", door.scope().partnership, id); }

void add(db::Write& tx, confidentiality::Keyring& keys, SignUpId const& id, visit::PersonId const& person, Accepted const& accepted, text::Language language, std::string const& entered_by, bool confirmed, base::Moment now) {
    people::add_person(tx, keys, person, accepted.contact, language, now);
    add_of_known(tx, keys, id, person, accepted, entered_by, confirmed, now);
}
void add_of_known(db::Write& tx, confidentiality::Keyring& keys, SignUpId const& id, visit::PersonId const& person, Accepted const& accepted, std::string const& entered_by, bool confirmed, base::Moment now) {
    people::give_role(tx, person, visit::Role::candidate, false, entered_by, entered_by, now);
    auto const campaign = campaign_for(tx, CampaignKind::buddies, accepted.origin, base::local_date(now));
    tx.run("insert into sign_ups (id, partnership, person, channel, channel_note, motive, signed_up_at, entered_by, confirmed_at, own_channel, campaign, version) values (:id, :partnership, :person, :channel, '', :motive, :now, :entered_by, :confirmed_at, :own_channel, :campaign, 1)", id,
           tx.scope().partnership, person, accepted.channel, keys.seal({person}, {"sign_ups", "motive", id.value()}, accepted.motive), now, entered_by.empty() ? std::optional<std::string>{} : entered_by, confirmed ? std::optional<base::Moment>{now} : std::nullopt, accepted.origin.own, campaign);
    if (confirmed) arrive(tx, campaign, id.value(), now);
}
void set_school(db::Write& tx, SignUpId const& id, people::SchoolId const& school) { tx.run("update sign_ups set school = :school where partnership = :partnership and id = :id", school, tx.scope().partnership, id); }

bool confirm(db::Write& tx, SignUpId const& id, base::Moment now) {
    if (tx.run("update sign_ups set confirmed_at = :now, version = version + 1 where partnership = :partnership and id = :id and confirmed_at is null and ended_at is null", now, tx.scope().partnership, id) == 0) return false;
    arrive(tx, tx.one<CampaignId>("select campaign from sign_ups where partnership = :partnership and id = :id", tx.scope().partnership, id), id.value(), now);
    return true;
}
bool end(db::Write& tx, SignUpId const& id, EndReason reason, base::Moment now) {
    return tx.run("update sign_ups set ended_at = :now, end_reason = :reason, version = version + 1 where partnership = :partnership and id = :id and ended_at is null", now, reason, tx.scope().partnership, id) == 1;
}
bool withdraw(db::Write& tx, Entry const& entry, std::optional<WithdrawReason> reason, base::Moment now) {
    if (!end(tx, entry.id, EndReason::withdrawn, now)) return false;
    tx.run("update sign_ups set withdrawn_because = :reason where partnership = :partnership and id = :id", reason, tx.scope().partnership, entry.id);
    people::end_role(tx, entry.person, visit::Role::candidate, now);
    confidentiality::withdraw(tx, entry.person, confidentiality::Purpose::longer_keeping, now);
    return true;
}
void take_up(db::Write& tx, SignUpId const& id, std::optional<base::Moment> when) { tx.run("update sign_ups set taken_up_at = :when where partnership = :partnership and id = :id", when, tx.scope().partnership, id); }
std::string motive(confidentiality::Keyring& keys, Entry const& entry) { return keys.open(entry.motive, {"sign_ups", "motive", entry.id.value()}).value_or(""); }

} // namespace recruitment
