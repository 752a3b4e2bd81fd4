#include "matching/store_worklist.h"

#include "matching/store_matching.h"
#include "matching/store_pairs.h"
#include "matching/store_questions.h"

#include <map>

namespace matching {
using base::tr;
using visit::Urgency;

std::vector<visit::Work> worklist(db::Door& door, visit::Granted<visit::Action::see_worklist, people::Partnership> const& granted, base::Moment now) {
    std::vector<visit::Work> work;
    auto const today = base::local_date(now);
    std::map<help_request::HelpRequestId, ProposalRow> open;
    for (auto& proposal : open_proposals(door)) open.emplace(proposal.request, std::move(proposal));
    for (auto const& request : help_request::ready(door, today)) {
        auto const& name = request.person;
        auto const href = "/hulpvragen/" + request.id.value() + "/buddys";
        auto const found = open.find(request.id);
        if (found == open.end()) {
            auto const waits = base::days_between(base::local_date(request.asked_at), today);
            work.push_back({"match.propose", waits > 28 ? Urgency::overdue : Urgency::soon, tr("Zoek een buddy en stel voor"), name, *request.text_approved_at, href, tr("Zoek buddy")});
            continue;
        }
        auto const& proposal = found->second;
        auto const since = proposal.asked_since();
        auto const pauses = pauses_of(door, proposal.id);
        auto const days = days_counted(since, pauses, today);
        auto const urgency = rests(pauses) ? Urgency::waiting : days >= 7 ? Urgency::overdue
                                                            : days >= 4   ? Urgency::today
                                                                          : Urgency::waiting;
        work.push_back({"proposal.awaited", urgency, proposal.accepted() ? tr("Wacht op antwoord van de ouder") : tr("Wacht op antwoord van de buddy"), name, since, href, tr("Bekijk voorstel")});
    }
    for (auto const& row : open_questions(door)) {
        auto const proposal = find_proposal(door, row.proposal);
        auto const request = proposal ? help_request::find(door, proposal->request) : std::nullopt;
        if (!request || granted.viewer().closed_to(request->person)) continue;
        work.push_back({"proposal.question", now - row.asked_at > std::chrono::hours{48} ? Urgency::overdue : Urgency::today, tr("Heeft een vraag over een voorstel"), row.buddy, row.asked_at, "/voorstellen/vragen/" + row.id.value(), tr("Beantwoord"), request->person});
    }
    auto const pairs = open_pairs(door);
    auto const here = pairs.empty() ? std::nullopt : people::find_partnership(door, granted.record());
    for (auto const& pair : pairs) {
        if (granted.viewer().closed_to(pair.parent)) continue;
        bool const ready = lacks_of(door, pair, here && here->vog_required, today).empty();
        work.push_back({"pair.open", ready ? Urgency::today : Urgency::waiting, ready ? tr("Vond zelf een buddy: maak er een koppeling van") : tr("Vond zelf een buddy: er ontbreekt nog iets"), pair.parent, pair.made_at, "/koppelingen/" + pair.id.value(), tr("Bekijk")});
    }
    return work;
}

} // namespace matching
