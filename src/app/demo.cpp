#include "app/demo.h"

#include "account/store_accounts.h"
#include "app/program.h"
#include "help_request/store_help_request.h"
#include "intake/store_interview.h"
#include "matching/store_matching.h"
#include "recruitment/store_sign_up.h"
#include "training/store_edition.h"
#include "trajectory/store_contact.h"

namespace app {
namespace {

using R = visit::Role;

class Maker {
public:
    Maker(Program& program, base::FixedClock& clock) : program_{program}, services_{program.services()}, clock_{clock} {}

    visit::PartnershipId partnership(std::string slug, std::string name, std::string support_point, bool outside, int position) {
        visit::PartnershipId id = base::new_id<people::Partnership>(services_.random);
        services_.data.write(db::Scope::of(id.value()), [&](db::Write& tx) {
            people::add_partnership(tx, {id, slug, name, support_point, "0300 55 01 00", "steunpunt@" + slug + ".example", "Marleen de Wit", "06 55 01 01 01", "Joris Haverkamp", "06 55 01 02 02", outside, true, "Voorbeeldhosting, Utrecht", position});
        });
        return id;
    }

    visit::PersonId person(visit::PartnershipId const& where, std::string const& name, std::string const& mail, std::string const& phone, std::vector<R> const& roles) {
        auto id = base::new_id<people::Person>(services_.random);
        services_.keys.create(id);
        services_.data.write(db::Scope::of(where.value()), [&](db::Write& tx) {
            people::add_person(tx, services_.keys, id, {name, mail, phone}, text::Language::nl, clock_.now());
            for (auto role : roles) people::give_role(tx, id, role, false, id.value(), id.value(), clock_.now());
        });
        if (!mail.empty()) account(where, id, mail);
        return id;
    }

    void account(visit::PartnershipId const& where, visit::PersonId const& id, std::string const& mail) {
        services_.data.write(db::Scope::of_hall(), [&](db::Write& hall) { account::add_membership(hall, account::add_account(hall, services_.keys, services_.random, mail, clock_.now()), where, id); });
    }

    struct Candidate {
        visit::PersonId person;
        recruitment::SignUpId sign_up;
    };
    Candidate sign_up(visit::PartnershipId const& where, std::string const& name, std::string const& mail, recruitment::Channel channel, std::string const& motive, bool confirmed) {
        Candidate made{base::new_id<people::Person>(services_.random), base::new_id<recruitment::SignUp>(services_.random)};
        services_.keys.create(made.person);
        auto accepted = recruitment::sign_up({{name, mail, "06 55 22 33 44"}, channel, motive, true});
        base::require(static_cast<bool>(accepted), "a sign-up of the demonstration is refused");
        write(where, [&](db::Write& tx) { recruitment::add(tx, services_.keys, made.sign_up, made.person, *accepted, text::Language::nl, "", confirmed, clock_.now()); });
        account(where, made.person, mail);
        return made;
    }

