#include "app/terms_gatherings.h"

#include "app/erasure.h"
#include "app/terms.h"
#include "recruitment/store_terms_gatherings.h"

namespace app {

void erase_past_registrations(reception::Services& services, std::string const& journal, std::string const& partnership) {
    std::vector<visit::PersonId> past;
    services.data.write(db::Scope::of(partnership), [&](db::Write& tx) { past = recruitment::past_registrations(tx, services.clock.now()); });
    for (auto const& person : past) {
        claim_by_term(services, partnership, person);
        erase(services, journal, person, partnership);
    }
}

} // namespace app
