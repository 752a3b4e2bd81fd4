#include "help_request/pages_asking.h"

#include "confidentiality/store_consent.h"
#include "help_request/store_later.h"
#include "people/store_school_page.h"
#include "platform/crypto/crypto.h"
#include "platform/jobs/jobs.h"
#include "reception/visit_person.h"

#include <algorithm>
#include <array>

namespace help_request {
using base::tr;
using reception::Acted;
using reception::Done;
using reception::Visit;
using visit::Action;

std::string pack(Visit& v, http::Fields const& fields) {
    auto sealed = crypto::seal(v.keys().secret("asking"), "answers", http::form_text(fields), v.services().random);
    return base::base64url(sealed);
}
http::Fields unpack(Visit& v, std::string const& text) {
    auto opened = crypto::open(v.keys().secret("asking"), "answers", base::from_base64url(text));
    return opened ? http::parse_form(*opened).value_or(http::Fields{}) : http::Fields{};
}

namespace {

constexpr int consent_version = 2;
constexpr std::string_view at = "/buddy-vragen/vragen";

/// The questions of this parent, in order.
std::vector<Question> flow(http::Fields const& answers) {
    std::vector<Question> all;
    for (auto question : questions)
        if (question != Question::helper || answers.get("samen") == "ja") all.push_back(question);
    return all;
}
std::size_t place_in(std::vector<Question> const& flow, Question question) { return static_cast<std::size_t>(std::find(flow.begin(), flow.end(), question) - flow.begin()); }

/// What stands behind the address: by which code or school someone came.
std::string came_with(Visit& v) {
    std::string out;
    for (auto const* name : {"via", "school"})
        if (auto const& value = v.request().query.get(name); !value.empty()) out += (out.empty() ? "?" : "&") + std::string{name} + "=" + http::encoded(value);
    return out;
}

void promise(html::Form& form) {
    form.heading(tr("Wat wij u beloven"));
    form.note(html::promised(tr("Wat u vertelt, blijft tussen u en uw buddy.")));
    form.note(html::promised(tr("Alleen als iemand in gevaar is, mag uw buddy het niet voor zich houden. De buddy vertelt het u dan eerst, tenzij dat gevaar geeft.")));
}

void put_overview(html::Form& form, Visit& v, http::Fields const& fields) {
    auto const answers = answers_of(v, fields);
    for (auto question : flow(fields))
        if (question != Question::overview) form.answered(title(question), said(v, question, answers), base::Sentence{tr("Veranderen: {question}"), {{"question", text::say(title(question), v.language())}}}, "naar", std::string{base::word(question)});
    if (!answers.wishes.helper_words.empty()) {
        form.heading(tr("Dit zei de helper, woord voor woord"));
        form.quote(answers.wishes.helper_words);
        form.box({.name = "helper_gelezen", .label = html::promised(tr("Ik las dit. Het mag bij mijn vraag.")), .hint = tr("Kruist u dit niet aan? Dan sturen wij deze woorden niet mee.")});
    }
    form.heading(tr("Wie leest uw vraag?"));
    auto const readers = reader_options(v);
    if (readers.size() > 1) form.radios({.name = "lezer", .label = tr("Kies wie uw vraag mag lezen"), .hint = tr("Kiest u een ander? Dan leest de coördinator er geen woord van.")}, readers);
    else {
        form.note(readers.front().label);
        form.note(tr("Nu is er niemand anders die mag lezen."));
        form.note(base::Sentence{tr("Liever niet? Bel {name}, {phone}. Die staat los van het steunpunt."), {{"name", v.house().adviser_name}, {"phone", v.house().adviser_phone}}});
    }
    promise(form);
    form.heading(tr("Nog drie dingen"));
    form.radios({.name = "kanaal", .label = tr("Hoe hoorde u van ons?")}, channels(v));
    form.box({.name = "akkoord", .label = html::promised(tr("Wie hierboven staat, mag mijn vraag lezen."))});
    form.box({.name = "contact", .label = html::promised(tr("Diezelfde persoon mag contact met mij opnemen."))});
    form.trap();
}

http::Response show_promise(Visit& v) {
    auto const school = people::find_school_page(v.read(), v.request().query.get("school"));
    return v.page(tr("Een buddy vragen"), [&](html::Page& page) {
        page.lead(tr("Een buddy is een ouder die zelf meemaakte wat u nu meemaakt. Die luistert en denkt met u mee."));
        if (school) page.paragraph(base::Sentence{tr("U vraagt dit samen met iemand van {school}. U leest alles voordat het weggaat."), {{"school", school->name}}});
        page.heading(tr("Dit beloven wij u"));
        page.bullets({html::promised(tr("Wat u vertelt, blijft tussen u en uw buddy.")), html::promised(tr("Alleen als iemand in gevaar is, mag uw buddy het niet voor zich houden. De buddy vertelt het u dan eerst, tenzij dat gevaar geeft.")), html::promised(tr("School krijgt niets te horen. Alleen u bepaalt wat u deelt, en met wie.")), html::promised(tr("U kunt altijd stoppen. Een reden is niet nodig."))});
        page.heading(tr("Wie leest uw vraag?"));
        page.paragraph(html::promised(who_reads(v, {})));
        for (auto const& each : v.house().stand_ins) page.paragraph(base::Sentence{each.outside ? tr("Van {first} tot en met {last} leest ook {name}, de waarnemend coördinator. {name} werkt niet bij {partnership}.") : tr("Van {first} tot en met {last} leest ook {name}, de waarnemend coördinator. {name} werkt bij {partnership}."), {{"name", each.name}, {"first", text::plain_day(each.first, v.language())}, {"last", text::plain_day(each.last, v.language())}, {"partnership", v.house().name}}});
        if (people::who_may_read(v.read(), v.house().independence).empty()) page.paragraph(base::Sentence{tr("Nu is er niemand anders die mag lezen. Liever niet? Bel {name}, {phone}. Die staat los van het steunpunt."), {{"name", v.house().adviser_name}, {"phone", v.house().adviser_phone}}});
        else page.paragraph(tr("Liever iemand anders? U kiest straks zelf een andere lezer."));
        page.button(std::string{at} + came_with(v), tr("Begin"));
        page.paragraph(tr("Zeven korte vragen, en dan alles bij elkaar. U heeft geen account nodig. Later verder gaan kan ook."));
        page.button("/bel-mij-terug" + came_with(v), tr("Liever: bel mij terug"), false);
        page.link("/alleen-een-vraag" + came_with(v), tr("Ik heb alleen een vraag"));
    },
                  {.quick_exit = true});
}

/// The school's own page leads here: the school is filled in, the channel known, and who helps may add a few words.
http::Response ask_at_school(Visit& v) {
    if (!people::find_school_page(v.read(), v.part("page_key"))) return v.not_found();
    return v.see("/buddy-vragen?via=" + std::string{base::word(recruitment::Channel::school_contact)} + "&school=" + http::encoded(v.part("page_key")));
}

http::Response new_request(Visit& v) {
    http::Fields answers;
    if (auto const& code = v.request().query.get("via"); !code.empty()) {
        answers.add("via", code);
        // the channel stands filled in at the end, where it may be changed
        answers.add("kanaal", code.substr(0, code.find('.')));
    }
    if (auto const school = people::find_school_page(v.read(), v.request().query.get("school"))) {
        answers.add("samen", "ja");
        answers.add("school", school->name + ", " + school->place);
    }
    return question_page(v, Question::about, answers, nullptr);
}

/// The answers with those of this page in the place of older ones.
http::Fields merged(Visit& v, Question question) {
    auto const here = fields_of(question);
    http::Fields all;
    for (auto const& [field, value] : unpack(v, v.field("_antwoorden"))) {
        // words that may have changed were not read yet
        if (question == Question::helper && field == "helper_gelezen") continue;
        if (std::find(here.begin(), here.end(), field) == here.end()) all.add(field, value);
    }
    for (auto const& field : here)
        for (auto const& value : v.form().all(field)) all.add(field, value);
    return all;
}

http::Response send(Visit& v, http::Fields const& fields) {
    auto const answers = answers_of(v, fields);
    auto again = [&](base::Refusal const& refusal) { return question_page(v, Question::overview, fields, &refusal); };
    // an earlier answer is not good any more: back to the first such question
    for (auto question : flow(fields))
        if (auto refusal = refusal_of(v, question, answers); !refusal.empty()) return question_page(v, question, fields, &refusal);
    auto const reader = reader_from(v, fields.get("lezer"));
    if (!reader) return again(base::Refusal::of("lezer", tr("Kies opnieuw wie uw vraag mag lezen.")));
    auto asked = ask(answers.draft);
    if (!asked) return again(asked.error());
    if (!v.field("website").empty()) return v.see("/buddy-vragen/bedankt");
    (*asked).contact = kept_contact(asked->contact, answers.wishes.others_read);
    return store_request(v, {Kind::buddy, *asked, wishes(answers.wishes, school_of(v, answers)), "", *reader, fields.get("_later")}, "/buddy-vragen/bedankt", base::Text::none(), again);
}

http::Response later_form(Visit& v, Question question, http::Fields const& answers) {
    return v.page(tr("Later verder"), [&](html::Page& page) {
        page.lead(tr("Wij bewaren uw antwoorden zeven dagen. Alleen u kunt ze openen, met een link en een eigen code."));
        auto form = page.form("/buddy-vragen/later", tr("Bewaar mijn antwoorden"));
        form.hidden("_vraag", std::string{base::word(question)}).hidden("_antwoorden", pack(v, answers));
        form.text({.name = "code", .label = tr("Bedenk een code van minstens zes tekens"), .hint = tr("Kies iets wat u onthoudt en een ander niet raadt. Wij kennen de code niet."), .type = "password", .autocomplete = "new-password", .most = 100});
        form.trap();
    },
                  {.quick_exit = true});
}

http::Response update_request(Visit& v) {
    auto const question = base::from_word<Question>(v.field("_vraag")).value_or(Question::about);
    auto const all = merged(v, question);
    auto const its = flow(all);
    auto const number = place_in(its, question);
    if (number == its.size()) return question_page(v, Question::about, all, nullptr);
    if (auto to = base::from_word<Question>(v.field("naar"))) {
        auto with = all;
        with.add("_terug", "ja");
        return question_page(v, *to, with, nullptr);
    }
    bool const back = all.get("_terug") == "ja";
    if (v.form().has("later")) return later_form(v, question, all);
    if (v.form().has("vorige")) return question_page(v, number == 0 ? its.front() : its[number - 1], all, nullptr);
    if (question == Question::overview) return send(v, all);
    if (auto refusal = refusal_of(v, question, answers_of(v, all)); !refusal.empty()) return question_page(v, question, all, &refusal);
    return question_page(v, back ? Question::overview : its[number + 1], all, nullptr);
}

http::Response show_thanks(Visit& v) {
    bool const other = v.request().query.has("lezer");
    return v.page(tr("Uw vraag is verstuurd"), [&](html::Page& page) {
        if (other) page.lead(tr("Wie u koos, neemt binnen twee werkdagen contact met u op."));
        else page.lead(base::Sentence{tr("{name} neemt binnen twee werkdagen contact met u op."), {{"name", v.house().coordinator_name}}});
        page.heading(tr("Wat gebeurt er daarna?"));
        page.bullets({tr("U praat samen over wat u zoekt."), tr("We zoeken een buddy die bij u past."), tr("U leest eerst de tekst die de buddy krijgt. Zonder uw ja gaat die niet weg."), tr("U kiest zelf of u met deze buddy verder wilt.")});
        if (!other) page.phone(tr("Kunt u niet wachten? Bel de coördinator:"), v.house().coordinator_phone);
        page.alert(html::Tone::warning, html::promised(tr("Is er nu gevaar? Bel 112. Zorgen over veiligheid thuis? Bel Veilig Thuis, 0800 2000, dag en nacht, gratis.")));
    },
                  {.quick_exit = true});
}

} // namespace

http::Response question_page(Visit& v, Question question, http::Fields const& answers, base::Refusal const* refusal) {
    auto const its = flow(answers);
    auto const number = place_in(its, question);
    bool const overview = question == Question::overview;
    html::Values values;
    for (auto const& [field, value] : answers) values.emplace(field, value);
    // who did not choose yet is read by the coordinator
    if (!values.contains("lezer")) values.emplace("lezer", "");
    http::Fields kept;
    for (auto const& [field, value] : answers)
        if (!overview || field != "_terug") kept.add(field, value);
    return v.page(title(question), [&](html::Page& page) {
        page.step(static_cast<int>(number) + 1, static_cast<int>(its.size()));
        if (overview) page.lead(tr("Dit stuurt u op. Lees het rustig na."));
        auto form = page.form(std::string{at}, overview ? tr("Verstuur mijn vraag") : tr("Volgende"), values, refusal);
        form.hidden("_vraag", std::string{base::word(question)}).hidden("_antwoorden", pack(v, kept));
        if (overview) put_overview(form, v, kept);
        else put(form, v, question, reception::readers(Action::read_request, v.house(), v.language()));
        if (number > 0) form.also("vorige", tr("Vorige"));
        form.also("later", tr("Later verder"));
        form.or_go("/", tr("Stoppen"));
    },
                  {.status = refusal ? 422 : 200, .quick_exit = true});
}

http::Response store_request(Visit& v, Sending const& sending, std::string const& location, base::Text said, std::function<http::Response(base::Refusal const&)> const& again) {
    auto const& asked = sending.asked;
    auto id = v.new_id<HelpRequest>();
    auto const person = reception::new_person(v);
    return v.act(id.value(), person.value(), [&](db::Write& tx) -> Acted {
        add(tx, v.keys(), id, person, sending.kind, asked, v.language(), sending.entered_by, v.now());
        keep_wishes(tx, v.keys(), id, person, sending.wishes);
        if (sending.reader) {
            people::choose_reader(tx, person, sending.reader, v.now());
            jobs::later(tx, v.services().random, "reader.chosen", v.house().id.value(), sending.reader->value(), "", v.now());
        }
        for (auto purpose : {confidentiality::Purpose::reading_by_coordinator, confidentiality::Purpose::contact}) confidentiality::give(tx, person, purpose, consent_version, v.language(), v.now());
        if (!sending.later.empty()) drop_later(tx, sending.later);
        if (!asked.contact.mail.empty()) {
            jobs::later(tx, v.services().random, "account.open", v.house().id.value(), person.value(), "", v.now());
            if (sending.entered_by.empty()) jobs::later(tx, v.services().random, "request.thanks", v.house().id.value(), id.value(), "", v.now());
        }
        return Done{sending.entered_by.empty() ? location + (sending.reader ? "?lezer=1" : "") : "/hulpvragen/" + id.value(), said}; }, again);
}

std::vector<reception::Route> asking_routes() {
    using reception::route;
    return {
        route<Action::ask_for_buddy>("GET", "/buddy-vragen", show_promise),
        route<Action::ask_for_buddy>("GET", "/buddy-vragen/vragen", new_request),
        route<Action::ask_for_buddy>("POST", "/buddy-vragen/vragen", update_request),
        route<Action::ask_for_buddy>("GET", "/buddy-vragen/bedankt", show_thanks),
        route<Action::refer_at_school>("GET", "/school/{page_key}/buddy-vragen", ask_at_school),
    };
}

} // namespace help_request
