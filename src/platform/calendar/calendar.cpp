#include "platform/calendar/calendar.h"

#include <libical/ical.h>
#include <memory>

namespace calendar {
namespace {
icaltimetype utc(base::Moment moment) { return icaltime_from_timet_with_zone(static_cast<time_t>(moment.time_since_epoch().count()), 0, icaltimezone_get_utc_timezone()); }

/// Without the signs that RFC 5545 allows nowhere and the library lets through.
std::string without_controls(std::string text) {
    std::erase_if(text, [](unsigned char c) { return (c < 0x20 && c != '\t' && c != '\n') || c == 0x7f; });
    return text;
}
/// The library writes an address as it is, line ends included.
std::string mailto(std::string mail) {
    std::erase_if(mail, [](unsigned char c) { return c <= 0x20 || c == 0x7f; });
    return "mailto:" + mail;
}
} // namespace

std::string file(Event const& event, base::Moment now) {
    std::unique_ptr<icalcomponent, decltype(&icalcomponent_free)> root{icalcomponent_new_vcalendar(), icalcomponent_free};
    icalcomponent_add_property(root.get(), icalproperty_new_version("2.0"));
    icalcomponent_add_property(root.get(), icalproperty_new_prodid("-//Naast//NL"));
    icalcomponent_add_property(root.get(), icalproperty_new_method(event.cancelled ? ICAL_METHOD_CANCEL : ICAL_METHOD_REQUEST));
    auto* entry = icalcomponent_new_vevent();
    icalcomponent_add_property(entry, icalproperty_new_uid(event.uid.c_str()));
    icalcomponent_add_property(entry, icalproperty_new_sequence(event.sequence));
    icalcomponent_add_property(entry, icalproperty_new_dtstamp(utc(now)));
    icalcomponent_add_property(entry, icalproperty_new_dtstart(utc(event.begins)));
    icalcomponent_add_property(entry, icalproperty_new_dtend(utc(event.ends)));
    icalcomponent_add_property(entry, icalproperty_new_summary(without_controls(event.title).c_str()));
    if (!event.place.empty()) icalcomponent_add_property(entry, icalproperty_new_location(without_controls(event.place).c_str()));
    icalcomponent_add_property(entry, icalproperty_new_status(event.cancelled ? ICAL_STATUS_CANCELLED : ICAL_STATUS_CONFIRMED));
    icalcomponent_add_property(entry, icalproperty_new_class(ICAL_CLASS_PRIVATE));
    icalcomponent_add_property(entry, icalproperty_new_organizer(mailto(event.organiser_mail).c_str()));
    icalcomponent_add_property(entry, icalproperty_new_attendee(mailto(event.recipient_mail).c_str()));
    icalcomponent_add_component(root.get(), entry);
    std::unique_ptr<char, decltype(&icalmemory_free_buffer)> text{icalcomponent_as_ical_string_r(root.get()), icalmemory_free_buffer};
    return text.get();
}

} // namespace calendar
