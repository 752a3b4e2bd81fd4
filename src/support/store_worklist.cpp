#include "support/store_worklist.h"

#include "support/store_consult.h"
#include "support/store_dilemma.h"
#include "support/store_intervision.h"

#include <set>

namespace support {
using base::tr;
using visit::Urgency;
namespace {

struct Asked {
    ConsultId id;
    visit::PersonId buddy;
    base::Moment asked_at;
};
struct Called {
    ConsultId id;
    visit::PersonId buddy;
    base::Moment enough_at;
};
struct Thought {
    ConsultId turn;
    visit::PersonId buddy;
    base::Moment asked_at, sent_at;
    std::optional<base::Moment> answered_at;
};
struct Held {
    IntervisionId id;
    base::Moment begins_at;
};

void add_questions(db::Door& door, std::vector<visit::Work>& work, base::Moment now) {
    auto const& partnership = door.scope().partnership;
    auto const href = [](ConsultId const& id) { return "/vragen/" + id.value(); };
    auto const urgency = [&](base::Moment since) { return overdue(since, now) ? Urgency::overdue : Urgency::today; };
    // what an expert thinks of a turn that still waits; with the answer to the buddy it is done
    std::set<std::string> thought_of;
    for (auto const& row : door.list<Thought>("select c.id, c.buddy, c.asked_at, d.sent_at, d.answered_at from dilemmas d join consults c on c.partnership = d.partnership and (c.id = d.consult or c.follows = d.consult) where d.partnership = :partnership and d.taken_back_at is null and c.reader is null and c.answered_at is null and d.sent_at >= c.asked_at order by d.sent_at, d.id", partnership)) {
        if (!row.answered_at) work.push_back({"dilemma.waiting", overdue(row.sent_at, now) ? Urgency::soon : Urgency::waiting, tr("Een expert denkt mee over een vraag"), row.buddy, row.sent_at, href(row.turn), tr("Bekijk")});
        else if (thought_of.insert(row.turn.value()).second) work.push_back({"dilemma.answered", urgency(row.asked_at), tr("Een expert dacht mee over een vraag"), row.buddy, row.asked_at, href(row.turn), tr("Lees en antwoord")});
    }
    for (auto const& row : door.list<Asked>("select id, buddy, asked_at from consults where partnership = :partnership and reader is null and answered_at is null order by asked_at, id", partnership))
        if (!thought_of.contains(row.id.value())) work.push_back({"consult.answer", urgency(row.asked_at), tr("Heeft een vraag aan u"), row.buddy, row.asked_at, href(row.id), tr("Beantwoord")});
    for (auto const& row : door.list<Called>("select id, buddy, enough_at from consults where partnership = :partnership and reader is null and enough = 'call' and called_at is null order by enough_at, id", partnership))
        work.push_back({"consult.call", urgency(row.enough_at), tr("Wil na uw antwoord graag bellen"), row.buddy, row.enough_at, href(row.id), tr("Bekijk en bel")});
}

} // namespace

std::vector<visit::Work> worklist(db::Door& door, visit::Granted<visit::Action::see_worklist, people::Partnership> const& granted, base::Moment now) {
    std::vector<visit::Work> work;
    // who reads for one parent only does not arrange the support of buddies
    if (granted.viewer().reader) return work;
    add_questions(door, work, now);
    auto const open = offered_now(door, now);
    if (suggests_planning(open.held, next_planned(door, now), now)) work.push_back({"intervision.plan", Urgency::waiting, tr("Buddy’s met een ouder hebben geen intervisie in het vooruitzicht"), "", *open.since, "/intervisie/nieuw", tr("Plan er een")});
    for (auto const& row : door.list<Held>("select id, begins_at from intervisions where partnership = :partnership and cancelled_at is null and noted_at is null and begins_at <= :now order by begins_at, id", granted.record(), now))
        work.push_back({"intervision.after", Urgency::soon, tr("Wie waren er op de bijeenkomst van buddy’s?"), "", row.begins_at, "/intervisie/" + row.id.value(), tr("Vul in")});
    return work;
}

} // namespace support
