#include "training/pages_recording.h"

#include "people/link.h"
#include "platform/base/length.h"
#include "platform/jobs/jobs.h"
#include "training/pages_edition.h"
#include "training/store_recording.h"

#include <algorithm>

namespace training {
using base::tr;
using reception::Acted;
using reception::Done;
using reception::Visit;
using visit::Action;

namespace {

base::Text said(RecordingState state) {
    switch (state) {
    case RecordingState::asking: return tr("nog niet iedereen antwoordde");
    case RecordingState::agreed: return tr("iedereen vindt het goed");
    case RecordingState::refused: return tr("niet iedereen vindt het goed");
    case RecordingState::removed: return tr("verwijderd");
    }
    throw base::Impossible{"a recording without a state"};
}

void notify(db::Write& tx, Visit& v, EditionId const& edition) {
    for (auto const& person : people_of(tx, edition, "participant")) jobs::later(tx, v.services().random, "recording.notice", v.house().id.value(), person.value(), "", v.now());
}

bool is_trainer(Visit& v, EditionId const& edition) { return ties_to(v, edition).has(visit::Tie::leading); }
/// The edition whose recordings the viewer keeps.
std::optional<EditionRow> kept(Visit& v) {
    auto edition = find_edition(v.read(), v.id<Edition>("edition"));
    if (!edition) return {};
    return v.grant<Action::keep_recording>(edition->id, "", ties_to(v, edition->id)) ? edition : std::nullopt;
}
/// The recording in an address, when it is of this edition.
std::optional<RecordingRow> recording_in(Visit& v, EditionRow const& edition) {
    auto recording = find_recording(v.read(), v.id<RecordingRecord>("recording"));
    return recording && recording->edition == edition.id ? recording : std::nullopt;
}

/// The fields of one recording; a page shows several.
std::string url_field(RecordingRow const& recording) { return "adres-" + recording.id.value(); }
std::string words_field(RecordingRow const& recording) { return "woorden-" + recording.id.value(); }

/// The page of recordings; a refusal stands at the form that has `field`, or at the question for a new one.
http::Response recordings_page(Visit& v, base::Refusal const* refusal, std::string const& field = {}) {
    auto const edition = kept(v);
    if (!edition) return v.not_found();
    auto const all = recordings_of(v.read(), edition->id);
    auto const group = people_of(v.read(), edition->id, "participant");
    bool const trainer = is_trainer(v, edition->id);
    auto refused = [&](std::string const& name) { return refusal && field == name; };
    return v.page(tr("Opnamen"), [&](html::Page& page) {
        page.lead(tr("Opnemen mag alleen als elke deelnemer ja zegt, elke keer opnieuw. Wie ja zei, mag dat altijd terugnemen."));
        if (all.empty()) page.empty(tr("Er is nog nooit om een opname gevraagd."));
        for (auto const& recording : all) {
            auto const state = state_of(v.read(), recording);
            auto const answers = recording_answers(v.read(), recording.id);
            auto const address = "/trainingen/" + edition->id.value() + "/opnamen/" + recording.id.value();
            page.heading(recording.about);
            // as long as someone has still to answer, nobody can tell by the moment who said no
            bool const all_said = std::all_of(group.begin(), group.end(), [&](auto const& person) { return std::any_of(answers.begin(), answers.end(), [&](auto const& one) { return one.person == person; }); });
            page.facts().row(tr("Stand"), said(state == RecordingState::refused && !all_said && recording.url.empty() ? RecordingState::asking : state));
            if (state == RecordingState::removed) page.paragraph(base::Sentence{tr("Verwijderd bij de bron op {day} door {name}: {words}"), {{"day", text::plain_day(base::local_date(*recording.removed_at), v.language())}, {"name", people::name_of(v.read(), v.keys(), *recording.removed_by)}, {"words", recording.removed_words}}});
            if (state == RecordingState::agreed) {
                if (!recording.url.empty() && trainer) page.link("/opname/" + recording.id.value(), tr("Bekijk de opname"));
                if (!recording.url.empty() && !trainer) page.paragraph(tr("Er is een adres bewaard. Alleen de groep en de trainers zien het."));
                auto const url = url_field(recording);
                auto form = page.form(address + "/adres", tr("Bewaar waar de opname staat"), refused(url) ? v.values() : html::Values{{url, trainer ? recording.url : std::string{}}}, refused(url) ? refusal : nullptr);
                form.text({.name = url, .label = tr("Waar staat de opname?"), .hint = tr("Een link die begint met https://. De opname zelf bewaren wij niet."), .most = 500});
            }
            if (state != RecordingState::removed && !recording.url.empty()) {
                if (state == RecordingState::refused) page.alert(html::Tone::warning, tr("De link werkt niet meer. Verwijder de opname nu ook waar hij staat."));
                auto const words = words_field(recording);
                auto form = page.form(address + "/verwijdering", tr("De opname is daar verwijderd"), refused(words) ? v.values() : html::Values{}, refused(words) ? refusal : nullptr);
                form.text({.name = words, .label = tr("Hoe is dat gedaan? (niet verplicht)"), .most = 100});
            }
        }
        page.heading(tr("Vraag om een opname"));
        auto form = page.form("/trainingen/" + edition->id.value() + "/opnamen", tr("Vraag het alle deelnemers"), field.empty() ? v.values() : html::Values{}, field.empty() ? refusal : nullptr);
        form.text({.name = "waarvan", .label = tr("Wat wilt u opnemen?"), .hint = tr("Bijvoorbeeld: avond 1, oefenen met citaten"), .most = 100});
        page.link("/trainingen/" + edition->id.value(), tr("Terug naar de training"));
    },
                  {.status = refusal ? 422 : 200});
}
http::Response list_recordings(Visit& v) { return recordings_page(v, nullptr); }

http::Response create_recording(Visit& v) {
    auto const edition = kept(v);
    if (!edition) return v.not_found();
    auto again = [&](base::Refusal const& refusal) { return recordings_page(v, &refusal); };
    auto const about = ask_for_recording(text::tidy_line(v.field("waarvan")));
    if (!about) return again(about.error());
    return v.act(edition->id.value(), "", [&](db::Write& tx) -> Acted {
        add_recording(tx, v.new_id<RecordingRecord>(), edition->id, *about, v.me(), v.now());
        notify(tx, v, edition->id);
        return Done{v.request().path, tr("Gevraagd. Deelnemers krijgen bericht en kiezen zelf.")}; }, again);
}

http::Response update_address(Visit& v) {
    auto const edition = kept(v);
    auto const recording = edition ? recording_in(v, *edition) : std::nullopt;
    if (!recording) return v.not_found();
    auto const name = url_field(*recording);
    auto again = [&](base::Refusal const& refusal) { return recordings_page(v, &refusal, name); };
    auto const url = text::tidy_line(v.field(name));
    if (!people::is_https(url)) return again(base::Refusal::of(name, tr("Een link begint met https:// en heeft geen spaties.")));
    return v.act(recording->id.value(), "", [&](db::Write& tx) -> Acted {
        if (!link_recording(tx, *recording, url)) return base::Refusal::of(name, tr("Niet iedereen vindt het nog goed. De link is niet bewaard."));
        return Done{"/trainingen/" + edition->id.value() + "/opnamen", tr("Bewaard. Deelnemers vinden de opname op hun eigen bladzijde.")}; }, again);
}

http::Response create_removal(Visit& v) {
    auto const edition = kept(v);
    auto const recording = edition ? recording_in(v, *edition) : std::nullopt;
    if (!recording) return v.not_found();
    auto const name = words_field(*recording);
    auto again = [&](base::Refusal const& refusal) { return recordings_page(v, &refusal, name); };
    auto const words = text::tidy_line(v.field(name));
    if (base::characters(words) > 100) return again(base::Refusal::of(name, tr("Dit is te lang. Gebruik hoogstens 100 tekens.")));
    return v.act(recording->id.value(), "", [&](db::Write& tx) -> Acted {
        if (remove_recording(tx, recording->id, words.empty() ? "–" : words, v.me(), v.now())) notify(tx, v, edition->id);
        return Done{"/trainingen/" + edition->id.value() + "/opnamen", tr("Vastgelegd. Deelnemers krijgen bericht dat de opname weg is.")}; }, [&](base::Refusal const&) { return v.not_found(); });
}

/// A recording about which the viewer is asked.
std::optional<RecordingRow> own_recording(Visit& v) {
    for (auto const& recording : recordings_asked_of(v.read(), v.me()))
        if (recording.id == v.id<RecordingRecord>("recording")) return recording;
    return {};
}

http::Response show_question(Visit& v) {
    auto const recording = own_recording(v);
    if (!recording) return v.not_found();
    auto const state = state_of(v.read(), *recording);
    auto const answers = recording_answers(v.read(), recording->id);
    auto const mine = std::find_if(answers.begin(), answers.end(), [&](auto const& one) { return one.person == v.me(); });
    return v.page(tr("Mag dit worden opgenomen?"), [&](html::Page& page) {
        page.lead(recording->about);
        if (state == RecordingState::removed) return void(page.empty(base::Sentence{tr("De opname is verwijderd op {day}."), {{"day", text::plain_day(base::local_date(*recording->removed_at), v.language())}}}));
        page.bullets({tr("Opnemen gebeurt alleen als iedereen ja zegt. Nee zeggen mag; niemand hoort wie nee zei."), tr("Alleen deelnemers en trainers van deze groep kunnen de opname zien."), tr("Je mag je ja altijd terugnemen. Dan werkt de link meteen niet meer, en wordt de opname verwijderd waar hij staat.")});
        if (mine != answers.end()) page.alert(html::Tone::info, mine->agrees ? tr("Je zei ja.") : tr("Je zei nee."));
        auto const address = v.request().path;
        if (mine == answers.end() || !mine->agrees) page.act(address, tr("Ja, dat is goed"), {{"antwoord", "ja"}});
        if (mine == answers.end() || mine->agrees) page.act(address, mine == answers.end() ? tr("Nee, liever niet") : tr("Ik neem mijn ja terug"), {{"antwoord", "nee"}}, false);
        if (state == RecordingState::agreed && !recording->url.empty()) page.link("/opname/" + recording->id.value(), tr("Bekijk de opname"));
        page.link("/mijn/training", tr("Terug naar mijn training"));
    });
}

http::Response create_answer(Visit& v) {
    auto const recording = own_recording(v);
    if (!recording || recording->removed_at) return v.not_found();
    return v.act(recording->id.value(), v.me().value(), [&](db::Write& tx) -> Acted {
        bool const agrees = v.field("antwoord") == "ja";
        answer_recording(tx, recording->id, v.me(), agrees, v.language(), v.now());
        return Done{v.request().path, agrees ? tr("Bewaard. Je mag dit altijd terugnemen.") : tr("Bewaard. Niemand hoort wie nee zei.")}; }, [&](base::Refusal const&) { return v.not_found(); });
}

http::Response watch(Visit& v) {
    auto const recording = find_recording(v.read(), v.id<RecordingRecord>("recording"));
    // what was kept by another way than the form is looked at again before a browser follows it
    if (!recording || !people::is_https(recording->url) || state_of(v.read(), *recording) != RecordingState::agreed) return v.not_found();
    auto ties = ties_to(v, recording->edition);
    auto const group = people_of(v.read(), recording->edition, "participant");
    if (std::find(group.begin(), group.end(), v.me()) != group.end()) ties.add(visit::Tie::taking_part);
    if (!v.grant<Action::watch_recording>(recording->id, "", ties)) return v.not_found();
    v.note(Action::watch_recording, recording->id.value(), "");
    return v.see(recording->url);
}

} // namespace

void recordings_part(html::Page& page, Visit& v) {
    for (auto const& recording : recordings_asked_of(v.read(), v.me())) page.link("/mijn/training/opname/" + recording.id.value(), base::Sentence{tr("Opname: {about}"), {{"about", recording.about}}});
}

std::vector<reception::Route> recording_routes() {
    using reception::route;
    return {
        route<Action::keep_recording>("GET", "/trainingen/{edition}/opnamen", list_recordings),
        route<Action::keep_recording>("POST", "/trainingen/{edition}/opnamen", create_recording),
        route<Action::keep_recording>("POST", "/trainingen/{edition}/opnamen/{recording}/adres", update_address),
        route<Action::keep_recording>("POST", "/trainingen/{edition}/opnamen/{recording}/verwijdering", create_removal),
        route<Action::answer_recording>("GET", "/mijn/training/opname/{recording}", show_question),
        route<Action::answer_recording>("POST", "/mijn/training/opname/{recording}", create_answer),
        route<Action::watch_recording>("GET", "/opname/{recording}", watch),
    };
}
std::map<std::string, people::Worker> recording_workers() {
    return {{"recording.notice", [](people::Post& post, jobs::Job const& job) { people::write_notice(post, job.of_partnership, visit::PersonId{job.about}); }}};
}

} // namespace training
