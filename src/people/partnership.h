#pragma once
// What everyone may know of a partnership (samenwerkingsverband) and its support point: names and numbers. Rules on settings.
#include "platform/base/result.h"

#include <string>

namespace people {

/// What an administrator fills in.
struct PublicFacts {
    std::string name, support_point, phone, mail, coordinator_name, coordinator_phone, adviser_name, adviser_phone, hosted_by;
};
/// What a coordinator outside the partnership fills in about the own organisation.
struct OutsideFacts {
    std::string name, mail, coordinator_name, coordinator_phone;
};
/// Checks these facts: all are there, at most 100 characters each. Fields: organisatie, mail, coordinator, coordinator_telefoon.
base::Result<OutsideFacts, base::Refusal> settle(OutsideFacts const& typed);
/// Checks the facts: all are there, at most 100 characters each, phone numbers and a mail address that can be real. Fields: naam, steunpunt, telefoon, mail, coordinator, coordinator_telefoon, vertrouwenspersoon, vertrouwenspersoon_telefoon, server.
base::Result<PublicFacts, base::Refusal> settle(PublicFacts const& typed);

} // namespace people
