#include "recruitment/store_hours.h"

namespace recruitment {
namespace {
constexpr std::string_view columns = "select id, whose, worked_on, minutes, words, noted_by, noted_at from hours where partnership = :partnership and withdrawn_at is null ";
confidentiality::Place place(HoursId const& id) { return {"hours", "words", id.value()}; }
} // namespace

std::vector<HoursRow> hours_noted(db::Door& door, HoursGrant const& granted) { return door.list<HoursRow>(std::string{columns} + "order by worked_on desc, noted_at desc, id", granted.record()); }
std::optional<HoursRow> find_hours(db::Door& door, HoursGrant const& granted, HoursId const& id) { return door.find<HoursRow>(std::string{columns} + "and id = :id", granted.record(), id); }
void add_hours(db::Write& tx, confidentiality::Keyring& keys, HoursGrant const& granted, HoursId const& id, NotedHours const& noted, base::Moment now) {
    auto const& by = *granted.viewer().person;
    tx.run("insert into hours (id, partnership, whose, worked_on, minutes, words, noted_by, noted_at) values (:id, :partnership, :whose, :worked_on, :minutes, :words, :by, :now)", id, granted.record(), noted.whose, noted.worked_on, noted.worked, keys.seal({by}, place(id), noted.words), by, now);
}
void withdraw_hours(db::Write& tx, HoursGrant const& granted, HoursId const& id, base::Moment now) { tx.run("update hours set withdrawn_at = :now where partnership = :partnership and id = :id and withdrawn_at is null", now, granted.record(), id); }
std::string words_of(confidentiality::Keyring& keys, HoursRow const& row) { return keys.open(row.words, place(row.id)).value_or(""); }

} // namespace recruitment
