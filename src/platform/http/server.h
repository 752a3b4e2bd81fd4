#pragma once
// The server: asynchronous reading and writing, plain functions for the work, and a door that says "later" in time.
#include "platform/http/message.h"
#include "platform/http/pool.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace http {

struct Limits {
    std::size_t body = 1024 * 1024;
    std::chrono::milliseconds head_time{10'000};
    std::chrono::milliseconds idle_time{30'000};
    std::size_t body_rate = 1024;                ///< bytes per second a body must keep after its first ten seconds
    std::chrono::milliseconds longest_wait{200}; ///< nobody's work begins later than this: who cannot be served by then is told so
    std::size_t connections = 2000;
    int pages = 2;  ///< threads that make pages
    int forms = 12; ///< threads that take forms
};

struct Listen {
    std::string address = "127.0.0.1";
    std::uint16_t port = 8080; ///< 0 takes a free one
    int socket = -1;           ///< one that listens already, given by who started us; what waits there outlives us
};

/// Turns a request into an answer; runs on a worker. It must not throw.
using Handler = std::function<Response(Request&)>;
/// What every answer carries; for those the server gives by itself, before or instead of a page.
using Dress = std::function<void(Response&)>;
/// Which lane a request takes.
using LaneOf = std::function<Lane(std::string const& method, std::string const& path)>;

class Server {
public:
    Server(Listen listen, Limits limits, Handler handler, LaneOf lane_of, Dress dress, std::vector<std::string> trusted_proxies);
    ~Server();
    Server(Server const&) = delete;
    Server& operator=(Server const&) = delete;
    std::uint16_t port() const;
    /// Stops taking connections, answers everyone who was let in (three seconds long at most) and returns.
    void stop();

private:
    struct Inside;
    std::unique_ptr<Inside> in_;
};

} // namespace http
