#pragma once
// Enumerations with a fixed word each, for the database, forms and addresses; the words never change once they are stored.
#include <optional>
#include <string_view>
#include <utility>

namespace base {

template <class E>
using Word = std::pair<E, std::string_view>;

/// Specialise with `static constexpr std::array entries{Word<E>{E::one, "one"}, …};`, every enumerator once.
template <class E>
struct Words;

template <class E>
concept Worded = requires { Words<E>::entries; };

/// The stored word of an enumerator.
template <Worded E>
constexpr std::string_view word(E value) {
    for (auto const& [known, name] : Words<E>::entries)
        if (known == value) return name;
    return {};
}

/// The enumerator of a word, or nothing for a word nobody knows.
template <Worded E>
constexpr std::optional<E> from_word(std::string_view name) {
    for (auto const& [known, its] : Words<E>::entries)
        if (its == name) return known;
    return {};
}

} // namespace base
