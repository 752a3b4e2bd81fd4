// Campaigns, channels, the network, mailings, hours and the yield, through pages.
#include "app/erasure.h"
#include "recruitment/store_campaigns.h"
#include "recruitment/store_outreach.h"
#include "tests/world/world.h"

#include <regex>

namespace {
using visit::Role;

class Outreach : public world::InHouse {
protected:
    visit::PersonId coordinator = house.person(house.here, "Ineke Vos", {Role::coordinator});
    world::Visitor desk = house.as(coordinator);
    using Fields = std::vector<std::pair<std::string, std::string>>;

    Fields campaign(char const* kind, int days_back, int days_ahead) {
        auto const today = base::local_date(house.clock.now());
        Fields fields{{"soort", kind}, {"naam", "Najaar"}, {"doel", "3"}, {"plan_b", "De directeur belt de scholen."}};
        for (auto const& [field, day] : {std::pair{"begin", base::later(today, -days_back)}, {"einde", base::later(today, days_ahead)}}) {
            fields.emplace_back(std::string{field} + "_dag", std::to_string(static_cast<unsigned>(day.day())));
            fields.emplace_back(std::string{field} + "_maand", std::to_string(static_cast<unsigned>(day.month())));
            fields.emplace_back(std::string{field} + "_jaar", std::to_string(static_cast<int>(day.year())));
        }
        return fields;
    }
    Fields day(std::string const& field, base::Date date) { return {{field + "_dag", std::to_string(static_cast<unsigned>(date.day()))}, {field + "_maand", std::to_string(static_cast<unsigned>(date.month()))}, {field + "_jaar", std::to_string(static_cast<int>(date.year()))}}; }
    world::Page sign_up(std::string const& address, Fields extra = {}) {
        auto parent = house.stranger();
        auto page = parent.get(address);
        house.clock.pass(std::chrono::seconds{5});
        http::Fields all;
        for (auto const* name : {"_csrf", "_once", "_moment", "via"}) all.add(name, page.hidden(name));
        for (auto const& [name, value] : std::initializer_list<std::pair<char const*, char const*>>{{"naam", "Noor van Dijk"}, {"telefoon", "0612345678"}, {"akkoord", "ja"}}) all.add(name, value);
        for (auto const& [name, value] : extra) all.add(name, value);
        return parent.send("POST", "/buddy-worden/aanmelden", http::form_text(all));
    }
    template <class T = std::string>
    T one(std::string const& sql) { return house.program->data().read(house.scope())->one<T>(sql).value_or(T{}); }
};
ON_BOTH_DATABASES(Outreach);

TEST_P(Outreach, ACampaignIsMadeChangedAndClosed) {
    auto wrong = desk.post("/campagnes/nieuw", "/campagnes", {{"naam", "Half"}, {"doel", "2"}});
    EXPECT_EQ(wrong.status, 422);
    EXPECT_TRUE(wrong.says("value=\"Half\"")) << "what was typed stays";
    auto made = desk.post("/campagnes/nieuw", "/campagnes", campaign("buddys", 1, 30));
    EXPECT_EQ(made.status, 303);
    auto page = desk.get(made.location);
    EXPECT_TRUE(page.says("/buddy-worden?via=poster.c1"));
    EXPECT_TRUE(page.says("0 / 3"));
    auto fields = campaign("buddys", 1, 60);
    fields[1].second = "Najaar en winter";
    fields.emplace_back("versie", "1");
    EXPECT_EQ(desk.post(made.location + "/wijzigen", made.location, fields).status, 303);
    EXPECT_TRUE(desk.get(made.location).says("Najaar en winter"));
    EXPECT_EQ(desk.post(made.location + "/wijzigen", made.location, fields).status, 422) << "an old version";
    EXPECT_EQ(desk.post(made.location + "/sluiting", made.location + "/sluiting", {}).status, 303);
    EXPECT_TRUE(desk.get("/campagnes?stand=voorbij").says("Najaar en winter"));
    EXPECT_FALSE(desk.get("/campagnes?stand=loopt").says("Najaar en winter"));
    EXPECT_TRUE(desk.get("/vandaag").says("tijd voor plan B")) << "closed with too few";
    EXPECT_EQ(desk.post(made.location, made.location + "/heropening", {}).status, 303);
    EXPECT_FALSE(desk.get("/vandaag").says("tijd voor plan B"));
}

TEST_P(Outreach, WithTooFewOnTheLastDayPlanBStandsOnVandaagUntilItIsDoneOrLetGo) {
    auto made = desk.post("/campagnes/nieuw", "/campagnes", campaign("buddys", 1, 2));
    EXPECT_FALSE(desk.get("/vandaag").says("tijd voor plan B"));
    EXPECT_EQ(sign_up("/buddy-worden/aanmelden?via=poster.c1").status, 303);
    EXPECT_TRUE(desk.get(made.location).says("0 / 3")) << "not yet confirmed";
    auto id = one("select id from sign_ups");
    EXPECT_EQ(desk.post("/aanmeldingen/" + id, "/aanmeldingen/" + id + "/bevestiging", {}).status, 303);
    EXPECT_TRUE(desk.get(made.location).says("1 / 3"));
    EXPECT_EQ(desk.post(made.location, made.location + "/plan-b", {{"antwoord", "done"}}).status, 303);
    EXPECT_EQ(one("select fallback_answer from campaigns"), "") << "nothing to decide while it runs";
    house.clock.pass(std::chrono::hours{24 * 3});
    auto later = house.as(coordinator);
    EXPECT_TRUE(later.get("/vandaag").says("tijd voor plan B"));
    EXPECT_EQ(later.post(made.location, made.location + "/plan-b", {{"antwoord", "let_go"}}).status, 303);
    EXPECT_FALSE(later.get("/vandaag").says("tijd voor plan B"));
}

TEST_P(Outreach, ACodeFillsChannelAndCampaignAndAnUnknownOneIsSimplyAsked) {
    desk.post("/campagnes/nieuw", "/campagnes", campaign("buddys", 1, 30));
    EXPECT_EQ(desk.post("/kanalen", "/kanalen", {{"naam", "Bibliotheek"}, {"code", "poster"}}).status, 422);
    EXPECT_EQ(desk.post("/kanalen", "/kanalen", {{"naam", "Bibliotheek"}, {"code", "bieb"}}).status, 303);
    EXPECT_TRUE(house.stranger().get("/buddy-worden?via=bieb.c1").says("/buddy-worden/aanmelden?via=bieb.c1"));
    EXPECT_FALSE(house.stranger().get("/buddy-worden/aanmelden?via=bieb.c1").says("Hoe hoorde u van ons?"));
    EXPECT_EQ(sign_up("/buddy-worden/aanmelden?via=bieb.c1").status, 303);
    EXPECT_EQ(one("select o.name from sign_ups s join own_channels o on o.id = s.own_channel where s.channel = 'anders'"), "Bibliotheek");
    EXPECT_EQ(one<std::int64_t>("select count(*) from sign_ups s join campaigns c on c.id = s.campaign"), 1);
    EXPECT_TRUE(desk.get("/aanmeldingen").says("Bibliotheek"));
    auto id = one("select id from sign_ups");
    EXPECT_TRUE(desk.get("/aanmeldingen/" + id).says("Najaar"));
    auto asked = house.stranger().get("/buddy-worden/aanmelden?via=onbekend.c9");
    EXPECT_TRUE(asked.says("Hoe hoorde u van ons?"));
    EXPECT_TRUE(asked.says("Bibliotheek")) << "an own channel can be chosen";
    EXPECT_EQ(sign_up("/buddy-worden/aanmelden?via=onbekend.c9").status, 422);
    EXPECT_EQ(sign_up("/buddy-worden/aanmelden?via=c1", {{"kanaal", "bieb"}}).status, 303) << "a code of a campaign alone asks the channel";
    EXPECT_EQ(one<std::int64_t>("select count(*) from sign_ups where own_channel is not null and campaign is not null"), 2);
    auto channel = one("select id from own_channels");
    EXPECT_EQ(desk.post("/kanalen", "/kanalen/" + channel + "/einde", {}).status, 303);
    EXPECT_FALSE(house.stranger().get("/buddy-worden/aanmelden").says("Bibliotheek"));
    EXPECT_FALSE(house.stranger().get("/buddy-worden/aanmelden?via=bieb").says("Hoe hoorde u van ons?")) << "a poster that still hangs goes on counting";
}

TEST_P(Outreach, WhoComesWhileOneCampaignRunsCountsForItWithoutACode) {
    desk.post("/campagnes/nieuw", "/campagnes", campaign("vraagouders", 1, 30));
    EXPECT_EQ(house.stranger().post("/bel-mij-terug?via=poster", "/bel-mij-terug", {{"naam", "Petra"}, {"telefoon", "0612345678"}, {"via", "poster"}}).status, 303);
    EXPECT_EQ(one("select channel from help_requests"), "poster");
    EXPECT_EQ(one<std::int64_t>("select count(*) from arrivals"), 1);
    auto id = one("select id from help_requests");
    EXPECT_TRUE(desk.get("/hulpvragen/" + id).says("Najaar"));
    // with two at once only a code decides
    desk.post("/campagnes/nieuw", "/campagnes", campaign("vraagouders", 1, 30));
    house.stranger().post("/bel-mij-terug", "/bel-mij-terug", {{"naam", "Petra"}, {"telefoon", "0612345678"}});
    EXPECT_EQ(one<std::int64_t>("select count(*) from arrivals"), 1);
    house.stranger().post("/bel-mij-terug?via=c2", "/bel-mij-terug", {{"naam", "Petra"}, {"telefoon", "0612345678"}, {"via", "c2"}});
    EXPECT_EQ(one<std::int64_t>("select count(*) from arrivals"), 2);
}

TEST_P(Outreach, ARequestRemembersTheCodeThroughAllItsQuestions) {
    desk.post("/campagnes/nieuw", "/campagnes", campaign("vraagouders", 1, 30));
    desk.post("/kanalen", "/kanalen", {{"naam", "Bibliotheek"}, {"code", "bieb"}});
    auto parent = house.stranger();
    EXPECT_TRUE(parent.get("/buddy-vragen?via=bieb.c1").says("?via=bieb.c1"));
    auto page = parent.get("/buddy-vragen/vragen?via=bieb.c1");
    for (auto const& answers : std::vector<Fields>{{{"situatie", "thuis"}}, {}, {{"manier", "bellen"}, {"taal", "Nederlands"}}, {}, {}, {}, {{"naam", "Petra"}, {"telefoon", "0612345678"}}, {{"akkoord", "ja"}, {"contact", "ja"}, {"kanaal", "bieb"}}}) {
        http::Fields all;
        for (auto const* name : {"_csrf", "_once", "_vraag", "_antwoorden"}) all.add(name, page.hidden(name));
        for (auto const& [name, value] : answers) all.add(name, value);
        if (answers.size() == 3 && answers[0].first == "akkoord") {
            EXPECT_TRUE(std::regex_search(page.body, std::regex{"value=\"bieb\"[^>]*checked"})) << "the channel stands filled in";
        }
        page = parent.send("POST", "/buddy-vragen/vragen", http::form_text(all));
    }
    EXPECT_EQ(page.location, "/buddy-vragen/bedankt");
    EXPECT_EQ(one<std::int64_t>("select count(*) from help_requests where own_channel is not null and campaign is not null and channel = 'anders'"), 1);
}

TEST_P(Outreach, AProfessionalIsApproachedAndTheNextStepComesOnItsDay) {
    auto made = desk.post("/netwerk/nieuw", "/netwerk", {{"naam", "Bilal Ouali"}, {"taak", "ambulant-begeleider"}, {"mail", "bilal@school.test"}});
    EXPECT_EQ(made.status, 303);
    auto const today = base::local_date(house.clock.now());
    auto fields = day("dag", today);
    fields.insert(fields.end(), {{"middel", "telefoon"}, {"woorden", "Belt drie ouders."}, {"stap", "Terugbellen"}});
    EXPECT_EQ(desk.post(made.location, made.location + "/contact", fields).status, 422) << "a step without a day";
    for (auto const& each : day("wanneer", base::later(today, 7))) fields.push_back(each);
    EXPECT_EQ(desk.post(made.location, made.location + "/contact", fields).status, 303);
    EXPECT_TRUE(desk.get("/contactlogboek").says("Belt drie ouders."));
    EXPECT_FALSE(desk.get("/vandaag").says("Volgende stap in de werving"));
    house.clock.pass(std::chrono::hours{24 * 7});
    auto later = house.as(coordinator);
    auto todays = later.get("/vandaag");
    EXPECT_TRUE(todays.says("Volgende stap in de werving"));
    EXPECT_TRUE(todays.says("Bilal Ouali"));
    auto approach = one("select id from approaches");
    EXPECT_EQ(later.post(made.location, "/contactlogboek/" + approach + "/gedaan", {}).status, 303);
    EXPECT_FALSE(later.get("/vandaag").says("Volgende stap in de werving"));
    EXPECT_EQ(one<std::int64_t>("select count(*) from person_roles r join professionals p on p.person = r.person"), 0) << "a professional has no rights here";
    auto const row = one("select words from approaches");
    EXPECT_EQ(row.find("ouders"), std::string::npos) << "sealed";
    auto there = house.as(house.person(house.there, "Wil Daar", {Role::coordinator}));
    EXPECT_EQ(there.get(made.location).status, 404);
    EXPECT_FALSE(there.get("/netwerk").says("Bilal"));
}

TEST_P(Outreach, AnErasedProfessionalLeavesNoNameAndNoWords) {
    auto made = desk.post("/netwerk/nieuw", "/netwerk", {{"naam", "Bilal Ouali"}, {"taak", "ambulant-begeleider"}, {"mail", "bilal@school.test"}});
    auto const today = base::local_date(house.clock.now());
    auto fields = day("dag", today);
    fields.insert(fields.end(), {{"middel", "telefoon"}, {"woorden", "Belt drie ouders."}, {"stap", "Terugbellen"}});
    for (auto const& each : day("wanneer", today)) fields.push_back(each);
    EXPECT_EQ(desk.post(made.location, made.location + "/contact", fields).status, 303);
    app::erase(house.program->services(), house.config.journal_path(), visit::PersonId{one("select person from professionals")});
    EXPECT_EQ(one("select words from approaches"), "");
    EXPECT_FALSE(desk.get("/contactlogboek").says("Belt drie ouders."));
    EXPECT_FALSE(desk.get("/netwerk").says("Bilal"));
    EXPECT_FALSE(desk.get("/vandaag").says("Volgende stap in de werving"));
    EXPECT_EQ(desk.get(made.location).status, 404);
}

TEST_P(Outreach, AMailingGoesToWhoWasChosenAndHasAnAddressAndIsRemembered) {
    desk.post("/campagnes/nieuw", "/campagnes", campaign("buddys", 1, 30));
    for (auto const& [name, mail] : std::initializer_list<std::pair<char const*, char const*>>{{"Bilal Ouali", "bilal@school.test"}, {"Joke Bos", "joke@school.test"}, {"Peer Zonder", ""}}) desk.post("/netwerk/nieuw", "/netwerk", {{"naam", name}, {"taak", "ambulant-begeleider"}, {"mail", mail}});
    std::map<std::string, std::string> ids;
    for (auto const& id : house.program->data().read(house.scope())->column<std::string>("select id from professionals")) {
        auto const page = desk.get("/netwerk/" + id);
        for (auto const* name : {"Bilal", "Joke", "Peer"})
            if (page.says(name)) ids[name] = id;
    }
    ASSERT_EQ(ids.size(), 3U);
    EXPECT_TRUE(desk.get("/mailings/nieuw").says("heeft geen mailadres en krijgt niets"));
    EXPECT_EQ(desk.post("/mailings/nieuw", "/mailings/nieuw", {{"_stap", "kiezen"}}).status, 422);
    Fields chosen{{"ontvanger", ids["Bilal"]}, {"ontvanger", ids["Peer"]}, {"sjabloon", "ambulant-begeleiders"}, {"campagne", one("select id from campaigns")}};
    auto with = [&](Fields more) {
        auto all = chosen;
        all.insert(all.end(), more.begin(), more.end());
        return all;
    };
    auto text = desk.post("/mailings/nieuw", "/mailings/nieuw", with({{"_stap", "kiezen"}}));
    EXPECT_TRUE(text.says("https://naast.test/buddy-worden?via=ambulant-begeleider.c1"));
    EXPECT_TRUE(text.says("https://naast.test/buddy-vragen?via=ambulant-begeleider"));
    EXPECT_EQ(desk.post("/mailings/nieuw", "/mailings/nieuw", with({{"_stap", "schrijven"}, {"tekst", "Kort"}})).status, 422);
    auto const words = "Beste collega,\n\nWelke ouder kent u?\n\nhttps://naast.test/buddy-worden?via=ambulant-begeleider.c1";
    auto preview = desk.post("/mailings/nieuw", "/mailings/nieuw", with({{"_stap", "schrijven"}, {"tekst", words}}));
    EXPECT_EQ(preview.status, 200);
    EXPECT_TRUE(preview.says("Welke ouder kent u?"));
    EXPECT_TRUE(preview.says("Peer Zonder: geen mailadres, krijgt niets"));
    EXPECT_TRUE(preview.says("Verstuur aan 1 persoon"));
    EXPECT_EQ(one<std::int64_t>("select count(*) from mailings"), 0) << "nothing is kept before sending";
    EXPECT_TRUE(house.mails.empty());
    auto kept = desk.post("/mailings/nieuw", "/mailings/nieuw", with({{"_stap", "kiezen"}, {"tekst", words}, {"_bij", "ambulant-begeleiders|" + one("select id from campaigns")}}));
    EXPECT_TRUE(kept.says("Welke ouder kent u?")) << "back to the receivers and on again keeps the text";

    house.mail_works = false;
    auto sent = desk.post("/mailings/nieuw", "/mailings/nieuw", with({{"_stap", "versturen"}, {"tekst", words}}));
    EXPECT_EQ(sent.status, 303);
    house.program->run_jobs();
    EXPECT_TRUE(desk.get(sent.location).says("nog niet weg"));
    house.mail_works = true;
    house.clock.pass(std::chrono::hours{2});
    house.program->run_jobs();
    ASSERT_EQ(house.mails.size(), 1U);
    EXPECT_EQ(house.mails[0].to, "bilal@school.test");
    EXPECT_EQ(house.mails[0].text.find(words), 0U);
    EXPECT_EQ(house.mails[0].subject.find("buddy"), std::string::npos) << "a subject never says what it is about";
    auto later = house.as(coordinator);
    EXPECT_FALSE(later.get(sent.location).says("nog niet weg"));
    EXPECT_FALSE(later.get(sent.location).says("Peer"));
    EXPECT_TRUE(later.get("/contactlogboek").says("Bilal Ouali"));
    EXPECT_EQ(one("select words from mailings").find("ouder"), std::string::npos) << "sealed";
}

TEST_P(Outreach, HoursAddUpPerMonthAndGoAlongAsCsv) {
    auto const today = base::local_date(house.clock.now());
    EXPECT_EQ(desk.post("/uren", "/uren", {{"uren", "veel"}}).status, 422);
    for (auto const& [hours, whose] : std::initializer_list<std::pair<char const*, char const*>>{{"1,5", "coordinator"}, {"2", "coordinator"}, {"0:45", "school"}}) {
        auto fields = day("dag", today);
        fields.insert(fields.end(), {{"uren", hours}, {"wie", whose}, {"waarvoor", "=werving"}});
        EXPECT_EQ(desk.post("/uren", "/uren", fields).status, 303);
    }
    EXPECT_TRUE(desk.get("/uren").says("4,25"));
    auto const csv = desk.get("/uren/uren.csv");
    EXPECT_TRUE(csv.says("november 2026;3,50;0,75;4,25\r\n"));
    auto const id = one("select id from hours where minutes = 120");
    EXPECT_EQ(desk.post("/uren/" + id, "/uren/" + id + "/weg", {}).status, 303);
    EXPECT_TRUE(desk.get("/uren/uren.csv").says("november 2026;1,50;0,75;2,25\r\n"));
    EXPECT_EQ(desk.get("/uren/" + id).status, 404);
    EXPECT_EQ(one("select words from hours").find("werving"), std::string::npos) << "sealed";
}

TEST_P(Outreach, TheYieldIsForTheCoordinatorOnly) {
    auto director = house.as(house.person(house.here, "Dirk Hoog", {Role::director}));
    for (auto const* page : {"/opbrengst", "/opbrengst/buddys.csv", "/opbrengst/vraagouders.csv", "/opbrengst/maanden.csv", "/opbrengst/opbrengst.xlsx"}) {
        EXPECT_EQ(director.get(page).status, 404) << page;
        EXPECT_EQ(desk.get(page).status, 200) << page;
    }
    desk.post("/campagnes/nieuw", "/campagnes", campaign("vraagouders", 1, 30));
    auto const campaign = one("select id from campaigns");
    EXPECT_TRUE(desk.get("/opbrengst?campagne=" + campaign).says("Niemand in deze keuze"));
    EXPECT_TRUE(desk.get("/opbrengst/buddys.csv?campagne=" + campaign).says("Samen;0;0;0;0;0;0"));
    sign_up("/buddy-worden/aanmelden?via=poster");
    EXPECT_TRUE(desk.get("/opbrengst/buddys.csv").says("Een poster;1;0;0;0;0;0") || desk.get("/opbrengst/buddys.csv").says("een poster;1;0;0;0;0;0"));
    EXPECT_TRUE(desk.get("/opbrengst/buddys.csv?periode=schooljaar-2025").says("Samen;0;"));
}

} // namespace
