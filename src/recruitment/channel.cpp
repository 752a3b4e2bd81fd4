#include "recruitment/channel.h"

#include "platform/base/require.h"

namespace recruitment {
using base::tr;

base::Text name(Channel channel) {
    switch (channel) {
    case Channel::outreach: return tr("een ambulant begeleider");
    case Channel::school_contact: return tr("de intern begeleider van school");
    case Channel::teacher: return tr("de leerkracht");
    case Channel::school_leader: return tr("de schoolleider");
    case Channel::newsletter: return tr("de nieuwsbrief van school");
    case Channel::website: return tr("de website");
    case Channel::evening: return tr("een informatieavond");
    case Channel::council: return tr("de ouderraad");
    case Channel::poster: return tr("een poster");
    case Channel::coffee_morning: return tr("een koffieochtend");
    case Channel::other_parent: return tr("een andere ouder");
    case Channel::other: return tr("op een andere manier");
    }
    throw base::Impossible{"a channel without a name"};
}

} // namespace recruitment
