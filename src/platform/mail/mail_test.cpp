// Sending mail: to a server elsewhere only under TLS, also without a user; on this machine it may be plain.
#include "platform/mail/mail.h"
#include "tests/world/attacks.h"

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

/// The lines of the head of a message, folded ones joined.
std::vector<std::string> head(std::string const& message) {
    std::vector<std::string> lines;
    for (std::size_t at = 0, end = 0; (end = message.find("\r\n", at)) != std::string::npos && end != at; at = end + 2) {
        auto const line = message.substr(at, end - at);
        EXPECT_LE(line.size(), 998U);
        EXPECT_EQ(line.find_first_of(std::string_view{"\r\n\0", 3}), std::string::npos) << line;
        if (line.starts_with(' ')) lines.back() += line;
        else lines.push_back(line);
    }
    return lines;
}

TEST(Mail, KeepsItsHeadWhateverStandsInNamesAndSubject) {
    auto all = world::attacks();
    std::string together;
    for (auto const& one : all) together += one;
    for (auto const* more : {"=Steunpunt <boef@boef.example>, ", "=?utf-8?q?boef?=", "a\nBcc: x@y", "a\r\nBcc: x@y", "\"", "\\", "a@b>, <c@d"}) all.emplace_back(more);
    all.push_back(together);
    all.push_back(std::string(3000, 'a'));
    for (auto const& one : all) {
        auto message = ::message();
        message.from_name = message.subject = one;
        auto const lines = head(mail::mime(message, "post@naast.test", "1", "Mon, 23 Nov 2026 10:00:00 +0000"));
        std::vector<std::string> names;
        for (auto const& line : lines) names.push_back(line.substr(0, line.find(':')));
        EXPECT_EQ(names, (std::vector<std::string>{"From", "To", "Subject", "Date", "Message-ID", "MIME-Version", "Auto-Submitted", "Content-Type", "Content-Transfer-Encoding"})) << one;
        EXPECT_TRUE(lines[0].ends_with(" <post@naast.test>")) << lines[0];
        auto const name = lines[0].substr(6, lines[0].size() - 6 - 18);
        EXPECT_TRUE((name.starts_with('"') && name.ends_with('"') && name.find('"', 1) == name.size() - 1) || name.find_first_of("<>,\"@") == std::string::npos) << name;
        // what looks like an encoded word is one of ours
        EXPECT_EQ(lines[0].find("=?utf-8"), std::string::npos) << lines[0];
        EXPECT_EQ(lines[2].find("=?utf-8"), std::string::npos) << lines[2];
    }
}

TEST(Mail, GoesToOneAddressOrNotAtAll) {
    for (auto const* to : {"a@b.test> <boef@boef.example", "a@b.test,boef@boef.example", "a@b.test boef@boef.example", "a@b.test\r\nRCPT TO:<boef@boef.example>", "a@b.test> NOTIFY=NEVER", "\"a\"@b.test", "<a@b.test", "a", "", "a@b@c.test"}) {
        Plain server{"127.0.0.1"};
        auto its = message();
        its.to = to;
        EXPECT_THROW(mail::smtp({url("127.0.0.1", server.port), "post@naast.test", "", ""})(its), std::runtime_error) << to;
        server.end();
        EXPECT_EQ(server.told.find("RCPT"), std::string::npos) << server.told;
    }
    auto its = message();
    its.reply_to = "post@hier.test>, <boef@boef.example";
    EXPECT_EQ(mail::mime(its, "post@naast.test", "1", "").find("boef"), std::string::npos) << "answers go to one address";
    its.reply_to = "post@hier.test";
    EXPECT_NE(mail::mime(its, "post@naast.test", "1", "").find("Reply-To: <post@hier.test>\r\n"), std::string::npos);
}

} // namespace
