// How fast the buddies for one request come from the database: so many buddies through the gate, each with an offer, put in a demonstration through the same stores as real ones; the best of ten readings, each with everything the engine needs.
#include "app/program.h"
#include "help_request/store_help_request.h"
#include "matching/ranking.h"
#include "matching/store_offers.h"
#include "matching/store_plan.h"
#include "matching/store_settings.h"
#include "people/store_people.h"
#include "training/store_edition.h"

#include <chrono>
#include <cstdio>
#include <string>

namespace {

using R = visit::Role;
constexpr int in_one = 10;

/// A group of buddies who were trained and offer something, at places all over the land.
void make_group(app::Program& program, visit::PartnershipId const& here, visit::PersonId const& coordinator, int number) {
    auto& services = program.services();
    auto const now = services.clock.now();
    auto const today = base::local_date(now);
    std::vector<visit::PersonId> people;
    for (int i = 0; i < in_one; ++i) {
        people.push_back(base::new_id<people::Person>(services.random));
        program.keys().create(people.back());
    }
    program.data().write(db::Scope::of(here.value()), [&](db::Write& tx) {
        auto const edition = base::new_id<training::Edition>(services.random);
        training::add_edition(tx, services.random, edition, {"Groep " + std::to_string(number), "Wijkcentrum", {now - std::chrono::hours{24 * 40}, now - std::chrono::hours{24 * 20}}}, coordinator, now);
        for (int i = 0; i < in_one; ++i) {
            auto const& person = people[static_cast<std::size_t>(i)];
            auto const n = number * in_one + i;
            people::add_person(tx, program.keys(), person, {"Noor " + std::to_string(n), "noor" + std::to_string(n) + "@naast.example", ""}, text::Language::nl, now);
            people::give_role(tx, person, R::buddy, false, coordinator.value(), coordinator.value(), now);
            training::add_to_edition(tx, edition, person, "participant", now);
            for (auto const& evening : training::evenings_of(tx, edition)) training::record_attendance(tx, evening.id, person, training::Presence::present, coordinator, now);
            training::decide(tx, person, training::Decision::goes_on, today, coordinator, now);
            training::hold_deployment_talk(tx, person, today);
            training::see_vog(tx, person, today, coordinator);
            matching::keep_offer(tx, program.keys(), {person, n % 3 ? "thuis spanning" : "gesprek onderzoek", "bellen ontmoeten", n % 5 ? "Nederlands" : "Turks en Nederlands", 1000 + n % 9000, 1 + n % 2, {}, {}, {}, matching::Gives::phone, now, n % 2 ? "ma-avond wo-ochtend" : "di-schooltijd", help_request::OwnSchool::fine, 20, true, "rechten verslagen"}, "Dorp", "", {}, now);
        }
    });
}

} // namespace

/// usage: many_buddies FOLDER COUNT; the folder holds a demonstration that nobody serves
int main(int count, char** words) {
    if (count != 3) return 2;
    app::Config config;
    config.data = words[1];
    app::Program program{config, app::Program::Schema::must_be_current};
    auto& services = program.services();
    auto const place = people::partnerships(*program.data().read(db::Scope::of_hall())).front();
    auto const here = place.id;
    auto const now = services.clock.now();
    auto const today = base::local_date(now);
    auto const coordinator = people::with_role(*services.data.read(db::Scope::of(here.value())), R::coordinator).front();
    for (int made = 0; made < std::stoi(words[2]); made += in_one) make_group(program, here, coordinator, made / in_one);
    auto const parent = base::new_id<people::Person>(services.random);
    auto const request = base::new_id<help_request::HelpRequest>(services.random);
    program.keys().create(parent);
    program.data().write(db::Scope::of(here.value()), [&](db::Write& tx) {
        for (int code = 1000; code < 9999; ++code) tx.run("insert into postcodes (postcode, latitude, longitude) values (:code, :north, :east) on conflict do nothing", code, 51'000'000 + code * 200, 4'000'000 + code % 100 * 20'000);
        help_request::add(tx, program.keys(), request, parent, help_request::Kind::buddy, {{"Petra", "", "0612345678"}, {help_request::Situation::at_home}, "", {help_request::Way::call}, "Nederlands", "", 4201, recruitment::Channel::poster}, text::Language::nl, "", now);
        help_request::clarify(tx, program.keys(), *help_request::find(tx, request), {{help_request::Situation::at_home}, help_request::Experience::none, "Een korte tekst voor de buddy."}, now);
        help_request::approve_text(tx, request, now);
    });
    double best = 1e9;
    std::size_t ranked = 0, allowed = 0;
    for (int round = 0; round < 10; ++round) {
        auto const begun = std::chrono::steady_clock::now();
        auto const door = services.data.read(db::Scope::of(here.value()));
        auto const all = matching::rank(matching::world_of(*door, request, place.vog_required, today), 0, matching::yardstick(*door, today));
        best = std::min(best, std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count());
        ranked = all.size();
        allowed = static_cast<std::size_t>(std::count_if(all.begin(), all.end(), [](auto const& one) { return one.fit.allowed(); }));
    }
    std::printf("{\"one_request_among\":%zu,\"allowed\":%zu,\"from\":\"database\",\"ms\":%.2f}\n", ranked, allowed, best * 1000);
}
