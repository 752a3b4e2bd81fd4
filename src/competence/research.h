#pragma once
// Copies for research (onderzoek): scores without words, name or group, of buddies who said yes, and only from five people on (R17–R19).
#include "competence/assessment.h"

#include <map>
#include <string>
#include <vector>

namespace competence {

/// The version of the words to which a buddy says yes.
inline constexpr int research_text_version = 1;
/// Copies of fewer buddies than this are not handed over.
inline constexpr std::size_t least_for_research = 5;

/// What research gets of one moment of one buddy: no words, no day.
struct ResearchCopy {
    Moment moment;
    int version;
    std::map<int, int> scores; ///< the own point is 12
};
/// The copies of one buddy, with a mark drawn for one file only.
struct ResearchBuddy {
    std::string mark;
    std::vector<ResearchCopy> copies;
};
/// One line of a file: the number of the buddy within this file and what was filled in.
struct ResearchLine {
    int number;
    ResearchCopy copy;
};

/// Whether so many buddies are enough for a file.
bool enough_for_research(std::size_t buddies);
/// The lines of a file: buddies get numbers in the order of their marks, each with the moments in the order of the programme.
std::vector<ResearchLine> research_lines(std::vector<ResearchBuddy> buddies);

} // namespace competence
