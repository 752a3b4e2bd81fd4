#include "help_request/store_waiting.h"

namespace help_request {
using base::tr;
namespace {
struct Row {
    visit::PersonId person;
    base::Moment asked_at;
    std::optional<base::Moment> answered_at, clarified_at, text_approved_at;
};
std::vector<Row> rows(db::Door& door) {
    return door.list<Row>("select person, asked_at, answered_at, clarified_at, text_approved_at from help_requests where partnership = :partnership and ended_at is null order by asked_at, id", door.scope().partnership);
}
} // namespace

std::vector<visit::Waits> waiting(db::Door& door) {
    std::vector<visit::Waits> all;
    for (auto const& row : rows(door)) all.push_back({row.person, visit::Role::asking_parent, base::local_date(row.asked_at)});
    return all;
}
std::vector<visit::Step> steps(db::Door& door) {
    std::vector<visit::Step> all;
    for (auto const& row : rows(door)) {
        all.push_back({row.person, base::local_date(row.asked_at), tr("uw vraag ontvangen")});
        if (row.answered_at) all.push_back({row.person, base::local_date(*row.answered_at), tr("contact over uw vraag")});
        if (row.clarified_at) all.push_back({row.person, base::local_date(*row.clarified_at), tr("uw vraag samen bekeken")});
        if (row.text_approved_at) all.push_back({row.person, base::local_date(*row.text_approved_at), tr("uw akkoord op de tekst voor een buddy")});
    }
    return all;
}

} // namespace help_request
