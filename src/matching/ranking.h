#pragma once
// Which buddies fit a request: hard limits first, then what speaks for and against, in words. Pure; people choose. Report L1349–1385.
#include "help_request/help_request.h"
#include "platform/base/clock.h"
#include "visit/viewer.h"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace matching {

using help_request::Experience;
using help_request::Situation;
using help_request::Way;

/// A buddy as the ranking sees one.
struct Candidate {
    visit::PersonId buddy;
    std::set<Situation> situations;
    std::set<Way> ways;
    std::string languages;
    std::optional<int> postcode;
    int capacity = 1;
    int live_matches = 0;
    int earlier_matches = 0;
    bool ready = false; ///< training, decision, deployment talk and VOG are all there (R10)
    std::optional<base::Date> paused_until;
    bool said_no = false;                        ///< refused this request, or was refused, or they know each other
    bool same_person = false;                    ///< the parent and the buddy are the same human
    std::optional<visit::PersonId> partner = {}; ///< the other half of a couple
};

/// A request as the ranking sees one.
struct Wanted {
    std::set<Situation> situations;
    std::set<Way> ways;
    std::string languages;
    std::optional<int> postcode;
    Experience experience = Experience::none;
};

/// What forbids a match, whatever else speaks for it.
enum class Limit { not_ready,
                   full,
                   paused,
                   language,
                   way,
                   earlier_no,
                   same_person,
                   experience };

struct Ranked {
    visit::PersonId buddy;
    std::optional<visit::PersonId> partner;
    std::vector<Limit> limits; ///< empty: may be proposed
    int score = 0;             ///< for the order only
    std::vector<base::Text> fors, againsts;
};

/// All candidates, those without limits first, then by score, then by id: the same input gives the same order on every machine.
std::vector<Ranked> rank(Wanted const& wanted, std::vector<Candidate> const& candidates, base::Date today);
/// Whether two people share a language, given in words; no words count as Dutch.
bool share_language(std::string const& one, std::string const& other);

base::Text name(Limit limit);
/// Limits a coordinator may overrule with a reason (R12).
bool may_overrule(Limit limit);

} // namespace matching
