#include "matching/store_matching.h"

#include "matching/store_kept_apart.h"

#include "matching/proposal.h"
#include "matching/store_couples.h"
#include "matching/store_settings.h"

#include <algorithm>

namespace matching {
namespace {
constexpr std::string_view proposal_columns = "select id, request, buddy, made_at, buddy_answer, parent_answer, buddy_answered_at, parent_answered_at, ended_at, partner, partner_answer, partner_answered_at, buddy_gives, partner_gives, reason from proposals ";
constexpr std::string_view match_columns = "select id, request, parent, buddy, begun_at, parent_gives, buddy_gives, ended_at, partner, partner_gives, trial_until from matches ";
/// A proposal counts only while its request does, and a buddy reads and answers only a text that the parent approved.
constexpr std::string_view request_lives = "exists (select 1 from help_requests h where h.partnership = proposals.partnership and h.id = proposals.request and h.ended_at is null)";
constexpr std::string_view text_stands = "exists (select 1 from help_requests h where h.partnership = proposals.partnership and h.id = proposals.request and h.ended_at is null and h.text_approved_at is not null)";
} // namespace

bool propose(db::Write& tx, ProposalId const& id, help_request::HelpRequestId const& request, visit::PersonId const& buddy, std::string const& reason, visit::PersonId const& by, base::Moment now) {
    auto couple = couple_of(tx, buddy);
    return tx.run("insert into proposals (id, partnership, request, buddy, partner, made_by, made_at, reason) values (:id, :partnership, :request, :buddy, :partner, :by, :now, :reason) on conflict do nothing", id, tx.scope().partnership, request, buddy, couple ? std::optional{couple->beside(buddy)} : std::nullopt, by, now, reason) == 1;
}
std::optional<ProposalRow> find_proposal(db::Door& door, ProposalId const& id) { return door.find<ProposalRow>(std::string{proposal_columns} + "where partnership = :partnership and id = :id", door.scope().partnership, id); }
std::optional<ProposalRow> open_proposal_for(db::Door& door, help_request::HelpRequestId const& request) {
    return door.find<ProposalRow>(std::string{proposal_columns} + "where partnership = :partnership and request = :request and ended_at is null and " + std::string{request_lives}, door.scope().partnership, request);
}
std::vector<ProposalRow> open_proposals_to(db::Door& door, visit::PersonId const& buddy) {
    return door.list<ProposalRow>(std::string{proposal_columns} + "where partnership = :partnership and ended_at is null and ((buddy = :buddy and buddy_answer is null) or (partner = :buddy and partner_answer is null)) and " + std::string{text_stands} + " order by made_at, id", door.scope().partnership, buddy);
}
std::vector<ProposalRow> open_proposals(db::Door& door) { return door.list<ProposalRow>(std::string{proposal_columns} + "where partnership = :partnership and ended_at is null and " + std::string{request_lives} + " order by made_at, id", door.scope().partnership); }
std::optional<base::Moment> reminded_at(db::Door& door, ProposalId const& id) { return door.one<base::Moment>("select reminded_at from proposals where partnership = :partnership and id = :id", door.scope().partnership, id); }
void note_reminded(db::Write& tx, ProposalId const& id, base::Moment now) { tx.run("update proposals set reminded_at = :now where partnership = :partnership and id = :id", now, tx.scope().partnership, id); }
bool answer_as_buddy(db::Write& tx, ProposalId const& id, visit::PersonId const& who, Answer answer, base::Moment now, std::optional<Gives> gives) {
    // on PostgreSQL too the second of a couple waits here for the first, and sees that answer
    auto const ended = answer == Answer::yes ? std::optional<base::Moment>{} : now;
    auto say = [&](std::string const& one) {
        return tx.run("update proposals set " + one + "_answer = :answer, " + one + "_answered_at = :now, " + one + "_gives = :gives, ended_at = :ended where partnership = :partnership and id = :id and " + one + " = :who and " + one + "_answer is null and ended_at is null and " + std::string{text_stands}, answer, now, gives, ended, tx.scope().partnership, id, who) == 1;
    };
    return say("buddy") || say("partner");
}
bool answer_as_parent(db::Write& tx, ProposalId const& id, Answer answer, base::Moment now) {
    return tx.run(std::string{"update proposals set parent_answer = :answer, parent_answered_at = :now, ended_at = :now where partnership = :partnership and id = :id and buddy_answer = 'yes' and (partner is null or partner_answer = 'yes') and parent_answer is null and ended_at is null and "} + std::string{request_lives}, answer, now, tx.scope().partnership, id) == 1;
}
void lapse(db::Write& tx, ProposalId const& id, base::Moment now) { tx.run("update proposals set parent_answer = null, parent_answered_at = null, ended_at = :now where partnership = :partnership and id = :id", now, tx.scope().partnership, id); }
void end_proposals_to(db::Write& tx, visit::PersonId const& buddy, base::Moment now) {
    tx.run("update offers set confirmed_at = confirmed_at where partnership = :partnership and person = :buddy", tx.scope().partnership, buddy);
    tx.run("update proposals set ended_at = :now where partnership = :partnership and (buddy = :buddy or partner = :buddy) and ended_at is null", now, tx.scope().partnership, buddy);
}
namespace {
/// Whether a parent and a buddy, or a couple, may be together now; what could take their places meanwhile is locked first.
bool have_place(db::Write& tx, help_request::HelpRequestId const& request, visit::PersonId const& parent, visit::PersonId const& buddy, std::optional<visit::PersonId> const& other, int capacity) {
    auto const& partnership = tx.scope().partnership;
    auto const partner = other.value_or(buddy);
    // the offers are locked first, so that two matches cannot slip past the capacity together
    tx.run("update offers set confirmed_at = confirmed_at where partnership = :partnership and person in (:buddy, :partner)", partnership, buddy, partner);
    auto live = tx.one<std::int64_t>("select count(*) from matches where partnership = :partnership and ended_at is null and (buddy in (:buddy, :partner) or partner in (:buddy, :partner))", partnership, buddy, partner).value_or(0);
    if (live >= capacity) return false;
    // and the request, so that a pair and a proposal do not both become a match of one parent
    tx.run("update help_requests set version = version where partnership = :partnership and id = :request", partnership, request);
    if (tx.one<std::int64_t>("select count(*) from matches where partnership = :partnership and parent = :parent and ended_at is null", partnership, parent).value_or(0) > 0) return false;
    auto const standing = tx.one<std::int64_t>("select count(distinct person) from person_roles where partnership = :partnership and person in (:buddy, :partner) and role = 'buddy' and until is null", partnership, buddy, partner).value_or(0);
    return standing >= (other ? 2 : 1);
}
} // namespace
bool begin(db::Write& tx, MatchId const& id, ProposalRow const& proposal, visit::PersonId const& parent, Gives parent_gives, Gives buddy_gives, int capacity, base::Moment now) {
    auto const& partnership = tx.scope().partnership;
    auto const partner = proposal.partner.value_or(proposal.buddy);
    if (!have_place(tx, proposal.request, parent, proposal.buddy, proposal.partner, capacity)) return false;
    auto const weeks = settings_of(tx).settings.trial_weeks;
    auto gives = proposal.partner ? offer_of(tx, partner) : std::nullopt;
    tx.run("insert into matches (id, partnership, request, parent, buddy, partner, begun_at, parent_gives, buddy_gives, partner_gives, trial_until) values (:id, :partnership, :request, :parent, :buddy, :partner, :now, :parent_gives, :buddy_gives, :partner_gives, :trial)", id, partnership, proposal.request, parent, proposal.buddy,
           proposal.partner, now, parent_gives, buddy_gives, gives ? std::optional{proposal.partner_gives.value_or(gives->gives)} : std::nullopt, weeks > 0 ? std::optional{base::later(base::local_date(now), 7 * weeks)} : std::nullopt);
    help_request::end(tx, proposal.request, help_request::EndReason::matched, now);
    return true;
}
std::optional<MatchRow> find_match(db::Door& door, MatchId const& id) { return door.find<MatchRow>(std::string{match_columns} + "where partnership = :partnership and id = :id", door.scope().partnership, id); }
std::optional<MatchRow> live_match_of_parent(db::Door& door, visit::PersonId const& parent) { return door.find<MatchRow>(std::string{match_columns} + "where partnership = :partnership and parent = :parent and ended_at is null order by begun_at desc limit 1", door.scope().partnership, parent); }
std::vector<MatchRow> live_matches_of_buddy(db::Door& door, visit::PersonId const& buddy) { return door.list<MatchRow>(std::string{match_columns} + "where partnership = :partnership and (buddy = :buddy or partner = :buddy) and ended_at is null order by begun_at, id", door.scope().partnership, buddy); }
std::vector<MatchRow> matches(db::Door& door) { return door.list<MatchRow>(std::string{match_columns} + "where partnership = :partnership order by case when ended_at is null then 0 else 1 end, begun_at desc, id", door.scope().partnership); }
bool change_way(db::Write& tx, MatchId const& id, visit::PersonId const& person, Gives gives) {
    for (auto const* one : {"parent", "buddy", "partner"})
        if (tx.run(std::string{"update matches set "} + one + "_gives = :gives where partnership = :partnership and id = :id and ended_at is null and " + one + " = :person", gives, tx.scope().partnership, id, person) == 1) return true;
    return false;
}
bool end_match(db::Write& tx, MatchId const& id, visit::PersonId const& by, std::string const& reason, base::Moment now) {
    return tx.run("update matches set ended_at = :now, ended_by = :by, end_reason = :reason where partnership = :partnership and id = :id and ended_at is null", now, by, reason, tx.scope().partnership, id) == 1;
}
bool resume(db::Write& tx, MatchRow const& match) {
    auto const asks = tx.one<std::int64_t>("select count(*) from person_roles where partnership = :partnership and person = :parent and role = 'asking_parent' and until is null", tx.scope().partnership, match.parent).value_or(0);
    if (asks == 0) return false;
    for (auto const& row : kept_apart_from(tx, match.parent))
        for (auto const& one : match.buddies())
            if (row.one == one || row.other == one) return false;
    int capacity = 3;
    for (auto const& one : match.buddies()) {
        auto const its = offer_of(tx, one);
        capacity = std::min(capacity, its ? its->capacity : 1);
    }
    if (!have_place(tx, match.request, match.parent, match.buddy, match.partner, capacity)) return false;
    return tx.run("update matches set ended_at = null, ended_by = null, end_reason = null where partnership = :partnership and id = :id and ended_at is not null", tx.scope().partnership, match.id) == 1;
}

} // namespace matching
