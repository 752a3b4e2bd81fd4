#pragma once
// Outreach (werving): professionals who know parents, how each was approached (contactlogboek) and the next step. A professional has no account and no rights here. Report L510–560, 640–660.
#include "people/person.h"
#include "platform/base/clock.h"
#include "platform/base/id.h"
#include "platform/base/result.h"
#include "platform/base/words.h"
#include "recruitment/channel.h"

#include <array>
#include <string>

namespace recruitment {

struct Professional;
using ProfessionalId = base::Id<Professional>;
struct Approach;
using ApproachId = base::Id<Approach>;

/// What a professional does.
enum class Task { outreach_worker,
                  school_contact,
                  teacher,
                  school_leader,
                  council,
                  colleague,
                  other };
/// With what someone was approached.
enum class Means { mail,
                   phone,
                   talk,
                   team_meeting,
                   leaflet,
                   poster,
                   newsletter,
                   other };

/// A professional as typed; name, mail and phone in the contact, where only the name is needed.
struct ProfessionalDraft {
    people::Contact contact;
    std::optional<Task> task;
};
struct KnownProfessional {
    people::Contact contact;
    Task task;
};
/// Checks a professional: a name of at most 100 characters, a task, and addresses that can be real when they are given. Fields: naam, taak, mail, telefoon.
base::Result<KnownProfessional, base::Refusal> professional(ProfessionalDraft const& draft);

/// One approach as typed.
struct ApproachDraft {
    std::optional<base::Date> held_on;
    std::optional<Means> means;
    std::string words;
    std::string next_words;
    bool next_day_typed = false;
    std::optional<base::Date> next_on;
};
struct LoggedApproach {
    base::Date held_on;
    Means means;
    std::string words;
    std::string next_words;
    std::optional<base::Date> next_on;
};
/// Logs an approach. Refused: no day or one still to come, no means, words of more than 500 characters, a next step without its day or the other way round, a next day before the approach. Fields: dag, middel, woorden, stap, wanneer.
base::Result<LoggedApproach, base::Refusal> approach(ApproachDraft const& draft, base::Date today);

/// The channel through which people come who were pointed here by someone with this task.
Channel channel_of(Task task);
base::Text name(Task task);
base::Text name(Means means);

} // namespace recruitment

template <>
struct base::Words<recruitment::Task> {
    using T = recruitment::Task;
    static constexpr std::array entries{Word<T>{T::outreach_worker, "ambulant-begeleider"}, Word<T>{T::school_contact, "ib"}, Word<T>{T::teacher, "leerkracht"}, Word<T>{T::school_leader, "schoolleider"},
                                        Word<T>{T::council, "ouderraad"}, Word<T>{T::colleague, "collega"}, Word<T>{T::other, "anders"}};
};
template <>
struct base::Words<recruitment::Means> {
    using M = recruitment::Means;
    static constexpr std::array entries{Word<M>{M::mail, "mail"}, Word<M>{M::phone, "telefoon"}, Word<M>{M::talk, "gesprek"}, Word<M>{M::team_meeting, "teamvergadering"}, Word<M>{M::leaflet, "folder"}, Word<M>{M::poster, "poster"}, Word<M>{M::newsletter, "nieuwsbrief"}, Word<M>{M::other, "anders"}};
};
