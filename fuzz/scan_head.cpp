// A head that is judged good has one meaning: its own lines say so, and Beast, which reads it next, reads the same.
#include "expect.h"
#include "platform/http/scan.h"

#include <boost/asio/buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>
#include <string>
#include <vector>

namespace {

std::vector<std::string_view> lines(std::string_view head) {
    std::vector<std::string_view> found;
    while (!head.empty()) {
        auto end = head.find("\r\n");
        if (end == std::string_view::npos) end = head.size();
        found.push_back(head.substr(0, end));
        head.remove_prefix(std::min(head.size(), end + 2));
    }
    return found;
}

bool called(std::string_view line, std::string_view lower_name) {
    if (line.size() <= lower_name.size() || line[lower_name.size()] != ':') return false;
    for (std::size_t i = 0; i < lower_name.size(); ++i)
        if ((line[i] | 0x20) != lower_name[i]) return false;
    return true;
}

void as_beast_reads_it(std::string_view head, std::vector<std::string_view> const& its) {
    namespace beast = boost::beast::http;
    beast::request_parser<beast::string_body> parser;
    parser.eager(false);
    parser.header_limit(http::most_head);
    boost::beast::error_code error;
    auto used = parser.put(boost::asio::buffer(head.data(), head.size()), error);
    // Beast may be stricter than we are, never looser
    if (error && error != beast::error::need_more) return;
    expect(parser.is_header_done() && used == head.size(), "Beast ends the head elsewhere");
    auto const& got = parser.get();
    auto first = std::string{got.method_string()} + ' ' + std::string{got.target()} + (got.version() == 11 ? " HTTP/1.1" : " HTTP/1.0");
    expect(first == its.front(), "Beast reads another first line");
    std::size_t fields = 0;
    for ([[maybe_unused]] auto const& field : got) ++fields;
    expect(fields == its.size() - 2, "Beast counts other fields");
    expect(got.count(beast::field::host) == 1, "Beast does not see one Host");
    expect(!(parser.chunked() && parser.content_length()), "Beast sees two ways to measure the body");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(unsigned char const* data, std::size_t size) {
    std::string_view head{reinterpret_cast<char const*>(data), size};
    auto verdict = planted() ? http::Verdict::good : http::scan_head(head);
    expect(verdict != http::Verdict::good || size <= http::most_head, "a good head is too large");
    if (verdict != http::Verdict::good) return 0;
    expect(head.find('\0') == std::string_view::npos, "a good head holds a NUL");
    expect(head.find("\r\n\r\n") + 4 == size, "a good head has an empty line before its end");
    std::size_t hosts = 0, lengths = 0, codings = 0;
    auto its = lines(head);
    for (auto line : its) {
        expect(line.find_first_of("\r\n") == std::string_view::npos, "a good head has half a line end");
        expect(!line.starts_with(' ') && !line.starts_with('\t'), "a good head has a folded line");
        hosts += called(line, "host");
        lengths += called(line, "content-length");
        codings += called(line, "transfer-encoding");
    }
    expect(hosts == 1, "a good head does not have one Host");
    expect(lengths + codings <= 1, "a good head measures its body twice");
    as_beast_reads_it(head, its);
    return 0;
}
