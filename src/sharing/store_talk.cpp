#include "sharing/store_talk.h"

#include <algorithm>

namespace sharing {
namespace {
constexpr std::string_view columns = "select id, parent, held_when, aim, points, questions, who_says, not_to_say, notes, asked_match, asked_at, reply, replied_by, held_on, made_at, sheet_version, notes_version from school_talks ";
constexpr std::string_view errand_columns = "select id, parent, match, addressee, words, until, made_at, taken_back_at, done_on from school_errands ";
constexpr std::array<std::string_view, 6> names{"held_when", "aim", "points", "questions", "who_says", "not_to_say"};

confidentiality::Sealed seal(confidentiality::Keyring& keys, visit::PersonId const& parent, confidentiality::Place const& place, std::string const& text) { return text.empty() ? confidentiality::Sealed{} : keys.seal({parent}, place, text); }
std::array<confidentiality::Sealed, 6> sealed(confidentiality::Keyring& keys, visit::PersonId const& parent, TalkId const& id, Sheet const& sheet) {
    std::array<confidentiality::Sealed, 6> all;
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = seal(keys, parent, {"school_talks", names[i], id.value()}, sheet[i]);
    return all;
}
Sheet open(confidentiality::Keyring& keys, TalkRow const& row) {
    std::array<confidentiality::Sealed const*, 6> const all{&row.when, &row.aim, &row.points, &row.questions, &row.who_says, &row.not_to_say};
    Sheet sheet;
    for (std::size_t i = 0; i < all.size(); ++i)
        if (!all[i]->empty()) sheet[i] = keys.open(*all[i], {"school_talks", names[i], row.id.value()}).value_or("");
    return sheet;
}
ErrandShown open(confidentiality::Keyring& keys, ErrandRow const& row) { return {keys.open(row.addressee, {"school_errands", "addressee", row.id.value()}).value_or(""), keys.open(row.words, {"school_errands", "words", row.id.value()}).value_or("")}; }
} // namespace

void add(db::Write& tx, confidentiality::Keyring& keys, Prepare const& granted, TalkId const& id, Sheet const& sheet, base::Moment now) {
    auto const words = sealed(keys, granted.record(), id, sheet);
    tx.run("insert into school_talks (id, partnership, parent, held_when, aim, points, questions, who_says, not_to_say, notes, made_at) values (:id, :partnership, :parent, :held_when, :aim, :points, :questions, :who_says, :not_to_say, '', :now)", id, tx.scope().partnership, granted.record(), words[0], words[1], words[2], words[3], words[4], words[5], now);
}
bool change(db::Write& tx, confidentiality::Keyring& keys, Prepare const& granted, TalkId const& id, Sheet const& sheet, int version) {
    auto const words = sealed(keys, granted.record(), id, sheet);
    return tx.run("update school_talks set held_when = :held_when, aim = :aim, points = :points, questions = :questions, who_says = :who_says, not_to_say = :not_to_say, sheet_version = sheet_version + 1 where partnership = :partnership and id = :id and parent = :parent and sheet_version = :version", words[0], words[1], words[2], words[3], words[4], words[5], tx.scope().partnership, id, granted.record(), version) == 1;
}
bool keep_notes(db::Write& tx, confidentiality::Keyring& keys, Prepare const& granted, TalkId const& id, std::string const& notes, int version) {
    return tx.run("update school_talks set notes = :notes, notes_version = notes_version + 1 where partnership = :partnership and id = :id and parent = :parent and notes_version = :version", seal(keys, granted.record(), {"school_talks", "notes", id.value()}, notes), tx.scope().partnership, id, granted.record(), version) == 1;
}
bool throw_away(db::Write& tx, Prepare const& granted, TalkId const& id) {
    return tx.run("delete from school_talks where partnership = :partnership and id = :id and parent = :parent and held_on is null", tx.scope().partnership, id, granted.record()) == 1;
}
bool ask_along(db::Write& tx, Prepare const& granted, TalkId const& id, base::Moment now) {
    auto const match = matching::together_of_parent(tx, granted.record());
    return match && tx.run("update school_talks set asked_match = :match, asked_at = :now, reply = null, replied_by = null where partnership = :partnership and id = :id and parent = :parent and held_on is null", match->id, now, tx.scope().partnership, id, granted.record()) == 1;
}
void unask(db::Write& tx, Prepare const& granted, TalkId const& id) {
    tx.run("update school_talks set asked_match = null, asked_at = null, reply = null, replied_by = null where partnership = :partnership and id = :id and parent = :parent", tx.scope().partnership, id, granted.record());
}
void hold(db::Write& tx, Prepare const& granted, TalkId const& id, std::optional<base::Date> day) {
    tx.run("update school_talks set held_on = :day where partnership = :partnership and id = :id and parent = :parent", day, tx.scope().partnership, id, granted.record());
}

std::optional<TalkRow> find_talk(db::Door& door, TalkId const& id) { return door.find<TalkRow>(std::string{columns} + "where partnership = :partnership and id = :id", door.scope().partnership, id); }
std::vector<TalkRow> talks_of(db::Door& door, visit::PersonId const& parent) { return door.list<TalkRow>(std::string{columns} + "where partnership = :partnership and parent = :parent order by made_at desc, id", door.scope().partnership, parent); }
std::vector<TalkRow> talks_asked(db::Door& door, visit::PersonId const& buddy) {
    std::vector<TalkRow> all;
    for (auto const& match : matching::together_of_buddy(door, buddy))
        for (auto& row : door.list<TalkRow>(std::string{columns} + "where partnership = :partnership and asked_match = :match and held_on is null order by made_at desc, id", door.scope().partnership, match.id))
            if (sees_sheet(beside(door, row, buddy))) all.push_back(std::move(row));
    return all;
}
Beside beside(db::Door& door, TalkRow const& row, visit::PersonId const& who) {
    auto const match = row.asked_match ? matching::find_together(door, *row.asked_match) : std::nullopt;
    return {row.asked_at.has_value(), match && !match->ended_at && match->parent == row.parent, match && match->has_buddy(who), row.held_on.has_value()};
}
bool reply(db::Write& tx, Join const& granted, Reply reply) {
    auto const row = find_talk(tx, granted.record());
    if (!row || !sees_sheet(beside(tx, *row, *granted.viewer().person))) return false;
    return tx.run("update school_talks set reply = :reply, replied_by = :who where partnership = :partnership and id = :id and asked_at is not null", reply, *granted.viewer().person, tx.scope().partnership, granted.record()) == 1;
}

Sheet sheet_of(confidentiality::Keyring& keys, TalkRow const& row, Prepare const& granted) { return granted.record() == row.parent ? open(keys, row) : Sheet{}; }
Sheet sheet_of(confidentiality::Keyring& keys, TalkRow const& row, Join const& granted) { return granted.record() == row.id ? open(keys, row) : Sheet{}; }
std::string notes_of(confidentiality::Keyring& keys, TalkRow const& row, Prepare const& granted) {
    if (granted.record() != row.parent || row.notes.empty()) return {};
    return keys.open(row.notes, {"school_talks", "notes", row.id.value()}).value_or("");
}

bool add_errand(db::Write& tx, confidentiality::Keyring& keys, Prepare const& granted, ErrandId const& id, ErrandGiven const& given, base::Moment now) {
    auto const match = matching::together_of_parent(tx, granted.record());
    if (!match) return false;
    tx.run("insert into school_errands (id, partnership, parent, match, addressee, words, until, made_at) values (:id, :partnership, :parent, :match, :addressee, :words, :until, :now)", id, tx.scope().partnership, granted.record(), match->id, seal(keys, granted.record(), {"school_errands", "addressee", id.value()}, given.addressee),
           seal(keys, granted.record(), {"school_errands", "words", id.value()}, given.words), given.until, now);
    return true;
}
void take_back_errand(db::Write& tx, Prepare const& granted, ErrandId const& id, base::Moment now) {
    tx.run("update school_errands set taken_back_at = :now where partnership = :partnership and id = :id and parent = :parent and taken_back_at is null", now, tx.scope().partnership, id, granted.record());
}
std::optional<ErrandRow> find_errand(db::Door& door, ErrandId const& id) { return door.find<ErrandRow>(std::string{errand_columns} + "where partnership = :partnership and id = :id", door.scope().partnership, id); }
std::vector<ErrandRow> errands_of(db::Door& door, visit::PersonId const& parent) { return door.list<ErrandRow>(std::string{errand_columns} + "where partnership = :partnership and parent = :parent order by made_at desc, id", door.scope().partnership, parent); }
std::vector<ErrandRow> errands_for(db::Door& door, visit::PersonId const& buddy, base::Date today) {
    std::vector<ErrandRow> all;
    for (auto const& match : matching::together_of_buddy(door, buddy))
        for (auto& row : door.list<ErrandRow>(std::string{errand_columns} + "where partnership = :partnership and match = :match order by made_at desc, id", door.scope().partnership, match.id))
            if (sees(door, row, buddy, today)) all.push_back(std::move(row));
    return all;
}
bool sees(db::Door& door, ErrandRow const& row, visit::PersonId const& who, base::Date today) {
    auto const match = matching::find_together(door, row.match);
    return match && sees_errand(row.until, row.taken_back_at.has_value(), !match->ended_at, match->has_buddy(who), today);
}
void mark_done(db::Write& tx, visit::Granted<visit::Action::join_school_talk, Errand> const& granted, base::Date today) {
    tx.run("update school_errands set done_on = :today where partnership = :partnership and id = :id and done_on is null and taken_back_at is null", today, tx.scope().partnership, granted.record());
}
ErrandShown errand_shown(confidentiality::Keyring& keys, ErrandRow const& row, Prepare const& granted) { return granted.record() == row.parent ? open(keys, row) : ErrandShown{}; }
ErrandShown errand_shown(confidentiality::Keyring& keys, ErrandRow const& row, visit::Granted<visit::Action::join_school_talk, Errand> const& granted) { return granted.record() == row.id ? open(keys, row) : ErrandShown{}; }

} // namespace sharing
