#include "reception/listing.h"

#include "platform/base/number.h"

namespace reception {

html::Listing asked(Visit& v, std::string const& path, std::string const& sort) {
    auto const& query = v.request().query;
    html::Listing listing{.path = path, .search = text::tidy_line(query.get("zoek")), .sort = query.get("volgorde")};
    if (listing.sort.empty() || listing.sort.size() > 30) listing.sort = sort;
    listing.page = std::clamp(base::number_from(query.get("bladzijde")).value_or(1), 1, 100000);
    return listing;
}

} // namespace reception
