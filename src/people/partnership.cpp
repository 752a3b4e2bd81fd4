#include "people/partnership.h"

#include "people/person.h"
#include "platform/base/length.h"

namespace people {
using base::tr;

namespace {
void words(base::Refusal& refusal, char const* field, std::string const& text) {
    if (text.empty()) refusal.add(field, tr("Vul dit in. Het staat op elke bladzijde."));
    else if (base::characters(text) > 100) refusal.add(field, tr("Dit is te lang. Gebruik hoogstens 100 tekens."));
}
void number(base::Refusal& refusal, char const* field, std::string const& text) {
    if (!is_phone(text)) refusal.add(field, tr("Dit is geen telefoonnummer. Vul alleen cijfers in, bijvoorbeeld 06 12345678."));
}
void address(base::Refusal& refusal, std::string& text) {
    if (auto mail = tidy_mail(text)) text = *mail;
    else refusal.add("mail", tr("Dit is geen mailadres. Een mailadres ziet eruit als naam@voorbeeld.nl."));
}
} // namespace

base::Result<OutsideFacts, base::Refusal> settle(OutsideFacts const& typed) {
    base::Refusal refusal;
    OutsideFacts facts = typed;
    words(refusal, "organisatie", facts.name);
    address(refusal, facts.mail);
    words(refusal, "coordinator", facts.coordinator_name);
    number(refusal, "coordinator_telefoon", facts.coordinator_phone);
    if (!refusal.empty()) return refusal;
    return facts;
}

base::Result<PublicFacts, base::Refusal> settle(PublicFacts const& typed) {
    base::Refusal refusal;
    PublicFacts facts = typed;
    words(refusal, "naam", facts.name);
    words(refusal, "steunpunt", facts.support_point);
    number(refusal, "telefoon", facts.phone);
    address(refusal, facts.mail);
    words(refusal, "coordinator", facts.coordinator_name);
    number(refusal, "coordinator_telefoon", facts.coordinator_phone);
    words(refusal, "vertrouwenspersoon", facts.adviser_name);
    number(refusal, "vertrouwenspersoon_telefoon", facts.adviser_phone);
    words(refusal, "server", facts.hosted_by);
    if (!refusal.empty()) return refusal;
    return facts;
}

} // namespace people
