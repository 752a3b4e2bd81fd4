// The demonstration: every kind of row of the worklist occurs, the figures of the pilot are the report's, and all accounts come in.
#include "account/store_accounts.h"
#include "app/demo.h"
#include "app/program.h"
#include "intake/store_advice.h"
#include "matching/store_counts.h"
#include "people/store_schools.h"
#include "recruitment/store_counts.h"
#include "reports/school_year.h"
#include "tests/world/folder.h"
#include "today/listing.h"
#include "training/store_completion.h"
#include "training/store_counts.h"
#include "training/store_edition.h"

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <regex>
#include <set>
#include <sstream>

namespace {
using visit::Role;

class Demonstration : public testing::Test {
protected:
    Demonstration() {
        config.data = world::new_folder("demo");
        std::ostringstream said;
        app::make_demonstration(config, 1, said);
        program = std::make_unique<app::Program>(config, app::Program::Schema::must_be_current);
    }
    ~Demonstration() override {
        program.reset();
        std::filesystem::remove_all(config.data);
    }
    people::Partnership of(std::string const& slug) { return *people::find_partnership_by_slug(*program->data().read(db::Scope::of_hall()), slug); }
    visit::Viewer coordinator(people::Partnership const& where) { return {where.id, visit::PersonId{"x"}, {Role::anyone, Role::coordinator}, true}; }
    app::Config config;
    std::unique_ptr<app::Program> program;
};

/// Every kind of row that the worklists in the source can give.
std::set<std::string> kinds_in_source() {
    std::set<std::string> kinds;
    std::regex const kind{R"re(\{"([a-z_]+\.[a-z_]+)", (visit::)?[A-Za-z])re"};
    for (auto const& file : std::filesystem::recursive_directory_iterator{NAAST_SOURCE "/src"}) {
        if (file.path().filename() != "store_worklist.cpp" && file.path().filename() != "listing.cpp") continue;
        std::stringstream text;
        text << std::ifstream{file.path()}.rdbuf();
        auto const all = text.str();
        for (std::sregex_iterator at{all.begin(), all.end(), kind}, none; at != none; ++at) kinds.insert((*at)[1]);
    }
    return kinds;
}

TEST_F(Demonstration, HasEveryKindOfRowOfTheWorklistToday) {
    auto here = of("waterrijk");
    // what is shared with one coordinator is on that one's list
    auto viewer = coordinator(here);
    viewer.person = people::with_role(*program->data().read(db::Scope::of(here.id.value())), Role::coordinator).front();
    auto granted = visit::Policy::grant<visit::Action::see_worklist>(viewer);
    std::set<std::string> seen;
    for (auto const& row : today::everything(*program->data().read(db::Scope::of(here.id.value())), *granted, base::SystemClock{}.now())) seen.insert(row.kind);
    auto const all = kinds_in_source();
    EXPECT_GT(all.size(), 20U);
    for (auto const& kind : all) EXPECT_TRUE(seen.contains(kind)) << kind;
}

TEST_F(Demonstration, ReplaysThePilotInItsFigures) {
    auto there = of("rivierbuurt");
    ASSERT_TRUE(there.stands_at);
    auto granted = visit::Policy::grant<visit::Action::see_counts>(coordinator(there));
    auto door = program->data().read(db::Scope::of(there.id.value()));
    auto const from = reports::SchoolYear{2022}.from(), until = reports::SchoolYear{2023}.until();
    std::map<recruitment::Channel, std::int64_t> channels;
    for (auto const& one : recruitment::signed_up(*door, *granted, from, until)) channels[one.channel] += one.signed_up;
    EXPECT_EQ(channels, (std::map<recruitment::Channel, std::int64_t>{{recruitment::Channel::outreach, 7}, {recruitment::Channel::school_leader, 1}, {recruitment::Channel::evening, 2}}));
    EXPECT_EQ(door->one<std::int64_t>("select count(*) from interviews where partnership = :p", there.id), 10);
    EXPECT_EQ(door->one<std::int64_t>("select count(*) from sign_ups where partnership = :p and end_reason = 'withdrawn'", there.id), 2);
    EXPECT_EQ(training::trained(*door, *granted, from, until), 8);
    EXPECT_EQ(door->one<std::int64_t>("select count(*) from attendances where partnership = :p and presence = 'caught_up_online'", there.id), 3);
    EXPECT_EQ(matching::begun(*door, *granted, from, until), 4);
    EXPECT_EQ(door->one<std::int64_t>("select count(*) from feedbacks where partnership = :p", there.id), 2);
    EXPECT_EQ(door->column<std::int64_t>("select attended from gatherings where partnership = :p order by begins_at", there.id), (std::vector<std::int64_t>{6, 15}));
    std::map<std::string, std::int64_t> kinds;
    for (auto const& school : people::schools(*door)) ++kinds[std::string{base::word(school.kind)}];
    EXPECT_EQ(kinds, (std::map<std::string, std::int64_t>{{"bo", 87}, {"sbo", 3}, {"so", 2}}));
}

TEST_F(Demonstration, TheYieldPageGivesThePilotsFiguresExactly) {
    auto const there = of("rivierbuurt");
    base::SystemRandom random;
    std::string secret;
    auto door = program->data().read(db::Scope::of(there.id.value()));
    auto const coordinator = people::with_role(*door, Role::coordinator).front();
    auto const account = account::find_by_person(*program->data().read(db::Scope::of_hall()), coordinator);
    program->data().write(db::Scope::of_hall(), [&](db::Write& hall) { secret = account::open_session(hall, random, *account, there.id, {std::chrono::minutes{30}, std::chrono::hours{10}}, true, "test", base::SystemClock{}.now()); });
    auto get = [&](std::string const& path, std::string const& query = {}) {
        http::Request request;
        request.method = "GET";
        request.path = path;
        request.query = http::parse_form(query).value_or(http::Fields{});
        request.headers = {{"host", "127.0.0.1:8080"}, {"cookie", "__Host-sessie=" + secret}};
        request.id = "r";
        return program->answer(request).body;
    };
    std::string const head = "\xEF\xBB\xBF";
    // ten signed up over their channels, ten interviews, two withdrew, eight on and trained; four of them were matched
    auto const buddies = head + "Kanaal;Aangemeld;Gesproken;Mag door;Getraind;Gekoppeld;Teruggetrokken\r\n"
                                "een ambulant begeleider;7;7;6;6;3;1\r\n"
                                "de schoolleider;1;1;0;0;0;1\r\n"
                                "een informatieavond;2;2;2;2;1;0\r\n"
                                "Samen;10;10;8;8;4;2\r\n";
    EXPECT_EQ(get("/opbrengst/buddys.csv"), buddies);
    EXPECT_EQ(get("/opbrengst/vraagouders.csv"), head + "Kanaal;Gevraagd;Verhelderd;Buddy voorgesteld;Allebei ja;Elkaar ontmoet\r\n"
                                                        "een ambulant begeleider;1;1;1;1;1\r\n"
                                                        "de intern begeleider van school;2;2;2;2;2\r\n"
                                                        "een koffieochtend;1;1;1;1;1\r\n"
                                                        "Samen;4;4;4;4;4\r\n");
    auto const campaign = door->one<std::string>("select id from campaigns where partnership = :p and kind = 'buddys'", there.id).value_or("");
    EXPECT_EQ(get("/opbrengst/buddys.csv", "campagne=" + campaign), buddies) << "all came while the campaign ran";
    EXPECT_NE(get("/opbrengst/buddys.csv", "periode=schooljaar-2023").find("Samen;0;0;0;0;0;0"), std::string::npos) << "nobody signed up in the second year";
    // the page shows the same numbers, in the same order, as the file
    auto const page = get("/opbrengst");
    std::string shown;
    std::regex const cell{R"re(<td class="utrecht-table__cell getal">.*?dir="auto">(\d+)</span>)re"};
    for (std::sregex_iterator at{page.begin(), page.end(), cell}, none; at != none; ++at) (shown += shown.empty() ? "" : ";") += (*at)[1];
    EXPECT_TRUE(shown.starts_with("7;7;6;6;3;1;1;1;0;0;0;1;2;2;2;2;1;0;10;10;8;8;4;2;1;1;1;1;1;2;2;2;2;2;1;1;1;1;1;4;4;4;4;4;")) << shown;
    EXPECT_NE(get("/campagnes/" + campaign).find("10 / 8"), std::string::npos) << get("/campagnes/" + campaign);
}

TEST_F(Demonstration, StepsOfEveryoneTogetherAreThoseOfEachAlone) {
    for (auto const* slug : {"waterrijk", "rivierbuurt"}) {
        auto door = program->data().read(db::Scope::of(of(slug).id.value()));
        auto const together = training::steps_of_all(*door, intake::may_go_on(*door), true);
        EXPECT_GT(together.size(), 3U) << slug;
        for (auto const& [person, steps] : together) EXPECT_EQ(steps, training::steps_of(*door, person, true)) << slug << ' ' << person.value();
        for (bool const vog_required : {true, false})
            for (auto const& one : training::going_on(*door, vog_required)) EXPECT_EQ(one.ready, training::missing(training::steps_of(*door, one.person, vog_required)).empty()) << slug << ' ' << one.person.value();
        for (auto const& [person, edition] : training::editions_of_all(*door)) EXPECT_EQ(edition.id, training::edition_of(*door, person)->id) << slug;
    }
}

TEST_F(Demonstration, LeavesNoNameAddressOrTextReadableInAnyFile) {
    std::vector<std::string> const secrets{"Fatma", "Karin", "Bouzid", "Kowalczyk", "Annelies Roos", "Geertje", "Ilona", "parent@naast", "naast.example", "rivier.example", "06 55 66 77 88", "06 55 22 33 44", // names and addresses
                                           "langs elkaar heen", "Een buurvrouw", "Wil+iets", "nog middenin", "misverstand",                                                                                     // sign-up, interview, outcome, objection
                                           "op de maag", "na half negen", "tussen de middag", "ziet op tegen", "tweede gesprek op school", "luisterde", "Dat ze het zelf", "Kreeg de dia",                      // requests, texts for a buddy, questions, looking back, exemption
                                           "Chaouch", "Truus", "06 55 33 22 11",                                                                                                                                // people who come to a gathering
                                           "Jolanda", "Haddad", "twaalf mensen", "Vijftien ouders",
                                           "Mirte", "poster in de hal", "Welke ouder kent u", "schoolbezoek", "van schrok", "na acht uur"}; // a worry
    int files = 0;
    for (auto const& file : std::filesystem::directory_iterator{config.data}) {
        if (!file.is_regular_file()) continue;
        ++files;
        std::stringstream text;
        text << std::ifstream{file.path(), std::ios::binary}.rdbuf();
        auto const all = text.str();
        for (auto const& secret : secrets) EXPECT_EQ(all.find(secret), std::string::npos) << secret << " in " << file.path().filename();
        // what everyone may know is found, so the search can find
        if (file.path().filename() == "naast.db") {
            EXPECT_NE(all.find("Samenwerkingsverband Waterrijk"), std::string::npos);
        }
    }
    EXPECT_GE(files, 3);
}

TEST_F(Demonstration, LetsEveryAccountInToTheOwnPage) {
    for (auto const& [mail, what] : app::demonstration_accounts()) {
        auto link = program->demonstration_link(mail);
        ASSERT_FALSE(link.empty()) << mail;
        http::Request request;
        request.method = "GET";
        request.path = link.substr(link.find("/demonstratie/"));
        request.headers = {{"host", "127.0.0.1:8080"}};
        request.id = "r";
        auto in = program->answer(request);
        ASSERT_EQ(in.status, 303) << mail;
        http::Request home;
        home.method = "GET";
        home.path = "/mijn";
        auto cookie = std::string{in.header("Set-Cookie")};
        home.headers = {{"host", "127.0.0.1:8080"}, {"cookie", cookie.substr(0, cookie.find(';'))}};
        home.id = "r";
        auto page = program->answer(home);
        EXPECT_EQ(page.status, 200) << mail;
        EXPECT_NE(page.body.find("Waterrijk"), std::string::npos) << mail;
    }
}

TEST(TwoDemonstrations, HaveTheSamePeopleAndKeysOfTheirOwn) {
    std::set<std::string> keys;
    for (int i = 0; i < 2; ++i) {
        app::Config config;
        config.data = world::new_folder("demo");
        std::ostringstream said, key;
        app::make_demonstration(config, 1, said);
        key << std::ifstream{config.master_key_path()}.rdbuf();
        keys.insert(key.str());
        std::filesystem::remove_all(config.data);
    }
    EXPECT_EQ(keys.size(), 2U) << "who knows the seed must not know the key";
}

} // namespace
