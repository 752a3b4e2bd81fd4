#pragma once
// The welcome pack (welkomstpakket): what goes in the envelope before the first evening, and the address that someone gives for it. Report L365–410, L680–690.
#include "platform/base/clock.h"
#include "platform/base/id.h"
#include "platform/base/result.h"

#include <optional>
#include <string>
#include <vector>

namespace training {

struct PackAddress;
using PackAddressId = base::Id<PackAddress>;

/// An address as an envelope shows it.
struct Address {
    std::string name, street, postcode, town;
    bool operator==(Address const&) const = default;
};
/// Checks an address: a name and a street with a number of at most 80 characters each, a Dutch postcode (written "1234 AB" afterwards), a town. Fields: naam, straat, postcode, woonplaats.
base::Result<Address, base::Refusal> send_to(Address const& typed);
/// The lines of an address, and back.
std::string written(Address const& address);
std::optional<Address> read_address(std::string const& lines);
/// The lines on a label.
std::vector<std::string> label(Address const& address);

/// What is in a pack as long as nobody wrote something else, one thing each.
std::vector<base::Text> standard_contents();
/// Checks what is in the pack: 1 to 1,000 characters. Field: inhoud.
base::Result<std::string, base::Refusal> contents(std::string const& typed);

/// Until when an address that was never used is kept: eight weeks after the last evening, or after it was given when there are no evenings.
base::Date address_kept_until(base::Date given, std::optional<base::Date> last_evening);

} // namespace training
