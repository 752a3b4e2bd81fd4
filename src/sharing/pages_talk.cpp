#include "platform/base/number.h"
#include "platform/jobs/jobs.h"
#include "reception/visit_print.h"
#include "reception/visit_version.h"
#include "sharing/listing_talk.h"
#include "sharing/pages.h"

namespace sharing {
using base::tr;
using reception::Acted;
using reception::Done;
using reception::Visit;
using visit::Action;

namespace {
constexpr std::string_view home = "/mijn/school-gesprek";

std::optional<Prepare> own(Visit& v) { return v.grant<Action::prepare_school_talk>(v.me(), v.me().value(), {visit::Tie::own}); }
std::string address(TalkId const& id, std::string const& more = {}) { return std::string{home} + "/" + id.value() + more; }
/// Told in the same words on the pages of both.
base::Text spokesperson() { return tr("U bent het aanspreekpunt van school. U voert het woord; uw buddy luistert en steunt."); }

/// The sheet was kept in another tab meanwhile.
base::Text kept_elsewhere() { return tr("Intussen is dit ergens anders bewaard. Op deze bladzijde staan allebei. Bewaart u nu, dan geldt wat u hier typte."); }
bool was_kept(base::Refusal const* refusal) { return refusal && !refusal->fields.empty() && refusal->fields.front().why.text.msgid == kept_elsewhere().msgid; }

/// A talk of the viewer, with the right to it.
struct Own {
    TalkRow row;
    Prepare granted;
};
std::optional<Own> own_talk(Visit& v) {
    auto const row = find_talk(v.read(), v.id<Talk>("talk"));
    auto const granted = row && row->parent == v.me() ? own(v) : std::nullopt;
    if (!granted) return {};
    return Own{*row, *granted};
}
/// Tells the buddies of a match that something waits.
void tell(db::Write& tx, Visit& v, base::Id<matching::Match> const& id) {
    auto const match = matching::find_together(tx, id);
    if (!match || match->ended_at) return;
    jobs::later(tx, v.services().random, std::string{notice}, v.house().id.value(), match->buddy.value(), "", v.now());
    if (match->partner) jobs::later(tx, v.services().random, std::string{notice}, v.house().id.value(), match->partner->value(), "", v.now());
}
/// Does one thing with a talk of the viewer's own.
http::Response change_own(Visit& v, std::function<Acted(db::Write&, Own const&)> const& work) {
    auto const its = own_talk(v);
    if (!its) return v.not_found();
    return v.act(its->row.id.value(), v.me().value(), [&](db::Write& tx) -> Acted { return work(tx, *its); }, [&](base::Refusal const&) { return v.see(address(its->row.id)); });
}

void put_errands(html::Page& page, Visit& v, Prepare const& granted) {
    page.heading(tr("Mag uw buddy school bellen of mailen?"));
    page.paragraph(tr("Alleen als u dat hier vraagt. U kiest wie, wat en tot wanneer."));
    if (matching::together_of_parent(v.read(), v.me())) page.button("/mijn/schoolcontact/nieuw", tr("Dit aan mijn buddy vragen"), false);
    for (auto const& row : errands_of(v.read(), v.me())) {
        auto const its = errand_shown(v.keys(), row, granted);
        auto const until = text::plain_day(row.until, v.language());
        bool const runs = !row.taken_back_at && row.until >= v.today();
        page.facts().row(tr("Met wie"), its.addressee).row(tr("Wat uw buddy mag zeggen"), its.words).row(tr("Stand"), row.taken_back_at ? html::Said{tr("teruggenomen")} : row.done_on ? html::Said{base::Sentence{tr("gedaan op {day}"), {{"day", text::plain_day(*row.done_on, v.language())}}}}
                                                                                                                                                                                       : html::Said{base::Sentence{runs ? tr("gevraagd, tot en met {day}") : tr("voorbij sinds {day}"), {{"day", until}}}});
        if (runs) page.act("/mijn/schoolcontact/" + row.id.value() + "/terug", base::Sentence{tr("Neem deze vraag terug ({who})"), {{"who", its.addressee}}}, {}, false);
    }
}

http::Response list_talks(Visit& v) {
    auto const granted = own(v);
    if (!granted) return v.not_found();
    auto const all = talks_of(v.read(), v.me());
    auto const together = matching::together_of_parent(v.read(), v.me());
    return v.page(tr("Samen naar school"), [&](html::Page& page) {
        page.lead(tr("Bereid hier een gesprek op school voor. Alleen u ziet dit, tot u uw buddy meevraagt."));
        page.paragraph(spokesperson());
        page.button(std::string{home} + "/nieuw", tr("Een gesprek voorbereiden"));
        if (all.empty()) page.empty(tr("U bereidt nu geen gesprek voor."));
        else {
            auto table = page.table(tr("Uw gesprekken"), {{tr("Wanneer")}, {tr("Stand")}});
            for (auto const& row : all) table.row({{when_of(sheet_of(v.keys(), row, *granted)), address(row.id)}, {name(row.stage(together))}});
        }
        put_texts(page, v);
        put_errands(page, v, *granted);
        page.link("/mijn/delen", tr("Wat ik deel"));
    },
                  {.quick_exit = true});
}

void put_form(html::Page& page, std::string const& to, html::Values const& values, base::Refusal const* refusal, std::optional<int> version = {}) {
    auto form = page.form(to, tr("Bewaar"), values, refusal);
    if (version) form.hidden("versie", std::to_string(*version));
    for (auto const& [part, word] : base::Words<Part>::entries) form.area({.name = std::string{word}, .label = name(part), .hint = hint(part), .who_reads = tr("Alleen u, en uw buddy zolang u die meevraagt."), .most = 1000}, part == Part::when ? 2 : 4);
    form.note(tr("Elk vak mag leeg blijven. U kunt zo vaak bewaren en veranderen als u wilt."));
    form.or_go(std::string{home}, tr("Terug"));
}
http::Response new_page(Visit& v, base::Refusal const* refusal) {
    if (!own(v)) return v.not_found();
    return v.page(tr("Een gesprek voorbereiden"), [&](html::Page& page) {
        page.lead(spokesperson());
        put_texts(page, v);
        put_form(page, std::string{home}, v.values(), refusal);
    },
                  {.status = refusal ? 422 : 200, .quick_exit = true});
}
http::Response new_talk(Visit& v) { return new_page(v, nullptr); }

Sheet typed(Visit& v) {
    Sheet all;
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = text::tidy_text(v.field(base::Words<Part>::entries[i].second));
    return all;
}
http::Response create_talk(Visit& v) {
    auto const granted = own(v);
    if (!granted) return v.not_found();
    auto again = [&](base::Refusal const& refusal) { return new_page(v, &refusal); };
    auto const its = sheet(typed(v));
    if (!its) return again(its.error());
    auto const id = v.new_id<Talk>();
    return v.act(id.value(), v.me().value(), [&](db::Write& tx) -> Acted {
        add(tx, v.keys(), *granted, id, *its, v.now());
        return Done{address(id), tr("Bewaard. Alleen u ziet dit.")}; }, again);
}

void put_asking(html::Page& page, Visit& v, TalkRow const& row) {
    page.heading(tr("Gaat uw buddy mee?"));
    auto const match = matching::together_of_parent(v.read(), v.me());
    bool const asked_now = row.asked_at && match && row.asked_match == match->id;
    if (row.held_on) page.paragraph(tr("Het gesprek is geweest. Uw buddy ziet dit blad niet meer."));
    else if (asked_now) {
        auto const who = people::first_names_of(v.read(), v.keys(), row.replied_by ? std::vector{*row.replied_by} : match->partner ? std::vector{match->buddy, *match->partner}
                                                                                                                                   : std::vector{match->buddy},
                                                v.language());
        page.paragraph(base::Sentence{!row.reply ? tr("U vroeg {name} mee. Er is nog geen antwoord.") : *row.reply == Reply::goes ? tr("{name} gaat mee.")
                                                                                                                                  : tr("Het lukt {name} niet. Een reden is niet nodig."),
                                      {{"name", who}}});
        page.paragraph(tr("Uw buddy leest dit blad, maar verandert er niets aan. Uw notities van daarna ziet niemand."));
        page.act(address(row.id, "/terug"), tr("Ik vraag mijn buddy niet meer mee"), {}, false);
    } else if (match) {
        page.paragraph(base::Sentence{tr("Vraagt u {name} mee? Dan leest {name} dit blad, tot u dat terugneemt."), {{"name", people::first_names_of(v.read(), v.keys(), match->partner ? std::vector{match->buddy, *match->partner} : std::vector{match->buddy}, v.language())}}});
        page.act(address(row.id, "/vraag"), tr("Vraag mijn buddy mee"));
    } else page.paragraph(tr("U heeft nu geen buddy. Dit blad is alleen voor u."));
}

/// The sheet as it is kept now, above the form with what was typed in another tab.
void put_kept(html::Page& page, Sheet const& sheet) {
    page.heading(tr("Dit staat er nu"));
    auto facts = page.facts();
    for (std::size_t i = 0; i < sheet.size(); ++i)
        if (!sheet[i].empty()) facts.row(name(base::Words<Part>::entries[i].first), sheet[i]);
}

http::Response talk_page(Visit& v, base::Refusal const* refusal) {
    auto const its = own_talk(v);
    if (!its) return v.not_found();
    auto const& row = its->row;
    auto values = v.values();
    if (!refusal) {
        auto const sheet = sheet_of(v.keys(), row, its->granted);
        for (std::size_t i = 0; i < sheet.size(); ++i) values.emplace(std::string{base::Words<Part>::entries[i].second}, sheet[i]);
    }
    return v.page(tr("Mijn gesprek op school"), [&](html::Page& page) {
        page.lead(spokesperson());
        page.facts().row(tr("Stand"), name(row.stage(matching::together_of_parent(v.read(), v.me()))));
        put_texts(page, v);
        if (was_kept(refusal)) put_kept(page, sheet_of(v.keys(), row, its->granted));
        put_form(page, address(row.id), values, refusal, reception::form_version(v, refusal, kept_elsewhere(), row.sheet_version));
        put_asking(page, v, row);
        page.heading(tr("Weet school dat uw buddy meekomt?"));
        page.paragraph(tr("School hoort niets, tenzij u het zelf deelt."));
        page.link("/mijn/delen/nieuw?gesprek=" + row.id.value(), tr("Dit aan school laten weten"));
        page.heading(tr("Daarna"));
        page.link(address(row.id, "/notities"), tr("Mijn notities"));
        if (row.held_on) page.act(address(row.id, "/geweest"), tr("Het gesprek komt toch nog"), {{"komt", "1"}}, false);
        else page.act(address(row.id, "/geweest"), tr("Het gesprek is geweest"), {}, false);
        page.link(address(row.id, "/blad"), tr("Dit blad als PDF, om te printen"));
        if (!row.held_on) page.link(address(row.id, "/weg"), tr("Dit blad weggooien"));
        page.link(std::string{home}, tr("Terug naar mijn gesprekken"));
    },
                  {.status = refusal ? 422 : 200, .quick_exit = true});
}
http::Response show_talk(Visit& v) { return talk_page(v, nullptr); }

http::Response update_talk(Visit& v) {
    auto const its = own_talk(v);
    if (!its) return v.not_found();
    auto again = [&](base::Refusal const& refusal) { return talk_page(v, &refusal); };
    auto const good = sheet(typed(v));
    if (!good) return again(good.error());
    return v.act(its->row.id.value(), v.me().value(), [&](db::Write& tx) -> Acted {
        if (!change(tx, v.keys(), its->granted, its->row.id, *good, base::number_from(v.field("versie")).value_or(0))) return base::Refusal::of(kept_elsewhere());
        return Done{address(its->row.id), tr("Bewaard.")}; }, again);
}
http::Response create_asking(Visit& v) {
    return change_own(v, [&](db::Write& tx, Own const& its) -> Acted {
        if (!ask_along(tx, its.granted, its.row.id, v.now())) return base::Refusal::of(tr("U heeft nu geen buddy. Dit blad is alleen voor u."));
        tell(tx, v, *find_talk(tx, its.row.id)->asked_match);
        return Done{address(its.row.id), tr("Gevraagd. Uw buddy krijgt een bericht en leest dit blad.")};
    });
}
http::Response create_unasking(Visit& v) {
    return change_own(v, [&](db::Write& tx, Own const& its) -> Acted {
        unask(tx, its.granted, its.row.id);
        return Done{address(its.row.id), tr("Teruggenomen. Uw buddy ziet dit blad niet meer.")};
    });
}
http::Response create_holding(Visit& v) {
    return change_own(v, [&](db::Write& tx, Own const& its) -> Acted {
        bool const still_comes = v.form().has("komt");
        hold(tx, its.granted, its.row.id, still_comes ? std::nullopt : std::optional{v.today()});
        return Done{address(its.row.id), still_comes ? tr("Goed. Het blad staat weer klaar.") : tr("Goed. Uw buddy ziet dit blad niet meer. Uw notities zijn alleen voor u.")};
    });
}

http::Response notes_page(Visit& v, base::Refusal const* refusal) {
    auto const its = own_talk(v);
    if (!its) return v.not_found();
    auto values = v.values();
    if (!refusal) values.emplace("notities", notes_of(v.keys(), its->row, its->granted));
    return v.page(tr("Mijn notities"), [&](html::Page& page) {
        page.lead(tr("Dit is alleen voor u. Ook uw buddy en de coördinator lezen dit niet."));
        auto form = page.form(address(its->row.id, "/notities"), tr("Bewaar"), values, refusal);
        form.hidden("versie", std::to_string(reception::form_version(v, refusal, kept_elsewhere(), its->row.notes_version)));
        form.area({.name = "notities", .label = tr("Wat wilt u onthouden?"), .hint = tr("Bijvoorbeeld wat er is afgesproken, en met wie."), .most = 4000}, 10).or_go(address(its->row.id), tr("Terug"));
        if (was_kept(refusal)) page.heading(tr("Dit staat er nu")).quote(notes_of(v.keys(), its->row, its->granted));
    },
                  {.status = refusal ? 422 : 200, .quick_exit = true});
}
http::Response edit_notes(Visit& v) { return notes_page(v, nullptr); }
http::Response update_notes(Visit& v) {
    auto const its = own_talk(v);
    if (!its) return v.not_found();
    auto again = [&](base::Refusal const& refusal) { return notes_page(v, &refusal); };
    auto const good = notes(text::tidy_text(v.field("notities")));
    if (!good) return again(good.error());
    return v.act(its->row.id.value(), v.me().value(), [&](db::Write& tx) -> Acted {
        if (!keep_notes(tx, v.keys(), its->granted, its->row.id, *good, base::number_from(v.field("versie")).value_or(0))) return base::Refusal::of(kept_elsewhere());
        return Done{address(its->row.id, "/notities"), tr("Bewaard. Alleen u leest dit.")}; }, again);
}

http::Response new_throwing_away(Visit& v) {
    auto const its = own_talk(v);
    if (!its || its->row.held_on) return v.not_found();
    return v.page(tr("Dit blad weggooien"), [&](html::Page& page) {
        page.paragraph(tr("U wist alles wat op dit blad staat, ook uw notities. Terughalen kan niet."));
        if (its->row.asked_at) page.paragraph(tr("Uw buddy ziet dit blad dan ook niet meer."));
        page.act(address(its->row.id, "/weg"), tr("Ja, gooi dit blad weg"));
        page.link(address(its->row.id), tr("Nee, terug"));
    },
                  {.quick_exit = true});
}
http::Response create_throwing_away(Visit& v) {
    return change_own(v, [&](db::Write& tx, Own const& its) -> Acted {
        if (!throw_away(tx, its.granted, its.row.id)) return base::Refusal::of(tr("Dit gesprek is geweest. Het blad blijft van u."));
        return Done{std::string{home}, tr("Het blad is gewist.")};
    });
}

http::Response print_talk(Visit& v) {
    auto const its = own_talk(v);
    if (!its) return v.not_found();
    using pdf::Part;
    std::vector<reception::Printed> parts{{Part::title, tr("Mijn gesprek op school")}, {Part::paragraph, spokesperson()}};
    auto const sheet = sheet_of(v.keys(), its->row, its->granted);
    for (std::size_t i = 0; i < sheet.size(); ++i) {
        parts.push_back({Part::heading, name(base::Words<sharing::Part>::entries[i].first)});
        if (!sheet[i].empty()) parts.push_back({Part::paragraph, sheet[i]});
        // room to write on by hand
        else
            for (int line = 0; line < 2; ++line) parts.push_back({Part::rule, base::Text::none()});
    }
    return reception::print(v, "gesprek-op-school", parts);
}

http::Response errand_page(Visit& v, base::Refusal const* refusal) {
    if (!own(v)) return v.not_found();
    auto const match = matching::together_of_parent(v.read(), v.me());
    auto values = v.values();
    if (!refusal) reception::put_date(values, "tot", base::later(v.today(), 14));
    return v.page(tr("Mijn buddy neemt contact op met school"), [&](html::Page& page) {
        if (!match) return void(page.empty(tr("U heeft nu geen buddy.")));
        page.lead(tr("Uw buddy zegt alleen wat u hier opschrijft, en alleen tegen wie u kiest."));
        page.paragraph(spokesperson());
        auto form = page.form("/mijn/schoolcontact", tr("Vraag dit aan mijn buddy"), values, refusal);
        form.text({.name = "wie", .label = tr("Met wie op school?"), .hint = tr("Een naam, en een nummer of adres als u dat heeft."), .most = 100});
        form.area({.name = "wat", .label = tr("Wat mag uw buddy zeggen of vragen?"), .who_reads = tr("Alleen u en uw buddy, tot de dag die u kiest."), .most = 1000}, 5);
        form.date({.name = "tot", .label = tr("Tot en met welke dag?"), .hint = tr("Daarna ziet uw buddy dit niet meer.")}).or_go(std::string{home}, tr("Terug"));
    },
                  {.status = refusal ? 422 : 200, .quick_exit = true});
}
http::Response new_errand(Visit& v) { return errand_page(v, nullptr); }
http::Response create_errand(Visit& v) {
    auto const granted = own(v);
    if (!granted) return v.not_found();
    auto again = [&](base::Refusal const& refusal) { return errand_page(v, &refusal); };
    auto const given = errand({text::tidy_line(v.field("wie")), text::tidy_text(v.field("wat")), v.date_field("tot")}, v.today());
    if (!given) return again(given.error());
    auto const id = v.new_id<Errand>();
    return v.act(id.value(), v.me().value(), [&](db::Write& tx) -> Acted {
        if (!add_errand(tx, v.keys(), *granted, id, *given, v.now())) return base::Refusal::of(tr("U heeft nu geen buddy."));
        tell(tx, v, find_errand(tx, id)->match);
        return Done{std::string{home}, tr("Gevraagd. Uw buddy krijgt een bericht.")}; }, again);
}
http::Response create_errand_back(Visit& v) {
    auto const row = find_errand(v.read(), v.id<Errand>("errand"));
    auto const granted = row && row->parent == v.me() ? own(v) : std::nullopt;
    if (!granted) return v.not_found();
    return v.act(row->id.value(), v.me().value(), [&](db::Write& tx) -> Acted {
        take_back_errand(tx, *granted, row->id, v.now());
        return Done{std::string{home}, tr("Teruggenomen. Uw buddy ziet deze vraag niet meer.")}; }, [&](base::Refusal const&) { return v.not_found(); });
}

} // namespace

std::vector<reception::Route> talk_routes() {
    using reception::Haste;
    using reception::route;
    return {
        route<Action::prepare_school_talk>("GET", "/mijn/school-gesprek", list_talks),
        route<Action::prepare_school_talk>("POST", "/mijn/school-gesprek", create_talk),
        route<Action::prepare_school_talk>("GET", "/mijn/school-gesprek/nieuw", new_talk),
        route<Action::prepare_school_talk>("GET", "/mijn/school-gesprek/{talk}", show_talk),
        route<Action::prepare_school_talk>("POST", "/mijn/school-gesprek/{talk}", update_talk),
        route<Action::prepare_school_talk>("POST", "/mijn/school-gesprek/{talk}/vraag", create_asking),
        route<Action::prepare_school_talk>("POST", "/mijn/school-gesprek/{talk}/terug", create_unasking, Haste::urgent),
        route<Action::prepare_school_talk>("POST", "/mijn/school-gesprek/{talk}/geweest", create_holding),
        route<Action::prepare_school_talk>("GET", "/mijn/school-gesprek/{talk}/notities", edit_notes),
        route<Action::prepare_school_talk>("POST", "/mijn/school-gesprek/{talk}/notities", update_notes),
        route<Action::prepare_school_talk>("GET", "/mijn/school-gesprek/{talk}/blad", print_talk),
        route<Action::prepare_school_talk>("GET", "/mijn/school-gesprek/{talk}/weg", new_throwing_away),
        route<Action::prepare_school_talk>("POST", "/mijn/school-gesprek/{talk}/weg", create_throwing_away),
        route<Action::prepare_school_talk>("GET", "/mijn/schoolcontact/nieuw", new_errand),
        route<Action::prepare_school_talk>("POST", "/mijn/schoolcontact", create_errand),
        route<Action::prepare_school_talk>("POST", "/mijn/schoolcontact/{errand}/terug", create_errand_back, Haste::urgent),
    };
}

} // namespace sharing
