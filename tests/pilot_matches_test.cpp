// The four matches of the first pilot, March to December 2023, done again through the screens: asked, clarified, proposed, met, kept up and, for two, closed and looked back on.
// Days, ways and channels are those of the report where it tells them (L1343–1412, 1938); ways of the third and fourth match, and which pair shared a school, are our assumption; people, villages and what was said are invented.
#include "tests/world/matching_house.h"

#include <regex>

namespace {
using Fields = std::vector<std::pair<std::string, std::string>>;

base::Date on(int year, unsigned month, unsigned day) { return base::Date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}}; }
Fields day(std::string const& field, base::Date date) { return {{field + "_dag", std::to_string(static_cast<unsigned>(date.day()))}, {field + "_maand", std::to_string(static_cast<unsigned>(date.month()))}, {field + "_jaar", std::to_string(static_cast<int>(date.year()))}}; }
Fields both(Fields one, Fields const& other) {
    one.insert(one.end(), other.begin(), other.end());
    return one;
}

/// What a parent answers on the public pages, by the word of each question.
using Answers = std::map<std::string, Fields>;

class PilotMatches : public world::MatchingHouse {
protected:
    visit::PersonId soraya = buddy("Soraya Haddou"), mirjam = buddy("Mirjam Slot"), kim = buddy("Kim Terlouw"), leon = buddy("Leon Baas");
    std::string const key = house.here.value() + ".sleutel";

