// The server as the last wall: a header that would break out of its line never leaves.
#include "platform/http/server.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace {

std::string ask(std::uint16_t port, std::string const& path) {
    int const line = socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in where{};
    where.sin_family = AF_INET;
    where.sin_port = htons(port);
    inet_pton(AF_INET, "127.0.0.1", &where.sin_addr);
    EXPECT_EQ(connect(line, reinterpret_cast<sockaddr*>(&where), sizeof where), 0);
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
                        [](auto const&, auto const&) { return false; },
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

} // namespace
