#include "help_request/pages_asking.h"

#include "confidentiality/store_consent.h"
#include "help_request/listing_times.h"
#include "help_request/store_help_request.h"
#include "people/listing_deputyships.h"
#include "platform/base/number.h"
#include "platform/crypto/crypto.h"
#include "platform/jobs/jobs.h"
#include "recruitment/store_channel.h"

namespace help_request {
using base::tr;
using reception::Acted;
using reception::Done;
using reception::Visit;
using visit::Action;

Draft draft_of(Visit& v, http::Fields const& fields) {
    Draft draft;
    for (auto const& word : fields.all("situatie"))
        if (auto each = base::from_word<Situation>(word)) draft.situations.insert(*each);
    for (auto const& word : fields.all("manier"))
        if (auto each = base::from_word<Way>(word)) draft.ways.insert(*each);
    draft.own_words = text::tidy_text(fields.get("woorden"));
    draft.languages = text::tidy_line(fields.get("taal"));
    draft.postcode = text::tidy_line(fields.get("postcode"));
    draft.contact = {text::tidy_line(fields.get("naam")), text::tidy_line(fields.get("mail")), text::tidy_line(fields.get("telefoon"))};
    draft.when = text::tidy_line(fields.get("wanneer"));
    auto const how = recruitment::came_by(v.read(), fields.get("kanaal"), fields.get("via"));
    draft.channel = how.channel;
    draft.origin = how.origin;
    draft.agrees = fields.get("akkoord") == "ja";
    draft.times = times_of(fields);
    draft.own_school = base::from_word<OwnSchool>(fields.get("eigen_school")).value_or(OwnSchool::not_said);
    return draft;
}

namespace {

constexpr int consent_version = 1;

std::vector<html::Option> channels(Visit& v) {
    std::vector<html::Option> all;
    for (auto const& [each, word] : base::Words<recruitment::Channel>::entries) all.push_back({std::string{word}, recruitment::name(each)});
    for (auto const& own : recruitment::own_channels(v.read(), false)) all.insert(all.end() - 1, {own.code, own.name});
    return all;
}

/// The answers so far travel with the form, sealed: nothing is stored before the parent sends.
std::string pack(Visit& v, http::Fields const& fields) {
    auto sealed = crypto::seal(v.keys().secret("asking"), "answers", http::form_text(fields), v.services().random);
    return base::base64url(sealed);
}
http::Fields unpack(Visit& v, std::string const& text) {
    auto opened = crypto::open(v.keys().secret("asking"), "answers", base::from_base64url(text));
    return opened ? http::parse_form(*opened).value_or(http::Fields{}) : http::Fields{};
}

std::vector<std::string> fields_of(Question question) {
    switch (question) {
    case Question::situations: return {"situatie"};
    case Question::own_words: return {"woorden"};
    case Question::ways: return {"manier", "taal"};
    case Question::times: {
        auto all = time_fields();
        all.emplace_back("eigen_school");
        return all;
    }
    case Question::postcode: return {"postcode"};
    case Question::contact: return {"naam", "mail", "telefoon", "wanneer"};
    case Question::consent: return {"kanaal", "akkoord"};
    }
    return {};
}

http::Response show_promise(Visit& v) {
    return v.page(tr("Een buddy vragen"), [&](html::Page& page) {
        page.lead(tr("Een buddy is een ouder die zelf meemaakte wat u nu meemaakt. Die luistert en denkt met u mee."));
        page.heading(tr("Dit beloven wij u"));
        page.bullets({tr("Wat u vertelt, blijft tussen u en uw buddy."), tr("Alleen als iemand in gevaar is, mag uw buddy het niet voor zich houden. De buddy vertelt het u dan eerst, tenzij dat gevaar geeft."), tr("School krijgt niets te horen. Alleen u bepaalt wat u deelt, en met wie."), tr("U kunt altijd stoppen. Een reden is niet nodig.")});
        page.heading(tr("Wie leest uw vraag?"));
        page.paragraph(base::Sentence{v.house().independence == visit::Independence::inside ? tr("{name}, de coördinator. De coördinator werkt bij {partnership}.") : tr("{name}, de coördinator. De coördinator werkt niet bij {partnership}."), {{"name", v.house().coordinator_name}, {"partnership", v.house().name}}});
        for (auto const& each : v.house().stand_ins) page.paragraph(base::Sentence{each.outside ? tr("Van {first} tot en met {last} leest ook {name}, de waarnemend coördinator. {name} werkt niet bij {partnership}.") : tr("Van {first} tot en met {last} leest ook {name}, de waarnemend coördinator. {name} werkt bij {partnership}."), {{"name", each.name}, {"first", text::plain_day(each.first, v.language())}, {"last", text::plain_day(each.last, v.language())}, {"partnership", v.house().name}}});
        page.paragraph(tr("Leest u liever niet dat deze persoon uw vraag ziet? Bel het steunpunt. Dan leest iemand anders."));
        auto const code = v.request().query.get("via").empty() ? std::string{} : "?via=" + http::encoded(v.request().query.get("via"));
        page.button("/buddy-vragen/vragen" + code, tr("Begin"));
        page.paragraph(tr("Zeven korte vragen. U heeft geen account nodig."));
        page.button("/bel-mij-terug" + code, tr("Liever: bel mij terug"), false);
        page.link("/alleen-een-vraag" + code, tr("Ik heb alleen een vraag"));
    },
                  {.quick_exit = true});
}

http::Response question_page(Visit& v, std::size_t number, http::Fields const& answers, base::Refusal const* refusal) {
    static std::array<base::Text, questions.size()> const titles{tr("Waar gaat het over?"), tr("Wilt u er iets over vertellen?"), tr("Hoe wilt u contact?"), tr("Wanneer kunt u?"), tr("Waar woont u ongeveer?"), tr("Hoe bereiken wij u?"), tr("Nog even dit")};
    html::Values values;
    for (auto const& [field, value] : answers) values.emplace(field, value);
    return v.page(titles[number], [&](html::Page& page) {
        page.step(static_cast<int>(number) + 1, static_cast<int>(questions.size()));
        auto form = page.form("/buddy-vragen/vragen", number + 1 == questions.size() ? tr("Verstuur mijn vraag") : tr("Volgende"), values, refusal);
        form.hidden("_vraag", std::to_string(number)).hidden("_antwoorden", pack(v, answers));
        auto who = reception::readers(Action::read_request, v.house(), v.language());
        switch (questions[number]) {
        case Question::situations: form.checks({.name = "situatie", .label = tr("Kies wat op u lijkt"), .hint = tr("U mag er meer kiezen."), .who_reads = who}, options<Situation>()); break;
        case Question::own_words: form.area({.name = "woorden", .label = tr("In uw eigen woorden (niet verplicht)"), .hint = tr("Schrijf het kort op. Noem de naam van uw kind niet."), .who_reads = who, .most = 2000}, 6); break;
        case Question::ways:
            form.checks({.name = "manier", .label = tr("Zo wil ik contact met een buddy")}, options<Way>());
            form.text({.name = "taal", .label = tr("Welke taal spreekt u het liefst?"), .hint = tr("Bijvoorbeeld Nederlands, of Turks en een beetje Nederlands."), .most = 100});
            break;
        case Question::times:
            form.note(tr("Kies wat meestal kan. Weet u het nog niet? Sla dit over."));
            put_times(form);
            form.radios({.name = "eigen_school", .label = tr("Een buddy van dezelfde school als uw kind?")}, options<OwnSchool>());
            break;
        case Question::postcode: form.text({.name = "postcode", .label = tr("De vier cijfers van uw postcode (niet verplicht)"), .hint = tr("Dan zoeken wij een buddy bij u in de buurt."), .autocomplete = "postal-code", .inputmode = "numeric", .most = 4}); break;
        case Question::contact:
            form.text({.name = "naam", .label = tr("Uw voornaam"), .autocomplete = "given-name", .most = 100}).text({.name = "telefoon", .label = tr("Uw telefoonnummer"), .type = "tel", .autocomplete = "tel", .inputmode = "tel", .most = 25});
            form.text({.name = "mail", .label = tr("Uw mailadres"), .hint = tr("Eén van de twee is genoeg. Leest iemand anders uw mail? Vul dan alleen uw telefoon in."), .type = "email", .autocomplete = "email", .inputmode = "email"});
            form.text({.name = "wanneer", .label = tr("Wanneer mogen we bellen? (niet verplicht)"), .most = 100});
            break;
        case Question::consent:
            form.radios({.name = "kanaal", .label = tr("Hoe hoorde u van ons?")}, channels(v));
            form.note(tr("Wat u vertelt, blijft tussen u en uw buddy. Alleen bij gevaar mag dat niet."));
            form.box({.name = "akkoord", .label = tr("De coördinator mag mijn vraag lezen en contact met mij opnemen."), .who_reads = who});
            form.trap();
            break;
        }
        if (number > 0) form.also("vorige", tr("Vorige"));
        form.or_go("/", tr("Stoppen"));
    },
                  {.status = refusal ? 422 : 200, .quick_exit = true});
}

http::Response new_request(Visit& v) {
    http::Fields answers;
    if (auto const& code = v.request().query.get("via"); !code.empty()) {
        answers.add("via", code);
        // the channel stands filled in at the last question, where it may be changed
        answers.add("kanaal", code.substr(0, code.find('.')));
    }
    return question_page(v, 0, answers, nullptr);
}

http::Response store_request(Visit& v, Kind kind, Asked const& asked, std::string const& entered_by, std::string const& location, base::Text said, std::function<http::Response(base::Refusal const&)> const& again) {
    auto id = v.new_id<HelpRequest>();
    auto person = v.new_id<people::Person>();
    return v.act(id.value(), person.value(), [&](db::Write& tx) -> Acted {
        v.keys().create(person);
        add(tx, v.keys(), id, person, kind, asked, v.language(), entered_by, v.now());
        confidentiality::give(tx, person, confidentiality::Purpose::reading_by_coordinator, consent_version, v.language(), v.now());
        if (!asked.contact.mail.empty()) {
            jobs::later(tx, v.services().random, "account.open", v.house().id.value(), person.value(), "", v.now());
            if (entered_by.empty()) jobs::later(tx, v.services().random, "request.thanks", v.house().id.value(), id.value(), "", v.now());
        }
        return Done{entered_by.empty() ? location : "/hulpvragen/" + id.value(), said}; }, again);
}

http::Response update_request(Visit& v) {
    auto answers = unpack(v, v.field("_antwoorden"));
    auto const number = std::min(static_cast<std::size_t>(base::number_from(v.field("_vraag")).value_or(0)), questions.size() - 1);
    // the newest answers to this question take the place of older ones
    auto here = fields_of(questions[number]);
    http::Fields all;
    for (auto const& [field, value] : answers)
        if (std::find(here.begin(), here.end(), field) == here.end()) all.add(field, value);
    for (auto const& field : here)
        for (auto const& value : v.form().all(field)) all.add(field, value);
    if (v.form().has("vorige")) return question_page(v, number == 0 ? 0 : number - 1, all, nullptr);
    auto draft = draft_of(v, all);
    if (auto refusal = check(questions[number], draft); !refusal.empty()) return question_page(v, number, all, &refusal);
    if (number + 1 < questions.size()) return question_page(v, number + 1, all, nullptr);
    auto again = [&](base::Refusal const& refusal) { return question_page(v, number, all, &refusal); };
    auto asked = ask(draft);
    if (!asked) {
        // an earlier answer is not good any more: back to the first such question
        for (std::size_t n = 0; n < questions.size(); ++n)
            if (auto refusal = check(questions[n], draft); !refusal.empty()) return question_page(v, n, all, &refusal);
        return again(asked.error());
    }
    if (!v.field("website").empty()) return v.see("/buddy-vragen/bedankt");
    return store_request(v, Kind::buddy, *asked, "", "/buddy-vragen/bedankt", base::Text::none(), again);
}

http::Response show_thanks(Visit& v) {
    return v.page(tr("Uw vraag is verstuurd"), [&](html::Page& page) {
        page.lead(base::Sentence{tr("{name} neemt binnen twee werkdagen contact met u op."), {{"name", v.house().coordinator_name}}});
        page.heading(tr("Wat gebeurt er daarna?"));
        page.bullets({tr("U praat samen over wat u zoekt."), tr("We zoeken een buddy die bij u past."), tr("U leest eerst de tekst die de buddy krijgt. Zonder uw ja gaat die niet weg."), tr("U kiest zelf of u met deze buddy verder wilt.")});
        page.phone(tr("Kunt u niet wachten? Bel de coördinator:"), v.house().coordinator_phone);
        page.alert(html::Tone::warning, tr("Is er nu gevaar? Bel 112. Zorgen over veiligheid thuis? Bel Veilig Thuis, 0800 2000, dag en nacht, gratis."));
    },
                  {.quick_exit = true});
}

http::Response call_form(Visit& v, base::Refusal const* refusal) {
    return v.page(tr("Bel mij terug"), [&](html::Page& page) {
        page.lead(base::Sentence{tr("{name} belt u binnen twee werkdagen. U hoeft nu niets uit te leggen."), {{"name", v.house().coordinator_name}}});
        if (!v.house().stand_ins.empty()) page.paragraph(reception::readers(Action::read_request, v.house(), v.language()));
        auto form = page.form("/bel-mij-terug", tr("Bel mij terug"), v.values(), refusal);
        form.text({.name = "naam", .label = tr("Uw voornaam"), .autocomplete = "given-name", .most = 100}).text({.name = "telefoon", .label = tr("Uw telefoonnummer"), .type = "tel", .autocomplete = "tel", .inputmode = "tel", .most = 25});
        form.text({.name = "taal", .label = tr("In welke taal? (niet verplicht)"), .most = 100}).text({.name = "wanneer", .label = tr("Wanneer kunt u praten? (niet verplicht)"), .hint = tr("Bijvoorbeeld: na half negen, als de kinderen op school zijn."), .most = 100});
        form.trap();
        auto const& code = v.request().method == "GET" ? v.request().query.get("via") : v.field("via");
        if (!code.empty()) form.hidden("via", code);
    },
                  {.status = refusal ? 422 : 200, .quick_exit = true});
}
http::Response new_call(Visit& v) { return call_form(v, nullptr); }
http::Response create_call(Visit& v) {
    auto again = [&](base::Refusal const& refusal) { return call_form(v, &refusal); };
    auto asked = call_back(draft_of(v, v.form()));
    if (!asked) return again(asked.error());
    if (!v.field("website").empty()) return v.see("/buddy-vragen/bedankt");
    return store_request(v, Kind::call_back, *asked, "", "/buddy-vragen/bedankt", base::Text::none(), again);
}

http::Response only_question_form(Visit& v, base::Refusal const* refusal) {
    return v.page(tr("Ik heb alleen een vraag"), [&](html::Page& page) {
        page.lead(base::Sentence{tr("{name} leest uw vraag en antwoordt binnen twee werkdagen. Weten wij het niet, dan wijzen we u de weg."), {{"name", v.house().coordinator_name}}});
        auto form = page.form("/alleen-een-vraag", tr("Verstuur mijn vraag"), v.values(), refusal);
        auto const who = reception::readers(Action::read_request, v.house(), v.language());
        form.area({.name = "woorden", .label = tr("Wat wilt u weten?"), .hint = tr("Noem de naam van uw kind niet."), .who_reads = who, .most = 2000}, 5);
        form.text({.name = "naam", .label = tr("Uw voornaam"), .autocomplete = "given-name", .most = 100}).text({.name = "telefoon", .label = tr("Uw telefoonnummer"), .type = "tel", .autocomplete = "tel", .inputmode = "tel", .most = 25});
        form.text({.name = "mail", .label = tr("Uw mailadres"), .hint = tr("Eén van de twee is genoeg. Leest iemand anders uw mail? Vul dan alleen uw telefoon in."), .type = "email", .autocomplete = "email", .inputmode = "email"});
        form.text({.name = "wanneer", .label = tr("Wanneer mogen we bellen? (niet verplicht)"), .most = 100});
        form.box({.name = "akkoord", .label = tr("De coördinator mag mijn vraag lezen en contact met mij opnemen."), .who_reads = who});
        form.trap();
        auto const& code = v.request().method == "GET" ? v.request().query.get("via") : v.field("via");
        if (!code.empty()) form.hidden("via", code);
    },
                  {.status = refusal ? 422 : 200, .quick_exit = true});
}
http::Response new_only_question(Visit& v) { return only_question_form(v, nullptr); }
http::Response create_only_question(Visit& v) {
    auto again = [&](base::Refusal const& refusal) { return only_question_form(v, &refusal); };
    auto asked = only_a_question(draft_of(v, v.form()));
    if (!asked) return again(asked.error());
    if (!v.field("website").empty()) return v.see("/alleen-een-vraag/bedankt");
    return store_request(v, Kind::question, *asked, "", "/alleen-een-vraag/bedankt", base::Text::none(), again);
}
http::Response show_question_thanks(Visit& v) {
    return v.page(tr("Uw vraag is verstuurd"), [&](html::Page& page) {
        page.lead(base::Sentence{tr("{name} neemt binnen twee werkdagen contact met u op."), {{"name", v.house().coordinator_name}}});
        page.paragraph(tr("Wilt u na het antwoord toch graag een buddy? Zeg het dan; u hoeft niet opnieuw te beginnen."));
        page.phone(tr("Kunt u niet wachten? Bel de coördinator:"), v.house().coordinator_phone);
        page.alert(html::Tone::warning, tr("Is er nu gevaar? Bel 112. Zorgen over veiligheid thuis? Bel Veilig Thuis, 0800 2000, dag en nacht, gratis."));
    },
                  {.quick_exit = true});
}

http::Response phone_form(Visit& v, base::Refusal const* refusal) {
    return v.page(tr("Vraag per telefoon"), [&](html::Page& page) {
        for (auto const& each : v.house().stand_ins) page.alert(html::Tone::info, base::Sentence{tr("Vertel de ouder ook dat {name} waarneemt van {first} tot en met {last}."), {{"name", each.name}, {"first", text::plain_day(each.first, v.language())}, {"last", text::plain_day(each.last, v.language())}}});
        auto values = v.values();
        if (!refusal) values.emplace("taal", text::say(tr("Nederlands"), v.language()));
        auto form = page.form("/hulpvragen", tr("Opslaan"), values, refusal);
        form.text({.name = "naam", .label = tr("Naam"), .most = 100}).text({.name = "telefoon", .label = tr("Telefoonnummer"), .type = "tel", .most = 25}).text({.name = "mail", .label = tr("Mailadres (niet verplicht)"), .type = "email"});
        form.checks({.name = "situatie", .label = tr("Waar gaat het over?")}, options<Situation>());
        form.area({.name = "woorden", .label = tr("In de woorden van de ouder (niet verplicht)"), .who_reads = reception::readers(Action::read_request, v.house(), v.language()), .most = 2000});
        form.checks({.name = "manier", .label = tr("Hoe wil de ouder contact?")}, options<Way>()).text({.name = "taal", .label = tr("Taal"), .most = 100}).text({.name = "postcode", .label = tr("Vier cijfers van de postcode (niet verplicht)"), .inputmode = "numeric", .most = 4});
        form.heading(tr("Wanneer kan de ouder?"));
        put_times(form);
        form.select({.name = "eigen_school", .label = tr("Een buddy van dezelfde school?")}, options<OwnSchool>());
        form.select({.name = "kanaal", .label = tr("Hoe hoorde deze ouder van ons?")}, [&] {
            auto all = channels(v);
            all.insert(all.begin(), {"", tr("Maak een keuze")});
            return all;
        }());
        form.box({.name = "akkoord", .label = tr("De ouder vond het goed dat ik dit opschreef en contact houd.")}).or_go("/hulpvragen", tr("Terug"));
    },
                  {.status = refusal ? 422 : 200});
}
http::Response new_by_phone(Visit& v) { return phone_form(v, nullptr); }
http::Response create_by_phone(Visit& v) {
    auto again = [&](base::Refusal const& refusal) { return phone_form(v, &refusal); };
    auto asked = ask(draft_of(v, v.form()));
    if (!asked) return again(asked.error());
    return store_request(v, Kind::buddy, *asked, v.me().value(), "", tr("De vraag is opgeslagen. Verhelder hem nu, of later vanaf Vandaag."), again);
}

} // namespace

void put_wishes(html::Page& page, Visit& v, Entry const& entry) {
    std::string said;
    for (auto situation : split<Situation>(entry.situations)) (said += said.empty() ? "" : ", ") += text::say(name(situation), v.language());
    std::string ways;
    for (auto way : split<Way>(entry.ways)) (ways += ways.empty() ? "" : ", ") += text::say(name(way), v.language());
    auto facts = page.facts();
    facts.row(tr("Gaat over"), said.empty() ? std::string{"–"} : said).row(tr("Contact"), ways).row(tr("Taal"), entry.languages.empty() ? std::string{"–"} : entry.languages);
    if (entry.own_school != OwnSchool::not_said) facts.row(tr("Zelfde school"), name(entry.own_school));
    auto const times = times_from(entry.times);
    if (!times.said() && !times.not_in_holidays) return;
    page.paragraph(tr("Kan meestal:"));
    page.bullets(times_said(times, v.language()));
}

std::vector<reception::Route> asking_routes() {
    using reception::route;
    return {
        route<Action::ask_for_buddy>("GET", "/buddy-vragen", show_promise),
        route<Action::ask_for_buddy>("GET", "/buddy-vragen/vragen", new_request),
        route<Action::ask_for_buddy>("POST", "/buddy-vragen/vragen", update_request),
        route<Action::ask_for_buddy>("GET", "/buddy-vragen/bedankt", show_thanks),
        route<Action::ask_for_buddy>("GET", "/bel-mij-terug", new_call),
        route<Action::ask_for_buddy>("POST", "/bel-mij-terug", create_call),
        route<Action::ask_for_buddy>("GET", "/alleen-een-vraag", new_only_question),
        route<Action::ask_for_buddy>("POST", "/alleen-een-vraag", create_only_question),
        route<Action::ask_for_buddy>("GET", "/alleen-een-vraag/bedankt", show_question_thanks),
        route<Action::add_request>("POST", "/hulpvragen", create_by_phone),
        route<Action::add_request>("GET", "/hulpvragen/nieuw", new_by_phone),
    };
}

} // namespace help_request
