#include "support/consult.h"

#include "platform/base/length.h"

namespace support {
using base::tr;

base::Result<std::string, base::Refusal> said(std::string const& typed) {
    if (typed.empty()) return base::Refusal::of("tekst", tr("Schrijf eerst iets op."));
    if (base::characters(typed) > most_characters) return base::Refusal::of("tekst", tr("Dit is te lang. Gebruik hoogstens 2000 tekens."));
    return typed;
}

base::Date answer_by(base::Moment asked_at) { return base::working_day_after(base::local_date(asked_at), days_to_answer); }
bool overdue(base::Moment asked_at, base::Moment now) { return base::local_date(now) > answer_by(asked_at); }

} // namespace support
