#pragma once
// A mailing (mailing): one letter from a template to chosen professionals, without anything of a case. What was sent to whom and when is kept.
#include "platform/base/result.h"
#include "platform/base/words.h"
#include "recruitment/outreach.h"

#include <array>
#include <set>
#include <string>
#include <vector>

namespace recruitment {

struct Mailing;
using MailingId = base::Id<Mailing>;

/// A ready text to begin with.
enum class Template { outreach_workers,
                      school_contacts,
                      school_leaders,
                      thanks };

/// What fills a template in: the coordinator, the support point, and the two public addresses with the code of channel and campaign.
struct Filling {
    std::string coordinator, phone, support_point, become_buddy, ask_for_buddy;
};
/// The paragraphs of a template.
std::vector<base::Sentence> paragraphs(Template of, Filling const& with);
/// The channel of who comes by a letter from this template; none for a letter of thanks.
std::optional<Channel> channel_of(Template of);

/// Checks what is about to be sent: at least one receiver, and 20 to 4000 characters of text. Fields: ontvanger, tekst.
base::Refusal check_mailing(std::size_t receivers, std::string const& words);

base::Text name(Template of);

} // namespace recruitment

template <>
struct base::Words<recruitment::Template> {
    using T = recruitment::Template;
    static constexpr std::array entries{Word<T>{T::outreach_workers, "ambulant-begeleiders"}, Word<T>{T::school_contacts, "intern-begeleiders"}, Word<T>{T::school_leaders, "schoolleiders"}, Word<T>{T::thanks, "dank"}};
};
