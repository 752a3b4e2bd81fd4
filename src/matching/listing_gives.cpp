#include "matching/listing_gives.h"

#include "platform/base/require.h"

namespace matching {
using base::tr;

std::vector<html::Option> ways_to_give(people::Known const& person) {
    std::vector<html::Option> all;
    auto add = [&](Gives gives, html::Said label, std::optional<html::Said> hint = {}) { all.push_back({std::string{base::word(gives)}, std::move(label), std::move(hint)}); };
    if (!person.phone.empty()) add(Gives::phone, tr("mijn telefoonnummer"));
    if (!person.mail.empty()) add(Gives::mail, tr("mijn mailadres"));
    add(Gives::appointment, tr("alleen dag en plek"), html::Said{tr("De ander krijgt geen nummer en geen mailadres. De afspraak staat in Naast.")});
    return all;
}
base::Text name(Gives gives) {
    switch (gives) {
    case Gives::phone: return tr("telefoonnummer");
    case Gives::mail: return tr("mailadres");
    case Gives::appointment: return tr("alleen dag en plek");
    }
    throw base::Impossible{"a way without a name"};
}
base::Text what_was_given_stays(bool parent) { return parent ? tr("Uw buddy ziet voortaan alleen wat u nu kiest. Een nummer dat al in een telefoon staat, kunnen wij niet weghalen.") : tr("De ouder ziet voortaan alleen wat je nu kiest. Een nummer dat al in een telefoon staat, kunnen wij niet weghalen."); }

} // namespace matching
