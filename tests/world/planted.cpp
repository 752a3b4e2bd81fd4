#include "tests/world/planted.h"

#include <limits>
#include <memory>
#include <thread>

namespace world {

int commit_fault(std::string_view kind) {
    // volatile: the compiler would otherwise see the fault first, or do without it
    if (kind == "address") {
        int volatile* volatile left = std::make_unique<int>(1).get();
        return *left * 0;
    }
    if (kind == "undefined") {
        int volatile most = std::numeric_limits<int>::max();
        most = most + 1;
        return 0;
    }
    if (kind == "thread") {
        int volatile number = 0;
        auto const count = [&] { for (int i = 0; i < 100'000; ++i) number = number + 1; };
        std::thread other{count};
        count();
        other.join();
        return 0;
    }
    return 2;
}

} // namespace world
