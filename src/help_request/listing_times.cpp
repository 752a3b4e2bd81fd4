#include "help_request/listing_times.h"

namespace help_request {
using base::tr;
namespace {
constexpr DayPart parts[] = {DayPart::morning, DayPart::school_hours, DayPart::after_school, DayPart::evening};
std::string field(std::size_t weekday) {
    auto const word = slot_word(slot(weekday, DayPart::morning));
    return "tijd-" + word.substr(0, word.find('-'));
}
} // namespace

void put_times(html::Form& form) {
    for (std::size_t day = 0; day < weekdays; ++day) {
        std::vector<html::Option> options;
        for (auto part : parts) options.push_back({slot_word(slot(day, part)), name(part)});
        form.checks({.name = field(day), .label = weekday_name(day)}, options);
    }
    form.box({.name = "tijd-weekend", .label = tr("in het weekend")});
    form.box({.name = "tijd-vakantie", .label = tr("liever niet in schoolvakanties")});
}
Times times_of(http::Fields const& fields) {
    std::string words;
    for (std::size_t day = 0; day < weekdays; ++day)
        for (auto const& word : fields.all(field(day))) words += word + " ";
    auto times = times_from(words);
    times.slots.set(weekend, fields.get("tijd-weekend") == "ja");
    times.not_in_holidays = fields.get("tijd-vakantie") == "ja";
    return times;
}
void fill_times(html::Values& values, Times const& times) {
    for (std::size_t day = 0; day < weekdays; ++day)
        for (auto part : parts)
            if (times.slots[slot(day, part)]) values.emplace(field(day), slot_word(slot(day, part)));
    if (times.slots[weekend]) values.emplace("tijd-weekend", "ja");
    if (times.not_in_holidays) values.emplace("tijd-vakantie", "ja");
}
std::vector<std::string> time_fields() {
    std::vector<std::string> all;
    for (std::size_t day = 0; day < weekdays; ++day) all.push_back(field(day));
    all.insert(all.end(), {"tijd-weekend", "tijd-vakantie"});
    return all;
}
std::vector<html::Said> times_said(Times const& times, text::Language language) {
    std::vector<html::Said> lines;
    for (std::size_t day = 0; day < weekdays; ++day) {
        std::string said;
        for (auto part : parts)
            if (times.slots[slot(day, part)]) said += (said.empty() ? "" : ", ") + text::say(name(part), language);
        if (!said.empty()) lines.emplace_back(text::say(weekday_name(day), language) + ": " + said);
    }
    if (times.slots[weekend]) lines.emplace_back(tr("in het weekend"));
    if (times.not_in_holidays) lines.emplace_back(tr("liever niet in schoolvakanties"));
    if (lines.empty()) lines.emplace_back(tr("niet ingevuld"));
    return lines;
}

} // namespace help_request
