#pragma once
// The people around a training group, and candidates who may go on after a talk whose text nobody of the training may see.
#include "intake/store_interview.h"
#include "tests/world/world.h"
#include "training/store_edition.h"

namespace world {

class TrainingGroup : public InHouse {
protected:
    visit::PersonId coordinator = house.person(house.here, "Ineke Vos", {visit::Role::coordinator});
    visit::PersonId trainer = house.person(house.here, "Rachid Amrani", {visit::Role::trainer});
    visit::PersonId other_trainer = house.person(house.here, "Olga Anders", {visit::Role::trainer});
    training::EditionId edition{"groep"};
    std::vector<visit::PersonId> group;

    void write(std::function<void(db::Write&)> const& work) { house.program->data().write(house.scope(), work); }
    /// The rounds of this hour, and all that is due.
    void work() {
        house.program->go_round();
        while (house.program->run_jobs() > 0) {}
    }
    visit::PersonId candidate(std::string const& name) {
        auto const person = house.person(house.here, name, {visit::Role::candidate});
        auto const talk = base::new_id<intake::Interview>(house.random);
        auto const sign_up = base::new_id<recruitment::SignUp>(house.random);
        write([&](db::Write& tx) {
            tx.run("insert into sign_ups (id, partnership, person, channel, channel_note, motive, signed_up_at, confirmed_at, version) values (:id, :partnership, :person, 'poster', '', '', :now, :now, 1)", sign_up, house.here, person, house.clock.now());
            intake::add(tx, talk, sign_up, person, {house.clock.now(), 45, intake::Way::online, ""}, coordinator, house.clock.now());
            intake::add_outcome(tx, house.program->keys(), base::new_id<intake::Outcome>(house.random), *intake::find(tx, talk), {intake::Advice::may_go_on, "Geheim uit het gesprek.", {}, base::local_date(house.clock.now())}, coordinator, house.clock.now());
        });
        return person;
    }
    /// A group of three with this first evening, the second as long from now as given.
    void make(std::chrono::hours first, std::chrono::hours second) {
        write([&](db::Write& tx) {
            training::add_edition(tx, house.random, edition, {"Groep", "Wijkcentrum", {house.clock.now() + first, house.clock.now() + second}}, coordinator, house.clock.now());
            training::add_to_edition(tx, edition, trainer, "trainer", house.clock.now());
        });
        for (int i = 1; i <= 3; ++i) {
            group.push_back(candidate("Buddy " + std::to_string(i)));
            write([&](db::Write& tx) { training::add_to_edition(tx, edition, group.back(), "participant", house.clock.now()); });
        }
    }
    std::vector<training::EveningRow> evenings() { return training::evenings_of(*house.program->data().read(house.scope()), edition); }
};

} // namespace world
