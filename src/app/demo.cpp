#include "app/demo.h"

#include "app/demo_copies.h"
#include "app/demo_maker.h"
#include "people/store_people.h"

namespace app {

std::vector<DemonstrationAccount> const& demonstration_accounts() {
    static std::vector<DemonstrationAccount> const all{
        {"coordinator@naast.example", "coördinator"},
        {"safety@naast.example", "aandachtsfunctionaris"},
        {"trainer@naast.example", "trainer"},
        {"outreach@naast.example", "ambulant begeleider"},
        {"expert@naast.example", "expert"},
        {"director@naast.example", "directeur-bestuurder"},
        {"researcher@naast.example", "onderzoeker"},
        {"administrator@naast.example", "beheerder"},
        {"candidate@naast.example", "kandidaat, wacht op gesprek"},
        {"buddy@naast.example", "buddy met een ouder"},
        {"parent@naast.example", "ouder met een buddy"},
        {"buddy2@naast.example", "buddy van een ander gezin"},
        {"parent2@naast.example", "ouder van een ander gezin"},
        {"buddy3@naast.example", "buddy, getraind en vrij"},
        {"parent3@naast.example", "ouder die wacht"},
        {"school@naast.example", "intern begeleider van een school"},
        {"schoolleader@naast.example", "schoolleider"},
    };
    return all;
}

void make_demonstration(Config const& config, std::uint64_t seed, std::ostream& out, std::int64_t people) {
    base::FixedClock clock{base::SystemClock{}.now()};
    base::SeededRandom random{seed};
    Program program{config, Program::Schema::migrate, {.clock = &clock, .random = &random, .sender = {}, .database = {}}};
    if (!people::partnerships(*program.data().read(db::Scope::of_hall())).empty()) throw Wrong{"this folder holds an installation already; demonstration data goes into an empty one"};
    program.data().write(db::Scope::of_hall(), [](db::Write& tx) { tx.run("insert into facts (name, value) values ('demonstration', 'yes')"); });
    auto const now = clock.now();
    Maker make{program, clock};
    make_today(make, now);
    make_pilot(make);
    if (people > 0) make_copies(program, "waterrijk", people);
    out << "De demonstratie is gemaakt in " << config.data << "\n";
}

} // namespace app
