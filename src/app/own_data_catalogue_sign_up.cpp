#include "app/own_data_catalogue.h"
#include "intake/advice.h"
#include "intake/interview.h"
#include "recruitment/channel.h"
#include "recruitment/sign_up.h"
#include "recruitment/withdrawal.h"

namespace app {
using base::tr;
using namespace own;

namespace {
std::string answer(std::string const& stored, text::Language language) { return pick(stored, language, {{"agrees", tr("eens")}, {"objects", tr("niet eens")}}); }
std::string release(std::string const& stored, text::Language language) { return pick(stored, language, {{"yes", tr("ja")}, {"no", tr("nee")}}); }
} // namespace

std::vector<OwnTable> own_sign_up() {
    return {
        {"sign_ups", "sign_ups", tr("Aanmelding als buddy"), "t.person = :person", {moment("signed_up_at", tr("Aangemeld")), coded<recruitment::Channel>("channel", tr("Via")), words("own_channel", tr("Eigen kanaal"), "(select o.name from own_channels o where o.partnership = t.partnership and o.id = t.own_channel)"), words("campaign", tr("Campagne"), "(select c.name from campaigns c where c.partnership = t.partnership and c.id = t.campaign)"), words("channel_note", tr("Erbij")), words("school", tr("School"), school_name), sealed("motive", tr("Waarom")), moment("confirmed_at", tr("Bevestigd")), moment("taken_up_at", tr("Opgepakt")), moment("ended_at", tr("Geëindigd")), coded<recruitment::EndReason>("end_reason", tr("Reden")), coded<recruitment::WithdrawReason>("withdrawn_because", tr("Waarom gestopt"))}, {}, "t.id", "t.signed_up_at, t.id"},
        {"interview_offers", "offered_times", tr("Tijden voor een gesprek"), "t.person = :person", {moment("offered_at", tr("Aangeboden")), moment("none_fits_at", tr("Geen tijd paste"))}, {"sign_up"}, "t.person", "t.offered_at"},
        {"interviews", "interviews", tr("Kennismakingsgesprek"), "t.person = :person", {moment("begins_at", tr("Begint")), number("minutes", tr("Minuten")), coded<intake::Way>("way", tr("Hoe")), words("place", tr("Plek")), moment("planned_at", tr("Gepland")), moment("reminded_at", tr("Herinnerd")), moment("cancelled_at", tr("Afgezegd")), moment("no_show_at", tr("Niet gekomen"))}, {"sign_up", "points_version", "notes", "notes_at"}, "t.id", "t.begins_at, t.id"},
        // as the outcome: once it was talked about (R9)
        {"interviews", "interview_notes", tr("Verslag van het kennismakingsgesprek"), "t.person = :person and t.notes <> '' and exists (select 1 from outcomes o where o.partnership = t.partnership and o.interview = t.id and o.discussed_on is not null)", {sealed("notes", tr("Verslag"), of_form), moment("notes_at", tr("Verslag bewaard"))}, {"begins_at", "minutes", "way", "place", "planned_at", "reminded_at", "cancelled_at", "no_show_at", "sign_up", "points_version"}, "t.id", "t.begins_at, t.id"},
        // before both spoke about it there is no outcome yet (R9)
        {"outcomes", "outcomes", tr("Uitkomst van het gesprek"), "t.person = :person and t.discussed_on is not null", {coded<intake::Advice>("outcome", tr("Uitkomst")), sealed("words", tr("Tekst")), day("discussed_on", tr("Besproken op")), day("talk_again_on", tr("Opnieuw praten op")), moment("recorded_at", tr("Genoteerd")), as("answer", tr("Antwoord"), answer), sealed("answer_words", tr("Eigen woorden")), moment("answered_at", tr("Beantwoord")), yes_no("other_person", tr("Met iemand anders praten")), moment("replaced_at", tr("Vervangen"))}, {"interview"}, "t.id", "t.recorded_at, t.id"},
        {"learning_points", "learning_points", tr("Leerpunten"), "t.person = :person", {sealed("words", tr("Tekst")), moment("written_at", tr("Geschreven")), as("answer", tr("Naar de trainers"), release), moment("answered_at", tr("Beantwoord")), moment("taken_back_at", tr("Ingetrokken"))}, {"interview"}, "t.id", "t.written_at, t.id"},
    };
}

} // namespace app
