// Rows and texts for what a demonstration leaves empty.
#include "agreement/store_agreement.h"
#include "competence/store_assessment.h"
#include "competence/store_instrument.h"
#include "intake/store_checklist.h"
#include "tests/world/typed_texts.h"
#include "training/store_evening_key.h"
#include "training/store_programme.h"
#include "training/store_tips.h"

#include <set>
#include <sstream>

namespace world {
namespace {

/// A sealed column that may be empty, and one of the same row that is not: the keys of both are the same.
struct Beside {
    char const *table, *column, *like, *row;
};
constexpr Beside sealed_beside[]{
    {"help_requests", "own_words", "when_words", "id"},
    {"help_requests", "delicate", "when_words", "id"},
    {"help_requests", "criteria", "when_words", "id"},
    {"help_requests", "matters", "when_words", "id"},
    {"help_requests", "end_note", "when_words", "id"},
    {"help_requests", "helper_words", "when_words", "id"},
    {"offers", "school", "village", "person"},
    {"proposal_questions", "answer", "question", "id"},
    {"preparations", "draft", "answers", "evening || '-' || person"},
    {"school_talks", "notes", "aim", "id"},
    {"feedbacks", "school_words", "answers", "id"}};

std::vector<visit::PersonId> concerned(std::string const& sealed) {
    std::vector<visit::PersonId> all;
    std::istringstream list{sealed.substr(2, sealed.find('.', 2) - 2)};
    for (std::string one; std::getline(list, one, ',');) all.emplace_back(one);
    return all;
}

void fill_sealed(db::Write& tx, confidentiality::Keyring& keys, std::string const& partnership) {
    struct Row {
        std::string id, like;
    };
    for (auto const& [table, column, like, row] : sealed_beside)
        for (auto const& [id, sealed] : tx.list<Row>(std::string{"select "} + row + ", " + like + " from " + table + " where " + column + " = '' and " + like + " <> '' and partnership = :partnership", partnership)) {
            auto const text = keys.open({sealed}, {table, like, id}).value_or("Ingevuld.");
            auto const made = keys.seal(concerned(sealed), {table, column, id}, text);
            tx.run(std::string{"update "} + table + " set " + column + " = :made where " + row + " = :id and partnership = :partnership", made, id, partnership);
        }
}

/// What a partnership may write in its own words instead of the program's.
void add_own_versions(db::Write& tx, visit::PersonId const& by, base::Moment now) {
    auto programme = training::standard();
    int number = 0;
    for (auto& evening : programme) {
        evening.preparation.words = "Voor thuis.";
        if (evening.preparation.assignments.empty()) evening.preparation.assignments.push_back({"opdracht" + std::to_string(++number), "", "", true});
        for (auto& one : evening.preparation.assignments) one.words = "Een opdracht.";
    }
    training::add_programme(tx, training::current_programme(tx) + 1, programme, by, now);
    competence::OwnInstrument instrument;
    for (auto& each : instrument.statements) each = {"Een zin.", "Weinig", "Veel"};
    competence::add_instrument(tx, competence::current_instrument(tx) + 1, instrument, by, now);
    intake::add_checklist(tx, intake::current_checklist(tx) + 1, {{"punt1", "Een punt", "Vraag", false}, {"punt2", "Nog een punt", "Nog een vraag", true}}, by, now);
    agreement::add_version(tx, "Wat wij afspreken.", agreement::newest(tx), by, now);
    tx.run("insert into school_talk_texts (partnership, version, points, steps, written_by, written_at) values (:partnership, 1, 'Een punt', 'Een stap', :by, :now)", tx.scope().partnership, by, now);
    // what is asked, planned or held already goes by the new versions too
    tx.run("update editions set programme_version = (select max(version) from programmes p where p.partnership = editions.partnership) where partnership = :partnership", tx.scope().partnership);
    tx.run("update interviews set points_version = 2 where partnership = :partnership and notes = ''", tx.scope().partnership);
}

void add_sealed_rows(db::Write& tx, confidentiality::Keyring& keys, visit::PersonId const& by, base::Moment now) {
    auto const& partnership = tx.scope().partnership;
    for (auto const& evening : tx.column<training::EveningId>("select id from evenings where partnership = :partnership", partnership)) {
        training::make_evening_key(keys, evening);
        for (int n = 0; n < 4; ++n) training::give_tip(tx, keys, training::TipId{"tip-" + std::to_string(n) + evening.value()}, evening, by, {"Een top.", "Een tip."});
        for (int n = 1; n < 4; ++n) {
            training::TipId const id{"tip-" + std::to_string(n) + evening.value()};
            tx.run("insert into tips (id, partnership, evening, top, tip) values (:id, :partnership, :evening, :top, :tip)", id, partnership, evening, keys.seal({training::key_of(evening)}, {"tips", "top", id.value()}, "Een top."), keys.seal({training::key_of(evening)}, {"tips", "tip", id.value()}, "Een tip."));
        }
    }
    for (auto const& worry : tx.column<std::string>("select id from worries where partnership = :partnership", partnership))
        tx.run("insert into worry_steps (id, partnership, worry, taken_at, taken_by, words, code) values (:id, :partnership, :worry, :now, :by, :words, '')", "stap-" + worry, partnership, worry, now, by, keys.seal({visit::PersonId{worry}}, {"worry_steps", "words", "stap-" + worry}, "Gebeld."));
    for (auto const& person : tx.column<visit::PersonId>("select person from person_roles where partnership = :partnership and role in ('candidate', 'buddy') and until is null", partnership)) competence::keep_draft(tx, keys, person, "onderwerp=Ingevuld", now);
    // one of the two has its coordinator at another organisation
    tx.run("update partnerships set coordinator_outside = 1 where id = :partnership and slug = 'rivierbuurt'", partnership);
    tx.run("update person_roles set outside = 1 where partnership = (select id from partnerships where id = :partnership and coordinator_outside = 1) and role in ('coordinator', 'safety_officer')", partnership);
    // what was asked is answered, what is kept may be read
    tx.run("update proposal_questions set answered_at = asked_at, answered_by = :by where partnership = :partnership and answered_at is null", by, partnership);
    tx.run("update feedbacks set school_agreed = 1, school_said_at = given_at where partnership = :partnership", partnership);
    tx.run("update gatherings set recording_agreed_by = made_by, recording_agreed_at = made_at where partnership = :partnership", partnership);
    tx.run("update recording_answers set agrees = 1 where partnership = :partnership", partnership);
    tx.run("insert into recordings (id, partnership, edition, about, asked_by, asked_at, url, removed_at, removed_by, removed_words) select 'weg-' || id, partnership, edition, about, asked_by, asked_at, '', asked_at, asked_by, '' from recordings where partnership = :partnership", partnership);
}

} // namespace

void fill_in(app::Program& program, visit::PartnershipId const& partnership) {
    auto& services = program.services();
    auto const now = services.clock.now();
    services.data.write(db::Scope::of(partnership.value()), [&](db::Write& tx) {
        visit::PersonId const by{*tx.one<std::string>("select person from person_roles where partnership = :partnership and role in ('trainer', 'coordinator') and until is null order by role desc, person limit 1", partnership)};
        add_own_versions(tx, by, now);
        add_sealed_rows(tx, services.keys, by, now);
        fill_sealed(tx, services.keys, partnership.value());
        std::set<std::string> sealed;
        for (auto const& [table, column, like, row] : sealed_beside) sealed.insert(std::string{table} + "." + column);
        for (auto const& one : typed_texts(tx)) {
            std::string const owner = one.table == "partnerships" ? "id" : "partnership";
            if (tx.one<std::int64_t>("select count(*) from pragma_table_info('" + one.table + "') where name = '" + owner + "'") == 0) continue;
            if (sealed.contains(one.field()) || *tx.one<std::int64_t>("select count(*) from " + one.table + " where \"" + one.column + "\" like '1.%.%'") > 0) continue;
            std::string const text = one.column == "web" ? "voorbeeld.example/" : one.is_link() ? "https://voorbeeld.example/"
                                                                                                : "Ingevuld ";
            tx.run("update " + one.table + " set \"" + one.column + "\" = :text || rowid where \"" + one.column + "\" = '' and " + owner + " = :partnership", text, partnership);
        }
    });
}

} // namespace world
