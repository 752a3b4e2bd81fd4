#include "platform/http/scan.h"

#include <algorithm>
#include <cctype>
#include <string>

namespace http {
namespace {
bool token(char c) { return std::isalnum(static_cast<unsigned char>(c)) || std::string_view{"!#$%&'*+-.^_`|~"}.find(c) != std::string_view::npos; }
std::string lower(std::string_view text) {
    std::string out{text};
    for (auto& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    return out;
}
std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
    return text;
}
} // namespace

Verdict scan_head(std::string_view head) {
    if (head.size() > most_head) return Verdict::too_large;
    if (!head.ends_with("\r\n\r\n")) return Verdict::bad;
    for (std::size_t i = 0; i < head.size(); ++i) {
        char c = head[i];
        if (c == '\r' && (i + 1 >= head.size() || head[i + 1] != '\n')) return Verdict::bad;
        if (c == '\n' && (i == 0 || head[i - 1] != '\r')) return Verdict::bad;
        if (c == '\0' || c == 0x7f || (static_cast<unsigned char>(c) < 0x20 && c != '\r' && c != '\n' && c != '\t')) return Verdict::bad;
    }
    auto end = head.find("\r\n");
    auto line = head.substr(0, end);
    head.remove_prefix(end + 2);
    auto first = line.find(' '), last = line.rfind(' ');
    if (first == std::string_view::npos || first == last) return Verdict::bad;
    auto method = line.substr(0, first), target = line.substr(first + 1, last - first - 1), version = line.substr(last + 1);
    if (method != "GET" && method != "POST" && method != "HEAD") return Verdict::bad;
    if (target.empty() || target[0] != '/' || target.find_first_of(" \t#") != std::string_view::npos) return Verdict::bad;
    if (std::any_of(target.begin(), target.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; })) return Verdict::bad;
    if (version != "HTTP/1.1" && version != "HTTP/1.0") return Verdict::bad;
    std::size_t fields = 0, hosts = 0, lengths = 0, encodings = 0;
    while (head != "\r\n") {
        end = head.find("\r\n");
        line = head.substr(0, end);
        head.remove_prefix(end + 2);
        if (++fields > most_headers) return Verdict::too_large;
        if (line.empty() || line[0] == ' ' || line[0] == '\t') return Verdict::bad;
        auto colon = line.find(':');
        if (colon == std::string_view::npos || colon == 0) return Verdict::bad;
        auto name = lower(line.substr(0, colon));
        if (!std::all_of(name.begin(), name.end(), token)) return Verdict::bad;
        auto value = trimmed(line.substr(colon + 1));
        if (name == "host") {
            ++hosts;
            if (value.empty() || value.find_first_of(" \t/@,") != std::string_view::npos) return Verdict::bad;
        } else if (name == "content-length") {
            ++lengths;
            if (value.empty() || value.size() > 10 || !std::all_of(value.begin(), value.end(), [](char c) { return c >= '0' && c <= '9'; })) return Verdict::bad;
        } else if (name == "transfer-encoding") {
            ++encodings;
            if (lower(value) != "chunked" || version != "HTTP/1.1") return Verdict::bad;
        } else if (name == "upgrade") {
            return Verdict::bad;
        }
    }
    if (hosts != 1 || lengths > 1 || encodings > 1 || (lengths && encodings)) return Verdict::bad;
    return Verdict::good;
}

} // namespace http
