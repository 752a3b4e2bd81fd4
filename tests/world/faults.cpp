#include "tests/world/faults.h"

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <gtest/gtest.h>
#include <new>
#include <sqlite3.h>

namespace {

/// Counts down to the operation that fails; 0 is off.
struct Countdown {
    long left = 0;
    bool lasting = false, struck = false;
    bool due() {
        if (left == 0 || --left > 0) return false;
        struck = true;
        if (lasting) left = 1;
        return true;
    }
};
// allocations are those of the thread that answers; files are written by whichever thread has the turn
thread_local Countdown allocations;
Countdown files;
std::atomic<bool> files_armed{false};
bool spared = false;
/// Told at the end, so that a run in which nothing failed is not taken for a good one.
struct Tally {
    long forms = 0, operations = 0;
    ~Tally() {
        if (world::wanted_fault() != world::Fault::none) std::printf("%ld operations failed in %ld forms\n", operations, forms);
    }
} tally;
bool file_fails() { return files_armed && files.due(); }

struct Failing {
    sqlite3_file base;
    sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};
sqlite3_file* real(sqlite3_file* file) { return reinterpret_cast<Failing*>(file)->real(); }
int or_fail(int code, auto const& work) { return file_fails() ? code : work(); }

sqlite3_io_methods const methods{
    3,
    [](sqlite3_file* f) { return real(f)->pMethods ? real(f)->pMethods->xClose(real(f)) : SQLITE_OK; },
    [](sqlite3_file* f, void* to, int n, sqlite3_int64 at) { return real(f)->pMethods->xRead(real(f), to, n, at); },
    [](sqlite3_file* f, void const* from, int n, sqlite3_int64 at) { return or_fail(files.lasting ? SQLITE_FULL : SQLITE_IOERR_WRITE, [&] { return real(f)->pMethods->xWrite(real(f), from, n, at); }); },
    [](sqlite3_file* f, sqlite3_int64 size) { return or_fail(SQLITE_IOERR_TRUNCATE, [&] { return real(f)->pMethods->xTruncate(real(f), size); }); },
    [](sqlite3_file*, int) { return or_fail(SQLITE_IOERR_FSYNC, [] { return SQLITE_OK; }); },
    [](sqlite3_file* f, sqlite3_int64* size) { return real(f)->pMethods->xFileSize(real(f), size); },
    [](sqlite3_file* f, int level) { return real(f)->pMethods->xLock(real(f), level); },
    [](sqlite3_file* f, int level) { return real(f)->pMethods->xUnlock(real(f), level); },
    [](sqlite3_file* f, int* out) { return real(f)->pMethods->xCheckReservedLock(real(f), out); },
    [](sqlite3_file* f, int op, void* arg) { return real(f)->pMethods->xFileControl(real(f), op, arg); },
    [](sqlite3_file*) { return 4096; },
    [](sqlite3_file*) { return 0; },
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

void arm(world::Fault kind, long at, bool lasting) {
    auto& its = kind == world::Fault::allocation ? allocations : files;
    its = {at, lasting, false};
    files_armed = kind == world::Fault::disk;
}
bool disarm() {
    bool const struck = allocations.struck || files.struck;
    files_armed = false;
    allocations = {};
    files = {};
    return struck;
}

} // namespace

#ifndef __SANITIZE_ADDRESS__
// what the test program allocates goes through here, so that an allocation can fail
void* operator new(std::size_t size) {
    if (allocations.due()) throw std::bad_alloc{};
    if (void* its = std::malloc(size == 0 ? 1 : size)) return its;
    throw std::bad_alloc{};
}
void operator delete(void* its) noexcept { std::free(its); }
void operator delete(void* its, std::size_t) noexcept { std::free(its); }
#endif

namespace world {

Fault wanted_fault() {
    static Fault const its = [] {
        auto const* said = std::getenv("FAULTS");
        std::string const word = said ? said : "";
        return word == "allocation" ? Fault::allocation : word == "disk" ? Fault::disk
                                                                         : Fault::none;
    }();
    return its;
}

std::string failing_files() {
    static bool const done = [] {
        static sqlite3_vfs vfs = *sqlite3_vfs_find(nullptr);
        static sqlite3_vfs* const below = sqlite3_vfs_find(nullptr);
        vfs.zName = "failing";
        vfs.szOsFile = static_cast<int>(sizeof(Failing)) + below->szOsFile;
        vfs.xOpen = [](sqlite3_vfs*, char const* name, sqlite3_file* file, int flags, int* out) {
            file->pMethods = nullptr;
            if (file_fails()) return SQLITE_CANTOPEN;
            auto const code = below->xOpen(below, name, real(file), flags, out);
            if (code == SQLITE_OK) file->pMethods = &methods;
            return code;
        };
        return sqlite3_vfs_register(&vfs, 0) == SQLITE_OK;
    }();
    EXPECT_TRUE(done);
    return "failing";
}

WithoutFaults::WithoutFaults() { spared = true; }
WithoutFaults::~WithoutFaults() { spared = false; }

http::Response through_faults(http::Request const& request, std::function<http::Response(http::Request&)> const& send) {
    if (spared) {
        auto copy = request;
        return send(copy);
    }
    auto const kind = wanted_fault();
    static long turn = 0;
    bool const lasting = ++turn % 2 == 0;
    std::vector<std::pair<long, int>> said;
    // every form begins elsewhere, so that all of them together try every place
    for (long at = 1 + turn % 7;; at += 1 + at * (kind == Fault::disk ? 20 : 40 + turn % 23) / 100) {
        auto copy = request;
        http::Response response;
        arm(kind, at, lasting);
        try {
            response = send(copy);
        } catch (std::bad_alloc const&) { // nothing was left to say it with
            response.status = 503;
        }
        if (disarm()) {
            said.emplace_back(at, response.status);
            ++tally.operations;
            continue;
        }
        ++tally.forms;
        for (auto const& [point, status] : said) EXPECT_TRUE(status == 503 || status == response.status) << request.method << " " << request.path << ": " << status << " where operation " << point << " fails" << (lasting ? " and all after it" : "") << ", in the end " << response.status;
        return response;
    }
}

} // namespace world
