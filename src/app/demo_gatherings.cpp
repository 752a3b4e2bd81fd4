#include "app/demo_gatherings.h"

#include "recruitment/store_registrations.h"

namespace app {
namespace {

using recruitment::GatheringId;
using recruitment::GatheringKind;
using recruitment::RegistrationId;

struct Plan {
    GatheringKind kind;
    char const* title;
    base::Moment begins;
    char const* minutes;
    char const* place;
    char const* words;
    char const* capacity;
};

GatheringId gathering(Maker& make, visit::PersonId const& by, Plan const& plan) {
    auto const begins = base::local(plan.begins);
    auto const id = base::new_id<recruitment::Gathering>(make.services().random);
    auto planned = recruitment::plan_gathering({plan.kind, plan.title, begins.date, begins.time, plan.minutes, plan.place, "", plan.words, plan.capacity, {}, false}, make.services().clock.now());
    base::require(static_cast<bool>(planned), "a gathering of the demonstration is refused");
    make.write([&](db::Write& tx) { recruitment::add_gathering(tx, id, *planned, by, make.services().clock.now()); });
    return id;
}

RegistrationId registers(Maker& make, GatheringId const& gathering, char const* name, char const* mail, char const* phone, char const* persons) {
    auto& services = make.services();
    auto const id = base::new_id<recruitment::Registration>(services.random);
    auto const person = base::new_id<people::Person>(services.random);
    auto accepted = recruitment::register_for({{name, mail, phone}, persons, true});
    base::require(static_cast<bool>(accepted), "a registration of the demonstration is refused");
    services.keys.create(person);
    make.write([&](db::Write& tx) {
        auto const placed = recruitment::has_place(recruitment::find_gathering(tx, gathering)->capacity, recruitment::seats(tx, gathering), accepted->persons);
        recruitment::add_registration(tx, services.keys, id, gathering, person, *accepted, text::Language::nl, placed, services.clock.now());
    });
    return id;
}

} // namespace

void make_gatherings_of_today(Maker& make, base::Moment now, visit::PersonId const& coordinator) {
    auto day = [&](int days_ago, int hour, int minute = 0) { return base::moment_of({base::later(base::local_date(now), -days_ago), std::chrono::hours{hour} + std::chrono::minutes{minute}}); };
    make.at(now, 30);
    auto workshop = gathering(make, coordinator, {GatheringKind::evening, "Wat kan een buddy voor u doen?", day(20, 19, 30), "120", "Bibliotheek Wiel", "Twee buddy’s vertellen hoe het is om naast een andere ouder te staan.\nDaarna is er koffie en tijd voor vragen.", "25"});
    auto uncounted = gathering(make, coordinator, {GatheringKind::coffee_morning, "Koffie met buddy’s", day(6, 9), "90", "De Waterlelie, Waterdorp", "Na het wegbrengen van de kinderen. Er is koffie en thee.", ""});
    auto coffee = gathering(make, coordinator, {GatheringKind::coffee_morning, "Koffieochtend Oosterwiel", day(-5, 9), "90", "", "Kom binnenlopen en hoor van andere ouders hoe zij het doen.", "2"});
    auto evening = gathering(make, coordinator, {GatheringKind::evening, "Informatieavond met workshop", day(-16, 19, 30), "120", "Wijkcentrum De Brug", "Eerst hoort u wat een buddy doet, en wat niet.\nDaarna oefenen we in kleine groepen een gesprek met school.\nU hoeft nog niets te kiezen.", "6"});
    make.at(now, 28);
    auto first = registers(make, workshop, "Naima Chaouch", "naima@voorbeeld.example", "", "2");
    registers(make, workshop, "Gerrit Bos", "gerrit@voorbeeld.example", "", "1");
    make.at(now, 20, 22);
    make.write([&](db::Write& tx) {
        recruitment::note_attended(tx, workshop, 17, coordinator, make.services().clock.now());
        recruitment::note_came(tx, workshop, {first.value()});
        recruitment::put_material(tx, workshop, {"https://waterrijk.example/dias-informatieavond.pdf", ""}, coordinator, make.services().clock.now());
    });
    make.at(now, 12);
    registers(make, uncounted, "Hennie Stam", "hennie@voorbeeld.example", "", "1");
    registers(make, uncounted, "Dilan Korkmaz", "dilan@voorbeeld.example", "", "3");
    make.at(now, 4);
    auto leaves = registers(make, coffee, "Petra Loos", "petra@voorbeeld.example", "", "2");
    make.at(now, 3);
    registers(make, coffee, "Truus de Boer", "", "06 55 33 22 11", "1");
    // a place came free for someone without a mail address
    make.at(now, 1);
    make.write([&](db::Write& tx) {
        recruitment::cancel_registration(tx, leaves, make.services().clock.now());
        recruitment::fill_places(tx, *recruitment::find_gathering(tx, coffee), make.services().clock.now());
    });
    int hour = 8;
    for (auto const& [name, mail, phone, persons] : std::initializer_list<std::tuple<char const*, char const*, char const*, char const*>>{{"Amina Yusuf", "amina@voorbeeld.example", "06 55 44 11 22", "2"}, {"Jeroen Maas", "jeroen@voorbeeld.example", "", "1"}, {"Wilma Prins", "wilma@voorbeeld.example", "", "2"}, {"Kees Tol", "", "06 55 44 33 22", "1"}, {"Zeynep Demir", "zeynep@voorbeeld.example", "", "1"}, {"Marjan Blom", "marjan@voorbeeld.example", "", "2"}}) {
        make.at(now, 2, hour++);
        registers(make, evening, name, mail, phone, persons);
    }
}

void make_gatherings_of_pilot(Maker& make, visit::PersonId const& coordinator) {
    auto on = [](int year, unsigned month, unsigned day, int hour) { return base::moment_of({base::Date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}}, std::chrono::hours{hour}}); };
    struct Past {
        Plan plan;
        int came;
        char const* slides;
    };
    for (auto const& past : {Past{{GatheringKind::evening, "Workshop op de informatieavond", on(2022, 11, 15, 20), "60", "Dorpshuis Veenrode", "Een workshop over buddy’s, voor ouders.", ""}, 6, "https://rivierbuurt.example/dias-workshop.pdf"}, Past{{GatheringKind::coffee_morning, "Koffieochtend", on(2023, 5, 11, 9), "90", "Dorpshuis Lingebrug", "Koffie met buddy’s.", ""}, 15, ""}}) {
        make.at(past.plan.begins - std::chrono::hours{24 * 21});
        auto id = gathering(make, coordinator, past.plan);
        make.at(past.plan.begins + std::chrono::hours{3});
        make.write([&](db::Write& tx) {
            recruitment::note_attended(tx, id, past.came, coordinator, make.services().clock.now());
            if (*past.slides) recruitment::put_material(tx, id, {past.slides, ""}, coordinator, make.services().clock.now());
        });
    }
}

} // namespace app
