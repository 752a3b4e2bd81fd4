#include "matching/store_plan.h"

#include "matching/couple.h"
#include "matching/kept_apart.h"
#include "matching/proposal.h"
#include "matching/store_couples.h"
#include "people/school.h"
#include "people/store_restriction.h"
#include "platform/base/require.h"
#include "training/store_completion.h"

#include <algorithm>
#include <unordered_map>

namespace matching {
namespace {
using visit::PersonId;
using SaidOfSchool = help_request::OwnSchool;

/// What someone said of the own school or village, as the engine takes it.
OwnSchool wish(SaidOfSchool said) {
    switch (said) {
    case SaidOfSchool::not_said: return OwnSchool::not_said;
    case SaidOfSchool::fine: return OwnSchool::fine;
    case SaidOfSchool::rather: return OwnSchool::please;
    case SaidOfSchool::rather_not: return OwnSchool::rather_not;
    }
    throw base::Impossible{"a wish that is none"};
}
OwnSchool agreed(std::optional<people::SameSchool> arranged) {
    if (!arranged) return OwnSchool::not_said;
    switch (*arranged) {
    case people::SameSchool::no: return OwnSchool::rather_not;
    case people::SameSchool::allowed: return OwnSchool::fine;
    case people::SameSchool::preferred: return OwnSchool::please;
    }
    throw base::Impossible{"an arrangement that is none"};
}
std::optional<Place> place(std::optional<int> latitude, std::optional<int> longitude) { return latitude && longitude ? std::optional{Place{*latitude, *longitude}} : std::nullopt; }
std::set<std::string> words(std::string const& text) {
    std::set<std::string> all;
    for (std::size_t at = 0; at < text.size();) {
        auto const end = std::min(text.find(' ', at), text.size());
        if (end > at) all.insert(text.substr(at, end - at));
        at = end + 1;
    }
    return all;
}

struct Request {
    help_request::HelpRequestId id;
    PersonId person;
    std::string situations, ways, languages;
    std::optional<int> postcode;
    std::optional<Experience> experience;
    base::Moment asked_at;
    std::string times;
    SaidOfSchool own_school, own_village;
    std::string knowledge;
    bool region_hard, times_hard;
    std::optional<std::string> school;
    std::string child_group;
    std::optional<people::SameSchool> same_school;
    std::optional<int> latitude, longitude;
};
constexpr std::string_view requests = "select h.id, h.person, h.situations, h.ways, h.languages, h.postcode, h.experience, h.asked_at, h.times, h.own_school, h.own_village, h.knowledge, h.region_hard, h.times_hard, h.school, h.child_group, s.same_school, p.latitude, p.longitude "
                                      "from help_requests h left join schools s on s.id = h.school and s.partnership = h.partnership left join postcodes p on p.postcode = h.postcode where h.partnership = :partnership ";

Wanted wanted(Request const& row, base::Date today) {
    Wanted w{help_request::split<Situation>(row.situations), help_request::split<Way>(row.ways), row.languages, row.postcode, row.experience.value_or(Experience::none), row.id.value()};
    w.place = place(row.latitude, row.longitude);
    w.region_hard = row.region_hard;
    w.times = help_request::times_from(row.times);
    w.times_hard = row.times_hard;
    w.school = row.school;
    if (row.school && !row.child_group.empty()) w.own_class = *row.school + "/" + row.child_group;
    w.own_school = wish(row.own_school);
    w.own_village = wish(row.own_village);
    w.agreed_with_school = agreed(row.same_school);
    w.knowledge = words(row.knowledge);
    w.waits = std::max(0, base::days_between(base::local_date(row.asked_at), today));
    return w;
}

struct OfferRow {
    PersonId person;
    std::string situations, ways, languages;
    std::optional<int> postcode;
    int capacity;
    std::optional<base::Date> paused_until;
    base::Moment confirmed_at;
    std::string times;
    SaidOfSchool own_school;
    std::optional<int> distance_km;
    bool car;
    std::string knowledge;
    bool region_hard, times_hard;
    std::optional<int> latitude, longitude;
};
constexpr std::string_view offers = "select o.person, o.situations, o.ways, o.languages, o.postcode, o.capacity, o.paused_until, o.confirmed_at, o.times, o.own_school, o.distance_km, o.car, o.knowledge, o.region_hard, o.times_hard, p.latitude, p.longitude from offers o left join postcodes p on p.postcode = o.postcode where o.partnership = :partnership";

void take(Candidate& c, OfferRow const& row, base::Date today) {
    c.situations = help_request::split<Situation>(row.situations);
    c.ways = help_request::split<Way>(row.ways);
    c.languages = row.languages;
    c.postcode = row.postcode;
    c.place = place(row.latitude, row.longitude);
    c.capacity = row.capacity;
    c.paused_until = row.paused_until;
    c.offer_stands = !offer_is_old(row.confirmed_at, today);
    c.times = help_request::times_from(row.times);
    c.times_hard = row.times_hard;
    c.own_school = wish(row.own_school);
    c.travels = row.distance_km;
    c.car = row.car;
    c.knowledge = words(row.knowledge);
    c.region_hard = row.region_hard;
}

struct Counted {
    PersonId person;
    int ever, live;
    std::optional<base::Moment> last_end;
};
struct Since {
    PersonId person;
    base::Moment since;
};
struct ChildOf {
    PersonId person;
    std::string school, groups;
};
struct Two {
    PersonId one, other;
};
/// Who stands beside a parent now.
struct Beside {
    PersonId buddy;
    std::optional<PersonId> partner;
    bool has(PersonId const& person) const { return buddy == person || partner == person; }
};
struct Exit {
    PersonId buddy;
    std::optional<PersonId> partner;
    PersonId parent;
    std::optional<base::Moment> ended_at;
    std::optional<std::string> reason;
};
struct KeptApart {
    PersonId one, other;
    ApartKind kind;
};

/// Everything of the buddies that holds whatever the request; a couple is one.
std::vector<Candidate> candidates(db::Door& door, bool vog_required, base::Date today) {
    auto const& partnership = door.scope().partnership;
    std::vector<Candidate> all;
    std::unordered_map<std::string, std::size_t> at;
    auto trained = training::going_on(door, vog_required);
    // whose data are under lock is proposed to nobody
    auto const locked = people::restricted(door);
    std::erase_if(trained, [&](auto const& one) { return locked.contains(one.person); });
    all.reserve(trained.size());
    at.reserve(trained.size());
    for (auto const& one : trained) {
        at.emplace(one.person.value(), all.size());
        all.push_back({one.person, {}, {}, "", {}, 1, 0, 0, false, {}});
    }
    auto of = [&](PersonId const& person) -> Candidate* {
        auto const found = at.find(person.value());
        return found == at.end() ? nullptr : &all[found->second];
    };
    for (auto const& row : door.list<OfferRow>(std::string{offers}, partnership))
        if (auto const its = at.find(row.person.value()); its != at.end()) {
            take(all[its->second], row, today);
            all[its->second].ready = trained[its->second].ready;
        }
    std::unordered_map<std::string, base::Moment> since;
    for (auto const& row : door.list<Since>("select person, since from person_roles where partnership = :partnership and role = 'buddy' and until is null", partnership)) since.emplace(row.person.value(), row.since);
    for (auto const& row : door.list<Since>("select person, max(left_at) from departures where partnership = :partnership group by person", partnership))
        if (auto its = since.find(row.person.value()); its != since.end()) its->second = std::max(its->second, row.since);
    for (auto const& row : door.list<Counted>("select person, count(*), sum(case when ended_at is null then 1 else 0 end), max(ended_at) from (select buddy as person, ended_at from matches where partnership = :partnership union all select partner, ended_at from matches where partnership = :partnership and partner is not null) as m group by person", partnership)) {
        if (auto* c = of(row.person)) c->earlier_matches = row.ever, c->live_matches = row.live;
        if (auto its = since.find(row.person.value()); its != since.end() && row.last_end) its->second = std::max(its->second, *row.last_end);
    }
    for (auto& c : all)
        if (auto its = since.find(c.buddy.value()); its != since.end() && c.live_matches == 0) c.waits = std::max(0, base::days_between(base::local_date(its->second), today));
    for (auto const& row : door.list<ChildOf>("select person, school, child_groups from offer_schools where partnership = :partnership", partnership))
        if (auto* c = of(row.person)) {
            c->schools.insert(row.school);
            for (auto const& group : words(row.groups)) c->classes.insert(row.school + "/" + group);
        }
    std::vector<bool> gone(all.size(), false);
    // a match of both counts once, which the counts of each alone do not tell
    auto const together_now = door.list<Beside>("select buddy, partner from matches where partnership = :partnership and ended_at is null", partnership);
    for (auto const& couple : couples(door)) {
        auto *one = of(couple.one), *other = of(couple.other);
        if (one && other) {
            auto const live = std::count_if(together_now.begin(), together_now.end(), [&](Beside const& each) { return each.has(couple.one) || each.has(couple.other); });
            *one = together(*one, *other, static_cast<int>(live));
            gone[at.at(couple.other.value())] = true;
        } else if (one) *one = alone(*one, couple.other);
        else if (other) *other = alone(*other, couple.one);
    }
    std::vector<Candidate> left;
    left.reserve(all.size());
    for (std::size_t i = 0; i < all.size(); ++i)
        if (!gone[i]) left.push_back(std::move(all[i]));
    return left;
}

World world(db::Door& door, std::vector<Request> const& rows, bool vog_required, base::Date today) {
    auto const& partnership = door.scope().partnership;
    World world;
    world.buddies = candidates(door, vog_required, today);
    std::unordered_multimap<std::string, std::size_t> requests_of; // a parent may have asked before
    for (auto const& row : rows) {
        requests_of.emplace(row.person.value(), world.requests.size());
        world.requests.push_back(wanted(row, today));
    }
    std::unordered_map<std::string, std::size_t> buddy_at;
    for (std::size_t i = 0; i < world.buddies.size(); ++i) {
        buddy_at.emplace(world.buddies[i].buddy.value(), i);
        if (world.buddies[i].partner) buddy_at.emplace(world.buddies[i].partner->value(), i);
    }
    auto know = [&](PersonId const& parent, PersonId const& buddy, auto const& note) {
        auto const its = buddy_at.find(buddy.value());
        if (its == buddy_at.end()) return;
        for (auto [from, to] = requests_of.equal_range(parent.value()); from != to; ++from) note(world.between[{from->second, its->second}]);
    };
    auto either_way = [&](Two const& two, auto const& note) {
        know(two.one, two.other, note);
        know(two.other, two.one, note);
    };

    // one human under two names, as the same mail address or a person said
    std::unordered_multimap<std::string, PersonId> same;
    auto const doubles = door.list<Two>("select a.id, b.id from (select mail_hash from people where partnership = :partnership group by mail_hash having count(*) > 1) twice join people a on a.partnership = :partnership and a.mail_hash = twice.mail_hash join people b on b.partnership = :partnership and b.mail_hash = twice.mail_hash and b.id > a.id union select one, other from likenesses where partnership = :partnership and same = 1", partnership);
    for (auto const& row : doubles) {
        same.emplace(row.one.value(), row.other);
        same.emplace(row.other.value(), row.one);
        either_way(row, [](Between& b) { b.same_person = true; });
    }
    for (auto const& row : rows) know(row.person, row.person, [](Between& b) { b.same_person = true; });
    auto names_of = [&](PersonId const& person) {
        std::vector<PersonId> all{person};
        for (auto [from, to] = same.equal_range(person.value()); from != to; ++from) all.push_back(from->second);
        return all;
    };

    for (auto const& row : door.list<Exit>("select p.buddy, p.partner, h.person, p.ended_at, null from proposals p join help_requests h on h.partnership = p.partnership and h.id = p.request where p.partnership = :partnership and (p.buddy_answer in ('no', 'known') or p.partner_answer in ('no', 'known') or p.parent_answer = 'no')", partnership)) {
        know(row.parent, row.buddy, [](Between& b) { b.said_no = true; });
        if (row.partner) know(row.parent, *row.partner, [](Between& b) { b.said_no = true; });
    }
    for (auto const& row : door.list<Exit>("select buddy, partner, parent, ended_at, end_reason from matches where partnership = :partnership union all select d.person, null, m.parent, d.left_at, null from departures d join matches m on m.partnership = d.partnership and m.id = d.match where d.partnership = :partnership", partnership))
        for (auto const* buddy : {&row.buddy, row.partner ? &*row.partner : nullptr}) {
            if (!buddy) continue;
            if (row.ended_at && row.reason != "goal_reached") know(row.parent, *buddy, [](Between& b) { b.earlier_exit = true; });
            // who is beside someone cannot be helped by that someone, under whichever name
            if (!row.ended_at)
                for (auto const& helper : names_of(*buddy))
                    for (auto const& helped : names_of(row.parent)) know(helper, helped, [](Between& b) { b.both_roles = true; });
        }
    for (auto const& row : door.list<KeptApart>("select one, other, kind from kept_apart where partnership = :partnership", partnership))
        for (auto const& one : names_of(row.one))
            for (auto const& other : names_of(row.other)) either_way({one, other}, [&](Between& b) { (row.kind == ApartKind::close ? b.close : b.never_together) = true; });
    return world;
}

} // namespace

World waiting_list(db::Door& door, bool vog_required, base::Date today) {
    return world(door,
                 door.list<Request>(std::string{requests} + "and h.ended_at is null and h.text_approved_at is not null and (h.paused_until is null or h.paused_until <= :today) and not exists (select 1 from restrictions l where l.partnership = h.partnership and l.person = h.person and l.ended_at is null) and not exists (select 1 from proposals o where o.partnership = h.partnership and o.request = h.id and o.ended_at is null) order by h.asked_at, h.id", door.scope().partnership, today),
                 vog_required, today);
}
World world_of(db::Door& door, help_request::HelpRequestId const& request, bool vog_required, base::Date today) { return world(door, door.list<Request>(std::string{requests} + "and h.id = :id", door.scope().partnership, request), vog_required, today); }

} // namespace matching
