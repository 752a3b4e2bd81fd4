#pragma once
// Referrals and doubts in the database. The words to the parent are sealed for the parent; the coordinator opens them once the parent allows it.
#include "confidentiality/store_keyring.h"
#include "people/school.h"
#include "people/store_people.h"
#include "recruitment/channel.h"
#include "recruitment/referral.h"
#include "recruitment/sign_up.h"
#include "visit/policy.h"

#include <optional>
#include <vector>

namespace recruitment {

using ReferralGrant = visit::Granted<visit::Action::handle_referral, people::Partnership>;

struct ReferralRow {
    ReferralId id;
    visit::PersonId person, referred_by;
    Channel channel;
    base::Date agreed_on;
    Agreement agreed_how;
    confidentiality::Sealed words;
    base::Moment referred_at;
    std::optional<base::Moment> answered_at;
    std::optional<bool> agrees;
    bool words_may_be_read, referrer_may_know;
    std::optional<std::string> sign_up;
};
/// What the parent answers.
struct ReferralAnswer {
    bool agrees, words_may_be_read, referrer_may_know;
};
struct DoubtRow {
    DoubtId id;
    visit::PersonId person;
    std::optional<std::string> school;
    confidentiality::Sealed reachable;
    base::Moment asked_at;
    std::optional<base::Moment> called_at;
};

/// Adds a referral of a parent whose key exists already.
void add_referral(db::Write& tx, confidentiality::Keyring& keys, ReferralId const& id, visit::PersonId const& person, Referred const& referred, Channel channel, text::Language language, visit::PersonId const& by, base::Moment now);
/// A referral for the parent's own link.
std::optional<ReferralRow> find_referral_for_link(db::Door& door, ReferralId const& id);
std::optional<ReferralRow> find_referral(db::Door& door, ReferralGrant const& granted, ReferralId const& id);
/// The referral from which a sign-up came.
std::optional<ReferralRow> referral_behind(db::Door& door, ReferralGrant const& granted, SignUpId const& sign_up);
/// What someone pointed out, newest first.
std::vector<ReferralRow> referrals_by(db::Door& door, visit::PersonId const& referrer);
/// The words, for the parent; and for the coordinator once allowed (empty before).
std::string words_for_parent(confidentiality::Keyring& keys, ReferralRow const& row);
std::string words_for_coordinator(confidentiality::Keyring& keys, ReferralRow const& row);
/// Records the parent's answer, and with a yes the sign-up that follows; false when it was answered before.
bool answer_referral(db::Write& tx, ReferralRow const& row, ReferralAnswer const& answer, std::optional<SignUpId> const& sign_up, base::Moment now);

void add_doubt(db::Write& tx, confidentiality::Keyring& keys, DoubtId const& id, visit::PersonId const& person, std::optional<people::SchoolId> const& school, std::string const& reachable, base::Moment now);
std::optional<DoubtRow> find_doubt(db::Door& door, ReferralGrant const& granted, DoubtId const& id);
std::string reachable_of(confidentiality::Keyring& keys, DoubtRow const& row);
bool set_called(db::Write& tx, DoubtId const& id, visit::PersonId const& by, base::Moment now);

} // namespace recruitment
