// Recruitment and training of the first pilot, September 2022 to April 2023, done again through the screens: every letter opened, every form sent, on a clock that moves.
// The figures are those of the report (L541–567, 2177–2260); people, dates of talks and what was said are invented. Who got the slides came to talk about them too: no screen lets an evening go. Who left afterwards, and how many, is our assumption.
#include "tests/world/world.h"

#include <functional>
#include <map>
#include <regex>
#include <set>

namespace {
using visit::Role;
using Fields = std::vector<std::pair<std::string, std::string>>;
using Row = std::vector<std::string>;

struct Signing {
    std::string name;
    enum { outreach,
           school_leader,
           workshop } through;
    base::Date day;
    bool withdraws = false;
    std::string second_evening = "present";
    std::string leaves_for = {}; ///< a reason, of who leaves some weeks after the training
    std::string mail() const { return mail_of(name); }
    static std::string mail_of(std::string const& name) { return static_cast<char>(name[0] + 32) + name.substr(1, name.find(' ') - 1) + "@rivier.test"; }
};
base::Date on(int year, unsigned month, unsigned day) { return base::Date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}}; }

class Pilot : public world::InHouse {
protected:
    std::vector<Signing> const signings{
        {"Geertje Kuipers", Signing::outreach, on(2022, 9, 20)},
        {"Anton Kuipers", Signing::outreach, on(2022, 9, 20)}, // a couple: two persons
        {"Soraya Haddou", Signing::outreach, on(2022, 9, 28)},
        {"Mirjam Slot", Signing::outreach, on(2022, 10, 5), false, "caught_up_online"},
        {"Leon Baas", Signing::outreach, on(2022, 10, 11), false, "caught_up_online", "time"},
        {"Ewa Nowicka", Signing::outreach, on(2022, 10, 18), true},
        {"Dineke Vos", Signing::outreach, on(2022, 10, 25), false, "present", "personal"},
        {"Ruben Postma", Signing::school_leader, on(2022, 11, 3), true},
        {"Jolanda Mulder", Signing::workshop, on(2022, 11, 16), false, "caught_up_online"},
        {"Kim Terlouw", Signing::workshop, on(2022, 11, 16), false, "slides_and_talk"},
    };
    visit::PersonId coordinator = house.person(house.here, "Marleen de Wit", {Role::coordinator}), worker = house.person(house.here, "Bilal Ouali", {Role::outreach}), trainer = house.person(house.here, "Hedwig Zomer", {Role::trainer});
    std::multimap<base::Moment, std::function<void()>> calendar;
    std::string campaign, gathering, edition;
    std::size_t called_off = 0;

