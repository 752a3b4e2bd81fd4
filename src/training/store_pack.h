#pragma once
// Welcome packs in the database. An address has a key of its own, that goes once the pack was sent: then nobody reads it, in no copy either (R28).
#include "training/pack.h"
#include "training/store_edition.h"
#include "visit/policy.h"

#include <optional>
#include <vector>

namespace training {

struct PackRow {
    std::string contents;
    std::optional<base::Moment> asked_at; ///< when the group was asked for addresses
};
std::optional<PackRow> pack_of(db::Door& door, EditionId const& edition);
/// What was last written as contents, for any group; empty when nothing was.
std::string last_contents(db::Door& door);
void keep_pack(db::Write& tx, EditionId const& edition, std::string const& contents, base::Moment now);
/// Notes that the group was asked; false when that was so already.
bool ask_addresses(db::Write& tx, EditionId const& edition, base::Moment now);

/// Where someone stands: an address that is there, or that was used and is gone.
struct PackStanding {
    PackAddressId id;
    visit::PersonId person;
    base::Moment given_at;
    std::optional<base::Date> sent_on;
    bool there;
};
std::vector<PackStanding> packs_of(db::Door& door, EditionId const& edition);
/// Makes the key of an address; before it is kept, outside of a transaction.
void make_address_key(confidentiality::Keyring& keys, PackAddressId const& id);
/// Keeps an address under a new id, in place of an earlier one; false when the pack was sent already.
bool give_address(db::Write& tx, confidentiality::Keyring& keys, PackAddressId const& id, EditionId const& edition, visit::PersonId const& person, Address const& address, base::Moment now);
/// Someone's own address, as long as it is there.
std::optional<Address> own_address(db::Door& door, confidentiality::Keyring& keys, EditionId const& edition, visit::PersonId const& person);
/// The address of someone that was not used yet: its key goes when it is replaced or taken back.
std::optional<PackAddressId> unused_address(db::Door& door, EditionId const& edition, visit::PersonId const& person);
void take_back_address(db::Write& tx, PackAddressId const& id);
/// Lets the address of someone who leaves a group go; its key is to go too.
std::optional<PackAddressId> drop_address(db::Write& tx, EditionId const& edition, visit::PersonId const& person);
/// The addresses of these people that are there, for who sends the packs.
std::vector<Address> addresses(db::Door& door, confidentiality::Keyring& keys, visit::Granted<visit::Action::keep_packs, Edition> const& granted, std::vector<visit::PersonId> const& people);
/// Notes that the packs of these people were sent; their addresses are gone from the rows at once, and their keys are to go.
std::vector<PackAddressId> note_sent(db::Write& tx, EditionId const& edition, std::vector<visit::PersonId> const& people, base::Date day);

/// Groups where addresses wait to be used.
struct PacksWaiting {
    EditionId edition;
    std::string name;
    base::Moment since;
    int count;
};
std::vector<PacksWaiting> packs_waiting(db::Door& door);
/// Addresses that were never used and are past their term.
std::vector<PackAddressId> addresses_past(db::Door& door, base::Date today);
/// Forgets an address whose key has gone; nothing when the id is of no address.
void forget_address(db::Write& tx, PackAddressId const& id);

} // namespace training
