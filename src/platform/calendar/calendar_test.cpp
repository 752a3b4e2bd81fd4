// Calendar files stay one event with one attendee, whatever stands in a title or a place.
#include "platform/calendar/calendar.h"
#include "tests/world/attacks.h"

#include <gtest/gtest.h>
#include <map>
#include <sstream>

namespace {

/// The lines of a file by their name, folded lines joined again; counts what should be there once.
std::multimap<std::string, std::string> lines(std::string const& file) {
    std::string joined;
    for (std::size_t at = 0; at < file.size(); ++at) {
        if (file.compare(at, 3, "\r\n ") == 0) at += 2;
        else joined += file[at];
    }
    std::multimap<std::string, std::string> found;
    for (std::size_t at = 0, end = 0; (end = joined.find("\r\n", at)) != std::string::npos; at = end + 2) {
        auto const line = joined.substr(at, end - at);
        auto const name = line.substr(0, line.find_first_of(":;"));
        found.emplace(name, line.size() > name.size() ? line.substr(name.size() + 1) : "");
    }
    return found;
}
std::string unescaped(std::string const& text) {
    std::string all;
    for (std::size_t at = 0; at < text.size(); ++at)
        if (text[at] == '\\' && at + 1 < text.size()) all += text[++at] == 'n' ? '\n' : text[at];
        else all += text[at];
    return all;
}
/// As one line of words may come back: without signs that no text holds, and with one kind of line end.
std::string tidy(std::string text) {
    std::erase_if(text, [](unsigned char c) { return (c < 0x20 && c != '\n' && c != '\t') || c == 0x7f; });
    return text;
}
calendar::Event event(std::string const& title, std::string const& place) { return {"a@naast", 0, title, place, base::Moment{std::chrono::seconds{1795425600}}, base::Moment{std::chrono::seconds{1795429200}}, "post@naast.test", "anna@voorbeeld.test"}; }

TEST(Calendar, StaysOneEventWhateverStandsInTitleAndPlace) {
    auto all = world::attacks();
    std::string together;
    for (auto const& one : all) together += one;
    for (auto const* more : {"a\r\nBEGIN:VEVENT\r\nEND:VEVENT", "a\rBEGIN:VEVENT", "a;b,c\\d\\ne:f\"g\"", "\\", "a\\", "\r\n ", "\r\n\tx:y", "tab\tin", "\x0b\x0c\x1b\x7f", "é", "\u2028ATTENDEE:mailto:x@y"}) all.emplace_back(more);
    all.push_back(together);
    all.push_back(std::string(3000, 'a'));
    for (int n = 0; n < 80; ++n) all.push_back(std::string(n, 'a') + "😀é😀é😀é😀é😀é😀é😀é😀é😀é😀é😀é😀é😀é😀é😀é😀é😀é😀é😀é😀é");
    for (auto const& one : all) {
        auto const text = calendar::file(event("T" + one, "P" + one), base::Moment{});
        auto const found = lines(text);
        for (auto const* once : {"VERSION", "PRODID", "METHOD", "UID", "SEQUENCE", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "LOCATION", "STATUS", "CLASS", "ORGANIZER", "ATTENDEE"}) EXPECT_EQ(found.count(once), 1U) << once << "\n"
                                                                                                                                                                                                                       << text;
        EXPECT_EQ(found.size(), 18U) << text;
        EXPECT_EQ(found.find("ATTENDEE")->second, "mailto:anna@voorbeeld.test");
        EXPECT_EQ(unescaped(found.find("SUMMARY")->second), tidy("T" + one)) << text;
        EXPECT_EQ(unescaped(found.find("LOCATION")->second), tidy("P" + one));
        std::istringstream each{text};
        for (std::string line; std::getline(each, line);) {
            EXPECT_LE(line.size(), 76U) << line;
            EXPECT_TRUE(line.ends_with('\r') && line.find('\r') == line.size() - 1) << line;
            EXPECT_NE(static_cast<unsigned char>(line[line.starts_with(' ') ? 1 : 0]) & 0xc0, 0x80) << "folded within a letter: " << line;
        }
    }
}

TEST(Calendar, KeepsOneOrganiserAndOneAttendee) {
    for (auto const& one : world::attacks()) {
        auto its = event("Afspraak", "Zaal");
        its.organiser_mail = "post@naast.test" + one;
        its.recipient_mail = "anna@voorbeeld.test" + one + "\r\nATTENDEE:mailto:boef@boef.example";
        auto const found = lines(calendar::file(its, base::Moment{}));
        EXPECT_EQ(found.size(), 18U) << one;
        EXPECT_EQ(found.count("ATTENDEE"), 1U) << one;
        EXPECT_EQ(found.count("ORGANIZER"), 1U) << one;
    }
}

} // namespace