    /// An interview at a moment, with notes and an outcome that both talked about.
    intake::InterviewId interview(visit::PartnershipId const& where, Candidate const& candidate, visit::PersonId const& by, base::Moment when) {
        auto id = base::new_id<intake::Interview>(services_.random);
        write(where, [&](db::Write& tx) { intake::add(tx, id, candidate.sign_up, candidate.person, {when, 45, intake::Way::online, ""}, by, clock_.now()); });
        return id;
    }
    void outcome(visit::PartnershipId const& where, intake::InterviewId const& interview, visit::PersonId const& by, intake::Advice advice, std::string const& words, bool discussed) {
        write(where, [&](db::Write& tx) {
            auto entry = intake::find(tx, interview);
            intake::keep_notes(tx, services_.keys, *entry, "kind=ja&motivatie=Wil+iets+terugdoen.", clock_.now());
            intake::add_outcome(tx, services_.keys, base::new_id<intake::Outcome>(services_.random), *entry, {advice, words, {}, discussed ? std::optional{base::local_date(clock_.now())} : std::nullopt}, by, clock_.now());
        });
    }
    training::EditionId edition(visit::PartnershipId const& where, visit::PersonId const& by, std::string const& name, base::Moment first, base::Moment second) {
        auto id = base::new_id<training::Edition>(services_.random);
        write(where, [&](db::Write& tx) { training::add_edition(tx, services_.random, id, {name, "Wijkcentrum De Brug", {first, second}}, by, clock_.now()); });
        return id;
    }
    void trained(visit::PartnershipId const& where, training::EditionId const& edition, visit::PersonId const& person, visit::PersonId const& by, std::array<std::optional<training::Presence>, 2> presence, std::optional<training::Decision> decision, bool ready) {
        write(where, [&](db::Write& tx) {
            training::add_to_edition(tx, edition, person, "participant", clock_.now());
            auto evenings = training::evenings_of(tx, edition);
            for (std::size_t i = 0; i < 2; ++i)
                if (presence[i]) training::record_attendance(tx, evenings[i].id, person, *presence[i], by, clock_.now());
            auto const today = base::local_date(clock_.now());
            if (decision) training::decide(tx, person, *decision, today, by, clock_.now());
            if (decision == training::Decision::goes_on) people::give_role(tx, person, R::buddy, false, by.value(), by.value(), clock_.now()), people::end_role(tx, person, R::candidate, clock_.now());
            if (ready) training::hold_deployment_talk(tx, person, today), training::see_vog(tx, person, today);
        });
    }
    void offer(visit::PartnershipId const& where, visit::PersonId const& person, std::set<help_request::Situation> const& situations, std::set<help_request::Way> const& ways, std::string const& languages, int postcode, std::string const& village) {
        write(where, [&](db::Write& tx) { matching::keep_offer(tx, services_.keys, {person, help_request::join(situations), help_request::join(ways), languages, postcode, 1, {}, {}, {}, matching::Gives::phone, clock_.now()}, village, "", clock_.now()); });
    }
    struct Request {
        visit::PersonId person;
        help_request::HelpRequestId request;
    };
    Request request(visit::PartnershipId const& where, std::string const& name, std::string const& mail, std::set<help_request::Situation> const& situations, std::string const& words, int postcode, std::string const& short_text) {
        Request made{base::new_id<people::Person>(services_.random), base::new_id<help_request::HelpRequest>(services_.random)};
        services_.keys.create(made.person);
        auto asked = help_request::ask({{name, mail, "06 55 66 77 88"}, situations, words, {help_request::Way::call, help_request::Way::in_person}, "Nederlands", "na half negen", std::to_string(postcode), recruitment::Channel::school_contact, true});
        base::require(static_cast<bool>(asked), "a request of the demonstration is refused");
        write(where, [&](db::Write& tx) {
            help_request::add(tx, services_.keys, made.request, made.person, help_request::Kind::buddy, *asked, text::Language::nl, "", clock_.now());
            if (!short_text.empty()) {
                help_request::clarify(tx, services_.keys, *help_request::find(tx, made.request), {situations, help_request::Experience::none, short_text}, clock_.now());
                help_request::approve_text(tx, made.request, clock_.now());
            }
        });
        account(where, made.person, mail);
        return made;
    }
    matching::ProposalId propose(visit::PartnershipId const& where, Request const& request, visit::PersonId const& buddy, visit::PersonId const& by) {
        auto id = base::new_id<matching::Proposal>(services_.random);
        write(where, [&](db::Write& tx) { matching::propose(tx, id, request.request, buddy, "", by, clock_.now()); });
        return id;
    }
    matching::MatchId match(visit::PartnershipId const& where, Request const& request, visit::PersonId const& buddy, visit::PersonId const& by) {
        auto proposal = propose(where, request, buddy, by);
        auto id = base::new_id<matching::Match>(services_.random);
        write(where, [&](db::Write& tx) {
            matching::answer_as_buddy(tx, proposal, matching::Answer::yes, clock_.now());
            matching::answer_as_parent(tx, proposal, matching::Answer::yes, clock_.now());
            matching::begin(tx, id, *matching::find_proposal(tx, proposal), request.person, matching::Gives::phone, matching::Gives::phone, 1, clock_.now());
        });
        return id;
    }
    void contact(visit::PartnershipId const& where, matching::MatchId const& match, visit::PersonId const& buddy, trajectory::Way way, int minutes, bool wants_to_talk) {
        visit::Viewer viewer{where, buddy, {R::anyone, R::buddy}};
        auto granted = visit::Policy::grant<visit::Action::log_contact>(viewer, match, {visit::Tie::live_match});
        write(where, [&](db::Write& tx) { trajectory::add(tx, *granted, base::new_id<trajectory::Contact>(services_.random), {base::local_date(clock_.now()), way, minutes, wants_to_talk}, clock_.now()); });
    }
    void write(visit::PartnershipId const& where, std::function<void(db::Write&)> const& work) { services_.data.write(db::Scope::of(where.value()), work); }

