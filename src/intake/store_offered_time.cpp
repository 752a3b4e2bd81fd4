#include "intake/store_offered_time.h"

namespace intake {
namespace {
constexpr std::string_view columns = "select id, begins_at, minutes, way, place, interview from interview_times where partnership = :partnership ";
}

void add_time(db::Write& tx, OfferedTimeId const& id, Plan const& plan, visit::PersonId const& by, base::Moment now) {
    tx.run("insert into interview_times (id, partnership, begins_at, minutes, way, place, offered_by, offered_at) values (:id, :partnership, :begins, :minutes, :way, :place, :by, :now)", id, tx.scope().partnership, plan.begins, plan.minutes, plan.way, plan.place, by, now);
}
std::optional<TimeRow> find_time(db::Door& door, OfferedTimeId const& id) { return door.find<TimeRow>(std::string{columns} + "and id = :id and withdrawn_at is null", door.scope().partnership, id); }
std::vector<TimeRow> open_times(db::Door& door, base::Moment now) {
    auto all = door.list<TimeRow>(std::string{columns} + "and begins_at > :now and interview is null and withdrawn_at is null order by begins_at, id", door.scope().partnership, now);
    std::erase_if(all, [&](TimeRow const& row) { return !may_choose(row.begins_at, now); });
    return all;
}
std::vector<TimeRow> open_times_between(db::Door& door, base::Moment from, base::Moment until) {
    return door.list<TimeRow>(std::string{columns} + "and begins_at >= :from and begins_at < :until and interview is null and withdrawn_at is null order by begins_at, id", door.scope().partnership, from, until);
}
std::vector<Span> busy_from(db::Door& door, base::Moment from) {
    struct Row {
        base::Moment begins_at;
        std::int64_t minutes;
    };
    std::vector<Span> busy;
    auto take = [&](std::vector<Row> const& rows) {
        for (auto const& row : rows) busy.push_back({row.begins_at, row.begins_at + std::chrono::minutes{row.minutes}});
    };
    take(door.list<Row>("select begins_at, minutes from interviews where partnership = :partnership and begins_at >= :from and cancelled_at is null", door.scope().partnership, from - std::chrono::hours{1}));
    take(door.list<Row>("select begins_at, minutes from interview_times where partnership = :partnership and begins_at >= :from and interview is null and withdrawn_at is null", door.scope().partnership, from - std::chrono::hours{1}));
    return busy;
}
bool take_time(db::Write& tx, OfferedTimeId const& id, InterviewId const& interview) {
    return tx.run("update interview_times set interview = :interview where partnership = :partnership and id = :id and interview is null and withdrawn_at is null", interview, tx.scope().partnership, id) == 1;
}
void free_time(db::Write& tx, InterviewId const& interview) { tx.run("update interview_times set interview = null where partnership = :partnership and interview = :interview", tx.scope().partnership, interview); }
bool withdraw_time(db::Write& tx, OfferedTimeId const& id, base::Moment now) {
    return tx.run("update interview_times set withdrawn_at = :now where partnership = :partnership and id = :id and interview is null and withdrawn_at is null", now, tx.scope().partnership, id) == 1;
}

void add_offer(db::Write& tx, recruitment::SignUpId const& sign_up, visit::PersonId const& person, base::Moment now) {
    tx.run("insert into interview_offers (partnership, sign_up, person, offered_at) values (:partnership, :sign_up, :person, :now) on conflict (partnership, sign_up) do update set offered_at = :now, none_fits_at = null", tx.scope().partnership, sign_up, person, now);
    recruitment::take_up(tx, sign_up, now);
}
std::optional<OfferRow> offer_to(db::Door& door, recruitment::SignUpId const& sign_up) {
    return door.find<OfferRow>("select offered_at, none_fits_at from interview_offers where partnership = :partnership and sign_up = :sign_up", door.scope().partnership, sign_up);
}
void set_none_fits(db::Write& tx, recruitment::SignUpId const& sign_up, visit::PersonId const& person, base::Moment now) {
    tx.run("insert into interview_offers (partnership, sign_up, person, offered_at, none_fits_at) values (:partnership, :sign_up, :person, :now, :now) on conflict (partnership, sign_up) do update set none_fits_at = :now", tx.scope().partnership, sign_up, person, now);
    recruitment::take_up(tx, sign_up, now);
}

std::vector<Holiday> holidays_from(db::Door& door, base::Date day) {
    return door.list<Holiday>("select first_day, last_day, name from holidays where partnership = :partnership and last_day >= :day order by first_day", door.scope().partnership, day);
}
void add_holiday(db::Write& tx, Holiday const& holiday) {
    tx.run("insert into holidays (partnership, first_day, last_day, name) values (:partnership, :first, :last, :name) on conflict (partnership, first_day) do update set last_day = :last, name = :name", tx.scope().partnership, holiday.first_day, holiday.last_day, holiday.name);
}
void end_holiday(db::Write& tx, base::Date first_day) { tx.run("delete from holidays where partnership = :partnership and first_day = :first", tx.scope().partnership, first_day); }

std::vector<Entry> unreminded(db::Door& door, base::Moment now, base::Moment planned_before) {
    std::vector<Entry> found;
    for (auto const& id : door.column<InterviewId>("select id from interviews where partnership = :partnership and begins_at > :now and planned_at < :before and cancelled_at is null and reminded_at is null order by begins_at, id", door.scope().partnership, now, planned_before))
        if (auto entry = find(door, id)) found.push_back(*entry);
    return found;
}
bool note_reminder(db::Write& tx, InterviewId const& id, base::Moment now) {
    return tx.run("update interviews set reminded_at = :now where partnership = :partnership and id = :id and reminded_at is null and cancelled_at is null", now, tx.scope().partnership, id) == 1;
}

} // namespace intake
