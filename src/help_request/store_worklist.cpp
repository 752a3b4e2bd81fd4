#include "help_request/store_worklist.h"

#include "help_request/store_help_request.h"
#include "people/store_other_task.h"
#include "recruitment/channel.h"

#include <algorithm>
#include <map>
#include <set>

namespace help_request {
using base::tr;
using visit::Urgency;
namespace {
struct Row {
    HelpRequestId id;
    visit::PersonId person;
    Kind kind;
    base::Moment asked_at;
    std::optional<base::Moment> answered_at, clarified_at;
};
/// One row for each reader whom a parent with an open request chose: it names the reader, never the parent.
void add_readers(db::Door& door, std::vector<visit::Work>& work, visit::Independence independence) {
    auto const choices = people::chosen_readers(door);
    if (choices.empty()) return;
    auto const unable = people::unable_readers(door, independence);
    auto const asking = door.column<visit::PersonId>("select person from help_requests where partnership = :partnership and ended_at is null", door.scope().partnership);
    std::set<visit::PersonId> told;
    for (auto const& choice : choices) {
        if (std::find(asking.begin(), asking.end(), choice.person) == asking.end() || !told.insert(choice.reader).second) continue;
        bool const reads = std::none_of(unable.begin(), unable.end(), [&](auto const& one) { return one.reader == choice.reader; });
        work.push_back({"request.reader", reads ? Urgency::waiting : Urgency::overdue, reads ? tr("Leest voor een ouder in plaats van de coördinator") : tr("Een ouder koos een lezer die dit niet meer kan"), choice.reader, choice.chosen_at, "/hulpvragen/andere-lezer", tr("Wat betekent dat?")});
    }
}
struct Asked {
    HelpRequestId id;
    visit::PersonId person;
};
/// A family that someone may not read any more, and that nobody took over; the row names the parent to who is not shut.
void add_other_tasks(db::Door& door, std::vector<visit::Work>& work) {
    auto const waiting = people::waiting_other_tasks(door);
    if (waiting.empty()) return;
    std::map<visit::PersonId, HelpRequestId> newest;
    for (auto const& row : door.list<Asked>("select id, person from help_requests where partnership = :partnership and person in (select parent from other_tasks where partnership = :partnership and reader is null and ended_at is null) order by asked_at desc, id", door.scope().partnership)) newest.emplace(row.person, row.id);
    for (auto const& task : waiting)
        if (auto const its = newest.find(task.parent); its != newest.end())
            work.push_back({"other_task.waiting", Urgency::overdue, tr("Zoekt iemand die leest: een collega kent dit gezin van een andere taak"), task.parent, task.declared_at, "/hulpvragen/" + its->second.value() + "/andere-taak", tr("Neem het over")});
}
} // namespace

std::vector<visit::Work> worklist(db::Door& door, visit::Granted<visit::Action::see_worklist, people::Partnership> const& granted, base::Moment now) {
    std::vector<visit::Work> work;
    for (auto const& row : door.list<Row>("select id, person, kind, asked_at, answered_at, clarified_at from help_requests where partnership = :partnership and ended_at is null and text_approved_at is null order by asked_at, id", granted.record())) {
        auto const& name = row.person;
        auto const href = "/hulpvragen/" + row.id.value();
        auto const waited = base::working_days_between(base::local_date(row.asked_at), base::local_date(now));
        auto const urgency = waited > 2 ? Urgency::overdue : waited == 2 ? Urgency::today
                                                                         : Urgency::soon;
        if (!row.answered_at) work.push_back({"request.answer", urgency, row.kind == Kind::call_back ? tr("Wil teruggebeld worden") : row.kind == Kind::question ? tr("Heeft alleen een vraag: geef antwoord")
                                                                                                                                                                 : tr("Vraagt een buddy: neem contact op"),
                                              name, row.asked_at, href, tr("Open vraag")});
        else if (!row.clarified_at) work.push_back({"request.clarify", Urgency::soon, tr("Vraag verhelderen"), name, row.asked_at, href + "/verhelderen", tr("Verhelder")});
        else work.push_back({"request.text", Urgency::waiting, tr("Tekst voor de buddy wacht op akkoord van de ouder"), name, *row.clarified_at, href, tr("Bekijk")});
    }
    if (granted.viewer().reader) return work;
    add_readers(door, work, granted.viewer().independence);
    add_other_tasks(door, work);
    return work;
}

} // namespace help_request
