// Two hundred attacks in every column in which people type: on every page they stay what was typed, and no column is forgotten.
#include "people/link.h"
#include "tests/world/canaries.h"
#include "tests/world/typed_texts.h"

#include <algorithm>
#include <cstdlib>
#include <map>

namespace {
using world::Canary;
using Who = std::set<std::string>;

class HostileTexts : public world::CanaryHouse {
protected:
    HostileTexts() : CanaryHouse{true} {
        for (auto const& canary : canaries) of_word.emplace(canary.word, &canary);
    }
    /// The fields whose words stand in a page, one for each word; in `raw` those of which an attack stands there as it was typed.
    std::vector<std::string> look(std::string const& body, Who& raw) {
        std::vector<std::string> fields;
        Who here;
        for (auto at = body.find("kanarie"); at != std::string::npos; at = body.find("kanarie", at + 1)) {
            auto const& canary = *of_word.at(body.substr(at, 11));
            if (here.insert(canary.word).second) fields.push_back(canary.field());
            // whatever is escaped in the way of its place differs from what was typed
            auto const before = canary.payload.find(canary.word);
            if (canary.payload.find_first_of("<>\"'&") != std::string::npos && at >= before && body.compare(at - before, canary.payload.size(), canary.payload) == 0) raw.insert(canary.field());
        }
        return fields;
    }
    std::map<std::string, Canary const*> of_word;
};

TEST_F(HostileTexts, AreShownAsWhatTheyAreOnEveryPage) {
    std::set<std::string> addresses, broken;
    std::map<std::string, std::size_t> met;
    Who planted;
    for (auto const& canary : canaries)
        if (canary.payload.find('<') != std::string::npos && canary.field() == "people.name") look(std::string{canary.payload}.replace(canary.payload.find('<'), 1, "&lt;"), planted);
    EXPECT_EQ(planted, Who{});
    for (auto const& canary : canaries)
        if (canary.payload.find('<') != std::string::npos && canary.field() == "people.name") look("<p>" + canary.payload, planted);
    EXPECT_EQ(planted, Who{"people.name"}) << "an attack that is not escaped is noticed";
    auto const unseen = [&] {
        Who fields;
        for (auto const& canary : canaries)
            if (!met.contains(canary.field()) && !world::shown_elsewhere().contains(canary.field())) fields.insert(canary.field());
        return fields;
    };
    // one of each kind, others only for what is not seen yet; `bin/prove access` takes everyone
    auto everyone = accounts();
    Who kinds;
    std::stable_partition(everyone.begin(), everyone.end(), [&](auto const& one) { return kinds.insert(one.partnership.value() + one.name()).second; });
    for (std::size_t number = 0; number < everyone.size(); ++number) {
        if (number >= kinds.size() && !std::getenv("IN_FULL") && unseen().empty()) break;
        crawl(everyone[number], addresses, [&](std::string const& address, world::Page const& page) {
            EXPECT_TRUE(page.location.empty() || (page.location.starts_with("/") && !page.location.starts_with("//")) || people::is_https(page.location)) << address << " leads to " << page.location;
            if (!page.body.starts_with("<!") && page.body.find("<html") == std::string::npos) return;
            EXPECT_LT(page.status, 500) << address;
            Who raw;
            for (auto const& field : look(page.body, raw)) ++met[field];
            for (auto const& field : raw) broken.insert(field + " as " + everyone[number].name() + " at " + address.substr(0, address.find('/', 1)));
        });
    }
    EXPECT_EQ(broken, Who{});
    EXPECT_EQ(forgotten(), Who{}) << "fields in which people type, and no attack";
    Who seen_all_the_same;
    for (auto const& [field, why] : world::shown_elsewhere())
        if (met.contains(field)) seen_all_the_same.insert(field);
    EXPECT_EQ(unseen(), Who{}) << "attacks that no page shows";
    EXPECT_EQ(seen_all_the_same, Who{});
    EXPECT_GT(met["people.name"], 100U);
    program->data().write(db::Scope::of_hall(), [](db::Write& hall) { hall.run("alter table library_texts add column verzonnen text not null default ''"); });
    EXPECT_EQ(forgotten(), Who{"library_texts.verzonnen"}) << "a column more is noticed";
    auto hall = program->data().read(db::Scope::of_hall());
    program->go_round();
    while (program->run_jobs(1000) > 0) {}
    for (auto const& subject : program->data().read(db::Scope::of_hall())->column<std::string>("select subject from outbox")) EXPECT_EQ(subject.find_first_of("\r\n"), std::string::npos);
}

} // namespace
