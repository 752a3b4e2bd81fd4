#include "platform/mail/mail.h"

#include "platform/base/random.h"

#include <algorithm>
#include <cstring>
#include <ctime>
#include <curl/curl.h>
#include <memory>
#include <stdexcept>

namespace mail {
namespace {

std::string one_line(std::string text) {
    std::erase_if(text, [](unsigned char c) { return c < 0x20 || c == 0x7f; });
    return text;
}

/// Whether a text is one address and nothing beside it; what was kept by another way than a form may be anything.
bool is_address(std::string const& text) {
    auto const at = text.find('@');
    return at != std::string::npos && at > 0 && at + 1 < text.size() && text.rfind('@') == at &&
           std::all_of(text.begin(), text.end(), [](unsigned char c) { return c > 0x20 && c != 0x7f && std::string_view{"<>()[]\\,;:\""}.find(static_cast<char>(c)) == std::string_view::npos; });
}

std::string base64(std::string_view text) {
    auto out = base::base64url(text);
    for (auto& c : out) c = c == '-' ? '+' : c == '_' ? '/'
                                                      : c;
    out.append((4 - out.size() % 4) % 4, '=');
    return out;
}

std::string folded_base64(std::string_view text) {
    std::string out, all = base64(text);
    for (std::size_t i = 0; i < all.size(); i += 76) (out += all.substr(i, 76)) += "\r\n";
    return out;
}

/// Whether a text may stand in a header as it is; what looks like an encoded word (RFC 2047) would be read as one.
bool is_plain(std::string const& text) {
    return text.size() <= 60 && text.find("=?") == std::string::npos && std::all_of(text.begin(), text.end(), [](char c) { return c >= 0x20 && c < 0x7f && c != '"' && c != '\\'; });
}
/// Encoded words, each on a line and never broken within a letter.
std::string encoded(std::string const& text) {
    constexpr std::size_t most = 39;
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        auto end = std::min(at + most, text.size());
        for (int back = 0; back < 3 && end < text.size() && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80; ++back) --end;
        (((out += out.empty() ? "" : "\r\n ") += "=?UTF-8?B?") += base64(std::string_view{text}.substr(at, end - at))) += "?=";
        at = end;
    }
    return out;
}
std::string header_word(std::string const& text) { return is_plain(text) ? text : encoded(text); }
/// A name before an address.
std::string header_name(std::string const& name) { return name.empty() ? "" : is_plain(name) ? "\"" + name + "\" "
                                                                                             : encoded(name) + " "; }

struct Source {
    std::string text;
    std::size_t at = 0;
};

/// Whether a mail server is this very machine, by the address as the client reads it.
bool is_here(std::string const& url) {
    std::unique_ptr<CURLU, decltype(&curl_url_cleanup)> its{curl_url(), curl_url_cleanup};
    char* part = nullptr;
    if (!its || curl_url_set(its.get(), CURLUPART_URL, url.c_str(), 0) != CURLUE_OK || curl_url_get(its.get(), CURLUPART_HOST, &part, 0) != CURLUE_OK) return false;
    std::string host = part;
    curl_free(part);
    for (auto& c : host) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return host == "localhost" || host == "127.0.0.1" || host == "[::1]";
}

std::size_t give(char* to, std::size_t size, std::size_t count, void* from) {
    auto& source = *static_cast<Source*>(from);
    auto take = std::min(size * count, source.text.size() - source.at);
    std::memcpy(to, source.text.data() + source.at, take);
    source.at += take;
    return take;
}

} // namespace

std::string mime(Message const& message, std::string const& from, std::string const& id, std::string const& date) {
    std::string out = "From: " + header_name(one_line(message.from_name)) + "<" + one_line(from) + ">\r\nTo: <" + one_line(message.to) + ">\r\nSubject: " + header_word(one_line(message.subject)) + "\r\nDate: " + date +
                      "\r\nMessage-ID: <" + id + "@" + from.substr(from.find('@') + 1) + ">\r\nMIME-Version: 1.0\r\nAuto-Submitted: auto-generated\r\n";
    if (is_address(message.reply_to)) out += "Reply-To: <" + message.reply_to + ">\r\n";
    std::string const text = "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n" + folded_base64(message.text);
    if (message.calendar.empty()) return out + text;
    std::string const edge = "naast-" + id;
    return out + "Content-Type: multipart/mixed; boundary=\"" + edge + "\"\r\n\r\n--" + edge + "\r\n" + text + "--" + edge + "\r\nContent-Type: text/calendar; charset=utf-8; method=" + message.calendar_method +
           "\r\nContent-Disposition: attachment; filename=\"afspraak.ics\"\r\nContent-Transfer-Encoding: base64\r\n\r\n" + folded_base64(message.calendar) + "--" + edge + "--\r\n";
}

Sender smtp(Smtp settings) {
    static bool const started = curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
    (void)started;
    return [settings](Message const& message) {
        if (!is_address(message.to)) throw std::runtime_error{"mail: the recipient is no address"};
        std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> curl{curl_easy_init(), curl_easy_cleanup};
        if (!curl) throw std::runtime_error{"mail: no client"};
        base::SystemRandom random;
        char date[64];
        std::time_t now = std::time(nullptr);
        std::tm utc{};
        gmtime_r(&now, &utc);
        std::strftime(date, sizeof date, "%a, %d %b %Y %H:%M:%S +0000", &utc);
        Source source{mime(message, settings.from, base::random_text(random, 16), date)};
        std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)> to{curl_slist_append(nullptr, message.to.c_str()), curl_slist_free_all};
        curl_easy_setopt(curl.get(), CURLOPT_URL, settings.url.c_str());
        // names of people and codes go over no line that others can read
        curl_easy_setopt(curl.get(), CURLOPT_USE_SSL, static_cast<long>(settings.user.empty() && is_here(settings.url) ? CURLUSESSL_TRY : CURLUSESSL_ALL));
        if (!settings.user.empty()) {
            curl_easy_setopt(curl.get(), CURLOPT_USERNAME, settings.user.c_str());
            curl_easy_setopt(curl.get(), CURLOPT_PASSWORD, settings.password.c_str());
        }
        curl_easy_setopt(curl.get(), CURLOPT_MAIL_FROM, settings.from.c_str());
        curl_easy_setopt(curl.get(), CURLOPT_MAIL_RCPT, to.get());
        curl_easy_setopt(curl.get(), CURLOPT_UPLOAD, 1L);
        curl_easy_setopt(curl.get(), CURLOPT_READFUNCTION, give);
        curl_easy_setopt(curl.get(), CURLOPT_READDATA, &source);
        curl_easy_setopt(curl.get(), CURLOPT_TIMEOUT, 30L);
        curl_easy_setopt(curl.get(), CURLOPT_CONNECTTIMEOUT, 10L);
        curl_easy_setopt(curl.get(), CURLOPT_NOSIGNAL, 1L);
        if (auto code = curl_easy_perform(curl.get()); code != CURLE_OK) throw std::runtime_error{std::string{"mail: "} + curl_easy_strerror(code)};
    };
}

} // namespace mail
