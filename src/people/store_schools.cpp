#include "people/store_schools.h"
#include "people/store_school_page.h"

#include <array>
#include <tuple>

namespace people {
namespace {

constexpr std::string_view columns = "select id, site_code, name, kind, place, postcode, address, denomination, phone, web, pupils, same_school, led_by, at_first_meetings, languages, known_at, closed_at, version from schools ";
constexpr std::string_view moment_columns = "select id, school, kind, happened_on, note, recorded_by, recorded_at from school_moments ";

/// A school holds its notes' key in the key store, under its id.
visit::PersonId key_holder(SchoolId const& id) { return visit::PersonId{id.value()}; }

std::string joined(Facts const& facts) {
    std::string out;
    for (auto const& fact : facts) (out += fact) += '\t';
    return out;
}
Facts parted(std::string_view text) {
    Facts facts;
    for (auto& fact : facts) {
        auto end = std::min(text.find('\t'), text.size());
        fact = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return facts;
}

struct ImportRow {
    std::string id, site, name;
    SchoolKind kind;
    std::string place;
    int postcode;
    std::string address, denomination, phone, web;
    int pupils;
    std::string imported;
    std::optional<base::Moment> closed_at;
};

void put_facts(db::Write& tx, std::string const& id, SchoolFacts const& f, std::string const& site, std::string const& imported) {
    tx.run("update schools set name = :name, kind = :kind, place = :place, postcode = :postcode, address = :address, denomination = :denomination, phone = :phone, web = :web, pupils = :pupils, site_code = :site, imported = :imported, version = version + 1 "
           "where partnership = :partnership and id = :id",
           f.name, f.kind, f.place, f.postcode, f.address, f.denomination, f.phone, f.web, f.pupils, site, imported, tx.scope().partnership, id);
}
/// A value of any column.
struct Cell {
    db::Value held;
};
db::Value value(Cell const& cell) { return cell.held; }

/// One school as it is put in: id, facts, code, what the import said, key of its page.
struct NewSchool {
    SchoolId id;
    SchoolFacts facts;
    std::string site, imported, page_key;
};
constexpr std::array columns_of_new{"id", "name", "kind", "place", "postcode", "address", "denomination", "phone", "web", "pupils", "site_code", "imported", "page_key"};

/// Puts in N schools by one statement: a country has six thousand, and each statement is a journey to PostgreSQL and back.
template <std::size_t N>
void insert(db::Write& tx, std::vector<NewSchool> const& all, std::size_t from, base::Moment now) {
    static std::string const sql = [] {
        std::string names, rows;
        for (auto const* column : columns_of_new) names += ", " + std::string{column};
        for (std::size_t i = 0; i < N; ++i) {
            rows += i == 0 ? "(:partnership, :now, :same_school" : ", (:partnership, :now, :same_school";
            for (auto const* column : columns_of_new) rows += ", :" + std::string{column} + "_" + std::to_string(i);
            rows += ")";
        }
        return "insert into schools (partnership, known_at, same_school" + names + ") values " + rows;
    }();
    std::array<Cell, N * columns_of_new.size()> cells;
    auto* cell = cells.data();
    for (std::size_t i = 0; i < N; ++i) {
        auto const& [id, f, site, imported, page_key] = all[from + i];
        for (auto& held : {db::value(id), db::value(f.name), db::value(f.kind), db::value(f.place), db::value(f.postcode), db::value(f.address), db::value(f.denomination), db::value(f.phone), db::value(f.web), db::value(f.pupils), db::value(site), db::value(imported), db::value(page_key)}) (cell++)->held = held;
    }
    std::apply([&](auto const&... each) { tx.run(sql, tx.scope().partnership, now, SameSchool::no, each...); }, cells);
}

} // namespace

SchoolFacts facts(SchoolRow const& row) { return {row.name, row.kind, row.place, row.postcode, row.address, row.denomination, row.phone, row.web, row.pupils}; }

std::set<AtFirstMeeting> at_first_meetings(SchoolRow const& row) {
    std::set<AtFirstMeeting> all;
    for (auto const& [who, word] : base::Words<AtFirstMeeting>::entries)
        if ((" " + row.at_first_meetings + " ").find(" " + std::string{word} + " ") != std::string::npos) all.insert(who);
    return all;
}

std::vector<SchoolRow> all_schools(db::Door& door) { return door.list<SchoolRow>(std::string{columns} + "where partnership = :partnership order by name, place, id", door.scope().partnership); }
std::vector<SchoolRow> schools(db::Door& door) { return door.list<SchoolRow>(std::string{columns} + "where partnership = :partnership and closed_at is null order by name, place, id", door.scope().partnership); }
std::optional<SchoolRow> find_school(db::Door& door, SchoolId const& id) { return door.find<SchoolRow>(std::string{columns} + "where partnership = :partnership and id = :id", door.scope().partnership, id); }
bool has_site(db::Door& door, std::string const& site) { return door.one<std::int64_t>("select count(*) from schools where partnership = :partnership and site_code = :site", door.scope().partnership, site).value_or(0) > 0; }

void add_school(db::Write& tx, SchoolId const& id, SchoolGiven const& given, std::string const& page_key, base::Moment now) { insert<1>(tx, {{id, given.facts, given.site, {}, page_key}}, 0, now); }

bool change_school(db::Write& tx, SchoolId const& id, SchoolGiven const& given, int version) {
    auto const& f = given.facts;
    return tx.run("update schools set name = :name, kind = :kind, place = :place, postcode = :postcode, address = :address, phone = :phone, web = :web, pupils = :pupils, site_code = :site, version = version + 1 where partnership = :partnership and id = :id and version = :version", f.name, f.kind, f.place,
                  f.postcode, f.address, f.phone, f.web, f.pupils, given.site, tx.scope().partnership, id, version) == 1;
}
bool change_arrangements(db::Write& tx, SchoolId const& id, Arrangements const& a, int version) {
    std::string who;
    for (auto each : a.at_first_meetings) (who += who.empty() ? "" : " ") += base::word(each);
    return tx.run("update schools set same_school = :same_school, led_by = :led_by, at_first_meetings = :who, languages = :languages, version = version + 1 where partnership = :partnership and id = :id and version = :version", a.same_school, a.led_by, who, a.languages, tx.scope().partnership, id, version) == 1;
}
void close_school(db::Write& tx, SchoolId const& id, base::Moment now) { tx.run("update schools set closed_at = :now, version = version + 1 where partnership = :partnership and id = :id and closed_at is null", now, tx.scope().partnership, id); }
void reopen_school(db::Write& tx, SchoolId const& id) { tx.run("update schools set closed_at = null, version = version + 1 where partnership = :partnership and id = :id", tx.scope().partnership, id); }

std::vector<KnownSchool> known_schools(db::Door& door) {
    std::vector<KnownSchool> known;
    for (auto const& r : door.list<ImportRow>("select id, site_code, name, kind, place, postcode, address, denomination, phone, web, pupils, imported, closed_at from schools where partnership = :partnership order by id", door.scope().partnership))
        known.push_back({r.id, r.site, texts({r.name, r.kind, r.place, r.postcode, r.address, r.denomination, r.phone, r.web, r.pupils}), parted(r.imported), r.closed_at.has_value()});
    return known;
}

void import_schools(db::Write& tx, Comparison const& found, base::Random& random, base::Moment now) {
    std::vector<NewSchool> added;
    for (auto const& change : found.added) added.push_back({base::new_id<School>(random), facts_of(change.facts), change.site, joined(change.imported), new_page_key(random, visit::PartnershipId{tx.scope().partnership})});
    constexpr std::size_t together = 20;
    std::size_t done = 0;
    for (; done + together <= added.size(); done += together) insert<together>(tx, added, done, now);
    for (; done < added.size(); ++done) insert<1>(tx, added, done, now);
    for (auto const& change : found.changed) put_facts(tx, change.id, facts_of(change.facts), change.site, joined(change.imported));
    for (auto const& change : found.reopened) {
        put_facts(tx, change.id, facts_of(change.facts), change.site, joined(change.imported));
        reopen_school(tx, SchoolId{change.id});
    }
    for (auto const& change : found.gone) close_school(tx, SchoolId{change.id}, now);
}

void make_note_key(confidentiality::Keyring& keys, SchoolId const& school) { keys.create(key_holder(school)); }

void add_moment(db::Write& tx, confidentiality::Keyring& keys, SchoolMomentId const& id, SchoolId const& school, MomentGiven const& given, std::string const& by, base::Moment now) {
    auto note = given.note.empty() ? confidentiality::Sealed{} : keys.seal({key_holder(school)}, {"school_moments", "note", id.value()}, given.note);
    tx.run("insert into school_moments (id, partnership, school, kind, happened_on, note, recorded_by, recorded_at) values (:id, :partnership, :school, :kind, :day, :note, :by, :now)", id, tx.scope().partnership, school, given.kind, given.happened_on, note, by, now);
}
void withdraw_moment(db::Write& tx, SchoolMomentId const& id, base::Moment now) { tx.run("update school_moments set withdrawn_at = :now, note = '' where partnership = :partnership and id = :id and withdrawn_at is null", now, tx.scope().partnership, id); }
std::optional<MomentRow> find_moment(db::Door& door, SchoolMomentId const& id) { return door.find<MomentRow>(std::string{moment_columns} + "where partnership = :partnership and id = :id and withdrawn_at is null", door.scope().partnership, id); }
std::vector<MomentRow> moments(db::Door& door, SchoolId const& school) {
    return door.list<MomentRow>(std::string{moment_columns} + "where partnership = :partnership and school = :school and withdrawn_at is null order by happened_on desc, recorded_at desc, id", door.scope().partnership, school);
}
std::string note(confidentiality::Keyring& keys, MomentRow const& moment) { return moment.note.empty() ? std::string{} : keys.open(moment.note, {"school_moments", "note", moment.id.value()}).value_or(""); }

std::map<SchoolId, Coverage> coverage(db::Door& door) {
    struct Last {
        SchoolId school;
        SchoolMomentKind kind;
        base::Date day;
    };
    std::map<SchoolId, Coverage> all;
    for (auto const& last : door.list<Last>("select school, kind, max(happened_on) from school_moments where partnership = :partnership and withdrawn_at is null group by school, kind", door.scope().partnership)) all[last.school][last.kind] = last.day;
    return all;
}
std::optional<base::Date> last_of(Coverage const& coverage) {
    std::optional<base::Date> last;
    for (auto const& [kind, day] : coverage)
        if (!last || day > *last) last = day;
    return last;
}
bool is_silent(SchoolRow const& school, Coverage const& coverage, base::Date today) { return !school.closed_at && is_silent(last_of(coverage).value_or(base::local_date(school.known_at)), today); }

} // namespace people
