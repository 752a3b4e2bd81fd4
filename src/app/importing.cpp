#include "app/importing.h"

#include "app/program.h"
#include "confidentiality/store_access_log.h"
#include "people/store_postcodes.h"
#include "people/store_schools.h"

#include <filesystem>
#include <fstream>
#include <ostream>
#include <sstream>

namespace app {

people::Partnership partnership_of(Program& program, std::string const& slug) {
    auto all = people::partnerships(*program.data().read(db::Scope::of_hall()));
    for (auto const& each : all)
        if (each.slug == slug || (slug.empty() && all.size() == 1)) return each;
    if (!slug.empty()) throw Wrong{"no partnership has the slug " + slug};
    throw Misused{all.empty() ? "there is no partnership yet; make one with 'naast new-partnership'" : "say which partnership: --partnership SLUG"};
}
namespace {

constexpr std::uintmax_t longest_file = 64U * 1024 * 1024;
constexpr std::size_t most_lines = 50;

std::string read_file(std::string const& path) {
    std::error_code error;
    if (!std::filesystem::is_regular_file(path, error)) throw Wrong{path + " is not there, is no file, or cannot be read by the process that serves"};
    if (std::filesystem::file_size(path, error) > longest_file || error) throw Wrong{path + " is longer than 64 MB"};
    std::ifstream file{path, std::ios::binary};
    std::stringstream text;
    text << file.rdbuf();
    if (!file) throw Wrong{"cannot read " + path};
    return text.str();
}

/// A few lines and how many more there are.
template <class All, class Say>
void say(std::ostream& out, All const& all, Say const& line) {
    std::size_t said = 0;
    for (auto const& each : all) {
        if (said++ == most_lines) {
            out << "… and " << all.size() - most_lines << " more\n";
            return;
        }
        line(each);
    }
}

std::string name_of(people::Change const& change) {
    auto const facts = people::facts_of(change.facts);
    return change.site + " " + facts.name + (facts.place.empty() ? "" : ", " + facts.place);
}

void say(std::ostream& out, people::Comparison const& found) {
    say(out, found.added, [&](auto const& change) { out << "new: " << name_of(change) << "\n"; });
    say(out, found.changed, [&](auto const& change) {
        out << "changed: " << name_of(change) << " (";
        if (change.changed.empty()) out << "only what the file says";
        for (auto const& fact : change.changed) out << (fact == change.changed.front() ? "" : ", ") << base::word(fact);
        out << ")\n";
    });
    say(out, found.reopened, [&](auto const& change) { out << "back: " << name_of(change) << "\n"; });
    say(out, found.gone, [&](auto const& change) { out << "gone: " << name_of(change) << "\n"; });
}

/// What follows from broken rows: the exit code, and whether anything is done at all.
bool goes_on(Act const& act, std::size_t broken, std::ostream& out) {
    if (!act["preview"].empty()) {
        out << "a preview; nothing was changed\n";
        return false;
    }
    if (broken > 0 && !act["all-or-nothing"].empty()) {
        out << "nothing was changed, because a row is broken\n";
        return false;
    }
    return true;
}

} // namespace

int import_schools(Program& program, Act const& act, std::ostream& out) {
    auto place = partnership_of(program, act["partnership"]);
    auto kind = act["kind"].empty() ? people::SchoolKind::bo : base::from_word<people::SchoolKind>(act["kind"]);
    if (!kind) throw Misused{"--kind must be bo, sbo or so"};
    auto part = people::part(act["postcodes"], act["list"].empty() ? std::string{} : read_file(act["list"]), act["without"]);
    if (!part) throw Misused{part.error()};
    auto file = people::read_schools(read_file(act["file"]), *kind);
    if (!file) throw Wrong{file.error()};
    if (file->complete && part->empty()) throw Misused{"say which schools are of this partnership: --postcodes 4201-4209,4301 or --list FILE"};
    for (auto& row : (*file).rows)
        if (people::belongs(row, *part) || !file->complete)
            for (auto& fact : row.facts) fact = text::tidy_line(fact);

    auto& services = program.services();
    auto const scope = db::Scope::of(place.id.value());
    people::Comparison found;
    auto compare = [&](db::Door& door) {
        found = people::compare(people::known_schools(door), *file, *part);
        if (found.of_part == 0 && file->complete) throw Wrong{"no row of this file is of this partnership; is it the right file?"};
    };
    compare(*services.data.read(scope));
    bool const does = goes_on(act, file->broken.size(), out);
    if (does && !found.nothing())
        services.data.write(scope, [&](db::Write& tx) {
            compare(tx); // someone may have typed meanwhile
            auto const now = services.clock.now();
            people::import_schools(tx, found, services.random, now);
            tx.before_commit([&place, now](db::Write& last) { confidentiality::append(last, {{"console", std::string{base::word(visit::Role::administrator)}, std::string{base::word(visit::Action::keep_school)}, place.id.value(), {}, std::string{visit::rule(visit::Action::keep_school).id}, "console"}}, now); });
        });
    say(out, found);
    say(out, file->broken, [&](auto const& row) { out << "line " << row.line << " is broken: " << base::word(row.why) << (row.site.empty() ? "" : " (" + row.site + ")") << "\n"; });
    if (found.elsewhere > 0) out << found.elsewhere << " known here but now outside of this part; left as they are\n";
    if (found.keeps_all) out << "no school is closed, because a broken row does not say which school it is\n";
    out << place.slug << ": " << found.of_part << " of " << file->rows.size() << " rows; new " << found.added.size() << ", changed " << found.changed.size() << ", back " << found.reopened.size() << ", gone " << found.gone.size() << ", the same " << found.same << ", broken " << file->broken.size() << "\n";
    if (found.nothing()) out << "nothing changed\n";
    return file->broken.empty() ? 0 : 1;
}

int import_postcodes(Program& program, Act const& act, std::ostream& out) {
    auto file = people::read_postcodes(read_file(act["file"]));
    if (!file) throw Wrong{file.error()};
    auto& data = program.data();
    auto const changes = people::compare(people::postcodes(*data.read(db::Scope::of_hall())), file->places);
    if (goes_on(act, file->broken.size(), out) && !changes.nothing()) data.write(db::Scope::of_hall(), [&](db::Write& tx) { people::import_postcodes(tx, changes); });
    say(out, file->broken, [&](auto line) { out << "line " << line << " is broken\n"; });
    out << file->rows << " rows, " << file->places.size() << " postcodes; new " << changes.added.size() << ", moved " << changes.moved.size() << ", gone " << changes.gone.size() << ", broken " << file->broken.size() << "\n";
    if (changes.nothing()) out << "nothing changed\n";
    return file->broken.empty() ? 0 : 1;
}

} // namespace app
