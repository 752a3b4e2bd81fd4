#include "recruitment/store_referral.h"

namespace recruitment {
namespace {
constexpr std::string_view columns = "select id, person, referred_by, channel, agreed_on, agreed_how, words, referred_at, answered_at, agrees, words_may_be_read, referrer_may_know, sign_up from referrals where partnership = :partnership ";
confidentiality::Place words_place(ReferralId const& id) { return {"referrals", "words", id.value()}; }
confidentiality::Place reachable_place(DoubtId const& id) { return {"doubts", "reachable", id.value()}; }
} // namespace

void add_referral(db::Write& tx, confidentiality::Keyring& keys, ReferralId const& id, visit::PersonId const& person, Referred const& referred, Channel channel, text::Language language, visit::PersonId const& by, base::Moment now) {
    people::add_person(tx, keys, person, referred.contact, language, now);
    tx.run("insert into referrals (id, partnership, person, referred_by, channel, agreed_on, agreed_how, words, referred_at, words_may_be_read, referrer_may_know) values (:id, :partnership, :person, :by, :channel, :agreed_on, :how, :words, :now, 0, 0)", id, tx.scope().partnership, person, by,
           channel, referred.agreed_on, referred.how, referred.words.empty() ? confidentiality::Sealed{} : keys.seal({person}, words_place(id), referred.words), now);
}
std::optional<ReferralRow> find_referral_for_link(db::Door& door, ReferralId const& id) { return door.find<ReferralRow>(std::string{columns} + "and id = :id", door.scope().partnership, id); }
std::optional<ReferralRow> find_referral(db::Door& door, ReferralGrant const& granted, ReferralId const& id) { return door.find<ReferralRow>(std::string{columns} + "and id = :id", granted.record(), id); }
std::optional<ReferralRow> referral_behind(db::Door& door, ReferralGrant const& granted, SignUpId const& sign_up) { return door.find<ReferralRow>(std::string{columns} + "and sign_up = :sign_up", granted.record(), sign_up); }
std::vector<ReferralRow> referrals_by(db::Door& door, visit::PersonId const& referrer) { return door.list<ReferralRow>(std::string{columns} + "and referred_by = :by order by referred_at desc, id", door.scope().partnership, referrer); }
std::string words_for_parent(confidentiality::Keyring& keys, ReferralRow const& row) { return keys.open(row.words, words_place(row.id)).value_or(""); }
std::string words_for_coordinator(confidentiality::Keyring& keys, ReferralRow const& row) { return row.words_may_be_read ? words_for_parent(keys, row) : ""; }
bool answer_referral(db::Write& tx, ReferralRow const& row, ReferralAnswer const& answer, std::optional<SignUpId> const& sign_up, base::Moment now) {
    return tx.run("update referrals set answered_at = :now, agrees = :agrees, words_may_be_read = :read, referrer_may_know = :know, sign_up = :sign_up where partnership = :partnership and id = :id and answered_at is null", now, answer.agrees, answer.agrees && answer.words_may_be_read,
                  answer.agrees && answer.referrer_may_know, sign_up, tx.scope().partnership, row.id) == 1;
}

void add_doubt(db::Write& tx, confidentiality::Keyring& keys, DoubtId const& id, visit::PersonId const& person, std::optional<people::SchoolId> const& school, std::string const& reachable, base::Moment now) {
    tx.run("insert into doubts (id, partnership, person, school, reachable, asked_at) values (:id, :partnership, :person, :school, :reachable, :now)", id, tx.scope().partnership, person, school, reachable.empty() ? confidentiality::Sealed{} : keys.seal({person}, reachable_place(id), reachable), now);
}
std::optional<DoubtRow> find_doubt(db::Door& door, ReferralGrant const& granted, DoubtId const& id) { return door.find<DoubtRow>("select id, person, school, reachable, asked_at, called_at from doubts where partnership = :partnership and id = :id", granted.record(), id); }
std::string reachable_of(confidentiality::Keyring& keys, DoubtRow const& row) { return keys.open(row.reachable, reachable_place(row.id)).value_or(""); }
bool set_called(db::Write& tx, DoubtId const& id, visit::PersonId const& by, base::Moment now) {
    return tx.run("update doubts set called_at = :now, called_by = :by where partnership = :partnership and id = :id and called_at is null", now, by, tx.scope().partnership, id) == 1;
}

} // namespace recruitment
