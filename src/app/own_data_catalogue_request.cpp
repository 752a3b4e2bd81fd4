#include "app/own_data_catalogue.h"
#include "check_in/check_in.h"
#include "help_request/help_request.h"
#include "help_request/times.h"
#include "help_request/wish.h"
#include "matching/listing_gives.h"
#include "matching/thought.h"
#include "people/school.h"
#include "recruitment/channel.h"
#include "recruitment/referral.h"
#include "trajectory/closure.h"
#include "trajectory/contact.h"
#include "trajectory/meeting.h"
#include "trajectory/rhythm.h"
#include "trajectory/trajectory.h"

namespace app {
using base::tr;
using namespace own;

namespace {

std::string request_kind(std::string const& stored, text::Language language) { return pick(stored, language, {{"buddy", tr("vraag om een buddy")}, {"call_back", tr("bel mij terug")}, {"question", tr("alleen een vraag")}}); }
std::string request_end(std::string const& stored, text::Language language) { return pick(stored, language, {{"withdrawn", tr("gestopt")}, {"matched", tr("er is een buddy")}, {"other_help", tr("andere hulp")}, {"no_answer", tr("geen antwoord")}, {"answered", tr("beantwoord")}}); }
std::string yes_or_no(std::string const& stored, text::Language language) { return pick(stored, language, {{"yes", tr("ja")}, {"no", tr("nee")}, {"known", tr("wij kennen elkaar")}}); }
std::string happened(std::string const& stored, text::Language language) { return pick(stored, language, {{"ja", tr("ja")}, {"nieuw", tr("nog niet, er komt een nieuwe dag")}, {"hulp", tr("hulp gevraagd")}}); }
std::string after_trial(std::string const& stored, text::Language language) { return pick(stored, language, {{"verder", tr("verder")}, {"praten", tr("eerst praten")}}); }
std::string teller(std::string const& stored, text::Language language) { return pick(stored, language, {{"coordinator", tr("de coördinator")}, {"zelf", tr("zelf")}}); }
std::string times(std::string const& stored, text::Language language) {
    auto const its = help_request::times_from(stored);
    std::string said;
    auto add = [&](std::string const& one) { (said += said.empty() ? "" : ", ") += one; };
    for (std::size_t weekday = 0; weekday < help_request::weekdays; ++weekday)
        for (std::size_t part = 0; part < help_request::day_parts; ++part)
            if (auto const day_part = static_cast<help_request::DayPart>(part); its.slots.test(help_request::slot(weekday, day_part))) add(text::say(help_request::weekday_name(weekday), language) + " " + text::say(name(day_part), language));
    if (its.slots.test(help_request::weekend)) add(text::say(tr("weekend"), language));
    if (its.not_in_holidays) add(text::say(tr("niet in schoolvakanties"), language));
    return said;
}

} // namespace

std::vector<OwnTable> own_request() {
    constexpr std::string_view own_channel = "(select o.name from own_channels o where o.partnership = t.partnership and o.id = t.own_channel)";
    constexpr std::string_view campaign = "(select c.name from campaigns c where c.partnership = t.partnership and c.id = t.campaign)";
    return {
        {"referrals", "referral", tr("Wie u aandroeg"), "t.person = :person", {coded<recruitment::Channel>("channel", tr("Via")), day("agreed_on", tr("Afgesproken op")), coded<recruitment::Agreement>("agreed_how", tr("Hoe afgesproken")), sealed("words", tr("Wat erbij geschreven werd")), moment("referred_at", tr("Aangedragen")), moment("answered_at", tr("Beantwoord")), yes_no("agrees", tr("Akkoord")), yes_no("words_may_be_read", tr("Woorden mogen gelezen worden")), yes_no("referrer_may_know", tr("Wie aandroeg mag het horen"))}, {"sign_up"}, "t.id", "t.referred_at, t.id"},
        {"help_requests", "help_requests", tr("Vraag om een buddy"), "t.person = :person", {as("kind", tr("Soort vraag"), request_kind), moment("asked_at", tr("Gevraagd")), coded<recruitment::Channel>("channel", tr("Via")), words("own_channel", tr("Eigen kanaal"), own_channel), words("campaign", tr("Campagne"), campaign), all_coded<help_request::Situation>("situations", tr("Situaties")), all_coded<help_request::Way>("ways", tr("Manieren")), words("languages", tr("Talen")), yes_no("interpreter", tr("Tolk nodig")), number("postcode", tr("Postcode")), words("school", tr("School"), school_name), words("child_group", tr("Groep")), coded<help_request::ChildSex>("child_sex", tr("Jongen of meisje")), sealed("own_words", tr("Eigen woorden")), sealed("when_words", tr("Wanneer, in eigen woorden")), as("times", tr("Wanneer"), times), coded<help_request::OwnSchool>("own_school", tr("Buddy van de eigen school")), coded<help_request::OwnSchool>("own_village", tr("Buddy uit het eigen dorp")), all_coded<help_request::Knowledge>("knowledge", tr("Wat een buddy weet")), yes_no("region_hard", tr("Alleen dichtbij")), yes_no("times_hard", tr("Alleen op deze tijden")), yes_no("others_read", tr("Iemand anders kan meelezen")), sealed("delicate", tr("Waar voorzichtig mee omgegaan wordt")), coded<people::Position>("helper_position", tr("Wie hielp bij het vragen")), sealed("helper_words", tr("Woorden van wie hielp")), moment("answered_at", tr("Beantwoord")), moment("clarified_at", tr("Verhelderd")), coded<help_request::Experience>("experience", tr("Vraagt ervaring")), sealed("short_text", tr("Tekst voor de buddy")), moment("text_approved_at", tr("Tekst goedgekeurd")), sealed("criteria", tr("Waar een buddy aan voldoet")), sealed("matters", tr("Wat telt")), day("paused_until", tr("Rust tot")), moment("near_asked_at", tr("Gevraagd om iemand dichtbij")), moment("ended_at", tr("Geëindigd")), as("end_reason", tr("Reden"), request_end), sealed("end_note", tr("Woorden bij het einde"))}, {}, "t.id", "t.asked_at, t.id"},
        {"thoughts", "thinking_along", tr("Iemand dacht mee"), "t.parent = :person", {all_coded<matching::Item>("items", tr("Wat gelezen mocht worden")), moment("asked_at", tr("Gevraagd")), sealed("words", tr("Wat er geschreven werd")), moment("written_at", tr("Geschreven")), moment("released_at", tr("Doorgelaten")), moment("withdrawn_at", tr("Ingetrokken"))}, {"professional"}, "t.id", "t.asked_at, t.id"},
        // what a buddy answered before the parent was asked is the buddy's
        {"proposals", "proposals", tr("Voorstellen van een buddy"), "t.request in (select id from help_requests where partnership = :partnership and person = :person) and t.buddy_answer = 'yes' and (t.partner is null or t.partner_answer = 'yes')", {moment("made_at", tr("Voorgesteld")), as("parent_answer", tr("Antwoord"), yes_or_no), moment("parent_answered_at", tr("Beantwoord")), moment("ended_at", tr("Geëindigd"))}, {}, "t.id", "t.made_at, t.id"},
        {"pairs", "pairs", tr("Samen gevonden"), "t.parent = :person or t.buddy = :person", {moment("made_at", tr("Genoteerd")), moment("ended_at", tr("Geëindigd"))}, {}, "t.id", "t.made_at, t.id"},
        {"pair_answers", "pair_answers", tr("Antwoord bij samen gevonden"), "t.person = :person", {day("given_on", tr("Gegeven")), coded<matching::Gives>("gives", tr("Bereikbaar via"))}, {"pair"}, "t.person", "t.given_on"},
        {"matches", "match_as_parent", tr("Een buddy"), "t.parent = :person", {moment("begun_at", tr("Begonnen")), coded<matching::Gives>("parent_gives", tr("Bereikbaar via")), day("trial_until", tr("Proefperiode tot")), moment("ended_at", tr("Geëindigd")), coded<trajectory::EndReason>("end_reason", tr("Reden"))}, {"buddy_gives", "partner_gives", "trial_asked_at"}, "t.id", "t.begun_at, t.id"},
        {"courses", "rhythm_as_parent", tr("Hoe vaak contact"), of_parent, {coded<trajectory::Rhythm>("rhythm", tr("Hoe vaak")), yes_no("parent_begins", tr("De ouder begint")), day("rests_since", tr("Rust sinds")), day("woken_on", tr("Weer verder op")), day("met_on", tr("Eerste ontmoeting"))}, {}, "t.match", "t.match"},
        {"contacts", "contacts_as_parent", tr("Contactmomenten"), of_parent, {day("held_on", tr("Dag")), coded<trajectory::Way>("way", tr("Hoe")), number("minutes", tr("Minuten")), moment("logged_at", tr("Genoteerd")), moment("corrected_at", tr("Verbeterd")), moment("removed_at", tr("Weggehaald"))}, {"wants_to_talk", "talked_at"}, "t.id", "t.held_on, t.id"},
        {"meetings", "meetings_as_parent", tr("Afspraken"), of_parent, {moment("begins_at", tr("Begint")), coded<trajectory::MeetingPlace>("place", tr("Plek")), coded<trajectory::Introducer>("introduced_by", tr("Wie erbij is")), moment("planned_at", tr("Gepland")), moment("cancelled_at", tr("Afgezegd"))}, {"invited", "introduced_at", "home_agreed_at", "asked_sequence"}, "t.id", "t.begins_at, t.id"},
        {"meeting_answers", "meeting_answers", tr("Of een afspraak er was"), "t.person = :person", {as("answer", tr("Antwoord"), happened), yes_no("by_coordinator", tr("Door de coördinator genoteerd")), moment("answered_at", tr("Beantwoord"))}, {"meeting"}, "t.person", "t.answered_at"},
        {"trial_answers", "trial_answers", tr("Na de proefperiode"), "t.person = :person", {as("answer", tr("Antwoord"), after_trial), moment("answered_at", tr("Beantwoord"))}, {}, "t.person", "t.answered_at"},
        {"departures", "departure_as_parent", tr("Verder met één van twee buddy’s"), "t.match in (select id from matches where partnership = :partnership and parent = :person) and t.answered_at is not null", {yes_no("goes_on", tr("Verder")), moment("answered_at", tr("Beantwoord"))}, {"left_at"}, "t.id", "t.answered_at"},
        {"closures", "closure_as_parent", tr("Afsluiting"), of_parent, {moment("closed_at", tr("Afgesloten")), coded<trajectory::EndReason>("reason", tr("Reden")), as("teller", tr("Wie het vertelt"), teller), coded<trajectory::Talk>("talk_parent", tr("Afsluitend gesprek")), yes_no("asks_later", tr("Eén vraag na drie maanden")), moment("later_asked_at", tr("Gevraagd")), coded<trajectory::Later>("later_answer", tr("Antwoord")), moment("later_answered_at", tr("Beantwoord")), moment("called_at", tr("Gebeld")), moment("reopened_at", tr("Weer geopend")), coded<trajectory::Reopening>("reopen_reason", tr("Waarom weer geopend"))}, {"talk_buddy", "told_at"}, "t.id", "t.closed_at, t.id"},
        {"check_ins", "check_ins", tr("Hoe gaat het?"), "t.person = :person", {number("number", tr("Nummer")), moment("asked_at", tr("Gevraagd")), yes_no("by_phone", tr("Telefonisch")), sealed("well", tr("Wat goed gaat")), sealed("better", tr("Wat beter kan")), coded<check_in::Fits>("fits", tr("Past het?")), coded<check_in::GoesOn>("goes_on", tr("Verder?")), yes_no("wants_call", tr("Wil gebeld worden")), moment("answered_at", tr("Beantwoord")), moment("skipped_at", tr("Overgeslagen")), moment("handled_at", tr("Opgepakt"))}, {}, "t.id", "t.asked_at, t.id"},
        {"check_in_wishes", "check_in_wish", tr("Alleen als ik bel"), "t.person = :person", {moment("since", tr("Vanaf"))}, {}, "t.person", "t.since"},
    };
}

} // namespace app
