// Sending mail: to a server elsewhere only under TLS, also without a user; on this machine it may be plain.
#include "platform/mail/mail.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

namespace {

/// A mail server without TLS that takes one visit and keeps what it was told.
class Plain {
public:
    explicit Plain(char const* address) : line_{socket(AF_INET, SOCK_STREAM, 0)} {
        sockaddr_in where{};
        where.sin_family = AF_INET;
        inet_pton(AF_INET, address, &where.sin_addr);
        EXPECT_EQ(bind(line_, reinterpret_cast<sockaddr*>(&where), sizeof where), 0);
        EXPECT_EQ(listen(line_, 1), 0);
        socklen_t size = sizeof where;
        getsockname(line_, reinterpret_cast<sockaddr*>(&where), &size);
        port = ntohs(where.sin_port);
        thread_ = std::thread{[this] { serve(); }};
    }
    ~Plain() { end(); }
    void end() {
        shutdown(line_, SHUT_RDWR);
        if (thread_.joinable()) thread_.join();
        if (line_ >= 0) close(line_);
        line_ = -1;
    }
    int port = 0;
    std::string told;

private:
    void serve() {
        int const talk = accept(line_, nullptr, nullptr);
        if (talk < 0) return;
        auto say = [&](std::string const& text) { return write(talk, text.data(), text.size()) > 0; };
        say("220 test\r\n");
        std::string rest;
        char part[4096];
        bool data = false;
        for (ssize_t count = 0; (count = read(talk, part, sizeof part)) > 0;) {
            rest.append(part, static_cast<std::size_t>(count));
            for (auto at = rest.find("\r\n"); at != std::string::npos; at = rest.find("\r\n")) {
                auto const line = rest.substr(0, at);
                rest.erase(0, at + 2);
                told += line + "\n";
                if (data && line != ".") continue;
                if (line == "DATA") data = true;
                else data = false;
                say(data ? "354 go on\r\n" : line == "QUIT" ? "221 bye\r\n"
                                                            : "250 ok\r\n");
            }
        }
        close(talk);
    }
    int line_;
    std::thread thread_;
};

mail::Message message() { return {"anna@voorbeeld.test", "Steunpunt", "Een bericht", "Geheime woorden", "", ""}; }
std::string url(char const* host, int port) { return std::string{"smtp://"} + host + ":" + std::to_string(port); }

TEST(Mail, GoesPlainOnlyToThisMachine) {
    for (auto const* host : {"127.0.0.1", "localhost", "LOCALHOST"}) {
        Plain server{"127.0.0.1"};
        EXPECT_NO_THROW(mail::smtp({url(host, server.port), "post@naast.test", "", ""})(message())) << host;
        server.end();
        EXPECT_NE(server.told.find("MAIL FROM:<post@naast.test>"), std::string::npos) << host;
    }
}

TEST(Mail, TellsAServerElsewhereNothingWithoutTls) {
    // another address of the loop stands for another machine
    for (auto const* host : {"127.0.0.2", "localhost@127.0.0.2"}) {
        Plain server{"127.0.0.2"};
        EXPECT_THROW(mail::smtp({url(host, server.port), "post@naast.test", "", ""})(message()), std::runtime_error) << host;
        server.end();
        EXPECT_EQ(server.told.find("MAIL"), std::string::npos) << server.told;
        EXPECT_EQ(server.told.find("anna"), std::string::npos);
    }
}

TEST(Mail, TellsNoPasswordWithoutTlsAlsoHere) {
    Plain server{"127.0.0.1"};
    EXPECT_THROW(mail::smtp({url("127.0.0.1", server.port), "post@naast.test", "iemand", "geheim"})(message()), std::runtime_error);
    server.end();
    EXPECT_EQ(server.told.find("AUTH"), std::string::npos);
}

} // namespace
