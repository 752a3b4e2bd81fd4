#include "app/console.h"

#include "app/program.h"
#include "platform/base/log.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <poll.h>
#include <sstream>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <thread>
#include <unistd.h>

namespace app {
namespace {

using Until = std::optional<std::chrono::steady_clock::time_point>;

constexpr std::string_view greeting = "naast 1\n";
constexpr std::string_view elsewhere = "elsewhere";
struct Most {
    std::size_t words, bytes;
};
constexpr Most most_asked{64, 64 * 1024}, most_answered{3, 64 * 1024 * 1024};

/// The other side did not keep to the protocol, went away or was too slow.
struct Broken : std::runtime_error {
    using std::runtime_error::runtime_error;
};

class Handle {
public:
    explicit Handle(int file) : file_{file} {}
    Handle(Handle const&) = delete;
    Handle& operator=(Handle const&) = delete;
    ~Handle() { close(); }
    int get() const { return file_; }
    bool good() const { return file_ >= 0; }
    void close() {
        if (good()) ::close(std::exchange(file_, -1));
    }

private:
    int file_;
};

/// Words over a socket, lengths in front; ends at `until` and as soon as `ending` can be read.
class Line {
public:
    Line(int socket, int ending, Until until) : socket_{socket}, ending_{ending}, until_{until} {}

    void send(std::vector<std::string> const& words) {
        std::string all{greeting};
        auto number = [&](std::size_t value) {
            for (int shift = 24; shift >= 0; shift -= 8) all += static_cast<char>((value >> static_cast<unsigned>(shift)) & 0xffU);
        };
        number(words.size());
        for (auto const& word : words) number(word.size()), all += word;
        for (std::string_view rest = all; !rest.empty();) {
            wait(POLLOUT);
            auto sent = ::send(socket_, rest.data(), rest.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
            if (sent < 0 && errno != EAGAIN && errno != EINTR) throw Broken{"the other side went away"};
            if (sent > 0) rest.remove_prefix(static_cast<std::size_t>(sent));
        }
    }

    std::vector<std::string> receive(Most most) {
        if (take(greeting.size()) != greeting) throw Broken{"the other side speaks another language"};
        auto count = number();
        if (count > most.words) throw Broken{"too many words"};
        std::vector<std::string> words;
        for (auto left = most.bytes; words.size() < count; left -= words.back().size()) {
            auto size = number();
            if (size > left) throw Broken{"too long"};
            words.push_back(take(size));
        }
        return words;
    }

private:
    std::size_t number() {
        std::size_t value = 0;
        for (char byte : take(4)) value = value << 8U | static_cast<unsigned char>(byte);
        return value;
    }
    std::string take(std::size_t size) {
        std::string got(size, '\0');
        for (std::size_t at = 0; at < size;) {
            wait(POLLIN);
            auto more = ::recv(socket_, got.data() + at, size - at, MSG_DONTWAIT);
            if (more == 0 || (more < 0 && errno != EAGAIN && errno != EINTR)) throw Broken{"the other side went away"};
            if (more > 0) at += static_cast<std::size_t>(more);
        }
        return got;
    }
    void wait(short what) {
        std::array<pollfd, 2> both{pollfd{socket_, what, 0}, pollfd{ending_, POLLIN, 0}};
        int left = -1;
        if (until_) left = static_cast<int>(std::max<std::int64_t>(0, std::chrono::ceil<std::chrono::milliseconds>(*until_ - std::chrono::steady_clock::now()).count()));
        auto ready = ::poll(both.data(), both.size(), left);
        if (ready == 0) throw Broken{"the other side was too slow"};
        if (both[1].revents) throw Broken{"the server stops"};
    }

    int socket_, ending_;
    Until until_;
};

/// The address of a path, or nothing when it is too long for one.
std::optional<sockaddr_un> address_of(std::string const& path) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (path.size() >= sizeof address.sun_path) return {};
    std::memcpy(address.sun_path, path.c_str(), path.size() + 1);
    return address;
}
sockaddr const* as_address(sockaddr_un const& address) { return reinterpret_cast<sockaddr const*>(&address); }

/// Which installation settings speak of: two processes mean the same one when this is the same.
std::string installation(Config const& config) {
    auto real = [](std::string const& url) { return std::filesystem::weakly_canonical(url.substr(7)).string(); };
    auto database = config.database_url();
    return (database.starts_with("sqlite:") ? real(database) : "postgresql") + "|" + real(config.keys_url());
}

} // namespace

struct Console::Inside {
    Program& program;
    std::chrono::milliseconds patience;
    std::string path, here;
    Handle listener, ending;
    struct stat file{};
    std::thread thread;

    Inside(Program& its, std::chrono::milliseconds time)
        : program{its}, patience{time}, path{its.config().socket_path()}, here{installation(its.config())}, listener{::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0)}, ending{::eventfd(0, EFD_CLOEXEC)} {}

