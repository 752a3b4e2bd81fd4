#include "competence/store_assessment.h"

#include <algorithm>
#include <charconv>

namespace competence {
namespace {
struct Row {
    SelfAssessmentId id;
    visit::PersonId person;
    Moment moment;
    base::Moment filled_at;
    int version;
    confidentiality::Sealed answers;
};
constexpr char part = '\x1f';
constexpr std::string_view columns = "select id, person, moment, filled_at, list_version, answers from self_assessments ";

std::string written(Answers const& answers) {
    std::string text;
    for (auto const& [number, score] : answers.scores) text += std::to_string(number) + "=" + std::to_string(score) + ",";
    for (auto const* each : {&answers.own_point, &answers.goal, &answers.help}) (text += part) += *each;
    return text;
}
Answers read(std::string const& text, Moment moment) {
    Answers answers{moment, {}, {}, {}, {}, false};
    auto scores = text.substr(0, text.find(part));
    for (std::size_t at = 0; at < scores.size();) {
        auto end = scores.find(',', at);
        int number = 0, score = 0;
        auto equals = scores.find('=', at);
        std::from_chars(scores.data() + at, scores.data() + equals, number);
        std::from_chars(scores.data() + equals + 1, scores.data() + end, score);
        answers.scores[number] = score;
        at = end + 1;
    }
    auto at = text.find(part);
    for (auto* each : {&answers.own_point, &answers.goal, &answers.help}) {
        if (at == std::string::npos) break;
        auto end = text.find(part, at + 1);
        *each = text.substr(at + 1, end == std::string::npos ? end : end - at - 1);
        at = end;
    }
    return answers;
}
std::optional<Filled> open(confidentiality::Keyring& keys, Row const& row) {
    auto text = keys.open(row.answers, {"self_assessments", "answers", row.id.value()});
    if (!text || text->empty()) return {};
    return Filled{row.id, row.moment, row.filled_at, row.version, read(*text, row.moment)};
}

/// Makes the next picture of a group when a whole bundle waits.
void bundle(db::Write& tx, confidentiality::Keyring& keys, training::EditionId const& edition, Moment moment, int version, base::Moment now) {
    auto const& partnership = tx.scope().partnership;
    // the edition is locked, so that the fifth and the sixth do not both find five
    tx.run("update editions set made_at = made_at where partnership = :partnership and id = :edition", partnership, edition);
    auto const waiting = tx.list<Row>(std::string{columns} + "where partnership = :partnership and edition = :edition and moment = :moment and list_version = :version and bundle = 0 and not exists (select 1 from assessment_shares s where s.partnership = self_assessments.partnership and s.assessment = self_assessments.id) order by filled_at, id", partnership, edition, moment, version);
    std::vector<Answers> answers;
    std::vector<SelfAssessmentId> its;
    for (auto const& row : waiting)
        if (auto filled = open(keys, row); filled && answers.size() < bundle_size) answers.push_back(filled->answers), its.push_back(row.id);
    if (answers.size() < bundle_size) return;
    auto const number = tx.one<std::int64_t>("select max(bundle) from self_assessments where partnership = :partnership and edition = :edition and moment = :moment and list_version = :version", partnership, edition, moment, version).value_or(0) + 1;
    std::string sums;
    for (auto sum : add_up(answers)) sums += std::to_string(sum) + ",";
    tx.run("insert into group_pictures (partnership, edition, moment, version, bundle, sums, made_at) values (:partnership, :edition, :moment, :version, :bundle, :sums, :now)", partnership, edition, moment, version, number, sums, now);
    for (auto const& id : its) tx.run("update self_assessments set bundle = :number where partnership = :partnership and id = :id", number, partnership, id);
}
} // namespace

void add(db::Write& tx, confidentiality::Keyring& keys, SelfAssessmentId const& id, visit::PersonId const& person, Answers const& answers, int version, std::optional<training::EditionId> const& edition, base::Moment now) {
    auto const& partnership = tx.scope().partnership;
    bool const first = tx.one<std::int64_t>("select count(*) from self_assessments where partnership = :partnership and person = :person and moment = :moment", partnership, person, *answers.moment).value_or(0) == 0;
    tx.run("insert into self_assessments (id, partnership, person, moment, list_version, filled_at, answers, edition, bundle) values (:id, :partnership, :person, :moment, :version, :now, :answers, :edition, :bundle)", id, partnership, person, *answers.moment, version, now,
           keys.seal({person}, {"self_assessments", "answers", id.value()}, written(answers)), edition, first && edition ? std::optional<std::int64_t>{0} : std::nullopt);
    tx.run("delete from assessment_drafts where partnership = :partnership and person = :person", partnership, person);
    if (answers.released && edition)
        tx.run("insert into learning_questions (assessment, partnership, person, edition, words, released_at) values (:id, :partnership, :person, :edition, :words, :now)", id, partnership, person, *edition, keys.seal({person}, {"learning_questions", "words", id.value()}, answers.goal), now);
    if (first && edition) bundle(tx, keys, *edition, *answers.moment, version, now);
}

std::vector<Filled> of(db::Door& door, confidentiality::Keyring& keys, visit::PersonId const& person) {
    std::vector<Filled> found;
    for (auto const& row : door.list<Row>(std::string{columns} + "where partnership = :partnership and person = :person order by filled_at, moment, id", door.scope().partnership, person))
        if (auto filled = open(keys, row)) found.push_back(std::move(*filled));
    return found;
}
void erase_own(db::Write& tx, visit::PersonId const& person) {
    for (auto const* table : {"assessment_shares", "learning_questions", "assessment_drafts", "self_assessments"}) tx.run(std::string{"delete from "} + table + " where partnership = :partnership and person = :person", tx.scope().partnership, person);
}

void keep_draft(db::Write& tx, confidentiality::Keyring& keys, visit::PersonId const& person, std::string const& form, base::Moment now) {
    tx.run("insert into assessment_drafts (partnership, person, answers, kept_at) values (:partnership, :person, :answers, :now) on conflict (partnership, person) do update set answers = :answers, kept_at = :now", tx.scope().partnership, person,
           keys.seal({person}, {"assessment_drafts", "answers", person.value()}, form), now);
}
std::optional<std::string> draft_of(db::Door& door, confidentiality::Keyring& keys, visit::PersonId const& person) {
    auto sealed = door.one<confidentiality::Sealed>("select answers from assessment_drafts where partnership = :partnership and person = :person", door.scope().partnership, person);
    return sealed ? keys.open(*sealed, {"assessment_drafts", "answers", person.value()}) : std::nullopt;
}

bool ask(db::Write& tx, visit::PersonId const& person, Moment moment, base::Moment now) {
    auto const& partnership = tx.scope().partnership;
    if (tx.one<std::int64_t>("select count(*) from self_assessments where partnership = :partnership and person = :person and moment = :moment", partnership, person, moment).value_or(0) > 0) return false;
    return tx.run("insert into assessment_asks (partnership, person, moment, asked_at) values (:partnership, :person, :moment, :now) on conflict do nothing", partnership, person, moment, now) == 1;
}
std::optional<Moment> asked(db::Door& door, visit::PersonId const& person) {
    return door.one<Moment>("select moment from assessment_asks a where partnership = :partnership and person = :person and not exists (select 1 from self_assessments s where s.partnership = a.partnership and s.person = a.person and s.moment = a.moment) order by asked_at, moment limit 1",
                            door.scope().partnership, person);
}

bool share(db::Write& tx, SelfAssessmentId const& id, visit::PersonId const& person, Audience audience, base::Moment now) {
    auto const& partnership = tx.scope().partnership;
    // beside a score that is known, the picture in which it counts would tell of the four others; they go into no picture again
    tx.run("delete from group_pictures where partnership = :partnership and exists (select 1 from self_assessments s where s.partnership = group_pictures.partnership and s.id = :id and s.person = :person and s.edition = group_pictures.edition and s.moment = group_pictures.moment "
           "and s.list_version = group_pictures.version and s.bundle = group_pictures.bundle)",
           partnership, id, person);
    return tx.run("insert into assessment_shares (assessment, partnership, person, audience, shared_at) select id, partnership, person, :audience, :now from self_assessments where partnership = :partnership and id = :id and person = :person "
                  "on conflict (assessment, audience) do update set shared_at = :now, taken_back_at = null where assessment_shares.taken_back_at is not null",
                  audience, now, partnership, id, person) == 1;
}
void take_back(db::Write& tx, SelfAssessmentId const& id, visit::PersonId const& person, Audience audience, base::Moment now) {
    tx.run("update assessment_shares set taken_back_at = :now where partnership = :partnership and assessment = :id and person = :person and audience = :audience and taken_back_at is null", now, tx.scope().partnership, id, person, audience);
}
std::vector<Share> shares_of(db::Door& door, visit::PersonId const& person) { return door.list<Share>("select assessment, audience, shared_at from assessment_shares where partnership = :partnership and person = :person and taken_back_at is null order by shared_at", door.scope().partnership, person); }
std::vector<Shared> shared_by(db::Door& door, std::vector<visit::PersonId> const& people, Audience audience) {
    auto all = door.list<Shared>("select assessment, person, shared_at from assessment_shares where partnership = :partnership and audience = :audience and taken_back_at is null order by shared_at, assessment", door.scope().partnership, audience);
    std::erase_if(all, [&](auto const& one) { return std::find(people.begin(), people.end(), one.person) == people.end(); });
    return all;
}
std::optional<Filled> open_shared(db::Door& door, confidentiality::Keyring& keys, Shared const&, SharedGrant const& granted) {
    auto row = door.find<Row>(std::string{columns} + "where partnership = :partnership and id = :id", door.scope().partnership, granted.record());
    return row ? open(keys, *row) : std::nullopt;
}

void take_back_question(db::Write& tx, SelfAssessmentId const& id, visit::PersonId const& person, base::Moment now) {
    tx.run("update learning_questions set taken_back_at = :now where partnership = :partnership and assessment = :id and person = :person and taken_back_at is null", now, tx.scope().partnership, id, person);
}
std::vector<SelfAssessmentId> released_by(db::Door& door, visit::PersonId const& person) { return door.column<SelfAssessmentId>("select assessment from learning_questions where partnership = :partnership and person = :person and taken_back_at is null", door.scope().partnership, person); }
std::vector<LearningQuestion> learning_questions(db::Door& door, training::EditionId const& edition) {
    // ids are random, so this order is no order of people or days
    return door.list<LearningQuestion>("select assessment, person, words from learning_questions where partnership = :partnership and edition = :edition and taken_back_at is null order by assessment", door.scope().partnership, edition);
}
std::string words_of(confidentiality::Keyring& keys, LearningQuestion const& question, QuestionGrant const&) { return keys.open(question.words, {"learning_questions", "words", question.assessment.value()}).value_or(""); }

std::vector<int> pictured_versions(db::Door& door, training::EditionId const& edition) {
    return door.column<int>("select distinct version from group_pictures where partnership = :partnership and edition = :edition order by version desc", door.scope().partnership, edition);
}
std::vector<Sums> pictures_of(db::Door& door, training::EditionId const& edition, Moment moment, int version) {
    std::vector<Sums> all;
    for (auto const& text : door.column<std::string>("select sums from group_pictures where partnership = :partnership and edition = :edition and moment = :moment and version = :version order by bundle", door.scope().partnership, edition, moment, version)) {
        Sums sums{};
        auto const* at = text.data();
        for (auto& sum : sums) at = std::from_chars(at, text.data() + text.size(), sum).ptr + 1;
        all.push_back(sums);
    }
    return all;
}

} // namespace competence
