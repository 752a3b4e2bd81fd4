// Asking for a buddy: everything is shown before it is sent, what was not said is no duty, and every answer is kept where it belongs.
#include "app/erasure.h"
#include "confidentiality/store_consent.h"
#include "tests/world/asking.h"

#include <regex>

namespace {
using help_request::OwnSchool;
using visit::Role;

class Asking : public world::Asking {};
ON_BOTH_DATABASES(Asking);

TEST_P(Asking, TheLeastIsEnoughAndEveryPageSaysWhatIsNotRequired) {
    auto parent = house.stranger();
    std::set<std::string> seen;
    auto page = parent.get("/buddy-vragen/vragen");
    while (page.hidden("_vraag") != "overzicht" && seen.insert(page.hidden("_vraag")).second) {
        EXPECT_TRUE(page.says("niet verplicht")) << page.hidden("_vraag");
        page = press(parent, page, least());
    }
    EXPECT_EQ(seen.size(), 7U);
    EXPECT_TRUE(page.says("Stap 8 van 8"));
    EXPECT_EQ(press(parent, page, least()).location, "/buddy-vragen/bedankt");
    auto const row = *help_request::wishes_of(*read(), newest().id);
    EXPECT_FALSE(row.interpreter || row.others_read || row.region_hard || row.times_hard);
    EXPECT_EQ(row.school, std::nullopt);
    EXPECT_TRUE(row.delicate.empty() && row.helper_words.empty());
    auto const consents = confidentiality::consents_of(*read(), newest_parent());
    EXPECT_EQ(consents.size(), 2U) << "one by one";
}

TEST_P(Asking, EveryWishIsKeptAndShownToTheCoordinatorAndTheParent) {
    auto const beek = school("De Beek", "Wiel");
    auto parent = house.stranger();
    auto const fields = least({{"woorden", "Ons verhaal."}, {"kennis", "rechten"}, {"kennis", "thuis"}, {"gevoelig", "Zeemzacht."}, {"tolk", "ja"}, {"tijd-ma", "ma-avond"}, {"tijd_vast", "ja"}, {"postcode", "4201"}, {"buurt", "alleen"}, {"eigen_dorp", "rather_not"}, {"school", "de beek"}, {"eigen_school", "rather"}, {"groep", "5"}, {"kind", "girl"}, {"mail", "vera@voorbeeld.test"}});
    auto const page = to_overview(parent, parent.get("/buddy-vragen/vragen"), fields);
    for (auto const* words : {"Ons verhaal.", "rechten en regels op school", "Zeemzacht.", "maandag: ’s avonds", "alleen in de eigen buurt", "De Beek", "groep 5, meisje", "vera@voorbeeld.test", "blijft tussen u en uw buddy", "tenzij dat gevaar geeft", "Wie leest uw vraag?"}) EXPECT_TRUE(page.says(words) || page.says("de beek")) << words;
    ASSERT_EQ(press(parent, page, fields).location, "/buddy-vragen/bedankt");
    auto const entry = newest();
    auto const row = *help_request::wishes_of(*read(), entry.id);
    EXPECT_TRUE(row.interpreter && row.region_hard && row.times_hard);
    EXPECT_EQ(row.school, beek);
    EXPECT_EQ(row.own_village, OwnSchool::rather_not);
    EXPECT_EQ(entry.own_school, OwnSchool::rather);
    EXPECT_EQ(row.knowledge, "rechten thuis");
    EXPECT_EQ(row.child_group + " " + std::string{base::word(row.child_sex)}, "5 girl");
    EXPECT_EQ(count("select count(*) from help_requests where delicate like '%Zeem%'"), 0) << "sealed";
    auto const desk = house.as(coordinator).get("/hulpvragen/" + entry.id.value());
    work();
    auto const own = house.as(newest_parent()).get("/mijn/vraag");
    for (auto const* words : {"Ons verhaal.", "Zeemzacht.", "rechten en regels op school", "De Beek, Wiel", "groep 5, meisje", "maandag: ’s avonds"}) {
        EXPECT_TRUE(desk.says(words)) << words;
        EXPECT_TRUE(own.says(words)) << words;
    }
    EXPECT_TRUE(desk.says("graag een tolk"));
}

TEST_P(Asking, WhatIsWrongIsSaidAtItsOwnQuestion) {
    school("De Brug", "Wiel");
    school("De Brug", "Waterdorp");
    struct Case {
        std::pair<std::string, std::string> answer;
        char const *question, *words;
    };
    for (auto const& [answer, question, words] : {Case{{"school", "De Bron"}, "school", "Wij kennen deze school niet."}, Case{{"school", "De Brug"}, "school", "Er zijn meer scholen met deze naam."}, Case{{"buurt", "alleen"}, "buurt", "Vul dan de vier cijfers"}, Case{{"tijd_vast", "ja"}, "tijden", "Kies eerst wanneer u kunt."}, Case{{"meelezen", "mailen"}, "bereiken", "Vul dan uw mailadres in."}}) {
        auto parent = house.stranger();
        auto const page = asks(parent, least({answer}));
        EXPECT_EQ(page.status, 422) << words;
        EXPECT_EQ(page.hidden("_vraag"), question);
        EXPECT_TRUE(page.says(words)) << words;
    }
    for (auto const* missing : {"akkoord", "contact", "kanaal"}) {
        auto fields = least();
        std::erase_if(fields, [&](auto const& field) { return field.first == missing; });
        auto parent = house.stranger();
        auto const page = asks(parent, fields);
        EXPECT_EQ(page.status, 422) << missing;
        EXPECT_EQ(page.hidden("_vraag"), "overzicht");
    }
    EXPECT_EQ(count("select count(*) from help_requests"), 0);
}

TEST_P(Asking, FromTheOverviewOneAnswerIsChangedAndNothingIsLost) {
    auto parent = house.stranger();
    auto page = to_overview(parent, parent.get("/buddy-vragen/vragen"), least({{"woorden", "Het eerste."}}));
    page = press(parent, page, {{"akkoord", "ja"}, {"kanaal", "poster"}}, {"naar", "vraag"});
    EXPECT_EQ(page.hidden("_vraag"), "vraag");
    EXPECT_TRUE(page.says("Het eerste."));
    page = press(parent, page, {{"situatie", "thuis"}, {"woorden", "Het tweede."}});
    ASSERT_EQ(page.hidden("_vraag"), "overzicht") << "straight back";
    EXPECT_TRUE(page.says("Het tweede."));
    EXPECT_TRUE(page.says("mijn kind zit thuis"));
    EXPECT_TRUE(std::regex_search(page.body, std::regex{"name=\"akkoord\" value=\"ja\" checked"})) << "what was ticked stays ticked";
    page = press(parent, page, {{"akkoord", "ja"}, {"kanaal", "poster"}}, {"vorige", "1"});
    EXPECT_EQ(page.hidden("_vraag"), "bereiken");
    EXPECT_TRUE(page.says("value=\"Vera\""));
}

TEST_P(Asking, WhoCannotBeReadSafelyGetsNoMailAtAll) {
    auto parent = house.stranger();
    ASSERT_EQ(asks(parent, least({{"mail", "gedeeld@voorbeeld.test"}, {"meelezen", "bellen"}})).location, "/buddy-vragen/bedankt");
    work();
    EXPECT_TRUE(house.mails.empty());
    auto const page = house.as(coordinator).get("/hulpvragen/" + newest().id.value());
    EXPECT_TRUE(page.says("noem de hulp niet in een bericht. Bel alleen."));
    EXPECT_FALSE(page.says("gedeeld@voorbeeld.test"));
    auto other = house.stranger();
    ASSERT_EQ(asks(other, least({{"mail", "alleen@voorbeeld.test"}, {"meelezen", "mailen"}}, "Wim")).location, "/buddy-vragen/bedankt");
    auto const mail_only = house.as(coordinator).get("/hulpvragen/" + newest().id.value());
    EXPECT_TRUE(mail_only.says("Mail alleen."));
    EXPECT_FALSE(mail_only.says("06 12345678"));
}

TEST_P(Asking, WithAProfessionalThroughTheSchoolsPageThatPersonsWordsAreReadFirst) {
    auto const beek = school("De Beek", "Wiel");
    auto const key = house.here.value() + "." + beek.value();
    auto parent = house.stranger();
    EXPECT_TRUE(parent.get("/school/" + key).says("/school/" + key + "/buddy-vragen"));
    auto const to = parent.get("/school/" + key + "/buddy-vragen");
    ASSERT_EQ(to.status, 303);
    EXPECT_TRUE(parent.get(to.location).says("samen met iemand van De Beek"));
    EXPECT_EQ(parent.get("/school/" + house.here.value() + ".geen/buddy-vragen").status, 404);
    auto const from = "/buddy-vragen/vragen" + to.location.substr(to.location.find('?'));
    auto fields = least({{"school", "De Beek, Wiel"}, {"helper", "supervisor"}, {"helper_woorden", "Koolzaad: zij houdt vol."}, {"mail", "vera@voorbeeld.test"}});
    std::erase_if(fields, [](auto const& field) { return field.first == "kanaal"; });
    auto page = to_overview(parent, parent.get(from), fields);
    EXPECT_TRUE(page.says("Stap 9 van 9"));
    EXPECT_TRUE(page.says("Koolzaad: zij houdt vol."));
    auto sending = fields;
    sending.emplace_back("kanaal", std::string{base::word(recruitment::Channel::school_contact)});
    ASSERT_EQ(press(parent, page, sending).location, "/buddy-vragen/bedankt");
    auto entry = newest();
    EXPECT_EQ(entry.channel, recruitment::Channel::school_contact);
    EXPECT_EQ(help_request::wishes_of(*read(), entry.id)->school, beek);
    EXPECT_FALSE(house.as(coordinator).get("/hulpvragen/" + entry.id.value()).says("Koolzaad")) << "not ticked, not sent";
    // the same, read and ticked
    auto second = house.stranger();
    sending.emplace_back("helper_gelezen", "ja");
    sending[3].second = "Wim";
    page = to_overview(second, second.get(from), sending);
    // a tick for words that changed after it counts no more
    page = press(second, page, sending, {"naar", "helper"});
    page = press(second, page, sending);
    EXPECT_FALSE(std::regex_search(page.body, std::regex{"name=\"helper_gelezen\" value=\"ja\" checked"}));
    ASSERT_EQ(press(second, page, sending).location, "/buddy-vragen/bedankt");
    entry = newest();
    EXPECT_EQ(count("select count(*) from help_requests where helper_words like '%Koolzaad%'"), 0) << "sealed";
    EXPECT_TRUE(house.as(coordinator).get("/hulpvragen/" + entry.id.value()).says("Koolzaad: zij houdt vol."));
    work();
    auto own = house.as(newest_parent());
    EXPECT_TRUE(own.get("/mijn/vraag").says("Koolzaad: zij houdt vol."));
    EXPECT_EQ(own.post("/mijn/vraag", "/mijn/vraag/helper", {}).status, 303);
    EXPECT_FALSE(house.as(coordinator).get("/hulpvragen/" + entry.id.value()).says("Koolzaad")) << "taken back by the parent";
}

TEST_P(Asking, TheCoordinatorTypesTheSameWishes) {
    auto const beek = school("De Beek", "Wiel");
    auto desk = house.as(coordinator);
    EXPECT_EQ(desk.post("/hulpvragen/nieuw", "/hulpvragen", least({{"school", "De Bron"}})).status, 422);
    auto const page = desk.post("/hulpvragen/nieuw", "/hulpvragen", least({{"school", "De Beek, Wiel"}, {"tolk", "ja"}, {"groep", "3"}, {"gevoelig", "Zeemzacht."}, {"meelezen", "bellen"}, {"mail", "vera@voorbeeld.test"}}));
    ASSERT_EQ(page.status, 303);
    auto const row = *help_request::wishes_of(*read(), newest().id);
    EXPECT_EQ(row.school, beek);
    EXPECT_TRUE(row.interpreter && row.others_read);
    auto const shown = desk.get(page.location);
    EXPECT_TRUE(shown.says("Zeemzacht."));
    EXPECT_FALSE(shown.says("vera@voorbeeld.test"));
}

TEST_P(Asking, DelicateWishesAreGoneOnceThereIsABuddyAndNothingStaysAfterErasing) {
    auto parent = house.stranger();
    ASSERT_EQ(asks(parent, least({{"gevoelig", "Zeemzacht."}, {"groep", "3"}, {"kind", "boy"}})).location, "/buddy-vragen/bedankt");
    auto const entry = newest();
    auto delicate = [&] { return count("select count(*) from help_requests where delicate <> ''"); };
    EXPECT_EQ(delicate(), 1);
    write([&](db::Write& tx) { EXPECT_TRUE(help_request::end(tx, entry.id, help_request::EndReason::matched, house.clock.now())); });
    EXPECT_EQ(delicate(), 0);
    write([&](db::Write& tx) {
        help_request::Wishes wishes;
        tx.run("update help_requests set ended_at = null where partnership = :partnership", house.here);
        wishes.delicate = "Zeemzacht.";
        wishes.helper = people::Position::teacher;
        wishes.helper_words = "Koolzaad.";
        wishes.child_group = "3";
        help_request::keep_wishes(tx, house.program->keys(), entry.id, entry.person, wishes);
        help_request::keep_talk(tx, house.program->keys(), entry.id, entry.person, {OwnSchool::fine, OwnSchool::fine, false, false, "Criterium.", "Belang."});
        EXPECT_TRUE(help_request::end(tx, entry.id, help_request::EndReason::withdrawn, house.clock.now()));
        help_request::keep_end_note(tx, house.program->keys(), entry.id, entry.person, "Elders.");
    });
    EXPECT_EQ(delicate(), 1) << "a request that only stopped may go on";
    house.clock.pass(std::chrono::hours{24 * 57});
    house.program->go_round();
    work();
    EXPECT_FALSE(house.program->keys().has(entry.person));
    EXPECT_EQ(count("select count(*) from help_requests where delicate <> '' or criteria <> '' or matters <> '' or end_note <> '' or helper_words <> '' or helper_position <> '' or child_group <> '' or child_sex <> '' or own_words <> '' or school is not null"), 0);
}

} // namespace
