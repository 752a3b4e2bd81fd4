#include "app/demo_training.h"

#include "training/store_catch_up.h"
#include "training/store_days.h"
#include "training/store_evening_key.h"
#include "training/store_pack.h"
#include "training/store_preparation.h"
#include "training/store_review.h"

namespace app {

void make_training_ahead(Maker& make, base::Moment now, TrainingAhead const& its, visit::PersonId const& coordinator, visit::PersonId const& trainer, visit::PersonId const& observer) {
    auto& services = make.services();
    auto day = [&](int ahead, int hour) { return base::moment_of({base::later(base::local_date(now), ahead), std::chrono::hours{hour}}); };
    make.at(now, 6);
    auto const winter = base::new_id<training::Edition>(services.random);
    make.write([&](db::Write& tx) {
        training::add_undated_edition(tx, winter, "Winter", "Bibliotheek Wiel", coordinator, make.now());
        training::add_day_options(tx, winter, {day(40, 19), day(42, 19), day(47, 19), day(54, 19)});
        training::add_to_edition(tx, winter, trainer, "trainer", make.now());
        training::add_to_edition(tx, winter, its.invited, "participant", make.now());
        int number = 0;
        for (auto answer : {training::DayAnswer::yes, training::DayAnswer::no, training::DayAnswer::if_need_be, training::DayAnswer::yes}) training::say_day(tx, winter, ++number, its.invited, answer);
    });
    auto const past = training::evenings_of(*services.data.read(db::Scope::of(make.here().value())), its.past);
    auto const going = training::evenings_of(*services.data.read(db::Scope::of(make.here().value())), its.going);
    for (auto const& evening : {past[1].id, going[0].id, going[1].id}) training::make_evening_key(services.keys, evening);
    auto const address = base::new_id<training::PackAddress>(services.random);
    training::make_address_key(services.keys, address);
    make.at(now, 8);
    make.write([&](db::Write& tx) {
        training::keep_slides(tx, past[1].id, "https://voorbeeld.example/avond-2");
        training::add_catch_up(tx, base::new_id<training::CatchUp>(services.random), past[1].id, {training::CatchUpKind::together, day(-2, 20), 60, "https://praten.voorbeeld.example/inhalen"}, {its.missed}, trainer, make.now());
        training::keep_pack(tx, its.going, "Een kaart om je te bedanken\nDe rolkaart en de huisregels\nEen boek over samenwerken met school\nIets lekkers", make.now());
        training::ask_addresses(tx, its.going, make.now());
        training::give_address(tx, services.keys, address, its.going, its.in_training, {"Joost Peters", "Dijkstraat 14", "4203 AB", "Wiel"}, make.now());
        training::hand_in(tx, services.keys, going[0].id, its.in_training, {{"spreekt-aan", "Dat ik niets hoef op te lossen. Luisteren is al veel."}, {"als-buddy", "Ik kan vertellen hoe ik me voorbereidde op een gesprek."}}, make.now());
        training::appoint_observer(tx, going[1].id, observer, coordinator, make.now());
    });
    make.at(now, 4);
    make.write([&](db::Write& tx) {
        training::keep_review(tx, services.keys, going[0].id, trainer, training::Guide::evaluation, {"Iedereen weet nu wat een buddy wel en niet doet.", "De kaarten werkten goed. Het deel over school mag korter.", "Wie stil was, kwam los bij de kaarten.", "", "De ruimte was koud.", ""}, true, make.now());
        training::add_improvement(tx, base::new_id<training::ImprovementRecord>(services.random), going[0].id, {"kaarten", "Gesprekskaarten", "Tien minuten langer, en met twee kaarten beginnen."}, trainer, make.now());
    });
}

} // namespace app
