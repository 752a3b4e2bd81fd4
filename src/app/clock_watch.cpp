#include "app/clock_watch.h"

#include "people/store_people.h"
#include "platform/base/log.h"

namespace app {
namespace {

constexpr std::string_view seen_fact = "clock_seen_at", steady_fact = "clock_steady_since";

std::optional<base::Moment> fact(db::Door& hall, std::string_view name) { return hall.one<base::Moment>("select cast(value as bigint) from facts where name = :name", name); }
void keep(db::Write& hall, std::string_view name, base::Moment moment) {
    hall.run("insert into facts (name, value) values (:name, :value) on conflict (name) do update set value = excluded.value", name, std::to_string(moment.time_since_epoch().count()));
}

/// What had ended at the latest moment this clock knew would live again by an earlier one.
void end_what_had_ended(reception::Services& services, base::Moment latest, base::Moment now) {
    for (auto const& partnership : people::partnerships(*services.data.read(db::Scope::of_hall())))
        services.data.write(db::Scope::of(partnership.id.value()), [&](db::Write& tx) { tx.run("delete from action_links where partnership = :partnership and ends_at <= :latest", partnership.id, latest); });
    services.data.write(db::Scope::of_hall(), [&](db::Write& hall) {
        hall.run("update sessions set revoked_at = :now where revoked_at is null", now);
        for (auto const* table : {"login_links", "proof_codes"}) hall.run(std::string{"delete from "} + table);
        // counted or put off by the wrong clock, it would shut people out and let work wait until that time comes
        hall.run("delete from attempts where since > :now", now);
        hall.run("update jobs set run_at = :now where run_at > :now and trouble is not null", now);
        hall.run("update jobs set claimed_until = 0 where claimed_until > :later", now + std::chrono::hours{1});
    });
}

} // namespace

ClockSaid judge_clock(base::Moment seen, base::Moment now) {
    if (now + clock_may_go_back < seen) return ClockSaid::went_back;
    return now - seen > clock_may_be_away ? ClockSaid::jumped_ahead : ClockSaid::goes_on;
}

void look_at_clock(reception::Services& services) {
    auto const now = services.clock.now();
    auto const seen = fact(*services.data.read(db::Scope::of_hall()), seen_fact);
    auto const said = seen ? judge_clock(*seen, now) : ClockSaid::jumped_ahead;
    // first what had ended, then the new time: if this fails, the next look finds the same jump
    if (said == ClockSaid::went_back) end_what_had_ended(services, *seen, now);
    services.data.write(db::Scope::of_hall(), [&](db::Write& hall) {
        // a small step back is not kept, so that many of them cannot add up unseen
        if (said != ClockSaid::goes_on || now > *seen) keep(hall, seen_fact, now);
        if (said != ClockSaid::goes_on) keep(hall, steady_fact, now);
    });
    if (seen && said != ClockSaid::goes_on) base::log::write(base::log::Level::warning, said == ClockSaid::went_back ? "clock.went_back" : "clock.jumped_ahead", {{"seconds", std::to_string((now - *seen).count())}});
}

std::optional<base::Moment> clock_steady_since(db::Door& hall) { return fact(hall, steady_fact); }

bool may_erase_by_term(db::Door& hall, base::Moment now) {
    auto const since = clock_steady_since(hall);
    auto const seen = fact(hall, seen_fact);
    // a jump that nobody looked at yet counts as well
    return !since || (seen && judge_clock(*seen, now) == ClockSaid::goes_on && now - *since >= erasing_waits_after_jump);
}

} // namespace app