    /// Nothing, or why there is no console.
    std::string begin() {
        auto const unready = path + ".new";
        auto address = address_of(path), first = address_of(unready);
        if (!address || !first) return "the path " + path + " is too long for a socket";
        if (::lstat(path.c_str(), &file) == 0) {
            if (!S_ISSOCK(file.st_mode)) return path + " is in the way";
            Handle other{::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0)};
            if (::connect(other.get(), as_address(*address), sizeof *address) == 0) return "another process answers at " + path;
            ::unlink(path.c_str());
        }
        ::unlink(unready.c_str());
        // the mode of the open socket is the one its file is made with: nobody else can open it, not for a moment
        if (::fchmod(listener.get(), 0600) != 0 || ::bind(listener.get(), as_address(*first), sizeof *first) != 0) return "cannot make " + path + " (" + std::strerror(errno) + ")";
        // it gets its name once it listens: who finds it there is always answered
        if (::lstat(unready.c_str(), &file) != 0 || (file.st_mode & 077) != 0 || ::listen(listener.get(), 16) != 0 || ::rename(unready.c_str(), path.c_str()) != 0) {
            ::unlink(unready.c_str());
            return "cannot keep " + path + " to its owner";
        }
        thread = std::thread{[this] { work(); }};
        return {};
    }

    void end() {
        struct stat now{};
        if (::lstat(path.c_str(), &now) == 0 && now.st_ino == file.st_ino && now.st_dev == file.st_dev) ::unlink(path.c_str());
        ::eventfd_write(ending.get(), 1);
        thread.join();
    }

    void work() {
        for (;;) {
            std::array<pollfd, 2> both{pollfd{listener.get(), POLLIN, 0}, pollfd{ending.get(), POLLIN, 0}};
            if (::poll(both.data(), both.size(), -1) < 0) continue;
            if (both[1].revents) return;
            Handle client{::accept4(listener.get(), nullptr, nullptr, SOCK_CLOEXEC)};
            if (!client.good()) {
                ::poll(&both[1], 1, 100); // no file is free: a moment later perhaps
                continue;
            }
            try {
                answer(client.get());
            } catch (std::exception const& error) {
                base::log::write(base::log::Level::warning, "console.broken", {{"why", error.what()}});
            }
        }
    }

    void answer(int client) {
        ucred who{};
        socklen_t size = sizeof who;
        if (::getsockopt(client, SOL_SOCKET, SO_PEERCRED, &who, &size) != 0 || (who.uid != ::geteuid() && who.uid != 0)) throw Broken{"another user asks"};
        auto words = Line{client, ending.get(), std::chrono::steady_clock::now() + patience}.receive(most_asked);
        if (words.size() < 2 || words.size() % 2 != 0) throw Broken{"the other side speaks another language"};
        auto reply = [&](std::vector<std::string> const& said) { Line{client, -1, std::chrono::steady_clock::now() + patience}.send(said); };
        if (words[0] != here) return reply({std::string{elsewhere}, "", ""});
        Act act{words[1], {}};
        for (std::size_t i = 2; i < words.size(); i += 2) act.given.emplace(words[i], words[i + 1]);
        std::ostringstream out, err;
        auto code = perform(program, act, out, err);
        base::log::write(base::log::Level::info, "console", {{"act", act.name}, {"code", std::to_string(code)}});
        reply({std::to_string(code), out.str(), err.str()});
    }
};

Console::Console(Program& program, std::chrono::milliseconds patience) : in_{std::make_unique<Inside>(program, patience)} {
    auto why = in_->begin();
    if (why.empty()) return;
    base::log::write(base::log::Level::warning, "console.none", {{"why", why + "; commands that touch data need the server to be stopped"}});
    in_.reset();
}

Console::~Console() {
    if (in_) in_->end();
}

bool Console::open() const { return in_ != nullptr; }

std::optional<Reply> ask(Config const& config, Act const& act) {
    auto const path = config.socket_path();
    auto address = address_of(path);
    if (!address) return {};
    Handle server{::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0)};
    if (::connect(server.get(), as_address(*address), sizeof *address) != 0) {
        if (errno == EACCES) throw Wrong{"only the user who runs the server reaches it through " + path};
        return {};
    }
    std::vector<std::string> words{installation(config), act.name};
    for (auto const& [option, typed] : act.given)
        if (!typed.empty()) words.insert(words.end(), {option, typed});
    std::size_t bytes = 0;
    for (auto const& word : words) bytes += word.size();
    if (words.size() > most_asked.words || bytes > most_asked.bytes) throw Misused{"this is too long"};
    try {
        Line line{server.get(), -1, {}};
        line.send(words);
        auto said = line.receive(most_answered);
        if (said.size() != 3 || said[0].empty()) throw Broken{"the other side speaks another language"};
        if (said[0] == elsewhere) return {};
        return Reply{said[0].front() - '0', said[1], said[2]};
    } catch (Broken const& broken) {
        throw Wrong{"the process that serves gave no answer (" + std::string{broken.what()} + "); look whether it was done"};
    }
}

} // namespace app
