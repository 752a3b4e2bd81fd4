#include "reception/listing.h"

#include <charconv>

namespace reception {

html::Listing asked(Visit& v, std::string const& path, std::string const& sort) {
    auto const& query = v.request().query;
    html::Listing listing{.path = path, .search = text::tidy_line(query.get("zoek")), .sort = query.get("volgorde")};
    if (listing.sort.empty() || listing.sort.size() > 30) listing.sort = sort;
    auto const& page = query.get("bladzijde");
    int number = 1;
    std::from_chars(page.data(), page.data() + page.size(), number);
    listing.page = std::clamp(number, 1, 100000);
    return listing;
}

} // namespace reception
