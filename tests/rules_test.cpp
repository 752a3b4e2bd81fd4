// Rules of the programme that are about everything at once, tried on the whole demonstration: nothing is asked that nobody needs (R24), and no mail says what it is about (R25; calendar files are read by tools/calendar_mails.py).
#include "tests/world/canaries.h"

#include <map>
#include <regex>

namespace {

class Rules : public world::CanaryHouse {
protected:
    std::string plain(std::string words) {
        words = std::regex_replace(words, std::regex{"<[^>]*>|\\s+"}, " ");
        return words;
    }
};

TEST_F(Rules, NothingIsAskedThatNobodyNeeds) {
    std::regex const label{R"re(<(?:label|legend)[^>]*>([\s\S]*?)</(?:label|legend)>)re"};
    // a child is never named, dated, numbered or labelled; neither is the child of a buddy
    std::regex const forbidden{"diagnose|stoornis|autis|adhd|dyslex|bsn|burgerservice|leerlingnummer|geboorte|leeftijd van|naam van (uw|je|het) kind|hoe heet (uw|je|het) kind|nationaliteit|geloof van|inkomen", std::regex::icase};
    std::set<std::string> addresses, seen, wrong;
    auto const look = [&](std::string const& address, world::Page const& page) {
        for (std::sregex_iterator at{page.body.begin(), page.body.end(), label}, none; at != none; ++at) {
            auto const words = plain((*at)[1]);
            if (seen.insert(words).second && std::regex_search(words, forbidden)) wrong.insert(words + " at " + address);
        }
    };
    std::set<std::string> kinds;
    for (auto const& one : accounts())
        if (kinds.insert(one.partnership.value() + one.name()).second) crawl(one, addresses, look);
    // and what everyone meets before there is an account
    auto stranger = world::Visitor{*program};
    for (auto const& route : app::routes())
        if (route.method == "GET" && route.pattern.find('{') == std::string_view::npos && visit::roles_of(route.action) == std::vector{visit::Role::anyone}) look(std::string{route.pattern}, stranger.get(std::string{route.pattern}));
    EXPECT_GT(seen.size(), 250U) << "labels that were read";
    EXPECT_EQ(wrong, std::set<std::string>{});
    EXPECT_TRUE(std::regex_search(std::string{"Wat is de geboortedatum van uw kind?"}, forbidden));
}

TEST_F(Rules, NoMailSaysWhatItIsAbout) {
    for (int day = 0; day < 100; day += 4) {
        clock.pass(std::chrono::hours{96});
        program->go_round();
        program->run_jobs(5000);
    }
    auto const mails = program->data().read(db::Scope::of_hall())->column<std::string>("select subject from outbox");
    ASSERT_GT(mails.size(), 40U);
    // what someone who looks over a shoulder must not learn
    std::regex const telling{"buddy|ouder|kind|school|hulp|zorg|gesprek|training|koppel|aanmeld|vraag|probleem|advies|steun", std::regex::icase};
    std::map<std::string, int> subjects;
    for (auto const& subject : mails) {
        ++subjects[subject];
        EXPECT_FALSE(std::regex_search(subject, telling)) << subject;
    }
    EXPECT_LT(subjects.size(), 15U) << "a subject of its own tells by being another";
}

} // namespace
