#include "platform/http/server.h"

#include "platform/base/log.h"
#include "platform/base/random.h"
#include "platform/http/pool.h"
#include "platform/http/scan.h"

#include <algorithm>
#include <atomic>
#include <boost/asio.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/intrusive/list.hpp>
#include <future>
#include <thread>

namespace http {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
using tcp = asio::ip::tcp;
using Steady = std::chrono::steady_clock;

/// Whether a text stays within one line of a header.
bool one_line(std::string_view text) { return text.find_first_of(std::string_view{"\r\n\0", 3}) == std::string_view::npos; }

std::string lower(beast::string_view text) {
    std::string out{text.data(), text.size()};
    for (auto& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    return out;
}

constexpr std::chrono::seconds last_answers{3};

std::string new_request_id() {
    static thread_local base::SystemRandom random;
    return base::random_text(random, 9);
}

/// A connection from which the whole of a request is still to come; touched by the thread of the server only.
struct Asking : boost::intrusive::list_base_hook<boost::intrusive::link_mode<boost::intrusive::auto_unlink>> {
    bool idle = false; ///< between two requests
    void asks_no_more() {
        if (is_linked()) unlink();
    }
    virtual void close() = 0;

protected:
    ~Asking() = default;
};

struct Shared {
    Limits limits;
    Handler handler;
    LaneOf lane_of;
    Dress dress;
    std::vector<std::string> proxies;
    Pool pool;
    std::atomic<std::size_t> open{0}, answering{0};
    std::atomic<bool> ending{false};
    boost::intrusive::list<Asking, boost::intrusive::constant_time_size<false>> asking = {}; ///< who has been at it longest first
    std::optional<asio::steady_timer> late = {};                                             ///< runs while someone may wait too long; touched by the thread of the server only
    bool watching = false;
    Shared(Limits limits, Handler handler, LaneOf lane_of, Dress dress, std::vector<std::string> proxies)
        : limits{limits}, handler{std::move(handler)}, lane_of{std::move(lane_of)}, dress{std::move(dress)}, proxies{std::move(proxies)}, pool{limits.pages, limits.forms, limits.longest_wait} {}
};

/// Looks after those who wait as long as there are any.
void watch(std::shared_ptr<Shared> const& shared, asio::any_io_executor const& executor) {
    if (std::exchange(shared->watching, true)) return;
    if (!shared->late) shared->late.emplace(executor);
    shared->late->expires_after(shared->limits.longest_wait);
    shared->late->async_wait([shared, executor](beast::error_code error) {
        shared->watching = false;
        if (!error && shared->pool.tell_late()) watch(shared, executor);
    });
}

/// One connection: head, scan, body, work, answer, and again.
class Talk final : public std::enable_shared_from_this<Talk>, public Asking {
public:
    Talk(tcp::socket socket, std::shared_ptr<Shared> shared) : stream_{std::move(socket)}, shared_{std::move(shared)} { ++shared_->open; }
    ~Talk() { --shared_->open; }
    void start() {
        boost::system::error_code ignored;
        auto peer = stream_.socket().remote_endpoint(ignored);
        if (!ignored) peer_ = peer.address().to_string();
        stream_.socket().set_option(tcp::no_delay{true}, ignored);
        read_head(true);
    }

    /// Ends a connection on which nothing is asked.
    void close() override {
        asks_no_more();
        boost::system::error_code ignored;
        stream_.socket().close(ignored);
    }

private:
    void read_head(bool first) {
        parser_.reset();
        idle = false;
        asks_no_more();
        shared_->asking.push_back(*this);
        auto held = find_end();
        if (held) return got_head(*held);
        idle = !first && buffer_.empty();
        if (idle && shared_->ending) return finish();
        stream_.expires_after(first || !buffer_.empty() ? shared_->limits.head_time : shared_->limits.idle_time);
        read_some_head(Steady::now() + shared_->limits.head_time);
    }
    std::optional<std::size_t> find_end() const {
        auto at = buffer_.find("\r\n\r\n");
        if (at == std::string::npos) return {};
        return at + 4;
    }
    bool has_bare_line_feed() const {
        for (auto at = buffer_.find('\n'); at != std::string::npos; at = buffer_.find('\n', at + 1))
            if (at == 0 || buffer_[at - 1] != '\r') return true;
        return false;
    }
    void read_some_head(Steady::time_point until) {
        stream_.async_read_some(asio::buffer(chunk_), [self = shared_from_this(), until](beast::error_code error, std::size_t count) mutable {
            self->idle = false;
            if (error) return self->close();
            bool const first_bytes = self->buffer_.empty();
            self->buffer_.append(self->chunk_.data(), count);
            if (auto end = self->find_end()) return self->got_head(*end);
            if (self->buffer_.size() > most_head) return self->refuse(431);
            // with a bare LF the empty line may never come
            if (self->has_bare_line_feed()) return self->refuse(400);
            if (first_bytes) until = Steady::now() + self->shared_->limits.head_time;
            self->stream_.expires_at(until);
            self->read_some_head(until);
        });
    }
    void got_head(std::size_t size) {
        auto verdict = scan_head(std::string_view{buffer_}.substr(0, size));
        if (verdict != Verdict::good) return refuse(verdict == Verdict::too_large ? 431 : 400);
        parser_.emplace();
        parser_->body_limit(shared_->limits.body);
        parser_->header_limit(static_cast<std::uint32_t>(most_head));
        parser_->eager(true);
        beast::error_code error;
        feed(error);
        if (error) return refuse(error == beast::http::error::body_limit ? 413 : 400);
        if (parser_->is_header_done() && !parser_->is_done() && beast::iequals(parser_->get()[beast::http::field::expect], "100-continue")) {
            static constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";
            return asio::async_write(stream_, asio::buffer(go_on), [self = shared_from_this()](beast::error_code failed, std::size_t) {
                if (failed) return self->close();
                self->read_body();
            });
        }
        read_body();
    }
    void feed(beast::error_code& error) {
        while (!buffer_.empty() && !parser_->is_done()) {
            auto used = parser_->put(asio::buffer(buffer_), error);
            buffer_.erase(0, used);
            if (error == beast::http::error::need_more) {
                error = {};
                return;
            }
            if (error || used == 0) return;
        }
    }
    void read_body() {
        if (parser_->is_done()) return work();
        body_since_ = Steady::now();
        body_bytes_ = 0;
        read_some_body();
    }
    void read_some_body() {
        stream_.expires_after(shared_->limits.head_time);
        stream_.async_read_some(asio::buffer(chunk_), [self = shared_from_this()](beast::error_code error, std::size_t count) {
            if (error) return self->close();
            self->body_bytes_ += count;
            auto spent = std::chrono::duration_cast<std::chrono::seconds>(Steady::now() - self->body_since_);
            if (spent > std::chrono::seconds{10} && self->body_bytes_ < self->shared_->limits.body_rate * static_cast<std::size_t>(spent.count() - 10)) return self->refuse(408);
            self->buffer_.append(self->chunk_.data(), count);
            self->feed(error);
            if (error) return self->refuse(error == beast::http::error::body_limit ? 413 : 400);
            if (self->parser_->is_done()) return self->work();
            self->read_some_body();
        });
    }
    void work() {
        asks_no_more();
        auto& got = parser_->get();
        auto request = std::make_shared<Request>();
        request->method = std::string{got.method_string()};
        request->target = std::string{got.target()};
        request->id = new_request_id();
        keep_ = got.keep_alive();
        head_only_ = request->method == "HEAD";
        auto split = request->target.find('?');
        auto path = decoded(std::string_view{request->target}.substr(0, split), false);
        auto query = split == std::string::npos ? std::optional<Fields>{Fields{}} : parse_form(std::string_view{request->target}.substr(split + 1));
        if (!path || !query) return refuse(400);
        request->path = std::move(*path);
        request->query = std::move(*query);
        for (auto const& field : got) request->headers.emplace_back(lower(field.name_string()), std::string{field.value()});
        request->body = std::move(got.body());
        request->peer = peer_;
        if (std::find(shared_->proxies.begin(), shared_->proxies.end(), peer_) != shared_->proxies.end()) {
            // the last entry is the one our own proxy wrote
            auto forwarded = std::string{request->header("x-forwarded-for")};
            auto from = forwarded.substr(forwarded.rfind(',') == std::string::npos ? 0 : forwarded.rfind(',') + 1);
            from.erase(0, from.find_first_not_of(' '));
            if (!from.empty()) request->peer = from;
        }
        stream_.expires_never();
        auto self = shared_from_this();
        bool const taken = shared_->pool.add(
            [self, request](bool in_time) {
                auto response = std::make_shared<Response>(in_time ? self->answered(*request) : self->busy(*request));
                asio::post(self->stream_.get_executor(), [self, response] { self->answer(*response); });
            },
            shared_->lane_of(request->method, request->path));
        if (taken) return watch(shared_, stream_.get_executor());
        auto response = busy(*request);
        answer(response);
    }
    Response busy(Request const& request) {
        Response response{503, {{"Content-Type", "text/plain; charset=utf-8"}, {"Retry-After", "2"}, {"Cache-Control", "no-store"}}, "Het is even te druk. Probeer het over een paar seconden opnieuw. (" + request.id + ")\n", {}};
        shared_->dress(response);
        response.with("X-Request-Id", request.id);
        return response;
    }
    /// What the handler says; when it could not say anything, so little that it needs no memory.
    Response answered(Request& request) {
        try {
            auto response = shared_->handler(request);
            response.with("X-Request-Id", request.id);
            return response;
        } catch (...) {
            Response later{503, {}, {}, "Het lukt nu even niet. Er is niets verloren. Probeer het over een minuut opnieuw.\n"};
            try {
                shared_->dress(later);
                later.with("Content-Type", "text/plain; charset=utf-8").with("Cache-Control", "no-store").with("X-Request-Id", request.id);
            } catch (...) { // there is not even memory for its headers
            }
            return later;
        }
    }
    /// A header that would break out of its line is a fault of ours: something went wrong, and nothing of that answer leaves.
    void answer(Response& response) {
        if (!std::all_of(response.headers.begin(), response.headers.end(), [](auto const& header) { return one_line(header.first) && one_line(header.second); })) {
            base::log::write(base::log::Level::error, "header.refused", {{"status", std::to_string(response.status)}});
            Response wrong{500, {{"Content-Type", "text/plain; charset=utf-8"}, {"Cache-Control", "no-store"}}, "Er ging iets mis. Het ligt niet aan u.\n", {}};
            shared_->dress(wrong);
            auto const id = response.header("X-Request-Id");
            wrong.with("X-Request-Id", one_line(id) ? std::string{id} : new_request_id());
            response = std::move(wrong);
        }
        if (shared_->ending) keep_ = false;
        auto message = std::make_shared<beast::http::response<beast::http::span_body<char const>>>();
        auto body = std::make_shared<std::string>(std::move(response.body));
        auto view = body->empty() ? response.fixed : std::string_view{*body};
        message->version(11);
        message->result(static_cast<unsigned>(response.status));
        for (auto const& [name, value] : response.headers) message->insert(name, value);
        message->keep_alive(keep_);
        message->content_length(view.size());
        if (!head_only_) message->body() = {view.data(), view.size()};
        stream_.expires_after(std::chrono::seconds{30});
        ++shared_->answering;
        auto done = [self = shared_from_this(), message, body](beast::error_code error, std::size_t) {
            --self->shared_->answering;
            if (error || !self->keep_) return self->finish();
            self->read_head(false);
        };
        if (head_only_) {
            auto bare = std::make_shared<beast::http::response<beast::http::empty_body>>(message->base());
            auto serializer = std::make_shared<beast::http::response_serializer<beast::http::empty_body>>(*bare);
            return beast::http::async_write_header(stream_, *serializer, [done, bare, serializer](beast::error_code error, std::size_t count) { done(error, count); });
        }
        beast::http::async_write(stream_, *message, done);
    }
    void refuse(int status) {
        asks_no_more();
        keep_ = false;
        head_only_ = false;
        Response response{status, {{"Content-Type", "text/plain; charset=utf-8"}, {"Cache-Control", "no-store"}}, status == 413 ? "Dit is te groot.\n" : status == 431 ? "De aanvraag is te groot.\n"
                                                                                                                                                                       : "Deze aanvraag is niet goed.\n",
                          {}};
        shared_->dress(response);
        response.with("X-Request-Id", new_request_id());
        answer(response);
    }
    void finish() {
        asks_no_more();
        boost::system::error_code ignored;
        stream_.socket().shutdown(tcp::socket::shutdown_send, ignored);
        // what still comes in is read away for a moment, so that the answer is not lost to a reset
        stream_.expires_after(std::chrono::seconds{2});
        drain();
    }
    void drain() {
        stream_.async_read_some(asio::buffer(chunk_), [self = shared_from_this()](beast::error_code error, std::size_t count) {
            self->drained_ += count;
            if (error || self->drained_ > 4 * self->shared_->limits.body) return self->close();
            self->drain();
        });
    }

    beast::tcp_stream stream_;
    std::shared_ptr<Shared> shared_;
    std::string buffer_;
    std::array<char, 8192> chunk_{};
    std::optional<beast::http::request_parser<beast::http::string_body>> parser_;
    std::string peer_;
    bool keep_ = false, head_only_ = false;
    Steady::time_point body_since_;
    std::size_t body_bytes_ = 0, drained_ = 0;
};

} // namespace

struct Server::Inside {
    asio::io_context io{1};
    // a request that is being worked on is no work for asio: without this its answer would find nobody
    asio::executor_work_guard<asio::io_context::executor_type> open{io.get_executor()};
    std::shared_ptr<Shared> shared;
    tcp::acceptor acceptor{io};
    asio::steady_timer pause{io};
    std::thread thread;

