#include "matching/couple.h"

#include <algorithm>

namespace matching {

Candidate together(Candidate const& one, Candidate const& other, int live) {
    Candidate both = one;
    both.partner = other.buddy;
    both.situations = one.situations | other.situations;
    both.ways = one.ways & other.ways;
    both.languages.add(other.languages);
    if (!both.postcode) both.postcode = other.postcode, both.place = other.place;
    if (other.travels) both.travels = std::min(both.travels.value_or(*other.travels), *other.travels);
    both.car = one.car && other.car;
    both.region_hard = one.region_hard || other.region_hard;
    // who did not say when is taken to come along
    if (one.times.said() && other.times.said()) {
        both.times.slots = one.times.slots & other.times.slots;
        both.never_free = !both.times.said();
    } else if (other.times.said()) both.times = other.times;
    both.times_hard = one.times_hard || other.times_hard;
    both.schools.insert(other.schools.begin(), other.schools.end());
    both.classes.insert(other.classes.begin(), other.classes.end());
    both.own_school = std::min(one.own_school, other.own_school);
    both.knowledge.insert(other.knowledge.begin(), other.knowledge.end());
    both.waits = std::min(one.waits, other.waits);
    both.offer_stands = one.offer_stands && other.offer_stands;
    both.capacity = std::min(one.capacity, other.capacity);
    both.live_matches = live;
    both.earlier_matches = std::max(one.earlier_matches, other.earlier_matches);
    both.ready = one.ready && other.ready;
    both.paused_until = std::max(one.paused_until, other.paused_until);
    auto const& x = one.between;
    auto const& y = other.between;
    both.between = {x.said_no || y.said_no, x.same_person || y.same_person, x.earlier_exit || y.earlier_exit, x.close || y.close, x.both_roles || y.both_roles, x.own_class || y.own_class, x.never_together || y.never_together};
    return both;
}

Candidate alone(Candidate one, visit::PersonId const& other) {
    one.partner = other;
    one.ready = false;
    return one;
}

} // namespace matching
