#include "recruitment/campaign.h"

#include "recruitment/code.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace recruitment {
namespace {
using namespace std::chrono;

CampaignDraft good() { return {CampaignKind::buddies, "Najaar", 8, year{2026} / 9 / 1, year{2026} / 12 / 1, "De directeur belt de schoolleiders."}; }
std::string fields(CampaignDraft const& draft) {
    auto result = campaign(draft);
    std::string all;
    if (!result)
        for (auto const& [name, why] : result.error().fields) all += name + " ";
    return all;
}

TEST(Campaign, IsRefusedInWordsAtTheField) {
    EXPECT_EQ(fields(good()), "");
    EXPECT_EQ(fields({}), "soort naam doel begin einde plan_b ");
    for (auto const& [kind, target, expected] : std::initializer_list<std::tuple<CampaignKind, int, char const*>>{
             {CampaignKind::buddies, 2, "doel "}, {CampaignKind::buddies, 3, ""}, {CampaignKind::buddies, 10, ""}, {CampaignKind::buddies, 11, "doel "}, {CampaignKind::parents, 0, "doel "}, {CampaignKind::parents, 1, ""}, {CampaignKind::parents, 100, ""}, {CampaignKind::parents, 101, "doel "}}) {
        auto draft = good();
        draft.kind = kind;
        draft.target = target;
        EXPECT_EQ(fields(draft), expected) << target;
    }
    auto draft = good();
    draft.closes_on = draft.begins_on;
    EXPECT_EQ(fields(draft), "einde ");
    draft.closes_on = year{2027} / 9 / 3;
    EXPECT_EQ(fields(draft), "einde ");
}

TEST(Campaign, StandsWhereItsDatesSay) {
    base::Date const begin = year{2026} / 9 / 1, end = year{2026} / 12 / 1;
    EXPECT_EQ(state(begin, end, {}, year{2026} / 8 / 31), CampaignState::planned);
    EXPECT_EQ(state(begin, end, {}, begin), CampaignState::running);
    EXPECT_EQ(state(begin, end, {}, end), CampaignState::running) << "the last day counts";
    EXPECT_EQ(state(begin, end, {}, year{2026} / 12 / 2), CampaignState::ended);
    EXPECT_EQ(state(begin, end, base::Date{year{2026} / 10 / 1}, year{2026} / 10 / 1), CampaignState::ended);
}

TEST(Campaign, FallsBackWhenItEndedWithTooFewUntilSomeoneDecides) {
    EXPECT_FALSE(fallback_is_due(CampaignState::running, 0, 8, {}));
    EXPECT_TRUE(fallback_is_due(CampaignState::ended, 7, 8, {}));
    EXPECT_FALSE(fallback_is_due(CampaignState::ended, 8, 8, {}));
    EXPECT_FALSE(fallback_is_due(CampaignState::ended, 7, 8, FallbackAnswer::done));
    EXPECT_FALSE(fallback_is_due(CampaignState::ended, 0, 8, FallbackAnswer::let_go));
}

TEST(Code, SaysChannelAndCampaign) {
    EXPECT_EQ(read_code("poster"), (Code{"poster", 0}));
    EXPECT_EQ(read_code("poster.c7"), (Code{"poster", 7}));
    EXPECT_EQ(read_code("c12"), (Code{"", 12}));
    for (auto const* none : {"", "p", ".c7", "poster.", "poster.c0", "poster.c07", "poster.x7", "poster.c7.c8", "Poster", "po ster", "-poster", "a--b", "poster.c1234567", "poster.c7x"}) EXPECT_FALSE(read_code(none)) << none;
    for (auto const& [channel, word] : base::Words<Channel>::entries) EXPECT_TRUE(read_code(word)) << word;
}

RC_GTEST_PROP(Code, IsReadAsItWasWritten, (std::string const& name)) {
    auto const number = *rc::gen::inRange(0, 99999);
    auto const made = own_channel({"Bij " + name.substr(0, 100), ""}, {});
    if (!made) RC_DISCARD("no name for a channel");
    Code const code{made->code, number};
    RC_ASSERT(read_code(write_code(code)) == code);
}

TEST(OwnChannel, HasACodeOfItsOwn) {
    EXPECT_EQ(own_channel({"Buurthuis De Ster!", ""}, {})->code, "buurthuis-de-ster");
    EXPECT_EQ(own_channel({"Bibliotheek", "bieb"}, {})->code, "bieb");
    for (auto const* wrong : {"poster", "bieb", "c7", "Bieb", "b", "met spatie", "een-veel-te-lange-code-voor-dit"}) EXPECT_FALSE(own_channel({"Bibliotheek", wrong}, {"bieb"})) << wrong;
    EXPECT_FALSE(own_channel({"", ""}, {}));
}

} // namespace
} // namespace recruitment
