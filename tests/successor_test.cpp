// A new buddy of the same parent sees nothing of the match before (R22): by words of their own over every page that a buddy can reach.
#include "app/program.h"
#include "tests/world/two_people.h"

namespace {

class Successor : public world::TwoPeople {};
ON_BOTH_DATABASES(Successor);

TEST_P(Successor, SeesNothingOfTheMatchBefore) {
    auto const first = matched();
    auto const old = "/trajecten/" + first.id.value();
    EXPECT_EQ(parent.post(old + "/afspraak", old + "/afspraak", meeting_form(2, "school")).status, 303);
    pass(3);
    EXPECT_EQ(buddy.post(old + "/contacten", old + "/contacten", {{"manier", "school_talk"}, {"dag_dag", "24"}, {"dag_maand", "11"}, {"dag_jaar", "2026"}, {"duur", "60"}}).status, 303);
    EXPECT_EQ(parent.post("/mijn/traject", old + "/afspraak/doorgegaan", {{"antwoord", "ja"}}).status, 303);
    EXPECT_EQ(parent.post(old + "/stoppen", old + "/stoppen", {}).status, 303);
    EXPECT_EQ(parent.post("/mijn/terugblik", "/mijn/terugblik", {{"antwoord_1", "Kanarieterugblik"}, {"goed", "Kanarieterugblik"}}).status < 500, true);
    pass(40);
    // the same parent asks again, and someone else says yes
    auto const carla = reachable("Carla Opvolger", {Role::buddy}, "06 55 55 55 55");
    make_ready(carla);
    help_request::HelpRequestId const again{"nieuw"};
    ask(again, petra);
    ASSERT_EQ(desk.post("/hulpvragen/nieuw/buddys", "/hulpvragen/nieuw/voorstel", {{"buddy", carla.value()}}).status, 303);
    world::Someone const next{house, carla};
    auto const proposal = read([&](db::Door& door) { return matching::open_proposal_for(door, again)->id.value(); });
    auto const crawl = [&](std::string const& match) {
        for (auto const& route : app::routes()) {
            if (route.method != "GET") continue;
            std::string path{route.pattern};
            auto put = [&](std::string const& part, std::string const& value) {
                if (auto at = path.find("{" + part + "}"); at != std::string::npos) path.replace(at, part.size() + 2, value);
            };
            put("proposal", proposal);
            std::vector<std::string> paths{path};
            if (auto const at = path.find("{match}"); at != std::string::npos) {
                paths = {path, path};
                paths[0].replace(at, 7, first.id.value());
                paths[1].replace(at, 7, match);
            }
            for (auto const& each : paths) {
                if (each.find('{') != std::string::npos) continue;
                auto const page = next.get(each);
                if (each.find(first.id.value()) != std::string::npos) {
                    EXPECT_EQ(page.status, 404) << each;
                }
                for (auto const* word : {"Bea Buddy", "Bea ", "beabuddy@", "06 22 22 22 22", "Kanarieterugblik", "samen naar school", "24 november 2026", "25 november 2026"}) {
                    // a choice in the form of a contact
                    if (std::string_view{word} == "samen naar school" && each.ends_with("/contacten")) continue;
                    EXPECT_FALSE(page.says(word)) << word << " at " << each;
                }
            }
        }
    };
    crawl("AAAAAAAAAAAAAAAAAAAAAA");
    ASSERT_EQ(next.post("/mijn/voorstellen", "/mijn/voorstellen/" + proposal, {{"antwoord", "yes"}, {"geeft", "phone"}}).status, 303);
    ASSERT_EQ(parent.post("/mijn/voorstel", "/mijn/voorstel", {{"geeft", "phone"}}).status, 303);
    auto const second = read([&](db::Door& door) { return *matching::live_match_of_parent(door, petra); });
    EXPECT_EQ(second.buddies(), std::vector{carla});
    EXPECT_TRUE(next.get("/trajecten/" + second.id.value() + "/contacten").says("Er staat nog geen contact."));
    crawl(second.id.value());
    EXPECT_EQ(buddy.get("/trajecten/" + second.id.value() + "/contacten").status, 404) << "nor the earlier one anything of what came after";
}

} // namespace
