// The canary crawl: every sealed text of the demonstration holds a word of its own; what every account sees, along links and at every address that anyone has, is what it may, and nothing it may is out of reach.
#include "app/erasure.h"
#include "matching/store_match.h"
#include "platform/base/log.h"
#include "tests/world/canaries.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

namespace {
using visit::PersonId;
using visit::Role;
using world::Canary;
using world::Holder;
using Who = std::set<std::string>;

/// Who may see one text, from roles and ties in the database and not from what the program answers. `always`: each of them sees it now; otherwise it is theirs to see at some moment.
struct Allowed {
    Who who;
    bool always = false;
};

class Canaries : public world::CanaryHouse {
protected:
    Canaries() {
        for (auto const& canary : canaries) of_word.emplace(canary.word, &canary);
    }
    Who ask(db::Door& door, std::string const& sql, std::string const& about) {
        Who found;
        for (auto const& one : door.column<std::string>(sql, door.scope().partnership, about)) found.insert(one);
        return found;
    }
    Who with(db::Door& door, Role role) { return ask(door, "select person from person_roles where partnership = :partnership and role = :role and until is null and (role not in ('coordinator', 'safety_officer', 'trainer', 'researcher') or confirmed_by is not null)", std::string{base::word(role)}); }
    /// Who handles what concerns someone: the coordinators, or whom a parent chose instead.
    Who handles(db::Door& door, std::string const& person) {
        auto chosen = ask(door, "select reader from chosen_readers where partnership = :partnership and person = :person", person);
        return chosen.empty() ? with(door, Role::coordinator) : chosen;
    }
    Allowed allowed(db::Door& door, Canary const& canary) {
        auto const& table = canary.table;
        auto const row = [&](std::string const& column) { return door.one<std::string>("select coalesce(" + column + ", '') from " + table + " where partnership = :partnership and id = :id", door.scope().partnership, canary.row).value_or(""); };
        auto plus = [](Who one, Who const& other) { one.insert(other.begin(), other.end()); return one; };
        auto const coordinators = with(door, Role::coordinator);
        if (table == "help_requests") {
            auto const parent = row("person");
            Allowed its{plus(Who{parent}, handles(door, parent)), canary.column == "own_words" && row("ended_at").empty()};
            if (canary.column == "short_text") its.who.merge(ask(door, "select buddy from proposals where partnership = :partnership and request = :id and ended_at is null", canary.row));
            return its;
        }
        if (table == "check_ins") return {plus({row("person")}, handles(door, row("person"))), true};
        if (table == "consults") return {plus({row("buddy")}, row("reader").empty() ? coordinators : Who{row("reader")}), true};
        if (table == "dilemmas") return {plus({row("expert")}, coordinators), true};
        if (table == "disclosures") return {plus({row("parent")}, row("taken_back_at").empty() ? Who{row("recipient")} : Who{}), true};
        if (table == "feedbacks") return {plus(plus({row("parent")}, coordinators), row("read_at").empty() ? Who{} : Who{row("buddy"), row("partner")})};
        if (table == "school_talks") {
            auto const buddies = ask(door, "select m.buddy from school_talks t join matches m on m.id = t.asked_match and m.ended_at is null where t.partnership = :partnership and t.id = :id and t.asked_at is not null", canary.row);
            return {plus({row("parent")}, canary.column == "notes" ? Who{} : buddies), true};
        }
        if (table == "school_errands") return {plus({row("parent")}, ask(door, "select m.buddy from school_errands e join matches m on m.id = e.match and m.ended_at is null where e.partnership = :partnership and e.id = :id", canary.row)), true};
        if (table == "thoughts") return {{row("parent")}, true};
        if (table == "worries" || table == "worry_steps") return {with(door, Role::safety_officer), true};
        if (table == "messages" || table == "outcomes") return {plus({row("person")}, handles(door, row("person")))};
        if (table == "proposal_questions") return {plus({row("buddy")}, coordinators), true};
        if (table == "pack_addresses") return {plus(coordinators, with(door, Role::candidate))};
        if (table == "intervisions") return {plus(coordinators, with(door, Role::buddy))};
        if (table == "intervision_answers" && canary.column == "own_theme") return {plus(coordinators, with(door, Role::buddy))};
        if (table == "intervision_answers") return {plus(coordinators, canary.persons)};
        if (table == "offers") return {canary.persons};
        if (table == "sign_ups" || table == "interviews" || table == "doubts" || table == "approaches" || table == "hours" || table == "mailings" || table == "school_moments" || table == "readiness") return {coordinators};
        if (table == "referrals") return {Who{}, true}; // read through the link that its person was sent
        if (table == "learning_points") return {plus({row("person")}, plus(coordinators, with(door, Role::trainer)))};
        if (table == "learning_questions" || table == "reviews" || table == "tips") return {with(door, Role::trainer)};
        if (table == "preparations") return {plus(canary.persons, with(door, Role::trainer))};
        if (table == "self_assessments") return {plus(plus({row("person")}, coordinators), with(door, Role::trainer))};
        ADD_FAILURE() << "nobody said who may see " << canary.field();
        return {};
    }
    /// Whether someone wrote it as a task that ended since.
    bool wrote(Canary const& canary, PersonId const& person) {
        return canary.row.find(person.value()) != std::string::npos || (canary.table == "dilemmas" && door(canary.partnership)->one<std::string>("select expert from dilemmas where partnership = :p and id = :id", canary.partnership, canary.row) == person.value());
    }
    std::map<std::string, Allowed> all_allowed() {
        std::map<std::string, Allowed> all;
        for (auto const& canary : canaries)
            if (canary.table != "people") {
                auto its = allowed(*door(canary.partnership), canary);
                // everyone may see what is kept about oneself; a dilemma is the coordinator's text, closed with the buddy's key so that it goes with the buddy
                if (canary.persons.size() == 1 && canary.table != "dilemmas") its.who.insert(canary.persons.begin(), canary.persons.end());
                all.emplace(canary.word, its);
            }
        return all;
    }
    /// Crawls as everyone; then one account of each task and partnership knocks at the addresses of all others.
    std::vector<std::string> deviations(std::map<std::string, Allowed> const& expected) {
        std::set<std::string> addresses, kinds, records;
        std::map<std::string, std::string> names;
        auto const everyone = accounts();
        for (auto const& one : everyone) {
            names.emplace(one.person.value(), one.name());
            for (auto const& word : crawl(one, addresses)) seen[word].insert(one.person.value());
        }
        for (auto const& address : addresses)
            if (address.size() > 22) records.insert(address);
        for (auto const& one : everyone) {
            if (!kinds.insert(one.partnership.value() + one.name()).second) continue;
            for (auto const& word : knock(one, records)) seen[word].insert(one.person.value());
        }
        std::vector<std::string> found;
        for (auto const& [word, its] : expected) {
            auto const field = of_word.at(word)->field();
            for (auto const& person : seen[word])
                if (!its.who.contains(person)) found.push_back(field + (std::getenv("TEST_LOG") ? " " + of_word.at(word)->row + " " + person : "") + " is seen by " + names[person] + ", who may not");
            for (auto const& person : its.always ? its.who : Who{})
                if (names.contains(person) && !seen[word].contains(person)) found.push_back(field + " is not seen by " + names[person] + ", who may");
        }
        return found;
    }
    /// What someone sees of texts, names and addresses left out.
    Who texts(Who const& words) {
        Who found;
        for (auto const& word : words)
            if (of_word.at(word)->table != "people") found.insert(word);
        return found;
    }
    Holder account_of(PersonId const& person) {
        for (auto const& one : accounts())
            if (one.person == person) return one;
        throw std::runtime_error{"no such account"};
    }
    /// A live match whose two have an account, with a talk at school for which the buddy was asked along.
    matching::Together together() {
        for (auto const& partnership : people::partnerships(*program->data().read(db::Scope::of_hall())))
            for (auto const& match : door(partnership.id)->column<base::Id<matching::Match>>("select asked_match from school_talks where partnership = :p and asked_at is not null", partnership.id))
                if (auto const its = matching::find_together(*door(partnership.id), match)) return *its;
        throw std::runtime_error{"nobody goes to school together"};
    }
    std::map<std::string, Canary const*> of_word;
    std::map<std::string, Who> seen; ///< a word, and who saw it
};

TEST_F(Canaries, EveryAccountSeesWhatItMayAndNothingElse) {
    EXPECT_EQ(unopened, Who{}) << "sealed texts without a word";
    for (auto const& each : deviations(all_allowed())) ADD_FAILURE() << each;
    // of each kind of text someone sees one, or nothing would be tried
    std::map<std::string, int> fields;
    for (auto const& canary : canaries)
        if (canary.table != "people" && canary.table != "referrals") fields[canary.field()] += seen[canary.word].empty() ? 0 : 1;
    EXPECT_GT(fields.size(), 40U);
    for (auto const& [field, count] : fields) EXPECT_GT(count, 0) << field << " is kept and never shown";
}

TEST_F(Canaries, TellsOfAHoleAndOfAWallTooMany) {
    auto const before = all_allowed();
    auto give = [&](Role from, char const* change) {
        for (auto const& one : accounts())
            if (one.name() == base::word(from)) program->data().write(db::Scope::of(one.partnership.value()), [&](db::Write& tx) { tx.run(std::string{"update person_roles set "} + change + " where partnership = :partnership and person = :person", one.partnership, one.person); });
    };
    auto says = [](std::vector<std::string> const& all, std::string_view words) { return std::any_of(all.begin(), all.end(), [&](auto const& each) { return each.find(words) != std::string::npos; }); };
    give(Role::director, "role = 'coordinator', confirmed_by = person");
    give(Role::safety_officer, "until = since");
    auto const found = deviations(before);
    EXPECT_TRUE(says(found, "sign_ups.motive is seen by coordinator, who may not"));
    EXPECT_TRUE(says(found, "worries.words is not seen by"));
}

TEST_F(Canaries, AddressesOfPeopleAreSeenByWhoArrangesOnly) {
    std::set<std::string> addresses;
    for (auto const& one : accounts()) {
        if (one.roles.has(Role::coordinator) || one.roles.has(Role::administrator)) continue;
        int others = 0;
        for (auto const& word : crawl(one, addresses)) {
            auto const& canary = *of_word.at(word);
            if (canary.field() != "people.mail" || canary.persons.contains(one.person.value())) continue;
            ++others;
            // a couple, a match after both said yes, and whom a parent chose to read
            EXPECT_TRUE(one.roles.has(Role::buddy) || one.roles.has(Role::asking_parent) || one.roles.has(Role::expert)) << one.name() << " sees an address";
        }
        EXPECT_LE(others, 1) << one.name();
    }
}

TEST_F(Canaries, AfterTheEndABuddySeesNothingOfThatFamily) {
    auto const match = together();
    auto const parent = account_of(match.parent), buddy = account_of(match.buddy);
    auto of_family = [&](Who const& words) {
        Who found;
        for (auto const& word : words)
            if (of_word.at(word)->persons.contains(match.parent.value()) && !of_word.at(word)->persons.contains(match.buddy.value())) found.insert(word);
        return found;
    };
    std::set<std::string> addresses;
    EXPECT_GT(of_family(crawl(buddy, addresses)).size(), 5U) << "before the end there is much to see";
    auto const on = "/trajecten/" + match.id.value() + "/stoppen";
    ASSERT_EQ(as(parent).post(on, on, {{"reden", "no_click"}, {"vertelt", "zelf"}}).status, 303);
    auto const after = addresses;
    EXPECT_EQ(of_family(crawl(buddy, addresses)), Who{});
    EXPECT_EQ(of_family(knock(buddy, after)), Who{});
}

TEST_F(Canaries, AfterATaskEndsItsTextsAreShut) {
    for (auto const role : {Role::coordinator, Role::trainer, Role::safety_officer, Role::expert}) {
        for (auto const& one : accounts()) {
            if (one.name() != base::word(role)) continue;
            std::set<std::string> addresses;
            auto const before = texts(crawl(one, addresses));
            program->data().write(db::Scope::of(one.partnership.value()), [&](db::Write& tx) { tx.run("update person_roles set until = :now where partnership = :partnership and person = :person", clock.now(), one.partnership, one.person); });
            auto const after = addresses;
            for (auto const& word : texts(crawl(one, addresses))) EXPECT_TRUE(of_word.at(word)->persons.contains(one.person.value()) || wrote(*of_word.at(word), one.person)) << of_word.at(word)->field();
            for (auto const& word : texts(knock(one, after))) EXPECT_TRUE(of_word.at(word)->persons.contains(one.person.value()) || wrote(*of_word.at(word), one.person)) << of_word.at(word)->field();
            EXPECT_FALSE(before.empty() && role != Role::expert) << base::word(role) << " saw nothing before either";
        }
    }
}

TEST_F(Canaries, AfterAHandOverACoordinatorSeesOnlyTheNameOfThatFamily) {
    Who of_family;
    auto seen_of = [&](Who const& words) {
        Who fields;
        for (auto const& word : words)
            if (of_family.contains(word)) fields.insert(of_word.at(word)->field());
        return fields;
    };
    int tried = 0;
    for (auto const& desk : accounts()) {
        if (desk.name() != base::word(Role::coordinator)) continue;
        for (auto const& parent : door(desk.partnership)->column<PersonId>("select distinct parent from matches where partnership = :p and ended_at is null order by parent", desk.partnership)) {
            auto const request = door(desk.partnership)->one<std::string>("select id from help_requests where partnership = :p and person = :parent order by asked_at desc limit 1", desk.partnership, parent).value_or("");
            auto const on = "/hulpvragen/" + request + "/andere-taak";
            auto const form = as(desk).get(on);
            auto const choice = form.body.find("name=\"lezer\" value=\"");
            if (form.status != 200 || choice == std::string::npos) continue;
            of_family.clear();
            for (auto const& canary : canaries)
                if (canary.persons.contains(parent.value()) && !canary.persons.contains(desk.person.value())) of_family.insert(canary.word);
            std::set<std::string> addresses;
            auto const before = seen_of(crawl(desk, addresses));
            EXPECT_GT(before.size(), 3U) << "before there is much to see";
            auto const at = choice + 20;
            ASSERT_EQ(as(desk).post(on, on, {{"lezer", form.body.substr(at, form.body.find('"', at) - at)}}).status, 303);
            auto const after = addresses;
            auto left = seen_of(crawl(desk, addresses));
            left.merge(seen_of(knock(desk, after)));
            EXPECT_EQ(left, Who{});
            EXPECT_EQ(seen_of(knock(desk, {"/taken/andere-taak"})), Who{"people.name"}) << "name and school stay in the list of what was handed over";
            // a wall that is gone is noticed
            program->data().write(db::Scope::of(desk.partnership.value()), [&](db::Write& tx) {
                tx.run("update other_tasks set ended_at = :now where partnership = :p and parent = :parent", clock.now(), desk.partnership, parent);
                tx.run("delete from chosen_readers where partnership = :p and person = :parent", desk.partnership, parent);
            });
            EXPECT_GE(seen_of(knock(desk, after)).size(), before.size());
            ++tried;
            break;
        }
        if (tried == 1) break;
    }
    EXPECT_EQ(tried, 1);
}

TEST_F(Canaries, AfterErasureNobodySeesAnythingOfThatPerson) {
    auto const match = together();
    program->data().write(db::Scope::of(account_of(match.parent).partnership.value()), [&](db::Write& tx) { tx.run("update matches set ended_at = :now where id = :id", clock.now(), match.id); });
    app::erase(program->services(), config.journal_path(), match.parent);
    std::set<std::string> addresses;
    for (auto const& one : accounts())
        for (auto const& word : crawl(one, addresses)) EXPECT_FALSE(of_word.at(word)->persons.contains(match.parent.value())) << of_word.at(word)->field() << " is seen by " << one.name();
}

TEST_F(Canaries, NeitherMailsNorFilesNorTheLogHoldATextOfAnyone) {
    testing::internal::CaptureStderr();
    base::log::start(true);
    base::log::write(base::log::Level::info, "begin");
    // three months of rounds: reminders, terms, letters of the week
    for (int day = 0; day < 90; day += 3) {
        clock.pass(std::chrono::hours{72});
        program->go_round();
        program->sweep();
        program->run_jobs(5000);
    }
    std::set<std::string> addresses;
    for (auto const& one : accounts())
        if (one.roles.has(Role::coordinator)) crawl(one, addresses);
    base::log::start(std::getenv("TEST_LOG") != nullptr);
    auto const log = testing::internal::GetCapturedStderr();
    EXPECT_NE(log.find("begin"), std::string::npos);
    EXPECT_EQ(world::canaries_in(log), Who{});
    struct Mail {
        std::string recipient, subject, body, calendar;
    };
    auto hall = program->data().read(db::Scope::of_hall());
    auto const mails = hall->list<Mail>("select recipient, subject, body, calendar from outbox");
    EXPECT_GT(mails.size(), 20U);
    for (auto const& mail : mails) {
        EXPECT_EQ(world::canaries_in(mail.subject), Who{}) << mail.subject;
        for (auto const& word : texts(world::canaries_in(mail.body + mail.calendar))) EXPECT_EQ(word, "") << of_word.at(word)->field() << " in a mail: " << mail.body;
    }
    hall.reset();
    program->data().checkpoint(true);
    for (auto const& file : std::filesystem::directory_iterator{config.data}) {
        std::stringstream all;
        all << std::ifstream{file.path(), std::ios::binary}.rdbuf();
        auto const bytes = all.str();
        for (auto const& canary : canaries)
            if (canary.table != "people") {
                EXPECT_EQ(bytes.find(canary.word), std::string::npos) << canary.field() << " in " << file.path();
            }
    }
}

} // namespace
