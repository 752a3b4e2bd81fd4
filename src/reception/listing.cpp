#include "reception/listing.h"

#include "platform/base/number.h"
#include "platform/crypto/crypto.h"

#include <algorithm>

namespace reception {
namespace {
constexpr char sealed_mark = '~';
constexpr std::size_t longest_search = 400;

/// No longer than the field on the page allows, in the most bytes that its letters may take, and no letter cut in two.
std::string shortened(std::string word) {
    if (word.size() <= longest_search) return word;
    auto end = longest_search;
    while (end > 0 && (static_cast<unsigned char>(word[end]) & 0xC0U) == 0x80U) --end;
    word.resize(end);
    return word;
}

std::optional<std::string> opened_search(Visit& v, std::string const& path, std::string const& asked) {
    if (asked.empty() || asked.front() != sealed_mark) return {};
    return crypto::open(v.services().keys.secret("search"), path, base::from_base64url(std::string_view{asked}.substr(1)));
}
} // namespace

std::optional<std::string> list_path(std::string const& typed) {
    bool const ours = typed.size() > 1 && typed[0] == '/' && typed[1] != '/' && std::all_of(typed.begin(), typed.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '/'; });
    return ours ? std::optional{typed} : std::nullopt;
}

std::string sealed_search(Visit& v, std::string const& path, std::string const& word) {
    return sealed_mark + base::base64url(crypto::seal(v.services().keys.secret("search"), path, shortened(word), v.services().random));
}

html::Listing asked(Visit& v, std::string const& path, std::string const& sort) {
    auto const& query = v.request().query;
    html::Listing listing{.path = path, .search = query.get("zoek"), .sort = query.get("volgorde")};
    if (auto const word = opened_search(v, path, listing.search)) listing.search_sealed = listing.search, listing.search = *word;
    else listing.search = text::tidy_line(listing.search);
    if (listing.sort.empty() || listing.sort.size() > 30) listing.sort = sort;
    listing.page = std::clamp(base::number_from(query.get("bladzijde")).value_or(1), 1, 100000);
    return listing;
}

} // namespace reception
