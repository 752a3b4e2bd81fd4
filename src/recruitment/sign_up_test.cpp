#include "recruitment/sign_up.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace recruitment {
using namespace std::chrono_literals;

namespace {
Draft good() { return {{"Noor van Dijk", "noor@voorbeeld.test", ""}, Channel::poster, "", true}; }
bool refused(Draft const& draft, std::string const& field) {
    auto result = sign_up(draft);
    return !result && std::any_of(result.error().fields.begin(), result.error().fields.end(), [&](auto const& one) { return one.name == field; });
}
} // namespace

TEST(SignUp, IsAcceptedWithANameAnAddressAChannelAndTheAgreement) { EXPECT_TRUE(static_cast<bool>(sign_up(good()))); }

TEST(SignUp, IsRefusedAtTheFieldThatIsWrong) {
    struct Case {
        char const* what;
        void (*spoil)(Draft&);
        char const* field;
    };
    for (auto const& [what, spoil, field] : std::initializer_list<Case>{
             {"no name", [](Draft& d) { d.contact.name.clear(); }, "naam"},
             {"a name of 400 letters", [](Draft& d) { d.contact.name.assign(400, 'a'); }, "naam"},
             {"no way to be reached", [](Draft& d) { d.contact.mail.clear(); }, "mail"},
             {"half an address", [](Draft& d) { d.contact.mail = "noor@"; }, "mail"},
             {"words as a number", [](Draft& d) { d.contact.phone = "bel mij"; }, "telefoon"},
             {"no channel", [](Draft& d) { d.channel.reset(); }, "kanaal"},
             {"a motive without end", [](Draft& d) { d.motive.assign(5000, 'a'); }, "motief"},
             {"no agreement", [](Draft& d) { d.agrees = false; }, "akkoord"},
         }) {
        auto draft = good();
        spoil(draft);
        EXPECT_TRUE(refused(draft, field)) << what;
    }
}

TEST(SignUp, KeepsTheAddressInTheFormInWhichItIsFoundAgain) {
    auto draft = good();
    draft.contact.mail = " Noor@Voorbeeld.TEST ";
    EXPECT_EQ((*sign_up(draft)).contact.mail, "noor@voorbeeld.test");
}

TEST(SignUp, MustBeAnsweredWithinTwoWorkingDays) {
    using std::chrono::year;
    EXPECT_EQ(answer_by(year{2026} / 11 / 23), base::Date(year{2026} / 11 / 25)); // Monday
    EXPECT_EQ(answer_by(year{2026} / 11 / 26), base::Date(year{2026} / 11 / 30)); // Thursday
    EXPECT_EQ(answer_by(year{2026} / 11 / 28), base::Date(year{2026} / 12 / 1));  // Saturday
}

TEST(SignUp, WhateverIsTypedIsEitherAcceptedOrRefusedAtAField) {
    EXPECT_TRUE(rc::check([](std::string const& name, std::string const& mail, std::string const& phone, bool agrees) {
        auto result = sign_up({{name, mail, phone}, Channel::other, "", agrees});
        if (result) RC_ASSERT(agrees && !result->contact.name.empty() && (!result->contact.mail.empty() || !result->contact.phone.empty()));
        else RC_ASSERT(!result.error().fields.empty());
    }));
}

} // namespace recruitment
