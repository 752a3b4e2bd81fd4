// Puts many editions with their people in the demonstration, through the same stores as real ones: the first is about to begin, the second is just over, the others are history.
#include "app/program.h"
#include "intake/store_interview.h"
#include "people/store_people.h"
#include "recruitment/store_sign_up.h"
#include "training/store_coming.h"
#include "training/store_evening_key.h"
#include "training/store_recording.h"
#include "training/store_tips.h"

#include <cstdio>
#include <string>

namespace {

using R = visit::Role;
using days = std::chrono::days;
constexpr int in_one = 10, tips_each = 4;

struct Group {
    training::EditionId id;
    std::array<base::Moment, 2> evenings;
};

class Filler {
public:
    explicit Filler(app::Program& program) : program_{program}, services_{program.services()}, here_{people::partnerships(*program.data().read(db::Scope::of_hall())).front().id}, now_{services_.clock.now()} {
        auto door = services_.data.read(db::Scope::of(here_.value()));
        coordinator_ = people::with_role(*door, R::coordinator).front();
        trainer_ = people::with_role(*door, R::trainer).front();
    }

    training::EditionId edition(int number) {
        auto const first = number == 0 ? now_ + days{7} : number == 1 ? now_ - days{20}
                                                                      : now_ - days{30} - std::chrono::hours{12} * number;
        Group const group{base::new_id<training::Edition>(services_.random), {first, first + days{14}}};
        std::vector<std::pair<visit::PersonId, recruitment::SignUpId>> people;
        for (int i = 0; i < in_one; ++i) {
            people.emplace_back(base::new_id<people::Person>(services_.random), base::new_id<recruitment::SignUp>(services_.random));
            program_.keys().create(people.back().first);
        }
        std::vector<training::EveningId> evenings;
        services_.data.write(db::Scope::of(here_.value()), [&](db::Write& tx) {
            training::add_edition(tx, services_.random, group.id, {"Groep " + std::to_string(number), "Wijkcentrum De Brug", group.evenings}, coordinator_, first - days{30});
            training::add_to_edition(tx, group.id, trainer_, "trainer", first - days{30});
            for (auto const& evening : training::evenings_of(tx, group.id)) evenings.push_back(evening.id);
            for (int i = 0; i < in_one; ++i) takes_part(tx, group, evenings, people[static_cast<std::size_t>(i)], number, number * in_one + i);
            if (number > 1 && number % 5 == 0) recorded(tx, group);
        });
        for (std::size_t i = 0; i < evenings.size(); ++i)
            if (number % 3 == 1 && !training::texts_past(base::local_date(group.evenings[i]), base::local_date(now_))) tips(evenings[i], people);
        return group.id;
    }

private:
    void takes_part(db::Write& tx, Group const& group, std::vector<training::EveningId> const& evenings, std::pair<visit::PersonId, recruitment::SignUpId> const& who, int edition, int number) {
        auto const& [person, sign_up] = who;
        auto const before = group.evenings[0] - days{40}, after = group.evenings[1] + days{1};
        recruitment::add(tx, program_.keys(), sign_up, person, {{"Noor van den Voorbeeld " + std::to_string(number), "noor" + std::to_string(number) + "@naast.example", "0612345678"}, recruitment::Channel::poster, "", {}}, text::Language::nl, "", true, before);
        auto const talk = base::new_id<intake::Interview>(services_.random);
        intake::add(tx, talk, sign_up, person, {before + days{5}, 45, intake::Way::online, ""}, coordinator_, before);
        intake::add_outcome(tx, program_.keys(), base::new_id<intake::Outcome>(services_.random), *intake::find(tx, talk), {intake::Advice::may_go_on, "", {}, base::local_date(before + days{5})}, coordinator_, before + days{5});
        training::add_to_edition(tx, group.id, person, "participant", before + days{6});
        for (auto const& evening : evenings) training::say_coming(tx, evening, person, number % in_one != 1, before + days{7});
        if (edition == 0) return;
        for (auto const& evening : evenings) training::record_attendance(tx, evening, person, training::Presence::present, trainer_, after);
        training::decide(tx, person, training::Decision::goes_on, base::local_date(after), coordinator_, after);
        training::hold_deployment_talk(tx, person, base::local_date(after));
        training::see_vog(tx, person, base::local_date(after), coordinator_);
        people::give_role(tx, person, R::buddy, false, coordinator_.value(), coordinator_.value(), after);
        people::end_role(tx, person, R::candidate, after);
        if (edition > 1) people::end_role(tx, person, R::buddy, after);
    }
    void recorded(db::Write& tx, Group const& group) {
        auto const id = base::new_id<training::RecordingRecord>(services_.random);
        training::add_recording(tx, id, group.id, "de tweede avond", trainer_, group.evenings[1]);
        for (auto const& person : training::people_of(tx, group.id, "participant")) training::answer_recording(tx, id, person, true, text::Language::nl, group.evenings[1]);
        training::remove_recording(tx, id, "Gewist.", trainer_, group.evenings[1] + days{5});
    }
    void tips(training::EveningId const& evening, std::vector<std::pair<visit::PersonId, recruitment::SignUpId>> const& people) {
        training::make_evening_key(program_.keys(), evening);
        services_.data.write(db::Scope::of(here_.value()), [&](db::Write& tx) {
            for (std::size_t i = 0; i < tips_each; ++i) training::give_tip(tx, program_.keys(), base::new_id<training::TipRecord>(services_.random), evening, people[i].first, {"Fijne groep.", "Meer tijd om te oefenen."});
        });
    }

    app::Program& program_;
    reception::Services& services_;
    visit::PartnershipId here_;
    base::Moment now_;
    visit::PersonId coordinator_{""}, trainer_{""};
};

} // namespace

/// usage: many_trainings FOLDER COUNT [DATABASE]; the folder holds a demonstration that nobody serves. Prints the id of the edition that is just over.
int main(int count, char** words) {
    if (count != 3 && count != 4) return 2;
    app::Config config;
    config.data = words[1];
    if (count == 4) config.database = words[3];
    app::Program program{config, app::Program::Schema::must_be_current};
    Filler filler{program};
    for (int number = 0; number < std::stoi(words[2]); ++number) {
        auto const id = filler.edition(number);
        if (number == 1) std::printf("%s\n", id.value().c_str());
    }
}
