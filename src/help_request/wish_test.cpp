// Wishes: what is kept of an address, which school is meant, what can be made hard, and whose words go along.
#include "help_request/later.h"
#include "help_request/wish.h"

#include <gtest/gtest.h>

namespace help_request {
namespace {

std::string fields(base::Refusal const& refusal) {
    std::string all;
    for (auto const& [name, why] : refusal.fields) (all += all.empty() ? "" : " ") += name;
    return all;
}

TEST(Wish, OnlyTheSafeWayIsKept) {
    people::Contact const both{"Vera", "vera@voorbeeld.test", "06 12345678"};
    struct Case {
        OthersRead others;
        char const *mail, *phone;
    };
    for (auto const& each : {Case{OthersRead::nobody, "vera@voorbeeld.test", "06 12345678"}, Case{OthersRead::call_only, "", "06 12345678"}, Case{OthersRead::mail_only, "vera@voorbeeld.test", ""}}) {
        auto const kept = kept_contact(both, each.others);
        EXPECT_EQ(kept.mail, each.mail);
        EXPECT_EQ(kept.phone, each.phone);
        EXPECT_EQ(kept.name, "Vera");
    }
}

TEST(Wish, WhatIsRefused) {
    struct Case {
        char const* what;
        WishDraft wishes;
        Draft draft;
        char const* refused;
    };
    Draft full;
    full.contact = {"Vera", "vera@voorbeeld.test", "06 12345678"};
    full.postcode = "4201";
    full.times.slots.set(weekend);
    Draft bare;
    auto no_mail = full, no_phone = full;
    no_mail.contact.mail.clear();
    no_phone.contact.phone.clear();
    for (auto const& each : {Case{"nothing said", {}, bare, ""},
                             Case{"all said", {.others_read = OthersRead::mail_only, .interpreter = true, .region_hard = true, .times_hard = true, .child_group = "8"}, full, ""},
                             Case{"call only without a number", {.others_read = OthersRead::call_only}, no_phone, "telefoon"},
                             Case{"mail only without an address", {.others_read = OthersRead::mail_only}, no_mail, "mail"},
                             Case{"only near, but near what", {.region_hard = true}, bare, "postcode"},
                             Case{"only then, but when", {.times_hard = true}, bare, "tijd_vast"},
                             Case{"a group that is none", {.child_group = "9"}, bare, "groep"},
                             Case{"a group in words", {.child_group = "12"}, bare, "groep"},
                             Case{"delicate and long", {.delicate = std::string(2001, 'a')}, bare, "gevoelig"},
                             Case{"words of nobody", {.helper_words = "Zij kan dit."}, bare, "helper"},
                             Case{"words of someone", {.helper = people::Position::teacher, .helper_words = "Zij kan dit."}, bare, ""}}) EXPECT_EQ(fields(check(each.wishes, each.draft)), each.refused) << each.what;
}

TEST(Wish, ASchoolIsKnownByNameOrNameAndPlace) {
    people::SchoolId const beek{"beek"}, brug{"brug"}, other{"anders"};
    std::vector<KnownSchool> const known{{beek, "de beek", "wiel"}, {brug, "de brug", "wiel"}, {other, "de brug", "waterdorp"}};
    EXPECT_EQ(*school_typed("", known), std::nullopt);
    EXPECT_EQ(*school_typed("de beek", known), beek);
    EXPECT_EQ(*school_typed("de beek, wiel", known), beek);
    EXPECT_EQ(*school_typed("de brug, waterdorp", known), other);
    for (auto const* wrong : {"de brug", "de bron", "de beek, waterdorp"}) {
        auto const its = school_typed(wrong, known);
        ASSERT_FALSE(its) << wrong;
        EXPECT_EQ(fields(its.error()), "school");
    }
}

TEST(Wish, WordsOfAHelperGoAlongOnlyWhenTheParentReadThem) {
    WishDraft draft{.helper = people::Position::teacher, .helper_words = "Zij kan dit."};
    EXPECT_EQ(wishes(draft, {}).helper_words, "");
    EXPECT_FALSE(wishes(draft, {}).helper);
    draft.helper_read = true;
    EXPECT_EQ(wishes(draft, {}).helper_words, "Zij kan dit.");
    EXPECT_EQ(wishes(draft, {}).helper, people::Position::teacher);
}

TEST(Wish, TheTalkMakesNothingHardThatWasNotSaid) {
    EXPECT_EQ(fields(check(Talk{OwnSchool::not_said, OwnSchool::not_said, false, true, "", ""}, false, true)), "tijd_vast");
    EXPECT_EQ(fields(check(Talk{OwnSchool::not_said, OwnSchool::not_said, true, false, "", ""}, true, false)), "buurt");
    EXPECT_EQ(fields(check(Talk{OwnSchool::fine, OwnSchool::fine, true, true, "Een overstap.", "Rust."}, true, true)), "");
    EXPECT_EQ(fields(check(Talk{OwnSchool::fine, OwnSchool::fine, false, false, std::string(2401, 'a'), std::string(2401, 'a')}, true, true)), "criteria belangrijk");
}

TEST(Later, ACodeHasSixCharactersAndIsCountedInLettersNotBytes) {
    for (auto const* wrong : {"", "12345", "ééééé"}) EXPECT_FALSE(check_code(wrong).empty()) << wrong;
    for (auto const* good : {"123456", "éééééé", "een hele zin mag ook"}) EXPECT_TRUE(check_code(good).empty()) << good;
    EXPECT_FALSE(check_code(std::string(401, 'a')).empty());
}

} // namespace
} // namespace help_request
