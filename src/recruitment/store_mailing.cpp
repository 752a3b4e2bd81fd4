#include "recruitment/store_mailing.h"

namespace recruitment {
namespace {
constexpr std::string_view columns = "select id, template, words, written_by, written_at, (select name from campaigns c where c.partnership = mailings.partnership and c.id = mailings.campaign), "
                                     "(select count(*) from mailing_receivers r where r.partnership = mailings.partnership and r.mailing = mailings.id), (select count(*) from mailing_receivers r where r.partnership = mailings.partnership and r.mailing = mailings.id and r.sent_at is not null) from mailings ";
confidentiality::Place place(MailingId const& id) { return {"mailings", "words", id.value()}; }
} // namespace

std::vector<MailingRow> mailings(db::Door& door, NetworkGrant const& granted) { return door.list<MailingRow>(std::string{columns} + "where partnership = :partnership order by written_at desc, id", granted.record()); }
std::optional<MailingRow> find_mailing(db::Door& door, NetworkGrant const& granted, MailingId const& id) { return door.find<MailingRow>(std::string{columns} + "where partnership = :partnership and id = :id", granted.record(), id); }
std::vector<Receiver> receivers(db::Door& door, NetworkGrant const& granted, MailingId const& id) { return door.list<Receiver>("select person, sent_at from mailing_receivers where partnership = :partnership and mailing = :id order by person", granted.record(), id); }

void add_mailing(db::Write& tx, confidentiality::Keyring& keys, NetworkGrant const& granted, base::Random& random, MailingId const& id, Template made_of, std::optional<CampaignId> const& campaign, std::string const& words, std::vector<ProfessionalRow> const& to, base::Moment now) {
    auto const& by = *granted.viewer().person;
    tx.run("insert into mailings (id, partnership, template, campaign, words, written_by, written_at) values (:id, :partnership, :template, :campaign, :words, :by, :now)", id, granted.record(), made_of, campaign, keys.seal({by}, place(id), words), by, now);
    for (auto const& each : to) {
        tx.run("insert into mailing_receivers (partnership, mailing, person) values (:partnership, :mailing, :person) on conflict do nothing", granted.record(), id, each.person);
        add_approach(tx, keys, granted, base::new_id<Approach>(random), each, {base::local_date(now), Means::mail, "", "", {}}, campaign, now);
    }
}
std::string words_of(confidentiality::Keyring& keys, MailingRow const& row) { return keys.open(row.words, place(row.id)).value_or(""); }

std::optional<std::string> letter_for(db::Door& door, confidentiality::Keyring& keys, MailingId const& id, visit::PersonId const& person) {
    auto const& partnership = door.scope().partnership;
    auto sealed = door.one<confidentiality::Sealed>("select m.words from mailings m join mailing_receivers r on r.partnership = m.partnership and r.mailing = m.id where m.partnership = :partnership and m.id = :id and r.person = :person and r.sent_at is null", partnership, id, person);
    if (!sealed) return {};
    return keys.open(*sealed, place(id));
}
void note_sent(db::Write& tx, MailingId const& id, visit::PersonId const& person, base::Moment now) { tx.run("update mailing_receivers set sent_at = :now where partnership = :partnership and mailing = :id and person = :person and sent_at is null", now, tx.scope().partnership, id, person); }

} // namespace recruitment
