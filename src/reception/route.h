#pragma once
// A route: an address, what may be done there, and the page that does it. Without an action it does not compile.
#include "platform/http/message.h"
#include "visit/action.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace reception {

class Visit;
using Handler = http::Response (*)(Visit&);

/// Whether a request gets the worker that is kept free.
enum class Haste { usual,
                   urgent };

struct Route {
    std::string_view method, pattern;
    visit::Action action;
    Handler handler;
    Haste haste;
};

template <visit::Action A>
constexpr Route route(std::string_view method, std::string_view pattern, Handler handler, Haste haste = Haste::usual) {
    return {method, pattern, A, handler, haste};
}

/// The values of `{name}` parts when a path fits a pattern; parts are not empty and hold no slash.
std::optional<std::map<std::string, std::string, std::less<>>> fits(std::string_view pattern, std::string_view path);

} // namespace reception
