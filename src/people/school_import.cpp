#include "people/school_import.h"

#include "platform/base/delimited.h"

#include <charconv>

namespace people {
namespace {

constexpr auto at(Fact fact) { return static_cast<std::size_t>(fact); }

/// Without spaces around it, one space for many, and without control characters.
std::string tidy(std::string_view text) {
    std::string out;
    for (char c : text) {
        bool const space = static_cast<unsigned char>(c) <= 0x20 || c == 0x7f;
        if (!space) out += c;
        else if (!out.empty() && out.back() != ' ') out += ' ';
    }
    if (out.ends_with(' ')) out.pop_back();
    return out;
}
std::string small(std::string text) {
    for (auto& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    return text;
}
std::string capitals(std::string text) {
    for (auto& c : text)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
    return text;
}
std::optional<int> number(std::string_view text) {
    int value = 0;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || value < 0) return {};
    return value;
}
std::string shown(int value) { return value == 0 ? std::string{} : std::to_string(value); }

/// The columns of a file by what they hold; editions differ in names and order.
struct Columns {
    enum Role { site,
                institution,
                name,
                kind,
                place,
                municipality,
                postcode,
                street,
                house,
                denomination,
                phone,
                web,
                pupils,
                count };
    std::array<std::optional<std::size_t>, count> where{};

