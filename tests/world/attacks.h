#pragma once
// The texts of attacks.txt: two hundred ways in which a text tries to be more than a text.
#include <string>
#include <vector>

namespace world {

inline constexpr std::string_view place_of_word = "KANARIE";

/// All of them, each with KANARIE where a word of its own goes.
std::vector<std::string> const& attacks();
/// One of them around a word.
std::string attack(std::size_t number, std::string const& word);

} // namespace world
