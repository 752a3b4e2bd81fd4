// Cookies: found where a reader of its own finds them, the first of a name counts, and what we write is read back between those of others.
#include "expect.h"
#include "platform/base/random.h"
#include "platform/http/message.h"

#include <optional>
#include <string>

namespace {

/// The value under a name in all Cookie headers together, found from the name instead of part by part.
std::optional<std::string> sought(http::Request const& request, std::string const& name) {
    for (auto const& [header, value] : request.headers) {
        if (header != "cookie") continue;
        auto const with = ";" + value;
        auto const mark = name + "=";
        for (auto at = with.find(mark); at != std::string::npos; at = with.find(mark, at + 1)) {
            auto const before = with.find_last_not_of(' ', at - 1);
            if (at == 0 || with[before] != ';') continue;
            auto const from = at + mark.size();
            return with.substr(from, with.find(';', from) - from);
        }
    }
    return {};
}

std::optional<std::string> read(http::Request const& request, std::string const& name) {
    auto its = request.cookie(name);
    if (planted() && its && its->size() > 3) its->pop_back();
    return its;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(unsigned char const* data, std::size_t size) {
    Given given{data, size};
    std::string const name{given.part()}, one{given.part()}, other{given.part()};
    if (!name.empty() && name.find_first_of("; =") == std::string::npos) {
        http::Request request;
        request.headers = {{"accept", name + "=other"}, {"cookie", one}, {"x-cookie", name + "=other"}, {"cookie", other}};
        expect(read(request, name) == sought(request, name), "a cookie is there or not, or has another value, against what was sent");
    }
    base::SeededRandom random{given.byte()};
    auto const secret = base::random_text(random, 32);
    // the cookies of others come before and after ours, whatever is in them
    bool const ours_twice = ("; " + one).find("__Host-sessie=") != std::string::npos;
    http::Request request;
    request.headers = {{"cookie", one + "; __Host-sessie=" + secret + "; " + other}};
    expect(ours_twice || read(request, "__Host-sessie") == secret, "the cookie that we wrote is not read back");
    return 0;
}
