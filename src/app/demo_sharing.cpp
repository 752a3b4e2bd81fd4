#include "app/demo_sharing.h"

#include "people/store_schools.h"
#include "platform/base/require.h"
#include "sharing/store_disclosure.h"
#include "sharing/store_talk.h"

#include <algorithm>

namespace app {
namespace {
using visit::Action;
}

void make_sharing(Maker& make, base::Moment now, visit::PersonId const& parent, visit::PersonId const& buddy) {
    auto& services = make.services();
    make.at(now, 100);
    auto const supervisor = make.person("Renate Bos", "school@naast.example", "0300 55 02 11", {visit::Role::school_contact});
    make.person("Dirk Postma", "schoolleader@naast.example", "0300 55 02 12", {visit::Role::school_leader});
    std::optional<people::SchoolId> school;
    make.write([&](db::Write& tx) { school = people::schools(tx).front().id; });
    make.contact_at(*school, people::Position::supervisor, "Renate Bos", "school@naast.example", "");
    make.contact_at(*school, people::Position::school_leader, "Dirk Postma", "schoolleader@naast.example", "");

    visit::Viewer viewer{make.here(), parent, {visit::Role::anyone, visit::Role::asking_parent}};
    viewer.fresh = true;
    auto const today = base::local_date(now);
    auto share = [&](int days_ago, sharing::Kind kind, char const* words, char const* purpose) {
        make.at(now, days_ago);
        auto const granted = visit::Policy::grant<Action::share>(viewer, parent, {visit::Tie::own});
        auto const given = sharing::disclose({kind, words, supervisor.value(), purpose, base::later(today, 12)}, base::local_date(make.now()));
        base::require(static_cast<bool>(given), "something shared in the demonstration is refused");
        auto const id = base::new_id<sharing::Disclosure>(services.random);
        make.write([&](db::Write& tx) {
            auto const at = sharing::recipients_at(tx, *school);
            auto const to = std::find_if(at.begin(), at.end(), [&](auto const& each) { return each.person == supervisor; });
            base::require(to != at.end(), "the demonstration shares with nobody");
            sharing::add(tx, services.keys, *granted, id, *to, *given, make.now());
        });
        return id;
    };
    auto const back = share(5, sharing::Kind::buddy, "", "zodat u weet wie er meekomt");
    make.at(now, 3);
    make.write([&](db::Write& tx) { sharing::take_back(tx, *visit::Policy::grant<Action::keep_shared>(viewer, parent, {visit::Tie::own}), back, make.now()); });
    share(2, sharing::Kind::words, "Ik wil het in het gesprek graag over rekenen en over de pauzes hebben. Mijn buddy komt mee; ik voer zelf het woord.", "om het gesprek voor te bereiden");

    make.at(now, 1, 11);
    make.write([&](db::Write& tx) {
        auto const near = sharing::recipients_near(tx, parent, visit::Independence::inside);
        auto const to = std::find_if(near.begin(), near.end(), [](auto const& each) { return each.as == sharing::As::coordinator; });
        base::require(to != near.end(), "the demonstration has no coordinator to share with");
        auto const given = sharing::disclose({sharing::Kind::appointment, "Volgende week dinsdag heb ik het gesprek op school. Daarna bel ik u.", to->person.value(), "zodat u weet hoe het loopt", base::later(today, 20)}, base::local_date(make.now()));
        base::require(static_cast<bool>(given), "something shared in the demonstration is refused");
        sharing::add(tx, services.keys, *visit::Policy::grant<Action::share>(viewer, parent, {visit::Tie::own}), base::new_id<sharing::Disclosure>(services.random), *to, *given, make.now());
    });

    make.at(now, 4);
    auto const prepares = visit::Policy::grant<Action::prepare_school_talk>(viewer, parent, {visit::Tie::own});
    auto const talk = base::new_id<sharing::Talk>(services.random);
    make.write([&](db::Write& tx) {
        sharing::add(tx, services.keys, *prepares, talk, {"Volgende week dinsdag, half vier, met de leerkracht en de intern begeleider.", "Weten wat school wil doen, en wanneer.", "Thuis is er minder ruzie om het rekenwerk.\nDe pauzes zijn nog lastig.", "Wie kijkt mee in de pauze?\nWanneer praten we verder?", "Ik begin. Mijn buddy zegt het als ik iets vergeet.", "Hoe het met mijn werk gaat."}, make.now());
        base::require(sharing::ask_along(tx, *prepares, talk, make.now()), "the demonstration asks nobody along");
    });
    make.at(now, 3, 20);
    visit::Viewer const beside{make.here(), buddy, {visit::Role::anyone, visit::Role::buddy}};
    make.write([&](db::Write& tx) {
        sharing::reply(tx, *visit::Policy::grant<Action::join_school_talk>(beside, talk, {visit::Tie::live_match}), sharing::Reply::goes);
        auto const errand = sharing::errand({"de leerkracht van groep zes", "Wil je vragen of het gesprek een kwartier later kan beginnen?", base::later(today, 6)}, base::local_date(make.now()));
        sharing::add_errand(tx, services.keys, *prepares, base::new_id<sharing::Errand>(services.random), *errand, make.now());
    });
}

} // namespace app
