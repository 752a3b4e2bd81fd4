#include "people/partnership.h"

#include "people/person.h"

namespace people {
using base::tr;

base::Result<PublicFacts, base::Refusal> settle(PublicFacts const& typed) {
    base::Refusal refusal;
    PublicFacts facts = typed;
    auto words = [&](char const* field, std::string const& text) {
        if (text.empty()) refusal.add(field, tr("Vul dit in. Het staat op elke bladzijde."));
        else if (text.size() > 300) refusal.add(field, tr("Dit is te lang. Gebruik hoogstens 100 tekens."));
    };
    auto number = [&](char const* field, std::string const& text) {
        if (!is_phone(text)) refusal.add(field, tr("Dit is geen telefoonnummer. Vul alleen cijfers in, bijvoorbeeld 06 12345678."));
    };
    words("naam", facts.name);
    words("steunpunt", facts.support_point);
    number("telefoon", facts.phone);
    if (auto mail = tidy_mail(facts.mail)) facts.mail = *mail;
    else refusal.add("mail", tr("Dit is geen mailadres. Een mailadres ziet eruit als naam@voorbeeld.nl."));
    words("coordinator", facts.coordinator_name);
    number("coordinator_telefoon", facts.coordinator_phone);
    words("vertrouwenspersoon", facts.adviser_name);
    number("vertrouwenspersoon_telefoon", facts.adviser_phone);
    words("server", facts.hosted_by);
    if (!refusal.empty()) return refusal;
    return facts;
}

} // namespace people
