#include "support/store_worklist.h"

#include "support/store_consult.h"

namespace support {
using base::tr;
namespace {
struct Row {
    ConsultId id;
    visit::PersonId buddy;
    base::Moment asked_at;
};
} // namespace

std::vector<visit::Work> worklist(db::Door& door, visit::Granted<visit::Action::see_worklist, people::Partnership> const& granted, base::Moment now) {
    std::vector<visit::Work> work;
    for (auto const& row : door.list<Row>("select id, buddy, asked_at from consults where partnership = :partnership and answered_at is null order by asked_at, id", granted.record()))
        work.push_back({"consult.answer", now - row.asked_at > std::chrono::hours{48} ? visit::Urgency::overdue : visit::Urgency::today, tr("Heeft een vraag aan u"), row.buddy, row.asked_at, "/vragen/" + row.id.value(), tr("Beantwoord")});
    return work;
}

} // namespace support
