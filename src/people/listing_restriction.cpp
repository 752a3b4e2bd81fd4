#include "people/listing_restriction.h"

#include "people/store_restriction.h"

namespace people {
using base::tr;

void own_lock_told(html::Page& page, reception::Visit& v) {
    if (!v.viewer().person || !restricted_since(v.read(), v.me())) return;
    bool const parent = v.viewer().is(visit::Role::asking_parent);
    page.alert(html::Tone::info, parent ? tr("Uw gegevens staan op slot. Niemand leest dit nu.") : tr("Je gegevens staan op slot. Niemand leest dit nu."));
    page.link("/mijn-gegevens/op-slot", tr("Haal het slot eraf"));
    page.phone(tr("Of bel de coördinator:"), v.house().coordinator_phone);
}

} // namespace people
