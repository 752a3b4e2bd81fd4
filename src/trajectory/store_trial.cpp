#include "trajectory/store_trial.h"

namespace trajectory {

std::optional<TrialAnswer> trial_answer_of(db::Door& door, matching::MatchId const& match, visit::PersonId const& person) { return door.one<TrialAnswer>("select answer from trial_answers where partnership = :partnership and match = :match and person = :person", door.scope().partnership, match, person); }
void keep_trial_answer(db::Write& tx, TrialGrant const& granted, visit::PersonId const& person, TrialAnswer answer, base::Moment now) {
    tx.run("insert into trial_answers (partnership, match, person, answer, noted_by, answered_at) values (:partnership, :match, :person, :answer, :by, :now) on conflict (partnership, match, person) do update set answer = excluded.answer, noted_by = excluded.noted_by, answered_at = excluded.answered_at", tx.scope().partnership, granted.record(), person, answer,
           *granted.viewer().person, now);
}
TrialStep trial_step_of(db::Door& door, matching::MatchRow const& match, base::Date today) {
    if (!trial_is_over(match.trial_until, today)) return TrialStep::nothing;
    std::vector<std::optional<TrialAnswer>> said{trial_answer_of(door, match.id, match.parent)};
    for (auto const& buddy : match.buddies()) said.push_back(trial_answer_of(door, match.id, buddy));
    return trial_step(match.trial_until, said, today);
}
std::vector<matching::MatchId> ask_about_trials(db::Write& tx, base::Moment now) {
    std::vector<matching::MatchId> all;
    for (auto const& id : tx.column<matching::MatchId>("select id from matches where partnership = :partnership and ended_at is null and trial_asked_at is null and trial_until <= :today "
                                                       "and not exists (select 1 from restrictions l where l.partnership = matches.partnership and l.person in (matches.parent, matches.buddy, matches.partner) and l.ended_at is null) order by id",
                                                       tx.scope().partnership, base::local_date(now)))
        if (tx.run("update matches set trial_asked_at = :now where partnership = :partnership and id = :id and trial_asked_at is null", now, tx.scope().partnership, id) == 1) all.push_back(id);
    return all;
}

} // namespace trajectory
