#pragma once
// Consent (toestemming): one purpose each, with the version and language of the text that was agreed to; withdrawing works at once (R18).
#include "platform/db/database.h"
#include "platform/text/language.h"
#include "visit/viewer.h"

#include <optional>
#include <vector>

namespace confidentiality {

enum class Purpose { reading_by_coordinator,
                     contact_by_phone,
                     contact,
                     learning_points_to_trainers,
                     question_after_closure,
                     longer_keeping,
                     research };

struct Consent {
    Purpose purpose;
    int text_version;
    std::string language;
    base::Moment given_at;
    std::optional<base::Moment> withdrawn_at;
};

/// Records a consent; an earlier one for the same purpose is closed first.
void give(db::Write& tx, visit::PersonId const& person, Purpose purpose, int text_version, text::Language language, base::Moment now);
/// Withdraws what was given for a purpose; nothing happens when nothing stands.
void withdraw(db::Write& tx, visit::PersonId const& person, Purpose purpose, base::Moment now);
/// Whether a consent for a purpose stands now.
bool stands(db::Door& door, visit::PersonId const& person, Purpose purpose);
/// All consents of a person, newest first.
std::vector<Consent> consents_of(db::Door& door, visit::PersonId const& person);

} // namespace confidentiality

template <>
struct base::Words<confidentiality::Purpose> {
    using P = confidentiality::Purpose;
    static constexpr std::array entries{Word<P>{P::reading_by_coordinator, "reading_by_coordinator"}, Word<P>{P::contact_by_phone, "contact_by_phone"}, Word<P>{P::contact, "contact"}, Word<P>{P::learning_points_to_trainers, "learning_points_to_trainers"},
                                        Word<P>{P::question_after_closure, "question_after_closure"}, Word<P>{P::longer_keeping, "longer_keeping"}, Word<P>{P::research, "research"}};
};
