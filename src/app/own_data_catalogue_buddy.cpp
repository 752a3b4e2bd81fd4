#include "app/own_data_catalogue.h"
#include "feedback/asking.h"
#include "help_request/help_request.h"
#include "help_request/times.h"
#include "matching/listing_gives.h"
#include "matching/overrule.h"
#include "support/theme.h"
#include "trajectory/contact.h"
#include "trajectory/meeting.h"
#include "trajectory/trajectory.h"

namespace app {
using base::tr;
using namespace own;

namespace {

std::string answer(std::string const& stored, text::Language language) { return pick(stored, language, {{"yes", tr("ja")}, {"no", tr("nee")}, {"known", tr("wij kennen elkaar")}}); }
std::string enough(std::string const& stored, text::Language language) { return pick(stored, language, {{"yes", tr("genoeg")}, {"call", tr("liever bellen")}}); }
std::string themes(std::string const& stored, text::Language language) {
    std::string said;
    for (auto const theme : support::themes_of(stored)) (said += said.empty() ? "" : ", ") += text::say(support::name(theme), language);
    return said;
}
template <std::size_t N>
std::string nth(std::string const& stored, text::Language) {
    std::size_t at = 0;
    for (std::size_t i = 0; i < N && at != std::string::npos; ++i) at = stored.find('\x1f', at) == std::string::npos ? std::string::npos : stored.find('\x1f', at) + 1;
    return at == std::string::npos ? std::string{} : stored.substr(at, stored.find('\x1f', at) - at);
}
OwnColumn for_the_buddy(std::string_view key, InWords say, std::string_view sql) { return {key, tr("Antwoord van de ouder"), Reads::sealed, say, sql, "answers"}; }

} // namespace

std::vector<OwnTable> own_buddy() {
    constexpr std::string_view meeting_at = "(select i.begins_at from intervisions i where i.partnership = t.partnership and i.id = t.intervision)";
    return {
        {"agreements", "agreements", tr("Afspraken met het steunpunt"), "t.person = :person", {number("version", tr("Versie")), moment("accepted_at", tr("Akkoord"))}, {}, "t.person", "t.accepted_at"},
        {"offers", "offer", tr("Aanbod"), "t.person = :person", {all_coded<help_request::Situation>("situations", tr("Situaties")), all_coded<help_request::Way>("ways", tr("Manieren")), words("languages", tr("Talen")), number("postcode", tr("Postcode")), number("capacity", tr("Aantal ouders")), day("paused_until", tr("Rust tot")), sealed("village", tr("Dorp")), sealed("school", tr("School")), coded<matching::Gives>("gives", tr("Bereikbaar via")), moment("confirmed_at", tr("Bevestigd")), words("times", tr("Wanneer")), coded<help_request::OwnSchool>("own_school", tr("Ouder van de eigen school")), number("distance_km", tr("Hoogstens zoveel kilometer")), yes_no("car", tr("Auto")), moment("asked_at", tr("Gevraagd of het nog klopt")), all_coded<help_request::Knowledge>("knowledge", tr("Wat een buddy weet")), words("school_kinds", tr("Soorten school")), yes_no("region_hard", tr("Alleen dichtbij")), yes_no("times_hard", tr("Alleen op deze tijden")), yes_no("shown", tr("Mag bij het aanbod voor scholen"))}, {}, "t.person", "t.confirmed_at"},
        {"offer_schools", "offer_schools", tr("Scholen van eigen kinderen"), "t.person = :person", {words("school", tr("School"), school_name), words("child_groups", tr("Groepen"))}, {}, "t.person", "t.school"},
        {"couples", "couples", tr("Samen buddy"), "t.one = :person or t.other = :person", {moment("made_at", tr("Begonnen")), moment("parted_at", tr("Uit elkaar"))}, {"one", "other"}, "t.id", "t.made_at, t.id"},
        {"proposals", "proposals_to_buddy", tr("Gevraagd voor een ouder"), "t.buddy = :person", {moment("made_at", tr("Voorgesteld")), coded<matching::Overruled>("reason", tr("Toch voorgesteld omdat")), as("buddy_answer", tr("Antwoord"), answer), moment("buddy_answered_at", tr("Beantwoord")), coded<matching::Gives>("buddy_gives", tr("Bereikbaar via")), moment("reminded_at", tr("Herinnerd")), moment("ended_at", tr("Geëindigd"))}, {}, "t.id", "t.made_at, t.id"},
        {"proposals", "proposals_to_partner", tr("Gevraagd voor een ouder, samen"), "t.partner = :person", {moment("made_at", tr("Voorgesteld")), as("partner_answer", tr("Antwoord"), answer), moment("partner_answered_at", tr("Beantwoord")), coded<matching::Gives>("partner_gives", tr("Bereikbaar via")), moment("ended_at", tr("Geëindigd"))}, {}, "t.id", "t.made_at, t.id"},
        {"proposal_questions", "proposal_questions", tr("Vraag bij een voorstel"), "t.buddy = :person", {sealed("question", tr("Vraag")), moment("asked_at", tr("Gevraagd")), sealed("answer", tr("Antwoord")), moment("answered_at", tr("Beantwoord"))}, {"proposal"}, "t.id", "t.asked_at, t.id"},
        {"matches", "matches_as_buddy", tr("Naast een ouder"), "t.buddy = :person", {moment("begun_at", tr("Begonnen")), coded<matching::Gives>("buddy_gives", tr("Bereikbaar via")), day("trial_until", tr("Proefperiode tot")), moment("ended_at", tr("Geëindigd"))}, {}, "t.id", "t.begun_at, t.id"},
        {"matches", "matches_as_partner", tr("Samen naast een ouder"), "t.partner = :person", {moment("begun_at", tr("Begonnen")), coded<matching::Gives>("partner_gives", tr("Bereikbaar via")), day("trial_until", tr("Proefperiode tot")), moment("ended_at", tr("Geëindigd"))}, {}, "t.id", "t.begun_at, t.id"},
        {"contacts", "contacts_as_buddy", tr("Contactmomenten als buddy"), of_buddy, {day("held_on", tr("Dag")), coded<trajectory::Way>("way", tr("Hoe")), number("minutes", tr("Minuten")), yes_no("wants_to_talk", tr("Wil erover praten")), moment("talked_at", tr("Over gepraat")), moment("logged_at", tr("Genoteerd")), moment("corrected_at", tr("Verbeterd")), moment("removed_at", tr("Weggehaald"))}, {}, "t.id", "t.held_on, t.id"},
        {"meetings", "meetings_as_buddy", tr("Afspraken als buddy"), of_buddy, {moment("begins_at", tr("Begint")), coded<trajectory::MeetingPlace>("place", tr("Plek")), moment("home_agreed_at", tr("Thuis afgesproken")), moment("planned_at", tr("Gepland")), moment("cancelled_at", tr("Afgezegd"))}, {}, "t.id", "t.begins_at, t.id"},
        {"departures", "departures", tr("Gestopt als één van twee"), "t.person = :person", {moment("left_at", tr("Gestopt"))}, {}, "t.id", "t.left_at, t.id"},
        {"school_talks", "school_talks_as_buddy", tr("Meegevraagd naar school"), "t.replied_by = :person", {moment("asked_at", tr("Gevraagd")), as("reply", tr("Antwoord"), [](std::string const& stored, text::Language language) { return pick(stored, language, {{"mee", tr("gaat mee")}, {"niet", tr("gaat niet mee")}}); })}, {}, "t.id", "t.asked_at, t.id"},
        // a parent chooses for each answer whether the buddy reads it, and the coordinator reads it first (R5)
        {"feedbacks", "feedback_as_buddy", tr("Wat een ouder zei"), "(t.buddy = :person or t.partner = :person) and t.read_at is not null", {moment("given_at", tr("Gegeven")), for_the_buddy("answer_1", nth<0>, "case when substr(t.for_buddy, 1, 1) = 'j' then t.answers else '' end"), for_the_buddy("answer_2", nth<1>, "case when substr(t.for_buddy, 2, 1) = 'j' then t.answers else '' end"), for_the_buddy("answer_3", nth<2>, "case when substr(t.for_buddy, 3, 1) = 'j' then t.answers else '' end"), coded<feedback::Helped>("helped", tr("Hielp het?"), "case when t.helped_for_buddy = 1 then t.helped else '' end"), OwnColumn{"school_words", tr("Wat school zei"), Reads::sealed, nullptr, {}, {}}}, {}, "t.id", "t.given_at, t.id"},
        {"consults", "questions_to_coordinator", tr("Vragen over mijn rol"), "t.buddy = :person", {sealed("question", tr("Vraag")), moment("asked_at", tr("Gevraagd")), sealed("answer", tr("Antwoord")), moment("answered_at", tr("Beantwoord")), moment("read_at", tr("Gelezen")), moment("thanked_at", tr("Bedankt")), as("enough", tr("Genoeg?"), enough), moment("enough_at", tr("Gezegd")), moment("called_at", tr("Gebeld")), moment("beside_at", tr("Stond toen naast een ouder"))}, {"follows", "reader"}, "t.id", "t.asked_at, t.id"},
        // the words are the coordinator's and an expert's, without the case
        {"dilemmas", "dilemmas_asked", tr("Vraag voorgelegd aan een deskundige"), "t.buddy = :person", {moment("sent_at", tr("Verstuurd")), moment("answered_at", tr("Beantwoord")), moment("taken_back_at", tr("Ingetrokken"))}, {"consult", "expert"}, "t.id", "t.sent_at, t.id"},
        {"intervision_answers", "intervisions", tr("Buddy’s bij elkaar"), "t.person = :person", {moment("begins_at", tr("Begint"), meeting_at), yes_no("coming", tr("Komt")), coded<support::Theme>("theme", tr("Thema")), sealed("own_theme", tr("Eigen thema")), sealed("topic", tr("Onderwerp")), yes_no("was_there", tr("Was er"))}, {}, "t.intervision", "t.intervision"},
        {"buddy_list", "buddy_list", tr("Lijst van buddy’s"), "t.person = :person", {yes_no("phone", tr("Telefoon")), yes_no("mail", tr("Mailadres")), as("themes", tr("Thema’s"), themes), moment("since", tr("Vanaf"))}, {}, "t.person", "t.since"},
    };
}

} // namespace app