    void accept() {
        acceptor.async_accept([this](beast::error_code error, tcp::socket socket) {
            try {
                // who comes is let in, and who took longest to ask gives way: else a few thousand who say nothing keep everyone out
                bool const full = shared->open >= shared->limits.connections, gives_way = full && !shared->asking.empty();
                if (!error && gives_way) shared->asking.front().close();
                // also one that came in just before the door was shut
                if (!error && (!full || gives_way)) std::make_shared<Talk>(std::move(socket), shared)->start();
            } catch (std::bad_alloc const&) { // this one is not let in; the next may be
                error = asio::error::no_memory;
            }
            if (!acceptor.is_open()) return;
            if (!error) return accept();
            // out of descriptors or memory: give the others a moment to end
            pause.expires_after(std::chrono::milliseconds{50});
            pause.async_wait([this](beast::error_code) {
                if (acceptor.is_open()) accept();
            });
        });
    }
};

Server::Server(Listen listen, Limits limits, Handler handler, LaneOf lane_of, Dress dress, std::vector<std::string> trusted_proxies) : in_{std::make_unique<Inside>()} {
    in_->shared = std::make_shared<Shared>(limits, std::move(handler), std::move(lane_of), std::move(dress), std::move(trusted_proxies));
    tcp::endpoint where{asio::ip::make_address(listen.address), listen.port};
    if (listen.socket >= 0) in_->acceptor.assign(where.protocol(), listen.socket);
    else {
        in_->acceptor.open(where.protocol());
        in_->acceptor.set_option(asio::socket_base::reuse_address{true});
        in_->acceptor.bind(where);
        in_->acceptor.listen(1024);
    }
    in_->accept();
    in_->thread = std::thread{[this] {
        for (;;) {
            try {
                in_->io.run();
                return;
            } catch (std::exception const& error) { // of one connection, which goes with it
                base::log::write(base::log::Level::error, "connection", {{"why", error.what()}});
            }
        }
    }};
}

Server::~Server() { stop(); }

std::uint16_t Server::port() const { return in_->acceptor.local_endpoint().port(); }

void Server::stop() {
    if (!in_->thread.joinable()) return;
    asio::post(in_->io, [this] {
        boost::system::error_code ignored;
        in_->acceptor.close(ignored);
        in_->shared->ending = true;
        for (auto at = in_->shared->asking.begin(); at != in_->shared->asking.end();)
            if (auto& each = *at++; each.idle) each.close();
    });
    // after this everyone who was let in is counted
    std::promise<void> shut;
    asio::post(in_->io, [&] { shut.set_value(); });
    shut.get_future().wait();
    // who was let in is answered; who says nothing is not waited for
    auto const until = Steady::now() + last_answers;
    while ((in_->shared->open > 0 || !in_->shared->ending) && Steady::now() < until) std::this_thread::sleep_for(std::chrono::milliseconds{5});
    in_->shared->pool.stop();
    // what was done is still told
    std::promise<void> begun;
    asio::post(in_->io, [&] { begun.set_value(); });
    begun.get_future().wait();
    for (int i = 0; i < 200 && in_->shared->answering > 0; ++i) std::this_thread::sleep_for(std::chrono::milliseconds{10});
    in_->io.stop();
    in_->thread.join();
}

} // namespace http
