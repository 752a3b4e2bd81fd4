#pragma once
// Operations that fail: with FAULTS=allocation|disk every form that a test sends is first sent with its k-th allocation, or its k-th write, sync, truncation or opening of a file of SQLite failing, for growing k until none fails.
// What came before must have been nothing or all: the answer says "later" (503), and the test goes on with the last answer as if nothing had happened.
#include "platform/http/message.h"

#include <functional>
#include <string>

namespace world {

enum class Fault { none,
                   allocation,
                   disk };
/// What the environment asks for: FAULTS=allocation or FAULTS=disk.
Fault wanted_fault();
/// The name of a file system for SQLite that can be told to fail.
std::string failing_files();

/// While it lives nothing fails: for a form that by design does not do the same when it is sent again, such as one that asks for another login mail, or that ends the session it comes from.
class WithoutFaults {
public:
    WithoutFaults();
    ~WithoutFaults();
    WithoutFaults(WithoutFaults const&) = delete;
    WithoutFaults& operator=(WithoutFaults const&) = delete;
};

/// Sends one request as said above; `send` is called with a copy each time. The first half of the points fail once, the other half for as long as the request lasts.
http::Response through_faults(http::Request const& request, std::function<http::Response(http::Request&)> const& send);

} // namespace world
