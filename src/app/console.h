#pragma once
// The console: a socket in the data folder through which commands reach the process that serves. Only the owner of the process can open it.
#include "app/acts.h"

#include <chrono>
#include <memory>
#include <optional>
#include <string>

namespace app {

/// Takes acts while a program serves, one at a time, on a thread of its own; the socket goes with it.
class Console {
public:
    /// Opens the socket. When that cannot be, the log says why and the server goes on without. `patience` is how long one may take to ask, and to take the answer.
    explicit Console(Program& program, std::chrono::milliseconds patience = std::chrono::seconds{5});
    ~Console();
    Console(Console const&) = delete;
    Console& operator=(Console const&) = delete;
    /// Whether commands can reach it.
    bool open() const;

private:
    struct Inside;
    std::unique_ptr<Inside> in_;
};

/// What the process that serves answered.
struct Reply {
    int code = 1;
    std::string out, err;
};
/// Has an act done by the process that serves this installation; nothing when none does.
std::optional<Reply> ask(Config const& config, Act const& act);

} // namespace app
