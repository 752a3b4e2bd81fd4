#pragma once
// Proposals and matches in the database.
#include "help_request/store_help_request.h"
#include "matching/store_offers.h"
#include "people/store_people.h"

#include <optional>
#include <vector>

namespace matching {

struct Proposal;
using ProposalId = base::Id<Proposal>;
struct Match;
using MatchId = base::Id<Match>;

enum class Answer { yes,
                    no,
                    known };
struct ProposalRow {
    ProposalId id;
    help_request::HelpRequestId request;
    visit::PersonId buddy;
    base::Moment made_at;
    std::optional<Answer> buddy_answer, parent_answer;
    std::optional<base::Moment> buddy_answered_at, parent_answered_at, ended_at;
    std::optional<visit::PersonId> partner; ///< the other half of a couple
    std::optional<Answer> partner_answer;
    std::optional<base::Moment> partner_answered_at;
    std::optional<Gives> buddy_gives, partner_gives; ///< what each chose with the yes; nothing means what the offer says
    std::string reason;                              ///< why the buddy was proposed all the same, beyond a limit; empty without one
    /// Whether someone is asked in this proposal.
    bool asks(visit::PersonId const& person) const { return buddy == person || partner == person; }
    /// Whether the buddy said yes, or both of a couple did.
    bool accepted() const { return buddy_answer == Answer::yes && (!partner || partner_answer == Answer::yes); }
    std::optional<Answer> answer_of(visit::PersonId const& person) const { return buddy == person ? buddy_answer : partner_answer; }
    /// The buddy, or both of a couple.
    std::vector<visit::PersonId> buddies() const { return partner ? std::vector{buddy, *partner} : std::vector{buddy}; }
    /// Since when whoever must answer now was asked: the parent after the last yes.
    base::Moment asked_since() const { return accepted() ? std::max(buddy_answered_at.value_or(made_at), partner_answered_at.value_or(made_at)) : made_at; }
};
struct MatchRow {
    MatchId id;
    help_request::HelpRequestId request;
    visit::PersonId parent, buddy;
    base::Moment begun_at;
    Gives parent_gives, buddy_gives;
    std::optional<base::Moment> ended_at;
    std::optional<visit::PersonId> partner; ///< the other half of a couple
    std::optional<Gives> partner_gives;
    std::optional<base::Date> trial_until; ///< the day on which both are asked whether to go on
    /// Whether someone stands beside the parent of this match.
    bool has_buddy(visit::PersonId const& person) const { return buddy == person || partner == person; }
    /// The buddy, or both of a couple.
    std::vector<visit::PersonId> buddies() const { return partner ? std::vector{buddy, *partner} : std::vector{buddy}; }
    /// What one of the buddies gives to be reached by.
    Gives gives(visit::PersonId const& person) const { return person == buddy ? buddy_gives : partner_gives.value_or(buddy_gives); }
    /// Whether someone gives no number and no address, so that they reach each other at a meeting only.
    bool only_by_meeting() const { return parent_gives == Gives::appointment || buddy_gives == Gives::appointment || partner_gives == Gives::appointment; }
};

/// Proposes a buddy, with the other half when the buddy is of a couple; false when another proposal for this request is still open.
bool propose(db::Write& tx, ProposalId const& id, help_request::HelpRequestId const& request, visit::PersonId const& buddy, std::string const& reason, visit::PersonId const& by, base::Moment now);
std::optional<ProposalRow> find_proposal(db::Door& door, ProposalId const& id);
std::optional<ProposalRow> open_proposal_for(db::Door& door, help_request::HelpRequestId const& request);
std::vector<ProposalRow> open_proposals_to(db::Door& door, visit::PersonId const& buddy);
/// Every proposal that waits for an answer.
std::vector<ProposalRow> open_proposals(db::Door& door);
/// When whoever must answer was reminded last, and that it was now.
std::optional<base::Moment> reminded_at(db::Door& door, ProposalId const& id);
void note_reminded(db::Write& tx, ProposalId const& id, base::Moment now);
/// The answer of one who is asked, with the way that person gives when it becomes a match; a no ends the proposal, also of one of a couple. True for that person's first answer.
bool answer_as_buddy(db::Write& tx, ProposalId const& id, visit::PersonId const& who, Answer answer, base::Moment now, std::optional<Gives> gives = {});
/// The parent's answer, after the yes of the buddy or of both of a couple; a no ends the proposal. True for the first answer.
bool answer_as_parent(db::Write& tx, ProposalId const& id, Answer answer, base::Moment now);
/// Ends a proposal to which nobody can say yes any more, so that another can be made.
void lapse(db::Write& tx, ProposalId const& id, base::Moment now);
/// Ends every proposal to someone that is still open, answered or not; a match that is being made at this moment goes first.
void end_proposals_to(db::Write& tx, visit::PersonId const& buddy, base::Moment now);
/// Makes the match of all yeses; false when the capacity of the buddy, or of the couple together, is used up meanwhile, or one of them is a buddy no longer. It begins with a trial when the partnership wants one.
bool begin(db::Write& tx, MatchId const& id, ProposalRow const& proposal, visit::PersonId const& parent, Gives parent_gives, Gives buddy_gives, int capacity, base::Moment now);
std::optional<MatchRow> find_match(db::Door& door, MatchId const& id);
/// The live match of a parent.
std::optional<MatchRow> live_match_of_parent(db::Door& door, visit::PersonId const& parent);
std::vector<MatchRow> live_matches_of_buddy(db::Door& door, visit::PersonId const& buddy);
/// All matches, live ones first.
std::vector<MatchRow> matches(db::Door& door);
/// What one of a live match gives to be reached by from now on; false when it has ended.
bool change_way(db::Write& tx, MatchId const& id, visit::PersonId const& person, Gives gives);
/// Ends a match; access ends with it. True for the first time.
bool end_match(db::Write& tx, MatchId const& id, visit::PersonId const& by, std::string const& reason, base::Moment now);
/// Makes an ended match live again as it was; false when the parent has a live match by now or asks no more, the two are kept apart, the places of the buddy are taken, or one of them is a buddy no longer.
bool resume(db::Write& tx, MatchRow const& match);

} // namespace matching

template <>
struct base::Words<matching::Answer> {
    using A = matching::Answer;
    static constexpr std::array entries{Word<A>{A::yes, "yes"}, Word<A>{A::no, "no"}, Word<A>{A::known, "known"}};
};