    void plan(base::Date day, int hour, std::function<void()> what) { calendar.emplace(base::moment_of({day, std::chrono::hours{hour}}), std::move(what)); }
    /// Does everything in the order of its moments; the rounds of each day go between.
    void live() {
        while (!calendar.empty()) {
            auto [moment, what] = *calendar.begin();
            calendar.erase(calendar.begin());
            house.clock.set(moment);
            work();
            what();
            work();
            if (HasFatalFailure()) return;
        }
    }
    void work() {
        house.program->go_round();
        while (house.program->run_jobs() > 0) {}
    }
    world::Visitor desk() { return house.as(coordinator); }
    static Fields day(std::string const& field, base::Date date) { return {{field + "_dag", std::to_string(static_cast<unsigned>(date.day()))}, {field + "_maand", std::to_string(static_cast<unsigned>(date.month()))}, {field + "_jaar", std::to_string(static_cast<int>(date.year()))}}; }
    static Fields both(Fields one, Fields const& other) {
        one.insert(one.end(), other.begin(), other.end());
        return one;
    }
    base::Date today() { return base::local_date(house.clock.now()); }
    void sends(world::Visitor& who, std::string const& on, std::string const& to, Fields const& fields, std::string const& what) {
        auto const answer = who.post(on, to, fields);
        ASSERT_EQ(answer.status, 303) << what << ": " << answer.body.substr(0, answer.body.find("</main>")).substr(answer.body.find("<main") == std::string::npos ? 0 : answer.body.find("<main"));
    }
    /// The newest address beginning like this in a mail to someone.
    std::string link(std::string const& to, std::string const& begins) {
        while (house.program->run_jobs() > 0) {}
        for (auto mail = house.mails.rbegin(); mail != house.mails.rend(); ++mail)
            if (auto at = mail->text.find(begins); mail->to == to && at != std::string::npos) return mail->text.substr(at, mail->text.find_first_of("\n ", at) - at);
        ADD_FAILURE() << "no mail to " << to << " with " << begins;
        return begins;
    }
    /// The address under a name in a list.
    std::string listed(std::string const& list, std::string const& name) {
        auto const page = desk().get(list + "?zoek=" + http::encoded(name));
        std::smatch found;
        if (std::regex_search(page.body, found, std::regex{"href=\"(" + list + "/[A-Za-z0-9_-]{22})\""})) return found[1];
        ADD_FAILURE() << name << " does not stand in " << list;
        return list;
    }
    /// Someone logs in by the link in the mail, in the browser that asked for it.
    world::Visitor logs_in(Signing const& who) {
        auto visitor = house.stranger();
        visitor.post("/inloggen", "/inloggen", {{"mail", who.mail()}});
        auto const way_in = link(who.mail(), "/inloggen/");
        EXPECT_EQ(visitor.post(way_in, way_in, {}).status, 303) << who.name;
        return visitor;
    }

