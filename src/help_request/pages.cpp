#include "help_request/pages.h"

#include "help_request/pages_asking.h"
#include "help_request/pages_own.h"
#include "help_request/store_help_request.h"
#include "platform/jobs/jobs.h"
#include "reception/listing.h"

namespace help_request {
using base::tr;
using reception::Acted;
using reception::Done;
using reception::Visit;
using visit::Action;

namespace {

http::Response list_requests(Visit& v) {
    auto granted = v.grant<Action::list_requests>();
    if (!granted) return v.not_found();
    struct Line {
        Entry entry;
        std::string name;
    };
    auto asked = reception::asked(v, "/hulpvragen", "-datum");
    std::vector<Line> lines;
    for (auto& entry : list(v.read(), *granted)) {
        bool const shut = v.viewer().closed_to(entry.person);
        if (shut && !entry.open()) continue;
        auto who = shut ? text::say(tr("rust tijdens waarneming"), v.language()) : people::name_of(v.read(), v.keys(), entry.person);
        if (!asked.search.empty() && text::folded(who).find(text::folded(asked.search)) == std::string::npos) continue;
        lines.push_back({std::move(entry), std::move(who)});
    }
    reception::sort(lines, asked.sort, {{"naam", [](Line const& a, Line const& b) { return text::sort_key(a.name) < text::sort_key(b.name); }}, {"datum", [](Line const& a, Line const& b) { return a.entry.asked_at < b.entry.asked_at; }}});
    asked.total = lines.size();
    return v.page(tr("Hulpvragen"), [&](html::Page& page) {
        page.button("/hulpvragen/nieuw", tr("Vraag per telefoon invoeren"), false);
        page.search(asked, tr("Zoek op naam"));
        if (lines.empty()) return void(page.empty(asked.search.empty() ? tr("Er zijn nog geen hulpvragen. Vertel scholen en ambulant begeleiders dat ouders een buddy kunnen vragen.") : tr("Niemand gevonden. Zoek op een ander woord of toon alles.")));
        auto table = page.table(tr("Hulpvragen"), {{tr("Naam"), "naam"}, {tr("Gevraagd"), "datum"}, {tr("Stand")}}, &asked);
        for (auto const& line : reception::shown(lines, asked)) {
            if (v.viewer().closed_to(line.entry.person)) table.row({{line.name}, {std::string{"–"}}, {std::string{"–"}}});
            else table.row({{line.name, "/hulpvragen/" + line.entry.id.value()}, {text::plain_day(base::local_date(line.entry.asked_at), v.language())}, {standing(line.entry, false)}});
        }
        page.pager(asked);
    });
}

http::Response show_request(Visit& v) {
    auto entry = find(v.read(), v.id<HelpRequest>("request"));
    if (!entry) return v.not_found();
    auto granted = v.grant<Action::read_request>(entry->id, entry->person.value());
    auto person = people::find_person(v.read(), v.keys(), entry->person);
    if (!granted || !person) return v.not_found();
    return v.page(person->name, [&](html::Page& page) {
        auto facts = page.facts();
        facts.row(tr("Stand"), standing(*entry, false)).row(tr("Telefoon"), person->phone.empty() ? html::Said{tr("niet ingevuld")} : html::Said{person->phone}).row(tr("Mailadres"), person->mail.empty() ? html::Said{tr("niet ingevuld")} : html::Said{person->mail});
        if (auto when = when_words(v.keys(), *entry); !when.empty()) facts.row(tr("Bellen"), when);
        facts.row(tr("Via"), entry->own_channel ? html::Said{*entry->own_channel} : html::Said{recruitment::name(entry->channel)});
        if (entry->campaign) facts.row(tr("Campagne"), *entry->campaign);
        put_wishes(page, v, *entry);
        if (auto words = own_words(v.keys(), *entry, *granted); !words.empty()) {
            page.heading(tr("In eigen woorden"));
            page.quote(words);
        }
        if (auto words = short_text(v.keys(), *entry); !words.empty()) {
            page.heading(tr("Tekst voor de buddy"));
            page.quote(words);
            page.paragraph(entry->text_approved_at ? tr("De ouder vindt deze tekst goed.") : tr("De ouder moet deze tekst nog goedkeuren."));
            if (!entry->text_approved_at && entry->open()) page.act("/hulpvragen/" + entry->id.value() + "/akkoord", tr("De ouder zei mij ja op deze tekst"), {}, false);
        }
        if (!entry->open()) return;
        page.heading(tr("Verder"));
        auto const address = "/hulpvragen/" + entry->id.value();
        if (entry->rests(v.today())) page.alert(html::Tone::info, base::Sentence{tr("Rust op verzoek van de ouder tot {day}. Zoek zo lang geen buddy."), {{"day", text::plain_day(*entry->paused_until, v.language())}}});
        if (entry->kind == Kind::question) {
            page.paragraph(tr("Deze ouder heeft alleen een vraag. Bel of mail, geef antwoord of wijs de weg."));
            page.act(address + "/antwoord", tr("Ik gaf antwoord; de vraag is klaar"));
            page.act(address + "/hulpvraag", tr("De ouder wil graag een buddy"), {}, false);
            return void(page.button(address + "/stoppen", tr("Vraag stoppen"), false));
        }
        if (!entry->answered_at) page.act("/hulpvragen/" + entry->id.value() + "/beantwoord", tr("Ik sprak deze ouder"));
        if (entry->text_approved_at) page.button("/hulpvragen/" + entry->id.value() + "/buddys", tr("Zoek een buddy"));
        page.button("/hulpvragen/" + entry->id.value() + "/verhelderen", entry->clarified_at ? tr("Verheldering aanpassen") : tr("Vraag verhelderen"), entry->answered_at && !entry->clarified_at);
        page.button("/hulpvragen/" + entry->id.value() + "/stoppen", tr("Vraag stoppen"), false);
    });
}

http::Response create_answered(Visit& v) {
    auto entry = find(v.read(), v.id<HelpRequest>("request"));
    if (!entry) return v.not_found();
    return v.act(entry->id.value(), entry->person.value(), [&](db::Write& tx) -> Acted {
        note_answered(tx, entry->id, v.now());
        return Done{"/hulpvragen/" + entry->id.value(), tr("Genoteerd. Verhelder nu de vraag.")}; }, [&](base::Refusal const&) { return v.not_found(); });
}

http::Response create_answer_given(Visit& v) {
    auto entry = find(v.read(), v.id<HelpRequest>("request"));
    if (!entry || entry->kind != Kind::question) return v.not_found();
    return v.act(entry->id.value(), entry->person.value(), [&](db::Write& tx) -> Acted {
        note_answered(tx, entry->id, v.now());
        end(tx, entry->id, EndReason::answered, v.now());
        return Done{"/hulpvragen", tr("Vastgelegd. Na acht weken wissen we deze vraag.")}; }, [&](base::Refusal const&) { return v.not_found(); });
}
http::Response create_becoming(Visit& v) {
    auto entry = find(v.read(), v.id<HelpRequest>("request"));
    if (!entry || !entry->open()) return v.not_found();
    return v.act(entry->id.value(), entry->person.value(), [&](db::Write& tx) -> Acted {
        become_request(tx, entry->id, v.now());
        return Done{"/hulpvragen/" + entry->id.value() + "/verhelderen", tr("Dit is nu een hulpvraag. Verhelder hem samen.")}; }, [&](base::Refusal const&) { return v.not_found(); });
}

http::Response clarify_form(Visit& v, base::Refusal const* refusal) {
    auto entry = find(v.read(), v.id<HelpRequest>("request"));
    if (!entry || !entry->open()) return v.not_found();
    if (!v.grant<Action::clarify_request>(entry->id, entry->person.value())) return v.not_found();
    auto values = v.values();
    if (!refusal) {
        for (auto situation : split<Situation>(entry->situations)) values.emplace("situatie", std::string{base::word(situation)});
        if (entry->experience) values.emplace("ervaring", std::string{base::word(*entry->experience)});
        values.emplace("tekst", short_text(v.keys(), *entry));
    }
    return v.page(tr("Vraag verhelderen"), [&](html::Page& page) {
        page.lead(people::name_of(v.read(), v.keys(), entry->person));
        auto form = page.form("/hulpvragen/" + entry->id.value() + "/verhelderen", tr("Opslaan en aan de ouder voorleggen"), values, refusal);
        form.checks({.name = "situatie", .label = tr("Waar gaat het over?")}, options<Situation>());
        form.radios({.name = "ervaring", .label = tr("Wat vraagt dit van een buddy?"), .hint = tr("Een nieuwe buddy begint met een vraag die geen ervaring vraagt.")}, options<Experience>());
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
    auto clarified = clarify(draft_of(v, v.form()).situations, base::from_word<Experience>(v.field("ervaring")), text::tidy_text(v.field("tekst")));
    if (!clarified) return again(clarified.error());
    return v.act(entry->id.value(), entry->person.value(), [&](db::Write& tx) -> Acted {
        clarify(tx, v.keys(), *entry, *clarified, v.now());
        jobs::later(tx, v.services().random, "request.text", v.house().id.value(), entry->id.value(), "", v.now());
        return Done{"/hulpvragen/" + entry->id.value(), tr("Opgeslagen. De ouder krijgt een mail om de tekst te lezen; bellen mag ook.")}; }, again);
}

http::Response create_approval_by_phone(Visit& v) {
    auto entry = find(v.read(), v.id<HelpRequest>("request"));
    if (!entry) return v.not_found();
    return v.act(entry->id.value(), entry->person.value(), [&](db::Write& tx) -> Acted {
        approve_text(tx, entry->id, v.now());
        return Done{"/hulpvragen/" + entry->id.value(), tr("Genoteerd dat de ouder de tekst goed vindt. Zoek nu een buddy.")}; }, [&](base::Refusal const&) { return v.not_found(); });
}

http::Response end_form(Visit& v, base::Refusal const* refusal) {
    auto entry = find(v.read(), v.id<HelpRequest>("request"));
    if (!entry || !entry->open() || !v.grant<Action::clarify_request>(entry->id, entry->person.value())) return v.not_found();
    return v.page(tr("Vraag stoppen"), [&](html::Page& page) {
        page.form("/hulpvragen/" + entry->id.value() + "/stoppen", tr("Stoppen"), v.values(), refusal)
            .radios({.name = "reden", .label = tr("Waarom stopt deze vraag?")}, {{"withdrawn", tr("De ouder wil niet meer")}, {"other_help", tr("Andere hulp past beter")}, {"no_answer", tr("Niet bereikt")}})
            .or_go("/hulpvragen/" + entry->id.value(), tr("Terug"));
    },
                  {.status = refusal ? 422 : 200});
}
http::Response new_end(Visit& v) { return end_form(v, nullptr); }
http::Response create_end(Visit& v) {
    auto entry = find(v.read(), v.id<HelpRequest>("request"));
    if (!entry) return v.not_found();
    return v.act(entry->id.value(), entry->person.value(), [&](db::Write& tx) -> Acted {
        auto reason = base::from_word<EndReason>(v.field("reden"));
        if (!reason || *reason == EndReason::matched) return base::Refusal::of("reden", tr("Kies een reden."));
        end(tx, entry->id, *reason, v.now());
        return Done{"/hulpvragen", tr("De vraag is gestopt.")}; }, [&](base::Refusal const& refusal) { return end_form(v, &refusal); });
}

} // namespace

std::vector<reception::Route> routes() {
    using reception::route;
    auto all = asking_routes();
    std::vector<reception::Route> const its{
        route<Action::list_requests>("GET", "/hulpvragen", list_requests),
        route<Action::read_request>("GET", "/hulpvragen/{request}", show_request),
        route<Action::clarify_request>("POST", "/hulpvragen/{request}/beantwoord", create_answered),
        route<Action::clarify_request>("GET", "/hulpvragen/{request}/verhelderen", new_clarification),
        route<Action::clarify_request>("POST", "/hulpvragen/{request}/verhelderen", create_clarification),
        route<Action::clarify_request>("POST", "/hulpvragen/{request}/akkoord", create_approval_by_phone),
        route<Action::clarify_request>("GET", "/hulpvragen/{request}/stoppen", new_end),
        route<Action::clarify_request>("POST", "/hulpvragen/{request}/stoppen", create_end),
        route<Action::clarify_request>("POST", "/hulpvragen/{request}/antwoord", create_answer_given),
        route<Action::clarify_request>("POST", "/hulpvragen/{request}/hulpvraag", create_becoming),
    };
    for (auto const& more : {its, own_routes()}) all.insert(all.end(), more.begin(), more.end());
    return all;
}

std::map<std::string, people::Worker> workers() {
    auto letter = [](base::Text first) {
        return [first](people::Post& post, jobs::Job const& job) {
            auto entry = find(*post.services.data.read(db::Scope::of(job.of_partnership)), HelpRequestId{job.about});
            if (!entry || entry->ended_at) return;
            people::write_letter(post, job.of_partnership, entry->person, {.subject = tr("Een bericht voor u"), .lines = {first, tr("Log in om het te lezen of om te stoppen:"), post.services.base_url + "/inloggen"}});
        };
    };
    return {{"request.thanks", letter(tr("Dank u wel voor uw bericht. Wij nemen binnen twee werkdagen contact met u op."))}, {"request.text", letter(tr("Er staat een korte tekst voor u klaar. Wilt u die lezen?"))}};
}

} // namespace help_request
