#include "platform/base/clock.h"

#include <charconv>
#include <date/tz.h>
#include <fmt/format.h>

namespace base {
namespace {

date::time_zone const& amsterdam() {
    static date::time_zone const* const zone = date::locate_zone("Europe/Amsterdam");
    return *zone;
}

std::optional<int> number(std::string_view text) {
    int value{};
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || text.empty() || text[0] == '-') return {};
    return value;
}

} // namespace

LocalTime local(Moment moment) {
    auto there = amsterdam().to_local(date::sys_seconds{moment.time_since_epoch()});
    auto day = date::floor<date::days>(there);
    return {Date{std::chrono::sys_days{std::chrono::days{day.time_since_epoch().count()}}}, std::chrono::duration_cast<std::chrono::minutes>(there - day)};
}

Date local_date(Moment moment) { return local(moment).date; }

Moment moment_of(LocalTime when) {
    auto days = std::chrono::sys_days{when.date}.time_since_epoch();
    date::local_seconds there{std::chrono::seconds{days} + std::chrono::seconds{when.time}};
    return Moment{amsterdam().to_sys(there, date::choose::earliest).time_since_epoch()};
}

std::string iso(Date date) { return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day())); }

std::string iso(Moment moment) {
    auto day = std::chrono::floor<std::chrono::days>(moment);
    std::chrono::hh_mm_ss time{moment - day};
    return fmt::format("{}T{:02}:{:02}:{:02}Z", iso(Date{day}), time.hours().count(), time.minutes().count(), time.seconds().count());
}

std::optional<Date> date_from_iso(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return {};
    auto year = number(text.substr(0, 4)), month = number(text.substr(5, 2)), day = number(text.substr(8, 2));
    if (!year || !month || !day) return {};
    Date date{std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(*month)}, std::chrono::day{static_cast<unsigned>(*day)}};
    if (!date.ok()) return {};
    return date;
}

std::string hours(std::chrono::minutes time) { return fmt::format("{:02}:{:02}", time.count() / 60, time.count() % 60); }

std::optional<std::chrono::minutes> time_from(std::string_view text) {
    auto split = text.find_first_of(":.");
    std::string_view hour, minute;
    if (split != std::string_view::npos) hour = text.substr(0, split), minute = text.substr(split + 1);
    else if (text.size() == 4) hour = text.substr(0, 2), minute = text.substr(2);
    else if (text.size() <= 2) hour = text, minute = "00";
    auto h = number(hour), m = number(minute);
    if (!h || !m || *h > 23 || *m > 59 || minute.size() != 2) return {};
    return std::chrono::hours{*h} + std::chrono::minutes{*m};
}

Date later(Date date, int days) { return Date{std::chrono::sys_days{date} + std::chrono::days{days}}; }

Date years_later(Date date, int years) {
    auto const on = date + std::chrono::years{years};
    return on.ok() ? on : on.year() / on.month() / std::chrono::last;
}

int days_between(Date from, Date to) { return static_cast<int>((std::chrono::sys_days{to} - std::chrono::sys_days{from}).count()); }

static bool is_working_day(Date date) {
    auto weekday = std::chrono::weekday{std::chrono::sys_days{date}};
    return weekday != std::chrono::Saturday && weekday != std::chrono::Sunday;
}
Date working_day_after(Date date, int count) {
    while (count > 0) {
        date = later(date, 1);
        if (is_working_day(date)) --count;
    }
    return date;
}
int working_days_between(Date from, Date to) {
    int count = 0;
    for (auto day = later(from, 1); day <= to; day = later(day, 1)) count += is_working_day(day);
    return count;
}

} // namespace base
