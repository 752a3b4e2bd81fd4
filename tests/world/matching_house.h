#pragma once
// A house with a coordinator and people who can be matched: buddies who came through the gate, and requests whose text the parent approved.
#include "matching/store_couples.h"
#include "matching/store_offers.h"
#include "tests/world/world.h"
#include "training/store_edition.h"

namespace world {

class MatchingHouse : public InHouse {
protected:
    visit::PersonId coordinator = house.person(house.here, "Ineke Vos", {visit::Role::coordinator});
    Visitor desk = house.as(coordinator);

    void write(std::function<void(db::Write&)> const& work) { house.program->data().write(house.scope(), work); }
    template <class Work>
    auto read(Work const& work) { return work(*house.program->data().read(house.scope())); }
    base::Date today() { return base::local_date(house.clock.now()); }
    visit::PersonId buddy(std::string const& name) { return house.person(house.here, name, {visit::Role::buddy}); }
    visit::PersonId parent(std::string const& name) { return house.person(house.here, name, {visit::Role::asking_parent}); }
    matching::Offer offer(visit::PersonId const& person) { return {person, "thuis", "bellen", "Nederlands", 4211, 1, {}, {}, {}, matching::Gives::phone, house.clock.now()}; }
    void keep(matching::Offer const& its, std::vector<matching::OwnChild> const& children = {}) {
        write([&](db::Write& tx) { matching::keep_offer(tx, house.program->keys(), its, "Dorp van " + its.person.value(), "", children, house.clock.now()); });
    }
    /// Through the gate, with an offer.
    void make_ready(visit::PersonId const& person, training::Presence second = training::Presence::present) {
        write([&](db::Write& tx) {
            auto edition = base::new_id<training::Edition>(house.random);
            training::add_edition(tx, house.random, edition, {"Groep", "Wijkcentrum", {house.clock.now(), house.clock.now()}}, coordinator, house.clock.now());
            training::add_to_edition(tx, edition, person, "participant", house.clock.now());
            for (auto const& evening : training::evenings_of(tx, edition)) training::record_attendance(tx, evening.id, person, evening.number == 2 ? second : training::Presence::present, coordinator, house.clock.now());
            training::decide(tx, person, training::Decision::goes_on, today(), coordinator, house.clock.now());
            training::hold_deployment_talk(tx, person, today());
        });
        keep(offer(person));
    }
    /// A request that may be matched.
    void ask(help_request::HelpRequestId const& id, visit::PersonId const& person) {
        write([&](db::Write& tx) {
            tx.run("insert into help_requests (id, partnership, person, kind, channel, situations, ways, languages, postcode, own_words, when_words, asked_at, short_text, version) values (:id, :partnership, :person, 'buddy', 'poster', 'thuis', 'bellen', 'Nederlands', 4201, '', '', :now, '', 1)", id, house.here, person, house.clock.now());
            help_request::clarify(tx, house.program->keys(), *help_request::find(tx, id), {{help_request::Situation::at_home}, help_request::Experience::none, "Een korte tekst."}, house.clock.now());
            help_request::approve_text(tx, id, house.clock.now());
        });
    }
    void set(help_request::HelpRequestId const& id, std::string const& column, std::string const& value) {
        write([&](db::Write& tx) { tx.run("update help_requests set " + column + " = " + value + " where partnership = :partnership and id = :id", house.here, id); });
    }
};

} // namespace world
