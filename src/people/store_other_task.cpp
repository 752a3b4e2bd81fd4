#include "people/store_other_task.h"

#include "people/store_given_back.h"
#include "people/store_restriction.h"

#include <algorithm>

namespace people {
namespace {
constexpr std::string_view columns = "select coordinator, parent, declared_at, reader from other_tasks where partnership = :partnership and ended_at is null ";
bool among(std::vector<PersonId> const& all, PersonId const& one) { return std::find(all.begin(), all.end(), one) != all.end(); }
bool declared_by(std::vector<OtherTask> const& all, PersonId const& one) {
    return std::any_of(all.begin(), all.end(), [&](auto const& task) { return task.coordinator == one; });
}
std::vector<PersonId> coordinators(db::Door& door, visit::Independence independence) {
    auto all = with_role(door, visit::Role::coordinator);
    std::erase_if(all, [&](auto const& person) { return independence == visit::Independence::outside && !works_outside(door, person); });
    return all;
}
} // namespace

void declare_other_task(db::Write& tx, PersonId const& coordinator, PersonId const& parent, base::Moment now) {
    tx.run("insert into other_tasks (partnership, coordinator, parent, declared_at) values (:partnership, :coordinator, :parent, :now) on conflict (partnership, coordinator, parent) do update set declared_at = :now, reader = null, ended_at = null", tx.scope().partnership, coordinator, parent, now);
}
void hand_over(db::Write& tx, PersonId const& parent, PersonId const& to, visit::Independence independence, base::Moment now) {
    // who had already chosen someone else than the coordinator keeps that choice, whoever reads
    bool const chose = reader_of(tx, parent) && !was_handed_over(tx, parent);
    choose_reader(tx, parent, among(who_may_read(tx, independence), to) ? std::optional{to} : std::nullopt, now);
    if (!chose) note_handed_over(tx, parent);
    tx.run("update other_tasks set reader = :reader where partnership = :partnership and parent = :parent and ended_at is null", to, tx.scope().partnership, parent);
}
Handed declare_and_hand_over(db::Write& tx, PersonId const& coordinator, PersonId const& parent, std::optional<PersonId> const& to, std::optional<PersonId> const& seen, visit::Independence independence, base::Moment now) {
    auto const chosen = reader_of(tx, parent);
    if (chosen != seen && chosen && *chosen != coordinator && !declared_by(other_tasks_about(tx, parent), *chosen)) {
        declare_other_task(tx, coordinator, parent, now);
        tx.run("update other_tasks set reader = :reader where partnership = :partnership and parent = :parent and ended_at is null", *chosen, tx.scope().partnership, parent);
        return Handed::already;
    }
    auto const others = who_may_take_over(tx, independence, parent, coordinator);
    if (chosen != seen || (to ? !among(others, *to) : !others.empty())) return Handed::not_now;
    declare_other_task(tx, coordinator, parent, now);
    if (!to) return Handed::waits;
    hand_over(tx, parent, *to, independence, now);
    return Handed::over;
}
bool take_over(db::Write& tx, PersonId const& parent, PersonId const& to, visit::Independence independence, base::Moment now) {
    auto const tasks = other_tasks_about(tx, parent);
    auto const chosen = reader_of(tx, parent);
    bool const waits = std::any_of(tasks.begin(), tasks.end(), [](auto const& task) { return !task.reader; }) && (!chosen || declared_by(tasks, *chosen));
    if (!waits || restricted_since(tx, parent) || !among(who_may_take_over(tx, independence, parent, tasks.front().coordinator), to)) return false;
    hand_over(tx, parent, to, independence, now);
    return true;
}
bool hand_on(db::Write& tx, PersonId const& coordinator, PersonId const& parent, PersonId const& to, visit::Independence independence, base::Moment now) { return declared_by(other_tasks_about(tx, parent), coordinator) && take_over(tx, parent, to, independence, now); }
bool end_other_task(db::Write& tx, PersonId const& coordinator, PersonId const& parent, base::Moment now) {
    return tx.run("update other_tasks set ended_at = :now where partnership = :partnership and coordinator = :coordinator and parent = :parent and ended_at is null", now, tx.scope().partnership, coordinator, parent) == 1;
}
std::vector<OtherTask> other_tasks_of(db::Door& door, PersonId const& coordinator) { return door.list<OtherTask>(std::string{columns} + "and coordinator = :coordinator order by declared_at desc, parent", door.scope().partnership, coordinator); }
std::vector<OtherTask> other_tasks_about(db::Door& door, PersonId const& parent) { return door.list<OtherTask>(std::string{columns} + "and parent = :parent order by declared_at, coordinator", door.scope().partnership, parent); }
std::vector<OtherTask> ended_other_tasks_about(db::Door& door, PersonId const& parent, base::Moment since) { return door.list<OtherTask>("select coordinator, parent, declared_at, reader from other_tasks where partnership = :partnership and parent = :parent and ended_at >= :since order by ended_at, coordinator", door.scope().partnership, parent, since); }
std::vector<OtherTask> waiting_other_tasks(db::Door& door) {
    return door.list<OtherTask>(std::string{columns} + "and reader is null and not exists (select 1 from chosen_readers c where c.partnership = other_tasks.partnership and c.person = other_tasks.parent) order by declared_at, parent", door.scope().partnership);
}
std::vector<PersonId> who_may_take_over(db::Door& door, visit::Independence independence, PersonId const& parent, PersonId const& from) {
    auto all = who_may_read(door, independence);
    auto const arranging = coordinators(door, independence);
    for (auto const& person : arranging)
        if (!among(all, person)) all.push_back(person);
    auto const tasks = other_tasks_about(door, parent);
    bool const chose = reader_of(door, parent).has_value();
    std::erase_if(all, [&](auto const& person) { return person == from || declared_by(tasks, person) || (chose && among(arranging, person)); });
    return all;
}
bool coordinators_are_shut(db::Door& door, PersonId const& parent) {
    auto const tasks = other_tasks_about(door, parent);
    auto const all = with_role(door, visit::Role::coordinator);
    return !tasks.empty() && std::all_of(all.begin(), all.end(), [&](auto const& person) { return declared_by(tasks, person); });
}
bool nobody_reads(db::Door& door, PersonId const& parent) {
    if (given_back(door, parent)) return true;
    if (auto const reader = reader_of(door, parent)) return declared_by(other_tasks_about(door, parent), *reader);
    return coordinators_are_shut(door, parent);
}

} // namespace people
