#include "confidentiality/store_log_term.h"

#include "confidentiality/store_access_log.h"
#include "platform/base/clock.h"

#include <string>

namespace confidentiality {
namespace {

struct Head {
    std::int64_t sequence;
    std::string hash;
    std::int64_t erased_to;
};
/// How much newer the database wants the newest entry to be than one that goes: three years, less what summer time takes.
constexpr std::chrono::days newer_by{1094};

/// The last entry before the first that was not written before this moment; `sequence` of the head when there is no such one.
std::int64_t last_before(db::Door& door, std::string const& log, Head const& head, base::Moment before) {
    auto const first = door.one<std::int64_t>("select sequence from " + log + " where partnership = :partnership and at >= :before order by sequence limit 1", door.scope().partnership, before);
    return first ? *first - 1 : head.sequence;
}
std::optional<Head> head_of(db::Door& door, std::string const& log) { return door.find<Head>("select sequence, hash, erased_to from " + log + "_heads where partnership = :partnership", door.scope().partnership); }

} // namespace

base::Moment kept_since(base::Moment now) { return base::moment_of({base::years_later(base::local_date(now), -3), {}}); }

std::int64_t old_entries(db::Door& door, base::Moment now) {
    auto const head = head_of(door, "access_log");
    return head ? last_before(door, "access_log", *head, kept_since(now)) - head->erased_to : 0;
}

void delete_old_entries(db::Write& tx, base::Moment now) {
    auto const& partnership = tx.scope().partnership;
    auto const before = kept_since(now);
    for (std::string const log : {"access_log", "worry_log"}) {
        auto const head = head_of(tx, log);
        if (!head) continue;
        auto const last = last_before(tx, log, *head, before);
        if (last <= head->erased_to) continue;
        auto const hash = tx.one<std::string>("select hash from " + log + " where partnership = :partnership and sequence = :last", partnership, last);
        // a gap is left to the verification to tell of
        if (!hash) continue;
        // a clock that went back may have put the latest of those that go before the last
        auto const latest = tx.one<base::Moment>("select max(at) from " + log + " where partnership = :partnership and sequence <= :last", partnership, last);
        auto const newest = tx.one<base::Moment>("select at from access_log where partnership = :partnership order by sequence desc limit 1", partnership);
        if (!newest || !latest || *newest < *latest + newer_by) append(tx, {{"system", "public", "log.past", "", "", "R28", "round"}}, now);
        tx.run("update " + log + "_heads set erased_to = :last, erased_hash = :hash where partnership = :partnership", last, *hash, partnership);
        tx.run("delete from " + log + " where partnership = :partnership and sequence <= :last", partnership, last);
    }
}

} // namespace confidentiality
