#include "trajectory/store_closure.h"

#include "confidentiality/store_consent.h"

namespace trajectory {
namespace {
constexpr std::string_view columns = "select c.id, c.match, c.closed_at, c.closed_by, c.reason, c.teller, c.told_at, c.talk_parent, c.talk_buddy, c.asks_later, c.later_asked_at, c.later_answer, c.later_answered_at, c.called_at, c.reopened_at from closures c where c.partnership = :partnership and c.reopened_at is null ";
}

bool close(db::Write& tx, base::Random& random, matching::MatchRow const& match, visit::PersonId const& by, Closing const& its, text::Language language, base::Moment now) {
    if (!matching::end_match(tx, match.id, by, std::string{base::word(its.reason)}, now)) return false;
    if (its.asks_later) confidentiality::give(tx, match.parent, confidentiality::Purpose::question_after_closure, later_text_version, language, now);
    bool const desk = by != match.parent && !match.has_buddy(by);
    tx.run("insert into closures (id, partnership, match, closed_at, closed_by, reason, teller, told_at, talk_parent, talk_buddy, asks_later, later_answer, reopen_reason) values (:id, :partnership, :match, :now, :by, :reason, :teller, :told, :talk, :talk, :later, '', '')", base::new_id<Closure>(random), tx.scope().partnership, match.id, now, by, its.reason,
           its.teller, desk ? std::optional{now} : std::nullopt, Talk::open, its.asks_later);
    return true;
}
std::optional<ClosureRow> closure_of(db::Door& door, matching::MatchId const& match) { return door.find<ClosureRow>(std::string{columns} + "and c.match = :match", door.scope().partnership, match); }
std::vector<ClosureRow> closures_of(db::Door& door, visit::PersonId const& person) {
    return door.list<ClosureRow>(std::string{columns} + "and exists (select 1 from matches m where m.partnership = c.partnership and m.id = c.match and (m.parent = :person or m.buddy = :person or m.partner = :person)) order by c.closed_at desc, c.id", door.scope().partnership, person);
}
std::vector<ClosureRow> open_closures(db::Door& door) {
    return door.list<ClosureRow>(std::string{columns} + "and (c.told_at is null or c.talk_parent = 'open' or c.talk_buddy = 'open' or (c.later_answer = 'bellen' and c.called_at is null)) order by c.closed_at, c.id", door.scope().partnership);
}
void note_told(db::Write& tx, ClosureId const& id, base::Moment now) { tx.run("update closures set told_at = :now where partnership = :partnership and id = :id and told_at is null", now, tx.scope().partnership, id); }
void note_talk(db::Write& tx, ClosureId const& id, bool with_parent, Talk talk) {
    tx.run(std::string{"update closures set "} + (with_parent ? "talk_parent" : "talk_buddy") + " = :talk where partnership = :partnership and id = :id", talk, tx.scope().partnership, id);
}
void note_called(db::Write& tx, ClosureId const& id, base::Moment now) { tx.run("update closures set called_at = :now where partnership = :partnership and id = :id and called_at is null", now, tx.scope().partnership, id); }
std::vector<ClosureRow> ask_later(db::Write& tx, base::Moment now) {
    std::vector<ClosureRow> due;
    for (auto const& row : tx.list<ClosureRow>(std::string{columns} + "and c.asks_later = 1 and c.later_asked_at is null and exists (select 1 from consents g join matches m on m.partnership = g.partnership and m.parent = g.person where g.partnership = c.partnership and m.id = c.match and g.purpose = 'question_after_closure' and g.withdrawn_at is null and not exists (select 1 from restrictions l where l.partnership = m.partnership and l.person = m.parent and l.ended_at is null)) order by c.closed_at, c.id", tx.scope().partnership))
        if (asks_now(row.asks_later, row.closed_at, row.later_asked_at.has_value(), base::local_date(now)) && tx.run("update closures set later_asked_at = :now where partnership = :partnership and id = :id and later_asked_at is null", now, tx.scope().partnership, row.id) == 1) due.push_back(row);
    return due;
}
bool answer_later(db::Write& tx, ClosureId const& id, Later answer, base::Moment now) {
    return tx.run("update closures set later_answer = :answer, later_answered_at = :now where partnership = :partnership and id = :id and later_asked_at is not null and later_answer = ''", answer, now, tx.scope().partnership, id) == 1;
}
std::optional<base::Moment> buddy_since(db::Door& door, visit::PersonId const& person) { return door.one<base::Moment>("select max(since) from person_roles where partnership = :partnership and person = :person and role = 'buddy'", door.scope().partnership, person); }
bool reopen(db::Write& tx, ClosureRow const& closure, matching::MatchRow const& match, Reopening reason, visit::PersonId const& by, base::Moment now) {
    if (!matching::resume(tx, match)) return false;
    tx.run("update closures set reopened_at = :now, reopened_by = :by, reopen_reason = :reason where partnership = :partnership and id = :id", now, by, reason, tx.scope().partnership, closure.id);
    return true;
}

} // namespace trajectory
