#include "sharing/store_terms.h"

#include "matching/store_match.h"
#include "sharing/disclosure.h"

#include <algorithm>

namespace sharing {
namespace {
struct Ending {
    std::string id;
    base::Date until;
    std::optional<base::Moment> taken_back_at;
    std::optional<base::Id<matching::Match>> match;
};
/// The day on which something ended or will end: its own, that of the taking back, or that of the match.
base::Date ended_on(db::Door& door, Ending const& row) {
    auto day = row.until;
    if (row.taken_back_at) day = std::min(day, base::local_date(*row.taken_back_at));
    if (auto const match = row.match ? matching::find_together(door, *row.match) : std::nullopt; match && match->ended_at) day = std::min(day, base::local_date(*match->ended_at));
    return day;
}
} // namespace

namespace {
std::vector<std::string> past(db::Door& door, std::string const& table, base::Date today) {
    std::vector<std::string> ids;
    for (auto const& row : door.list<Ending>("select id, until, taken_back_at, match from " + table + " where partnership = :partnership", door.scope().partnership))
        if (past_term(ended_on(door, row), today)) ids.push_back(row.id);
    return ids;
}
} // namespace

std::int64_t old(db::Door& door, base::Date today) { return static_cast<std::int64_t>(past(door, "disclosures", today).size() + past(door, "school_errands", today).size()); }
void delete_old(db::Write& tx, base::Date today) {
    for (std::string const table : {"disclosures", "school_errands"})
        for (auto const& id : past(tx, table, today)) tx.run("delete from " + table + " where partnership = :partnership and id = :id", tx.scope().partnership, id);
}

} // namespace sharing
