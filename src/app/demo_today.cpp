// A partnership of today: a coordinator with a full day, in which every kind of row of the worklist occurs. The demonstration accounts belong here.
#include "app/demo_gatherings.h"
#include "app/demo_maker.h"
#include "app/demo_outreach.h"
#include "app/demo_sharing.h"
#include "app/demo_support.h"
#include "app/demo_training.h"
#include "deputy/store_caseload.h"
#include "intake/store_offered_time.h"
#include "people/store_deputyship.h"
#include "people/store_other_task.h"
#include "people/store_restriction.h"
#include "platform/jobs/jobs.h"
#include "recruitment/store_referral.h"
#include "training/store_coming.h"

namespace app {
namespace {

using A = intake::Advice;
using C = recruitment::Channel;
using P = training::Presence;
using R = visit::Role;
using S = help_request::Situation;
using T = Maker::Talk;
using W = trajectory::Way;

struct Desk {
    visit::PersonId coordinator, trainer, outreach, expert;
};

Desk staff(Maker& make, base::Moment now) {
    make.at(now, 200);
    Desk desk{make.person("Marleen de Wit", "coordinator@naast.example", "06 55 01 01 01", {R::coordinator}), make.person("Rachid el Amrani", "trainer@naast.example", "06 55 01 03 03", {R::trainer}), make.person("Bilal Ouali", "outreach@naast.example", "06 55 01 05 05", {R::outreach}), make.person("Sanne Vink", "sanne@voorbeeld.example", "06 55 01 08 08", {R::expert})};
    make.person("Wouter Terpstra", "director@naast.example", "", {R::director});
    make.person("Nadia Hendriks", "researcher@naast.example", "", {R::researcher});
    make.person("Annelies Roos", "safety@naast.example", "06 55 01 04 04", {R::safety_officer});
    auto administrator = make.person("Ton Harmsen", "administrator@naast.example", "06 55 01 06 06", {R::administrator});
    make.at(now, 1);
    auto deputy = make.person("Josien Bakema", "josien@voorbeeld.example", "06 55 01 07 07", {});
    make.wait_for_role(deputy, R::coordinator, administrator);
    return desk;
}

/// Sign-ups at every step before the training.
void sign_ups(Maker& make, base::Moment now, Desk const& desk) {
    auto day = [&](int days_ago, int hour, int minute = 0) { return base::moment_of({base::later(base::local_date(now), -days_ago), std::chrono::hours{hour} + std::chrono::minutes{minute}}); };
    auto signed_up = [&](int days_ago, char const* name, char const* mail, C channel, char const* motive = "", bool confirmed = true) {
        make.at(now, days_ago);
        return make.sign_up(name, mail, channel, motive, confirmed);
    };
    signed_up(6, "Samira Bouzid", "candidate@naast.example", C::outreach, "Ik weet hoe het is als school en thuis langs elkaar heen praten.");
    signed_up(4, "Peter-Jan Oldenhof", "pj.oldenhof@voorbeeld.example", C::newsletter, "", false);
    make.interview(signed_up(9, "Łucja Kowalczyk", "lucja@voorbeeld.example", C::other_parent, "Een buurvrouw vroeg mij."), desk.coordinator, day(-2, 19, 30));
    make.interview(signed_up(9, "Ilse Kramer", "ilse@voorbeeld.example", C::teacher), desk.coordinator, day(1, 19, 30));
    auto to_tell = make.interview(signed_up(9, "Bram Willems", "bram@voorbeeld.example", C::website), desk.coordinator, day(3, 20));
    make.at(now, 2);
    make.outcome(to_tell, desk.coordinator, A::not_yet, "Je bent er nog middenin. We praten over drie maanden weer.", base::later(base::local_date(now), 90), false);
    auto objects = signed_up(20, "Corine Blok", "corine@voorbeeld.example", C::poster);
    auto objected = make.interview(objects, desk.coordinator, day(12, 20));
    make.at(now, 8);
    make.outcome(objected, desk.coordinator, A::advised_against, "We twijfelen of dit nu bij je past.", {}, true);
    make.answer(objects.person, intake::Answer::objects, "Ik denk dat het een misverstand is.", true);
    auto waits = signed_up(110, "Arjan Smit", "arjan@voorbeeld.example", C::council);
    auto later = make.interview(waits, desk.coordinator, day(100, 20));
    make.at(now, 95);
    make.outcome(later, desk.coordinator, A::not_yet, "Het ligt nog vers. We praten na de zomer weer.", base::later(base::local_date(now), -1), true);
    make.may_be_kept_longer(waits.person);
    auto withdrew = signed_up(30, "Jeroen Tak", "jeroen@voorbeeld.example", C::newsletter);
    make.at(now, 10);
    make.withdraw(withdrew, recruitment::WithdrawReason::no_time);
    auto invited = make.interview(signed_up(15, "Nienke Dijk", "nienke@voorbeeld.example", C::coffee_morning), desk.coordinator, day(10, 20));
    make.at(now, 9);
    make.outcome(invited, desk.coordinator, A::may_go_on, "We denken allebei dat dit past. Je begint met de training.", {}, true);
}

/// Someone who stood in, and someone who will.
void deputies(Maker& make, base::Moment now, Desk const& desk) {
    auto const today = base::local_date(now);
    auto stands_in = [&](visit::PersonId const& who, int made, int first, int last) {
        make.at(now, made);
        make.write([&](db::Write& tx) {
            auto const told = deputy::caseload(tx, today);
            people::add(tx, base::new_id<people::Deputyship>(make.services().random), desk.coordinator, who, {base::later(today, first), base::later(today, last)}, {told.begin(), told.end()}, desk.coordinator, make.now());
        });
    };
    stands_in(desk.trainer, 20, -9, -3);
    stands_in(desk.expert, 1, 6, 15);
}

/// Times to choose from, who was asked to, and a holiday ahead.
void times(Maker& make, base::Moment now, Desk const& desk) {
    make.at(now, 3);
    auto choosing = make.sign_up("Dewi Pratama", "dewi@voorbeeld.example", C::outreach, "", true);
    auto none_fits = make.sign_up("Karel Mulder", "karel@voorbeeld.example", C::council, "", true);
    auto const today = base::local_date(now);
    make.write([&](db::Write& tx) {
        auto& random = make.services().random;
        for (auto const& [days, time] : {std::pair{2, 20}, {5, 19}, {5, 20}, {8, 9}}) {
            intake::Plan const plan{base::moment_of({base::later(today, days), std::chrono::hours{time}}), 45, intake::Way::online, ""};
            intake::add_time(tx, base::new_id<intake::OfferedTime>(random), plan, desk.coordinator, now);
        }
        intake::add_offer(tx, choosing.sign_up, choosing.person, now - std::chrono::hours{24});
        intake::set_none_fits(tx, none_fits.sign_up, none_fits.person, now - std::chrono::hours{20});
        intake::add_holiday(tx, {base::later(today, 6), base::later(today, 14), "Vakantie"});
    });
}

/// Parents who were pointed out, a doubt, and two who may be one.
void referrals(Maker& make, base::Moment now, visit::PersonId const& outreach) {
    auto& services = make.services();
    auto refer = [&](int days_ago, recruitment::Referred const& referred) {
        make.at(now, days_ago);
        auto const person = base::new_id<people::Person>(services.random);
        services.keys.create(person);
        make.write([&](db::Write& tx) { recruitment::add_referral(tx, services.keys, base::new_id<recruitment::Referral>(services.random), person, referred, C::outreach, text::Language::nl, outreach, make.now()); });
    };
    auto const today = base::local_date(now);
    refer(1, {{"Yusuf Kaya", "", "06 55 01 20 20"}, base::later(today, -2), recruitment::Agreement::phone, ""});
    refer(2, {{"Petra Hoekstra", "petra@voorbeeld.example", ""}, base::later(today, -3), recruitment::Agreement::spoken, "U vertelde mooi hoe u het op school aanpakte."});
    make.at(now, 1);
    make.write([&](db::Write& tx) { recruitment::add_doubt(tx, services.keys, base::new_id<recruitment::Doubt>(services.random), outreach, {}, "na drie uur", make.now()); });
    make.sign_up("Samira Bouzid", "s.bouzid@voorbeeld.example", C::website, "", true);
}

struct Buddies {
    visit::PersonId fatma, els, free, late, looked_back, newly, asked, newly_too, left;
};

/// People at every step of the training and after.
Buddies buddies(Maker& make, base::Moment now, Desk const& desk) {
    auto day = [&](int days_ago, int hour) { return base::moment_of({base::later(base::local_date(now), -days_ago), std::chrono::hours{hour}}); };
    make.at(now, 150);
    auto past = make.edition(desk.coordinator, desk.trainer, "Voorjaar", day(100, 19), day(79, 19));
    make.at(now, 40);
    auto going = make.edition(desk.coordinator, desk.trainer, "Najaar", day(5, 19), day(-7, 19));
    make.card(desk.coordinator, {training::CardKind::school_yard, "Het regent en iedereen staat onder hetzelfde afdak. De ouder die je begeleidt huilt een beetje. Anderen kijken om."});
    make.at(now, 5, 20, 40);
    make.skips(going, 1, {"samen"}, desk.trainer);
    auto candidate = [&](char const* name, char const* mail, C channel) {
        make.at(now, 140);
        auto signed_up = make.sign_up(name, mail, channel, "Ik wil naast een andere ouder staan.", true);
        auto interview = make.interview(signed_up, desk.coordinator, day(130, 19));
        make.at(now, 129);
        make.outcome(interview, desk.coordinator, A::may_go_on, "We denken allebei dat dit past. Je begint met de training.", {}, true);
        make.answer(signed_up.person, intake::Answer::agrees, "");
        return signed_up.person;
    };
    auto trained = [&](char const* name, char const* mail, C channel, std::array<std::optional<P>, 2> presence) {
        auto person = candidate(name, mail, channel);
        make.at(now, 75);
        make.joins(past, person);
        make.attends(past, person, desk.coordinator, presence);
        return person;
    };
    auto buddy = [&](char const* name, char const* mail, C channel, std::array<std::optional<P>, 2> presence, std::set<S> const& situations, int postcode, char const* village) {
        auto person = trained(name, mail, channel, presence);
        make.at(now, 70);
        make.goes_on(person, desk.coordinator);
        make.ready(person, desk.coordinator);
        make.offer(person, situations, postcode, village);
        return person;
    };
    std::array<std::optional<P>, 2> const both{P::present, P::present};
    Buddies all{
        buddy("Fatma Yıldız", "buddy@naast.example", C::outreach, both, {S::talk_at_school, S::assessment}, 4201, "Waterdorp"),
        buddy("Els Brouwer", "buddy2@naast.example", C::school_leader, {P::present, P::caught_up_online}, {S::special_school, S::moving_on}, 4207, "Oosterwiel"),
        buddy("Hugo Smeets", "buddy3@naast.example", C::evening, {P::slides_and_talk, P::present}, {S::at_home, S::tension, S::talk_at_school}, 4205, "Waterdorp"),
        buddy("Gonca Aydın", "gonca@voorbeeld.example", C::newsletter, both, {S::extra_support}, 4206, "Wiel"),
        buddy("Simon Kok", "simon@voorbeeld.example", C::teacher, both, {S::tension}, 4203, "Wiel"),
        buddy("Marit Visser", "marit@voorbeeld.example", C::website, both, {S::talk_at_school}, 4204, "Waterdorp"),
        buddy("Ellen Vermaas", "ellen@voorbeeld.example", C::evening, both, {S::tension}, 4205, "Wiel"),
        buddy("Wim Visser", "wim@voorbeeld.example", C::website, both, {S::assessment}, 4204, "Waterdorp"),
        buddy("Emre Aydın", "emre@voorbeeld.example", C::newsletter, both, {S::extra_support}, 4206, "Wiel"),
    };
    // two couples: one that begins, and one of whom one will leave
    make.couple(all.newly, all.newly_too, desk.coordinator);
    make.couple(all.late, all.left, desk.coordinator);
    auto missed = trained("Anja Postma", "anja@voorbeeld.example", C::other_parent, {P::present, P::absent});
    auto to_decide = trained("Tom Verschoor", "tom@voorbeeld.example", C::poster, both);
    auto talk = trained("Meryem Acar", "meryem@voorbeeld.example", C::council, both);
    make.at(now, 60);
    make.goes_on(talk, desk.coordinator);
    auto in_training = candidate("Joost Peters", "joost@voorbeeld.example", C::outreach);
    make.at(now, 30);
    make.joins(going, in_training);
    make.write([&](db::Write& tx) { training::say_coming(tx, training::evenings_of(tx, going).back().id, in_training, false, make.now()); });
    make_training_ahead(make, now, {past, going, missed, in_training, candidate("Sophie Blom", "sophie@voorbeeld.example", C::poster)}, desk.coordinator, desk.trainer, desk.expert);
    make.at(now, 28);
    make.learning_point(in_training, desk.coordinator, "Luisteren zonder meteen te willen helpen.", true);
    make.learning_point(in_training, desk.coordinator, "Rustig blijven als een gesprek over school gaat.", false);
    make.learning_point(all.fatma, desk.coordinator, "Mijn eigen verhaal kort houden.", true);
    // a recording to which someone took the yes back, and one about which everyone is asked
    make.recording(past, desk.trainer, "Avond 2, oefenen met citaten", "https://voorbeeld.example/opname", all.newly);
    make.at(now, 4);
    make.recording(going, desk.trainer, "Avond 2, voorstellen", {}, {});
    // the questionnaire: five of the group make a picture, one shares a moment and one lets the trainers read a goal
    int from = 3;
    for (auto const& person : {all.fatma, all.els, all.free, all.late, all.looked_back, all.newly}) {
        make.at(now, 99);
        make.assesses(person, competence::Moment::evening_1, from, person == all.free ? "Luisteren zonder meteen een oplossing te geven." : "", person == all.free);
        make.at(now, 78);
        make.assesses(person, competence::Moment::evening_2, from + 2);
        make.consents_to_research(person);
        from = 3 + (from + 1) % 3;
    }
    make.at(now, 17);
    auto const third = make.assesses(all.fatma, competence::Moment::support_1, 6, "Een gesprek op school rustig beginnen.", true);
    make.shares(third, all.fatma, competence::Audience::coordinator);
    make.shares(third, all.fatma, competence::Audience::trainer);
    make.at(now, 60);
    make.accepts_agreement(all.fatma);
    // a VOG that is almost three years old, and one that was asked for again
    auto const today = base::local_date(now);
    make.vog(all.looked_back, desk.coordinator, base::later(today, -3 * 365 + 20));
    make.vog(all.asked, desk.coordinator, base::later(today, -3 * 365 + 5), base::later(today, -10));
    // who waits: one to write to, one to call, two who were called lately
    make.at(now, 24);
    make.message(all.free, desk.coordinator, "Dag Hugo,\n\nEr is nog geen ouder die bij je past. We zoeken door. Bel gerust als je iets wilt weten.");
    make.at(now, 22);
    make.called(to_decide, desk.coordinator);
    make.at(now, 12);
    make.called(missed, desk.coordinator);
    make.at(now, 5);
    make.called(talk, desk.coordinator);
    return all;
}

void requests_and_matches(Maker& make, base::Moment now, Desk const& desk, Buddies const& buddies) {
    auto day = [&](int days_ago, int hour, int minute = 0) { return base::moment_of({base::later(base::local_date(now), -days_ago), std::chrono::hours{hour} + std::chrono::minutes{minute}}); };
    auto ask = [&](int days_ago, char const* name, char const* mail, S situation, char const* words, int postcode, T talk, char const* short_text = "") {
        make.at(now, days_ago);
        return make.request(name, mail, {{situation}, words, postcode}, talk, short_text);
    };
    make.at(now, 150);
    make.tries_for(6);
    auto karin = ask(60, "Karin", "parent@naast.example", S::talk_at_school, "Het gesprek op school van volgende maand ligt me zwaar op de maag.", 4202, T::approved, "Een ouder ziet op tegen een gesprek op school en wil dat rustig voorbereiden.");
    auto going = make.match(karin, buddies.fatma, desk.coordinator);
    for (auto const& [days, way, minutes, talk] : std::initializer_list<std::tuple<int, W, int, bool>>{{59, W::meeting, 120, false}, {52, W::message, 5, false}, {45, W::message, 5, false}, {38, W::call, 30, false}, {24, W::message, 5, false}, {6, W::message, 5, true}}) {
        make.at(now, days);
        make.contact(going, buddies.fatma, way, minutes, talk);
    }
    make.meeting(going, karin.person, day(-3, 19, 30), trajectory::MeetingPlace::neutral, trajectory::Introducer::nobody);
    make.at(now, 18);
    make.goes_on_after_trial(going);
    make_sharing(make, now, karin.person, buddies.fatma);
    auto daan = ask(90, "Daan", "parent2@naast.example", S::special_school, "We moeten kiezen voor een andere school.", 4208, T::approved, "Een ouder staat voor de keuze van een andere school en wil horen hoe dat bij een ander ging.");
    auto quiet = make.match(daan, buddies.els, desk.coordinator);
    make.at(now, 87);
    make.contact(quiet, buddies.els, W::meeting, 60);
    auto overdue = ask(7, "Renske", "renske@voorbeeld.example", S::extra_support, "Mijn kind krijgt te weinig hulp in de klas.", 4206, T::approved, "Een ouder zoekt iemand die weet hoe extra hulp in de klas kan gaan.");
    make.at(now, 4);
    auto silent = make.match(overdue, buddies.late, desk.coordinator);
    make.at(now, 4, 11);
    make.at(now, 2, 20);
    make.parts(buddies.left);
    make.at(now, 4, 11);
    make.meeting(silent, overdue.person, day(3, 20), trajectory::MeetingPlace::neutral, trajectory::Introducer::coordinator);
    make.at(now, 2, 9);
    make.says_of_meeting(silent, overdue.person, trajectory::Happened::help);
    make.at(now, 8);
    make.meeting(quiet, daan.person, day(4, 20), trajectory::MeetingPlace::neutral, trajectory::Introducer::nobody);
    // one who helps two; the second heard little of the buddy so far
    make.helps_more(buddies.els, 2);
    auto bram = ask(64, "Bram", "bram@voorbeeld.example", S::extra_support, "Ik weet niet wie op school waarover gaat.", 4207, T::approved, "Een ouder wil weten wie waarover gaat op school.");
    make.at(now, 58);
    auto few = make.match(bram, buddies.els, desk.coordinator);
    for (int const days : {57, 20}) {
        make.at(now, days);
        make.contact(few, buddies.els, W::call, 30);
    }
    // one that ended long ago, of whom the question after three months was allowed; and one whose parent stopped yesterday
    auto aysel = ask(140, "Aysel", "aysel@voorbeeld.example", S::tension, "Wij praten langs elkaar.", 4203, T::approved, "Een ouder wil beter praten met school.");
    make.at(now, 135);
    auto long_ago = make.match(aysel, buddies.looked_back, desk.coordinator);
    make.at(now, 134);
    make.contact(long_ago, buddies.looked_back, W::meeting, 60);
    make.at(now, 100);
    make.close(long_ago, desk.coordinator, "other_help");
    make.at(now, 2);
    make.wants_a_call_later(long_ago);
    auto looked_back = ask(130, "Michel", "michel@voorbeeld.example", S::tension, "De gesprekken op school liepen vast.", 4203, T::approved, "Een ouder wil leren hoe gesprekken op school weer goed kunnen lopen.");
    make.at(now, 60);
    auto ended = make.match(looked_back, buddies.looked_back, desk.coordinator);
    make.at(now, 58);
    make.contact(ended, buddies.looked_back, W::meeting, 90);
    make.at(now, 10);
    make.close(ended, desk.coordinator, "goal_reached");
    make.at(now, 3);
    make.look_back(looked_back.person, {{"Hij luisterde eerst.", "", "Mij laten oefenen voor het gesprek."}, {true, false, true}}, false);
    make.at(now, 12);
    make.asks_how_it_goes();
    make.at(now, 2, 20);
    make.says_how_it_goes(buddies.els, {"De ouder durft meer te vragen.", "Ik wil oefenen met stiltes.", check_in::Fits::yes, check_in::GoesOn::yes, false});
    make.at(now, 1, 19);
    make.says_how_it_goes(daan.person, {"", "Ik hoor weinig van mijn buddy.", check_in::Fits::mostly, check_in::GoesOn::differently, true});
    auto noor = ask(12, "Noor", "noor@voorbeeld.example", S::assessment, "Ik wil een onderzoek beter begrijpen.", 4203, T::approved, "Een ouder wil een onderzoek beter begrijpen.");
    make.at(now, 8);
    auto stopped = make.match(noor, buddies.looked_back, desk.coordinator);
    make.at(now, 7);
    make.contact(stopped, buddies.looked_back, W::call, 30);
    make.at(now, 1, 12);
    make.stops(stopped);
    auto fresh = ask(5, "Hanneke", "hanneke@voorbeeld.example", S::talk_at_school, "Ik durf niet alleen naar het gesprek.", 4204, T::approved, "Een ouder wil niet alleen naar een gesprek op school.");
    make.at(now, 1, 16);
    make.match(fresh, buddies.newly, desk.coordinator);

    ask(12, "Sanne", "parent3@naast.example", S::at_home, "Mijn kind zit al weken thuis.", 4204, T::approved, "Een ouder heeft een kind dat thuiszit en zoekt iemand die dat kent.");
    auto proposed = ask(14, "Esra", "esra@voorbeeld.example", S::tension, "School en ik begrijpen elkaar niet.", 4205, T::approved, "Een ouder zoekt iemand die weet hoe het is als het stroef loopt met school.");
    make.at(now, 5);
    make.propose(proposed, buddies.asked, desk.coordinator);
    make.at(now, 1, 13);
    make.asks_first(proposed, buddies.asked, "Woont de ouder ver weg? Ik heb geen auto.");
    auto pim = ask(3, "Pim", "pim@voorbeeld.example", S::moving_on, "We gaan verhuizen en zoeken een school.", 4207, T::answered);
    make.at(now, 2, 11);
    make.found_each_other(pim, buddies.free, desk.coordinator);
    auto lotte = ask(6, "Lotte", "lotte@voorbeeld.example", S::assessment, "School wil een onderzoek. Ik weet niet of ik dat wil.", 4203, T::clarified, "Een ouder twijfelt over een onderzoek dat school wil.");
    make.at(now, 4);
    make.lets_think_along(lotte, "Iris Meijer", "iris@voorbeeld.example", "Zij denkt graag eerst rustig na. Plan geen eerste gesprek op maandag.");
    ask(1, "Yusuf", "yusuf@voorbeeld.example", S::tension, "De gesprekken lopen steeds vast.", 4201, T::none);
    make.read_by(ask(2, "Mieke", "mieke@voorbeeld.example", S::tension, "Ik ken de coördinator van vroeger.", 4202, T::none), desk.expert);
    // the one who stood in knew this family, and nobody took over yet
    auto const known = ask(8, "Nora", "nora@voorbeeld.example", S::moving_on, "Wij zoeken een andere school en zien ertegen op.", 4202, T::answered);
    make.at(now, 5);
    make.write([&](db::Write& tx) { people::declare_other_task(tx, desk.trainer, known.person, make.now()); });
    make.at(now, 1, 15);
    make.call_back("Wendy", "06 55 88 77 66");
    // told just now: at any hour it waits, and not too long
    make.at(now - std::chrono::hours{3});
    make.worry(buddies.els, "Ik hoorde iets waar ik van schrok en wil weten wat ik moet doen.", "06 55 22 33 44, na acht uur");
}

} // namespace

void make_today(Maker& make, base::Moment now) {
    make.at(now, 210);
    make.partnership({visit::PartnershipId{base::new_id<people::Partnership>(make.services().random)}, "waterrijk", "Samenwerkingsverband Waterrijk", "Ouder- en jeugdsteunpunt Waterrijk", "0300 55 01 00", "steunpunt@waterrijk.example", "Marleen de Wit", "06 55 01 01 01", "Joris Haverkamp", "06 55 01 02 02", false, true,
                      "Voorbeeldhosting, Utrecht", 1});
    auto desk = staff(make, now);
    make_schools_of_today(make, now, desk.coordinator);
    make_outreach_today(make, now, desk.coordinator);
    auto all = buddies(make, now, desk);
    sign_ups(make, now, desk);
    times(make, now, desk);
    referrals(make, now, desk.outreach);
    make_gatherings_of_today(make, now, desk.coordinator);
    requests_and_matches(make, now, desk, all);
    make_materials(make, now, desk.coordinator);
    make_support_today(make, now, {desk.coordinator, desk.trainer, all.fatma, all.els, all.late, all.newly});
    deputies(make, now, desk);
    make.at(now, 3);
    auto const locked = make.sign_up("Gijs Otten", "gijs@voorbeeld.example", C::newsletter, "", true).person;
    make.at(now, 2);
    make.write([&](db::Write& tx) { people::restrict_data(tx, locked, now - std::chrono::hours{48}); });
    // a mail that did not leave, so that its row is seen too
    make.at(now);
    make.write([&](db::Write& tx) {
        tx.run("insert into jobs (id, once_key, kind, of_partnership, about, extra, run_at, haste, attempts, claimed_until, trouble) values (:id, :id, 'login', :partnership, '', '', :later, 0, 3, 0, 'mail: refused')", base::random_text(make.services().random, 16), make.here(), now + std::chrono::hours{12});
    });
}

} // namespace app
