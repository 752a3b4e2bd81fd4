#include "recruitment/outreach.h"

#include "platform/base/length.h"
#include "platform/base/require.h"

namespace recruitment {
using base::tr;

base::Result<KnownProfessional, base::Refusal> professional(ProfessionalDraft const& draft) {
    base::Refusal refusal;
    auto contact = draft.contact;
    if (contact.name.empty()) refusal.add("naam", tr("Vul een naam in."));
    else if (base::characters(contact.name) > 100) refusal.add("naam", tr("Deze naam is te lang. Gebruik hoogstens 100 tekens."));
    if (!draft.task) refusal.add("taak", tr("Kies wat deze persoon doet."));
    if (!contact.mail.empty()) {
        if (auto mail = people::tidy_mail(contact.mail)) contact.mail = *mail;
        else refusal.add("mail", tr("Dit is geen mailadres. Een mailadres ziet eruit als naam@voorbeeld.nl."));
    }
    if (!contact.phone.empty() && !people::is_phone(contact.phone)) refusal.add("telefoon", tr("Dit is geen telefoonnummer. Vul alleen cijfers in, bijvoorbeeld 06 12345678."));
    if (!refusal.empty()) return refusal;
    return KnownProfessional{contact, *draft.task};
}

base::Result<LoggedApproach, base::Refusal> approach(ApproachDraft const& draft, base::Date today) {
    base::Refusal refusal;
    if (!draft.held_on) refusal.add("dag", tr("Vul de dag in."));
    else if (*draft.held_on > today) refusal.add("dag", tr("Deze dag moet nog komen. Zet hem bij de volgende stap."));
    if (!draft.means) refusal.add("middel", tr("Kies waarmee u deze persoon benaderde."));
    for (auto const& [field, text] : {std::pair{"woorden", &draft.words}, {"stap", &draft.next_words}})
        if (base::characters(*text) > 500) refusal.add(field, tr("Dit is te lang. Gebruik hoogstens 500 tekens."));
    if (draft.next_words.empty() && draft.next_day_typed) refusal.add("stap", tr("Schrijf op wat de volgende stap is."));
    if (!draft.next_on && (!draft.next_words.empty() || draft.next_day_typed)) refusal.add("wanneer", tr("Vul de dag van de volgende stap in."));
    else if (draft.next_on && draft.held_on && *draft.next_on < *draft.held_on) refusal.add("wanneer", tr("De volgende stap komt na deze dag."));
    if (!refusal.empty()) return refusal;
    return LoggedApproach{*draft.held_on, *draft.means, draft.words, draft.next_words, draft.next_on};
}

Channel channel_of(Task task) {
    switch (task) {
    case Task::outreach_worker: return Channel::outreach;
    case Task::school_contact: return Channel::school_contact;
    case Task::teacher: return Channel::teacher;
    case Task::school_leader: return Channel::school_leader;
    case Task::council: return Channel::council;
    case Task::colleague:
    case Task::other: return Channel::other;
    }
    throw base::Impossible{"a task without a channel"};
}

base::Text name(Task task) {
    switch (task) {
    case Task::outreach_worker: return tr("ambulant begeleider");
    case Task::school_contact: return tr("intern begeleider");
    case Task::teacher: return tr("leerkracht");
    case Task::school_leader: return tr("schoolleider");
    case Task::council: return tr("ouderraad of medezeggenschap");
    case Task::colleague: return tr("collega of andere organisatie");
    case Task::other: return tr("iets anders");
    }
    throw base::Impossible{"a task without a name"};
}

base::Text name(Means means) {
    switch (means) {
    case Means::mail: return tr("mail");
    case Means::phone: return tr("telefoon");
    case Means::talk: return tr("gesprek");
    case Means::team_meeting: return tr("teamvergadering");
    case Means::leaflet: return tr("folder");
    case Means::poster: return tr("poster");
    case Means::newsletter: return tr("nieuwsbrief");
    case Means::other: return tr("op een andere manier");
    }
    throw base::Impossible{"means without a name"};
}

} // namespace recruitment
