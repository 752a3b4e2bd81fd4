#include "app/own_data_catalogue.h"
#include "competence/assessment.h"
#include "training/catch_up.h"
#include "training/completion.h"
#include "training/day.h"

namespace app {
using base::tr;
using namespace own;

namespace {

std::string part_in_group(std::string const& stored, text::Language language) { return pick(stored, language, {{"participant", tr("deelnemer")}, {"trainer", tr("trainer")}}); }
std::string audience(std::string const& stored, text::Language language) { return pick(stored, language, {{"trainer", tr("de trainers")}, {"coordinator", tr("de coördinator")}}); }

} // namespace

std::vector<OwnTable> own_training() {
    constexpr std::string_view catch_up_at = "(select c.begins_at from catch_ups c where c.partnership = t.partnership and c.id = t.catch_up)";
    return {
        {"edition_people", "training_groups", tr("Trainingsgroepen"), "t.person = :person", {words("group", tr("Groep"), edition_name), as("part", tr("Als"), part_in_group), moment("since", tr("Vanaf")), moment("left_at", tr("Tot"))}, {}, "t.person", "t.since, t.edition"},
        {"day_answers", "day_answers", tr("Dagen kiezen"), "t.person = :person", {moment("day", tr("Dag"), "(select o.begins_at from day_options o where o.partnership = t.partnership and o.edition = t.edition and o.number = t.number)"), coded<training::DayAnswer>("answer", tr("Antwoord"))}, {}, "t.person", "t.edition, t.number"},
        {"pack_addresses", "pack_address", tr("Adres voor het welkomstpakket"), "t.person = :person", {sealed("address", tr("Adres")), moment("given_at", tr("Gegeven")), day("sent_on", tr("Verstuurd"))}, {}, "t.id", "t.given_at, t.id"},
        {"coming", "coming", tr("Of iemand komt"), "t.person = :person", {moment("evening_at", tr("Avond"), evening_at), yes_no("comes", tr("Komt")), moment("answered_at", tr("Beantwoord"))}, {}, "t.person", "t.answered_at"},
        {"attendances", "attendances", tr("Aanwezigheid"), "t.person = :person", {moment("evening_at", tr("Avond"), evening_at), coded<training::Presence>("presence", tr("Aanwezig")), moment("recorded_at", tr("Genoteerd"))}, {}, "t.person", "t.recorded_at"},
        {"preparations", "preparations", tr("Voorbereiding thuis"), "t.person = :person", {moment("evening_at", tr("Avond"), evening_at), sealed("draft", tr("Concept"), of_bundle), sealed("answers", tr("Antwoorden"), of_bundle), moment("handed_in_at", tr("Ingeleverd"))}, {}, "t.evening || '-' || t.person", "t.evening"},
        {"catch_up_people", "catching_up", tr("Inhalen"), "t.person = :person", {moment("begins_at", tr("Begint"), catch_up_at), yes_no("came", tr("Gekomen"))}, {}, "t.person", "t.catch_up"},
        {"slides_sent", "slides_sent", tr("Dia’s toegestuurd"), "t.person = :person", {moment("evening_at", tr("Avond"), evening_at), moment("sent_at", tr("Verstuurd"))}, {}, "t.person", "t.sent_at"},
        // which words are whose was never kept
        {"tips_given", "tips_given", tr("Tips en tops"), "t.person = :person", {moment("evening_at", tr("Gegeven na de avond van"), evening_at)}, {}, "t.person", "t.evening"},
        {"recording_answers", "recording_answers", tr("Opname"), "t.person = :person", {yes_no("agrees", tr("Akkoord")), number("text_version", tr("Versie van de tekst")), as("language", tr("Taal"), language_name), moment("answered_at", tr("Beantwoord"))}, {"recording"}, "t.person", "t.answered_at"},
        {"readiness", "readiness", tr("Na de training"), "t.person = :person", {coded<training::Decision>("decision", tr("Besluit")), day("told_on", tr("Verteld op")), moment("decided_at", tr("Besloten")), day("deployment_talk_on", tr("Inzetgesprek")), day("vog_asked_on", tr("VOG gevraagd")), day("vog_seen_on", tr("VOG gezien")), sealed("exempted_because", tr("Gemist deel losgelaten omdat")), coded<training::Reason>("reason", tr("Waarom gestopt")), number("exit_point", tr("Uitstapmoment"))}, {}, "t.person", "t.decided_at"},
        {"self_assessments", "self_assessments", tr("Groei"), "t.person = :person", {coded<competence::Moment>("moment", tr("Moment")), moment("filled_at", tr("Ingevuld")), number("list_version", tr("Versie van de lijst")), sealed("answers", tr("Antwoorden"), in_lines)}, {"bundle"}, "t.id", "t.filled_at, t.id"},
        {"assessment_drafts", "self_assessment_draft", tr("Groei, nog niet klaar"), "t.person = :person", {sealed("answers", tr("Antwoorden"), of_form), moment("kept_at", tr("Bewaard"))}, {}, "t.person", "t.kept_at"},
        {"assessment_asks", "self_assessment_asks", tr("Gevraagd om in te vullen"), "t.person = :person", {coded<competence::Moment>("moment", tr("Moment")), moment("asked_at", tr("Gevraagd"))}, {}, "t.person", "t.asked_at"},
        {"learning_questions", "learning_questions", tr("Leervragen"), "t.person = :person", {sealed("words", tr("Tekst")), moment("released_at", tr("Doorgelaten")), moment("taken_back_at", tr("Ingetrokken"))}, {"assessment"}, "t.assessment", "t.released_at"},
        {"assessment_shares", "self_assessment_shares", tr("Groei gedeeld"), "t.person = :person", {as("audience", tr("Met wie"), audience), moment("shared_at", tr("Gedeeld")), moment("taken_back_at", tr("Ingetrokken"))}, {"assessment"}, "t.assessment", "t.shared_at"},
    };
}

} // namespace app