    void go_to(base::Date date, int hour) { house.clock.set(base::moment_of({date, std::chrono::hours{hour}})); }
    void work() {
        house.program->go_round();
        while (house.program->run_jobs() > 0) {}
    }
    void sends(world::Visitor& who, std::string const& from, std::string const& to, Fields const& fields, std::string const& what) {
        auto const answer = who.post(from, to, fields);
        ASSERT_EQ(answer.status, 303) << what << ": " << answer.body.substr(answer.body.find("<main") == std::string::npos ? 0 : answer.body.find("<main"), 3000);
    }
    /// A parent on the public pages, one question after the other, at the speed of a person.
    void asks(std::string const& start, Answers const& answers) {
        auto parent = house.stranger();
        auto page = parent.get(start);
        // the page of a school leads to the promise, and that to the questions
        if (auto const to = page.location.find('?'); page.status == 303 && to != std::string::npos) page = parent.get("/buddy-vragen/vragen" + page.location.substr(to));
        for (int questions = 0; page.status == 200 && questions < 12; ++questions) {
            house.clock.pass(std::chrono::seconds{20});
            auto const question = page.hidden("_vraag");
            http::Fields all;
            for (auto const* name : {"_csrf", "_once", "_moment", "_vraag", "_antwoorden", "via"}) all.add(name, page.hidden(name));
            if (auto its = answers.find(question); its != answers.end())
                for (auto const& [name, value] : its->second) all.add(name, value);
            page = parent.send("POST", "/buddy-vragen/vragen", http::form_text(all));
            ASSERT_NE(page.status, 422) << question << page.body.substr(page.body.find("<main"), 3000);
        }
        ASSERT_EQ(page.status, 303) << "sent";
        work();
    }
    static Answers said(std::string const& name, std::string const& situation, std::string const& channel) {
        return {{"vraag", {{"situatie", situation}, {"woorden", "Ik wil graag horen hoe een ander dit deed."}}},
                {"manier", {{"manier", "ontmoeten"}, {"manier", "berichten"}, {"taal", "Nederlands"}}},
                {"tijden", {{"tijd-ma", "avond"}}},
                {"buurt", {{"postcode", "4201"}}},
                {"bereiken", {{"naam", name}, {"mail", mail_of(name)}, {"telefoon", "06 12345678"}}},
                {"overzicht", {{"kanaal", channel}, {"akkoord", "ja"}, {"contact", "ja"}}}};
    }
    static std::string mail_of(std::string const& name) { return static_cast<char>(name[0] + 32) + name.substr(1) + "@rivier.test"; }
    std::string link(std::string const& to, std::string const& begins) {
        work();
        for (auto mail = house.mails.rbegin(); mail != house.mails.rend(); ++mail)
            if (auto at = mail->text.find(begins); mail->to == to && at != std::string::npos) return mail->text.substr(at, mail->text.find_first_of("\n ", at) - at);
        ADD_FAILURE() << "no mail to " << to << " with " << begins;
        return begins;
    }
    world::Visitor logs_in(std::string const& name) {
        auto visitor = house.stranger();
        visitor.post("/inloggen", "/inloggen", {{"mail", mail_of(name)}});
        auto const way_in = link(mail_of(name), "/inloggen/");
        EXPECT_EQ(visitor.post(way_in, way_in, {}).status, 303) << name;
        return visitor;
    }
    std::string found(std::string const& body, std::string const& pattern) {
        std::smatch its;
        if (std::regex_search(body, its, std::regex{pattern})) return its[1];
        ADD_FAILURE() << "nothing like " << pattern;
        return "";
    }
    /// From the request in the list to a text that the parent approved.
    std::string clarified(std::string const& name, std::string const& situation) {
        auto its = house.as(coordinator);
        auto const request = found(its.get("/hulpvragen?zoek=" + name).body, "href=\"(/hulpvragen/[A-Za-z0-9_-]{22})\"");
        sends(its, request, request + "/beantwoord", {}, name + " is called");
        sends(its, request + "/verhelderen", request + "/verhelderen", {{"situatie", situation}, {"ervaring", "none"}, {"tekst", "Een ouder zoekt iemand die dit ook heeft meegemaakt."}}, name + " is clarified");
        auto own = logs_in(name);
        sends(own, "/mijn/vraag", "/mijn/vraag/akkoord", {}, name + " approves the text");
        return request;
    }
    /// Proposed, and both say yes. Gives the address of the match.
    std::string matched(std::string const& request, std::string const& parent_name, visit::PersonId const& with) {
        auto its = house.as(coordinator);
        sends(its, request + "/buddys", request + "/voorstel", {{"buddy", with.value()}}, "proposed to the buddy of " + parent_name);
        auto helper = house.as(with);
        auto const shown = helper.get("/mijn/voorstellen");
        EXPECT_TRUE(shown.says("Een ouder zoekt iemand die dit ook heeft meegemaakt."));
        for (auto const* secret : {parent_name.c_str(), "4201", "De Rietkraag", "Ik wil graag horen", "06 12345678"}) EXPECT_FALSE(shown.says(secret)) << secret;
        auto const proposal = found(shown.body, "action=\"(/mijn/voorstellen/[A-Za-z0-9_-]{22})\"");
        sends(helper, "/mijn/voorstellen", proposal, {{"antwoord", "yes"}, {"veld", "geeft"}, {"geeft", "phone"}}, "the buddy says yes");
        auto own = logs_in(parent_name);
        EXPECT_TRUE(own.get("/mijn/voorstel").says("wil graag naast u staan"));
        sends(own, "/mijn/voorstel", "/mijn/voorstel", {{"geeft", "phone"}}, parent_name + " says yes");
        return found(helper.get("/mijn/ouders").body, "href=\"(/trajecten/[A-Za-z0-9_-]{22})/contacten\"");
    }
    void meets(std::string const& match, std::string const& parent_name, visit::PersonId const& with, base::Date date, std::string const& place, std::string const& introduced, bool agree = false) {
        auto own = logs_in(parent_name);
        sends(own, match + "/afspraak", match + "/afspraak", both({{"tijd", "20.00"}, {"plaats", place}, {"introductie", introduced}}, day("dag", date)), parent_name + " plans");
        if (agree) {
            auto helper = house.as(with);
            sends(helper, match + "/contacten", match + "/afspraak/akkoord", {}, "home is fine");
        }
        work();
        go_to(date, 22);
        logs(match, with, "meeting", "110");
        go_to(base::later(date, 1), 21);
        auto after = logs_in(parent_name);
        sends(after, "/mijn/traject", match + "/afspraak/doorgegaan", {{"antwoord", "ja"}}, "it happened");
    }
    void logs(std::string const& match, visit::PersonId const& with, std::string const& way, std::string const& minutes) {
        auto helper = house.as(with);
        sends(helper, match + "/contacten", match + "/contacten", both({{"manier", way}, {"duur", minutes}}, day("dag", base::local_date(house.clock.now()))), "a contact");
    }
    /// Messages every week for six weeks, later every three, until a day.
    int keeps_up(std::string const& match, visit::PersonId const& with, base::Date from, base::Date until) {
        int count = 0;
        for (auto date = base::later(from, 7); date < until; date = base::later(date, count < 6 ? 7 : 21)) {
            go_to(date, 20);
            logs(match, with, "message", "5");
            ++count;
            work();
        }
        return count;
    }
    /// The parent lets it rest from one day to another; nobody is reminded meanwhile, and the buddy wakes it.
    void rests(std::string const& match, std::string const& parent_name, visit::PersonId const& with, base::Date from, base::Date until) {
        go_to(from, 20);
        auto own = logs_in(parent_name);
        sends(own, "/mijn/traject", match + "/rust", {{"rust", "ja"}}, parent_name + " lets it rest");
        auto const reminded = [&] { return read([&](db::Door& door) { return door.one<std::int64_t>("select count(*) from nudges").value_or(0); }); };
        auto const before = reminded();
        for (auto date = base::later(from, 7); date < until; date = base::later(date, 7)) {
            go_to(date, 9);
            house.program->go_round();
            work();
        }
        EXPECT_EQ(reminded(), before);
        EXPECT_FALSE(house.as(coordinator).get("/vandaag").says("Al lang stil"));
        go_to(until, 20);
        auto helper = house.as(with);
        sends(helper, match + "/contacten", match + "/rust", {{"rust", "nee"}}, "the buddy wakes it");
    }
    void closes(std::string const& match, std::string const& parent_name, visit::PersonId const& with) {
        auto its = house.as(coordinator);
        sends(its, match, match + "/afsluiting", {{"reden", "goal_reached"}}, "closed");
        EXPECT_EQ(house.as(with).get(match + "/contacten").status, 404) << "the buddy sees nothing more";
        auto own = logs_in(parent_name);
        sends(own, "/mijn/terugblik", "/mijn/terugblik", {{"a1", "Ze luisterde en liet mij zelf kiezen."}, {"a1_buddy", "ja"}, {"a2", ""}, {"a3", ""}}, parent_name + " looks back");
    }
};
ON_BOTH_DATABASES(PilotMatches);

