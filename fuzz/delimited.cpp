// Files with tables: whatever stands in them comes out as text, every line counts once, and a broken one swallows nothing.
#include "platform/base/delimited.h"
#include "expect.h"
#include "people/postcode.h"
#include "people/school_import.h"

#include <algorithm>
#include <string>

namespace {

std::size_t lines_with_something(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t from = 0; from < text.size();) {
        auto end = std::min(text.find('\n', from), text.size());
        auto line = text.substr(from, end - from);
        if (line.ends_with('\r')) line.remove_suffix(1);
        count += !line.empty();
        from = end + 1;
    }
    return count;
}

void table(std::string_view text, char separator) {
    std::size_t last = 0, marked = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    auto all = base::records(text, separator);
    if (planted() && !all.empty()) all.pop_back();
    expect(all.size() == lines_with_something(text.substr(marked)), "a line is lost or counted twice");
    for (auto const& record : all) {
        expect(record.line > last, "lines are not in order");
        last = record.line;
        for (auto const& field : record.fields) expect(base::is_utf8(field), "a field is no text");
    }
}

void schools(std::string_view text) {
    auto file = people::read_schools(text, people::SchoolKind::bo);
    if (!file) return expect(!file.error().empty(), "refused without a word");
    for (auto const& row : file->rows) {
        expect(people::site_code(row.site) == row.site, "a row without a code");
        expect(people::texts(people::facts_of(row.facts)) == row.facts, "facts are not in the form in which they are kept");
        for (auto const& fact : row.facts) expect(base::is_utf8(fact) && fact.find('\t') == std::string::npos, "a fact cannot be kept");
    }
    people::Part const all{{{1000, 9999}}, {}, {}};
    auto const first = people::compare({}, *file, all);
    std::vector<people::KnownSchool> known;
    for (auto const& change : first.added) known.push_back({change.site, change.site, change.facts, change.imported, false});
    expect(people::compare(known, *file, all).nothing(), "a second import changes something");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(unsigned char const* data, std::size_t size) {
    std::string_view text{reinterpret_cast<char const*>(data), size};
    table(text, ';');
    table(text, '\t');
    schools(text);
    schools("VESTIGINGSCODE;VESTIGINGSNAAM;POSTCODE;PLAATSNAAM;SOORT VESTIGING;LEERLINGEN_2025\n" + std::string{text});
    if (auto file = people::read_postcodes(text)) expect(!file->places.empty(), "a file without postcodes is taken");
    return 0;
}
