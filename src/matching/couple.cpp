#include "matching/couple.h"

#include <algorithm>
#include <iterator>

namespace matching {

Candidate together(Candidate const& one, Candidate const& other, int live) {
    Candidate both = one;
    both.partner = other.buddy;
    both.situations.insert(other.situations.begin(), other.situations.end());
    both.ways.clear();
    std::set_intersection(one.ways.begin(), one.ways.end(), other.ways.begin(), other.ways.end(), std::inserter(both.ways, both.ways.end()));
    both.languages += both.languages.empty() || other.languages.empty() ? other.languages : ", " + other.languages;
    if (!both.postcode) both.postcode = other.postcode;
    both.capacity = std::min(one.capacity, other.capacity);
    both.live_matches = live;
    both.earlier_matches = std::max(one.earlier_matches, other.earlier_matches);
    both.ready = one.ready && other.ready;
    both.paused_until = std::max(one.paused_until, other.paused_until);
    both.said_no = one.said_no || other.said_no;
    both.same_person = one.same_person || other.same_person;
    return both;
}

Candidate alone(Candidate one, visit::PersonId const& other) {
    one.partner = other;
    one.ready = false;
    return one;
}

} // namespace matching
