#include "people/store_deputyship.h"

#include <algorithm>
#include <map>

namespace people {
namespace {
constexpr std::string_view columns = "select id, coordinator, deputy, first_day, last_day, made_at, ended_at from deputyships ";
} // namespace

void add(db::Write& tx, DeputyshipId const& id, PersonId const& coordinator, PersonId const& deputy, Period const& period, std::vector<PersonId> const& people, PersonId const& by, base::Moment now) {
    auto const& partnership = tx.scope().partnership;
    tx.run("insert into deputyships (id, partnership, coordinator, deputy, first_day, last_day, made_by, made_at) values (:id, :partnership, :coordinator, :deputy, :first, :last, :by, :now)", id, partnership, coordinator, deputy, period.first, period.last, by, now);
    // no letter goes to who put the own data under lock: such a person is told by word of mouth, later
    // a case that rests already, rests during this deputyship too: nobody is read because the days were split
    for (auto const& person : people)
        tx.run("insert into deputyship_notices (partnership, deputyship, person, told_at, rests_at) select :partnership, :id, p.id, case when p.mail <> '' and not exists (select 1 from restrictions r where r.partnership = p.partnership and r.person = p.id and r.ended_at is null) then cast(:now as bigint) end, "
               "case when exists (select 1 from deputyship_notices n join deputyships d on d.partnership = n.partnership and d.id = n.deputyship where n.partnership = p.partnership and n.person = p.id and n.rests_at is not null and d.ended_at is null and d.last_day >= :today) then cast(:now as bigint) end "
               "from people p where p.partnership = :partnership and p.id = :person on conflict do nothing",
               partnership, id, now, base::local_date(now), person);
}
bool end(db::Write& tx, DeputyshipId const& id, PersonId const& by, base::Moment now) { return tx.run("update deputyships set ended_at = :now, ended_by = :by where partnership = :partnership and id = :id and ended_at is null", now, by, tx.scope().partnership, id) == 1; }
std::optional<DeputyRow> find(db::Door& door, DeputyshipId const& id) { return door.find<DeputyRow>(std::string{columns} + "where partnership = :partnership and id = :id", door.scope().partnership, id); }
std::vector<DeputyRow> deputyships(db::Door& door, base::Date today) {
    return door.list<DeputyRow>(std::string{columns} + "where partnership = :partnership and ended_at is null and last_day >= :today order by first_day, id", door.scope().partnership, today);
}
std::vector<DeputyRow> ended_deputyships(db::Door& door, base::Date today, int days) {
    auto all = door.list<DeputyRow>(std::string{columns} + "where partnership = :partnership and last_day >= :since order by last_day, id", door.scope().partnership, base::later(today, -days));
    std::erase_if(all, [&](auto const& row) {
        auto const last = row.ended_at ? std::min(base::local_date(*row.ended_at), row.last_day) : row.last_day;
        bool const began = !row.ended_at || row.first_day <= base::local_date(*row.ended_at);
        return !began || (!row.ended_at && row.last_day >= today) || last < base::later(today, -days);
    });
    return all;
}
std::vector<DeputyRow> deputyships_of(db::Door& door, PersonId const& deputy, base::Date today) {
    auto all = deputyships(door, today);
    std::erase_if(all, [&](auto const& row) { return row.deputy != deputy; });
    return all;
}
std::optional<DeputyRow> deputyship_of(db::Door& door, PersonId const& deputy, base::Date today) {
    return door.find<DeputyRow>(std::string{columns} + "where partnership = :partnership and deputy = :deputy and ended_at is null and first_day <= :today and last_day >= :today order by first_day limit 1", door.scope().partnership, deputy, today);
}
std::vector<PersonId> closed_to(db::Door& door, DeputyshipId const& id) {
    auto all = door.column<PersonId>("select r.person from person_roles r where r.partnership = :partnership and r.role = 'asking_parent' and not exists (select 1 from deputyship_notices n where n.partnership = r.partnership and n.deputyship = :id and n.person = r.person and n.told_at is not null and n.rests_at is null) "
                                     "union select person from deputyship_notices where partnership = :partnership and deputyship = :id and (told_at is null or rests_at is not null)",
                                     door.scope().partnership, id);
    std::sort(all.begin(), all.end());
    return all;
}
std::vector<PersonId> untold(db::Door& door, DeputyshipId const& id) { return door.column<PersonId>("select person from deputyship_notices where partnership = :partnership and deputyship = :id and told_at is null order by person", door.scope().partnership, id); }
bool tell(db::Write& tx, DeputyshipId const& id, PersonId const& person, bool rests, base::Moment now) {
    return tx.run("update deputyship_notices set told_at = :now, rests_at = :rests where partnership = :partnership and deputyship = :id and person = :person and told_at is null", now, rests ? std::optional<base::Moment>{now} : std::nullopt, tx.scope().partnership, id, person) == 1;
}
void tell_new(db::Write& tx, PersonId const& person, base::Moment now) {
    for (auto const& row : deputyships(tx, base::local_date(now))) tx.run("insert into deputyship_notices (partnership, deputyship, person, told_at) values (:partnership, :id, :person, :now) on conflict do nothing", tx.scope().partnership, row.id, person, now);
}
void rest(db::Write& tx, PersonId const& person, bool rests, base::Date today, base::Moment now) {
    for (auto const& row : deputyships(tx, today))
        tx.run("update deputyship_notices set rests_at = :rests where partnership = :partnership and deputyship = :id and person = :person and (case when rests_at is null then 0 else 1 end) <> :already", rests ? std::optional<base::Moment>{now} : std::nullopt, tx.scope().partnership, row.id, person, rests ? 1 : 0);
}
std::vector<Notice> notices_of(db::Door& door, PersonId const& person, base::Date today) {
    return door.list<Notice>("select n.deputyship, n.person, n.told_at, n.rests_at from deputyship_notices n join deputyships d on d.partnership = n.partnership and d.id = n.deputyship where n.partnership = :partnership and n.person = :person and d.ended_at is null and d.last_day >= :today order by d.first_day, d.id",
                             door.scope().partnership, person, today);
}
bool works_outside(db::Door& door, PersonId const& person) {
    auto const rows = roles_of(door, person);
    return std::any_of(rows.begin(), rows.end(), [](auto const& row) { return row.outside; });
}
namespace {
/// The roles of which one is needed, as a list for SQL.
std::string const& standing_roles() {
    static std::string const its = [] {
        std::string all;
        for (auto const role : visit::roles)
            if (may_stand_in(visit::RoleSet{role})) ((all += all.empty() ? "'" : ", '") += base::word(role)) += "'";
        return all;
    }();
    return its;
}
/// All roles of everyone who has one of these.
std::vector<RoleRow> role_holders_beside(db::Door& door, std::string const& roles) {
    return door.list<RoleRow>("select person, role, outside, since, until, entered_by, confirmed_by from person_roles where partnership = :partnership and until is null and person in (select person from person_roles where partnership = :partnership and until is null and role in (" + roles + ")) order by role, since, person", door.scope().partnership);
}
} // namespace

std::vector<PersonId> who_may_stand_in(db::Door& door, visit::Independence independence) {
    struct Held {
        visit::RoleSet roles;
        bool outside = false;
    };
    std::map<PersonId, Held> all;
    for (auto const& row : role_holders_beside(door, standing_roles())) {
        auto& its = all[row.person];
        // who waits to become a coordinator does not become one by a shorter way
        if (visit::needs_confirmation(row.role) && !row.confirmed_by && row.role != visit::Role::coordinator) continue;
        its.roles.add(row.role);
        its.outside = its.outside || row.outside;
    }
    std::vector<PersonId> found;
    for (auto const& [person, its] : all) {
        if (!may_stand_in(its.roles, its.outside, independence)) continue;
        auto const helped = door.one<std::int64_t>("select count(*) from people a join people b on b.partnership = a.partnership and b.mail_hash = a.mail_hash join person_roles r on r.partnership = b.partnership and r.person = b.id "
                                                   "where a.partnership = :partnership and a.id = :person and r.role = 'asking_parent' and r.until is null",
                                                   door.scope().partnership, person)
                                .value_or(0);
        if (helped == 0) found.push_back(person);
    }
    return found;
}

} // namespace people
