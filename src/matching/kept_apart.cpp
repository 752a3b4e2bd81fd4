#include "matching/kept_apart.h"

#include "platform/base/require.h"

namespace matching {
using base::tr;

base::Text name(ApartKind kind) {
    switch (kind) {
    case ApartKind::close: return tr("familie, of zij kennen elkaar");
    case ApartKind::never: return tr("nooit samen");
    }
    throw base::Impossible{"a kind of apart without a name"};
}

} // namespace matching
