#include "app/own_data_catalogue.h"

#include "account/pages_session.h"
#include "platform/base/bundle.h"
#include "platform/http/message.h"
#include "visit/role.h"

namespace app {
using base::tr;
using namespace own;

namespace own {

std::string pick(std::string const& stored, text::Language language, std::vector<std::pair<std::string_view, base::Text>> const& all) {
    for (auto const& [word, said] : all)
        if (word == stored) return text::say(said, language);
    return stored;
}
std::string language_name(std::string const& stored, text::Language) {
    auto const known = base::from_word<text::Language>(stored);
    return known ? std::string{text::own_name(*known)} : stored;
}
std::string of_form(std::string const& stored, text::Language) {
    std::string lines;
    auto const form = http::parse_form(stored).value_or(http::Fields{});
    for (auto const& [name, value] : form)
        if (!name.starts_with('_') && !value.empty()) (lines += lines.empty() ? "" : "\n") += value;
    return lines;
}
std::string of_bundle(std::string const& stored, text::Language) {
    std::string lines;
    for (auto const& [name, value] : base::unbundled(stored))
        if (!value.empty()) (lines += lines.empty() ? "" : "\n") += value;
    return lines;
}
std::string in_lines(std::string const& stored, text::Language) {
    std::string lines;
    for (std::size_t at = 0; at <= stored.size();) {
        auto const end = std::min(stored.find('\x1f', at), stored.size());
        if (end > at) (lines += lines.empty() ? "" : "\n") += stored.substr(at, end - at);
        at = end + 1;
    }
    return lines;
}

} // namespace own

namespace {
std::string purpose(std::string const& stored, text::Language language) {
    auto const known = base::from_word<confidentiality::Purpose>(stored);
    return known ? text::say(account::consent_words(*known), language) : stored;
}
std::string message_kind(std::string const& stored, text::Language language) { return pick(stored, language, {{"written", tr("geschreven")}, {"automatic", tr("vanzelf verstuurd")}, {"called", tr("gebeld")}}); }
} // namespace

std::vector<OwnTable> own_account() {
    constexpr std::string_view of_account = "t.account in (select account from memberships where person = :person)";
    return {
        {"people", "person", tr("Wie u bent"), "t.id = :person", {sealed("name", tr("Naam")), sealed("mail", tr("Mailadres")), sealed("phone", tr("Telefoon")), as("language", tr("Taal"), language_name), yes_no("shared_address", tr("Adres wordt gedeeld")), moment("created_at", tr("Bekend sinds"))}},
        {"person_roles", "roles", tr("Taken en rollen"), "t.person = :person", {coded<visit::Role>("role", tr("Rol")), moment("since", tr("Vanaf")), moment("until", tr("Tot")), yes_no("outside", tr("Voor de organisatie erbuiten")), moment("confirmed_at", tr("Bevestigd"))}, {}, "t.person", "t.since, t.role"},
        {"consents", "consents", tr("Toestemmingen"), "t.person = :person", {as("purpose", tr("Waarvoor"), purpose), number("text_version", tr("Versie van de tekst")), as("language", tr("Taal"), language_name), moment("given_at", tr("Gegeven")), moment("withdrawn_at", tr("Ingetrokken"))}, {}, "t.person", "t.given_at, t.purpose"},
        {"chosen_readers", "chosen_reader", tr("Andere lezer"), "t.person = :person", {moment("chosen_at", tr("Gekozen")), moment("given_back_at", tr("Teruggegeven"))}, {"reader", "handed"}, "t.person", "t.chosen_at"},
        {"deputyship_notices", "deputy_notices", tr("Waarneming"), "t.person = :person", {moment("told_at", tr("Verteld")), moment("rests_at", tr("Rust sinds"))}, {"deputyship"}, "t.person", "t.told_at"},
        {"other_tasks", "other_task", tr("Overgedragen: de coördinator had nog een andere taak"), "t.parent = :person", {moment("declared_at", tr("Vanaf")), moment("ended_at", tr("Tot"))}, {"coordinator", "reader"}, "t.parent", "t.declared_at"},
        {"mail_changes", "mail_change", tr("Ander mailadres gevraagd"), "t.person = :person", {moment("asked_at", tr("Gevraagd")), moment("confirmed_at", tr("Bevestigd"))}, {"id", "mail", "old_is_lost", "applying_at"}, "t.id", "t.asked_at"},
        {"restrictions", "restrictions", tr("Gegevens op slot"), "t.person = :person", {moment("since", tr("Vanaf")), moment("ended_at", tr("Tot"))}, {}, "t.person", "t.since"},
        {"messages", "messages", tr("Berichten"), "t.person = :person", {moment("sent_at", tr("Verstuurd")), as("kind", tr("Hoe"), message_kind), sealed("words", tr("Tekst"))}, {}, "t.id", "t.sent_at, t.id"},
        {"registrations", "registrations", tr("Bijeenkomsten"), "t.person = :person", {words("gathering", tr("Bijeenkomst"), "(select g.title from gatherings g where g.partnership = t.partnership and g.id = t.gathering)"), moment("begins_at", tr("Begint"), "(select g.begins_at from gatherings g where g.partnership = t.partnership and g.id = t.gathering)"), number("persons", tr("Aantal mensen")), moment("registered_at", tr("Aangemeld")), moment("placed_at", tr("Plek gekregen")), moment("told_at", tr("Verteld")), moment("reminded_at", tr("Herinnerd")), moment("cancelled_at", tr("Afgezegd")), number("came", tr("Gekomen"))}, {}, "t.id", "t.registered_at, t.id"},
        {"memberships", "partnerships", tr("Waar u een account heeft"), of_account, {words("partnership", tr("Naam"), "(select p.name from partnerships p where p.id = t.of_partnership)")}, {"account"}, "t.account", "t.of_partnership", true},
        // what opens the account is no text to read: the secret of the second step and hashes stay where they are
        {"accounts", "account", tr("Account"), "t.id in (select account from memberships where person = :person)", {moment("created_at", tr("Gemaakt")), yes_no("second_step", tr("Tweede stap bij inloggen"), "case when t.totp <> '' then 1 else 0 end"), moment("ended_at", tr("Beëindigd"))}, {"totp_step", "recovery"}, "t.id", "t.created_at", true},
        {"sessions", "sessions", tr("Waar u inlogde"), of_account, {words("device", tr("Apparaat")), moment("created_at", tr("Ingelogd")), moment("seen_at", tr("Laatst gebruikt")), moment("revoked_at", tr("Uitgelogd"))}, {"hash", "account", "of_partnership", "ends_at", "idle_seconds", "second_factor", "proved_at"}, "t.account", "t.created_at desc", true},
        {"passkeys", "passkeys", tr("Toegangssleutels"), of_account, {words("device", tr("Apparaat")), moment("made_at", tr("Gemaakt")), moment("used_at", tr("Laatst gebruikt"))}, {"id", "account", "public_key", "algorithm", "count"}, "t.account", "t.made_at", true},
        {"parked_forms", "parked_form", tr("Een formulier dat op u wacht"), of_account, {moment("parked_at", tr("Bewaard")), sealed("sealed", tr("Wat u typte"), of_form)}, {"account", "path"}, "t.account", "t.parked_at", true},
    };
}

std::vector<OwnTable> const& own_data_catalogue() {
    static auto const all = [] {
        std::vector<OwnTable> made;
        for (auto const& its : {own_account(), own_request(), own_sharing(), own_sign_up(), own_training(), own_buddy(), own_work()}) made.insert(made.end(), its.begin(), its.end());
        return made;
    }();
    return all;
}

std::vector<NotOwn> const& not_own_data() {
    static std::vector<NotOwn> const all{
        {"chosen_readers", "reader", "the choice of a parent, told to that parent"},
        {"other_tasks", "coordinator", "which families someone knows by another task tells of those families"},
        {"other_tasks", "reader", "told to the parent whom it is about"},
        {"mail_changes", "asked_by", "told to the person whose address it is, under who looked"},
        {"disclosures", "recipient", "what a parent lets someone read stays the parent's, and ends"},
        {"kept_apart", "one", "about two people at once: telling one of it tells of the other"},
        {"kept_apart", "other", "about two people at once: telling one of it tells of the other"},
        {"likenesses", "one", "whether two entries are one person, decided between two people; it holds only their ids"},
        {"likenesses", "other", "whether two entries are one person, decided between two people; it holds only their ids"},
        {"material_texts", "written_by", "a text of the partnership, written as a task and open to its readers"},
        {"material_publications", "published_by", "a text of the partnership, published as a task"},
        {"material_askings", "asked_by", "a text of the partnership, put to readers as a task"},
    };
    return all;
}

} // namespace app
