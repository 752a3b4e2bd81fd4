#pragma once
// Lists on a page: what was asked in the address, sorting and cutting. Names are sealed, so lists are filtered and sorted in memory.
#include "reception/visit.h"

#include <algorithm>
#include <functional>
#include <span>
#include <string>
#include <vector>

namespace reception {

/// Search word, order and page from the address; `sort` is the order when none is asked ("-" in front for downwards). A word that is not sealed for this list is taken as it stands, for lists that are searched without logging in.
html::Listing asked(Visit& v, std::string const& path, std::string const& sort);

/// The path of a list of ours: one slash first, and letters, digits, dashes and slashes only.
std::optional<std::string> list_path(std::string const& typed);
/// A search word as it stands in the address of one list: opened by this installation only.
std::string sealed_search(Visit& v, std::string const& path, std::string const& word);

template <class Line>
using Order = std::pair<std::string, std::function<bool(Line const&, Line const&)>>;

/// Sorts by the asked word; an unknown word leaves the order as it is.
template <class Line>
void sort(std::vector<Line>& lines, std::string const& by, std::vector<Order<Line>> const& orders) {
    bool const down = by.starts_with('-');
    for (auto const& [word, less] : orders) {
        if (word != (down ? by.substr(1) : by)) continue;
        std::stable_sort(lines.begin(), lines.end(), [&](Line const& a, Line const& b) { return down ? less(b, a) : less(a, b); });
    }
}

/// The lines of the asked page.
template <class Line>
std::span<Line const> shown(std::vector<Line> const& lines, html::Listing const& listing) {
    auto from = std::min(lines.size(), static_cast<std::size_t>(listing.page - 1) * static_cast<std::size_t>(listing.per_page));
    return std::span<Line const>{lines}.subspan(from, std::min(lines.size() - from, static_cast<std::size_t>(listing.per_page)));
}

} // namespace reception
