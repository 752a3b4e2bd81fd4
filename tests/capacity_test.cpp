// Many answer at the same moment: a buddy's room is never exceeded, one request has one proposal, and who comes too late hears so in words.
#include "matching/store_couples.h"
#include "matching/store_pairs.h"
#include "tests/world/two_people.h"

#include <atomic>
#include <mutex>
#include <thread>

namespace {
using visit::Role;

/// The seeded random of the house, for many threads.
class Shared : public base::Random {
public:
    explicit Shared(base::Random& behind) : behind_{behind} {}
    void fill(std::span<unsigned char> bytes) override {
        std::lock_guard const lock{door_};
        behind_.fill(bytes);
    }

private:
    base::Random& behind_;
    std::mutex door_;
};

class Capacity : public world::TwoPeople {
protected:
    static constexpr std::size_t many = 100;
    Shared shared{house.random};

    void SetUp() override {
        house.program.reset();
        house.program = std::make_unique<app::Program>(house.config, app::Program::Schema::must_be_current, app::Brought{&house.clock, &shared, [](mail::Message const&) {}, house.options});
    }
    void TearDown() override { house.program.reset(); }

    /// One form, filled in and ready to be sent.
    struct Ready {
        world::Visitor who;
        std::string to, body;
    };
    Ready fill_in(world::Visitor who, std::string const& on, std::string const& to, std::vector<std::pair<std::string, std::string>> const& fields) {
        auto const page = who.get(on);
        http::Fields all;
        for (auto const* name : {"_csrf", "_once", "_moment"}) all.add(name, page.hidden(name));
        for (auto const& [name, value] : fields) all.add(name, value);
        return {who, to, http::form_text(all)};
    }
    /// Sends all of them at the same moment.
    std::vector<world::Page> at_once(std::vector<Ready> all) {
        std::vector<world::Page> pages(all.size());
        std::vector<std::thread> threads;
        std::atomic<bool> go{false};
        for (std::size_t i = 0; i < all.size(); ++i)
            threads.emplace_back([&, i] {
                while (!go) std::this_thread::yield();
                pages[i] = all[i].who.send("POST", all[i].to, all[i].body);
            });
        go = true;
        for (auto& thread : threads) thread.join();
        return pages;
    }
    static bool told(world::Page const& page, std::string const& words) {
        for (auto const& cookie : page.cookies)
            if (cookie.find(http::encoded(words).substr(0, 20)) != std::string::npos) return true;
        return false;
    }
    std::vector<visit::PersonId> parents() {
        std::vector<visit::PersonId> all;
        for (std::size_t i = 0; i < many; ++i) {
            all.push_back(house.person(house.here, "Ouder " + std::to_string(i), {Role::asking_parent}));
            ask(help_request::HelpRequestId{"vraag-" + std::to_string(i)}, all.back());
        }
        return all;
    }
};
ON_BOTH_DATABASES(Capacity);

TEST_P(Capacity, IsNeverExceededWhenAHundredParentsSayYesAtOnce) {
    constexpr int room = 3;
    make_ready(bea, room);
    auto const all = parents();
    std::vector<Ready> forms;
    for (std::size_t i = 0; i < many; ++i) {
        auto const proposal = base::new_id<matching::Proposal>(shared);
        write([&](db::Write& tx) {
            ASSERT_TRUE(matching::propose(tx, proposal, help_request::HelpRequestId{"vraag-" + std::to_string(i)}, bea, "", coordinator, house.clock.now()));
            ASSERT_TRUE(matching::answer_as_buddy(tx, proposal, bea, matching::Answer::yes, house.clock.now()));
        });
        forms.push_back(fill_in(house.as(all[i]), "/mijn/voorstel", "/mijn/voorstel", {{"geeft", "mail"}}));
    }
    int won = 0, lost = 0;
    for (auto const& page : at_once(std::move(forms))) {
        EXPECT_EQ(page.status, 303);
        if (page.location == "/mijn/traject") ++won;
        if (page.location == "/mijn/vraag" && told(page, "Deze buddy kan helaas net niet meer.")) ++lost;
    }
    EXPECT_EQ(won, room);
    EXPECT_EQ(lost, static_cast<int>(many) - room) << "each hears what happened and that another is sought";
    EXPECT_EQ(read([&](db::Door& door) { return matching::live_matches_of_buddy(door, bea).size(); }), static_cast<std::size_t>(room));
    EXPECT_EQ(read([&](db::Door& door) { return door.one<std::int64_t>("select count(*) from help_requests where ended_at is null").value_or(0); }), static_cast<std::int64_t>(many) - room) << "who lost still asks";
}

TEST_P(Capacity, OfOneRequestHasOneProposalWhoeverProposesFirst) {
    auto const second = house.person(house.here, "Tweede Coördinator", {Role::coordinator});
    std::vector<visit::PersonId> buddies;
    for (int i = 0; i < 10; ++i) {
        buddies.push_back(house.person(house.here, "Buddy " + std::to_string(i), {Role::buddy}));
        make_ready(buddies.back());
    }
    ask(request, petra);
    auto one = house.as(coordinator), other = house.as(second);
    std::vector<Ready> forms;
    for (std::size_t i = 0; i < many; ++i) forms.push_back(fill_in(i % 2 ? one : other, "/hulpvragen/vraag/buddys", "/hulpvragen/vraag/voorstel", {{"buddy", buddies[i % buddies.size()].value()}}));
    int won = 0, lost = 0;
    for (auto const& page : at_once(std::move(forms))) {
        if (page.status == 303) ++won;
        if (page.status == 422 && page.says("Er is net al een ander voorstel gedaan.")) ++lost;
    }
    EXPECT_EQ(won, 1);
    EXPECT_EQ(lost, static_cast<int>(many) - 1);
    EXPECT_EQ(read([&](db::Door& door) { return door.one<std::int64_t>("select count(*) from proposals").value_or(0); }), 1);
}

TEST_P(Capacity, OfOneParentIsOneMatchHoweverManyTapsMakeItFromAPair) {
    make_ready(bea);
    ask(request, petra);
    matching::PairId const pair{"paar"};
    write([&](db::Write& tx) {
        ASSERT_TRUE(matching::make_pair(tx, pair, request, petra, bea, coordinator, house.clock.now()));
        for (auto const& who : {petra, bea}) ASSERT_TRUE(matching::agree(tx, *matching::find_pair(tx, pair), {who, base::local_date(house.clock.now()), matching::Gives::mail, who}));
    });
    auto one = house.as(coordinator);
    std::vector<Ready> forms;
    for (std::size_t i = 0; i < 20; ++i) forms.push_back(fill_in(one, "/koppelingen/paar", "/koppelingen/paar/koppeling", {}));
    int won = 0;
    for (auto const& page : at_once(std::move(forms))) won += page.status == 303;
    EXPECT_EQ(won, 1);
    EXPECT_EQ(read([&](db::Door& door) { return matching::matches(door).size(); }), 1U);
}

TEST_P(Capacity, ACandidateWithManyTabsPlansOneTalk) {
    for (int round = 0; round < 5; ++round) {
        auto const person = house.person(house.here, "Sem " + std::to_string(round), {Role::candidate});
        auto const now = house.clock.now();
        std::vector<std::string> times;
        house.program->data().write(house.scope(), [&](db::Write& tx) {
            tx.run("insert into sign_ups (id, partnership, person, channel, channel_note, motive, signed_up_at, confirmed_at, version) values (:id, :p, :person, 'poster', '', '', :now, :now, 1)", "aanmelding-" + std::to_string(round), house.here, person, now);
            for (int i = 0; i < 12; ++i) {
                times.push_back("tijd-" + std::to_string(round) + "-" + std::to_string(i));
                tx.run("insert into interview_times (id, partnership, begins_at, minutes, way, place, offered_by, offered_at) values (:id, :p, :begins, 45, 'online', '', :person, :now)", times.back(), house.here, now + std::chrono::hours{24 * 10 + i}, person, now);
            }
        });
        auto sem = house.as(person);
        std::vector<Ready> all;
        for (auto const& time : times) all.push_back(fill_in(sem, "/mijn/gesprek", "/mijn/gesprek", {{"tijd", time}}));
        for (auto const& page : at_once(all)) EXPECT_TRUE(page.status == 303 || page.status == 422) << page.status;
        auto door = house.program->data().read(house.scope());
        EXPECT_EQ(door->one<std::int64_t>("select count(*) from interviews where person = :person and cancelled_at is null", person), 1);
        EXPECT_EQ(door->one<std::int64_t>("select count(*) from interview_times t join interviews i on i.id = t.interview where i.person = :person", person), 1);
    }
}

} // namespace
