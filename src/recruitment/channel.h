#pragma once
// How someone came to us (kanaal): kept with every sign-up and every request, so that a coordinator knows what works. Report L506–591.
#include "platform/base/id.h"
#include "platform/base/text.h"
#include "platform/base/words.h"

#include <array>
#include <optional>

namespace recruitment {

enum class Channel { outreach,
                     school_contact,
                     teacher,
                     school_leader,
                     newsletter,
                     website,
                     evening,
                     council,
                     poster,
                     coffee_morning,
                     other_parent,
                     other };

/// The channel in Dutch.
base::Text name(Channel channel);

struct OwnChannel;
using OwnChannelId = base::Id<OwnChannel>;
struct Campaign;
using CampaignId = base::Id<Campaign>;

/// What is kept beside the channel: which of the partnership's own channels it was (the channel is then `other`), and for which campaign someone came.
struct Origin {
    std::optional<OwnChannelId> own;
    std::optional<CampaignId> campaign;
};

/// Whom a campaign looks for: buddies, or parents who ask for one (vraagouders).
enum class CampaignKind { buddies,
                          parents };

} // namespace recruitment

template <>
struct base::Words<recruitment::CampaignKind> {
    using K = recruitment::CampaignKind;
    static constexpr std::array entries{Word<K>{K::buddies, "buddys"}, Word<K>{K::parents, "vraagouders"}};
};
template <>
struct base::Words<recruitment::Channel> {
    using C = recruitment::Channel;
    static constexpr std::array entries{Word<C>{C::outreach, "ambulant-begeleider"}, Word<C>{C::school_contact, "ib"}, Word<C>{C::teacher, "leerkracht"}, Word<C>{C::school_leader, "schoolleider"},
                                        Word<C>{C::newsletter, "nieuwsbrief"}, Word<C>{C::website, "website"}, Word<C>{C::evening, "avond"}, Word<C>{C::council, "ouderraad"},
                                        Word<C>{C::poster, "poster"}, Word<C>{C::coffee_morning, "koffieochtend"}, Word<C>{C::other_parent, "andere-ouder"}, Word<C>{C::other, "anders"}};
};
