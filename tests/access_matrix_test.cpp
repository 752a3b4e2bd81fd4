// Every route × every role: who lacks the role gets the same 404, who is not logged in goes to the login page, a bare GET works for every role it names.
#include "tests/world/world.h"

namespace {
using visit::Role;

class AccessMatrix : public world::InHouse {};
ON_BOTH_DATABASES(AccessMatrix);

std::string filled(std::string_view pattern) {
    std::string path{pattern};
    for (auto at = path.find('{'); at != std::string::npos; at = path.find('{')) path.replace(at, path.find('}') - at + 1, "AAAAAAAAAAAAAAAAAAAAAA");
    return path;
}

/// Deviations from the policy for one route table; empty when all hold.
std::vector<std::string> deviations(world::House& house, std::vector<reception::Route> const& routes) {
    std::vector<std::string> found;
    std::map<Role, visit::PersonId> cast;
    for (auto role : visit::roles)
        if (role != Role::anyone) cast.emplace(role, house.person(house.here, "Rol " + std::string{base::word(role)}, {role}));
    for (auto const& route : routes) {
        auto named = visit::roles_of(route.action);
        bool const for_all = std::find(named.begin(), named.end(), Role::anyone) != named.end();
        auto path = filled(route.pattern);
        bool const bare = route.pattern.find('{') == std::string_view::npos;
        auto say = [&](std::string const& who, int status) { found.push_back(std::string{route.method} + " " + path + " as " + who + ": " + std::to_string(status)); };
        auto stranger = house.stranger().send(std::string{route.method}, path, "");
        if (!for_all && (stranger.status != 303 || stranger.location != "/inloggen")) say("stranger", stranger.status);
        if (for_all && stranger.location == "/inloggen") say("stranger", stranger.status);
        for (auto const& [role, person] : cast) {
            bool const may = for_all || std::find(named.begin(), named.end(), role) != named.end();
            auto visitor = house.as(person);
            auto page = visitor.send(std::string{route.method}, path, "");
            if (!may && page.status != 404) say(std::string{base::word(role)}, page.status);
            if (may && bare && route.method == "GET" && page.status >= 400 && path != "/uitbak") say(std::string{base::word(role)}, page.status);
            if (may && route.method == "POST" && page.status != 403) say(std::string{base::word(role)} + " without a token", page.status);
            if (!for_all && visit::needs_second_factor(role) && may && !(route.action == visit::Action::second_factor)) {
                bool own = std::find(named.begin(), named.end(), Role::council) != named.end() && named.size() > 10;
                auto half = house.as(person, false).send(std::string{route.method}, path, "");
                if (!own && half.location != "/tweede-stap") say(std::string{base::word(role)} + " without a second factor", half.status);
            }
        }
    }
    return found;
}

TEST_P(AccessMatrix, HoldsForEveryRouteAndEveryRole) {
    auto found = deviations(house, app::routes());
    for (auto const& each : found) ADD_FAILURE() << each;
}

TEST_P(AccessMatrix, SeesAPlantedHole) {
    // a table that claims another action than the page guards: too little for one role, too much for another
    auto planted = [&](std::string_view pattern, visit::Action action) {
        std::vector<reception::Route> one;
        for (auto const& route : app::routes())
            if (route.method == "GET" && route.pattern == pattern) one.push_back(route);
        for (auto& route : one) route.action = action;
        return deviations(house, one);
    };
    EXPECT_TRUE(planted("/cijfers", visit::Action::see_counts).empty());
    EXPECT_FALSE(planted("/cijfers", visit::Action::see_worklist).empty()) << "a director who gets in where only the coordinator may";
    EXPECT_FALSE(planted("/aanmeldingen", visit::Action::see_counts).empty()) << "a director who is named and kept out";
    EXPECT_FALSE(planted("/vandaag", visit::Action::see_public).empty()) << "a stranger who is named and kept out";
}

TEST_P(AccessMatrix, EveryRouteIsReachedByItsOwnAddress) {
    std::set<std::string> seen;
    for (auto const& route : app::routes()) EXPECT_TRUE(seen.insert(std::string{route.method} + " " + std::string{route.pattern}).second) << route.pattern << " is there twice";
}

} // namespace
