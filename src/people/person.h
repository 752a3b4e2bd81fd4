#pragma once
// People (mensen): one human in one partnership, who may be several things at once. Rules on names and addresses.
#include "platform/base/result.h"

#include <optional>
#include <string>

namespace people {

/// What someone gives of themselves: a name and at least one way to be reached.
struct Contact {
    std::string name;
    std::string mail;  ///< tidy, or empty
    std::string phone; ///< as typed, or empty
};

/// A mail address in the form in which it is compared: trimmed, ASCII letters lowered; nothing when it cannot be one.
std::optional<std::string> tidy_mail(std::string const& typed);
/// Whether a text can be a phone number: 8 to 15 digits with spaces, dashes, brackets or one leading plus.
bool is_phone(std::string const& typed);
/// A phone number in the form in which it is compared: digits only, the country code of the Netherlands as a 0.
std::string tidy_phone(std::string const& typed);
/// Checks a contact: a name of at most 100 characters, and a mail address or a phone number. The fields are called naam, mail and telefoon.
base::Result<Contact, base::Refusal> contact(Contact const& typed);

} // namespace people
