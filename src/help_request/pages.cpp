#include "help_request/pages.h"

#include "confidentiality/store_consent.h"
#include "help_request/store_help_request.h"
#include "people/listing_deputyships.h"
#include "platform/crypto/crypto.h"
#include "reception/listing.h"
#include "recruitment/store_channel.h"

#include <charconv>

namespace help_request {
using base::tr;
using reception::Acted;
using reception::Done;
using reception::Visit;
using visit::Action;

namespace {

constexpr int consent_version = 1;

template <class E>
std::vector<html::Option> options() {
    std::vector<html::Option> all;
    for (auto const& [each, word] : base::Words<E>::entries) all.push_back({std::string{word}, name(each)});
    return all;
}
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
    case Question::postcode: return {"postcode"};
    case Question::contact: return {"naam", "mail", "telefoon", "wanneer"};
    case Question::consent: return {"kanaal", "akkoord"};
    }
    return {};
}

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
    return draft;
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
        page.paragraph(tr("Zes korte vragen. U heeft geen account nodig."));
        page.button("/bel-mij-terug" + code, tr("Liever: bel mij terug"), false);
    },
                  {.quick_exit = true});
}

http::Response question_page(Visit& v, std::size_t number, http::Fields const& answers, base::Refusal const* refusal) {
    static std::array<base::Text, 6> const titles{tr("Waar gaat het over?"), tr("Wilt u er iets over vertellen?"), tr("Hoe wilt u contact?"), tr("Waar woont u ongeveer?"), tr("Hoe bereiken wij u?"), tr("Nog even dit")};
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
    std::size_t number = 0;
    auto const& typed = v.field("_vraag");
    std::from_chars(typed.data(), typed.data() + typed.size(), number);
    number = std::min(number, questions.size() - 1);
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

void situations_in(html::Page& page, Visit& v, Entry const& entry) {
    std::string said;
    for (auto situation : split<Situation>(entry.situations)) (said += said.empty() ? "" : ", ") += text::say(name(situation), v.language());
    std::string ways;
    for (auto way : split<Way>(entry.ways)) (ways += ways.empty() ? "" : ", ") += text::say(name(way), v.language());
    auto facts = page.facts();
    facts.row(tr("Gaat over"), said.empty() ? std::string{"–"} : said).row(tr("Contact"), ways).row(tr("Taal"), entry.languages.empty() ? std::string{"–"} : entry.languages);
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
        situations_in(page, v, *entry);
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

http::Response show_own(Visit& v) {
    auto entry = newest_of(v.read(), v.me());
    auto granted = entry ? v.grant<Action::see_own_request>(entry->id, v.me().value(), {visit::Tie::own}) : std::nullopt;
    return v.page(tr("Mijn vraag"), [&](html::Page& page) {
        if (!entry || !granted) return void(page.empty(tr("U stelde nog geen vraag.")));
        page.facts().row(tr("Stand"), standing(*entry, false)).row(tr("Gevraagd op"), text::plain_day(base::local_date(entry->asked_at), v.language()));
        people::deputyships_told(page, v);
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
        situations_in(page, v, *entry);
        if (auto own = own_words(v.keys(), *entry, *granted); !own.empty()) {
            page.heading(tr("Wat u schreef"));
            page.quote(own);
        }
        page.link("/mijn-gegevens/wie-keek", tr("Wie heeft gekeken?"));
        if (entry->open()) page.button("/mijn/vraag/stoppen", tr("Ik wil stoppen"), false);
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

} // namespace

std::vector<reception::Route> routes() {
    using reception::Haste;
    using reception::route;
    return {
        route<Action::ask_for_buddy>("GET", "/buddy-vragen", show_promise),
        route<Action::ask_for_buddy>("GET", "/buddy-vragen/vragen", new_request),
        route<Action::ask_for_buddy>("POST", "/buddy-vragen/vragen", update_request),
        route<Action::ask_for_buddy>("GET", "/buddy-vragen/bedankt", show_thanks),
        route<Action::ask_for_buddy>("GET", "/bel-mij-terug", new_call),
        route<Action::ask_for_buddy>("POST", "/bel-mij-terug", create_call),
        route<Action::list_requests>("GET", "/hulpvragen", list_requests),
        route<Action::add_request>("POST", "/hulpvragen", create_by_phone),
        route<Action::add_request>("GET", "/hulpvragen/nieuw", new_by_phone),
        route<Action::read_request>("GET", "/hulpvragen/{request}", show_request),
        route<Action::clarify_request>("POST", "/hulpvragen/{request}/beantwoord", create_answered),
        route<Action::clarify_request>("GET", "/hulpvragen/{request}/verhelderen", new_clarification),
        route<Action::clarify_request>("POST", "/hulpvragen/{request}/verhelderen", create_clarification),
        route<Action::clarify_request>("POST", "/hulpvragen/{request}/akkoord", create_approval_by_phone),
        route<Action::clarify_request>("GET", "/hulpvragen/{request}/stoppen", new_end),
        route<Action::clarify_request>("POST", "/hulpvragen/{request}/stoppen", create_end),
        route<Action::see_own_request>("GET", "/mijn/vraag", show_own),
        route<Action::see_own_request>("POST", "/mijn/vraag/akkoord", create_own_approval),
        route<Action::see_own_request>("GET", "/mijn/vraag/stoppen", new_own_end),
        route<Action::see_own_request>("POST", "/mijn/vraag/stoppen", create_own_end, Haste::urgent),
    };
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
