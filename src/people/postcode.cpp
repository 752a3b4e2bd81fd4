#include "people/postcode.h"

#include "people/school.h"
#include "platform/base/delimited.h"

#include <charconv>
#include <cmath>
#include <map>

namespace people {
namespace {

/// Degrees in millionths, when they lie in the Netherlands.
std::optional<int> millionths(std::string_view text, double least, double most) {
    double degrees = 0;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), degrees, std::chars_format::fixed);
    bool const here = degrees >= least && degrees <= most; // not so for "nan"
    if (error != std::errc{} || end != text.data() + text.size() || !here) return {};
    return static_cast<int>(std::lround(degrees * 1'000'000));
}

struct Sum {
    std::int64_t latitude = 0, longitude = 0, count = 0;
};

} // namespace

base::Result<PostcodeFile, std::string> read_postcodes(std::string_view text) {
    PostcodeFile file;
    std::map<int, Sum> sums;
    for (auto const& record : base::records(text, '\t')) {
        auto const& fields = record.fields;
        if (record.fault == base::Fault::none && fields.size() > 1 && fields[0] != "NL" && fields[0].size() == 2) continue;
        auto postcode = record.fault == base::Fault::none && fields.size() >= 11 ? postcode_from(fields[1]) : std::nullopt;
        auto latitude = postcode ? millionths(fields[9], 50.5, 53.8) : std::nullopt, longitude = postcode ? millionths(fields[10], 3.1, 7.5) : std::nullopt;
        if (!latitude || !longitude) {
            file.broken.push_back(record.line);
            continue;
        }
        ++file.rows;
        auto& sum = sums[*postcode];
        sum.latitude += *latitude, sum.longitude += *longitude, ++sum.count;
    }
    if (sums.empty()) return std::string{"the file holds no postcodes of the Netherlands as GeoNames writes them (tab separated, NL first)"};
    for (auto const& [postcode, sum] : sums) file.places.push_back({postcode, static_cast<int>(sum.latitude / sum.count), static_cast<int>(sum.longitude / sum.count)});
    return file;
}

PostcodeChanges compare(std::vector<PostcodePlace> const& known, std::vector<PostcodePlace> const& read) {
    PostcodeChanges changes;
    std::map<int, PostcodePlace> left;
    for (auto const& place : known) left.emplace(place.postcode, place);
    for (auto const& place : read) {
        auto before = left.find(place.postcode);
        if (before == left.end()) changes.added.push_back(place);
        else if (before->second != place) changes.moved.push_back(place);
        left.erase(place.postcode);
    }
    for (auto const& [postcode, place] : left) changes.gone.push_back(postcode);
    return changes;
}

} // namespace people