    void begins() {
        auto who = desk();
        auto made = who.post("/campagnes/nieuw", "/campagnes", both(both({{"soort", "buddys"}, {"naam", "Eerste groep"}, {"doel", "10"}, {"plan_b", "De directeur belt de schoolleiders."}}, day("begin", on(2022, 9, 1))), day("einde", on(2022, 12, 20))));
        ASSERT_EQ(made.status, 303);
        campaign = made.location;
        ASSERT_TRUE(who.get(campaign).says("schoolleider.c1")) << "a code for each channel";
    }
    void announces_workshop() {
        auto who = desk();
        auto made = who.post("/bijeenkomsten/nieuw", "/bijeenkomsten", both({{"soort", "informatieavond"}, {"titel", "Workshop voor ouders"}, {"tijd", "19.30"}, {"duur", "120"}, {"plaats", "Wijkcentrum De Brug"}, {"link", ""}, {"tekst", "Kom luisteren."}, {"plekken", ""}}, day("dag", on(2022, 11, 16))));
        ASSERT_EQ(made.status, 303);
        gathering = made.location.substr(made.location.rfind('/') + 1);
    }
    void comes_to_workshop(std::string const& name) {
        fills_in("/bijeenkomst/" + gathering + "/aanmelden", "/bijeenkomst/" + gathering + "/aanmelden", {{"naam", name}, {"mail", Signing::mail_of(name)}, {"aantal", "1"}, {"taal", "nl"}, {"akkoord", "ja"}});
    }
    void counts_who_came() {
        auto who = desk();
        auto const at = "/bijeenkomsten/" + gathering + "/opkomst";
        auto const page = who.get(at);
        Fields fields{{"aantal", "6"}};
        std::regex const box{"name=\"was_er\"[^>]*value=\"([^\"]+)\""};
        for (auto found = std::sregex_iterator{page.body.begin(), page.body.end(), box}; found != std::sregex_iterator{}; ++found) fields.emplace_back("was_er", (*found)[1]);
        EXPECT_EQ(fields.size(), 7U) << "five parents and a manager";
        sends(who, at, at, fields, "attendance of the workshop");
    }
    /// A form of the public site, sent no faster than a person can.
    void fills_in(std::string const& on, std::string const& to, Fields const& fields) {
        auto visitor = house.stranger();
        auto const page = visitor.get(on);
        house.clock.pass(std::chrono::seconds{5});
        http::Fields all;
        for (auto const* name : {"_csrf", "_once", "_moment", "via"}) all.add(name, page.hidden(name));
        for (auto const& [name, value] : fields) all.add(name, value);
        auto const answer = visitor.send("POST", to, http::form_text(all));
        ASSERT_EQ(answer.status, 303) << to;
    }
    void signs_up(Signing const& who) {
        if (who.through == Signing::outreach) {
            auto his = house.as(worker);
            sends(his, "/aangedragen", "/aangedragen", both({{"naam", who.name}, {"mail", who.mail()}, {"hoe", "spoken"}, {"akkoord", "ja"}}, day("dag", today())), who.name + " is named");
            EXPECT_FALSE(desk().get("/aanmeldingen").says(who.name)) << "a name passed on is no sign-up before the parent said yes";
            auto const letter = link(who.mail(), "/aangedragen-door/");
            auto parent = house.stranger();
            sends(parent, letter, letter, {{"antwoord", "ja"}}, who.name + " says yes");
            return;
        }
        auto const code = who.through == Signing::school_leader ? "schoolleider.c1" : "avond";
        std::string const start = who.through == Signing::school_leader ? "/buddy-worden?via=schoolleider.c1" : "/bijeenkomst/" + gathering;
        ASSERT_TRUE(house.stranger().get(start).says("/buddy-worden" + std::string{who.through == Signing::school_leader ? "/aanmelden" : ""} + "?via=" + code)) << "from there one can go on";
        fills_in(std::string{"/buddy-worden/aanmelden?via="} + code, "/buddy-worden/aanmelden", {{"naam", who.name}, {"mail", who.mail()}, {"telefoon", ""}, {"akkoord", "ja"}});
        auto const letter = link(who.mail(), "/aanmelding/");
        auto parent = house.stranger();
        sends(parent, letter, letter + "/bevestiging", {}, who.name + " confirms");
    }
    /// Every second candidate chooses a time that was offered; with the others the coordinator made an appointment.
    void plans_talk(Signing const& who, bool chooses) {
        auto its = desk();
        auto const sign_up = listed("/aanmeldingen", who.name);
        auto const when = base::later(who.day, 14);
        if (!chooses) return sends(its, sign_up + "/gesprek", sign_up + "/gesprek", both({{"tijd", "20.00"}, {"duur", "45"}, {"manier", "in_person"}, {"plaats", "Wijkcentrum De Brug"}}, day("dag", when)), "a talk with " + who.name);
        // two who come on one day find two times
        sends(its, "/gesprekken/tijden", "/gesprekken/tijden", both({{"tijden", who.name == "Kim Terlouw" ? "21.00" : "19.00"}, {"duur", "45"}, {"manier", "online"}, {"plaats", ""}}, day("dag", when)), "times for " + who.name);
        sends(its, sign_up + "/gesprek", sign_up + "/tijden", {}, "offered to " + who.name);
        auto const letter = link(who.mail(), "/gesprek-kiezen/");
        auto parent = house.stranger();
        std::smatch time;
        auto const page = parent.get(letter);
        ASSERT_TRUE(std::regex_search(page.body, time, std::regex{"name=\"tijd\"[^>]*value=\"([^\"]+)\""})) << who.name;
        sends(parent, letter, letter, {{"tijd", time[1]}}, who.name + " chooses");
        EXPECT_EQ(house.stranger().get(letter).status, 200);
    }
    void holds_talk(Signing const& who) {
        auto its = desk();
        std::smatch found;
        auto const planned = its.get(listed("/aanmeldingen", who.name) + "/gesprek").location;
        auto const talk = planned.empty() ? this->talk_in_week(who) : planned;
        sends(its, talk, talk + "/verslag", {{"kind", "ja"}, {"samen", "ja"}, {"motivatie", "Wil een ander bijstaan."}}, "notes of " + who.name);
        EXPECT_TRUE(its.get(talk).says("Wil een ander bijstaan."));
        sends(its, talk + "/uitkomst", talk + "/uitkomst", both({{"advies", "may_go_on"}, {"woorden", "We denken allebei dat dit past."}}, day("besproken", today())), "outcome of " + who.name);
        auto own = logs_in(who);
        EXPECT_TRUE(own.get("/mijn/aanmelding").says("We denken allebei dat dit past."));
        sends(own, "/mijn/aanmelding", "/mijn/aanmelding", {{"antwoord", "agrees"}}, who.name + " agrees");
        EXPECT_TRUE(desk().get(talk).says("De ouder is het ermee eens"));
    }
    /// The talk as it stands in the week of today.
    std::string talk_in_week(Signing const& who) {
        auto const page = desk().get("/gesprekken?week=" + base::iso(today()));
        std::smatch found;
        if (std::regex_search(page.body, found, std::regex{"href=\"(/gesprekken/[A-Za-z0-9_-]{22})\">" + who.name})) return found[1];
        ADD_FAILURE() << "no talk with " << who.name << " this week";
        return "/gesprekken";
    }
    void withdraws(Signing const& who) {
        auto own = logs_in(who);
        sends(own, "/mijn/aanmelding/terugtrekken", "/mijn/aanmelding/terugtrekken", {{"reden", "private_circumstances"}}, who.name + " withdraws");
        house.mails.clear();
        while (house.program->run_jobs() > 0) {}
        for (auto const& mail : house.mails)
            if (mail.to == who.mail() && mail.calendar_method == "CANCEL") ++called_off;
    }
    void makes_edition() {
        auto its = desk();
        auto made = its.post("/trainingen/nieuw", "/trainingen", both(both({{"naam", "Eerste groep"}, {"plaats", "Wijkcentrum De Brug"}, {"tijd", "19.00"}}, day("dag1", on(2023, 1, 18))), day("dag2", on(2023, 2, 8))));
        ASSERT_EQ(made.status, 303);
        edition = made.location;
        sends(its, edition, edition + "/trainers", {{"trainer", trainer.value()}}, "a trainer");
    }
    void invites() {
        Fields all;
        for (auto const& who : signings) all.emplace_back("persoon", listed("/buddys", who.name).substr(8));
        auto its = desk();
        sends(its, edition, edition + "/deelnemers", all, "the group is invited");
    }
    /// The fields for each person of a form that asks who was there, by name; the last form of a page wins.
    std::map<std::string, std::string> participants(world::Page const& page) {
        std::map<std::string, std::string> all;
        std::regex const group{"name=\"(p-(?:[A-Za-z0-9_-]{22}-)?([A-Za-z0-9_-]{22}))\""};
        for (auto found = std::sregex_iterator{page.body.begin(), page.body.end(), group}; found != std::sregex_iterator{}; ++found) {
            visit::PersonId const person{(*found)[2].str()};
            all[people::name_of(*house.program->data().read(house.scope()), house.program->keys(), person)] = (*found)[1];
        }
        return all;
    }
    void attend(int evening) {
        auto leads = house.as(trainer);
        auto const at = edition + "/aanwezigheid/" + std::to_string(evening);
        auto const group = participants(leads.get(at));
        ASSERT_EQ(group.size(), 8U);
        Fields fields;
        for (auto const& who : signings)
            if (!who.withdraws) fields.emplace_back(group.at(who.name), evening == 1 || who.second_evening == "present" ? "present" : "absent");
        sends(leads, at, at, fields, "attendance");
    }
    /// The four who missed the second evening are asked to catch up together: slides, and what everyone let be shown.
    void plans_catch_up() {
        auto leads = house.as(trainer);
        auto const at = edition + "/inhalen/2";
        sends(leads, at, at + "/dias", {{"link", "https://rivier.test/avond-2"}}, "where the slides are");
        Fields fields{{"soort", "together"}, {"tijd", "20.00"}, {"duur", "60"}, {"plaats", "https://praten.test/inhalen"}};
        auto const group = participants(leads.get(edition + "/aanwezigheid/2"));
        for (auto const& who : signings)
            if (!who.withdraws && who.second_evening != "present") fields.emplace_back("persoon", group.at(who.name).substr(2));
        EXPECT_EQ(fields.size(), 8U) << "four of them";
        house.mails.clear();
        sends(leads, at, at, both(fields, day("dag", on(2023, 2, 16))), "an appointment to catch up");
        work();
        EXPECT_EQ(std::count_if(house.mails.begin(), house.mails.end(), [](auto const& mail) { return mail.calendar_method == "REQUEST"; }), 4);
    }
    /// Three came; one gets the slides and an own appointment.
    void records_catch_up() {
        auto leads = house.as(trainer);
        auto const at = edition + "/inhalen/2";
        auto const page = leads.get(at);
        auto const group = participants(page);
        EXPECT_EQ(group.size(), 4U);
        Fields fields{{"afspraak", page.hidden("afspraak")}};
        for (auto const& [name, field] : group) fields.emplace_back(field, name == "Kim Terlouw" ? "nee" : "ja");
        sends(leads, at, at + "/wie-er-was", fields, "who came to catch up");
        EXPECT_TRUE(leads.get(at).says("miste het inhalen ook"));
        auto const& field = group.at("Kim Terlouw");
        auto const kim = field.substr(field.size() - 22);
        sends(leads, at, at + "/dias-gestuurd", {{"ontvanger", kim}}, "the slides are sent");
        EXPECT_TRUE(leads.get(at).says("heeft de dia’s: maak een eigen afspraak"));
        sends(leads, at, at, both({{"soort", "alone"}, {"tijd", "20.00"}, {"duur", "30"}, {"plaats", "Wijkcentrum De Brug"}, {"persoon", kim}}, day("dag", on(2023, 2, 20))), "an own appointment");
    }
    void records_talk() {
        auto leads = house.as(trainer);
        auto const at = edition + "/inhalen/2";
        std::regex const appointment{"name=\"afspraak\" value=\"([^\"]+)\""};
        auto const page = leads.get(at);
        std::string last;
        for (auto found = std::sregex_iterator{page.body.begin(), page.body.end(), appointment}; found != std::sregex_iterator{}; ++found) last = (*found)[1];
        sends(leads, at, at + "/wie-er-was", {{"afspraak", last}, {participants(page).at("Kim Terlouw"), "ja"}}, "the slides were talked about");
        EXPECT_FALSE(leads.get(at).says("nog niets afgesproken"));
    }
    /// Everyone fills in the questionnaire that is asked for, one's own.
    void assesses(Signing const& who, std::string const& moment, int score) {
        auto own = logs_in(who);
        EXPECT_TRUE(own.get("/mijn/groei").says("Er staat een vragenlijst voor je klaar")) << who.name << " " << moment;
        auto const page = own.get("/mijn/groei/nieuw");
        Fields fields{{"versie", page.hidden("versie")}, {"moment", moment}, {"doel", "Beter luisteren."}};
        for (int i = 1; i <= 11; ++i) fields.emplace_back("s" + std::to_string(i), std::to_string(score));
        sends(own, "/mijn/groei/nieuw", "/mijn/groei", fields, who.name + " looks in the mirror");
    }
    void prepares(Signing const& who) {
        auto own = logs_in(who);
        std::smatch found;
        auto const page = own.get("/mijn/training");
        ASSERT_TRUE(std::regex_search(page.body, found, std::regex{"href=\"(/mijn/training/voorbereiding/[A-Za-z0-9_-]{22})\""}));
        sends(own, found[1], found[1], {{"a-spreekt-aan", "Luisteren zonder op te lossen."}, {"a-als-buddy", "Mijn eigen ervaring."}}, who.name + " prepares");
    }
    void leaves(Signing const& who) {
        auto its = desk();
        auto const page = listed("/buddys", who.name);
        sends(its, page + "/stoppen", page + "/stoppen", both({{"reden", who.leaves_for}}, day("besproken", today())), who.name + " leaves");
        EXPECT_TRUE(its.get(page).says("na de training"));
    }
    void decides(Signing const& who) {
        auto its = desk();
        auto const page = listed("/buddys", who.name);
        sends(its, page, page + "/besluit", both({{"besluit", "goes_on"}}, day("besproken", today())), who.name + " goes on");
        EXPECT_TRUE(logs_in(who).get("/mijn/training").says("gaat door als buddy")) << "the buddy reads it after the talk";
    }

