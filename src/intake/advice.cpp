#include "intake/advice.h"

#include "platform/base/require.h"

namespace intake {
using base::tr;

bool goes_on(Advice advice) { return advice == Advice::may_go_on || advice == Advice::may_go_on_with_doubt; }

base::Text name(Advice advice) {
    switch (advice) {
    case Advice::may_go_on: return tr("kan door naar de training");
    case Advice::may_go_on_with_doubt: return tr("kan door, met een punt om aan te werken");
    case Advice::not_yet: return tr("nog niet: de eigen ervaring is te vers");
    case Advice::advised_against: return tr("het advies is om niet te beginnen");
    case Advice::practical: return tr("gaat niet door om praktische redenen");
    }
    throw base::Impossible{"an advice without a name"};
}

} // namespace intake
