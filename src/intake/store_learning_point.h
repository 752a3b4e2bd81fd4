#pragma once
// Learning points in the database: sealed for the candidate; they open for the coordinator who wrote them and for the candidate.
#include "confidentiality/store_confidential.h"
#include "intake/learning_point.h"
#include "intake/store_interview.h"

#include <optional>
#include <vector>

namespace intake {

struct PointRow {
    LearningPointId id;
    InterviewId interview;
    visit::PersonId person;
    confidentiality::Sealed words;
    base::Moment written_at;
    std::optional<Release> answer;
    std::optional<base::Moment> answered_at;
    template <visit::Action A>
    confidentiality::Confidential<LearningPoint, A> confidential() const { return {id, words, "learning_points", "words"}; }
};

void add_point(db::Write& tx, confidentiality::Keyring& keys, LearningPointId const& id, Entry const& interview, std::string const& words, visit::PersonId const& by, base::Moment now);
/// The learning points of a person that were not taken back, oldest first.
std::vector<PointRow> points_of(db::Door& door, visit::PersonId const& person);
/// One that was not taken back.
std::optional<PointRow> find_point(db::Door& door, LearningPointId const& id);
/// Keeps the candidate's word on one point, and the consent for learning points as a whole while any stands released.
void answer_point(db::Write& tx, PointRow const& point, Release answer, int text_version, text::Language language, base::Moment now);
/// Takes a point back; its words go.
void take_back(db::Write& tx, LearningPointId const& id, base::Moment now);

} // namespace intake
