#include "confidentiality/store_access_log.h"

#include "platform/base/random.h"
#include "platform/crypto/crypto.h"

#include <algorithm>
#include <iterator>

namespace confidentiality {
namespace {

struct Head {
    std::int64_t sequence;
    std::string hash;
};
struct Whole {
    std::int64_t sequence;
    std::string hash;
    std::int64_t erased_to;
    std::string erased_hash;
};
struct Row {
    std::int64_t sequence;
    base::Moment at;
    std::string actor, role, action, object, person, rule, request, hash;
};

std::string chained(std::string const& before, std::int64_t sequence, base::Moment at, Entry const& e) {
    // lengths in front, so that no two rows have the same text
    std::string text = before;
    for (auto const& part : {std::to_string(sequence), std::to_string(at.time_since_epoch().count()), e.actor, e.role, e.action, e.object, e.person, e.rule, e.request}) text += "|" + std::to_string(part.size()) + ":" + part;
    auto hash = crypto::hash(text);
    return base::base64url(hash);
}

std::string table(Book book) { return book == Book::worry ? "worry_log" : "access_log"; }

void append_to(db::Write& tx, Book book, std::vector<Entry> const& entries, base::Moment now) {
    if (entries.empty()) return;
    auto const& partnership = tx.scope().partnership;
    auto const log = table(book), heads = log + "_heads";
    // the update locks the head row until the commit, on PostgreSQL too
    auto head = tx.find<Head>("update " + heads + " set sequence = sequence + :more where partnership = :partnership returning sequence, hash", entries.size(), partnership);
    if (!head) {
        tx.run("insert into " + heads + " (partnership, sequence, hash) values (:partnership, 0, '') on conflict (partnership) do nothing", partnership);
        head = tx.find<Head>("update " + heads + " set sequence = sequence + :more where partnership = :partnership returning sequence, hash", entries.size(), partnership);
    }
    auto sequence = head->sequence - static_cast<std::int64_t>(entries.size());
    auto hash = head->hash;
    for (auto const& entry : entries) {
        hash = chained(hash, ++sequence, now, entry);
        tx.run("insert into " + log + " (partnership, sequence, at, actor, role, action, object, person, rule, request, hash) values (:partnership, :sequence, :at, :actor, :role, :action, :object, :person, :rule, :request, :hash)", partnership, sequence, now, entry.actor,
               entry.role, entry.action, entry.object, entry.person, entry.rule, entry.request, hash);
    }
    tx.run("update " + heads + " set hash = :hash where partnership = :partnership", hash, partnership);
}

} // namespace

Book book_of(visit::Action action) { return action == visit::Action::report_worry || action == visit::Action::handle_worry ? Book::worry : Book::access; }

void append(db::Write& tx, std::vector<Entry> const& entries, base::Moment now) {
    for (auto book : {Book::access, Book::worry}) {
        std::vector<Entry> its;
        std::copy_if(entries.begin(), entries.end(), std::back_inserter(its), [book](auto const& entry) { return entry.book == book; });
        append_to(tx, book, its, now);
    }
}

std::vector<Look> looks_at(db::Read& door, visit::PersonId const& person) {
    return door.list<Look>("select at, actor, role, action from access_log where partnership = :partnership and person = :person order by sequence desc limit 500", door.scope().partnership, person);
}

std::vector<Look> looks_at_worry(db::Read& door, std::string const& worry) {
    return door.list<Look>("select at, actor, role, action from worry_log where partnership = :partnership and object = :worry order by sequence desc limit 500", door.scope().partnership, worry);
}

Verification verify(db::Read& door, Book book) {
    auto const log = table(book);
    Verification result;
    auto const head = door.find<Whole>("select sequence, hash, erased_to, erased_hash from " + log + "_heads where partnership = :partnership", door.scope().partnership);
    // the chain stands on the last entry that went by its term
    std::string hash = head ? head->erased_hash : "";
    std::int64_t next = head ? head->erased_to + 1 : 1, from = 0;
    constexpr std::int64_t batch = 5000;
    for (;;) {
        auto rows = door.list<Row>("select sequence, at, actor, role, action, object, person, rule, request, hash from " + log + " where partnership = :partnership and sequence >= :from order by sequence limit 5000", door.scope().partnership, from);
        for (auto const& row : rows) {
            auto should = chained(hash, row.sequence, row.at, {row.actor, row.role, row.action, row.object, row.person, row.rule, row.request, book});
            if (row.sequence != next || row.hash != should) {
                result.broken_at = next;
                return result;
            }
            hash = row.hash;
            ++next;
            ++result.entries;
        }
        if (static_cast<std::int64_t>(rows.size()) < batch) break;
        from = next;
    }
    if (head && (head->sequence != next - 1 || head->hash != hash)) result.broken_at = next;
    if (!head && result.entries > 0) result.broken_at = next;
    return result;
}

} // namespace confidentiality
