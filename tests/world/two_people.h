#pragma once
// A parent who asks and buddies who are ready, up to a match, with words of their own that must not travel.
#include "help_request/store_help_request.h"
#include "matching/store_matching.h"
#include "people/store_people.h"
#include "tests/world/world.h"
#include "training/store_edition.h"

#include <string>

namespace world {

/// Someone who logs in anew for each thing, so that the clock may pass in between.
class Someone {
public:
    Someone(House& house, visit::PersonId who) : house_{house}, who_{std::move(who)} {}
    Page get(std::string const& address) const { return house_.as(who_).get(address); }
    Page post(std::string const& on, std::string const& to, std::vector<std::pair<std::string, std::string>> const& fields) const { return house_.as(who_).post(on, to, fields); }

private:
    House& house_;
    visit::PersonId who_;
};

class TwoPeople : public InHouse {
protected:
    using Role = visit::Role;
    visit::PersonId coordinator = reachable("Ineke Vos", {Role::coordinator}, "06 11 11 11 11");
    visit::PersonId bea = reachable("Bea Buddy", {Role::buddy}, "06 22 22 22 22");
    visit::PersonId petra = reachable("Petra Zeisouder", {Role::asking_parent}, "06 33 33 33 33");
    help_request::HelpRequestId request{"vraag"};
    Someone desk{house, coordinator}, buddy{house, bea}, parent{house, petra};

    void write(std::function<void(db::Write&)> const& work) { house.program->data().write(house.scope(), work); }
    template <class Work>
    auto read(Work const& work) { return work(*house.program->data().read(house.scope())); }
    void work() {
        while (house.program->run_jobs() > 0) {}
    }
    void pass(int days) {
        house.clock.pass(std::chrono::hours{24 * days});
        house.program->go_round();
        work();
    }
    visit::PersonId reachable(std::string const& name, std::vector<Role> const& roles, std::string const& phone) {
        auto const id = house.person(house.here, name, roles);
        write([&](db::Write& tx) { people::change_contact(tx, house.program->keys(), id, {name, people::find_person(tx, house.program->keys(), id)->mail, phone}); });
        return id;
    }
    void make_ready(visit::PersonId const& person, int capacity = 1) {
        write([&](db::Write& tx) {
            auto const edition = base::new_id<training::Edition>(house.random);
            auto const now = house.clock.now();
            training::add_edition(tx, house.random, edition, {"Groep", "Wijkcentrum", {now, now}}, coordinator, now);
            training::add_to_edition(tx, edition, person, "participant", now);
            for (auto const& evening : training::evenings_of(tx, edition)) training::record_attendance(tx, evening.id, person, training::Presence::present, coordinator, now);
            training::decide(tx, person, training::Decision::goes_on, base::local_date(now), coordinator, now);
            training::hold_deployment_talk(tx, person, base::local_date(now));
            matching::keep_offer(tx, house.program->keys(), {person, "thuis", "bellen", "Nederlands", 4201, capacity, {}, {}, {}, matching::Gives::phone, now}, "Dorp van " + person.value(), "", {}, now);
        });
    }
    /// A request of its own school, group, postcode and story, with an approved text.
    void ask(help_request::HelpRequestId const& id, visit::PersonId const& person) {
        write([&](db::Write& tx) {
            auto const sealed = [&](char const* column, char const* words) { return house.program->keys().seal({person}, {"help_requests", column, id.value()}, words); };
            tx.run("insert into help_requests (id, partnership, person, kind, channel, situations, ways, languages, postcode, own_words, when_words, asked_at, short_text, version, child_group) values (:id, :partnership, :person, 'buddy', 'poster', 'thuis', 'bellen', 'Nederlands', 4299, :own, :when, :now, '', 1, 'Zeisgroep')", id,
                   house.here, person, sealed("own_words", "Zeisverhaal"), sealed("when_words", "Zeistijd"), house.clock.now());
            help_request::clarify(tx, house.program->keys(), *help_request::find(tx, id), {{help_request::Situation::at_home}, help_request::Experience::none, "Een korte tekst."}, house.clock.now());
            help_request::approve_text(tx, id, house.clock.now());
        });
    }
    matching::ProposalId proposed() {
        make_ready(bea);
        ask(request, petra);
        EXPECT_EQ(desk.post("/hulpvragen/vraag/buddys", "/hulpvragen/vraag/voorstel", {{"buddy", bea.value()}}).status, 303);
        return read([&](db::Door& door) { return matching::open_proposal_for(door, request)->id; });
    }
    matching::MatchRow matched(std::string const& buddy_gives = "phone", std::string const& parent_gives = "phone") {
        auto const proposal = proposed();
        EXPECT_EQ(buddy.post("/mijn/voorstellen", "/mijn/voorstellen/" + proposal.value(), {{"antwoord", "yes"}, {"geeft", buddy_gives}}).status, 303);
        EXPECT_EQ(parent.post("/mijn/voorstel", "/mijn/voorstel", {{"geeft", parent_gives}}).status, 303);
        return read([&](db::Door& door) { return *matching::live_match_of_parent(door, petra); });
    }
    std::vector<std::pair<std::string, std::string>> meeting_form(int days, std::string const& place = "neutraal", std::string const& introducer = "niemand") {
        auto const day = base::later(base::local_date(house.clock.now()), days);
        auto const said = base::iso(day);
        return {{"dag_dag", said.substr(8, 2)}, {"dag_maand", said.substr(5, 2)}, {"dag_jaar", said.substr(0, 4)}, {"tijd", "19.30"}, {"plaats", place}, {"introductie", introducer}};
    }
};

} // namespace world
