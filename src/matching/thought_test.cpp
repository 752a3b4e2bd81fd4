// Whom a parent asks to think along.
#include "matching/thought.h"

#include <gtest/gtest.h>

namespace {
using namespace matching;

ThoughtDraft good() { return {{"Iris Begeleider", "iris@voorbeeld.nl", ""}, {Item::situations}, true}; }

TEST(Thought, IsAskedOfSomeoneWithANameAndAnAddressAboutSomethingWithAYes) {
    EXPECT_TRUE(static_cast<bool>(ask_thought(good())));
    struct Case {
        char const* field;
        void (*spoil)(ThoughtDraft&);
    };
    for (auto const& [field, spoil] : std::initializer_list<Case>{
             {"naam", [](ThoughtDraft& d) { d.contact.name.clear(); }},
             {"naam", [](ThoughtDraft& d) { d.contact.name = std::string(101, 'x'); }},
             {"mail", [](ThoughtDraft& d) { d.contact.mail.clear(); }},
             {"wat", [](ThoughtDraft& d) { d.items.clear(); }},
             {"akkoord", [](ThoughtDraft& d) { d.agrees = false; }},
         }) {
        auto draft = good();
        spoil(draft);
        auto const asked = ask_thought(draft);
        ASSERT_FALSE(static_cast<bool>(asked)) << field;
        EXPECT_EQ(asked.error().fields.front().name, field);
    }
}

TEST(Thought, SaysAtMostSixHundredCharacters) {
    EXPECT_FALSE(static_cast<bool>(thought_said("")));
    std::string text;
    for (int i = 0; i < thought_length; ++i) text += "é";
    EXPECT_TRUE(static_cast<bool>(thought_said(text))) << "characters, not bytes";
    EXPECT_FALSE(static_cast<bool>(thought_said(text + "e")));
}

} // namespace
