#include "help_request/pages.h"

#include "account/listing_correction.h"
#include "help_request/pages_asking.h"
#include "help_request/pages_clarifying.h"
#include "help_request/pages_giving_back.h"
#include "help_request/pages_other_task.h"
#include "help_request/pages_own.h"
#include "help_request/pages_reader.h"
#include "help_request/stage.h"
#include "people/store_names.h"
#include "people/store_other_task.h"
#include "platform/jobs/jobs.h"
#include "reception/listing.h"

#include <algorithm>

namespace help_request {
using base::tr;
using reception::Acted;
using reception::Done;
using reception::Visit;
using visit::Action;

namespace {

struct Line {
    Entry entry;
    std::string name;
    bool shut;
    Stage stage;
    int days; ///< waiting: from asking until today, or until the end
    std::vector<Haste> haste;
};

/// The requests this viewer may know of. Who chose another reader is not there at all; what rests while someone stands in is there without a name.
std::vector<Line> lines_of(Visit& v, visit::Granted<Action::list_requests, people::Partnership> const& granted) {
    std::vector<Line> lines;
    std::vector<visit::PersonId> elsewhere, whose;
    for (auto const& choice : people::chosen_readers(v.read())) elsewhere.push_back(choice.person);
    for (auto const& task : people::other_tasks_of(v.read(), v.me())) elsewhere.push_back(task.parent);
    for (auto& entry : list(v.read(), granted)) {
        bool const shut = v.viewer().closed_to(entry.person);
        if (shut && (!entry.open() || !v.viewer().deputy || std::find(elsewhere.begin(), elsewhere.end(), entry.person) != elsewhere.end())) continue;
        auto const until = entry.ended_at ? base::local_date(*entry.ended_at) : v.today();
        auto const days = std::max(0, base::days_between(base::local_date(entry.asked_at), until));
        auto const at = stage({entry.answered_at.has_value(), entry.clarified_at.has_value(), entry.text_approved_at.has_value(), entry.ended_at.has_value(), entry.rests(v.today())});
        auto reasons = at == Stage::ended || at == Stage::rests || shut ? std::vector<Haste>{} : haste(split<Situation>(entry.situations), days);
        whose.push_back(entry.person);
        lines.push_back({std::move(entry), {}, shut, at, days, std::move(reasons)});
    }
    people::Names const names{v.read(), v.keys(), whose};
    for (auto& line : lines) line.name = line.shut ? text::say(tr("rust tijdens waarneming"), v.language()) : names.of(line.entry.person);
    return lines;
}

http::Response list_requests(Visit& v) {
    auto granted = v.grant<Action::list_requests>();
    if (!granted) return v.not_found();
    auto asked = reception::asked(v, "/hulpvragen", "voorrang");
    auto const& word = v.request().query.get("stand");
    auto const wanted = base::from_word<Stage>(word);
    if (wanted) asked.filters.emplace_back("stand", word);
    auto lines = lines_of(v, *granted);
    std::erase_if(lines, [&](Line const& line) { return (wanted ? line.stage != *wanted : line.stage == Stage::ended && asked.search.empty()) || (!asked.search.empty() && text::folded(line.name).find(text::folded(asked.search)) == std::string::npos); });
    auto later = [](Line const& line) { return line.stage == Stage::ended || line.stage == Stage::rests; };
    reception::sort(lines, asked.sort, {{"voorrang", [later](Line const& a, Line const& b) { return later(a) != later(b) ? later(b) : goes_first(a.haste, a.days, b.haste, b.days); }}, {"naam", [](Line const& a, Line const& b) { return text::sort_key(a.name) < text::sort_key(b.name); }}, {"wacht", [](Line const& a, Line const& b) { return a.days > b.days; }}, {"datum", [](Line const& a, Line const& b) { return a.entry.asked_at < b.entry.asked_at; }}});
    asked.total = lines.size();
    std::vector<html::Option> stages{{"", tr("alles wat loopt")}};
    for (auto const& [each, its] : base::Words<Stage>::entries) stages.push_back({std::string{its}, name(each)});
    return v.page(tr("Hulpvragen"), [&](html::Page& page) {
        if (visit::conceivable(v.viewer(), Action::add_request)) page.button("/hulpvragen/nieuw", tr("Vraag per telefoon invoeren"), false);
        page.button("/koppelen", tr("Het plan voor iedereen die wacht"), false);
        page.search(asked, tr("Zoek op naam"), {{{.name = "stand", .label = tr("Stand")}, stages}}, {{"stand", word}});
        if (lines.empty()) return void(page.empty(asked.search.empty() && !wanted ? tr("Er zijn nog geen hulpvragen. Vertel scholen en ambulant begeleiders dat ouders een buddy kunnen vragen.") : tr("Niemand gevonden. Zoek op een ander woord of toon alles.")));
        page.details(tr("Waarom staat iemand bovenaan?"), {tr("Acht weken wachten weegt het zwaarst. Daarna een kind dat thuiszit, en vier weken wachten."), tr("Dan telt of het stroef loopt met school. Bij gelijke stand gaat wie het langst wacht voor."), tr("De volgorde is een hulp. U beslist.")});
        auto table = page.table(tr("Hulpvragen"), {{tr("Naam"), "naam"}, {tr("Gevraagd"), "datum"}, {tr("Wacht (dagen)"), "wacht", true}, {tr("Stand")}, {tr("Waarom eerst"), "voorrang"}}, &asked);
        for (auto const& line : reception::shown(lines, asked)) {
            std::string why;
            for (auto reason : line.haste) (why += why.empty() ? "" : ", ") += text::say(name(reason), v.language());
            if (line.shut) table.row({{line.name}, {std::string{"–"}}, {std::string{"–"}, {}, true}, {std::string{"–"}}, {std::string{"–"}}});
            else table.row({{line.name, "/hulpvragen/" + line.entry.id.value()}, {text::plain_day(base::local_date(line.entry.asked_at), v.language())}, {std::to_string(line.days), {}, true}, {line.stage == Stage::ended ? standing(line.entry, false) : name(line.stage)}, {why.empty() ? std::string{"–"} : why}});
        }
        page.pager(asked);
    });
}

void warnings(html::Page& page, WishRow const& row, people::Known const& person) {
    if (row.others_read) page.alert(html::Tone::warning, person.mail.empty() ? tr("Iemand anders kan meelezen: noem de hulp niet in een bericht. Bel alleen.") : tr("Iemand anders kan meelezen: noem de hulp niet in een bericht. Mail alleen."));
    if (row.interpreter) page.alert(html::Tone::info, tr("Deze ouder wil graag een tolk. Nooit een kind."));
}

void put_words(html::Page& page, base::Text heading, std::string const& words) {
    if (words.empty()) return;
    page.heading(heading);
    page.quote(words);
}

http::Response show_request(Visit& v) {
    auto entry = find(v.read(), v.id<HelpRequest>("request"));
    if (!entry) return v.not_found();
    auto granted = v.grant<Action::read_request>(entry->id, entry->person.value());
    auto person = people::find_person(v.read(), v.keys(), entry->person);
    auto const row = wishes_of(v.read(), entry->id);
    if (!granted || !person || !row) return v.not_found();
    auto const opened = told(v.keys(), *row, *granted);
    auto const words = own_words(v.keys(), *entry, *granted);
    auto const answers = answers_of(v, *entry, *row, words, opened);
    auto const address = "/hulpvragen/" + entry->id.value();
    return v.page(person->name, [&](html::Page& page) {
        warnings(page, *row, *person);
        other_task_desk_part(page, v, *entry, person->mail.empty());
        auto facts = page.facts();
        facts.row(tr("Stand"), standing(*entry, false)).row(tr("Telefoon"), person->phone.empty() ? html::Said{tr("niet ingevuld")} : html::Said{person->phone}).row(tr("Mailadres"), person->mail.empty() ? html::Said{tr("niet ingevuld")} : html::Said{person->mail});
        if (!answers.draft.when.empty()) facts.row(tr("Bellen"), answers.draft.when);
        facts.row(tr("Via"), entry->own_channel ? html::Said{*entry->own_channel} : html::Said{recruitment::name(entry->channel)});
        if (entry->campaign) facts.row(tr("Campagne"), *entry->campaign);
        account::put_correction_link(v, page, entry->person);
        put_wishes(page, v, answers);
        put_words(page, tr("In eigen woorden"), words);
        put_words(page, tr("Voorzichtig met"), opened.delicate);
        if (!opened.delicate.empty()) page.paragraph(tr("Alleen voor u. Zoek er niet op. Is er een buddy, dan is dit gewist."));
        if (!opened.helper_words.empty()) {
            page.heading(base::Sentence{tr("Dit zei de helper ({position}); de ouder las het"), {{"position", text::say(people::name(answers.wishes.helper.value_or(people::Position::other)), v.language())}}});
            page.quote(opened.helper_words);
        }
        if (entry->experience) page.facts().row(tr("Vraagt van een buddy"), name(*entry->experience));
        put_words(page, tr("Waar een buddy ervaring mee heeft"), opened.criteria);
        put_words(page, tr("Wat deze ouder belangrijk vindt"), opened.matters);
        put_words(page, tr("Wat u de ouder schreef over andere hulp"), opened.end_note);
        if (auto text = short_text(v.keys(), *entry); !text.empty()) {
            put_words(page, tr("Tekst voor de buddy"), text);
            page.paragraph(entry->text_approved_at ? tr("De ouder vindt deze tekst goed.") : tr("De ouder moet deze tekst nog goedkeuren."));
            if (!entry->text_approved_at && entry->open()) page.act(address + "/akkoord", tr("De ouder zei mij ja op deze tekst"), {}, false);
        }
        if (!entry->open()) return;
        page.heading(tr("Verder"));
        if (entry->rests(v.today())) page.alert(html::Tone::info, base::Sentence{tr("Rust op verzoek van de ouder tot {day}. Zoek zo lang geen buddy."), {{"day", text::plain_day(*entry->paused_until, v.language())}}});
        if (entry->kind == Kind::question) {
            page.paragraph(tr("Deze ouder heeft alleen een vraag. Bel of mail, geef antwoord of wijs de weg."));
            page.act(address + "/antwoord", tr("Ik gaf antwoord; de vraag is klaar"));
            page.act(address + "/hulpvraag", tr("De ouder wil graag een buddy"), {}, false);
            return void(page.button(address + "/stoppen", tr("Vraag stoppen"), false));
        }
        if (!entry->answered_at) page.act(address + "/beantwoord", tr("Ik sprak deze ouder"));
        if (entry->text_approved_at) page.button(address + "/buddys", tr("Zoek een buddy"));
        page.button(address + "/verhelderen", entry->clarified_at ? tr("Verheldering aanpassen") : tr("Vraag verhelderen"), entry->answered_at && !entry->clarified_at);
        page.button(address + "/stoppen", tr("Vraag stoppen"), false);
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

http::Response create_approval_by_phone(Visit& v) {
    auto entry = find(v.read(), v.id<HelpRequest>("request"));
    if (!entry) return v.not_found();
    return v.act(entry->id.value(), entry->person.value(), [&](db::Write& tx) -> Acted {
        approve_text(tx, entry->id, v.now());
        return Done{"/hulpvragen/" + entry->id.value(), tr("Genoteerd dat de ouder de tekst goed vindt. Zoek nu een buddy.")}; }, [&](base::Refusal const&) { return v.not_found(); });
}

} // namespace

void put_wishes(html::Page& page, Visit& v, Answers const& answers) {
    auto facts = page.facts();
    for (auto question : {Question::about, Question::buddy, Question::ways, Question::times, Question::postcode, Question::school})
        for (auto const& [what, words] : said(v, question, answers)) {
            facts.row(what, words);
            // the rest of these two are someone's own words, which stand apart
            if (question == Question::about || question == Question::buddy) break;
        }
}

std::vector<reception::Route> routes() {
    using reception::route;
    std::vector<reception::Route> all{
        route<Action::list_requests>("GET", "/hulpvragen", list_requests),
        route<Action::read_request>("GET", "/hulpvragen/{request}", show_request),
        route<Action::clarify_request>("POST", "/hulpvragen/{request}/beantwoord", create_answered),
        route<Action::clarify_request>("POST", "/hulpvragen/{request}/akkoord", create_approval_by_phone),
        route<Action::clarify_request>("POST", "/hulpvragen/{request}/antwoord", create_answer_given),
        route<Action::clarify_request>("POST", "/hulpvragen/{request}/hulpvraag", create_becoming),
    };
    for (auto const& more : {asking_routes(), later_routes(), call_routes(), phone_routes(), clarifying_routes(), own_routes(), change_routes(), reader_routes(), other_task_routes(), giving_back_routes()}) all.insert(all.end(), more.begin(), more.end());
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
    auto to_person = [](base::Text first) {
        return [first](people::Post& post, jobs::Job const& job) {
            people::write_letter(post, job.of_partnership, visit::PersonId{job.about}, {.subject = tr("Een bericht voor u"), .lines = {first, tr("Log in om het te lezen:"), post.services.base_url + "/inloggen"}});
        };
    };
    return {{"request.thanks", letter(tr("Dank u wel voor uw bericht. Wij nemen binnen twee werkdagen contact met u op."))},
            {"request.text", letter(tr("Er staat een korte tekst voor u klaar. Wilt u die lezen?"))},
            {"request.note", to_person(tr("Er staat een bericht voor u klaar."))},
            {"reader.chosen", to_person(tr("Iemand vroeg u om iets te lezen. U vindt het bij Vandaag."))},
            {"other_task.told", to_person(tr("Er is iets voor u veranderd."))},
            {"reader.gone", to_person(tr("Wij willen u iets vragen. Het staat voor u klaar."))}};
}

} // namespace help_request
