// Choosing a buddy: the order with its reasons, what may be overruled, who is kept apart, what the parent is asked, the plan and what if, and what a partnership lets weigh.
#include "matching/store_matching.h"
#include "matching/store_settings.h"
#include "tests/world/matching_house.h"

namespace {

class Ranking : public world::MatchingHouse {
protected:
    visit::PersonId bea = buddy("Bea Bakker"), carl = buddy("Carl Alleen"), petra = parent("Petra Ouder");
    help_request::HelpRequestId request{"vraag"};
    void start() {
        make_ready(bea);
        make_ready(carl);
        ask(request, petra);
    }
    std::optional<matching::ProposalRow> proposal() {
        return read([&](db::Door& door) { return matching::open_proposal_for(door, request); });
    }
};
ON_BOTH_DATABASES(Ranking);

TEST_P(Ranking, SaysWhyInWordsAndTheNumberOnlyOnRequest) {
    start();
    auto const page = desk.get("/hulpvragen/vraag/buddys");
    EXPECT_TRUE(page.says("Bea Bakker"));
    EXPECT_TRUE(page.says("Maakte iets mee dat hierop lijkt."));
    EXPECT_TRUE(page.says("Het getal: "));
    EXPECT_TRUE(page.says("<details"));
    EXPECT_EQ(house.as(bea).get("/hulpvragen/vraag/buddys").status, 404);
    EXPECT_EQ(house.as(petra).get("/hulpvragen/vraag/buddys").status, 404);
}

TEST_P(Ranking, TooLittleExperienceIsOverruledOnlyWithAReason) {
    start();
    set(request, "experience", "'some'");
    auto const list = "/hulpvragen/vraag/buddys", to = "/hulpvragen/vraag/voorstel";
    auto const form = "/hulpvragen/vraag/toch?buddy=" + bea.value();
    EXPECT_TRUE(desk.get(list).says("Toch voorstellen"));
    EXPECT_EQ(desk.post(form, to, {{"buddy", bea.value()}}).status, 422);
    EXPECT_EQ(desk.post(form, to, {{"buddy", bea.value()}, {"reden", "zomaar"}}).status, 422);
    EXPECT_FALSE(proposal());
    EXPECT_EQ(desk.post(form, to, {{"buddy", bea.value()}, {"reden", "helped_along"}}).status, 303);
    ASSERT_TRUE(proposal());
    EXPECT_EQ(read([&](db::Door& door) { return door.one<std::string>("select reason from proposals where id = :id", proposal()->id); }), "helped_along");
    EXPECT_TRUE(desk.get(list).says("Voorgesteld hoewel iets niet past, want: ik help deze buddy extra.")) << "and it is read again";
}

TEST_P(Ranking, WhatMayNotBeOverruledHasNoForm) {
    start();
    auto rests = offer(bea);
    rests.paused_until = base::later(today(), 3);
    keep(rests);
    EXPECT_EQ(desk.get("/hulpvragen/vraag/toch?buddy=" + bea.value()).status, 303);
    EXPECT_EQ(desk.post("/hulpvragen/vraag/buddys", "/hulpvragen/vraag/voorstel", {{"buddy", bea.value()}, {"reden", "helped_along"}}).status, 422);
    EXPECT_FALSE(proposal());
}

TEST_P(Ranking, AnOldOfferIsAskedAboutAndThenStands) {
    start();
    write([&](db::Write& tx) { tx.run("update offers set confirmed_at = :then where person = :p", house.clock.now() - std::chrono::hours{24 * 100}, bea); });
    auto const list = "/hulpvragen/vraag/buddys";
    EXPECT_EQ(desk.post(list, "/hulpvragen/vraag/voorstel", {{"buddy", bea.value()}}).status, 422);
    EXPECT_TRUE(desk.get(list).says("Het aanbod is ouder dan drie maanden."));
    auto const told = desk.post(list, "/buddys/" + bea.value() + "/aanbod-klopt", {{"vraag", "vraag"}});
    EXPECT_EQ(told.status, 303);
    EXPECT_EQ(told.location, list);
    EXPECT_EQ(desk.post(list, "/hulpvragen/vraag/voorstel", {{"buddy", bea.value()}}).status, 303);
}

TEST_P(Ranking, TwoAreKeptApartWithoutAReasonAndMayComeTogetherAgain) {
    start();
    auto const list = "/hulpvragen/vraag/buddys";
    auto const form = "/hulpvragen/vraag/apart?buddy=" + bea.value();
    EXPECT_EQ(desk.post(form, "/hulpvragen/vraag/apart", {{"buddy", bea.value()}}).status, 422);
    EXPECT_EQ(desk.post(form, "/hulpvragen/vraag/apart", {{"buddy", bea.value()}, {"soort", "never"}}).status, 303);
    EXPECT_TRUE(desk.get(list).says("Bea Bakker: nooit samen."));
    EXPECT_EQ(desk.post(list, "/hulpvragen/vraag/voorstel", {{"buddy", bea.value()}}).status, 422);
    EXPECT_EQ(desk.get("/hulpvragen/vraag/apart?buddy=" + petra.value()).location, list) << "no buddy";
    EXPECT_EQ(desk.post(list, "/hulpvragen/vraag/samen", {{"ander", bea.value()}}).status, 303);
    EXPECT_EQ(desk.post(list, "/hulpvragen/vraag/voorstel", {{"buddy", bea.value()}}).status, 303);
    EXPECT_FALSE(house.as(petra).get("/mijn/vraag").says("Bea"));
}

TEST_P(Ranking, ABuddyFromTheVillageWaitsForTheParentsYes) {
    start();
    auto near = offer(bea);
    near.postcode = 4201;
    keep(near);
    auto const list = "/hulpvragen/vraag/buddys";
    EXPECT_EQ(desk.post(list, "/hulpvragen/vraag/voorstel", {{"buddy", bea.value()}}).status, 422);
    EXPECT_TRUE(desk.get(list).says("Vraag de ouder of dit mag"));
    EXPECT_EQ(desk.post("/hulpvragen/vraag/dichtbij", "/hulpvragen/vraag/dichtbij/vragen", {}).status, 303);
    EXPECT_TRUE(desk.get("/hulpvragen/vraag/dichtbij").says("De ouder antwoordde nog niet."));
    auto home = house.as(petra);
    EXPECT_EQ(home.post("/mijn/vraag/dichtbij", "/mijn/vraag/dichtbij", {{"eigen_plaats", "rather_not"}, {"eigen_school", ""}}).status, 303);
    EXPECT_FALSE(desk.get(list).says("Vraag de ouder of dit mag")) << "who said no is not asked again";
    EXPECT_EQ(home.post("/mijn/vraag/dichtbij", "/mijn/vraag/dichtbij", {{"eigen_plaats", "fine"}, {"eigen_school", ""}}).status, 303);
    EXPECT_EQ(desk.post(list, "/hulpvragen/vraag/voorstel", {{"buddy", bea.value()}}).status, 303);
    EXPECT_EQ(house.as(bea).get("/hulpvragen/vraag/dichtbij").status, 404);
}

TEST_P(Ranking, ThePlanTellsWhoGetsWhomAndWhatIf) {
    start();
    auto const pia = parent("Pia Ander");
    ask(help_request::HelpRequestId{"ander"}, pia);
    auto const turkish = parent("Derya Zon");
    ask(help_request::HelpRequestId{"derde"}, turkish);
    set(help_request::HelpRequestId{"derde"}, "languages", "'Turks'");
    auto const plan = desk.get("/koppelen");
    EXPECT_TRUE(plan.says("Ouders met een buddy in dit plan: 2 van de 3."));
    EXPECT_TRUE(plan.says("Derya Zon: nog niemand"));
    EXPECT_TRUE(plan.says("2 van de 2: Spreekt een andere taal."));
    EXPECT_FALSE(plan.says("Wat verandert er?"));
    auto const without = desk.get("/koppelen?niet=vraag." + bea.value() + "&niet=vraag." + carl.value());
    EXPECT_TRUE(without.says("in dit plan: 1 van de 3."));
    EXPECT_TRUE(without.says("Petra Ouder: nog niemand"));
    EXPECT_TRUE(without.says("Minder ouders met een buddy: 1."));
    auto const fixed = desk.get("/koppelen?vast=vraag." + carl.value());
    EXPECT_TRUE(fixed.says("Petra Ouder met Carl Alleen"));
    EXPECT_TRUE(desk.get("/koppelen?vast=derde." + carl.value()).says("Derya Zon en Carl Alleen kunnen niet samen"));
    EXPECT_TRUE(desk.get("/koppelen?vast=onzin&niet=.&erbij=niemand").says("in dit plan: 2 van de 3.")) << "what nobody knows changes nothing";
    // one more who could
    auto const eva = buddy("Eva Later");
    make_ready(eva);
    auto later = offer(eva);
    later.languages = "Turks";
    later.paused_until = base::later(today(), 30);
    keep(later);
    EXPECT_TRUE(desk.get("/koppelen").says("Wat als Eva Later ook kan?"));
    auto const more = desk.get("/koppelen?erbij=" + eva.value());
    EXPECT_TRUE(more.says("in dit plan: 3 van de 3."));
    EXPECT_TRUE(more.says("Derya Zon krijgt Eva Later."));
    for (auto const& who : {bea, petra}) EXPECT_EQ(house.as(who).get("/koppelen").status, 404);
}

TEST_P(Ranking, SettingsAreKeptOnceAndCheckedInWords) {
    auto const here = "/koppelen/instellingen";
    std::vector<std::pair<std::string, std::string>> fields{{"proef", "6"}, {"versie", "0"}};
    for (auto const& [kind, word] : base::Words<matching::PartKind>::entries) fields.emplace_back("gewicht-" + std::string{word}, kind == matching::PartKind::distance ? "55" : "10");
    auto wrong = fields;
    wrong[0].second = "99";
    EXPECT_EQ(desk.post(here, here, wrong).status, 422);
    EXPECT_EQ(desk.post(here, here, fields).status, 303);
    EXPECT_EQ(desk.post(here, here, fields).status, 422) << "made from an older version";
    auto const kept = read([&](db::Door& door) { return matching::settings_of(door); });
    EXPECT_EQ(kept.settings.weights.distance, 55);
    EXPECT_EQ(kept.settings.trial_weeks, 6);
    EXPECT_EQ(desk.post(here, "/koppelen/gebieden", {{"gebied", "42"}, {"ander", "42"}}).status, 422);
    EXPECT_EQ(desk.post(here, "/koppelen/gebieden", {{"gebied", "43"}, {"ander", "42"}}).status, 303);
    EXPECT_TRUE(desk.get(here).says("42 en 43 zijn wel bereikbaar"));
    EXPECT_EQ(desk.post(here, "/koppelen/gebieden/weg", {{"gebied", "42"}, {"ander", "43"}}).status, 303);
    EXPECT_FALSE(desk.get(here).says("42 en 43 zijn wel bereikbaar"));
}

TEST_P(Ranking, ASchoolReadsABundleWithoutItsOwnBuddiesAndABuddySeesItFirst) {
    write([&](db::Write& tx) { tx.run("insert into schools (id, partnership, name, place, kind, postcode, pupils, same_school, page_key) values ('s1', :p, 'De Rietkraag', 'Waterdorp', 'bo', 4201, 120, 'no', :key)", house.here, house.here.value() + ".sleutel"); });
    start();
    auto const school = "/school/" + house.here.value() + ".sleutel/buddys";
    world::Visitor nobody{*house.program};
    EXPECT_TRUE(nobody.get(school).says("Er is nu nog niets om te lezen."));
    auto shown = offer(bea);
    shown.shown = true;
    shown.situations = "spanning";
    keep(shown, {{"s1", ""}});
    auto other = offer(carl);
    other.shown = true;
    other.knowledge = "rechten";
    keep(other);
    auto const page = nobody.get(school);
    EXPECT_TRUE(page.says("een kind dat thuis zit"));
    EXPECT_FALSE(page.says("als het stroef loopt")) << "of a buddy of this school";
    EXPECT_FALSE(page.says("rechten en regels")) << "below five only themes";
    EXPECT_FALSE(page.says("Carl"));
    auto const own = house.as(bea).get("/mijn/aanbod/bundel");
    EXPECT_TRUE(own.says("als het stroef loopt"));
    EXPECT_FALSE(own.says("Jij doet nu niet mee."));
}

TEST_P(Ranking, ABuddyKeepsTheWholeOffer) {
    write([&](db::Write& tx) { tx.run("insert into schools (id, partnership, name, place, kind, postcode, pupils, same_school, page_key) values ('s1', :p, 'De Rietkraag', 'Waterdorp', 'bo', 4201, 120, 'no', 'k')", house.here); });
    auto mine = house.as(bea);
    std::vector<std::pair<std::string, std::string>> fields{{"situatie", "thuis"}, {"kennis", "rechten"}, {"soort", "sbo"}, {"manier", "bellen"}, {"taal", "Nederlands"}, {"postcode", "4211"}, {"woonplaats", "Waterdorp"}, {"school1", "s1"}, {"groep1", "3 en 5"}, {"afstand", "20"}, {"afstand_vast", "ja"}, {"ruimte", "2"}, {"geeft", "mail"}, {"bundel", "ja"}};
    EXPECT_EQ(mine.post("/mijn/aanbod", "/mijn/aanbod", fields).status, 303);
    auto const kept = *read([&](db::Door& door) { return matching::offer_of(door, bea); });
    EXPECT_EQ(kept.knowledge, "rechten");
    EXPECT_EQ(kept.school_kinds, "sbo");
    EXPECT_TRUE(kept.region_hard && kept.shown && !kept.times_hard);
    EXPECT_EQ(read([&](db::Door& door) { return matching::own_children(door, bea); }).front().groups, "3 5");
    EXPECT_TRUE(mine.get("/mijn/aanbod").says("value=\"3 5\""));
    fields[7].second = "weg";
    EXPECT_EQ(mine.post("/mijn/aanbod", "/mijn/aanbod", fields).status, 422);
}

} // namespace
