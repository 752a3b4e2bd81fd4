#pragma once
// Postcodes with coordinates, from a file of GeoNames: where four digits lie, for distances between people and schools. Nobody lives at such a point.
#include "platform/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace people {

/// Where a postcode of four digits lies, in millionths of a degree.
struct PostcodePlace {
    int postcode;
    int latitude, longitude;
    bool operator==(PostcodePlace const&) const = default;
};

struct PostcodeFile {
    std::vector<PostcodePlace> places; ///< in the order of their postcodes
    std::size_t rows = 0;              ///< rows that were read
    std::vector<std::size_t> broken;   ///< lines
};
/// Reads a table of GeoNames (tab separated, NL only): the middle of all rows with the same four digits. The error is an English sentence: not such a table.
base::Result<PostcodeFile, std::string> read_postcodes(std::string_view text);

/// What a file changes in the postcodes that are known.
struct PostcodeChanges {
    std::vector<PostcodePlace> added, moved;
    std::vector<int> gone;
    bool nothing() const { return added.empty() && moved.empty() && gone.empty(); }
};
PostcodeChanges compare(std::vector<PostcodePlace> const& known, std::vector<PostcodePlace> const& read);

} // namespace people
