#include "feedback/store_worklist.h"

#include "feedback/asking.h"

namespace feedback {
using base::tr;
namespace {
struct Row {
    FeedbackId id;
    visit::PersonId parent, buddy;
    base::Moment given_at;
};
} // namespace

std::vector<visit::Work> worklist(db::Door& door, visit::Granted<visit::Action::see_worklist, people::Partnership> const& granted, base::Moment) {
    std::vector<visit::Work> work;
    for (auto const& row : door.list<Row>("select id, parent, buddy, given_at from feedbacks where partnership = :partnership and read_at is null order by given_at, id", granted.record())) {
        if (granted.viewer().closed_to(row.parent)) continue;
        work.push_back({"feedback.read", visit::Urgency::soon, tr("Een ouder keek terug: lees het eerst zelf"), row.buddy, row.given_at, "/terugblikken/" + row.id.value(), tr("Lees"), row.parent});
    }
    return work;
}

} // namespace feedback