    void back(base::Moment now, int days) { clock_.set(now - std::chrono::hours{24 * days}); }

private:
    Program& program_;
    reception::Services& services_;
    base::FixedClock& clock_;
};

} // namespace

std::vector<DemonstrationAccount> const& demonstration_accounts() {
    static std::vector<DemonstrationAccount> const all{
        {"coordinator@naast.example", "coördinator"},
        {"trainer@naast.example", "trainer"},
        {"director@naast.example", "directeur-bestuurder"},
        {"candidate@naast.example", "kandidaat, wacht op gesprek"},
        {"buddy@naast.example", "buddy met een ouder"},
        {"parent@naast.example", "ouder met een buddy"},
        {"buddy2@naast.example", "buddy van een ander gezin"},
        {"parent2@naast.example", "ouder van een ander gezin"},
        {"buddy3@naast.example", "buddy, getraind en vrij"},
        {"parent3@naast.example", "ouder die wacht"},
    };
    return all;
}

void make_demonstration(Config const& config, std::uint64_t seed, std::ostream& out) {
    base::FixedClock clock{base::SystemClock{}.now()};
    base::SeededRandom random{seed};
    Program program{config, Program::Schema::migrate, {.clock = &clock, .random = &random, .sender = {}, .database = {}}};
    if (!people::partnerships(*program.data().read(db::Scope::of_hall())).empty()) throw Wrong{"this folder holds an installation already; demonstration data goes into an empty one"};
    program.data().write(db::Scope::of_hall(), [](db::Write& tx) { tx.run("insert into facts (name, value) values ('demonstration', 'yes')"); });
    auto const now = clock.now();
    Maker make{program, clock};
    auto here = make.partnership("waterrijk", "Samenwerkingsverband Waterrijk", "Ouder- en jeugdsteunpunt Waterrijk", false, 1);
    using C = recruitment::Channel;
    using S = help_request::Situation;
    using W = help_request::Way;
    using P = training::Presence;
    using D = training::Decision;
    auto at = [&](int days_ago, int hour, int minute = 0) { return base::moment_of({base::later(base::local_date(now), -days_ago), std::chrono::hours{hour} + std::chrono::minutes{minute}}); };
    make.back(now, 200);
    auto coordinator = make.person(here, "Marleen de Wit", "coordinator@naast.example", "06 55 01 01 01", {R::coordinator});
    auto trainer = make.person(here, "Rachid el Amrani", "trainer@naast.example", "06 55 01 03 03", {R::trainer});

    make.person(here, "Wouter Terpstra", "director@naast.example", "", {R::director});

    make.back(now, 150);
    auto edition = make.edition(here, coordinator, "Voorjaar", at(100, 19), at(79, 19));
    make.write(here, [&](db::Write& tx) { training::add_to_edition(tx, edition, trainer, "trainer", now); });
    auto buddy = [&](std::string const& name, std::string const& mail, C channel, std::set<S> const& situations, int postcode, std::string const& village, bool ready, std::array<std::optional<P>, 2> presence, std::optional<D> decision) {
        make.back(now, 140);
        auto candidate = make.sign_up(here, name, mail, channel, "Ik wil naast een andere ouder staan.", true);
        auto interview = make.interview(here, candidate, coordinator, at(130, 19, 30));
        make.back(now, 129);
        make.outcome(here, interview, coordinator, intake::Advice::may_go_on, "We denken allebei dat dit past. Je begint met de training.", true);
        make.back(now, 70);
        make.trained(here, edition, candidate.person, coordinator, presence, decision, ready);
        if (ready) make.offer(here, candidate.person, situations, {W::call, W::in_person, W::message}, "Nederlands", postcode, village);
        return candidate.person;
    };
    auto fatma = buddy("Fatma Yıldız", "buddy@naast.example", C::outreach, {S::talk_at_school, S::assessment}, 4201, "Waterdorp", true, {P::present, P::present}, D::goes_on);
    auto els = buddy("Els Brouwer", "buddy2@naast.example", C::school_leader, {S::special_school, S::moving_on}, 4207, "Oosterwiel", true, {P::present, P::caught_up_online}, D::goes_on);
    buddy("Hugo Smeets", "buddy3@naast.example", C::evening, {S::at_home, S::tension, S::talk_at_school}, 4205, "Waterdorp", true, {P::slides_and_talk, P::present}, D::goes_on);
    buddy("Anja Postma", "anja@voorbeeld.example", C::other_parent, {}, 4206, "Wiel", false, {P::present, P::absent}, {});
    buddy("Tom Verschoor", "tom@voorbeeld.example", C::poster, {}, 4206, "Wiel", false, {P::present, P::present}, {});
    buddy("Meryem Acar", "meryem@voorbeeld.example", C::council, {}, 4206, "Wiel", false, {P::present, P::present}, D::goes_on);

    make.back(now, 60);
    auto first = make.request(here, "Karin", "parent@naast.example", {S::talk_at_school}, "Het gesprek op school van volgende maand ligt me zwaar op de maag.", 4202, "Een ouder ziet op tegen een gesprek op school en wil dat rustig voorbereiden.");
    auto match = make.match(here, first, fatma, coordinator);
    for (auto const& [days, way, minutes, talk] : std::initializer_list<std::tuple<int, trajectory::Way, int, bool>>{{59, trajectory::Way::meeting, 120, false}, {52, trajectory::Way::message, 5, false}, {45, trajectory::Way::message, 5, false}, {38, trajectory::Way::call, 30, false}, {24, trajectory::Way::message, 5, false}, {6, trajectory::Way::message, 5, true}}) {
        make.back(now, days);
        make.contact(here, match, fatma, way, minutes, talk);
    }
    make.back(now, 50);
    auto second = make.request(here, "Daan", "parent2@naast.example", {S::special_school}, "We moeten kiezen voor een andere school.", 4208, "Een ouder staat voor de keuze van een andere school en wil horen hoe dat bij een ander ging.");
    auto quiet = make.match(here, second, els, coordinator);
    make.back(now, 47);
    make.contact(here, quiet, els, trajectory::Way::meeting, 60, false);
    make.back(now, 12);
    make.request(here, "Sanne", "parent3@naast.example", {S::at_home}, "Mijn kind zit al weken thuis.", 4204, "Een ouder heeft een kind dat thuiszit en zoekt iemand die dat kent.");
    make.back(now, 5);
    make.request(here, "Lotte", "lotte@voorbeeld.example", {S::assessment}, "School wil een onderzoek. Ik weet niet of ik dat wil.", 4203, "");
    make.back(now, 1);
    make.request(here, "Yusuf", "yusuf@voorbeeld.example", {S::tension}, "De gesprekken lopen steeds vast.", 4201, "");

    make.back(now, 6);
    make.sign_up(here, "Samira Bouzid", "candidate@naast.example", C::outreach, "Ik weet hoe het is als school en thuis langs elkaar heen praten.", true);
    make.back(now, 4);
    make.sign_up(here, "Peter-Jan Oldenhof", "pj.oldenhof@voorbeeld.example", C::newsletter, "", false);
    make.back(now, 9);
    auto held = make.sign_up(here, "Ilse Kramer", "ilse@voorbeeld.example", C::teacher, "", true);
    make.interview(here, held, coordinator, at(1, 19, 30));
    auto told = make.sign_up(here, "Bram Willems", "bram@voorbeeld.example", C::website, "", true);
    auto talk = make.interview(here, told, coordinator, at(3, 20));
    make.back(now, 2);
    make.outcome(here, talk, coordinator, intake::Advice::not_yet, "Je bent er nog middenin. We praten over drie maanden weer.", false);
    auto ahead = make.sign_up(here, "Łucja Kowalczyk", "lucja@voorbeeld.example", C::other_parent, "Een buurvrouw vroeg mij.", true);
    make.interview(here, ahead, coordinator, at(-2, 19, 30));
    out << "De demonstratie is gemaakt in " << config.data << "\n";
}

} // namespace app
