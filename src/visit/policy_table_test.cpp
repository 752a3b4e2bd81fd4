// The policy against a list of its own (policy.txt), read by rules written down once more here: every action × role × tie × kind of viewer.
#include "visit/policy.h"

#include <fstream>
#include <gtest/gtest.h>
#include <map>
#include <set>
#include <sstream>

namespace visit {
namespace {

struct Line {
    std::string rule;
    bool confidential = false, everyone = false;
    std::set<std::string> marks;
    std::vector<std::pair<std::string, std::string>> who; ///< role and tie
};
struct Written {
    std::map<std::string, Line> lines;
    std::set<std::string> second_factor, programme;
};

Written written() {
    Written all;
    std::ifstream file{NAAST_SOURCE "/src/visit/policy.txt"};
    for (std::string text; std::getline(file, text);) {
        if (text.empty() || text[0] == '#') continue;
        std::istringstream words{text};
        std::string action, word;
        words >> action;
        if (action == "second_factor" || action == "programme") {
            while (words >> word) (action == "programme" ? all.programme : all.second_factor).insert(word);
            continue;
        }
        auto& line = all.lines[action];
        words >> line.rule;
        while (words >> word) {
            if (word == "!") line.confidential = true;
            else if (word == "everyone_with_an_account") line.everyone = true;
            else if (word == "fresh" || word == "reader" || word == "no_deputy") line.marks.insert(word);
            else if (auto const colon = word.find(':'); colon == std::string::npos) line.who.emplace_back(word, "none");
            else line.who.emplace_back(word.substr(0, colon), word.substr(colon + 1));
        }
    }
    return all;
}

constexpr std::array ties{std::pair{"none", Tie::none}, std::pair{"own", Tie::own}, std::pair{"live_match", Tie::live_match}, std::pair{"taking_part", Tie::taking_part}, std::pair{"leading", Tie::leading}, std::pair{"observing", Tie::observing}, std::pair{"given", Tie::given}};

bool expected(Written const& all, Line const& line, Viewer const& viewer, std::set<std::string> const& held) {
    if (line.marks.contains("fresh") && !viewer.fresh) return false;
    if (line.everyone) return viewer.person.has_value();
    for (auto const& [role, tie] : line.who) {
        if (!viewer.is(*base::from_word<Role>(role)) || !(tie == "none" || held.contains(tie) || held.contains("any"))) continue;
        if (all.second_factor.contains(role) && !viewer.second_factor) continue;
        if (role == "coordinator" && viewer.deputy && line.marks.contains("no_deputy")) continue;
        if (role == "coordinator" && viewer.reader && !line.marks.contains("reader")) continue;
        if (all.programme.contains(role) && viewer.independence == Independence::outside && !viewer.of_outside) continue;
        return true;
    }
    return false;
}

/// Every kind of viewer: no role, one and two roles, and all that is true or not of the session and the house.
std::vector<Viewer> viewers() {
    std::vector<RoleSet> sets{{Role::anyone}};
    for (auto one : roles)
        for (auto other : {one, Role::buddy, Role::coordinator, Role::safety_officer}) sets.push_back({Role::anyone, one, other});
    std::vector<Viewer> all;
    for (auto const& set : sets)
        for (unsigned bits = 0; bits < 128; ++bits) {
            auto const is = [bits](unsigned at) { return (bits >> at & 1U) != 0; };
            Viewer viewer{PartnershipId{"hier"}, is(0) ? std::optional{PersonId{"ik"}} : std::nullopt, set, is(1), is(2), is(3) ? Independence::outside : Independence::inside};
            viewer.deputy = is(4);
            viewer.reader = is(5);
            viewer.fresh = is(6);
            all.push_back(viewer);
        }
    return all;
}

TEST(PolicyTable, IsWhatIsWrittenDown) {
    auto const all = written();
    auto const everyone = viewers();
    EXPECT_EQ(all.lines.size(), base::Words<Action>::entries.size());
    std::size_t wrong = 0;
    for (auto const& [action, word] : base::Words<Action>::entries) {
        ASSERT_TRUE(all.lines.contains(std::string{word})) << word;
        auto const& line = all.lines.at(std::string{word});
        EXPECT_EQ(rule(action).id, line.rule) << word;
        EXPECT_EQ(rule(action).confidential, line.confidential) << word;
        EXPECT_EQ(wants_fresh(action), line.marks.contains("fresh")) << word;
        std::vector<std::string> named;
        for (auto role : roles_of(action)) named.emplace_back(base::word(role));
        std::vector<std::string> said;
        for (auto const& [role, tie] : line.who) said.push_back(role);
        if (line.everyone)
            for (auto role : roles)
                if (role != Role::anyone) said.emplace_back(base::word(role));
        EXPECT_EQ(named, said) << word;
        for (auto const& viewer : everyone) {
            for (auto const& [name, tie] : ties) wrong += allowed(viewer, {tie}, action) != expected(all, line, viewer, {name}) ? 1 : 0;
            wrong += allowed(viewer, {}, action) != expected(all, line, viewer, {}) ? 1 : 0;
            wrong += conceivable(viewer, action) != expected(all, line, viewer, {"any"}) ? 1 : 0;
        }
        EXPECT_EQ(wrong, 0U) << word;
    }
}

TEST(PolicyTable, NamesTheRolesThatShowASecondFactorAndThatArrangeTheProgramme) {
    auto const all = written();
    for (auto role : roles) EXPECT_EQ(needs_second_factor(role), all.second_factor.contains(std::string{base::word(role)})) << base::word(role);
    EXPECT_EQ(all.programme, (std::set<std::string>{"coordinator", "safety_officer"}));
}

} // namespace
} // namespace visit
