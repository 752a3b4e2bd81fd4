// The pages on which a parent asks, in every language in which they are offered: in no state does a Dutch sentence stay, and what is promised stands in Dutch too.
#include "gen/catalogue.h"
#include "gen/reception_views.h"
#include "people/store_people.h"
#include "tests/world/world.h"

#include <regex>
#include <set>

namespace {
using base::tr;
using text::Language;
using visit::Role;
using Fields = std::vector<std::pair<std::string, std::string>>;

/// What a catalogue was asked for and lacked.
std::set<std::string> missed;

/// How Dutch sentences would stand on a page that is not in Dutch: whole between tags, or a longer piece of one anywhere.
std::vector<std::string> const& dutch_not_in(Language language) {
    static std::map<Language, std::vector<std::string>> known;
    auto& all = known[language];
    if (!all.empty()) return all;
    auto const asking = text::asking_sentences();
    std::regex const holes{"\\{+[A-Za-z_]+\\}+"};
    for (auto each : gen::catalogue) {
        std::string const msgid{each};
        bool const same = std::find(asking.begin(), asking.end(), each) != asking.end() && text::translate(msgid, language) == msgid; // as "Menu" in Polish
        if (same) continue;
        all.push_back(">" + html::escaped(msgid) + "<");
        all.push_back("aria-label=\"" + html::escaped(msgid) + "\"");
        for (std::sregex_token_iterator part{msgid.begin(), msgid.end(), holes, -1}; part != std::sregex_token_iterator{}; ++part)
            if (part->length() > 14) all.push_back(html::escaped(part->str()));
    }
    return all;
}

class AskingLanguages : public world::InHouse {
protected:
    void SetUp() override {
        missed.clear();
        text::tell_missed([](std::string_view msgid, Language language) { missed.insert(std::string{base::word(language)} + ": " + std::string{msgid}); });
    }
    void TearDown() override { text::tell_missed(nullptr); }

    visit::PersonId coordinator = house.person(house.here, "Ineke Vos", {Role::coordinator});
    visit::PersonId trainer = house.person(house.here, "Tess Dijk", {Role::trainer});

