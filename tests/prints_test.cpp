// What the coordinator takes along on paper: the list for a talk, and who comes to a gathering; looked at with the tools of poppler.
#include "tests/world/world.h"
#include "training/store_card.h"
#include "training/store_edition.h"

#include <fstream>
#include <regex>

namespace {
using visit::Role;
using Fields = std::vector<std::pair<std::string, std::string>>;

class Prints : public world::InHouse {
protected:
    visit::PersonId coordinator = house.person(house.here, "Ineke Vos", {Role::coordinator});
    world::Visitor desk = house.as(coordinator);

    std::string said(world::Page const& page, std::string const& command) {
        EXPECT_EQ(page.status, 200);
        EXPECT_TRUE(page.body.starts_with("%PDF"));
        std::ofstream{house.file("a.pdf")} << page.body;
        std::unique_ptr<FILE, decltype(&pclose)> pipe{popen(("cd " + house.folder + " && " + command).c_str(), "r"), pclose};
        std::string all;
        for (std::array<char, 4096> part{}; auto count = fread(part.data(), 1, part.size(), pipe.get());) all.append(part.data(), count);
        return all;
    }
    std::int64_t printed() { return house.program->data().read(house.scope())->one<std::int64_t>("select count(*) from access_log where action = 'registration.print'").value_or(-1); }
    std::string gathering() {
        auto const made = desk.post("/bijeenkomsten/nieuw", "/bijeenkomsten", {{"soort", "informatieavond"}, {"titel", "Informatieavond"}, {"dag_dag", "8"}, {"dag_maand", "12"}, {"dag_jaar", "2026"}, {"tijd", "19.30"}, {"duur", "120"}, {"plaats", "De Brug"}, {"link", ""}, {"tekst", "Welkom."}, {"plekken", "4"}});
        EXPECT_EQ(made.status, 303);
        return made.location.substr(made.location.rfind('/') + 1);
    }
    void comes(std::string const& gathering, Fields const& fields) {
        auto visitor = house.stranger();
        auto const at = "/bijeenkomst/" + gathering + "/aanmelden";
        auto const page = visitor.get(at);
        house.clock.pass(std::chrono::seconds{5});
        http::Fields all;
        for (auto const* name : {"_csrf", "_once", "_moment"}) all.add(name, page.hidden(name));
        for (auto const& [name, value] : fields) all.add(name, value);
        all.add("taal", "nl");
        all.add("akkoord", "ja");
        EXPECT_EQ(visitor.send("POST", at, http::form_text(all)).status, 303);
    }
};
ON_BOTH_DATABASES(Prints);

TEST_P(Prints, TheListForATalkHasTheOwnPointsAndRoomToWrite) {
    EXPECT_TRUE(desk.get("/gesprekslijst/papier").says("/gesprekslijst/papier/pdf"));
    auto const standard = said(desk.get("/gesprekslijst/papier/pdf"), "pdftotext -raw a.pdf -");
    for (auto const* point : {"Eigen kind", "Kennismaking", "Praktische wensen", "Omcirkel: ja – nee – een beetje", "Steunpunt hier"}) EXPECT_NE(standard.find(point), std::string::npos) << point;
    Fields own{{"versie", "1"}};
    for (auto const& [title, prompt] : {std::pair{"Vervoer", "Hoe reist u?"}, std::pair{"Tijd", "Wanneer kunt u?"}}) {
        auto const at = std::to_string(own.size() / 4);
        own.insert(own.end(), {{"naam-" + at, ""}, {"titel-" + at, title}, {"vraag-" + at, prompt}, {"soort-" + at, "tekst"}});
    }
    ASSERT_EQ(desk.post("/gesprekslijst", "/gesprekslijst", own).status, 303);
    auto const page = desk.get("/gesprekslijst/papier/pdf");
    auto const text = said(page, "pdftotext -raw a.pdf -");
    for (auto const* words : {"Vervoer", "Hoe reist u?", "Tijd", "Wanneer kunt u?"}) EXPECT_NE(text.find(words), std::string::npos) << words;
    EXPECT_EQ(text.find("Kennismaking"), std::string::npos);
    // between a question and the next point lie three lines to write on
    auto const boxes = said(page, "pdftotext -bbox a.pdf -");
    auto bottom_of = [&](std::string const& word, char const* side) {
        std::smatch found;
        return std::regex_search(boxes, found, std::regex{std::string{"<word[^>]* "} + side + "=\"([0-9.]+)\"[^>]*>" + word}) ? std::stod(found[1]) : -1000;
    };
    EXPECT_GT(bottom_of("Tijd<", "yMin") - bottom_of("reist<", "yMax"), 85);
}

TEST_P(Prints, TheListOfWhoComesHasNamesAndNumbersAndIsLogged) {
    auto const id = gathering();
    auto const list = "/bijeenkomsten/" + id + "/lijst";
    EXPECT_FALSE(desk.get(list).says(list + "/pdf")) << "nobody yet";
    comes(id, {{"naam", "Noor van Dijk"}, {"telefoon", "06 55 22 33 44"}, {"aantal", "3"}});
    comes(id, {{"naam", "Émile Özdemir"}, {"mail", "emile@voorbeeld.test"}, {"aantal", "1"}});
    comes(id, {{"naam", "Wacht Nog"}, {"mail", "wacht@voorbeeld.test"}, {"aantal", "1"}});
    EXPECT_TRUE(desk.get(list).says(list + "/pdf"));
    auto const before = printed();
    auto const text = said(desk.get(list + "/pdf"), "pdftotext -raw a.pdf -");
    for (auto const* words : {"Informatieavond", "di 8 december 2026, 19.30 uur, De Brug", "Noor van Dijk (3) – 06 55 22 33 44", "Émile Özdemir", "Wie kwam er nog meer?", "staat in het logboek"}) EXPECT_NE(text.find(words), std::string::npos) << words;
    EXPECT_EQ(text.find("emile@"), std::string::npos) << "names and phones only";
    EXPECT_EQ(text.find("Wacht"), std::string::npos) << "who waits for a place does not come yet";
    EXPECT_EQ(printed(), before + 1);
    for (auto role : {Role::trainer, Role::director, Role::outreach}) EXPECT_EQ(house.as(house.person(house.here, "Ander " + std::string{base::word(role)}, {role})).get(list + "/pdf").body, desk.get("/bijeenkomsten/AAAAAAAAAAAAAAAAAAAAAA").body);
    EXPECT_EQ(house.as(house.person(house.there, "Wil Daar", {Role::coordinator})).get(list + "/pdf").status, 404);
    EXPECT_EQ(printed(), before + 1);
    house.clock.pass(std::chrono::hours{24 * 60});
    house.program->go_round();
    while (house.program->run_jobs() > 0) {}
    EXPECT_EQ(house.as(coordinator).get(list + "/pdf").status, 303) << "the names are gone";
    EXPECT_EQ(printed(), before + 1);
}

TEST_P(Prints, EveryConversationCardIsAPageOfItsOwn) {
    training::EditionId const edition{"groep"};
    std::string longest;
    for (int i = 0; i < 80; ++i) longest += "omdraai ";
    for (std::size_t cut = longest.size(); cut > 500; --cut) longest.erase(cut - 1);
    house.program->data().write(house.scope(), [&](db::Write& tx) {
        training::add_edition(tx, house.random, edition, {"Groep", "Wijkcentrum", {house.clock.now() + std::chrono::hours{24}, house.clock.now() + std::chrono::hours{48}}}, coordinator, house.clock.now());
        training::add_card(tx, training::CardId{"lang"}, {training::CardKind::quote, longest}, coordinator, house.clock.now());
    });
    auto const page = desk.get("/trainingen/groep/kaarten/pdf");
    EXPECT_NE(said(page, "pdfinfo a.pdf").find("Pages:           " + std::to_string(training::standard_cards().size() + 1) + "\n"), std::string::npos);
    auto const text = said(page, "pdftotext -raw a.pdf -");
    for (auto const* words : {"Schoolplein", "Wat zeg je?", "omdraai"}) EXPECT_NE(text.find(words), std::string::npos) << words;
    EXPECT_EQ(text.find("Ineke Vos"), std::string::npos) << "nothing of any person";
}

} // namespace
