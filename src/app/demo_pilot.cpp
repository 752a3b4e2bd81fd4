// The first pilot, September 2022 to December 2023, in figures; every person, school and village is invented. Report L192–263, 541–567, 1343–1412, 2177–2260.
// Ways of the third and fourth match, and which match shared a school, are our assumption.
#include "app/demo_gatherings.h"
#include "app/demo_maker.h"
#include "app/demo_outreach.h"
#include "people/store_schools.h"

namespace app {
namespace {

using C = recruitment::Channel;
using P = training::Presence;
using S = help_request::Situation;
using W = trajectory::Way;

base::Moment on(int year, unsigned month, unsigned day, int hour = 10, int minute = 0) {
    return base::moment_of({base::Date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}}, std::chrono::hours{hour} + std::chrono::minutes{minute}});
}

std::vector<people::SchoolId> ninety_two_schools(Maker& make) {
    std::vector<people::SchoolId> all;
    static constexpr std::array names{"De Wilgen", "Het Baken", "De Horizon", "De Zaaier", "Het Anker", "De Vlieger", "De Springplank", "Het Mozaïek", "De Kiem", "De Ark", "Het Kompas", "De Boog", "De Rietpluim", "Het Palet", "De Tandem"};
    static constexpr std::array villages{"Veenrode", "Lingebrug", "Waalhuizen", "Giessendrecht", "Merwezicht", "Alblasser"};
    for (int number = 0; number < 92; ++number) {
        auto const village = static_cast<std::size_t>(number) % villages.size();
        auto const* kind = number < 87 ? "bo" : number < 90 ? "sbo"
                                                            : "so";
        auto name = std::string{kind == std::string_view{"bo"} ? "" : kind == std::string_view{"sbo"} ? "SBO "
                                                                                                      : "SO "} +
                    names[static_cast<std::size_t>(number) % names.size()] + (number < 15 ? "" : " " + std::string{villages[village]});
        all.push_back(make.school(name, villages[village], kind, 4900 + number, 60 + (number * 37) % 340));
    }
    return all;
}

/// Weekly messages for six weeks, later every three, after a first talk of nearly two hours.
void contacts(Maker& make, matching::MatchId const& match, visit::PersonId const& buddy, base::Moment first, base::Moment until) {
    make.at(first);
    make.contact(match, buddy, W::meeting, 110);
    int passed = 0;
    for (auto day = base::later(base::local_date(first), 7);; day = base::later(day, passed < 6 ? 7 : 21)) {
        auto const moment = base::moment_of({day, std::chrono::hours{20}});
        if (moment >= until) return;
        make.at(moment);
        make.contact(match, buddy, W::message, 5);
        ++passed;
    }
}

} // namespace

