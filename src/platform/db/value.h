#pragma once
// What goes into a query and comes out of a column: text, whole numbers and nothing, and our own types over them.
#include "platform/base/clock.h"
#include "platform/base/id.h"
#include "platform/base/require.h"
#include "platform/base/words.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace db {

using Value = std::variant<std::monostate, std::int64_t, double, std::string>;

inline Value value(std::string text) { return text; }
inline Value value(std::string_view text) { return std::string{text}; }
inline Value value(char const* text) { return std::string{text}; }
inline Value value(std::int64_t number) { return number; }
inline Value value(int number) { return std::int64_t{number}; }
inline Value value(unsigned number) { return std::int64_t{number}; }
inline Value value(std::size_t number) { return static_cast<std::int64_t>(number); }
inline Value value(double number) { return number; }
inline Value value(bool yes) { return std::int64_t{yes}; }
inline Value value(base::Moment moment) { return static_cast<std::int64_t>(moment.time_since_epoch().count()); }
inline Value value(base::Date date) { return base::iso(date); }
inline Value value(std::chrono::minutes time) { return static_cast<std::int64_t>(time.count()); }
template <class Tag>
Value value(base::Id<Tag> const& id) { return id.value(); }
template <base::Worded E>
Value value(E word) { return std::string{base::word(word)}; }
template <class T>
Value value(std::optional<T> const& maybe) { return maybe ? value(*maybe) : Value{}; }

/// What kind of column a C++ type lives in.
enum class Kind { text,
                  number,
                  real };

/// How a column of the database becomes a `T`; a word that nobody knows is `Impossible`.
template <class T>
struct Column;
template <>
struct Column<std::string> {
    static constexpr Kind kind = Kind::text;
    static std::string from(std::string const& text) { return text; }
};
template <>
struct Column<std::int64_t> {
    static constexpr Kind kind = Kind::number;
    static std::int64_t from(std::int64_t number) { return number; }
};
template <>
struct Column<int> {
    static constexpr Kind kind = Kind::number;
    static int from(std::int64_t number) { return static_cast<int>(number); }
};
template <>
struct Column<bool> {
    static constexpr Kind kind = Kind::number;
    static bool from(std::int64_t number) { return number != 0; }
};
template <>
struct Column<double> {
    static constexpr Kind kind = Kind::real;
    static double from(double number) { return number; }
};
template <>
struct Column<base::Moment> {
    static constexpr Kind kind = Kind::number;
    static base::Moment from(std::int64_t number) { return base::Moment{std::chrono::seconds{number}}; }
};
template <>
struct Column<std::chrono::minutes> {
    static constexpr Kind kind = Kind::number;
    static std::chrono::minutes from(std::int64_t number) { return std::chrono::minutes{number}; }
};
template <>
struct Column<base::Date> {
    static constexpr Kind kind = Kind::text;
    static base::Date from(std::string const& text) {
        auto date = base::date_from_iso(text);
        base::require(date.has_value(), "a column holds no date");
        return *date;
    }
};
template <class Tag>
struct Column<base::Id<Tag>> {
    static constexpr Kind kind = Kind::text;
    static base::Id<Tag> from(std::string const& text) { return base::Id<Tag>{text}; }
};
template <base::Worded E>
struct Column<E> {
    static constexpr Kind kind = Kind::text;
    static E from(std::string const& text) {
        auto found = base::from_word<E>(text);
        base::require(found.has_value(), "a column holds a word nobody knows");
        return *found;
    }
};
template <class T>
struct is_optional : std::false_type {};
template <class T>
struct is_optional<std::optional<T>> : std::true_type {};

} // namespace db
