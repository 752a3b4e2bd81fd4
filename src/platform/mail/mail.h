#pragma once
// Sending mail. Subjects, senders and names are neutral: they never say what a message is about.
#include <functional>
#include <string>

namespace mail {

struct Message {
    std::string to;
    std::string from_name;
    std::string subject;
    std::string text;
    std::string calendar;        ///< an .ics file with only this recipient in it, or empty
    std::string calendar_method; ///< REQUEST or CANCEL
    std::string reply_to = {};   ///< the address for answers, or empty
};

/// Takes a message away, or throws when it could not; a thrown message is tried again later.
using Sender = std::function<void(Message const&)>;

struct Smtp {
    std::string url;  ///< smtp://host:port or smtps://…
    std::string from; ///< address of the sender
    std::string user, password;
};

/// A sender that hands messages to a real mail server over SMTP (STARTTLS when offered).
Sender smtp(Smtp settings);
/// The message as it travels (RFC 5322), UTF-8, quoted safely; line breaks in headers are refused by removing them.
std::string mime(Message const& message, std::string const& from, std::string const& id, std::string const& date);

} // namespace mail
