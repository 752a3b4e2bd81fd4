// The week's letter: only for a coordinator who wants it, once a week, with nothing in it about anyone.
#include "tests/world/two_people.h"

#include <algorithm>

namespace {

class WeekLetter : public world::TwoPeople {
protected:
    std::vector<std::string> letters() {
        std::vector<std::string> all;
        for (auto const& mail : house.mails)
            if (mail.text.find("Uw lijst van deze week staat klaar.") != std::string::npos) all.push_back(mail.to);
        return all;
    }
};
ON_BOTH_DATABASES(WeekLetter);

TEST_P(WeekLetter, GoesEachMondayToWhoWantsItAndTellsNothing) {
    ask(request, petra);
    for (int day = 0; day < 8; ++day) pass(1);
    EXPECT_TRUE(letters().empty()) << "nobody asked for it";
    EXPECT_TRUE(desk.get("/vandaag").says("Mail mij elke maandag dat er werk wacht"));
    EXPECT_EQ(buddy.post("/mijn", "/vandaag/weekbericht", {{"weekbericht", "ja"}}).status, 404);
    EXPECT_EQ(desk.post("/vandaag", "/vandaag/weekbericht", {{"weekbericht", "ja"}}).status, 303);
    for (int day = 0; day < 14; ++day) pass(1);
    auto const sent = letters();
    EXPECT_GE(sent.size(), 2U);
    EXPECT_LE(sent.size(), 3U);
    for (auto const& to : sent) EXPECT_EQ(to, "inekevos@voorbeeld.test");
    for (auto const& mail : house.mails) EXPECT_EQ(mail.text.find("Petra"), std::string::npos);
    EXPECT_EQ(desk.post("/vandaag", "/vandaag/weekbericht", {{"weekbericht", "nee"}}).status, 303);
    house.mails.clear();
    for (int day = 0; day < 8; ++day) pass(1);
    EXPECT_TRUE(letters().empty());
}

} // namespace
