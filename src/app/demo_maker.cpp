#include "app/demo_maker.h"

#include "account/store_accounts.h"
#include "agreement/store_agreement.h"
#include "check_in/store_check_in.h"
#include "competence/research.h"
#include "confidentiality/store_consent.h"
#include "feedback/store_feedback.h"
#include "intake/store_learning_point.h"
#include "keep_warm/store_message.h"
#include "matching/store_couples.h"
#include "matching/store_pairs.h"
#include "matching/store_questions.h"
#include "matching/store_settings.h"
#include "matching/store_thoughts.h"
#include "people/store_reader.h"
#include "people/store_school_page.h"
#include "support/store_consult.h"
#include "training/store_card.h"
#include "training/store_programme.h"
#include "training/store_recording.h"
#include "trajectory/store_closure.h"
#include "trajectory/store_contact.h"
#include "trajectory/store_meeting.h"
#include "trajectory/store_meeting_answers.h"
#include "trajectory/store_trial.h"
#include "worry/store_worry.h"

#include <fmt/format.h>

namespace app {
namespace {
using R = visit::Role;
using help_request::Way;
} // namespace

void Maker::write(std::function<void(db::Write&)> const& work) { services_.data.write(db::Scope::of(here_.value()), work); }

void Maker::at(base::Moment now, int days_ago, int hour, int minute) { clock_.set(base::moment_of({base::later(base::local_date(now), -days_ago), std::chrono::hours{hour} + std::chrono::minutes{minute}})); }

void Maker::partnership(people::Partnership const& facts) {
    here_ = facts.id;
    write([&](db::Write& tx) { people::add_partnership(tx, facts); });
}

visit::PersonId Maker::person(std::string const& name, std::string const& mail, std::string const& phone, std::vector<R> const& roles) {
    auto id = base::new_id<people::Person>(services_.random);
    services_.keys.create(id);
    write([&](db::Write& tx) {
        people::add_person(tx, services_.keys, id, {name, mail, phone}, text::Language::nl, clock_.now());
        for (auto role : roles) people::give_role(tx, id, role, false, id.value(), id.value(), clock_.now());
    });
    if (!mail.empty()) account(id, mail);
    return id;
}
void Maker::account(visit::PersonId const& id, std::string const& mail) {
    services_.data.write(db::Scope::of_hall(), [&](db::Write& hall) {
        auto known = account::find_by_mail(hall, services_.keys, mail);
        account::add_membership(hall, known ? *known : account::add_account(hall, services_.keys, services_.random, mail, clock_.now()), here_, id);
    });
}
void Maker::wait_for_role(visit::PersonId const& id, R role, visit::PersonId const& entered_by) {
    write([&](db::Write& tx) { people::give_role(tx, id, role, false, entered_by.value(), "", clock_.now()); });
}
Maker::Candidate Maker::sign_up(std::string const& name, std::string const& mail, recruitment::Channel channel, std::string const& motive, bool confirmed) {
    Candidate made{base::new_id<people::Person>(services_.random), base::new_id<recruitment::SignUp>(services_.random)};
    services_.keys.create(made.person);
    auto accepted = recruitment::sign_up({{name, mail, fmt::format("06 55 22 {:02} {:02}", phones_ / 100, phones_ % 100)}, channel, motive, true});
    ++phones_;
    base::require(static_cast<bool>(accepted), "a sign-up of the demonstration is refused");
    write([&](db::Write& tx) { recruitment::add(tx, services_.keys, made.sign_up, made.person, *accepted, text::Language::nl, "", confirmed, clock_.now()); });
    account(made.person, mail);
    return made;
}
void Maker::withdraw(Candidate const& candidate, std::optional<recruitment::WithdrawReason> reason) {
    write([&](db::Write& tx) { recruitment::withdraw(tx, *recruitment::find_own(tx, candidate.person), reason, clock_.now()); });
}
intake::InterviewId Maker::interview(Candidate const& candidate, visit::PersonId const& by, base::Moment when) {
    auto id = base::new_id<intake::Interview>(services_.random);
    write([&](db::Write& tx) { intake::add(tx, id, candidate.sign_up, candidate.person, {when, 45, intake::Way::online, ""}, by, clock_.now()); });
    return id;
}
intake::OutcomeId Maker::outcome(intake::InterviewId const& interview, visit::PersonId const& by, intake::Advice advice, std::string const& words, std::optional<base::Date> again, bool discussed) {
    auto id = base::new_id<intake::Outcome>(services_.random);
    write([&](db::Write& tx) {
        auto entry = intake::find(tx, interview);
        intake::keep_notes(tx, services_.keys, *entry, "kind=ja&motivatie=Wil+iets+terugdoen.", clock_.now());
        intake::add_outcome(tx, services_.keys, id, *entry, {advice, words, again, discussed ? std::optional{base::local_date(clock_.now())} : std::nullopt}, by, clock_.now());
    });
    return id;
}
void Maker::answer(visit::PersonId const& candidate, intake::Answer answer, std::string const& words, bool other_person) {
    write([&](db::Write& tx) { intake::answer(tx, services_.keys, *intake::outcome_of(tx, candidate), answer, words, other_person, clock_.now()); });
}
void Maker::may_be_kept_longer(visit::PersonId const& candidate) {
    write([&](db::Write& tx) { confidentiality::give(tx, candidate, confidentiality::Purpose::longer_keeping, 1, text::Language::nl, clock_.now()); });
}
void Maker::learning_point(visit::PersonId const& candidate, visit::PersonId const& by, std::string const& words, bool released) {
    auto id = base::new_id<intake::LearningPoint>(services_.random);
    write([&](db::Write& tx) {
        intake::add_point(tx, services_.keys, id, *intake::newest_of(tx, candidate), words, by, clock_.now());
        if (released) intake::answer_point(tx, *intake::find_point(tx, id), intake::Release::yes, 1, text::Language::nl, clock_.now());
    });
}
void Maker::accepts_agreement(visit::PersonId const& buddy) {
    write([&](db::Write& tx) { agreement::accept(tx, buddy, agreement::newest(tx), clock_.now()); });
}
void Maker::vog(visit::PersonId const& buddy, visit::PersonId const& by, std::optional<base::Date> seen, std::optional<base::Date> asked) {
    write([&](db::Write& tx) {
        if (seen) training::see_vog(tx, buddy, *seen, by);
        if (asked) training::ask_vog(tx, buddy, *asked);
    });
}
void Maker::message(visit::PersonId const& to, visit::PersonId const& by, std::string const& words) {
    write([&](db::Write& tx) { keep_warm::add(tx, services_.keys, base::new_id<keep_warm::Message>(services_.random), to, keep_warm::Kind::written, words, by, clock_.now()); });
}
void Maker::called(visit::PersonId const& whom, visit::PersonId const& by) {
    write([&](db::Write& tx) { keep_warm::add(tx, services_.keys, base::new_id<keep_warm::Message>(services_.random), whom, keep_warm::Kind::called, "", by, clock_.now()); });
}

training::EditionId Maker::edition(visit::PersonId const& by, visit::PersonId const& trainer, std::string const& name, base::Moment first, base::Moment second) {
    auto id = base::new_id<training::Edition>(services_.random);
    write([&](db::Write& tx) {
        training::add_edition(tx, services_.random, id, {name, "Wijkcentrum De Brug", {first, second}}, by, clock_.now());
        training::add_to_edition(tx, id, trainer, "trainer", clock_.now());
    });
    return id;
}
void Maker::skips(training::EditionId const& edition, int evening, std::vector<std::string> const& parts, visit::PersonId const& by) {
    write([&](db::Write& tx) {
        auto const number = static_cast<std::size_t>(evening) - 1;
        auto order = training::running_order(training::standard()[number].parts, {});
        for (auto const& part : parts) order = training::with_skipped(order, part, true);
        training::keep_order(tx, training::evenings_of(tx, edition)[number].id, order, by, clock_.now());
    });
}
void Maker::card(visit::PersonId const& by, training::CardText const& text) {
    write([&](db::Write& tx) { training::add_card(tx, base::new_id<training::Card>(services_.random), text, by, clock_.now()); });
}
void Maker::joins(training::EditionId const& edition, visit::PersonId const& person) {
    write([&](db::Write& tx) { training::add_to_edition(tx, edition, person, "participant", clock_.now()); });
}
void Maker::attends(training::EditionId const& edition, visit::PersonId const& person, visit::PersonId const& by, std::array<std::optional<training::Presence>, 2> presence) {
    write([&](db::Write& tx) {
        auto evenings = training::evenings_of(tx, edition);
        for (std::size_t i = 0; i < 2; ++i)
            if (presence[i]) training::record_attendance(tx, evenings[i].id, person, *presence[i], by, clock_.now());
    });
}
void Maker::recording(training::EditionId const& edition, visit::PersonId const& by, std::string const& about, std::string const& url, std::optional<visit::PersonId> const& takes_back) {
    auto id = base::new_id<training::RecordingRecord>(services_.random);
    write([&](db::Write& tx) {
        training::add_recording(tx, id, edition, about, by, clock_.now());
        if (url.empty()) return;
        for (auto const& person : training::people_of(tx, edition, "participant")) training::answer_recording(tx, id, person, true, text::Language::nl, clock_.now());
        training::link_recording(tx, *training::find_recording(tx, id), url);
        if (takes_back) training::answer_recording(tx, id, *takes_back, false, text::Language::nl, clock_.now());
    });
}
void Maker::goes_on(visit::PersonId const& person, visit::PersonId const& by) {
    write([&](db::Write& tx) {
        training::decide(tx, person, training::Decision::goes_on, base::local_date(clock_.now()), by, clock_.now());
        people::give_role(tx, person, R::buddy, false, by.value(), by.value(), clock_.now());
        people::end_role(tx, person, R::candidate, clock_.now());
    });
}
void Maker::ready(visit::PersonId const& person, visit::PersonId const& by) {
    write([&](db::Write& tx) {
        training::hold_deployment_talk(tx, person, base::local_date(clock_.now()));
        training::see_vog(tx, person, base::local_date(clock_.now()), by);
    });
}
void Maker::stops(visit::PersonId const& person) {
    write([&](db::Write& tx) {
        training::decide(tx, person, training::Decision::stops, base::local_date(clock_.now()), person, clock_.now());
        people::end_role(tx, person, R::buddy, clock_.now());
    });
}
competence::SelfAssessmentId Maker::assesses(visit::PersonId const& person, competence::Moment moment, int from, std::string const& goal, bool released) {
    auto id = base::new_id<competence::SelfAssessment>(services_.random);
    competence::Answers answers{moment, {}, {}, goal, goal.empty() ? "" : "Oefenen met een andere buddy.", released};
    for (int number = 1; number < competence::own_number; ++number) answers.scores[number] = std::min(10, from + (number * 5 + from) % 4);
    write([&](db::Write& tx) {
        auto edition = training::edition_of(tx, person);
        competence::add(tx, services_.keys, id, person, answers, competence::standard_instrument, edition ? std::optional{edition->id} : std::nullopt, clock_.now());
    });
    return id;
}
void Maker::consents_to_research(visit::PersonId const& person) {
    write([&](db::Write& tx) { confidentiality::give(tx, person, confidentiality::Purpose::research, competence::research_text_version, text::Language::nl, clock_.now()); });
}
void Maker::shares(competence::SelfAssessmentId const& assessment, visit::PersonId const& person, competence::Audience audience) {
    write([&](db::Write& tx) { competence::share(tx, assessment, person, audience, clock_.now()); });
}
void Maker::offer(visit::PersonId const& person, std::set<help_request::Situation> const& situations, int postcode, std::string const& village) {
    write([&](db::Write& tx) {
        matching::keep_offer(tx, services_.keys, {person, help_request::join(situations), help_request::join(std::set{Way::call, Way::message, Way::in_person}), "Nederlands", postcode, 1, {}, {}, {}, matching::Gives::phone, clock_.now()}, village, "", {}, clock_.now());
    });
}

Maker::Request Maker::request(std::string const& name, std::string const& mail, Asks const& asks, Talk talk, std::string const& short_text) {
    Request made{base::new_id<people::Person>(services_.random), base::new_id<help_request::HelpRequest>(services_.random)};
    services_.keys.create(made.person);
    auto asked = help_request::ask({{name, mail, "06 55 66 77 88"}, asks.situations, asks.words, {Way::call, Way::in_person}, "Nederlands", "na half negen", std::to_string(asks.postcode), asks.channel, true, true});
    base::require(static_cast<bool>(asked), "a request of the demonstration is refused");
    write([&](db::Write& tx) {
        help_request::add(tx, services_.keys, made.request, made.person, help_request::Kind::buddy, *asked, text::Language::nl, "", clock_.now());
        if (talk == Talk::none) return;
        help_request::note_answered(tx, made.request, clock_.now());
        if (talk == Talk::answered) return;
        help_request::clarify(tx, services_.keys, *help_request::find(tx, made.request), {asks.situations, help_request::Experience::none, short_text}, clock_.now());
        if (talk == Talk::approved) help_request::approve_text(tx, made.request, clock_.now());
    });
    account(made.person, mail);
    return made;
}
void Maker::read_by(Request const& request, visit::PersonId const& reader) {
    write([&](db::Write& tx) { people::choose_reader(tx, request.person, reader, clock_.now()); });
}
Maker::Request Maker::call_back(std::string const& name, std::string const& phone) {
    Request made{base::new_id<people::Person>(services_.random), base::new_id<help_request::HelpRequest>(services_.random)};
    services_.keys.create(made.person);
    help_request::Draft draft;
    draft.contact = {name, "", phone};
    draft.when = "tussen de middag";
    auto asked = help_request::call_back(draft);
    base::require(static_cast<bool>(asked), "a call of the demonstration is refused");
    write([&](db::Write& tx) { help_request::add(tx, services_.keys, made.request, made.person, help_request::Kind::call_back, *asked, text::Language::nl, "", clock_.now()); });
    return made;
}

matching::ProposalId Maker::propose(Request const& request, visit::PersonId const& buddy, visit::PersonId const& by) {
    auto id = base::new_id<matching::Proposal>(services_.random);
    write([&](db::Write& tx) { matching::propose(tx, id, request.request, buddy, "", by, clock_.now()); });
    return id;
}
void Maker::asks_first(Request const& request, visit::PersonId const& buddy, std::string const& question) {
    write([&](db::Write& tx) { base::require(matching::ask(tx, services_.keys, base::new_id<matching::ProposalQuestion>(services_.random), matching::open_proposal_for(tx, request.request)->id, buddy, question, clock_.now()), "a question of the demonstration is refused"); });
}
void Maker::lets_think_along(Request const& request, std::string const& name, std::string const& mail, std::string const& words) {
    auto const id = base::new_id<matching::Thought>(services_.random);
    auto const professional = base::new_id<people::Person>(services_.random);
    services_.keys.create(professional);
    write([&](db::Write& tx) {
        base::require(matching::ask(tx, services_.keys, id, request.request, request.person, professional, {{name, mail, ""}, {matching::Item::situations, matching::Item::wishes}}, clock_.now()), "someone who thinks along in the demonstration is refused");
        matching::write(tx, services_.keys, *matching::find_thought(tx, id), words, clock_.now());
    });
}
void Maker::found_each_other(Request const& request, visit::PersonId const& buddy, visit::PersonId const& by) {
    write([&](db::Write& tx) {
        auto const id = base::new_id<matching::Pair>(services_.random);
        base::require(matching::make_pair(tx, id, request.request, request.person, buddy, by, clock_.now()), "a pair of the demonstration is refused");
        matching::agree(tx, *matching::find_pair(tx, id), {buddy, base::local_date(clock_.now()), matching::Gives::phone, buddy});
    });
}
void Maker::couple(visit::PersonId const& one, visit::PersonId const& other, visit::PersonId const& by) {
    write([&](db::Write& tx) { base::require(matching::make_couple(tx, base::new_id<matching::Couple>(services_.random), one, other, by, clock_.now()), "a couple of the demonstration is refused"); });
}
void Maker::parts(visit::PersonId const& leaver) {
    write([&](db::Write& tx) { matching::part(tx, services_.random, *matching::couple_of(tx, leaver), leaver, clock_.now()); });
}
matching::MatchId Maker::match(Request const& request, visit::PersonId const& buddy, visit::PersonId const& by) {
    auto proposal = propose(request, buddy, by);
    auto id = base::new_id<matching::Match>(services_.random);
    write([&](db::Write& tx) {
        for (auto const& each : matching::find_proposal(tx, proposal)->buddies()) matching::answer_as_buddy(tx, proposal, each, matching::Answer::yes, clock_.now());
        matching::answer_as_parent(tx, proposal, matching::Answer::yes, clock_.now());
        bool const begun = matching::begin(tx, id, *matching::find_proposal(tx, proposal), request.person, matching::Gives::phone, matching::Gives::phone, matching::offer_of(tx, buddy)->capacity, clock_.now());
        base::require(begun, "a match of the demonstration is refused");
    });
    return id;
}
void Maker::contact(matching::MatchId const& match, visit::PersonId const& buddy, trajectory::Way way, int minutes, bool wants_to_talk) {
    visit::Viewer viewer{here_, buddy, {R::anyone, R::buddy}};
    auto granted = visit::Policy::grant<visit::Action::log_contact>(viewer, match, {visit::Tie::live_match});
    write([&](db::Write& tx) { trajectory::add(tx, *granted, base::new_id<trajectory::Contact>(services_.random), {base::local_date(clock_.now()), way, minutes, wants_to_talk}, clock_.now()); });
}
void Maker::meeting(matching::MatchId const& match, visit::PersonId const& parent, base::Moment when, trajectory::MeetingPlace place, trajectory::Introducer introducer, bool home_agreed) {
    visit::Viewer viewer{here_, parent, {R::anyone, R::asking_parent}};
    auto granted = visit::Policy::grant<visit::Action::plan_meeting>(viewer, match, {visit::Tie::own});
    write([&](db::Write& tx) {
        trajectory::plan(tx, *granted, base::new_id<trajectory::Meeting>(services_.random), {when, place, introducer}, clock_.now());
        if (home_agreed) trajectory::agree_home(tx, *granted, clock_.now());
    });
}
void Maker::says_of_meeting(matching::MatchId const& match, visit::PersonId const& parent, trajectory::Happened answer) {
    visit::Viewer viewer{here_, parent, {R::anyone, R::asking_parent}};
    auto granted = visit::Policy::grant<visit::Action::plan_meeting>(viewer, match, {visit::Tie::own});
    write([&](db::Write& tx) { trajectory::keep_answer(tx, *granted, *trajectory::meeting_of(tx, match), answer, false, clock_.now()); });
}
void Maker::goes_on_after_trial(matching::MatchId const& match) {
    write([&](db::Write& tx) {
        auto const its = matching::find_match(tx, match);
        auto granted = visit::Policy::grant<visit::Action::answer_trial>({here_, its->parent, {R::anyone, R::asking_parent}}, match, {visit::Tie::own});
        trajectory::keep_trial_answer(tx, *granted, its->parent, trajectory::TrialAnswer::goes_on, clock_.now());
        trajectory::keep_trial_answer(tx, *granted, its->buddy, trajectory::TrialAnswer::goes_on, clock_.now());
    });
}
void Maker::tries_for(int weeks) {
    write([&](db::Write& tx) {
        auto const kept = matching::settings_of(tx);
        base::require(matching::keep_settings(tx, {kept.settings.weights, weeks}, kept.version), "settings of the demonstration are refused");
    });
}
void Maker::close(matching::MatchId const& match, visit::PersonId const& by, std::string const& reason) {
    write([&](db::Write& tx) {
        auto const its = matching::find_match(tx, match);
        base::require(trajectory::close(tx, services_.random, *its, by, {base::from_word<trajectory::EndReason>(reason).value(), trajectory::Teller::coordinator, true}, text::Language::nl, clock_.now()), "a closure of the demonstration is refused");
    });
}
void Maker::stops(matching::MatchId const& match) {
    write([&](db::Write& tx) {
        auto const its = matching::find_match(tx, match);
        base::require(trajectory::close(tx, services_.random, *its, its->parent, {trajectory::EndReason::stopped_not_asked, trajectory::Teller::coordinator, false}, text::Language::nl, clock_.now()), "a parent of the demonstration cannot stop");
    });
}
void Maker::wants_a_call_later(matching::MatchId const& match) {
    write([&](db::Write& tx) {
        trajectory::ask_later(tx, clock_.now());
        base::require(trajectory::answer_later(tx, trajectory::closure_of(tx, match)->id, trajectory::Later::call, clock_.now()), "an answer of the demonstration is refused");
    });
}
void Maker::helps_more(visit::PersonId const& buddy, int capacity) {
    write([&](db::Write& tx) { tx.run("update offers set capacity = :capacity where partnership = :partnership and person = :buddy", capacity, here_, buddy); });
}
void Maker::asks_how_it_goes() {
    write([&](db::Write& tx) { check_in::make_due(tx, services_.random, clock_.now()); });
}
void Maker::says_how_it_goes(visit::PersonId const& person, check_in::Said const& said) {
    write([&](db::Write& tx) {
        for (auto const& entry : check_in::of(tx, person))
            if (entry.open()) return base::require(check_in::answer(tx, services_.keys, entry, said, clock_.now()), "an answer of the demonstration is refused");
        throw base::Impossible{"nobody of the demonstration was asked how it goes"};
    });
}
void Maker::look_back(visit::PersonId const& parent, feedback::Answers const& answers, bool read) {
    auto id = base::new_id<feedback::Feedback>(services_.random);
    write([&](db::Write& tx) {
        feedback::add(tx, services_.keys, id, *matching::ended_match_of(tx, parent), answers, clock_.now());
        if (read) feedback::note_read(tx, id, clock_.now());
    });
}
void Maker::consult(visit::PersonId const& buddy, std::string const& question) {
    write([&](db::Write& tx) { support::ask(tx, services_.keys, base::new_id<support::Consult>(services_.random), buddy, question, clock_.now()); });
}
void Maker::worry(visit::PersonId const& by, std::string const& words, std::string const& reach) {
    auto id = base::new_id<worry::Worry>(services_.random);
    worry::make_key(services_.keys, id);
    write([&](db::Write& tx) { worry::add(tx, services_.keys, id, by, {words, reach, worry::ParentKnows::unsure}, clock_.now()); });
}

} // namespace app
