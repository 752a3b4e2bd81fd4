#pragma once
// The fields of a plain struct, counted and named by the compiler, so that a row of a query can be read into one.
// Boost.PFR does the same but took minutes per file for rows of ten fields.
#include <tuple>
#include <type_traits>
#include <utility>

namespace db {

struct Any {
    template <class T>
    operator T() const;
};

inline constexpr std::size_t most_fields = 24;

template <class Row, std::size_t... I>
constexpr bool takes(std::index_sequence<I...>) {
    return requires { Row{((void)I, Any{})...}; };
}

/// How many fields an aggregate has, at most `most_fields`.
template <class Row, std::size_t N = most_fields>
constexpr std::size_t field_count() {
    if constexpr (N == 0 || takes<Row>(std::make_index_sequence<N>{})) return N;
    else return field_count<Row, N - 1>();
}

template <class Row>
auto field_types(Row& row) {
    constexpr auto n = field_count<Row>();
    static_assert(n > 0, "a row is a plain struct with one to twenty-four fields");
    // clang-format off
    if constexpr (n == 1) { auto& [f1] = row; return std::type_identity<std::tuple<decltype(f1)>>{}; }
    else if constexpr (n == 2) { auto& [f1, f2] = row; return std::type_identity<std::tuple<decltype(f1), decltype(f2)>>{}; }
    else if constexpr (n == 3) { auto& [f1, f2, f3] = row; return std::type_identity<std::tuple<decltype(f1), decltype(f2), decltype(f3)>>{}; }
    else if constexpr (n == 4) { auto& [f1, f2, f3, f4] = row; return std::type_identity<std::tuple<decltype(f1), decltype(f2), decltype(f3), decltype(f4)>>{}; }
    else if constexpr (n == 5) { auto& [f1, f2, f3, f4, f5] = row; return std::type_identity<std::tuple<decltype(f1), decltype(f2), decltype(f3), decltype(f4), decltype(f5)>>{}; }
    else if constexpr (n == 6) { auto& [f1, f2, f3, f4, f5, f6] = row; return std::type_identity<std::tuple<decltype(f1), decltype(f2), decltype(f3), decltype(f4), decltype(f5), decltype(f6)>>{}; }
    else if constexpr (n == 7) { auto& [f1, f2, f3, f4, f5, f6, f7] = row; return std::type_identity<std::tuple<decltype(f1), decltype(f2), decltype(f3), decltype(f4), decltype(f5), decltype(f6), decltype(f7)>>{}; }
    else if constexpr (n == 8) { auto& [f1, f2, f3, f4, f5, f6, f7, f8] = row; return std::type_identity<std::tuple<decltype(f1), decltype(f2), decltype(f3), decltype(f4), decltype(f5), decltype(f6), decltype(f7), decltype(f8)>>{}; }
    else if constexpr (n == 9) { auto& [f1, f2, f3, f4, f5, f6, f7, f8, f9] = row; return std::type_identity<std::tuple<decltype(f1), decltype(f2), decltype(f3), decltype(f4), decltype(f5), decltype(f6), decltype(f7), decltype(f8), decltype(f9)>>{}; }
    else if constexpr (n == 10) { auto& [f1, f2, f3, f4, f5, f6, f7, f8, f9, f10] = row; return std::type_identity<std::tuple<decltype(f1), decltype(f2), decltype(f3), decltype(f4), decltype(f5), decltype(f6), decltype(f7), decltype(f8), decltype(f9), decltype(f10)>>{}; }
    else if constexpr (n == 11) { auto& [f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11] = row; return std::type_identity<std::tuple<decltype(f1), decltype(f2), decltype(f3), decltype(f4), decltype(f5), decltype(f6), decltype(f7), decltype(f8), decltype(f9), decltype(f10), decltype(f11)>>{}; }
    else if constexpr (n == 12) { auto& [f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12] = row; return std::type_identity<std::tuple<decltype(f1), decltype(f2), decltype(f3), decltype(f4), decltype(f5), decltype(f6), decltype(f7), decltype(f8), decltype(f9), decltype(f10), decltype(f11), decltype(f12)>>{}; }
    else if constexpr (n == 13) { auto& [f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12, f13] = row; return std::type_identity<std::tuple<decltype(f1), decltype(f2), decltype(f3), decltype(f4), decltype(f5), decltype(f6), decltype(f7), decltype(f8), decltype(f9), decltype(f10), decltype(f11), decltype(f12), decltype(f13)>>{}; }
    else if constexpr (n == 14) { auto& [f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12, f13, f14] = row; return std::type_identity<std::tuple<decltype(f1), decltype(f2), decltype(f3), decltype(f4), decltype(f5), decltype(f6), decltype(f7), decltype(f8), decltype(f9), decltype(f10), decltype(f11), decltype(f12), decltype(f13), decltype(f14)>>{}; }
    else if constexpr (n == 15) { auto& [f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12, f13, f14, f15] = row; return std::type_identity<std::tuple<decltype(f1), decltype(f2), decltype(f3), decltype(f4), decltype(f5), decltype(f6), decltype(f7), decltype(f8), decltype(f9), decltype(f10), decltype(f11), decltype(f12), decltype(f13), decltype(f14), decltype(f15)>>{}; }
    else if constexpr (n == 16) { auto& [f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12, f13, f14, f15, f16] = row; return std::type_identity<std::tuple<decltype(f1), decltype(f2), decltype(f3), decltype(f4), decltype(f5), decltype(f6), decltype(f7), decltype(f8), decltype(f9), decltype(f10), decltype(f11), decltype(f12), decltype(f13), decltype(f14), decltype(f15), decltype(f16)>>{}; }
    else if constexpr (n == 17) { auto& [f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12, f13, f14, f15, f16, f17] = row; return std::type_identity<std::tuple<decltype(f1), decltype(f2), decltype(f3), decltype(f4), decltype(f5), decltype(f6), decltype(f7), decltype(f8), decltype(f9), decltype(f10), decltype(f11), decltype(f12), decltype(f13), decltype(f14), decltype(f15), decltype(f16), decltype(f17)>>{}; }
    else if constexpr (n == 18) { auto& [f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12, f13, f14, f15, f16, f17, f18] = row; return std::type_identity<std::tuple<decltype(f1), decltype(f2), decltype(f3), decltype(f4), decltype(f5), decltype(f6), decltype(f7), decltype(f8), decltype(f9), decltype(f10), decltype(f11), decltype(f12), decltype(f13), decltype(f14), decltype(f15), decltype(f16), decltype(f17), decltype(f18)>>{}; }
    else if constexpr (n == 19) { auto& [f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12, f13, f14, f15, f16, f17, f18, f19] = row; return std::type_identity<std::tuple<decltype(f1), decltype(f2), decltype(f3), decltype(f4), decltype(f5), decltype(f6), decltype(f7), decltype(f8), decltype(f9), decltype(f10), decltype(f11), decltype(f12), decltype(f13), decltype(f14), decltype(f15), decltype(f16), decltype(f17), decltype(f18), decltype(f19)>>{}; }
    else if constexpr (n == 20) { auto& [f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12, f13, f14, f15, f16, f17, f18, f19, f20] = row; return std::type_identity<std::tuple<decltype(f1), decltype(f2), decltype(f3), decltype(f4), decltype(f5), decltype(f6), decltype(f7), decltype(f8), decltype(f9), decltype(f10), decltype(f11), decltype(f12), decltype(f13), decltype(f14), decltype(f15), decltype(f16), decltype(f17), decltype(f18), decltype(f19), decltype(f20)>>{}; }
    else if constexpr (n == 21) { auto& [f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12, f13, f14, f15, f16, f17, f18, f19, f20, f21] = row; return std::type_identity<std::tuple<decltype(f1), decltype(f2), decltype(f3), decltype(f4), decltype(f5), decltype(f6), decltype(f7), decltype(f8), decltype(f9), decltype(f10), decltype(f11), decltype(f12), decltype(f13), decltype(f14), decltype(f15), decltype(f16), decltype(f17), decltype(f18), decltype(f19), decltype(f20), decltype(f21)>>{}; }
    else if constexpr (n == 22) { auto& [f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12, f13, f14, f15, f16, f17, f18, f19, f20, f21, f22] = row; return std::type_identity<std::tuple<decltype(f1), decltype(f2), decltype(f3), decltype(f4), decltype(f5), decltype(f6), decltype(f7), decltype(f8), decltype(f9), decltype(f10), decltype(f11), decltype(f12), decltype(f13), decltype(f14), decltype(f15), decltype(f16), decltype(f17), decltype(f18), decltype(f19), decltype(f20), decltype(f21), decltype(f22)>>{}; }
    else if constexpr (n == 23) { auto& [f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12, f13, f14, f15, f16, f17, f18, f19, f20, f21, f22, f23] = row; return std::type_identity<std::tuple<decltype(f1), decltype(f2), decltype(f3), decltype(f4), decltype(f5), decltype(f6), decltype(f7), decltype(f8), decltype(f9), decltype(f10), decltype(f11), decltype(f12), decltype(f13), decltype(f14), decltype(f15), decltype(f16), decltype(f17), decltype(f18), decltype(f19), decltype(f20), decltype(f21), decltype(f22), decltype(f23)>>{}; }
    else if constexpr (n == 24) { auto& [f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12, f13, f14, f15, f16, f17, f18, f19, f20, f21, f22, f23, f24] = row; return std::type_identity<std::tuple<decltype(f1), decltype(f2), decltype(f3), decltype(f4), decltype(f5), decltype(f6), decltype(f7), decltype(f8), decltype(f9), decltype(f10), decltype(f11), decltype(f12), decltype(f13), decltype(f14), decltype(f15), decltype(f16), decltype(f17), decltype(f18), decltype(f19), decltype(f20), decltype(f21), decltype(f22), decltype(f23), decltype(f24)>>{}; }
    // clang-format on
}

/// The types of the fields in order, as a tuple.
template <class Row>
using FieldTypes = typename decltype(field_types(std::declval<Row&>()))::type;

} // namespace db
