// All of one's own data: nothing of the schema is forgotten, every sealed word opens at its place, nobody gets what is another's, and page, file and print say the same.
#include "account/store_accounts.h"
#include "app/demo.h"
#include "app/own_data.h"
#include "competence/store_assessment.h"
#include "feedback/store_feedback.h"
#include "help_request/store_wishes.h"
#include "keep_warm/store_message.h"
#include "matching/store_match.h"
#include "matching/store_questions.h"
#include "people/store_people.h"
#include "tests/world/two_people.h"
#include "training/store_evening_key.h"
#include "training/store_preparation.h"

#include <boost/json.hpp>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

namespace {
using app::SchemaColumn;

struct Column {
    std::string table, column;
};
std::vector<SchemaColumn> columns(db::Door& door, bool sqlite, bool pointing_to_people) {
    std::string sql;
    if (sqlite) sql = pointing_to_people ? "select m.name, f.\"from\" from sqlite_master m, pragma_foreign_key_list(m.name) f where m.type = 'table' and f.\"table\" = 'people'" : "select m.name, c.name from sqlite_master m, pragma_table_info(m.name) c where m.type = 'table'";
    else sql = std::string{"select cast(t.relname as text), cast(a.attname as text) from pg_class t join pg_namespace n on n.oid = t.relnamespace and n.nspname = 'public' join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped where t.relkind = 'r'"} +
               (pointing_to_people ? " and exists (select 1 from pg_constraint c join pg_class o on o.oid = c.confrelid and o.relname = 'people' where c.contype = 'f' and c.conrelid = t.oid and a.attnum = any(c.conkey))" : "");
    std::vector<SchemaColumn> all;
    for (auto const& [table, column] : door.list<Column>(sql)) all.push_back({table, column});
    return all;
}

class WholeOwnData : public world::TwoPeople {
protected:
    static constexpr char const* page = "/mijn-gegevens/alles";
    std::vector<SchemaColumn> schema(bool pointing_to_people) {
        return read([&](db::Door& door) { return columns(door, house.engine == world::Engine::sqlite, pointing_to_people); });
    }
    static boost::json::object file_of(world::Visitor& who) {
        auto const answer = who.get("/mijn-gegevens/alles.json");
        EXPECT_EQ(answer.status, 200);
        return boost::json::parse(answer.body).as_object();
    }
};
ON_BOTH_DATABASES(WholeOwnData);

TEST_P(WholeOwnData, ForgetsNothingOfTheSchema) {
    auto people = schema(true), all = schema(false);
    EXPECT_GT(people.size(), 70U);
    EXPECT_GT(all.size(), 700U);
    for (auto const& each : app::forgotten(people, all)) ADD_FAILURE() << each;
    people.push_back({"verzonnen", "person"});
    EXPECT_EQ(app::forgotten(people, all), std::vector<std::string>{"verzonnen.person points to people"}) << "a table more is noticed";
    people.back() = {"matches", "watched"};
    EXPECT_EQ(app::forgotten(people, all).size(), 1U) << "a person more in a known table too";
    people.pop_back();
    all.push_back({"help_requests", "verzonnen"});
    EXPECT_EQ(app::forgotten(people, all), std::vector<std::string>{"help_requests.verzonnen is not read"});
}

TEST_P(WholeOwnData, ErasingKnowsEveryTableOfPeopleToo) {
    std::stringstream code;
    code << std::ifstream{NAAST_SOURCE "/src/app/erasure.cpp"}.rdbuf();
    // facts that others count, without a word of anyone: they keep an id that leads to nobody
    std::map<std::string, std::string> const stays{{"attendances", "that someone was there is counted"}, {"edition_people", "that someone took part is counted"}, {"catch_up_people", "that someone caught up is counted"}, {"slides_sent", "a day"}, {"interview_offers", "a day"}, {"departures", "a day, the parent's too"}, {"mailing_receivers", "a day"}, {"material_texts", "a text of the partnership"}, {"material_publications", "a text of the partnership"}, {"material_askings", "a text of the partnership"}};
    auto lacking = [&](std::vector<SchemaColumn> const& people) {
        std::set<std::string> tables;
        for (auto const& [table, column] : people)
            if (!stays.contains(table) && code.str().find(" " + table + " ") == std::string::npos && code.str().find("\"" + table + "\"") == std::string::npos) tables.insert(table);
        return tables;
    };
    auto people = schema(true);
    EXPECT_EQ(lacking(people), std::set<std::string>{});
    people.push_back({"verzonnen", "person"});
    EXPECT_EQ(lacking(people), std::set<std::string>{"verzonnen"});
}

TEST_P(WholeOwnData, IsTheSameOnThePageInTheFileAndInPrintAndNothingOfTheOther) {
    auto const match = matched();
    EXPECT_EQ(buddy.post("/mijn/vragen", "/mijn/vragen", {{"tekst", "Kanarie van de buddy."}}).status, 303);
    write([&](db::Write& tx) {
        keep_warm::add(tx, house.program->keys(), base::new_id<keep_warm::Message>(house.random), petra, keep_warm::Kind::written, "Kanarie aan de ouder.", coordinator, house.clock.now());
        tx.run("insert into contacts (id, partnership, match, held_on, way, minutes, wants_to_talk, logged_at) values ('contact', :p, :match, '2026-11-23', 'call', 15, 1, :now)", house.here, match.id, house.clock.now());
    });
    auto visitor = house.as(petra);
    auto const parents = visitor.get(page), buddys = buddy.get(page);
    for (auto const* own : {"Petra Zeisouder", "06 33 33 33 33", "Zeisverhaal", "Zeistijd", "Een korte tekst.", "Kanarie aan de ouder.", "Contactmomenten", "Toestemmingen"}) EXPECT_TRUE(std::string{own} == "Toestemmingen" || parents.says(own)) << own;
    for (auto const* other : {"Bea Buddy", "06 22 22 22 22", "Kanarie van de buddy.", "Dorp van", "Ineke Vos</dd>", "Wil erover praten"}) EXPECT_FALSE(parents.says(other)) << other;
    for (auto const* own : {"Bea Buddy", "06 22 22 22 22", "Kanarie van de buddy.", "Dorp van", "Wil erover praten", "Contactmomenten als buddy"}) EXPECT_TRUE(buddys.says(own)) << own;
    for (auto const* other : {"Petra", "06 33 33 33 33", "Zeisverhaal", "Zeistijd", "Zeisgroep", "Kanarie aan de ouder."}) EXPECT_FALSE(buddys.says(other)) << other;
    EXPECT_TRUE(parents.says("Verlaat deze site"));
    std::size_t values = 0;
    auto const file = file_of(visitor);
    EXPECT_EQ(file.at("format").as_string(), "naast own data");
    for (auto const& [key, rows] : file.at("data").as_object()) {
        if (rows.as_array().size() > 1) {
            EXPECT_TRUE(parents.says("(" + std::to_string(rows.as_array().size()) + ")")) << key;
        }
        for (auto const& row : rows.as_array())
            for (auto const& [name, value] : row.as_object()) {
                ++values;
                if (auto const* words = value.if_string(); words && name != "own_channel" && !name.ends_with("_at") && !name.ends_with("_on") && name != "since" && name != "until") {
                    EXPECT_TRUE(parents.says(std::string_view{words->data(), words->size()})) << key << "." << name;
                }
            }
    }
    EXPECT_GT(values, 40U);
    auto folded = [](std::string const& body) {
        std::size_t count = 0;
        for (auto at = body.find("<details"); at != std::string::npos; at = body.find("<details", at + 1)) ++count;
        return count;
    };
    EXPECT_EQ(folded(parents.body) - folded(visitor.get("/mijn-gegevens").body), file.at("data").as_object().size()) << "the file has the groups of the page";
    EXPECT_EQ(boost::json::serialize(file).find("Bea Buddy"), std::string::npos);
    auto const print = parent.get("/mijn-gegevens/alles.pdf");
    EXPECT_EQ(print.body.substr(0, 5), "%PDF-");
    EXPECT_GT(print.body.size(), 5000U);
}

TEST_P(WholeOwnData, WhatTheDemonstrationLacksOpensAtItsPlaceToo) {
    auto& keys = house.program->keys();
    auto const proposal = proposed();
    auto question = base::new_id<matching::ProposalQuestion>(house.random);
    training::EveningId evening{""};
    write([&](db::Write& tx) {
        help_request::Wishes wishes;
        wishes.delicate = "Kanarie gevoelig.", wishes.helper = people::Position::teacher, wishes.helper_words = "Kanarie helper.";
        help_request::keep_wishes(tx, keys, request, petra, wishes);
        help_request::Talk talk;
        talk.criteria = "Kanarie eisen.", talk.matters = "Kanarie belangrijk.";
        help_request::keep_talk(tx, keys, request, petra, talk);
        help_request::keep_end_note(tx, keys, request, petra, "Kanarie einde.");
        EXPECT_TRUE(matching::ask(tx, keys, question, proposal, bea, "Kanarie vraag.", house.clock.now()));
        EXPECT_TRUE(matching::answer(tx, keys, *matching::find_question(tx, question), "Kanarie antwoord.", coordinator, house.clock.now()));
        matching::keep_offer(tx, keys, *matching::offer_of(tx, bea), "Kanariedorp", "Kanarieschool", {}, house.clock.now());
        competence::keep_draft(tx, keys, bea, "s1=5&doel=Kanarie+concept.", house.clock.now());
        evening = training::evenings_of(tx, training::edition_of(tx, bea)->id).front().id;
    });
    training::make_evening_key(keys, evening);
    write([&](db::Write& tx) { training::keep_preparation(tx, keys, evening, bea, {{"opdracht", "Kanarie voorbereiding."}}); });
    auto const account = *account::find_by_person(*house.program->data().read(db::Scope::of_hall()), petra);
    house.program->data().write(db::Scope::of_hall(), [&](db::Write& hall) { account::park(hall, account, "/mijn", keys.seal({visit::PersonId{account.value()}}, {"parked_forms", "sealed", account.value()}, "_csrf=Zeisgeheim&tekst=Kanarie+geparkeerd."), house.clock.now()); });
    auto has = [&](world::Someone const& who, std::vector<char const*> const& words) {
        auto const shown = who.get(page);
        for (auto const* each : words) EXPECT_TRUE(shown.says(each)) << each;
        EXPECT_FALSE(shown.says("Zeisgeheim"));
    };
    has(parent, {"Kanarie gevoelig.", "Kanarie helper.", "Kanarie eisen.", "Kanarie belangrijk.", "Kanarie einde.", "Kanarie geparkeerd."});
    has(buddy, {"Kanarie vraag.", "Kanarie antwoord.", "Kanariedorp", "Kanarieschool", "Kanarie concept.", "Kanarie voorbereiding."});
    EXPECT_EQ(buddy.post("/mijn/voorstellen", "/mijn/voorstellen/" + proposal.value(), {{"antwoord", "yes"}, {"geeft", "phone"}}).status, 303);
    EXPECT_EQ(parent.post("/mijn/voorstel", "/mijn/voorstel", {{"geeft", "phone"}}).status, 303);
    EXPECT_EQ(parent.post("/mijn/school-gesprek/nieuw", "/mijn/school-gesprek", {{"doel", "Kanarie doel."}}).status, 303);
    auto const talk = "/mijn/school-gesprek/" + read([&](db::Door& door) { return door.one<std::string>("select id from school_talks").value_or(""); });
    EXPECT_EQ(parent.post(talk + "/notities", talk + "/notities", {{"notities", "Kanarie notitie."}, {"versie", "1"}}).status, 303);
    auto const match = read([&](db::Door& door) { return *matching::live_match_of_parent(door, petra); });
    auto feedback = base::new_id<feedback::Feedback>(house.random);
    write([&](db::Write& tx) {
        matching::end_match(tx, match.id, petra, "goal_reached", house.clock.now());
        feedback::Answers answers;
        answers.texts = {"Kanarie een.", "Kanarie twee.", "Kanarie drie."}, answers.for_buddy = {true, false, true}, answers.school_agreed = true;
        EXPECT_TRUE(feedback::add(tx, keys, feedback, *matching::ended_match_of(tx, petra), answers, house.clock.now()));
        EXPECT_TRUE(feedback::keep_school_words(tx, keys, *feedback::find(tx, feedback), "Kanarie school.", house.clock.now()));
    });
    has(parent, {"Kanarie doel.", "Kanarie notitie.", "Kanarie een.", "Kanarie twee.", "Kanarie drie.", "Kanarie school."});
    EXPECT_FALSE(buddy.get(page).says("Kanarie een.")) << "the coordinator reads it first";
    write([&](db::Write& tx) { feedback::note_read(tx, feedback, house.clock.now()); });
    has(buddy, {"Kanarie een.", "Kanarie drie.", "Kanarie school."});
    EXPECT_FALSE(buddy.get(page).says("Kanarie twee."));
}

TEST_P(WholeOwnData, WantsAFreshProofAndIsWrittenDown) {
    matched();
    auto visitor = house.as(petra);
    EXPECT_EQ(visitor.get(page).status, 200);
    house.clock.pass(std::chrono::minutes{16});
    for (auto const* address : {"/mijn-gegevens/alles", "/mijn-gegevens/alles.json", "/mijn-gegevens/alles.pdf"}) EXPECT_EQ(visitor.get(address).location.substr(0, 19), "/opnieuw-bewijzen?n") << address;
    EXPECT_EQ(read([&](db::Door& door) { return door.one<std::int64_t>("select count(*) from access_log where partnership = :p and action = 'own_data.export' and actor = :me and person = :me", house.here, petra); }), 1);
    EXPECT_EQ(house.stranger().get(page).location, "/inloggen");
    EXPECT_FALSE(desk.get(page).says("Petra"));
}

TEST_P(WholeOwnData, AnOutcomeIsNotThereBeforeBothSpokeAboutIt) {
    write([&](db::Write& tx) {
        tx.run("insert into sign_ups (id, partnership, person, channel, channel_note, motive, signed_up_at, version) values ('aan', :p, :who, 'poster', '', '', :now, 1)", house.here, bea, house.clock.now());
        tx.run("insert into interviews (id, partnership, sign_up, person, begins_at, minutes, way, place, planned_by, planned_at, sequence, notes, points_version, version) values ('gesprek', :p, 'aan', :who, :now, 45, 'online', '', :by, :now, 0, '', 1, 1)", house.here, bea, house.clock.now(), coordinator);
        tx.run("insert into outcomes (id, partnership, interview, person, outcome, words, recorded_by, recorded_at, answer_words) values ('uitkomst', :p, 'gesprek', :who, 'advised_against', :words, :by, :now, '')", house.here, bea, house.program->keys().seal({bea}, {"outcomes", "words", "uitkomst"}, "Kanarie-uitkomst."), coordinator, house.clock.now());
    });
    EXPECT_FALSE(buddy.get(page).says("Kanarie-uitkomst."));
    write([&](db::Write& tx) { tx.run("update outcomes set discussed_on = '2026-11-23' where partnership = :p and id = 'uitkomst'", house.here); });
    EXPECT_TRUE(buddy.get(page).says("Kanarie-uitkomst."));
}

/// The demonstration fills nearly every field through the rooms' own stores.
class OwnDataOfTheDemonstration : public testing::Test {
protected:
    OwnDataOfTheDemonstration() {
        std::string name = "/tmp/naast-demo-XXXXXX";
        config.data = mkdtemp(name.data());
        std::ostringstream said;
        app::make_demonstration(config, 1, said);
        program = std::make_unique<app::Program>(config, app::Program::Schema::must_be_current);
    }
    ~OwnDataOfTheDemonstration() override {
        program.reset();
        std::filesystem::remove_all(config.data);
    }
    app::Config config;
    std::unique_ptr<app::Program> program;
};

TEST_F(OwnDataOfTheDemonstration, OpensEveryWordAtItsPlaceAndNobodyGetsTheNameOfAnother) {
    struct Known {
        visit::PersonId id;
        std::string name, mail, phone;
    };
    std::set<std::string> never_filled;
    for (auto const& table : app::own_data_catalogue())
        for (auto const& column : table.columns)
            if (column.reads == app::Reads::sealed) never_filled.insert(std::string{table.key} + "." + std::string{column.key});
    auto const partnerships = people::partnerships(*program->data().read(db::Scope::of_hall()));
    for (auto const& house : partnerships) {
        auto door = program->data().read(db::Scope::of(house.id.value()));
        auto hall = program->data().read(db::Scope::of_hall());
        std::vector<Known> everyone;
        for (auto const& id : door->column<visit::PersonId>("select id from people where partnership = :p and name <> '' order by id", house.id))
            if (auto const known = people::find_person(*door, program->keys(), id)) everyone.push_back({id, known->name, known->mail, known->phone});
        ASSERT_GT(everyone.size(), 10U);
        std::map<std::string, std::set<std::string>> whose; // who gets a sealed word, by its place
        for (auto const& person : everyone) {
            visit::Viewer viewer{house.id, person.id, {visit::Role::anyone}, true};
            viewer.fresh = true;
            auto const granted = visit::Policy::grant<visit::Action::export_own_data>(viewer, person.id);
            ASSERT_TRUE(granted);
            auto const groups = app::own_data(*door, *hall, program->keys(), *granted, text::Language::nl);
            std::map<std::string, std::int64_t> opened;
            std::string all;
            for (auto const& group : groups)
                for (auto const& row : group.rows)
                    for (auto const& value : row) {
                        all += value.said + "\n";
                        if (value.column->reads == app::Reads::sealed) ++opened[std::string{group.table->key} + "." + std::string{value.column->key}];
                    }
            for (auto const& table : app::own_data_catalogue())
                for (auto const& column : table.columns) {
                    if (column.reads != app::Reads::sealed || table.hall || !column.sealed_as.empty()) continue;
                    auto const key = std::string{table.key} + "." + std::string{column.key};
                    auto const kept = door->column<std::string>("select " + std::string{table.row} + " from " + std::string{table.table} + " t where t.partnership = :partnership and (" + std::string{table.whose} + ") and t." + std::string{column.key} + " <> ''", house.id, person.id);
                    EXPECT_EQ(opened[key], static_cast<std::int64_t>(kept.size())) << key << " of " << person.name;
                    if (!kept.empty()) never_filled.erase(key);
                    for (auto const& row : kept) whose[std::string{table.table} + "." + std::string{column.key} + " " + row].insert(person.name);
                }
            for (auto const& other : everyone) {
                if (other.id == person.id) continue;
                if (other.name != person.name && other.name.size() > 7) {
                    EXPECT_EQ(all.find(other.name), std::string::npos) << other.name << " stands in the data of " << person.name;
                }
                if (!other.mail.empty() && person.mail.find(other.mail) == std::string::npos) {
                    EXPECT_EQ(all.find(other.mail), std::string::npos) << other.mail << " stands in the data of " << person.name;
                }
                if (!other.phone.empty() && other.phone != person.phone) {
                    EXPECT_EQ(all.find(other.phone), std::string::npos) << other.phone << " stands in the data of " << person.name;
                }
            }
        }
        for (auto const& [place, names] : whose)
            if (!place.starts_with("feedbacks.school_words")) {
                EXPECT_EQ(names.size(), 1U) << place;
            }
    }
    // these are tried above, in WhatTheDemonstrationLacksOpensAtItsPlaceToo
    std::set<std::string> const tried{"feedback_as_buddy.answer_1", "feedback_as_buddy.answer_2", "feedback_as_buddy.answer_3", "feedback_as_buddy.school_words", "feedback_as_parent.school_words", "help_requests.criteria", "help_requests.delicate", "help_requests.end_note", "help_requests.helper_words", "help_requests.matters", "offer.school", "parked_form.sealed", "preparations.draft", "proposal_questions.answer", "school_talks.notes", "self_assessment_draft.answers"};
    EXPECT_EQ(never_filled, tried) << "a field that neither fills is not tried";
}

} // namespace
