#pragma once
// Every question that the program asks of SQLite while a test visits it, so that none of them reads a whole table that grows.

#include <cstddef>

namespace world {

/// While it lives, what this thread asks is remembered; at the end of all tests each question is explained, and one without a fitting index fails the run.
class AskingIsWatched {
public:
    AskingIsWatched();
    ~AskingIsWatched();
    AskingIsWatched(AskingIsWatched const&) = delete;
    AskingIsWatched& operator=(AskingIsWatched const&) = delete;

private:
    bool before_;
};

/// How many statements this thread has put to SQLite so far.
std::size_t statements_so_far();

/// Begins to remember; call once, before any database is opened.
void watch_asking();

} // namespace world
