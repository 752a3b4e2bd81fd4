#include "competence/research.h"

#include <algorithm>

namespace competence {

bool enough_for_research(std::size_t buddies) { return buddies >= least_for_research; }

std::vector<ResearchLine> research_lines(std::vector<ResearchBuddy> buddies) {
    std::sort(buddies.begin(), buddies.end(), [](auto const& one, auto const& other) { return one.mark < other.mark; });
    std::vector<ResearchLine> lines;
    int number = 0;
    for (auto& buddy : buddies) {
        ++number;
        std::stable_sort(buddy.copies.begin(), buddy.copies.end(), [](auto const& one, auto const& other) { return one.moment < other.moment; });
        for (auto& copy : buddy.copies) lines.push_back({number, std::move(copy)});
    }
    return lines;
}

} // namespace competence
