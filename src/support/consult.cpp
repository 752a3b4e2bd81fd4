#include "support/consult.h"

namespace support {
using base::tr;

base::Result<std::string, base::Refusal> said(std::string const& typed) {
    if (typed.empty()) return base::Refusal::of("tekst", tr("Schrijf eerst iets op."));
    if (typed.size() > 8000) return base::Refusal::of("tekst", tr("Dit is te lang. Gebruik hoogstens 2000 tekens."));
    return typed;
}

} // namespace support
