#include "training/completion.h"

#include "platform/base/require.h"

#include <algorithm>

namespace training {
using base::tr;

bool followed(Presence presence) { return presence != Presence::absent; }

bool followed_all(Steps const& steps) {
    return !steps.evenings.empty() && std::all_of(steps.evenings.begin(), steps.evenings.end(), [](auto const& one) { return one && followed(*one); });
}

std::vector<base::Text> missing(Steps const& steps) {
    std::vector<base::Text> lacks;
    if (!followed_all(steps) && !steps.exempted) lacks.push_back(tr("De training is nog niet gevolgd of ingehaald."));
    if (steps.decision != Decision::goes_on) lacks.push_back(tr("Na de training is nog niet besloten om door te gaan."));
    if (!steps.deployment_talk_on) lacks.push_back(tr("Het inzetgesprek is nog niet gehouden."));
    if (steps.vog_required && !steps.vog_seen_on) lacks.push_back(tr("De VOG is nog niet gezien."));
    return lacks;
}

base::Text name(Presence presence) {
    switch (presence) {
    case Presence::present: return tr("aanwezig");
    case Presence::absent: return tr("afwezig");
    case Presence::caught_up_online: return tr("online ingehaald");
    case Presence::slides_and_talk: return tr("dia’s gelezen en erover gepraat");
    }
    throw base::Impossible{"a presence without a name"};
}

int exit_point(std::optional<base::Moment> last_evening, base::Moment now) { return last_evening && *last_evening <= now ? 3 : 2; }

base::Text name(Reason reason) {
    switch (reason) {
    case Reason::none: return tr("zonder reden");
    case Reason::time: return tr("geen tijd");
    case Reason::personal: return tr("persoonlijk");
    case Reason::not_fitting: return tr("het past toch niet");
    case Reason::other: return tr("iets anders");
    }
    throw base::Impossible{"a reason without a name"};
}

base::Text name(Decision decision) {
    switch (decision) {
    case Decision::goes_on: return tr("gaat door als buddy");
    case Decision::not_yet: return tr("nu nog niet");
    case Decision::stops: return tr("stopt");
    }
    throw base::Impossible{"a decision without a name"};
}

} // namespace training