    /// The cells of a table on a page, its head first.
    static std::vector<Row> table(std::string const& body, std::string const& caption) {
        std::vector<Row> rows;
        auto const begin = body.find("<caption class=\"utrecht-table__caption\">" + caption + "<");
        if (begin == std::string::npos) return rows;
        auto const part = body.substr(begin, body.find("</table>", begin) - begin);
        std::regex const row{"<tr[^>]*>(.*?)</tr>"}, cell{"<th[^>]*>(.*?)</th>|kaartjes__inhoud\"[^>]*>(.*?)</span>"};
        for (auto line = std::sregex_iterator{part.begin(), part.end(), row}; line != std::sregex_iterator{}; ++line) {
            rows.emplace_back();
            auto const cells = (*line)[1].str();
            for (auto each = std::sregex_iterator{cells.begin(), cells.end(), cell}; each != std::sregex_iterator{}; ++each) rows.back().push_back((*each)[1].matched ? (*each)[1] : (*each)[2]);
        }
        return rows;
    }
    static std::vector<Row> sheet(std::string text) {
        std::vector<Row> rows;
        text.erase(0, 3); // the mark of UTF-8
        for (std::size_t at = 0; at < text.size();) {
            auto const end = text.find("\r\n", at);
            auto const line = text.substr(at, end - at) + ";";
            rows.emplace_back();
            for (std::size_t from = 0; from < line.size();) {
                auto const to = line.find(';', from);
                rows.back().push_back(line.substr(from, to - from));
                from = to + 1;
            }
            at = end + 2;
        }
        return rows;
    }
    std::vector<Row> yield() { return table(desk().get("/opbrengst").body, "Buddy’s per kanaal"); }
};
ON_BOTH_DATABASES(Pilot);

