#include "app/demo_outreach.h"

#include "people/store_schools.h"
#include "recruitment/store_campaigns.h"
#include "recruitment/store_hours.h"
#include "recruitment/store_mailing.h"

namespace app {
namespace {

using recruitment::CampaignKind;
using recruitment::Means;
using recruitment::Task;
using recruitment::Whose;
using visit::Action;

base::Date day(int year, unsigned month, unsigned day) { return base::Date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}}; }

/// The coordinator at work.
struct Desk {
    Maker& make;
    visit::Viewer viewer;
    Desk(Maker& make, visit::PersonId const& coordinator) : make{make}, viewer{make.here(), coordinator, {visit::Role::anyone, visit::Role::coordinator}, true} {}
    reception::Services& services() { return make.services(); }
    base::Moment now() { return make.services().clock.now(); }

    void campaign(CampaignKind kind, std::string const& name, int target, base::Date begins, base::Date closes, std::string const& fallback) {
        auto plan = recruitment::campaign({kind, name, target, begins, closes, fallback});
        base::require(static_cast<bool>(plan), "a campaign of the demonstration is refused");
        make.write([&](db::Write& tx) { recruitment::add_campaign(tx, *visit::Policy::grant<Action::keep_campaigns>(viewer), base::new_id<recruitment::Campaign>(services().random), *plan, now()); });
    }
    void own_channel(std::string const& name) {
        auto channel = recruitment::own_channel({name, ""}, {});
        make.write([&](db::Write& tx) { recruitment::add_own_channel(tx, *visit::Policy::grant<Action::keep_campaigns>(viewer), base::new_id<recruitment::OwnChannel>(services().random), *channel, now()); });
    }
    recruitment::ProfessionalRow professional(std::string const& name, std::string const& mail, Task task, std::size_t school = 999) {
        auto known = recruitment::professional({{name, mail, ""}, task});
        base::require(static_cast<bool>(known), "a professional of the demonstration is refused");
        auto const id = base::new_id<recruitment::Professional>(services().random);
        auto const person = base::new_id<people::Person>(services().random);
        services().keys.create(person);
        auto const granted = visit::Policy::grant<Action::keep_network>(viewer);
        std::optional<recruitment::ProfessionalRow> made;
        make.write([&](db::Write& tx) {
            auto const schools = people::schools(tx);
            recruitment::add_professional(tx, services().keys, *granted, id, person, *known, school < schools.size() ? std::optional{schools[school].id} : std::nullopt, now());
            made = recruitment::find_professional(tx, *granted, id);
        });
        return *made;
    }
    void approach(recruitment::ProfessionalRow const& who, Means means, std::string const& words, std::string const& next = {}, std::optional<base::Date> next_on = {}) {
        make.write([&](db::Write& tx) { recruitment::add_approach(tx, services().keys, *visit::Policy::grant<Action::keep_network>(viewer), base::new_id<recruitment::Approach>(services().random), who, {base::local_date(now()), means, words, next, next_on}, {}, now()); });
    }
    void mailing(recruitment::Template made_of, std::string const& words, std::vector<recruitment::ProfessionalRow> const& to) {
        auto const id = base::new_id<recruitment::Mailing>(services().random);
        make.write([&](db::Write& tx) {
            recruitment::add_mailing(tx, services().keys, *visit::Policy::grant<Action::keep_network>(viewer), services().random, id, made_of, {}, words, to, now());
            for (auto const& each : to) recruitment::note_sent(tx, id, each.person, now());
        });
    }
    void hours(base::Date on, int minutes, Whose whose, std::string const& words) {
        make.write([&](db::Write& tx) { recruitment::add_hours(tx, services().keys, *visit::Policy::grant<Action::keep_hours>(viewer), base::new_id<recruitment::Hours>(services().random), {on, std::chrono::minutes{minutes}, whose, words}, now()); });
    }
};

constexpr char const* letter = "Beste collega,\n\nIn onze regio staan ouders naast ouders. Welke ouder kent u die een ander zou kunnen bijstaan?\n\nVragen? Bel mij gerust.\n\nMarleen de Wit";

} // namespace

