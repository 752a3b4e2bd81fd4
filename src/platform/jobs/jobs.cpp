#include "platform/jobs/jobs.h"

#include "platform/base/log.h"

#include <algorithm>

namespace jobs {
namespace {
constexpr std::chrono::seconds claim_lasts{300};
constexpr int least_haste = 2;
/// In which order kinds come: 0, 1 or 2.
int haste(std::string_view kind) {
    if (kind.starts_with(at_once) && (kind.size() == at_once.size() || kind[at_once.size()] == '.')) return 0;
    return kind.ends_with(".round") ? least_haste : 1;
}
std::chrono::seconds patience(int attempts) { return std::min(std::chrono::seconds{15} * (1 << std::min(attempts, 10)), std::chrono::seconds{3600}); }
} // namespace

void later(db::Write& tx, base::Random& random, std::string const& kind, std::string const& partnership, std::string const& about, std::string const& extra, base::Moment when, std::string const& once) {
    auto id = base::random_text(random, 16);
    tx.run("insert into jobs (id, once_key, kind, of_partnership, about, extra, run_at, haste, attempts, claimed_until) values (:id, :once, :kind, :partnership, :about, :extra, :run_at, :haste, 0, 0) on conflict (once_key) do nothing",
           id, once.empty() ? id : once, kind, partnership, about, extra, when, haste(kind));
}

int Runner::run_due(int most) {
    int did = 0;
    for (; did < most; ++did) {
        std::optional<Job> job;
        auto now = clock_.now();
        database_.write(db::Scope::of_hall(), [&](db::Write& tx) {
            job.reset();
            // one haste after another: what is not due yet is not gone past
            for (int haste = 0; !job && haste <= least_haste; ++haste)
                job = tx.find<Job>("update jobs set claimed_until = :claim, attempts = attempts + 1 where id = (select id from jobs where haste = :haste and run_at <= :now and claimed_until <= :now order by run_at, id limit 1) and claimed_until <= :now "
                                   "returning id, kind, of_partnership, about, extra, attempts",
                                   now + claim_lasts, haste, now);
        });
        if (!job) break;
        try {
            auto doer = doers_.find(job->kind);
            if (doer == doers_.end()) throw std::runtime_error{"unknown kind of job"};
            doer->second(*job);
            database_.write(db::Scope::of_hall(), [&](db::Write& tx) { tx.run("delete from jobs where id = :id", job->id); });
        } catch (std::exception const& error) {
            base::log::write(base::log::Level::warning, "job.failed", {{"kind", job->kind}, {"job", job->id}, {"attempt", std::to_string(job->attempts)}, {"why", error.what()}});
            database_.write(db::Scope::of_hall(), [&](db::Write& tx) {
                tx.run("update jobs set claimed_until = 0, run_at = :next, trouble = :trouble where id = :id", clock_.now() + patience(job->attempts), std::string{error.what()}.substr(0, 200), job->id);
            });
        }
    }
    return did;
}

std::vector<Stuck> stuck(db::Read& door, std::string const& partnership) {
    return door.list<Stuck>("select kind, of_partnership, attempts, run_at, trouble from jobs where of_partnership = :partnership and attempts > 0 and trouble is not null order by run_at, id", partnership);
}
std::int64_t waiting(db::Read& door, std::string const& partnership) { return door.one<std::int64_t>("select count(*) from jobs where of_partnership = :partnership", partnership).value_or(0); }
void retry(db::Write& tx, std::string const& partnership, base::Moment now) { tx.run("update jobs set run_at = :now where of_partnership = :partnership and trouble is not null and claimed_until = 0", now, partnership); }

} // namespace jobs
