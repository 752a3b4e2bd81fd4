#include "matching/store_pairs.h"

#include "matching/ranking.h"
#include "matching/store_couples.h"
#include "matching/store_plan.h"
#include "matching/store_settings.h"
#include "training/store_completion.h"

#include <algorithm>

namespace matching {
namespace {
constexpr std::string_view columns = "select id, request, parent, buddy, made_at, ended_at from pairs ";
}

bool make_pair(db::Write& tx, PairId const& id, help_request::HelpRequestId const& request, visit::PersonId const& parent, visit::PersonId const& buddy, visit::PersonId const& by, base::Moment now) {
    return tx.run("insert into pairs (id, partnership, request, parent, buddy, made_by, made_at) values (:id, :partnership, :request, :parent, :buddy, :by, :now) on conflict do nothing", id, tx.scope().partnership, request, parent, buddy, by, now) == 1;
}
std::optional<PairRow> find_pair(db::Door& door, PairId const& id) { return door.find<PairRow>(std::string{columns} + "where partnership = :partnership and id = :id", door.scope().partnership, id); }
std::vector<PairRow> open_pairs(db::Door& door) { return door.list<PairRow>(std::string{columns} + "where partnership = :partnership and ended_at is null order by made_at, id", door.scope().partnership); }
std::vector<PairRow> open_pairs_of(db::Door& door, visit::PersonId const& person) {
    auto const couple = couple_of(door, person);
    return door.list<PairRow>(std::string{columns} + "where partnership = :partnership and ended_at is null and (parent = :person or buddy = :person or buddy = :other) order by made_at, id", door.scope().partnership, person, couple ? couple->beside(person) : person);
}
std::vector<visit::PersonId> people_of(db::Door& door, PairRow const& pair) {
    std::vector all{pair.parent, pair.buddy};
    if (auto const couple = couple_of(door, pair.buddy)) all.push_back(couple->beside(pair.buddy));
    return all;
}
std::vector<PairAnswer> answers_of(db::Door& door, PairId const& pair) { return door.list<PairAnswer>("select person, given_on, gives, noted_by from pair_answers where partnership = :partnership and pair = :pair order by given_on, person", door.scope().partnership, pair); }
bool agree(db::Write& tx, PairRow const& pair, PairAnswer const& answer) {
    // the pair is locked, so that it cannot end in between
    if (tx.run("update pairs set ended_at = null where partnership = :partnership and id = :id and ended_at is null", tx.scope().partnership, pair.id) == 0) return false;
    tx.run("insert into pair_answers (partnership, pair, person, given_on, gives, noted_by) values (:partnership, :pair, :person, :given_on, :gives, :by) on conflict (partnership, pair, person) do update set given_on = excluded.given_on, gives = excluded.gives, noted_by = excluded.noted_by", tx.scope().partnership, pair.id, answer.person,
           answer.given_on, answer.gives, answer.noted_by);
    return true;
}
bool end_pair(db::Write& tx, PairId const& id, base::Moment now) { return tx.run("update pairs set ended_at = :now where partnership = :partnership and id = :id and ended_at is null", now, tx.scope().partnership, id) == 1; }
void let_old_pairs_go(db::Write& tx, base::Moment now) {
    tx.run("update pairs set ended_at = :now where partnership = :partnership and ended_at is null and made_at < :since", now, tx.scope().partnership, now - std::chrono::hours{24 * pair_kept_for});
}
std::vector<Lack> lacks_of(db::Door& door, PairRow const& pair, bool vog_required, base::Date today) {
    auto const agreed = answers_of(door, pair.id);
    auto const buddies = people::with_role(door, visit::Role::buddy);
    std::vector<Half> halves;
    for (auto const& person : people_of(door, pair)) {
        Half half{person, person == pair.parent, std::any_of(agreed.begin(), agreed.end(), [&](auto const& each) { return each.person == person; })};
        if (!half.parent) {
            half.is_buddy = std::find(buddies.begin(), buddies.end(), person) != buddies.end();
            half.has_offer = offer_of(door, person).has_value();
            half.steps_missing = training::missing(training::steps_of(door, person, vog_required));
        }
        halves.push_back(std::move(half));
    }
    Few<Limit> limits;
    auto const world = world_of(door, pair.request, vog_required, today);
    if (!world.requests.empty())
        for (auto const& ranked : rank(world, 0, yardstick(door, today)))
            if (ranked.buddy == pair.buddy || ranked.partner == pair.buddy) limits = limits_of_pair(ranked.limits);
    return lacks(halves, live_match_of_parent(door, pair.parent).has_value(), limits);
}
bool begin_from_pair(db::Write& tx, MatchId const& id, PairRow const& pair, bool vog_required, base::Moment now) {
    if (!lacks_of(tx, pair, vog_required, base::local_date(now)).empty()) return false;
    if (tx.run("update pairs set ended_at = :now, match = :match where partnership = :partnership and id = :id and ended_at is null", now, id, tx.scope().partnership, pair.id) == 0) return false;
    ProposalRow both{ProposalId{pair.id.value()}, pair.request, pair.buddy, pair.made_at, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, ""};
    auto capacity = offer_of(tx, pair.buddy)->capacity;
    if (auto const couple = couple_of(tx, pair.buddy)) {
        both.partner = couple->beside(pair.buddy);
        capacity = std::min(capacity, offer_of(tx, *both.partner)->capacity);
    }
    auto parent_gives = Gives::appointment, buddy_gives = offer_of(tx, pair.buddy)->gives;
    for (auto const& each : answers_of(tx, pair.id)) {
        if (!each.gives) continue;
        if (each.person == pair.parent) parent_gives = *each.gives;
        if (each.person == pair.buddy) buddy_gives = *each.gives;
        if (each.person == both.partner) both.partner_gives = *each.gives;
    }
    if (auto const open = open_proposal_for(tx, pair.request)) lapse(tx, open->id, now);
    return begin(tx, id, both, pair.parent, parent_gives, buddy_gives, capacity, now);
}
std::vector<Asking> parents_without_buddy(db::Door& door) {
    return door.list<Asking>("select r.person, (select h.id from help_requests h where h.partnership = r.partnership and h.person = r.person order by h.asked_at desc, h.id limit 1) as request from person_roles r where r.partnership = :partnership and r.role = 'asking_parent' and r.until is null "
                             "and exists (select 1 from help_requests h where h.partnership = r.partnership and h.person = r.person) and not exists (select 1 from matches m where m.partnership = r.partnership and m.parent = r.person and m.ended_at is null) order by r.person",
                             door.scope().partnership);
}

} // namespace matching
