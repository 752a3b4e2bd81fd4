#include "matching/store_offers.h"

#include "matching/proposal.h"

#include <map>

namespace matching {
namespace {
struct Dated {
    visit::PersonId person;
    base::Moment confirmed_at;
};
struct ShownRow {
    visit::PersonId person;
    std::string situations, knowledge, school_kinds;
};
struct SchoolOf {
    visit::PersonId person;
    std::string school;
};
} // namespace

std::optional<Offer> offer_of(db::Door& door, visit::PersonId const& person) {
    return door.find<Offer>("select person, situations, ways, languages, postcode, capacity, paused_until, village, school, gives, confirmed_at, times, own_school, distance_km, car, knowledge, school_kinds, region_hard, times_hard, shown from offers where partnership = :partnership and person = :person", door.scope().partnership, person);
}
void keep_offer(db::Write& tx, confidentiality::Keyring& keys, Offer const& offer, std::string const& village, std::string const& school, std::vector<OwnChild> const& children, base::Moment now) {
    auto const& row = offer.person.value();
    auto const& partnership = tx.scope().partnership;
    tx.run("insert into offers (partnership, person, situations, ways, languages, postcode, capacity, paused_until, village, school, gives, confirmed_at, times, own_school, distance_km, car, knowledge, school_kinds, region_hard, times_hard, shown) values (:partnership, :person, :situations, :ways, :languages, :postcode, :capacity, :paused, :village, :school, :gives, :now, :times, :own_school, :distance, :car, :knowledge, :kinds, :region_hard, :times_hard, :shown) "
           "on conflict (partnership, person) do update set situations = :situations, ways = :ways, languages = :languages, postcode = :postcode, capacity = :capacity, paused_until = :paused, village = :village, school = :school, gives = :gives, confirmed_at = :now, times = :times, own_school = :own_school, distance_km = :distance, car = :car, knowledge = :knowledge, school_kinds = :kinds, region_hard = :region_hard, times_hard = :times_hard, shown = :shown",
           partnership, offer.person, offer.situations, offer.ways, offer.languages, offer.postcode, offer.capacity, offer.paused_until, keys.seal({offer.person}, {"offers", "village", row}, village), keys.seal({offer.person}, {"offers", "school", row}, school), offer.gives, now, offer.times, offer.own_school, offer.distance_km, offer.car, offer.knowledge,
           offer.school_kinds, offer.region_hard, offer.times_hard, offer.shown);
    tx.run("delete from offer_schools where partnership = :partnership and person = :person", partnership, offer.person);
    for (auto const& child : children) tx.run("insert into offer_schools (partnership, person, school, child_groups) values (:partnership, :person, :school, :groups)", partnership, offer.person, child.school, child.groups);
}
std::vector<OwnChild> own_children(db::Door& door, visit::PersonId const& person) { return door.list<OwnChild>("select school, child_groups from offer_schools where partnership = :partnership and person = :person order by school", door.scope().partnership, person); }
void confirm_offer(db::Write& tx, visit::PersonId const& person, base::Moment now) { tx.run("update offers set confirmed_at = :now where partnership = :partnership and person = :person", now, tx.scope().partnership, person); }
std::vector<visit::PersonId> ask_about_old_offers(db::Write& tx, base::Moment now) {
    std::vector<visit::PersonId> asked;
    for (auto const& row : tx.list<Dated>("select o.person, o.confirmed_at from offers o where o.partnership = :partnership and (o.asked_at is null or o.asked_at < o.confirmed_at) and exists (select 1 from person_roles r where r.partnership = o.partnership and r.person = o.person and r.role = 'buddy' and r.until is null) and not exists (select 1 from restrictions l where l.partnership = o.partnership and l.person = o.person and l.ended_at is null)", tx.scope().partnership)) {
        if (!offer_is_old(row.confirmed_at, base::local_date(now))) continue;
        tx.run("update offers set asked_at = :now where partnership = :partnership and person = :person", now, tx.scope().partnership, row.person);
        asked.push_back(row.person);
    }
    return asked;
}
std::vector<Shown> shown_offers(db::Door& door) {
    std::vector<Shown> all;
    std::map<visit::PersonId, std::size_t> at;
    auto const& partnership = door.scope().partnership;
    // who was trained and goes on as a buddy, whatever else they do now
    for (auto const& row : door.list<ShownRow>("select o.person, o.situations, o.knowledge, o.school_kinds from offers o where o.partnership = :partnership and o.shown = 1 and exists (select 1 from person_roles r where r.partnership = o.partnership and r.person = o.person and r.role = 'buddy' and r.until is null) and not exists (select 1 from restrictions l where l.partnership = o.partnership and l.person = o.person and l.ended_at is null) order by o.person", partnership)) {
        at.emplace(row.person, all.size());
        all.push_back({help_request::split<help_request::Situation>(row.situations), help_request::split<help_request::Knowledge>(row.knowledge), help_request::split<people::SchoolKind>(row.school_kinds), {}});
    }
    for (auto const& row : door.list<SchoolOf>("select person, school from offer_schools where partnership = :partnership", partnership))
        if (auto its = at.find(row.person); its != at.end()) all[its->second].schools.insert(row.school);
    return all;
}
std::string village_of(confidentiality::Keyring& keys, Offer const& offer) { return keys.open(offer.village, {"offers", "village", offer.person.value()}).value_or(""); }
std::string school_of(confidentiality::Keyring& keys, Offer const& offer) { return keys.open(offer.school, {"offers", "school", offer.person.value()}).value_or(""); }

} // namespace matching
