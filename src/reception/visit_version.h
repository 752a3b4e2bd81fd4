#pragma once
// Forms of own words with versions: which version such a form was made from.
#include "platform/base/result.h"
#include "reception/visit.h"

namespace reception {

/// The version for the hidden field `versie`: the newest when the form is opened, or when it was refused because someone else was first (then keeping it again is a choice); after any other refusal the one it was opened with.
int form_version(Visit& v, base::Refusal const* refusal, base::Text const& someone_was_first, int newest);

} // namespace reception
