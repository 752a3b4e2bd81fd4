#pragma once
// Work for later: rows in the same database, so that a job exists exactly when the change that wanted it does.
#include "platform/base/random.h"
#include "platform/db/database.h"

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace jobs {

/// A piece of work: what kind, for which partnership, about which record. It holds ids, never contents.
struct Job {
    std::string id;
    std::string kind;
    std::string of_partnership;
    std::string about;
    std::string extra;
    int attempts = 0;
};

/// The kind for which someone waits at the screen, and all kinds that begin with it and a point.
inline constexpr std::string_view at_once = "login";

/// Adds a job inside a transaction; it runs after `when`. A `once` key that is already waiting adds nothing.
void later(db::Write& tx, base::Random& random, std::string const& kind, std::string const& partnership, std::string const& about, std::string const& extra, base::Moment when, std::string const& once = {});

/// Does one job; an exception means: again later, with more patience each time.
using Doer = std::function<void(Job const&)>;

/// A job that did not succeed yet, for those who keep the program running.
struct Stuck {
    std::string kind;
    std::string of_partnership;
    int attempts;
    base::Moment next_at;
    std::string trouble;
};

/// Runs jobs, the longest due first; those `at_once` go ahead of all, and kinds that end in ".round" come when nothing else is due. Several processes may run one each on the same database: every job is claimed by one statement.
class Runner {
public:
    Runner(db::Database& database, base::Clock const& clock, std::map<std::string, Doer> doers) : database_{database}, clock_{clock}, doers_{std::move(doers)} {}
    /// Runs what is due now, at most `most` jobs; gives how many were done.
    int run_due(int most = 100);

private:
    db::Database& database_;
    base::Clock const& clock_;
    std::map<std::string, Doer> doers_;
};

/// Jobs of a partnership that failed at least once and wait for another try.
std::vector<Stuck> stuck(db::Read& door, std::string const& partnership);
/// How many jobs of a partnership wait, all kinds.
std::int64_t waiting(db::Read& door, std::string const& partnership);
/// Makes what is stuck due at once.
void retry(db::Write& tx, std::string const& partnership, base::Moment now);

} // namespace jobs
