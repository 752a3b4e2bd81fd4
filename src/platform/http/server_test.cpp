// The server as the last wall: a header that would break out of its line never leaves, and who says nothing keeps nobody out.
#include "platform/http/server.h"

#include <arpa/inet.h>
#include <cerrno>
#include <future>
#include <gtest/gtest.h>
#include <latch>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace {

int connected(std::uint16_t port) {
    int const line = socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in where{};
    where.sin_family = AF_INET;
    where.sin_port = htons(port);
    inet_pton(AF_INET, "127.0.0.1", &where.sin_addr);
    EXPECT_EQ(connect(line, reinterpret_cast<sockaddr*>(&where), sizeof where), 0);
    return line;
}

std::string ask(std::uint16_t port, std::string const& path) {
    int const line = connected(port);
    std::string const text = "GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
    EXPECT_EQ(write(line, text.data(), text.size()), static_cast<ssize_t>(text.size()));
    std::string got;
    char part[4096];
    for (ssize_t count = 0; (count = read(line, part, sizeof part)) > 0;) got.append(part, static_cast<std::size_t>(count));
    close(line);
    return got;
}

TEST(Server, AHeaderThatBreaksOutOfItsLineIsNotSent) {
    http::Server server{{"127.0.0.1", 0},
                        {},
                        [](http::Request& request) {
                            http::Response response{200, {{"Content-Type", "text/plain"}}, "goed", {}};
                            if (request.path == "/cr") response.with("X-Een", "a\rX-Boef: 1");
                            if (request.path == "/lf") response.with("X-Een", "a\nX-Boef: 1");
                            if (request.path == "/nul") response.with("X-Een", std::string{"a\0X-Boef: 1", 11});
                            if (request.path == "/name") response.with("X-Een\r\nX-Boef", "1");
                            return response;
                        },
                        [](auto const&, auto const&) { return http::Lane::pages; },
                        [](http::Response& response) { response.with("X-Kleed", "ja"); },
                        {}};
    EXPECT_EQ(ask(server.port(), "/").substr(0, 12), "HTTP/1.1 200");
    for (auto const* path : {"/cr", "/lf", "/nul", "/name"}) {
        auto const got = ask(server.port(), path);
        EXPECT_EQ(got.substr(0, 12), "HTTP/1.1 500") << path;
        EXPECT_EQ(got.find("X-Boef"), std::string::npos) << path;
        EXPECT_EQ(got.find("goed"), std::string::npos) << path;
        EXPECT_NE(got.find("X-Kleed: ja"), std::string::npos) << path;
        EXPECT_NE(got.find("X-Request-Id: "), std::string::npos) << path;
    }
}

TEST(Server, WhoAsksIsLetInAndWhoTookLongestToAskGivesWay) {
    http::Limits limits;
    limits.connections = 4;
    http::Server server{{"127.0.0.1", 0}, limits, [](http::Request&) { return http::Response{200, {}, "goed", {}}; }, [](auto const&, auto const&) { return http::Lane::pages; }, [](http::Response&) {}, {}};
    std::vector<int> slow;
    for (int i = 0; i < 12; ++i) {
        slow.push_back(connected(server.port()));
        EXPECT_EQ(write(slow.back(), "GET / HT", 8), 8);
    }
    for (int i = 0; i < 3; ++i) EXPECT_EQ(ask(server.port(), "/").substr(0, 12), "HTTP/1.1 200");
    auto ended = [](int line) {
        timeval const soon{2, 0};
        setsockopt(line, SOL_SOCKET, SO_RCVTIMEO, &soon, sizeof soon);
        char one = 0;
        auto const got = read(line, &one, 1);
        return got == 0 || (got < 0 && errno == ECONNRESET);
    };
    EXPECT_TRUE(ended(slow.front())) << "the first of those who said nothing has to go";
    for (int line : slow) close(line);
}

TEST(Server, FormsThatWaitDoNotKeepPagesWaiting) {
    http::Limits limits;
    limits.forms = 3;
    std::promise<void> open;
    auto const opened = open.get_future().share();
    std::latch all_wait{3};
    http::Server server{{"127.0.0.1", 0},
                        limits,
                        [&](http::Request& request) {
                            if (request.path == "/form") all_wait.count_down(), opened.wait();
                            return http::Response{200, {}, "goed", {}};
                        },
                        [](auto const&, std::string const& path) { return path == "/form" ? http::Lane::forms : http::Lane::pages; },
                        [](http::Response&) {},
                        {}};
    std::vector<std::future<std::string>> forms;
    for (int i = 0; i < 3; ++i) forms.push_back(std::async(std::launch::async, [&] { return ask(server.port(), "/form"); }));
    all_wait.wait();
    EXPECT_EQ(ask(server.port(), "/").substr(0, 12), "HTTP/1.1 200");
    open.set_value();
    for (auto& form : forms) EXPECT_EQ(form.get().substr(0, 12), "HTTP/1.1 200");
}

} // namespace
