#include "support/store_asked.h"

#include "people/store_other_task.h"
#include "people/store_restriction.h"

#include <algorithm>
#include <map>

namespace support {

bool coordinator_reads(db::Door& door, visit::PersonId const& buddy) { return !people::reader_of(door, buddy) && !people::nobody_reads(door, buddy); }
std::vector<visit::PersonId> who_may_be_asked(db::Door& door, visit::Independence independence, visit::PersonId const& buddy) {
    auto all = people::who_may_read(door, independence);
    if (!coordinator_reads(door, buddy))
        for (auto const& person : people::with_role(door, visit::Role::coordinator))
            if (std::find(all.begin(), all.end(), person) == all.end() && (independence == visit::Independence::inside || people::works_outside(door, person))) all.push_back(person);
    auto const elsewhere = people::other_tasks_about(door, buddy);
    std::erase_if(all, [&](auto const& person) { return person == buddy || std::any_of(elsewhere.begin(), elsewhere.end(), [&](auto const& task) { return task.coordinator == person; }); });
    if (auto const own = people::reader_of(door, buddy)) std::stable_partition(all.begin(), all.end(), [&](auto const& person) { return person == *own; });
    return all;
}
bool can_answer(db::Door& door, visit::Independence independence, Entry const& entry) {
    if (!entry.reader) return true;
    auto const all = who_may_be_asked(door, independence, entry.buddy);
    return std::find(all.begin(), all.end(), *entry.reader) != all.end();
}
std::vector<Entry> turns_for(db::Door& door, visit::Independence independence, visit::PersonId const& reader) {
    auto turns = last_turns(door, reader);
    auto const locked = people::restricted(door);
    std::map<visit::PersonId, bool> answers; // asked once for each buddy
    std::erase_if(turns, [&](Entry const& turn) {
        if (locked.contains(turn.buddy)) return true;
        auto const [at, first] = answers.try_emplace(turn.buddy, false);
        if (first) at->second = can_answer(door, independence, turn);
        return !at->second;
    });
    return turns;
}
std::size_t waiting_for(db::Door& door, visit::Independence independence, visit::PersonId const& reader) {
    auto const turns = turns_for(door, independence, reader);
    return static_cast<std::size_t>(std::count_if(turns.begin(), turns.end(), [](auto const& turn) { return !turn.answered_at || (turn.enough == Enough::call && !turn.called_at); }));
}

} // namespace support
