#pragma once
// Letters (mail) to people: neutral subject, the person's own language, one sender. What is queued are ids; a letter is written when it leaves.
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
};

/// Sends a letter to a person of a partnership; a person without a mail address, or erased, gets none. Throws when the mail server refuses.
void write_letter(Post& post, std::string const& partnership, PersonId const& person, Letter const& letter);

/// Who does which kind of job.
using Worker = std::function<void(Post&, jobs::Job const&)>;

} // namespace people
