#include "support/post_intervision.h"

#include "support/store_intervision.h"

namespace support {
namespace {

void write(people::Post& post, jobs::Job const& job) {
    visit::PersonId const person{job.extra};
    std::optional<IntervisionRow> row;
    std::optional<ComingRow> its;
    {
        auto door = post.services.data.read(db::Scope::of(job.of_partnership));
        row = find_intervision(*door, IntervisionId{job.about});
        its = coming_of(*door, IntervisionId{job.about}, person);
    }
    if (!row || !its) return;
    bool const off = row->cancelled_at || !its->coming.value_or(false);
    people::write_invitation(post, job.of_partnership, person, {job.about + "-" + job.extra, its->sequence + (row->cancelled_at ? 1 : 0), row->begins_at, row->minutes, row->place.empty() ? row->link : row->place, off});
}

} // namespace

void tell_planned(db::Write& tx, base::Random& random, base::Moment now) {
    for (auto const& buddy : people::with_role(tx, visit::Role::buddy)) jobs::later(tx, random, "intervision.planned", tx.scope().partnership, buddy.value(), "", now);
}
void invite_later(db::Write& tx, base::Random& random, IntervisionId const& id, visit::PersonId const& person, base::Moment now) { jobs::later(tx, random, "intervision.letter", tx.scope().partnership, id.value(), person.value(), now); }

std::map<std::string, people::Worker> intervision_workers() {
    return {
        {"intervision.planned", [](people::Post& post, jobs::Job const& job) { people::write_notice(post, job.of_partnership, visit::PersonId{job.about}); }},
        {"intervision.letter", write},
        // who is a buddy no longer comes to no meeting, and it goes out of the calendar
        {"intervision.leave", [](people::Post& post, jobs::Job const& job) {
             auto& services = post.services;
             auto const now = services.clock.now();
             visit::PersonId const person{job.about};
             services.data.write(db::Scope::of(job.of_partnership), [&](db::Write& tx) {
                 for (auto const& row : intervisions(tx))
                     if (row.to_come(now) && coming_of(tx, row.id, person) && say_coming(tx, row.id, person, false)) invite_later(tx, services.random, row.id, person, now);
             });
         }},
    };
}

} // namespace support
