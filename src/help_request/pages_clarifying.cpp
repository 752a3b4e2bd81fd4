#include "help_request/pages_clarifying.h"

#include "help_request/listing_asking.h"
#include "platform/base/length.h"
#include "platform/jobs/jobs.h"

namespace help_request {
using base::tr;
using reception::Acted;
using reception::Done;
using reception::Visit;
using visit::Action;

namespace {

std::vector<html::Option> experiences() {
    return {{"none", name(Experience::none), tr("Een gesprek voorbereiden, iets uitzoeken, een luisterend oor.")}, {"some", name(Experience::some), tr("Er loopt al langer iets, of er zijn meer mensen bij betrokken.")}, {"much", name(Experience::much), tr("Een kind zit thuis, het vertrouwen is weg, of er spelen veel dingen tegelijk.")}};
}

Talk talk_of(Visit& v) {
    return {base::from_word<OwnSchool>(v.field("eigen_school")).value_or(OwnSchool::not_said), base::from_word<OwnSchool>(v.field("eigen_dorp")).value_or(OwnSchool::not_said), v.field("buurt") == "ja", v.field("tijd_vast") == "ja", text::tidy_text(v.field("criteria")), text::tidy_text(v.field("belangrijk"))};
}

http::Response clarify_form(Visit& v, base::Refusal const* refusal) {
    auto entry = find(v.read(), v.id<HelpRequest>("request"));
    if (!entry || !entry->open()) return v.not_found();
    auto const granted = v.grant<Action::clarify_request>(entry->id, entry->person.value());
    auto const row = wishes_of(v.read(), entry->id);
    if (!granted || !row) return v.not_found();
    auto values = v.values();
    if (!refusal) {
        auto const opened = told(v.keys(), *row, *granted);
        for (auto situation : split<Situation>(entry->situations)) values.emplace("situatie", std::string{base::word(situation)});
        if (entry->experience) values.emplace("ervaring", std::string{base::word(*entry->experience)});
        values.emplace("tekst", short_text(v.keys(), *entry));
        values.emplace("criteria", opened.criteria);
        values.emplace("belangrijk", opened.matters);
        values.emplace("eigen_school", std::string{base::word(entry->own_school)});
        values.emplace("eigen_dorp", std::string{base::word(row->own_village)});
        if (row->region_hard) values.emplace("buurt", "ja");
        if (row->times_hard) values.emplace("tijd_vast", "ja");
    }
    return v.page(tr("Vraag verhelderen"), [&](html::Page& page) {
        page.lead(people::name_of(v.read(), v.keys(), entry->person));
        page.paragraph(tr("De ouder kan alles lezen wat u hier opschrijft."));
        auto form = page.form("/hulpvragen/" + entry->id.value() + "/verhelderen", tr("Opslaan en aan de ouder voorleggen"), values, refusal);
        form.checks({.name = "situatie", .label = tr("Waar gaat het over?")}, options<Situation>());
        form.radios({.name = "ervaring", .label = tr("Wat vraagt dit van een buddy?"), .hint = tr("Een nieuwe buddy begint met een vraag die geen ervaring vraagt.")}, experiences());
        form.area({.name = "criteria", .label = tr("Waar een buddy ervaring mee heeft (niet verplicht)"), .hint = tr("In eigen woorden, bijvoorbeeld: een overstap halverwege het jaar."), .most = 600}, 2);
        form.area({.name = "belangrijk", .label = tr("Wat deze ouder belangrijk vindt (niet verplicht)"), .hint = tr("Bijvoorbeeld: zelf het woord doen, of rustig aan beginnen."), .most = 600}, 2);
        form.select({.name = "eigen_school", .label = tr("Een buddy van dezelfde school?")}, options<OwnSchool>());
        form.select({.name = "eigen_dorp", .label = tr("Een buddy uit het eigen dorp of de eigen wijk?")}, options<OwnSchool>());
        form.box({.name = "tijd_vast", .label = tr("alleen op de momenten die de ouder koos")});
        form.box({.name = "buurt", .label = tr("alleen een buddy uit de buurt")});
        form.area({.name = "tekst", .label = tr("Korte tekst die de buddy mag lezen"), .hint = tr("Geen namen, geen school, geen plaats, geen verhaal. De ouder keurt de tekst eerst goed."), .most = 600}, 4);
        form.or_go("/hulpvragen/" + entry->id.value(), tr("Terug"));
    },
                  {.status = refusal ? 422 : 200});
}
http::Response new_clarification(Visit& v) { return clarify_form(v, nullptr); }

http::Response create_clarification(Visit& v) {
    auto entry = find(v.read(), v.id<HelpRequest>("request"));
    if (!entry || !entry->open()) return v.not_found();
    auto again = [&](base::Refusal const& refusal) { return clarify_form(v, &refusal); };
    auto const talk = talk_of(v);
    auto refusal = check(talk, times_from(entry->times).said(), entry->postcode.has_value());
    auto clarified = clarify(answers_of(v, v.form()).draft.situations, base::from_word<Experience>(v.field("ervaring")), text::tidy_text(v.field("tekst")));
    if (!clarified) refusal.fields.insert(refusal.fields.begin(), clarified.error().fields.begin(), clarified.error().fields.end());
    if (!refusal.empty()) return again(refusal);
    return v.act(entry->id.value(), entry->person.value(), [&](db::Write& tx) -> Acted {
        clarify(tx, v.keys(), *entry, *clarified, v.now());
        keep_talk(tx, v.keys(), entry->id, entry->person, talk);
        jobs::later(tx, v.services().random, "request.text", v.house().id.value(), entry->id.value(), "", v.now());
        return Done{"/hulpvragen/" + entry->id.value(), tr("Opgeslagen. De ouder krijgt een mail om de tekst te lezen; bellen mag ook.")}; }, again);
}

http::Response end_form(Visit& v, base::Refusal const* refusal) {
    auto entry = find(v.read(), v.id<HelpRequest>("request"));
    if (!entry || !entry->open() || !v.grant<Action::clarify_request>(entry->id, entry->person.value())) return v.not_found();
    return v.page(tr("Vraag stoppen"), [&](html::Page& page) {
        auto form = page.form("/hulpvragen/" + entry->id.value() + "/stoppen", tr("Stoppen"), v.values(), refusal);
        form.radios({.name = "reden", .label = tr("Waarom stopt deze vraag?")}, {{"withdrawn", tr("De ouder wil niet meer")}, {"other_help", tr("Andere hulp past beter")}, {"no_answer", tr("Niet bereikt")}});
        form.area({.name = "bericht", .label = tr("Bij andere hulp: wat de ouder leest"), .hint = tr("Welke hulp, en hoe de ouder die vindt. De ouder krijgt bericht dat dit klaarstaat."), .most = 600}, 3);
        form.or_go("/hulpvragen/" + entry->id.value(), tr("Terug"));
    },
                  {.status = refusal ? 422 : 200});
}
http::Response new_end(Visit& v) { return end_form(v, nullptr); }

http::Response create_end(Visit& v) {
    auto entry = find(v.read(), v.id<HelpRequest>("request"));
    if (!entry) return v.not_found();
    return v.act(entry->id.value(), entry->person.value(), [&](db::Write& tx) -> Acted {
        auto reason = base::from_word<EndReason>(v.field("reden"));
        auto const words = text::tidy_text(v.field("bericht"));
        if (!reason || *reason == EndReason::matched || *reason == EndReason::answered) return base::Refusal::of("reden", tr("Kies een reden."));
        if (*reason == EndReason::other_help && words.empty()) return base::Refusal::of("bericht", tr("Schrijf de ouder welke hulp beter past."));
        if (base::characters(words) > 600) return base::Refusal::of("bericht", tr("Dit is te lang. Gebruik hoogstens 600 tekens."));
        if (!end(tx, entry->id, *reason, v.now())) return Done{"/hulpvragen", tr("Deze vraag was al gestopt.")};
        if (*reason == EndReason::other_help) {
            keep_end_note(tx, v.keys(), entry->id, entry->person, words);
            jobs::later(tx, v.services().random, "request.note", v.house().id.value(), entry->person.value(), "", v.now());
            return Done{"/hulpvragen", tr("De vraag is gestopt. De ouder leest wat u schreef.")};
        }
        return Done{"/hulpvragen", tr("De vraag is gestopt.")}; }, [&](base::Refusal const& refusal) { return end_form(v, &refusal); });
}

} // namespace

std::vector<reception::Route> clarifying_routes() {
    using reception::route;
    return {
        route<Action::clarify_request>("GET", "/hulpvragen/{request}/verhelderen", new_clarification),
        route<Action::clarify_request>("POST", "/hulpvragen/{request}/verhelderen", create_clarification),
        route<Action::clarify_request>("GET", "/hulpvragen/{request}/stoppen", new_end),
        route<Action::clarify_request>("POST", "/hulpvragen/{request}/stoppen", create_end),
    };
}

} // namespace help_request
