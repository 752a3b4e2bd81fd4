#pragma once
// Letters (mail) to people: neutral subject, the person's own language, one sender: the support point, or the organisation where the coordinator works. What is queued are ids; a letter is written when it leaves.
#include "people/store_people.h"
#include "platform/jobs/jobs.h"
#include "platform/mail/mail.h"
#include "reception/visit.h"

#include <string>
#include <vector>

namespace people {

/// What jobs need to do their work and to write letters.
struct Post {
    reception::Services& services;
    mail::Sender send;
    std::string sender_address;
};

struct Letter {
    base::Text subject;
    std::vector<html::Said> lines;
    std::string calendar = {};
    std::string calendar_method = {};
    std::string to = {}; ///< another address than the one we have of this person
};

/// Sends a letter to a person of a partnership; a person without a mail address, erased or with data under lock gets none. Throws when the mail server refuses.
void write_letter(Post& post, std::string const& partnership, PersonId const& person, Letter const& letter);

/// A letter that only says that something waits after logging in.
void write_notice(Post& post, std::string const& partnership, PersonId const& person);

/// One appointment as one person gets it: a title and words that tell nothing, and a calendar file with only this person in it.
struct Invitation {
    std::string id; ///< stays the same over changes
    int sequence;
    base::Moment begins;
    int minutes;
    std::string place; ///< neutral, may be empty
    bool cancelled;
    std::vector<html::Said> before = {}, after = {}; ///< lines around the usual ones, as neutral as they are
};
/// Sends an invitation, an update or a cancellation to a person; the same rules as for a letter hold.
void write_invitation(Post& post, std::string const& partnership, PersonId const& person, Invitation const& invitation);

/// Who does which kind of job.
using Worker = std::function<void(Post&, jobs::Job const&)>;

} // namespace people
