#pragma once
// Against programs that fill in public forms, without a puzzle for people: a form holds a field that nobody sees (html::Form::trap) and the moment at which it was shown.
#include "reception/visit.h"

#include <string>
#include <string_view>

namespace reception {

/// The moment at which a public form is shown, sealed, for its hidden field `_moment`; `form` is the name of the form, so that a mark of one form opens in no other.
std::string time_mark(Visit& v, std::string_view form);
/// Whether a program posted this: the trap `website` is filled in, the mark is missing or not ours, or it is less than three seconds old. Whoever asks answers a program as it would a person, and keeps nothing.
bool by_a_program(Visit& v, std::string_view form);

} // namespace reception
