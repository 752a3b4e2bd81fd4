#include "check_in/store_check_in.h"

#include "people/store_restriction.h"
#include "trajectory/store_resting.h"

#include <algorithm>
#include <set>

namespace check_in {
namespace {
constexpr std::string_view columns = "select id, match, person, number, asked_at, by_phone, well, better, fits, goes_on, wants_call, answered_at, skipped_at, handled_at from check_ins where partnership = :partnership ";

struct Since {
    visit::PersonId person;
    base::Moment since;
    std::optional<base::Moment> last_ended, last_asked;
    int asked;
};
} // namespace

std::vector<visit::PersonId> make_due(db::Write& tx, base::Random& random, base::Moment now) {
    auto const& partnership = tx.scope().partnership;
    auto const today = base::local_date(now);
    std::set<visit::PersonId> call, busy;
    for (auto const& person : tx.column<visit::PersonId>("select person from check_in_wishes where partnership = :partnership", partnership)) call.insert(person);
    auto const resting = trajectory::resting(tx);
    auto const locked = people::restricted(tx);
    std::vector<visit::PersonId> written;
    auto make = [&](visit::PersonId const& person, std::optional<base::Id<matching::Match>> const& match, int number) {
        if (number == 0) return;
        auto const by_phone = call.contains(person);
        if (tx.run("insert into check_ins (id, partnership, match, person, number, asked_at, by_phone, well, better, fits, goes_on, wants_call) values (:id, :partnership, :match, :person, :number, :now, :by_phone, '', '', '', '', 0) on conflict do nothing", base::new_id<CheckIn>(random), partnership, match, person, number, now, by_phone) == 0) return;
        tx.run("update check_ins set skipped_at = :now where partnership = :partnership and person = :person and coalesce(match, '') = :match and number < :number and answered_at is null and skipped_at is null", now, partnership, person, match ? match->value() : std::string{}, number);
        if (!by_phone) written.push_back(person);
    };
    for (auto const& together : matching::all_together(tx)) {
        for (auto const* one : {&together.buddy, together.partner ? &*together.partner : nullptr})
            if (one) busy.insert(*one);
        if (resting.contains(together.id) || locked.contains(together.parent) || locked.contains(together.buddy) || (together.partner && locked.contains(*together.partner))) continue;
        auto const number = due_of_match(base::local_date(together.begun_at), today);
        make(together.parent, together.id, number);
        make(together.buddy, together.id, number);
        if (together.partner) make(*together.partner, together.id, number);
    }
    // a buddy who waits, since the role began or the last match ended
    for (auto const& row : tx.list<Since>("select r.person, r.since, (select max(m.ended_at) from matches m where m.partnership = r.partnership and (m.buddy = r.person or m.partner = r.person)), (select max(k.asked_at) from check_ins k where k.partnership = r.partnership and k.person = r.person and k.match is null), coalesce((select max(k.number) from check_ins k where k.partnership = r.partnership and k.person = r.person and k.match is null), 0) from person_roles r where r.partnership = :partnership and r.role = 'buddy' and r.until is null order by r.person", partnership))
        if (!busy.contains(row.person) && !locked.contains(row.person) && due_without_match(base::local_date(std::max({row.since, row.last_ended.value_or(row.since), row.last_asked.value_or(row.since)})), today)) make(row.person, {}, row.asked + 1);
    // what ended is asked about no more
    tx.run("update check_ins set skipped_at = :now where partnership = :partnership and answered_at is null and skipped_at is null and match is not null and exists (select 1 from matches m where m.partnership = check_ins.partnership and m.id = check_ins.match and m.ended_at is not null)", now, partnership);
    return written;
}
std::optional<Entry> find(db::Door& door, CheckInId const& id) { return door.find<Entry>(std::string{columns} + "and id = :id", door.scope().partnership, id); }
std::vector<Entry> of(db::Door& door, visit::PersonId const& person) { return door.list<Entry>(std::string{columns} + "and person = :person order by asked_at desc, id", door.scope().partnership, person); }
std::vector<Entry> list(db::Door& door, base::Moment now) {
    return door.list<Entry>(std::string{columns} + "and ((answered_at is null and skipped_at is null) or answered_at > :since) order by asked_at desc, id", door.scope().partnership, now - std::chrono::hours{24 * 91});
}
std::map<base::Id<matching::Match>, visit::PersonId> parents_of_all(db::Door& door) {
    struct Row {
        base::Id<matching::Match> match;
        visit::PersonId parent;
    };
    std::map<base::Id<matching::Match>, visit::PersonId> all;
    for (auto const& row : door.list<Row>("select m.id, m.parent from matches m where m.partnership = :partnership and exists (select 1 from check_ins k where k.partnership = m.partnership and k.match = m.id)", door.scope().partnership)) all.emplace(row.match, row.parent);
    return all;
}
bool answer(db::Write& tx, confidentiality::Keyring& keys, Entry const& entry, Said const& its, base::Moment now) {
    return tx.run("update check_ins set well = :well, better = :better, fits = :fits, goes_on = :goes_on, wants_call = :call, answered_at = :now where partnership = :partnership and id = :id and answered_at is null and skipped_at is null", keys.seal({entry.person}, {"check_ins", "well", entry.id.value()}, its.well),
                  keys.seal({entry.person}, {"check_ins", "better", entry.id.value()}, its.better), its.fits ? std::string{base::word(*its.fits)} : "", its.goes_on ? std::string{base::word(*its.goes_on)} : "", its.call, now, tx.scope().partnership, entry.id) == 1;
}
bool skip(db::Write& tx, CheckInId const& id, base::Moment now) { return tx.run("update check_ins set skipped_at = :now where partnership = :partnership and id = :id and answered_at is null and skipped_at is null", now, tx.scope().partnership, id) == 1; }
void note_handled(db::Write& tx, CheckInId const& id, base::Moment now) { tx.run("update check_ins set handled_at = :now where partnership = :partnership and id = :id and answered_at is not null and handled_at is null", now, tx.scope().partnership, id); }
namespace {
constexpr std::string_view past = "from check_ins where partnership = :partnership and ((match is null and asked_at < :until) or match in (select id from matches where partnership = :partnership and ended_at < :until))";
base::Moment a_year_before(base::Moment now) { return now - std::chrono::hours{24 * 365}; }
} // namespace
void delete_old(db::Write& tx, base::Moment now) { tx.run("delete " + std::string{past}, tx.scope().partnership, a_year_before(now)); }
std::int64_t old(db::Door& door, base::Moment now) { return door.one<std::int64_t>("select count(*) " + std::string{past}, door.scope().partnership, a_year_before(now)).value_or(0); }
Said said(confidentiality::Keyring& keys, Entry const& entry) {
    return {keys.open(entry.well, {"check_ins", "well", entry.id.value()}).value_or(""), keys.open(entry.better, {"check_ins", "better", entry.id.value()}).value_or(""), base::from_word<Fits>(entry.fits), base::from_word<GoesOn>(entry.goes_on), entry.wants_call};
}
bool rather_calls(db::Door& door, visit::PersonId const& person) { return door.one<std::int64_t>("select count(*) from check_in_wishes where partnership = :partnership and person = :person", door.scope().partnership, person).value_or(0) > 0; }
void choose_to_call(db::Write& tx, visit::PersonId const& person, bool calls, base::Moment now) {
    if (calls) tx.run("insert into check_in_wishes (partnership, person, since) values (:partnership, :person, :now) on conflict do nothing", tx.scope().partnership, person, now);
    else tx.run("delete from check_in_wishes where partnership = :partnership and person = :person", tx.scope().partnership, person);
}

} // namespace check_in
