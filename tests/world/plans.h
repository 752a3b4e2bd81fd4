#pragma once
// Every question that the program asks of SQLite while a test visits it, so that none of them reads a whole table that grows.

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

/// Begins to remember; call once, before any database is opened.
void watch_asking();

} // namespace world
