#include "matching/offer.h"

#include <gtest/gtest.h>

namespace matching {
namespace {
using help_request::Way;
std::vector<KnownSchool> const schools{{"s1", "De Rietkraag"}, {"s2", "De Kraal"}};
OfferDraft good() {
    OfferDraft draft;
    draft.ways = {Way::call};
    draft.languages = "Nederlands";
    draft.village = "Waterdorp";
    draft.postcode = "4201";
    draft.gives = Gives::mail;
    return draft;
}
std::vector<std::string> refused(OfferDraft const& draft) {
    auto its = offer(draft, schools);
    std::vector<std::string> fields;
    if (!its)
        for (auto const& field : its.error().fields) fields.push_back(field.name);
    return fields;
}
} // namespace

TEST(Offer, ThatIsCompleteIsKept) {
    auto draft = good();
    draft.distance = "20", draft.region_hard = true;
    draft.children = {{"s1", {3, 5}}, {"s2", {}}};
    auto its = offer(draft, schools);
    ASSERT_TRUE(its);
    EXPECT_EQ(its->postcode, 4201);
    EXPECT_EQ(its->distance, 20);
    EXPECT_TRUE(its->draft.region_hard);
    EXPECT_EQ(its->school, "De Rietkraag; De Kraal");
    ASSERT_EQ(its->children.size(), 2U);
    EXPECT_EQ(its->children[0].groups, "3 5");
    EXPECT_EQ(its->children[1].groups, "");
}

TEST(Offer, WhatIsNotRightIsSaidAtItsField) {
    EXPECT_TRUE(refused(good()).empty());
    struct Case {
        void (*spoil)(OfferDraft&);
        char const* field;
    };
    for (auto const& [spoil, field] : std::initializer_list<Case>{
             {[](OfferDraft& d) { d.ways.clear(); }, "manier"},
             {[](OfferDraft& d) { d.postcode = "420"; }, "postcode"},
             {[](OfferDraft& d) { d.gives.reset(); }, "geeft"},
             {[](OfferDraft& d) { d.languages.clear(); }, "taal"},
             {[](OfferDraft& d) { d.languages = std::string(301, 'a'); }, "taal"},
             {[](OfferDraft& d) { d.village.clear(); }, "woonplaats"},
             {[](OfferDraft& d) { d.distance = "0"; }, "afstand"},
             {[](OfferDraft& d) { d.distance = "ver"; }, "afstand"},
             {[](OfferDraft& d) { d.region_hard = true; }, "afstand"},
             {[](OfferDraft& d) { d.times_hard = true; }, "tijden_vast"},
             {[](OfferDraft& d) { d.children = {{"", {4}}}; }, "school1"},
             {[](OfferDraft& d) { d.children = {{elsewhere, {4}}}; }, "school1"},
             {[](OfferDraft& d) { d.children = {{"s1", {}}, {"unknown", {}}}; }, "school2"},
             {[](OfferDraft& d) { d.children = {{"s1", {9}}}; }, "groep1"},
             {[](OfferDraft& d) { d.children = {{"", {0}}}; }, "groep1"},
             {[](OfferDraft& d) { d.paused_typed = true; }, "pauze"},
         }) {
        auto draft = good();
        spoil(draft);
        EXPECT_EQ(refused(draft), std::vector<std::string>{field});
    }
}

TEST(Offer, ASchoolElsewhereIsKeptAsNothing) {
    auto draft = good();
    draft.children = {{elsewhere, {}}};
    auto its = offer(draft, schools);
    ASSERT_TRUE(its);
    EXPECT_TRUE(its->children.empty());
    EXPECT_EQ(its->school, "");
}

} // namespace matching