    explicit Columns(std::vector<std::string> const& header) {
        static std::map<std::string, Role> const names{{"VESTIGINGSCODE", site}, {"VESTIGINGSNUMMER", site}, {"INSTELLINGSCODE", institution}, {"BRIN NUMMER", institution}, {"BRINNUMMER", institution}, {"BRIN", institution}, {"VESTIGINGSNAAM", name}, {"NAAM VESTIGING", name}, {"SOORT VESTIGING", kind}, {"SOORT PRIMAIR ONDERWIJS", kind}, {"SOORT ONDERWIJS", kind}, {"PLAATSNAAM", place}, {"GEMEENTENAAM", municipality}, {"GEMEENTENAAM VESTIGING", municipality}, {"POSTCODE", postcode}, {"STRAATNAAM", street}, {"HUISNUMMER-TOEVOEGING", house}, {"HUISNUMMER TOEVOEGING", house}, {"HUISNUMMER", house}, {"DENOMINATIE", denomination}, {"DENOMINATIE VESTIGING", denomination}, {"TELEFOONNUMMER", phone}, {"INTERNETADRES", web}};
        int latest = 0;
        for (std::size_t i = 0; i < header.size(); ++i) {
            auto title = capitals(header[i]);
            std::replace(title.begin(), title.end(), '_', ' ');
            title = tidy(title);
            if (auto known = names.find(title); known != names.end() && !where[known->second]) where[known->second] = i;
            if (!title.starts_with("LEERLINGEN ")) continue;
            if (auto year = number(std::string_view{title}.substr(11)); year && *year > latest) latest = *year, where[pupils] = i;
        }
    }
    bool has(Role role) const { return where[role].has_value(); }
    std::string of(base::Record const& record, Role role) const { return has(role) && *where[role] < record.fields.size() ? tidy(record.fields[*where[role]]) : std::string{}; }
};

/// A vestigingscode; older editions have only its last two signs, behind the code of the institution.
std::optional<std::string> site_of(Columns const& columns, base::Record const& record) {
    auto code = columns.of(record, Columns::site);
    return site_code(code.size() == 2 ? columns.of(record, Columns::institution) + code : code);
}

enum class Concern { ours,
                     none,
                     unknown };
/// The kind in a word such as "BO", "SBAO" or "SO/VSO"; secondary special education alone is of no concern.
Concern kind_of(std::string const& word, SchoolKind& kind) {
    static std::map<std::string, SchoolKind> const names{{"BO", SchoolKind::bo}, {"BAO", SchoolKind::bo}, {"SBO", SchoolKind::sbo}, {"SBAO", SchoolKind::sbo}, {"SO", SchoolKind::so}};
    auto concern = Concern::unknown;
    auto text = capitals(word);
    for (std::size_t from = 0; from <= text.size();) {
        auto end = std::min(text.find_first_of("/-", from), text.size());
        auto one = tidy(text.substr(from, end - from));
        from = end + 1;
        if (auto known = names.find(one); known != names.end()) {
            kind = known->second;
            return Concern::ours;
        }
        if (one == "VSO") concern = Concern::none;
    }
    return concern;
}

/// Reads rows one by one under a header.
class Reader {
public:
    Reader(base::Record const& header, SchoolKind kind) : columns_{header.fields}, width_{header.fields.size()}, kind_{kind} {
        using C = Columns;
        file_.complete = columns_.has(C::postcode);
        if (columns_.has(C::kind)) file_.says.insert(Fact::kind);
        else file_.kinds.insert(kind);
        if (columns_.has(C::pupils)) file_.says.insert(Fact::pupils);
        // names differ from file to file: only the one with addresses has a say
        if (!file_.complete) return;
        for (auto fact : {Fact::name, Fact::postcode}) file_.says.insert(fact);
        for (auto const& [fact, role] : {std::pair{Fact::place, C::place}, {Fact::address, C::street}, {Fact::denomination, C::denomination}, {Fact::phone, C::phone}, {Fact::web, C::web}})
            if (columns_.has(role)) file_.says.insert(fact);
    }
    std::string missing() const {
        if (!columns_.has(Columns::site)) return "no column VESTIGINGSCODE";
        if (!columns_.has(Columns::name)) return "no column VESTIGINGSNAAM";
        return columns_.has(Columns::postcode) || columns_.has(Columns::kind) || columns_.has(Columns::pupils) ? "" : "no column POSTCODE";
    }
    void read(base::Record const& record) {
        FileRow row{record.line, site_of(columns_, record).value_or(""), {}};
        if (auto why = fault(record, row)) file_.broken.push_back({record.line, row.site, *why});
        else if (concerns_) file_.rows.push_back(std::move(row));
        else ++file_.others;
    }
    SchoolFile file() { return std::move(file_); }

private:
    std::optional<Broken> fault(base::Record const& record, FileRow& row) {
        using C = Columns;
        concerns_ = true;
        if (record.fault == base::Fault::letters) return Broken::letters;
        if (record.fault == base::Fault::quotes) return Broken::quotes;
        if (record.fields.size() != width_) return Broken::columns;
        if (row.site.empty()) return Broken::site;
        if (!seen_.insert(row.site).second) return Broken::twice;
        auto kind = kind_;
        if (columns_.has(C::kind)) {
            auto concern = kind_of(columns_.of(record, C::kind), kind);
            if (concern == Concern::unknown) return Broken::kind;
            concerns_ = concern == Concern::ours;
            if (!concerns_) return {};
        }
        SchoolFacts facts{columns_.of(record, C::name), kind, place_name(columns_.of(record, columns_.has(C::place) ? C::place : C::municipality)), 0, {}, columns_.of(record, C::denomination), columns_.of(record, C::phone), columns_.of(record, C::web), 0};
        if (facts.name.empty()) return Broken::name;
        if (file_.complete) {
            auto postcode = columns_.of(record, C::postcode);
            facts.postcode = postcode_from(postcode).value_or(0);
            if (facts.postcode == 0) return Broken::postcode;
            facts.address = tidy(columns_.of(record, C::street) + " " + columns_.of(record, C::house));
            if (postcode.size() > 4) facts.address += (facts.address.empty() ? "" : ", ") + postcode;
        }
        if (columns_.has(C::pupils)) {
            auto pupils = columns_.of(record, C::pupils);
            auto count = pupils == "<5" ? std::optional{4} : pupils.empty() ? std::optional{0}
                                                                            : number(pupils);
            if (!count) return Broken::pupils;
            facts.pupils = *count;
            // rows stay in the table of pupils long after the school has gone
            concerns_ = file_.complete || facts.pupils > 0;
        }
        if (columns_.has(C::kind)) file_.kinds.insert(kind);
        row.facts = texts(facts);
        return {};
    }

