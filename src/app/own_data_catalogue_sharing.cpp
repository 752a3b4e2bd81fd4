#include "app/own_data_catalogue.h"
#include "feedback/asking.h"
#include "sharing/disclosure.h"

namespace app {
using base::tr;
using namespace own;

namespace {

std::string given_as(std::string const& stored, text::Language language) { return pick(stored, language, {{"buddy", tr("buddy")}, {"coordinator", tr("coördinator")}, {"school", tr("iemand op school")}, {"outreach", tr("ambulant begeleider")}}); }
std::string reply(std::string const& stored, text::Language language) { return pick(stored, language, {{"mee", tr("gaat mee")}, {"niet", tr("gaat niet mee")}}); }
/// For each of the three answers whether the buddy may read it.
std::string for_buddy(std::string const& stored, text::Language language) {
    std::string said;
    for (char const each : stored) (said += said.empty() ? "" : ", ") += text::say(each == 'j' ? tr("ja") : tr("nee"), language);
    return said;
}

} // namespace

std::vector<OwnTable> own_sharing() {
    return {
        {"disclosures", "shared", tr("Wat gedeeld werd"), "t.parent = :person", {coded<sharing::Kind>("kind", tr("Wat")), as("given_as", tr("Met wie"), given_as), words("school", tr("School"), school_name), sealed("words", tr("Tekst")), sealed("purpose", tr("Waarvoor")), day("until", tr("Tot")), moment("made_at", tr("Gedeeld")), moment("opened_at", tr("Geopend")), moment("taken_back_at", tr("Ingetrokken"))}, {"recipient"}, "t.id", "t.made_at, t.id"},
        {"school_talks", "school_talks", tr("Gesprek op school"), "t.parent = :person", {sealed("held_when", tr("Wanneer")), sealed("aim", tr("Doel")), sealed("points", tr("Punten")), sealed("questions", tr("Vragen")), sealed("who_says", tr("Wie zegt wat")), sealed("not_to_say", tr("Wat niet gezegd wordt")), sealed("notes", tr("Aantekeningen")), moment("asked_at", tr("Buddy mee gevraagd")), as("reply", tr("Antwoord van de buddy"), reply), day("held_on", tr("Gehouden op")), moment("made_at", tr("Gemaakt"))}, {"asked_match", "sheet_version", "notes_version"}, "t.id", "t.made_at, t.id"},
        {"school_errands", "school_errands", tr("Contact met school door de buddy"), "t.parent = :person", {sealed("addressee", tr("Aan wie")), sealed("words", tr("Wat gezegd wordt")), day("until", tr("Tot")), moment("made_at", tr("Gevraagd")), day("done_on", tr("Gedaan op")), moment("taken_back_at", tr("Ingetrokken"))}, {}, "t.id", "t.made_at, t.id"},
        {"feedbacks", "feedback_as_parent", tr("Terugblik"), "t.parent = :person", {moment("given_at", tr("Gegeven")), sealed("answers", tr("Antwoorden"), in_lines), as("for_buddy", tr("Mag de buddy lezen"), for_buddy), coded<feedback::Helped>("helped", tr("Hielp het?")), yes_no("helped_for_buddy", tr("Mag de buddy weten of het hielp")), yes_no("counted", tr("Mag geteld worden")), yes_no("school_agreed", tr("School mag iets zeggen")), sealed("school_words", tr("Wat school zei")), moment("school_said_at", tr("School antwoordde")), moment("read_at", tr("Gelezen"))}, {}, "t.id", "t.given_at, t.id"},
    };
}

} // namespace app