TEST_P(PilotMatches, FourFromAskingToMeetingAndTwoToLookingBack) {
    go_to(on(2023, 2, 27), 10);
    write([&](db::Write& tx) { tx.run("insert into schools (id, partnership, name, place, kind, postcode, pupils, same_school, page_key) values ('s1', :p, 'De Rietkraag', 'Waterdorp', 'bo', 4201, 120, 'allowed', :key)", house.here, key); });
    for (auto const& each : {soraya, mirjam, kim, leon}) {
        make_ready(each);
        auto its = offer(each);
        its.ways = "bellen berichten video ontmoeten";
        its.situations = "onderzoek extra-hulp thuis overstap";
        its.own_school = help_request::OwnSchool::fine;
        keep(its, each == leon ? std::vector<matching::OwnChild>{{"s1", "7"}} : std::vector<matching::OwnChild>{});
    }
    auto confirm = [&] {
        // offers are asked about again after three months; one tap
        for (auto const& each : {soraya, mirjam, kim, leon}) {
            auto its = house.as(each);
            its.post("/mijn/aanbod", "/mijn/aanbod/klopt", {});
        }
    };

    // A: through the internal supervisor, together on the page of the school, who sat in briefly; afterwards a room of their own
    go_to(on(2023, 6, 5), 14);
    confirm();
    auto of_a = said("Ilona", "onderzoek", "ib");
    of_a["helper"] = {{"helper", "supervisor"}, {"helper_woorden", "Wij zochten samen naar iemand die dit kent."}};
    of_a["overzicht"].emplace_back("helper_gelezen", "ja");
    of_a["overzicht"][0] = {"kanaal", std::string{base::word(recruitment::Channel::school_contact)}};
    asks("/school/" + key + "/buddy-vragen", of_a);
    ASSERT_FALSE(HasFailure());
    auto const request_a = clarified("Ilona", "onderzoek");
    ASSERT_FALSE(HasFailure());
    EXPECT_TRUE(house.as(coordinator).get(request_a).says("Wij zochten samen naar iemand die dit kent."));
    go_to(on(2023, 6, 12), 11);
    auto const a = matched(request_a, "Ilona", soraya);
    ASSERT_FALSE(HasFailure());
    meets(a, "Ilona", soraya, on(2023, 6, 20), "school", "ib");
    ASSERT_FALSE(HasFailure());
    keeps_up(a, soraya, on(2023, 6, 20), on(2023, 7, 10));
    rests(a, "Ilona", soraya, on(2023, 7, 12), on(2023, 8, 21));
    ASSERT_FALSE(HasFailure());
    keeps_up(a, soraya, on(2023, 8, 14), on(2023, 8, 25));

    // B: asked herself, after the coffee morning; the first talk at her home
    go_to(on(2023, 8, 28), 9);
    confirm();
    asks("/buddy-vragen/vragen", said("Nadia", "extra-hulp", std::string{base::word(recruitment::Channel::coffee_morning)}));
    auto const request_b = clarified("Nadia", "extra-hulp");
    ASSERT_FALSE(HasFailure());
    go_to(on(2023, 8, 30), 9);
    auto const b = matched(request_b, "Nadia", mirjam);
    meets(b, "Nadia", mirjam, on(2023, 9, 5), "thuis", "niemand", true);
    ASSERT_FALSE(HasFailure());
    keeps_up(b, mirjam, on(2023, 9, 5), on(2023, 10, 20));

    // around the autumn break; only by phone and messages
    go_to(on(2023, 10, 23), 9);
    auto of_third = said("Petra", "thuis", std::string{base::word(recruitment::Channel::outreach)});
    of_third["manier"] = {{"manier", "bellen"}, {"manier", "berichten"}, {"taal", "Nederlands"}};
    asks("/buddy-vragen/vragen", of_third);
    auto const request_third = clarified("Petra", "thuis");
    go_to(on(2023, 10, 27), 9);
    auto const third = matched(request_third, "Petra", kim);
    ASSERT_FALSE(HasFailure());
    meets(third, "Petra", kim, on(2023, 11, 1), "online", "niemand");
    ASSERT_FALSE(HasFailure());

    go_to(on(2023, 11, 28), 15);
    closes(a, "Ilona", soraya);
    go_to(on(2023, 11, 30), 15);
    closes(b, "Nadia", mirjam);
    ASSERT_FALSE(HasFailure());

    // by December, of one school: proposed only after the yes of the parent
    go_to(on(2023, 12, 4), 9);
    confirm();
    auto of_fourth = said("Willem", "overstap", std::string{base::word(recruitment::Channel::school_contact)});
    of_fourth["school"] = {{"school", "De Rietkraag"}, {"groep", "5"}};
    asks("/buddy-vragen/vragen", of_fourth);
    auto const request_fourth = clarified("Willem", "overstap");
    ASSERT_FALSE(HasFailure());
    auto desk_now = house.as(coordinator);
    EXPECT_EQ(desk_now.post(request_fourth + "/buddys", request_fourth + "/voorstel", {{"buddy", leon.value()}}).status, 422) << "of one school, and the parent was not asked";
    sends(desk_now, request_fourth + "/dichtbij", request_fourth + "/dichtbij", {{"eigen_school", "fine"}, {"eigen_plaats", ""}}, "the parent says it is fine");
    go_to(on(2023, 12, 11), 9);
    auto const fourth = matched(request_fourth, "Willem", leon);
    ASSERT_FALSE(HasFailure());
    meets(fourth, "Willem", leon, on(2023, 12, 13), "neutraal", "niemand");
    ASSERT_FALSE(HasFailure());

    auto count = [&](std::string const& sql) { return house.program->data().read(house.scope())->one<std::int64_t>(sql).value_or(-1); };
    EXPECT_EQ(count("select count(*) from matches"), 4);
    EXPECT_EQ(count("select count(*) from matches where ended_at is not null and end_reason = 'goal_reached'"), 2);
    EXPECT_EQ(count("select count(*) from contacts where minutes = 110"), 4) << "first talks of nearly two hours";
    EXPECT_EQ(count("select count(*) from feedbacks"), 2);
    auto last = house.as(coordinator);
    auto const yield = last.get("/opbrengst");
    EXPECT_TRUE(yield.says("Vraagouders per kanaal"));
    EXPECT_TRUE(std::regex_search(last.get("/opbrengst/vraagouders.csv").body, std::regex{"Samen;4;4;4;4;4"})) << last.get("/opbrengst/vraagouders.csv").body;
}

} // namespace
