#pragma once
// Sheets of address labels as PDF, for the usual paper of 3 × 8 labels of 70 × 37 mm on A4.
#include <string>
#include <vector>

namespace pdf {

inline constexpr std::size_t labels_on_a_sheet = 24;

/// The bytes of a PDF with one label for each, in order, row by row; every label has its lines below each other, a line that is too long set smaller.
std::string labels(std::string const& title, std::vector<std::vector<std::string>> const& all);

} // namespace pdf
