#include "visit/policy.h"

#include <gtest/gtest.h>
#include <map>

namespace visit {

TEST(Policy, EachActionHasARuleOfItsOwn) {
    std::map<std::string_view, int> ids;
    for (auto const& [action, word] : base::Words<Action>::entries) ++ids[rule(action).id];
    for (auto const& [id, count] : ids) {
        // A1 is what everyone may do about oneself
        if (id != "A1") {
            EXPECT_EQ(count, 1) << id;
        }
    }
}

TEST(Policy, AReaderDoesOneRequestAndNothingElseOfACoordinator) {
    Viewer coordinator{PartnershipId{"hier"}, PersonId{"ik"}, {Role::anyone, Role::coordinator}, true};
    auto reader = coordinator;
    reader.reader = true;
    int may = 0;
    for (auto const& [action, word] : base::Words<Action>::entries) {
        bool const of_all = allowed({PartnershipId{"hier"}, PersonId{"ik"}, {Role::anyone}, true}, {}, action);
        if (of_all) continue;
        EXPECT_TRUE(!allowed(reader, {}, action) || allowed(coordinator, {}, action)) << word << ": never more than a coordinator";
        may += allowed(reader, {}, action) ? 1 : 0;
    }
    EXPECT_EQ(may, 15);
    for (auto action : {Action::read_request, Action::clarify_request, Action::propose_match, Action::see_worklist}) EXPECT_TRUE(allowed(reader, {}, action));
    for (auto action : {Action::list_sign_ups, Action::hold_interview, Action::add_request, Action::list_buddies, Action::answer_consult, Action::confirm_role, Action::keep_deputies, Action::see_worry_sign, Action::see_yield}) EXPECT_FALSE(allowed(reader, {}, action));
    reader.second_factor = false;
    EXPECT_FALSE(allowed(reader, {}, Action::read_request));
}

} // namespace visit
