#pragma once
// Importing schools (scholen inlezen) from a file of DUO: what a file says, which part of it belongs to a partnership, and what that changes. Columns are known by their headers, schools by their vestigingscode.
// A file with postcodes lists every school of its kinds and may close some; one without only adds kinds and numbers of pupils to schools that are known.
#include "people/school.h"

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace people {

/// What a file can say of a school, in the order of `Facts`.
enum class Fact { name,
                  kind,
                  place,
                  postcode,
                  address,
                  denomination,
                  phone,
                  web,
                  pupils };
inline constexpr std::size_t fact_count = 9;
/// Facts as texts, each in the one form in which it is compared.
using Facts = std::array<std::string, fact_count>;
Facts texts(SchoolFacts const& facts);
/// The facts of texts; what cannot be read is not known.
SchoolFacts facts_of(Facts const& texts);

/// Why a row cannot be used.
enum class Broken { letters,
                    quotes,
                    columns,
                    site,
                    twice,
                    name,
                    postcode,
                    kind,
                    pupils };
struct BrokenRow {
    std::size_t line;
    std::string site; ///< empty when it cannot be read
    Broken why;
};

struct FileRow {
    std::size_t line;
    std::string site;
    Facts facts;
};
struct SchoolFile {
    std::set<Fact> says;   ///< what it says of schools that are known
    bool complete = false; ///< lists all schools of `kinds`
    std::set<SchoolKind> kinds;
    std::vector<FileRow> rows;
    std::vector<BrokenRow> broken;
    std::size_t others = 0; ///< rows of no concern: secondary education, or without a pupil
};
/// Reads a file; `kind` is the kind of school when the file does not say. Of pupils the latest year counts, "<5" as 4. The error is an English sentence: no table, or columns missing.
base::Result<SchoolFile, std::string> read_schools(std::string_view text, SchoolKind kind);

/// Which rows belong to a partnership: by postcode or by code, without some denominations (of a national partnership).
struct Part {
    std::vector<std::pair<int, int>> postcodes; ///< first and last
    std::set<std::string> sites;
    std::set<std::string> without; ///< denominations in small letters
    bool empty() const { return postcodes.empty() && sites.empty(); }
};
/// Reads "4201-4209,4301", a list of postcodes and codes (one a line, # for remarks; may be empty) and denominations parted by commas. The error is an English sentence.
base::Result<Part, std::string> part(std::string_view postcodes, std::string_view list, std::string_view without);
bool belongs(FileRow const& row, Part const& part);

/// A school as the partnership has it; `imported` is what the last import said of it.
struct KnownSchool {
    std::string id, site;
    Facts facts, imported;
    bool closed = false;
};

/// One school that changes.
struct Change {
    std::string id; ///< empty for a new school
    std::string site;
    Facts facts, imported; ///< as they become
    std::vector<Fact> changed;
};
struct Comparison {
    std::vector<Change> added, changed, reopened, gone;
    std::size_t same = 0;
    std::size_t elsewhere = 0; ///< known here, in the file, but outside the part: left as they are
    std::size_t of_part = 0;   ///< rows of the file in the part
    bool keeps_all = false;    ///< a row without a readable code: nothing is closed
    bool nothing() const { return added.empty() && changed.empty() && reopened.empty() && gone.empty(); }
};
/// What a file changes. A fact changes only when the file says something else than it said the last time, so that what was typed by hand stays. A school typed by hand is known again by name and postcode.
/// A school is gone when a complete file of its kind has it no more, not even in a broken row.
Comparison compare(std::vector<KnownSchool> const& known, SchoolFile const& file, Part const& part);

/// A place written in capitals as people write it: "ALTEVEER GEM NOORDENVELD" is Alteveer gem Noordenveld, "'S-GRAVENHAGE" 's-Gravenhage. Others stay as they are.
std::string place_name(std::string const& place);

} // namespace people

template <>
struct base::Words<people::Broken> {
    using B = people::Broken;
    static constexpr std::array entries{Word<B>{B::letters, "letters that are neither UTF-8 nor windows-1252"}, Word<B>{B::quotes, "quotes that do not match"}, Word<B>{B::columns, "another number of columns than the header"}, Word<B>{B::site, "no vestigingscode"}, Word<B>{B::twice, "a vestigingscode that stood above already"},
                                        Word<B>{B::name, "no name"}, Word<B>{B::postcode, "no postcode"}, Word<B>{B::kind, "a kind of school nobody knows"}, Word<B>{B::pupils, "no number of pupils"}};
};
template <>
struct base::Words<people::Fact> {
    using F = people::Fact;
    static constexpr std::array entries{Word<F>{F::name, "name"}, Word<F>{F::kind, "kind"}, Word<F>{F::place, "place"}, Word<F>{F::postcode, "postcode"}, Word<F>{F::address, "address"}, Word<F>{F::denomination, "denomination"}, Word<F>{F::phone, "phone"}, Word<F>{F::web, "website"}, Word<F>{F::pupils, "pupils"}};
};