    Columns columns_;
    std::size_t width_;
    SchoolKind kind_;
    SchoolFile file_;
    std::set<std::string> seen_;
    bool concerns_ = true;
};

/// Puts what the file says now into a school, as far as that is something new.
Change merge(KnownSchool const& school, FileRow const& row, SchoolFile const& file) {
    Change change{school.id, row.site, school.facts, school.imported, {}};
    for (auto fact : file.says) {
        auto const& said = row.facts[at(fact)];
        if (said == change.imported[at(fact)]) continue;
        change.imported[at(fact)] = said;
        if (change.facts[at(fact)] == said) continue;
        change.facts[at(fact)] = said;
        change.changed.push_back(fact);
    }
    return change;
}

} // namespace

Facts texts(SchoolFacts const& f) { return {f.name, std::string{base::word(f.kind)}, f.place, shown(f.postcode), f.address, f.denomination, f.phone, f.web, shown(f.pupils)}; }
SchoolFacts facts_of(Facts const& t) {
    return {t[at(Fact::name)], base::from_word<SchoolKind>(t[at(Fact::kind)]).value_or(SchoolKind::bo), t[at(Fact::place)], number(t[at(Fact::postcode)]).value_or(0), t[at(Fact::address)], t[at(Fact::denomination)], t[at(Fact::phone)], t[at(Fact::web)], number(t[at(Fact::pupils)]).value_or(0)};
}

base::Result<SchoolFile, std::string> read_schools(std::string_view text, SchoolKind kind) {
    auto const separator = text.substr(0, text.find('\n')).find(';') == std::string_view::npos ? ',' : ';';
    auto const records = base::records(text, separator);
    if (records.empty() || records.front().fault != base::Fault::none) return std::string{"the file holds no table with a header"};
    Reader reader{records.front(), kind};
    if (auto missing = reader.missing(); !missing.empty()) return "the header is not understood: " + missing;
    for (std::size_t i = 1; i < records.size(); ++i) reader.read(records[i]);
    return reader.file();
}

base::Result<Part, std::string> part(std::string_view postcodes, std::string_view list, std::string_view without) {
    Part part;
    std::string wrong;
    auto words = [](std::string_view text, std::string_view between, auto const& take) {
        for (std::size_t from = 0; from <= text.size();) {
            auto end = std::min(text.find_first_of(between, from), text.size());
            if (auto word = tidy(text.substr(from, end - from)); !word.empty()) take(word);
            from = end + 1;
        }
    };
    auto postcode = [&](std::string const& word) {
        auto dash = word.find('-');
        auto first = postcode_from(word.substr(0, dash)), last = dash == std::string::npos ? first : postcode_from(word.substr(dash + 1));
        if (!first || !last || *last < *first) return false;
        part.postcodes.emplace_back(*first, *last);
        return true;
    };
    words(postcodes, ",; ", [&](std::string const& word) {
        if (!postcode(word)) wrong = "'" + word + "' is no postcode of four digits and no range of them, such as 4201-4209";
    });
    words(list, "\n", [&](std::string const& line) {
        auto word = tidy(line.substr(0, line.find('#')));
        if (word.empty() || postcode(word)) return;
        if (auto site = site_code(word)) part.sites.insert(*site);
        else wrong = "the list holds a line that is neither a postcode nor a vestigingscode";
    });
    words(without, ",", [&](std::string const& word) { part.without.insert(small(word)); });
    if (!wrong.empty()) return wrong;
    return part;
}

bool belongs(FileRow const& row, Part const& part) {
    if (part.without.contains(small(row.facts[at(Fact::denomination)]))) return false;
    if (part.sites.contains(row.site)) return true;
    auto const postcode = number(row.facts[at(Fact::postcode)]).value_or(0);
    return postcode != 0 && std::any_of(part.postcodes.begin(), part.postcodes.end(), [&](auto const& range) { return range.first <= postcode && postcode <= range.second; });
}

Comparison compare(std::vector<KnownSchool> const& known, SchoolFile const& file, Part const& part) {
    Comparison found;
    std::map<std::string, KnownSchool const*> by_site, by_hand;
    auto by_name = [](Facts const& facts) { return small(facts[at(Fact::name)]) + "\t" + facts[at(Fact::postcode)]; };
    for (auto const& school : known) {
        if (!school.site.empty()) by_site.emplace(school.site, &school);
        else if (!school.closed) by_hand.emplace(by_name(school.facts), &school);
    }
    std::set<std::string> there;
    for (auto const& row : file.rows) {
        there.insert(row.site);
        auto at_site = by_site.find(row.site);
        auto const* school = at_site == by_site.end() ? nullptr : at_site->second;
        // a file without postcodes cannot be cut by postcode: it speaks of the schools that are known
        bool const ours = belongs(row, part) || (!file.complete && school);
        if (ours) ++found.of_part;
        else if (school) ++found.elsewhere;
        if (!ours) continue;
        if (!school)
            if (auto typed = by_hand.find(by_name(row.facts)); typed != by_hand.end() && file.complete) {
                school = typed->second;
                by_hand.erase(typed);
            }
        if (!school) {
            Change change{{}, row.site, row.facts, {}, {}};
            for (auto fact : file.says) change.imported[at(fact)] = row.facts[at(fact)];
            found.added.push_back(std::move(change));
            continue;
        }
        auto change = merge(*school, row, file);
        if (school->closed && file.complete) found.reopened.push_back(std::move(change));
        else if (!change.changed.empty() || change.imported != school->imported || school->site != row.site) found.changed.push_back(std::move(change));
        else ++found.same;
    }
    for (auto const& broken : file.broken) {
        if (broken.site.empty()) found.keeps_all = true;
        there.insert(broken.site);
    }
    if (!file.complete || found.keeps_all) return found;
    for (auto const& [site, school] : by_site)
        if (!school->closed && !there.contains(site) && file.kinds.contains(facts_of(school->facts).kind)) found.gone.push_back({school->id, site, school->facts, school->imported, {}});
    return found;
}

std::string place_name(std::string const& place) {
    static std::set<std::string> const little{"aan", "bij", "de", "den", "der", "en", "gem", "gem.", "het", "in", "op", "ten", "ter", "van", "'s", "'t"};
    if (std::any_of(place.begin(), place.end(), [](char c) { return c >= 'a' && c <= 'z'; })) return place;
    std::string out, word;
    auto end_word = [&] {
        if (word.empty()) return;
        auto lowered = small(word);
        // the capitals of À to Þ in UTF-8, × excepted
        for (std::size_t i = 0; i + 1 < lowered.size(); ++i)
            if (auto const low = static_cast<unsigned char>(lowered[i + 1]); static_cast<unsigned char>(lowered[i]) == 0xc3 && low >= 0x80 && low <= 0x9e && low != 0x97) lowered[i + 1] = static_cast<char>(low + 0x20);
        bool const first = out.empty() || out.ends_with('-');
        if (little.contains(lowered) && (!first || lowered.front() == '\'')) out += lowered;
        else {
            std::size_t capitals = lowered.starts_with("ij") ? 2 : 1, begin = lowered.find_first_not_of('\'');
            if (begin == std::string::npos) begin = 0;
            out += lowered.substr(0, begin) + word.substr(begin, static_cast<unsigned char>(word[begin]) == 0xc3 ? 2 : capitals);
            out += lowered.substr(std::min(lowered.size(), begin + (static_cast<unsigned char>(word[begin]) == 0xc3 ? 2 : capitals)));
        }
        word.clear();
    };
    for (char c : place) {
        if (c != ' ' && c != '-') word += c;
        else end_word(), out += c;
    }
    end_word();
    return out;
}

} // namespace people
