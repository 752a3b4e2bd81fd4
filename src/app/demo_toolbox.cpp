// The toolbox of the demonstration: the coordinator changed two texts; one is published, the other waits for what readers say.
#include "app/demo_maker.h"
#include "toolbox/marks.h"
#include "toolbox/store_version.h"

namespace app {

void make_materials(Maker& make, base::Moment now, visit::PersonId const& coordinator) {
    using toolbox::Material;
    using toolbox::Reader;
    using toolbox::Tongue;
    auto& random = make.services().random;
    visit::Viewer viewer{make.here(), coordinator, {visit::Role::anyone, visit::Role::coordinator}, true};
    auto const granted = visit::Policy::grant<visit::Action::keep_materials>(viewer);
    auto text = [&](toolbox::Sheet const& sheet, std::string const& more, base::Moment when) {
        auto id = base::new_id<toolbox::Version>(random);
        auto checked = toolbox::check(std::string{toolbox::standard_text(sheet)} + more);
        make.write([&](db::Write& tx) { toolbox::add(tx, *granted, id, sheet, *checked, when); });
        return id;
    };
    auto day = [&](int days_ago, int hour) { return base::moment_of({base::later(base::local_date(now), -days_ago), std::chrono::hours{hour}}); };
    toolbox::Sheet const levels{Material::support_levels, Tongue::nl}, leaflet{Material::leaflet, Tongue::nl};
    auto own = text(levels, "\nMeer lezen? Op onze site staat het plan van Waterrijk. Vragen? Loop gerust binnen op woensdagochtend.\n", day(40, 10));
    make.write([&](db::Write& tx) { toolbox::publish(tx, *granted, base::random_text(random, 16), levels, own, day(39, 16)); });
    auto draft = text(leaflet, "\nBuddy’s in Waterrijk spreken ook Turks, Arabisch en Pools.\n", day(12, 9));
    make.write([&](db::Write& tx) {
        toolbox::add_asking(tx, *granted, base::random_text(random, 16), draft, day(12, 9), day(-16, 9));
        toolbox::add_comment(tx, base::random_text(random, 16), draft, {Reader::council, "Mooi kort. Zet erbij dat het niets kost, en doe dat bovenaan."}, day(8, 20));
        toolbox::add_comment(tx, base::random_text(random, 16), draft, {Reader::panel, "Het woord ‘coördinator’ is moeilijk. Kan er een naam bij staan?"}, day(5, 21));
    });
}

} // namespace app
