#include "app/pages_search.h"

#include "reception/listing.h"

#include <algorithm>

namespace app {
namespace {

/// The name of a filter; what begins with a line is of the form itself.
bool is_name(std::string const& name) {
    return !name.empty() && name.front() != '_' && name.size() <= 30 && std::all_of(name.begin(), name.end(), [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; });
}

http::Response create_search(reception::Visit& v) {
    auto const at = reception::list_path(v.field("_lijst"));
    if (!at) return v.not_found();
    auto to = *at + "?";
    if (auto const word = text::tidy_line(v.field("zoek")); !word.empty()) to += "zoek=" + reception::sealed_search(v, *at, word) + "&";
    for (auto const& [name, value] : v.form())
        if (is_name(name) && name != "zoek" && !value.empty() && value.size() <= 100) to += name + "=" + http::encoded(value) + "&";
    to.pop_back();
    return v.see(to);
}

} // namespace

std::vector<reception::Route> search_routes() {
    return {reception::route<visit::Action::search>("POST", "/zoeken", create_search)};
}

} // namespace app
