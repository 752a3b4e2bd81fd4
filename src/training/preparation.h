#pragma once
// What participants do at home before an evening (voorbereiding): a few assignments with something to read and boxes to answer in. Report L365–410.
#include "platform/base/result.h"

#include <map>
#include <string>
#include <vector>

namespace training {

inline constexpr std::size_t most_assignments = 8, longest_answer = 2000;

/// One assignment (opdracht). Its name stays the same over versions, so that an answer stays with it.
struct Assignment {
    std::string name, words;
    std::string link; ///< where there is something to read: of our own ("/materialen/…") or elsewhere ("https://…"); may be empty
    bool box = false; ///< whether there is a box to answer in
    bool operator==(Assignment const&) const = default;
};
struct Preparation {
    std::string words; ///< what goes before the assignments
    std::vector<Assignment> assignments;
    bool empty() const { return words.empty() && assignments.empty(); }
    bool operator==(Preparation const&) const = default;
};

/// Checks a preparation as typed: lines without words fall away, unless they have a link; words of at most 600 characters, links of ours or of https without spaces, at most 500 characters. New assignments get a name that no other has.
/// Fields: voorbereiding, and opdracht-N and link-N, N counting from 0 as typed.
base::Result<Preparation, base::Refusal> prepare(Preparation const& typed, int version, int number);

/// Answers by the name of an assignment.
using HomeAnswers = std::map<std::string, std::string>;
/// Checks what someone hands in: something in at least one box, each at most 2,000 characters; only boxes that were asked count. Fields: a-NAME.
base::Result<HomeAnswers, base::Refusal> hand_in(Preparation const& asked, HomeAnswers const& typed);

} // namespace training
