#include "today/listing.h"

#include "check_in/store_worklist.h"
#include "feedback/store_worklist.h"
#include "help_request/store_worklist.h"
#include "intake/store_worklist.h"
#include "keep_warm/store_worklist.h"
#include "matching/store_worklist.h"
#include "people/store_worklist.h"
#include "platform/jobs/jobs.h"
#include "recruitment/store_worklist.h"
#include "sharing/store_worklist.h"
#include "support/store_worklist.h"
#include "training/store_worklist.h"
#include "trajectory/store_worklist.h"
#include "worry/store_worklist.h"

#include <iterator>

namespace today {
using base::tr;

namespace {
/// One row when mail does not leave, or else when other work of the program does not succeed; it is kept and tried again.
std::vector<visit::Work> held_up_worklist(db::Read& door, std::string const& partnership, base::Moment now) {
    auto const [mails, others] = held_up(door, partnership);
    if (mails + others == 0) return {};
    auto const what = mails > 0 ? tr("Er is mail die niet weggaat. Niets is kwijt; bel wie dringend iets moet weten") : tr("Iets lukt het programma niet. Niets is kwijt");
    return {{mails > 0 ? "mail.stuck" : "work.stuck", visit::Urgency::today, what, "", now, "/vandaag/mail", tr("Wat is er aan de hand?")}};
}
} // namespace

HeldUp held_up(db::Read& door, std::string const& partnership) {
    HeldUp all;
    for (auto const& each : jobs::stuck(door, partnership)) ++(each.trouble.starts_with("mail:") ? all.mails : all.others);
    return all;
}

std::vector<visit::Work> everything(db::Read& door, visit::Granted<visit::Action::see_worklist, people::Partnership> const& granted, base::Moment now) {
    std::vector<visit::Work> work;
    auto take = [&](std::vector<visit::Work> more) { work.insert(work.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end())); };
    take(worry::worklist(door, granted, now));
    take(held_up_worklist(door, granted.record().value(), now));
    take(people::worklist(door, granted, now));
    take(recruitment::worklist(door, granted, now));
    take(training::worklist(door, granted, now));
    take(help_request::worklist(door, granted, now));
    take(matching::worklist(door, granted, now));
    take(trajectory::worklist(door, granted, now));
    take(sharing::worklist(door, granted, now));
    take(support::worklist(door, granted, now));
    take(check_in::worklist(door, granted, now));
    take(feedback::worklist(door, granted, now));
    take(intake::worklist(door, granted, now));
    take(keep_warm::worklist(door, granted, now));
    return work;
}

} // namespace today
