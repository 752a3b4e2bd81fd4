#pragma once
// A question in between (tussentijdse vraag) of a buddy to the coordinator, about the own role; without names. Report L1440–1470.
#include "platform/base/id.h"
#include "platform/base/result.h"

#include <string>

namespace support {

struct Consult;
using ConsultId = base::Id<Consult>;

/// Checks a text: something is said, at most 2000 characters. The field is called tekst.
base::Result<std::string, base::Refusal> said(std::string const& typed);

} // namespace support
