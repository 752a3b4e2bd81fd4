#pragma once
// What a rule answers: the thing asked for, or why not, in words at the field.
#include "platform/base/text.h"

#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace base {

/// Either a value or an error; ignoring it does not compile.
template <class T, class E>
class [[nodiscard]] Result {
public:
    Result(T value) : held_{std::in_place_index<0>, std::move(value)} {}
    Result(E error) : held_{std::in_place_index<1>, std::move(error)} {}
    explicit operator bool() const { return held_.index() == 0; }
    T const& operator*() const& { return std::get<0>(held_); }
    T& operator*() & { return std::get<0>(held_); }
    T&& operator*() && { return std::get<0>(std::move(held_)); }
    T const* operator->() const { return &std::get<0>(held_); }
    E const& error() const { return std::get<1>(held_); }

private:
    std::variant<T, E> held_;
};

/// Why a rule says no: per field a sentence; the empty name stands for the form as a whole.
struct Refusal {
    struct Field {
        std::string name;
        Sentence why;
    };
    std::vector<Field> fields;

    static Refusal of(Sentence why) { return {{{"", std::move(why)}}}; }
    static Refusal of(std::string name, Sentence why) { return {{{std::move(name), std::move(why)}}}; }
    void add(std::string name, Sentence why) { fields.push_back({std::move(name), std::move(why)}); }
    bool empty() const { return fields.empty(); }
};

} // namespace base
