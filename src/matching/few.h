#pragma once
// A few enumerators together, as light as a number.
#include <bit>
#include <cstdint>
#include <initializer_list>
#include <set>
#include <vector>

namespace matching {

/// A set of enumerators of which there are fewer than 32.
template <class E>
class Few {
public:
    constexpr Few() = default;
    constexpr Few(std::initializer_list<E> all) {
        for (auto each : all) insert(each);
    }
    Few(std::set<E> const& all) {
        for (auto each : all) insert(each);
    }
    constexpr void insert(E one) { bits_ |= bit(one); }
    constexpr bool contains(E one) const { return bits_ & bit(one); }
    constexpr bool empty() const { return bits_ == 0; }
    constexpr int size() const { return std::popcount(bits_); }
    /// What both have.
    friend constexpr Few operator&(Few one, Few other) { return Few{one.bits_ & other.bits_}; }
    /// What either has.
    friend constexpr Few operator|(Few one, Few other) { return Few{one.bits_ | other.bits_}; }
    friend constexpr bool operator==(Few, Few) = default;
    /// In the order of their declaration.
    std::vector<E> list() const {
        std::vector<E> all;
        for (auto left = bits_; left != 0; left &= left - 1) all.push_back(static_cast<E>(std::countr_zero(left)));
        return all;
    }

private:
    explicit constexpr Few(std::uint32_t bits) : bits_{bits} {}
    static constexpr std::uint32_t bit(E one) { return std::uint32_t{1} << static_cast<unsigned>(one); }
    std::uint32_t bits_ = 0;
};

} // namespace matching
