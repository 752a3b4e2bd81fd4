#pragma once
// How something shared is said, the same before and after it is shared and on paper.
#include "reception/visit.h"
#include "sharing/store_disclosure.h"

#include <string>

namespace sharing {

/// What someone reads: the text, or that there is a buddy.
std::string words_of(Kind kind, std::string const& words, std::string const& parent, text::Language language);
/// A heading for what is shared, as the recipient reads it.
base::Text heading(Kind kind);
/// A recipient with what makes this person one, such as the place at a school.
std::string who(reception::Visit& v, Recipient const& to);
Recipient recipient_of(db::Door& door, Row const& row);

} // namespace sharing
