#pragma once
// Makes the people and acts of a demonstration through the same rules and stores as real ones, at moments of a clock that is set.
#include "app/program.h"
#include "check_in/check_in.h"
#include "competence/store_assessment.h"
#include "feedback/asking.h"
#include "help_request/store_help_request.h"
#include "intake/store_interview.h"
#include "matching/store_matching.h"
#include "people/school.h"
#include "recruitment/store_sign_up.h"
#include "training/card.h"
#include "training/store_edition.h"
#include "trajectory/contact.h"
#include "trajectory/meeting.h"

#include <array>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace app {

class Maker {
public:
    Maker(Program& program, base::FixedClock& clock) : program_{program}, services_{program.services()}, clock_{clock} {}

    struct Candidate {
        visit::PersonId person;
        recruitment::SignUpId sign_up;
    };
    struct Request {
        visit::PersonId person;
        help_request::HelpRequestId request;
    };
    /// What a request asks, beside name and address.
    struct Asks {
        std::set<help_request::Situation> situations;
        std::string words;
        int postcode;
        recruitment::Channel channel = recruitment::Channel::school_contact;
    };
    /// How far the coordinator and the parent have come with a request.
    enum class Talk { none,
                      answered,
                      clarified,
                      approved };

    /// The partnership in which everything that follows is made.
    void partnership(people::Partnership const& facts);
    visit::PartnershipId const& here() const { return here_; }
    /// Sets the clock to a time of day some days before the day of `now`; negative days lie ahead.
    void at(base::Moment now, int days_ago, int hour = 10, int minute = 0);
    void at(base::Moment moment) { clock_.set(moment); }
    base::Moment now() const { return clock_.now(); }