TEST_P(Pilot, TenSignUpsTenTalksTwoWithdrawnEightTrainedAndTheYieldSaysExactlyThat) {
    plan(on(2022, 9, 1), 9, [&] { begins(); });
    plan(on(2022, 11, 1), 9, [&] { announces_workshop(); });
    plan(on(2022, 11, 7), 9, [&] {
        for (auto const* name : {"Jolanda Mulder", "Kim Terlouw", "Petra Vink", "Ali Demir", "Wies Groot", "Theo Manager"}) comes_to_workshop(name);
    });
    plan(on(2022, 11, 17), 9, [&] { counts_who_came(); });
    for (std::size_t i = 0; i < signings.size(); ++i) {
        auto const& who = signings[i];
        plan(who.day, who.through == Signing::workshop ? 22 : 11, [&] { signs_up(who); });
        plan(base::later(who.day, 3), 12, [this, &who, i] { plans_talk(who, i % 2 == 1); });
        plan(base::later(who.day, 14), 22, [&] { holds_talk(who); });
    }
    plan(on(2022, 11, 28), 10, [&] { makes_edition(); });
    plan(on(2022, 12, 5), 10, [&] { invites(); });
    plan(on(2022, 12, 12), 10, [&] {
        for (auto const& who : signings)
            if (who.withdraws) withdraws(who);
    });
    for (auto const& who : signings)
        if (!who.withdraws) plan(on(2023, 1, 15), 20, [&] { prepares(who); });
    plan(on(2023, 1, 18), 8, [&] { EXPECT_TRUE(house.as(trainer).get(edition).says("Voorbereiding ingeleverd: 8 van 8.")); });
    plan(on(2023, 1, 19), 9, [&] { attend(1); });
    for (auto const& who : signings)
        if (!who.withdraws) plan(on(2023, 1, 20), 20, [&] { assesses(who, "evening_1", 5); });
    plan(on(2023, 2, 9), 9, [&] { attend(2); });
    live();
    ASSERT_FALSE(HasFailure());
    EXPECT_EQ(called_off, 4U) << "two evenings of two people who were invited";

    std::vector<Row> expected{{"Kanaal", "Aangemeld", "Gesproken", "Mag door", "Getraind", "Gekoppeld", "Teruggetrokken"}, {"een ambulant begeleider", "7", "7", "6", "4", "0", "1"}, {"de schoolleider", "1", "1", "0", "0", "0", "1"}, {"een informatieavond", "2", "2", "2", "0", "0", "0"}, {"Samen", "10", "10", "8", "4", "0", "2"}};
    EXPECT_EQ(yield(), expected) << "four missed the second evening and have not caught up yet";

    plan(on(2023, 2, 10), 10, [&] { plans_catch_up(); });
    plan(on(2023, 2, 17), 10, [&] { records_catch_up(); });
    plan(on(2023, 2, 21), 10, [&] { records_talk(); });
    for (auto const& who : signings)
        if (!who.withdraws) plan(on(2023, 2, 23), 20, [&] { assesses(who, "evening_2", 7); });
    for (auto const& who : signings)
        if (!who.withdraws) plan(on(2023, 2, 27), 10, [&] { decides(who); });
    plan(on(2023, 3, 6), 10, [] {});
    live();
    ASSERT_FALSE(HasFailure());

    expected[1][4] = "6", expected[3][4] = "2", expected[4][4] = "8";
    EXPECT_EQ(yield(), expected);
    auto who = desk();
    EXPECT_EQ(sheet(who.get("/opbrengst/buddys.csv").body), expected) << "the file says what the page says";
    auto const of_campaign = "?campagne=" + campaign.substr(campaign.rfind('/') + 1) + "&periode=";
    EXPECT_EQ(table(who.get("/opbrengst" + of_campaign).body, "Buddy’s per kanaal"), expected) << "all ten came while one campaign ran";
    EXPECT_EQ(sheet(who.get("/opbrengst/buddys.csv" + of_campaign).body), expected);
    EXPECT_TRUE(who.get(campaign).says("10 / 10"));
    auto const months = sheet(who.get("/opbrengst/maanden.csv").body);
    EXPECT_EQ(months, (std::vector<Row>{{"Maand", "Meldden zich als buddy", "Vroegen een buddy"}, {"september 2022", "3", "0"}, {"oktober 2022", "4", "0"}, {"november 2022", "3", "0"}}));
    EXPECT_EQ(table(who.get("/opbrengst").body, "Hoeveel mensen zich meldden, per maand"), months);
    for (auto const& each : signings) EXPECT_EQ(who.get("/aanmeldingen").says(each.name), !each.withdraws) << each.name << ": who withdrew is erased after eight weeks, the numbers stay";
    EXPECT_TRUE(who.get("/bijeenkomsten/" + gathering).says(">6<"));
    auto count = [&](std::string const& sql) { return house.program->data().read(house.scope())->one<std::int64_t>(sql).value_or(-1); };
    EXPECT_EQ(count("select count(*) from person_roles where role = 'buddy' and until is null"), 8);
    EXPECT_EQ(count("select count(*) from self_assessments"), 16) << "each twice";
    EXPECT_EQ(count("select count(*) from attendances where presence = 'caught_up_online'"), 3);
    EXPECT_EQ(count("select count(*) from attendances where presence = 'slides_and_talk'"), 1);
    EXPECT_TRUE(house.as(trainer).get(edition + "/groei").status == 200);

    for (auto const& each : signings)
        if (!each.leaves_for.empty()) plan(on(2023, 4, 3), 10, [&] { leaves(each); });
    live();
    ASSERT_FALSE(HasFailure());
    EXPECT_EQ(count("select count(*) from person_roles where role = 'buddy' and until is null"), 6);
    EXPECT_EQ(count("select count(*) from readiness where decision = 'stops' and exit_point = 3 and reason in ('time', 'personal')"), 2);
    EXPECT_EQ(yield(), expected) << "who was trained stays counted";
}

} // namespace
