#pragma once
// Another task (andere taak): a coordinator who knows a family through other work says so, hands it over and reads no more; the parent is told. Report L760, L1735; rules R21, R22.
#include "help_request/store_help_request.h"
#include "reception/visit.h"

#include <vector>

namespace help_request {

/// Who reads the request of this parent now, in words: whom the parent chose, the coordinator, or nobody.
base::Sentence reads_now(reception::Visit& v);
/// Tells a parent on the own page that someone has another task with the family, and what that means.
void other_task_told(html::Page& page, reception::Visit& v);
/// On the page of a request: why this viewer reads it, and the way to declare another task.
void other_task_desk_part(html::Page& page, reception::Visit& v, Entry const& entry, bool without_mail);

std::vector<reception::Route> other_task_routes();

} // namespace help_request
