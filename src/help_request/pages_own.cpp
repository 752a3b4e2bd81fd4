#include "help_request/pages_own.h"

#include "help_request/listing_times.h"
#include "help_request/pages_asking.h"
#include "help_request/store_help_request.h"
#include "people/listing_deputyships.h"

namespace help_request {
using base::tr;
using reception::Acted;
using reception::Done;
using reception::Visit;
using visit::Action;

namespace {

http::Response show_own(Visit& v) {
    auto entry = newest_of(v.read(), v.me());
    auto granted = entry ? v.grant<Action::see_own_request>(entry->id, v.me().value(), {visit::Tie::own}) : std::nullopt;
    return v.page(tr("Mijn vraag"), [&](html::Page& page) {
        if (!entry || !granted) return void(page.empty(tr("U stelde nog geen vraag.")));
        page.facts().row(tr("Stand"), standing(*entry, false)).row(tr("Gevraagd op"), text::plain_day(base::local_date(entry->asked_at), v.language()));
        people::deputyships_told(page, v);
        if (entry->open() && entry->rests(v.today())) page.alert(html::Tone::info, base::Sentence{tr("Uw vraag rust tot {day}. Zo lang zoeken wij geen buddy."), {{"day", text::plain_day(*entry->paused_until, v.language())}}});
        auto words = short_text(v.keys(), *entry);
        if (entry->open() && !words.empty()) {
            page.heading(tr("Dit leest een buddy over uw vraag"));
            page.quote(words);
            if (entry->text_approved_at) page.paragraph(tr("U vond deze tekst goed. We zoeken een buddy."));
            else {
                page.paragraph(tr("Klopt het? Zonder uw ja gaat de tekst naar niemand. Wilt u iets veranderen? Bel de coördinator."));
                page.act("/mijn/vraag/akkoord", tr("Ja, deze tekst is goed"));
            }
        } else if (entry->open()) page.paragraph(tr("De coördinator neemt binnen twee werkdagen contact met u op."));
        put_wishes(page, v, *entry);
        if (auto own = own_words(v.keys(), *entry, *granted); !own.empty()) {
            page.heading(tr("Wat u schreef"));
            page.quote(own);
        }
        if (entry->open()) {
            page.heading(tr("Wat u kunt doen"));
            page.button("/mijn/vraag/wijzigen", tr("Ik wil iets veranderen"), false);
            if (entry->rests(v.today())) page.act("/mijn/vraag/verder", tr("Mijn vraag mag weer verder"));
            else page.button("/mijn/vraag/rusten", tr("Laat mijn vraag even rusten"), false);
            page.link("/mijn/vraag/meedenken", tr("Iemand laten meedenken"));
            page.button("/mijn/vraag/stoppen", tr("Ik wil stoppen"), false);
        }
        page.link("/mijn-gegevens/wie-keek", tr("Wie heeft gekeken?"));
    },
                  {.quick_exit = true});
}
http::Response create_own_approval(Visit& v) {
    auto entry = newest_of(v.read(), v.me());
    if (!entry || !v.grant<Action::see_own_request>(entry->id, v.me().value(), {visit::Tie::own})) return v.not_found();
    return v.act(entry->id.value(), v.me().value(), [&](db::Write& tx) -> Acted {
        approve_text(tx, entry->id, v.now());
        return Done{"/mijn/vraag", tr("Dank u wel. We zoeken nu een buddy die bij u past.")}; }, [&](base::Refusal const&) { return v.not_found(); });
}
http::Response new_own_end(Visit& v) {
    return v.page(tr("Stoppen met uw vraag"), [&](html::Page& page) {
        page.paragraph(tr("Uw vraag stopt meteen. Een reden is niet nodig. Later opnieuw vragen mag altijd."));
        page.act("/mijn/vraag/stoppen", tr("Ja, stop mijn vraag"));
        page.link("/mijn/vraag", tr("Nee, terug"));
    },
                  {.quick_exit = true});
}
http::Response create_own_end(Visit& v) {
    auto entry = newest_of(v.read(), v.me());
    if (!entry) return v.not_found();
    return v.act(entry->id.value(), v.me().value(), [&](db::Write& tx) -> Acted {
        end(tx, entry->id, EndReason::withdrawn, v.now());
        return Done{"/mijn/vraag", tr("Uw vraag is gestopt. Dank dat u het ons liet weten.")}; }, [&](base::Refusal const&) { return v.not_found(); });
}

/// The open request of the viewer, with the right to see it.
struct Own {
    Entry entry;
    visit::Granted<Action::see_own_request, HelpRequest> granted;
};
std::optional<Own> own_open(Visit& v) {
    auto entry = newest_of(v.read(), v.me());
    if (!entry || !entry->open()) return {};
    auto granted = v.grant<Action::see_own_request>(entry->id, v.me().value(), {visit::Tie::own});
    if (!granted) return {};
    return Own{*entry, *granted};
}
http::Response nothing_open(Visit& v) {
    return v.page(tr("Mijn vraag"), [&](html::Page& page) {
        page.empty(tr("U heeft nu geen open vraag."));
        page.link("/mijn/vraag", tr("Terug naar mijn vraag"));
    },
                  {.quick_exit = true});
}

http::Response change_form(Visit& v, base::Refusal const* refusal) {
    auto const own = own_open(v);
    if (!own) return nothing_open(v);
    auto const& entry = own->entry;
    auto values = v.values();
    if (!refusal) {
        for (auto each : split<Situation>(entry.situations)) values.emplace("situatie", std::string{base::word(each)});
        for (auto each : split<Way>(entry.ways)) values.emplace("manier", std::string{base::word(each)});
        values.emplace("woorden", own_words(v.keys(), entry, own->granted));
        values.emplace("taal", entry.languages);
        values.emplace("wanneer", when_words(v.keys(), entry));
        if (entry.postcode) values.emplace("postcode", std::to_string(*entry.postcode));
        values.emplace("eigen_school", std::string{base::word(entry.own_school)});
        fill_times(values, times_from(entry.times));
    }
    return v.page(tr("Mijn vraag veranderen"), [&](html::Page& page) {
        if (entry.text_approved_at) page.paragraph(tr("De tekst die u goedkeurde voor de buddy blijft zoals die is. Klopt die niet meer? Bel de coördinator."));
        auto form = page.form("/mijn/vraag/wijzigen", tr("Bewaar"), values, refusal);
        auto const who = reception::readers(Action::read_request, v.house(), v.language());
        form.checks({.name = "situatie", .label = tr("Waar gaat het over?")}, options<Situation>());
        form.area({.name = "woorden", .label = tr("In uw eigen woorden (niet verplicht)"), .hint = tr("Schrijf het kort op. Noem de naam van uw kind niet."), .who_reads = who, .most = 2000}, 5);
        form.checks({.name = "manier", .label = tr("Zo wil ik contact met een buddy")}, options<Way>());
        form.text({.name = "taal", .label = tr("Welke taal spreekt u het liefst?"), .most = 100}).text({.name = "postcode", .label = tr("De vier cijfers van uw postcode (niet verplicht)"), .inputmode = "numeric", .most = 4});
        form.heading(tr("Wanneer kunt u?"));
        put_times(form);
        form.radios({.name = "eigen_school", .label = tr("Een buddy van dezelfde school als uw kind?")}, options<OwnSchool>());
        form.text({.name = "wanneer", .label = tr("Wanneer mogen we bellen? (niet verplicht)"), .most = 100});
        form.or_go("/mijn/vraag", tr("Terug"));
    },
                  {.status = refusal ? 422 : 200, .quick_exit = true});
}
http::Response edit_own(Visit& v) { return change_form(v, nullptr); }

http::Response update_own(Visit& v) {
    auto const own = own_open(v);
    if (!own) return nothing_open(v);
    auto again = [&](base::Refusal const& refusal) { return change_form(v, &refusal); };
    auto draft = draft_of(v, v.form());
    base::Refusal refusal;
    for (auto question : {Question::situations, Question::own_words, Question::ways, Question::times, Question::postcode})
        for (auto& field : check(question, draft).fields) refusal.fields.push_back(field);
    if (draft.when.size() > 400) refusal.add("wanneer", tr("Dit is te lang. Gebruik hoogstens 100 tekens."));
    if (!refusal.empty()) return again(refusal);
    return v.act(own->entry.id.value(), v.me().value(), [&](db::Write& tx) -> Acted {
        change(tx, v.keys(), own->entry, {{}, draft.situations, draft.own_words, draft.ways, draft.languages, draft.when, draft.postcode.empty() ? std::optional<int>{} : std::stoi(draft.postcode), own->entry.channel, {}, draft.times, draft.own_school});
        return Done{"/mijn/vraag", tr("Bewaard. De coördinator ziet wat u veranderde.")}; }, again);
}

http::Response rest_form(Visit& v, base::Refusal const* refusal) {
    if (!own_open(v)) return nothing_open(v);
    return v.page(tr("Mijn vraag laten rusten"), [&](html::Page& page) {
        page.lead(tr("Komt het nu niet uit? Dan zoeken we even niet. Uw vraag blijft staan, en u verliest niets."));
        auto form = page.form("/mijn/vraag/rusten", tr("Laat mijn vraag rusten"), v.values(), refusal);
        form.date({.name = "tot", .label = tr("Tot welke dag?"), .hint = tr("Eerder weer verder mag altijd.")}).or_go("/mijn/vraag", tr("Terug"));
    },
                  {.status = refusal ? 422 : 200, .quick_exit = true});
}
http::Response new_rest(Visit& v) { return rest_form(v, nullptr); }
http::Response create_rest(Visit& v) {
    auto const own = own_open(v);
    if (!own) return nothing_open(v);
    auto again = [&](base::Refusal const& refusal) { return rest_form(v, &refusal); };
    auto const until = rest_until(v.date_field("tot"), v.today());
    if (!until) return again(until.error());
    return v.act(own->entry.id.value(), v.me().value(), [&](db::Write& tx) -> Acted {
        rest(tx, own->entry.id, *until);
        return Done{"/mijn/vraag", tr("Goed. Uw vraag rust.")}; }, again);
}
http::Response create_waking(Visit& v) {
    auto const own = own_open(v);
    if (!own) return nothing_open(v);
    return v.act(own->entry.id.value(), v.me().value(), [&](db::Write& tx) -> Acted {
        rest(tx, own->entry.id, {});
        return Done{"/mijn/vraag", tr("Fijn. Uw vraag gaat weer verder.")}; }, [&](base::Refusal const&) { return v.not_found(); });
}

} // namespace

std::vector<reception::Route> own_routes() {
    using reception::Haste;
    using reception::route;
    return {
        route<Action::see_own_request>("GET", "/mijn/vraag", show_own),
        route<Action::see_own_request>("POST", "/mijn/vraag/akkoord", create_own_approval),
        route<Action::see_own_request>("GET", "/mijn/vraag/wijzigen", edit_own),
        route<Action::see_own_request>("POST", "/mijn/vraag/wijzigen", update_own),
        route<Action::see_own_request>("GET", "/mijn/vraag/rusten", new_rest),
        route<Action::see_own_request>("POST", "/mijn/vraag/rusten", create_rest),
        route<Action::see_own_request>("POST", "/mijn/vraag/verder", create_waking),
        route<Action::see_own_request>("GET", "/mijn/vraag/stoppen", new_own_end),
        route<Action::see_own_request>("POST", "/mijn/vraag/stoppen", create_own_end, Haste::urgent),
    };
}

} // namespace help_request
