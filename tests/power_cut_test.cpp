// Power cuts: every write and sync of SQLite is recorded below it; for each crash point the disk is rebuilt as it could have been –
// what was synced, plus any part of what was not – and opened again. What was acknowledged must be there.
#include "app/erasure.h"
#include "app/program.h"
#include "people/store_people.h"
#include "tests/world/folder.h"

#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <map>
#include <random>
#include <set>
#include <sqlite3.h>

namespace {

struct Event {
    enum class Kind { write,
                      truncate,
                      sync,
                      remove,
                      acknowledged } kind;
    std::string path;
    std::int64_t at = 0;
    std::string bytes;
};
std::vector<Event> events;
bool recording = false;

struct Shim {
    sqlite3_file base;
    char const* path;
    sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};
Shim& shim(sqlite3_file* file) { return *reinterpret_cast<Shim*>(file); }
sqlite3_file* real(sqlite3_file* file) { return shim(file).real(); }
void note(sqlite3_file* file, Event::Kind kind, std::int64_t at = 0, std::string bytes = {}) {
    if (recording && shim(file).path) events.push_back({kind, shim(file).path, at, std::move(bytes)});
}

sqlite3_io_methods const methods{
    3,
    [](sqlite3_file* f) { return real(f)->pMethods ? real(f)->pMethods->xClose(real(f)) : SQLITE_OK; },
    [](sqlite3_file* f, void* to, int n, sqlite3_int64 at) { return real(f)->pMethods->xRead(real(f), to, n, at); },
    [](sqlite3_file* f, void const* from, int n, sqlite3_int64 at) {
        note(f, Event::Kind::write, at, {static_cast<char const*>(from), static_cast<std::size_t>(n)});
        return real(f)->pMethods->xWrite(real(f), from, n, at);
    },
    [](sqlite3_file* f, sqlite3_int64 size) {
        note(f, Event::Kind::truncate, size);
        return real(f)->pMethods->xTruncate(real(f), size);
    },
    [](sqlite3_file* f, int) {
        note(f, Event::Kind::sync);
        return SQLITE_OK; // the real disk need not spin for this
    },
    [](sqlite3_file* f, sqlite3_int64* size) { return real(f)->pMethods->xFileSize(real(f), size); },
    [](sqlite3_file* f, int level) { return real(f)->pMethods->xLock(real(f), level); },
    [](sqlite3_file* f, int level) { return real(f)->pMethods->xUnlock(real(f), level); },
    [](sqlite3_file* f, int* out) { return real(f)->pMethods->xCheckReservedLock(real(f), out); },
    [](sqlite3_file* f, int op, void* arg) { return real(f)->pMethods->xFileControl(real(f), op, arg); },
    [](sqlite3_file*) { return 4096; },
    [](sqlite3_file*) { return 0; }, // promises nothing: neither atomic writes nor safe appends
    [](sqlite3_file* f, int page, int size, int extend, void volatile** out) { return real(f)->pMethods->xShmMap(real(f), page, size, extend, out); },
    [](sqlite3_file* f, int offset, int n, int flags) { return real(f)->pMethods->xShmLock(real(f), offset, n, flags); },
    [](sqlite3_file* f) { real(f)->pMethods->xShmBarrier(real(f)); },
    [](sqlite3_file* f, int remove) { return real(f)->pMethods->xShmUnmap(real(f), remove); },
    [](sqlite3_file*, sqlite3_int64, int, void** out) {
        *out = nullptr;
        return SQLITE_OK;
    },
    [](sqlite3_file*, sqlite3_int64, void*) { return SQLITE_OK; },
};

void install() {
    static bool const done = [] {
        static sqlite3_vfs vfs = *sqlite3_vfs_find(nullptr);
        static sqlite3_vfs* const below = sqlite3_vfs_find(nullptr);
        vfs.zName = "powercut";
        vfs.szOsFile = static_cast<int>(sizeof(Shim)) + below->szOsFile;
        vfs.xOpen = [](sqlite3_vfs*, char const* name, sqlite3_file* file, int flags, int* out) {
            shim(file).path = name;
            auto code = below->xOpen(below, name, real(file), flags, out);
            file->pMethods = code == SQLITE_OK ? &methods : nullptr;
            return code;
        };
        vfs.xDelete = [](sqlite3_vfs*, char const* name, int sync) {
            if (recording) events.push_back({Event::Kind::remove, name, 0, {}});
            return below->xDelete(below, name, sync);
        };
        return sqlite3_vfs_register(&vfs, 0) == SQLITE_OK;
    }();
    ASSERT_TRUE(done);
}

using Disk = std::map<std::string, std::string>;
void apply(Disk& disk, Event const& event) {
    auto& file = disk[event.path];
    if (event.kind == Event::Kind::truncate) file.resize(static_cast<std::size_t>(event.at));
    if (event.kind != Event::Kind::write) return;
    auto end = static_cast<std::size_t>(event.at) + event.bytes.size();
    if (file.size() < end) file.resize(end);
    std::memcpy(file.data() + event.at, event.bytes.data(), event.bytes.size());
}

struct Figures {
    int cuts = 0, lost = 0, corrupt = 0;
};
enum class Found { all,
                   lost };

/// Says that what was done so far may be counted on.
void acknowledge(std::int64_t count) { events.push_back({Event::Kind::acknowledged, "", count, {}}); }

/// Records what `work` writes (it ends the recording before it closes) and cuts the power at `cuts` points spread over all that came after the first acknowledgement. `look` is shown each folder as the disk could have been, and how much was acknowledged.
Figures cut(int cuts, std::function<void(std::string const&)> const& work, std::function<Found(std::string const&, std::int64_t)> const& look) {
    install();
    auto const folder = world::new_folder("cut");
    events.clear();
    recording = true;
    work(folder);
    recording = false;
    std::filesystem::remove_all(folder);
    Figures figures;
    std::mt19937 chance{42};
    std::size_t first = 0;
    while (first < events.size() && events[first].kind != Event::Kind::acknowledged) ++first;
    Disk synced;
    std::map<std::string, std::vector<Event const*>> pending;
    std::int64_t acknowledged = 0;
    std::size_t at = 0;
    for (int c = 0; c < cuts; ++c) {
        auto const until = first + (events.size() - first) * static_cast<std::size_t>(c) / static_cast<std::size_t>(cuts);
        for (; at <= until && at < events.size(); ++at) {
            auto const& event = events[at];
            if (event.kind == Event::Kind::acknowledged) acknowledged = event.at;
            else if (event.kind == Event::Kind::remove) synced.erase(event.path), pending[event.path].clear();
            else if (event.kind == Event::Kind::sync) {
                for (auto const* each : pending[event.path]) apply(synced, *each);
                pending[event.path].clear();
            } else pending[event.path].push_back(&event);
        }
        auto disk = synced;
        // of what was not synced, any part may have reached the disk
        for (auto const& [path, all] : pending)
            for (auto const* each : all)
                if (chance() % 2 == 0) apply(disk, *each);
        std::filesystem::create_directories(folder);
        for (auto const& [path, bytes] : disk) std::ofstream{folder + "/" + std::filesystem::path{path}.filename().string(), std::ios::binary} << bytes;
        ++figures.cuts;
        try {
            if (look(folder, acknowledged) == Found::lost) ++figures.lost;
        } catch (std::exception const&) {
            ++figures.corrupt;
        }
        std::filesystem::remove_all(folder);
    }
    return figures;
}

/// How many times the power is cut; the proofs ask for more (POWER_CUTS).
int many(int usual) {
    auto const* asked = std::getenv("POWER_CUTS");
    return asked ? std::stoi(asked) : usual;
}

void must_be_whole(db::Database& data) {
    if (auto found = data.check(); !found.empty()) throw std::runtime_error{found};
}

/// Rows in two tables that belong together.
Figures cut_rows(std::string const& synchronous, int cuts) {
    return cut(
        cuts,
        [&](std::string const& folder) {
            db::Database data{{.url = "sqlite:" + folder + "/naast.db", .readers = 1, .vfs = "powercut", .synchronous = synchronous}};
            data.script("create table t (id integer primary key, text text) strict; create table u (id integer primary key, of_t integer references t (id)) strict;");
            for (int i = 1; i <= 150; ++i) {
                data.write(db::Scope::of_hall(), [&](db::Write& tx) {
                    tx.run("insert into t (id, text) values (:id, :text)", i, std::string(static_cast<std::size_t>(i % 7) * 700, 'x'));
                    tx.run("insert into u (id, of_t) values (:id, :id)", i);
                });
                acknowledge(i);
                if (i % 20 == 0) data.checkpoint(i % 40 == 0);
            }
            recording = false;
        },
        [](std::string const& folder, std::int64_t acknowledged) {
            db::Database again{{.url = "sqlite:" + folder + "/naast.db", .readers = 1, .vfs = {}}};
            must_be_whole(again);
            auto door = again.read(db::Scope::of_hall());
            auto const rows = door->one<std::int64_t>("select count(*) from t").value_or(0), halves = door->one<std::int64_t>("select count(*) from t left join u on u.of_t = t.id where u.id is null").value_or(1);
            return rows < acknowledged || halves != 0 ? Found::lost : Found::all;
        });
}

/// People who come and are erased, in a whole installation: database and key store.
Figures cut_people(std::string const& synchronous, int cuts) {
    struct Step {
        visit::PersonId person;
        bool erased;
    };
    struct Row {
        std::string id;
        confidentiality::Sealed name;
    };
    std::vector<Step> steps;
    base::SeededRandom random{3};
    base::FixedClock clock{base::Moment{std::chrono::seconds{1'800'000'000}}};
    std::optional<crypto::Key> master;
    auto const work = [&](std::string const& folder) {
        app::Config config;
        config.data = folder;
        config.base_url = "https://naast.test";
        app::Program program{config, app::Program::Schema::must_be_current, {&clock, &random, {}, {.url = {}, .readers = 1, .vfs = "powercut", .synchronous = synchronous}}};
        visit::PartnershipId const here{"hier"};
        program.data().write(db::Scope::of_hall(), [&](db::Write& tx) { people::add_partnership(tx, {here, "hier", "Hier", "Hier", "", "", "", "", "", "", false, false, "", 1}); });
        master = confidentiality::master_key(config.master_key_path(), false, random);
        for (int i = 0; i < 40; ++i) {
            visit::PersonId const person{"persoon" + std::to_string(i)};
            program.keys().create(person);
            program.data().write(db::Scope::of(here.value()), [&](db::Write& tx) { people::add_person(tx, program.keys(), person, {"Naam van " + person.value(), "", ""}, text::Language::nl, clock.now()); });
            steps.push_back({person, false});
            acknowledge(static_cast<std::int64_t>(steps.size()));
            if (i % 4 != 3) continue;
            auto const gone = visit::PersonId{"persoon" + std::to_string(i - 2)};
            app::erase(program.services(), config.journal_path(), gone);
            steps.push_back({gone, true});
            acknowledge(static_cast<std::int64_t>(steps.size()));
        }
        recording = false;
    };
    auto const look = [&](std::string const& folder, std::int64_t acknowledged) {
        db::Database data{{.url = "sqlite:" + folder + "/naast.db", .readers = 1, .vfs = {}}};
        must_be_whole(data);
        confidentiality::Keyring keys{{.url = "sqlite:" + folder + "/keys.db", .readers = 1, .vfs = {}}, *master, random};
        std::map<std::string, std::optional<std::string>> names;
        auto const tombstones = keys.tombstones();
        for (auto const& row : data.read(db::Scope::of("hier"))->list<Row>("select id, name from people")) {
            names[row.id] = keys.open(row.name, {"people", "name", row.id});
            // a row whose key is gone belongs to someone whose erasure had begun
            if (!names[row.id] && !tombstones.contains(row.id)) return Found::lost;
        }
        std::set<std::string> leaving;
        for (auto const& step : steps)
            if (step.erased) leaving.insert(step.person.value());
        for (std::size_t at = 0; at < static_cast<std::size_t>(acknowledged); ++at) {
            auto const& [person, erased] = steps[at];
            if (erased && (keys.has(person) || !names[person.value()].value_or("").empty())) return Found::lost;
            if (!erased && !leaving.contains(person.value()) && names[person.value()] != "Naam van " + person.value()) return Found::lost;
        }
        return Found::all;
    };
    return cut(cuts, work, look);
}

void nothing_lost(Figures const& figures, int cuts) {
    EXPECT_EQ(figures.cuts, cuts);
    EXPECT_EQ(figures.lost, 0);
    EXPECT_EQ(figures.corrupt, 0);
}

TEST(PowerCut, LosesNothingThatWasAcknowledged) {
    auto const cuts = many(2000);
    nothing_lost(cut_rows("full", cuts), cuts);
}

TEST(PowerCut, NobodyIsLostUnreadableOrAliveAfterErasure) {
    auto const cuts = many(300);
    nothing_lost(cut_people("full", cuts), cuts);
}

TEST(PowerCut, SeesTheLossWhenSyncingIsRelaxed) {
    EXPECT_GT(cut_rows("normal", 300).lost, 0) << "a check that cannot fail proves nothing";
    EXPECT_GT(cut_people("normal", 100).lost, 0);
}

} // namespace
