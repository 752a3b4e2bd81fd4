#include "help_request/later.h"

#include "platform/base/length.h"

#include <algorithm>

namespace help_request {
using base::tr;

base::Refusal check_code(std::string const& code) {
    // a letter may be more than one byte: those that go on are not counted
    auto const letters = std::count_if(code.begin(), code.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; });
    if (letters < 6) return base::Refusal::of("code", tr("Kies een code van minstens zes tekens."));
    if (base::characters(code) > 100) return base::Refusal::of("code", tr("Dit is te lang. Gebruik hoogstens 100 tekens."));
    return {};
}
base::Moment kept_until(base::Moment now) { return now + std::chrono::hours{24 * days_kept_for_later}; }

} // namespace help_request
