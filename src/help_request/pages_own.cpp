#include "help_request/pages_own.h"

#include "help_request/pages_asking.h"
#include "help_request/pages_other_task.h"
#include "help_request/store_near.h"
#include "people/listing_deputyships.h"
#include "people/listing_restriction.h"

namespace help_request {
using base::tr;
using reception::Acted;
using reception::Done;
using reception::Visit;
using visit::Action;

namespace {

/// The steps so far with their days, in plain words.
void put_steps(html::Page& page, Visit& v, Entry const& entry) {
    std::vector<html::Happening> steps;
    auto step = [&](std::optional<base::Moment> at, base::Text what) {
        if (at) steps.push_back({text::plain_day(base::local_date(*at), v.language()), what, std::string{}});
    };
    step(entry.asked_at, tr("Wij ontvingen uw vraag."));
    step(entry.answered_at, tr("Wij spraken elkaar."));
    step(entry.clarified_at, tr("Wij bekeken uw vraag samen."));
    step(entry.text_approved_at, tr("U vond de tekst voor een buddy goed."));
    if (entry.open()) step(proposed_at(v.read(), entry.id), tr("Wij vroegen een buddy."));
    step(entry.ended_at, entry.end_reason == EndReason::matched ? tr("Er is een buddy.") : entry.end_reason == EndReason::other_help ? tr("Andere hulp past beter.")
                                                                                                                                     : tr("Uw vraag stopte."));
    page.timeline(steps);
}

void put_words(html::Page& page, base::Text heading, std::string const& words) {
    if (words.empty()) return;
    page.heading(heading);
    page.quote(words);
}

void put_text(html::Page& page, Visit& v, Entry const& entry) {
    auto const words = short_text(v.keys(), entry);
    if (words.empty()) {
        if (!entry.answered_at) page.paragraph(people::reader_of(v.read(), entry.person) ? tr("Wie u koos, neemt binnen twee werkdagen contact met u op.") : tr("De coördinator neemt binnen twee werkdagen contact met u op."));
        return;
    }
    page.heading(tr("Dit leest een buddy over uw vraag"));
    page.quote(words);
    if (entry.text_approved_at) page.paragraph(tr("U vond deze tekst goed. We zoeken een buddy."));
    else {
        page.paragraph(tr("Klopt het? Zonder uw ja gaat de tekst naar niemand. Wilt u iets veranderen? Bel de coördinator."));
        page.act("/mijn/vraag/akkoord", tr("Ja, deze tekst is goed"));
    }
}

/// What others wrote about this parent, all of it.
void put_written(html::Page& page, Entry const& entry, Told const& opened) {
    if (entry.experience || !opened.criteria.empty() || !opened.matters.empty()) page.heading(tr("Wat er over uw vraag is opgeschreven"));
    if (entry.experience) page.facts().row(tr("Vraagt van een buddy"), name(*entry.experience));
    if (!opened.criteria.empty()) page.paragraph(tr("Waar een buddy ervaring mee heeft:")).quote(opened.criteria);
    if (!opened.matters.empty()) page.paragraph(tr("Wat u belangrijk vindt:")).quote(opened.matters);
}

http::Response show_own(Visit& v) {
    auto entry = newest_of(v.read(), v.me());
    auto granted = entry ? v.grant<Action::see_own_request>(entry->id, v.me().value(), {visit::Tie::own}) : std::nullopt;
    auto const row = granted ? wishes_of(v.read(), entry->id) : std::nullopt;
    return v.page(tr("Mijn vraag"), [&](html::Page& page) {
        people::own_lock_told(page, v);
        if (!row) return void(page.empty(tr("U stelde nog geen vraag.")));
        auto const opened = told(v.keys(), *row, *granted);
        auto const words = own_words(v.keys(), *entry, *granted);
        page.facts().row(tr("Stand"), standing(*entry, false)).row(tr("Wie leest"), reads_now(v));
        other_task_told(page, v);
        people::deputyships_told(page, v);
        if (entry->open() && entry->rests(v.today())) page.alert(html::Tone::info, base::Sentence{tr("Uw vraag rust tot {day}. Zo lang zoeken wij geen buddy."), {{"day", text::plain_day(*entry->paused_until, v.language())}}});
        put_words(page, tr("Andere hulp past beter: dit schreven wij u"), opened.end_note);
        if (auto const near = near_of(v.read(), entry->id); entry->open() && near && near->asked_at) page.alert(html::Tone::info, tr("Er is een buddy die bij u in de buurt woont, of van dezelfde school is. Mag die komen?")).button("/mijn/vraag/dichtbij", tr("Antwoord geven"));
        if (entry->open()) put_text(page, v, *entry);
        page.heading(tr("Waar uw vraag staat"));
        put_steps(page, v, *entry);
        page.heading(tr("Wat u kunt doen"));
        if (entry->open()) {
            page.button("/mijn/vraag/wijzigen", tr("Ik wil iets veranderen"), false);
            page.link("/mijn/vraag/meedenken", tr("Iemand laten meedenken"));
            if (entry->rests(v.today())) page.act("/mijn/vraag/verder", tr("Mijn vraag mag weer verder"));
            else page.button("/mijn/vraag/rusten", tr("Laat mijn vraag even rusten"), false);
            page.button("/mijn/vraag/stoppen", tr("Ik wil stoppen"), false);
        } else {
            if (may_reopen(*entry, v.now())) page.act("/mijn/vraag/heropenen", tr("Toch doorgaan met deze vraag"));
            if (entry->end_reason == EndReason::matched) page.paragraph(tr("Staat er geen buddy meer naast u? Dan kunt u opnieuw vragen."));
            page.button("/mijn/vraag/opnieuw", tr("Opnieuw een buddy vragen"), false);
        }
        page.button("/mijn/vraag/lezer", tr("Iemand anders laten lezen"), false);
        page.heading(tr("Wat u antwoordde"));
        put_wishes(page, v, answers_of(v, *entry, *row, words, opened));
        put_words(page, tr("Wat u schreef"), words);
        put_words(page, tr("Waar wij voorzichtig mee zijn"), opened.delicate);
        if (!opened.helper_words.empty()) {
            put_words(page, tr("Wat uw helper erbij zei"), opened.helper_words);
            page.act("/mijn/vraag/helper", tr("Haal deze woorden weg"), {}, false);
        }
        put_written(page, *entry, opened);
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
        page.paragraph(tr("Uw vraag stopt meteen. Een reden is niet nodig. Zeven dagen lang kunt u dit terugdraaien. Opnieuw vragen mag altijd."));
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
http::Response create_reopening(Visit& v) {
    auto entry = newest_of(v.read(), v.me());
    if (!entry || !v.grant<Action::see_own_request>(entry->id, v.me().value(), {visit::Tie::own})) return v.not_found();
    return v.act(entry->id.value(), v.me().value(), [&](db::Write& tx) -> Acted {
        if (!reopen(tx, *entry, v.now())) return Done{"/mijn/vraag", tr("Dit kan niet meer. Opnieuw vragen kan wel.")};
        return Done{"/mijn/vraag", tr("Fijn. Uw vraag gaat verder waar die was.")}; }, [&](base::Refusal const&) { return v.not_found(); });
}
http::Response create_helper_dropped(Visit& v) {
    auto entry = newest_of(v.read(), v.me());
    if (!entry || !v.grant<Action::see_own_request>(entry->id, v.me().value(), {visit::Tie::own})) return v.not_found();
    return v.act(entry->id.value(), v.me().value(), [&](db::Write& tx) -> Acted {
        drop_helper(tx, entry->id);
        return Done{"/mijn/vraag", tr("Deze woorden zijn gewist.")}; }, [&](base::Refusal const&) { return v.not_found(); });
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
        route<Action::see_own_request>("GET", "/mijn/vraag/rusten", new_rest),
        route<Action::see_own_request>("POST", "/mijn/vraag/rusten", create_rest),
        route<Action::see_own_request>("POST", "/mijn/vraag/verder", create_waking),
        route<Action::see_own_request>("GET", "/mijn/vraag/stoppen", new_own_end),
        route<Action::see_own_request>("POST", "/mijn/vraag/stoppen", create_own_end, Haste::urgent),
        route<Action::see_own_request>("POST", "/mijn/vraag/heropenen", create_reopening),
        route<Action::see_own_request>("POST", "/mijn/vraag/helper", create_helper_dropped),
    };
}

} // namespace help_request
