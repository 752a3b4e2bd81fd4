#pragma once
// Time. Moments are UTC seconds, days are calendar days in Amsterdam; nobody else knows of time zones.
#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace base {

using Moment = std::chrono::sys_seconds;
using Date = std::chrono::year_month_day;

/// Tells the time; a test or the demonstration brings its own.
class Clock {
public:
    virtual ~Clock() = default;
    virtual Moment now() const = 0;
};

/// The clock of the machine.
class SystemClock : public Clock {
public:
    Moment now() const override { return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()); }
};

/// A clock that stands where it is put.
class FixedClock : public Clock {
public:
    explicit FixedClock(Moment now) : now_{now} {}
    Moment now() const override { return now_; }
    void set(Moment now) { now_ = now; }
    void pass(std::chrono::seconds time) { now_ += time; }

private:
    Moment now_;
};

/// A day and the time of that day on the clocks of Amsterdam.
struct LocalTime {
    Date date;
    std::chrono::minutes time;
    bool operator==(LocalTime const&) const = default;
};

/// The day and time in Amsterdam at a moment.
LocalTime local(Moment moment);
/// The day in Amsterdam at a moment.
Date local_date(Moment moment);
/// The moment of a day and time in Amsterdam; an hour that summer time skips moves to after it, one that occurs twice is the first.
Moment moment_of(LocalTime when);

/// "2026-11-23".
std::string iso(Date date);
/// "2026-11-23T18:27:33Z".
std::string iso(Moment moment);
/// The day of "2026-11-23", or nothing when it is no such day.
std::optional<Date> date_from_iso(std::string_view text);
/// "19:30" from minutes after midnight.
std::string hours(std::chrono::minutes time);
/// Minutes after midnight from "19:30", "19.30" or "1930"; nothing when it is no time of day.
std::optional<std::chrono::minutes> time_from(std::string_view text);
/// A day some days later (or earlier).
Date later(Date date, int days);
/// The same day some years later (or earlier); the last of February when that year has no such day.
Date years_later(Date date, int years);
/// How many days lie between two days; negative when `to` comes first.
int days_between(Date from, Date to);
/// The working day (Monday to Friday) that comes `count` working days after a day.
Date working_day_after(Date date, int count);
/// How many working days passed since a day, up to and including another.
int working_days_between(Date from, Date to);

} // namespace base
