#include "trajectory/store_contact.h"

namespace trajectory {
namespace {
constexpr std::string_view tally_columns = "select match, sum(case when removed_at is null then 1 else 0 end), max(case when removed_at is null then held_on end), max(case when wants_to_talk = 1 and talked_at is null then held_on end) from contacts where partnership = :partnership";
}

bool add(db::Write& tx, LogGrant const& granted, ContactId const& id, Logged const& contact, base::Moment now) {
    // the match is locked, so that it cannot end in between
    if (tx.run("update matches set ended_at = null where partnership = :partnership and id = :match and ended_at is null", tx.scope().partnership, granted.record()) == 0) return false;
    return tx.run("insert into contacts (id, partnership, match, held_on, way, minutes, wants_to_talk, logged_at, logged_by) values (:id, :partnership, :match, :held_on, :way, :minutes, :talk, :now, :by)", id, tx.scope().partnership, granted.record(), contact.held_on, contact.way, contact.minutes, contact.wants_to_talk,
                  now, *granted.viewer().person) == 1;
}
bool change(db::Write& tx, LogGrant const& granted, ContactId const& id, std::optional<Logged> const& contact) {
    auto const& partnership = tx.scope().partnership;
    constexpr std::string_view own = "where partnership = :partnership and match = :match and id = :id and (logged_by = :by or logged_by is null) and corrected_at is null and removed_at is null and exists (select 1 from matches m where m.partnership = contacts.partnership and m.id = contacts.match and m.ended_at is null)";
    if (!contact) return tx.run("delete from contacts " + std::string{own}, partnership, granted.record(), id, *granted.viewer().person) == 1;
    return tx.run("update contacts set held_on = :held_on, way = :way, minutes = :minutes, talked_at = case when :talk = 1 and wants_to_talk = 0 then null else talked_at end, wants_to_talk = :talk " + std::string{own}, contact->held_on, contact->way, contact->minutes, contact->wants_to_talk, partnership, granted.record(), id, *granted.viewer().person) == 1;
}
bool correct(db::Write& tx, CorrectGrant const& granted, ContactId const& id, std::optional<Logged> const& contact, base::Moment now) {
    auto const& partnership = tx.scope().partnership;
    constexpr std::string_view its = "where partnership = :partnership and match = :match and id = :id and removed_at is null";
    // that the buddy wants to talk stays: the row goes out of the log, and with the others a year after the end
    if (!contact) return tx.run("update contacts set removed_at = :now " + std::string{its}, now, partnership, granted.record(), id) == 1;
    return tx.run("update contacts set held_on = :held_on, way = :way, minutes = :minutes, corrected_at = :now " + std::string{its}, contact->held_on, contact->way, contact->minutes, now, partnership, granted.record(), id) == 1;
}
void note_talked(db::Write& tx, matching::MatchId const& match, base::Moment now) { tx.run("update contacts set talked_at = :now where partnership = :partnership and match = :match and wants_to_talk = 1 and talked_at is null", now, tx.scope().partnership, match); }
std::vector<ContactRow> contacts_of(db::Door& door, visit::Granted<visit::Action::see_own_trajectory, matching::Match> const& granted) {
    return door.list<ContactRow>("select id, held_on, way, minutes, wants_to_talk, logged_by, corrected_at from contacts where partnership = :partnership and match = :match and removed_at is null order by held_on desc, logged_at desc, id", door.scope().partnership, granted.record());
}

namespace {
constexpr std::string_view over = "match in (select id from matches where partnership = :partnership and ended_at < :until)";
}

std::int64_t old(db::Door& door, base::Moment now) { return door.one<std::int64_t>("select count(*) from contacts where partnership = :partnership and " + std::string{over}, door.scope().partnership, now - std::chrono::hours{24 * 365}).value_or(0); }
void delete_old(db::Write& tx, base::Moment now) {
    auto const& partnership = tx.scope().partnership;
    auto const until = now - std::chrono::hours{24 * 365};
    // that two met is counted for ever, the days are not kept
    tx.run("insert into courses (partnership, match, rhythm, parent_begins, met_on) select c.partnership, c.match, :rhythm, 0, min(c.held_on) from contacts c where c.partnership = :partnership and c.removed_at is null and c.way in ('meeting', 'video', 'school_talk') and c." + std::string{over} + " group by c.partnership, c.match on conflict (partnership, match) do update set met_on = excluded.met_on", Rhythm::as_it_goes, partnership, until);
    tx.run("delete from contacts where partnership = :partnership and " + std::string{over}, partnership, until);
    tx.run("update closures set later_answer = '' where partnership = :partnership and closed_at < :until", partnership, until);
}

std::map<matching::MatchId, Tally> tallies(db::Door& door) {
    std::map<matching::MatchId, Tally> all;
    for (auto& row : door.list<Tally>(std::string{tally_columns} + " group by match", door.scope().partnership)) all.emplace(row.match, row);
    return all;
}
Tally tally_of(db::Door& door, matching::MatchId const& match) { return door.find<Tally>(std::string{tally_columns} + " and match = :match group by match", door.scope().partnership, match).value_or(Tally{match, 0, {}, {}}); }

} // namespace trajectory
