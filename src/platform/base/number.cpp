#include "platform/base/number.h"

namespace base {

std::optional<int> number_from(std::string_view typed) {
    if (typed.empty() || typed.size() > 9) return {};
    int number = 0;
    for (char const digit : typed) {
        if (digit < '0' || digit > '9') return {};
        number = number * 10 + (digit - '0');
    }
    return number;
}

} // namespace base
