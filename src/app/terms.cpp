#include "app/terms.h"

#include "app/erasure.h"
#include "check_in/store_check_in.h"
#include "competence/store_terms.h"
#include "feedback/store_feedback.h"
#include "help_request/store_terms.h"
#include "intake/store_terms.h"
#include "keep_warm/store_terms.h"
#include "matching/store_terms.h"
#include "people/store_terms.h"
#include "recruitment/store_terms.h"
#include "sharing/store_terms.h"
#include "support/store_terms.h"
#include "training/store_evening_key.h"
#include "training/store_pack.h"
#include "training/store_terms.h"
#include "trajectory/store_contact.h"
#include "visit/term.h"

namespace app {

int erase_past_terms(reception::Services& services, std::string const& journal, std::string const& partnership) {
    auto const now = services.clock.now();
    auto const today = base::local_date(now);
    // whose key goes: a person, or a talk, what an evening left behind or an address, which have keys of their own
    std::vector<visit::PersonId> past;
    {
        auto door = services.data.read(db::Scope::of(partnership));
        std::vector<visit::Term> terms;
        for (auto* of_room : {people::terms, recruitment::terms, intake::terms, training::terms, help_request::terms, matching::terms}) {
            auto its = of_room(*door);
            terms.insert(terms.end(), its.begin(), its.end());
        }
        past = visit::past(terms, today);
        for (auto const& address : training::addresses_past(*door, today)) past.emplace_back(address.value());
        for (auto const& evening : training::evenings_past(*door, today)) past.emplace_back(evening.value());
        for (auto const& talk : intake::texts_past(*door, today)) past.emplace_back(talk.value());
    }
    auto note = [&](db::Write& tx, visit::PersonId const& one) { tx.before_commit([&, one](db::Write& last) { confidentiality::append(last, {{"system", "public", "term.past", one.value(), one.value(), "R28", "round"}}, now); }); };
    services.data.write(db::Scope::of(partnership), [&](db::Write& tx) {
        keep_warm::delete_old(tx, now);
        trajectory::delete_old(tx, now);
        check_in::delete_old(tx, now);
        feedback::delete_old(tx, now);
        sharing::delete_old(tx, today);
        support::delete_old(tx, now);
        // sealed with the key of a person who may be needed elsewhere: rows go, not the key
        for (auto const& one : competence::scores_past(tx, today)) {
            competence::delete_scores(tx, one);
            note(tx, one);
        }
    });
    for (auto const& one : past) {
        services.data.write(db::Scope::of(partnership), [&](db::Write& tx) { note(tx, one); });
        erase(services, journal, one);
    }
    return static_cast<int>(past.size());
}

} // namespace app