void make_pilot(Maker& make) {
    make.at(on(2022, 9, 1));
    make.partnership({visit::PartnershipId{base::new_id<people::Partnership>(make.services().random)}, "rivierbuurt", "Samenwerkingsverband Rivierbuurt", "Ouder- en jeugdsteunpunt Rivierbuurt", "0300 55 07 00", "steunpunt@rivierbuurt.example", "Marleen de Wit", "06 55 01 01 01", "Joris Haverkamp", "06 55 01 02 02", false, false,
                      "Voorbeeldhosting, Utrecht", 2, on(2023, 12, 20, 12)});
    auto const schools = ninety_two_schools(make);
    auto coordinator = make.person("Marleen de Wit", "coordinator@naast.example", "06 55 01 01 01", {visit::Role::coordinator});
    auto trainer = make.person("Hedwig Zomer", "", "06 55 07 03 03", {visit::Role::trainer});
    make.person("Wouter Terpstra", "director@naast.example", "", {visit::Role::director});
    make_pilot_campaigns(make, coordinator);
    make_pilot_outreach(make, coordinator);

    make_gatherings_of_pilot(make, coordinator);

    // ten sign-ups: seven through outreach workers, one through a school leader, two through the workshop of November
    struct Signed {
        char const* name;
        char const* mail;
        C channel;
        base::Moment when;
        bool withdrew;
        std::array<std::optional<P>, 2> presence;
    };
    std::array<std::optional<P>, 2> const both{P::present, P::present}, online{P::present, P::caught_up_online}, slides{P::present, P::absent}, none{};
    Signed const signed_up[] = {
        {"Geertje Kuipers", "geertje@rivier.example", C::outreach, on(2022, 9, 20), false, both},
        {"Anton Kuipers", "anton@rivier.example", C::outreach, on(2022, 9, 20), false, both}, // a couple, one unit
        {"Soraya Haddou", "soraya@rivier.example", C::outreach, on(2022, 9, 28), false, both},
        {"Mirjam Slot", "mirjam@rivier.example", C::outreach, on(2022, 10, 5), false, online},
        {"Leon Baas", "leon@rivier.example", C::outreach, on(2022, 10, 11), false, online},
        {"Ewa Nowicka", "ewa@rivier.example", C::outreach, on(2022, 10, 18), true, none},
        {"Dineke Vos", "dineke@rivier.example", C::outreach, on(2022, 10, 25), false, both},
        {"Ruben Postma", "ruben@rivier.example", C::school_leader, on(2022, 11, 3), true, none},
        {"Jolanda Mulder", "jolanda@rivier.example", C::evening, on(2022, 11, 16), false, online},
        {"Kim Terlouw", "kim@rivier.example", C::evening, on(2022, 11, 16), false, slides},
    };
    std::vector<visit::PersonId> trained;
    make.at(on(2022, 11, 28));
    auto edition = make.edition(coordinator, trainer, "Eerste groep", on(2023, 1, 18, 19), on(2023, 2, 8, 19));
    for (auto const& each : signed_up) {
        make.at(each.when);
        auto candidate = make.sign_up(each.name, each.mail, each.channel, "", true);
        auto const talk = each.when + std::chrono::hours{24 * 14};
        auto interview = make.interview(candidate, coordinator, talk);
        make.at(talk + std::chrono::hours{1});
        make.outcome(interview, coordinator, intake::Advice::may_go_on, "We denken allebei dat dit past.", {}, true);
        make.answer(candidate.person, intake::Answer::agrees, "");
        if (each.withdrew) {
            make.at(on(2022, 12, 12));
            make.withdraw(candidate, recruitment::WithdrawReason::private_circumstances);
            continue;
        }
        make.at(on(2022, 12, 5));
        make.joins(edition, candidate.person);
        make.at(on(2023, 1, 20));
        make.assesses(candidate.person, competence::Moment::evening_1, 4 + static_cast<int>(trained.size()) % 3);
        make.at(on(2023, 2, 10));
        make.assesses(candidate.person, competence::Moment::evening_2, 5 + static_cast<int>(trained.size()) % 3);
        make.at(on(2023, 2, 20));
        make.attends(edition, candidate.person, coordinator, each.presence);
        make.at(on(2023, 2, 27));
        make.goes_on(candidate.person, coordinator);
        if (each.presence == slides) make.write([&](db::Write& tx) { training::exempt(tx, make.services().keys, candidate.person, "Kreeg de dia’s en het aanbod van een eigen afspraak."); });
        trained.push_back(candidate.person);
    }
    make.at(on(2023, 3, 1));
    make.couple(trained[0], trained[1], coordinator);
    // all eight wished to go on; later two stopped, for time and for personal reasons
    make.at(on(2023, 3, 6));
    for (std::size_t i = 0; i < trained.size(); ++i) {
        make.ready(trained[i], coordinator);
        make.offer(trained[i], {i % 2 ? S::talk_at_school : S::assessment, S::extra_support}, 4900 + static_cast<int>(i), "Veenrode");
    }

    // A: through the school's internal supervisor, who sat in briefly; then a room of their own
    auto ask = [&](char const* name, char const* mail, S situation, C channel, char const* words) {
        return make.request(name, mail, {{situation}, words, 4903, channel}, Maker::Talk::approved, "Een ouder zoekt iemand die dit ook heeft meegemaakt en wil er rustig over praten.");
    };
    make.at(on(2023, 6, 5));
    auto a = ask("Ilona", "ilona@rivier.example", S::assessment, C::school_contact, "School stelt een onderzoek voor. Ik weet niet wat ik daarvan moet denken.");
    make.at(on(2023, 6, 12));
    auto match_a = make.match(a, trained[2], coordinator);
    make.meeting(match_a, a.person, on(2023, 6, 20, 13, 30), trajectory::MeetingPlace::school, trajectory::Introducer::school_contact);
    contacts(make, match_a, trained[2], on(2023, 6, 20, 16), on(2023, 11, 20));
    // B: the parent asked herself, met at the coffee morning; the first talk at her home
    make.at(on(2023, 8, 28));
    auto b = ask("Nadia", "nadia@rivier.example", S::extra_support, C::coffee_morning, "Ik wil graag weten hoe een ander dit deed.");
    make.at(on(2023, 8, 30));
    auto match_b = make.match(b, trained[3], coordinator);
    make.meeting(match_b, b.person, on(2023, 9, 5, 20), trajectory::MeetingPlace::home, trajectory::Introducer::nobody, true);
    contacts(make, match_b, trained[3], on(2023, 9, 5, 22), on(2023, 11, 25));
    make.at(on(2023, 10, 2));
    make.stops(trained[5]);
    make.stops(trained[6]);
    make.at(on(2023, 10, 23));
    auto third = ask("Petra", "petra@rivier.example", S::at_home, C::outreach, "Mijn kind gaat al even niet naar school.");
    make.at(on(2023, 10, 27));
    auto match_third = make.match(third, trained[7], coordinator);
    contacts(make, match_third, trained[7], on(2023, 11, 1, 21), on(2023, 12, 20));
    // A and B were looked back on
    make.at(on(2023, 11, 28));
    make.close(match_a, coordinator, "goal_reached");
    make.look_back(a.person, {{"Ze luisterde en liet mij zelf kiezen.", "", "Ga zo door."}, {true, false, true}}, true);
    make.at(on(2023, 11, 30));
    make.close(match_b, coordinator, "goal_reached");
    make.look_back(b.person, {{"Dat ze het zelf had meegemaakt.", "Soms was het even stil.", ""}, {true, false, false}}, true);
    make.at(on(2023, 12, 4));
    auto fourth = ask("Willem", "willem@rivier.example", S::moving_on, C::school_contact, "We zoeken een andere school.");
    make.at(on(2023, 12, 11));
    auto match_fourth = make.match(fourth, trained[4], coordinator);
    make.at(on(2023, 12, 13, 20));
    make.contact(match_fourth, trained[4], W::meeting, 110);
    make_schools_of_pilot(make, schools, coordinator);
}

} // namespace app
