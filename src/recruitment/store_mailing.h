#pragma once
// Mailings in the database: the text, sealed with the key of who wrote it, and for each receiver whether the letter left.
#include "recruitment/mailing.h"
#include "recruitment/store_outreach.h"

#include <vector>

namespace recruitment {

struct MailingRow {
    MailingId id;
    Template made_of;
    confidentiality::Sealed words;
    visit::PersonId written_by;
    base::Moment written_at;
    std::optional<std::string> campaign; ///< its name
    std::int64_t receivers, sent;
};
struct Receiver {
    visit::PersonId person;
    std::optional<base::Moment> sent_at;
};

std::vector<MailingRow> mailings(db::Door& door, NetworkGrant const& granted);
std::optional<MailingRow> find_mailing(db::Door& door, NetworkGrant const& granted, MailingId const& id);
std::vector<Receiver> receivers(db::Door& door, NetworkGrant const& granted, MailingId const& id);
/// Keeps a mailing with its receivers; an approach by mail is logged for each.
void add_mailing(db::Write& tx, confidentiality::Keyring& keys, NetworkGrant const& granted, base::Random& random, MailingId const& id, Template made_of, std::optional<CampaignId> const& campaign, std::string const& words, std::vector<ProfessionalRow> const& to, base::Moment now);
std::string words_of(confidentiality::Keyring& keys, MailingRow const& row);

/// The text for a receiver who has not been sent it yet, for the job that sends it.
std::optional<std::string> letter_for(db::Door& door, confidentiality::Keyring& keys, MailingId const& id, visit::PersonId const& person);
void note_sent(db::Write& tx, MailingId const& id, visit::PersonId const& person, base::Moment now);

} // namespace recruitment
