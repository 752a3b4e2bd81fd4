#include "people/store_postcodes.h"

namespace people {

std::vector<PostcodePlace> postcodes(db::Door& door) { return door.list<PostcodePlace>("select postcode, latitude, longitude from postcodes order by postcode"); }
std::optional<PostcodePlace> find_postcode(db::Door& door, int postcode) { return door.find<PostcodePlace>("select postcode, latitude, longitude from postcodes where postcode = :postcode", postcode); }

void import_postcodes(db::Write& tx, PostcodeChanges const& changes) {
    for (auto const& place : changes.added) tx.run("insert into postcodes (postcode, latitude, longitude) values (:postcode, :latitude, :longitude)", place.postcode, place.latitude, place.longitude);
    for (auto const& place : changes.moved) tx.run("update postcodes set latitude = :latitude, longitude = :longitude where postcode = :postcode", place.latitude, place.longitude, place.postcode);
    for (auto postcode : changes.gone) tx.run("delete from postcodes where postcode = :postcode", postcode);
}

} // namespace people
