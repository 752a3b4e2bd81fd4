#include "intake/store_interview.h"

#include "confidentiality/store_consent.h"
#include "intake/store_checklist.h"
#include "intake/store_offered_time.h"

namespace intake {
namespace {
constexpr std::string_view columns = "select id, sign_up, person, begins_at, minutes, way, place, sequence, cancelled_at, notes, notes_at, version, no_show_at, points_version from interviews ";
constexpr std::string_view outcome_columns = "select id, interview, person, outcome, words, talk_again_on, recorded_at, discussed_on, answer, answer_words, answered_at, other_person from outcomes ";
} // namespace

void add(db::Write& tx, InterviewId const& id, recruitment::SignUpId const& sign_up, visit::PersonId const& person, Plan const& plan, visit::PersonId const& by, base::Moment now) {
    tx.run("insert into interviews (id, partnership, sign_up, person, begins_at, minutes, way, place, planned_by, planned_at, sequence, notes, points_version, version) values (:id, :partnership, :sign_up, :person, :begins, :minutes, :way, :place, :by, :now, 0, '', :points, 1)", id,
           tx.scope().partnership, sign_up, person, plan.begins, plan.minutes, plan.way, plan.place, by, now, current_checklist(tx));
    recruitment::take_up(tx, sign_up, now);
}
bool change(db::Write& tx, InterviewId const& id, Plan const& plan, int version) {
    return tx.run("update interviews set begins_at = :begins, minutes = :minutes, way = :way, place = :place, sequence = sequence + 1, version = version + 1 where partnership = :partnership and id = :id and version = :version and cancelled_at is null", plan.begins,
                  plan.minutes, plan.way, plan.place, tx.scope().partnership, id, version) == 1;
}
bool cancel(db::Write& tx, Entry const& entry, base::Moment now) {
    if (tx.run("update interviews set cancelled_at = :now, sequence = sequence + 1, version = version + 1 where partnership = :partnership and id = :id and cancelled_at is null", now, tx.scope().partnership, entry.id) == 0) return false;
    recruitment::take_up(tx, entry.sign_up, std::nullopt);
    free_time(tx, entry.id);
    return true;
}
bool set_no_show(db::Write& tx, Entry const& entry, base::Moment now) {
    if (tx.run("update interviews set no_show_at = :now, version = version + 1 where partnership = :partnership and id = :id and no_show_at is null and cancelled_at is null", now, tx.scope().partnership, entry.id) == 0) return false;
    recruitment::take_up(tx, entry.sign_up, std::nullopt);
    return true;
}
std::optional<Entry> find(db::Door& door, InterviewId const& id) { return door.find<Entry>(std::string{columns} + "where partnership = :partnership and id = :id", door.scope().partnership, id); }
std::vector<Entry> list_between(db::Door& door, base::Moment from, base::Moment until) {
    return door.list<Entry>(std::string{columns} + "where partnership = :partnership and begins_at >= :from and begins_at < :until and cancelled_at is null order by begins_at, id", door.scope().partnership, from, until);
}
std::optional<Entry> newest_of(db::Door& door, visit::PersonId const& person) {
    return door.find<Entry>(std::string{columns} + "where partnership = :partnership and person = :person and cancelled_at is null and no_show_at is null order by begins_at desc limit 1", door.scope().partnership, person);
}
std::optional<Entry> find_alone(db::Write& tx, recruitment::SignUpId const& sign_up, visit::PersonId const& person) {
    tx.run("update sign_ups set version = version where partnership = :partnership and id = :id", tx.scope().partnership, sign_up);
    return newest_of(tx, person);
}
std::optional<Entry> talk_since(db::Door& door, OutcomeEntry const& outcome) {
    auto all = door.list<Entry>(std::string{columns} + "i where partnership = :partnership and person = :person and cancelled_at is null and no_show_at is null and id <> :interview and begins_at > :recorded_at and not exists (select 1 from outcomes x where x.partnership = i.partnership and x.interview = i.id) order by begins_at desc limit 1",
                                door.scope().partnership, outcome.person, outcome.interview, outcome.recorded_at);
    return all.empty() ? std::nullopt : std::optional{all.front()};
}
std::vector<Entry> ahead_of(db::Door& door, visit::PersonId const& person, base::Moment now) {
    return door.list<Entry>(std::string{columns} + "where partnership = :partnership and person = :person and cancelled_at is null and begins_at > :now order by begins_at, id", door.scope().partnership, person, now);
}
void keep_notes(db::Write& tx, confidentiality::Keyring& keys, Entry const& entry, std::string const& notes, base::Moment now) {
    visit::PersonId const of_talk{entry.id.value()};
    keys.create(of_talk);
    tx.run("update interviews set notes = :notes, notes_at = :now, version = version + 1 where partnership = :partnership and id = :id", keys.seal({entry.person, of_talk}, {"interviews", "notes", entry.id.value()}, notes), now, tx.scope().partnership, entry.id);
}

void add_outcome(db::Write& tx, confidentiality::Keyring& keys, OutcomeId const& id, Entry const& interview, Decided const& decided, visit::PersonId const& by, base::Moment now) {
    // a yes to being kept longer was about the outcome before
    confidentiality::withdraw(tx, interview.person, confidentiality::Purpose::longer_keeping, now);
    tx.run("update outcomes set replaced_at = :now where partnership = :partnership and person = :person and replaced_at is null", now, tx.scope().partnership, interview.person);
    tx.run("insert into outcomes (id, partnership, interview, person, outcome, words, talk_again_on, recorded_by, recorded_at, discussed_on, answer_words) values (:id, :partnership, :interview, :person, :outcome, :words, :again, :by, :now, :discussed, '')", id, tx.scope().partnership,
           interview.id, interview.person, decided.advice, keys.seal({interview.person}, {"outcomes", "words", id.value()}, decided.words), decided.talk_again_on, by, now, decided.discussed_on);
}
std::optional<OutcomeEntry> outcome_of(db::Door& door, visit::PersonId const& person) {
    return door.find<OutcomeEntry>(std::string{outcome_columns} + "where partnership = :partnership and person = :person and replaced_at is null", door.scope().partnership, person);
}
void set_discussed(db::Write& tx, OutcomeId const& id, base::Date day) { tx.run("update outcomes set discussed_on = :day where partnership = :partnership and id = :id and discussed_on is null", day, tx.scope().partnership, id); }
bool answer(db::Write& tx, confidentiality::Keyring& keys, OutcomeEntry const& outcome, Answer answer, std::string const& words, bool other_person, base::Moment now) {
    return tx.run("update outcomes set answer = :answer, answer_words = :words, answered_at = :now, other_person = :other where partnership = :partnership and id = :id and answered_at is null and discussed_on is not null", answer, keys.seal({outcome.person}, {"outcomes", "answer_words", outcome.id.value()}, words), now,
                  other_person, tx.scope().partnership, outcome.id) == 1;
}
std::string words_of(confidentiality::Keyring& keys, OutcomeEntry const& outcome) { return keys.open(outcome.words, {"outcomes", "words", outcome.id.value()}).value_or(""); }
std::string answer_words_of(confidentiality::Keyring& keys, OutcomeEntry const& outcome) { return keys.open(outcome.answer_words, {"outcomes", "answer_words", outcome.id.value()}).value_or(""); }

} // namespace intake
