#include "intake/pages_own.h"

#include "confidentiality/store_consent.h"
#include "intake/store_interview.h"
#include "intake/store_learning_point.h"
#include "intake/store_terms.h"
#include "people/listing_deputyships.h"
#include "platform/base/length.h"
#include "reception/visit.h"
#include "visit/term.h"

namespace intake {
using base::tr;
using confidentiality::Purpose;
using reception::Acted;
using reception::Done;
using reception::Visit;
using visit::Action;

namespace {

constexpr int consent_version = 1;

void talk_part(html::Page& page, Visit& v, Entry const& talk) {
    page.lead(base::Sentence{talk.begins_at > v.now() ? tr("Uw gesprek met de coördinator: {moment}.") : tr("U sprak de coördinator op {moment}."), {{"moment", text::moment(talk.begins_at, v.language())}}});
    auto facts = page.facts();
    facts.row(tr("Hoe"), name(talk.way));
    if (!talk.place.empty()) facts.row(tr("Plaats of link"), talk.place);
    if (talk.begins_at > v.now()) page.button("/mijn/gesprek", tr("Andere tijd kiezen of afzeggen"), false);
}

/// Only for "not yet": keeping someone until the day to talk again needs a yes.
void keeping_part(html::Page& page, Visit& v, OutcomeEntry const& outcome) {
    if (outcome.advice != Advice::not_yet || !outcome.talk_again_on) return;
    page.heading(tr("Mogen we uw gegevens zo lang bewaren?"));
    page.paragraph(base::Sentence{tr("We praten weer vanaf {day}. Daarvoor moeten we uw aanmelding langer bewaren dan acht weken."), {{"day", text::plain_day(*outcome.talk_again_on, v.language())}}});
    if (confidentiality::stands(v.read(), v.me(), Purpose::longer_keeping)) {
        page.alert(html::Tone::good, tr("U zei ja. We bewaren uw gegevens tot acht weken na die dag."));
        page.act("/mijn/aanmelding/bewaren", tr("Toch niet"), {{"bewaren", "nee"}}, false);
    } else page.act("/mijn/aanmelding/bewaren", tr("Ja, bewaar mijn gegevens zo lang"), {{"bewaren", "ja"}});
}

/// How long what is kept, before the candidate decides anything.
void terms_part(html::Page& page, Visit& v, std::optional<Entry> const& talk, std::optional<OutcomeEntry> const& outcome) {
    std::vector<html::Said> lines;
    auto const said = [&](base::Text sentence, base::Date day) { lines.push_back(base::Sentence{sentence, {{"day", text::plain_day(day, v.language())}}}); };
    // nobody learns of an outcome by its term
    auto on = outcome && outcome->discussed_on ? erased_on(v.read(), v.me()) : std::nullopt;
    if (on) said(tr("Op {day} wissen we uw gegevens."), *on);
    else lines.push_back(tr("Gaat u niet verder, of trekt u zich terug? Dan wissen we uw gegevens acht weken later."));
    auto text_on = talk ? text_erased_on(v.read(), talk->id) : std::nullopt;
    if (text_on && *text_on > v.today() && outcome->discussed_on) said(tr("De aantekeningen van uw gesprek wissen we op {day}."), *text_on);
    else if (text_on && *text_on <= v.today()) lines.push_back(tr("De aantekeningen van uw gesprek zijn gewist."));
    else lines.push_back(tr("De aantekeningen van uw gesprek wissen we acht weken na het besluit, ook als u verder gaat."));
    lines.push_back(tr("Alleen aantallen blijven over, zonder naam."));
    page.heading(tr("Hoe lang bewaren we dit?"));
    page.bullets(lines);
}

void answer_form(html::Page& page, Visit& v, base::Refusal const* refusal) {
    auto form = page.form("/mijn/aanmelding", tr("Antwoord versturen"), v.values(), refusal);
    form.radios({.name = "antwoord", .label = tr("Bent u het hiermee eens?")}, {{"agrees", tr("Ja, hier ben ik het mee eens")}, {"objects", tr("Nee, ik wil er nog eens over praten")}});
    form.box({.name = "anders", .label = tr("Bij nee: ik praat dan liever met iemand anders")});
    form.area({.name = "toelichting", .label = tr("Wilt u er iets bij zeggen? (niet verplicht)"), .most = 1000}, 3);
}

void outcome_part(html::Page& page, Visit& v, OutcomeEntry const& outcome, base::Refusal const* refusal) {
    page.lead(base::Sentence{tr("Besproken op {day}."), {{"day", text::plain_day(*outcome.discussed_on, v.language())}}});
    page.facts().row(tr("Uitkomst"), name(outcome.advice));
    page.quote(words_of(v.keys(), outcome));
    if (!outcome.answer) answer_form(page, v, refusal);
    else if (*outcome.answer == Answer::agrees) page.alert(html::Tone::info, tr("U gaf aan dat u het hiermee eens bent."));
    else page.alert(html::Tone::info, outcome.other_person.value_or(false) ? tr("U gaf aan dat u het hiermee niet eens bent. De coördinator plant een tweede gesprek, met iemand anders.") : tr("U gaf aan dat u het hiermee niet eens bent. De coördinator plant een tweede gesprek."));
    keeping_part(page, v, outcome);
}

http::Response own_outcome(Visit& v, base::Refusal const* refusal) {
    auto outcome = outcome_of(v.read(), v.me());
    auto talk = newest_of(v.read(), v.me());
    if (outcome) v.grant<Action::see_own_outcome>(outcome->id, v.me().value(), {visit::Tie::own});
    auto sign_up = recruitment::find_own(v.read(), v.me());
    return v.page(tr("Mijn aanmelding"), [&](html::Page& page) {
        if (v.viewer().is(visit::Role::candidate)) people::deputyships_told(page, v);
        // a talk of which the outcome is still to come, the first or a next one
        if (talk && (!outcome || outcome->interview != talk->id)) talk_part(page, v, *talk);
        if (outcome && outcome->discussed_on) outcome_part(page, v, *outcome, refusal);
        else if (!talk) {
            page.lead(tr("U spreekt eerst een keer met de coördinator."));
            if (v.viewer().is(visit::Role::candidate)) page.button("/mijn/gesprek", tr("Kies een tijd"));
        } else page.paragraph(tr("De uitkomst leest u hier nadat u er samen over praatte."));
        if (!points_of(v.read(), v.me()).empty()) {
            page.heading(tr("Leerpunten voor de training"));
            page.button("/mijn/leerpunten", tr("Lees mijn leerpunten"), false);
        }
        if (!sign_up || sign_up->ended_at) return;
        terms_part(page, v, talk, outcome);
        if (v.viewer().is(visit::Role::candidate)) page.link("/mijn/aanmelding/terugtrekken", tr("Ik trek mij terug"));
    },
                  {.status = refusal ? 422 : 200});
}
http::Response show_own_outcome(Visit& v) { return own_outcome(v, nullptr); }

http::Response create_answer(Visit& v) {
    auto outcome = outcome_of(v.read(), v.me());
    if (!outcome || !outcome->discussed_on) return v.not_found();
    auto again = [&](base::Refusal const& refusal) { return own_outcome(v, &refusal); };
    return v.act(outcome->id.value(), v.me().value(), [&](db::Write& tx) -> Acted {
        auto said = base::from_word<Answer>(v.field("antwoord"));
        if (!said) return base::Refusal::of("antwoord", tr("Kies of u het ermee eens bent."));
        auto words = text::tidy_text(v.field("toelichting"));
        if (base::characters(words) > 1000) return base::Refusal::of("toelichting", tr("Dit is te lang. Gebruik hoogstens 1000 tekens."));
        answer(tx, v.keys(), *outcome, *said, words, *said == Answer::objects && v.field("anders") == "ja", v.now());
        return Done{"/mijn/aanmelding", tr("Dank u wel. De coördinator leest uw antwoord.")}; }, again);
}

http::Response create_keeping(Visit& v) {
    auto outcome = outcome_of(v.read(), v.me());
    if (!outcome || !outcome->discussed_on || outcome->advice != Advice::not_yet) return v.see("/mijn/aanmelding");
    bool const keeps = v.field("bewaren") == "ja";
    return v.act(outcome->id.value(), v.me().value(), [&](db::Write& tx) -> Acted {
        if (keeps) confidentiality::give(tx, v.me(), Purpose::longer_keeping, consent_version, v.language(), v.now());
        else confidentiality::withdraw(tx, v.me(), Purpose::longer_keeping, v.now());
        return Done{"/mijn/aanmelding", keeps ? tr("Dank u wel. We bewaren uw gegevens zo lang.") : tr("We bewaren uw gegevens niet langer dan acht weken na het besluit.")}; }, [&](base::Refusal const&) { return v.not_found(); });
}

} // namespace

std::vector<reception::Route> own_routes() {
    using reception::route;
    return {
        route<Action::see_own_outcome>("GET", "/mijn/aanmelding", show_own_outcome),
        route<Action::see_own_outcome>("POST", "/mijn/aanmelding", create_answer),
        route<Action::see_own_outcome>("POST", "/mijn/aanmelding/bewaren", create_keeping),
    };
}

} // namespace intake
