#include "help_request/store_wishes.h"

namespace help_request {
namespace {
confidentiality::Place place(HelpRequestId const& id, std::string_view column) { return {"help_requests", column, id.value()}; }
Told open_all(confidentiality::Keyring& keys, WishRow const& row, HelpRequestId const& id) {
    auto open = [&](confidentiality::Sealed const& sealed, std::string_view column) { return sealed.empty() ? std::string{} : keys.open(sealed, place(id, column)).value_or(""); };
    return {open(row.delicate, "delicate"), open(row.criteria, "criteria"), open(row.matters, "matters"), open(row.end_note, "end_note"), open(row.helper_words, "helper_words")};
}
/// Nothing said stays an empty column, so that nothing tells there was something to hide.
confidentiality::Sealed closed(confidentiality::Keyring& keys, HelpRequestId const& id, visit::PersonId const& person, std::string_view column, std::string const& words) {
    return words.empty() ? confidentiality::Sealed{} : keys.seal({person}, place(id, column), words);
}
} // namespace

std::optional<WishRow> wishes_of(db::Door& door, HelpRequestId const& id) {
    return door.find<WishRow>("select interpreter, child_group, child_sex, others_read, own_village, knowledge, region_hard, times_hard, school, helper_position, delicate, criteria, matters, end_note, helper_words from help_requests where partnership = :partnership and id = :id", door.scope().partnership, id);
}
Told told(confidentiality::Keyring& keys, WishRow const& row, visit::Granted<visit::Action::read_request, HelpRequest> const& granted) { return open_all(keys, row, granted.record()); }
Told told(confidentiality::Keyring& keys, WishRow const& row, visit::Granted<visit::Action::clarify_request, HelpRequest> const& granted) { return open_all(keys, row, granted.record()); }
Told told(confidentiality::Keyring& keys, WishRow const& row, visit::Granted<visit::Action::see_own_request, HelpRequest> const& granted) { return open_all(keys, row, granted.record()); }

void keep_wishes(db::Write& tx, confidentiality::Keyring& keys, HelpRequestId const& id, visit::PersonId const& person, Wishes const& w) {
    tx.run("update help_requests set interpreter = :interpreter, child_group = :child_group, child_sex = :child_sex, others_read = :others_read, own_village = :own_village, knowledge = :knowledge, region_hard = :region_hard, times_hard = :times_hard, school = :school, delicate = :delicate "
           "where partnership = :partnership and id = :id and ended_at is null",
           w.interpreter ? 1 : 0, w.child_group, w.child_sex, w.others_read == OthersRead::nobody ? 0 : 1, w.own_village, join(w.knowledge), w.region_hard ? 1 : 0, w.times_hard ? 1 : 0, w.school, closed(keys, id, person, "delicate", w.delicate), tx.scope().partnership, id);
    if (w.helper_words.empty()) return;
    tx.run("update help_requests set helper_position = :position, helper_words = :words where partnership = :partnership and id = :id", w.helper ? std::string{base::word(*w.helper)} : std::string{}, closed(keys, id, person, "helper_words", w.helper_words), tx.scope().partnership, id);
}
void keep_talk(db::Write& tx, confidentiality::Keyring& keys, HelpRequestId const& id, visit::PersonId const& person, Talk const& talk) {
    tx.run("update help_requests set own_school = :own_school, own_village = :own_village, region_hard = :region_hard, times_hard = :times_hard, criteria = :criteria, matters = :matters where partnership = :partnership and id = :id and ended_at is null", talk.own_school, talk.own_village,
           talk.region_hard ? 1 : 0, talk.times_hard ? 1 : 0, closed(keys, id, person, "criteria", talk.criteria), closed(keys, id, person, "matters", talk.matters), tx.scope().partnership, id);
}
void keep_end_note(db::Write& tx, confidentiality::Keyring& keys, HelpRequestId const& id, visit::PersonId const& person, std::string const& words) { tx.run("update help_requests set end_note = :words where partnership = :partnership and id = :id", closed(keys, id, person, "end_note", words), tx.scope().partnership, id); }
void drop_helper(db::Write& tx, HelpRequestId const& id) { tx.run("update help_requests set helper_position = '', helper_words = '' where partnership = :partnership and id = :id", tx.scope().partnership, id); }

} // namespace help_request
