// Choosing: a question before the answer, by which way each is reached, the first meeting and what is asked after it.
#include "matching/store_questions.h"
#include "tests/world/two_people.h"
#include "trajectory/store_meeting_answers.h"

namespace {
using matching::Gives;

class ChoosingEachOther : public world::TwoPeople {
protected:
    std::string on(matching::MatchRow const& match, std::string const& rest = "") { return "/trajecten/" + match.id.value() + rest; }
};
ON_BOTH_DATABASES(ChoosingEachOther);

TEST_P(ChoosingEachOther, ABuddyAsksFirstAndTheClockRestsUntilTheAnswer) {
    auto const proposal = proposed();
    auto const asking = "/mijn/voorstellen/" + proposal.value() + "/vraag";
    pass(2);
    EXPECT_TRUE(buddy.get("/mijn/voorstellen").says(asking));
    EXPECT_EQ(buddy.post(asking, asking, {{"tekst", "  "}}).status, 422);
    EXPECT_EQ(buddy.post(asking, asking, {{"tekst", "Kanarievraag?"}}).status, 303);
    EXPECT_TRUE(buddy.get("/mijn/voorstellen").says("Kanarievraag?"));
    EXPECT_EQ(buddy.post(asking, asking, {{"tekst", "Nog een?"}}).status, 422) << "one at a time";
    EXPECT_TRUE(desk.get("/vandaag").says("Heeft een vraag over een voorstel"));
    auto const stored = read([&](db::Door& door) { return door.one<std::string>("select question from proposal_questions").value_or(""); });
    EXPECT_EQ(stored.find("Kanarie"), std::string::npos) << "it is sealed";
    pass(20);
    EXPECT_TRUE(read([&](db::Door& door) { return matching::open_proposal_for(door, request); }).has_value()) << "it rests";
    auto const question = read([&](db::Door& door) { return matching::open_questions(door).front().id.value(); });
    auto const answering = "/voorstellen/vragen/" + question;
    EXPECT_EQ(buddy.get(answering).status, 404);
    EXPECT_EQ(parent.get(answering).status, 404);
    EXPECT_TRUE(desk.get(answering).says("Kanarievraag?"));
    house.mails.clear();
    EXPECT_EQ(desk.post(answering, answering, {{"tekst", "Kanarieantwoord."}}).status, 303);
    work();
    ASSERT_EQ(house.mails.size(), 1U);
    EXPECT_EQ(house.mails.back().to, "beabuddy@voorbeeld.test");
    EXPECT_EQ(house.mails.back().text.find("Kanarie"), std::string::npos);
    EXPECT_TRUE(buddy.get("/mijn/voorstellen").says("Kanarieantwoord."));
    EXPECT_FALSE(desk.get("/vandaag").says("Heeft een vraag over een voorstel"));
    pass(4);
    EXPECT_TRUE(read([&](db::Door& door) { return matching::open_proposal_for(door, request); }).has_value()) << "two days before the question and four after it";
    pass(1);
    EXPECT_FALSE(read([&](db::Door& door) { return matching::open_proposal_for(door, request); }).has_value()) << "seven days of the clock";
    EXPECT_EQ(buddy.get(asking).status, 404);
}

TEST_P(ChoosingEachOther, NothingOfTheRequestBeyondTheTextReachesTheBuddyBeforeBothYeses) {
    auto const proposal = proposed();
    auto const other = house.as(house.person(house.here, "Otto Anders", {Role::buddy}));
    auto const address = "/mijn/voorstellen/" + proposal.value();
    for (auto const& page : {buddy.get("/mijn/voorstellen"), buddy.get(address + "/vraag"), buddy.get("/mijn"), buddy.get("/mijn/ouders")})
        for (auto const* secret : {"Petra", "Zeis", "4299", "06 33", "petrazeisouder"}) EXPECT_FALSE(page.says(secret)) << secret;
    auto stranger = house.as(house.person(house.here, "Otto Anders", {Role::buddy}));
    EXPECT_EQ(stranger.get(address + "/vraag").status, 404);
    EXPECT_EQ(buddy.post("/mijn/voorstellen", address, {{"antwoord", "yes"}, {"geeft", "phone"}}).status, 303);
    for (auto const* secret : {"Petra", "Zeis", "4299", "06 33"}) EXPECT_FALSE(buddy.get("/mijn/voorstellen").says(secret)) << secret;
    EXPECT_FALSE(parent.get("/mijn/voorstel").says("06 22")) << "nor the other way round";
    EXPECT_FALSE(parent.get("/mijn/voorstel").says("beabuddy"));
}

TEST_P(ChoosingEachOther, KnowingEachOtherEndsItWithoutBlame) {
    auto const proposal = proposed();
    EXPECT_EQ(buddy.post("/mijn/voorstellen", "/mijn/voorstellen/" + proposal.value(), {{"antwoord", "yes"}, {"bekend", "1"}}).status, 303);
    EXPECT_EQ(read([&](db::Door& door) { return matching::find_proposal(door, proposal)->buddy_answer; }), matching::Answer::known);
    EXPECT_FALSE(parent.get("/mijn/voorstel").says("Bea"));
}

TEST_P(ChoosingEachOther, WhatSomeoneGivesIsAllTheOtherSees) {
    auto const match = matched("appointment", "appointment");
    EXPECT_EQ(match.buddy_gives, Gives::appointment);
    auto const all_pages = [&](auto const& check) {
        for (auto const* address : {"/mijn", "/mijn/ouders", "/mijn/voorstellen"}) check(buddy.get(address), true);
        for (auto const& address : {on(match, "/contacten"), on(match, "/afspraak"), on(match, "/stoppen"), on(match, "/bereikbaar"), std::string{"/eerste-gesprek/buddy"}}) check(buddy.get(address), true);
        for (auto const& address : {std::string{"/mijn/traject"}, std::string{"/mijn"}, std::string{"/mijn/voorstel"}, on(match, "/afspraak"), on(match, "/stoppen"), on(match, "/bereikbaar"), std::string{"/eerste-gesprek"}}) check(parent.get(address), false);
    };
    all_pages([](world::Page const& page, bool of_buddy) {
        EXPECT_EQ(page.status, 200);
        for (auto const* secret : of_buddy ? std::array{"06 33 33 33 33", "0633333333", "petrazeisouder@"} : std::array{"06 22 22 22 22", "0622222222", "beabuddy@"}) EXPECT_FALSE(page.says(secret)) << secret;
    });
    EXPECT_TRUE(parent.get("/mijn/traject").says("Bea geeft geen nummer en geen mailadres."));
    EXPECT_TRUE(buddy.get(on(match, "/contacten")).says("geeft geen nummer en geen mailadres."));
    EXPECT_TRUE(desk.get("/vandaag").says("Zij bereiken elkaar alleen op een afspraak"));
    EXPECT_EQ(parent.post(on(match, "/afspraak"), on(match, "/afspraak"), meeting_form(3, "thuis")).status, 422) << "nobody could tell the address";
    EXPECT_EQ(parent.post(on(match, "/afspraak"), on(match, "/afspraak"), meeting_form(3)).status, 303);
    work();
    for (auto const& mail : house.mails)
        for (auto const* secret : {"06 22", "06 33", "Zeis"}) EXPECT_EQ((mail.text + mail.calendar).find(secret), std::string::npos);
    // each may choose again, one for oneself
    EXPECT_EQ(parent.post(on(match, "/bereikbaar"), on(match, "/bereikbaar"), {{"geeft", ""}}).status, 422);
    EXPECT_EQ(parent.post(on(match, "/bereikbaar"), on(match, "/bereikbaar"), {{"geeft", "mail"}}).status, 303);
    EXPECT_TRUE(buddy.get(on(match, "/contacten")).says("petrazeisouder@voorbeeld.test"));
    EXPECT_FALSE(buddy.get(on(match, "/contacten")).says("06 33"));
    EXPECT_FALSE(parent.get("/mijn/traject").says("06 22")) << "the buddy gave nothing more";
    EXPECT_EQ(buddy.post(on(match, "/bereikbaar"), on(match, "/bereikbaar"), {{"geeft", "phone"}}).status, 303);
    EXPECT_TRUE(parent.get("/mijn/traject").says("06 22 22 22 22"));
    auto stranger = house.as(house.person(house.here, "Otto Anders", {Role::buddy, Role::asking_parent}));
    EXPECT_EQ(stranger.get(on(match, "/bereikbaar")).status, 404);
    EXPECT_EQ(desk.get(on(match, "/bereikbaar")).status, 404) << "the two choose themselves";
    EXPECT_EQ(parent.post(on(match, "/stoppen"), on(match, "/stoppen"), {}).status, 303);
    EXPECT_EQ(buddy.get(on(match, "/bereikbaar")).status, 404);
    EXPECT_EQ(parent.get(on(match, "/bereikbaar")).status, 404);
}

TEST_P(ChoosingEachOther, TheOfferIsTheDefaultOfTheBuddy) {
    auto const proposal = proposed();
    EXPECT_EQ(buddy.post("/mijn/voorstellen", "/mijn/voorstellen/" + proposal.value(), {{"antwoord", "yes"}}).status, 303);
    EXPECT_EQ(parent.post("/mijn/voorstel", "/mijn/voorstel", {{"geeft", "mail"}}).status, 303);
    auto const match = read([&](db::Door& door) { return *matching::live_match_of_parent(door, petra); });
    EXPECT_EQ(match.buddy_gives, Gives::phone);
    EXPECT_EQ(match.parent_gives, Gives::mail);
}

TEST_P(ChoosingEachOther, TheCoordinatorWhoIntroducesHasItInTheCalendarUntilItIsDone) {
    auto const match = matched();
    work();
    house.mails.clear();
    EXPECT_EQ(parent.post(on(match, "/afspraak"), on(match, "/afspraak"), meeting_form(3, "neutraal", "coordinator")).status, 303);
    work();
    ASSERT_EQ(house.mails.size(), 3U);
    for (auto const& mail : house.mails) {
        EXPECT_EQ(mail.calendar.find("Petra"), std::string::npos);
        EXPECT_EQ(mail.calendar.find("Bea"), std::string::npos);
    }
    EXPECT_TRUE(desk.get("/vandaag").says("U stelt ouder en buddy aan elkaar voor"));
    EXPECT_TRUE(parent.get("/mijn/traject").says("heeft het ook in de agenda"));
    // the parent thinks again: it goes out of the calendar, and comes back
    house.mails.clear();
    EXPECT_EQ(parent.post(on(match, "/afspraak"), on(match, "/afspraak"), meeting_form(4, "neutraal", "ib")).status, 303);
    work();
    ASSERT_EQ(house.mails.size(), 3U);
    int cancelled = 0;
    for (auto const& mail : house.mails)
        if (mail.calendar.find("METHOD:CANCEL") != std::string::npos) {
            ++cancelled;
            EXPECT_EQ(mail.to, "inekevos@voorbeeld.test");
        }
    EXPECT_EQ(cancelled, 1);
    EXPECT_TRUE(parent.get("/mijn/traject").says("Vraagt u de intern begeleider zelf? Wij mailen school niet."));
    EXPECT_FALSE(desk.get("/vandaag").says("U stelt ouder en buddy aan elkaar voor"));
    EXPECT_EQ(parent.post(on(match, "/afspraak"), on(match, "/afspraak"), meeting_form(2, "neutraal", "coordinator")).status, 303);
    pass(3);
    EXPECT_TRUE(desk.get("/vandaag").says("U stelt ouder en buddy aan elkaar voor"));
    EXPECT_EQ(parent.post("/mijn/traject", on(match, "/afspraak/voorgesteld"), {}).status, 404);
    EXPECT_EQ(desk.post(on(match), on(match, "/afspraak/voorgesteld"), {}).status, 303);
    EXPECT_FALSE(desk.get("/vandaag").says("U stelt ouder en buddy aan elkaar voor"));
}

TEST_P(ChoosingEachOther, AfterTheMeetingEachIsAskedAndTheCoordinatorOnlyWhenNeeded) {
    auto const match = matched();
    EXPECT_EQ(parent.post(on(match, "/afspraak"), on(match, "/afspraak"), meeting_form(1)).status, 303);
    work();
    auto const asked = std::string{"Is de afspraak doorgegaan? Wat het antwoord ook is"};
    EXPECT_FALSE(parent.get("/mijn/traject").says(asked));
    EXPECT_EQ(parent.post("/mijn/traject", on(match, "/afspraak/doorgegaan"), {{"antwoord", "ja"}}).status, 404) << "not before it";
    house.mails.clear();
    pass(2);
    EXPECT_EQ(house.mails.size(), 2U) << "each hears that something waits";
    EXPECT_TRUE(parent.get("/mijn/traject").says(asked));
    EXPECT_TRUE(buddy.get(on(match, "/contacten")).says(asked));
    EXPECT_FALSE(desk.get("/vandaag").says("Is de afspraak doorgegaan?"));
    house.mails.clear();
    pass(2);
    EXPECT_EQ(house.mails.size(), 0U) << "once";
    EXPECT_TRUE(desk.get("/vandaag").says("Is de afspraak doorgegaan?")) << "nobody said anything";
    EXPECT_EQ(buddy.post(on(match, "/contacten"), on(match, "/afspraak/doorgegaan"), {{"antwoord", "nieuw"}}).location, on(match, "/afspraak"));
    EXPECT_FALSE(desk.get("/vandaag").says("Is de afspraak doorgegaan?"));
    EXPECT_EQ(parent.post("/mijn/traject", on(match, "/afspraak/doorgegaan"), {{"antwoord", "hulp"}}).status, 303);
    EXPECT_TRUE(desk.get("/vandaag").says("Wil hulp bij de eerste afspraak"));
    EXPECT_TRUE(desk.get(on(match)).says("wil hulp"));
    EXPECT_EQ(desk.post(on(match), on(match, "/afspraak/doorgegaan"), {{"antwoord", "nieuw"}}).status, 303);
    EXPECT_FALSE(desk.get("/vandaag").says("Wil hulp bij de eerste afspraak"));
    // a new appointment is asked about anew
    EXPECT_EQ(parent.post(on(match, "/afspraak"), on(match, "/afspraak"), meeting_form(1)).status, 303);
    pass(2);
    EXPECT_TRUE(parent.get("/mijn/traject").says(asked));
    EXPECT_EQ(parent.post("/mijn/traject", on(match, "/afspraak/doorgegaan"), {{"antwoord", "ja"}}).status, 303);
    EXPECT_TRUE(parent.get("/mijn/traject").says("U zei: het ging door."));
    EXPECT_FALSE(parent.get("/mijn/traject").says(asked));
    auto stranger = house.as(house.person(house.here, "Otto Anders", {Role::buddy, Role::asking_parent}));
    EXPECT_EQ(stranger.post("/mijn", on(match, "/afspraak/doorgegaan"), {{"antwoord", "ja"}}).status, 404);
}

TEST_P(ChoosingEachOther, TheLeafletAndTheGuideAreReadAndPrinted) {
    matched();
    EXPECT_TRUE(parent.get("/eerste-gesprek").says("Zo gaat een eerste gesprek"));
    EXPECT_EQ(parent.get("/eerste-gesprek/pdf").body.substr(0, 5), "%PDF-");
    EXPECT_TRUE(buddy.get("/eerste-gesprek/buddy").says("Geef geen advies"));
    EXPECT_EQ(buddy.get("/eerste-gesprek/buddy/pdf").body.substr(0, 5), "%PDF-");
    EXPECT_TRUE(parent.get("/mijn/traject").says("/eerste-gesprek"));
}

} // namespace