    /// The same form sent on, with what its page holds and these fields.
    world::Page goes_on(world::Visitor& parent, world::Page const& page, std::string const& to, Fields const& fields) {
        http::Fields all;
        for (auto const* name : {"_csrf", "_once", "_moment", "_vraag", "_antwoorden"}) all.add(name, page.hidden(name));
        for (auto const& [name, value] : fields) all.add(name, value);
        house.clock.pass(std::chrono::seconds{5});
        return parent.send("POST", to, http::form_text(all));
    }
    /// Looks whether a page is in a language and says nothing in Dutch but what stands there to be Dutch.
    void in(Language language, world::Page const& page, std::string const& where) {
        SCOPED_TRACE(where);
        EXPECT_TRUE(page.says("<html lang=\"" + std::string{base::word(language)} + "\"" + (language == Language::ar ? " dir=\"rtl\"" : " class")));
        auto body = page.body;
        auto without = [&](std::string const& from, std::string const& to) {
            for (auto at = body.find(from); at != std::string::npos; at = body.find(from, at)) body.erase(at, body.find(to, at) - at);
        };
        without("<span class=\"nederlands\"", "</span>");
        without("lang=\"nl\" hreflang", "</a>");
        without("<div class=\"valkuil\"", "</div>"); // nobody sees it
        for (auto const& words : dutch_not_in(language)) EXPECT_EQ(body.find(words), std::string::npos) << words;
    }
    /// All pages in all their states, of the partnership with this name.
    void walk(Language language, std::string const& slug) {
        std::string const taal{base::word(language)}, much(8001, 'a');
        auto parent = house.stranger();
        parent.get("/steunpunt/" + slug + "?taal=" + taal);
        in(language, parent.get("/buddy-vragen"), "the promise");
        Fields const contact{{"naam", "Vera"}, {"telefoon", "06 12345678"}}, wrong_contact{{"naam", std::string(301, 'a')}, {"mail", "geen-adres"}, {"telefoon", "abc"}};
        struct Step {
            std::vector<Fields> wrong;
            Fields right;
        };
        std::vector<Step> const steps{{{{}, {{"situatie", "gesprek"}, {"woorden", much}}}, {{"situatie", "gesprek"}, {"situatie", "thuis"}, {"woorden", "x"}}},
                                      {{{{"gevoelig", much}}}, {{"kennis", "rechten"}, {"gevoelig", "x"}}},
                                      {{{}, {{"manier", "bellen"}, {"taal", std::string(201, 'a')}}}, {{"manier", "bellen"}, {"taal", "x"}, {"tolk", "ja"}}},
                                      {{{{"tijd_vast", "ja"}}}, {{"tijd-ma", "ma-avond"}}},
                                      {{{{"postcode", "42"}}, {{"buurt", "alleen"}}}, {{"postcode", "4201"}, {"eigen_dorp", "fine"}}},
                                      {{{{"school", "Nergens"}}, {{"groep", "9"}}}, {{"groep", "5"}, {"kind", "girl"}}},
                                      {{{}, wrong_contact, {{"naam", "Vera"}, {"mail", "vera@voorbeeld.test"}, {"meelezen", "bellen"}}}, contact},
                                      {{{}}, {{"kanaal", "poster"}, {"akkoord", "ja"}, {"contact", "ja"}}}};
        auto page = parent.get("/buddy-vragen/vragen");
        for (std::size_t n = 0; n < steps.size(); ++n) {
            auto const where = "question " + std::to_string(n + 1);
            in(language, page, where);
            for (auto const& wrong : steps[n].wrong) {
                auto const refused = goes_on(parent, page, "/buddy-vragen/vragen", wrong);
                EXPECT_EQ(refused.status, 422) << where;
                in(language, refused, where + " refused");
            }
            if (n > 0) in(language, goes_on(parent, page, "/buddy-vragen/vragen", {{"vorige", "1"}}), where + ", back");
            page = goes_on(parent, page, "/buddy-vragen/vragen", steps[n].right);
        }
        EXPECT_EQ(page.location, "/buddy-vragen/bedankt");
        for (std::string const address : {"/bel-mij-terug", "/alleen-een-vraag"}) {
            auto const form = parent.get(address);
            in(language, form, address);
            for (Fields const& wrong : {Fields{}, wrong_contact, Fields{{"naam", "Vera"}, {"telefoon", "06 12345678"}, {"wanneer", much}, {"woorden", much}}}) {
                auto const refused = goes_on(parent, form, address, wrong);
                EXPECT_EQ(refused.status, 422);
                in(language, refused, address + " refused");
            }
            auto const late = parent.send("POST", address, "naam=Vera"), strange = parent.send("POST", address, "naam=%ff");
            EXPECT_EQ(late.status, 403);
            EXPECT_EQ(strange.status, 400);
            in(language, late, address + " out of date");
            in(language, strange, address + " with strange signs");
        }
        for (std::string const address : {"/buddy-vragen/bedankt", "/alleen-een-vraag/bedankt"}) in(language, parent.get(address), address);
    }
};
ON_BOTH_DATABASES(AskingLanguages);

TEST_P(AskingLanguages, NoDutchIsLeftOnThePagesInAnyLanguage) {
    // the longest pages: someone stands in, inside and outside the partnership
    html::Values days;
    auto const today = base::local_date(house.clock.now());
    reception::put_date(days, "vanaf", today);
    reception::put_date(days, "tot", base::later(today, 4));
    Fields fields{{"wie", trainer.value()}, {"onverwacht", "ja"}};
    fields.insert(fields.end(), days.begin(), days.end());
    ASSERT_EQ(house.as(coordinator).post("/waarneming/nieuw", "/waarneming", fields).status, 303);
    house.partnership("buiten", visit::Independence::outside);
    missed.clear();
    for (auto language : text::asking_languages()) {
        if (text::of_all_pages(language)) continue;
        walk(language, "hier");
        auto parent = house.stranger();
        parent.get("/steunpunt/buiten?taal=" + std::string{base::word(language)});
        for (std::string const address : {"/buddy-vragen", "/buddy-vragen/vragen", "/bel-mij-terug"}) in(language, parent.get(address), address + ", where the coordinator works elsewhere");
    }
    EXPECT_EQ(missed, std::set<std::string>{}) << "add the file that says it to locale/asking.files";
}

TEST_P(AskingLanguages, OtherPagesAreInDutchAndLeadToTheAskingPages) {
    auto parent = house.stranger();
    EXPECT_TRUE(parent.get("/buddy-vragen?taal=ar").says("<html lang=\"ar\" dir=\"rtl\""));
    EXPECT_TRUE(parent.get("/buddy-vragen").says("<html lang=\"ar\" dir=\"rtl\"")) << "kept";
    auto const first = parent.get("/");
    EXPECT_TRUE(first.says("<html lang=\"nl\" class"));
    for (auto language : text::asking_languages()) {
        std::string const code{base::word(language)};
        EXPECT_EQ(first.says("lang=\"" + code + "\" hreflang=\"" + code + "\" href=\"/buddy-vragen?taal=" + code + "\">" + std::string{text::own_name(language)} + "</a>"), !text::of_all_pages(language)) << code;
        EXPECT_EQ(parent.get("/privacy").says(text::own_name(language)), text::of_all_pages(language)) << code;
        EXPECT_TRUE(parent.get("/bel-mij-terug").says(text::own_name(language))) << code;
    }
    EXPECT_TRUE(parent.get("/privacy?taal=ti").says("<html lang=\"nl\" class"));
    EXPECT_TRUE(parent.get("/buddy-vragen").says("<html lang=\"ti\" class"));
    EXPECT_TRUE(parent.get("/buddy-vragen?taal=xx").says("<html lang=\"ti\" class")) << "what nobody knows is not kept";
    EXPECT_TRUE(parent.get("/privacy?taal=en").says("<html lang=\"en\" class"));
    EXPECT_TRUE(parent.get("/inloggen/a%25b%3Fc%20d").says("href=\"/inloggen/a%25b%3Fc%20d?taal=en\"")) << "what was encoded in the address stays so";
    EXPECT_TRUE(parent.get("/buddy-vragen?via=poster.c7").says("?taal=tr&amp;via=poster.c7\"")) << "the code of a poster goes along";
}

TEST_P(AskingLanguages, ThePersonKeepsTheLanguageAndIsWrittenToInIt) {
    auto parent = house.stranger();
    auto const form = parent.get("/alleen-een-vraag?taal=ar");
    ASSERT_EQ(goes_on(parent, form, "/alleen-een-vraag", {{"woorden", "?"}, {"naam", "Amina"}, {"mail", "amina@voorbeeld.test"}, {"akkoord", "ja"}}).location, "/alleen-een-vraag/bedankt");
    auto const read = house.program->data().read(house.scope());
    auto const person = visit::PersonId{read->one<std::string>("select person from help_requests order by asked_at desc limit 1").value_or("")};
    EXPECT_EQ(people::find_person(*read, house.program->keys(), person)->language, Language::ar);
    EXPECT_EQ(read->one<std::string>("select language from consents where person = :person", person).value_or(""), "ar");
    house.program->run_jobs();
    ASSERT_EQ(house.mails.size(), 1U);
    EXPECT_EQ(house.mails[0].subject, text::translate("Een bericht voor u", Language::ar));
    auto const& body = house.mails[0].text;
    EXPECT_NE(body.find(text::translate("Dank u wel voor uw bericht. Wij nemen binnen twee werkdagen contact met u op.", Language::ar)), std::string::npos);
    EXPECT_EQ(body.find("Liever bellen"), std::string::npos);
    EXPECT_TRUE(std::regex_search(body, std::regex{"\u2068[0-9][0-9 -]+\u2069"})) << "a number keeps its direction: " << body;
}

TEST(AskingTexts, EveryLanguageIsOffered) {
    for (auto language : text::all_languages) {
        for (auto msgid : text::missing(language)) ADD_FAILURE() << base::word(language) << " lacks: " << msgid << " (bin/texts --missing)";
        EXPECT_EQ(text::read_by_speaker(language), text::of_all_pages(language)) << base::word(language);
    }
    EXPECT_EQ(text::asking_languages().size(), text::all_languages.size());
    EXPECT_GT(text::asking_sentences().size(), 100U);
}

TEST(AskingTexts, APlaceholderIsInEveryTranslationAndANumberKeepsItsDirection) {
    std::regex const holes{"\\{+[A-Za-z_]+\\}+"}, apart{"\u2066[^\u2069]*\u2069"}, numbers{"[0-9][0-9 -]*[ -][0-9]|@"};
    auto found = [&](std::string const& said) { return std::set<std::string>{std::sregex_token_iterator{said.begin(), said.end(), holes}, std::sregex_token_iterator{}}; };
    for (auto language : text::all_languages)
        for (auto each : text::asking_sentences()) {
            std::string const msgid{each}, said = text::translate(msgid, language);
            EXPECT_EQ(found(said), found(msgid)) << said;
            EXPECT_EQ(said.ends_with(' '), msgid.ends_with(' ')) << said;
            EXPECT_TRUE(!text::right_to_left(language) || !std::regex_search(std::regex_replace(said, apart, ""), numbers)) << said;
        }
}

TEST(AskingTexts, DatesAreInTheWordsOfTheLanguageAndInTheDigitsOfThePage) {
    base::Date const day{std::chrono::year{2027}, std::chrono::January, std::chrono::day{12}};
    EXPECT_EQ(text::plain_day(day, Language::uk), "12 січня 2027");
    EXPECT_EQ(text::plain_day(day, Language::pl), "12 stycznia 2027");
    EXPECT_EQ(text::plain_day(day, Language::tr), "12 Ocak 2027");
    EXPECT_EQ(text::plain_day(day, Language::ar), "12 يناير 2027");
    EXPECT_TRUE(text::plain_day(day, Language::ti).starts_with("12 ጥሪ")) << text::plain_day(day, Language::ti);
}

TEST(AskingTexts, WhatIsPromisedStandsInDutchTooUntilASpeakerHasReadIt) {
    auto const promise = html::promised(tr("Wat u vertelt, blijft tussen u en uw buddy."));
    std::string const beside = "<span class=\"nederlands\" lang=\"nl\" dir=\"ltr\">Wat u vertelt, blijft tussen u en uw buddy.</span>";
    for (auto language : text::all_languages) {
        auto const said = html::render(reception::views::page_::view, language, [&](html::Data& data) {
            html::Page page{data, {}};
            page.lead(promise).paragraph(promise).bullets({promise, tr("U mag er meer kiezen.")}).alert(html::Tone::warning, promise).details(tr("Taal"), {promise});
            auto form = page.form("/", tr("Volgende"));
            form.note(promise).box({.name = "akkoord", .label = promise, .who_reads = html::promised({tr("Dit leest: {who}. School en anderen lezen dit niet. Wie het las, staat bij ‘Wie heeft gekeken?’."), {{"who", text::say(tr("coördinator"), language)}}}, {tr("Dit leest: {who}. School en anderen lezen dit niet. Wie het las, staat bij ‘Wie heeft gekeken?’."), {{"who", "coördinator"}}})}).radios({.name = "keuze", .label = promise}, {{"een", tr("bellen")}});
        });
        std::size_t count = 0;
        for (auto at = said.find(beside); at != std::string::npos; at = said.find(beside, at + 1)) ++count;
        bool const machine = !text::of_all_pages(language);
        EXPECT_EQ(count, machine ? 8U : 0U) << base::word(language);
        EXPECT_EQ(said.find("lang=\"nl\" dir=\"ltr\">Dit leest: coördinator.") != std::string::npos, machine) << base::word(language);
        auto const translated = html::escaped(text::translate("Wat u vertelt, blijft tussen u en uw buddy.", language));
        EXPECT_NE(said.find(machine ? translated + "<span class=\"nederlands\"" : translated + "<"), std::string::npos) << base::word(language);
    }
}

} // namespace
