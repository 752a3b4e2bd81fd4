#include "matching/store_worklist.h"

#include "matching/store_matching.h"

namespace matching {
using base::tr;
using visit::Urgency;

std::vector<visit::Work> worklist(db::Door& door, visit::Granted<visit::Action::see_worklist, people::Partnership> const&, base::Moment now) {
    std::vector<visit::Work> work;
    auto const today = base::local_date(now);
    for (auto const& request : help_request::ready(door, today)) {
        auto const& name = request.person;
        auto const href = "/hulpvragen/" + request.id.value() + "/buddys";
        auto proposal = open_proposal_for(door, request.id);
        if (!proposal) {
            auto const waits = base::days_between(base::local_date(request.asked_at), today);
            work.push_back({"match.propose", waits > 28 ? Urgency::overdue : Urgency::soon, tr("Zoek een buddy en stel voor"), name, *request.text_approved_at, href, tr("Zoek buddy")});
            continue;
        }
        auto const since = proposal->accepted() ? std::max(proposal->buddy_answered_at, proposal->partner_answered_at).value_or(proposal->made_at) : proposal->made_at;
        auto const days = base::days_between(base::local_date(since), today);
        auto const urgency = days >= 7 ? Urgency::overdue : days >= 4 ? Urgency::today
                                                                      : Urgency::waiting;
        work.push_back({"proposal.awaited", urgency, proposal->accepted() ? tr("Wacht op antwoord van de ouder") : tr("Wacht op antwoord van de buddy"), name, since, href, tr("Bekijk voorstel")});
    }
    return work;
}

} // namespace matching
