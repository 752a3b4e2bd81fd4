#include "reception/visit_version.h"

#include "platform/base/number.h"

namespace reception {

int form_version(Visit& v, base::Refusal const* refusal, base::Text const& someone_was_first, int newest) {
    bool const first = refusal && !refusal->fields.empty() && refusal->fields.front().why.text.msgid == someone_was_first.msgid;
    return refusal && !first ? base::number_from(v.field("versie")).value_or(newest) : newest;
}

} // namespace reception
