#pragma once
// Names of records: an id of one noun is never an id of another.
#include <compare>
#include <functional>
#include <string>
#include <utility>

namespace base {

/// The opaque name of one record of kind `Tag`: 22 characters of base64url, random, so that it tells neither order nor time.
template <class Tag>
class Id {
public:
    explicit Id(std::string value) : value_{std::move(value)} {}
    std::string const& value() const { return value_; }
    auto operator<=>(Id const&) const = default;

private:
    std::string value_;
};

} // namespace base

template <class Tag>
struct std::hash<base::Id<Tag>> {
    std::size_t operator()(base::Id<Tag> const& id) const noexcept { return std::hash<std::string>{}(id.value()); }
};
