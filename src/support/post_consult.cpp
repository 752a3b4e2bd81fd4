#include "support/post_consult.h"

#include "people/store_restriction.h"
#include "support/store_asked.h"

namespace support {
namespace {

void write_reader(people::Post& post, jobs::Job const& job) {
    auto& services = post.services;
    auto const house = people::find_partnership(*services.data.read(db::Scope::of_hall()), visit::PartnershipId{job.of_partnership});
    auto door = services.data.read(db::Scope::of(job.of_partnership));
    auto const entry = find(*door, ConsultId{job.about});
    // answered, taken back, or asked of someone who reads no more
    if (!house || !entry || !entry->reader || entry->answered_at || people::restricted_since(*door, entry->buddy) || !can_answer(*door, house->coordinator_outside ? visit::Independence::outside : visit::Independence::inside, *entry)) return;
    auto const reader = *entry->reader;
    door.reset();
    people::write_notice(post, job.of_partnership, reader);
}

} // namespace

void tell_reader(db::Write& tx, base::Random& random, ConsultId const& id, base::Moment now) {
    jobs::later(tx, random, "consult.asked", tx.scope().partnership, id.value(), "", now);
    jobs::later(tx, random, "consult.asked", tx.scope().partnership, id.value(), "late", base::moment_of({base::later(answer_by(now), 1), std::chrono::hours{9}}));
}

std::map<std::string, people::Worker> consult_workers() {
    // the answer to a buddy, the dilemma to an expert: each hears only that something waits
    auto const notice = [](people::Post& post, jobs::Job const& job) { people::write_notice(post, job.of_partnership, visit::PersonId{job.about}); };
    return {{"consult.answered", notice}, {"dilemma.sent", notice}, {"consult.asked", write_reader}};
}

} // namespace support
