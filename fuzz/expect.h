#pragma once
// What a fuzz target holds the code to, and how it takes its input apart.
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

inline void expect(bool holds, char const* what) {
    if (holds) return;
    std::fprintf(stderr, "FAILED: %s\n", what);
    std::abort();
}

/// Whether this run has a fault planted in it (`bin/fuzz self`): a target that does not fail then proves nothing.
inline bool planted() {
    static bool const is = std::getenv("NAAST_PLANTED") != nullptr;
    return is;
}

/// An input, taken from the front.
class Given {
public:
    Given(unsigned char const* data, std::size_t size) : rest_{reinterpret_cast<char const*>(data), size} {}
    /// The next byte; 0 when there is none left.
    unsigned byte() {
        if (rest_.empty()) return 0;
        auto const first = static_cast<unsigned char>(rest_.front());
        rest_.remove_prefix(1);
        return first;
    }
    /// All up to the next 0x1E.
    std::string_view part() {
        auto const end = rest_.find('\x1e');
        auto const its = rest_.substr(0, end);
        rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end + 1);
        return its;
    }
    std::string_view rest() const { return rest_; }

private:
    std::string_view rest_;
};

/// A text with one change in it: a byte changed, left out or put in, the end cut off, or more behind it; never the same text.
inline std::string changed(std::string_view text, Given& given) {
    std::string other{text};
    auto const how = given.byte() % 5;
    auto const at = text.empty() ? 0 : (given.byte() * 256U + given.byte()) % text.size();
    auto const with = static_cast<char>(given.byte());
    if (how == 0 && !other.empty()) other[at] = with;
    else if (how == 1 && !other.empty()) other.erase(at, 1);
    else if (how == 2) other.insert(at, 1, with);
    else if (how == 3) other.resize(at);
    if (other == text) other += with;
    return other;
}
