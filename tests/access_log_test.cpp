// The access log: one unbroken chain for each book and partnership, and every way to change it is seen.
#include "confidentiality/store_access_log.h"
#include "confidentiality/store_log_term.h"
#include "tests/world/world.h"

namespace {
using confidentiality::Book;

class AccessLog : public world::InHouse {
protected:
    db::Database& data() { return house.program->data(); }
    void append(std::vector<confidentiality::Entry> const& entries) {
        data().write(house.scope(), [&](db::Write& tx) { confidentiality::append(tx, entries, house.clock.now()); });
    }
    static confidentiality::Entry entry(std::string const& object, Book book = Book::access) { return {"actor", "coordinator", "read", object, "person", "W1", "request", book}; }
    confidentiality::Verification verify(Book book = Book::access) { return confidentiality::verify(*data().read(house.scope()), book); }
};
ON_BOTH_DATABASES(AccessLog);

TEST_P(AccessLog, EachBookHasItsOwnChain) {
    EXPECT_EQ(verify().entries, 0);
    EXPECT_FALSE(verify().broken_at || verify(Book::worry).broken_at) << "an empty book is whole";
    append({});
    append({entry("1"), entry("zorg", Book::worry), entry("2")});
    append({entry("zorg", Book::worry)});
    EXPECT_EQ(verify().entries, 2);
    EXPECT_EQ(verify(Book::worry).entries, 2);
    EXPECT_FALSE(verify().broken_at || verify(Book::worry).broken_at);
    EXPECT_EQ(confidentiality::looks_at(*data().read(house.scope()), visit::PersonId{"person"}).size(), 2U) << "a worry is not among the looks";
    EXPECT_EQ(confidentiality::looks_at_worry(*data().read(house.scope()), "zorg").size(), 2U);
    EXPECT_TRUE(confidentiality::looks_at_worry(*data().read(house.scope()), "1").empty());
    EXPECT_EQ(confidentiality::verify(*data().read(db::Scope::of(house.there.value()))).entries, 0) << "nor is it of another partnership";
}

TEST_P(AccessLog, ALongChainIsReadToItsEnd) {
    append(std::vector<confidentiality::Entry>(5001, entry("1")));
    EXPECT_EQ(verify().entries, 5001);
    EXPECT_FALSE(verify().broken_at);
}

TEST_P(AccessLog, EveryAlterationIsSeenWhereItBegins) {
    if (house.engine == world::Engine::postgresql) return; // the role that serves cannot drop the triggers
    for (int i = 1; i <= 4; ++i) append({entry(std::to_string(i))});
    data().script("drop trigger access_log_no_update; drop trigger access_log_no_delete; create table was as select * from access_log; create table head_was as select * from access_log_heads");
    for (auto const& [change, broken] : std::vector<std::pair<std::string, std::int64_t>>{
             {"update access_log set at = at + 1 where sequence = 2", 2},
             {"update access_log set actor = 'x' where sequence = 1", 1},
             {"update access_log set role = 'x' where sequence = 2", 2},
             {"update access_log set action = 'x' where sequence = 3", 3},
             {"update access_log set object = '' where sequence = 4", 4},
             {"update access_log set person = '' where sequence = 4", 4},
             {"update access_log set rule = 'x' where sequence = 2", 2},
             {"update access_log set request = 'x' where sequence = 2", 2},
             // the length of each part stands before it: signs cannot move from one to the next
             {"update access_log set role = role || 'r', action = 'ead' where sequence = 2", 2},
             {"update access_log set hash = 'x' where sequence = 3", 3},
             {"delete from access_log where sequence = 1", 1},
             {"delete from access_log where sequence = 3", 3},
             {"delete from access_log where sequence = 4", 4},
             {"update access_log set sequence = sequence + 10", 1},
             {"update access_log_heads set hash = 'x'", 5},
             {"update access_log_heads set sequence = 3", 5},
             {"delete from access_log_heads", 5},
             {"update access_log_heads set erased_to = 2", 3},
             {"update access_log_heads set erased_to = 2, erased_hash = (select hash from access_log where sequence = 2)", 3},
             {"update access_log_heads set erased_to = 2, erased_hash = (select hash from access_log where sequence = 1); delete from access_log where sequence <= 2", 3},
             {"update access_log_heads set erased_to = 9", 10},
             {"delete from access_log", 1}}) {
        data().script(change);
        EXPECT_EQ(verify().broken_at, broken) << change;
        data().script("delete from access_log; insert into access_log select * from was; delete from access_log_heads; insert into access_log_heads select * from head_was");
        EXPECT_FALSE(verify().broken_at) << change;
    }
}

TEST_P(AccessLog, WhatIsOlderThanThreeYearsGoesAndTheRestStaysWhole) {
    auto const year = [&](int years) { house.clock.set(base::moment_of({base::Date{std::chrono::year{2026 + years}, std::chrono::November, std::chrono::day{23}}, std::chrono::hours{12}})); };
    auto const erase_old = [&] {
        auto const now = house.clock.now();
        auto const foreseen = confidentiality::old_entries(*data().read(house.scope()), now);
        data().write(house.scope(), [&](db::Write& tx) { confidentiality::delete_old_entries(tx, now); });
        EXPECT_EQ(confidentiality::old_entries(*data().read(house.scope()), now), 0);
        return foreseen;
    };
    EXPECT_EQ(erase_old(), 0) << "of an empty book";
    year(0), append({entry("1"), entry("zorg", Book::worry), entry("2")});
    year(1), append({entry("3"), entry("4")});
    year(3);
    EXPECT_EQ(erase_old(), 0) << "on the day itself all is kept";
    house.clock.pass(std::chrono::hours{12});
    EXPECT_EQ(erase_old(), 2) << "worries are not counted";
    EXPECT_EQ(erase_old(), 0);
    EXPECT_EQ(verify().entries, 3) << "nobody wrote since the third year began, so the erasure itself is noted";
    EXPECT_EQ(verify(Book::worry).entries, 0);
    EXPECT_FALSE(verify().broken_at || verify(Book::worry).broken_at);
    for (auto const* more : {"delete from access_log where sequence = 3", "delete from access_log", "update access_log set actor = 'x'"}) EXPECT_THROW(data().write(house.scope(), [&](db::Write& tx) { tx.run(more); }), db::Error) << more;
    append({entry("5")});
    EXPECT_EQ(verify().entries, 4);
    EXPECT_FALSE(verify().broken_at);
    year(20);
    EXPECT_EQ(erase_old(), 4);
    EXPECT_EQ(verify().entries, 1) << "all of before went, as is noted";
    EXPECT_EQ(erase_old(), 0);
    append({entry("6"), entry("zorg", Book::worry)});
    EXPECT_EQ(verify().entries, 2);
    EXPECT_FALSE(verify().broken_at || verify(Book::worry).broken_at);
    EXPECT_EQ(data().read(house.scope())->one<std::int64_t>("select max(sequence) from access_log where partnership = :partnership", house.here), 8);
    house.clock.pass(std::chrono::hours{24 * 1097});
    append({entry("7")});
    EXPECT_EQ(erase_old(), 2);
    EXPECT_EQ(verify().entries, 1) << "where someone wrote since, nothing is noted";
    EXPECT_FALSE(verify().broken_at || verify(Book::worry).broken_at);
}

TEST_P(AccessLog, EntriesThatAClockWrittenBackPutOutOfOrderGoTogether) {
    auto const day = [&](int days) { house.clock.set(base::moment_of({base::Date{std::chrono::year{2026} / 11 / 23}, std::chrono::hours{12}}) + std::chrono::days{days}); };
    day(2), append({entry("ahead"), entry("zorg", Book::worry)});
    day(0), append({entry("back"), entry("zorg", Book::worry)});
    day(1095), append({entry("long after the last, not so long after the first")});
    day(1100);
    data().write(house.scope(), [&](db::Write& tx) { confidentiality::delete_old_entries(tx, house.clock.now()); });
    EXPECT_EQ(verify().entries, 2) << "one stays, and that the others went is noted";
    EXPECT_EQ(verify(Book::worry).entries, 0);
    EXPECT_FALSE(verify().broken_at || verify(Book::worry).broken_at);
}

TEST_P(AccessLog, WhoWritesAsTheProgramTakesNothingAwayTooEarly) {
    append({entry("1"), entry("2"), entry("zorg", Book::worry)});
    auto const pass = [&](int days) { house.clock.pass(std::chrono::hours{24 * days}), append({entry("later"), entry("zorg", Book::worry)}); };
    auto const taken = [&](std::string const& log) {
        try {
            data().write(house.scope(), [&](db::Write& tx) {
                tx.run("update " + log + "_heads set erased_to = 1, erased_hash = (select hash from " + log + " where sequence = 1 and " + log + ".partnership = " + log + "_heads.partnership) where partnership = :partnership", house.here);
                tx.run("delete from " + log + " where partnership = :partnership and sequence = 1", house.here);
            });
            return true;
        } catch (db::Error const&) {
            return false;
        }
    };
    for (int days : {0, 1, 365, 700}) {
        if (days > 0) pass(days);
        EXPECT_FALSE(taken("access_log")) << days;
        EXPECT_FALSE(taken("worry_log")) << days;
    }
    EXPECT_FALSE(verify().broken_at || verify(Book::worry).broken_at);
    pass(28);
    EXPECT_TRUE(taken("access_log")) << "1,094 days on, what is past its term may go";
    EXPECT_TRUE(taken("worry_log"));
    EXPECT_FALSE(verify().broken_at || verify(Book::worry).broken_at);
}

TEST(LogTerm, IsThreeYearsOfWholeDays) {
    using base::moment_of;
    auto const at = [](int year, unsigned month, unsigned day, int hour) { return moment_of({base::Date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}}, std::chrono::hours{hour}}); };
    EXPECT_EQ(confidentiality::kept_since(at(2029, 11, 23, 12)), at(2026, 11, 23, 0));
    EXPECT_EQ(confidentiality::kept_since(at(2029, 11, 23, 0)), at(2026, 11, 23, 0));
    EXPECT_EQ(confidentiality::kept_since(at(2028, 2, 29, 23)), at(2025, 2, 28, 0));
}

TEST(Books, AWorryIsWrittenInItsOwn) {
    for (auto const& [action, word] : base::Words<visit::Action>::entries) EXPECT_EQ(confidentiality::book_of(action) == Book::worry, action == visit::Action::report_worry || action == visit::Action::handle_worry) << word;
}

} // namespace
