#include "recruitment/store_registrations.h"

#include <algorithm>

namespace recruitment {
namespace {
constexpr std::string_view columns = "select r.id, r.gathering, r.person, r.persons, r.registered_at, r.placed_at, r.told_at, r.cancelled_at, r.came, case when p.mail_hash is null then 0 else 1 end from registrations r join people p on p.id = r.person ";
constexpr std::string_view in_order = " order by r.registered_at, r.id";
} // namespace

std::vector<RegistrationRow> registrations(db::Door& door, RegistrationsGrant const& granted, GatheringId const& gathering) {
    return door.list<RegistrationRow>(std::string{columns} + "where r.partnership = :partnership and r.gathering = :gathering" + std::string{in_order}, granted.record(), gathering);
}
std::vector<RegistrationRow> placed_registrations(db::Door& door, PrintGrant const& granted, GatheringId const& gathering) {
    return door.list<RegistrationRow>(std::string{columns} + "where r.partnership = :partnership and r.gathering = :gathering and r.placed_at is not null and r.cancelled_at is null" + std::string{in_order}, granted.record(), gathering);
}
std::optional<RegistrationRow> find_registration(db::Door& door, HandleGrant const& granted, RegistrationId const& id) { return door.find<RegistrationRow>(std::string{columns} + "where r.partnership = :partnership and r.id = :id", granted.record(), id); }
std::optional<RegistrationRow> find_registration_for_link(db::Door& door, RegistrationId const& id) { return door.find<RegistrationRow>(std::string{columns} + "where r.partnership = :partnership and r.id = :id", door.scope().partnership, id); }
std::vector<Seat> seats(db::Door& door, GatheringId const& gathering) {
    return door.list<Seat>("select id, persons, case when placed_at is null then 0 else 1 end from registrations where partnership = :partnership and gathering = :gathering and cancelled_at is null order by registered_at, id", door.scope().partnership, gathering);
}
std::optional<RegistrationId> registered_with(db::Door& door, confidentiality::Keyring& keys, GatheringId const& gathering, std::string const& mail) {
    if (mail.empty()) return {};
    return door.one<RegistrationId>("select r.id from registrations r join people p on p.id = r.person where r.partnership = :partnership and r.gathering = :gathering and r.cancelled_at is null and p.mail_hash = :hash order by r.registered_at, r.id", door.scope().partnership, gathering,
                                    keys.address_hash(mail));
}

void add_registration(db::Write& tx, confidentiality::Keyring& keys, RegistrationId const& id, GatheringId const& gathering, visit::PersonId const& person, AcceptedRegistration const& accepted, text::Language language, bool placed, base::Moment now) {
    people::add_person(tx, keys, person, accepted.contact, language, now);
    tx.run("insert into registrations (id, partnership, gathering, person, persons, registered_at, placed_at, told_at, came) values (:id, :partnership, :gathering, :person, :persons, :now, :placed, :now, 0)", id, tx.scope().partnership, gathering, person, accepted.persons, now,
           placed ? std::optional{now} : std::nullopt);
}
void change_persons(db::Write& tx, RegistrationId const& id, int persons) { tx.run("update registrations set persons = :persons where partnership = :partnership and id = :id and cancelled_at is null", persons, tx.scope().partnership, id); }
bool cancel_registration(db::Write& tx, RegistrationId const& id, base::Moment now) { return tx.run("update registrations set cancelled_at = :now, told_at = :now where partnership = :partnership and id = :id and cancelled_at is null", now, tx.scope().partnership, id) == 1; }
bool place(db::Write& tx, RegistrationId const& id, base::Moment now) {
    return tx.run("update registrations set placed_at = :now, told_at = case when person in (select id from people where partnership = :partnership and mail_hash is null) then null else told_at end where partnership = :partnership and id = :id and placed_at is null and cancelled_at is null",
                  now, tx.scope().partnership, id) == 1;
}
std::vector<RegistrationId> fill_places(db::Write& tx, GatheringRow const& gathering, base::Moment now) {
    if (gathering.at(now) != GatheringStage::to_come) return {};
    auto lucky = move_up(gathering.capacity, seats(tx, gathering.id));
    std::erase_if(lucky, [&](RegistrationId const& id) { return !place(tx, id, now); });
    return lucky;
}
std::vector<RegistrationId> tell_all(db::Write& tx, GatheringId const& gathering) {
    auto const& partnership = tx.scope().partnership;
    tx.run("update registrations set told_at = null where partnership = :partnership and gathering = :gathering and cancelled_at is null and person in (select id from people where partnership = :partnership and mail_hash is null)", partnership, gathering);
    return tx.column<RegistrationId>("select r.id from registrations r join people p on p.id = r.person where r.partnership = :partnership and r.gathering = :gathering and r.cancelled_at is null and p.mail_hash is not null order by r.registered_at, r.id", partnership, gathering);
}
void note_told(db::Write& tx, RegistrationId const& id, base::Moment now) { tx.run("update registrations set told_at = :now where partnership = :partnership and id = :id and told_at is null", now, tx.scope().partnership, id); }
void note_came(db::Write& tx, GatheringId const& gathering, std::vector<std::string> const& registrations) {
    tx.run("update registrations set came = 0 where partnership = :partnership and gathering = :gathering", tx.scope().partnership, gathering);
    for (auto const& id : registrations) tx.run("update registrations set came = 1 where partnership = :partnership and gathering = :gathering and id = :id and cancelled_at is null", tx.scope().partnership, gathering, id);
}

namespace {
struct Due {
    RegistrationId id;
    base::Moment begins_at, placed_at;
};
} // namespace

std::vector<RegistrationId> note_reminders(db::Write& tx, base::Moment now) {
    std::vector<RegistrationId> reminded;
    auto const within = now + std::chrono::hours{48};
    for (auto const& due : tx.list<Due>("select r.id, g.begins_at, r.placed_at from registrations r join gatherings g on g.id = r.gathering where r.partnership = :partnership and g.cancelled_at is null and g.begins_at > :now and g.begins_at < :within and r.placed_at is not null and r.cancelled_at is null and r.reminded_at is null order by r.id",
                                        tx.scope().partnership, now, within))
        if (remind(due.begins_at, due.placed_at, now) && tx.run("update registrations set reminded_at = :now where partnership = :partnership and id = :id and reminded_at is null", now, tx.scope().partnership, due.id) == 1) reminded.push_back(due.id);
    return reminded;
}

void keep_numbers(db::Write& tx, base::Moment now) {
    auto const& partnership = tx.scope().partnership;
    for (auto const& id : tx.column<GatheringId>("select id from gatherings where partnership = :partnership and erased_at is null and begins_at <= :begun", partnership, now - (registrations_until(base::Moment{}) - base::Moment{}))) {
        auto const its = seats(tx, id);
        tx.run("update gatherings set registered = :registered, waited = :waited, erased_at = :now where partnership = :partnership and id = :id", taken(its), waiting(its), now, partnership, id);
    }
}

} // namespace recruitment
