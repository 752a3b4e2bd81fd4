#pragma once
// One question and one answer on the web, without anything of the library underneath.
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace http {

/// Names and values of a form or a query, in order; a name may occur more than once.
class Fields {
public:
    void add(std::string name, std::string value) { all_.emplace_back(std::move(name), std::move(value)); }
    bool has(std::string_view name) const;
    /// The first value under a name, or an empty text.
    std::string const& get(std::string_view name) const;
    std::vector<std::string> all(std::string_view name) const;
    auto begin() const { return all_.begin(); }
    auto end() const { return all_.end(); }
    bool empty() const { return all_.empty(); }

private:
    std::vector<std::pair<std::string, std::string>> all_;
};

struct Request {
    std::string method;
    std::string target; ///< as sent
    std::string path;   ///< decoded, without the query
    Fields query;
    std::vector<std::pair<std::string, std::string>> headers; ///< names in lower case
    std::string body;
    std::string peer; ///< address of the other side, after trusted proxies
    std::string id;   ///< request id, also in X-Request-Id

    std::string_view header(std::string_view lower_name) const;
    std::optional<std::string> cookie(std::string_view name) const;
};

struct Response {
    int status = 200;
    std::vector<std::pair<std::string, std::string>> headers;
    std::string body;
    std::string_view fixed; ///< a body that lives as long as the program; used when `body` is empty

    Response& with(std::string name, std::string value) {
        headers.emplace_back(std::move(name), std::move(value));
        return *this;
    }
    std::string_view header(std::string_view name) const;
};

/// What makes a text unfit for us: NUL, or bytes that are not UTF-8.
bool fit_text(std::string_view text);
/// %xx and (in forms) + decoded; nothing when it is malformed or not fit.
std::optional<std::string> decoded(std::string_view text, bool form);
std::string encoded(std::string_view text);
/// Where something leads, fit for a header and a link: what cannot stand in an address (spaces, control characters, all that is not ASCII) is encoded, the rest stays.
std::string address(std::string_view location);
/// The fields of an application/x-www-form-urlencoded text; nothing when malformed, not fit, or more than 500 fields.
std::optional<Fields> parse_form(std::string_view text);
/// Fields as application/x-www-form-urlencoded.
std::string form_text(Fields const& fields);

} // namespace http
