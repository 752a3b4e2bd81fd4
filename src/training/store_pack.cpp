#include "training/store_pack.h"

#include "confidentiality/store_keyring.h"

#include <algorithm>

namespace training {
namespace {

visit::PersonId key_of(PackAddressId const& id) { return visit::PersonId{id.value()}; }

struct Kept {
    PackAddressId id;
    visit::PersonId person;
    confidentiality::Sealed address;
};
struct Standing {
    PackAddressId id;
    visit::PersonId person;
    base::Moment given_at;
    std::optional<base::Date> sent_on;
    std::string address;
};
struct Old {
    PackAddressId id;
    base::Moment given_at;
    std::optional<base::Moment> last_evening;
};

std::optional<Address> opened(confidentiality::Keyring& keys, Kept const& row) {
    auto const lines = keys.open(row.address, {"pack_addresses", "address", row.id.value()});
    return lines ? read_address(*lines) : std::nullopt;
}

} // namespace

std::optional<PackRow> pack_of(db::Door& door, EditionId const& edition) { return door.find<PackRow>("select contents, asked_at from packs where partnership = :partnership and edition = :edition", door.scope().partnership, edition); }
std::string last_contents(db::Door& door) { return door.one<std::string>("select contents from packs where partnership = :partnership order by kept_at desc, edition limit 1", door.scope().partnership).value_or(""); }
void keep_pack(db::Write& tx, EditionId const& edition, std::string const& contents, base::Moment now) {
    tx.run("insert into packs (partnership, edition, contents, kept_at) values (:partnership, :edition, :contents, :now) on conflict (partnership, edition) do update set contents = :contents, kept_at = :now", tx.scope().partnership, edition, contents, now);
}
bool ask_addresses(db::Write& tx, EditionId const& edition, base::Moment now) { return tx.run("update packs set asked_at = :now where partnership = :partnership and edition = :edition and asked_at is null", now, tx.scope().partnership, edition) == 1; }

std::vector<PackStanding> packs_of(db::Door& door, EditionId const& edition) {
    std::vector<PackStanding> all;
    for (auto const& row : door.list<Standing>("select id, person, given_at, sent_on, address from pack_addresses where partnership = :partnership and edition = :edition order by given_at, id", door.scope().partnership, edition)) all.push_back({row.id, row.person, row.given_at, row.sent_on, !row.address.empty()});
    return all;
}
void make_address_key(confidentiality::Keyring& keys, PackAddressId const& id) { keys.create(key_of(id)); }
bool give_address(db::Write& tx, confidentiality::Keyring& keys, PackAddressId const& id, EditionId const& edition, visit::PersonId const& person, Address const& address, base::Moment now) {
    for (auto const& one : packs_of(tx, edition))
        if (one.person == person && one.sent_on) return false;
    auto const& partnership = tx.scope().partnership;
    tx.run("delete from pack_addresses where partnership = :partnership and edition = :edition and person = :person", partnership, edition, person);
    tx.run("insert into pack_addresses (id, partnership, edition, person, address, given_at) values (:id, :partnership, :edition, :person, :address, :now)", id, partnership, edition, person, keys.seal({person, key_of(id)}, {"pack_addresses", "address", id.value()}, written(address)), now);
    return true;
}
std::optional<Address> own_address(db::Door& door, confidentiality::Keyring& keys, EditionId const& edition, visit::PersonId const& person) {
    auto const row = door.find<Kept>("select id, person, address from pack_addresses where partnership = :partnership and edition = :edition and person = :person and address <> ''", door.scope().partnership, edition, person);
    return row ? opened(keys, *row) : std::nullopt;
}
std::optional<PackAddressId> unused_address(db::Door& door, EditionId const& edition, visit::PersonId const& person) {
    return door.one<PackAddressId>("select id from pack_addresses where partnership = :partnership and edition = :edition and person = :person and sent_on is null", door.scope().partnership, edition, person);
}
void take_back_address(db::Write& tx, PackAddressId const& id) { tx.run("delete from pack_addresses where partnership = :partnership and id = :id and sent_on is null", tx.scope().partnership, id); }
std::optional<PackAddressId> drop_address(db::Write& tx, EditionId const& edition, visit::PersonId const& person) {
    auto its = unused_address(tx, edition, person);
    if (its) take_back_address(tx, *its);
    return its;
}
std::vector<Address> addresses(db::Door& door, confidentiality::Keyring& keys, visit::Granted<visit::Action::keep_packs, Edition> const& granted, std::vector<visit::PersonId> const& people) {
    std::vector<Address> all;
    for (auto const& row : door.list<Kept>("select id, person, address from pack_addresses where partnership = :partnership and edition = :edition and address <> '' order by given_at, id", door.scope().partnership, granted.record()))
        if (auto address = opened(keys, row); address && std::find(people.begin(), people.end(), row.person) != people.end()) all.push_back(std::move(*address));
    return all;
}
std::vector<PackAddressId> note_sent(db::Write& tx, EditionId const& edition, std::vector<visit::PersonId> const& people, base::Date day) {
    std::vector<PackAddressId> used;
    for (auto const& one : packs_of(tx, edition)) {
        if (!one.there || std::find(people.begin(), people.end(), one.person) == people.end()) continue;
        used.push_back(one.id);
        tx.run("update pack_addresses set address = '', sent_on = :day where partnership = :partnership and id = :id", day, tx.scope().partnership, one.id);
    }
    return used;
}

std::vector<PacksWaiting> packs_waiting(db::Door& door) {
    return door.list<PacksWaiting>("select d.id, d.name, min(a.given_at), count(*) from pack_addresses a join editions d on d.partnership = a.partnership and d.id = a.edition where a.partnership = :partnership and a.address <> '' group by d.id, d.name order by min(a.given_at), d.id", door.scope().partnership);
}
std::vector<PackAddressId> addresses_past(db::Door& door, base::Date today) {
    std::vector<PackAddressId> past;
    for (auto const& row : door.list<Old>("select a.id, a.given_at, (select max(e.begins_at) from evenings e where e.partnership = a.partnership and e.edition = a.edition) from pack_addresses a where a.partnership = :partnership and a.address <> ''", door.scope().partnership))
        if (address_kept_until(base::local_date(row.given_at), row.last_evening ? std::optional{base::local_date(*row.last_evening)} : std::nullopt) <= today) past.push_back(row.id);
    return past;
}
void forget_address(db::Write& tx, PackAddressId const& id) { tx.run("update pack_addresses set address = '' where partnership = :partnership and id = :id", tx.scope().partnership, id); }

} // namespace training
