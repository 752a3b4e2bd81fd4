#include "help_request/store_help_request.h"

#include "people/store_deputyship.h"
#include "recruitment/store_channel.h"

namespace help_request {
using base::tr;
namespace {
constexpr std::string_view columns = "select id, person, kind, channel, situations, ways, languages, postcode, asked_at, answered_at, clarified_at, experience, text_approved_at, ended_at, end_reason, own_words, when_words, short_text, version, "
                                     "(select name from own_channels o where o.partnership = help_requests.partnership and o.id = help_requests.own_channel), (select name from campaigns c where c.partnership = help_requests.partnership and c.id = help_requests.campaign), times, own_school, paused_until from help_requests ";
confidentiality::Place place(HelpRequestId const& id, std::string_view column) { return {"help_requests", column, id.value()}; }
} // namespace

base::Text standing(Entry const& entry, bool matched) {
    if (matched || entry.end_reason == EndReason::matched) return tr("er is een buddy");
    if (entry.ended_at) return tr("gestopt");
    if (!entry.answered_at) return tr("nieuw");
    if (!entry.clarified_at) return tr("in gesprek");
    return entry.text_approved_at ? tr("we zoeken een buddy") : tr("tekst wacht op akkoord");
}

namespace {
void insert(db::Write& tx, confidentiality::Keyring& keys, HelpRequestId const& id, visit::PersonId const& person, Kind kind, Asked const& asked, std::string const& entered_by, base::Moment now) {
    auto const campaign = recruitment::campaign_for(tx, recruitment::CampaignKind::parents, asked.origin, base::local_date(now));
    tx.run("insert into help_requests (id, partnership, person, kind, channel, situations, ways, languages, postcode, own_words, when_words, asked_at, entered_by, answered_at, own_channel, campaign, short_text, version, times, own_school) "
           "values (:id, :partnership, :person, :kind, :channel, :situations, :ways, :languages, :postcode, :own_words, :when_words, :now, :entered_by, :answered_at, :own_channel, :campaign, '', 1, :times, :own_school)",
           id, tx.scope().partnership, person, kind, asked.channel, join(asked.situations), join(asked.ways), asked.languages, asked.postcode, keys.seal({person}, place(id, "own_words"), asked.own_words), keys.seal({person}, place(id, "when_words"), asked.when), now,
           entered_by.empty() ? std::optional<std::string>{} : entered_by, entered_by.empty() ? std::optional<base::Moment>{} : now, asked.origin.own, campaign, join(asked.times), asked.own_school);
    people::tell_new(tx, person, now);
    recruitment::arrive(tx, campaign, id.value(), now);
}
} // namespace

void add(db::Write& tx, confidentiality::Keyring& keys, HelpRequestId const& id, visit::PersonId const& person, Kind kind, Asked const& asked, text::Language language, std::string const& entered_by, base::Moment now) {
    people::add_person(tx, keys, person, asked.contact, language, now);
    people::give_role(tx, person, visit::Role::asking_parent, false, entered_by, entered_by, now);
    insert(tx, keys, id, person, kind, asked, entered_by, now);
}
void add_again(db::Write& tx, confidentiality::Keyring& keys, HelpRequestId const& id, visit::PersonId const& person, Asked const& asked, base::Moment now) { insert(tx, keys, id, person, Kind::buddy, asked, "", now); }
std::vector<Entry> list(db::Door& door, visit::Granted<visit::Action::list_requests, people::Partnership> const& granted) { return door.list<Entry>(std::string{columns} + "where partnership = :partnership order by asked_at desc, id", granted.record()); }
std::vector<Entry> ready(db::Door& door, base::Date today) {
    return door.list<Entry>(std::string{columns} + "where partnership = :partnership and ended_at is null and text_approved_at is not null and (paused_until is null or paused_until <= :today) order by asked_at, id", door.scope().partnership, today);
}
std::optional<Entry> find(db::Door& door, HelpRequestId const& id) { return door.find<Entry>(std::string{columns} + "where partnership = :partnership and id = :id", door.scope().partnership, id); }
std::optional<Entry> newest_of(db::Door& door, visit::PersonId const& person) { return door.find<Entry>(std::string{columns} + "where partnership = :partnership and person = :person order by asked_at desc limit 1", door.scope().partnership, person); }
std::string own_words(confidentiality::Keyring& keys, Entry const& entry, visit::Granted<visit::Action::read_request, HelpRequest> const& granted) {
    return confidentiality::Confidential<HelpRequest, visit::Action::read_request>{entry.id, entry.own_words, "help_requests", "own_words"}.open(granted, keys).value_or("");
}
std::string own_words(confidentiality::Keyring& keys, Entry const& entry, visit::Granted<visit::Action::see_own_request, HelpRequest> const& granted) {
    return confidentiality::Confidential<HelpRequest, visit::Action::see_own_request>{entry.id, entry.own_words, "help_requests", "own_words"}.open(granted, keys).value_or("");
}
std::string when_words(confidentiality::Keyring& keys, Entry const& entry) { return keys.open(entry.when_words, place(entry.id, "when_words")).value_or(""); }
std::string short_text(confidentiality::Keyring& keys, Entry const& entry) { return keys.open(entry.short_text, place(entry.id, "short_text")).value_or(""); }
void note_answered(db::Write& tx, HelpRequestId const& id, base::Moment now) { tx.run("update help_requests set answered_at = :now where partnership = :partnership and id = :id and answered_at is null", now, tx.scope().partnership, id); }
void clarify(db::Write& tx, confidentiality::Keyring& keys, Entry const& entry, Clarified const& clarified, base::Moment now) {
    tx.run("update help_requests set situations = :situations, experience = :experience, short_text = :short_text, clarified_at = :now, answered_at = coalesce(answered_at, :now), text_approved_at = null, version = version + 1 where partnership = :partnership and id = :id", join(clarified.situations),
           clarified.experience, keys.seal({entry.person}, place(entry.id, "short_text"), clarified.short_text), now, tx.scope().partnership, entry.id);
}
void change(db::Write& tx, confidentiality::Keyring& keys, Entry const& entry, Asked const& asked) {
    tx.run("update help_requests set situations = :situations, ways = :ways, languages = :languages, times = :times, postcode = :postcode, own_school = :own_school, own_words = :own_words, when_words = :when_words, version = version + 1 where partnership = :partnership and id = :id and ended_at is null", join(asked.situations), join(asked.ways), asked.languages, join(asked.times), asked.postcode,
           asked.own_school, keys.seal({entry.person}, place(entry.id, "own_words"), asked.own_words), keys.seal({entry.person}, place(entry.id, "when_words"), asked.when), tx.scope().partnership, entry.id);
}
void rest(db::Write& tx, HelpRequestId const& id, std::optional<base::Date> until) { tx.run("update help_requests set paused_until = :until where partnership = :partnership and id = :id and ended_at is null", until, tx.scope().partnership, id); }
void become_request(db::Write& tx, HelpRequestId const& id, base::Moment now) { tx.run("update help_requests set kind = 'buddy', answered_at = coalesce(answered_at, :now), version = version + 1 where partnership = :partnership and id = :id and ended_at is null", now, tx.scope().partnership, id); }
void approve_text(db::Write& tx, HelpRequestId const& id, base::Moment now) { tx.run("update help_requests set text_approved_at = :now where partnership = :partnership and id = :id and clarified_at is not null and text_approved_at is null and ended_at is null", now, tx.scope().partnership, id); }
bool end(db::Write& tx, HelpRequestId const& id, EndReason reason, base::Moment now) {
    return tx.run("update help_requests set ended_at = :now, end_reason = :reason, delicate = case when :reason = 'matched' then '' else delicate end, version = version + 1 where partnership = :partnership and id = :id and ended_at is null", now, reason, tx.scope().partnership, id) == 1;
}
bool may_reopen(Entry const& entry, base::Moment now) { return entry.ended_at && entry.end_reason == EndReason::withdrawn && now - *entry.ended_at <= std::chrono::hours{24 * days_to_reopen}; }
bool reopen(db::Write& tx, Entry const& entry, base::Moment now) {
    if (!may_reopen(entry, now)) return false;
    return tx.run("update help_requests set ended_at = null, end_reason = null, version = version + 1 where partnership = :partnership and id = :id and end_reason = 'withdrawn' and not exists (select 1 from help_requests o where o.partnership = help_requests.partnership and o.person = help_requests.person and o.ended_at is null)", tx.scope().partnership, entry.id) == 1;
}
// the one look upward: only a day, so that a parent sees where the own request stands
std::optional<base::Moment> proposed_at(db::Door& door, HelpRequestId const& id) { return door.one<base::Moment>("select made_at from proposals where partnership = :partnership and request = :id and ended_at is null order by made_at desc limit 1", door.scope().partnership, id); }

} // namespace help_request