void make_pilot_campaigns(Maker& make, visit::PersonId const& coordinator) {
    Desk desk{make, coordinator};
    desk.campaign(CampaignKind::buddies, "Eerste groep buddy’s", 8, day(2022, 9, 1), day(2022, 12, 1), "De directeur benadert zelf de schoolleiders.");
    desk.campaign(CampaignKind::parents, "Vraagouders 2023", 4, day(2023, 3, 1), day(2023, 12, 31), "Een koffieochtend op een tweede school, met buddy’s erbij.");
}

void make_pilot_outreach(Maker& make, visit::PersonId const& coordinator) {
    Desk desk{make, coordinator};
    auto on = [](int year, unsigned month, unsigned d) { return base::moment_of({day(year, month, d), std::chrono::hours{11}}); };
    make.at(on(2022, 9, 5));
    auto team = desk.professional("Ambulant begeleiders, hele team", "begeleiders@rivier.example", Task::outreach_worker);
    auto leader = desk.professional("Henk Brouwer", "henk.brouwer@rivier.example", Task::school_leader, 3);
    desk.mailing(recruitment::Template::outreach_workers, letter, {team});
    make.at(on(2022, 9, 12));
    desk.approach(team, Means::team_meeting, "Verteld wat een buddy doet. Zij bellen eerst zelf.");
    make.at(on(2022, 10, 31));
    desk.approach(leader, Means::phone, "Wil het in de nieuwsbrief zetten en vraagt iemand.");
    for (auto const& [d, minutes, what] : std::initializer_list<std::tuple<base::Date, int, char const*>>{{day(2022, 9, 12), 120, "werving"}, {day(2022, 10, 12), 240, "kennismakingsgesprekken"}, {day(2022, 11, 15), 210, "informatieavond"}, {day(2023, 1, 18), 300, "training"}, {day(2023, 2, 8), 300, "training"}, {day(2023, 6, 12), 90, "koppelen"}, {day(2023, 9, 14), 150, "koffieochtend"}}) {
        make.at(base::moment_of({d, std::chrono::hours{17}}));
        desk.hours(d, minutes, Whose::coordinator, what);
    }
    desk.hours(day(2023, 9, 14), 120, Whose::school_contact, "koffieochtend");
}

void make_outreach_today(Maker& make, base::Moment now, visit::PersonId const& coordinator) {
    Desk desk{make, coordinator};
    auto const today = base::local_date(now);
    auto ago = [&](int days) { return base::later(today, -days); };
    make.at(now, 61);
    desk.own_channel("Bibliotheek Waterdorp");
    desk.campaign(CampaignKind::parents, "Koffieochtenden", 15, ago(60), ago(2), "Vraag buddy’s om zelf op hun school te vertellen.");
    make.at(now, 30);
    desk.campaign(CampaignKind::buddies, "Najaar", 8, ago(30), ago(-35), "De directeur belt zelf de schoolleiders.");
    make.at(now, 28);
    auto mirte = desk.professional("Mirte Kolff", "mirte.kolff@voorbeeld.example", Task::outreach_worker);
    auto joke = desk.professional("Joke van Houten", "joke.vanhouten@voorbeeld.example", Task::school_contact, 0);
    auto peer = desk.professional("Peer Hendriks", "", Task::school_leader, 1);
    desk.mailing(recruitment::Template::outreach_workers, letter, {mirte});
    make.at(now, 21);
    desk.approach(joke, Means::talk, "Er hangt nu een poster in de hal.", "Vragen of ouders reageren", today);
    make.at(now, 12);
    desk.approach(peer, Means::phone, "Zet een bericht in de nieuwsbrief.", "Een koffieochtend afspreken", ago(-9));
    for (auto const& [days, minutes, what] : std::initializer_list<std::tuple<int, int, char const*>>{{75, 120, "werving"}, {48, 90, "schoolbezoek"}, {26, 150, "kennismakingsgesprekken"}, {5, 300, "training"}}) {
        make.at(now, days, 17);
        desk.hours(ago(days), minutes, Whose::coordinator, what);
    }
    make.at(now, 12, 17);
    desk.hours(ago(12), 45, Whose::school_contact, "koffieochtend");
}

} // namespace app