    visit::PersonId person(std::string const& name, std::string const& mail, std::string const& phone, std::vector<visit::Role> const& roles);
    /// An account for a person; an address that has one already gets another place.
    void account(visit::PersonId const& id, std::string const& mail);
    void wait_for_role(visit::PersonId const& id, visit::Role role, visit::PersonId const& entered_by);
    people::SchoolId school(std::string const& name, std::string const& place, std::string const& kind, int postcode, int pupils);
    void arrange(people::SchoolId const& school, people::Arrangements const& arrangements);
    void moment(people::SchoolId const& school, people::SchoolMomentKind kind, std::string const& note, visit::PersonId const& by);
    void contact_at(people::SchoolId const& school, people::Position position, std::string const& name, std::string const& mail, std::string const& phone);
    Candidate sign_up(std::string const& name, std::string const& mail, recruitment::Channel channel, std::string const& motive, bool confirmed);
    void withdraw(Candidate const& candidate, std::optional<recruitment::WithdrawReason> reason = {});
    intake::InterviewId interview(Candidate const& candidate, visit::PersonId const& by, base::Moment when);
    intake::OutcomeId outcome(intake::InterviewId const& interview, visit::PersonId const& by, intake::Advice advice, std::string const& words, std::optional<base::Date> again, bool discussed);
    void answer(visit::PersonId const& candidate, intake::Answer answer, std::string const& words, bool other_person = false);
    void may_be_kept_longer(visit::PersonId const& candidate);
    void learning_point(visit::PersonId const& candidate, visit::PersonId const& by, std::string const& words, bool released);
    void accepts_agreement(visit::PersonId const& buddy);
    void vog(visit::PersonId const& buddy, visit::PersonId const& by, std::optional<base::Date> seen, std::optional<base::Date> asked = {});
    void message(visit::PersonId const& to, visit::PersonId const& by, std::string const& words);
    void called(visit::PersonId const& whom, visit::PersonId const& by);
    training::EditionId edition(visit::PersonId const& by, visit::PersonId const& trainer, std::string const& name, base::Moment first, base::Moment second);
    /// Skips parts of an evening, by their names in the standard programme.
    void skips(training::EditionId const& edition, int evening, std::vector<std::string> const& parts, visit::PersonId const& by);
    /// An own conversation card.
    void card(visit::PersonId const& by, training::CardText const& text);
    void joins(training::EditionId const& edition, visit::PersonId const& person);
    void attends(training::EditionId const& edition, visit::PersonId const& person, visit::PersonId const& by, std::array<std::optional<training::Presence>, 2> presence);
    /// Asks a group for a recording; with an address everyone agreed, and then one may have taken that back.
    void recording(training::EditionId const& edition, visit::PersonId const& by, std::string const& about, std::string const& url, std::optional<visit::PersonId> const& takes_back);
    void goes_on(visit::PersonId const& person, visit::PersonId const& by);
    void ready(visit::PersonId const& person, visit::PersonId const& by);
    void stops(visit::PersonId const& person);
    /// Fills in the questionnaire; scores rise from `from`, a goal may go to the trainers.
    competence::SelfAssessmentId assesses(visit::PersonId const& person, competence::Moment moment, int from, std::string const& goal = {}, bool released = false);
    void shares(competence::SelfAssessmentId const& assessment, visit::PersonId const& person, competence::Audience audience);
    void consents_to_research(visit::PersonId const& person);
    void offer(visit::PersonId const& person, std::set<help_request::Situation> const& situations, int postcode, std::string const& village);
    Request request(std::string const& name, std::string const& mail, Asks const& asks, Talk talk, std::string const& short_text = {});
    /// Lets someone else than the coordinator read a request, as its parent chose.
    void read_by(Request const& request, visit::PersonId const& reader);
    Request call_back(std::string const& name, std::string const& phone);
    matching::ProposalId propose(Request const& request, visit::PersonId const& buddy, visit::PersonId const& by);
    /// A buddy asks something before answering the proposal for a request.
    void asks_first(Request const& request, visit::PersonId const& buddy, std::string const& question);
    /// A parent lets a professional think along, who answered; the parent has not let anyone read that yet.
    void lets_think_along(Request const& request, std::string const& name, std::string const& mail, std::string const& words);
    /// A parent and a buddy who found each other; the buddy said yes already.
    void found_each_other(Request const& request, visit::PersonId const& buddy, visit::PersonId const& by);
    void couple(visit::PersonId const& one, visit::PersonId const& other, visit::PersonId const& by);
    /// One of a couple leaves; what the parents of their matches say is still open.
    void parts(visit::PersonId const& leaver);
    matching::MatchId match(Request const& request, visit::PersonId const& buddy, visit::PersonId const& by);
    void contact(matching::MatchId const& match, visit::PersonId const& buddy, trajectory::Way way, int minutes, bool wants_to_talk = false);
    void meeting(matching::MatchId const& match, visit::PersonId const& parent, base::Moment when, trajectory::MeetingPlace place, trajectory::Introducer introducer, bool home_agreed = false);
    /// A parent says how a meeting went.
    void says_of_meeting(matching::MatchId const& match, visit::PersonId const& parent, trajectory::Happened answer);
    /// Both of a match go on after the trial.
    void goes_on_after_trial(matching::MatchId const& match);
    /// How many weeks a match is tried from now on.
    void tries_for(int weeks);
    void close(matching::MatchId const& match, visit::PersonId const& by, std::string const& reason);
    /// The parent of a match stops, and lets the coordinator tell it.
    void stops(matching::MatchId const& match);
    /// Three months after a closure the parent is asked how it goes, and wants a call.
    void wants_a_call_later(matching::MatchId const& match);
    /// A buddy offers to stand beside more than one parent.
    void helps_more(visit::PersonId const& buddy, int capacity);
    /// Everyone for whom it is due is asked how it goes; and one of them answers.
    void asks_how_it_goes();
    void says_how_it_goes(visit::PersonId const& person, check_in::Said const& said);
    void look_back(visit::PersonId const& parent, feedback::Answers const& answers, bool read);
    void consult(visit::PersonId const& buddy, std::string const& question);
    void worry(visit::PersonId const& by, std::string const& words, std::string const& reach);
    void write(std::function<void(db::Write&)> const& work);
    reception::Services& services() { return services_; }

private:
    Program& program_;
    reception::Services& services_;
    base::FixedClock& clock_;
    visit::PartnershipId here_{""};
    int phones_ = 3344; ///< everyone has a number of their own
};

/// What was arranged and done at the schools of the two; `schools` in the order in which they were made.
void make_schools_of_pilot(Maker& make, std::vector<people::SchoolId> const& schools, visit::PersonId const& coordinator);
void make_schools_of_today(Maker& make, base::Moment now, visit::PersonId const& coordinator);
/// The first pilot replayed: ten sign-ups, eight people trained, four matches, with invented people and places; it stands still at its end.
void make_pilot(Maker& make);
/// Texts of the partnership's own: one published, one put before readers, with their comments.
void make_materials(Maker& make, base::Moment now, visit::PersonId const& coordinator);
/// A partnership of today, in which every kind of row of the worklist occurs; the demonstration accounts belong to it. `now` is today.
void make_today(Maker& make, base::Moment now);

} // namespace app
