#pragma once
// What a fuzz target holds the code to.
#include <cstdio>
#include <cstdlib>

inline void expect(bool holds, char const* what) {
    if (holds) return;
    std::fprintf(stderr, "FAILED: %s\n", what);
    std::abort();
}
