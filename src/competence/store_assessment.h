#pragma once
// Self-assessments in the database, sealed with the buddy's own key; read by the buddy, and by whom the buddy shares a moment with.
#include "competence/group_picture.h"
#include "confidentiality/store_keyring.h"
#include "platform/db/database.h"
#include "training/edition.h"
#include "visit/policy.h"

#include <optional>
#include <vector>

namespace competence {

/// With whom a moment can be shared.
enum class Audience { trainer,
                      coordinator };

struct Filled {
    SelfAssessmentId id;
    Moment moment;
    base::Moment filled_at;
    int version;
    Answers answers;
};
struct Share {
    SelfAssessmentId assessment;
    Audience audience;
    base::Moment shared_at;
};
/// A moment that someone shared, not opened yet.
struct Shared {
    SelfAssessmentId assessment;
    visit::PersonId person;
    base::Moment shared_at;
};
/// A goal that a buddy let go to the trainers, without the name.
struct LearningQuestion {
    SelfAssessmentId assessment;
    visit::PersonId person;
    confidentiality::Sealed words;
};
using SharedGrant = visit::Granted<visit::Action::see_shared_growth, SelfAssessment>;
using QuestionGrant = visit::Granted<visit::Action::see_group_growth, SelfAssessment>;

/// Keeps an assessment, releases its goal when that was ticked, drops the draft, and makes a picture of the group when this answer is the fifth of a bundle. A second answer at a moment, and one that was ever shared, count in no picture.
void add(db::Write& tx, confidentiality::Keyring& keys, SelfAssessmentId const& id, visit::PersonId const& person, Answers const& answers, int version, std::optional<training::EditionId> const& edition, base::Moment now);
/// The own assessments, in order of time.
std::vector<Filled> of(db::Door& door, confidentiality::Keyring& keys, visit::PersonId const& person);
/// Forgets everything someone filled in; pictures of the group stay, for they hold nobody.
void erase_own(db::Write& tx, visit::PersonId const& person);

/// What is typed so far, as the form sends it.
void keep_draft(db::Write& tx, confidentiality::Keyring& keys, visit::PersonId const& person, std::string const& form, base::Moment now);
std::optional<std::string> draft_of(db::Door& door, confidentiality::Keyring& keys, visit::PersonId const& person);

/// Asks someone to fill in at a moment; false when that was asked or filled in before.
bool ask(db::Write& tx, visit::PersonId const& person, Moment moment, base::Moment now);
/// The first moment at which someone was asked and did not fill in yet.
std::optional<Moment> asked(db::Door& door, visit::PersonId const& person);

/// Shares an own moment, and takes away the picture of the group in which it counts; false when it is not one's own or is shared already.
bool share(db::Write& tx, SelfAssessmentId const& id, visit::PersonId const& person, Audience audience, base::Moment now);
void take_back(db::Write& tx, SelfAssessmentId const& id, visit::PersonId const& person, Audience audience, base::Moment now);
/// What someone shares now.
std::vector<Share> shares_of(db::Door& door, visit::PersonId const& person);
/// What these people share with an audience now, in order of time.
std::vector<Shared> shared_by(db::Door& door, std::vector<visit::PersonId> const& people, Audience audience);
std::optional<Filled> open_shared(db::Door& door, confidentiality::Keyring& keys, Shared const& shared, SharedGrant const& granted);

/// Takes a released learning question back.
void take_back_question(db::Write& tx, SelfAssessmentId const& id, visit::PersonId const& person, base::Moment now);
/// Own assessments whose learning question the trainers can read now.
std::vector<SelfAssessmentId> released_by(db::Door& door, visit::PersonId const& person);
/// The learning questions of a group, in an order that tells nothing of who wrote them.
std::vector<LearningQuestion> learning_questions(db::Door& door, training::EditionId const& edition);
std::string words_of(confidentiality::Keyring& keys, LearningQuestion const& question, QuestionGrant const& granted);

/// The versions of the instrument of which a group has a picture, newest first.
std::vector<int> pictured_versions(db::Door& door, training::EditionId const& edition);
/// The pictures of a group at a moment with one version of the instrument: whole bundles only.
std::vector<Sums> pictures_of(db::Door& door, training::EditionId const& edition, Moment moment, int version);

} // namespace competence

template <>
struct base::Words<competence::Audience> {
    using A = competence::Audience;
    static constexpr std::array entries{Word<A>{A::trainer, "trainer"}, Word<A>{A::coordinator, "coordinator"}};
};
