#pragma once
// Who is never put together (nooit samen): people who are close, or two of whom the coordinator says so without a reason. Mission 3a, conflicts.
#include "platform/base/text.h"
#include "platform/base/words.h"

#include <array>

namespace matching {

enum class ApartKind { close,
                       never };
base::Text name(ApartKind kind);

} // namespace matching

template <>
struct base::Words<matching::ApartKind> {
    using K = matching::ApartKind;
    static constexpr std::array entries{Word<K>{K::close, "close"}, Word<K>{K::never, "never"}};
};
