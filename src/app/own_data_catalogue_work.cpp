#include "app/own_data_catalogue.h"
#include "people/school.h"
#include "recruitment/channel.h"
#include "recruitment/hours.h"
#include "recruitment/mailing.h"
#include "recruitment/outreach.h"
#include "recruitment/referral.h"

namespace app {
using base::tr;
using namespace own;

namespace {
std::string guide(std::string const& stored, text::Language language) { return pick(stored, language, {{"observation", tr("waarnemen")}, {"evaluation", tr("evaluatie")}}); }
} // namespace

std::vector<OwnTable> own_work() {
    return {
        {"school_contacts", "school_contacts", tr("Contactpersoon van een school"), "t.person = :person", {words("school", tr("School"), school_name), coded<people::Position>("position", tr("Functie")), moment("since", tr("Vanaf")), moment("until", tr("Tot"))}, {}, "t.id", "t.since, t.id"},
        {"professionals", "network", tr("In het netwerk"), "t.person = :person", {coded<recruitment::Task>("task", tr("Taak")), words("school", tr("School"), school_name), moment("added_at", tr("Toegevoegd")), moment("ended_at", tr("Geëindigd"))}, {}, "t.id", "t.added_at, t.id"},
        {"approaches", "network_contacts", tr("Contact met het netwerk"), "t.person = :person", {day("held_on", tr("Dag")), coded<recruitment::Means>("means", tr("Hoe")), sealed("words", tr("Wat besproken werd")), words("campaign", tr("Campagne"), "(select c.name from campaigns c where c.partnership = t.partnership and c.id = t.campaign)"), sealed("next_words", tr("Volgende stap")), day("next_on", tr("Volgende stap op")), moment("next_done_at", tr("Gedaan")), moment("recorded_at", tr("Genoteerd"))}, {"professional"}, "t.id", "t.held_on, t.id"},
        {"mailing_receivers", "mailings_received", tr("Mailings gekregen"), "t.person = :person", {coded<recruitment::Template>("mailing", tr("Soort"), "(select m.template from mailings m where m.partnership = t.partnership and m.id = t.mailing)"), moment("sent_at", tr("Verstuurd"))}, {}, "t.person", "t.sent_at"},
        {"mailings", "mailings_written", tr("Mailings geschreven"), "t.written_by = :person", {coded<recruitment::Template>("template", tr("Soort")), sealed("words", tr("Tekst")), moment("written_at", tr("Geschreven"))}, {"campaign"}, "t.id", "t.written_at, t.id"},
        {"hours", "hours", tr("Uren"), "t.noted_by = :person", {coded<recruitment::Whose>("whose", tr("Van wie")), day("worked_on", tr("Dag")), number("minutes", tr("Minuten")), sealed("words", tr("Tekst")), moment("noted_at", tr("Genoteerd")), moment("withdrawn_at", tr("Ingetrokken"))}, {}, "t.id", "t.worked_on, t.id"},
        {"doubts", "doubts", tr("Twijfel over iemand"), "t.person = :person", {words("school", tr("School"), school_name), sealed("reachable", tr("Bereikbaar")), moment("asked_at", tr("Gevraagd")), moment("called_at", tr("Gebeld"))}, {}, "t.id", "t.asked_at, t.id"},
        // the words belong to the parent
        {"referrals", "referred", tr("Ouders aangedragen"), "t.referred_by = :person", {coded<recruitment::Channel>("channel", tr("Via")), day("agreed_on", tr("Afgesproken op")), coded<recruitment::Agreement>("agreed_how", tr("Hoe afgesproken")), moment("referred_at", tr("Aangedragen"))}, {}, "t.id", "t.referred_at, t.id"},
        {"thoughts", "thought_along", tr("Meegedacht met een ouder"), "t.professional = :person", {moment("asked_at", tr("Gevraagd")), moment("written_at", tr("Geschreven")), moment("withdrawn_at", tr("Ingetrokken"))}, {}, "t.id", "t.asked_at, t.id"},
        {"dilemmas", "dilemmas_answered", tr("Meegedacht als deskundige"), "t.expert = :person", {moment("sent_at", tr("Gevraagd")), sealed("answer", tr("Antwoord")), moment("answered_at", tr("Beantwoord")), moment("taken_back_at", tr("Ingetrokken"))}, {"words"}, "t.id", "t.sent_at, t.id"},
        {"deputyships", "deputyships", tr("Waarnemen"), "t.coordinator = :person or t.deputy = :person", {day("first_day", tr("Vanaf")), day("last_day", tr("Tot en met")), moment("made_at", tr("Afgesproken")), moment("ended_at", tr("Geëindigd"))}, {"coordinator", "deputy"}, "t.id", "t.first_day, t.id"},
        {"observers", "observing", tr("Een avond waarnemen"), "t.person = :person", {moment("evening_at", tr("Avond"), evening_at), moment("appointed_at", tr("Gevraagd")), moment("ended_at", tr("Geëindigd"))}, {}, "t.person", "t.appointed_at"},
        {"reviews", "reviews", tr("Verslag van een avond"), "t.person = :person", {moment("evening_at", tr("Avond"), evening_at), as("guide", tr("Soort"), guide), sealed("answers", tr("Tekst"), of_bundle), moment("kept_at", tr("Bewaard")), moment("handed_in_at", tr("Ingeleverd"))}, {}, "t.evening || '-' || t.person || '-' || t.guide", "t.kept_at"},
        {"digests", "week_letter", tr("Weekbericht"), "t.person = :person", {day("sent_on", tr("Verstuurd"))}, {}, "t.person", "t.sent_on"},
    };
}

} // namespace app
