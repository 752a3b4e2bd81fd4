#include "platform/jobs/jobs.h"
#include "sharing/listing_talk.h"
#include "sharing/pages.h"

namespace sharing {
using base::tr;
using reception::Acted;
using reception::Done;
using reception::Visit;
using visit::Action;

namespace {
base::Text listener() { return tr("De ouder is het aanspreekpunt van school en voert het woord. Jij luistert en steunt."); }

std::string first_name(Visit& v, visit::PersonId const& parent) { return people::first_name(people::name_of(v.read(), v.keys(), parent)); }

/// A sheet to which the viewer is asked along now, with the right to it.
struct Asked {
    TalkRow row;
    Join granted;
};
std::optional<Asked> asked(Visit& v) {
    auto const row = find_talk(v.read(), v.id<Talk>("talk"));
    if (!row || !sees_sheet(beside(v.read(), *row, v.me()))) return {};
    auto const granted = v.grant<Action::join_school_talk>(row->id, row->parent.value(), {visit::Tie::live_match});
    if (!granted) return {};
    return Asked{*row, *granted};
}
struct ToPassOn {
    ErrandRow row;
    visit::Granted<Action::join_school_talk, Errand> granted;
};
std::optional<ToPassOn> to_pass_on(Visit& v) {
    auto const row = find_errand(v.read(), v.id<Errand>("errand"));
    if (!row || !sees(v.read(), *row, v.me(), v.today())) return {};
    auto const granted = v.grant<Action::join_school_talk>(row->id, row->parent.value(), {visit::Tie::live_match});
    if (!granted) return {};
    return ToPassOn{*row, *granted};
}

http::Response list_asked(Visit& v) {
    auto const talks = talks_asked(v.read(), v.me());
    auto const errands = errands_for(v.read(), v.me(), v.today());
    return v.page(tr("Samen naar school"), [&](html::Page& page) {
        page.lead(listener());
        if (talks.empty() && errands.empty()) return void(page.empty(tr("Er is nu niets gevraagd. Je gaat alleen mee als een ouder dat vraagt.")));
        auto table = page.table(tr("Wat ouders je vragen"), {{tr("Wie")}, {tr("Wat")}, {tr("Stand")}});
        for (auto const& row : talks) table.row({{first_name(v, row.parent), "/school-gesprekken/" + row.id.value()}, {tr("meegaan naar een gesprek")}, {!row.reply ? tr("nog geen antwoord") : *row.reply == Reply::goes ? tr("je gaat mee")
                                                                                                                                                                                                                          : tr("het lukt je niet")}});
        for (auto const& row : errands) table.row({{first_name(v, row.parent), "/schoolcontact/" + row.id.value()}, {tr("contact opnemen met school")}, {row.done_on ? tr("gedaan") : tr("nog te doen")}});
    });
}

http::Response show_asked(Visit& v) {
    auto const its = asked(v);
    if (!its) return v.not_found();
    return v.page(base::Sentence{tr("Mee met {name}"), {{"name", first_name(v, its->row.parent)}}}, [&](html::Page& page) {
        page.lead(listener());
        page.paragraph(tr("De ouder schreef dit blad. Je leest het zolang de ouder je meevraagt."));
        if (its->row.reply) page.alert(html::Tone::good, *its->row.reply == Reply::goes ? tr("Je gaat mee.") : tr("Je zei dat het niet lukt."));
        auto const to = "/school-gesprekken/" + its->row.id.value();
        if (its->row.reply != Reply::goes) page.act(to, tr("Ik ga mee"), {{"antwoord", "mee"}});
        if (its->row.reply != Reply::cannot) page.act(to, tr("Het lukt mij niet"), {{"antwoord", "niet"}}, false);
        page.paragraph(tr("Een reden is niet nodig."));
        put_sheet(page, sheet_of(v.keys(), its->row, its->granted));
        put_texts(page, v);
        page.link("/school-gesprekken", tr("Terug"));
    });
}
http::Response create_reply(Visit& v) {
    auto const its = asked(v);
    if (!its) return v.not_found();
    auto const said = base::from_word<Reply>(v.field("antwoord"));
    if (!said) return v.see("/school-gesprekken/" + its->row.id.value());
    return v.act(its->row.id.value(), its->row.parent.value(), [&](db::Write& tx) -> Acted {
        if (!reply(tx, its->granted, *said)) return base::Refusal::of(tr("De ouder vraagt dit niet meer."));
        jobs::later(tx, v.services().random, std::string{notice}, v.house().id.value(), its->row.parent.value(), "", v.now());
        return Done{"/school-gesprekken/" + its->row.id.value(), *said == Reply::goes ? tr("Fijn. De ouder krijgt een bericht.") : tr("Goed dat je het zegt. De ouder krijgt een bericht.")}; }, [&](base::Refusal const&) { return v.not_found(); });
}

http::Response show_errand(Visit& v) {
    auto const its = to_pass_on(v);
    if (!its) return v.not_found();
    return v.page(base::Sentence{tr("{name} vraagt je iets"), {{"name", first_name(v, its->row.parent)}}}, [&](html::Page& page) {
        auto const shown = errand_shown(v.keys(), its->row, its->granted);
        page.lead(tr("Neem contact op met school, alleen hierover en alleen met deze persoon."));
        page.facts().row(tr("Met wie"), shown.addressee).row(tr("Te lezen tot en met"), text::plain_day(its->row.until, v.language()));
        page.heading(tr("Dit mag je zeggen of vragen"));
        page.quote(shown.words);
        page.paragraph(tr("Vraagt school meer? Zeg dan dat de ouder zelf antwoord geeft."));
        if (its->row.done_on) page.alert(html::Tone::good, base::Sentence{tr("Gedaan op {day}."), {{"day", text::plain_day(*its->row.done_on, v.language())}}});
        else page.act("/schoolcontact/" + its->row.id.value(), tr("Gedaan"));
        page.paragraph(tr("Je schrijft hier niets op. Wat school zei, vertel je aan de ouder."));
        page.link("/school-gesprekken", tr("Terug"));
    });
}
http::Response create_done(Visit& v) {
    auto const its = to_pass_on(v);
    if (!its) return v.not_found();
    return v.act(its->row.id.value(), its->row.parent.value(), [&](db::Write& tx) -> Acted {
        mark_done(tx, its->granted, v.today());
        return Done{"/school-gesprekken", tr("Dank je wel. De ouder ziet dat het gedaan is.")}; }, [&](base::Refusal const&) { return v.not_found(); });
}

} // namespace

std::vector<reception::Route> joining_routes() {
    using reception::route;
    return {
        route<Action::join_school_talk>("GET", "/school-gesprekken", list_asked),
        route<Action::join_school_talk>("GET", "/school-gesprekken/{talk}", show_asked),
        route<Action::join_school_talk>("POST", "/school-gesprekken/{talk}", create_reply),
        route<Action::join_school_talk>("GET", "/schoolcontact/{errand}", show_errand),
        route<Action::join_school_talk>("POST", "/schoolcontact/{errand}", create_done),
    };
}

} // namespace sharing
